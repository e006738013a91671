// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Nearly every singular noun of a text could be counted as one, so a noun is looked at only where the paired sentence
//! of another article counts the very noun with a numeral, the words beside both agree, and the article doesn't give
//! that number elsewhere. "The body", "another body" and "a second body" count nothing: the first is known, the others
//! add. Wrong alternative: all nouns of linked passages; "a statement" would contradict every "two statements".
//! Tested by tst_divergence_figures.cpp.
#include "divergence/impliedcounts.h"

#include "divergence/phrases.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <optional>

namespace parallax {

namespace {

constexpr double LeastSimilarity = 0.5; ///< of the two sentences
constexpr int ContextWords = 6;         ///< to each side of the noun
constexpr double LeastInformation = 7;  ///< weight shared there, the noun left out
constexpr double MostCounted = 5;       ///< "a smuggler" and "14 smugglers" are of two tellings, not of one
constexpr int VerbWords = 4;            ///< to each side of the noun
constexpr double SameVerb = 0.8;
constexpr int LongestPhrase = 4; ///< words from the article to the noun

/// Whether a figure counts things one by one: "two bodies", "one crate".
bool isPlainCount(const Figure &figure)
{
    return figure.value.kind == FigureKind::Count && figure.value.precision == Precision::Exact &&
           !figure.value.upper && figure.value.number >= 1 && figure.value.number <= MostCounted &&
           figure.headWord > figure.firstWord && figure.value.unit != u"year old" && figure.value.unit != ScoreUnit;
}

/// Words that keep a noun from being counted by its number alone.
bool addsOrPicks(QStringView folded)
{
    static constexpr std::array<QStringView, 17> words = {
        u"multiple", u"several",   u"various", u"second", u"third", u"fourth", u"last", u"next", u"new",
        u"further",  u"different", u"other",   u"single", u"more",  u"few",    u"many", u"first"};
    return std::ranges::find(words, folded) != words.end();
}

/// Whether a noun stands for itself: not "a rocket-propelled raft", "a seat belt", "a police officer".
bool isHead(const DivergenceContext &context, PassageRef ref, int noun)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const int next = noun + 1;
    if (next >= static_cast<int>(passage.words.size()) || !isJoined(context.textOf(ref), passage, next))
        return true;
    const Word &word = passage.words[static_cast<size_t>(next)];
    const bool isNoun = context.facts(ref, next).has(WordClass::Noun) && !context.facts(ref, next).has(WordClass::Verb);
    const int gap = word.span.start - passage.words[static_cast<size_t>(noun)].span.end();
    const bool isHyphened = gap == 1 && !context.textOf(ref)[word.span.start - 1].isSpace();
    return !isHyphened && (word.isStop || word.isNumber || !isNoun);
}

/// A noun with the words before it that belong to it, its article or numeral among them.
struct CountedNoun {
    PassageRef passage;
    WordRange phrase;
    int noun = 0;
};

/// What is done with a noun: the content word before the phrase where it is a verb ("found a body"), the past form
/// behind it ("bodies were found").
std::vector<int> verbsOf(const DivergenceContext &context, const CountedNoun &counted)
{
    const PassageLanguage &passage = context.languageOf(counted.passage);
    const WordRange near = around(passage, counted.phrase, VerbWords);
    const auto isContentWord = [&](int i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        return !word.isStop && !word.isNumber;
    };
    std::vector<int> stems;
    for (int i = counted.phrase.first - 1; i >= near.first; --i) {
        if (!isContentWord(i))
            continue;
        if (context.facts(counted.passage, i).has(WordClass::Verb))
            stems.push_back(context.stemOf(counted.passage, i));
        break;
    }
    for (int i = counted.noun + 1; i < near.end(); ++i) {
        if (isContentWord(i) && context.facts(counted.passage, i).isPast) {
            stems.push_back(context.stemOf(counted.passage, i));
            break;
        }
    }
    return stems;
}

/// Whether the same is done with two nouns that nothing else qualifies: "found a body" / "two bodies were found", not
/// "drew a sabre" / "sold two sabres" nor "a bribery charge" / "two theft charges".
bool areDoneAlike(const DivergenceContext &context, const CountedNoun &a, const CountedNoun &b)
{
    const auto modifierOf = [&](const CountedNoun &counted) -> QString {
        if (counted.noun <= counted.phrase.first)
            return {};
        const Word &word = context.languageOf(counted.passage).words[static_cast<size_t>(counted.noun - 1)];
        const bool isNumber = word.isNumber || (!word.stem.isEmpty() && word.stem.front().isDigit());
        return word.isStop || isNumber ? QString() : word.stem;
    };
    const QString x = modifierOf(a);
    const QString y = modifierOf(b);
    if (!x.isEmpty() && !y.isEmpty() && x != y)
        return false;
    const std::vector<int> verbs = verbsOf(context, b);
    return std::ranges::any_of(verbsOf(context, a), [&](int stem) {
        return std::ranges::any_of(verbs,
                                   [&](int other) { return context.vocabulary.similarity(stem, other) >= SameVerb; });
    });
}

std::vector<int> stemsBeside(const DivergenceContext &context, PassageRef ref, int noun)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const WordRange near = around(passage, {noun, 1}, ContextWords);
    std::vector<int> stems;
    for (int i = near.first; i < near.end(); ++i) {
        const int stem = i == noun || passage.words[static_cast<size_t>(i)].isNumber ? -1 : context.stemOf(ref, i);
        if (stem >= 0)
            stems.push_back(stem);
    }
    return stems;
}

/// The words from the article, or from the first one of a bare plural, to the noun; nothing where the noun has another
/// determiner or a number.
std::optional<WordRange> countedPhrase(const DivergenceContext &context, PassageRef ref, int noun, bool isSingular)
{
    const PassageLanguage &passage = context.languageOf(ref);
    int first = noun;
    while (noun - first < LongestPhrase && isJoined(context.textOf(ref), passage, first)) {
        const Word &before = passage.words[static_cast<size_t>(first - 1)];
        const WordFacts &facts = context.facts(ref, first - 1);
        if (isSingular && (before.folded == u"a" || before.folded == u"an"))
            return WordRange{first - 1, noun - first + 2};
        const bool isNumber = before.isNumber || (!before.stem.isEmpty() && before.stem.front().isDigit());
        if (isNumber || addsOrPicks(before.folded) || english::isDeterminer(before.folded))
            return std::nullopt;
        const bool isModifier = !before.isStop && (facts.has(WordClass::Adjective) || facts.has(WordClass::Noun));
        if (!isModifier || (!isSingular && facts.has(WordClass::Verb)))
            break;
        --first;
    }
    return isSingular ? std::nullopt : std::optional(WordRange{first, noun - first + 1});
}

/// Whether an article gives a figure's number of the same noun anywhere.
bool givesToo(const DivergenceContext &context, int article, const FigureValue &value)
{
    return std::ranges::any_of(context.language[static_cast<size_t>(article)].passages, [&](const auto &passage) {
        return std::ranges::any_of(passage.figures, [&](const Figure &other) {
            return other.value.unit == value.unit && other.value.number == value.number;
        });
    });
}

/// The noun of the sentence `told` that a figure of the sentence `counted` counts, where it says another number.
std::optional<Figure> impliedBy(const DivergenceContext &context, const Figure &figure, SentenceRef counted,
                                SentenceRef told)
{
    const PassageLanguage &passage = context.languageOf(told.passage);
    const WordRange sentence = wordsOf(passage.sentences[static_cast<size_t>(told.sentence)]);
    const QString &stem = context.languageOf(counted.passage).words[static_cast<size_t>(figure.headWord)].stem;
    const bool isSingular = figure.value.number > 1; // the number of the noun that disagrees
    for (int i = sentence.first; i < sentence.end(); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        if (word.stem != stem || word.isStop || !context.facts(told.passage, i).has(WordClass::Noun))
            continue;
        const bool isCounted =
            std::ranges::any_of(passage.figures, [&](const Figure &own) { return own.span.overlaps(word.span); });
        const bool isOne = word.folded == figure.value.unit;
        if (isCounted || !isHead(context, told.passage, i) ||
            (isSingular ? !isOne : isOne || !word.folded.endsWith(u's')))
            continue;
        const auto phrase = countedPhrase(context, told.passage, i, isSingular);
        const WordRange own = wordsOf(context.languageOf(counted.passage), figure.span);
        if (!phrase || !areDoneAlike(context, {counted.passage, own, figure.headWord}, {told.passage, *phrase, i}) ||
            context.sharedInformation(stemsBeside(context, counted.passage, figure.headWord),
                                      stemsBeside(context, told.passage, i)) < LeastInformation)
            continue;
        Figure implied = figure;
        implied.span = spanOf(passage, *phrase);
        implied.numberSpan = implied.span;
        implied.sentence = told.sentence;
        implied.value.number = isSingular ? 1 : 2;
        implied.value.precision = isSingular ? Precision::Exact : Precision::AtLeast;
        implied.firstWord = phrase->first;
        implied.headWord = i;
        return implied;
    }
    return std::nullopt;
}

} // namespace

std::vector<ImpliedCount> impliedCounts(const DivergenceContext &context)
{
    std::vector<ImpliedCount> found;
    const auto isEnglish = [&](const SentenceRef &ref) {
        return english::isEnglish(context.story.articles[static_cast<size_t>(ref.passage.article)].language);
    };
    for (const SentencePair &pair : context.sentencePairs()) {
        if (context.isStopped())
            break;
        if (!pair.isBest || pair.similarity < LeastSimilarity || !isEnglish(pair.a) || !isEnglish(pair.b))
            continue;
        for (const auto &[counted, told] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
            const std::vector<Figure> &figures = context.languageOf(counted.passage).figures;
            for (size_t f = 0; f < figures.size(); ++f) {
                if (figures[f].sentence != counted.sentence || !isPlainCount(figures[f]) ||
                    givesToo(context, told.passage.article, figures[f].value))
                    continue;
                if (const auto implied = impliedBy(context, figures[f], counted, told))
                    found.push_back({told.passage, *implied, counted.passage, static_cast<int>(f), pair.similarity});
            }
        }
    }
    return found;
}

} // namespace parallax
