// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Agreement is no equivalence: 87 and 89 both agree with "more than 80" and not with each other. Joining whatever
//! agrees would put all three together and hide the contradiction; asking for the same value would make "more than 80"
//! a third opinion. So the exact readings make the groups and the others choose one.
//! Tested by tst_divergence_figures.cpp.
#include "divergence/agreement.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace parallax {

std::vector<MentionEdge> chooseOneToOne(std::vector<ComparablePair> pairs)
{
    std::ranges::sort(
        pairs, {}, [](const ComparablePair &pair) { return std::tuple(!pair.isEqual, -pair.score, pair.a, pair.b); });
    std::set<int> taken;
    std::vector<MentionEdge> edges;
    for (const ComparablePair &pair : pairs) {
        if (taken.contains(pair.a) || taken.contains(pair.b))
            continue;
        taken.insert(pair.a);
        taken.insert(pair.b);
        edges.push_back({pair.a, pair.b, pair.score});
    }
    return edges;
}

namespace {

/// Puts every reading, in `order`, into the group with its own number, else the largest, that it fits; the first of
/// equals.
std::vector<int> groupInOrder(const std::vector<int> &order, const std::function<bool(int, int)> &fits,
                              const std::function<bool(int, int)> &haveOneNumber)
{
    std::vector<int> groupOf(order.size(), -1);
    std::vector<std::vector<int>> groups;
    for (const int reading : order) {
        int best = -1;
        std::pair<bool, size_t> bestRank;
        for (size_t g = 0; g < groups.size(); ++g) {
            const bool isFit = std::ranges::all_of(groups[g], [&](int member) { return fits(reading, member); });
            const bool isOwn = haveOneNumber && std::ranges::any_of(groups[g], [&](int member) {
                                   return haveOneNumber(reading, member);
                               });
            const std::pair groupRank(isOwn, groups[g].size());
            if (!isFit || (best >= 0 && groupRank <= bestRank))
                continue;
            best = static_cast<int>(g);
            bestRank = groupRank;
        }
        if (best < 0) {
            best = static_cast<int>(groups.size());
            groups.emplace_back();
        }
        groups[static_cast<size_t>(best)].push_back(reading);
        groupOf[static_cast<size_t>(reading)] = best;
    }
    return groupOf;
}

} // namespace

Agreement groupByAgreement(int count, const std::function<int(int)> &rank, const std::function<bool(int, int)> &agree,
                           const std::function<bool(int, int)> &isSame,
                           const std::function<bool(int, int)> &haveOneNumber)
{
    std::vector<int> order(static_cast<size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {}, rank);
    Agreement result;
    result.groups = groupInOrder(order, agree, haveOneNumber);
    result.isContradiction = std::ranges::any_of(result.groups, [](int group) { return group > 0; });
    if (!result.isContradiction) {
        result.groups = groupInOrder(order, isSame, haveOneNumber);
        result.isUniform = std::ranges::all_of(result.groups, [](int group) { return group == 0; });
    }
    return result;
}

} // namespace parallax
