// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where or to whom one speaker said one thing: "told reporters" / "said in a statement".
#pragma once

#include "divergence/divergence.h"

namespace parallax {

class DivergenceContext;

/// Attribution divergences of where something was said, each once, in any order. English articles only.
std::vector<Divergence> findVenueDivergences(const DivergenceContext &context);

} // namespace parallax
