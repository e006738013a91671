// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Every function measures what it will draw, then puts it down as strips that are never cut. Sizes in points are those
//! of the design tokens, section 10.
//!
//! Tested by tst_pdfwriter.cpp.

#include "report/pdfsections.h"

#include "report/markstyle.h"
#include "report/wording.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace parallax
{

using namespace Qt::StringLiterals;
using namespace printcolour;

namespace
{

constexpr double TitleSize = 20; // points
constexpr double EventSize = 15;
constexpr double SectionSize = 10;
constexpr double TableSize = 8;
constexpr double SmallSize = 7; // the smallest on paper
constexpr double BadgeSize = 8;
constexpr double DiscSize = 10;
constexpr double ArticleBadge = 11;
constexpr double Gap = 4;
constexpr double RowPadding = 3.5;
constexpr double ColumnGap = 11;

constexpr size_t SideBySide = 5; // portrait
constexpr size_t Landscape = 12; // articles up to which they get a column each
constexpr int LandscapeColumns = 8;
constexpr int ListedColumns = 4;          // passages of many articles, portrait
constexpr qsizetype KeyTextLength = 110;  // a reading in the key table; whole under its event
constexpr qsizetype CellTextLength = 420; // a row must fit a sheet; whole among the passages

QString say(const char *text)
{
    return QCoreApplication::translate("parallax", text);
}

QString cut(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    qsizetype end = std::max(text.lastIndexOf(u' ', limit), limit / 2);
    if (text[end - 1].isHighSurrogate())
        --end;
    return text.first(end) + u'…';
}

QString articleList(const std::vector<int> &articles)
{
    QStringList numbers;
    for (const int article : articles)
        numbers.append(QString::number(article + 1));
    return u'(' + numbers.join(u", "_s) + u')';
}

/// Columns of a table: left edges and widths.
struct Cell {
    double left = 0;
    double width = 0;
};

struct PlacedText {
    TextBlock block;
    double left = 0;
    double top = 0;
};

Paint paintOf(std::vector<PlacedText> texts)
{
    return [texts = std::move(texts)](QPainter &painter, QPointF at) {
        for (const PlacedText &text : texts)
            text.block.paint(painter, at + QPointF(text.left, text.top));
    };
}

} // namespace

PaperPlan paperPlan(size_t articleCount)
{
    if (articleCount <= SideBySide)
        return {false, static_cast<int>(SideBySide), false};
    if (articleCount <= Landscape)
        return {true, LandscapeColumns, false};
    return {false, ListedColumns, true};
}

PdfSections::PdfSections(const Report &report, const PrintMeasure &measure, const PaperPlan &plan, Sheets &sheets)
    : m_report(report)
    , m_measure(measure)
    , m_plan(plan)
    , m_sheets(sheets)
{
}

void PdfSections::putHeading(const QString &text, double keepWith)
{
    const TextBlock heading(text, m_measure.sans(SectionSize, QFont::DemiBold), Ink, m_sheets.width());
    m_sheets.skip(pt(16));
    m_sheets.ensure(heading.height() + pt(Gap) + keepWith);
    m_sheets.put({heading.height() + pt(Gap), paintOf({{heading, 0, 0}})});
}

void PdfSections::putParagraph(const QString &text, const QColor &colour)
{
    const TextBlock block(text, m_measure.sans(TableSize), colour, std::min(m_sheets.width(), pt(520)));
    m_sheets.put({block.height() + pt(Gap), paintOf({{block, 0, 0}})});
}

void PdfSections::putSummary()
{
    const TextBlock title(m_report.title, m_measure.sans(TitleSize, QFont::Bold), Ink, m_sheets.width());
    const TextBlock summary(m_report.summary, m_measure.sans(9.5), Muted, m_sheets.width());
    m_sheets.put({title.height(), paintOf({{title, 0, 0}})});
    m_sheets.put({summary.height(), paintOf({{summary, 0, 0}})});
    putArticles();
    putKey();
    putCoverage();
}

void PdfSections::putArticles()
{
    const double width = m_sheets.width();
    const double number = pt(42);
    const double published = pt(58);
    const double outlet = (width - pt(20) - published - 3 * number) * 0.37;
    const Cell outletCell{pt(20), outlet - pt(Gap)};
    const Cell titleCell{pt(20) + outlet, width - pt(20) - outlet - published - 3 * number - pt(2 * Gap)};
    const Cell dayCell{width - 3 * number - published, published - pt(Gap)};
    const QFont plain = m_measure.sans(TableSize);
    const QFont bold = m_measure.sans(TableSize, QFont::DemiBold);

    const auto textAt = [](const QString &text, const QFont &font, const QColor &colour, Cell cell,
                           Qt::Alignment alignment = {}) {
        return PlacedText{TextBlock(text, font, colour, cell.width, alignment), cell.left, 0};
    };
    const auto numberCell = [&](int place) { return Cell{width - (3 - place) * number, number}; };
    std::vector<PlacedText> names{
        textAt(say(QT_TRANSLATE_NOOP("parallax", "Outlet and file")), bold, Ink, outletCell),
        textAt(say(QT_TRANSLATE_NOOP("parallax", "Headline or opening words")), bold, Ink, titleCell),
        textAt(say(QT_TRANSLATE_NOOP("parallax", "Published")), bold, Ink, dayCell),
        textAt(say(QT_TRANSLATE_NOOP("parallax", "Words")), bold, Ink, numberCell(0), Qt::AlignRight),
        textAt(say(QT_TRANSLATE_NOOP("parallax", "Passages")), bold, Ink, numberCell(1), Qt::AlignRight),
        textAt(say(QT_TRANSLATE_NOOP("parallax", "Only here")), bold, Ink, numberCell(2), Qt::AlignRight)};
    const Strip head{names.front().block.height() + pt(RowPadding), paintOf(std::move(names))};

    std::vector<Strip> rows;
    for (size_t i = 0; i < m_report.articles.size(); ++i) {
        const ReportArticle &article = m_report.articles[i];
        std::vector<PlacedText> texts{
            textAt(article.name, bold, Ink, outletCell),
            textAt(cut(article.title, 160), plain, Ink, titleCell),
            article.published.isEmpty() ? textAt(say(QT_TRANSLATE_NOOP("parallax", "not given")), plain, Muted, dayCell)
                                        : textAt(article.published, plain, Ink, dayCell),
            textAt(QString::number(article.words), plain, Ink, numberCell(0), Qt::AlignRight),
            textAt(QString::number(article.passages), plain, Ink, numberCell(1), Qt::AlignRight),
            textAt(QString::number(article.onlyHere), plain, Ink, numberCell(2), Qt::AlignRight)};
        const QString file = article.encoding == u"UTF-8"_s ? article.file : article.file + u" · "_s + article.encoding;
        PlacedText small = textAt(file, m_measure.sans(SmallSize), Muted, outletCell);
        small.top = texts.front().block.height();
        const double height = std::max(small.top + small.block.height(), texts[1].block.height());
        texts.push_back(small);
        for (PlacedText &text : texts)
            text.top += pt(RowPadding);
        rows.push_back({height + pt(2 * RowPadding),
                        [paint = paintOf(std::move(texts)), article = static_cast<int>(i), size = pt(ArticleBadge),
                         down = pt(RowPadding)](QPainter &painter, QPointF at) {
                            paintArticleBadge(painter, article, Scheme::Light, at + QPointF(0, down), size);
                            paint(painter, at);
                        }});
    }
    putHeading(say(QT_TRANSLATE_NOOP("parallax", "Articles")), head.height + (rows.empty() ? 0 : rows.front().height));
    putTable(m_sheets, m_measure, head, rows);
}

Strip PdfSections::whatCell(const ReportRow &row, double width) const
{
    const double indent = pt(BadgeSize + 5);
    const TextBlock what(row.what, m_measure.sans(TableSize, QFont::DemiBold), Ink, width - indent);
    return {what.height(),
            [what, indent, kind = row.kind, size = pt(BadgeSize), down = pt(1.3)](QPainter &painter, QPointF at) {
                paintBadge(painter, kind, -1, Scheme::Light, at + QPointF(0, down), size);
                what.paint(painter, at + QPointF(indent, 0));
            }};
}

/// Readings one after the other, each a disc, its words and the numbers of its articles; a line is broken between
/// them where they fit a line, inside them where they don't.
Strip PdfSections::readingFlow(const std::vector<LetteredReading> &readings, double width) const
{
    struct Item {
        int group;
        TextBlock text;
        TextBlock articles;
        QPointF at;
        QPointF articlesAt;
    };
    const double indent = pt(DiscSize + 4);
    std::vector<Item> items;
    QPointF at(0, 0);
    double lineHeight = 0;
    for (const LetteredReading &reading : readings) {
        const QFont font = m_measure.sans(TableSize);
        const TextBlock articles(articleList(reading.articles), font, Muted, width - indent);
        const QString words = cut(reading.text, KeyTextLength);
        TextBlock text(words, font, Ink, width - indent);
        const double room = width - indent - articles.naturalWidth() - pt(3);
        const bool isOneLine = text.height() < 1.5 * articles.height() && text.naturalWidth() <= room;
        if (!isOneLine && articles.naturalWidth() < width / 3)
            text = TextBlock(words, font, Ink, room);
        const double needed = indent + text.naturalWidth() + pt(3) + articles.naturalWidth();
        if (at.x() > 0 && at.x() + needed > width) {
            at = {0, at.y() + lineHeight};
            lineHeight = 0;
        }
        Item item{reading.group, text, articles, at, {}};
        item.articlesAt = at + QPointF(indent + text.naturalWidth() + pt(3), text.height() - articles.height());
        double height = text.height();
        if (item.articlesAt.x() + articles.naturalWidth() > width + 1) { // a long list of articles goes below
            item.articlesAt = at + QPointF(indent, text.height());
            height += articles.height();
        }
        items.push_back(item);
        lineHeight = std::max(lineHeight, height + pt(1.5));
        at.rx() += needed + pt(12);
        if (at.x() > width) {
            at = {0, at.y() + lineHeight};
            lineHeight = 0;
        }
    }
    return {at.y() + lineHeight, [items, indent, disc = pt(DiscSize), down = pt(0.6)](QPainter &painter, QPointF from) {
                for (const Item &item : items) {
                    paintGroupDisc(painter, item.group, Scheme::Light, from + item.at + QPointF(0, down), disc);
                    item.text.paint(painter, from + item.at + QPointF(indent, 0));
                    item.articles.paint(painter, from + item.articlesAt);
                }
            }};
}

void PdfSections::putKey()
{
    if (m_report.key.empty())
        return;
    const double width = m_sheets.width();
    const Cell what{0, width * 0.26 - pt(Gap)};
    const double numberWidth = pt(m_report.events.size() < 100 ? 15 : 20);
    const Cell number{width * 0.26, numberWidth};
    const Cell event{width * 0.26 + numberWidth, width * 0.22 - pt(Gap)};
    const Cell readings{event.left + event.width + pt(2 * Gap), width - event.left - event.width - pt(2 * Gap)};
    const QFont bold = m_measure.sans(TableSize, QFont::DemiBold);
    const QFont plain = m_measure.sans(TableSize);

    const TextBlock title(say(QT_TRANSLATE_NOOP("parallax", "What differs")), bold, Ink, what.width);
    const Strip head{
        title.height() + pt(RowPadding),
        paintOf({{title, what.left, 0},
                 {TextBlock(say(QT_TRANSLATE_NOOP("parallax", "Event")), bold, Ink, event.width), number.left, 0},
                 {TextBlock(say(QT_TRANSLATE_NOOP("parallax", "Readings (articles)")), bold, Ink, readings.width),
                  readings.left, 0}})};
    std::vector<Strip> rows;
    for (const ReportRow &row : m_report.key) {
        const Strip first = whatCell(row, what.width);
        const Strip last = readingFlow(row.readings, readings.width);
        const TextBlock label(cut(m_report.events[static_cast<size_t>(row.event)].label, 70), plain, Ink, event.width);
        const double height = std::max({first.height, last.height, label.height()});
        const TextBlock eventNumber(QString::number(row.event + 1), plain, Muted, number.width);
        rows.push_back({height + pt(2 * RowPadding), [=, down = pt(RowPadding)](QPainter &painter, QPointF at) {
                            first.paint(painter, at + QPointF(what.left, down));
                            eventNumber.paint(painter, at + QPointF(number.left, down));
                            label.paint(painter, at + QPointF(event.left, down));
                            last.paint(painter, at + QPointF(readings.left, down));
                        }});
    }
    putHeading(say(QT_TRANSLATE_NOOP("parallax", "Key divergences")), head.height + rows.front().height);
    putTable(m_sheets, m_measure, head, rows);
    if (!m_report.keyNote.isEmpty()) {
        m_sheets.skip(pt(Gap));
        putParagraph(m_report.keyNote, Muted);
    }
}

void PdfSections::putCoverage()
{
    const size_t events = m_report.events.size();
    if (events == 0)
        return;
    const bool isDense = events > 120 || m_report.articles.size() > Landscape;
    const double pitch = isDense ? pt(7.5) : pt(10.4);
    const double cell = pitch - pt(1.2);
    const double label = m_sheets.width() * 0.2;
    const auto perBlock = static_cast<size_t>(std::max(1.0, (m_sheets.width() - label) / pitch));
    const size_t blocks = (events + perBlock - 1) / perBlock;
    const double firstHeight = pitch * static_cast<double>(std::min<size_t>(m_report.articles.size(), 12) + 3);
    putHeading(say(QT_TRANSLATE_NOOP("parallax", "Coverage map")), firstHeight);
    for (size_t block = 0; block < blocks; ++block)
        putCoverageBlock(block * perBlock, std::min(events, (block + 1) * perBlock), cell, pitch);

    const TextBlock silent(say(QT_TRANSLATE_NOOP("parallax", "silent")), m_measure.sans(SmallSize), Muted, pt(100));
    const TextBlock told(
        say(QT_TRANSLATE_NOOP("parallax", "told, taking part in 0 · 1 · 2 · 3 · 4 or more divergences. "
                                          "Numbers are event numbers.")),
        m_measure.sans(SmallSize), Muted, m_sheets.width() - pt(130));
    m_sheets.put({silent.height() + pt(Gap), [=, side = pt(7), gap = pt(Gap)](QPainter &painter, QPointF at) {
                      const QPointF down(0, (silent.height() - side) / 2);
                      paintCoverageCell(painter, std::nullopt, QRectF(at + down, QSizeF(side, side)));
                      silent.paint(painter, at + QPointF(side + gap, 0));
                      double x = side + 2.5 * gap + silent.naturalWidth();
                      for (int count = 0; count <= 4; ++count, x += side + gap * 0.6)
                          paintCoverageCell(painter, count, QRectF(at + down + QPointF(x, 0), QSizeF(side, side)));
                      told.paint(painter, at + QPointF(x + gap * 0.6, 0));
                  }});
}

void PdfSections::putCoverageBlock(size_t from, size_t to, double cell, double pitch)
{
    const bool isDense = pitch < pt(10);
    const double label = m_sheets.width() * 0.2;
    const size_t step = to >= 100 || isDense ? 5 : 1; // every number would run into the next
    std::vector<PlacedText> numbers;
    for (size_t event = from; event < to; ++event) {
        if ((event + 1) % step != 0 && event != from)
            continue;
        const TextBlock number(QString::number(event + 1), m_measure.sans(SmallSize), Muted, pt(30), Qt::AlignHCenter);
        numbers.push_back({number, label + static_cast<double>(event - from) * pitch + cell / 2 - pt(15), 0});
    }
    const double numberHeight = pt(SmallSize * 1.4);
    m_sheets.ensure(numberHeight + 3 * pitch);
    m_sheets.put({numberHeight, paintOf(std::move(numbers)), true});
    for (size_t i = 0; i < m_report.articles.size(); ++i) {
        std::vector<std::optional<int>> cells(m_report.coverage[i].begin() + static_cast<std::ptrdiff_t>(from),
                                              m_report.coverage[i].begin() + static_cast<std::ptrdiff_t>(to));
        const double badge = std::min(pt(ArticleBadge), pitch);
        QString name = m_report.articles[i].name;
        const QFont font = m_measure.sans(isDense ? SmallSize : TableSize - 0.5);
        name = QFontMetricsF(font).elidedText(name, Qt::ElideRight, label - badge - pt(8));
        const TextBlock shown(name, font, Ink, label);
        m_sheets.put({isDense ? pitch : badge + pt(2.5),
                      [=, gap = pt(5), article = static_cast<int>(i)](QPainter &painter, QPointF at) {
                          paintArticleBadge(painter, article, Scheme::Light, at, badge);
                          shown.paint(painter, at + QPointF(badge + gap, (badge - shown.height()) / 2));
                          double x = label;
                          for (const auto &count : cells) {
                              paintCoverageCell(painter, count,
                                                QRectF(at + QPointF(x, (badge - cell) / 2), QSizeF(cell, cell)));
                              x += pitch;
                          }
                      }});
    }
    m_sheets.skip(pt(Gap));
}

Strip PdfSections::articleHead(int article, double width, bool isDated) const
{
    const ReportArticle &from = m_report.articles[static_cast<size_t>(article)];
    const double indent = pt(ArticleBadge + 4);
    const TextBlock name(cut(from.name, 60), m_measure.sans(TableSize, QFont::DemiBold), Ink, width - indent);
    const QString day = from.published.isEmpty() ? say(QT_TRANSLATE_NOOP("parallax", "no date given")) : from.published;
    const TextBlock published(isDated ? day : QString(), m_measure.sans(SmallSize), Muted, width);
    const double nameHeight = std::max(name.height(), pt(ArticleBadge));
    return {nameHeight + published.height(), [=, size = pt(ArticleBadge)](QPainter &painter, QPointF at) {
                paintArticleBadge(painter, article, Scheme::Light, at, size);
                name.paint(painter, at + QPointF(indent, 0));
                published.paint(painter, at + QPointF(0, nameHeight));
            }};
}

Strip PdfSections::readingCell(const ReportCell &cell, double width) const
{
    const QFont font = m_measure.sans(TableSize);
    if (cell.entries.empty()) {
        const TextBlock dash(u"–"_s, font, Muted, width);
        return {dash.height(), paintOf({{dash, 0, 0}})};
    }
    const double indent = pt(DiscSize + 3);
    std::vector<std::pair<int, TextBlock>> entries;
    double height = 0;
    for (const ReportCell::Entry &entry : cell.entries) {
        entries.emplace_back(entry.group, TextBlock(cut(entry.text, CellTextLength), font, Ink, width - indent));
        height += entries.back().second.height() + pt(1);
    }
    return {height, [=, disc = pt(DiscSize), down = pt(0.6), gap = pt(1)](QPainter &painter, QPointF at) {
                for (const auto &[group, text] : entries) {
                    paintGroupDisc(painter, group, Scheme::Light, at + QPointF(0, down), disc);
                    text.paint(painter, at + QPointF(indent, 0));
                    at.ry() += text.height() + gap;
                }
            }};
}

void PdfSections::putEvent(size_t index)
{
    const ReportEvent &event = m_report.events[index];
    const double width = m_sheets.width();
    const QString number = QString::number(index + 1);
    const TextBlock numberBlock(number, m_measure.sans(EventSize, QFont::DemiBold), Muted, width);
    const double indent = numberBlock.naturalWidth() + pt(7);
    const TextBlock label(cut(event.label, 160), m_measure.sans(EventSize, QFont::Bold), Ink, width - indent);
    std::vector<Strip> lines;
    for (const QString &line : {event.told, event.silent, event.evidence}) {
        const TextBlock block(line, m_measure.sans(TableSize), Muted, width);
        if (!line.isEmpty())
            lines.push_back({block.height(), paintOf({{block, 0, 0}})});
    }
    const double heading = std::accumulate(lines.begin(), lines.end(), label.height() + pt(2),
                                           [](double sum, const Strip &line) { return sum + line.height; });
    m_sheets.skip(pt(26));
    m_sheets.ensure(heading + pt(110)); // so much of what follows stays with the heading
    m_sheets.setEvent(static_cast<int>(index) + 1);
    m_sheets.put({label.height() + pt(2), paintOf({{numberBlock, 0, 0}, {label, indent, 0}})});
    for (const Strip &line : lines)
        m_sheets.put(line);
    if (!event.rows.empty()) {
        if (m_plan.areReadingsListed)
            putReadingsList(event);
        else
            putReadings(event);
    }
    putTellings(event);
}

void PdfSections::putReadings(const ReportEvent &event)
{
    // Balanced blocks: nine articles stand five and four, not eight and one.
    const size_t all = event.tellings.size();
    const auto most = static_cast<size_t>(m_plan.columns);
    const size_t blocks = (all + most - 1) / most;
    for (size_t block = 0; block < blocks; ++block)
        putReadingsBlock(event, block * all / blocks, (block + 1) * all / blocks);
}

void PdfSections::putReadingsBlock(const ReportEvent &event, size_t from, size_t to)
{
    const double width = m_sheets.width();
    const double whatWidth = std::max(width * 0.2, pt(100));
    const double column = (width - whatWidth) / static_cast<double>(to - from);
    const double inner = column - pt(6);
    std::vector<Strip> heads;
    double headHeight = 0;
    for (size_t i = from; i < to; ++i) {
        heads.push_back(articleHead(event.tellings[i].article, inner, false));
        headHeight = std::max(headHeight, heads.back().height);
    }
    const TextBlock title(say(QT_TRANSLATE_NOOP("parallax", "What differs")),
                          m_measure.sans(TableSize, QFont::DemiBold), Ink, whatWidth);
    const Strip head{headHeight + pt(RowPadding), [=](QPainter &painter, QPointF at) {
                         title.paint(painter, at + QPointF(0, headHeight - title.height()));
                         for (size_t i = 0; i < heads.size(); ++i)
                             heads[i].paint(painter, at + QPointF(whatWidth + column * static_cast<double>(i),
                                                                  headHeight - heads[i].height));
                     }};
    std::vector<Strip> rows;
    for (const ReportRow &row : event.rows) {
        const Strip what = whatCell(row, whatWidth - pt(6));
        std::vector<Strip> cells;
        double height = what.height;
        for (size_t i = from; i < to; ++i) {
            cells.push_back(readingCell(row.cells[i], inner));
            height = std::max(height, cells.back().height);
        }
        rows.push_back({height + pt(2 * RowPadding), [=, down = pt(RowPadding)](QPainter &painter, QPointF at) {
                            what.paint(painter, at + QPointF(0, down));
                            for (size_t i = 0; i < cells.size(); ++i)
                                cells[i].paint(painter,
                                               at + QPointF(whatWidth + column * static_cast<double>(i), down));
                        }});
    }
    putHeading(say(QT_TRANSLATE_NOOP("parallax", "Readings")), head.height + rows.front().height);
    putTable(m_sheets, m_measure, head, rows);
}

void PdfSections::putReadingsList(const ReportEvent &event)
{
    const double width = m_sheets.width();
    const double whatWidth = width * 0.28;
    const QFont bold = m_measure.sans(TableSize, QFont::DemiBold);
    const TextBlock title(say(QT_TRANSLATE_NOOP("parallax", "What differs")), bold, Ink, whatWidth);
    const Strip head{title.height() + pt(RowPadding),
                     paintOf({{title, 0, 0},
                              {TextBlock(say(QT_TRANSLATE_NOOP("parallax", "Readings (articles)")), bold, Ink, width),
                               whatWidth, 0}})};
    std::vector<Strip> rows;
    for (const ReportRow &row : event.rows) {
        const Strip what = whatCell(row, whatWidth - pt(6));
        const Strip readings = readingFlow(row.readings, width - whatWidth);
        rows.push_back({std::max(what.height, readings.height) + pt(2 * RowPadding),
                        [=, down = pt(RowPadding)](QPainter &painter, QPointF at) {
                            what.paint(painter, at + QPointF(0, down));
                            readings.paint(painter, at + QPointF(whatWidth, down));
                        }});
    }
    putHeading(say(QT_TRANSLATE_NOOP("parallax", "Readings")), head.height + rows.front().height);
    putTable(m_sheets, m_measure, head, rows);
}

std::vector<Strip> PdfSections::passageLines(const std::vector<ReportPassage> &passages, double width) const
{
    std::vector<Strip> lines;
    for (const ReportPassage &passage : passages) {
        const auto block = std::make_shared<const MarkedBlock>(m_measure, passage, width);
        const int count = block->lineCount();
        for (int i = 0; i < count; ++i) {
            const bool isLast = i == count - 1;
            lines.push_back(
                {block->lineHeight() + (isLast ? pt(5) : 0),
                 [block, i](QPainter &painter, QPointF at) { block->paintLine(painter, i, at); },
                 (i == 0 && !isLast) || i == count - 2}); // neither one line left behind nor one carried over
        }
    }
    return lines;
}

void PdfSections::putTellings(const ReportEvent &event)
{
    const size_t all = event.tellings.size();
    const auto most = static_cast<size_t>(m_plan.columns);
    const size_t blocks = (all + most - 1) / most;
    for (size_t block = 0; block < blocks; ++block) {
        const size_t from = block * all / blocks;
        const size_t to = (block + 1) * all / blocks;
        const double pitch = (m_sheets.width() + pt(ColumnGap)) / static_cast<double>(to - from);
        std::vector<TextColumn> columns;
        for (size_t i = from; i < to; ++i) {
            TextColumn column{pitch * static_cast<double>(i - from), pitch - pt(ColumnGap), {}, {}};
            column.head = articleHead(event.tellings[i].article, column.width, true);
            column.head.height += pt(5);
            column.lines = passageLines(event.tellings[i].passages, column.width);
            columns.push_back(std::move(column));
        }
        if (block == 0)
            putHeading(say(QT_TRANSLATE_NOOP("parallax", "Passages")), columns.front().head.height + pt(40));
        else
            m_sheets.skip(pt(10));
        putColumns(m_sheets, m_measure, std::move(columns), true);
    }
}

void PdfSections::putSoleTellings()
{
    if (m_report.soleTellings.empty())
        return;
    m_sheets.setEvent(0);
    m_sheets.skip(pt(10));
    putHeading(say(QT_TRANSLATE_NOOP("parallax", "Told by one article only")), pt(60));
    const double nameWidth = m_sheets.width() * 0.2;
    for (const ReportSoleTelling &telling : m_report.soleTellings) {
        m_sheets.skip(pt(6));
        TextColumn name{0, nameWidth, {}, {articleHead(telling.article, nameWidth, true)}};
        TextColumn text{nameWidth + pt(10), m_sheets.width() - nameWidth - pt(10), {}, {}};
        text.lines = passageLines(telling.passages, text.width);
        putColumns(m_sheets, m_measure, {std::move(name), std::move(text)}, false);
    }
}

void PdfSections::putAppendix()
{
    m_sheets.setEvent(0);
    if (!m_report.skipped.empty()) {
        putHeading(say(QT_TRANSLATE_NOOP("parallax", "Files left out")), pt(20));
        for (const QString &sentence : m_report.skipped)
            putParagraph(sentence, Ink);
    }
    if (!m_report.fallbacks.empty()) {
        putHeading(say(QT_TRANSLATE_NOOP("parallax", "Simplified because of the story's size")), pt(20));
        for (const QString &sentence : m_report.fallbacks)
            putParagraph(sentence, Ink);
    }
    putLegend();
    putHeading(say(QT_TRANSLATE_NOOP("parallax", "How this report was made, and its limits")), pt(40));
    for (const QString &paragraph : m_report.method)
        putParagraph(paragraph, Ink);
    putParagraph(say(QT_TRANSLATE_NOOP("parallax", "Made by %1 on %2 from the folder “%3”."))
                     .arg(m_report.generator, m_report.made, m_report.folder),
                 Muted);
}

void PdfSections::putLegend()
{
    putHeading(say(QT_TRANSLATE_NOOP("parallax", "Kinds of divergence")), pt(14 * DivergenceKindCount));
    for (int i = 0; i < DivergenceKindCount; ++i) {
        const auto kind = static_cast<DivergenceKind>(i);
        const TextBlock name(kindName(kind), m_measure.sans(TableSize, QFont::DemiBold), Ink, pt(80));
        const TextBlock meaning(kindMeaning(kind), m_measure.sans(TableSize), Ink, m_sheets.width() - pt(110));
        m_sheets.put({pt(16), [=, unit = pt(1)](QPainter &painter, QPointF at) {
                          const MarkStyle style = markStyle(kind, Scheme::Light);
                          paintBadge(painter, kind, -1, Scheme::Light, at + QPointF(0, 1.5 * unit), BadgeSize * unit);
                          name.paint(painter, at + QPointF(13 * unit, 0));
                          paintMarkLine(painter, style.shape, style.colour, at + QPointF(13 * unit, 10.3 * unit),
                                        name.naturalWidth(), 0.75 * unit);
                          meaning.paint(painter, at + QPointF(90 * unit, 0));
                      }});
    }
}

} // namespace parallax
