// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The words of one passage as the finders of figures, dates, sources and names read them.
#pragma once

#include "language/wordforms.h"
#include "language/words.h"

#include <vector>

namespace parallax {

/// Text, words and sentences of a passage with what is known of each word by itself. Refers to what it is made of, and
/// to words that its thread keeps: it is for the length of one analysis, on one thread.
class PassageWords
{
public:
    /// `words` must be findWords(text) and `sentences` findSentences(text). Linear.
    PassageWords(const QString &text, const std::vector<Word> &words, const std::vector<Sentence> &sentences,
                 const QString &language);

    const QString &text() const { return m_text; }
    const QString &language() const { return m_language; }
    const std::vector<Word> &words() const { return m_words; }
    const std::vector<Sentence> &sentences() const { return m_sentences; }
    bool isEnglish() const { return m_isEnglish; } ///< the language is told, and English

    int count() const { return static_cast<int>(m_words.size()); }
    bool has(int i) const { return i >= 0 && i < count(); }
    const Word &word(int i) const { return m_words[static_cast<size_t>(i)]; }
    const WordForm &form(int i) const { return *m_forms[static_cast<size_t>(i)]; }
    /// Word::folded; empty before the first word and behind the last.
    const QString &folded(int i) const;
    /// As it stands in the text; empty before the first word and behind the last.
    QStringView written(int i) const { return has(i) ? word(i).span.of(m_text) : QStringView(); }
    /// What stands between word i and word i + 1; empty at the ends.
    QStringView gapAfter(int i) const;
    /// The sentence that word `i` stands in; 0 where there is none.
    int sentenceOf(int i) const;

private:
    const QString &m_text;
    const std::vector<Word> &m_words;
    const std::vector<Sentence> &m_sentences;
    const QString &m_language;
    bool m_isEnglish;
    std::vector<const WordForm *> m_forms;
};

} // namespace parallax
