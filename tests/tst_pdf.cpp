// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/formats/pdfformat.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>
#include <QTextDocument>

#include <algorithm>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// Sets lines of type on a page, every letter half as wide as the type is high.
class Page
{
public:
    explicit Page(double height = 800) { m_page.height = height; }

    Page &line(double left, double top, const QString &text, double size = 10)
    {
        double x = left;
        for (const QString &word : text.split(u' ')) {
            const double width = static_cast<double>(word.size()) * size / 2;
            m_page.words.push_back({word, QRectF(x, top, width, size), size, true});
            x += width + size / 2;
        }
        return *this;
    }
    operator PageOfWords() const { return m_page; }

private:
    PageOfWords m_page;
};

QStringList told(const std::vector<Passage> &passages)
{
    QStringList out;
    for (const Passage &p : passages)
        out.append((p.role == Role::Headline    ? u"headline: "_s
                    : p.role == Role::Furniture ? u"furniture: "_s
                                                : QString()) +
                   p.text);
    return out;
}

QByteArray printed(const QString &html, const QString &creator = {})
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(creator);
    QTextDocument document;
    document.setHtml(html);
    document.print(&writer);
    return out;
}

} // namespace

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsParagraphs_data();
    void findsParagraphs();
    void takesOutWhatPagesRepeat();
    void readsAPrintedPage();
    void refusesWhatItCannotRead();
    void survivesDamage();
};

void TestPdf::findsParagraphs_data()
{
    QTest::addColumn<std::vector<PageOfWords>>("pages");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *tag, const std::vector<PageOfWords> &pages, const QStringList &expected) {
        QTest::newRow(tag) << pages << expected;
    };
    row("nothing", {}, {});
    row("one word", {Page().line(50, 100, u"Ferry"_s)}, {u"Ferry"_s});
    row("white between paragraphs",
        {Page()
             .line(50, 100, u"The vessel left the port at 7:40 in the fog and"_s)
             .line(50, 112, u"struck a sandbank near the coast of the island."_s)
             .line(50, 136, u"All the passengers reached land at two o'clock."_s)},
        {u"The vessel left the port at 7:40 in the fog and struck a sandbank near the coast of the island."_s,
         u"All the passengers reached land at two o'clock."_s});
    row("paragraphs that are set in",
        {Page()
             .line(50, 100, u"The vessel left the port at 7:40 in the fog and"_s)
             .line(50, 112, u"struck a sandbank near the coast of the island."_s)
             .line(62, 124, u"All the passengers reached land in the morning"_s)
             .line(50, 136, u"and were given tea by the people of the island."_s)},
        {u"The vessel left the port at 7:40 in the fog and struck a sandbank near the coast of the island."_s,
         u"All the passengers reached land in the morning and were given tea by the people of the island."_s});
    row("a short line ends its paragraph",
        {Page()
             .line(50, 100, u"The vessel left the port at 7:40 in the fog and"_s)
             .line(50, 112, u"struck a sandbank."_s)
             .line(50, 124, u"All the passengers reached land at two o'clock."_s)},
        {u"The vessel left the port at 7:40 in the fog and struck a sandbank."_s,
         u"All the passengers reached land at two o'clock."_s});
    row("a headline of two lines",
        {Page()
             .line(50, 60, u"Ferry with 214 aboard runs"_s, 18)
             .line(50, 80, u"Aground off Kestrel Point"_s, 18)
             .line(50, 120, u"The vessel left the port at 7:40 in the fog and"_s)
             .line(50, 132, u"struck a sandbank near the coast of the island."_s)},
        {u"headline: Ferry with 214 aboard runs Aground off Kestrel Point"_s,
         u"The vessel left the port at 7:40 in the fog and struck a sandbank near the coast of the island."_s});
    row("words parted at a line's end",
        {Page()
             .line(50, 100, u"The operator said that repairs would cost mil-"_s)
             .line(50, 112, u"lions, and that the well-known captain and a long-"_s)
             .line(50, 124, u"time friend were safe; long-time crews helped pro-"_s)
             .line(50, 136, u"European guests."_s)},
        {u"The operator said that repairs would cost millions, and that the well-known captain and a long-time friend "
         u"were safe; "
         "long-time crews helped pro-European guests."_s});
    row("text goes on in the next column and on the next page",
        {Page()
             .line(50, 100, u"The vessel left port in fog"_s)
             .line(50, 112, u"and struck a sandbank that"_s)
             .line(300, 100, u"lies near the island’s only"_s)
             .line(300, 112, u"harbour, where the pilots of"_s),
         Page().line(50, 100, u"the coast are based."_s).line(50, 112, u"Nobody on board was hurt, she said."_s)},
        {u"The vessel left port in fog and struck a sandbank that lies near the island’s only harbour, where the "
         u"pilots of the "
         "coast are based."_s,
         u"Nobody on board was hurt, she said."_s});
    row("ideographs have no spaces between lines",
        {Page().line(50, 100, u"火曜日の夜、乗客乗員を乗せた"_s).line(50, 112, u"フェリーが座礁した。"_s)},
        {u"火曜日の夜、乗客乗員を乗せたフェリーが座礁した。"_s});
}

void TestPdf::findsParagraphs()
{
    QFETCH(std::vector<PageOfWords>, pages);
    QTEST(told(paragraphsOfPages(pages)), "expected");
}

void TestPdf::takesOutWhatPagesRepeat()
{
    std::vector<PageOfWords> pages;
    for (int i = 1; i <= 3; ++i) {
        pages.push_back(Page()
                            .line(50, 20, u"The Harbour Times, 14 May 2024"_s)
                            .line(50, 400, u"Part %1 of the text stands in the middle of it all"_s.arg(QChar(u'@' + i)))
                            .line(50, 412, u"and ends here."_s)
                            .line(280, 780, u"Page %1 of 3"_s.arg(i)));
    }
    QCOMPARE(told(paragraphsOfPages(pages)),
             (QStringList{u"Part A of the text stands in the middle of it all and ends here."_s,
                          u"Part B of the text stands in the middle of it all and ends here."_s,
                          u"Part C of the text stands in the middle of it all and ends here."_s,
                          u"furniture: The Harbour Times, 14 May 2024"_s, u"furniture: Page 1 of 3"_s}));
}

void TestPdf::readsAPrintedPage()
{
    QString html = u"<h1>Ferry with 214 aboard runs aground off Kestrel Point</h1>"_s;
    QStringList expected{u"headline: Ferry with 214 aboard runs aground off Kestrel Point"_s};
    const QStringList words =
        u"a witness said that the vessel had left Port Halden at 7:40 p.m. and struck a sandbank three miles from the harbour in fog that was as thick as soup before lifeboats were called out by the pilots of the coast who live on the island all the year"_s
            .split(u' ');
    for (int i = 0; i < 60; ++i) { // several pages; no two lines are equal
        const QStringList turned = words.mid(i % words.size()) + words.first(i % words.size());
        const QString text = u"Number %1: "_s.arg(i) + turned.join(u' ') + u" (%1)."_s.arg(i);
        html += u"<p>"_s + text + u"</p>"_s;
        expected.append(text);
    }
    const ReadResult result = readPdf({.bytes = printed(html), .encoding = {}});
    QVERIFY(result);
    QStringList read = told(result->front().passages);
    read.removeIf([](const QString &line) { return line.startsWith(u"furniture"_s); });
    for (qsizetype i = 0; i < std::min(read.size(), expected.size()); ++i)
        QCOMPARE(read[i], expected[i]);
    QCOMPARE(read.size(), expected.size());
}

void TestPdf::refusesWhatItCannotRead()
{
    const auto refusal = [](const QByteArray &bytes) { return readPdf({.bytes = bytes, .encoding = {}}).error(); };
    QCOMPARE(refusal(printed({})).reason, SkipReason::Empty);
    QCOMPARE(refusal("%PDF-1.4\nnothing").reason, SkipReason::Damaged);
    QCOMPARE(refusal(printed(u"<p>Divergences</p>"_s, u"Parallax 1.0"_s)),
             (Refusal{SkipReason::Unsupported, u"a report of Parallax"_s}));
}

void TestPdf::survivesDamage()
{
    const QByteArray whole = printed(u"<p>The vessel left Port Halden.</p>"_s);
    for (qsizetype at = 0; at < whole.size(); at += 97) {
        QByteArray bent = whole;
        bent[at] = static_cast<char>(bent[at] ^ 0x55);
        const ReadResult result = readPdf({.bytes = bent, .encoding = {}});
        QVERIFY(!result || !result->front().passages.empty());
        const ReadResult cut = readPdf({.bytes = whole.first(at), .encoding = {}});
        QVERIFY(!cut || !cut->front().passages.empty());
    }
}

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
