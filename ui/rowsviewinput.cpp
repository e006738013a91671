// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the rows do when they are clicked, pointed at and typed at.
#include "ui/articlename.h"
#include "ui/icons.h"
#include "ui/marktip.h"
#include "ui/rowsview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {

std::vector<QRectF> RowsView::wordRows(PassageRef passage, TextSpan span)
{
    for (const int event : m_index->events(passage)) {
        const int row = m_model->rowOf(event);
        if (row < 0 || isColumnHidden(passage.article))
            continue;
        const bool isBest =
            event == m_current->event() || !std::ranges::contains(m_index->events(passage), m_current->event());
        if (!isBest)
            continue;
        std::vector<QRectF> rows = cell(event, passage.article).rows(passage, span);
        for (QRectF &words : rows)
            words.translate(columnViewportPosition(passage.article), rowViewportPosition(row));
        return rows;
    }
    return {};
}

const Mark *RowsView::markAt(QPoint point)
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid() || !m_model->isTold(m_model->event(index.row()), index.column()))
        return nullptr;
    const QPoint inCell = point - visualRect(index).topLeft();
    return cell(m_model->event(index.row()), index.column()).markAt(inCell);
}

std::optional<PassageRef> RowsView::passageAt(QPoint point)
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid() || !m_model->isTold(m_model->event(index.row()), index.column()))
        return std::nullopt;
    CellText &text = cell(m_model->event(index.row()), index.column());
    const int number = text.passageAt(point.y() - visualRect(index).top());
    return text.passages()[static_cast<size_t>(std::max(0, number))];
}

bool RowsView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Mark *mark = markAt(help->pos());
        if (mark)
            QToolTip::showText(help->globalPos(), markTip(*m_current->comparison(), mark->divergence), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::MouseMove) {
        const Mark *mark = markAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        viewport()->setCursor(mark && mark->hasBadge ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    return QTableView::viewportEvent(event);
}

void RowsView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const Mark *mark = markAt(event->position().toPoint());
    if (mark && mark->hasBadge)
        m_current->setDivergence(mark->divergence);
}

void RowsView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto passage = passageAt(event->position().toPoint()))
        Q_EMIT passageRequested(*passage);
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QModelIndex index = currentIndex();
    if (isEnter && index.isValid()) {
        const std::vector<PassageRef> passages =
            cellPassages(*m_current->comparison(), m_model->event(index.row()), index.column());
        if (!passages.empty())
            Q_EMIT passageRequested(passages.front());
    } else if (event->matches(QKeySequence::Copy)) {
        copyCell();
    } else if (event->key() == Qt::Key_Space) {
        verticalScrollBar()->triggerAction(event->modifiers() & Qt::ShiftModifier ? QScrollBar::SliderPageStepSub
                                                                                  : QScrollBar::SliderPageStepAdd);
    } else {
        QTableView::keyPressEvent(event);
    }
}

void RowsView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        Q_EMIT zoomRequested(m_type.zoom * std::pow(1.1, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        const QPoint delta = event->angleDelta();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (delta.x() != 0 ? delta.x() : delta.y()));
        event->accept();
        return;
    }
    QTableView::wheelEvent(event);
}

void RowsView::copyCell() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString name = m_model->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(name + u":\n"_s + text);
}

void RowsView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint point = isByKey ? visualRect(currentIndex()).center() : event->pos();
    const auto passage = passageAt(point);
    if (!passage)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(breezeIcon(u"go-jump"_s), tr("Show in Its &Article")), &QAction::triggered, this,
            [this, passage] { Q_EMIT passageRequested(*passage); });
    connect(menu->addAction(breezeIcon(u"edit-copy"_s), tr("&Copy Text")), &QAction::triggered, this,
            &RowsView::copyCell);
    menu->popup(isByKey ? viewport()->mapToGlobal(point) : event->globalPos());
}

} // namespace parallax
