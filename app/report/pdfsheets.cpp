// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_pdfwriter.cpp.

#include "report/pdfsheets.h"

#include <QPainter>
#include <QPen>

#include <algorithm>

namespace parallax {

namespace {

constexpr double ThickRule = 0.9; // points
constexpr double ThinRule = 0.5;
constexpr double UnsplitShare = 0.3; // of a sheet: a block of columns lower than this moves rather than splits
constexpr size_t StartLines = 4;     // of a block that is split, under its head

Paint ruleOf(double width, double thickness, const QColor &colour)
{
    return [=](QPainter &painter, QPointF at) {
        painter.setPen(QPen(colour, thickness, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QLineF(at.x(), at.y(), at.x() + width, at.y()));
    };
}

/// How many of the lines from `first` on fit into `room` without a broken promise to stay with the next.
size_t fitting(const std::vector<Strip> &lines, size_t first, double room)
{
    size_t end = first;
    for (double used = 0; end < lines.size() && used + lines[end].height <= room; ++end)
        used += lines[end].height;
    if (end == lines.size())
        return end - first;
    while (end > first && lines[end - 1].staysWithNext)
        --end;
    return end - first;
}

double heightOf(const std::vector<Strip> &lines, size_t first, size_t count)
{
    double height = 0;
    for (size_t i = first; i < first + count; ++i)
        height += lines[i].height;
    return height;
}

/// Of the heads of columns, and of all their lines.
struct ColumnHeights {
    double head = 0;
    double lines = 0;
};

ColumnHeights heightsOf(const std::vector<TextColumn> &columns)
{
    ColumnHeights heights;
    for (const TextColumn &column : columns) {
        heights.head = std::max(heights.head, column.head.height);
        heights.lines = std::max(heights.lines, heightOf(column.lines, 0, column.lines.size()));
    }
    return heights;
}

bool isUnsplit(const Sheets &sheets, ColumnHeights heights)
{
    return heights.head + heights.lines < sheets.frameHeight() * UnsplitShare;
}

} // namespace

Sheets::Sheets(QRectF frame)
    : m_frame(frame)
{
    begin();
}

void Sheets::begin()
{
    m_sheets.push_back({{}, m_event, m_event, {}});
    m_y = m_frame.top();
}

void Sheets::ensure(double height)
{
    if (room() < height && !isAtTop())
        begin();
}

void Sheets::skip(double height)
{
    if (!isAtTop())
        m_y = std::min(m_y + height, m_frame.bottom());
}

void Sheets::put(const Strip &strip)
{
    ensure(strip.height);
    putBeside(0, 0, strip.paint);
    putLinks(strip.links);
    m_y += strip.height;
}

void Sheets::putBeside(double left, double down, Paint paint)
{
    m_sheets.back().items.emplace_back(QPointF(m_frame.left() + left, m_y + down), std::move(paint));
}

void Sheets::putLinks(const std::vector<EventLink> &links)
{
    for (const EventLink &link : links)
        m_sheets.back().links.push_back({link.area.translated(m_frame.left(), m_y), link.event});
}

void Sheets::putBookmark(const QString &title, int event)
{
    m_bookmarks.push_back({title, event, static_cast<int>(m_sheets.size()) - 1, m_y});
}

void Sheets::setEvent(int event)
{
    m_event = event;
    Sheet &sheet = m_sheets.back();
    if (sheet.firstEvent == 0 || isAtTop())
        sheet.firstEvent = event;
    sheet.lastEvent = event;
}

void putTable(Sheets &sheets, const PrintMeasure &measure, const Strip &head, const std::vector<Strip> &rows,
              bool isRuled)
{
    const Paint thick = ruleOf(sheets.width(), measure.points(ThickRule), printcolour::Ink);
    const Paint thin = ruleOf(sheets.width(), measure.points(ThinRule), printcolour::Hair);
    const auto putHead = [&] {
        sheets.put(head);
        if (isRuled)
            sheets.putBeside(0, 0, thick);
    };
    sheets.ensure(head.height + (rows.empty() ? 0 : rows.front().height));
    putHead();
    for (const Strip &row : rows) {
        if (row.height > sheets.room()) {
            sheets.begin();
            putHead();
        }
        sheets.putBeside(0, 0, row.paint);
        sheets.putLinks(row.links);
        sheets.advance(row.height);
        if (isRuled)
            sheets.putBeside(0, 0, thin);
    }
}

double startHeight(const Sheets &sheets, const std::vector<TextColumn> &columns)
{
    const ColumnHeights heights = heightsOf(columns);
    if (isUnsplit(sheets, heights))
        return heights.head + heights.lines;
    double start = 0;
    for (const TextColumn &column : columns)
        start = std::max(start, heightOf(column.lines, 0, std::min(StartLines, column.lines.size())));
    return heights.head + start;
}

void putColumns(Sheets &sheets, const PrintMeasure &measure, std::vector<TextColumn> columns, bool isRuled)
{
    const auto [headHeight, whole] = heightsOf(columns);
    if (whole <= 0)
        return;
    sheets.ensure(startHeight(sheets, columns));
    std::vector<size_t> done(columns.size(), 0);
    const auto isDone = [&](size_t i) { return done[i] == columns[i].lines.size(); };
    for (bool isMoved = false;;) {
        double used = 0;
        const double room = sheets.room() - headHeight;
        std::vector<size_t> counts(columns.size(), 0);
        for (size_t i = 0; i < columns.size(); ++i) {
            counts[i] = fitting(columns[i].lines, done[i], room);
            used = std::max(used, heightOf(columns[i].lines, done[i], counts[i]));
        }
        if (used <= 0 && isMoved) { // a line higher than a sheet: over the end rather than never
            for (size_t i = 0; i < columns.size(); ++i)
                counts[i] = isDone(i) ? 0 : 1;
        } else if (used <= 0) {
            sheets.begin();
            isMoved = true;
            continue;
        }
        isMoved = false;
        for (size_t i = 0; i < columns.size(); ++i) {
            const TextColumn &column = columns[i];
            if (counts[i] > 0 && column.head.paint)
                sheets.putBeside(column.left, 0, column.head.paint);
            double down = headHeight;
            for (size_t k = done[i]; k < done[i] + counts[i]; ++k) {
                sheets.putBeside(column.left, down, column.lines[k].paint);
                down += column.lines[k].height;
            }
            used = std::max(used, down - headHeight);
            done[i] += counts[i];
        }
        if (isRuled) {
            const double height = headHeight + used;
            for (size_t i = 1; i < columns.size(); ++i) {
                const double gap = columns[i].left - columns[i - 1].left - columns[i - 1].width;
                sheets.putBeside(columns[i].left - gap / 2, 0,
                                 [height, thickness = measure.points(ThinRule)](QPainter &painter, QPointF at) {
                                     painter.setPen(QPen(printcolour::Hair, thickness, Qt::SolidLine, Qt::FlatCap));
                                     painter.drawLine(QLineF(at.x(), at.y(), at.x(), at.y() + height));
                                 });
            }
        }
        sheets.advance(headHeight + used);
        bool isAllDone = true;
        for (size_t i = 0; i < columns.size(); ++i)
            isAllDone = isAllDone && isDone(i);
        if (isAllDone)
            return;
        sheets.begin();
    }
}

} // namespace parallax
