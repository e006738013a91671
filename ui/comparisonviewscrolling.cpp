// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Levelling and scrolling together. Whoever moves a column does it under m_isMoving, so that no column follows a
//! column that is itself being led.
#include "ui/comparisonview.h"

#include "ui/articlepane.h"
#include "ui/finder.h"
#include "ui/scrollmap.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyle>
#include <QTextCursor>

#include <algorithm>

namespace parallax {

namespace {

constexpr int LevelTime = 160; ///< ms

} // namespace

int ComparisonView::levelScroll(const ArticlePane &pane, std::optional<PassageRef> anchor, TextSpan span) const
{
    const std::vector<int> starts = pane.runStarts(m_current->event());
    const bool isAnchor = anchor && anchor->article == pane.article();
    if (starts.empty()) {
        const int best = isAnchor ? anchor->passage : pane.firstReading(m_current->event());
        return best < 0 ? pane.verticalScrollBar()->value() : pane.scrollFor(best, pane.levelHeight());
    }
    int start = starts.front();
    for (const int candidate : starts) {
        if (isAnchor && candidate <= anchor->passage)
            start = candidate;
    }
    const int scroll = pane.scrollFor(start, pane.levelHeight());
    return isAnchor && !span.isEmpty() ? pane.scrollShowing(anchor->passage, span, scroll) : scroll;
}

void ComparisonView::level(std::optional<PassageRef> anchor, TextSpan span)
{
    m_leader = -1;
    leaveBehind();
    std::vector<std::optional<int>> targets(m_columns.size());
    for (Column *column : nearColumns()) {
        const int article = column->pane->article();
        column->isBehind = false;
        if (!column->pane->runStarts(m_current->event()).empty() ||
            column->pane->firstReading(m_current->event()) >= 0 || (anchor && anchor->article == article))
            targets[static_cast<size_t>(article)] = levelScroll(*column->pane, anchor, span);
    }
    scrollPanesTo(targets);
}

void ComparisonView::scrollPanesTo(const std::vector<std::optional<int>> &targets)
{
    m_animation.stop();
    m_journeys.clear();
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (!targets[i]) {
            m_journeys.emplace_back(0, 0);
            continue;
        }
        QScrollBar *bar = m_columns[i].pane->verticalScrollBar();
        // Through a long article there is no journey: what is laid out on the way would change where it ends.
        const bool isLong = m_columns[i].pane->passageCount() > MostLaidOutAtOnce;
        if (isLong) {
            const QScopedValueRollback moving(m_isMoving, true);
            bar->setValue(*targets[i]);
        }
        const int from = bar->value();
        m_journeys.emplace_back(from, isLong ? from : *targets[i]);
    }
    const bool animates = isVisible() && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    m_animation.setDuration(animates ? LevelTime : 0);
    if (animates) {
        m_animation.start();
        return;
    }
    const QScopedValueRollback moving(m_isMoving, true);
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_journeys[i].first != m_journeys[i].second)
            m_columns[i].pane->verticalScrollBar()->setValue(m_journeys[i].second);
    }
}

const std::vector<Correspondence> &ComparisonView::stops(int from, int to)
{
    const auto [entry, isNew] = m_stops.try_emplace({from, to});
    if (isNew)
        entry->second = correspondences(*m_current->comparison(), *m_index, from, to, m_current->event());
    return entry->second;
}

void ComparisonView::follow(ArticlePane *leader)
{
    if (m_isMoving || leader->isSettling() || !leader->isAwake())
        return;
    m_animation.stop();
    if (!m_scrollsTogether)
        return;
    m_leader = leader->article();
    leaveBehind();
    columnOf(m_leader).isBehind = false;
    for (Column *column : nearColumns()) {
        if (column->pane != leader)
            catchUp(*column);
    }
}

int ComparisonView::followScroll(const ArticlePane &leader, const ArticlePane &pane)
{
    const PassageLayout &from = leader.passageLayout();
    const PassageLayout &to = pane.passageLayout();
    const int height = leader.verticalScrollBar()->value() + leader.levelHeight();
    const double mapped = mappedHeight(
        stops(leader.article(), pane.article()), height, from.content(), to.content(),
        [&](int i) { return from.band(i); }, [&](int i) { return to.band(i); });
    return qRound(mapped) - pane.levelHeight();
}

void ComparisonView::setFinder(const Finder *finder)
{
    m_finder = finder;
    const auto repaint = [this] {
        for (const Column &column : m_columns) {
            if (column.pane)
                column.pane->setFinder(m_finder);
        }
    };
    repaint();
    connect(finder, &Finder::matchesChanged, this, repaint);
    connect(finder, &Finder::currentChanged, this, [this, repaint] {
        repaint();
        showMatch();
    });
}

QString ComparisonView::selectedText() const
{
    for (const Column &column : m_columns) {
        const QString text = column.pane ? column.pane->textCursor().selectedText() : QString();
        if (!text.isEmpty())
            return text.simplified(); // paragraph separators become spaces
    }
    return {};
}

PassageRef ComparisonView::readingPlace() const
{
    const int column = std::max(0, focusedColumn());
    const ArticlePane *reader = isArticle(column) ? m_columns[static_cast<size_t>(column)].pane : nullptr;
    if (!reader || reader->passageCount() == 0)
        return {column, 0};
    const auto visible = reader->visiblePassages();
    const int first = visible.empty() ? 0 : visible.front().first;
    return {column, reader->hasFocus() && reader->keyboardPassage() >= 0 ? reader->keyboardPassage() : first};
}

/// Only the column that has the match moves for it; scrolling together the others follow by event as ever.
void ComparisonView::showMatch()
{
    const std::optional<Match> match = m_finder->currentMatch();
    if (!match || !isVisible() || !isArticle(match->passage.article))
        return;
    reveal(match->passage.article);
    ArticlePane *column = pane(match->passage.article);
    m_animation.stop();
    showSideways(*column);
    const int number = match->passage.passage;
    column->unfold(number);
    QScrollBar *bar = column->verticalScrollBar();
    const int now = bar->value();
    if (column->scrollShowing(number, match->span, now) != now)
        bar->setValue(column->scrollShowing(number, match->span, column->scrollFor(number, column->levelHeight())));
}

void ComparisonView::showReadings()
{
    if (m_current->divergence() < 0)
        return;
    const bool isUnderWay = m_animation.state() == QAbstractAnimation::Running;
    const std::vector<std::pair<int, int>> journeys = m_journeys;
    m_leader = -1;
    leaveBehind();
    std::vector<std::optional<int>> targets(m_columns.size());
    for (Column *column : nearColumns()) {
        const auto i = static_cast<size_t>(column->pane->article());
        const bool travels = isUnderWay && journeys[i].first != journeys[i].second;
        column->isBehind = false;
        targets[i] =
            readingScroll(*column->pane, travels ? journeys[i].second : column->pane->verticalScrollBar()->value());
    }
    scrollPanesTo(targets);
}

int ComparisonView::readingScroll(const ArticlePane &pane, int scroll) const
{
    if (m_current->divergence() < 0)
        return scroll;
    const auto &readings = m_current->comparison()->divergences[static_cast<size_t>(m_current->divergence())].readings;
    const auto reading =
        std::ranges::find(readings, pane.article(), [](const Reading &r) { return r.passage.article; });
    if (reading == readings.end())
        return scroll;
    const int top = pane.passageLayout().band(reading->passage.passage).top - scroll;
    if (top < 0 || top >= pane.viewport()->height())
        scroll = levelScroll(pane, reading->passage, reading->span);
    return pane.scrollShowing(reading->passage.passage, reading->span, scroll);
}

} // namespace parallax
