// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_divergence_figures.cpp.
#include "divergence/alignedreadings.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace parallax {

namespace {

/// Readings that the others are held against: a name may be read in hundreds of articles.
constexpr size_t MostCompared = 16;

SentenceRef sentenceOf(const DivergenceContext &context, const Reading &reading)
{
    const std::vector<Sentence> &sentences = context.languageOf(reading.passage).sentences;
    const auto found =
        std::ranges::upper_bound(sentences, reading.span.start, {}, [](const Sentence &s) { return s.span.end(); });
    return {reading.passage, static_cast<int>(found - sentences.begin())};
}

} // namespace

std::vector<AlignedReadings> alignedReadings(const DivergenceContext &context, std::span<const Reading> readings)
{
    std::vector<SentenceRef> sentences;
    for (const Reading &reading : readings)
        sentences.push_back(sentenceOf(context, reading));
    std::vector<AlignedReadings> pairs;
    for (size_t i = 0; i < readings.size(); ++i) {
        std::optional<AlignedReadings> best;
        std::tuple<bool, bool, double> most; // whether the sentences are paired, whether the groups differ, how alike
        for (size_t k = 0; k < std::min(readings.size(), MostCompared); ++k) {
            if (readings[i].passage.article == readings[k].passage.article)
                continue;
            const auto &[low, high] = std::minmax(i, k);
            const SentencePair *pair = context.pairOf(sentences[low], sentences[high]);
            if (!pair && !context.linked(readings[i].passage, readings[k].passage))
                continue;
            const std::tuple here{pair != nullptr, readings[i].group != readings[k].group, pair ? pair->similarity : 0};
            if (best && here <= most)
                continue;
            most = here;
            best = AlignedReadings{static_cast<int>(low), static_cast<int>(high), std::get<double>(here),
                                   pair && pair->isBest};
        }
        if (best)
            pairs.push_back(*best);
    }
    const auto order = [](const AlignedReadings &pair) { return std::pair(pair.a, pair.b); };
    std::ranges::sort(pairs, {}, order);
    const auto repeated = std::ranges::unique(pairs, {}, order);
    pairs.erase(repeated.begin(), repeated.end());
    return pairs;
}

} // namespace parallax
