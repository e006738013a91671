// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Sheets of paper that fill from top to bottom. Laying out comes first and whole, painting after it: only then is it
//! known that a page is the third of seventeen.
#pragma once

#include "report/pdftext.h"

#include <QRectF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace parallax {

/// Draws something whose top left corner is given.
using Paint = std::function<void(QPainter &painter, QPointF topLeft)>;

/// A place that leads to an event.
struct EventLink {
    QRectF area;   ///< device units; in a strip from its top left corner, on a page from the page's
    int event = 0; ///< ReportEvent::number
};

/// A place of the report with a name.
struct Bookmark {
    QString title;
    int event = 0; ///< ReportEvent::number; 0 for a section
    int page = 0;  ///< 0-based
    double top = 0;
};

/// A piece that is never cut: a table row, a line of a passage, a heading.
struct Strip {
    double height = 0;
    Paint paint;
    bool staysWithNext = false; ///< must not be the last on a sheet
    std::vector<EventLink> links = {};
};

class Sheets
{
public:
    /// `frame`: the part of a sheet between running head and foot, in device units.
    explicit Sheets(QRectF frame);

    double width() const { return m_frame.width(); }
    double frameHeight() const { return m_frame.height(); }
    /// What is left of the current sheet.
    double room() const { return m_frame.bottom() - m_y; }
    bool isAtTop() const { return m_y <= m_frame.top(); }

    void begin();               ///< a new sheet
    void ensure(double height); ///< a new sheet unless so much fits; none where the sheet is still empty
    void skip(double height);   ///< leaves space; none at the top of a sheet
    /// Puts a strip down; over a sheet's end where the sheet is empty and still too small.
    void put(const Strip &strip);
    /// Puts something at `left` of the current place without moving on.
    void putBeside(double left, double down, Paint paint);
    void putLinks(const std::vector<EventLink> &links);
    /// Gives the current place a name; `event` as in Bookmark.
    void putBookmark(const QString &title, int event);
    void advance(double height) { m_y += height; }

    /// The events a sheet shows, for its running head; counted from 1, `event` 0 for none.
    void setEvent(int event);

    struct Sheet {
        std::vector<std::pair<QPointF, Paint>> items;
        int firstEvent = 0;
        int lastEvent = 0;
        std::vector<EventLink> links = {};
    };
    const std::vector<Sheet> &sheets() const { return m_sheets; }
    const std::vector<Bookmark> &bookmarks() const { return m_bookmarks; }

private:
    QRectF m_frame;
    double m_y = 0;
    int m_event = 0;
    std::vector<Sheet> m_sheets;
    std::vector<Bookmark> m_bookmarks;
};

/// Rows under a head that is repeated on every sheet; no row is cut, and the head never stands alone. With a rule under
/// the head and under every row where `isRuled`.
void putTable(Sheets &sheets, const PrintMeasure &measure, const Strip &head, const std::vector<Strip> &rows,
              bool isRuled = true);

/// One of several columns of text that run on over sheets side by side.
struct TextColumn {
    double left = 0;
    double width = 0;
    Strip head; ///< repeated on every sheet on which the column has lines
    std::vector<Strip> lines;
};

/// How much room the columns want where they begin: all of theirs where they are not to be split, else some lines.
double startHeight(const Sheets &sheets, const std::vector<TextColumn> &columns);

/// Columns side by side, each running on by itself on the next sheet where it must; hair lines between them where
/// `isRuled`. Short blocks are not split.
void putColumns(Sheets &sheets, const PrintMeasure &measure, std::vector<TextColumn> columns, bool isRuled);

} // namespace parallax
