// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Why passages stand together and words are marked: the sentences a reader gets.
#include "madeup.h"
#include "ui/celltransfer.h"
#include "ui/whytext.h"

#include <QMimeData>
#include <QTest>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

/// As it is read and copied, with plain spaces.
QString plain(const QString &html)
{
    return QTextDocumentFragment::fromHtml(html).toPlainText().replace(QChar::Nbsp, u' ');
}

} // namespace

class TestWhy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void surenessIsSaidInWords_data()
    {
        QTest::addColumn<double>("score");
        QTest::addColumn<QString>("word");
        QTest::newRow("the same sentence") << 1.0 << u"very sure"_s;
        QTest::newRow("more likely than not") << 0.5 << u"sure"_s;
        QTest::newRow("weak") << 0.3 << u"likely"_s;
        QTest::newRow("the reader has to look") << 0.1 << u"doubtful, read both"_s;
    }

    void surenessIsSaidInWords()
    {
        QFETCH(const double, score);
        QTEST(surenessWord(score), "word");
    }

    void anEventNamesItsTiesItsTellersAndHowSureEachPassageIs()
    {
        const QString text = plain(whyTogether(m_story, 0, {}));
        QVERIFY2(text.contains(u"Told by 3 of 3 articles in 3 passages."_s), qPrintable(text));
        QVERIFY2(text.contains(u"Tied together by name Marrow Bridge; word span."_s), qPrintable(text));
        QVERIFY2(text.contains(u"2 The Marrow Gazette ¶2"_s), qPrintable(text));
        QVERIFY2(text.contains(u"very sure (0.92)"_s), qPrintable(text));
    }

    void aPassageNamesWhatTiesItToEachOther()
    {
        const QString text = plain(whyTogether(m_story, 1, PassageRef{2, 2}));
        const qsizetype ties = text.indexOf(u"What ties 3 What we know about the Marr… ¶3 to:"_s);
        QVERIFY2(ties >= 0, qPrintable(text));
        QVERIFY2(text.indexOf(u"1 Tidewater Courier ¶4"_s, ties) > 0, qPrintable(text));
        QVERIFY2(text.contains(u"word lorries"_s), qPrintable(text));
    }

    void aDivergenceNamesItsReasonReadingsAndWeight()
    {
        const QString text = plain(whyDivergent(m_story, 0));
        QVERIFY2(text.startsWith(u"Figure: "_s), qPrintable(text));
        QVERIFY2(text.contains(u"“At least six people” → at least 6 injured"_s), qPrintable(text));
        QVERIFY2(text.contains(u"“Several people” → no number given"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Weighs heavily: check it first (0.90 of 1)."_s), qPrintable(text));
    }

    void everyDivergenceHasAReason()
    {
        for (int i = 0; i < static_cast<int>(m_story.divergences.size()); ++i)
            QVERIFY2(plain(whyDivergent(m_story, i)).count(u'\n') > 3, qPrintable(QString::number(i)));
    }

    void nothingCurrentGivesNoText()
    {
        QVERIFY(whyTogether(m_story, -1, {}).isEmpty());
        QVERIFY(whyDivergent(m_story, -1).isEmpty());
    }

    void markupInTheArticlesStaysText()
    {
        Comparison story = m_story;
        story.alignment.events[0].label = u"<b>bridge</b> & river"_s;
        QVERIFY(plain(whyTogether(story, 0, {})).startsWith(u"<b>bridge</b> & river"_s));
    }

    void linksLeadToPassagesOnly_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("leads");
        QTest::newRow("a passage") << u"passage:1/12"_s << true;
        QTest::newRow("half a passage") << u"passage:1"_s << false;
        QTest::newRow("words") << u"passage:one/two"_s << false;
        QTest::newRow("the web") << u"https://example.org/1/12"_s << false;
    }

    void linksLeadToPassagesOnly()
    {
        QFETCH(const QString, link);
        QFETCH(const bool, leads);
        QCOMPARE(passageOfLink(link).has_value(), leads);
        QVERIFY(!leads || passageOfLink(link) == (PassageRef{1, 12}));
    }

    void cellsKeepTheirPlaceOnTheClipboard()
    {
        const auto data = cellTransfer({{u"Kind"_s, u"Gazette"_s}, {u"Figure"_s, u"six\tor <seven>\npeople"_s}});
        QCOMPARE(data->text(), u"Kind\tGazette\nFigure\tsix or <seven> people"_s);
        QVERIFY(data->html().contains(u"six or &lt;seven&gt; people"_s));
    }

private:
    const Comparison m_story = madeup::comparison();
};

} // namespace parallax

QTEST_MAIN(parallax::TestWhy)
#include "tst_why.moc"
