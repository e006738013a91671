// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One thing by a longer and a shorter name: "Storm Petra" / "Severe Winter Storm Petra".
#pragma once

#include "divergence/divergence.h"

namespace parallax {

class DivergenceContext;

/// Name divergences of things and bodies (no persons) whose articles' fullest names are longer or shorter, each once.
/// English articles only.
std::vector<Divergence> findFullerNames(const DivergenceContext &context);

} // namespace parallax
