// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What two articles have in common: text they share word for word, and events they both tell.
#pragma once

#include "comparison/comparison.h"

#include <vector>

namespace parallax {

/// Words that must follow one another in both articles before they count as shared text. Shorter runs are the common
/// stock of the language ("at a press conference on Tuesday"); a longer one would lose what a light hand has edited.
constexpr int SharedRunLength = 6;

/// Every pair of articles of a story, by their 0-based indexes. Regular value; the pairs of an article with itself
/// hold its own totals.
class Sharing
{
public:
    Sharing() = default;
    explicit Sharing(int articleCount);

    int articleCount() const { return m_articleCount; }
    /// Words of the article's told passages.
    int words(int article) const { return m_words[index(article, article)]; }
    /// Words of `article` that stand, in the same order, in a run of SharedRunLength or more that `other` has too:
    /// quotations count like other text. Not the same the other way round where one of them repeats itself.
    int sharedWords(int article, int other) const { return m_words[index(article, other)]; }
    /// sharedWords as a share of the words of `article`, 0…1; 0 for an article without words.
    double sharedShare(int article, int other) const;
    /// Events both articles tell; those an article tells at all where both are the same.
    int events(int article, int other) const { return m_events[index(article, other)]; }

    friend bool operator==(const Sharing &, const Sharing &) = default;
    friend Sharing findSharing(const Comparison &comparison);

private:
    size_t index(int article, int other) const
    {
        return static_cast<size_t>(article) * static_cast<size_t>(m_articleCount) + static_cast<size_t>(other);
    }

    int m_articleCount = 0;
    std::vector<int> m_words;
    std::vector<int> m_events;
};

/// Compares every pair of articles. An empty comparison gives an empty Sharing. Cost: words, times the articles that
/// share them; some milliseconds for a story of fifty articles.
Sharing findSharing(const Comparison &comparison);

} // namespace parallax
