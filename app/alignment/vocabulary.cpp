// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Weighs the story's stems and finds the kindred ones.
//!
//! A stem weighs much when it is rare in the story *and* rare in the language: "ferry" is rare in the language but says
//! little in a story about a ferry; "however" is rare in no language. Kin lets "ship" answer for "vessel": a text that
//! rewords another would otherwise share nothing with it. Tested by tst_alignment.cpp.

#include "alignment/vocabulary.h"

#include "language/lexicon.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>

namespace parallax {

namespace {

constexpr double SmallestIdf = 0.05;    // a stem of every passage still counts a little
constexpr double FarthestCosine = 0.35; // below it, nearest neighbours are mostly topic, not meaning
constexpr double SharedConcept = 0.8;
constexpr double HypernymConcept = 0.5;
constexpr int LongestBareLetter = 1;

bool isContent(const Word &word)
{
    return !word.isStop && (word.folded.size() > LongestBareLetter || word.isNumber);
}

/// What the story says about one stem before the stems are numbered.
struct Entry {
    int passages = 0;
    QSet<QString> forms; // folded words with this stem
};

/// For each stem the rank of its most frequent form with a vector, and the least rarity of its forms.
struct Form {
    int rank = -1;
    double rarity = std::numeric_limits<double>::max();
    Meaning meaning;
};

Form formOf(const QString &stem, const QSet<QString> &words)
{
    const Lexicon &lexicon = Lexicon::english();
    Form form;
    for (const QString &word : words) {
        form.rarity = std::min(form.rarity, lexicon.rarity(word));
        const int rank = lexicon.rank(word);
        if (!stem.front().isDigit() && !lexicon.vector(rank).empty() && (form.rank < 0 || rank < form.rank))
            form.rank = rank;
        Meaning meaning = lexicon.meaning(word);
        form.meaning.concepts.insert(form.meaning.concepts.end(), meaning.concepts.begin(), meaning.concepts.end());
        form.meaning.hypernyms.insert(form.meaning.hypernyms.end(), meaning.hypernyms.begin(), meaning.hypernyms.end());
    }
    for (auto *list : {&form.meaning.concepts, &form.meaning.hypernyms}) {
        std::ranges::sort(*list);
        list->erase(std::ranges::unique(*list).begin(), list->end());
    }
    return form;
}

class KinFinder
{
public:
    explicit KinFinder(const std::vector<Form> &forms)
        : m_forms(forms)
        , m_kin(forms.size())
    {
    }

    std::vector<std::vector<Vocabulary::Kin>> find()
    {
        addVectors();
        addConcepts();
        for (auto &kin : m_kin) {
            // The greatest similarity of a stem that was found in more ways than one.
            std::ranges::sort(kin, [](const auto &a, const auto &b) {
                return a.stem != b.stem ? a.stem < b.stem : a.similarity > b.similarity;
            });
            kin.erase(std::ranges::unique(kin, {}, &Vocabulary::Kin::stem).begin(), kin.end());
        }
        return std::move(m_kin);
    }

private:
    void add(std::size_t a, std::size_t b, double similarity)
    {
        if (a == b)
            return;
        m_kin[a].push_back({static_cast<int>(b), similarity});
        m_kin[b].push_back({static_cast<int>(a), similarity});
    }

    void addVectors()
    {
        struct Known {
            std::size_t stem;
            std::span<const std::int8_t> vector;
            double scale;
        };
        const Lexicon &lexicon = Lexicon::english();
        std::vector<Known> known;
        for (std::size_t k = 0; k < m_forms.size(); ++k) {
            if (m_forms[k].rank >= 0)
                known.push_back({k, lexicon.vector(m_forms[k].rank), lexicon.scale(m_forms[k].rank)});
        }
        // All pairs, so the one hot loop of the vocabulary: the products stay in whole numbers, which vectorises.
        for (std::size_t i = 0; i < known.size(); ++i) {
            for (std::size_t j = i + 1; j < known.size(); ++j) {
                std::int32_t product = 0;
                for (std::size_t d = 0; d < known[i].vector.size(); ++d)
                    product += known[i].vector[d] * known[j].vector[d];
                const double cosine = product * known[i].scale * known[j].scale;
                if (cosine > FarthestCosine)
                    add(known[i].stem, known[j].stem, std::min(1.0, (cosine - FarthestCosine) / (1 - FarthestCosine)));
            }
        }
    }

    void addConcepts()
    {
        std::vector<std::pair<Concept, std::size_t>> holders;
        for (std::size_t k = 0; k < m_forms.size(); ++k) {
            for (const Concept held : m_forms[k].meaning.concepts)
                holders.emplace_back(held, k);
        }
        std::ranges::sort(holders);
        const auto holdersOf = [&](Concept wanted) {
            return std::ranges::equal_range(holders, wanted, {}, &std::pair<Concept, std::size_t>::first);
        };
        for (std::size_t k = 0; k < m_forms.size(); ++k) {
            for (const Concept held : m_forms[k].meaning.concepts) {
                for (const auto &[same, other] : holdersOf(held)) {
                    if (other > k)
                        add(k, other, SharedConcept);
                }
            }
            for (const Concept above : m_forms[k].meaning.hypernyms) {
                for (const auto &[same, other] : holdersOf(above))
                    add(k, other, HypernymConcept);
            }
        }
    }

    const std::vector<Form> &m_forms;
    std::vector<std::vector<Vocabulary::Kin>> m_kin;
};

std::vector<int> unique(std::span<const int> stems)
{
    std::vector<int> sorted(stems.begin(), stems.end());
    std::ranges::sort(sorted);
    sorted.erase(std::ranges::unique(sorted).begin(), sorted.end());
    return sorted;
}

} // namespace

Vocabulary::Vocabulary(const Story &story, const std::vector<ArticleLanguage> &language)
{
    QMap<QString, Entry> entries; // ordered: the numbers must not depend on the order of the articles
    int passages = 0;
    for (std::size_t a = 0; a < language.size(); ++a) {
        for (std::size_t p = 0; p < language[a].passages.size(); ++p) {
            if (!isTold(story.articles[a].passages[p].role))
                continue;
            ++passages;
            QSet<QString> seen;
            for (const Word &word : language[a].passages[p].words) {
                if (!isContent(word))
                    continue;
                Entry &entry = entries[word.stem];
                entry.forms.insert(word.folded);
                if (!seen.contains(word.stem)) {
                    seen.insert(word.stem);
                    ++entry.passages;
                }
            }
        }
    }
    std::vector<Form> forms;
    for (auto it = entries.cbegin(); it != entries.cend(); ++it) {
        m_ids.insert(it.key(), static_cast<int>(forms.size()));
        forms.push_back(formOf(it.key(), it->forms));
        m_idf.push_back(std::max(SmallestIdf, std::log((passages + 1) / (it->passages + 0.5))));
        m_rarity.push_back(forms.back().rarity);
        m_weight.push_back(std::sqrt(m_idf.back() * m_rarity.back()));
    }
    m_kin = KinFinder(forms).find();
}

std::vector<int> Vocabulary::stems(const PassageLanguage &passage, int first, int count) const
{
    std::vector<int> found;
    for (int k = first; k < first + count; ++k) {
        const Word &word = passage.words[static_cast<std::size_t>(k)];
        if (!isContent(word))
            continue;
        if (const int stem = id(word.stem); stem >= 0)
            found.push_back(stem);
    }
    return found;
}

std::vector<int> Vocabulary::stems(const PassageLanguage &passage) const
{
    return stems(passage, 0, static_cast<int>(passage.words.size()));
}

std::vector<int> Vocabulary::stems(const PassageLanguage &passage, const Sentence &sentence) const
{
    return stems(passage, sentence.firstWord, sentence.wordCount);
}

std::span<const Vocabulary::Kin> Vocabulary::kin(int stem) const
{
    return m_kin[static_cast<std::size_t>(stem)];
}

double Vocabulary::similarity(int a, int b) const
{
    if (a == b)
        return 1;
    const auto &kin = m_kin[static_cast<std::size_t>(a)];
    const auto found = std::ranges::lower_bound(kin, b, {}, &Kin::stem);
    return found != kin.end() && found->stem == b ? found->similarity : 0;
}

double Vocabulary::sharedInformation(std::span<const int> a, std::span<const int> b) const
{
    const std::vector<int> first = unique(a);
    const std::vector<int> second = unique(b);
    double information = 0;
    for (const int stem : first) {
        if (std::ranges::binary_search(second, stem))
            information += weight(stem);
    }
    return information;
}

double Vocabulary::cover(std::span<const int> a, std::span<const int> b) const
{
    const std::vector<int> others = unique(b);
    double covered = 0;
    double whole = 0;
    for (const int stem : unique(a)) {
        double best = 0;
        for (const int other : others)
            best = std::max(best, similarity(stem, other));
        covered += weight(stem) * best;
        whole += weight(stem);
    }
    return whole > 0 ? covered / whole : 0;
}

} // namespace parallax
