// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Expected or happened, alleged or asserted. Two ways lead to one act told twice:
//!  - the same event word, or a synonym, in linked passages with enough else in common nearby: "expected to veto the
//!    measure" / "vetoed the measure" / "the alleged attack" / "the attack";
//!  - clauses of sentences that pair up, whatever their verbs: "set to block the resolution" / "vetoed it". Here only
//!    clauses that are much alike are compared, and by the act nearest to what they share.
//! A plain mention ("the attack") differs only where another telling has a cue. One reading an article and
//! commitment is shown, so that a paper that writes "the attack" six times fills one cell, not six.
//! Tested by tst_divergence.cpp.
#include "divergence/statusdivergences.h"

#include "divergence/fatedivergences.h"
#include "divergence/grouping.h"
#include "divergence/statuscues.h"
#include "language/english.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int ContextWords = 9;            ///< to each side of an act
constexpr double LeastInformation = 10;    ///< shared weight near one event word
constexpr double LeastVerbInformation = 8; ///< … near one verb, kindred words counted
constexpr double LeastKinship = 0.4;       ///< of words that count as kindred
constexpr double SameAct = 0.8;            ///< similarity from which two words are one act
constexpr double LeastSimilarity = 0.28;   ///< of sentences whose clauses are compared
constexpr double SureSimilarity = 0.35;    ///< … from which one verb is one act whatever it is done to
constexpr double LeastClauseCover = 0.3;   ///< mean cover of two clauses
constexpr double AlikeClauses = 0.5;       ///< … from which they are one whatever stands beside their acts
constexpr double LeastClauseInformation = 8;
constexpr int NearWords = 3;
constexpr double LeastBeside = 4;    ///< kindred weight right beside two acts of alike clauses
constexpr double SentenceBonus = 20; ///< times the likeness of paired sentences: the same act in the same place
constexpr int MostReadings = 8;
constexpr int Rounds = 2;
constexpr int LongestSubject = 4; ///< words
constexpr double BaseWeight = 0.5;

struct ActMention {
    PassageRef passage;
    int sentence = 0;
    Act act;
    int stem = -1;
    std::vector<int> around; ///< ascending, each once
};

/// Ordered by passage.
std::vector<ActMention> mentionsOf(const DivergenceContext &context)
{
    std::vector<ActMention> mentions;
    for (const PassageRef &ref : context.passages()) {
        if (context.isStopped())
            break;
        const Article &article = context.story.articles[static_cast<size_t>(ref.article)];
        const PassageLanguage &passage = context.languageOf(ref);
        if (!english::isEnglish(article.language))
            continue;
        for (size_t s = 0; s < passage.sentences.size(); ++s) {
            for (const Act &act : actsOf(context, ref, passage.sentences[s])) {
                const int stem = context.vocabulary.id(passage.words[static_cast<size_t>(act.word)].stem);
                const WordRange near = around(passage, {act.word, 1}, ContextWords);
                if (stem >= 0)
                    mentions.push_back(
                        {ref, static_cast<int>(s), act, stem, eachOnce(context.stemsOf(ref, near.first, near.count))});
            }
        }
    }
    return mentions;
}

std::vector<PassageRef> passagesOf(const std::vector<ActMention> &mentions)
{
    std::vector<PassageRef> passages;
    std::ranges::transform(mentions, std::back_inserter(passages), &ActMention::passage);
    return passages;
}

/// What two surroundings share, kindred words counted by their likeness ("Norway" / "Norwegian"). Both ascending, each
/// stem once.
double kindredInformation(const DivergenceContext &context, std::span<const int> a, std::span<const int> b)
{
    double sum = 0;
    for (const int stem : a) {
        const double best = context.vocabulary.nearest(stem, b);
        sum += best >= LeastKinship ? best * context.weight(stem) : 0;
    }
    return sum;
}

/// The stems of words that are no names, ascending, each once.
std::vector<int> thingsOf(const DivergenceContext &context, PassageRef ref, WordRange words)
{
    std::vector<int> stems;
    for (int i = words.first; i < words.end(); ++i) {
        const int stem = context.stemOf(ref, i);
        if (stem >= 0 && !context.languageOf(ref).words[static_cast<size_t>(i)].isCapital)
            stems.push_back(stem);
    }
    return eachOnce(stems);
}

/// What a verb is done to, as far as it stands right behind it: "opened {a criminal inquiry}". Names are left out, for
/// one thing has several.
std::vector<int> objectOf(const DivergenceContext &context, const ActMention &mention)
{
    const int first = mention.act.word + 1;
    const std::vector<Word> &words = context.languageOf(mention.passage).words;
    const bool hasObject = mention.act.isVerb && first < mention.act.words.end() &&
                           !english::isPreposition(words[static_cast<size_t>(first)].folded); // "flew for an hour"
    return hasObject ? thingsOf(context, mention.passage, {first, mention.act.words.end() - first})
                     : std::vector<int>();
}

/// Whether one verb is done to two things: gates are opened and inquiries too.
bool haveOtherObjects(const DivergenceContext &context, const ActMention &a, const ActMention &b)
{
    const std::vector<int> x = objectOf(context, a);
    const std::vector<int> y = objectOf(context, b);
    return !x.empty() && !y.empty() && kindredInformation(context, x, y) == 0;
}

/// Edges by the same event word.
void joinByWord(const DivergenceContext &context, const std::vector<ActMention> &mentions,
                std::vector<MentionEdge> &edges)
{
    const std::vector<PassageRef> passages = passagesOf(mentions);
    context.forLinkedMentions(passages, [&](int i, int k) {
        const ActMention &a = mentions[static_cast<size_t>(i)];
        const ActMention &b = mentions[static_cast<size_t>(k)];
        if (a.act.isReport || b.act.isReport || context.vocabulary.similarity(a.stem, b.stem) < SameAct)
            return;
        const double shared = context.sharedOfSorted(a.around, b.around);
        const bool isOneVerb = a.stem == b.stem && a.act.isVerb && b.act.isVerb;
        const bool isNear = isOneVerb && kindredInformation(context, a.around, b.around) >= LeastVerbInformation;
        if (!isNear && shared < LeastInformation)
            return;
        const SentencePair *sentences = context.pairOf({a.passage, a.sentence}, {b.passage, b.sentence});
        const double alike = sentences && sentences->isBest ? sentences->similarity : 0;
        const bool isSure = alike >= SureSimilarity;
        if (!isSure && haveOtherObjects(context, a, b))
            return;
        edges.push_back({i, k, shared + SentenceBonus * alike});
    });
}

/// "would be the worst" and "may be the worst"; "Friday will be a holiday" only says when.
bool isDoubtfulBeing(const DivergenceContext &context, const ActMention &mention)
{
    const QString &first =
        context.languageOf(mention.passage).words[static_cast<size_t>(mention.act.words.first)].folded;
    return mention.act.hasCue && first != u"will" && first != u"shall";
}

/// The mentions of a clause that carry a cue, or its first verb.
std::vector<int> mentionsIn(const DivergenceContext &context, const std::vector<ActMention> &mentions, PassageRef ref,
                            WordRange clause)
{
    std::vector<int> found;
    int firstVerb = -1;
    const auto own = std::ranges::equal_range(mentions, ref, {}, &ActMention::passage);
    for (auto it = own.begin(); it != own.end(); ++it) {
        const int i = static_cast<int>(it - mentions.begin());
        if (!clause.holds(it->act.word) || (it->act.isBeing && !isDoubtfulBeing(context, *it)))
            continue;
        if (it->act.hasCue)
            found.push_back(i);
        else if (firstVerb < 0 && it->act.isVerb && it->act.commitment != Commitment::None)
            firstVerb = i;
    }
    if (found.empty() && firstVerb >= 0)
        found.push_back(firstVerb);
    return found;
}

/// Whether an act is told with its own word in a passage: then no other act there stands for it.
bool isToldIn(const DivergenceContext &context, const std::vector<ActMention> &mentions, int act, PassageRef passage)
{
    const auto own = std::ranges::equal_range(mentions, passage, {}, &ActMention::passage);
    return std::ranges::any_of(own, [&](const ActMention &mention) {
        return context.vocabulary.similarity(mention.stem, mentions[static_cast<size_t>(act)].stem) >= SameAct;
    });
}

/// Whether what stands right beside two acts is kindred, names left out: one person does many things.
bool areNear(const DivergenceContext &context, const ActMention &a, const ActMention &b)
{
    const auto beside = [&](const ActMention &mention) {
        const PassageLanguage &passage = context.languageOf(mention.passage);
        return thingsOf(context, mention.passage, around(passage, mention.act.words, NearWords));
    };
    return kindredInformation(context, beside(a), beside(b)) >= LeastBeside;
}

struct ToldClause {
    std::vector<int> stems;
    std::vector<int> sorted; ///< each of them once
    std::vector<int> things; ///< those of no names: one person does many things
    std::vector<int> acts;   ///< see mentionsIn; not empty
};

/// Edges by clauses that say nearly the same.
void joinByClause(const DivergenceContext &context, const std::vector<ActMention> &mentions,
                  std::vector<MentionEdge> &edges)
{
    std::map<SentenceRef, std::vector<ToldClause>> clauses; // each sentence is in many pairs
    const auto clausesOfSentence = [&](SentenceRef ref) -> const std::vector<ToldClause> & {
        const auto [it, isNew] = clauses.try_emplace(ref);
        if (isNew) {
            const PassageLanguage &passage = context.languageOf(ref.passage);
            const Sentence &sentence = passage.sentences[static_cast<size_t>(ref.sentence)];
            for (const WordRange &words : clausesOf(context.textOf(ref.passage), passage, sentence)) {
                std::vector<int> acts = mentionsIn(context, mentions, ref.passage, words);
                std::vector<int> stems = context.stemsOf(ref.passage, words.first, words.count);
                if (!acts.empty())
                    it->second.push_back(
                        {stems, eachOnce(stems), thingsOf(context, ref.passage, words), std::move(acts)});
            }
        }
        return it->second;
    };
    for (const SentencePair &pair : context.sentencePairs()) {
        if (context.isStopped())
            return;
        if (!pair.isBest || pair.similarity < LeastSimilarity)
            continue;
        for (const ToldClause &a : clausesOfSentence(pair.a)) {
            for (const ToldClause &b : clausesOfSentence(pair.b)) {
                if (context.sharedOfSorted(a.sorted, b.sorted) < LeastClauseInformation ||
                    kindredInformation(context, a.things, b.things) < LeastBeside)
                    continue;
                const double alike = context.similarityOf(a.stems, b.stems);
                const int actA = a.acts.front();
                const int actB = b.acts.front();
                if (alike < LeastClauseCover ||
                    (alike < AlikeClauses &&
                     !areNear(context, mentions[static_cast<size_t>(actA)], mentions[static_cast<size_t>(actB)])) ||
                    isToldIn(context, mentions, actA, pair.b.passage) ||
                    isToldIn(context, mentions, actB, pair.a.passage))
                    continue;
                edges.push_back({actA, actB, LeastInformation * alike + SentenceBonus * pair.similarity});
            }
        }
    }
}

/// One reading an article and commitment; those with a cue first.
std::vector<int> shownOf(const std::vector<ActMention> &mentions, const std::vector<double> &support,
                         const std::vector<int> &group)
{
    std::map<std::pair<int, Commitment>, int> shown;
    for (const int i : group) {
        const ActMention &mention = mentions[static_cast<size_t>(i)];
        if (mention.act.commitment == Commitment::None)
            continue;
        const auto [it, isNew] = shown.try_emplace({mention.passage.article, mention.act.commitment}, i);
        if (!isNew && support[static_cast<size_t>(i)] > support[static_cast<size_t>(it->second)])
            it->second = i;
    }
    std::vector<int> chosen;
    for (const auto &[key, i] : shown)
        chosen.push_back(i);
    std::ranges::stable_sort(chosen, {}, [&](int i) { return mentions[static_cast<size_t>(i)].act.hasCue ? 0 : 1; });
    if (chosen.size() > MostReadings)
        chosen.resize(MostReadings);
    return chosen;
}

/// An act without what governs it: "veto the measure", "chemical attack".
QString subjectOf(const DivergenceContext &context, const ActMention &mention)
{
    const PassageLanguage &passage = context.languageOf(mention.passage);
    const QString &text = context.textOf(mention.passage);
    WordRange words{mention.act.word, std::max(1, mention.act.words.end() - mention.act.word)};
    const auto isQuality = [&](int i) {
        const Word &before = passage.words[static_cast<size_t>(i)];
        return !before.isStop && !before.isCapital && !context.facts(mention.passage, i).cues.near &&
               (context.facts(mention.passage, i).has(WordClass::Noun) ||
                context.facts(mention.passage, i).has(WordClass::Adjective));
    };
    while (!mention.act.isVerb && words.first > mention.act.words.first && isJoined(text, passage, words.first) &&
           isQuality(words.first - 1))
        words = {words.first - 1, words.count + 1};
    words.count = std::min(words.count, LongestSubject);
    const auto isLoose = [&](int i) {
        const Word &last = passage.words[static_cast<size_t>(i)];
        return last.isStop || english::isMidAdverb(last.folded);
    };
    while (words.count > 1 && isLoose(words.end() - 1))
        --words.count;
    return spanOf(passage, words).of(text).toString();
}

std::optional<Divergence> divergenceOf(const DivergenceContext &context, const std::vector<ActMention> &mentions,
                                       const std::vector<int> &shown)
{
    const bool hasCue = std::ranges::any_of(shown, [&](int i) { return mentions[static_cast<size_t>(i)].act.hasCue; });
    if (!hasCue)
        return std::nullopt;
    std::vector<Reading> readings;
    std::set<int> articles;
    bool isAboutOutcome = true;
    std::map<QString, int> names;
    std::map<QString, QString> subjects; // the first mention with a cue says it best: "veto the measure"
    for (const int i : shown) {
        const ActMention &mention = mentions[static_cast<size_t>(i)];
        const PassageLanguage &passage = context.languageOf(mention.passage);
        const Commitment plain = plainly(mention.act.commitment);
        readings.push_back({mention.passage, spanOf(passage, mention.act.words), static_cast<int>(plain), {}});
        readings.back().slot = u"act %1, %2"_s.arg(passage.words[static_cast<size_t>(mention.act.word)].folded,
                                                   nameOf(mention.act.commitment));
        isAboutOutcome = isAboutOutcome && isOutcome(plain);
        articles.insert(mention.passage.article);
        const std::vector<Lemma> &lemmas = context.facts(mention.passage, mention.act.word).lemmas;
        const QString base =
            lemmas.empty() ? passage.words[static_cast<size_t>(mention.act.word)].folded : lemmas.front().text;
        ++names[base];
        subjects.emplace(base, subjectOf(context, mention));
    }
    if (names.empty())
        return std::nullopt;
    const QString subject = std::ranges::max_element(names, {}, [](const auto &name) { return name.second; })->first;
    const double reach =
        static_cast<double>(articles.size()) / static_cast<double>(std::max<size_t>(2, context.story.articles.size()));
    return makeDivergence(context, DivergenceKind::Status, isAboutOutcome ? Aspect::Happened : Aspect::Certainty,
                          subjects[subject], BaseWeight + 0.4 * std::min(1.0, reach), readings);
}

} // namespace

std::vector<Divergence> findStatusDivergences(const DivergenceContext &context)
{
    const std::vector<ActMention> mentions = mentionsOf(context);
    std::vector<MentionEdge> edges;
    joinByWord(context, mentions, edges);
    joinByClause(context, mentions, edges);

    std::vector<double> support(mentions.size(), 0.0);
    for (const MentionEdge &edge : edges) {
        support[static_cast<size_t>(edge.a)] += edge.score;
        support[static_cast<size_t>(edge.b)] += edge.score;
    }
    std::vector<Divergence> found = findFateDivergences(context);
    // An act and what another telling has for it, not whatever two linked paragraphs tell.
    std::vector<std::pair<int, int>> joined;
    for (const MentionEdge &edge : edges)
        joined.push_back(std::minmax(edge.a, edge.b));
    std::ranges::sort(joined);
    const auto related = [&](int i, int k) {
        const ActMention &a = mentions[static_cast<size_t>(i)];
        const ActMention &b = mentions[static_cast<size_t>(k)];
        return (context.vocabulary.similarity(a.stem, b.stem) >= SameAct && context.together(a.passage, b.passage)) ||
               std::ranges::binary_search(joined, std::pair<int, int>(std::minmax(i, k)));
    };
    // What the groups leave out counts where two sentences say the same but for it: a story's "attack" is one group,
    // and of its many readings few are shown.
    const auto areToldAlike = [&](const MentionEdge &edge) {
        const ActMention &a = mentions[static_cast<size_t>(edge.a)];
        const ActMention &b = mentions[static_cast<size_t>(edge.b)];
        const SentencePair *pair = context.pairOf({a.passage, a.sentence}, {b.passage, b.sentence});
        return a.stem == b.stem && differ(a.act.commitment, b.act.commitment) && pair && pair->isBest &&
               pair->similarity >= SureSimilarity;
    };
    const int count = static_cast<int>(mentions.size());
    for (int round = 0; round < Rounds && !edges.empty(); ++round) {
        std::vector<std::vector<int>> told;
        for (std::vector<int> &group : groupMentions(count, edges, related)) {
            std::vector<int> shown = shownOf(mentions, support, group);
            auto divergence = divergenceOf(context, mentions, shown);
            told.push_back(divergence ? std::move(shown) : std::move(group));
            if (divergence)
                found.push_back(std::move(*divergence));
        }
        eraseGrouped(edges, told, count);
        std::erase_if(edges, [&](const MentionEdge &edge) { return !areToldAlike(edge); });
    }
    return found;
}

} // namespace parallax
