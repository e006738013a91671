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
    if (starts.empty())
        return isAnchor ? pane.scrollFor(anchor->passage, pane.levelHeight()) : pane.verticalScrollBar()->value();
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
    std::vector<std::optional<int>> targets;
    for (const Column &column : m_columns) {
        const bool isSilent = column.isStale || (column.pane->runStarts(m_current->event()).empty() &&
                                                 !(anchor && anchor->article == column.pane->article()));
        targets.push_back(isSilent ? std::nullopt : std::optional(levelScroll(*column.pane, anchor, span)));
    }
    scrollPanesTo(targets);
}

void ComparisonView::scrollPanesTo(const std::vector<std::optional<int>> &targets)
{
    m_animation.stop();
    m_journeys.clear();
    for (size_t i = 0; i < m_columns.size(); ++i) {
        QScrollBar *bar = m_columns[i].pane->verticalScrollBar();
        // Through a long article there is no journey: what is laid out on the way would change where it ends.
        if (targets[i] && m_columns[i].pane->passageCount() > MostLaidOutAtOnce) {
            const QScopedValueRollback moving(m_isMoving, true);
            bar->setValue(*targets[i]);
        }
        const int from = bar->value();
        const bool stays = !targets[i] || m_columns[i].pane->passageCount() > MostLaidOutAtOnce;
        m_journeys.emplace_back(from, stays ? from : *targets[i]);
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
    const QScopedValueRollback moving(m_isMoving, true);
    const PassageLayout &from = leader->passageLayout();
    const int height = leader->verticalScrollBar()->value() + leader->levelHeight();
    for (const Column &column : m_columns) {
        if (column.pane == leader || column.isStale)
            continue;
        const PassageLayout &to = column.pane->passageLayout();
        const double mapped = mappedHeight(
            stops(leader->article(), column.pane->article()), height, from.content(), to.content(),
            [&](int i) { return from.band(i); }, [&](int i) { return to.band(i); });
        column.pane->verticalScrollBar()->setValue(qRound(mapped) - column.pane->levelHeight());
    }
}

void ComparisonView::setFinder(const Finder *finder)
{
    m_finder = finder;
    for (const Column &column : m_columns)
        column.pane->setFinder(finder);
    const auto repaint = [this] {
        for (const Column &column : m_columns)
            column.pane->setFinder(m_finder);
    };
    connect(finder, &Finder::matchesChanged, this, repaint);
    connect(finder, &Finder::currentChanged, this, [this, repaint] {
        repaint();
        showMatch();
    });
}

QString ComparisonView::selectedText() const
{
    for (const Column &column : m_columns) {
        const QString text = column.pane->textCursor().selectedText();
        if (!text.isEmpty())
            return text.simplified(); // paragraph separators become spaces
    }
    return {};
}

PassageRef ComparisonView::readingPlace() const
{
    const int column = std::max(0, focusedColumn());
    const ArticlePane *reader = pane(column);
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
    if (!match || !isVisible() || !pane(match->passage.article))
        return;
    reveal(match->passage.article);
    Column &column = m_columns[static_cast<size_t>(match->passage.article)];
    if (column.isStale)
        refreshColumn(column);
    m_animation.stop();
    showSideways(*column.pane);
    const int number = match->passage.passage;
    column.pane->unfold(number);
    QScrollBar *bar = column.pane->verticalScrollBar();
    const int now = bar->value();
    if (column.pane->scrollShowing(number, match->span, now) != now)
        bar->setValue(column.pane->scrollShowing(number, match->span,
                                                 column.pane->scrollFor(number, column.pane->levelHeight())));
}

void ComparisonView::showReadings()
{
    if (m_current->divergence() < 0)
        return;
    const bool isUnderWay = m_animation.state() == QAbstractAnimation::Running;
    const Divergence &divergence = m_current->comparison()->divergences[static_cast<size_t>(m_current->divergence())];
    std::vector<std::optional<int>> targets;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const ArticlePane &pane = *m_columns[i].pane;
        int scroll = isUnderWay ? m_journeys[i].second : pane.verticalScrollBar()->value();
        const auto reading =
            std::ranges::find(divergence.readings, pane.article(), [](const Reading &r) { return r.passage.article; });
        if (reading != divergence.readings.end()) {
            const int top = pane.passageLayout().band(reading->passage.passage).top - scroll;
            if (top < 0 || top >= pane.viewport()->height())
                scroll = levelScroll(pane, reading->passage, reading->span);
            scroll = pane.scrollShowing(reading->passage.passage, reading->span, scroll);
        }
        targets.emplace_back(scroll);
    }
    scrollPanesTo(targets);
}

} // namespace parallax
