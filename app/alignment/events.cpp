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

#include "alignment/standardised.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <span>

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

/// Pairs of different articles with any probability, surest first, equals by units.
std::vector<Pair> rankedPairs(const PairMatrix &probabilities, const std::vector<Unit> &units)
{
    std::vector<Pair> pairs;
    for (int i = 0; i < probabilities.size(); ++i) {
        for (int j = i + 1; j < probabilities.size(); ++j) {
            if (probabilities.at(i, j) > 0 && areCross(units, i, j))
                pairs.push_back({probabilities.at(i, j), i, j});
        }
    }
    std::ranges::stable_sort(pairs, [](const Pair &x, const Pair &y) { return x.probability > y.probability; });
    return pairs;
}

/// The pairs worth linking: linking the top k maximises the expected F1, 2 Σ_top k p / (k + Σ p) (Lipton, Elkan,
/// Naryanaswamy 2014). Of those beyond a handful, `share` are taken (above 1: more), and every equal of the last.
std::span<const Pair> worthLinking(const std::vector<Pair> &ranked, double share)
{
    double expected = 0;
    for (const Pair &pair : ranked)
        expected += static_cast<double>(pair.probability);
    double hits = 0;
    double best = 0;
    std::size_t count = 0;
    for (std::size_t k = 0; k < ranked.size(); ++k) {
        hits += static_cast<double>(ranked[k].probability);
        if (const double f1 = 2 * hits / (static_cast<double>(k + 1) + expected); f1 > best) {
            best = f1;
            count = k + 1;
        }
    }
    // A handful of links closes no triangle: the share is taken of what goes beyond.
    constexpr std::size_t handful = 10;
    if (count > handful)
        count = handful + static_cast<std::size_t>(std::ceil(static_cast<double>(count - handful) * share));
    count = std::min(count, ranked.size());
    while (count > 0 && count < ranked.size() && ranked[count].probability >= ranked[count - 1].probability)
        ++count;
    return std::span(ranked).first(count);
}

PairMatrix logOddsOf(const PairMatrix &probabilities)
{
    PairMatrix odds(probabilities.size());
    for (int i = 0; i < odds.size(); ++i) {
        for (int j = 0; j < odds.size(); ++j) {
            const float p = std::clamp(probabilities.at(i, j), 1e-6F, 1 - 1e-6F);
            odds.at(i, j) = std::log(p / (1 - p));
        }
    }
    return odds;
}

class Grower
{
public:
    Grower(const PairMatrix &logOdds, const std::vector<Unit> &units, std::span<const Pair> links, double linkedShare)
        : m_logOdds(logOdds)
        , m_units(units)
        , m_links(links)
        , m_linkedShare(linkedShare)
        , m_neighbours(units.size())
        , m_standing(units.size())
        , m_membersOf(units.size())
    {
        for (const Pair &link : m_links) {
            m_neighbours[static_cast<std::size_t>(link.a)].push_back(link.b);
            m_neighbours[static_cast<std::size_t>(link.b)].push_back(link.a);
        }
    }

    std::vector<UnitSet> grow()
    {
        std::vector<UnitSet> events;
        PairSet held(m_logOdds.size());
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
    /// What a unit has to do with the event that is growing.
    struct Standing {
        bool isMember = false;
        int linked = 0;         ///< members it is linked to
        double logOdds = 0;     ///< against the first `summed` members, those of other articles
        std::size_t summed = 0; ///< members, in the order they joined, that `logOdds` takes in
    };

    Standing &standingOf(int unit) { return m_standing[static_cast<std::size_t>(unit)]; }
    int &membersOfArticleOf(int unit)
    {
        return m_membersOf[static_cast<std::size_t>(m_units[static_cast<std::size_t>(unit)].article)];
    }

    UnitSet eventFrom(const Pair &seed)
    {
        UnitSet event;
        m_candidates.clear();
        join(event, seed.a);
        join(event, seed.b);
        while (const std::optional<int> unit = bestFit(event))
            join(event, *unit);
        for (const int unit : m_candidates)
            standingOf(unit) = {};
        for (const int unit : event) {
            standingOf(unit) = {};
            membersOfArticleOf(unit) = 0;
        }
        std::ranges::sort(event);
        return event;
    }

    void join(UnitSet &event, int unit)
    {
        event.push_back(unit);
        ++membersOfArticleOf(unit);
        standingOf(unit).isMember = true;
        for (const int other : m_neighbours[static_cast<std::size_t>(unit)]) {
            if (standingOf(other).linked++ == 0)
                m_candidates.push_back(other);
        }
    }

    /// Sum of a unit's log odds against the members of other articles; only what is new is added.
    double logOddsAgainst(const UnitSet &event, int unit)
    {
        Standing &standing = standingOf(unit);
        for (; standing.summed < event.size(); ++standing.summed) {
            if (const int member = event[standing.summed]; areCross(m_units, member, unit))
                standing.logOdds += static_cast<double>(m_logOdds.at(member, unit));
        }
        return standing.logOdds;
    }

    /// The unit with the greatest mean log odds of those linked to enough members; the first of equals.
    std::optional<int> bestFit(const UnitSet &event)
    {
        std::optional<int> best;
        double bestFit = 0;
        for (const int unit : m_candidates) {
            const int others = static_cast<int>(event.size()) - membersOfArticleOf(unit);
            if (standingOf(unit).isMember || standingOf(unit).linked < m_linkedShare * others)
                continue;
            const double fit = logOddsAgainst(event, unit) / others;
            if (!best || fit > bestFit || (fit == bestFit && unit < *best)) {
                best = unit;
                bestFit = fit;
            }
        }
        return best;
    }

    std::vector<UnitSet> withoutShadows(std::vector<UnitSet> events) const
    {
        std::ranges::sort(events, [](const UnitSet &x, const UnitSet &y) {
            return x.size() != y.size() ? x.size() > y.size() : x < y;
        });
        PairSet held(m_logOdds.size());
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

    const PairMatrix &m_logOdds;
    const std::vector<Unit> &m_units;
    std::span<const Pair> m_links;
    double m_linkedShare;
    std::vector<std::vector<int>> m_neighbours;
    std::vector<Standing> m_standing; ///< of each unit
    std::vector<int> m_membersOf;     ///< of each article: members of the growing event
    std::vector<int> m_candidates;    ///< units linked to a member of the growing event, members among them
};

/// Probability of the pair itself and how often it comes together, in one.
PairMatrix blendedScores(const PairMatrix &probabilities, const std::vector<Unit> &units,
                         const std::vector<std::vector<UnitSet>> &votes)
{
    PairMatrix blended(probabilities.size());
    const auto vote = static_cast<float>(VoteWeight * VoteProbability / static_cast<double>(votes.size()));
    for (const std::vector<UnitSet> &events : votes) {
        PairSet together(probabilities.size());
        for (const UnitSet &event : events)
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
void addPairs(std::vector<UnitSet> &events, std::span<const Pair> links)
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

std::optional<Grouping> groupUnits(const PairMatrix &probabilities, const std::vector<Unit> &units, Sureness sureness,
                                   Progress &progress)
{
    const double share = generosity(sureness);
    const std::vector<Pair> ranked = rankedPairs(probabilities, units);
    const PairMatrix logOdds = logOddsOf(probabilities);
    const auto grown = [&](const Strictness &strictness) {
        return Grower(logOdds, units, worthLinking(ranked, strictness.seeds * share), strictness.linked).grow();
    };
    std::vector<std::vector<UnitSet>> votes(Voters.size());
    std::vector<UnitSet> shown;
    const auto growOne = [&](int piece) { // the voters' events, and last the shown ones
        const auto k = static_cast<std::size_t>(piece);
        (k < votes.size() ? votes[k] : shown) = grown(k < votes.size() ? Voters[k] : Shown);
    };
    if (!progress.forEach(Stage::Align, static_cast<int>(votes.size()) + 1, growOne))
        return std::nullopt;

    Grouping grouping;
    grouping.scores = blendedScores(probabilities, units, votes);
    const std::vector<Pair> blended = rankedPairs(grouping.scores, units);
    const std::span<const Pair> links = worthLinking(blended, share);
    grouping.events = std::move(shown);
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
