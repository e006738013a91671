// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/schemawords.h"
#include "story/formats/markup.h"
#include "story/formats/pagemetadata.h"
#include "story/formats/webpage.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// Three paragraphs that no reader would take for anything but an article.
const QByteArray opening = "<p>The lighthouse at Cape Orrin, dark since the spring storms, was lit again on Thursday "
                           "night, the port said.</p>";
const QByteArray middle =
    "<p>Some forty people stood on the mole in the rain, among them Ines Falk, who had kept the lamp for 30 years.</p>";
const QByteArray ending = "<p>The repair cost 310,000 crowns, a third less than the council had feared in March.</p>";
const QByteArray text = opening + middle + ending;

Article read(const QByteArray &html)
{
    const auto out = readWebPage({html, {}});
    return out ? out->front() : Article();
}

/// "body: The lighthouse …", a line a passage.
QStringList passagesOf(const QByteArray &html)
{
    QStringList out;
    const Article article = read(html);
    for (const Passage &p : article.passages)
        out.append(roleWord(p.role) + u": "_s + p.text);
    return out;
}

QStringList bodyOf(const QByteArray &html)
{
    QStringList out;
    const Article article = read(html);
    for (const Passage &p : article.passages) {
        if (p.role == Role::Body)
            out.append(p.text);
    }
    return out;
}

QString toldIn(const QByteArray &html)
{
    QStringList out;
    const Article article = read(html);
    for (const Passage &p : article.passages) {
        if (isTold(p.role))
            out.append(p.text);
    }
    return out.join(u'\n');
}

const QStringList threeParagraphs = bodyOf(text);

/// Runs of four words, and how often each stands in the text.
std::map<QString, int> shingles(const QString &of)
{
    static const QRegularExpression word(u"\\w+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList words;
    for (auto it = word.globalMatch(of); it.hasNext();)
        words.append(it.next().captured());
    std::map<QString, int> out;
    for (qsizetype i = 0; !words.isEmpty() && i < std::max<qsizetype>(1, words.size() - 3); ++i)
        ++out[words.sliced(i, std::min<qsizetype>(4, words.size() - i)).join(u' ')];
    return out;
}

double total(const std::map<QString, int> &counts)
{
    double out = 0;
    for (const auto &[shingle, count] : counts)
        out += count;
    return out;
}

QByteArray unpacked(const QString &path)
{
    QProcess gzip;
    gzip.start(u"gzip"_s, {u"-dc"_s, path});
    gzip.waitForFinished();
    return gzip.readAllStandardOutput();
}

} // namespace

class TestWebPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void leavesOutWhatIsNotTheArticle_data();
    void leavesOutWhatIsNotTheArticle();
    void keepsWhatOnlyLooksLikeFurniture_data();
    void keepsWhatOnlyLooksLikeFurniture();
    void givesEachPartItsRole();
    void laysOutParagraphs_data();
    void laysOutParagraphs();
    void findsTheFactsOfThePage_data();
    void findsTheFactsOfThePage();
    void cutsTheSiteFromTheTitle_data();
    void cutsTheSiteFromTheTitle();
    void readsDays_data();
    void readsDays();
    void decodesByDeclaration_data();
    void decodesByDeclaration();
    void takesTheTextOfPagesThatScriptsBuild();
    void readsThePoorestPages_data();
    void readsThePoorestPages();
    void refusesPagesWithoutText_data();
    void refusesPagesWithoutText();
    void closesWhatIsLeftOpen_data();
    void closesWhatIsLeftOpen();
    void survivesAbsurdPages_data();
    void survivesAbsurdPages();
    void readsEveryLengthOfACutOffPage();
    void reachesTheScoreOfGoodExtractors();
};

void TestWebPage::leavesOutWhatIsNotTheArticle_data()
{
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char *name, const QByteArray &part) { QTest::newRow(name) << part; };
    row("script",
        "<script>document.write('<p>FOREIGN words that a script would write into the page, 17 of them.</p>')</script>");
    row("script in a comment in a script",
        "<script><!-- document.write('<script>FOREIGN</script>') --> FOREIGN </script>");
    row("style", "<style>p:before { content: 'FOREIGN' }</style>");
    row("comment", "<!-- <p>FOREIGN paragraph, long enough to be a paragraph of the text, with a comma.</p> -->");
    row("template",
        "<template><p>FOREIGN paragraph, long enough to be a paragraph of the text, with a comma.</p></template>");
    row("noscript",
        "<noscript><p>FOREIGN: please turn on scripts in your browser, or else you see nothing.</p></noscript>");
    row("hidden attribute",
        "<p hidden>FOREIGN paragraph, long enough to be a paragraph of the text, with a comma.</p>");
    row("hidden by style",
        "<div style='color:red; display : none'>FOREIGN paragraph, long enough to be one, with a comma.</div>");
    row("hidden from screen readers",
        "<p aria-hidden=\"true\">FOREIGN paragraph, long enough to be one, with a comma.</p>");
    row("select, button and text area",
        "<select><option>FOREIGN<option>FOREIGN</select><button>FOREIGN</button><textarea>FOREIGN</textarea>");
    row("embedded page and video",
        "<iframe>FOREIGN</iframe><video>FOREIGN</video><svg><title>FOREIGN</title><text>FOREIGN</text></svg>");
    row("related stories",
        "<aside><h3>Related</h3><ul><li><a href=/1>FOREIGN story of another day and place</a></ul></aside>");
    row("related stories by class", "<div class='inline-relatedStories'><p>FOREIGN story of another day, with a "
                                    "standfirst that is long.</p></div>");
    row("share row", "<ul class=share-tools><li>FOREIGN by mail<li>FOREIGN by letter</ul>");
    row("newsletter", "<div class='newsletter_signup box'><p>FOREIGN: all that matters, every morning, in your letter "
                      "box, for free.</p></div>");
    row("advert",
        "<div class=ad-slot><p>FOREIGN shoes, light as air, now at half the price, in all good shops.</p></div>");
    row("consent", "<div id=cookieBanner><p>FOREIGN: we and our 812 partners value your privacy, your data, and your "
                   "time.</p></div>");
    row("link alone", "<p><a href=/2>FOREIGN: how the lamp was built, in pictures</a></p>");
    row("prompt", "<p>Read more: FOREIGN story of another day</p>");
    row("tags", "<div class=entry-tags><a href=/t>FOREIGN</a>, <a href=/u>FOREIGN</a></div>");
}

void TestWebPage::leavesOutWhatIsNotTheArticle()
{
    QFETCH(QByteArray, part);
    const QByteArray page = "<html><body><h1>Cape Orrin's lamp burns again</h1>" + opening + middle + part + ending;
    QCOMPARE(bodyOf(page), threeParagraphs);
    QVERIFY(!toldIn(page).contains("FOREIGN"_L1));
    // The same where it stands around the text.
    const QByteArray around =
        "<html><body>" + part + "<div><h1>Cape Orrin's lamp burns again</h1>" + text + "</div>" + part;
    QCOMPARE(bodyOf(around), threeParagraphs);
    QVERIFY(!toldIn(around).contains("FOREIGN"_L1));
}

void TestWebPage::keepsWhatOnlyLooksLikeFurniture_data()
{
    QTest::addColumn<QByteArray>("page");
    const auto row = [](const char *name, const QByteArray &page) { QTest::newRow(name) << page; };
    const QByteArray article = "<h1>Cape Orrin's lamp burns again</h1>" + text;
    row("no frame at all", text);
    row("body called with-sidebar and comments", "<body class='has-sidebar comments-open'><div>" + article + "</div>");
    row("main column called content-left-rail", "<div class='content rail'><div class=x>" + article + "</div></div>");
    row("a post that carries its author's name", "<article class='post author-falk'>" + article + "</article>");
    row("everything in one form",
        "<form id=aspnet class=subscribe-page><table><tr><td>" + article + "</td></tr></table></form>");
    row("each paragraph in boxes of its own", "<h1>Cape Orrin's lamp burns again</h1><div><div class=a>" + opening +
                                                  "</div></div><div><div class=a>" + middle +
                                                  "</div></div><div><div class=a>" + ending + "</div></div>");
    row("text behind comments that are longer",
        "<div>" + article + "</div><div class=comments>" +
            QByteArray("<p>I saw it, too, from my window, and it was a fine sight, in all that rain.</p>")
                .repeated(30) +
            "</div>");
    row("body hidden until a script has run", "<body style='display:none'><div>" + article + "</div>");
    row("all text hidden until a script has run", "<div style='display:none'>" + article + "</div><p>Loading</p>");
    row("links in the sentences",
        "<h1>Cape Orrin's lamp burns again</h1>" + QByteArray(text)
                                                       .replace("Ines Falk", "<a href=/falk>Ines Falk</a>")
                                                       .replace("Cape Orrin", "<a href=/c>Cape Orrin</a>"));
    row("list of headlines beside it",
        "<ul>" +
            QByteArray("<li><a href=/1>Mole to be closed for the winter, says the harbour master</a>").repeated(40) +
            "</ul><div>" + article + "</div>");
    row("one teaser article before and after",
        "<article><h2><a href=/1>Mole closed</a></h2><p>The mole is closed, for the winter, says the harbour master in "
        "a letter.</p></article><article>" +
            article +
            "</article><article><h2><a href=/1>Mole closed</a></h2><p>The mole is closed, for the winter, says the "
            "harbour master in a letter.</p></article>");
}

void TestWebPage::keepsWhatOnlyLooksLikeFurniture()
{
    QFETCH(QByteArray, page);
    QCOMPARE(bodyOf(page), threeParagraphs);
}

void TestWebPage::givesEachPartItsRole()
{
    const QByteArray page =
        "<html><head><title>Cape Orrin's lamp burns again | Orrin Gazette</title></head><body>"
        "<nav><a href=/>Home</a><a href=/n>News</a></nav><main><header><h1>Cape Orrin's lamp burns again</h1>"
        "<p class=standfirst>After a dark summer, ships have their light back at the cape</p>"
        "<div class=byline>By <a href=/doe>Jane Doe</a></div><time datetime=2024-05-16>Thursday 16 May "
        "2024</time></header>" +
        opening +
        "<figure><img src=a.jpg><figcaption>The tower in a storm of 1911, from the port's "
        "archive</figcaption></figure>" +
        "<h2>A third cheaper</h2>" + middle +
        "<blockquote class=pull-quote>I had not thought I would see it burn again</blockquote>" + ending +
        "<h2>Related</h2><ul><li><a href=/1>Mole to be closed</a></ul></main><footer>All rights reserved</footer>";
    const QStringList expected{u"headline: Cape Orrin's lamp burns again"_s,
                               u"headline: After a dark summer, ships have their light back at the cape"_s,
                               u"byline: By Jane Doe"_s,
                               u"dateline: Thursday 16 May 2024"_s,
                               u"body: "_s + threeParagraphs[0],
                               u"caption: The tower in a storm of 1911, from the port's archive"_s,
                               u"headline: A third cheaper"_s,
                               u"body: "_s + threeParagraphs[1],
                               u"furniture: I had not thought I would see it burn again"_s,
                               u"body: "_s + threeParagraphs[2],
                               u"furniture: Related"_s};
    QCOMPARE(passagesOf(page), expected);
}

void TestWebPage::laysOutParagraphs_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QStringList>("paragraphs");
    const auto row = [](const char *name, const QByteArray &html, const QStringList &paragraphs) {
        QTest::newRow(name) << html << paragraphs;
    };
    const QString a = u"It struck the sandbank at ten o'clock, in thick fog, and stuck."_s;
    const QString b = u"Nobody was hurt, and by two in the morning all were ashore."_s;
    const QByteArray A = a.toUtf8(), B = b.toUtf8();
    row("two line breaks", "<div>" + A + "<br><br>" + B + "</div>", {a, b});
    row("line breaks with white space between", "<div>" + A + "<br>\n  <br/>&#32;" + B + "</div>", {a, b});
    row("one line break behind a sentence", "<p>" + A + "<br>" + B + "</p>", {a, b});
    row("one line break within a sentence",
        "<p>It struck the sandbank at ten o'clock,<br>in thick fog, and stuck.</p><p>" + B + "</p>", {a, b});
    row("paragraphs left open", "<p>" + A + "<p>" + B, {a, b});
    row("divisions for paragraphs", "<div>" + A + "</div><div>" + B + "</div>", {a, b});
    row("text between elements", "<div>" + A + "<div>" + B + "</div></div>", {a, b});
    row("line ends and tabs", "<p>It struck the\n\t sandbank at ten o'clock, \r\n in thick fog, and stuck.</p><p>" + B,
        {a, b});
    row("inline elements without space",
        "<p>It str<b>uck</b> the <i>sand</i><span>bank</span> at ten o'clock, in thick fog, and stuck.<p>" + B, {a, b});
    row("formatting that overlaps",
        "<p>It <b>struck <i>the</b> sandbank</i> at ten o'clock, in thick fog, and stuck.<p>" + B, {a, b});
    row("no-break space and zero-width space stay",
        "<p>It cost 1&nbsp;200 crowns, for a rope&#8203;way, and a new&shy;ish lamp.</p><p>" + B,
        {u"It cost 1\u00a0200 crowns, for a rope\u200bway, and a new\u00adish lamp."_s, b});
    row("character references",
        "<p>&ldquo;R&amp;D&rdquo; cost &pound;3&frac12;m &mdash; it&#146;s 20&#37; &lt;b&gt; more, &amp;rsquo; AT&T "
        "said.</p><p>" +
            B,
        {u"“R&D” cost £3½m — it’s 20% <b> more, &rsquo; AT&T said."_s, b});
    row("illegal character references",
        "<p>Marks [&#0;] and [&#xD800;] and [&#x110000;] and [&#1;] are shown, not dropped.</p><p>" + B,
        {u"Marks [\ufffd] and [\ufffd] and [\ufffd] and [\ufffd] are shown, not dropped."_s, b});
    row("composed letters", "<p>The cafe&#x301; at the mole, open since May, gave out tea and blankets.</p><p>" + B,
        {u"The café at the mole, open since May, gave out tea and blankets."_s, b});
    row("list", "<p>" + A + "</p><ul><li>The crew of nine<li>Forty passengers</ul><p>" + B + "</p>",
        {a, u"The crew of nine"_s, u"Forty passengers"_s, b});
    row("table of figures",
        "<p>" + A + "</p><table><tr><th>Port<th>Boats<tr><td>Orrin<td>12<tr><td>Falk<td></table><p>" + B + "</p>",
        {a, u"Port | Boats"_s, u"Orrin | 12"_s, u"Falk"_s, b});
    row("quotation in a block",
        "<p>" + A + "</p><blockquote><p>We heard a long scraping noise, then nothing.</p></blockquote><p>" + B + "</p>",
        {a, u"We heard a long scraping noise, then nothing."_s, b});
    row("XHTML with CDATA",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/><script "
        "src=\"x\"/></head><body><div/><p>" +
            A + "</p><p><![CDATA[5 < 6 & counting, said the harbour master, of the boats.]]></p></body></html>",
        {a, u"5 < 6 & counting, said the harbour master, of the boats."_s});
    row("a lone less-than sign",
        "<p>With 3 < 4 boats, and some of them small, the port was full that night.</p><p>" + B,
        {u"With 3 < 4 boats, and some of them small, the port was full that night."_s, b});
}

void TestWebPage::laysOutParagraphs()
{
    QFETCH(QByteArray, html);
    QFETCH(QStringList, paragraphs);
    QCOMPARE(bodyOf(html), paragraphs);
}

void TestWebPage::findsTheFactsOfThePage_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("facts"); // title / outlet / day / language
    const auto row = [](const char *name, const QByteArray &head, const QString &facts) {
        QTest::newRow(name) << head << facts;
    };
    const QByteArray ld = "<script type='application/ld+json'>";
    row("JSON-LD article",
        ld +
            R"({"@context":"https://schema.org","@type":"NewsArticle","headline":"Lamp lit","datePublished":"2024-05-16T23:30:00-05:00",
            "publisher":{"@type":"Organization","name":"Orrin Gazette"}}</script>)",
        u"Lamp lit/Orrin Gazette/2024-05-16/"_s);
    row("JSON-LD graph with references",
        ld + R"({"@graph":[{"@type":"Organization","@id":"#o","name":"Orrin Gazette"},{"@type":"WebPage","name":"x"},
            {"@type":["Article","Thing"],"headline":"Lamp &amp;amp; lit","datePublished":"2024-05-16","publisher":{"@id":"#o"}}]}</script>)",
        u"Lamp & lit/Orrin Gazette/2024-05-16/"_s);
    row("JSON-LD array, commented out, with raw line ends",
        ld + "<!--[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"ReportageNewsArticle\",\"headline\":\"Lamp\nlit\","
             "\"datePublished\":\"2024-05-16\"}]//--></script>"
             "<meta property='og:site_name' content='Orrin Gazette'>",
        u"Lamp lit/Orrin Gazette/2024-05-16/"_s);
    row("broken JSON-LD falls back to OpenGraph",
        ld + "{\"@type\":\"NewsArticle\",\"headline\":\"Wro</script><meta property='og:title' content='Lamp lit'>"
             "<meta property='og:site_name' content='Orrin Gazette - news from the cape'><meta "
             "property='article:published_time' content='2024-05-16T08:00:00Z'>",
        u"Lamp lit/Orrin Gazette/2024-05-16/"_s);
    row("another story's JSON-LD in a list is not this one's",
        ld +
            R"({"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Mole closed","datePublished":"2020-01-01"}]}</script>)"
            "<title>Lamp lit</title>",
        u"Lamp lit///"_s);
    row("microdata",
        "<html lang=en-GB><body><div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop=headline>Lamp "
        "lit</h1>"
        "<meta itemprop=datePublished content='2024-05-16'></div>",
        u"Lamp lit//2024-05-16/en"_s);
    row("Dublin Core",
        "<html lang=de><meta name=DC.title content='Lamp lit'><meta name='dcterms.issued' content='20240516'><meta "
        "name='DC.publisher' content='Orrin Gazette'>",
        u"Lamp lit/Orrin Gazette/2024-05-16/de"_s);
    row("Parse.ly and Sailthru",
        "<meta name=parsely-title content='Lamp lit'><meta name='sailthru.date' content='Thu, 16 May 2024 23:59:00 "
        "GMT'>",
        u"Lamp lit//2024-05-16/"_s);
    row("time element",
        "<title>Lamp lit</title><body><header><time datetime='2024-05-16T10:00'>Thursday</time></header>",
        u"Lamp lit//2024-05-16/"_s);
    row("time elements of other stories do not count",
        "<title>Lamp lit</title><body><aside><time datetime='2020-01-01'>x</time></aside><ul><li><time "
        "datetime='2020-01-01'>x</time></ul>",
        u"Lamp lit///"_s);
    row("day in the page's own address",
        "<title>Lamp lit</title><link rel=canonical href='https://www.orrin.example/2024/05/16/lamp-lit'>",
        u"Lamp lit/orrin.example/2024-05-16/"_s);
    row("published beats modified",
        "<title>Lamp lit</title><meta property='article:modified_time' content='2024-06-01'><meta "
        "property='article:published_time' content='2024-05-16'>",
        u"Lamp lit//2024-05-16/"_s);
    row("language of the locale", "<title>Lamp lit</title><meta property='og:locale' content='fr_FR'>",
        u"Lamp lit///fr"_s);
    row("a language that is none", "<html lang='{{lang}}'><title>Lamp lit</title>", u"Lamp lit///"_s);
}

void TestWebPage::findsTheFactsOfThePage()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, facts);
    const Article a = read(head + text);
    QCOMPARE(a.title + u'/' + a.outlet + u'/' + (a.published ? a.published->toString(Qt::ISODate) : QString()) + u'/' +
                 a.language,
             facts);
}

void TestWebPage::cutsTheSiteFromTheTitle_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    QTest::newRow("behind a bar") << u"Lamp lit | Orrin Gazette"_s << u"Lamp lit"_s;
    QTest::newRow("behind a dash") << u"Lamp lit - Orrin Gazette"_s << u"Lamp lit"_s;
    QTest::newRow("before") << u"Orrin Gazette: Lamp lit"_s << u"Orrin Gazette: Lamp lit"_s;
    QTest::newRow("before, with a sign") << u"Orrin Gazette » Lamp lit"_s << u"Lamp lit"_s;
    QTest::newRow("section and site") << u"Lamp lit | Orrin Gazette | orrin.example"_s << u"Lamp lit"_s;
    QTest::newRow("the headline's own dash stays")
        << u"Lamp lit – after a dark summer"_s << u"Lamp lit – after a dark summer"_s;
    QTest::newRow("another outlet by its shape") << u"Lamp lit | The Cape Herald"_s << u"Lamp lit"_s;
}

void TestWebPage::cutsTheSiteFromTheTitle()
{
    QFETCH(QString, title);
    QFETCH(QString, expected);
    const QByteArray page =
        "<meta property=og:site_name content='Orrin Gazette'><link rel=canonical href=https://orrin.example/x><title>" +
        title.toUtf8() + "</title>";
    QCOMPARE(read(page + text).title, expected);
}

void TestWebPage::readsDays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("day");
    const QDate day(2024, 5, 16);
    for (const char *t :
         {"2024-05-16", "2024-05-16T23:30:00-05:00", "2024-5-16 08:00", "20240516", "Thu, 16 May 2024 08:00:00 GMT",
          "May 16, 2024, 8:00 a.m.", "16.05.2024", "1715817600", "1715817600000"})
        QTest::newRow(t) << QString::fromLatin1(t) << day;
    for (const char *t : {"", "yesterday", "2024-13-45", "05/06/2024", "0001-01-01T00:00:00Z", "2024"})
        QTest::newRow(*t ? t : "nothing") << QString::fromLatin1(t) << QDate();
}

void TestWebPage::readsDays()
{
    QFETCH(QString, text);
    QFETCH(QDate, day);
    QCOMPARE(dayIn(text).value_or(QDate()), day);
}

void TestWebPage::decodesByDeclaration_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("meta charset") << QByteArray("<meta charset=windows-1251>") << QByteArray("\xcc\xee\xf1\xea\xe2\xe0")
                                  << u"windows-1251"_s;
    QTest::newRow("http-equiv") << QByteArray("<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>")
                                << QByteArray("\xed\xcf\xd3\xcb\xd7\xc1") << u"KOI8-R"_s;
    QTest::newRow("XML declaration") << QByteArray("<?xml version='1.0' encoding='windows-1251'?>")
                                     << QByteArray("\xcc\xee\xf1\xea\xe2\xe0") << u"windows-1251"_s;
    QTest::newRow("byte order mark against meta")
        << QByteArray("\xef\xbb\xbf<meta charset=windows-1251>") << QByteArray("Москва") << u"UTF-8"_s;
    QTest::newRow("UTF-8 that says UTF-16")
        << QByteArray("<meta charset=utf-16>") << QByteArray("Москва") << u"UTF-8"_s;
    QTest::newRow("an encoding that does not exist")
        << QByteArray("<meta charset=utf-9>") << QByteArray("Москва") << u"UTF-8"_s;
}

void TestWebPage::decodesByDeclaration()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, word);
    QFETCH(QString, encoding);
    const Article a = read(head + QByteArray(text).replace("Cape Orrin", word));
    QVERIFY(a.passages.front().text.contains("Москва"_L1) || a.passages.front().text.contains(u"Москва"_s));
    QCOMPARE(a.encoding.name, encoding);
    QCOMPARE(a.encoding.brokenCount, 0);
}

void TestWebPage::takesTheTextOfPagesThatScriptsBuild()
{
    QByteArray body;
    for (const QString &p : threeParagraphs)
        body += p.toUtf8() + "\\n\\n";
    const QByteArray page =
        "<title>Lamp lit</title><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Lamp "
        "lit\",\"articleBody\":\"" +
        body + "\"}</script><body><div id=root>Loading the story</div>";
    QCOMPARE(bodyOf(page), threeParagraphs);
}

void TestWebPage::readsThePoorestPages_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QStringList>("passages");
    QTest::newRow("one word") << QByteArray("<p>Ferry</p>") << QStringList{u"body: Ferry"_s};
    QTest::newRow("a menu and a sentence") << QByteArray("<ul><li><a href=/>Home</a></ul><p>The lamp is lit.</p>")
                                           << QStringList{u"body: The lamp is lit."_s};
}

void TestWebPage::readsThePoorestPages()
{
    QFETCH(QByteArray, page);
    QFETCH(QStringList, passages);
    QCOMPARE(passagesOf(page), passages);
}

void TestWebPage::refusesPagesWithoutText_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("blank") << QByteArray(
        "<html><head><title></title></head><body><p> </p><p>&nbsp;</p><br></body></html>");
    QTest::newRow("a comment") << QByteArray("<!-- only a comment -->");
    QTest::newRow("scripts alone") << QByteArray("<script>alert('some words, long enough to be a sentence.')</script>");
    QTest::newRow("only a menu") << QByteArray(
        "<nav><a href=/>Home</a> <a href=/s>Sport</a></nav><footer>2024</footer>");
}

void TestWebPage::refusesPagesWithoutText()
{
    QFETCH(QByteArray, page);
    const auto out = readWebPage({page, {}});
    QVERIFY(!out);
    QCOMPARE(out.error().reason, SkipReason::Empty);
}

void TestWebPage::closesWhatIsLeftOpen_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("safe");
    QTest::newRow("left open") << QByteArray("<div><span>a") << QByteArray("<div><span>a</span></div>");
    QTest::newRow("crossed") << QByteArray("<div><b>a</div>c</b>") << QByteArray("<div><f-b>a</f-b></div>c");
    QTest::newRow("closed twice") << QByteArray("<div>a</div></div>") << QByteArray("<div>a</div>");
    QTest::newRow("an inline end tag leaves blocks open")
        << QByteArray("<span><div>a</span>b") << QByteArray("<span><div>ab</div></span>");
    QTest::newRow("a table keeps its own")
        << QByteArray("<div><table></div>a</table></div>") << QByteArray("<div><table>a</table></div>");
    QTest::newRow("heading closed by another") << QByteArray("<h1>a</h2>b") << QByteArray("<h1>a</h1>b");
    QTest::newRow("attributes that say nothing")
        << QByteArray("<p onclick=x data-y=1 class=\"a\" CLASS=b>a") << QByteArray("<p class=\"a\">a");
    QTest::newRow("quotation mark in a value")
        << QByteArray("<p class='a\"b'>a") << QByteArray("<p class=\"a&quot;b\">a");
    QTest::newRow("tag cut off by the end") << QByteArray("a<p class='x") << QByteArray("a");
    QTest::newRow("doctype with a subset") << QByteArray("<!DOCTYPE html [<!ENTITY a 'b>c'>]>a") << QByteArray("a");
    QTest::newRow("a sign that begins no tag") << QByteArray("1 < 2 <3") << QByteArray("1 &lt; 2 &lt;3");
}

void TestWebPage::closesWhatIsLeftOpen()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, safe);
    QCOMPARE(safeMarkup(html).html, "<!DOCTYPE html>" + safe);
}

void TestWebPage::survivesAbsurdPages_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    constexpr int many = 60'000;
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &after = {}) {
        QTest::newRow(name) << before << after;
    };
    row("nested divisions", QByteArray("<div>").repeated(many));
    row("nested divisions, closed", QByteArray("<div>").repeated(many), QByteArray("</div>").repeated(many));
    row("nested inline elements", QByteArray("<span>").repeated(many));
    row("nested tables", QByteArray("<table><tr><td>").repeated(many / 3));
    row("nested lists", QByteArray("<ul><li>").repeated(many / 2));
    row("nested links", QByteArray("<a href=x>").repeated(many));
    row("formatting opened in every paragraph", [] {
        QByteArray out;
        for (int i = 0; i < 20'000; ++i)
            out += "<p><b id=" + QByteArray::number(i) + ">x";
        return out;
    }());
    row("tables that keep what stands in them open", QByteArray("<span><table></span></table>").repeated(many / 3));
    row("inline elements around divisions", QByteArray("<span><div></span>").repeated(many / 3));
    row("ends of nothing", QByteArray("</div></span></p>").repeated(many / 3));
    row("drawings left open", QByteArray("<svg><template><noscript>").repeated(many / 3));
    row("scripts left open", QByteArray("<script>").repeated(many));
    row(
        "attributes without end", "<p " + [] {
            QByteArray out;
            for (int i = 0; i < many; ++i)
                out += "a" + QByteArray::number(i) + "=1 ";
            return out;
        }() + ">");
    row("a picture of a megabyte", "<img src='data:image/png;base64," + QByteArray("QUJD").repeated(250'000) + "'>");
    row("a list of links without end", {},
        "<p>These are the ports, and their boats, of which the article tells:</p><ul>" +
            QByteArray("<li><a href=x>Port</a>").repeated(many) + "</ul>");
    row("a text of megabytes in JSON-LD, and none of it on the page",
        "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"" +
            QByteArray("Other words than those that follow, ").repeated(many) + "\"}</script>" +
            QByteArray("<div>A line of some thirty characters, more</div>").repeated(many / 2));
    row("JSON in JSON", "<script type=application/ld+json>" + QByteArray("{\"a\":[").repeated(many) + "</script>");
    row("comments left open behind", {}, QByteArray("<!--").repeated(many));
}

void TestWebPage::survivesAbsurdPages()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QElapsedTimer timer;
    timer.start();
    const auto out = readWebPage({before + "<div>" + text + "</div>" + after, {}});
    QVERIFY(out);
    const QString all = [&] {
        QString joined;
        for (const Passage &p : out->front().passages)
            joined += p.text + u'\n';
        return joined;
    }();
    for (const QString &paragraph : threeParagraphs)
        QVERIFY2(all.contains(paragraph), qPrintable(all.first(std::min<qsizetype>(all.size(), 300))));
    QVERIFY2(timer.elapsed() < 60'000, "what is linear takes a second; what is not never ends");
}

void TestWebPage::readsEveryLengthOfACutOffPage()
{
    const QByteArray page = "\xef\xbb\xbf<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A &amp; "
                            "b</title><script type=application/ld+json>{\"@type\":\"Article\"}</script></head>"
                            "<body class='x y'><!-- c --><p>A&nbsp;b <b>c</b> <![CDATA[d]]> &#x1F6A2; &bogus <br/> "
                            "e</p><table><tr><td>f</table><svg><p></svg></body></html>";
    for (qsizetype n = 0; n <= page.size(); ++n)
        std::ignore = readWebPage({page.first(n), {}}); // no crash, no endless loop
}

void TestWebPage::reachesTheScoreOfGoodExtractors()
{
    // The measure of shared/benchmarks/html/score_html.py: shingles of four words, means over pages, F1 of the means.
    constexpr double floor = 0.95;
    const QDir folder(QStringLiteral(PARALLAX_SHARED_DIR "/benchmarks/html"));
    QFile truthFile(folder.filePath(u"truth.json"_s));
    if (!truthFile.open(QIODevice::ReadOnly))
        QSKIP("the saved pages of shared/benchmarks are not here");
    const QJsonObject truth = QJsonDocument::fromJson(truthFile.readAll()).object();
    double precision = 0, recall = 0;
    for (const QString &key : truth.keys()) {
        const auto wanted = shingles(truth[key]["articleBody"_L1].toString());
        const auto got = shingles(bodyOf(unpacked(folder.filePath(u"pages/"_s + key + u".html.gz"_s))).join(u'\n'));
        double hits = 0;
        for (const auto &[shingle, count] : got) {
            const auto same = wanted.find(shingle);
            hits += same == wanted.end() ? 0 : std::min(count, same->second);
        }
        precision += hits / std::max(1.0, total(got));
        recall += hits / std::max(1.0, total(wanted));
    }
    const auto pages = static_cast<double>(truth.size());
    const double f1 = 2 * precision * recall / (precision + recall) / pages;
    QVERIFY2(f1 >= floor, qPrintable(u"F1 %1"_s.arg(f1)));
}

QTEST_GUILESS_MAIN(TestWebPage)
#include "tst_webpage.moc"
