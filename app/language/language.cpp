// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One passage at a time: words first, then everything that is read off them.

#include "language/language.h"

namespace parallax {

namespace {

PassageLanguage analysePassage(const QString &text, const Article &article)
{
    PassageLanguage found;
    found.words = findWords(text, article.language);
    found.sentences = findSentences(text, found.words, article.language);
    found.figures = findFigures(text, found.words, found.sentences, article.language);
    found.dates = findDates(text, found.words, found.sentences, article.published, article.language);
    found.quotations = findQuotations(text, found.words, article.language);
    found.attributions = findAttributions(text, found.words, found.sentences, found.quotations, article.language);
    found.names = findNames(text, found.words, found.sentences, article.language);
    return found;
}

} // namespace

ArticleLanguage analyse(const Article &article)
{
    ArticleLanguage language;
    language.passages.reserve(article.passages.size());
    QString lastSpeaker;
    for (const Passage &passage : article.passages) {
        language.passages.push_back(isTold(passage.role) ? analysePassage(passage.text, article) : PassageLanguage{});
        resolveSpeakers(language.passages.back().attributions, lastSpeaker);
    }
    return language;
}

} // namespace parallax
