// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Articles by their words → average linkage → the level at which two of them join.
//!
//! Two quakes in one folder share "magnitude", "epicentre" and "tremor", and a paragraph on one resembles a paragraph
//! on the other more than most paragraphs of its own story. Whole articles tell them apart better: an article on the
//! northern quake is nearer to every other one on it than to any on the southern. Words count here by their rarity in
//! the language alone; rarity in the story would favour what few articles mention, and split tellings of one event.
//! The wrong alternative is a threshold on the cosine itself: what is near in one folder is far in another, so each
//! cosine is taken relative to the greatest that either article has. Clustering: Müllner, Modern hierarchical,
//! agglomerative clustering algorithms (2011), nearest-neighbour chain. Tested by tst_alignment.cpp.

#include "alignment/articlekinship.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace parallax {

namespace {

/// Kinship from which articles report one event. Of folders that hold two alike events (ECB+: two quakes, two trials)
/// two thirds come apart here, and one of twenty that hold one; .3 gave half and none, .5 nine of ten and one of eight.
constexpr float LeastKinship = 0.4F;

int articlesOf(const std::vector<Unit> &units)
{
    int count = 0;
    for (const Unit &unit : units)
        count = std::max(count, unit.article + 1);
    return count;
}

/// Cosine of the articles' stems, (1 + ln tf) × rarity in the language.
PairMatrix articleCosines(const std::vector<Unit> &units, const Vocabulary &vocabulary, int articles)
{
    std::vector<std::map<int, float>> vectors(static_cast<std::size_t>(articles));
    for (const Unit &unit : units) {
        for (const int stem : unit.stems)
            ++vectors[static_cast<std::size_t>(unit.article)][stem];
    }
    struct Posting {
        int article = 0;
        float value = 0;
    };
    std::vector<std::vector<Posting>> postings(static_cast<std::size_t>(vocabulary.size()));
    for (int a = 0; a < articles; ++a) {
        std::map<int, float> &vector = vectors[static_cast<std::size_t>(a)];
        double squares = 0;
        for (auto &[stem, value] : vector) {
            value = (1 + std::log(value)) * static_cast<float>(vocabulary.rarity(stem));
            squares += static_cast<double>(value) * static_cast<double>(value);
        }
        const auto length = static_cast<float>(std::sqrt(squares) + 1e-9);
        for (const auto &[stem, value] : vector)
            postings[static_cast<std::size_t>(stem)].push_back({a, value / length});
    }
    const auto size = static_cast<std::size_t>(articles);
    std::vector<double> sums(size * size);
    for (const std::vector<Posting> &holders : postings) {
        for (std::size_t i = 0; i < holders.size(); ++i) {
            double *row = sums.data() + static_cast<std::size_t>(holders[i].article) * size;
            for (std::size_t k = i + 1; k < holders.size(); ++k)
                row[holders[k].article] +=
                    static_cast<double>(holders[i].value) * static_cast<double>(holders[k].value);
        }
    }
    PairMatrix cosines(articles);
    for (int a = 0; a < articles; ++a) {
        for (int b = a + 1; b < articles; ++b)
            cosines.at(a, b) = cosines.at(b, a) =
                static_cast<float>(sums[static_cast<std::size_t>(a) * size + static_cast<std::size_t>(b)]);
    }
    return cosines;
}

/// Distance 0…1: one less the cosine relative to the greatest either article has with another.
PairMatrix relativeDistances(const PairMatrix &cosines)
{
    const int size = cosines.size();
    std::vector<float> greatest(static_cast<std::size_t>(size));
    for (int a = 0; a < size; ++a)
        greatest[static_cast<std::size_t>(a)] = *std::max_element(cosines.row(a), cosines.row(a) + size);
    PairMatrix distances(size);
    for (int a = 0; a < size; ++a) {
        for (int b = 0; b < size; ++b) {
            const float scale =
                std::sqrt(greatest[static_cast<std::size_t>(a)] * greatest[static_cast<std::size_t>(b)]);
            const float near = scale > 1e-9F ? cosines.at(a, b) / scale : 0;
            distances.at(a, b) = a == b ? 0 : 1 - std::clamp(near, 0.0F, 1.0F);
        }
    }
    return distances;
}

/// Cophenetic distances of average linkage: the height at which two articles come into one cluster.
class Linkage
{
public:
    explicit Linkage(PairMatrix distances)
        : m_distances(std::move(distances))
        , m_heights(m_distances.size())
    {
        for (int a = 0; a < m_distances.size(); ++a)
            m_members.push_back({a});
    }

    PairMatrix heights()
    {
        std::vector<int> chain;
        for (int merges = 1; merges < m_distances.size(); ++merges) {
            if (chain.empty())
                chain.push_back(firstCluster());
            for (;;) {
                const int last = chain.back();
                const int before = chain.size() > 1 ? chain[chain.size() - 2] : -1;
                const int nearest = nearestTo(last, before);
                if (nearest == before)
                    break;
                chain.push_back(nearest);
            }
            const int a = chain.back();
            chain.pop_back();
            const int b = chain.back();
            chain.pop_back();
            merge(std::min(a, b), std::max(a, b));
        }
        return std::move(m_heights);
    }

private:
    bool isCluster(int a) const { return !m_members[static_cast<std::size_t>(a)].empty(); }
    int firstCluster() const
    {
        int a = 0;
        while (!isCluster(a))
            ++a;
        return a;
    }

    /// `preferred` wins among equals, which is what ends a chain.
    int nearestTo(int cluster, int preferred) const
    {
        int nearest = preferred;
        for (int other = 0; other < m_distances.size(); ++other) {
            if (other == cluster || !isCluster(other))
                continue;
            if (nearest < 0 || m_distances.at(cluster, other) < m_distances.at(cluster, nearest))
                nearest = other;
        }
        return nearest;
    }

    void merge(int into, int from)
    {
        std::vector<int> &kept = m_members[static_cast<std::size_t>(into)];
        std::vector<int> &gone = m_members[static_cast<std::size_t>(from)];
        for (const int a : kept) {
            for (const int b : gone)
                m_heights.at(a, b) = m_heights.at(b, a) = m_distances.at(into, from);
        }
        const auto first = static_cast<float>(kept.size());
        const auto second = static_cast<float>(gone.size());
        kept.insert(kept.end(), gone.begin(), gone.end());
        gone.clear();
        for (int other = 0; other < m_distances.size(); ++other) {
            if (other == into || !isCluster(other))
                continue;
            const float mean =
                (first * m_distances.at(into, other) + second * m_distances.at(from, other)) / (first + second);
            m_distances.at(into, other) = m_distances.at(other, into) = mean;
        }
    }

    PairMatrix m_distances;
    PairMatrix m_heights;
    std::vector<std::vector<int>> m_members; ///< of each cluster; empty once it went into another
};

} // namespace

PairMatrix articleKinship(const std::vector<Unit> &units, const Vocabulary &vocabulary)
{
    constexpr int least = 3;
    const int articles = articlesOf(units);
    PairMatrix kinship(articles);
    if (articles >= least)
        kinship = Linkage(relativeDistances(articleCosines(units, vocabulary, articles))).heights();
    for (int a = 0; a < articles; ++a) {
        for (int b = 0; b < articles; ++b)
            kinship.at(a, b) = 1 - kinship.at(a, b);
    }
    return kinship;
}

std::vector<std::vector<int>> articlesApart(const PairMatrix &kinship)
{
    // The heights of one tree: whoever is near the first of a group is near all of it.
    std::vector<std::vector<int>> groups;
    for (int a = 0; a < kinship.size(); ++a) {
        const auto own = std::ranges::find_if(
            groups, [&](const std::vector<int> &group) { return kinship.at(group.front(), a) >= LeastKinship; });
        if (own == groups.end())
            groups.push_back({a});
        else
            own->push_back(a);
    }
    if (!groups.empty())
        groups.erase(std::ranges::max_element(groups, {}, &std::vector<int>::size));
    return groups;
}

} // namespace parallax
