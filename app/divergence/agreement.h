// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! For values that can be compared (figures, dates): which mentions of two passages belong together, and which
//! readings of one variable agree.
#pragma once

#include "divergence/grouping.h"

#include <functional>
#include <vector>

namespace parallax {

/// Two mentions of linked passages that speak of the same thing.
struct ComparablePair {
    int a = 0;
    int b = 0;
    double score = 0;     ///< how much else their surroundings share
    bool isEqual = false; ///< they say the same value
};

/// Chooses among the pairs of *one* pair of passages: equal values first, then by falling score, each mention once.
/// A figure that finds its equal is so never held against the next one.
std::vector<MentionEdge> chooseOneToOne(std::vector<ComparablePair> pairs);

/// How the readings of one variable stand to each other.
struct Agreement {
    std::vector<int> groups;      ///< one a reading; readings that agree share it
    bool isContradiction = false; ///< some can't be true together; else they only differ in how exact they are
    bool isUniform = false;       ///< all say the same: nothing diverges
};

/// Groups `count` readings. The exact ones (low `rank`) found groups, every reading joins the largest group with all
/// of whose readings it agrees: "more than 80" stands with the two 87s, not with the one 89, and founds no third
/// camp; among those of one number it joins its own ("up to 134" stands with 134, not with the two 130s). Where all
/// agree they are grouped by `isSame` instead. The callbacks get indexes and are symmetric.
Agreement groupByAgreement(int count, const std::function<int(int)> &rank, const std::function<bool(int, int)> &agree,
                           const std::function<bool(int, int)> &isSame,
                           const std::function<bool(int, int)> &haveOneNumber = {});

} // namespace parallax
