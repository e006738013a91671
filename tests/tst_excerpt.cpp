// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What is put on the clipboard for other programs.
#include "madeup.h"
#include "report/excerpt.h"

#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace parallax {

class TestExcerpt : public QObject
{
    Q_OBJECT

private:
    /// What a reader of the notation sees.
    static QString read(const QString &excerpt, ExcerptFormat format)
    {
        QTextDocument document;
        if (format == ExcerptFormat::Markdown)
            document.setMarkdown(excerpt, QTextDocument::MarkdownDialectGitHub);
        else if (format == ExcerptFormat::Html)
            document.setHtml(excerpt);
        else
            document.setPlainText(excerpt);
        return document.toPlainText().simplified();
    }

    static void formats()
    {
        QTest::addColumn<ExcerptFormat>("format");
        QTest::newRow("text") << ExcerptFormat::Text;
        QTest::newRow("Markdown") << ExcerptFormat::Markdown;
        QTest::newRow("HTML") << ExcerptFormat::Html;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void anEventHasItsReadingsAndPassages_data() { formats(); }
    void anEventHasItsReadingsAndPassages()
    {
        QFETCH(ExcerptFormat, format);
        const QString text = read(eventExcerpt(madeup::comparison(), 0, format), format);
        for (const QString &words :
             {u"1 East span of Marrow Bridge"_s, u"Told by all 3 articles"_s, u"Figure: Number of injured"_s,
              u"B: At least six people"_s, u"Tidewater Courier, 6 Mar 2024, ¶3"_s, u"3 notes, ¶2"_s})
            QVERIFY2(text.contains(words), qPrintable(text));
        QVERIFY2(text.contains(format == ExcerptFormat::Html ? u"At least six peopleF B"_s : u"six people [F B]"_s),
                 qPrintable(text));
    }

    void whatArticlesHoldIsNoMarkup_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("HTML") << u"<script>alert(1)</script><b>bold</b> &amp;"_s;
        QTest::newRow("Markdown") << u"# head *bold* __bold__ [a](http://b) `code` ![i](j) | cell | ~~x~~ a_b_c"_s;
        QTest::newRow("a list") << u"1. one - two + three"_s;
        QTest::newRow("a list with hyphens") << u"- one"_s;
        QTest::newRow("a rule") << u"--- === ***"_s;
        QTest::newRow("backslashes") << u"C:\\temp\\*.txt"_s;
    }
    void whatArticlesHoldIsNoMarkup()
    {
        QFETCH(QString, text);
        Comparison comparison = madeup::comparison();
        comparison.story.articles[0].passages[5].text = text;
        for (const ExcerptFormat format : {ExcerptFormat::Text, ExcerptFormat::Markdown, ExcerptFormat::Html}) {
            const QString shown = read(passageExcerpt(comparison, {0, 5}, format), format);
            QVERIFY2(shown.startsWith(text), qPrintable(shown));
        }
    }

    void aPassageIsQuotedWithItsSource_data() { formats(); }
    void aPassageIsQuotedWithItsSource()
    {
        QFETCH(ExcerptFormat, format);
        const QString shown = read(passageExcerpt(madeup::comparison(), {1, 1}, format), format);
        QCOMPARE(shown,
                 u"At least six people were hurt on Wednesday when the eastern span of the Marrow bridge plunged into "
                 u"the water. — The Marrow Gazette, 7 Mar 2024, ¶2"_s);
    }

    void anEventThatIsNotThereGivesNothing()
    {
        QCOMPARE(eventExcerpt(madeup::comparison(), 99, ExcerptFormat::Text), QString());
    }
};

} // namespace parallax

QTEST_MAIN(parallax::TestExcerpt)
#include "tst_excerpt.moc"
