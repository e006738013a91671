// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/passagewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

PassageWords::PassageWords(const QString &text, const std::vector<Word> &words, const std::vector<Sentence> &sentences,
                           const QString &language)
    : m_text(text)
    , m_words(words)
    , m_sentences(sentences)
    , m_language(language)
    , m_isEnglish(language.startsWith("en"_L1))
{
    WordForms &forms = WordForms::of(language);
    m_forms.reserve(words.size());
    for (const Word &word : words)
        m_forms.push_back(&forms.form(word.span.of(text)));
}

const QString &PassageWords::folded(int i) const
{
    static const QString none;
    return has(i) ? word(i).folded : none;
}

QStringView PassageWords::gapAfter(int i) const
{
    if (i < 0 || i + 1 >= count())
        return {};
    const int end = word(i).span.end();
    return QStringView(m_text).mid(end, word(i + 1).span.start - end);
}

int PassageWords::sentenceOf(int i) const
{
    const auto after = std::ranges::upper_bound(m_sentences, i, {}, &Sentence::firstWord);
    return std::max(0, static_cast<int>(after - m_sentences.begin()) - 1);
}

} // namespace parallax
