// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The order the articles are compared in, which is not the order they are shown in.
#pragma once

#include "comparison/comparison.h"

#include <vector>

namespace parallax {

/// Puts the articles in the order of their texts and answers, for each place, the place the article had before.
/// Articles with one text keep their order. Sorting with comparisons that end at the first difference.
std::vector<int> orderByText(Story &story);

/// Undoes orderByText in a whole comparison: articles stand as before, and every number of an article, in links,
/// events and readings, says so. Lists that are ordered by passage are so again. Events and divergences keep their
/// order.
void restoreOrder(Comparison &comparison, const std::vector<int> &placesBefore);

} // namespace parallax
