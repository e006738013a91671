// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Standardised measures → kinship of the articles → log odds → probability.
//!
//! What standardising can't do: say that *nothing* matches. Two guards with absolute measures do: a pair that shares
//! next to no information is never linked, and a pair that says the same in the same words always may be.
//! Tested by tst_alignment.cpp.

#include "alignment/scores.h"

#include "alignment/standardised.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

/// Information (ln(1 + Σ weight)) the best two sentences must share: about one rare and one ordinary word.
constexpr float LeastInformation = 1.6F;
/// Log odds from that information alone: even at 2.5 (read off the annotated stories and News-Synth). In a story
/// of few pairs, mean and deviation say little; it then stands in for the standardised measures, as if it were worth
/// this many pairs.
constexpr double EvenInformation = 2.5;
constexpr double InformationSlope = 3.5;
constexpr double PriorPairs = 50;
/// Kinship of articles from which more says nothing more, and the log odds that a whole unit of it is worth. Tried on
/// ECB+ (two like happenings in one folder) and on stories of one happening, which it must leave alone.
constexpr double CloseKinship = 0.7;
constexpr double KinshipWeight = 25;
/// Share of the log odds by which it falls behind that a pair of two lone articles loses (tried on News-Synth).
constexpr double Competition = 0.35;
/// Mean two-way cover from which two passages are tellings of one text, whatever the rest of the story looks like.
constexpr float SameText = 0.75F;

void addWeighted(PairMatrix &sum, const PairMatrix &matrix, double weight)
{
    const auto factor = static_cast<float>(weight);
    const auto lowest = static_cast<float>(fittedWeights().lowest);
    const auto highest = static_cast<float>(fittedWeights().highest);
    for (int i = 0; i < sum.size(); ++i) {
        const float *from = matrix.row(i);
        float *to = sum.row(i);
        for (int j = 0; j < sum.size(); ++j)
            to[j] += factor * std::clamp(from[j], lowest, highest);
    }
}

/// Pairs of articles that tell of one happening gain, pairs of other articles lose, and a story whose articles all
/// belong together keeps its log odds: what counts is the kinship less its mean over the story's pairs.
void addKinship(PairMatrix &odds, const std::vector<Unit> &units, const PairMatrix &kinship)
{
    const auto near = [&](int i, int j) {
        return std::min(CloseKinship, static_cast<double>(kinship.at(units[static_cast<std::size_t>(i)].article,
                                                                     units[static_cast<std::size_t>(j)].article)));
    };
    double sum = 0;
    double count = 0;
    for (int i = 0; i < odds.size(); ++i) {
        for (int j = 0; j < odds.size(); ++j) {
            if (areCross(units, i, j)) {
                sum += near(i, j);
                ++count;
            }
        }
    }
    const double mean = count > 0 ? sum / count : 0;
    for (int i = 0; i < odds.size(); ++i) {
        for (int j = 0; j < odds.size(); ++j)
            odds.at(i, j) += static_cast<float>(KinshipWeight * (near(i, j) - mean));
    }
}

/// Between two articles alone there are no third passages to tell a chance likeness from a match. Their passages
/// compete instead: a pair loses by how far it falls behind the best of either passage in the other's article. With
/// every further article third passages do more and competition less.
void subtractCompetition(PairMatrix &odds, const std::vector<Unit> &units, int articles)
{
    if (articles < 2)
        return;
    const int size = odds.size();
    std::vector<std::vector<float>> best(static_cast<std::size_t>(size),
                                         std::vector<float>(static_cast<std::size_t>(articles), -HUGE_VALF));
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < size; ++j) {
            float &cell =
                best[static_cast<std::size_t>(i)][static_cast<std::size_t>(units[static_cast<std::size_t>(j)].article)];
            cell = std::max(cell, odds.at(i, j));
        }
    }
    const auto bestOf = [&](int i, int j) {
        return best[static_cast<std::size_t>(i)][static_cast<std::size_t>(units[static_cast<std::size_t>(j)].article)];
    };
    const auto weight = static_cast<float>(Competition / std::pow(articles - 1.0, 3));
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < size; ++j) {
            odds.at(i, j) -= weight * (bestOf(i, j) + bestOf(j, i) - 2 * odds.at(i, j));
        }
    }
}

/// How far the story's own statistics are to be trusted, 0…1, by its number of pairs.
double shareOfTrust(const std::vector<Unit> &units)
{
    double pairs = 0;
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        for (int j = i + 1; j < static_cast<int>(units.size()); ++j)
            pairs += areCross(units, i, j);
    }
    return pairs / (pairs + PriorPairs);
}

/// Whether two passages are in different languages. All they can share is names, figures and dates: next to pairs of
/// one language they always look unlike, so the information they do share is all that counts.
bool areForeign(const std::vector<Unit> &units, int i, int j)
{
    const QString &a = units[static_cast<std::size_t>(i)].language;
    const QString &b = units[static_cast<std::size_t>(j)].language;
    return !a.isEmpty() && !b.isEmpty() && a != b;
}

} // namespace

std::optional<PairMatrix> score(const std::vector<Unit> &units, const Measures &measures, const PairMatrix &kinship,
                                Progress &progress)
{
    const std::optional<StandardisedMeasures> standard = standardise(units, measures, progress);
    if (!standard)
        return std::nullopt;
    const Weights &fitted = fittedWeights();
    const int size = static_cast<int>(units.size());
    PairMatrix odds(size);
    for (std::size_t m = 0; m < MeasureCount; ++m)
        addWeighted(odds, standard->of[m], fitted.of[m]);
    addKinship(odds, units, kinship);
    subtractCompetition(odds, units, kinship.size());

    const double trust = shareOfTrust(units);
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < size; ++j) {
            float &cell = odds.at(i, j);
            const double absolute = InformationSlope * (measures.sentenceInformation.at(i, j) - EvenInformation);
            const double own = areForeign(units, i, j) ? 0 : trust;
            const double logOdds = own * (cell + fitted.bias) + (1 - own) * absolute;
            const bool saysEnough = measures.sentenceInformation.at(i, j) >= LeastInformation;
            const float sameText = measures.softCover.at(i, j) >= SameText ? measures.softCover.at(i, j) : 0;
            const auto probability = static_cast<float>(saysEnough ? 1 / (1 + std::exp(-logOdds)) : 0);
            cell = areCross(units, i, j) ? std::max(probability, std::min(sameText, 0.999F)) : 0;
        }
    }
    return odds;
}

} // namespace parallax
