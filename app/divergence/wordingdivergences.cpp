// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Substitutions: two sentences say the same, and where one has a word the other lacks, the other has a kindred word
//! that the first lacks: "the unlawful strike" / "the illegal strike". A word is anchored by content words the two
//! sentences share beside it; without an anchor two kindred words of long sentences are a coincidence. Opposites
//! count as kindred: "failed to improve" / "worsened" are what a reader wants to see.
//!
//! Pairs are ranked by kinship, anchor and rarity, and at most ten an event are kept, so that style never crowds
//! the list. A pair is marked as loaded when its words are antonyms or lie apart on the axis that the word vectors
//! span between plainly good and plainly bad words. Wrong alternative: a list of loaded words; it is always somebody's.
//! Tested by tst_divergence.cpp.
#include "divergence/wordingdivergences.h"

#include "divergence/choices.h"
#include "divergence/commitment.h"
#include "divergence/grouping.h"
#include "divergence/phrases.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace parallax {

namespace {

using namespace Qt::StringLiterals;

constexpr double LeastSimilarity = 0.24; ///< of the sentences
constexpr double LeastKinship = 0.45;    ///< of the two words
constexpr int AnchorWords = 5;           ///< how far from the word a shared content word may stand
constexpr int MostAnEvent = 10;
constexpr int MostReadings = 8;
constexpr int LongestReading = 3;      ///< words of a phrase
constexpr double LoadedDistance = 0.2; ///< on the axis from bad to good
constexpr int MostLoadedSenses = 6;
constexpr int MostOpposedSenses = 16; ///< "lies" and "stands" are opposites in one sense of twenty
constexpr int MostSenses = 15;        ///< "go", "get", "turn": kindred to everything
constexpr double LeastOpposed = 0.3;  ///< cosine of antonyms in the senses meant here: "top" and "side" have little
constexpr double PlainWeight = 0.15;
constexpr double LoadedWeight = 0.3;

/// Words that are good or bad in any context; they span the axis.
constexpr std::array<QStringView, 8> GoodWords = {u"good",    u"excellent", u"right",  u"honest",
                                                  u"success", u"peaceful",  u"heroic", u"fair"};
constexpr std::array<QStringView, 8> BadWords = {u"bad",     u"terrible", u"wrong",    u"corrupt",
                                                 u"failure", u"brutal",   u"criminal", u"unfair"};

struct WordMention {
    PassageRef passage;
    int word = 0;
    friend auto operator<=>(const WordMention &, const WordMention &) = default;
};

const Word &wordAt(const DivergenceContext &context, const WordMention &mention)
{
    return context.languageOf(mention.passage).words[static_cast<size_t>(mention.word)];
}

double goodness(QStringView folded)
{
    const Lexicon &lexicon = Lexicon::english();
    const int rank = lexicon.rank(folded);
    double sum = 0;
    for (const QStringView word : GoodWords)
        sum += lexicon.cosine(rank, lexicon.rank(word));
    for (const QStringView word : BadWords)
        sum -= lexicon.cosine(rank, lexicon.rank(word));
    return sum / static_cast<double>(GoodWords.size());
}

/// How many things a word can mean, over all its classes.
int sensesOf(const QString &folded)
{
    int senses = 0;
    for (const Lemma &lemma : Lexicon::english().lemmas(folded))
        senses += static_cast<int>(Lexicon::english().senses(lemma.text, lemma.wordClass).size());
    return senses;
}

bool areOpposed(const QString &a, const QString &b)
{
    const Lexicon &lexicon = Lexicon::english();
    return std::max(sensesOf(a), sensesOf(b)) <= MostOpposedSenses && lexicon.areAntonyms(a, b) &&
           lexicon.cosine(lexicon.rank(a), lexicon.rank(b)) >= LeastOpposed;
}

bool isLoadedPair(const QString &a, const QString &b)
{
    const Lexicon &lexicon = Lexicon::english();
    if (areOpposed(a, b))
        return true;
    // A word of many senses has no tone of its own: a town lies where it stands.
    if (std::max(sensesOf(a), sensesOf(b)) > MostLoadedSenses)
        return false;
    const bool areKnown = lexicon.rank(a) >= 0 && lexicon.rank(b) >= 0;
    return areKnown && std::abs(goodness(a) - goodness(b)) >= LoadedDistance;
}

/// Content words of a sentence that can be substituted: no names, and nothing of a figure's number or of a date, whose
/// kinds compare values ("25 miles" and "40 kilometres" are one). What a figure counts stays: "23 rioters".
std::vector<WordMention> candidates(const DivergenceContext &context, SentenceRef ref, const std::vector<int> &others)
{
    const PassageLanguage &passage = context.languageOf(ref.passage);
    const WordRange words = wordsOf(passage.sentences[static_cast<size_t>(ref.sentence)]);
    std::vector<WordMention> found;
    for (int i = words.first; i < words.end(); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        const int stem =
            word.isStop || word.isNumber || (word.isCapital && i > words.first) ? -1 : context.vocabulary.id(word.stem);
        const bool isName =
            std::ranges::any_of(passage.names, [&](const NameMention &name) { return name.span.overlaps(word.span); });
        const bool isValue =
            std::ranges::any_of(passage.figures,
                                [&](const Figure &figure) {
                                    return figure.numberSpan.overlaps(word.span) ||
                                           (figure.value.kind != FigureKind::Count && figure.span.overlaps(word.span));
                                }) ||
            std::ranges::any_of(passage.dates, [&](const DateMention &date) { return date.span.overlaps(word.span); });
        if (stem >= 0 && !isName && !isValue && !isCarrierWord(word.folded) && sensesOf(word.folded) <= MostSenses &&
            !english::isWeekday(word.folded) && !english::isMonth(word.folded) &&
            std::ranges::find(others, stem) == others.end())
            found.push_back({ref.passage, i});
    }
    return found;
}

bool shareClass(const QString &a, const QString &b)
{
    const Lexicon &lexicon = Lexicon::english();
    for (const WordClass wordClass : {WordClass::Noun, WordClass::Verb, WordClass::Adjective, WordClass::Adverb}) {
        if (lexicon.hasClass(a, wordClass) && lexicon.hasClass(b, wordClass))
            return true;
    }
    return false;
}

/// Weight of the content words near both that the two places share.
double anchorOf(const DivergenceContext &context, const WordMention &a, const WordMention &b)
{
    const WordRange nearA = around(context.languageOf(a.passage), {a.word, 1}, AnchorWords);
    const WordRange nearB = around(context.languageOf(b.passage), {b.word, 1}, AnchorWords);
    return context.sharedInformation(context.stemsOf(a.passage, nearA.first, nearA.count),
                                     context.stemsOf(b.passage, nearB.first, nearB.count));
}

double kinshipOf(const DivergenceContext &context, const WordMention &a, const WordMention &b)
{
    const Word &x = wordAt(context, a);
    const Word &y = wordAt(context, b);
    if (areOpposed(x.folded, y.folded))
        return 0.9;
    if (areOneWord(x.folded, y.folded))
        return 0;
    return shareClass(x.folded, y.folded)
               ? context.vocabulary.similarity(context.vocabulary.id(x.stem), context.vocabulary.id(y.stem))
               : 0;
}

/// A substituted word with the phrase it belongs to: an adjective with its noun, a noun with its modifiers.
WordRange readingOf(const DivergenceContext &context, const WordMention &mention)
{
    const Lexicon &lexicon = Lexicon::english();
    const PassageLanguage &passage = context.languageOf(mention.passage);
    const QString &text = context.textOf(mention.passage);
    const auto word = [&](int i) -> const Word & { return passage.words[static_cast<size_t>(i)]; };
    const QString &folded = word(mention.word).folded;
    WordRange range{mention.word, 1};
    const bool isNoun = lexicon.hasClass(folded, WordClass::Noun);
    const bool isAdjective = lexicon.hasClass(folded, WordClass::Adjective);
    if (isAdjective && !lexicon.hasClass(folded, WordClass::Verb) && isJoined(text, passage, range.end())) {
        const Word &next = word(range.end());
        if (!next.isStop && !english::isMidAdverb(next.folded) && lexicon.hasClass(next.folded, WordClass::Noun))
            ++range.count;
    }
    while (isNoun && range.count < LongestReading && isJoined(text, passage, range.first)) {
        const Word &before = word(range.first - 1);
        const bool isModifier = !before.isStop && !before.isNumber && !before.isCapital &&
                                lexicon.hasClass(before.folded, WordClass::Adjective);
        if (!isModifier)
            break;
        range = {range.first - 1, range.count + 1};
    }
    return range;
}

/// Kindred words of two sentences, each anchored by what the sentences share beside it.
void addSubstituted(const DivergenceContext &context, const SentencePair &pair, std::vector<ChoicePair> &found)
{
    const std::vector<WordMention> a = candidates(context, pair.a, context.stemsOf(pair.b));
    const std::vector<WordMention> b = candidates(context, pair.b, context.stemsOf(pair.a));
    std::vector<std::tuple<double, WordMention, WordMention>> pairs;
    for (const WordMention &x : a) {
        for (const WordMention &y : b) {
            const double kinship = kinshipOf(context, x, y);
            const double anchor = kinship >= LeastKinship ? anchorOf(context, x, y) : 0;
            if (anchor > 0)
                pairs.emplace_back(-kinship * (1 + std::min(anchor, 12.0) / 12), x, y);
        }
    }
    std::ranges::sort(pairs);
    std::set<WordMention> taken;
    const auto countOf = [&](const WordMention &mention) -> const Figure * {
        for (const Figure &figure : context.languageOf(mention.passage).figures) {
            if (figure.headWord == mention.word)
                return &figure;
        }
        return nullptr;
    };
    const auto choice = [&](const WordMention &mention) {
        return Choice{mention.passage, readingOf(context, mention), mention.word,
                      baseOf(wordAt(context, mention).folded)};
    };
    for (const auto &[score, x, y] : pairs) {
        const Figure *countX = countOf(x);
        const Figure *countY = countOf(y);
        const bool areOthers = countX && countY && !agree(countX->value, countY->value); // 60 sheep and 25 goats
        if (taken.contains(x) || taken.contains(y) || areOthers)
            continue;
        taken.insert(x);
        taken.insert(y);
        found.push_back({choice(x), choice(y), -score * pair.similarity});
    }
}

/// Whether an article has the words of another one's choice too, in a sentence linked with it.
bool hasToo(const DivergenceContext &context, const Choice &choice, int article)
{
    const std::vector<int> words = context.stemsOf(choice.passage, choice.words.first, choice.words.count);
    return std::ranges::any_of(context.neighboursOf(choice.passage), [&](PassageRef other) {
        const int sentences =
            other.article == article ? static_cast<int>(context.languageOf(other).sentences.size()) : 0;
        for (int s = 0; s < sentences; ++s) {
            const std::vector<int> stems = context.stemsOf({other, s});
            if (!std::ranges::search(stems, words).empty())
                return true;
        }
        return false;
    });
}

/// Where both articles have both, in headline and text perhaps, the tellings do not differ.
bool haveBoth(const DivergenceContext &context, const ChoicePair &pair)
{
    return hasToo(context, pair.a, pair.b.passage.article) && hasToo(context, pair.b, pair.a.passage.article);
}

/// The pairs of one way as divergences.
void addDivergences(const DivergenceContext &context, const std::vector<ChoicePair> &pairs, bool areLoaded,
                    std::vector<Divergence> &found)
{
    std::map<std::pair<PassageRef, int>, int> index;
    std::vector<Choice> choices;
    std::vector<PassageRef> passages;
    std::vector<MentionEdge> edges;
    const auto add = [&](const Choice &choice) {
        const auto [it, isNew] = index.try_emplace({choice.passage, choice.word}, static_cast<int>(choices.size()));
        if (isNew) {
            choices.push_back(choice);
            passages.push_back(choice.passage);
        }
        return it->second;
    };
    for (const ChoicePair &pair : pairs) {
        if (haveBoth(context, pair))
            continue;
        const int a = add(pair.a);
        const int b = add(pair.b);
        edges.push_back({a, b, pair.score});
    }
    for (const std::vector<int> &group : groupMentions(context, passages, edges, MostReadings)) {
        std::vector<Reading> readings;
        std::vector<QString> keys;
        bool isLoaded = areLoaded;
        const auto folded = [&](int i) -> const QString & {
            const Choice &choice = choices[static_cast<size_t>(i)];
            return wordAt(context, {choice.passage, choice.word}).folded;
        };
        for (const int i : group) {
            const Choice &choice = choices[static_cast<size_t>(i)];
            for (const int k : group)
                isLoaded = isLoaded || isLoadedPair(folded(i), folded(k));
            keys.push_back(choice.key);
            readings.push_back({choice.passage, spanOf(context.languageOf(choice.passage), choice.words), 0, {}});
        }
        const std::vector<int> groups = groupsOfKeys(keys);
        for (size_t i = 0; i < readings.size(); ++i)
            readings[i].group = groups[i];
        double score = 0;
        for (const MentionEdge &edge : edges) {
            if (std::ranges::find(group, edge.a) != group.end())
                score = std::max(score, edge.score);
        }
        const Reading &first = readings.front();
        const double weight = (isLoaded ? LoadedWeight : PlainWeight) * (0.5 + std::min(1.0, score));
        const Aspect aspect = isLoaded ? Aspect::LoadedChoice : Aspect::WordChoice;
        if (auto divergence = makeDivergence(context, DivergenceKind::Wording, aspect,
                                             first.span.of(context.textOf(first.passage)).toString(), weight, readings))
            found.push_back(std::move(*divergence));
    }
}

} // namespace

std::vector<Divergence> findWordingDivergences(const DivergenceContext &context)
{
    std::vector<ChoicePair> substituted;
    std::vector<ChoicePair> replaced;
    for (const SentencePair &pair : context.sentencePairs()) {
        const bool areEnglish =
            english::isEnglish(context.story.articles[static_cast<size_t>(pair.a.passage.article)].language) &&
            english::isEnglish(context.story.articles[static_cast<size_t>(pair.b.passage.article)].language);
        if (!areEnglish || !pair.isBest || pair.similarity < LeastSimilarity)
            continue;
        addSubstituted(context, pair, substituted);
        std::ranges::move(replacedRuns(context, pair), std::back_inserter(replaced));
    }
    std::vector<Divergence> found;
    addDivergences(context, substituted, false, found);
    addDivergences(context, replaced, false, found);
    addDivergences(context, otherModifiers(context), false, found);
    addDivergences(context, otherSpeechVerbs(context), true, found); // "admitted", "claimed" for "said" is a judgement
    std::ranges::stable_sort(found, [](const Divergence &x, const Divergence &y) { return x.weight > y.weight; });
    std::map<int, int> perEvent;
    std::erase_if(found, [&](const Divergence &divergence) { return ++perEvent[divergence.event] > MostAnEvent; });
    return found;
}

} // namespace parallax
