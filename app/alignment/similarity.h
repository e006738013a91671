// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How alike two passages are, seen in several ways.
#pragma once

#include "alignment/vocabulary.h"
#include "language/language.h"
#include "progress.h"

#include <QString>

#include <optional>
#include <vector>

namespace parallax {

/// A number for every ordered pair of passages; N × N floats.
class PairMatrix
{
public:
    explicit PairMatrix(int size = 0)
        : m_size(size)
        , m_cells(static_cast<std::size_t>(size) * static_cast<std::size_t>(size))
    {
    }
    int size() const { return m_size; }
    float &at(int row, int column) { return m_cells[index(row, column)]; }
    float at(int row, int column) const { return m_cells[index(row, column)]; }
    float *row(int row) { return m_cells.data() + index(row, 0); }
    const float *row(int row) const { return m_cells.data() + index(row, 0); }

private:
    std::size_t index(int row, int column) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_size) + static_cast<std::size_t>(column);
    }

    int m_size;
    std::vector<float> m_cells;
};

/// A told passage as the measures see it. The order of a vector of them is the caller's; give them in an order that
/// depends on their texts alone and the results do too, to the last bit.
struct Unit {
    PassageRef ref;
    QString language;                        ///< the article's, without script and country; empty where not known
    int article = 0;                         ///< passages with equal `article` are never compared; 0 …
    QString line;                            ///< folded words joined by single spaces, a space before and after
    std::vector<int> stems;                  ///< in order, with repeats
    std::vector<std::vector<int>> sentences; ///< the same, a sentence each
};

Unit unitOf(PassageRef ref, const PassageLanguage &passage, const Vocabulary &vocabulary);

/// The direct measures of ALIGNMENT's recipe; every matrix is symmetric.
struct Measures {
    PairMatrix wordCosine;          ///< TF-IDF cosine of the stems (Salton), term frequency 1 + ln tf
    PairMatrix skipPairs;           ///< ln(1 + information of shared pairs of stems at most five content words apart)
    PairMatrix characterCosine;     ///< TF-IDF cosine of character 4-grams: survives spelling variants and inflection
    PairMatrix sentenceInformation; ///< ln(1 + information shared by the best two sentences)
    PairMatrix softCover;           ///< mean two-way cover with kindred stems
    PairMatrix sentenceCover;       ///< best two sentences by the lesser of their two covers
    PairMatrix information;         ///< ln(1 + idf of shared stems)
};

/// nullopt when `progress` says stop. Cost: N² cells, and a step for every stem two passages share.
std::optional<Measures> measure(const std::vector<Unit> &units, const Vocabulary &vocabulary, Progress &progress);

} // namespace parallax
