// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! From pairs of differing mentions to divergences: one variable of an event with a reading from every article.
#pragma once

#include "divergence/context.h"
#include "divergence/divergence.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace parallax {

/// Two mentions that speak of the same thing, whether they agree or not; `a` and `b` index the mentions.
struct MentionEdge {
    int a = 0;
    int b = 0;
    double score = 0; ///< how sure; edges are taken by falling score

    friend bool operator==(const MentionEdge &, const MentionEdge &) = default;
};

/// Joins mentions along the edges into groups of one variable, each with its mentions ascending, ordered by the first
/// one; mentions without an edge are left out. `passages[i]` is where mention i stands. Two groups join only if at
/// least half of the passage pairs between them are linked or the same passage, and while the group stays within
/// `most` mentions. Cost: edges × size of the groups joined.
std::vector<std::vector<int>> groupMentions(const DivergenceContext &context, std::span<const PassageRef> passages,
                                            std::vector<MentionEdge> edges, int most = 64);

/// The same where `related` says whether two mentions (not passages) may be of one variable.
std::vector<std::vector<int>> groupMentions(int count, std::vector<MentionEdge> edges,
                                            const std::function<bool(int, int)> &related, int most = 64);

/// Erases the edges that join two mentions of one of the groups, which share none. `count`: of the mentions. Linear.
void eraseGrouped(std::vector<MentionEdge> &edges, const std::vector<std::vector<int>> &groups, int count);

/// Makes a divergence of readings whose `group` is any number that agreeing readings share: orders the readings,
/// drops those that overlap an earlier one of their passage, letters the groups by size and then by first reading,
/// and chooses the event; where mere words differ, readings of articles that don't tell it go. nullopt unless two
/// articles are left that have no reading in common, so that what differs differs between articles and not inside one;
/// for a contradiction two readings of different articles suffice, also where one of the articles contradicts itself.
std::optional<Divergence> makeDivergence(const DivergenceContext &context, DivergenceKind kind, Aspect aspect,
                                         const QString &subject, double weight, const std::vector<Reading> &readings,
                                         bool isContradiction = false);

/// Numbers that agreeing texts share: equal keys give equal groups, in order of first appearance.
std::vector<int> groupsOfKeys(std::span<const QString> keys);

} // namespace parallax
