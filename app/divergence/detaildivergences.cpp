// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A fact that one article alone states. Only what is concrete counts: a figure with what it counts, or a name with
//! the words about it, that no linked passage of another article has, in a sentence that otherwise tells what the
//! others tell. (A sentence nobody else tells is no detail of a shared event; it is the article's own.) The
//! counter-reading is the nearest words of the others: what stands where the fact is left out.
//! Wrong alternative: every unshared word; an article's style would be its list of facts.
//! Tested by tst_divergence.cpp.
#include "divergence/detaildivergences.h"

#include "divergence/grouping.h"
#include "divergence/phrases.h"
#include "language/english.h"

#include <algorithm>
#include <map>
#include <optional>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastSimilarity = 0.24; ///< of the sentence with the fact and the one without
constexpr double LeastCover = 0.3;       ///< share of the shorter telling that the sentence with the fact gives
constexpr int FewestWords = 2;           ///< unshared content words that make a fact with a name or a figure
constexpr int FewestPlainWords = 4;      ///< … without either
constexpr int LongestFact = 12;
constexpr int CounterWords = 10;
constexpr int MostAnEvent = 5;
constexpr double NameWeight = 0.25;
constexpr double FigureWeight = 0.3;
constexpr double PlainWeight = 0.15;

struct Fact {
    WordRange words;
    double weight = 0;
    double information = 0;
};

/// Whether a stem, or one much like it, is among the told ones.
bool isTold(const DivergenceContext &context, int stem, const std::vector<int> &told)
{
    return context.vocabulary.nearest(stem, told) >= 0.5;
}

/// Whether a word is part of a figure or a date that a linked passage of another article gives too, written in another
/// way: 1.2 million and 1 200 000. Outside English any figure of the kind is enough: what it counts is not known well,
/// and figures that differ are a divergence of their own.
bool isGivenElsewhere(const DivergenceContext &context, PassageRef ref, TextSpan word)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const bool isEnglish = english::isEnglish(context.story.articles[static_cast<size_t>(ref.article)].language);
    const auto holdsWord = [&](const auto &mention) { return mention.span.contains(word); };
    const auto figure = std::ranges::find_if(passage.figures, holdsWord);
    const auto date = std::ranges::find_if(passage.dates, holdsWord);
    const auto isSameFigure = [&](const Figure &other) {
        return agree(figure->value, other.value) || (!isEnglish && other.value.kind == figure->value.kind);
    };
    const auto isDay = [](const DateMention &mention) {
        return mention.grain == DateGrain::Day && !mention.isInterval;
    };
    const auto isSameDay = [&](const DateMention &other) {
        return isDay(*date) && isDay(other) && agree(*date, other);
    };
    return std::ranges::any_of(context.neighboursOf(ref), [&](PassageRef other) {
        const PassageLanguage &there = context.languageOf(other);
        return (figure != passage.figures.end() && std::ranges::any_of(there.figures, isSameFigure)) ||
               (date != passage.dates.end() && std::ranges::any_of(there.dates, isSameDay));
    });
}

/// What all linked passages of other articles say.
std::vector<int> toldElsewhere(const DivergenceContext &context, PassageRef ref)
{
    std::vector<int> told;
    for (const PassageRef &other : context.neighboursOf(ref)) {
        const std::vector<int> stems =
            context.stemsOf(other, 0, static_cast<int>(context.languageOf(other).words.size()));
        told.insert(told.end(), stems.begin(), stems.end());
    }
    std::ranges::sort(told);
    told.erase(std::ranges::unique(told).begin(), told.end());
    return told;
}

/// The weightiest run of a sentence that nobody else tells.
std::optional<Fact> factOf(const DivergenceContext &context, SentenceRef ref, const std::vector<int> &told)
{
    const QString &text = context.textOf(ref.passage);
    const PassageLanguage &passage = context.languageOf(ref.passage);
    const bool isEnglish =
        english::isEnglish(context.story.articles[static_cast<size_t>(ref.passage.article)].language);
    const auto isName = [&](const Word &word) {
        return isEnglish ? word.isCapital : std::ranges::any_of(passage.names, [&](const NameMention &name) {
            return name.span.contains(word.span);
        });
    };
    std::optional<Fact> best;
    for (const WordRange &clause : clausesOf(text, passage, passage.sentences[static_cast<size_t>(ref.sentence)])) {
        for (int i = clause.first; i < clause.end();) {
            int end = i;
            int lastContent = i - 1;
            int words = 0;
            double information = 0;
            bool hasName = false;
            bool hasFigure = false;
            while (end < clause.end() && end - i < LongestFact) {
                const Word &word = passage.words[static_cast<size_t>(end)];
                const int stem = word.isStop ? -1 : context.vocabulary.id(word.stem);
                if (stem >= 0 && (isTold(context, stem, told) || isGivenElsewhere(context, ref.passage, word.span)))
                    break;
                if (stem >= 0) {
                    ++words;
                    information += context.weight(stem);
                    hasName = hasName ||
                              (isName(word) && end > passage.sentences[static_cast<size_t>(ref.sentence)].firstWord);
                    hasFigure = hasFigure || word.isNumber;
                    lastContent = end;
                } else if (words == 0) {
                    break;
                }
                ++end;
            }
            const int needed = hasName || hasFigure ? FewestWords : FewestPlainWords;
            const bool mayBeParaphrase = !isEnglish && !hasName && !hasFigure; // no dictionary knows that it is not
            if (words >= needed && !mayBeParaphrase && (!best || information > best->information))
                best = Fact{{i, lastContent - i + 1},
                            hasFigure ? FigureWeight
                            : hasName ? NameWeight
                                      : PlainWeight,
                            information};
            i = std::max(end, i + 1);
        }
    }
    return best;
}

} // namespace

std::vector<Divergence> findDetailDivergences(const DivergenceContext &context)
{
    std::map<SentenceRef, std::vector<SentencePair>> partners;
    for (const SentencePair &pair : context.sentencePairs()) {
        if (!pair.isBest || pair.similarity < LeastSimilarity)
            continue;
        partners[pair.a].push_back(pair);
        partners[pair.b].push_back({pair.b, pair.a, pair.similarity, pair.isBest});
    }
    std::vector<Divergence> found;
    std::optional<PassageRef> passage; // whose sentences are looked at
    std::vector<int> told;
    for (const auto &[sentence, pairs] : partners) {
        if (passage != sentence.passage) {
            passage = sentence.passage;
            told = toldElsewhere(context, sentence.passage);
        }
        const std::optional<Fact> fact = factOf(context, sentence, told);
        if (!fact)
            continue;
        const PassageLanguage &own = context.languageOf(sentence.passage);
        const std::vector<int> stems = context.stemsOf(sentence);
        const WordRange near = around(own, fact->words, CounterWords);
        const std::vector<int> nearStems = context.stemsOf(sentence.passage, near.first, near.count);
        std::vector<Reading> readings{{sentence.passage, spanOf(own, fact->words), 0, {}, u"fact"_s}};
        std::map<int, double> bestOf; // of an article: its most similar sentence is shown
        for (const SentencePair &pair : pairs)
            bestOf[pair.b.passage.article] = std::max(bestOf[pair.b.passage.article], pair.similarity);
        for (const SentencePair &pair : pairs) {
            if (pair.similarity < bestOf[pair.b.passage.article] ||
                context.cover(context.stemsOf(pair.b), stems) < LeastCover)
                continue;
            const PassageLanguage &other = context.languageOf(pair.b.passage);
            const WordRange whole = wordsOf(other.sentences[static_cast<size_t>(pair.b.sentence)]);
            const WordRange counter = nearestWords(context, pair.b.passage, whole, nearStems, CounterWords);
            readings.push_back({pair.b.passage, spanOf(other, counter), 1, {}, u"nearest words without it"_s});
        }
        const QString subject = spanOf(own, {fact->words.first, std::min(6, fact->words.count)})
                                    .of(context.textOf(sentence.passage))
                                    .toString();
        const double weight = fact->weight * std::min(1.0, 0.5 + fact->information / 40);
        if (auto divergence =
                makeDivergence(context, DivergenceKind::Detail, Aspect::OnlyHere, subject, weight, readings))
            found.push_back(std::move(*divergence));
    }
    std::ranges::stable_sort(found, [](const Divergence &x, const Divergence &y) { return x.weight > y.weight; });
    std::map<int, int> perEvent;
    std::erase_if(found, [&](const Divergence &divergence) { return ++perEvent[divergence.event] > MostAnEvent; });
    return found;
}

} // namespace parallax
