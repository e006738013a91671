// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Pair probabilities → events grown from the surest link → consensus → links.
//!
//! A paragraph that reports the veto and the attack links to both; connected components would make one event of the
//! two. So an event starts from the surest link that no event holds yet, and takes in, one at a time, the passage that
//! fits its members best, as long as the passage is linked to most of them (average linkage over the members of other
//! articles, Sokal and Michener 1958). The paragraph that reports both joins both events. Last, an event that says
//! little beyond what larger ones hold already is dropped: a reader wants one event, not its five shadows.
//!
//! Growing is greedy: one pair scored a little higher may turn a whole event another way (noise of a fifth of a log
//! odd moved link F1 of a story by .05). So the links are a matter of consensus (Strehl and Ghosh, Cluster ensembles,
//! 2002): events are grown several times, stricter and looser, and how often two passages come together joins the
//! probability of the pair. That finds pairs that only others tie together, and costs no constant of its own story.
//! Tested by tst_alignment.cpp.

#include "alignment/events.h"

#include "alignment/scores.h"
#include "alignment/standardised.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

namespace parallax {

namespace {

/// How strictly events are grown.
struct Strictness {
    double seeds = 1;  ///< share of the links that expected F1 asks for
    double linked = 1; ///< share of an event's members of other articles a passage must be linked to
};

/// What the reader sees as one event: few links, nearly all of them there.
constexpr Strictness Shown{.seeds = 0.85, .linked = 0.8};
/// What votes for a link. Each alone does as well as the pair probabilities; together they do better.
constexpr std::array Voters{Strictness{.seeds = 0.8, .linked = 0.6}, Strictness{.seeds = 0.8, .linked = 0.7},
                            Strictness{.seeds = 1.0, .linked = 0.6}, Strictness{.seeds = 1.0, .linked = 0.7}};
/// A pair that every vote joins counts like a probability of .7: the precision of the grown events.
constexpr double VoteWeight = 0.6;
constexpr double VoteProbability = 0.7;
/// An event stays when this share of its pairs is in no larger event.
constexpr double NewShare = 0.34;

/// Links taken for each one that expected F1 asks for.
double generosity(Sureness sureness)
{
    switch (sureness) {
    case Sureness::OnlySure:
        return 0.5;
    case Sureness::Balanced:
        return 1;
    case Sureness::ShowMore:
        return 1.5;
    }
    return 1;
}

/// A yes or no for every pair.
class PairSet
{
public:
    explicit PairSet(int size)
        : m_size(static_cast<std::size_t>(size))
        , m_bits(m_size * m_size)
    {
    }
    bool holds(int a, int b) const { return m_bits[index(a, b)]; }
    void insert(int a, int b) { m_bits[index(a, b)] = true; }

private:
    std::size_t index(int a, int b) const
    {
        return static_cast<std::size_t>(std::min(a, b)) * m_size + static_cast<std::size_t>(std::max(a, b));
    }

    std::size_t m_size;
    std::vector<bool> m_bits;
};

template <typename Visit>
void forPairs(const UnitSet &event, const std::vector<Unit> &units, Visit visit)
{
    for (std::size_t i = 0; i < event.size(); ++i) {
        for (std::size_t j = i + 1; j < event.size(); ++j) {
            if (areCross(units, event[i], event[j]))
                visit(event[i], event[j]);
        }
    }
}

struct Pair {
    float probability = 0;
    int a = 0;
    int b = 0;
};

/// Pairs at or above the cut, surest first, equals by units.
std::vector<Pair> pairsFrom(const PairMatrix &probabilities, const std::vector<Unit> &units, double cut)
{
    std::vector<Pair> pairs;
    for (int i = 0; i < probabilities.size(); ++i) {
        for (int j = i + 1; j < probabilities.size(); ++j) {
            const float probability = probabilities.at(i, j);
            if (probability > 0 && probability >= static_cast<float>(cut) && areCross(units, i, j))
                pairs.push_back({probability, i, j});
        }
    }
    std::ranges::stable_sort(pairs, [](const Pair &x, const Pair &y) { return x.probability > y.probability; });
    return pairs;
}

class Grower
{
public:
    Grower(const PairMatrix &probabilities, const std::vector<Unit> &units, Strictness strictness)
        : m_probabilities(probabilities)
        , m_units(units)
        , m_strictness(strictness)
        , m_links(pairsFrom(probabilities, units, expectedF1Cut(probabilities, units, strictness.seeds)))
        , m_neighbours(units.size())
        , m_linkedMembers(units.size())
    {
        for (const Pair &link : m_links) {
            m_neighbours[static_cast<std::size_t>(link.a)].push_back(link.b);
            m_neighbours[static_cast<std::size_t>(link.b)].push_back(link.a);
        }
    }

    std::vector<UnitSet> grow()
    {
        std::vector<UnitSet> events;
        PairSet held(m_probabilities.size());
        for (const Pair &seed : m_links) {
            if (held.holds(seed.a, seed.b))
                continue;
            UnitSet event = eventFrom(seed);
            forPairs(event, m_units, [&held](int a, int b) { held.insert(a, b); });
            events.push_back(std::move(event));
        }
        return withoutShadows(std::move(events));
    }

private:
    UnitSet eventFrom(const Pair &seed)
    {
        UnitSet event;
        m_candidates.clear();
        join(event, seed.a);
        join(event, seed.b);
        while (const std::optional<int> unit = bestFit(event))
            join(event, *unit);
        for (const int unit : m_candidates)
            m_linkedMembers[static_cast<std::size_t>(unit)] = 0;
        return event;
    }

    void join(UnitSet &event, int unit)
    {
        event.insert(std::ranges::lower_bound(event, unit), unit);
        for (const int other : m_neighbours[static_cast<std::size_t>(unit)]) {
            if (m_linkedMembers[static_cast<std::size_t>(other)]++ == 0)
                m_candidates.push_back(other);
        }
    }

    /// Mean log odds of a unit against the event's members of other articles; nullopt where it does not fit.
    std::optional<double> fit(const UnitSet &event, int unit) const
    {
        const int others = othersOf(event, unit);
        if (m_linkedMembers[static_cast<std::size_t>(unit)] < m_strictness.linked * others)
            return std::nullopt;
        double sum = 0;
        for (const int member : event) {
            if (!areCross(m_units, member, unit))
                continue;
            const double p = std::clamp(static_cast<double>(m_probabilities.at(member, unit)), 1e-6, 1 - 1e-6);
            sum += std::log(p / (1 - p));
        }
        return sum / others;
    }

    int othersOf(const UnitSet &event, int unit) const
    {
        return static_cast<int>(
            std::ranges::count_if(event, [&](int member) { return areCross(m_units, member, unit); }));
    }

    /// The first in the units' order among equals.
    std::optional<int> bestFit(const UnitSet &event) const
    {
        std::optional<int> best;
        double bestFit = 0;
        for (const int unit : m_candidates) {
            if (std::ranges::binary_search(event, unit))
                continue;
            const std::optional<double> found = fit(event, unit);
            if (found && (!best || *found > bestFit || (*found == bestFit && unit < *best))) {
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
        PairSet held(m_probabilities.size());
        std::erase_if(events, [&](const UnitSet &event) {
            int pairs = 0;
            int fresh = 0;
            forPairs(event, m_units, [&](int a, int b) {
                ++pairs;
                fresh += !held.holds(a, b);
            });
            if (fresh < NewShare * pairs)
                return true;
            forPairs(event, m_units, [&held](int a, int b) { held.insert(a, b); });
            return false;
        });
        return events;
    }

    const PairMatrix &m_probabilities;
    const std::vector<Unit> &m_units;
    Strictness m_strictness;
    std::vector<Pair> m_links;
    std::vector<std::vector<int>> m_neighbours;
    std::vector<int> m_linkedMembers; ///< of each unit: members of the growing event it is linked to
    std::vector<int> m_candidates;    ///< units linked to a member of the growing event
};

Strictness scaled(Strictness strictness, double generosity)
{
    return {.seeds = strictness.seeds * generosity, .linked = strictness.linked};
}

/// Probability of the pair itself and how often it comes together, in one.
PairMatrix blendedScores(const PairMatrix &probabilities, const std::vector<Unit> &units, double generosity)
{
    PairMatrix blended(probabilities.size());
    constexpr auto vote = static_cast<float>(VoteWeight * VoteProbability / Voters.size());
    for (const Strictness &voter : Voters) {
        PairSet together(probabilities.size());
        for (const UnitSet &event : Grower(probabilities, units, scaled(voter, generosity)).grow())
            forPairs(event, units, [&together](int a, int b) { together.insert(a, b); });
        for (int i = 0; i < blended.size(); ++i) {
            for (int j = i + 1; j < blended.size(); ++j)
                blended.at(i, j) += together.holds(i, j) ? vote : 0;
        }
    }
    for (int i = 0; i < blended.size(); ++i) {
        for (int j = i + 1; j < blended.size(); ++j)
            blended.at(i, j) += static_cast<float>(1 - VoteWeight) * probabilities.at(i, j);
    }
    return blended;
}

/// Every linked unit is in an event: the surest links of those that growing left alone become events of two.
void addPairs(std::vector<UnitSet> &events, const std::vector<Pair> &links)
{
    std::set<int> held;
    for (const UnitSet &event : events)
        held.insert(event.begin(), event.end());
    for (const Pair &link : links) {
        if (held.contains(link.a) && held.contains(link.b))
            continue;
        events.push_back({link.a, link.b});
        held.insert({link.a, link.b});
    }
}

void keepEachOnce(std::vector<std::pair<int, int>> &pairs)
{
    std::ranges::sort(pairs);
    const auto repeated = std::ranges::unique(pairs);
    pairs.erase(repeated.begin(), repeated.end());
}

} // namespace

std::vector<std::pair<int, int>> pairsOf(const std::vector<UnitSet> &events, const std::vector<Unit> &units)
{
    std::vector<std::pair<int, int>> pairs;
    for (const UnitSet &event : events)
        forPairs(event, units, [&](int a, int b) { pairs.emplace_back(a, b); });
    keepEachOnce(pairs);
    return pairs;
}

Grouping groupUnits(const PairMatrix &probabilities, const std::vector<Unit> &units, Sureness sureness)
{
    const double share = generosity(sureness);
    Grouping grouping;
    grouping.scores = blendedScores(probabilities, units, share);
    const std::vector<Pair> links =
        pairsFrom(grouping.scores, units, expectedF1Cut(grouping.scores, units, share));
    grouping.events = Grower(probabilities, units, scaled(Shown, share)).grow();
    addPairs(grouping.events, links);

    grouping.links = pairsOf(grouping.events, units);
    for (const Pair &link : links)
        grouping.links.emplace_back(link.a, link.b);
    keepEachOnce(grouping.links);
    for (int i = 0; i < probabilities.size(); ++i) {
        for (int j = i + 1; j < probabilities.size(); ++j)
            grouping.scores.at(i, j) = grouping.scores.at(j, i) =
                std::max(grouping.scores.at(i, j), probabilities.at(i, j));
    }
    return grouping;
}

} // namespace parallax
