// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Another choice of word for the same thing.
#pragma once

#include "divergence/context.h"
#include "divergence/divergence.h"

#include <vector>

namespace parallax {

/// The divergences of this kind in the whole story, each once, in any order.
std::vector<Divergence> findWordingDivergences(const DivergenceContext &context);

} // namespace parallax
