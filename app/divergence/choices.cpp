// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A choice of words shows where everything else is the same, so each way starts from what is the same: the words to
//! both sides, the noun, or the speaker and what he says. Wrong alternative: any two unshared words of two alike
//! sentences; most of them tell different things and not one thing differently.
//! Tested by tst_divergence.cpp.
#include "divergence/choices.h"

#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastSimilarity = 0.28;    ///< of sentences whose runs are compared
constexpr int LongestRun = 4;               ///< content words between two shared ones
constexpr double LeastAnchors = 5;          ///< weight of the two shared words
constexpr int LongestModifiers = 3;         ///< words before a noun
constexpr int ContextWords = 9;             ///< to each side of a noun
constexpr double LeastInformation = 9;      ///< weight shared there, the noun included
constexpr double LeastBareInformation = 12; ///< … where one telling has the noun alone
constexpr double SameNoun = 0.8;
constexpr double LeastStatement = 7; ///< weight of what two speech verbs both introduce
constexpr double RareNoun = 2.2;     ///< least weight of a noun whose modifiers are compared

/// Verbs that only say that something was said.
constexpr std::array<QStringView, 10> PlainSpeech = {u"say",   u"tell",  u"add",  u"state",   u"report",
                                                     u"write", u"reply", u"note", u"explain", u"announce"};

const Word &wordAt(const DivergenceContext &context, PassageRef ref, int i)
{
    return context.languageOf(ref).words[static_cast<size_t>(i)];
}

/// A word that can be chosen: no name, number, part of a date or function word.
bool isChoosable(const DivergenceContext &context, PassageRef ref, int i)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const Word &word = wordAt(context, ref, i);
    if (word.isStop || word.isNumber || word.isCapital || english::isWeekday(word.folded) ||
        context.facts(ref, i).lemmas.empty())
        return false;
    const auto covers = [&](TextSpan span) { return span.overlaps(word.span); };
    const auto isValue = [&](const Figure &f) { // what is counted can be chosen, a unit can't
        return covers(f.value.kind == FigureKind::Count ? f.numberSpan : f.span);
    };
    return std::ranges::none_of(passage.figures, isValue) &&
           std::ranges::none_of(passage.dates, [&](const DateMention &d) { return covers(d.span); });
}

/// The content words of a sentence: where they stand and their stems.
struct Content {
    std::vector<int> words;
    std::vector<int> stems;
};

Content contentOf(const DivergenceContext &context, SentenceRef ref)
{
    const PassageLanguage &passage = context.languageOf(ref.passage);
    const WordRange words = wordsOf(passage.sentences[static_cast<size_t>(ref.sentence)]);
    Content content;
    for (int i = words.first; i < words.end(); ++i) {
        const int stem = context.stemOf(ref.passage, i);
        if (stem < 0)
            continue;
        content.words.push_back(i);
        content.stems.push_back(stem);
    }
    return content;
}

/// Indexes of the heaviest common subsequence.
std::vector<std::pair<int, int>> commonOf(const DivergenceContext &context, const std::vector<int> &a,
                                          const std::vector<int> &b)
{
    const size_t n = a.size();
    const size_t m = b.size();
    std::vector<double> best((n + 1) * (m + 1), 0.0); // of the tails [i, n) and [j, m)
    const auto at = [&](size_t i, size_t j) -> double & { return best[i * (m + 1) + j]; };
    for (size_t i = n; i-- > 0;) {
        for (size_t j = m; j-- > 0;) {
            at(i, j) = std::max(at(i + 1, j), at(i, j + 1));
            if (a[i] == b[j])
                at(i, j) = std::max(at(i, j), at(i + 1, j + 1) + context.weight(a[i]));
        }
    }
    std::vector<std::pair<int, int>> common;
    for (size_t i = 0, j = 0; i < n && j < m;) {
        if (a[i] == b[j] && at(i, j) == at(i + 1, j + 1) + context.weight(a[i]))
            common.emplace_back(static_cast<int>(i++), static_cast<int>(j++));
        else
            at(i + 1, j) >= at(i, j + 1) ? ++i : ++j;
    }
    return common;
}

/// The words between two shared ones as a choice; nothing where a clause ends there, or names and numbers stand there.
std::optional<Choice> runBetween(const DivergenceContext &context, PassageRef ref, const Content &content, int from,
                                 int to)
{
    const int count = to - from - 1;
    if (count < 1 || count > LongestRun)
        return std::nullopt;
    const PassageLanguage &passage = context.languageOf(ref);
    const auto word = [&](int i) { return content.words[static_cast<size_t>(i)]; };
    for (int i = word(from) + 1; i <= word(to); ++i) {
        if (!isJoined(context.textOf(ref), passage, i))
            return std::nullopt;
    }
    QStringList key;
    for (int i = from + 1; i < to; ++i) {
        if (!isChoosable(context, ref, word(i)))
            return std::nullopt;
        key << context.facts(ref, word(i)).base;
    }
    Choice choice{ref, {word(from + 1), word(to - 1) - word(from + 1) + 1}, word(to - 1), key.join(u' ')};
    const bool isModifier = context.facts(ref, word(to - 1)).has(WordClass::Adjective);
    const QString &next = wordAt(context, ref, word(to)).folded;
    if (isModifier && word(to) == choice.words.end() && !english::isMidAdverb(next) &&
        isChoosable(context, ref, word(to)))
        ++choice.words.count; // with its noun
    return choice;
}

/// Whether two runs can be two ways to say one thing: kindred last words, or both qualify the same word.
bool areLike(const DivergenceContext &context, const Choice &a, const Choice &b)
{
    const Word &x = wordAt(context, a.passage, a.word);
    const Word &y = wordAt(context, b.passage, b.word);
    const bool areQualities = context.facts(a.passage, a.word).has(WordClass::Adjective) &&
                              context.facts(b.passage, b.word).has(WordClass::Adjective);
    return areQualities ||
           context.vocabulary.similarity(context.vocabulary.id(x.stem), context.vocabulary.id(y.stem)) > 0;
}

} // namespace

std::vector<ChoicePair> replacedRuns(const DivergenceContext &context, const SentencePair &pair)
{
    std::vector<ChoicePair> found;
    if (pair.similarity < LeastSimilarity)
        return found;
    const Content a = contentOf(context, pair.a);
    const Content b = contentOf(context, pair.b);
    const std::vector<std::pair<int, int>> common = commonOf(context, a.stems, b.stems);
    for (size_t i = 1; i < common.size(); ++i) {
        const auto [fromA, fromB] = common[i - 1];
        const auto [toA, toB] = common[i];
        const double anchors =
            context.weight(a.stems[static_cast<size_t>(fromA)]) + context.weight(a.stems[static_cast<size_t>(toA)]);
        const auto x = runBetween(context, pair.a.passage, a, fromA, toA);
        const auto y = runBetween(context, pair.b.passage, b, fromB, toB);
        if (anchors < LeastAnchors || !x || !y || x->key == y->key ||
            areOneWord(context.facts(x->passage, x->word), context.facts(y->passage, y->word)) ||
            !areLike(context, *x, *y))
            continue;
        found.push_back({*x, *y, pair.similarity * anchors / 8});
    }
    return found;
}

namespace {

/// A noun with what stands before it.
struct NounPhrase {
    Choice choice;
    int stem = -1;           ///< of the noun
    std::vector<int> around; ///< ascending, each once
    std::optional<Commitment> doubt; ///< "alleged", "planned" among what stands before it
};

std::optional<NounPhrase> nounPhraseAt(const DivergenceContext &context, PassageRef ref, int head)
{
    const QString &text = context.textOf(ref);
    const PassageLanguage &passage = context.languageOf(ref);
    const auto isNominal = [&](int i) {
        const Word &word = wordAt(context, ref, i);
        return !word.isStop && !word.isNumber && !english::isMidAdverb(word.folded) &&
               context.facts(ref, i).has(WordClass::Noun);
    };
    const int size = static_cast<int>(passage.words.size());
    if (!isChoosable(context, ref, head) || !isNominal(head) ||
        (head + 1 < size && isJoined(text, passage, head + 1) && isNominal(head + 1) &&
         !wordAt(context, ref, head + 1).isCapital))
        return std::nullopt;
    const int stem = context.vocabulary.id(wordAt(context, ref, head).stem);
    if (stem < 0 || context.weight(stem) < RareNoun)
        return std::nullopt;
    WordRange words{head, 1};
    std::set<QString> modifiers;
    std::optional<Commitment> doubt;
    while (words.count <= LongestModifiers && isJoined(text, passage, words.first)) {
        const Word &before = wordAt(context, ref, words.first - 1);
        const bool isModifier =
            isChoosable(context, ref, words.first - 1) &&
            (context.facts(ref, words.first - 1).has(WordClass::Adjective) || isNominal(words.first - 1));
        if (!isModifier || (english::isMidAdverb(before.folded) && words.count == 1))
            break;
        modifiers.insert(context.facts(ref, words.first - 1).base);
        if (const auto cue = context.facts(ref, words.first - 1).cues.near)
            doubt = cue;
        words = {words.first - 1, words.count + 1};
    }
    const WordRange near = around(passage, {head, 1}, ContextWords);
    const QString noun = wordAt(context, ref, head).stem;
    return NounPhrase{
        {ref, words, words.first, QStringList(modifiers.begin(), modifiers.end()).join(u' ') + u'|' + noun},
        stem,
        eachOnce(context.stemsOf(ref, near.first, near.count)),
        doubt};
}

} // namespace

std::vector<ChoicePair> otherModifiers(const DivergenceContext &context)
{
    PassageTable<std::vector<NounPhrase>> phrases(context.story);
    for (const PassageRef &ref : context.passages()) {
        const Article &article = context.story.articles[static_cast<size_t>(ref.article)];
        const int size = static_cast<int>(context.languageOf(ref).words.size());
        for (int i = 0; english::isEnglish(article.language) && i < size; ++i) {
            if (auto phrase = nounPhraseAt(context, ref, i))
                phrases[ref].push_back(std::move(*phrase));
        }
    }
    std::vector<ChoicePair> found;
    for (const auto &[first, second] : context.linkedPairs()) {
        if (context.isStopped())
            break;
        for (const NounPhrase &a : phrases[first]) {
            for (const NounPhrase &b : phrases[second]) {
                if (a.choice.key == b.choice.key || a.doubt != b.doubt ||
                    context.vocabulary.similarity(a.stem, b.stem) < SameNoun)
                    continue; // "the alleged raid" for "the raid" is a matter of status
                // "the bridge" for "the road bridge" is brevity, unless everything around is the same
                const bool isShortened = a.stem == b.stem && (a.choice.words.count == 1 || b.choice.words.count == 1);
                const double shared = isShortened ? 0 : context.sharedOfSorted(a.around, b.around);
                if (isShortened ? context.vocabulary.sharedInformation(a.around, b.around) >= LeastBareInformation
                                : shared >= LeastInformation)
                    found.push_back({a.choice, b.choice, shared / 24});
            }
        }
    }
    return found;
}

namespace {

/// "reported" as a form of "report", not as the adjective; "apologised" and "apologized" are one.
QString verbOf(const QString &folded)
{
    QString verb = folded;
    for (const Lemma &lemma : Lexicon::english().lemmas(folded)) {
        if (lemma.wordClass == WordClass::Verb) {
            verb = lemma.text;
            break;
        }
    }
    return verb.replace(u"ise"_s, u"ize"_s);
}

} // namespace

std::vector<ChoicePair> otherSpeechVerbs(const DivergenceContext &context)
{
    std::vector<ChoicePair> found;
    const auto isPlain = [](const QString &base) {
        return std::ranges::find(PlainSpeech, QStringView(base)) != PlainSpeech.end();
    };
    const auto bearerOf = [](const Attribution &attribution) {
        return attribution.resolved.section(u' ', -1).toCaseFolded();
    };
    for (const SentencePair &pair : context.sentencePairs()) {
        const PassageLanguage &passageA = context.languageOf(pair.a.passage);
        const PassageLanguage &passageB = context.languageOf(pair.b.passage);
        if (!pair.isBest ||
            context.sharedInformation(context.stemsOf(pair.a), context.stemsOf(pair.b)) < LeastStatement)
            continue;
        for (const Attribution &a : passageA.attributions) {
            for (const Attribution &b : passageB.attributions) {
                const bool isHere = a.sentence == pair.a.sentence && b.sentence == pair.b.sentence;
                if (!isHere || bearerOf(a).isEmpty() || bearerOf(a) != bearerOf(b))
                    continue;
                const WordRange verbA = wordsOf(passageA, a.verb);
                const WordRange verbB = wordsOf(passageB, b.verb);
                if (verbA.count != 1 || verbB.count != 1)
                    continue;
                const QString x = verbOf(wordAt(context, pair.a.passage, verbA.first).folded);
                const QString y = verbOf(wordAt(context, pair.b.passage, verbB.first).folded);
                if (x == y || x == u"accord" || y == u"accord" || (isPlain(x) && isPlain(y)))
                    continue;
                found.push_back({{pair.a.passage, wordsOf(passageA, a.span), verbA.first, x},
                                 {pair.b.passage, wordsOf(passageB, b.span), verbB.first, y},
                                 pair.similarity});
            }
        }
    }
    return found;
}

} // namespace parallax
