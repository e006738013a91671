// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the lexicon knows of the story's words, looked up once a form. The rules ask for it once a pair of words.
#pragma once

#include "divergence/commitment.h"
#include "language/language.h"
#include "language/lexicon.h"
#include "progress.h"
#include "story/story.h"

#include <QString>

#include <array>
#include <vector>

namespace parallax {

struct WordFacts {
    std::vector<Lemma> lemmas;      ///< a word class each at most once
    QString base;                   ///< the last lemma, the word itself where it has none
    QString plain;                  ///< one spelling for -ise and -ize
    std::vector<QString> opposites; ///< lemmas that are antonyms of one of its own
    int senses = 0;                 ///< how many things it can mean, over all its classes
    int rank = -1;                  ///< Lexicon::rank
    std::array<bool, 4> classes{};  ///< by WordClass
    bool isEvent = false;           ///< Lexicon::isEventWord
    bool isHappening = false;       ///< a noun whose first sense is an act, an event, a phenomenon or a process
    bool isPast = false;            ///< a past form or participle of a verb, written otherwise than the verb itself
    Cues cues;

    bool has(WordClass wordClass) const { return classes[static_cast<size_t>(wordClass)]; }
};

/// Facts of a folded word; of an unknown one no lemmas.
WordFacts wordFacts(const QString &folded);

/// Whether two words are forms or spellings of one ("organise" / "organizing").
bool areOneWord(const WordFacts &a, const WordFacts &b);
bool areAntonyms(const WordFacts &a, const WordFacts &b);
bool shareClass(const WordFacts &a, const WordFacts &b);

/// The facts of every word of a story. Not to be used where `progress` said stop. Cost: the different words.
class StoryWordFacts
{
public:
    StoryWordFacts(const std::vector<ArticleLanguage> &language, Progress &progress);

    bool isComplete() const { return m_isComplete; }
    const WordFacts &of(PassageRef ref, int word) const
    {
        const auto &article = m_forms[static_cast<size_t>(ref.article)];
        return m_facts[static_cast<size_t>(article[static_cast<size_t>(ref.passage)][static_cast<size_t>(word)])];
    }

private:
    std::vector<std::vector<std::vector<int>>> m_forms; ///< by article, passage, word: which facts
    std::vector<WordFacts> m_facts;
    bool m_isComplete = false;
};

} // namespace parallax
