// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/comparisonview.h"

#include "ui/accessibleviews.h"
#include "ui/articlehead.h"
#include "ui/articlepane.h"
#include "ui/connectors.h"
#include "ui/foldedspine.h" // whole: qDeleteAll of a declared class would call no destructor
#include "ui/overviewstrip.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {

ComparisonView::ComparisonView(Current *current, QWidget *parent)
    : QWidget(parent)
    , m_current(current)
    , m_index(std::make_shared<MarkIndex>())
    , m_scroller(new QScrollArea(this))
    , m_host(new QWidget)
{
    installAccessibleViews();
    setObjectName(u"comparisonView"_s);
    setAccessibleName(tr("Articles side by side"));
    m_scroller->setFrameShape(QFrame::NoFrame);
    m_scroller->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroller->setFocusPolicy(Qt::NoFocus);
    m_scroller->setWidget(m_host);
    m_scroller->viewport()->installEventFilter(this);
    m_host->setBackgroundRole(QPalette::Window);
    m_host->setAutoFillBackground(true);
    connect(m_scroller->horizontalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        joinColumns(); // the base's neighbour is another one now
        refreshColumns();
    });

    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &share) {
        const QScopedValueRollback moving(m_isMoving, true);
        for (size_t i = 0; i < std::min(m_journeys.size(), m_columns.size()); ++i) {
            const auto [from, to] = m_journeys[i];
            if (from != to && m_columns[i].pane)
                m_columns[i].pane->verticalScrollBar()->setValue(from + qRound((to - from) * share.toDouble()));
        }
    });
    m_idle.setSingleShot(true);
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &ComparisonView::refreshSomeColumns);

    connect(m_current, &Current::comparisonChanged, this, &ComparisonView::rebuild);
    connect(m_current, &Current::shownKindsChanged, this, &ComparisonView::spreadAttention);
    connect(m_current, &Current::eventChanged, this, [this] {
        m_stops.clear();
        spreadAttention();
        foldSilent();
        level(m_lastActivated);
    });
    connect(m_current, &Current::divergenceChanged, this, [this] {
        spreadAttention();
        showReadings();
    });
    rebuild();
}

ArticlePane *ComparisonView::pane(int article)
{
    if (!isArticle(article))
        return nullptr;
    makeColumn(article);
    Column &column = columnOf(article);
    if (!column.pane->isHidden())
        bringUp(column);
    return column.pane;
}

// ---- columns

void ComparisonView::rebuild()
{
    m_animation.stop();
    m_journeys.clear();
    m_lastActivated.reset();
    m_hovered = -1;
    qDeleteAll(m_gutters);
    m_gutters.clear();
    qDeleteAll(m_spines);
    m_spines.clear();
    m_unfolded.clear();
    m_plan = {};
    m_choice = {};
    m_stops.clear();
    m_tabOrder.clear();
    m_leader = -1;
    for (const Column &column : m_columns) {
        delete column.head;
        delete column.pane;
    }
    m_columns.clear();
    const ComparisonPtr comparison = m_current->comparison();
    if (!comparison)
        return;
    m_index = std::make_shared<MarkIndex>(*comparison);
    m_columns.resize(comparison->story.articles.size());
    m_choice = ColumnChoice::ofStory(columnCount());
    m_scroller->horizontalScrollBar()->setValue(0);
    m_isOpening = true;
    place();
}

void ComparisonView::makeColumn(int article)
{
    Column &column = columnOf(article);
    if (column.pane)
        return;
    const ComparisonPtr comparison = m_current->comparison();
    auto *head = new ArticleHead(*comparison, article, m_host);
    auto *pane = new ArticlePane(comparison, m_index, article, m_host);
    pane->setProseColoursShown(m_proseColoursShown);
    pane->setFinder(m_finder);
    pane->setOverviewShown(m_overviewShown);
    connect(pane, &ArticlePane::passageActivated, this,
            [this, article](int passage) { activatePassage({article, passage}); });
    connect(pane, &ArticlePane::divergenceActivated, m_current, &Current::setDivergence);
    connect(pane, &ArticlePane::passageHovered, this, [this, pane](int passage) {
        const std::vector<int> none;
        const std::vector<int> &events = passage < 0 ? none : pane->eventsOf(passage);
        setHovered(events.empty() || std::ranges::contains(events, m_current->event()) ? -1 : events.front());
    });
    connect(pane->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, pane] { follow(pane); });
    connectHead(head);
    column.head = head;
    column.pane = pane;
    if (const ColumnSlot *slot = slotOf(article)) {
        placeColumn(*slot);
    } else {
        head->hide();
        pane->hide();
    }
    // Tab comes to it after the nearest column before it that is made.
    const auto place = std::ranges::find(m_tabOrder, article);
    const auto before = std::find_if(std::make_reverse_iterator(place), m_tabOrder.rend(),
                                     [this](int other) { return columnOf(other).pane != nullptr; });
    if (place != m_tabOrder.end() && before != m_tabOrder.rend())
        QWidget::setTabOrder(columnOf(*before).pane, head);
    QWidget::setTabOrder(head, pane);
}

// ---- what is current

Focus ComparisonView::attention() const
{
    return {m_current->event(), m_current->divergence(), m_hovered, m_current->shownKinds()};
}

void ComparisonView::spreadAttention()
{
    const QScopedValueRollback moving(m_isMoving, true);
    const std::vector<Column *> near = nearColumns();
    for (Column &column : m_columns)
        column.isStale = true;
    for (Column *column : near) {
        column->isStale = false;
        column->pane->setAttention(attention());
    }
    m_idle.start();
    for (Connectors *gutter : m_gutters)
        gutter->update();
    showRibbons();
}

void ComparisonView::setHovered(int event)
{
    const int hovered = event == m_current->event() ? -1 : event;
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    spreadAttention();
}

void ComparisonView::activatePassage(PassageRef passage)
{
    const std::vector<int> &events = m_index->events(passage);
    if (events.empty())
        return;
    const auto present = std::ranges::find(events, m_current->event());
    const bool isAgain = m_lastActivated == passage;
    m_lastActivated = passage;
    if (present == events.end()) {
        m_current->setEvent(bestEvent(passage));
    } else if (isAgain && events.size() > 1) {
        m_current->setEvent(present + 1 == events.end() ? events.front() : *(present + 1));
    } else {
        level(passage);
    }
    m_current->setPassage(passage);
}

int ComparisonView::bestEvent(PassageRef passage) const
{
    int best = -1;
    double bestScore = -1;
    for (const int number : m_index->events(passage)) {
        const Event &event = m_current->comparison()->alignment.events[static_cast<size_t>(number)];
        const auto member = std::ranges::find(event.members, passage, &EventMember::passage);
        if (member != event.members.end() && member->score > bestScore) {
            best = number;
            bestScore = member->score;
        }
    }
    return best;
}

// ---- what the window asks for

void ComparisonView::goTo(PassageRef passage, TextSpan span)
{
    if (!isArticle(passage.article))
        return;
    reveal(passage.article);
    ArticlePane *column = pane(passage.article);
    showSideways(*column);
    column->unfold(passage.passage);
    level(passage, span);
    column->flash(passage.passage, span);
}

void ComparisonView::showSideways(const ArticlePane &pane)
{
    if (pane.parentWidget() != m_host) // the base is always in sight
        return;
    m_scroller->ensureVisible(pane.x(), 0, 0, 0);
    m_scroller->ensureVisible(pane.x() + pane.width(), 0, 0, 0);
}

void ComparisonView::focusColumn(int number)
{
    if (!isArticle(number))
        return;
    reveal(number);
    ArticlePane *column = pane(number);
    showSideways(*column);
    column->setFocus(Qt::ShortcutFocusReason);
}

int ComparisonView::focusedColumn() const
{
    const auto found = std::ranges::find_if(m_columns, [](const Column &column) {
        return column.pane && (column.pane->hasFocus() || column.pane->strip()->hasFocus() || column.head->hasFocus());
    });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

void ComparisonView::setScrollTogether(bool together)
{
    m_scrollsTogether = together;
}

void ComparisonView::setProseColoursShown(bool shown)
{
    m_proseColoursShown = shown;
    for (Column &column : m_columns)
        column.isStale = true;
    refreshColumns();
}

void ComparisonView::setOverviewShown(bool shown)
{
    m_overviewShown = shown;
    for (Column &column : m_columns)
        column.isStale = true;
    refreshColumns();
}

void ComparisonView::setZoom(double factor)
{
    ReadingType type = m_type;
    type.zoom = factor;
    setType(type);
}

void ComparisonView::setType(const ReadingType &type)
{
    ReadingType bounded = type;
    bounded.zoom = std::clamp(type.zoom, 0.5, 3.0);
    bounded.spacing = std::clamp(type.spacing, 1.0, 2.0);
    if (bounded == m_type)
        return;
    m_type = bounded;
    m_animation.stop();
    for (Column &column : m_columns)
        column.isStale = true;
    place(); // a large type has wider columns
    Q_EMIT typeChanged(m_type);
}

void ComparisonView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    // The panes have a font of their own, so Qt does not tell them that the system's text has another size.
    for (Column &column : m_columns)
        column.isStale = true;
    place();
}

void ComparisonView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(m_type.zoom * std::pow(1.1, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    const QPoint delta = event->angleDelta();
    QScrollBar *bar = m_scroller->horizontalScrollBar();
    bar->setValue(bar->value() - (delta.x() != 0 ? delta.x() : delta.y()));
    event->accept();
}

} // namespace parallax
