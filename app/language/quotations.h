// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Quotations between marks, and who is said to have said what.
#pragma once

#include "language/words.h"

#include <vector>

namespace parallax {

struct Quotation {
    TextSpan span;     ///< with its marks; an unclosed quotation runs to the passage's end
    TextSpan inner;    ///< without them
    int firstWord = 0; ///< 0-based index into the passage's words
    int wordCount = 0;
    bool isClosed = true;

    friend bool operator==(const Quotation &, const Quotation &) = default;
};

/// A source with its verb of saying: "Lund said", "according to officials", "a spokesman told reporters".
struct Attribution {
    TextSpan span;   ///< source and verb
    TextSpan source; ///< the source alone: "Mr Lund", "US officials", "he"
    TextSpan head;   ///< its last word: "Lund", "officials"
    TextSpan verb;   ///< the verb of saying, or "according"
    int sentence = 0;
    bool isPronoun = false; ///< the source is a pronoun; `resolved` then names the last speaker named, where plain
    QString resolved; ///< the source as the text names it elsewhere; the source's own words where it is no pronoun

    friend bool operator==(const Attribution &, const Attribution &) = default;
};

/// Quotations of a passage in order (straight and typographic double marks, guillemets, low-high marks; single marks
/// where they cannot be apostrophes). Linear.
std::vector<Quotation> findQuotations(const QString &text, const std::vector<Word> &words, const QString &language);

/// Sources of a passage in order; verbs inside quotations attribute nothing. `resolved` is filled for pronouns from
/// the same passage only; resolveSpeakers does the rest. Linear.
std::vector<Attribution> findAttributions(const QString &text, const std::vector<Word> &words,
                                          const std::vector<Sentence> &sentences,
                                          const std::vector<Quotation> &quotations, const QString &language);

/// Fills `resolved` of pronouns with the last source named before them. `lastNamed` is carried from passage to passage
/// of an article, empty at its beginning. Linear.
void resolveSpeakers(std::vector<Attribution> &attributions, QString &lastNamed);

} // namespace parallax
