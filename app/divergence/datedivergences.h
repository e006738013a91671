// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Days and clock times of the same thing that differ.
#pragma once

#include "divergence/context.h"
#include "divergence/divergence.h"

#include <vector>

namespace parallax {

/// The divergences of this kind in the whole story, each once, in any order.
std::vector<Divergence> findDateDivergences(const DivergenceContext &context);

} // namespace parallax
