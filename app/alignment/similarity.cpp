// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The direct measures. Each is one matrix; none is good alone, their mean is (ALIGNMENT.md: .63 alone, .67 together):
//! a cosine of words misses rewordings, soft cover misses who-did-what, pairs of words miss short passages.
//! All of them walk inverted lists (stem → passages), so a pair that shares nothing costs nothing.
//! Tested by tst_alignment.cpp.

#include "alignment/similarity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

namespace parallax {

namespace {

constexpr int SkipReach = 5;      // content words: a pair further apart says no more than the two words
constexpr double SkipDecay = 0.1; // a pair five apart counts .6 of an adjacent one
constexpr int GramLength = 4;
constexpr double SmallestIdf = 0.05;
constexpr int MeasureKinds = 7;

struct Cell {
    int unit = 0;
    float value = 0;
};
/// Feature → the units that have it, ascending.
using Postings = std::vector<std::vector<Cell>>;

/// M += Σ over features of value(i) · value(j): the dot products of all pairs of rows.
PairMatrix dotProducts(const Postings &postings, int size)
{
    PairMatrix products(size);
    for (const auto &posting : postings) {
        for (const Cell &a : posting) {
            float *row = products.row(a.unit);
            for (const Cell &b : posting)
                row[b.unit] += a.value * b.value;
        }
    }
    return products;
}

PairMatrix cosines(const Postings &postings, int size)
{
    PairMatrix products = dotProducts(postings, size);
    std::vector<float> length(static_cast<std::size_t>(size));
    for (int i = 0; i < size; ++i)
        length[static_cast<std::size_t>(i)] = std::sqrt(products.at(i, i)) + 1e-9F;
    for (int i = 0; i < size; ++i) {
        for (int j = 0; j < size; ++j)
            products.at(i, j) /= length[static_cast<std::size_t>(i)] * length[static_cast<std::size_t>(j)];
    }
    return products;
}

void takeLogarithm(PairMatrix &matrix)
{
    for (int i = 0; i < matrix.size(); ++i) {
        float *row = matrix.row(i);
        for (int j = 0; j < matrix.size(); ++j)
            row[j] = std::log1p(row[j]);
    }
}

std::map<int, int> countsOf(const std::vector<int> &stems)
{
    std::map<int, int> counts;
    for (const int stem : stems)
        ++counts[stem];
    return counts;
}

/// Stem → units, with a value made of the stem and its count in the unit.
template <typename Value>
Postings stemPostings(const std::vector<std::vector<int>> &units, int stems, Value value)
{
    Postings postings(static_cast<std::size_t>(stems));
    for (std::size_t u = 0; u < units.size(); ++u) {
        for (const auto &[stem, count] : countsOf(units[u]))
            postings[static_cast<std::size_t>(stem)].push_back(
                {static_cast<int>(u), static_cast<float>(value(stem, count))});
    }
    return postings;
}

PairMatrix skipPairInformation(const std::vector<Unit> &units, const Vocabulary &vocabulary)
{
    std::map<std::pair<int, int>, std::vector<Cell>> pairs;
    for (std::size_t u = 0; u < units.size(); ++u) {
        std::map<std::pair<int, int>, float> best;
        for (const auto &stems : units[u].sentences) {
            for (std::size_t a = 0; a < stems.size(); ++a) {
                for (std::size_t b = a + 1; b < std::min(stems.size(), a + SkipReach + 1); ++b) {
                    if (stems[a] == stems[b])
                        continue;
                    float &value = best[std::minmax(stems[a], stems[b])];
                    value = std::max(value, static_cast<float>(1 - SkipDecay * static_cast<double>(b - a - 1)));
                }
            }
        }
        for (const auto &[pair, value] : best) {
            const double information = std::sqrt(vocabulary.weight(pair.first) * vocabulary.weight(pair.second));
            pairs[pair].push_back({static_cast<int>(u), static_cast<float>(value * std::sqrt(information))});
        }
    }
    Postings postings;
    for (auto &[pair, posting] : pairs) {
        if (posting.size() > 1)
            postings.push_back(std::move(posting));
    }
    PairMatrix matrix = dotProducts(postings, static_cast<int>(units.size()));
    takeLogarithm(matrix);
    return matrix;
}

PairMatrix characterGramCosine(const std::vector<Unit> &units)
{
    std::map<QStringView, std::map<int, int>> counts; // ordered: sums must not depend on a hash's order
    for (std::size_t u = 0; u < units.size(); ++u) {
        const QStringView line = units[u].line;
        for (qsizetype k = 0; k + GramLength <= line.size(); ++k)
            ++counts[line.mid(k, GramLength)][static_cast<int>(u)];
    }
    Postings postings;
    for (const auto &[gram, posting] : counts) {
        const double idf = std::max(SmallestIdf, std::log((static_cast<double>(units.size()) + 1) /
                                                          (static_cast<double>(posting.size()) + 0.5)));
        std::vector<Cell> &cells = postings.emplace_back();
        for (const auto &[unit, count] : posting)
            cells.push_back({unit, static_cast<float>(count * idf)});
    }
    return cosines(postings, static_cast<int>(units.size()));
}

/// C(i, j): share of the weight of i's stems that j covers, each stem by its most similar one. Not symmetric.
PairMatrix covers(const std::vector<std::vector<int>> &units, const Vocabulary &vocabulary)
{
    const int size = static_cast<int>(units.size());
    const Postings holders = stemPostings(units, vocabulary.size(), [](int, int) { return 1; });
    PairMatrix covered(size);
    std::vector<double> whole(units.size());
    std::vector<float> best(units.size());
    std::vector<int> reached;
    for (int stem = 0; stem < vocabulary.size(); ++stem) {
        reached.clear();
        const auto reach = [&](int other, double similarity) {
            for (const Cell &cell : holders[static_cast<std::size_t>(other)]) {
                float &value = best[static_cast<std::size_t>(cell.unit)];
                if (value == 0)
                    reached.push_back(cell.unit);
                value = std::max(value, static_cast<float>(similarity));
            }
        };
        reach(stem, 1);
        for (const Vocabulary::Kin &kin : vocabulary.kin(stem))
            reach(kin.stem, kin.similarity);
        const auto weight = static_cast<float>(vocabulary.weight(stem));
        for (const Cell &cell : holders[static_cast<std::size_t>(stem)]) {
            whole[static_cast<std::size_t>(cell.unit)] += vocabulary.weight(stem);
            float *row = covered.row(cell.unit);
            for (const int other : reached)
                row[other] += weight * best[static_cast<std::size_t>(other)];
        }
        for (const int other : reached)
            best[static_cast<std::size_t>(other)] = 0;
    }
    for (int i = 0; i < size; ++i) {
        const auto total = static_cast<float>(std::max(whole[static_cast<std::size_t>(i)], 1e-9));
        float *row = covered.row(i);
        for (int j = 0; j < size; ++j)
            row[j] /= total;
    }
    return covered;
}

/// Sentences to passages: the best pair of sentences. `owner`: each sentence's passage.
PairMatrix bestOfSentences(const PairMatrix &sentences, const std::vector<int> &owner, int size)
{
    PairMatrix best(size);
    for (int a = 0; a < sentences.size(); ++a) {
        const float *from = sentences.row(a);
        float *to = best.row(owner[static_cast<std::size_t>(a)]);
        for (int b = 0; b < sentences.size(); ++b) {
            float &cell = to[owner[static_cast<std::size_t>(b)]];
            cell = std::max(cell, from[b]);
        }
    }
    return best;
}

/// Both directions joined: the mean or the lesser of C(i, j) and C(j, i).
template <typename Join>
void makeSymmetric(PairMatrix &matrix, Join join)
{
    for (int i = 0; i < matrix.size(); ++i) {
        for (int j = i + 1; j < matrix.size(); ++j)
            matrix.at(i, j) = matrix.at(j, i) = join(matrix.at(i, j), matrix.at(j, i));
    }
}

} // namespace

Unit unitOf(PassageRef ref, const PassageLanguage &passage, const Vocabulary &vocabulary)
{
    Unit unit;
    unit.ref = ref;
    unit.article = ref.article;
    unit.line = u' ';
    for (const Word &word : passage.words)
        unit.line += word.folded + u' ';
    unit.stems = vocabulary.stems(ref);
    for (const Sentence &sentence : passage.sentences)
        unit.sentences.push_back(vocabulary.stems(ref, sentence));
    return unit;
}

std::optional<Measures> measure(const std::vector<Unit> &units, const Vocabulary &vocabulary, Progress &progress)
{
    const int size = static_cast<int>(units.size());
    std::vector<std::vector<int>> passages;
    std::vector<std::vector<int>> sentences;
    std::vector<int> owner;
    for (int u = 0; u < size; ++u) {
        const Unit &unit = units[static_cast<std::size_t>(u)];
        passages.push_back(unit.stems);
        for (const auto &sentence : unit.sentences) {
            sentences.push_back(sentence);
            owner.push_back(u);
        }
    }

    Measures measures;
    const std::array<std::function<void()>, MeasureKinds> pieces{
        [&] { // the longest first
            PairMatrix covered = covers(sentences, vocabulary);
            makeSymmetric(covered, [](float a, float b) { return std::min(a, b); });
            measures.sentenceCover = bestOfSentences(covered, owner, size);
        },
        [&] {
            const auto rootWeight = [&](int stem, int) { return std::sqrt(vocabulary.weight(stem)); };
            const Postings postings = stemPostings(sentences, vocabulary.size(), rootWeight);
            measures.sentenceInformation =
                bestOfSentences(dotProducts(postings, static_cast<int>(sentences.size())), owner, size);
            takeLogarithm(measures.sentenceInformation);
        },
        [&] { measures.characterCosine = characterGramCosine(units); },
        [&] { measures.skipPairs = skipPairInformation(units, vocabulary); },
        [&] {
            measures.softCover = covers(passages, vocabulary);
            makeSymmetric(measures.softCover, [](float a, float b) { return (a + b) / 2; });
        },
        [&] {
            const auto tfIdf = [&](int stem, int count) { return (1 + std::log(count)) * vocabulary.idf(stem); };
            measures.wordCosine = cosines(stemPostings(passages, vocabulary.size(), tfIdf), size);
        },
        [&] {
            const auto rootIdf = [&](int stem, int) { return std::sqrt(vocabulary.idf(stem)); };
            measures.information = dotProducts(stemPostings(passages, vocabulary.size(), rootIdf), size);
            takeLogarithm(measures.information);
        },
    };
    const auto take = [&](int piece) { pieces[static_cast<std::size_t>(piece)](); };
    if (!progress.forEach(Stage::Align, MeasureKinds, take))
        return std::nullopt;
    return measures;
}

} // namespace parallax
