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

constexpr double LeastSimilarity = 0.2; ///< of the sentences
constexpr double LeastKinship = 0.38;   ///< of the two words
constexpr int AnchorWords = 7;          ///< how far from the word a shared content word may stand
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

const WordFacts &factsOf(const DivergenceContext &context, const WordMention &mention)
{
    return context.facts(mention.passage, mention.word);
}

/// Of a word by its rank.
double goodness(int rank)
{
    const Lexicon &lexicon = Lexicon::english();
    const auto ranksOf = [&](const auto &words) {
        std::array<int, GoodWords.size()> ranks{};
        std::ranges::transform(words, ranks.begin(), [&](QStringView word) { return lexicon.rank(word); });
        return ranks;
    };
    static const auto good = ranksOf(GoodWords);
    static const auto bad = ranksOf(BadWords);
    double sum = 0;
    for (const int word : good)
        sum += lexicon.cosine(rank, word);
    for (const int word : bad)
        sum -= lexicon.cosine(rank, word);
    return sum / static_cast<double>(good.size());
}

bool areOpposed(const WordFacts &a, const WordFacts &b)
{
    return std::max(a.senses, b.senses) <= MostOpposedSenses && areAntonyms(a, b) &&
           Lexicon::english().cosine(a.rank, b.rank) >= LeastOpposed;
}

bool isLoadedPair(const WordFacts &a, const WordFacts &b)
{
    if (areOpposed(a, b))
        return true;
    // A word of many senses has no tone of its own: a town lies where it stands.
    if (std::max(a.senses, b.senses) > MostLoadedSenses)
        return false;
    return a.rank >= 0 && b.rank >= 0 && std::abs(goodness(a.rank) - goodness(b.rank)) >= LoadedDistance;
}

/// A content word of a sentence that can be substituted.
struct Substitutable {
    WordMention mention;
    int stem = -1;
};

/// No names, and nothing of a figure's number or of a date, whose kinds compare values ("25 miles" and "40 kilometres"
/// are one). What a figure counts stays: "23 rioters".
std::vector<Substitutable> substitutablesOf(const DivergenceContext &context, PassageRef ref, const Sentence &sentence)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const WordRange words = wordsOf(sentence);
    std::vector<Substitutable> found;
    for (int i = words.first; i < words.end(); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        const int stem =
            word.isStop || word.isNumber || (word.isCapital && i > words.first) ? -1 : context.vocabulary.id(word.stem);
        if (stem < 0 || context.facts(ref, i).senses > MostSenses)
            continue;
        const bool isName =
            std::ranges::any_of(passage.names, [&](const NameMention &name) { return name.span.overlaps(word.span); });
        const bool isValue =
            std::ranges::any_of(passage.figures,
                                [&](const Figure &figure) {
                                    return figure.numberSpan.overlaps(word.span) ||
                                           (figure.value.kind != FigureKind::Count && figure.span.overlaps(word.span));
                                }) ||
            std::ranges::any_of(passage.dates, [&](const DateMention &date) { return date.span.overlaps(word.span); });
        if (!isName && !isValue && !context.facts(ref, i).cues.isCarrier && !english::isWeekday(word.folded) &&
            !english::isMonth(word.folded))
            found.push_back({{ref, i}, stem});
    }
    return found;
}

/// The substitutable words of all sentences that are paired, each sentence looked at once.
class Substitutables
{
public:
    explicit Substitutables(const DivergenceContext &context)
        : m_sentences(context.story)
    {
        for (const PassageRef &ref : context.passages()) {
            for (const Sentence &sentence : context.languageOf(ref).sentences)
                m_sentences[ref].push_back(substitutablesOf(context, ref, sentence));
        }
    }

    const std::vector<Substitutable> &of(SentenceRef ref) const
    {
        return m_sentences[ref.passage][static_cast<size_t>(ref.sentence)];
    }
    /// Those of a sentence that the other one lacks.
    std::vector<Substitutable> lacking(SentenceRef ref, const std::vector<int> &others) const
    {
        std::vector<Substitutable> found;
        std::ranges::copy_if(of(ref), std::back_inserter(found), [&](const Substitutable &word) {
            return std::ranges::find(others, word.stem) == others.end();
        });
        return found;
    }

private:
    PassageTable<std::vector<std::vector<Substitutable>>> m_sentences;
};

/// Weight of the content words near both that the two places share.
double anchorOf(const DivergenceContext &context, const WordMention &a, const WordMention &b)
{
    const WordRange nearA = around(context.languageOf(a.passage), {a.word, 1}, AnchorWords);
    const WordRange nearB = around(context.languageOf(b.passage), {b.word, 1}, AnchorWords);
    return context.sharedInformation(context.stemsOf(a.passage, nearA.first, nearA.count),
                                     context.stemsOf(b.passage, nearB.first, nearB.count));
}

double kinshipOf(const DivergenceContext &context, const Substitutable &a, const Substitutable &b)
{
    const WordFacts &x = factsOf(context, a.mention);
    const WordFacts &y = factsOf(context, b.mention);
    if (areOpposed(x, y))
        return 0.9;
    const double similarity = context.vocabulary.similarity(a.stem, b.stem);
    return similarity >= LeastKinship && shareClass(x, y) && !areOneWord(x, y) ? similarity : 0;
}

/// A substituted word with the phrase it belongs to: an adjective with its noun, a noun with its modifiers.
WordRange readingOf(const DivergenceContext &context, const WordMention &mention)
{
    const PassageLanguage &passage = context.languageOf(mention.passage);
    const QString &text = context.textOf(mention.passage);
    const auto word = [&](int i) -> const Word & { return passage.words[static_cast<size_t>(i)]; };
    const auto has = [&](int i, WordClass wordClass) { return context.facts(mention.passage, i).has(wordClass); };
    WordRange range{mention.word, 1};
    const bool isNoun = has(mention.word, WordClass::Noun);
    const bool isAdjective = has(mention.word, WordClass::Adjective);
    if (isAdjective && !has(mention.word, WordClass::Verb) && isJoined(text, passage, range.end())) {
        const Word &next = word(range.end());
        if (!next.isStop && !english::isMidAdverb(next.folded) && has(range.end(), WordClass::Noun))
            ++range.count;
    }
    while (isNoun && range.count < LongestReading && isJoined(text, passage, range.first)) {
        const Word &before = word(range.first - 1);
        const bool isModifier =
            !before.isStop && !before.isNumber && !before.isCapital && has(range.first - 1, WordClass::Adjective);
        if (!isModifier)
            break;
        range = {range.first - 1, range.count + 1};
    }
    return range;
}

/// Kindred words of two sentences, each anchored by what the sentences share beside it.
void addSubstituted(const DivergenceContext &context, const SentencePair &pair, const Substitutables &substitutables,
                    std::vector<ChoicePair> &found)
{
    const std::vector<Substitutable> a = substitutables.lacking(pair.a, context.stemsOf(pair.b));
    const std::vector<Substitutable> b = substitutables.lacking(pair.b, context.stemsOf(pair.a));
    std::vector<std::tuple<double, WordMention, WordMention>> pairs;
    for (const Substitutable &x : a) {
        for (const Substitutable &y : b) {
            const double kinship = kinshipOf(context, x, y);
            const double anchor = kinship >= LeastKinship ? anchorOf(context, x.mention, y.mention) : 0;
            if (anchor > 0)
                pairs.emplace_back(-kinship * (1 + std::min(anchor, 12.0) / 12), x.mention, y.mention);
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
        return Choice{mention.passage, readingOf(context, mention), mention.word, factsOf(context, mention).base};
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
    std::vector<double> best(choices.size(), 0.0); // score of the edges that begin at a choice
    for (const MentionEdge &edge : edges)
        best[static_cast<size_t>(edge.a)] = std::max(best[static_cast<size_t>(edge.a)], edge.score);
    for (const std::vector<int> &group : groupMentions(context, passages, edges, MostReadings)) {
        std::vector<Reading> readings;
        std::vector<QString> keys;
        bool isLoaded = areLoaded;
        const auto facts = [&](int i) -> const WordFacts & {
            const Choice &choice = choices[static_cast<size_t>(i)];
            return context.facts(choice.passage, choice.word);
        };
        for (const int i : group) {
            const Choice &choice = choices[static_cast<size_t>(i)];
            for (const int k : group)
                isLoaded = isLoaded || isLoadedPair(facts(i), facts(k));
            readings.push_back({choice.passage, spanOf(context.languageOf(choice.passage), choice.words), 0, {}});
            readings.back().slot = u"choice "_s + choice.key;
            keys.push_back(choice.key);
            for (size_t k = 0; k + 1 < readings.size(); ++k) { // one word, though known by two bases
                const QStringView earlier = readings[k].span.of(context.textOf(readings[k].passage));
                if (earlier.compare(readings.back().span.of(context.textOf(choice.passage)), Qt::CaseInsensitive) == 0)
                    keys.back() = keys[k];
            }
        }
        const std::vector<int> groups = groupsOfKeys(keys);
        for (size_t i = 0; i < readings.size(); ++i)
            readings[i].group = groups[i];
        double score = 0;
        for (const int i : group)
            score = std::max(score, best[static_cast<size_t>(i)]);
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
    const Substitutables substitutables(context);
    std::vector<ChoicePair> substituted;
    std::vector<ChoicePair> replaced;
    std::vector<ChoicePair> manners;
    for (const SentencePair &pair : context.sentencePairs()) {
        if (context.isStopped())
            return {};
        const bool areEnglish =
            english::isEnglish(context.story.articles[static_cast<size_t>(pair.a.passage.article)].language) &&
            english::isEnglish(context.story.articles[static_cast<size_t>(pair.b.passage.article)].language);
        if (!areEnglish || !pair.isBest || pair.similarity < LeastSimilarity)
            continue;
        addSubstituted(context, pair, substitutables, substituted);
        std::ranges::move(replacedRuns(context, pair), std::back_inserter(replaced));
        std::ranges::move(otherManners(context, pair), std::back_inserter(manners));
    }
    std::vector<Divergence> found;
    addDivergences(context, substituted, false, found);
    addDivergences(context, replaced, false, found);
    addDivergences(context, otherModifiers(context), false, found);
    addDivergences(context, manners, false, found);
    addDivergences(context, otherFrames(context), false, found);
    addDivergences(context, otherSpeechVerbs(context), true, found); // "admitted", "claimed" for "said" is a judgement
    std::ranges::stable_sort(found, [](const Divergence &x, const Divergence &y) { return x.weight > y.weight; });
    std::map<int, int> perEvent;
    std::erase_if(found, [&](const Divergence &divergence) { return ++perEvent[divergence.event] > MostAnEvent; });
    return found;
}

} // namespace parallax
