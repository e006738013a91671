// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the passages of a pane stand, and that what is in sight is laid out.
#include "ui/articlepane.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace parallax {

namespace {

constexpr double LevelShare = 0.22; ///< of the viewport's height, design tokens section 9
constexpr int LevelLeast = 60;

} // namespace

int ArticlePane::levelHeight() const
{
    const int height = viewport()->height();
    return std::min(std::max(LevelLeast, qRound(height * LevelShare)), std::max(0, height / 2));
}

Band ArticlePane::band(int number) const
{
    const Band place = m_layout->band(number);
    const int scroll = verticalScrollBar()->value();
    return {place.top - scroll, place.bottom - scroll};
}

int ArticlePane::passageAt(int y) const
{
    const int height = y + verticalScrollBar()->value();
    const Band content = m_layout->content();
    return height < content.top || height >= content.bottom ? -1 : m_layout->passageAt(height);
}

std::vector<int> ArticlePane::runStarts(int event) const
{
    std::vector<int> starts;
    for (int i = 0; i < static_cast<int>(value().passages.size()); ++i) {
        if (isOfEvent(i, event) && !(i > 0 && isOfEvent(i - 1, event)))
            starts.push_back(i);
    }
    return starts;
}

int ArticlePane::firstReading(int event) const
{
    for (int i = 0; i < static_cast<int>(value().passages.size()); ++i) {
        if (hasReadings(i, event))
            return i;
    }
    return -1;
}

std::vector<Band> ArticlePane::runs(int event) const
{
    std::vector<Band> runs;
    if (passageCount() == 0)
        return runs;
    for (const int start : runStarts(event)) {
        int last = start;
        while (last + 1 < passageCount() && isOfEvent(last + 1, event))
            ++last;
        runs.push_back({band(start).top, band(last).bottom});
    }
    return runs;
}

std::vector<std::pair<int, Band>> ArticlePane::visiblePassages() const
{
    std::vector<std::pair<int, Band>> visible;
    const int height = viewport()->height();
    for (int i = std::max(0, m_layout->passageAt(verticalScrollBar()->value())); i < passageCount(); ++i) {
        const Band place = band(i);
        if (place.top >= height)
            break;
        if (place.bottom > 0 && place.height() > 0)
            visible.emplace_back(i, place);
    }
    return visible;
}

int ArticlePane::scrollFor(int number, int y) const
{
    return m_layout->band(number).top - y;
}

ReadingPlace ArticlePane::placeAt(int y) const
{
    if (passageCount() == 0)
        return {};
    const int height = y + verticalScrollBar()->value();
    const int number = m_layout->passageAt(height);
    const Band place = m_layout->band(number);
    return {number, place.height() > 0 ? static_cast<double>(height - place.top) / place.height() : 0};
}

int ArticlePane::scrollFor(const ReadingPlace &place, int y) const
{
    const Band target = m_layout->band(place.passage);
    return target.top + qRound(place.share * target.height()) - y;
}

bool ArticlePane::isAtStart() const
{
    return verticalScrollBar()->value() == startScroll();
}

int ArticlePane::scrollShowing(int number, TextSpan span, int scroll) const
{
    colour(number, number);
    m_layout->settle(number, number); // its words have rows then
    const Band place = m_layout->band(number);
    int top = place.top;
    int bottom = place.bottom;
    if (const std::vector<QRectF> rows = m_layout->rows(number, span); !rows.empty()) {
        top = qRound(rows.front().top()) - 8;
        bottom = qRound(rows.back().bottom()) + 12;
    }
    const int height = viewport()->height();
    if (bottom - scroll > height)
        scroll = bottom - height;
    return std::min(scroll, top);
}

// ---- laying out what is in sight

void ArticlePane::settleInSight()
{
    if (m_isLayingOut || !m_isAwake || passageCount() <= MostLaidOutAtOnce)
        return;
    const QScopedValueRollback layingOut(m_isLayingOut, true);
    const QScopedValueRollback settling(m_isSettling, true);
    const ReadingPlace place = placeAt(levelHeight());
    for (int round = 0; round < 8; ++round) { // each brings other passages into sight, fewer and fewer
        const int top = verticalScrollBar()->value();
        const int bottom = top + viewport()->height();
        colour(std::max(0, m_layout->passageAt(top)), m_layout->passageAt(bottom));
        const bool moved = m_layout->settleBetween(top, bottom);
        verticalScrollBar()->setValue(scrollFor(place, levelHeight()));
        if (!moved)
            break;
    }
}

/// Prose colours and rooms, of a long article only where they are seen.
void ArticlePane::colour(int first, int last) const
{
    for (int i = first; i <= last; ++i) {
        if (m_prose->isWaiting(i))
            m_prose->highlightNow(document()->findBlockByNumber(i));
    }
}

} // namespace parallax
