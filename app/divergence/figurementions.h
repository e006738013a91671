// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The figures of a story with what is near them, as they are compared.
#pragma once

#include "divergence/context.h"
#include "divergence/occasions.h"
#include "language/figures.h"

#include <optional>
#include <vector>

namespace parallax {

struct FigureMention {
    PassageRef passage;
    const Figure *figure = nullptr;
    int head = -1;              ///< stem of the counted noun
    bool isAttributive = false; ///< "a three-week trial", not "three weeks"
    int side = 0;               ///< of a duration that reckons from something: -1 "ago", "earlier", 1 "later", "after"
    std::vector<int> around;    ///< stems near the figure, without its own
    std::optional<Occasion> occasion{}; ///< of a toll that is recalled beside the story's own
    bool isImplied = false;             ///< by the number of a noun alone, see ImpliedCount
};

bool isDuration(const FigureValue &value);
/// A count or an ordinal: it says how many of a thing, or which of them.
bool isCounting(const FigureValue &value);
/// "World War II", "chapter 4": the number stands behind the noun and tells which one it is.
bool isNumberedName(const Figure &figure);

/// All figures of a story, by passage. The figures stay where they are: in the context's language. Linear.
std::vector<FigureMention> figureMentions(const DivergenceContext &context);

} // namespace parallax
