// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Parts of sentences: clauses, phrases round a word, and the words of a passage nearest to what another one says.
#pragma once

#include "divergence/context.h"

#include <QSet>

#include <span>
#include <vector>

namespace parallax {

/// Words [first, first + count) of a passage.
struct WordRange {
    int first = 0;
    int count = 0;

    int end() const { return first + count; }
    bool holds(int word) const { return word >= first && word < end(); }

    friend bool operator==(const WordRange &, const WordRange &) = default;
};

/// From the first to the last word of a range, and to the end of a number or clock time that it would cut; empty for an
/// empty range.
TextSpan spanOf(const PassageLanguage &passage, WordRange range);
/// The words that begin inside a span.
WordRange wordsOf(const PassageLanguage &passage, TextSpan span);

/// Whether words `i - 1` and `i` stand in one phrase: nothing but space, a joint or the dot of an abbreviation between.
bool isJoined(const QString &text, const PassageLanguage &passage, int i);

/// "US", "U.N.": two capitals at least and nothing small.
bool isAbbreviation(const QString &text, const Word &word);
/// A word that says something: no function word, but "US", whose folded form looks like one.
bool isContent(const QString &text, const Word &word);

/// A sentence cut where a clause may end: at commas, brackets, dashes, quotation marks and conjunctions. In order;
/// every word is in exactly one.
std::vector<WordRange> clausesOf(const QString &text, const PassageLanguage &passage, const Sentence &sentence);

/// The window of at most `length` words inside `within` that shares most weight with `stems`, without function words
/// at its ends; empty where nothing is shared.
WordRange nearestWords(const DivergenceContext &context, PassageRef ref, WordRange within, std::span<const int> stems,
                       int length);

/// Every word of a passage.
WordRange allWords(const PassageLanguage &passage);
WordRange wordsOf(const Sentence &sentence);
/// The words around [range], `margin` to each side, inside its sentence.
WordRange around(const PassageLanguage &passage, WordRange range, int margin);

} // namespace parallax
