// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! From pair probabilities to events over any number of articles.
#pragma once

#include "alignment/similarity.h"

#include <vector>

namespace parallax {

/// One event: the units that report it, ascending.
using UnitSet = std::vector<int>;

/// Groups units into events. A unit may be in several events; every event holds units of at least two articles.
/// The result depends on `units` only through their order and articles. Ordered by falling size, then by units.
/// Cost: events × their units × the units linked to them.
std::vector<UnitSet> growEvents(const PairMatrix &probabilities, const std::vector<Unit> &units);

} // namespace parallax
