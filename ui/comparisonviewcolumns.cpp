// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the columns stand. What goes where is planColumns(); here it is done.
//!
//! A column is a dozen widgets and a laid-out text: some milliseconds. Five hundred of them made at once would leave
//! the window dead for seconds, and five hundred scrolled along would make scrolling one of them crawl. So columns are
//! made when they come near sight, the rest some milliseconds' worth at a time while nothing else is to do; and what is
//! out of sight is only noted to be stale (another event is current) or behind (the others have moved), and brought up
//! when it comes near. (Making only what is seen would be simpler; then Tab and screen readers would find no next
//! column.)
//!
//! Even those in sight are not made in one go: half a dozen take a tenth of a second on a slow machine. What is not
//! done within the time of a few frames comes with the next turns of the event loop, from left to right, so that a key
//! press gets in between. Whoever asks for a column by name (pane()) has it at once.
#include "ui/comparisonview.h"

#include "ui/articlehead.h"
#include "ui/articlepane.h"
#include "ui/connectors.h"
#include "ui/foldedspine.h"
#include "ui/overviewstrip.h"

#include <QElapsedTimer>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int SightShare = 16; ///< ms at a time for columns in and near sight
constexpr int IdleShare = 4;   ///< ms at a time for columns that are out of sight

} // namespace

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
    // What is not linked may still have words that the table shows.
    for (const int divergence : m_current->comparison()->divergencesOf(event)) {
        for (const Reading &reading : m_current->comparison()->divergences[static_cast<size_t>(divergence)].readings)
            silent[static_cast<size_t>(reading.passage.article)] = false;
    }
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
    if (!m_plan.columns.empty())
        makeColumn(m_plan.columns.front().article);
    std::vector<bool> isShown(m_columns.size(), false);
    for (const ColumnSlot &slot : m_plan.columns) {
        isShown[static_cast<size_t>(slot.article)] = true;
        if (columnOf(slot.article).pane)
            placeColumn(slot);
    }
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].pane && !isShown[i]) {
            m_columns[i].head->hide();
            m_columns[i].pane->hide();
        }
    }
}

void ComparisonView::placeColumn(const ColumnSlot &slot)
{
    const Column &column = columnOf(slot.article);
    const bool isBase = m_plan.hasBase && slot.article == m_choice.base;
    QWidget *parent = isBase ? static_cast<QWidget *>(this) : m_host;
    QWidget *focused = focusWidget(); // a widget that goes to another parent loses the keyboard
    const bool hadFocus = column.head == focused || column.pane->isAncestorOf(focused) || column.pane == focused;
    const bool moves = column.head->parentWidget() != parent;
    if (moves) {
        column.head->setParent(parent);
        column.pane->setParent(parent);
    }
    m_headHeight = column.head->sizeHint().height();
    const int height = m_scroller->viewport()->height();
    column.head->setBase(isBase);
    column.head->setGeometry(slot.x, 0, slot.width, m_headHeight);
    column.pane->setGeometry(slot.x, m_headHeight, slot.width, std::max(0, height - m_headHeight));
    column.head->show();
    column.pane->show();
    if (moves && hadFocus)
        focused->setFocus(Qt::OtherFocusReason);
}

const ColumnSlot *ComparisonView::slotOf(int article) const
{
    const auto found = std::ranges::find(m_plan.columns, article, &ColumnSlot::article);
    return found == m_plan.columns.end() ? nullptr : &*found;
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

/// A gutter between any two neighbours near sight that are made. The base's neighbour is the leftmost column that one
/// sees beside it.
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
    const int top = m_headHeight;
    const int height = std::max(0, m_host->height() - top);
    const auto hasSpine = [this](int from, int to) {
        return std::ranges::any_of(m_plan.spines, [=](const Spine &s) { return s.x >= from && s.x + s.width <= to; });
    };
    const size_t first = m_plan.hasBase ? 1 : 0;
    for (size_t i = first; i + 1 < m_plan.columns.size(); ++i) {
        const ColumnSlot &left = m_plan.columns[i];
        const ColumnSlot &right = m_plan.columns[i + 1];
        if ((!isNear(left) && !isNear(right)) || !isAwake(left.article) || !isAwake(right.article))
            continue;
        joints.push_back({left.article, right.article, QRect(left.right(), top, right.x - left.right(), height), m_host,
                          hasSpine(left.right(), right.x)});
    }
    if (m_plan.hasBase && m_plan.columns.size() > 1) {
        const auto inSight = std::ranges::find_if(m_plan.columns.begin() + 1, m_plan.columns.end(),
                                                  [scroll](const ColumnSlot &slot) { return slot.x >= scroll; });
        const ColumnSlot &base = m_plan.columns.front();
        const ColumnSlot &next = inSight == m_plan.columns.end() ? m_plan.columns.back() : *inSight;
        if (isAwake(base.article) && isAwake(next.article))
            joints.push_back({base.article, next.article,
                              QRect(base.right(), top, m_plan.fixedWidth - base.right(), height), this,
                              next.article != m_plan.columns[1].article || hasSpine(0, next.x)});
    }
    const bool isSame = std::ranges::equal(joints, m_gutters, [](const Joint &joint, const Connectors *gutter) {
        return gutter->left()->article() == joint.left && gutter->right()->article() == joint.right;
    });
    if (!isSame) {
        std::vector<Connectors *> former = std::exchange(m_gutters, {});
        for (const Joint &joint : joints) {
            const auto kept = std::ranges::find_if(former, [&joint](const Connectors *gutter) {
                return gutter->left()->article() == joint.left && gutter->right()->article() == joint.right &&
                       gutter->parentWidget() == joint.parent;
            });
            if (kept == former.end()) {
                addGutter(joint.left, joint.right, joint.parent);
            } else {
                m_gutters.push_back(*kept);
                former.erase(kept);
            }
        }
        qDeleteAll(former);
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
    auto *gutter = new Connectors(columnOf(left).pane, columnOf(right).pane, parent);
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
    const std::vector<bool> tells = tellers();
    for (size_t i = 0; i < m_plan.columns.size(); ++i) {
        if (const ArticlePane *column = columnOf(m_plan.columns[i].article).pane)
            column->strip()->setRibbonShown(i + 1 < m_plan.columns.size() &&
                                            tells[static_cast<size_t>(m_plan.columns[i + 1].article)]);
    }
}

std::vector<bool> ComparisonView::tellers() const
{
    std::vector<bool> tells(m_columns.size(), false);
    if (m_current->event() >= 0) {
        for (const EventMember &member :
             m_current->comparison()->alignment.events[static_cast<size_t>(m_current->event())].members)
            tells[static_cast<size_t>(member.passage.article)] = true;
    }
    return tells;
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
        const Column &column = columnOf(slot.article);
        if (!column.pane)
            continue;
        if (last)
            QWidget::setTabOrder(last, column.head);
        QWidget::setTabOrder(column.head, column.pane);
        last = column.pane;
    }
}

bool ComparisonView::isInSight(const ColumnSlot &slot, int reach) const
{
    if (m_plan.hasBase && slot.article == m_choice.base)
        return true;
    const int left = slot.x - m_scroller->horizontalScrollBar()->value();
    return left < m_scroller->viewport()->width() + reach && left + slot.width > -reach;
}

std::vector<ComparisonView::Column *> ComparisonView::nearColumns()
{
    std::vector<Column *> near;
    for (const ColumnSlot &slot : m_plan.columns) {
        Column &column = columnOf(slot.article);
        if (column.pane && !column.isStale && isNear(slot))
            near.push_back(&column);
    }
    return near;
}

// ---- up to date

bool ComparisonView::isUpToDate(int article) const
{
    const Column &column = columnOf(article);
    return column.pane && !column.isStale && !column.isBehind;
}

bool ComparisonView::isAwake(int article) const
{
    return columnOf(article).pane && columnOf(article).pane->isAwake();
}

bool ComparisonView::isSettled() const
{
    return std::ranges::all_of(m_plan.columns,
                               [this](const ColumnSlot &slot) { return !isInSight(slot) || isUpToDate(slot.article); });
}

void ComparisonView::refreshColumns()
{
    m_idle.start();
    if (m_isOpening)
        return;
    QElapsedTimer timer;
    timer.start();
    bool isAnyNew = false;
    bool isAnyDone = false; // however slow the machine
    for (const ColumnSlot &slot : m_plan.columns) {
        if (!isNear(slot) || isUpToDate(slot.article))
            continue;
        if (isAnyDone && timer.elapsed() >= SightShare)
            break;
        isAnyDone = true;
        isAnyNew = isAnyNew || !isAwake(slot.article);
        makeColumn(slot.article);
        bringUp(columnOf(slot.article));
    }
    if (isAnyNew)
        joinColumns();
}

void ComparisonView::refreshSomeColumns()
{
    if (m_isOpening) { // after what else opening started
        m_isOpening = false;
        m_idle.start();
        return;
    }
    const auto isBelated = [this](const ColumnSlot &slot) { return isNear(slot) && !isUpToDate(slot.article); };
    if (std::ranges::any_of(m_plan.columns, isBelated)) {
        refreshColumns();
        return;
    }
    QElapsedTimer timer;
    timer.start();
    for (const ColumnSlot &slot : m_plan.columns) {
        if (!columnOf(slot.article).isStale)
            continue;
        if (timer.elapsed() >= IdleShare) {
            m_idle.start();
            return;
        }
        makeColumn(slot.article);
        bringUp(columnOf(slot.article));
    }
}

void ComparisonView::bringUp(Column &column)
{
    if (column.isStale)
        refreshColumn(column);
    if (column.isBehind)
        catchUp(column);
}

void ComparisonView::refreshColumn(Column &column)
{
    const QScopedValueRollback moving(m_isMoving, true);
    column.isStale = false;
    ArticlePane *pane = column.pane;
    const bool isFirstTime = !pane->isAwake();
    const ReadingPlace before = pane->placeAt(pane->levelHeight());
    const bool wasAtStart = pane->isAtStart();
    pane->setAttention(attention());
    pane->setProseColoursShown(m_proseColoursShown);
    pane->setOverviewShown(m_overviewShown);
    pane->setType(m_type);
    pane->wake();
    if (!isFirstTime)
        pane->verticalScrollBar()->setValue(wasAtStart ? pane->startScroll()
                                                       : pane->scrollFor(before, pane->levelHeight()));
}

/// Puts a column where it would stand had it moved along.
void ComparisonView::catchUp(Column &column)
{
    const QScopedValueRollback moving(m_isMoving, true);
    column.isBehind = false;
    const ArticlePane *leader = m_leader >= 0 ? columnOf(m_leader).pane : nullptr;
    const int scroll = leader && leader != column.pane ? followScroll(*leader, *column.pane)
                                                       : readingScroll(*column.pane, levelScroll(*column.pane, {}, {}));
    column.pane->verticalScrollBar()->setValue(scroll);
}

void ComparisonView::leaveBehind()
{
    for (Column &column : m_columns)
        column.isBehind = true;
}

/// Another event is current: others are silent. The column that the reader is in stays where it is on the screen.
void ComparisonView::foldSilent()
{
    m_unfolded.clear();
    const int reader = m_lastActivated ? m_lastActivated->article : focusedColumn();
    const ArticlePane *anchor = isArticle(reader) ? columnOf(reader).pane : nullptr;
    if (anchor && (anchor->isHidden() || anchor->parentWidget() != m_host))
        anchor = nullptr;
    QScrollBar *bar = m_scroller->horizontalScrollBar();
    const int before = anchor ? anchor->x() - bar->value() : 0;
    place();
    if (anchor && !anchor->isHidden())
        bar->setValue(anchor->x() - before);
    const auto tells = [telling = tellers()](const ColumnSlot &slot) {
        return telling[static_cast<size_t>(slot.article)];
    };
    const auto isSeen = [this](const ColumnSlot &slot) { return isInSight(slot); };
    const auto first = std::ranges::find_if(m_plan.columns, tells);
    const bool isAnySeen =
        std::ranges::any_of(m_plan.columns, [&](const ColumnSlot &slot) { return tells(slot) && isSeen(slot); });
    if (!isAnySeen && first != m_plan.columns.end())
        showSideways(*pane(first->article));
}

} // namespace parallax
