// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Another role of one person: "deputy envoy Lund" / "ambassador Lund".
#pragma once

#include "divergence/divergence.h"
#include "language/names.h"

namespace parallax {

class DivergenceContext;

/// Whether the text beside a name says what its bearer is: "the mayor, Jan Lund,", "Lund, a former banker". The name is
/// one of the passage's.
bool givesRole(const DivergenceContext &context, PassageRef passage, const NameMention &name);

/// Attribution divergences of who somebody is, each once, in any order. English articles only.
std::vector<Divergence> findRoleDivergences(const DivergenceContext &context);

} // namespace parallax
