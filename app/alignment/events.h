// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! From pair probabilities to links and to events over any number of articles.
#pragma once

#include "alignment/alignment.h"
#include "alignment/similarity.h"

#include <optional>
#include <utility>
#include <vector>

namespace parallax {

/// One event: the units that report it, ascending.
using UnitSet = std::vector<int>;

struct Grouping {
    std::vector<UnitSet> events;            ///< each of at least two articles; by falling size, then by units
    std::vector<std::pair<int, int>> links; ///< of different articles, first < second, ascending; with every pair
                                            ///< that shares an event, and no unit that is in no event
    PairMatrix scores;                      ///< 0…1 how sure a link is; symmetric
};

/// Every pair of units of different articles that shares an event, the lesser first, ascending, each once.
std::vector<std::pair<int, int>> pairsOf(const std::vector<UnitSet> &events, const std::vector<Unit> &units);

/// Links and groups units, as many as `sureness` asks for. A unit may be in several events. Depends on `units` only
/// through their order and articles. nullopt when `progress` says stop. Cost: N² cells, and events × their units × the
/// units linked to them.
std::optional<Grouping> groupUnits(const PairMatrix &probabilities, const std::vector<Unit> &units, Sureness sureness,
                                   Progress &progress);

} // namespace parallax
