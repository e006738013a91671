// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What every rule of divergence looks at: the story, its language, its events, and which sentences say the same.
#pragma once

#include "alignment/alignment.h"
#include "alignment/vocabulary.h"
#include "divergence/wordfacts.h"
#include "language/language.h"
#include "story/story.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace parallax {

/// One sentence of a passage; `sentence` is a 0-based index into PassageLanguage::sentences.
struct SentenceRef {
    PassageRef passage;
    int sentence = 0;

    friend auto operator<=>(const SentenceRef &, const SentenceRef &) = default;
};

/// Two sentences of linked passages; a.passage.article < b.passage.article.
struct SentencePair {
    SentenceRef a;
    SentenceRef b;
    double similarity = 0; ///< how alike their content words are, 0…1
    bool isBest = false;   ///< chosen when the sentences of the two passages are paired one to one, most alike first

    friend bool operator==(const SentencePair &, const SentencePair &) = default;
};

/// A value for every passage of a story.
template <typename Value>
class PassageTable
{
public:
    explicit PassageTable(const Story &story)
    {
        for (const Article &article : story.articles)
            m_values.emplace_back(article.passages.size());
    }
    Value &operator[](PassageRef ref)
    {
        return m_values[static_cast<size_t>(ref.article)][static_cast<size_t>(ref.passage)];
    }
    const Value &operator[](PassageRef ref) const
    {
        return m_values[static_cast<size_t>(ref.article)][static_cast<size_t>(ref.passage)];
    }

private:
    std::vector<std::vector<Value>> m_values;
};

/// Built once for a story; the references must outlive it. Building costs the sentence pairs of linked passages.
/// Not to be used where `progress` said stop, see isComplete().
class DivergenceContext
{
public:
    DivergenceContext(const Story &story, const std::vector<ArticleLanguage> &language, const Alignment &alignment,
                      const Vocabulary &vocabulary, Progress &progress = atOnce());

    bool isComplete() const { return m_isComplete; }
    /// Whether a rule may leave off, whatever it has found by then: nobody waits for it any more.
    bool isStopped() const { return m_progress.isStopped(); }

    const Story &story;
    const std::vector<ArticleLanguage> &language;
    const Alignment &alignment;
    const Vocabulary &vocabulary;

    const PassageLanguage &languageOf(PassageRef ref) const;
    const WordFacts &facts(PassageRef ref, int word) const { return m_facts.of(ref, word); }
    const QString &textOf(PassageRef ref) const { return story.passage(ref).text; }

    /// Whether two passages of different articles share an event, or a sentence each that tells much the same: the
    /// alignment weighs whole paragraphs and passes over an act told in one clause of a long one.
    bool linked(PassageRef a, PassageRef b) const;
    /// The same passage, or linked.
    bool together(PassageRef a, PassageRef b) const { return a == b || linked(a, b); }
    /// The pairs of passages that are linked, each once, the lower article first; ordered.
    const std::vector<std::pair<PassageRef, PassageRef>> &linkedPairs() const { return m_linked; }
    /// Every passage that is linked to another, ordered.
    const std::vector<PassageRef> &passages() const { return m_passages; }
    /// Passages linked to one, ordered.
    const std::vector<PassageRef> &neighboursOf(PassageRef ref) const { return m_neighbours[ref]; }
    /// Visits the pairs i < k of mentions whose passages are linked, in order; `passages`: of each mention, ascending.
    /// Cost: the links of those passages and the pairs, not all pairs of mentions.
    template <typename Visit>
    void forLinkedMentions(std::span<const PassageRef> passages, Visit visit) const
    {
        for (size_t i = 0; i < passages.size() && !isStopped(); ++i) {
            const std::vector<PassageRef> &neighbours = neighboursOf(passages[i]);
            auto from = passages.begin() + static_cast<std::ptrdiff_t>(i) + 1;
            for (auto other = std::ranges::upper_bound(neighbours, passages[i]); other != neighbours.end(); ++other) {
                const auto there = std::ranges::equal_range(from, passages.end(), *other);
                for (auto k = there.begin(); k != there.end(); ++k)
                    visit(static_cast<int>(i), static_cast<int>(k - passages.begin()));
                from = there.end();
            }
        }
    }
    /// Indexes into Alignment::events, ascending.
    const std::vector<int> &eventsOf(PassageRef ref) const { return m_events[ref]; }
    /// Pairs of sentences of linked passages that have something in common, ordered by a, then b.
    const std::vector<SentencePair> &sentencePairs() const { return m_pairs; }

    /// The pair of two sentences among them, a.passage.article < b.passage.article; nullptr where it is none.
    const SentencePair *pairOf(const SentenceRef &a, const SentenceRef &b) const;

    /// Stems of the content words of a sentence, or of words [first, first + count), as the vocabulary numbers them.
    std::vector<int> stemsOf(SentenceRef ref) const;
    std::vector<int> stemsOf(PassageRef ref, int first, int count) const;
    /// Of one word; -1 of one without content.
    int stemOf(PassageRef ref, int word) const;

    /// How much a stem says. In a long story Vocabulary::weight; in a short one, where every word of a paragraph told
    /// twice is frequent, the story's own statistics count for less and the language's for more.
    double weight(int stem) const { return m_weight[static_cast<size_t>(stem)]; }
    /// Σ weight of the stems both lists hold, each once.
    double sharedInformation(std::span<const int> a, std::span<const int> b) const;
    /// The same of lists that are ascending and hold each stem once, see eachOnce().
    double sharedOfSorted(std::span<const int> a, std::span<const int> b) const;
    /// Share of `a`'s weight that `b` covers, each stem by its most similar one; 0…1, 0 for empty `a`.
    double cover(std::span<const int> a, std::span<const int> b) const;
    /// Mean of the two covers.
    double similarityOf(std::span<const int> a, std::span<const int> b) const;

    /// Whether an article has a passage of an event.
    bool tells(int article, int event) const;
    /// Of the events that hold any of the passages the one that most of their articles tell, among those the one that
    /// holds most; the first of equals. -1 where none holds any.
    int eventHolding(const std::vector<PassageRef> &passages) const;

private:
    double coverBySorted(std::span<const int> a, std::span<const int> sorted) const;
    double coverWithin(std::span<const int> told, const std::vector<double> &reach) const;
    void addLinkedPairs();
    void addSentencePairs(Progress &progress);

    const Progress &m_progress;
    bool m_isComplete = false;
    StoryWordFacts m_facts;
    std::vector<double> m_weight;
    std::vector<std::pair<PassageRef, PassageRef>> m_linked;
    std::vector<PassageRef> m_passages;
    PassageTable<std::vector<PassageRef>> m_neighbours;
    PassageTable<std::vector<int>> m_events;
    std::vector<SentencePair> m_pairs;
};

} // namespace parallax
