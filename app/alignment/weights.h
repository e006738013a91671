// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The fitted weights of the score, read from resources/alignment/weights.json.
#pragma once

#include <array>
#include <string_view>

namespace parallax {

/// The measures of a pair, as weights.json and `--dump measures` name them; alignment/similarity.h says what each is.
/// The last two are support: the best third passage, and a two-step walk over third passages.
constexpr std::array<std::string_view, 9> MeasureNames{"wordCosine",          "skipPairs", "characterCosine",
                                                       "sentenceInformation", "softCover", "sentenceCover",
                                                       "information",         "third",     "walk"};
constexpr std::size_t MeasureCount = MeasureNames.size();

/// Log odds of a pair = bias + Σ weight × standardised measure, each clipped to lowest…highest before weighting.
struct Weights {
    double bias = 0;
    double lowest = 0;
    double highest = 0;
    std::array<double, MeasureCount> of{}; ///< in the order of MeasureNames
};

/// The weights the program was built with; read once. resources/alignment/refit.py fits new ones.
const Weights &fittedWeights();

} // namespace parallax
