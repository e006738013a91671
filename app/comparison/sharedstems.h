// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What articles in different languages have in common: names, numbers and months.
#pragma once

#include "language/language.h"
#include "story/story.h"

#include <vector>

namespace parallax {

/// The languages of a story's articles with how many articles each has ("English (2), French (1)"), by name; empty
/// where there are fewer than two.
QString languagesOf(const Story &story);

/// Gives words of different languages that name the same one stem: names written alike in two languages, numbers of
/// one value, months. A story in one language is left alone. Linear.
void shareStems(const Story &story, std::vector<ArticleLanguage> &language);

} // namespace parallax
