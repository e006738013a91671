// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Another role of one person: "deputy envoy Lund" / "ambassador Lund".
#pragma once

#include "divergence/divergence.h"

namespace parallax {

class DivergenceContext;

/// Attribution divergences of who somebody is, each once, in any order. English articles only.
std::vector<Divergence> findRoleDivergences(const DivergenceContext &context);

} // namespace parallax
