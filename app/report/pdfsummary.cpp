// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The first pages: what the story is, who tells it, what differs most, who is silent where.
//!
//! Tested by tst_pdfwriter.cpp.

#include "report/foreigntext.h"
#include "report/markstyle.h"
#include "report/pdfsections.h"
#include "report/wording.h"

#include <QPainter>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;
using namespace printcolour;
using namespace printsize;

namespace {

constexpr qsizetype TitleLength = 160; // of an article's opening words
constexpr qsizetype LabelLength = 70;  // of an event in the key table; whole in its heading
constexpr size_t DenseArticles = 12;   // more than these, or
constexpr size_t DenseEvents = 120;    // more than these, and the map's cells shrink

/// Columns of a table: left edges and widths.
struct Cell {
    double left = 0;
    double width = 0;
};

} // namespace

void PdfSections::putSummary()
{
    const TextBlock title(m_report.title, m_measure.sans(TitleSize, QFont::Bold), Ink, m_sheets.width());
    const TextBlock summary(m_report.summary, m_measure.sans(9.5), Muted, m_sheets.width());
    m_sheets.put({title.height(), paintOf({{title, 0, 0}})});
    m_sheets.put({summary.height(), paintOf({{summary, 0, 0}})});
    if (!m_report.selection.isEmpty()) {
        m_sheets.skip(pt(Gap));
        putParagraph(m_report.selection, Ink);
    }
    putArticles();
    putKey();
    putCoverage();
    putSharing();
}

void PdfSections::putArticles()
{
    const double width = m_sheets.width();
    const double number = pt(46);
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
            article.outlet.isEmpty() ? textAt(say(QT_TRANSLATE_NOOP("parallax", "not given")), plain, Muted, outletCell)
                                     : textAt(article.outlet, bold, Ink, outletCell),
            textAt(shortened(article.title, TitleLength), plain, Ink, titleCell),
            article.published.isEmpty() ? textAt(say(QT_TRANSLATE_NOOP("parallax", "not given")), plain, Muted, dayCell)
                                        : textAt(article.published, plain, Ink, dayCell),
            textAt(QString::number(article.words), plain, Ink, numberCell(0), Qt::AlignRight),
            textAt(QString::number(article.passages), plain, Ink, numberCell(1), Qt::AlignRight),
            textAt(QString::number(article.onlyHere), plain, Ink, numberCell(2), Qt::AlignRight)};
        const QString file = isolated(article.file) + u" · "_s + article.encoding;
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
    putSection(say(QT_TRANSLATE_NOOP("parallax", "Articles")), head.height + (rows.empty() ? 0 : rows.front().height));
    putTable(m_sheets, m_measure, head, rows);
}

/// Discs of the readings an article has, one below the other; a dash where it is silent.
Strip PdfSections::letterCell(const ReportRow &row, int article, double width) const
{
    std::vector<int> groups;
    for (const LetteredReading &reading : row.readings) {
        if (std::ranges::contains(reading.articles, article))
            groups.push_back(reading.group);
    }
    const double left = (width - pt(DiscSize)) / 2;
    if (groups.empty()) {
        const TextBlock dash(u"–"_s, m_measure.sans(TableSize), Muted, width, Qt::AlignHCenter);
        return {dash.height(), paintOf({{dash, 0, 0}})};
    }
    const double pitch = pt(DiscSize + 1.5);
    return {pitch * static_cast<double>(groups.size()),
            [=, disc = pt(DiscSize), down = pt(0.6)](QPainter &painter, QPointF at) {
                for (size_t i = 0; i < groups.size(); ++i)
                    paintGroupDisc(painter, groups[i], Scheme::Light,
                                   at + QPointF(left, down + pitch * static_cast<double>(i)), disc);
            }};
}

/// The weightiest divergences as a table of claims: a row a divergence, a column an article with its letter, then
/// what the letters stand for. More than twelve articles are listed by number behind each reading instead.
void PdfSections::putKey()
{
    if (m_report.key.empty())
        return;
    const double width = m_sheets.width();
    const int articles = m_plan.areReadingsListed ? 0 : static_cast<int>(m_report.articles.size());
    const double pitch = pt(15);
    const Cell what{0, width * 0.24 - pt(Gap)};
    const double numberWidth = pt(m_report.eventCount < 100 ? 15 : 20);
    const Cell number{width * 0.24, numberWidth};
    const Cell event{number.left + numberWidth, width * 0.2 - pt(Gap)};
    const double letters = event.left + event.width + pt(Gap);
    const double readingsLeft = letters + pitch * articles + pt(Gap);
    const Cell readings{readingsLeft, width - readingsLeft};
    const QFont bold = m_measure.sans(TableSize, QFont::DemiBold);
    const QFont plain = m_measure.sans(TableSize);

    const TextBlock title(say(QT_TRANSLATE_NOOP("parallax", "What differs")), bold, Ink, what.width);
    const Paint names =
        paintOf({{title, what.left, 0},
                 {TextBlock(say(QT_TRANSLATE_NOOP("parallax", "Event")), bold, Ink, event.width), number.left, 0},
                 {TextBlock(say(QT_TRANSLATE_NOOP("parallax", "Readings (articles)")), bold, Ink, readings.width),
                  readings.left, 0}});
    const Strip head{title.height() + pt(RowPadding), [=, size = pt(ArticleBadge)](QPainter &painter, QPointF at) {
                         names(painter, at);
                         for (int i = 0; i < articles; ++i)
                             paintArticleBadge(
                                 painter, i, Scheme::Light,
                                 at + QPointF(letters + pitch * i + (pitch - size) / 2, title.height() - size), size);
                     }};
    std::vector<Strip> rows;
    for (const ReportRow &row : m_report.key) {
        const ReportEvent &told = m_report.events[static_cast<size_t>(row.event)];
        const Strip first = m_cells.whatCell(row, what.width);
        const Strip last = m_cells.readingFlow(row.readings, readings.width);
        const TextBlock label(shortened(told.label, LabelLength), plain, Ink, event.width);
        double height = std::max({first.height, last.height, label.height()});
        std::vector<Strip> cells;
        for (int i = 0; i < articles; ++i) {
            cells.push_back(letterCell(row, i, pitch));
            height = std::max(height, cells.back().height);
        }
        height += pt(2 * RowPadding);
        const TextBlock eventNumber(QString::number(told.number), plain, Muted, number.width);
        rows.push_back({height,
                        [=, down = pt(RowPadding)](QPainter &painter, QPointF at) {
                            first.paint(painter, at + QPointF(what.left, down));
                            eventNumber.paint(painter, at + QPointF(number.left, down));
                            label.paint(painter, at + QPointF(event.left, down));
                            for (int i = 0; i < articles; ++i)
                                cells[static_cast<size_t>(i)].paint(painter, at + QPointF(letters + pitch * i, down));
                            last.paint(painter, at + QPointF(readings.left, down));
                        },
                        false,
                        {{QRectF(0, 0, width, height), told.number}}});
    }
    putSection(say(QT_TRANSLATE_NOOP("parallax", "Key divergences")), head.height + rows.front().height);
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
    const bool isDense = events > DenseEvents || m_report.articles.size() > DenseArticles;
    const double pitch = isDense ? pt(7.5) : pt(10.4);
    const double cell = pitch - pt(1.2);
    const double label = m_sheets.width() * 0.2;
    const auto perBlock = static_cast<size_t>(std::max(1.0, (m_sheets.width() - label) / pitch));
    const size_t blocks = (events + perBlock - 1) / perBlock;
    const double firstHeight = pitch * static_cast<double>(std::min<size_t>(m_report.articles.size(), 12) + 3);
    putSection(say(QT_TRANSLATE_NOOP("parallax", "Coverage map")), firstHeight);
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
    const int step = m_report.eventCount >= 100 || isDense ? 5 : 1; // every number would run into the next
    std::vector<PlacedText> numbers;
    std::vector<EventLink> links;
    const double height = pt(SmallSize * 1.4);
    for (size_t event = from; event < to; ++event) {
        const int shown = m_report.events[event].number;
        links.push_back({QRectF(label + static_cast<double>(event - from) * pitch, 0, pitch, height), shown});
        if (shown % step != 0 && event != from)
            continue;
        const TextBlock number(QString::number(shown), m_measure.sans(SmallSize), Muted, pt(30), Qt::AlignHCenter);
        numbers.push_back({number, label + static_cast<double>(event - from) * pitch + cell / 2 - pt(15), 0});
    }
    const Strip head{height, paintOf(std::move(numbers)), true, links};
    std::vector<Strip> rows;
    for (size_t i = 0; i < m_report.articles.size(); ++i) {
        std::vector<std::optional<int>> cells(m_report.coverage[i].begin() + static_cast<std::ptrdiff_t>(from),
                                              m_report.coverage[i].begin() + static_cast<std::ptrdiff_t>(to));
        const double badge = std::min(pt(ArticleBadge), pitch);
        QString name = m_report.articles[i].name;
        const QFont font = m_measure.sans(isDense ? SmallSize : TableSize - 0.5);
        name = QFontMetricsF(font).elidedText(name, Qt::ElideRight, label - badge - pt(8));
        const TextBlock shown(name, font, Ink, label);
        rows.push_back({isDense ? pitch : badge + pt(2.5),
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
    putTable(m_sheets, m_measure, head, rows, false);
    m_sheets.skip(pt(Gap));
}

/// How much text every article has in common with every other, and how many events.
void PdfSections::putSharing()
{
    const int articles = m_report.sharing.articleCount();
    if (articles < 2)
        return;
    const double label = m_sheets.width() * 0.2;
    const bool isDense = articles > static_cast<int>(DenseArticles);
    const double room = m_sheets.width() - label;
    const QSizeF cell = isDense ? QSizeF(pt(7.5), pt(7.5)) : QSizeF(std::min(pt(40), room / articles), pt(20));
    const int perBlock = std::max(1, static_cast<int>(room / cell.width()));
    const int blocks = (articles + perBlock - 1) / perBlock;
    putSection(say(QT_TRANSLATE_NOOP("parallax", "Shared text and events")),
               cell.height() * std::min(articles, 12) + pt(ArticleBadge + 2 * Gap));
    for (int block = 0; block < blocks; ++block)
        putSharingBlock(block * articles / blocks, (block + 1) * articles / blocks, cell);
    putParagraph(m_report.sharingNote, Muted);
}

void PdfSections::putSharingBlock(int from, int to, QSizeF cell)
{
    const bool isDense = cell.height() < pt(10);
    const double label = m_sheets.width() * 0.2;
    const double badge = std::min(pt(ArticleBadge), cell.height());
    const Strip head{badge + pt(Gap),
                     [=](QPainter &painter, QPointF at) {
                         for (int i = from; i < to; ++i)
                             paintArticleBadge(
                                 painter, i, Scheme::Light,
                                 at + QPointF(label + cell.width() * (i - from) + (cell.width() - badge) / 2, 0),
                                 badge);
                     },
                     true};
    std::vector<Strip> rows;
    const QFont font = m_measure.sans(isDense ? SmallSize : TableSize - 0.5);
    for (int article = 0; article < m_report.sharing.articleCount(); ++article) {
        const QString name = QFontMetricsF(font).elidedText(m_report.articles[static_cast<size_t>(article)].name,
                                                            Qt::ElideRight, label - badge - pt(8));
        const TextBlock shown(name, font, Ink, label);
        std::vector<Paint> squares;
        for (int other = from; other < to; ++other)
            squares.push_back(sharingCell(article, other, cell));
        rows.push_back({cell.height(), [=, gap = pt(5)](QPainter &painter, QPointF at) {
                            paintArticleBadge(painter, article, Scheme::Light,
                                              at + QPointF(0, (cell.height() - badge) / 2), badge);
                            shown.paint(painter, at + QPointF(badge + gap, (cell.height() - shown.height()) / 2));
                            for (size_t i = 0; i < squares.size(); ++i)
                                squares[i](painter, at + QPointF(label + cell.width() * static_cast<double>(i), 0));
                        }});
    }
    putTable(m_sheets, m_measure, head, rows, false);
    m_sheets.skip(pt(Gap));
}

/// A square of the matrix: shaded by the share, with the share and the events in figures where they fit.
Paint PdfSections::sharingCell(int article, int other, QSizeF cell) const
{
    const QSizeF inner = cell - QSizeF(pt(1.2), pt(1.2));
    if (article == other)
        return [](QPainter &, QPointF) {};
    const double share = m_report.sharing.sharedShare(article, other);
    const int step = shareStep(share);
    constexpr int LastPale = 2; // black figures can be read on it
    const QColor colour = step > LastPale ? QColor(Qt::white) : Ink;
    TextBlock figures;
    TextBlock events;
    if (cell.height() >= pt(10)) {
        figures = TextBlock(percentText(share), m_measure.sans(SmallSize, step > 0 ? QFont::DemiBold : QFont::Normal),
                            colour, inner.width(), Qt::AlignHCenter);
        events = TextBlock(QString::number(m_report.sharing.events(article, other)), m_measure.sans(SmallSize), colour,
                           inner.width(), Qt::AlignHCenter);
    }
    return [=](QPainter &painter, QPointF at) {
        paintShade(painter, step, QRectF(at, inner));
        const double down = (inner.height() - figures.height() - events.height()) / 2;
        figures.paint(painter, at + QPointF(0, down));
        events.paint(painter, at + QPointF(0, down + figures.height()));
    };
}

} // namespace parallax
