// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a pane does when it is resized, clicked, hovered and typed at.
#include "ui/articlepane.h"

#include "ui/marktip.h"
#include "ui/whytext.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QToolTip>
#include <QWhatsThis>

#include <algorithm>

namespace parallax {

void ArticlePane::resizeEvent(QResizeEvent *event)
{
    const QScopedValueRollback settling(m_isSettling, true);
    const bool atStart = isAtStart();
    const ReadingPlace place = placeAt(m_layout->measures().lead); // the level before the viewport's new height
    QAbstractScrollArea::resizeEvent(event); // not QTextEdit's, which lays out the whole document again
    applyMeasures();
    if (m_isAwake)
        verticalScrollBar()->setValue(atStart ? startScroll() : scrollFor(place, levelHeight()));
    settleInSight();
}

void ArticlePane::scrollContentsBy(int dx, int dy)
{
    QTextEdit::scrollContentsBy(dx, dy);
    settleInSight();
    Q_EMIT moved();
}

void ArticlePane::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (m_prose && (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange))
        applySurfaces();
}

const Mark *ArticlePane::markAt(QPoint point) const
{
    const QPointF place = point + QPointF(0, verticalScrollBar()->value());
    const int position = m_layout->hitTest(place, Qt::ExactHit);
    if (position < 0)
        return nullptr;
    const QTextBlock block = document()->findBlock(position);
    const Mark *found = nullptr;
    for (const Mark &mark : marks(block.blockNumber())) {
        const std::vector<QRectF> rows = m_layout->rows(block.blockNumber(), mark.span);
        const bool isHit =
            std::ranges::any_of(rows, [&](const QRectF &row) { return row.adjusted(-1, -1, 1, 4).contains(place); });
        if (isHit && (!found || mark.span.length < found->span.length))
            found = &mark;
    }
    return found;
}

QString ArticlePane::tipAt(QPoint point) const
{
    const Mark *mark = markAt(point);
    return mark ? markTip(*m_comparison, mark->divergence) : QString();
}

QString ArticlePane::whatsThisAt(QPoint point) const
{
    if (const Mark *mark = markAt(point))
        return whyDivergent(*m_comparison, mark->divergence);
    const int number = passageAt(point.y());
    if (number >= 0 && isSingleSource(number))
        return tr("No other article reports this passage.");
    if (number >= 0 && !eventsOf(number).empty()) {
        const int event = isOfEvent(number, m_focus.event) ? m_focus.event : eventsOf(number).front();
        return whyTogether(*m_comparison, event, ref(number));
    }
    return tr("An article, whole and in its own order. Click a passage to level what the others report of its event.");
}

bool ArticlePane::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, viewport());
        return true;
    }
    if (event->type() == QEvent::QueryWhatsThis) {
        event->setAccepted(true);
        return true;
    }
    if (event->type() == QEvent::WhatsThis) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QWhatsThis::showText(help->globalPos(), whatsThisAt(help->pos()), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hoveredPassage >= 0) {
        m_hoveredPassage = -1;
        Q_EMIT passageHovered(-1);
    }
    return QTextEdit::viewportEvent(event);
}

void ArticlePane::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position().toPoint();
    QTextEdit::mousePressEvent(event);
}

void ArticlePane::mouseReleaseEvent(QMouseEvent *event)
{
    QTextEdit::mouseReleaseEvent(event);
    const QPoint point = event->position().toPoint();
    const bool isDrag = (point - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
    if (event->button() != Qt::LeftButton || isDrag || textCursor().hasSelection())
        return;
    const int number = passageAt(point.y());
    if (number < 0)
        return;
    m_keyboardPassage = number;
    if (m_layout->furnitureRun(number) > 0 && (m_layout->isFolded(number) || m_layout->hasLabel(number))) {
        toggleFold(number);
        return;
    }
    const Mark *mark = markAt(point);
    if (mark && mark->hasBadge)
        Q_EMIT divergenceActivated(mark->divergence);
    else
        Q_EMIT passageActivated(number);
}

void ArticlePane::mouseMoveEvent(QMouseEvent *event)
{
    QTextEdit::mouseMoveEvent(event);
    viewport()->setCursor(event->buttons() & Qt::LeftButton ? Qt::IBeamCursor : Qt::ArrowCursor);
    const int number = event->buttons() ? m_hoveredPassage : passageAt(event->position().toPoint().y());
    if (number == m_hoveredPassage)
        return;
    m_hoveredPassage = number;
    Q_EMIT passageHovered(number);
}

void ArticlePane::wheelEvent(QWheelEvent *event)
{
    // Zooming and scrolling sideways are the comparison view's.
    const bool isSideways = std::abs(event->angleDelta().x()) > std::abs(event->angleDelta().y());
    if ((event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) || isSideways)
        event->ignore();
    else
        QTextEdit::wheelEvent(event);
}

void ArticlePane::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    if (m_keyboardPassage < 0 && passageCount() > 0 && event->reason() != Qt::MouseFocusReason) {
        const std::vector<int> starts = runStarts(m_focus.event);
        m_keyboardPassage =
            starts.empty() ? m_layout->passageAt(verticalScrollBar()->value() + levelHeight()) : starts.front();
    }
    viewport()->update();
    Q_EMIT moved();
}

void ArticlePane::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    viewport()->update();
    Q_EMIT moved();
}

void ArticlePane::setKeyboardPassage(int number)
{
    if (number < 0 || number >= passageCount())
        return;
    m_keyboardPassage = number;
    // What comes into sight is laid out on the way, and may push it out again.
    for (int round = 0; round < 3; ++round)
        verticalScrollBar()->setValue(scrollShowing(number, {}, verticalScrollBar()->value()));
    setTextCursor(QTextCursor(document()->findBlockByNumber(number))); // the caret goes along
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(number);
    QAccessible::updateAccessibility(&focus); // tells a screen reader what to read
    viewport()->update();
}

void ArticlePane::moveKeyboard(int step)
{
    int number = m_keyboardPassage;
    do
        number += step;
    while (number >= 0 && number < passageCount() && m_layout->band(number).height() == 0);
    setKeyboardPassage(number);
}

void ArticlePane::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~Qt::KeypadModifier) {
        QTextEdit::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        moveKeyboard(1);
        break;
    case Qt::Key_Up:
        moveKeyboard(-1);
        break;
    case Qt::Key_Home:
        setKeyboardPassage(0);
        break;
    case Qt::Key_End:
        setKeyboardPassage(passageCount() - 1);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        verticalScrollBar()->triggerAction(event->key() == Qt::Key_PageDown ? QScrollBar::SliderPageStepAdd
                                                                            : QScrollBar::SliderPageStepSub);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_layout->furnitureRun(m_keyboardPassage) > 0)
            toggleFold(m_keyboardPassage);
        else if (m_keyboardPassage >= 0)
            Q_EMIT passageActivated(m_keyboardPassage);
        break;
    default:
        QTextEdit::keyPressEvent(event);
    }
}

} // namespace parallax
