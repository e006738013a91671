// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Figures that can be of one thing (figurecomparability.h) are paired within each pair of linked passages, equal ones
//! first, and the pairs joined to variables. Equal values are never told apart, however they are written; where the
//! readings agree and differ only in how exact they are ("87" / "more than 80"), the divergence is listed with little
//! weight. A rare noun counted in two passages that the alignment did not link is compared too, on stronger evidence:
//! one clause of a long paragraph ("its seven vetoes in six years") does not make the paragraphs one event.
//! Tested by tst_divergence_figures.cpp.
#include "divergence/figuredivergences.h"

#include "divergence/agreement.h"
#include "divergence/figurecomparability.h"
#include "divergence/figurementions.h"
#include "divergence/grouping.h"
#include "divergence/impliedcounts.h"
#include "divergence/phrases.h"
#include "language/figures.h"
#include "language/lexicon.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr double RareNoun = 3;        ///< least weight of a noun compared without a link
constexpr double BesideNoun = 2.5;    ///< and what the sentences must share beside it
constexpr size_t MostUnlinked = 60;   ///< a thing counted more often in a story is no rare one
constexpr double PrecisionOnly = 0.4; ///< share of the weight where nothing contradicts
constexpr double ImpliedScore = 5;    ///< of a noun that counts by its number: as much as two counts must share

int precisionRank(const FigureValue &value)
{
    const int range = value.upper ? 1 : 0;
    switch (value.precision) {
    case Precision::Exact:
        return range;
    case Precision::About:
        return 2 + range;
    case Precision::AtLeast:
    case Precision::AtMost:
        return 4;
    case Precision::Vague:
        return 5;
    }
    return 5;
}

double weightOf(const Figure &figure)
{
    static const QHash<QString, double> states = {{u"dead"_s, 0.95},    {u"missing"_s, 0.85},  {u"injured"_s, 0.8},
                                                  {u"arrested"_s, 0.7}, {u"evacuated"_s, 0.7}, {u"aboard"_s, 0.7}};
    if (!figure.state.isEmpty())
        return states.value(figure.state, 0.65);
    if (isDuration(figure.value))
        return 0.4;
    return figure.value.kind == FigureKind::Measure ? 0.5 : figure.value.kind == FigureKind::Ordinal ? 0.55 : 0.6;
}

/// The noun nearest to the first figure among those that most of the others have near them too.
QString nearestShared(const DivergenceContext &context, const std::vector<FigureMention> &mentions,
                      const std::vector<int> &group)
{
    std::map<int, int> stems;
    int most = 0;
    for (const int i : group) {
        const std::vector<int> &around = mentions[static_cast<size_t>(i)].around;
        for (const int stem : std::set<int>(around.begin(), around.end()))
            most = std::max(most, ++stems[stem]);
    }
    const FigureMention &first = mentions[static_cast<size_t>(group.front())];
    const PassageLanguage &passage = context.languageOf(first.passage);
    const WordRange own = wordsOf(passage, first.figure->span);
    const WordRange sentence = wordsOf(passage.sentences[static_cast<size_t>(first.figure->sentence)]);
    const Lexicon &lexicon = Lexicon::english();
    constexpr int otherUse = 1000; // "lies", "northern": a noun that is nothing else is named first
    QString best;
    int nearest = 10 * otherUse;
    for (int i = sentence.first; i < sentence.end(); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        const auto shared = stems.find(context.vocabulary.id(word.stem));
        if (own.holds(i) || shared == stems.end() || shared->second < most ||
            !lexicon.hasClass(word.folded, WordClass::Noun))
            continue;
        if (word.isCapital && i > sentence.first)
            continue;
        const bool isOther =
            lexicon.hasClass(word.folded, WordClass::Verb) || lexicon.hasClass(word.folded, WordClass::Adjective);
        const int distance = std::abs(i - own.first) + (isOther ? otherUse : 0);
        if (distance < nearest) {
            nearest = distance;
            best = word.folded;
        }
    }
    return best;
}

/// What is counted, in a word of the text: the state, the commonest noun, else the nearest noun that most share.
QString subjectOf(const DivergenceContext &context, const std::vector<FigureMention> &mentions,
                  const std::vector<int> &group)
{
    const auto at = [&](int i) -> const FigureMention & { return mentions[static_cast<size_t>(i)]; };
    if (const QString &unit = at(group.front()).figure->value.unit; unit == "magnitude"_L1)
        return unit;
    std::map<QString, int> names;
    for (const int i : group) {
        const FigureMention &mention = at(i);
        if (!mention.figure->state.isEmpty())
            ++names[mention.figure->state];
        else if (mention.figure->headWord >= 0)
            ++names[context.languageOf(mention.passage).words[static_cast<size_t>(mention.figure->headWord)].folded];
    }
    const auto most = std::ranges::max_element(names, {}, [](const auto &entry) { return entry.second; });
    if (most != names.end())
        return most->first;
    return nearestShared(context, mentions, group);
}

Aspect aspectOf(const std::vector<FigureMention> &mentions, const std::vector<int> &group)
{
    bool isOrdinal = false;
    const FigureValue &first = mentions[static_cast<size_t>(group.front())].figure->value;
    if (first.unit == "year old"_L1)
        return Aspect::Age;
    if (first.unit == ScoreUnit)
        return Aspect::Result;
    for (const int i : group) {
        const FigureKind kind = mentions[static_cast<size_t>(i)].figure->value.kind;
        if (kind != FigureKind::Count && kind != FigureKind::Ordinal)
            return Aspect::Amount;
        isOrdinal = isOrdinal || kind == FigureKind::Ordinal;
    }
    return isOrdinal ? Aspect::Ordinal : Aspect::Count;
}

/// "count of people, dead", "measure m of runway", "age of nurse": what a figure was compared as.
QString slotOf(const DivergenceContext &context, const FigureMention &mention)
{
    static constexpr std::array kinds = {"count", "place in number", "measure", "money", "share"};
    const Figure &figure = *mention.figure;
    const FigureValue &value = figure.value;
    QString slot = value.unit == "year old"_L1 ? u"age"_s
                   : value.unit == ScoreUnit   ? u"result"_s
                                               : QString::fromLatin1(kinds[static_cast<size_t>(value.kind)]);
    if (value.kind == FigureKind::Measure)
        slot += u' ' + value.unit + (mention.isAttributive ? u" as a quality"_s : QString()) +
                (mention.side < 0   ? u" reckoned back"_s
                 : mention.side > 0 ? u" reckoned on"_s
                                    : QString());
    if (mention.isImplied)
        slot += u" by the number of the noun"_s;
    if (figure.headWord >= 0)
        slot += u" of "_s + context.languageOf(mention.passage).words[static_cast<size_t>(figure.headWord)].folded;
    return figure.state.isEmpty() ? slot : slot + u", "_s + figure.state;
}

std::optional<Divergence> divergenceOf(const DivergenceContext &context, const std::vector<FigureMention> &mentions,
                                       const std::vector<int> &group)
{
    const auto figure = [&](int i) -> const Figure & {
        return *mentions[static_cast<size_t>(group[static_cast<size_t>(i)])].figure;
    };
    const int count = static_cast<int>(group.size());
    const Agreement agreement = groupByAgreement(
        count, [&](int i) { return precisionRank(figure(i).value); },
        [&](int i, int k) { return haveAgreement(figure(i).value, figure(k).value); },
        [&](int i, int k) { return areSame(figure(i).value, figure(k).value); },
        [&](int i, int k) { return figure(i).value.number == figure(k).value.number; });
    const bool isVague = std::ranges::all_of(
        group, [&](int i) { return mentions[static_cast<size_t>(i)].figure->value.precision == Precision::Vague; });
    if (agreement.isUniform || (isVague && !agreement.isContradiction))
        return std::nullopt;
    std::vector<Reading> readings;
    double weight = 0;
    for (int i = 0; i < count; ++i) {
        const FigureMention &mention = mentions[static_cast<size_t>(group[static_cast<size_t>(i)])];
        readings.push_back({mention.passage, mention.figure->span, agreement.groups[static_cast<size_t>(i)],
                            mention.figure->value, slotOf(context, mention)});
        weight = std::max(weight, weightOf(*mention.figure));
    }
    if (!agreement.isContradiction)
        weight *= PrecisionOnly;
    return makeDivergence(context, DivergenceKind::Figure, aspectOf(mentions, group),
                          subjectOf(context, mentions, group), weight, readings, agreement.isContradiction);
}

using PairsOfPassages = std::map<std::pair<PassageRef, PassageRef>, std::vector<ComparablePair>>;

void addPair(const DivergenceContext &context, const std::vector<FigureMention> &mentions, int i, int k,
             PairsOfPassages &pairs)
{
    const FigureMention &a = mentions[static_cast<size_t>(i)];
    const FigureMention &b = mentions[static_cast<size_t>(k)];
    const double score = comparability(context, a, b);
    const bool isEqual = haveAgreement(a.figure->value, b.figure->value);
    if (score > 0 && (isEqual || !bothTellBoth(context, a, b)))
        pairs[{a.passage, b.passage}].push_back({i, k, score, isEqual});
}

/// Comparable figures of linked passages.
void addLinked(const DivergenceContext &context, const std::vector<FigureMention> &mentions, PairsOfPassages &pairs)
{
    std::map<PassageRef, std::vector<int>> byPassage;
    for (size_t i = 0; i < mentions.size(); ++i)
        byPassage[mentions[i].passage].push_back(static_cast<int>(i));
    for (const Link &link : context.alignment.links) {
        const auto a = byPassage.find(link.a);
        const auto b = byPassage.find(link.b);
        if (a == byPassage.end() || b == byPassage.end())
            continue;
        for (const int i : a->second) {
            for (const int k : b->second)
                addPair(context, mentions, i, k, pairs);
        }
    }
}

/// Counts of one rare noun in passages that are not linked.
void addUnlinked(const DivergenceContext &context, const std::vector<FigureMention> &mentions, PairsOfPassages &pairs)
{
    std::set<std::pair<PassageRef, PassageRef>> aligned;
    for (const Link &link : context.alignment.links)
        aligned.emplace(link.a, link.b);
    std::map<int, std::vector<int>> byHead;
    for (size_t i = 0; i < mentions.size(); ++i) {
        const FigureMention &mention = mentions[i];
        const bool isCount = isCounting(mention.figure->value) && mention.figure->value.unit != "year old"_L1;
        if (isCount && mention.head >= 0 && !mention.figure->isPerson &&
            context.vocabulary.weight(mention.head) >= RareNoun)
            byHead[mention.head].push_back(static_cast<int>(i));
    }
    for (const auto &[head, counts] : byHead) {
        if (counts.size() > MostUnlinked)
            continue;
        for (size_t i = 0; i < counts.size(); ++i) {
            for (size_t k = i + 1; k < counts.size(); ++k) {
                const FigureMention &a = mentions[static_cast<size_t>(counts[i])];
                const FigureMention &b = mentions[static_cast<size_t>(counts[k])];
                const bool isFree =
                    a.passage.article != b.passage.article && !aligned.contains(std::minmax(a.passage, b.passage));
                if (!isFree)
                    continue;
                const std::vector<int> sentenceA = context.stemsOf({a.passage, a.figure->sentence});
                const std::vector<int> sentenceB = context.stemsOf({b.passage, b.figure->sentence});
                const double shared = context.vocabulary.sharedInformation(sentenceA, sentenceB);
                if (shared >= context.vocabulary.weight(head) + BesideNoun)
                    addPair(context, mentions, counts[i], counts[k], pairs);
            }
        }
    }
}

/// Nouns that count by their number, each with the figure it is held against. `implied` must outlive `mentions`.
void addImplied(const DivergenceContext &context, const std::vector<ImpliedCount> &implied,
                std::vector<FigureMention> &mentions, PairsOfPassages &pairs)
{
    std::map<const Figure *, int> index;
    for (size_t i = 0; i < mentions.size(); ++i)
        index.emplace(mentions[i].figure, static_cast<int>(i));
    std::map<std::pair<PassageRef, TextSpan>, int> added;
    for (const ImpliedCount &count : implied) {
        const int counted = index.at(&context.languageOf(count.otherPassage).figures[static_cast<size_t>(count.other)]);
        const auto [it, isNew] =
            added.try_emplace({count.passage, count.figure.span}, static_cast<int>(mentions.size()));
        if (isNew) {
            const int head = mentions[static_cast<size_t>(counted)].head;
            mentions.push_back({count.passage, &count.figure, head, false, 0, {}, std::nullopt, true});
        }
        const bool isFirst = count.passage < count.otherPassage;
        const auto [low, high] = isFirst ? std::pair(it->second, counted) : std::pair(counted, it->second);
        pairs[std::minmax(count.passage, count.otherPassage)].push_back(
            {low, high, ImpliedScore + count.similarity, false});
    }
}

} // namespace

std::vector<Divergence> findFigureDivergences(const DivergenceContext &context)
{
    std::vector<FigureMention> mentions = figureMentions(context);
    PairsOfPassages pairs;
    addLinked(context, mentions, pairs);
    addUnlinked(context, mentions, pairs);
    const std::vector<ImpliedCount> implied = impliedCounts(context);
    addImplied(context, implied, mentions, pairs);
    std::vector<MentionEdge> edges;
    std::set<std::pair<int, int>> comparable;
    for (auto &[passages, candidates] : pairs) {
        for (const ComparablePair &pair : candidates)
            comparable.insert(std::minmax(pair.a, pair.b));
        std::ranges::move(chooseOneToOne(std::move(candidates)), std::back_inserter(edges));
    }
    const auto related = [&](int i, int k) {
        return context.together(mentions[static_cast<size_t>(i)].passage, mentions[static_cast<size_t>(k)].passage) ||
               comparable.contains(std::minmax(i, k));
    };
    std::vector<Divergence> divergences;
    for (const std::vector<int> &group : groupMentions(static_cast<int>(mentions.size()), std::move(edges), related)) {
        if (auto divergence = divergenceOf(context, mentions, group))
            divergences.push_back(std::move(*divergence));
    }
    return divergences;
}

} // namespace parallax
