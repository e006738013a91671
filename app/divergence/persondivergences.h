// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What articles say otherwise of one person, wherever they say it: the age and the name itself.
#pragma once

#include "divergence/divergence.h"

namespace parallax {

class DivergenceContext;

/// Figure divergences of the ages of persons, each once. English articles only.
std::vector<Divergence> findAgeDivergences(const DivergenceContext &context);

/// Name divergences of persons whose articles give another first or middle name or another rank behind the surname,
/// each once. English articles only.
std::vector<Divergence> findPersonNameDivergences(const DivergenceContext &context);

} // namespace parallax
