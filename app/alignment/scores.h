// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! From measures to one probability a pair.
#pragma once

#include "alignment/similarity.h"

#include <optional>
#include <vector>

namespace parallax {

/// Probability 0…1 that two units report a common event; symmetric, 0 within an article. Every measure is standardised
/// over the story's pairs of different articles, so that one setting serves every story.
/// nullopt when `progress` says stop. Cost: that of standardise().
/// `kinship`: of the articles that the units' numbers name (alignment/articlekinship.h).
std::optional<PairMatrix> score(const std::vector<Unit> &units, const Measures &measures, const PairMatrix &kinship,
                                Progress &progress);

} // namespace parallax
