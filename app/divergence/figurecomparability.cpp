// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Two figures of linked passages are compared only if they count or measure the same thing:
//!  - persons by what befell them: "killed 87 people" with "more than 80 dead", never with "87 injured"; people aboard
//!    only with the same noun, or 216 passengers would contradict 228 people;
//!  - other counts by their nouns, "24 error messages" with "two messages", and a count with an ordinal of the same
//!    noun ("seven vetoes" / "the eighth veto");
//!  - measures, money and shares by their dimension, and only where the words around say the same;
//!  - no part with its whole, no toll with that of another occasion, nothing that both articles tell alike.
//! Comparing any two numbers of two linked passages would find every real divergence too, among ten times as many
//! false ones.
//! Tested by tst_divergence_figures.cpp.
#include "divergence/figurecomparability.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr double LeastInformation = 5;     ///< weight that two counts of one noun share, the noun included
constexpr double LeastKinInformation = 6;  ///< the same of two nouns that are alike
constexpr double LeastHeadInformation = 4; ///< of two measures of one thing ("hours of talks")
constexpr double LeastUnitInformation = 8; ///< of two measures: a unit says less than a noun
constexpr double SameNoun = 0.6;           ///< similarity from which two nouns can be one thing
constexpr double KindredNoun = 0.3;        ///< "signals" and "messages", where much else is shared
constexpr double DistantNoun = 0.2;        ///< … where one of them is counted vaguely: "a series of signals"
constexpr double MuchInformation = 11;
constexpr double LeastVagueInformation = 8;   ///< of such nouns
constexpr double SameSentence = 0.35;         ///< likeness of sentences whose numbered names are compared: "chapter 4"
constexpr double LargestFactor = 12;          ///< values further apart are of other things
constexpr double SmallestTelling = 10;        ///< numbers below this come near each other by chance
constexpr double CloseCounts = 1.6;           ///< largest quotient of two counts that are near each other
constexpr double CloseAmounts = 1.3;          ///< the same of amounts
constexpr double LeastCloseInformation = 3.5; ///< shared by two figures near each other
constexpr double MostBeyondCount = 2;         ///< "two accidents", "the third accident"; not the third of ten

/// Nouns that say no more than that persons are counted.
bool isAnybody(const QString &noun)
{
    return noun.isEmpty() || noun == "people"_L1 || noun == "person"_L1 || noun == "dead"_L1 || noun == "injured"_L1 ||
           noun == "wounded"_L1 || noun == "death"_L1 || noun == "fatality"_L1 || noun == "victim"_L1 ||
           noun == "casualty"_L1 || noun == "injury"_L1 || noun == "civilian"_L1;
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

} // namespace

bool bothTellBoth(const DivergenceContext &context, const FigureMention &a, const FigureMention &b)
{
    return gives(context, a.passage.article, *b.figure) && gives(context, b.passage.article, *a.figure);
}

bool haveAgreement(const FigureValue &a, const FigureValue &b)
{
    return a.kind == b.kind ? agree(a, b) : isCounting(a) && isCounting(b) && a.number == b.number;
}

bool areSame(const FigureValue &a, const FigureValue &b)
{
    return a.kind == b.kind ? areEqual(a, b) : haveAgreement(a, b);
}

namespace {

/// Whether a count and those listed right beside it come to a whole: "12 Danish and 11 Dutch sailors" are 23 sailors.
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

/// Whether two numbers of linked passages are so near each other that they hardly tell of two things: 300 and 320.
bool areClose(const DivergenceContext &context, const FigureMention &a, const FigureMention &b)
{
    const FigureValue &x = a.figure->value;
    const FigureValue &y = b.figure->value;
    const double small = std::min(std::abs(x.number), std::abs(y.number));
    const double large = std::max(std::abs(x.number), std::abs(y.number));
    return x.kind == y.kind && small >= SmallestTelling &&
           large <= small * (isCounting(x) ? CloseCounts : CloseAmounts) && x.precision != Precision::Vague &&
           y.precision != Precision::Vague && !isDuration(x) && context.linked(a.passage, b.passage);
}

/// Of two measures, sums of money or shares.
double amountsComparability(const DivergenceContext &context, const FigureMention &a, const FigureMention &b,
                            double shared)
{
    const FigureValue &x = a.figure->value;
    const FigureValue &y = b.figure->value;
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
    const double least = areClose(context, a, b) ? LeastCloseInformation
                         : isOfOneThing          ? LeastHeadInformation
                                                 : LeastUnitInformation;
    return shared >= least ? shared : 0;
}

/// Of two counts by what is counted, where no persons say it by what befell them.
double nounsComparability(const DivergenceContext &context, const FigureMention &a, const FigureMention &b,
                          double shared)
{
    const FigureValue &x = a.figure->value;
    const FigureValue &y = b.figure->value;
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
    const bool areKindred = noun >= KindredNoun || (a.figure->isPerson && b.figure->isPerson);
    if (areKindred && shared >= LeastCloseInformation && areClose(context, a, b))
        return shared;
    if (noun >= SameNoun)
        return shared >= (a.head == b.head ? LeastInformation : LeastKinInformation) ? shared : 0;
    const bool isVague = (x.precision == Precision::Vague) != (y.precision == Precision::Vague);
    return noun >= (isVague ? DistantNoun : KindredNoun) &&
                   shared >= (isVague ? LeastVagueInformation : MuchInformation) && !a.figure->isPerson &&
                   !b.figure->isPerson
               ? shared
               : 0;
}

} // namespace

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
    if (!isCounting(x))
        return amountsComparability(context, a, b, shared);
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
    return nounsComparability(context, a, b, shared);
}

} // namespace parallax
