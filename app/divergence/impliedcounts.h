// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Counts without a numeral: "a body" is one, "bodies" are two at least, where another telling counts them.
#pragma once

#include "divergence/context.h"

#include <vector>

namespace parallax {

/// A noun whose number says how many, held against a figure of another article that says another number.
struct ImpliedCount {
    PassageRef passage;
    Figure figure; ///< spans article and noun; 1 exactly, or at least 2
    PassageRef otherPassage;
    int other = 0;         ///< index into the figures of `otherPassage`
    double similarity = 0; ///< of the two sentences
};

/// Of sentences that are much alike: "a body was found" against "two bodies were found", "crates" against "one crate".
/// Bare plurals agree with every number from two up, so nothing is found against them but one. English only. Ordered as
/// the pairs of sentences. Cost: the pairs of sentences times their figures.
std::vector<ImpliedCount> impliedCounts(const DivergenceContext &context);

} // namespace parallax
