// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Every function measures what it will draw, then gives it back as strips that are never cut.
//!
//! Tested by tst_pdfwriter.cpp.

#include "report/pdfcells.h"

#include "report/markstyle.h"
#include "report/wording.h"

#include <QPainter>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;
using namespace printcolour;
using namespace printsize;

namespace {

constexpr qsizetype KeyTextLength = 110;  // a reading in the key table; whole under its event
constexpr qsizetype CellTextLength = 420; // a row must fit a sheet; whole among the passages
constexpr qsizetype NameLength = 60;      // of an outlet

} // namespace

PdfCells::PdfCells(const Report &report, const PrintMeasure &measure)
    : m_report(report)
    , m_measure(measure)
{
}

QString shortened(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    qsizetype end = std::max(text.lastIndexOf(u' ', limit), limit / 2);
    if (text[end - 1].isHighSurrogate())
        --end;
    return text.first(end) + u'…';
}

Paint paintOf(std::vector<PlacedText> texts)
{
    return [texts = std::move(texts)](QPainter &painter, QPointF at) {
        for (const PlacedText &text : texts)
            text.block.paint(painter, at + QPointF(text.left, text.top));
    };
}

Strip PdfCells::whatCell(const ReportRow &row, double width) const
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
Strip PdfCells::readingFlow(const std::vector<LetteredReading> &readings, double width) const
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
        const TextBlock articles(u'(' + reading.who + u')', font, Muted, width - indent);
        const TextBlock text(shortened(reading.text, KeyTextLength), font, Ink, width - indent);
        const bool isOneLine = text.lastLineEnd().y() <= 0;
        const double end = indent + text.lastLineEnd().x() + pt(3);
        const bool isBeside = end + articles.naturalWidth() <= width; // else the articles go below
        const double needed = isOneLine && isBeside ? end + articles.naturalWidth() : width;
        if (at.x() > 0 && at.x() + needed > width) {
            at = {0, at.y() + lineHeight};
            lineHeight = 0;
        }
        Item item{reading.group, text, articles, at, {}};
        item.articlesAt = at + (isBeside ? QPointF(end, text.lastLineEnd().y()) : QPointF(indent, text.height()));
        const double height = isBeside ? text.height() : text.height() + articles.height();
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

Strip PdfCells::readingCell(const ReportCell &cell, double width) const
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
        entries.emplace_back(entry.group, TextBlock(shortened(entry.text, CellTextLength), font, Ink, width - indent));
        height += entries.back().second.height() + pt(1);
    }
    const TextBlock day(cell.day, m_measure.sans(SmallSize), Muted, width - indent);
    if (!cell.day.isEmpty())
        height += day.height();
    return {height, [=, disc = pt(DiscSize), down = pt(0.6), gap = pt(1)](QPainter &painter, QPointF at) {
                for (const auto &[group, text] : entries) {
                    paintGroupDisc(painter, group, Scheme::Light, at + QPointF(0, down), disc);
                    text.paint(painter, at + QPointF(indent, 0));
                    at.ry() += text.height() + gap;
                }
                day.paint(painter, at + QPointF(indent, 0));
            }};
}

Strip PdfCells::articleHead(int article, double width, bool isDated) const
{
    const ReportArticle &from = m_report.articles[static_cast<size_t>(article)];
    const double indent = pt(ArticleBadge + 4);
    const TextBlock name(shortened(from.name, NameLength), m_measure.sans(TableSize, QFont::DemiBold), Ink,
                         width - indent);
    const QString day = from.published.isEmpty() ? say(QT_TRANSLATE_NOOP("parallax", "no date given")) : from.published;
    const TextBlock published(isDated ? day : QString(), m_measure.sans(SmallSize), Muted, width);
    const double nameHeight = std::max(name.height(), pt(ArticleBadge));
    return {nameHeight + published.height(), [=, size = pt(ArticleBadge)](QPainter &painter, QPointF at) {
                paintArticleBadge(painter, article, Scheme::Light, at, size);
                name.paint(painter, at + QPointF(indent, 0));
                published.paint(painter, at + QPointF(0, nameHeight));
            }};
}

std::vector<Strip> PdfCells::passageLines(const std::vector<ReportPassage> &passages, double width) const
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

} // namespace parallax
