// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Weighs the story's stems and finds the kindred ones.
//!
//! A stem weighs much when it is rare in the story *and* rare in the language: "ferry" is rare in the language but says
//! little in a story about a ferry; "however" is rare in no language. Kin lets "ship" answer for "vessel": a text that
//! rewords another would otherwise share nothing with it. Tested by tst_alignment.cpp.

#include "alignment/vocabulary.h"

#include "language/lexicon.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>

namespace parallax {

namespace {

constexpr double SmallestIdf = 0.05;    // a stem of every passage still counts a little
constexpr double FarthestCosine = 0.35; // below it, nearest neighbours are mostly topic, not meaning
constexpr double SharedConcept = 0.8;
constexpr double HypernymConcept = 0.5;
constexpr int LongestBareLetter = 1;
constexpr std::size_t MostKinWalked = 64; // the kin of a stem of more are looked up one by one

bool isContent(const Word &word)
{
    return !word.isStop && (word.folded.size() > LongestBareLetter || word.isNumber);
}

/// What the story says about one stem before the stems are numbered.
struct Entry {
    QString stem;
    int passages = 0;
    int lastPassage = -1;         // that was counted
    std::vector<QString> forms{}; // folded words with this stem, each once
};

/// The content words' stems in the order of their first appearance.
class Entries
{
public:
    /// Answers the index of the word's entry.
    int add(const Word &word, int passage)
    {
        auto it = m_index.constFind(word.stem);
        if (it == m_index.cend()) {
            it = m_index.insert(word.stem, static_cast<int>(m_entries.size()));
            m_entries.push_back({.stem = word.stem});
        }
        Entry &entry = m_entries[static_cast<std::size_t>(*it)];
        if (entry.lastPassage != passage) {
            entry.lastPassage = passage;
            ++entry.passages;
        }
        if (std::ranges::find(entry.forms, word.folded) == entry.forms.end())
            entry.forms.push_back(word.folded);
        return *it;
    }
    const std::vector<Entry> &all() const { return m_entries; }

private:
    QHash<QString, int> m_index;
    std::vector<Entry> m_entries;
};

/// For each stem the rank of its most frequent form with a vector, and the least rarity of its forms.
struct Form {
    int rank = -1;
    double rarity = std::numeric_limits<double>::max();
    Meaning meaning;
};

Form formOf(const QString &stem, const std::vector<QString> &words)
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

    /// nullopt where `progress` says stop.
    std::optional<std::vector<std::vector<Vocabulary::Kin>>> find(Progress &progress)
    {
        if (!addVectors(progress))
            return std::nullopt;
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

    /// All pairs, so the one hot loop of the vocabulary: the products stay in whole numbers, which vectorises.
    bool addVectors(Progress &progress)
    {
        constexpr std::size_t dimensions = 100;
        const Lexicon &lexicon = Lexicon::english();
        std::vector<std::size_t> stems;
        std::vector<double> scales;
        std::vector<std::int16_t> rows; // 16 bits multiply faster than 8
        for (std::size_t k = 0; k < m_forms.size(); ++k) {
            if (m_forms[k].rank < 0)
                continue;
            const std::span<const std::int8_t> vector = lexicon.vector(m_forms[k].rank);
            stems.push_back(k);
            scales.push_back(lexicon.scale(m_forms[k].rank));
            rows.insert(rows.end(), vector.begin(), vector.end());
            rows.resize(stems.size() * dimensions);
        }
        struct Near {
            std::size_t other = 0;
            double similarity = 0;
        };
        std::vector<std::vector<Near>> found(stems.size());
        const auto findNear = [&](int row) {
            const auto i = static_cast<std::size_t>(row);
            const std::int16_t *first = rows.data() + i * dimensions;
            for (std::size_t j = i + 1; j < stems.size(); ++j) {
                const std::int16_t *second = rows.data() + j * dimensions;
                std::int32_t product = 0;
                for (std::size_t d = 0; d < dimensions; ++d)
                    product += first[d] * second[d];
                const double cosine = product * scales[i] * scales[j];
                if (cosine > FarthestCosine)
                    found[i].push_back({j, std::min(1.0, (cosine - FarthestCosine) / (1 - FarthestCosine))});
            }
        };
        if (!progress.forEach(Stage::Align, static_cast<int>(stems.size()), findNear))
            return false;
        for (std::size_t i = 0; i < found.size(); ++i) {
            for (const Near &near : found[i])
                add(stems[i], stems[near.other], near.similarity);
        }
        return true;
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

} // namespace

std::vector<int> eachOnce(std::span<const int> stems)
{
    std::vector<int> sorted(stems.begin(), stems.end());
    std::ranges::sort(sorted);
    sorted.erase(std::ranges::unique(sorted).begin(), sorted.end());
    return sorted;
}

Vocabulary::Vocabulary(const Story &story, const std::vector<ArticleLanguage> &language, Progress &progress)
{
    Entries entries;
    int passages = 0;
    for (std::size_t a = 0; a < language.size(); ++a) {
        auto &article = m_numbers.emplace_back(language[a].passages.size());
        for (std::size_t p = 0; p < language[a].passages.size(); ++p) {
            if (!isTold(story.articles[a].passages[p].role))
                continue;
            article[p].reserve(language[a].passages[p].words.size());
            for (const Word &word : language[a].passages[p].words)
                article[p].push_back(isContent(word) ? entries.add(word, passages) : -1);
            ++passages;
        }
    }
    // Alphabetical: the numbers must not depend on the order of the articles.
    const std::vector<Entry> &found = entries.all();
    std::vector<int> order(found.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](int k) -> const QString & { return found[static_cast<std::size_t>(k)].stem; });
    std::vector<int> numberOf(found.size());
    std::vector<Form> forms(found.size());
    const auto fillForm = [&](int number) {
        const Entry &entry = found[static_cast<std::size_t>(order[static_cast<std::size_t>(number)])];
        forms[static_cast<std::size_t>(number)] = formOf(entry.stem, entry.forms);
    };
    PartOfStage first(progress, 0, 2);
    if (!first.forEach(Stage::Align, static_cast<int>(forms.size()), fillForm))
        return;
    m_ids.reserve(static_cast<qsizetype>(found.size()));
    for (std::size_t number = 0; number < order.size(); ++number) {
        const auto k = static_cast<std::size_t>(order[number]);
        numberOf[k] = static_cast<int>(number);
        m_ids.insert(found[k].stem, static_cast<int>(number));
        m_idf.push_back(std::max(SmallestIdf, std::log((passages + 1) / (found[k].passages + 0.5))));
        m_rarity.push_back(forms[number].rarity);
        m_weight.push_back(std::sqrt(m_idf.back() * m_rarity.back()));
    }
    for (auto &article : m_numbers) {
        for (std::vector<int> &passage : article) {
            for (int &number : passage)
                number = number < 0 ? -1 : numberOf[static_cast<std::size_t>(number)];
        }
    }
    PartOfStage second(progress, 1, 2);
    auto kin = KinFinder(forms).find(second);
    if (!kin)
        return;
    m_isComplete = true;
    m_kin = std::move(*kin);
    m_sketches.resize(m_kin.size());
    for (std::size_t stem = 0; stem < m_kin.size(); ++stem) {
        for (const Kin &one : m_kin[stem])
            m_sketches[stem].set(static_cast<std::size_t>(one.stem) % SketchBits);
    }
}

std::vector<int> Vocabulary::stems(PassageRef passage, int first, int count) const
{
    std::vector<int> found;
    const std::span<const int> all = numbers(passage);
    if (all.empty())
        return found;
    found.reserve(static_cast<std::size_t>(count));
    std::ranges::copy_if(all.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count)),
                         std::back_inserter(found), [](int number) { return number >= 0; });
    return found;
}

std::vector<int> Vocabulary::stems(PassageRef passage) const
{
    return stems(passage, 0, static_cast<int>(numbers(passage).size()));
}

std::vector<int> Vocabulary::stems(PassageRef passage, const Sentence &sentence) const
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
    if (!mayBeKin(a, b))
        return 0;
    const auto &kin = m_kin[static_cast<std::size_t>(a)];
    const auto found = std::ranges::lower_bound(kin, b, {}, &Kin::stem);
    return found != kin.end() && found->stem == b ? found->similarity : 0;
}

double Vocabulary::nearest(int stem, std::span<const int> others) const
{
    if (std::ranges::binary_search(others, stem))
        return 1;
    const std::span<const Kin> all = kin(stem);
    double best = 0;
    if (all.size() > MostKinWalked) {
        for (const int other : others)
            best = std::max(best, similarity(stem, other));
        return best;
    }
    auto other = others.begin();
    for (const Kin &one : all) {
        while (other != others.end() && *other < one.stem)
            ++other;
        if (other == others.end())
            break;
        if (*other == one.stem)
            best = std::max(best, one.similarity);
    }
    return best;
}

double Vocabulary::sharedInformation(std::span<const int> a, std::span<const int> b) const
{
    const std::vector<int> first = eachOnce(a);
    const std::vector<int> second = eachOnce(b);
    double information = 0;
    for (auto x = first.begin(), y = second.begin(); x != first.end() && y != second.end();) {
        if (*x < *y)
            ++x;
        else if (*y < *x)
            ++y;
        else
            information += (++y, weight(*x++));
    }
    return information;
}

double Vocabulary::cover(std::span<const int> a, std::span<const int> b) const
{
    const std::vector<int> others = eachOnce(b);
    double covered = 0;
    double whole = 0;
    for (const int stem : eachOnce(a)) {
        covered += weight(stem) * nearest(stem, others);
        whole += weight(stem);
    }
    return whole > 0 ? covered / whole : 0;
}

} // namespace parallax
