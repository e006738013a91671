// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Two tellings of one sentence are compared by their sources: another speaker ("the minister said" / "officials
//! said"), or a source here and none there. A sentence may name several sources ("A said that B had denied"), so the
//! two that agree are matched first, and what is left over is compared only where nothing agrees. A pronoun stands
//! for the source it resolves to. A sentence that lies inside a quotation has the source of its passage.
//! Wrong alternative: the sources of passages as wholes; a paragraph of three sentences has three.
//! Tested by tst_divergence.cpp.
#include "divergence/attributiondivergences.h"

#include "divergence/grouping.h"
#include "divergence/phrases.h"
#include "divergence/roledivergences.h"
#include "divergence/statements.h"
#include "divergence/venuedivergences.h"
#include "language/dateline.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastSimilarity = 0.22;       ///< of sentences whose sources are compared
constexpr double ShareOfBest = 0.65;           ///< of the likeness that either sentence has to another of the article
constexpr double LeastSimilarityToNone = 0.25; ///< where one has no source at all
constexpr double LeastInformation = 4.5;       ///< shared weight of the two sentences, their sources left out
constexpr double LeastSaid = 0.2;              ///< how alike what two sources say must be
constexpr double LeastTold = 0.4;              ///< share of what a source says that the other sentence tells
constexpr int MostReadings = 8;
constexpr int WindowWords = 10;
constexpr int MostToldWords = 24; ///< of the reading of a telling without a source
constexpr int SubjectWords = 6;
constexpr double SpeakerWeight = 0.45;
constexpr double NoneWeight = 0.3;

/// The words of a sentence without a source that tell what the other one attributes: the clauses of the shared words,
/// as many as are read at a glance; the sentence where it is short.
WordRange toldWords(const DivergenceContext &context, SentenceRef ref, const std::vector<int> &said)
{
    const PassageLanguage &passage = context.languageOf(ref.passage);
    const Sentence &sentence = sentenceAt(context, ref);
    const WordRange whole = wordsOf(sentence);
    const WordRange near = nearestWords(context, ref.passage, whole, said, WindowWords);
    if (near.count == 0 || whole.count <= MostToldWords)
        return near.count == 0 ? near : whole;
    const std::vector<WordRange> clauses = clausesOf(context.textOf(ref.passage), passage, sentence);
    WordRange told = near;
    for (const WordRange &clause : clauses) { // those that hold the shared words, then what stands before and behind
        const bool isBeside = clause.first <= told.end() && told.first <= clause.end();
        const int first = std::min(told.first, clause.first);
        const int end = std::max(told.end(), clause.end());
        if (isBeside && end - first <= MostToldWords)
            told = {first, end - first};
    }
    return told;
}

TextSpan readingOf(const DivergenceContext &context, const Statement &statement, const std::vector<int> &said)
{
    return statement.attribution
               ? statement.attribution->span
               : spanOf(context.languageOf(statement.sentence.passage), toldWords(context, statement.sentence, said));
}

/// Slots and the pairs of them that speak for one statement.
struct Sources {
    std::vector<Statement> mentions;
    std::vector<PassageRef> passages;
    std::map<Statement, int> index;
    std::vector<MentionEdge> edges;
    std::map<int, std::vector<int>> said; ///< what the statement says, a list a mention

    int add(const Statement &statement, const std::vector<int> &words)
    {
        const auto [it, isNew] = index.try_emplace(statement, static_cast<int>(mentions.size()));
        if (isNew) {
            mentions.push_back(statement);
            passages.push_back(statement.sentence.passage);
        }
        std::vector<int> &all = said[it->second];
        all.insert(all.end(), words.begin(), words.end());
        std::ranges::sort(all); // whatever pair came first
        return it->second;
    }
};

/// The statement of a sentence that speaks for most of what the other sentence says, and how much that is.
struct Spoken {
    const Statement *a = nullptr;
    const Statement *b = nullptr;
    double information = 0;
};

Spoken bestSpoken(const DivergenceContext &context, const std::vector<Statement> &a, const std::vector<Statement> &b)
{
    Spoken best;
    for (const Statement &x : a) {
        const std::vector<int> saidX = saidOf(context, x.sentence.passage, x.region);
        for (const Statement &y : b) {
            const std::vector<int> saidY = saidOf(context, y.sentence.passage, y.region);
            const double shared = context.sharedInformation(saidX, saidY);
            if (shared > best.information)
                best = {&x, &y, shared};
        }
    }
    return best;
}

/// Whether a telling names no source only because its article gives that of `given` elsewhere: below a headline where
/// it tells the same thing, else in a sentence more like the given one.
bool isGivenElsewhere(const DivergenceContext &context, SentenceRef none, const Statement &given)
{
    const bool isHeadline = context.story.passage(none.passage).role == Role::Headline;
    const auto likeness = [&](SentenceRef sentence) {
        const SentencePair *pair = sentence < given.sentence ? context.pairOf(sentence, given.sentence)
                                                             : context.pairOf(given.sentence, sentence);
        return pair ? pair->similarity : 0.0;
    };
    const double own = likeness(none);
    const auto names = [&](PassageRef ref) {
        const auto &sentences = context.languageOf(ref).sentences;
        for (int s = 0; s < static_cast<int>(sentences.size()); ++s) {
            if (!isHeadline && likeness({ref, s}) <= own)
                continue;
            if (std::ranges::any_of(statementsOf(context, {ref, s}), [&](const Statement &statement) {
                    return areOneSource(context, statement, given);
                }))
                return true;
        }
        return false;
    };
    return std::ranges::any_of(context.neighboursOf(given.sentence.passage),
                               [&](PassageRef ref) { return ref.article == none.passage.article && names(ref); });
}

void comparePair(const DivergenceContext &context, const SentencePair &pair, Sources &sources)
{
    std::vector<Statement> a = spokenStatementsOf(context, pair.a);
    std::vector<Statement> b = spokenStatementsOf(context, pair.b);
    if (a.empty() == b.empty() && a.empty())
        return;
    const bool isNone = a.empty() || b.empty();
    for (const auto &[statements, ref] : {std::pair(&a, pair.a), std::pair(&b, pair.b)}) {
        if (!statements->empty())
            continue;
        if (isQuoted(context, ref))
            return; // who speaks stands in another paragraph
        statements->push_back({ref, nullptr, {}, wordsOf(sentenceAt(context, ref))});
    }
    if (isNone && pair.similarity < LeastSimilarityToNone)
        return;
    const Spoken best = bestSpoken(context, a, b);
    if (best.information < LeastInformation)
        return;
    const std::vector<int> saidA = saidOf(context, best.a->sentence.passage, best.a->region);
    const std::vector<int> saidB = saidOf(context, best.b->sentence.passage, best.b->region);
    const double told = !best.a->attribution   ? context.cover(saidB, saidA)
                        : !best.b->attribution ? context.cover(saidA, saidB)
                                               : 1.0;
    if (told < LeastTold || (!isNone && context.similarityOf(saidA, saidB) < LeastSaid))
        return;
    const auto join = [&](const Statement &x, const Statement &y) {
        const int i = sources.add(x, saidOf(context, y.sentence.passage, y.region));
        const int k = sources.add(y, saidOf(context, x.sentence.passage, x.region));
        sources.edges.push_back({i, k, pair.similarity});
    };
    for (const Statement &x : a) {
        for (const Statement &y : b) {
            if (isNone || !areOneSource(context, x, y))
                continue;
            if (sources.index.contains(x) || sources.index.contains(y))
                join(x, y);
            return;
        }
    }
    join(*best.a, *best.b);
}

QString subjectOf(const DivergenceContext &context, const Statement &statement, const std::vector<int> &said)
{
    const PassageRef ref = statement.sentence.passage;
    const TextSpan sentence = sentenceAt(context, statement.sentence).span;
    const int start = std::max(sentence.start, tellingStart(context.textOf(ref)));
    const WordRange told = wordsOf(context.languageOf(ref), TextSpan::between(start, sentence.end()));
    const WordRange words = nearestWords(context, ref, told, said, SubjectWords);
    return spanOf(context.languageOf(ref), words).of(context.textOf(ref)).toString();
}

/// Whether two articles share no source, a headline counted as naming those that the text below it gives.
/// `keys`: of each statement; statements with equal keys agree.
bool doArticlesDiffer(const DivergenceContext &context, const std::vector<Statement> &statements,
                      const std::vector<QString> &keys)
{
    std::map<int, std::set<QString>> sources;
    for (size_t i = 0; i < statements.size(); ++i) {
        std::set<QString> &own = sources[statements[i].sentence.passage.article];
        own.insert(keys[i]);
        for (size_t k = 0; k < statements.size() && !statements[i].attribution; ++k) {
            if (statements[k].attribution && isGivenElsewhere(context, statements[i].sentence, statements[k]))
                own.insert(keys[k]);
        }
    }
    return std::ranges::any_of(sources, [&](const auto &a) {
        return std::ranges::any_of(sources, [&](const auto &b) {
            return std::ranges::none_of(a.second, [&](const QString &key) { return b.second.contains(key); });
        });
    });
}

/// The divergence of the sources of one statement; nullopt where the articles agree.
std::optional<Divergence> divergenceOf(const DivergenceContext &context, const Sources &sources,
                                       const std::vector<int> &group)
{
    std::vector<QString> keys;
    std::vector<Statement> statements;
    std::vector<Reading> readings;
    for (const int i : group) {
        const Statement &statement = sources.mentions[static_cast<size_t>(i)];
        QString key = statement.key;
        for (size_t k = 0; k < keys.size() && statement.attribution; ++k) {
            const Statement &other = sources.mentions[static_cast<size_t>(group[k])];
            if (other.attribution && areOneSource(context, statement, other))
                key = keys[k];
        }
        keys.push_back(key);
        statements.push_back(statement);
        const QString &text = context.textOf(statement.sentence.passage);
        readings.push_back({statement.sentence.passage, readingOf(context, statement, sources.said.at(i)), 0, {}});
        readings.back().slot = statement.attribution
                                   ? u"source %1, by %2"_s.arg(key, statement.attribution->verb.of(text))
                                   : u"no source"_s;
    }
    if (!doArticlesDiffer(context, statements, keys))
        return std::nullopt;
    const std::vector<int> groups = groupsOfKeys(keys);
    for (size_t k = 0; k < readings.size(); ++k)
        readings[k].group = groups[k];
    const bool hasNone = std::ranges::find(keys, QString()) != keys.end();
    const std::set<QString> distinct(keys.begin(), keys.end());
    const bool isOnlyGiven = hasNone && distinct.size() == 2;
    return makeDivergence(context, DivergenceKind::Attribution, isOnlyGiven ? Aspect::SourceGiven : Aspect::Speaker,
                          subjectOf(context, statements.front(), sources.said.at(group.front())),
                          isOnlyGiven ? NoneWeight : SpeakerWeight, readings);
}

/// Of each sentence the likeness of the one most like it in an article.
using MostAlike = std::map<std::pair<SentenceRef, int>, double>;

MostAlike mostAlikeOf(const DivergenceContext &context)
{
    MostAlike mostAlike;
    for (const SentencePair &pair : context.sentencePairs()) {
        for (const auto &[sentence, article] :
             {std::pair(pair.a, pair.b.passage.article), std::pair(pair.b, pair.a.passage.article)}) {
            double &most = mostAlike[{sentence, article}];
            most = std::max(most, pair.similarity);
        }
    }
    return mostAlike;
}

/// Whether neither sentence has its own counterpart elsewhere in the other article.
bool isOneTold(const MostAlike &mostAlike, const SentencePair &pair)
{
    const double best =
        std::max(mostAlike.at({pair.a, pair.b.passage.article}), mostAlike.at({pair.b, pair.a.passage.article}));
    return pair.similarity >= ShareOfBest * best;
}

void findSpeakers(const DivergenceContext &context, std::vector<Divergence> &found)
{
    Sources sources;
    const MostAlike mostAlike = mostAlikeOf(context);
    for (const SentencePair &pair : context.sentencePairs()) {
        if (pair.isBest && pair.similarity >= LeastSimilarity && isOneTold(mostAlike, pair))
            comparePair(context, pair, sources);
    }
    // A statement told in two events makes a group with the one of them; what it leaves over is grouped once more.
    // Not where most of it is shown already: one row more of the same would tell nothing new.
    std::vector<MentionEdge> edges = sources.edges;
    std::set<int> shown;
    constexpr int rounds = 2;
    for (int round = 0; round < rounds; ++round) {
        const auto groups = groupMentions(context, sources.passages, edges, MostReadings);
        for (const std::vector<int> &group : groups) {
            const auto known = std::ranges::count_if(group, [&](int i) { return shown.contains(i); });
            auto divergence = 2 * known > std::ssize(group) ? std::nullopt : divergenceOf(context, sources, group);
            if (!divergence)
                continue;
            shown.insert(group.begin(), group.end());
            found.push_back(std::move(*divergence));
        }
        eraseGrouped(edges, groups, static_cast<int>(sources.passages.size()));
    }
}

} // namespace

std::vector<Divergence> findAttributionDivergences(const DivergenceContext &context)
{
    std::vector<Divergence> found;
    findSpeakers(context, found);
    std::ranges::move(findRoleDivergences(context), std::back_inserter(found));
    std::ranges::move(findVenueDivergences(context), std::back_inserter(found));
    return found;
}

} // namespace parallax
