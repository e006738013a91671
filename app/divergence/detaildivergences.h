// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A concrete fact of a shared event that one article alone states.
#pragma once

#include "divergence/context.h"
#include "divergence/divergence.h"

#include <vector>

namespace parallax {

/// The divergences of this kind in the whole story, each once, in any order.
std::vector<Divergence> findDetailDivergences(const DivergenceContext &context);

} // namespace parallax
