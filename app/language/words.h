// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Sentences and words of a text (ICU boundaries, UAX #29), their folded forms and Snowball stems.
#pragma once

#include "story/story.h"

#include <vector>

namespace parallax {

/// One word or number as UAX #29 segments it; punctuation is no word. "Oslo's" is one word whose folded form
/// is "oslo" (possessive dropped); "1,200" and "10.5" are one word each.
struct Word {
    TextSpan span;  ///< in the passage's text
    QString folded; ///< case-folded, typographic apostrophes made plain, possessive 's dropped
    QString stem;   ///< Snowball stem of `folded`; number words and digits in one form ("two" → "2", "1,200" → "1200")
    bool isStop = false;    ///< a function word: carries no content of its own
    bool isCapital = false; ///< begins with an upper-case letter as written
    bool isNumber = false;  ///< begins with a digit

    friend bool operator==(const Word &, const Word &) = default;
};

struct Sentence {
    TextSpan span;     ///< in the passage's text, without surrounding space
    int firstWord = 0; ///< 0-based index into the passage's words
    int wordCount = 0;

    friend bool operator==(const Sentence &, const Sentence &) = default;
};

/// The words of `text` in order. `language` is BCP 47 and chooses the stemmer (no stemmer: stem = folded) and the
/// stop words. Empty text gives none. Linear.
std::vector<Word> findWords(const QString &text, const QString &language);

/// The sentences of `text`, each holding at least one word; abbreviations ("Mr.", "U.S.") end none.
/// `words` must be findWords(text). Linear.
std::vector<Sentence> findSentences(const QString &text, const std::vector<Word> &words, const QString &language);

} // namespace parallax
