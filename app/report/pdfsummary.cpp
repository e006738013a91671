// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The first pages: what the story is, who tells it, what differs most, who is silent where.
//!
//! Tested by tst_pdfwriter.cpp.

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
            article.outlet.isEmpty() ? textAt(say(QT_TRANSLATE_NOOP("parallax", "not given")), plain, Muted, outletCell)
                                     : textAt(article.outlet, bold, Ink, outletCell),
            textAt(shortened(article.title, TitleLength), plain, Ink, titleCell),
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
        const Strip first = m_cells.whatCell(row, what.width);
        const Strip last = m_cells.readingFlow(row.readings, readings.width);
        const TextBlock label(shortened(m_report.events[static_cast<size_t>(row.event)].label, LabelLength), plain, Ink,
                              event.width);
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
    const bool isDense = events > DenseEvents || m_report.articles.size() > DenseArticles;
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

} // namespace parallax
