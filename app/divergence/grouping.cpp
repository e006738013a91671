// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A divergence is a variable of an event ("how many died") with a reading from every article that tells it, not a
//! pair. The rules of the kinds give pairs; here the pairs become variables by average linkage over *passages*: the
//! group of {A1.4, A2.7} takes in {A3.2} when A3.2 is linked with at least half of them.
//!
//! Wrong alternative: connected components. One passage that tells two events ("87 died; last year's attack killed
//! 1,400") then welds two variables to a blob of twenty readings, which scores well and tells the reader nothing.
//! Tested by tst_divergence.cpp.
#include "divergence/grouping.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace parallax {

namespace {

/// Share of the passage pairs between two groups that must be linked for the groups to be one variable.
constexpr double LeastLinked = 0.5;

double relatedShare(const std::function<bool(int, int)> &related, const std::vector<int> &a, const std::vector<int> &b)
{
    int together = 0;
    for (const int x : a) {
        for (const int y : b)
            together += related(x, y) ? 1 : 0;
    }
    return static_cast<double>(together) / static_cast<double>(a.size() * b.size());
}

/// Whether two articles have readings, and none of the one agrees with one of the other.
bool articlesDiffer(const std::vector<Reading> &readings)
{
    std::map<int, std::set<int>> groups;
    for (const Reading &reading : readings)
        groups[reading.passage.article].insert(reading.group);
    for (auto a = groups.begin(); a != groups.end(); ++a) {
        for (auto b = std::next(a); b != groups.end(); ++b) {
            if (std::ranges::none_of(a->second, [&](int group) { return b->second.contains(group); }))
                return true;
        }
    }
    return false;
}

/// Whether two readings of different articles disagree.
bool readingsDiffer(const std::vector<Reading> &readings)
{
    return std::ranges::any_of(readings, [&](const Reading &a) {
        return std::ranges::any_of(
            readings, [&](const Reading &b) { return a.passage.article != b.passage.article && a.group != b.group; });
    });
}

/// Largest group 0; equals in the order of their first readings.
void letterGroups(std::vector<Reading> &readings)
{
    std::vector<int> order;
    std::map<int, int> sizes;
    for (const Reading &reading : readings) {
        if (sizes[reading.group]++ == 0)
            order.push_back(reading.group);
    }
    std::ranges::stable_sort(order, [&](int x, int y) { return sizes[x] > sizes[y]; });
    for (Reading &reading : readings)
        reading.group = static_cast<int>(std::ranges::find(order, reading.group) - order.begin());
}

} // namespace

std::vector<std::vector<int>> groupMentions(const DivergenceContext &context, std::span<const PassageRef> passages,
                                            std::vector<MentionEdge> edges, int most)
{
    const auto areTogether = [&](int a, int b) {
        return context.together(passages[static_cast<size_t>(a)], passages[static_cast<size_t>(b)]);
    };
    return groupMentions(static_cast<int>(passages.size()), std::move(edges), areTogether, most);
}

std::vector<std::vector<int>> groupMentions(int count, std::vector<MentionEdge> edges,
                                            const std::function<bool(int, int)> &related, int most)
{
    std::ranges::sort(edges, [](const MentionEdge &x, const MentionEdge &y) {
        return std::tuple(-x.score, x.a, x.b) < std::tuple(-y.score, y.a, y.b);
    });
    std::vector<int> groupOf(static_cast<size_t>(count));
    std::iota(groupOf.begin(), groupOf.end(), 0);
    std::vector<std::vector<int>> members(static_cast<size_t>(count));
    for (size_t i = 0; i < members.size(); ++i)
        members[i] = {static_cast<int>(i)};

    for (const MentionEdge &edge : edges) {
        const int a = groupOf[static_cast<size_t>(edge.a)];
        const int b = groupOf[static_cast<size_t>(edge.b)];
        if (a == b)
            continue;
        std::vector<int> &into = members[static_cast<size_t>(a)];
        std::vector<int> &from = members[static_cast<size_t>(b)];
        if (into.size() + from.size() > static_cast<size_t>(most) || relatedShare(related, into, from) < LeastLinked)
            continue;
        for (const int mention : from)
            groupOf[static_cast<size_t>(mention)] = a;
        into.insert(into.end(), from.begin(), from.end());
        from.clear();
    }
    std::vector<std::vector<int>> groups;
    for (std::vector<int> &group : members) {
        if (group.size() < 2)
            continue;
        std::ranges::sort(group);
        groups.push_back(std::move(group));
    }
    std::ranges::sort(groups);
    return groups;
}

void eraseGrouped(std::vector<MentionEdge> &edges, const std::vector<std::vector<int>> &groups, int count)
{
    std::vector<int> groupOf(static_cast<size_t>(count), -1);
    for (size_t g = 0; g < groups.size(); ++g) {
        for (const int mention : groups[g])
            groupOf[static_cast<size_t>(mention)] = static_cast<int>(g);
    }
    std::erase_if(edges, [&](const MentionEdge &edge) {
        const int group = groupOf[static_cast<size_t>(edge.a)];
        return group >= 0 && group == groupOf[static_cast<size_t>(edge.b)];
    });
}

std::optional<Divergence> makeDivergence(const DivergenceContext &context, DivergenceKind kind, Aspect aspect,
                                         const QString &subject, double weight, const std::vector<Reading> &readings,
                                         bool isContradiction)
{
    std::vector<size_t> order(readings.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::sort(
        order, {}, [&](size_t i) { return std::tuple(readings[i].passage, readings[i].span, readings[i].group, i); });
    std::vector<Reading> kept;
    for (const size_t i : order) {
        const Reading &reading = readings[i];
        const bool isFree =
            kept.empty() || kept.back().passage != reading.passage || !kept.back().span.overlaps(reading.span);
        if (!reading.span.isEmpty() && isFree)
            kept.push_back(reading);
    }
    if (isContradiction ? !readingsDiffer(kept) : !articlesDiffer(kept))
        return std::nullopt;
    std::vector<PassageRef> passages;
    for (const Reading &reading : kept) {
        if (passages.empty() || passages.back() != reading.passage)
            passages.push_back(reading.passage);
    }
    const int event = context.eventHolding(passages);
    if (event < 0)
        return std::nullopt;
    // A toll of an article that is silent here still counts; a choice of word does not.
    const bool isOfWords = kind == DivergenceKind::Wording || kind == DivergenceKind::Detail;
    std::vector<Reading> told = isOfWords ? kept : std::vector<Reading>{};
    std::erase_if(told, [&](const Reading &reading) { return !context.tells(reading.passage.article, event); });
    if (isContradiction ? readingsDiffer(told) : articlesDiffer(told))
        kept = std::move(told);
    letterGroups(kept);
    return Divergence{event, kind, aspect, subject, std::clamp(weight, 0.0, 1.0), std::move(kept)};
}

std::vector<int> groupsOfKeys(std::span<const QString> keys)
{
    std::vector<int> groups;
    std::map<QString, int> numbers;
    for (const QString &key : keys)
        groups.push_back(numbers.try_emplace(key, static_cast<int>(numbers.size())).first->second);
    return groups;
}

} // namespace parallax
