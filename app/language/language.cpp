// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One passage at a time: words first, then everything that is read off them.

#include "language/language.h"

#include "language/finders.h"

namespace parallax {

namespace {

PassageLanguage analysePassage(const QString &text, const Article &article)
{
    PassageLanguage found;
    found.words = findWords(text, article.language);
    found.sentences = findSentences(text, found.words, article.language);
    const PassageWords words(text, found.words, found.sentences, article.language);
    const std::vector<Numeral> numerals = findNumerals(words);
    found.dates = findDates(words, numerals, article.published);
    found.figures = findFigures(words, numerals, found.dates);
    found.quotations = findQuotations(text, found.words, article.language);
    found.attributions = findAttributions(words, found.quotations);
    found.names = findNames(words);
    return found;
}

} // namespace

ArticleLanguage analyse(const Article &article)
{
    ArticleLanguage language;
    WordForms::of(article.language).forgetIfMany();
    language.passages.reserve(article.passages.size());
    QString lastSpeaker;
    for (const Passage &passage : article.passages) {
        language.passages.push_back(isTold(passage.role) ? analysePassage(passage.text, article) : PassageLanguage{});
        resolveSpeakers(language.passages.back().attributions, lastSpeaker);
    }
    return language;
}

} // namespace parallax
