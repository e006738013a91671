// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "divergence/divergence.h"

namespace parallax {

class DivergenceContext;

/// Names of one thing that an article itself explains by each other. English only. Linear in the words.
std::vector<Divergence> findAliasDivergences(const DivergenceContext &context);

} // namespace parallax
