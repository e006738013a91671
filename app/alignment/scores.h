// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! From measures to one probability a pair, and to the pairs worth linking.
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

/// The lowest probability to link: linking the top k pairs maximises the expected F1,
/// 2 Σ_top k p / (k + Σ p) (Lipton, Elkan, Naryanaswamy 2014), and of those k beyond ten only
/// `share` are taken (above 1: more than that). 2 where no pair is.
double expectedF1Cut(const PairMatrix &probabilities, const std::vector<Unit> &units, double share);

} // namespace parallax
