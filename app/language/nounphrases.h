// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The noun phrases of a sentence, as far as they can be told without a parser. Internal to findAttributions.
#pragma once

#include "language/passagewords.h"

#include <vector>

namespace parallax {

/// Walks the words of one sentence. What is quoted and what is not never belong to one phrase.
class NounPhrases
{
public:
    NounPhrases(const PassageWords &passage, const Sentence &sentence, const std::vector<bool> &isQuoted)
        : m_passage(passage)
        , m_quoted(isQuoted)
        , m_begin(sentence.firstWord)
        , m_end(sentence.firstWord + sentence.wordCount)
    {
    }

    /// A noun phrase: words [first, end) with its head; empty where first = end.
    struct Phrase {
        int first = 0;
        int end = 0;
        int head = -1;
        bool hasTail = false; ///< a preposition hangs more on the head

        bool isEmpty() const { return end <= first || head < 0; }
    };

    const Word &word(int i) const { return m_passage.word(i); }
    const WordForm &form(int i) const { return m_passage.form(i); }
    const QString &folded(int i) const { return word(i).folded; }
    /// What stands between word i - 1 and word i.
    QStringView gapBefore(int i) const { return m_passage.gapAfter(i - 1); }
    /// Whether words i - 1 and i can belong to one phrase: nothing but space, joints and the dot of an abbreviation
    /// between.
    bool isJoined(int i) const;
    /// A verb of saying where it stands: "States" of a name is none, "found" only before "that".
    bool isSayVerb(int i) const;
    /// "hold the yard responsible", "point a finger at", "lay the blame on", "call for": said in several words.
    bool isBlame(int i) const;
    /// Function words, but not "US", whose folded form looks like one, nor "Mr".
    bool isFunctionWord(int i) const;
    /// Whether a word can be what a noun phrase is about, if the phrase is to speak: a name, a person, a body.
    bool isHead(int i) const;
    /// Whether a word can stand inside a noun phrase to the left of its head.
    bool isModifier(int i) const;
    /// Whether the preposition at `i` hangs a noun on the one before it: "officials in Lisbon", "spokesman for the
    /// port".
    bool isTail(int i) const;
    /// The noun phrase whose last word is `last`.
    Phrase phraseEndingAt(int last) const;
    /// The noun phrase that begins at `first`; empty where none does.
    Phrase phraseBeginningAt(int first) const;

protected:
    const PassageWords &m_passage;
    const std::vector<bool> &m_quoted;
    int m_begin; ///< first word of the sentence
    int m_end;   ///< the word behind its last
};

} // namespace parallax
