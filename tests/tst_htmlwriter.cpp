// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The page read back by an HTML5 parser: what a browser would build of it.
#include "madeup.h"
#include "report/htmltext.h"
#include "report/htmlwriter.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <functional>
#include <gumbo.h>
#include <memory>

using namespace Qt::StringLiterals;

namespace parallax {

/// The tree of a page.
class Parsed
{
public:
    explicit Parsed(const QByteArray &html)
        : m_html(html)
        , m_output(
              gumbo_parse_with_options(&kGumboDefaultOptions, m_html.constData(), static_cast<size_t>(m_html.size())))
    {
    }
    ~Parsed() { gumbo_destroy_output(&kGumboDefaultOptions, m_output); }
    Q_DISABLE_COPY_MOVE(Parsed)

    unsigned int errors() const { return m_output->errors.length; }

    void walk(const std::function<void(const GumboNode &)> &visit) const { walk(*m_output->root, visit); }

    static QString attribute(const GumboNode &node, const char *name)
    {
        const GumboAttribute *found = gumbo_get_attribute(&node.v.element.attributes, name);
        return found ? QString::fromUtf8(found->value) : QString();
    }

    QStringList attributes(const char *name) const
    {
        QStringList values;
        walk([&](const GumboNode &node) {
            if (node.type == GUMBO_NODE_ELEMENT && gumbo_get_attribute(&node.v.element.attributes, name))
                values.append(attribute(node, name));
        });
        return values;
    }

    int count(GumboTag tag) const
    {
        int count = 0;
        walk([&](const GumboNode &node) { count += node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag; });
        return count;
    }

    /// Everything a reader sees, badges left out, white space made one space.
    QString text() const
    {
        QString text;
        collect(*m_output->root, text);
        return text.simplified();
    }

private:
    static void walk(const GumboNode &node, const std::function<void(const GumboNode &)> &visit)
    {
        visit(node);
        if (node.type != GUMBO_NODE_ELEMENT)
            return;
        const GumboVector &children = node.v.element.children;
        for (unsigned int i = 0; i < children.length; ++i)
            walk(*static_cast<const GumboNode *>(children.data[i]), visit);
    }
    static void collect(const GumboNode &node, QString &text)
    {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE)
            text += QString::fromUtf8(node.v.text.text);
        if (node.type != GUMBO_NODE_ELEMENT || node.v.element.tag == GUMBO_TAG_STYLE ||
            node.v.element.tag == GUMBO_TAG_SUP)
            return;
        const GumboVector &children = node.v.element.children;
        for (unsigned int i = 0; i < children.length; ++i)
            collect(*static_cast<const GumboNode *>(children.data[i]), text);
    }

    const QByteArray m_html;
    GumboOutput *m_output;
};

class StopAt final : public Progress
{
public:
    explicit StopAt(int step)
        : m_left(step)
    {
    }
    bool step(Stage, int, int) override { return m_left-- > 0; }

private:
    int m_left;
};

class TestHtmlWriter : public QObject
{
    Q_OBJECT

private:
    static QByteArray htmlOf(const Comparison &comparison, ReportOptions options = {})
    {
        NoProgress progress;
        options.time = QDateTime(QDate(2026, 3, 1), QTime(9, 5), QTimeZone::UTC);
        return htmlReport(buildReport(comparison, options), progress).value_or(QByteArray());
    }

    static QString readingOf(const Comparison &comparison, const Reading &reading)
    {
        return reading.span.of(comparison.story.passage(reading.passage).text).toString().simplified();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aParserFindsNoErrorAndEveryReading()
    {
        const Comparison comparison = madeup::comparison();
        const Parsed page(htmlOf(comparison));
        QCOMPARE(page.errors(), 0u);
        const QString text = page.text();
        for (const Divergence &divergence : comparison.divergences) {
            for (const Reading &reading : divergence.readings)
                QVERIFY2(text.contains(readingOf(comparison, reading)), qPrintable(text));
        }
        for (const QString &words :
             {u"3 articles · 3 events · 8 divergences"_s, u"Ferries will run twice an hour until the summer."_s,
              u"photo.jpg is not a text file."_s, u"Silent: 3"_s, u"Check every reading"_s})
            QVERIFY2(text.contains(words), qPrintable(words));
    }

    void anEmptyComparisonGivesAPageWithoutErrors() { QCOMPARE(Parsed(htmlOf({})).errors(), 0u); }

    void everyLinkHasItsTargetAndEveryIdIsThereOnce()
    {
        const Parsed page(htmlOf(madeup::comparison()));
        QStringList ids = page.attributes("id");
        const qsizetype all = ids.size();
        QCOMPARE(ids.removeDuplicates(), 0);
        QVERIFY(all > 5);
        const QStringList links = page.attributes("href");
        for (const QString &link : links)
            QVERIFY2(link.startsWith(u'#') && ids.contains(link.sliced(1)), qPrintable(link));
        for (int event = 1; event <= 3; ++event)
            QVERIFY(links.count(u"#event-%1"_s.arg(event)) >= 2); // from the map and from the key table
        for (const QString &label : page.attributes("aria-labelledby"))
            QVERIFY(ids.contains(label));
    }

    void aScreenReaderFindsLandmarksAndTableHeads()
    {
        const Parsed page(htmlOf(madeup::comparison()));
        for (const GumboTag landmark :
             {GUMBO_TAG_HEADER, GUMBO_TAG_NAV, GUMBO_TAG_MAIN, GUMBO_TAG_FOOTER, GUMBO_TAG_H1})
            QCOMPARE(page.count(landmark), 1);
        QCOMPARE(page.count(GUMBO_TAG_ARTICLE), 3);
        int heads = 0;
        int scoped = 0;
        page.walk([&](const GumboNode &node) {
            if (node.type != GUMBO_NODE_ELEMENT || node.v.element.tag != GUMBO_TAG_TH)
                return;
            ++heads;
            const QString scope = Parsed::attribute(node, "scope");
            scoped += scope == "col"_L1 || scope == "row"_L1;
        });
        QVERIFY(heads > 20);
        QCOMPARE(scoped, heads);
        QVERIFY(page.attributes("lang").contains(u"en"_s));
        QVERIFY(page.attributes("aria-label").contains(u"Figure, reading B"_s));
    }

    void headingsStepDownOneByOne()
    {
        int last = 0;
        bool isSkipped = false;
        Parsed(htmlOf(madeup::comparison())).walk([&](const GumboNode &node) {
            if (node.type != GUMBO_NODE_ELEMENT || node.v.element.tag < GUMBO_TAG_H1 ||
                node.v.element.tag > GUMBO_TAG_H6)
                return;
            const int level = node.v.element.tag - GUMBO_TAG_H1 + 1;
            isSkipped = isSkipped || level > last + 1;
            last = level;
        });
        QVERIFY(!isSkipped);
    }

    void nothingRunsAndNothingIsLoaded()
    {
        const QByteArray html = htmlOf(madeup::comparison());
        const Parsed page(html);
        QCOMPARE(page.count(GUMBO_TAG_SCRIPT), 0);
        QCOMPARE(page.count(GUMBO_TAG_LINK), 0);
        QCOMPARE(page.attributes("src"), QStringList());
        QVERIFY(page.attributes("content").join(u' ').contains(u"default-src 'none'"_s));
        QVERIFY(!QByteArray(html).replace("http://www.w3.org/2000/svg", "").contains("http:") &&
                !html.contains("https:"));
    }

    void whatStrangersWroteStaysText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a script") << u"<script>alert(1)</script>"_s;
        QTest::newRow("an attribute broken out of") << u"\" onmouseover=\"alert(1)"_s;
        QTest::newRow("the end of the style") << u"</style></title><img src=x onerror=alert(1)>"_s;
        QTest::newRow("a comment") << u"<!-- all that follows"_s;
        QTest::newRow("an entity") << u"&lt;b&gt; &amp;&#60;"_s;
        QTest::newRow("place holders of our own sentences") << u"%1 %2 %n %L3"_s;
        QTest::newRow("control characters") << u"a\u0001b\u0000c\ufffe"_s;
        QTest::newRow("a direction left open") << u"gnp\u202egpj.exe"_s;
    }
    void whatStrangersWroteStaysText()
    {
        QFETCH(QString, text);
        Comparison comparison = madeup::comparison();
        const Parsed plain(htmlOf(comparison));
        comparison.story.title = text;
        comparison.story.skipped[0].file = text;
        for (Article &article : comparison.story.articles) {
            article.file = article.outlet = article.title = article.language = text;
            for (Passage &passage : article.passages)
                passage.text += text;
        }
        comparison.alignment.events[0].label = text;
        comparison.alignment.events[0].evidence[0].text = text;
        for (Divergence &divergence : comparison.divergences)
            divergence.subject = text;
        const QByteArray html = htmlOf(comparison);
        const Parsed page(html);
        QCOMPARE(page.errors(), 0u);
        for (const GumboTag tag : {GUMBO_TAG_SCRIPT, GUMBO_TAG_IMG, GUMBO_TAG_STYLE, GUMBO_TAG_P, GUMBO_TAG_ARTICLE})
            QCOMPARE(page.count(tag), plain.count(tag));
        QCOMPARE(page.attributes("onmouseover") + page.attributes("onerror"), QStringList());
        const QString shown = u"Ferries will run twice an hour until the summer."_s + escapedBack(text);
        QVERIFY2(page.text().contains(shown.simplified()), qPrintable(page.text()));
        static const QRegularExpression passages(u"<p class=\"text\".*</p>"_s); // paragraphs end every direction
        const QString lines = QString::fromUtf8(html).remove(passages);
        QCOMPARE(lines.count(u'\u202e'), lines.count(u'\u202c'));
    }

    void marksAreElementsThatNest_data()
    {
        QTest::addColumn<std::vector<Mark>>("marks");
        QTest::addColumn<QString>("wanted");
        using enum DivergenceKind;
        QTest::newRow("none") << std::vector<Mark>{} << u"one two three"_s;
        QTest::newRow("a tinted one") << std::vector<Mark>{{Figure, 0, {4, 3}, 7, true}}
                                      << u"one [mf t|two](bf o) three"_s;
        QTest::newRow("a badge inside another's words")
            << std::vector<Mark>{{Name, 0, {}, 3, false}, {Status, 0, {0, 13}, 13, false}}
            << u"[ms|one(bn o) two three](bs o)"_s;
        QTest::newRow("side by side") << std::vector<Mark>{{Date, 0, {0, 3}, 3, false}, {Detail, 0, {3, 4}, 7, false}}
                                      << u"[md|one](bd o)[mp| two](bp o) three"_s;
        QTest::newRow("two badges on one place")
            << std::vector<Mark>{{Date, 0, {0, 3}, 3, false}, {Quote, 0, {}, 3, false}}
            << u"[md|one](bd o)(bq o) two three"_s;
    }
    void marksAreElementsThatNest()
    {
        QFETCH(std::vector<Mark>, marks);
        QString html = markedHtml({u"one two three"_s, marks});
        html.replace(QRegularExpression(u"<span class=\"m ([^\"]*)\">"_s), u"[\\1|"_s).replace(u"</span>"_s, u"]"_s);
        html.replace(
            QRegularExpression(u"<sup class=\"b ([^\"]*)\".*</sup>"_s, QRegularExpression::InvertedGreedinessOption),
            u"(\\1)"_s);
        QTEST(html, "wanted");
    }

    void moreArticlesThanColumnsAreListedByNumber()
    {
        Comparison comparison = madeup::comparison();
        for (int i = 0; i < 40; ++i) {
            comparison.story.articles.push_back(comparison.story.articles[0]);
            comparison.language.push_back(comparison.language[0]);
            for (size_t e = 0; e < 2; ++e)
                comparison.alignment.events[e].members.push_back({{3 + i, static_cast<int>(e) + 2}, 0.9});
        }
        const Parsed page(htmlOf(comparison));
        QCOMPARE(page.errors(), 0u);
        QVERIFY(page.text().contains(u"Readings (articles)"_s));
    }

    void stopsWhereverItIsTold()
    {
        const Report report = buildReport(madeup::comparison());
        for (int step = 0; step <= 3; ++step) {
            StopAt stop(step);
            QVERIFY(!htmlReport(report, stop));
        }
        StopAt end(4);
        QVERIFY(htmlReport(report, end));
    }

    void theSameReportGivesTheSameBytes() { QCOMPARE(htmlOf(madeup::comparison()), htmlOf(madeup::comparison())); }

private:
    /// What a reader sees of hostile text: control characters made visible, directions closed.
    static QString escapedBack(QString text)
    {
        return text.replace(u'\u0001', u'\ufffd').replace(QChar(0), u'\ufffd').replace(u'\ufffe', u'\ufffd');
    }
};

} // namespace parallax

QTEST_GUILESS_MAIN(parallax::TestHtmlWriter)
#include "tst_htmlwriter.moc"
