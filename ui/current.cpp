// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/current.h"

#include <algorithm>
#include <utility>

namespace parallax {

QSet<DivergenceKind> allKinds()
{
    QSet<DivergenceKind> kinds;
    for (int kind = 0; kind < DivergenceKindCount; ++kind)
        kinds.insert(static_cast<DivergenceKind>(kind));
    return kinds;
}

Current::Current(QObject *parent)
    : QObject(parent)
    , m_shownKinds(allKinds())
{
}

void Current::setComparison(ComparisonPtr comparison)
{
    m_comparison = std::move(comparison);
    m_event = -1;
    m_divergence = -1;
    m_passage.reset();
    Q_EMIT comparisonChanged();
    Q_EMIT eventChanged(m_event);
    Q_EMIT passageChanged();
    Q_EMIT divergenceChanged(m_divergence);
}

int Current::eventCount() const
{
    return m_comparison ? static_cast<int>(m_comparison->alignment.events.size()) : 0;
}

int Current::divergenceCount() const
{
    return m_comparison ? static_cast<int>(m_comparison->divergences.size()) : 0;
}

void Current::setEvent(int event)
{
    if (event < 0 || event >= eventCount())
        event = -1;
    if (event == m_event)
        return;
    m_event = event;
    const bool hadDivergence = std::exchange(m_divergence, -1) != -1;
    Q_EMIT eventChanged(m_event);
    dropPassage();
    if (hadDivergence)
        Q_EMIT divergenceChanged(m_divergence);
}

void Current::setDivergence(int divergence)
{
    if (divergence < 0 || divergence >= divergenceCount())
        divergence = -1;
    if (divergence == m_divergence)
        return;
    m_divergence = divergence;
    if (divergence >= 0) {
        const Divergence &now = m_comparison->divergences[static_cast<size_t>(divergence)];
        if (!isShown(now)) {
            m_shownKinds.insert(now.kind);
            Q_EMIT shownKindsChanged();
        }
        if (std::exchange(m_event, now.event) != now.event)
            Q_EMIT eventChanged(m_event);
        dropPassage();
    }
    Q_EMIT divergenceChanged(m_divergence);
}

void Current::setPassage(std::optional<PassageRef> passage)
{
    if (passage && (m_event < 0 || !m_comparison->alignment.events[static_cast<size_t>(m_event)].holds(*passage)))
        passage.reset();
    if (passage == m_passage)
        return;
    m_passage = passage;
    Q_EMIT passageChanged();
}

void Current::dropPassage()
{
    setPassage(m_passage);
}

void Current::setShownKinds(const QSet<DivergenceKind> &kinds)
{
    if (kinds == m_shownKinds)
        return;
    m_shownKinds = kinds;
    Q_EMIT shownKindsChanged();
    if (m_divergence >= 0 && !isShown(m_comparison->divergences[static_cast<size_t>(m_divergence)]))
        setDivergence(-1);
}

bool Current::goToShown(int from, int step)
{
    for (int i = from; i >= 0 && i < divergenceCount(); i += step) {
        if (isShown(m_comparison->divergences[static_cast<size_t>(i)])) {
            setDivergence(i);
            return true;
        }
    }
    return false;
}

bool Current::goToNextDivergence()
{
    if (m_divergence >= 0)
        return goToShown(m_divergence + 1, 1);
    int from = 0;
    while (from < divergenceCount() && m_comparison->divergences[static_cast<size_t>(from)].event < m_event)
        ++from;
    return goToShown(from, 1);
}

bool Current::goToPreviousDivergence()
{
    if (m_divergence >= 0)
        return goToShown(m_divergence - 1, -1);
    int from = divergenceCount() - 1;
    while (m_event >= 0 && from >= 0 && m_comparison->divergences[static_cast<size_t>(from)].event >= m_event)
        --from;
    return goToShown(from, -1);
}

bool Current::goToFirstDivergence()
{
    return goToShown(0, 1);
}

bool Current::goToLastDivergence()
{
    return goToShown(divergenceCount() - 1, -1);
}

bool Current::goToNextEvent()
{
    if (m_event + 1 >= eventCount())
        return false;
    setEvent(m_event + 1);
    return true;
}

bool Current::goToPreviousEvent()
{
    const int previous = m_event < 0 ? eventCount() - 1 : m_event - 1;
    if (previous < 0)
        return false;
    setEvent(previous);
    return true;
}

int Current::shownCount() const
{
    if (!m_comparison)
        return 0;
    return static_cast<int>(
        std::ranges::count_if(m_comparison->divergences, [this](const Divergence &d) { return isShown(d); }));
}

int Current::shownPlace() const
{
    if (m_divergence < 0)
        return 0;
    const auto begin = m_comparison->divergences.begin();
    return static_cast<int>(
        std::count_if(begin, begin + m_divergence + 1, [this](const Divergence &d) { return isShown(d); }));
}

} // namespace parallax
