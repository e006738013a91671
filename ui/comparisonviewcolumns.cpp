// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the columns stand. What goes where is planColumns(); here it is done.
#include "ui/comparisonview.h"

#include "ui/articlehead.h"
#include "ui/articlepane.h"
#include "ui/connectors.h"
#include "ui/foldedspine.h"
#include "ui/overviewstrip.h"

#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

void ComparisonView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

bool ComparisonView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroller->viewport() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

// ---- where they stand

std::vector<bool> ComparisonView::silentArticles() const
{
    std::vector<bool> silent(m_columns.size(), false);
    const int event = m_current->event();
    if (!m_foldsSilent || event < 0)
        return silent;
    silent.assign(m_columns.size(), true);
    for (const EventMember &member : m_current->comparison()->alignment.events[static_cast<size_t>(event)].members)
        silent[static_cast<size_t>(member.passage.article)] = false;
    for (const int article : m_unfolded)
        silent[static_cast<size_t>(article)] = false;
    return silent;
}

void ComparisonView::place()
{
    if (m_isPlacing)
        return;
    if (m_columns.empty()) {
        m_scroller->setGeometry(rect());
        return;
    }
    const QScopedValueRollback placing(m_isPlacing, true);
    const QScopedValueRollback moving(m_isMoving, true);
    m_plan = planColumns(m_choice, silentArticles(), width(), m_type.zoom);
    m_scroller->setGeometry(rect().adjusted(m_plan.fixedWidth, 0, 0, 0));
    const bool scrolls = m_plan.width > width() - m_plan.fixedWidth;
    m_scroller->setHorizontalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    m_host->resize(m_plan.width, m_scroller->viewport()->height());
    placeColumns();
    placeSpines();
    joinColumns();
    orderTabs();
    refreshColumns();
}

void ComparisonView::placeColumns()
{
    const int headHeight = m_columns.front().head->sizeHint().height();
    const int height = m_scroller->viewport()->height();
    std::vector<bool> isShown(m_columns.size(), false);
    for (const ColumnSlot &slot : m_plan.columns) {
        const Column &column = m_columns[static_cast<size_t>(slot.article)];
        const bool isBase = m_plan.hasBase && slot.article == m_choice.base;
        QWidget *parent = isBase ? static_cast<QWidget *>(this) : m_host;
        QWidget *focused = focusWidget(); // a widget that goes to another parent loses the keyboard
        const bool hadFocus = column.head == focused || column.pane->isAncestorOf(focused) || column.pane == focused;
        const bool moves = column.head->parentWidget() != parent;
        if (moves) {
            column.head->setParent(parent);
            column.pane->setParent(parent);
        }
        column.head->setBase(isBase);
        column.head->setGeometry(slot.x, 0, slot.width, headHeight);
        column.pane->setGeometry(slot.x, headHeight, slot.width, std::max(0, height - headHeight));
        column.head->show();
        column.pane->show();
        if (moves && hadFocus)
            focused->setFocus(Qt::OtherFocusReason);
        isShown[static_cast<size_t>(slot.article)] = true;
    }
    for (size_t i = 0; i < m_columns.size(); ++i) {
        m_columns[i].head->setVisible(isShown[i]);
        m_columns[i].pane->setVisible(isShown[i]);
    }
}

void ComparisonView::placeSpines()
{
    const bool isSame = std::ranges::equal(m_plan.spines, m_spines, {}, &Spine::articles, &FoldedSpine::articles);
    if (!isSame) {
        qDeleteAll(m_spines);
        m_spines.clear();
        for (const Spine &spine : m_plan.spines) {
            auto *folded = new FoldedSpine(*m_current->comparison(), spine.articles, m_host);
            connect(folded, &FoldedSpine::clicked, this, [this, articles = spine.articles] {
                m_unfolded.insert(articles.begin(), articles.end());
                // After the click: placing deletes the spine.
                QMetaObject::invokeMethod(this, [this] { place(); }, Qt::QueuedConnection);
            });
            m_spines.push_back(folded);
        }
    }
    for (size_t i = 0; i < m_spines.size(); ++i) {
        m_spines[i]->setGeometry(m_plan.spines[i].x, 0, m_plan.spines[i].width, m_host->height());
        m_spines[i]->show();
        m_spines[i]->raise();
    }
}

/// A gutter between any two neighbours. The base's neighbour is the leftmost column that one sees beside it.
void ComparisonView::joinColumns()
{
    struct Joint {
        int left, right;
        QRect area;
        QWidget *parent;
        bool isOverFold;
    };
    std::vector<Joint> joints;
    const int scroll = m_scroller->horizontalScrollBar()->value();
    const int top = m_columns.empty() ? 0 : m_columns.front().head->height();
    const int height = std::max(0, m_host->height() - top);
    const auto hasSpine = [this](int from, int to) {
        return std::ranges::any_of(m_plan.spines, [=](const Spine &s) { return s.x >= from && s.x + s.width <= to; });
    };
    const size_t first = m_plan.hasBase ? 1 : 0;
    for (size_t i = first; i + 1 < m_plan.columns.size(); ++i) {
        const ColumnSlot &left = m_plan.columns[i];
        const ColumnSlot &right = m_plan.columns[i + 1];
        joints.push_back({left.article, right.article, QRect(left.right(), top, right.x - left.right(), height), m_host,
                          hasSpine(left.right(), right.x)});
    }
    if (m_plan.hasBase && m_plan.columns.size() > 1) {
        const auto inSight = std::ranges::find_if(m_plan.columns.begin() + 1, m_plan.columns.end(),
                                                  [scroll](const ColumnSlot &slot) { return slot.x >= scroll; });
        const ColumnSlot &base = m_plan.columns.front();
        const ColumnSlot &next = inSight == m_plan.columns.end() ? m_plan.columns.back() : *inSight;
        joints.push_back({base.article, next.article,
                          QRect(base.right(), top, m_plan.fixedWidth - base.right(), height), this,
                          next.article != m_plan.columns[1].article || hasSpine(0, next.x)});
    }
    const bool isSame = std::ranges::equal(joints, m_gutters, [](const Joint &joint, const Connectors *gutter) {
        return gutter->left()->article() == joint.left && gutter->right()->article() == joint.right;
    });
    if (!isSame) {
        qDeleteAll(m_gutters);
        m_gutters.clear();
        for (const Joint &joint : joints)
            addGutter(joint.left, joint.right, joint.parent);
        for (FoldedSpine *spine : m_spines)
            spine->raise();
    }
    for (size_t i = 0; i < joints.size(); ++i) {
        m_gutters[i]->setOverFold(joints[i].isOverFold);
        m_gutters[i]->setGeometry(joints[i].area);
    }
    showRibbons();
}

void ComparisonView::addGutter(int left, int right, QWidget *parent)
{
    auto *gutter = new Connectors(pane(left), pane(right), parent);
    connect(gutter, &Connectors::eventHovered, this, &ComparisonView::setHovered);
    connect(gutter, &Connectors::eventActivated, m_current, [this](int event) {
        m_lastActivated.reset();
        if (event == m_current->event())
            level();
        else
            m_current->setEvent(event);
    });
    gutter->show();
    m_gutters.push_back(gutter);
}

/// The ribbon runs across a strip only where a next column tells the event.
void ComparisonView::showRibbons()
{
    const auto tells = [this](int article) { return !pane(article)->runStarts(m_current->event()).empty(); };
    for (size_t i = 0; i < m_plan.columns.size(); ++i)
        pane(m_plan.columns[i].article)
            ->strip()
            ->setRibbonShown(i + 1 < m_plan.columns.size() && tells(m_plan.columns[i + 1].article));
}

/// Tab goes from left to right, whatever the order was at first.
void ComparisonView::orderTabs()
{
    std::vector<int> order;
    for (const ColumnSlot &slot : m_plan.columns)
        order.push_back(slot.article);
    if (order == m_tabOrder)
        return;
    m_tabOrder = order;
    QWidget *last = nullptr;
    for (const ColumnSlot &slot : m_plan.columns) {
        const Column &column = m_columns[static_cast<size_t>(slot.article)];
        if (last)
            QWidget::setTabOrder(last, column.head);
        QWidget::setTabOrder(column.head, column.pane);
        last = column.pane;
    }
}

bool ComparisonView::isOnScreen(const Column &column) const
{
    if (column.pane->isHidden())
        return false;
    if (column.pane->parentWidget() != m_host)
        return true;
    const int left = column.pane->x() - m_scroller->horizontalScrollBar()->value();
    return left < m_scroller->viewport()->width() && left + column.pane->width() > 0;
}

void ComparisonView::refreshColumns()
{
    for (Column &column : m_columns) {
        if (column.isStale && isOnScreen(column))
            refreshColumn(column);
    }
    if (std::ranges::any_of(m_columns, &ComparisonView::isWaiting))
        m_idle.start();
}

bool ComparisonView::isWaiting(const Column &column)
{
    return column.isStale && !column.pane->isHidden();
}

void ComparisonView::refreshColumn(Column &column)
{
    const QScopedValueRollback moving(m_isMoving, true);
    column.isStale = false;
    const bool isFirstTime = !column.pane->isAwake();
    const ReadingPlace before = column.pane->placeAt(column.pane->levelHeight());
    const bool wasAtStart = column.pane->isAtStart();
    column.pane->setAttention(attention());
    column.pane->setType(m_type);
    column.pane->wake();
    QScrollBar *bar = column.pane->verticalScrollBar();
    if (isFirstTime)
        bar->setValue(levelScroll(*column.pane, {}, {}));
    else
        bar->setValue(wasAtStart ? column.pane->startScroll()
                                 : column.pane->scrollFor(before, column.pane->levelHeight()));
}

void ComparisonView::refreshOneColumn()
{
    const auto stale = std::ranges::find_if(m_columns, &ComparisonView::isWaiting);
    if (stale == m_columns.end())
        return;
    refreshColumn(*stale);
    m_idle.start();
}

/// Another event is current: others are silent. The column that the reader is in stays where it is on the screen.
void ComparisonView::foldSilent()
{
    m_unfolded.clear();
    const ArticlePane *anchor = m_lastActivated ? pane(m_lastActivated->article) : pane(focusedColumn());
    if (anchor && (anchor->isHidden() || anchor->parentWidget() != m_host))
        anchor = nullptr;
    QScrollBar *bar = m_scroller->horizontalScrollBar();
    const int before = anchor ? anchor->x() - bar->value() : 0;
    place();
    if (anchor && !anchor->isHidden())
        bar->setValue(anchor->x() - before);
    const auto tells = [this](const ColumnSlot &slot) {
        return !pane(slot.article)->runStarts(m_current->event()).empty();
    };
    const auto isSeen = [this](const ColumnSlot &slot) {
        return isOnScreen(m_columns[static_cast<size_t>(slot.article)]);
    };
    const auto first = std::ranges::find_if(m_plan.columns, tells);
    const bool isAnySeen =
        std::ranges::any_of(m_plan.columns, [&](const ColumnSlot &slot) { return tells(slot) && isSeen(slot); });
    if (!isAnySeen && first != m_plan.columns.end())
        showSideways(*pane(first->article));
}

} // namespace parallax
