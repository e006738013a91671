// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! All pairs of 15 000 passages are 112 million; nine measures of each do not fit a desktop. The leader algorithm looks
//! at each passage once. What it gives up is said in the comparison's fallbacks. Tested by tst_alignment.cpp.

#include "alignment/leaders.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace parallax {

namespace {

constexpr double LeastCosine = 0.3;   // two passages below it rarely report one event
constexpr std::size_t MostUnits = 60; // an event's pairs grow with its square; beyond, a second event begins
constexpr std::size_t MostHolders =
    400; // leaders a stem may have to be looked up: a stem of every passage tells nothing

} // namespace

StemVectors stemVectors(const std::vector<Unit> &units, const Vocabulary &vocabulary)
{
    StemVectors vectors;
    vectors.reserve(units.size());
    for (const Unit &unit : units) {
        std::map<int, int> counts;
        for (const int stem : unit.stems)
            ++counts[stem];
        auto &vector = vectors.emplace_back();
        double squares = 0;
        for (const auto &[stem, count] : counts) {
            const double value = (1 + std::log(count)) * vocabulary.idf(stem);
            squares += value * value;
            vector.emplace_back(stem, static_cast<float>(value));
        }
        for (auto &[stem, value] : vector)
            value /= static_cast<float>(std::sqrt(squares));
    }
    return vectors;
}

double cosine(const StemVectors &vectors, int a, int b)
{
    const auto &first = vectors[static_cast<std::size_t>(a)];
    const auto &second = vectors[static_cast<std::size_t>(b)];
    double sum = 0;
    for (auto i = first.begin(), j = second.begin(); i != first.end() && j != second.end();) {
        if (i->first < j->first)
            ++i;
        else if (j->first < i->first)
            ++j;
        else
            sum += static_cast<double>(i++->second) * static_cast<double>(j++->second);
    }
    return std::clamp(sum, 0.0, 1.0);
}

std::optional<std::vector<UnitSet>> followLeaders(const std::vector<Unit> &units, const StemVectors &vectors,
                                                  Progress &progress)
{
    std::vector<UnitSet> events;                                       // the first unit of each is its leader
    std::vector<std::vector<std::pair<std::size_t, float>>> leaders;   // stem → events whose leader has it
    std::vector<double> near; // of each event its leader's cosine with the unit at hand; 0 in between
    std::vector<std::size_t> reached;
    const int size = static_cast<int>(units.size());
    for (int u = 0; u < size; ++u) {
        if (!progress.step(Stage::Align, u, size))
            return std::nullopt;
        for (const auto &[stem, value] : vectors[static_cast<std::size_t>(u)]) {
            if (static_cast<std::size_t>(stem) >= leaders.size())
                leaders.resize(static_cast<std::size_t>(stem) + 1);
            const auto &holders = leaders[static_cast<std::size_t>(stem)];
            if (holders.size() > MostHolders)
                continue;
            for (const auto &[event, leading] : holders) {
                if (near[event] == 0)
                    reached.push_back(event);
                near[event] += static_cast<double>(value) * static_cast<double>(leading);
            }
        }
        std::optional<std::size_t> best; // the first of equals
        for (const std::size_t event : reached) {
            const bool isNear = near[event] >= LeastCosine && events[event].size() < MostUnits;
            if (isNear && (!best || near[event] > near[*best] || (near[event] == near[*best] && event < *best)))
                best = event;
        }
        for (const std::size_t event : reached)
            near[event] = 0;
        reached.clear();
        if (best) {
            events[*best].push_back(u);
            continue;
        }
        for (const auto &[stem, value] : vectors[static_cast<std::size_t>(u)])
            leaders[static_cast<std::size_t>(stem)].emplace_back(events.size(), value);
        events.push_back({u});
        near.push_back(0);
    }
    std::erase_if(events, [&](const UnitSet &event) {
        std::set<int> articles;
        for (const int unit : event)
            articles.insert(units[static_cast<std::size_t>(unit)].article);
        return articles.size() < 2;
    });
    return events;
}

} // namespace parallax
