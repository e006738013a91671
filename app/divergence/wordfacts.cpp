// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_divergence.cpp.
#include "divergence/wordfacts.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

/// WordNet's files of acts, events, phenomena and processes.
constexpr std::array HappeningCategories = {4, 11, 19, 22};

bool isHappening(const QString &folded, const WordFacts &facts)
{
    const Lexicon &lexicon = Lexicon::english();
    if (folded.endsWith(u"ing") && facts.has(WordClass::Verb))
        return true; // "the poisoning of the well"
    const auto noun = std::ranges::find(facts.lemmas, WordClass::Noun, &Lemma::wordClass);
    if (noun == facts.lemmas.end())
        return false;
    const std::vector<Concept> senses = lexicon.senses(noun->text, WordClass::Noun);
    return !senses.empty() && std::ranges::contains(HappeningCategories, lexicon.category(senses.front()));
}

bool isPast(const QString &folded, const WordFacts &facts)
{
    const auto verb = std::ranges::find(facts.lemmas, WordClass::Verb, &Lemma::wordClass);
    return verb != facts.lemmas.end() && verb->text != folded && !folded.endsWith(u's') && !folded.endsWith(u"ing");
}

} // namespace

WordFacts wordFacts(const QString &folded)
{
    const Lexicon &lexicon = Lexicon::english();
    WordFacts facts;
    facts.lemmas = lexicon.lemmas(folded);
    facts.base = facts.lemmas.empty() ? folded : facts.lemmas.back().text;
    facts.plain = folded;
    facts.plain.replace(u"ise"_s, u"ize"_s).replace(u"isi"_s, u"izi"_s);
    facts.opposites = lexicon.antonyms(folded);
    facts.rank = lexicon.rank(folded);
    for (const Lemma &lemma : facts.lemmas) {
        facts.classes[static_cast<size_t>(lemma.wordClass)] = true;
        facts.senses += static_cast<int>(lexicon.senses(lemma.text, lemma.wordClass).size());
    }
    facts.isEvent = lexicon.isEventWord(folded);
    facts.isHappening = isHappening(folded, facts);
    facts.isPast = isPast(folded, facts);
    facts.cues = cuesOf(folded, facts.lemmas);
    return facts;
}

bool areOneWord(const WordFacts &a, const WordFacts &b)
{
    return a.base == b.base || a.plain == b.plain ||
           std::ranges::any_of(a.lemmas, [&](const Lemma &lemma) { return std::ranges::contains(b.lemmas, lemma); });
}

bool areAntonyms(const WordFacts &a, const WordFacts &b)
{
    return std::ranges::any_of(
        a.opposites, [&](const QString &opposite) { return std::ranges::contains(b.lemmas, opposite, &Lemma::text); });
}

bool shareClass(const WordFacts &a, const WordFacts &b)
{
    for (size_t c = 0; c < a.classes.size(); ++c) {
        if (a.classes[c] && b.classes[c])
            return true;
    }
    return false;
}

StoryWordFacts::StoryWordFacts(const std::vector<ArticleLanguage> &language, Progress &progress)
{
    QHash<QString, int> numbers;
    std::vector<QString> forms;
    for (const ArticleLanguage &article : language) {
        auto &passages = m_forms.emplace_back();
        for (const PassageLanguage &passage : article.passages) {
            std::vector<int> &words = passages.emplace_back();
            words.reserve(passage.words.size());
            for (const Word &word : passage.words) {
                auto number = numbers.constFind(word.folded);
                if (number == numbers.cend()) {
                    number = numbers.insert(word.folded, static_cast<int>(forms.size()));
                    forms.push_back(word.folded);
                }
                words.push_back(*number);
            }
        }
    }
    m_facts.resize(forms.size());
    const auto look = [&](int form) {
        const auto k = static_cast<size_t>(form);
        m_facts[k] = wordFacts(forms[k]);
    };
    m_isComplete = progress.forEach(Stage::FindDivergences, static_cast<int>(forms.size()), look);
}

} // namespace parallax
