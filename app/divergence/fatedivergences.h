// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Another state of the same thing: missing and sunk, feared dead and dead.
#pragma once

#include "divergence/divergence.h"

namespace parallax {

class DivergenceContext;

/// Status divergences that no cue word marks. English articles only; unordered.
std::vector<Divergence> findFateDivergences(const DivergenceContext &context);

} // namespace parallax
