// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Walking the divergences of one passage, in the order of its words.
#pragma once

#include "ui/marks.h"

#include <optional>

namespace parallax {

/// The divergence of `focus.event` that comes after (step 1) or before (step -1) the current one in a passage, by where
/// its words stand; from a divergence that is not in the passage the first or last, and round from the last to the
/// first. nullopt where the passage has none of a shown kind.
std::optional<int> divergenceInPassage(const Comparison &comparison, const MarkIndex &index, PassageRef passage,
                                       const Focus &focus, int step);

} // namespace parallax
