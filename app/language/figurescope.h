// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the words around a number make of it: what it counts, how exactly, and what befell the persons counted.
#pragma once

#include "language/figures.h"
#include "language/passagewords.h"

#include <span>
#include <vector>

namespace parallax {

/// The words around one number of a passage. Indexes are those of the passage's words; the number is [first, last].
class FigureScope
{
public:
    explicit FigureScope(const PassageWords &passage);

    /// The noun counted by a number that ends at word `last`; -1 where none follows before a verb, a mark or a new
    /// phrase. `isPlural`: a plural is looked for ("12 crew members"), else the last noun of the run ("eighth veto").
    int headAfter(int last, bool isPlural) const;
    /// The noun after "of" ("20% of the aircraft"), where the figure ends with word `last` at position `end` of the
    /// text; -1 where none follows.
    int headAfterOf(int last, int end) const;
    /// The noun's dictionary form; its stem outside English.
    QString lemma(int word) const;
    bool isPerson(int word) const;
    bool isPluralNoun(int word) const;
    /// Whether several can be counted with the noun: a plural, persons or bodies, "aircraft", the noun of a compound
    /// ("15-member"). "the 1200 block" names a place, "a 5 star hotel" a sort.
    bool mayBePlural(int word) const;

    /// A precision given by words, and the first or last word of them.
    struct Modifier {
        Precision precision = Precision::Exact;
        int word = 0;
    };
    /// "more than", "nearly", "up to" before a figure that begins at `position` (a currency sign's, or that of word
    /// `first`); `word` is its first word. Exact and `first` where there is none.
    Modifier modifierBefore(int first, int position) const;
    /// Nothing but space between a word and a later position of the text.
    bool isAdjacent(int wordBefore, int position) const;
    /// "or so", "or more" after word `last`; `word` is its last word.
    Modifier modifierAfter(int last) const;

    /// What befell the persons counted by [first, last]: the nearest cue within nine words of the sentence that does
    /// not belong to another of the numbers. `numbers` holds the first and last words of all figures of the passage.
    QString stateOf(int first, int last, std::span<const std::pair<int, int>> numbers) const;
    /// Whether the cue at word `i` tells what the persons of [first, last] did and not what befell them: "killed by
    /// two officers", "two officers shot and killed a boy".
    bool isDoneByThem(int i, int first, int last) const;

    /// Whether a plain number after word `first` - 1 only names something: "Flight 881", "Highway 12", "page 3".
    bool isDesignation(int first, int last) const;

    /// "Jan Lund, 38, a nurse", "Jan Lund (38)": whether the plain number that is word `i` and ends at `end` stands in
    /// apposition to a person's name.
    bool isApposedAge(int i, int end) const;

    int sentenceOf(int word) const { return m_passage.sentenceOf(word); }
    const QString &folded(int i) const { return m_passage.folded(i); }
    /// Word i + 1 follows word i with nothing but spaces or a hyphen between.
    bool isJoined(int i) const;

private:
    int count() const { return m_passage.count(); }
    const Word &word(int i) const { return m_passage.word(i); }
    bool isNoun(int i) const;
    QString cueAt(int i) const;
    /// The folded words [first, first + size) with single spaces; empty where they are not joined.
    QString phrase(int first, int size) const;

    const PassageWords &m_passage;
    const QString &m_text;
    bool m_isEnglish;
};

} // namespace parallax
