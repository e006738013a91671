// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Two figures of linked passages are compared only if they count or measure the same thing:
//!  - persons by what befell them: "killed 87 people" with "more than 80 dead", never with "87 injured"; people aboard
//!    only with the same noun, or 216 passengers would contradict 228 people;
//!  - other counts by their nouns, "24 error messages" with "two messages", and a count with an ordinal of the same
//!    noun ("seven vetoes" / "the eighth veto");
//!  - measures, money and shares by their dimension, and only where the words around say the same.
//! Comparing any two numbers of two linked passages would find every real divergence too, among ten times as many
//! false ones. Equal values are never told apart, however they are written; where the readings agree and differ only
//! in how exact they are ("87" / "more than 80"), the divergence is listed with little weight.
//! A rare noun counted in two passages that the alignment did not link is compared too, on stronger evidence: one
//! clause of a long paragraph ("its seven vetoes in six years") does not make the paragraphs one event.
//! Tested by tst_divergence_figures.cpp.
#include "divergence/figuredivergences.h"

#include "divergence/agreement.h"
#include "divergence/grouping.h"
#include "divergence/impliedcounts.h"
#include "divergence/occasions.h"
#include "divergence/phrases.h"
#include "language/figures.h"
#include "language/lexicon.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <utility>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int ContextWords = 10;           ///< to each side of a count
constexpr double LeastInformation = 5;     ///< weight that two counts of one noun share, the noun included
constexpr double LeastKinInformation = 6;  ///< the same of two nouns that are alike
constexpr double LeastHeadInformation = 4; ///< of two measures of one thing ("hours of talks")
constexpr double LeastUnitInformation = 8; ///< of two measures: a unit says less than a noun
constexpr double SameNoun = 0.6;           ///< similarity from which two nouns can be one thing
constexpr double KindredNoun = 0.3;        ///< "signals" and "messages", where much else is shared
constexpr double DistantNoun = 0.2;        ///< … where one of them is counted vaguely: "a series of signals"
constexpr double MuchInformation = 11;
constexpr double LeastVagueInformation = 8; ///< of such nouns
constexpr double SameSentence = 0.35;       ///< likeness of sentences whose numbered names are compared: "chapter 4"
constexpr double RareNoun = 3;              ///< least weight of a noun compared without a link
constexpr double BesideNoun = 2.5;          ///< and what the sentences must share beside it
constexpr size_t MostUnlinked = 60;         ///< a thing counted more often in a story is no rare one
constexpr double LargestFactor = 12;        ///< values further apart are of other things
constexpr double MostBeyondCount = 2;       ///< "two accidents", "the third accident"; not the third of ten
constexpr double PrecisionOnly = 0.4;       ///< share of the weight where nothing contradicts

struct FigureMention {
    PassageRef passage;
    const Figure *figure = nullptr;
    int head = -1;              ///< stem of the counted noun
    bool isAttributive = false; ///< "a three-week trial", not "three weeks"
    int side = 0;               ///< of a duration that reckons from something: -1 "ago", "earlier", 1 "later", "after"
    std::vector<int> around;    ///< stems near the figure, without its own
    std::optional<Occasion> occasion{}; ///< of a toll that is recalled beside the story's own
    bool isImplied = false;             ///< by the number of a noun alone, see ImpliedCount
};

bool isDuration(const FigureValue &value)
{
    return value.kind == FigureKind::Measure && value.unit == "s"_L1;
}

bool isCounting(const FigureValue &value)
{
    return value.kind == FigureKind::Count || value.kind == FigureKind::Ordinal;
}

/// Nouns that say no more than that persons are counted.
bool isAnybody(const QString &noun)
{
    return noun.isEmpty() || noun == "people"_L1 || noun == "person"_L1 || noun == "dead"_L1 || noun == "injured"_L1 ||
           noun == "wounded"_L1 || noun == "death"_L1 || noun == "fatality"_L1 || noun == "victim"_L1 ||
           noun == "casualty"_L1 || noun == "injury"_L1 || noun == "civilian"_L1;
}

std::vector<int> stemsAround(const DivergenceContext &context, PassageRef ref, const Figure &figure)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const WordRange own = wordsOf(passage, figure.span);
    // a length or a duration is often named at the other end of the sentence
    const bool isWide = figure.value.kind == FigureKind::Measure;
    const WordRange near =
        isWide ? wordsOf(passage.sentences[static_cast<size_t>(figure.sentence)]) : around(passage, own, ContextWords);
    std::vector<int> stems;
    for (int i = near.first; i < near.end(); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        const bool isOwn = own.holds(i) && i != figure.headWord;
        const bool isNumber = word.isNumber || (!word.stem.isEmpty() && word.stem.front().isDigit());
        const int stem = isOwn || isNumber || word.isStop ? -1 : context.vocabulary.id(word.stem);
        if (stem >= 0)
            stems.push_back(stem);
    }
    return stems;
}

/// "two weeks ago" and "two weeks later" reckon from a day, "a two-week trial" lasts.
int sideOf(const PassageLanguage &passage, const Figure &figure)
{
    static constexpr std::array<QStringView, 5> before = {u"ago", u"earlier", u"before", u"prior", u"previously"};
    static constexpr std::array<QStringView, 3> behind = {u"later", u"after", u"afterwards"};
    const WordRange own = wordsOf(passage, figure.span);
    const auto word = [&](int i) {
        const bool isThere = i >= 0 && i < static_cast<int>(passage.words.size());
        return isThere ? QStringView(passage.words[static_cast<size_t>(i)].folded) : QStringView();
    };
    if (!isDuration(figure.value))
        return 0;
    const auto isAmong = [](const auto &words, QStringView one) {
        return std::ranges::find(words, one) != words.end();
    };
    if (isAmong(before, word(own.end())))
        return -1;
    return isAmong(behind, word(own.end())) || word(own.first - 1) == u"after" ? 1 : 0;
}

bool isAttributive(const QString &text, const Figure &figure)
{
    const int behind = figure.numberSpan.end();
    return isDuration(figure.value) && behind < text.size() && text[behind] == u'-';
}

/// "World War II", "chapter 4": the number tells which one it is.
bool isNumberedName(const Figure &figure)
{
    return figure.value.kind == FigureKind::Ordinal && figure.headWord >= 0 && figure.headWord < figure.firstWord;
}

std::vector<FigureMention> mentionsOf(const DivergenceContext &context)
{
    std::vector<FigureMention> mentions;
    const Occasions occasions(context);
    for (size_t a = 0; a < context.language.size(); ++a) {
        for (size_t p = 0; p < context.language[a].passages.size(); ++p) {
            const PassageRef ref{static_cast<int>(a), static_cast<int>(p)};
            const PassageLanguage &passage = context.languageOf(ref);
            for (const Figure &figure : passage.figures) {
                const int head = figure.headWord < 0
                                     ? -1
                                     : context.vocabulary.id(passage.words[static_cast<size_t>(figure.headWord)].stem);
                const bool isOfOccasion = !figure.state.isEmpty() || figure.value.unit == "magnitude"_L1;
                auto occasion = isOfOccasion ? occasions.recalledBy(ref, figure) : std::nullopt;
                mentions.push_back({ref, &figure, head, isAttributive(context.textOf(ref), figure),
                                    sideOf(passage, figure), stemsAround(context, ref, figure), std::move(occasion)});
            }
        }
    }
    return mentions;
}

bool isWithinReach(const FigureValue &a, const FigureValue &b)
{
    const double x = std::abs(a.upper.value_or(a.number));
    const double y = std::abs(b.upper.value_or(b.number));
    if (isCounting(a) && std::min(x, y) == 0)
        return true; // none at all against any
    const double small = std::max(std::min(x, y), 1.0 * (isCounting(a) ? 1 : 0));
    return std::max(x, y) <= LargestFactor * small;
}

/// Whether two figures count persons to whom the same happened.
bool areSamePersons(const Figure &a, const Figure &b)
{
    if (a.state.isEmpty() || a.state != b.state || !a.isPerson || !b.isPerson)
        return false;
    if (a.value.unit == b.value.unit)
        return true;
    const bool isRoleA = !isAnybody(a.value.unit);
    const bool isRoleB = !isAnybody(b.value.unit);
    if (a.state == "aboard"_L1 || a.state == "missing"_L1)
        return !isRoleA && !isRoleB; // passengers and crew together are the people aboard
    return !isRoleA || !isRoleB;
}

/// Whether an article gives a figure's number of the same thing anywhere.
bool gives(const DivergenceContext &context, int article, const Figure &figure)
{
    const ArticleLanguage &language = context.language[static_cast<size_t>(article)];
    return std::ranges::any_of(language.passages, [&](const PassageLanguage &passage) {
        return std::ranges::any_of(passage.figures, [&](const Figure &other) {
            return other.value.unit == figure.value.unit && other.value.number == figure.value.number &&
                   other.state == figure.state;
        });
    });
}

/// Whether one of two articles gives the number that the other one gives as well as its own.
bool tellsBoth(const DivergenceContext &context, const FigureMention &a, const FigureMention &b)
{
    return a.figure->value.number != b.figure->value.number &&
           (gives(context, a.passage.article, *b.figure) || gives(context, b.passage.article, *a.figure));
}

/// Whether both articles give both numbers: then they tell of two things, and tell them alike.
bool bothTellBoth(const DivergenceContext &context, const FigureMention &a, const FigureMention &b)
{
    return gives(context, a.passage.article, *b.figure) && gives(context, b.passage.article, *a.figure);
}

/// A count and an ordinal of one thing say the same only if the numbers do.
bool haveAgreement(const FigureValue &a, const FigureValue &b)
{
    return a.kind == b.kind ? agree(a, b) : isCounting(a) && isCounting(b) && a.number == b.number;
}

bool areSame(const FigureValue &a, const FigureValue &b)
{
    return a.kind == b.kind ? areEqual(a, b) : haveAgreement(a, b);
}

/// Whether a count and those listed right beside it come to a whole: "12 Somali and 11 Yemeni sailors" are 23 sailors.
bool isPartOf(const DivergenceContext &context, const FigureMention &part, double whole)
{
    constexpr int mostBetween = 4; // words
    const PassageLanguage &passage = context.languageOf(part.passage);
    const auto at = std::ranges::find_if(passage.figures, [&](const Figure &f) { return &f == part.figure; });
    if (at == passage.figures.end())
        return false;
    const auto isBeside = [&](const Figure &a, const Figure &b) {
        const int gap = b.firstWord - std::max(a.firstWord, a.headWord);
        const auto isExact = [](const Figure &f) {
            return f.value.kind == FigureKind::Count && f.value.precision == Precision::Exact && !f.value.upper;
        };
        return a.sentence == b.sentence && gap <= mostBetween && isExact(a) && isExact(b) &&
               (a.state == b.state || a.state.isEmpty() || b.state.isEmpty());
    };
    double before = 0;
    double behind = 0;
    if (at != passage.figures.begin() && isBeside(*std::prev(at), *at))
        before = std::prev(at)->value.number;
    if (std::next(at) != passage.figures.end() && isBeside(*at, *std::next(at)))
        behind = std::next(at)->value.number;
    const double own = at->value.number;
    return (before > 0 && own + before == whole) || (behind > 0 && own + behind == whole) ||
           (before > 0 && behind > 0 && own + before + behind == whole);
}

/// Of two numbered names: another number there mostly names another thing, so only sentences that tell the same
/// otherwise are compared, and no article may know both.
double namesComparability(const DivergenceContext &context, const FigureMention &a, const FigureMention &b,
                          double shared)
{
    const bool areNames = isNumberedName(*a.figure) && isNumberedName(*b.figure) && a.head >= 0 && a.head == b.head;
    if (!areNames || shared < LeastUnitInformation || tellsBoth(context, a, b))
        return 0;
    const SentenceRef x{a.passage, a.figure->sentence};
    const SentenceRef y{b.passage, b.figure->sentence};
    const SentencePair *pair = x < y ? context.pairOf(x, y) : context.pairOf(y, x);
    return pair && pair->isBest && pair->similarity >= SameSentence ? shared : 0;
}

/// How much speaks for two mentions being of one thing; 0 where they are not.
double comparability(const DivergenceContext &context, const FigureMention &a, const FigureMention &b)
{
    const FigureValue &x = a.figure->value;
    const FigureValue &y = b.figure->value;
    // "killed two" and "killed two in 2006" may be one toll told early and late; other numbers are of other occasions
    if (!isWithinReach(x, y) || (!mayBeOne(a.occasion, b.occasion) && !areSame(x, y)))
        return 0;
    const double shared = context.vocabulary.sharedInformation(a.around, b.around);
    if (isNumberedName(*a.figure) || isNumberedName(*b.figure))
        return namesComparability(context, a, b, shared);
    if (isCounting(x) != isCounting(y) || (x.unit == ScoreUnit) != (y.unit == ScoreUnit))
        return 0;
    if (x.unit == ScoreUnit)
        return shared >= LeastHeadInformation ? shared : 0;
    if (!isCounting(x)) {
        if (x.kind != y.kind || (x.kind == FigureKind::Measure && x.unit != y.unit))
            return 0;
        // Amounts of two currencies can't be held against each other, but one amount with two currency signs can.
        if (x.kind == FigureKind::Money && x.unit != y.unit && x.number != y.number)
            return 0;
        if (a.side != b.side || (a.isAttributive != b.isAttributive && shared < MuchInformation))
            return 0;
        const bool hasHeads = a.head >= 0 && b.head >= 0 && x.kind == FigureKind::Percent;
        if (hasHeads && context.vocabulary.similarity(a.head, b.head) < SameNoun)
            return 0;
        const bool isOfOneThing = a.head >= 0 && a.head == b.head; // "several hours of talks", "a day of talks"
        return shared >= (isOfOneThing ? LeastHeadInformation : LeastUnitInformation) ? shared : 0;
    }
    const bool isAge = x.unit == "year old"_L1;
    if (isAge != (y.unit == "year old"_L1))
        return 0;
    if (isAge) // an article that has both ages tells of two persons
        return shared >= LeastUnitInformation && !tellsBoth(context, a, b) ? shared : 0;
    const bool isNext = std::abs(x.number - y.number) <= MostBeyondCount && std::min(x.number, y.number) > 1;
    if (x.kind != y.kind && (a.head < 0 || a.head != b.head || !isNext))
        return 0;
    if (isPartOf(context, a, y.number) || isPartOf(context, b, x.number))
        return 0;
    if (areSamePersons(*a.figure, *b.figure))
        return MuchInformation + shared;
    const bool isOtherState = !a.figure->state.isEmpty() && !b.figure->state.isEmpty();
    // "36 people were hurt" are not the "10 people" of whom nothing is told
    const bool isOneUntold = a.figure->state.isEmpty() != b.figure->state.isEmpty() && isAnybody(x.unit) &&
                             isAnybody(y.unit) && a.figure->isPerson && b.figure->isPerson;
    if (isOneUntold)
        return 0;
    const bool areCrowds = x.precision == Precision::Vague && y.precision == Precision::Vague;
    if (areCrowds && a.head < 0 && b.head < 0) // "hundreds joined", "thousands joined"
        return shared >= LeastUnitInformation ? shared : 0;
    if (isOtherState || a.head < 0 || b.head < 0)
        return 0;
    const double noun = context.vocabulary.similarity(a.head, b.head);
    if (noun >= SameNoun)
        return shared >= (a.head == b.head ? LeastInformation : LeastKinInformation) ? shared : 0;
    const bool isVague = (x.precision == Precision::Vague) != (y.precision == Precision::Vague);
    return noun >= (isVague ? DistantNoun : KindredNoun) &&
                   shared >= (isVague ? LeastVagueInformation : MuchInformation) && !a.figure->isPerson &&
                   !b.figure->isPerson
               ? shared
               : 0;
}

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
        [&](int i, int k) { return areSame(figure(i).value, figure(k).value); });
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
            {low, high, LeastInformation + count.similarity, false});
    }
}

} // namespace

std::vector<Divergence> findFigureDivergences(const DivergenceContext &context)
{
    std::vector<FigureMention> mentions = mentionsOf(context);
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
