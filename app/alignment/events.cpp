// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Events grow from the surest link outwards.
//!
//! A paragraph that reports the veto and the attack links to both; connected components would make one event of the
//! two. So an event starts from the surest link that no event holds yet, and takes in, one at a time, the passage that
//! fits its members best, as long as the passage is linked to most of them (average linkage over the members of other
//! articles, Sokal and Michener 1958). The paragraph that reports both joins both events. Last, an event that says
//! little beyond what larger ones hold already is dropped: a reader wants one event, not its five shadows.
//! Tested by tst_alignment.cpp.

#include "alignment/events.h"

#include "alignment/scores.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace parallax {

namespace {

/// Growing adds pairs that were no link, so it starts from four fifths of the links that expected F1 asks for.
constexpr double SeedShare = 0.8;
/// A passage joins when it is linked to this share of the event's members of other articles.
constexpr double LinkedShare = 0.7;
/// An event stays when this share of its pairs is in no larger event.
constexpr double NewShare = 0.34;

struct Pair {
    float probability = 0;
    int a = 0;
    int b = 0;
};

class Grower
{
public:
    Grower(const PairMatrix &probabilities, const std::vector<Unit> &units)
        : m_probabilities(probabilities)
        , m_units(units)
        , m_cut(static_cast<float>(expectedF1Cut(probabilities, units, SeedShare)))
        , m_neighbours(units.size())
    {
        for (int i = 0; i < probabilities.size(); ++i) {
            for (int j = 0; j < probabilities.size(); ++j) {
                if (isLinked(i, j))
                    m_neighbours[static_cast<std::size_t>(i)].push_back(j);
            }
        }
    }

    std::vector<UnitSet> grow()
    {
        std::vector<UnitSet> events;
        std::set<std::pair<int, int>> held;
        for (const Pair &seed : links()) {
            if (held.contains({seed.a, seed.b}))
                continue;
            UnitSet event{seed.a, seed.b};
            while (const std::optional<int> unit = bestFit(event))
                event.insert(std::ranges::lower_bound(event, *unit), *unit);
            for (const auto &pair : pairsOf(event))
                held.insert(pair);
            events.push_back(std::move(event));
        }
        return withoutShadows(std::move(events));
    }

private:
    bool areCross(int i, int j) const
    {
        return m_units[static_cast<std::size_t>(i)].article != m_units[static_cast<std::size_t>(j)].article;
    }
    bool isLinked(int i, int j) const { return m_probabilities.at(i, j) >= m_cut && m_probabilities.at(i, j) > 0; }

    std::vector<Pair> links() const
    {
        std::vector<Pair> links;
        for (int i = 0; i < m_probabilities.size(); ++i) {
            for (const int j : m_neighbours[static_cast<std::size_t>(i)]) {
                if (i < j)
                    links.push_back({m_probabilities.at(i, j), i, j});
            }
        }
        std::ranges::stable_sort(links, [](const Pair &x, const Pair &y) { return x.probability > y.probability; });
        return links;
    }

    std::vector<std::pair<int, int>> pairsOf(const UnitSet &event) const
    {
        std::vector<std::pair<int, int>> pairs;
        for (std::size_t i = 0; i < event.size(); ++i) {
            for (std::size_t j = i + 1; j < event.size(); ++j) {
                if (areCross(event[i], event[j]))
                    pairs.emplace_back(event[i], event[j]);
            }
        }
        return pairs;
    }

    /// Mean log odds of a unit against the event's members of other articles; nullopt where it does not fit.
    std::optional<double> fit(const UnitSet &event, int unit) const
    {
        double sum = 0;
        int others = 0;
        int linked = 0;
        for (const int member : event) {
            if (!areCross(member, unit))
                continue;
            ++others;
            linked += isLinked(member, unit);
            const double p = std::clamp(static_cast<double>(m_probabilities.at(member, unit)), 1e-6, 1 - 1e-6);
            sum += std::log(p / (1 - p));
        }
        if (others == 0 || linked < LinkedShare * others)
            return std::nullopt;
        return sum / others;
    }

    std::optional<int> bestFit(const UnitSet &event) const
    {
        std::set<int> candidates;
        for (const int member : event)
            candidates.insert(m_neighbours[static_cast<std::size_t>(member)].begin(),
                              m_neighbours[static_cast<std::size_t>(member)].end());
        std::optional<int> best;
        double bestFit = 0;
        for (const int unit : candidates) {
            if (std::ranges::binary_search(event, unit))
                continue;
            if (const std::optional<double> found = fit(event, unit); found && (!best || *found > bestFit)) {
                best = unit;
                bestFit = *found;
            }
        }
        return best;
    }

    std::vector<UnitSet> withoutShadows(std::vector<UnitSet> events) const
    {
        std::ranges::sort(events, [](const UnitSet &x, const UnitSet &y) {
            return x.size() != y.size() ? x.size() > y.size() : x < y;
        });
        std::set<std::pair<int, int>> held;
        std::erase_if(events, [&](const UnitSet &event) {
            const auto pairs = pairsOf(event);
            const auto fresh = std::ranges::count_if(pairs, [&](const auto &pair) { return !held.contains(pair); });
            if (static_cast<double>(fresh) < NewShare * static_cast<double>(pairs.size()))
                return true;
            held.insert(pairs.begin(), pairs.end());
            return false;
        });
        return events;
    }

    const PairMatrix &m_probabilities;
    const std::vector<Unit> &m_units;
    float m_cut;
    std::vector<std::vector<int>> m_neighbours;
};

} // namespace

std::vector<UnitSet> growEvents(const PairMatrix &probabilities, const std::vector<Unit> &units)
{
    return Grower(probabilities, units).grow();
}

} // namespace parallax
