// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The other way to read a story: one row an event, one cell an article, a gap where an article is silent.
#pragma once

#include "ui/celltext.h"
#include "ui/current.h"
#include "ui/rowsmodel.h"

#include <QTableView>
#include <QTimer>

#include <map>

namespace parallax {

/// Follows a Current and changes it: the row of the current event is the current row, clicking or walking to another
/// row makes its event current, clicking the badged words of a mark its divergence. The row heads and article heads
/// stay in place while the cells scroll. Text is laid out for the rows in sight and kept for some around them; rows
/// never seen have an estimated height.
class RowsView : public QTableView
{
    Q_OBJECT

public:
    explicit RowsView(Current *current, QWidget *parent = nullptr);

    RowsModel *rows() const { return m_model; }
    /// What is looked for: marked in the cells. Outlives the view.
    void setFinder(const Finder *finder);
    /// Which articles have a column, and in which order; as in columns mode.
    void setColumns(const std::vector<int> &articles);
    void setProseColoursShown(bool shown);
    void setType(const ReadingType &type);

    /// A switch in the corner over the row heads: it opens the list that sorts and filters the rows.
    void setCornerAction(QAction *action);
    /// Gives the table the keyboard, in the column of an article.
    void focusColumn(int article);
    /// Article of the cell with the keyboard; -1 for none.
    int focusedColumn() const;

    /// Scrolls words into view and frames them for a moment (an empty span frames nothing). false where the passage
    /// has no cell: it is of no event, or its event is filtered out, or its article hidden.
    bool goTo(PassageRef passage, TextSpan span = {});
    /// The first passage of the cell with the keyboard; of the row's first telling article where that is silent.
    std::optional<PassageRef> readingPlace() const;
    /// Cells that are laid out now; for those who watch that not all are.
    int laidOutCount() const { return static_cast<int>(m_cells.size()); }
    /// Where a cell's text of a passage stands in the viewport; empty where it is not in sight.
    std::vector<QRectF> wordRows(PassageRef passage, TextSpan span);

Q_SIGNALS:
    /// The reader wants to see a passage in its article: a double click, or Enter.
    void passageRequested(parallax::PassageRef passage);
    /// By Ctrl and the wheel.
    void zoomRequested(double factor);
    /// A head was dragged: the articles that are shown, in their new order.
    void orderRequested(const std::vector<int> &articles);
    void articleMenuRequested(int article, QPoint at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    class Delegate;
    using CellKey = std::pair<int, int>; ///< event, article

    void showComparison();
    void showColumns();
    void followEvent();
    void followDivergence();
    void estimateHeights();
    void shareWidths();
    /// Lays out the rows in sight and gives them their heights; what stands at the top stays there.
    void measureVisible();
    int heightOf(int row);
    void relayout();
    void scrollRowTo(int row, int y);
    CellText::Look look(int article) const;
    CellText &cell(int event, int article);
    void dropFarCells();
    void placeCorner();
    void paintCell(QPainter &painter, const QRect &area, const QModelIndex &index);
    /// What is at a point of the viewport: the mark, the passage.
    const Mark *markAt(QPoint point);
    std::optional<PassageRef> passageAt(QPoint point);
    void copyCell() const;

    Current *const m_current;
    RowsModel *const m_model;
    std::shared_ptr<const MarkIndex> m_index;
    const Finder *m_finder = nullptr;
    std::map<CellKey, std::unique_ptr<CellText>> m_cells;
    std::vector<bool> m_isMeasured; ///< by row
    std::vector<int> m_columns;     ///< articles, as ordered by the reader
    ReadingType m_type;
    bool m_hasProseColours = true;
    bool m_isFollowing = false; ///< we move to the current event; nobody walks
    bool m_isMeasuring = false;
    QWidget *m_corner = nullptr;
    PassageRef m_flashed{-1, -1};
    TextSpan m_flashedSpan;
    QTimer m_flashTimer;
};

} // namespace parallax
