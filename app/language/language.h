// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the language of an article yields: sentences, words, stems, figures, dates, quotations, names.
#pragma once

#include "language/dates.h"
#include "language/figures.h"
#include "language/names.h"
#include "language/quotations.h"
#include "language/words.h"
#include "story/story.h"

#include <vector>

namespace parallax {

/// Everything found in one passage. Every span lies inside the passage's text.
struct PassageLanguage {
    std::vector<Sentence> sentences; ///< in order, cover every word
    std::vector<Word> words;         ///< in order, punctuation left out
    std::vector<Figure> figures;     ///< in order
    std::vector<DateMention> dates;  ///< in order
    std::vector<Quotation> quotations;
    std::vector<Attribution> attributions;
    std::vector<NameMention> names;
};

/// One entry a passage of the article, also for passages that are set aside (theirs is empty).
struct ArticleLanguage {
    std::vector<PassageLanguage> passages;
};

/// Analyses one article; a passage that is not told gives an empty PassageLanguage. Linear in its text.
ArticleLanguage analyse(const Article &article);

} // namespace parallax
