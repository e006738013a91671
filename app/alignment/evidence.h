// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What passages have in common, in the words of the text.
#pragma once

#include "alignment/alignment.h"
#include "alignment/vocabulary.h"

#include <span>
#include <vector>

namespace parallax {

/// What at least two of the passages share: quoted words, names, figures, dates, terms; weightiest first, at most six.
/// The words are those of the first passage (in the given order) that has them.
std::vector<Evidence> sharedEvidence(const Story &story, const std::vector<ArticleLanguage> &language,
                                     const Vocabulary &vocabulary, std::span<const PassageRef> passages);

/// A name for each event (its passages in an order of the caller's): the clause among them that holds most of what they
/// share, and other events don't, in fewest words; its first letter made a capital. Never empty, no two from the same
/// words.
std::vector<QString> eventLabels(const Story &story, const std::vector<ArticleLanguage> &language,
                                 const Vocabulary &vocabulary, const std::vector<std::vector<PassageRef>> &events);

} // namespace parallax
