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
/// Cost: articles² × their stems, and articles² to join them.
PairMatrix articleKinship(const std::vector<Unit> &units, const Vocabulary &vocabulary);

} // namespace parallax
