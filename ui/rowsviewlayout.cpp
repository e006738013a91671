// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A table of a thousand events and fifty articles has more text than can be laid out while one waits. The table view
//! paints only the cells in sight, but wants the height of every row beforehand. So a row that was never seen has a
//! height guessed from the length of its texts, and gets its real one when it first comes into sight:
//!
//!     seen ▏row 7  412 px ▏        scrolling up, row 6 turns out 40 px taller than guessed:
//!          ▏row 8  300 px ▏        what stood at the top of the window is put there again
//!
//! Laying everything out at once would be simpler, and opening a large story in rows would take half a minute. For the
//! same reason a row of hundreds of articles is measured by the cells that one sees, and grows where sideways a taller
//! one comes into sight.
//! Tested by tst_rows.cpp.
#include "ui/rowsheader.h"
#include "ui/rowsview.h"

#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr int LeastWidth = 210;   ///< narrower is not readable
constexpr size_t MostCells = 600; ///< laid out at a time
constexpr int SilentHeight = 60;
constexpr int MostMeasuredCells = 60; ///< columns up to which a row is measured as a whole
/// Letters of a serif are about half as wide as it is high, in any script that wraps at spaces.
constexpr double LetterWidth = 0.47;
constexpr double LinePitch = 1.55;

} // namespace

// ---- columns

void RowsView::setColumns(const std::vector<int> &articles)
{
    if (articles == m_columns)
        return;
    m_columns = articles;
    showColumns();
    relayout();
}

void RowsView::showColumns()
{
    const QScopedValueRollback arranging(m_isMeasuring, true);
    const int count = m_model->columnCount();
    for (int article = 0; article < count; ++article)
        setColumnHidden(article, !m_columns.empty() && !std::ranges::contains(m_columns, article));
    for (int place = 0; const int article : m_columns) {
        if (article < count)
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(article), place++);
    }
    shareWidths();
}

void RowsView::shareWidths()
{
    const QScopedValueRollback measuring(m_isMeasuring, true);
    const int shown = m_model->columnCount() - horizontalHeader()->hiddenSectionCount();
    if (shown <= 0)
        return;
    const int least = qRound(LeastWidth * std::max(1.0, m_type.zoom));
    const int share = std::max(least, viewport()->width() / shown);
    int rest = viewport()->width() - share * shown; // of the division: the last takes it
    for (int place = shown - 1; place >= 0; --place) {
        const int article = horizontalHeader()->logicalIndex(place);
        setColumnWidth(article, share + std::max(0, rest));
        rest = 0;
    }
}

// ---- heights

int RowsView::heightOf(int row)
{
    const int event = m_model->event(row);
    int height = std::max(SilentHeight, static_cast<EventHeader *>(verticalHeader())->heightOf(row));
    const bool isWide = m_model->columnCount() > MostMeasuredCells;
    if (isWide)
        height = std::max(height, rowHeight(row));
    for (int article = 0; article < m_model->columnCount(); ++article) {
        if (!m_model->isTold(event, article) || isColumnHidden(article))
            continue;
        const int left = columnViewportPosition(article);
        if (!isWide || (left < viewport()->width() && left + columnWidth(article) > 0))
            height = std::max(height, cell(event, article).height() + 1);
    }
    return height;
}

void RowsView::estimateHeights()
{
    const ComparisonPtr comparison = m_current->comparison();
    if (!comparison || m_model->rowCount() == 0 || !isVisible()) // showEvent() comes here again
        return;
    const QScopedValueRollback measuring(m_isMeasuring, true);
    const double em = systemTextSize() * m_type.zoom;
    const double letters = std::max(8.0, (columnWidth(horizontalHeader()->logicalIndex(0)) - 36) / (em * LetterWidth));
    for (int row = 0; row < m_model->rowCount(); ++row) {
        std::map<int, double> heights; // by article
        for (const EventMember &member :
             comparison->alignment.events[static_cast<size_t>(m_model->event(row))].members) {
            const double length = static_cast<double>(comparison->story.passage(member.passage).text.size());
            heights[member.passage.article] += std::ceil(length / letters) * em * LinePitch * m_type.spacing + 8;
        }
        double tallest = SilentHeight;
        for (const auto &[article, height] : heights)
            tallest = std::max(tallest, height + 12);
        setRowHeight(row, qRound(tallest));
    }
    std::ranges::fill(m_isMeasured, false);
}

void RowsView::measureVisible()
{
    if (m_isMeasuring || !isVisible() || m_model->rowCount() == 0)
        return;
    const QScopedValueRollback measuring(m_isMeasuring, true);
    const int first = rowAt(0);
    if (first < 0)
        return;
    bool changed = false;
    for (int row = first; row < m_model->rowCount(); ++row) {
        const int top = rowViewportPosition(row);
        if (top >= viewport()->height())
            break;
        if (m_isMeasured[static_cast<size_t>(row)] && m_model->columnCount() <= MostMeasuredCells)
            continue;
        m_isMeasured[static_cast<size_t>(row)] = true;
        const int before = rowHeight(row);
        const int height = heightOf(row);
        if (height == before)
            continue;
        changed = true;
        setRowHeight(row, height);
        if (top < 0) { // scrolled up into it: its lower end, which is what one sees, stays
            updateGeometries();
            verticalScrollBar()->setValue(verticalScrollBar()->value() + height - before);
        }
    }
    if (changed)
        updateGeometries();
    dropFarCells();
}

void RowsView::dropFarCells()
{
    if (m_cells.size() <= MostCells)
        return;
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    std::erase_if(m_cells, [&](const auto &entry) {
        const int row = m_model->rowOf(entry.first.first);
        return row < first - 1 || (last >= 0 && row > last + 1);
    });
}

/// Widths, type or marks have changed: everything in sight is measured again, and what stood at the top stays.
void RowsView::relayout()
{
    if (m_isMeasuring || m_model->rowCount() == 0)
        return;
    const int top = rowAt(0);
    const double share =
        top < 0 || rowHeight(top) == 0 ? 0 : -static_cast<double>(rowViewportPosition(top)) / rowHeight(top);
    estimateHeights();
    updateGeometries();
    if (top >= 0) {
        scrollRowTo(top, 0);
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(share * rowHeight(top)));
    }
    measureVisible();
    viewport()->update();
}

void RowsView::scrollRowTo(int row, int y)
{
    // Measuring the rows above the target may move it; what is measured stays so, so this ends.
    for (int round = 0; round < 4; ++round) {
        verticalScrollBar()->setValue(verticalHeader()->sectionPosition(row) - y);
        measureVisible();
        const int reached = rowViewportPosition(row);
        if (reached == y || verticalScrollBar()->value() == verticalScrollBar()->maximum())
            break;
    }
}

} // namespace parallax
