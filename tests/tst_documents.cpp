// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/formats/documenttext.h"
#include "story/formats/markdownformat.h"
#include "story/formats/opendocumentformat.h"
#include "story/formats/richtextformat.h"
#include "story/formats/wordformat.h"
#include "story/formats/zippedxml.h"

#include <KZip>

#include <QBuffer>
#include <QTest>

#include <utility>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

using Parts = QList<std::pair<QString, QByteArray>>;

QByteArray zipped(const Parts &parts)
{
    QByteArray out;
    QBuffer buffer(&out);
    KZip zip(&buffer);
    if (!zip.open(QIODevice::WriteOnly))
        return {};
    for (const auto &[name, bytes] : parts)
        zip.writeFile(name, bytes);
    zip.close();
    return out;
}

const QByteArray wordHead = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                            "wordprocessingml/2006/main\" xmlns:mc=\"urn:mc\"><w:body>";
const QByteArray wordTail = "</w:body></w:document>";

QByteArray docx(const QByteArray &body, const Parts &more = {})
{
    return zipped(Parts{{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, wordHead + body + wordTail}} +
                  more);
}

const QByteArray openHead =
    "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:o\" xmlns:text=\"urn:t\" "
    "xmlns:style=\"urn:s\" xmlns:draw=\"urn:d\"><office:body><office:text>";
const QByteArray openTail = "</office:text></office:body></office:document-content>";

QByteArray odt(const QByteArray &body, const Parts &more = {})
{
    return zipped(Parts{{u"mimetype"_s, "application/vnd.oasis.opendocument.text"},
                        {u"content.xml"_s, openHead + body + openTail}} +
                  more);
}

/// "headline: Ferry aground", one a passage; or "damaged: …".
QStringList told(const ReadResult &result)
{
    static const QStringList reasons{u"unreadable"_s, u"empty"_s,       u"binary"_s,
                                     u"too large"_s,  u"unsupported"_s, u"damaged"_s};
    static const QStringList roles{u""_s,           u"headline: "_s, u"caption: "_s,
                                   u"dateline: "_s, u"byline: "_s,   u"furniture: "_s};
    if (!result)
        return {reasons.at(static_cast<int>(result.error().reason)) + u": "_s + result.error().detail};
    QStringList out;
    for (const Passage &p : result->front().passages)
        out.append(roles.at(static_cast<int>(p.role)) + p.text);
    return out;
}

QByteArray run(const QByteArray &text)
{
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

} // namespace

class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void readsWord_data();
    void readsWord();
    void readsWordWithStylesAndNotes();
    void readsOpenDocument_data();
    void readsOpenDocument();
    void readsOpenDocumentStyles();
    void readsRichText_data();
    void readsRichText();
    void readsRichTextInAChosenEncoding();
    void readsMarkdown_data();
    void readsMarkdown();
    void takesFactsFromFrontMatter();
    void refusesBombs();
    void refusesBrokenArchives();
};

void TestDocuments::readsWord_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *tag, const QByteArray &body, const QStringList &expected) {
        QTest::newRow(tag) << body << expected;
    };
    row("runs are one text", "<w:p>" + run("The toll is 1,") + run("200") + run(".") + "</w:p>",
        {u"The toll is 1,200."_s});
    row("what was deleted is not told",
        "<w:p><w:del><w:r><w:delText>80</w:delText></w:r></w:del><w:moveFrom>" + run("gone") + "</w:moveFrom><w:ins>" +
            run("87 dead") + "</w:ins></w:p>",
        {u"87 dead"_s});
    row("hidden text is not told",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + run("open") +
            "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>, all of it</w:t></w:r></w:p>",
        {u"open, all of it"_s});
    row("the mark of a paragraph may be hidden",
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("told") + "</w:p>", {u"told"_s});
    row("a text box is a passage of its own",
        "<w:p>" + run("The ferry ") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>" + run("A box.") +
            "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>" + run("A box.") +
            "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>" + run("ran aground.") + "</w:p>",
        {u"A box."_s, u"The ferry ran aground."_s});
    row("cells are passages",
        "<w:tbl><w:tr><w:tc><w:p>" + run("One") + "</w:p></w:tc><w:tc><w:p>" + run("Two") +
            "</w:p></w:tc></w:tr></w:tbl>",
        {u"One"_s, u"Two"_s});
    row("line breaks between sentences part paragraphs",
        "<w:p>" + run("It sank.") + "<w:r><w:br/></w:r>" + run("Nobody died, and the") + "<w:r><w:br/></w:r>" +
            run("crew is safe.") + "</w:p>",
        {u"It sank."_s, u"Nobody died, and the crew is safe."_s});
    row("tabs, hyphens and signs",
        "<w:p>" + run("a") +
            "<w:r><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t>"
            "<w:sym w:font=\"Symbol\" w:char=\"F0B0\"/></w:r></w:p>",
        {u"a b\u2011c\u00ADd°"_s});
    row("instructions of fields are not told",
        "<w:p><w:r><w:instrText>INCLUDEPICTURE http://x/</w:instrText></w:r>" + run("shown") + "</w:p>", {u"shown"_s});
    row("letters are composed", "<w:p>" + run("Cafe\xcc\x81") + "</w:p>", {u"Café"_s});
    row("no text", "<w:p/>", {u"empty: "_s});
    row("broken XML", "<w:p>", {u"damaged: XML breaks at line 1, column 144"_s});
    QByteArray deep;
    for (int i = 0; i < deepestXml; ++i)
        deep += "<w:sdt>";
    row("elements too deep", deep, {u"too large: 1000 elements within each other"_s});
}

void TestDocuments::readsWord()
{
    QFETCH(QByteArray, body);
    const QByteArray file = docx(body);
    QTEST(told(readWordDocument({.bytes = file, .encoding = {}})), "expected");
}

void TestDocuments::readsWordWithStylesAndNotes()
{
    const QByteArray styles =
        "<w:styles xmlns:w=\"urn:w\"><w:style w:styleId=\"T\"><w:name w:val=\"heading 1\"/></w:style>"
        "<w:style w:styleId=\"Mine\"><w:name w:val=\"House headline\"/><w:basedOn w:val=\"T\"/></w:style>"
        "<w:style w:styleId=\"C\"><w:name w:val=\"caption\"/></w:style></w:styles>";
    const QByteArray note = "<w:footnotes xmlns:w=\"urn:w\"><w:footnote w:type=\"separator\"><w:p>" + run("___") +
                            "</w:p></w:footnote><w:footnote><w:p>" + run("A note.") +
                            "</w:p></w:footnote></w:footnotes>";
    const auto head = [](const QByteArray &text) {
        return "<w:hdr xmlns:w=\"urn:w\"><w:p>" + run(text) + "</w:p></w:hdr>";
    };
    const auto styled = [](const QByteArray &style, const QByteArray &text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>" + run(text) + "</w:p>";
    };
    const QByteArray file =
        docx(styled("Mine", "Ferry aground") + styled("C", "The ship in 2019") + styled("X", "Text."),
             {{u"word/styles.xml"_s, styles},
              {u"word/footnotes.xml"_s, note},
              {u"word/header1.xml"_s, head("Harbour Times")},
              {u"word/header2.xml"_s, head("Harbour Times")}});
    QCOMPARE(told(readWordDocument({.bytes = file, .encoding = {}})),
             (QStringList{u"headline: Ferry aground"_s, u"caption: The ship in 2019"_s, u"Text."_s, u"A note."_s,
                          u"furniture: Harbour Times"_s}));
    const QByteArray elsewhere =
        zipped({{u"_rels/.rels"_s, "<R><R Type=\"http://x/officeDocument\" Target=\"/word/document7.xml\"/></R>"},
                {u"word/document7.xml"_s, wordHead + "<w:p>" + run("Here.") + "</w:p>" + wordTail}});
    QCOMPARE(told(readWordDocument({.bytes = elsewhere, .encoding = {}})), QStringList{u"Here."_s});
}

void TestDocuments::readsOpenDocument_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *tag, const QByteArray &body, const QStringList &expected) {
        QTest::newRow(tag) << body << expected;
    };
    row("headings and paragraphs", "<text:h>Ferry aground</text:h>\n<text:p>It <text:span>sank</text:span>.</text:p>",
        {u"headline: Ferry aground"_s, u"It sank."_s});
    row("white space is collapsed", "<text:p>a\n   b<text:s text:c=\"2\"/>c<text:tab/>d</text:p>", {u"a b  c d"_s});
    row("what was deleted and commented is not told",
        "<text:tracked-changes><text:p>80 dead</text:p></text:tracked-changes><text:p>87 "
        "dead<office:annotation><text:p>sure?"
        "</text:p></office:annotation></text:p>",
        {u"87 dead"_s});
    row("notes follow the text",
        "<text:p>Told<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A "
        "note.</text:p></text:note-body>"
        "</text:note> whole.</text:p><text:p>End.</text:p>",
        {u"Told whole."_s, u"End."_s, u"A note."_s});
    row("a frame is a passage of its own",
        "<text:p>The ferry <draw:frame><draw:text-box><text:p>A "
        "box.</text:p></draw:text-box></draw:frame>sank.</text:p>",
        {u"A box."_s, u"The ferry sank."_s});
    row("hidden sections are not told",
        "<text:section text:display=\"none\"><text:p>secret</text:p></text:section><text:p>open</text:p>", {u"open"_s});
    row("no text", "<text:p/>", {u"empty: "_s});
}

void TestDocuments::readsOpenDocument()
{
    QFETCH(QByteArray, body);
    const QByteArray file = odt(body);
    QTEST(told(readOpenDocument({.bytes = file, .encoding = {}})), "expected");
}

void TestDocuments::readsOpenDocumentStyles()
{
    const QByteArray styles =
        "<office:document-styles xmlns:office=\"urn:o\" xmlns:style=\"urn:s\" xmlns:text=\"urn:t\">"
        "<style:style style:name=\"Illustration\" style:parent-style-name=\"Caption\"/>"
        "<style:style style:name=\"P1\" style:parent-style-name=\"Illustration\"/>"
        "<style:master-page><style:header><text:p>Harbour Times</text:p></style:header></style:master-page>"
        "</office:document-styles>";
    const QByteArray file =
        odt("<text:p text:style-name=\"P1\">The ship</text:p><text:p text:style-name=\"Title\">T</text:p>",
            {{u"styles.xml"_s, styles}});
    QCOMPARE(told(readOpenDocument({.bytes = file, .encoding = {}})),
             (QStringList{u"caption: The ship"_s, u"headline: T"_s, u"furniture: Harbour Times"_s}));
}

void TestDocuments::readsRichText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *tag, const QByteArray &bytes, const QStringList &expected) {
        QTest::newRow(tag) << bytes << expected;
    };
    row("paragraphs", "{\\rtf1\\ansi One.\\par\r\nTwo {\\b bold}.\\par }", {u"One."_s, u"Two bold."_s});
    row("a last paragraph without its mark", "{\\rtf1 One", {u"One"_s});
    row("bytes in the document's code page", "{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'e0\\'f0\\'ee\\'ec}", {u"Паром"_s});
    row("bytes in a font's code page",
        "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}\\f0 Caf\\'e9 \\f1\\'cf\\'e0}",
        {u"Café Па"_s});
    row("two bytes to a letter", "{\\rtf1{\\fonttbl{\\f2\\fcharset128 M;}}\\f2\\'8f\\'e6\\'8b\\'71}", {u"乗客"_s});
    row("Unicode and its stand-in", "{\\rtf1\\uc1 \\u8364\\'80 5, \\u8220?quoted\\u8221?}", {u"€ 5, “quoted”"_s});
    row("Unicode beyond 32767 and pairs", "{\\rtf1\\uc0\\u-10179\\u-8690 x}",
        {u"\U0001F60E"
         "x"_s});
    row("stand-ins of no length", "{\\rtf1{\\uc0\\u233}t\\u233 e}", {u"été"_s.replace(u"é"_s, u"\u00e9"_s)});
    row("signs", "{\\rtf1 \\ldblquote a\\rdblquote\\~\\endash  5\\_6\\{\\}\\\\}", {u"“a”\u00A0– 5\u20116{}\\"_s});
    row("tables, pictures and instructions are not told",
        "{\\rtf1{\\colortbl;\\red0;}{\\info{\\title X}}{\\*\\generator W;}{\\pict\\bin4 "
        "}{\\\\x}told{\\field{\\*\\fldinst "
        "HYPERLINK \"x\"}{\\fldrslt  link}}}",
        {u"told link"_s});
    row("hidden and deleted text is not told", "{\\rtf1 {\\v secret}{\\deleted 80}87 dead}", {u"87 dead"_s});
    row("notes follow, heads and feet are furniture",
        "{\\rtf1{\\header Harbour Times\\par}\\headery720 Text{\\footnote A note.} goes on.\\par End.\\par}",
        {u"Text goes on."_s, u"End."_s, u"A note."_s, u"furniture: Harbour Times"_s});
    row("headings by style and by level",
        "{\\rtf1{\\stylesheet{\\ql Normal;}{\\s1 heading 1;}{\\s2{\\*\\keycode x}caption;}}\\pard\\s1 Ferry "
        "aground\\par\\pard\\s2 "
        "The ship\\par\\pard Text.\\par\\outlinelevel0 More\\par}",
        {u"headline: Ferry aground"_s, u"caption: The ship"_s, u"Text."_s, u"headline: More"_s});
    row("what follows the last group is nothing", "{\\rtf1 One}} two", {u"One"_s});
    row("a number beyond all bounds", "{\\rtf1 \\fs99999999999999999999 a\\u99999999999999 b}", {u"ab"_s});
    row("no text", "{\\rtf1\\par}", {u"empty: "_s});
    row("groups too deep", "{\\rtf1" + QByteArray(deepestGroup, '{') + "x",
        {u"too large: 1000 groups within each other"_s});
}

void TestDocuments::readsRichText()
{
    QFETCH(QByteArray, bytes);
    QTEST(told(readRichText({.bytes = bytes, .encoding = {}})), "expected");
}

void TestDocuments::readsRichTextInAChosenEncoding()
{
    const auto result = readRichText({.bytes = "{\\rtf1\\ansi\\ansicpg1252 \\'cf\\'e0}", .encoding = "windows-1251"});
    QCOMPARE(told(result), QStringList{u"Па"_s});
    QCOMPARE(result->front().encoding.origin, EncodingOrigin::Chosen);
}

void TestDocuments::readsMarkdown_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *tag, const QByteArray &bytes, const QStringList &expected) {
        QTest::newRow(tag) << bytes << expected;
    };
    row("headings of both styles", "# Ferry *aground*\n\nText\nwrapped.\n\nMore\n----\n",
        {u"headline: Ferry aground"_s, u"Text wrapped."_s, u"headline: More"_s});
    row("emphasis inside a figure", "The toll is **1,200**.", {u"The toll is 1,200."_s});
    row("link texts stay, addresses and pictures go",
        "[officials](http://x \"t\") said ![alt](http://y) so <http://z.example>",
        {u"officials said  so http://z.example"_s});
    row("entities and escapes", "a &amp; b &rsquo; 1\\*2", {u"a & b ’ 1*2"_s});
    row("lists and quotations", "> one\n> two\n\n1. first\n2. second\n   - nested\n",
        {u"one two"_s, u"first"_s, u"second"_s, u"nested"_s});
    row("raw markup loses its tags", "<script>alert(1)</script><div>raw</div>\n\nA <b>bold</b> word.\n",
        {u"raw"_s, u"A bold word."_s});
    row("a picture's caption", "<figure><img src=x><figcaption>The ship</figcaption></figure>\n", {u"The ship"_s});
    row("tables are rows", "| Dead | Hurt |\n|--|--|\n| 0 | 12 |\n", {u"Dead | Hurt"_s, u"0 | 12"_s});
    row("notes follow the text", "Told.[^1]\n\n[^1]: A note.\n\nEnd.\n", {u"Told."_s, u"End."_s, u"A note."_s});
    row("a break at the end of a sentence", "It sank.  \nNobody died.\\\nAll are safe",
        {u"It sank."_s, u"Nobody died."_s, u"All are safe"_s});
    row("a rule is no front matter", "---\n\nText.\n\n---\n\nMore: text.\n", {u"Text."_s, u"More: text."_s});
    row("front matter without an end", "---\ntitle: x\n\nText.\n", {u"title: x"_s, u"Text."_s});
    row("nothing but front matter", "---\ntitle: x\n---\n", {u"empty: "_s});
    row("empty front matter", "---\n---\nText.\n", {u"Text."_s});
    row("brackets without end", QByteArray(20'000, '[') + "\n\nText.", {QString(20'000, u'['), u"Text."_s});
}

void TestDocuments::readsMarkdown()
{
    QFETCH(QByteArray, bytes);
    QTEST(told(readMarkdown({.bytes = bytes, .encoding = {}})), "expected");
}

void TestDocuments::takesFactsFromFrontMatter()
{
    const auto yaml = readMarkdown(
        {.bytes = "---\r\ntitle: \"Ferry: \\\"aground\\\"\"\r\nsource: Harbour Times\r\ndate: 2024-05-14T08:00:00Z\r\n"
                  "tags:\r\n  - ferry\r\n  - 99\r\nlang: en_GB\r\n---\r\n\r\nText.\r\n",
         .encoding = {}});
    QCOMPARE(told(yaml), QStringList{u"Text."_s});
    const Article &article = yaml->front();
    QCOMPARE(article.title, u"Ferry: \"aground\""_s);
    QCOMPARE(article.outlet, u"Harbour Times"_s);
    QCOMPARE(article.published, QDate(2024, 5, 14));
    QCOMPARE(article.language, u"en-GB"_s);

    const auto toml = readMarkdown(
        {.bytes = "+++\ntitle = 'Ferry'\nsource = \"https://times.example/2024/a\"\n[extra]\nn = 9\n+++\nText.\n",
         .encoding = {}});
    QCOMPARE(told(toml), (QStringList{u"furniture: https://times.example/2024/a"_s, u"Text."_s}));
    QCOMPARE(toml->front().title, u"Ferry"_s);
    QCOMPARE(toml->front().outlet, QString());
}

void TestDocuments::refusesBombs()
{
    // A paragraph repeated to 40 MB packs to some forty kilobytes.
    const QByteArray paragraph = "<w:p>" + run("and so on and so on and so on") + "</w:p>";
    QByteArray bomb;
    bomb.reserve(42 * 1024 * 1024);
    while (bomb.size() < 40 * 1024 * 1024)
        bomb += paragraph;
    const QByteArray packed = docx(bomb);
    QVERIFY(packed.size() < 300 * 1024);
    QCOMPARE(readWordDocument({.bytes = packed, .encoding = {}}).error().reason, SkipReason::TooLarge);

    // Entities that grow ("billion laughs") are refused where they are declared.
    const QByteArray laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><w:document><w:p>" + run("&b;") +
        "</w:p></w:document>";
    QCOMPARE(told(readWordDocument({.bytes = zipped({{u"word/document.xml"_s, laughs}}), .encoding = {}})),
             QStringList{u"damaged: declares entities"_s});
    const QByteArray outside = "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><w:document>&a;</w:document>";
    QCOMPARE(told(readOpenDocument({.bytes = zipped({{u"content.xml"_s, outside}}), .encoding = {}})),
             QStringList{u"damaged: declares entities"_s});

    QByteArray entries = docx("<w:p/>");
    for (qsizetype i = 0; i <= mostEntries; ++i)
        entries.insert(0, "PK\x01\x02");
    QCOMPARE(told(readWordDocument({.bytes = entries, .encoding = {}})),
             QStringList{u"too large: 20000 files in the document"_s});
}

void TestDocuments::refusesBrokenArchives()
{
    const QByteArray whole = docx("<w:p>" + run("Text.") + "</w:p>");
    for (qsizetype size = 0; size < whole.size(); size += 7) {
        const QByteArray cut = whole.first(size);
        const ReadResult result = readWordDocument({.bytes = cut, .encoding = {}});
        // The list of contents stands at the end; the last bytes of it can be done without.
        QVERIFY2(!result || size > whole.size() - 40, qPrintable(QString::number(size)));
    }
    for (qsizetype at = 0; at < whole.size(); ++at) { // no byte of it may bring the program down
        QByteArray bent = whole;
        bent[at] = static_cast<char>(bent[at] ^ 0x55);
        const ReadResult result = readWordDocument({.bytes = bent, .encoding = {}});
        QVERIFY(!result || !result->front().passages.empty());
    }
    QCOMPARE(told(readWordDocument({.bytes = zipped({{u"word/x.xml"_s, "<x/>"}}), .encoding = {}})),
             QStringList{u"damaged: has no text part"_s});
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
