// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_find.cpp.
#include "ui/finder.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace parallax {

namespace {

constexpr int MostTime = 500; // ms: longer, and typing would stutter

} // namespace

Finder::Finder(Current *current, QObject *parent)
    : QObject(parent)
    , m_story(current)
{
    connect(m_story, &Current::comparisonChanged, this, [this] { searchAgain({}); });
}

void Finder::setTerms(const SearchTerms &terms, PassageRef from)
{
    if (terms == m_terms)
        return;
    m_terms = terms;
    searchAgain({from, {}});
    Q_EMIT currentChanged();
}

void Finder::clear()
{
    setTerms({});
}

void Finder::searchAgain(Match from)
{
    m_found = {};
    m_bad.reset();
    m_hasWrapped = false;
    const auto pattern = patternOf(m_terms);
    if (!pattern) {
        m_bad = pattern.error();
    } else if (const ComparisonPtr comparison = m_story->comparison()) {
        const QDeadlineTimer deadline(MostTime);
        m_found = search(comparison->story, *pattern, [&] { return !deadline.hasExpired(); });
    }
    const auto first = std::ranges::lower_bound(matches(), from);
    m_current = matches().empty() ? -1 : static_cast<int>(first == matches().end() ? 0 : first - matches().begin());
    Q_EMIT matchesChanged();
}

int Finder::articleCount() const
{
    int count = 0;
    int last = -1;
    for (const Match &match : matches()) {
        count += match.passage.article != last;
        last = match.passage.article;
    }
    return count;
}

std::optional<Match> Finder::currentMatch() const
{
    return m_current < 0 ? std::nullopt : std::optional(matches()[static_cast<size_t>(m_current)]);
}

void Finder::step(int by)
{
    const int count = static_cast<int>(matches().size());
    if (count == 0)
        return;
    const int next = m_current + by;
    m_hasWrapped = next < 0 || next >= count;
    m_current = (next + count) % count;
    Q_EMIT currentChanged();
}

} // namespace parallax
