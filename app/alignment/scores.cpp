// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Measures → z-scores → support through third passages → log odds → probability.
//!
//! A cosine of .2 is much in one story and nothing in another; minus the story's mean and over its standard deviation
//! it means the same everywhere. That alone was worth .08 of F1 (ALIGNMENT.md). Support: two passages that a third one
//! resembles both are likelier to belong together.
//! What standardising can't do: say that *nothing* matches. Two guards with absolute measures do: a pair that shares
//! next to no information is never linked, and a pair that says the same in the same words always may be.
//! Tested by tst_alignment.cpp.

#include "alignment/scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace parallax {

namespace {

/// Weights of the standardised measures, fitted by logistic regression on kremlin-2017, air-france-447, News-Synth and
/// the annotated pairs of ECB+ (benchmarks/prototype/passage_weights.json). Values are clipped before weighting.
struct Weights {
    double bias = -3.1524235234614615;
    double wordCosine = -0.0255862392962958;
    double skipPairs = -0.005292425595259121;
    double characterCosine = 0.2770860010437599;
    double sentenceInformation = 0.13666461664861415;
    double softCover = 0.2446893433129252;
    double sentenceCover = 0.1775431976529051;
    double information = 0.3954208611970761;
    double third = 0.0660430552907555;
    double walk = 0.38109587892565444;
};
constexpr Weights Fitted;
constexpr double LowestZ = -4;
constexpr double HighestZ = 12;

constexpr int ExactSupport = 1000;     // units up to which every third passage is looked at
constexpr std::size_t Neighbours = 50; // beyond, the nearest ones of each

/// Information (ln(1 + Σ weight)) the best two sentences must share: about one rare and one ordinary word.
constexpr float LeastInformation = 1.6F;
/// Log odds from that information alone: even at 2.65, three to one at 3 (read off the annotated stories). In a story
/// of few pairs, mean and deviation say little; it then stands in for the standardised measures, as if it were worth
/// this many pairs.
constexpr double EvenInformation = 2.65;
constexpr double InformationSlope = 3.5;
constexpr double PriorPairs = 50;
/// Mean two-way cover from which two passages are tellings of one text, whatever the rest of the story looks like.
constexpr float SameText = 0.75F;

bool areCross(const std::vector<Unit> &units, int i, int j)
{
    return units[static_cast<std::size_t>(i)].article != units[static_cast<std::size_t>(j)].article;
}

/// Standardises in place over the pairs of different articles.
void standardise(PairMatrix &matrix, const std::vector<Unit> &units)
{
    double sum = 0;
    double squares = 0;
    double count = 0;
    for (int i = 0; i < matrix.size(); ++i) {
        const float *row = matrix.row(i);
        for (int j = 0; j < matrix.size(); ++j) {
            if (areCross(units, i, j)) {
                sum += row[j];
                squares += static_cast<double>(row[j]) * static_cast<double>(row[j]);
                ++count;
            }
        }
    }
    const double mean = count > 0 ? sum / count : 0;
    const double deviation = count > 0 ? std::sqrt(std::max(0.0, squares / count - mean * mean)) : 0;
    const auto scale = static_cast<float>(1 / (deviation + 1e-6));
    const auto centre = static_cast<float>(mean);
    for (int i = 0; i < matrix.size(); ++i) {
        float *row = matrix.row(i);
        for (int j = 0; j < matrix.size(); ++j)
            row[j] = (row[j] - centre) * scale;
    }
}

void addWeighted(PairMatrix &sum, const PairMatrix &matrix, double weight)
{
    const auto factor = static_cast<float>(weight);
    for (int i = 0; i < sum.size(); ++i) {
        const float *from = matrix.row(i);
        float *to = sum.row(i);
        for (int j = 0; j < sum.size(); ++j)
            to[j] += factor * std::clamp(from[j], static_cast<float>(LowestZ), static_cast<float>(HighestZ));
    }
}

/// The units a third passage is looked for among, nearest first; all of them in a story of ordinary size.
std::vector<int> neighboursOf(const PairMatrix &mean, int unit)
{
    std::vector<int> order;
    for (int k = 0; k < mean.size(); ++k) {
        if (k != unit)
            order.push_back(k);
    }
    if (mean.size() > ExactSupport) {
        const float *row = mean.row(unit);
        const auto nearer = [row](int a, int b) { return row[a] != row[b] ? row[a] > row[b] : a < b; };
        std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(Neighbours), nearer);
        order.resize(Neighbours);
    }
    return order;
}

/// T(i, j): the best third passage k, by the lesser of mean(i, k) and mean(k, j); a passage is no third to itself.
std::optional<PairMatrix> thirdPassage(const PairMatrix &mean, Progress &progress)
{
    constexpr float none = -9;
    const int size = mean.size();
    PairMatrix off = mean;
    for (int i = 0; i < size; ++i)
        off.at(i, i) = none;
    PairMatrix third(size);
    for (int i = 0; i < size; ++i) {
        if (!progress.step(Stage::Align, i, size))
            return std::nullopt;
        float *row = third.row(i);
        std::fill(row, row + size, none);
        for (const int k : neighboursOf(mean, i)) {
            const float near = off.at(i, k);
            const float *far = off.row(k);
            for (int j = 0; j < size; ++j)
                row[j] = std::max(row[j], std::min(near, far[j]));
        }
    }
    for (int i = 0; i < size; ++i) {
        for (int j = i + 1; j < size; ++j)
            third.at(i, j) = third.at(j, i) = std::max(third.at(i, j), third.at(j, i));
    }
    return third;
}

/// ln of a two-step random walk between articles, normalised so that a passage with many neighbours counts less.
std::optional<PairMatrix> twoStepWalk(const PairMatrix &mean, const std::vector<Unit> &units, Progress &progress)
{
    const int size = mean.size();
    PairMatrix step(size);
    std::vector<double> degree(static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < size; ++j) {
            if (areCross(units, i, j))
                step.at(i, j) = std::exp(std::min(2 * mean.at(i, j), 6.0F));
            degree[static_cast<std::size_t>(i)] += step.at(i, j);
        }
    }
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < size; ++j)
            step.at(i, j) /= static_cast<float>(
                std::max(1e-9, std::sqrt(degree[static_cast<std::size_t>(i)] * degree[static_cast<std::size_t>(j)])));
    }
    PairMatrix walk(size);
    for (int i = 0; i < size; ++i) {
        if (!progress.step(Stage::Align, i, size))
            return std::nullopt;
        float *row = walk.row(i);
        for (const int k : neighboursOf(mean, i)) {
            const float first = step.at(i, k);
            const float *second = step.row(k);
            for (int j = 0; j < size; ++j)
                row[j] += first * second[j];
        }
    }
    for (int i = 0; i < size; ++i) {
        for (int j = i; j < size; ++j)
            walk.at(i, j) = walk.at(j, i) = std::log((walk.at(i, j) + walk.at(j, i)) / 2 + 1e-6F);
    }
    return walk;
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

} // namespace

std::optional<PairMatrix> score(const std::vector<Unit> &units, const Measures &measures, Progress &progress)
{
    const int size = static_cast<int>(units.size());
    PairMatrix odds(size);
    PairMatrix mean(size);
    const std::array averaged{std::pair{&measures.wordCosine, Fitted.wordCosine},
                              std::pair{&measures.skipPairs, Fitted.skipPairs},
                              std::pair{&measures.characterCosine, Fitted.characterCosine},
                              std::pair{&measures.sentenceInformation, Fitted.sentenceInformation},
                              std::pair{&measures.softCover, Fitted.softCover},
                              std::pair{&measures.sentenceCover, Fitted.sentenceCover}};
    for (const auto &[matrix, weight] : averaged) {
        PairMatrix z = *matrix;
        standardise(z, units);
        addWeighted(odds, z, weight);
        for (int i = 0; i < size; ++i) {
            for (int j = 0; j < size; ++j)
                mean.at(i, j) += z.at(i, j) / static_cast<float>(averaged.size());
        }
    }
    PairMatrix information = measures.information;
    standardise(information, units);
    addWeighted(odds, information, Fitted.information);
    std::optional<PairMatrix> third = thirdPassage(mean, progress);
    std::optional<PairMatrix> walk = third ? twoStepWalk(mean, units, progress) : std::nullopt;
    if (!walk)
        return std::nullopt;
    standardise(*third, units);
    addWeighted(odds, *third, Fitted.third);
    standardise(*walk, units);
    addWeighted(odds, *walk, Fitted.walk);

    const double trust = shareOfTrust(units);
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < size; ++j) {
            float &cell = odds.at(i, j);
            const double absolute = InformationSlope * (measures.sentenceInformation.at(i, j) - EvenInformation);
            const double logOdds = trust * (cell + Fitted.bias) + (1 - trust) * absolute;
            const bool saysEnough = measures.sentenceInformation.at(i, j) >= LeastInformation;
            const float sameText = measures.softCover.at(i, j) >= SameText ? measures.softCover.at(i, j) : 0;
            const auto probability = static_cast<float>(saysEnough ? 1 / (1 + std::exp(-logOdds)) : 0);
            cell = areCross(units, i, j) ? std::max(probability, std::min(sameText, 0.999F)) : 0;
        }
    }
    return odds;
}

double expectedF1Cut(const PairMatrix &probabilities, const std::vector<Unit> &units, double share)
{
    std::vector<float> sorted;
    for (int i = 0; i < probabilities.size(); ++i) {
        for (int j = i + 1; j < probabilities.size(); ++j) {
            if (areCross(units, i, j) && probabilities.at(i, j) > 0)
                sorted.push_back(probabilities.at(i, j));
        }
    }
    std::ranges::sort(sorted, std::greater{});
    const double expected = std::accumulate(sorted.begin(), sorted.end(), 0.0);
    double hits = 0;
    double best = 0;
    std::size_t bestCount = 0;
    for (std::size_t k = 0; k < sorted.size(); ++k) {
        hits += sorted[k];
        if (const double f1 = 2 * hits / (static_cast<double>(k + 1) + expected); f1 > best) {
            best = f1;
            bestCount = k + 1;
        }
    }
    // A handful of links closes no triangle: the share is taken of what goes beyond.
    constexpr std::size_t handful = 10;
    const std::size_t beyond = bestCount - std::min(bestCount, handful);
    const std::size_t kept =
        bestCount - beyond + static_cast<std::size_t>(std::ceil(static_cast<double>(beyond) * share));
    constexpr double noPair = 2;
    return kept > 0 ? sorted[kept - 1] : noPair;
}

} // namespace parallax
