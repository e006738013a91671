// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One word or name written with other joints: "airbase" / "air base".
#pragma once

#include "divergence/divergence.h"

namespace parallax {

class DivergenceContext;

/// Adds the name divergences of compounds that are joined in two ways, over the whole story; none where `found` has a
/// spelling at the same place. Cost: linear in the story's words.
void addJoints(const DivergenceContext &context, std::vector<Divergence> &found);

} // namespace parallax
