// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Which articles tell of the same happening, before any passage is linked.
#pragma once

#include "alignment/similarity.h"
#include "alignment/vocabulary.h"

#include <vector>

namespace parallax {

/// How closely two articles belong together, 0…1, 1 to itself: the level at which average linkage joins them. The
/// articles are those numbered 0 … the greatest Unit::article. Fewer than three articles say nothing of each other: 1.
/// Cost: for each stem the pairs of articles that have it, and articles² to join them.
PairMatrix articleKinship(const std::vector<Unit> &units, const Vocabulary &vocabulary);

/// Groups of articles, ascending, that seem to report another event than most do: average linkage cut at one level,
/// without the largest group (of equal ones that with the first article). Empty where all belong together.
std::vector<std::vector<int>> articlesApart(const PairMatrix &kinship);

} // namespace parallax
