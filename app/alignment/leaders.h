// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The simpler way to events, for stories too large for all pairs.
#pragma once

#include "alignment/events.h"
#include "alignment/similarity.h"
#include "alignment/vocabulary.h"
#include "progress.h"

#include <optional>
#include <vector>

namespace parallax {

/// TF-IDF vectors of unit length, a unit each: stem and value, ascending by stem.
using StemVectors = std::vector<std::vector<std::pair<int, float>>>;
StemVectors stemVectors(const std::vector<Unit> &units, const Vocabulary &vocabulary);

/// Cosine of two of them, 0…1.
double cosine(const StemVectors &vectors, int a, int b);

/// Each unit joins the event of the leader nearest to it, or leads one of its own (the leader algorithm, Hartigan
/// 1975): no support, no kindred words, a unit in one event only. Events of one article are left out. Depends on the
/// units' order. nullopt when `progress` says stop. Cost: units × the leaders they share a telling stem with.
std::optional<std::vector<UnitSet>> followLeaders(const std::vector<Unit> &units, const StemVectors &vectors,
                                                  Progress &progress);

} // namespace parallax
