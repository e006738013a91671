// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The measures of a story on one scale, and what they say together.
#pragma once

#include "alignment/similarity.h"
#include "alignment/weights.h"
#include "progress.h"

#include <array>
#include <optional>
#include <vector>

namespace parallax {

/// A measure less its mean over the story's pairs of different articles, over its standard deviation there.
struct StandardisedMeasures {
    std::array<PairMatrix, MeasureCount> of; ///< in the order of MeasureNames
    PairMatrix mean;                         ///< of the first six, the direct ones; what support is reckoned from
};

/// nullopt when `progress` says stop. Cost: N³ word operations below 1 000 units, 50 N² above.
std::optional<StandardisedMeasures> standardise(const std::vector<Unit> &units, Measures measures, Progress &progress);

/// Whether two units stand in different articles.
inline bool areCross(const std::vector<Unit> &units, int i, int j)
{
    return units[static_cast<std::size_t>(i)].article != units[static_cast<std::size_t>(j)].article;
}

} // namespace parallax
