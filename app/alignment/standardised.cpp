// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Measures → z-scores → support through third passages.
//!
//! A cosine of .2 is much in one story and nothing in another; minus the story's mean and over its standard deviation
//! it means the same everywhere. That alone was worth .08 of F1 (ALIGNMENT.md). Support: two passages that a third one
//! resembles both are likelier to belong together. Tested by tst_alignment.cpp.

#include "alignment/standardised.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr int ExactSupport = 1000;     // units up to which every third passage is looked at
constexpr std::size_t Neighbours = 50; // beyond, the nearest ones of each

/// Standardises in place over the pairs of different articles.
void standardiseOne(PairMatrix &matrix, const std::vector<Unit> &units)
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

} // namespace

std::optional<StandardisedMeasures> standardise(const std::vector<Unit> &units, Measures measures, Progress &progress)
{
    const int size = static_cast<int>(units.size());
    StandardisedMeasures all{.of = {std::move(measures.wordCosine), std::move(measures.skipPairs),
                                    std::move(measures.characterCosine), std::move(measures.sentenceInformation),
                                    std::move(measures.softCover), std::move(measures.sentenceCover),
                                    std::move(measures.information), PairMatrix(), PairMatrix()},
                             .mean = PairMatrix(size)};
    constexpr std::size_t direct = 6;
    constexpr std::size_t given = 7;
    for (std::size_t m = 0; m < given; ++m)
        standardiseOne(all.of[m], units);
    for (std::size_t m = 0; m < direct; ++m) {
        for (int i = 0; i < size; ++i) {
            const float *from = all.of[m].row(i);
            float *to = all.mean.row(i);
            for (int j = 0; j < size; ++j)
                to[j] += from[j] / static_cast<float>(direct);
        }
    }
    PartOfStage first(progress, 0, 2);
    std::optional<PairMatrix> third = thirdPassage(all.mean, first);
    PartOfStage second(progress, 1, 2);
    std::optional<PairMatrix> walk = third ? twoStepWalk(all.mean, units, second) : std::nullopt;
    if (!walk)
        return std::nullopt;
    standardiseOne(*third, units);
    standardiseOne(*walk, units);
    all.of[given] = std::move(*third);
    all.of[given + 1] = std::move(*walk);
    return all;
}

} // namespace parallax
