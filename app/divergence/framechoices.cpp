// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Two places where the words must mean the same because what stands beside them is the same:
//!  - before a few quoted words: "wants to know their 'true aims'" / "hopes to understand their 'true aims'";
//!  - beside one verb: "flatly denied" / "angrily denied".
//! Wrong alternative: the verbs of two sentences that quote the same; the verb that governs the quotation is the one
//! right before it, and the others are of other things. Tested by tst_divergence.cpp.
#include "divergence/choices.h"

#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <map>
#include <optional>

namespace parallax {

namespace {

constexpr int LongestQuotation = 6;    ///< words of a quotation that stands inside a sentence of the article's own
constexpr int LongestWalk = 8;         ///< words before it among which its verb stands
constexpr int LongestChain = 4;        ///< words of "was hoping to understand"
constexpr double LeastInformation = 4; ///< weight of the words quoted
constexpr double LeastSentence = 7;    ///< weight two sentences share beside their verb
constexpr double LeastSimilarity = 0.28;
constexpr double FrameScore = 0.5;

/// The base form of a word as a verb; empty where it is none.
QString verbOf(const DivergenceContext &context, PassageRef ref, int word)
{
    for (const Lemma &lemma : context.facts(ref, word).lemmas) {
        if (lemma.wordClass == WordClass::Verb)
            return lemma.text;
    }
    return {};
}

const Word &wordAt(const DivergenceContext &context, PassageRef ref, int i)
{
    return context.languageOf(ref).words[static_cast<size_t>(i)];
}

bool mayBeVerb(const DivergenceContext &context, PassageRef ref, int i, int first)
{
    const Word &word = wordAt(context, ref, i);
    if (word.isStop || word.isNumber || (word.isCapital && i > first) || !context.facts(ref, i).has(WordClass::Verb))
        return false;
    // a word that may be a noun is a verb behind "to" or an auxiliary only
    const bool isNoun = context.facts(ref, i).has(WordClass::Noun) || context.facts(ref, i).has(WordClass::Adjective);
    const QString &before = i > first ? wordAt(context, ref, i - 1).folded : word.folded;
    return !isNoun || before == u"to" || english::isAuxiliary(before) || english::isPronoun(before) ||
           (word.folded.endsWith(u"ed") && !english::isDeterminer(before));
}

/// The verb that governs a quotation, with the verbs that govern it; nothing where that is a verb of saying, which is
/// compared with its speaker.
std::optional<Choice> governing(const DivergenceContext &context, PassageRef ref, const Quotation &quotation)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const QString &text = context.textOf(ref);
    const auto sentence = std::ranges::find_if(
        passage.sentences, [&](const Sentence &s) { return wordsOf(s).holds(quotation.firstWord); });
    if (sentence == passage.sentences.end())
        return std::nullopt;
    const int first = sentence->firstWord;
    int verb = quotation.firstWord - 1;
    while (verb >= std::max(first, quotation.firstWord - LongestWalk) && !mayBeVerb(context, ref, verb, first)) {
        if (verb < quotation.firstWord - 1 && !isJoined(text, passage, verb + 1))
            return std::nullopt;
        --verb;
    }
    if (verb < std::max(first, quotation.firstWord - LongestWalk) || english::isSayVerb(verbOf(context, ref, verb)))
        return std::nullopt;
    WordRange words{verb, 1};
    QStringList key{verbOf(context, ref, verb)};
    while (words.first > first && words.count < LongestChain && isJoined(text, passage, words.first)) {
        const int i = words.first - 1;
        const QString &before = wordAt(context, ref, i).folded;
        const bool isChained = wordAt(context, ref, words.first).folded == u"to" && mayBeVerb(context, ref, i, first);
        if (before != u"to" && !english::isAuxiliary(before) && !isChained)
            break;
        if (isChained)
            key << verbOf(context, ref, i);
        words = {i, words.count + 1};
    }
    return Choice{ref, words, verb, key.join(u' ')};
}

struct Framed {
    PassageRef passage;
    Choice choice;
};

} // namespace

std::vector<ChoicePair> otherFrames(const DivergenceContext &context)
{
    std::map<QStringList, std::vector<Framed>> framed; // by the words quoted
    for (const PassageRef &ref : context.passages()) {
        const PassageLanguage &passage = context.languageOf(ref);
        if (!english::isEnglish(context.story.articles[static_cast<size_t>(ref.article)].language))
            continue;
        for (const Quotation &quotation : passage.quotations) {
            if (quotation.wordCount > LongestQuotation)
                continue;
            double weight = 0;
            QStringList quoted;
            for (int i = quotation.firstWord; i < quotation.firstWord + quotation.wordCount; ++i) {
                quoted << wordAt(context, ref, i).folded;
                for (const int stem : context.stemsOf(ref, i, 1))
                    weight += context.weight(stem);
            }
            const auto choice = weight >= LeastInformation ? governing(context, ref, quotation) : std::nullopt;
            if (choice)
                framed[quoted].push_back({ref, *choice});
        }
    }
    std::vector<ChoicePair> found;
    for (const auto &[quoted, frames] : framed) {
        std::vector<PassageRef> passages;
        std::ranges::transform(frames, std::back_inserter(passages), &Framed::passage);
        context.forLinkedMentions(passages, [&](int i, int k) {
            const Choice &a = frames[static_cast<size_t>(i)].choice;
            const Choice &b = frames[static_cast<size_t>(k)].choice;
            if (a.key != b.key)
                found.push_back({a, b, FrameScore});
        });
    }
    return found;
}

std::vector<ChoicePair> otherManners(const DivergenceContext &context, const SentencePair &pair)
{
    std::vector<ChoicePair> found;
    if (pair.similarity < LeastSimilarity ||
        context.sharedInformation(context.stemsOf(pair.a), context.stemsOf(pair.b)) < LeastSentence)
        return found;
    const auto mannersOf = [&](SentenceRef ref) {
        const PassageLanguage &passage = context.languageOf(ref.passage);
        const WordRange words = wordsOf(passage.sentences[static_cast<size_t>(ref.sentence)]);
        std::vector<Choice> manners; // keyed by the verb until they are compared
        for (int i = words.first; i + 1 < words.end(); ++i) {
            const Word &adverb = wordAt(context, ref.passage, i);
            const bool isManner = (adverb.folded.size() > 4 && adverb.folded.endsWith(u"ly") && !adverb.isCapital) ||
                                  adverb.folded == u"again";
            const QString verb = verbOf(context, ref.passage, i + 1);
            if (isManner && !verb.isEmpty() && !wordAt(context, ref.passage, i + 1).isStop &&
                isJoined(context.textOf(ref.passage), passage, i + 1))
                manners.push_back({ref.passage, {i, 2}, i, verb});
        }
        return manners;
    };
    for (const Choice &a : mannersOf(pair.a)) {
        for (const Choice &b : mannersOf(pair.b)) {
            const QString &x = wordAt(context, a.passage, a.word).folded;
            const QString &y = wordAt(context, b.passage, b.word).folded;
            if (a.key == b.key && x != y)
                found.push_back({{a.passage, a.words, a.word, x}, {b.passage, b.words, b.word, y}, pair.similarity});
        }
    }
    return found;
}

} // namespace parallax
