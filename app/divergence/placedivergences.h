// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Countries, capitals and bodies under several names: "Britain", "UK"; "Oslo" for Norway.
#pragma once

#include "divergence/divergence.h"

namespace parallax {

class DivergenceContext;

/// Name divergences of places and bodies, one a cluster of linked passages, in any order.
std::vector<Divergence> findPlaceDivergences(const DivergenceContext &context);

} // namespace parallax
