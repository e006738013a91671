// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Whether two figures are of one thing, and whether they say the same of it.
#pragma once

#include "divergence/figurementions.h"

namespace parallax {

/// How much speaks for two mentions of different articles being of one thing; 0 where they are not. Symmetric.
double comparability(const DivergenceContext &context, const FigureMention &a, const FigureMention &b);

/// Whether both articles give both numbers: then they tell of two things, and tell them alike.
bool bothTellBoth(const DivergenceContext &context, const FigureMention &a, const FigureMention &b);

/// Whether two values can both be true of one thing. A count and an ordinal are where their numbers are equal.
bool haveAgreement(const FigureValue &a, const FigureValue &b);
/// Whether they say the same, bounds included.
bool areSame(const FigureValue &a, const FigureValue &b);

} // namespace parallax
