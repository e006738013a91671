// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The story's stems: how much each says, and how alike two of them are.
#pragma once

#include "language/language.h"
#include "progress.h"
#include "story/story.h"

#include <QHash>

#include <bitset>
#include <span>
#include <vector>

namespace parallax {

/// Stems of the content words of all told passages, numbered in alphabetical order (so that nothing depends on the
/// order of the articles). Vectors and WordNet widen a match from the same stem to a kindred one.
class Vocabulary
{
public:
    /// Not to be used where `progress` said stop, see isComplete(). Cost: the pairs of stems.
    Vocabulary(const Story &story, const std::vector<ArticleLanguage> &language, Progress &progress = atOnce());

    bool isComplete() const { return m_isComplete; }
    int size() const { return static_cast<int>(m_idf.size()); }
    /// Number of a stem; -1 where no told passage has it.
    int id(const QString &stem) const { return m_ids.value(stem, -1); }
    /// Of each word of a passage the number of its stem where it is a content word, else -1. Empty for a passage that
    /// is set aside.
    std::span<const int> numbers(PassageRef passage) const
    {
        return m_numbers[static_cast<size_t>(passage.article)][static_cast<size_t>(passage.passage)];
    }
    /// Stem numbers of the content words among words [first, first + count) of a passage, in order, with repeats.
    std::vector<int> stems(PassageRef passage, int first, int count) const;
    std::vector<int> stems(PassageRef passage) const;
    std::vector<int> stems(PassageRef passage, const Sentence &sentence) const;

    /// ln((N + 1) / (passages with the stem + ½)), at least 0.05 (Robertson/Spärck Jones idf over the story's
    /// passages).
    double idf(int stem) const { return m_idf[static_cast<size_t>(stem)]; }
    /// How rare in the language, by the commonest of its forms: ln of a frequency rank, the greater the rarer.
    double rarity(int stem) const { return m_rarity[static_cast<size_t>(stem)]; }
    /// √(idf × rarity in the language): about 2 (common) to 6 (rare).
    double weight(int stem) const { return m_weight[static_cast<size_t>(stem)]; }
    /// 0…1: 1 for the same stem; else the greater of the vectors' cosine (0 below .35, stretched to 1; numbers match
    /// themselves only) and WordNet (.8 a shared concept, .5 a concept and its direct hypernym).
    double similarity(int a, int b) const;
    /// Kindred stems of one: every other stem with similarity above 0, by number, with the similarity.
    struct Kin {
        int stem = 0;
        double similarity = 0;
    };
    std::span<const Kin> kin(int stem) const;

    /// The greatest similarity of a stem to any of some others; those ascending, each once. 0 where there are none.
    double nearest(int stem, std::span<const int> others) const;

    /// Σ weight of the stems both lists hold (each once): how much information the two texts share.
    double sharedInformation(std::span<const int> a, std::span<const int> b) const;
    /// Share of `a`'s weight that `b` covers, each stem by its most similar one; 0…1, 0 for empty `a`. Not symmetric.
    double cover(std::span<const int> a, std::span<const int> b) const;
    /// Mean of the two covers.
    double similarityOf(std::span<const int> a, std::span<const int> b) const
    {
        return (cover(a, b) + cover(b, a)) / 2;
    }

private:
    static constexpr std::size_t SketchBits = 256;

    /// False for most stems that are no kin, without a search (a Bloom filter of one hash, their number).
    bool mayBeKin(int a, int b) const
    {
        return m_sketches[static_cast<std::size_t>(a)].test(static_cast<std::size_t>(b) % SketchBits);
    }

    bool m_isComplete = false;
    QHash<QString, int> m_ids;
    std::vector<std::vector<std::vector<int>>> m_numbers; ///< by article, passage, word
    std::vector<double> m_idf;
    std::vector<double> m_rarity;
    std::vector<double> m_weight;
    std::vector<std::vector<Kin>> m_kin;
    std::vector<std::bitset<SketchBits>> m_sketches; ///< of each stem which numbers its kin may have
};

/// A list's numbers ascending, each once.
std::vector<int> eachOnce(std::span<const int> stems);

} // namespace parallax
