// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Which sentences led to a divergence: what a reader asks first of one that looks odd.
#pragma once

#include "divergence/context.h"
#include "divergence/divergence.h"

#include <span>
#include <vector>

namespace parallax {

/// Of every reading the pair with a reading of another article that explains it best: another group's before its own,
/// then the most alike sentences. Each pair once, ascending; readings whose passages are linked with none of the others
/// are in no pair. Cost: readings × 16.
std::vector<AlignedReadings> alignedReadings(const DivergenceContext &context, std::span<const Reading> readings);

} // namespace parallax
