// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Units → measures → probabilities → events → links, evidence and labels.
//!
//! All of it runs over the passages in an order made of their texts alone, so that the result is the same to the last
//! bit whatever the articles are called and in which order they come. Tested by tst_alignment.cpp.

#include "alignment/alignment.h"

#include "alignment/articlekinship.h"
#include "alignment/events.h"
#include "alignment/evidence.h"
#include "alignment/leaders.h"
#include "alignment/scores.h"
#include "alignment/similarity.h"
#include "alignment/standardised.h"
#include "alignment/vocabulary.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>

namespace parallax {

bool Event::holds(PassageRef ref) const
{
    return std::ranges::binary_search(members, ref, {}, &EventMember::passage);
}

namespace {

/// Rank of each article by its told texts, whatever their order in it.
std::vector<int> articleRanks(const Story &story)
{
    std::vector<std::vector<QString>> texts;
    for (const Article &article : story.articles) {
        std::vector<QString> &told = texts.emplace_back();
        for (const Passage &passage : article.passages) {
            if (isTold(passage.role))
                told.push_back(passage.text);
        }
        std::ranges::sort(told);
    }
    std::vector<int> order(texts.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, {},
                             [&](int a) -> const std::vector<QString> & { return texts[static_cast<std::size_t>(a)]; });
    std::vector<int> ranks(texts.size());
    for (std::size_t k = 0; k < order.size(); ++k)
        ranks[static_cast<std::size_t>(order[k])] = static_cast<int>(k);
    return ranks;
}

/// The language that most articles are in; the first by name of equals.
QString usualLanguage(const Story &story)
{
    std::map<QString, int> counts;
    for (const Article &article : story.articles)
        ++counts[article.language];
    const auto most = std::ranges::max_element(counts, {}, [](const auto &entry) { return entry.second; });
    return most == counts.end() ? QString() : most->first;
}

/// articlesApart() by the articles' own indexes. Of an article in another language than most nothing can be said: it
/// shares no words with the others whatever it reports; nor of one that tells nothing and so has no unit.
std::vector<std::vector<int>> apartIn(const Story &story, const std::vector<Unit> &units, const PairMatrix &kinship)
{
    std::map<int, int> indexes; // by rank
    const QString language = usualLanguage(story);
    for (const Unit &unit : units) {
        if (story.articles[static_cast<std::size_t>(unit.ref.article)].language == language)
            indexes.emplace(unit.article, unit.ref.article);
    }
    std::vector<std::vector<int>> groups;
    for (const std::vector<int> &ranks : articlesApart(kinship)) {
        std::vector<int> group;
        for (const int rank : ranks) {
            if (const auto index = indexes.find(rank); index != indexes.end())
                group.push_back(index->second);
        }
        std::ranges::sort(group);
        if (!group.empty())
            groups.push_back(std::move(group));
    }
    std::ranges::sort(groups);
    return groups;
}

std::vector<Unit> unitsOf(const Story &story, const std::vector<ArticleLanguage> &language,
                          const Vocabulary &vocabulary)
{
    const std::vector<int> ranks = articleRanks(story);
    std::vector<PassageRef> refs;
    for (int a = 0; a < static_cast<int>(story.articles.size()); ++a) {
        const auto &passages = story.articles[static_cast<std::size_t>(a)].passages;
        for (int p = 0; p < static_cast<int>(passages.size()); ++p) {
            if (isTold(passages[static_cast<std::size_t>(p)].role))
                refs.push_back({a, p});
        }
    }
    std::ranges::sort(refs, [&](PassageRef x, PassageRef y) {
        if (const int order = story.passage(x).text.compare(story.passage(y).text); order != 0)
            return order < 0;
        if (x.article != y.article)
            return ranks[static_cast<std::size_t>(x.article)] < ranks[static_cast<std::size_t>(y.article)];
        return x.passage < y.passage;
    });
    std::vector<Unit> units;
    units.reserve(refs.size());
    for (const PassageRef ref : refs) {
        const ArticleLanguage &article = language[static_cast<std::size_t>(ref.article)];
        units.push_back(unitOf(ref, article.passages[static_cast<std::size_t>(ref.passage)], vocabulary));
        units.back().article = ranks[static_cast<std::size_t>(ref.article)];
        units.back().language = story.articles[static_cast<std::size_t>(ref.article)].language.section(u'-', 0, 0);
    }
    return units;
}

class Assembler
{
public:
    Assembler(const Story &story, const std::vector<ArticleLanguage> &language, const Vocabulary &vocabulary,
              const std::vector<Unit> &units, std::function<double(int, int)> score)
        : m_story(story)
        , m_language(language)
        , m_vocabulary(vocabulary)
        , m_units(units)
        , m_score(std::move(score))
        , m_evidence(story, language, vocabulary)
    {
    }

    std::optional<Alignment> assemble(const Grouping &grouping, Progress &progress) const
    {
        const std::vector<UnitSet> &sets = grouping.events;
        Alignment alignment;
        std::set<PassageRef> held;
        std::vector<std::vector<PassageRef>>
            passages; // in the units' own order: labels must not depend on the articles' order
        for (const UnitSet &set : sets) {
            std::vector<PassageRef> &refs = passages.emplace_back();
            for (const int unit : set)
                refs.push_back(ref(unit));
        }
        const std::vector<QString> labels = eventLabels(m_story, m_language, m_vocabulary, passages);
        for (std::size_t e = 0; e < sets.size(); ++e) {
            const UnitSet &set = sets[e];
            alignment.events.push_back(eventOf(set, passages[e], labels[e]));
            for (const int unit : set)
                held.insert(ref(unit));
        }
        alignment.links.resize(grouping.links.size());
        const auto makeLink = [&](int piece) {
            const auto k = static_cast<std::size_t>(piece);
            const auto &[i, j] = grouping.links[k];
            const auto [a, b] = std::minmax({ref(i), ref(j)});
            alignment.links[k] = {a, b, m_score(i, j), evidenceOf({a, b})};
        };
        if (!progress.forEach(Stage::Align, static_cast<int>(grouping.links.size()), makeLink))
            return std::nullopt;
        std::ranges::sort(alignment.links, {}, [](const Link &link) { return std::pair(link.a, link.b); });
        sortByPlace(alignment.events);
        for (int a = 0; a < static_cast<int>(m_story.articles.size()); ++a) {
            const auto &all = m_story.articles[static_cast<std::size_t>(a)].passages;
            for (int p = 0; p < static_cast<int>(all.size()); ++p) {
                if (all[static_cast<std::size_t>(p)].role == Role::Body && !held.contains({a, p}))
                    alignment.singleSource.push_back({a, p});
            }
        }
        return alignment;
    }

private:
    PassageRef ref(int unit) const { return m_units[static_cast<std::size_t>(unit)].ref; }

    std::vector<Evidence> evidenceOf(const std::vector<PassageRef> &passages) const { return m_evidence.of(passages); }

    Event eventOf(const UnitSet &set, const std::vector<PassageRef> &passages, const QString &label) const
    {
        Event event{.label = label, .members = {}, .evidence = evidenceOf(passages)};
        for (const int unit : set) {
            double sum = 0;
            int others = 0;
            for (const int other : set) {
                if (ref(other).article != ref(unit).article) {
                    sum += m_score(unit, other);
                    ++others;
                }
            }
            event.members.push_back({ref(unit), others > 0 ? sum / others : 0});
        }
        std::ranges::sort(event.members, {}, &EventMember::passage);
        return event;
    }

    /// By the mean of how far down its article each passage stands, so that the list follows the story.
    void sortByPlace(std::vector<Event> &events) const
    {
        const auto place = [this](const Event &event) {
            std::vector<double> places;
            for (const EventMember &member : event.members) {
                const auto length = static_cast<double>(
                    m_story.articles[static_cast<std::size_t>(member.passage.article)].passages.size());
                places.push_back(member.passage.passage / length);
            }
            std::ranges::sort(places); // the same sum to the last bit in any order of the articles
            return std::accumulate(places.begin(), places.end(), 0.0) / static_cast<double>(places.size());
        };
        std::ranges::stable_sort(events, [&](const Event &a, const Event &b) {
            const double first = place(a);
            const double second = place(b);
            if (first != second)
                return first < second;
            return std::ranges::lexicographical_compare(a.members, b.members, {}, &EventMember::passage,
                                                        &EventMember::passage);
        });
    }

    const Story &m_story;
    const std::vector<ArticleLanguage> &m_language;
    const Vocabulary &m_vocabulary;
    const std::vector<Unit> &m_units;
    std::function<double(int, int)> m_score; ///< of two units
    SharedEvidence m_evidence;
};

} // namespace

std::optional<Alignment> align(const Story &story, const std::vector<ArticleLanguage> &language,
                               const Vocabulary &vocabulary, Sureness sureness, Progress &progress)
{
    const std::vector<Unit> units = unitsOf(story, language, vocabulary);
    const PairMatrix kinship = articleKinship(units, vocabulary);
    const auto told = [&](std::optional<Alignment> alignment) {
        if (alignment)
            alignment->apart = apartIn(story, units, kinship);
        return alignment;
    };
    if (static_cast<int>(units.size()) > MostPassages) {
        const StemVectors vectors = stemVectors(units, vocabulary);
        PartOfStage first(progress, 0, 2);
        const std::optional<std::vector<UnitSet>> events = followLeaders(units, vectors, first);
        if (!events)
            return std::nullopt;
        const auto near = [&vectors](int a, int b) { return cosine(vectors, a, b); };
        const Grouping grouping{.events = *events, .links = pairsOf(*events, units), .scores = PairMatrix()};
        PartOfStage second(progress, 1, 2);
        std::optional<Alignment> alignment =
            Assembler(story, language, vocabulary, units, near).assemble(grouping, second);
        if (alignment)
            alignment->isSimplified = true;
        return told(std::move(alignment));
    }
    constexpr int parts = 4;
    PartOfStage measuring(progress, 0, parts);
    const std::optional<Measures> measures = measure(units, vocabulary, measuring);
    if (!measures)
        return std::nullopt;
    PartOfStage scoring(progress, 1, parts);
    const std::optional<PairMatrix> probabilities = score(units, *measures, kinship, scoring);
    if (!probabilities)
        return std::nullopt;
    PartOfStage growing(progress, 2, parts);
    const std::optional<Grouping> grouping = groupUnits(*probabilities, units, sureness, growing);
    if (!grouping)
        return std::nullopt;
    const auto sure = [&grouping](int a, int b) { return static_cast<double>(grouping->scores.at(a, b)); };
    PartOfStage assembling(progress, 3, parts);
    return told(Assembler(story, language, vocabulary, units, sure).assemble(*grouping, assembling));
}

std::optional<std::vector<MeasuredPair>> measurePairs(const Story &story, const std::vector<ArticleLanguage> &language,
                                                      const Vocabulary &vocabulary, Progress &progress)
{
    const std::vector<Unit> units = unitsOf(story, language, vocabulary);
    std::optional<Measures> measures = measure(units, vocabulary, progress);
    if (!measures)
        return std::nullopt;
    const std::optional<StandardisedMeasures> standard = standardise(units, std::move(*measures), progress);
    if (!standard)
        return std::nullopt;
    std::vector<MeasuredPair> pairs;
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        for (int j = i + 1; j < static_cast<int>(units.size()); ++j) {
            if (!areCross(units, i, j))
                continue;
            const auto [a, b] =
                std::minmax({units[static_cast<std::size_t>(i)].ref, units[static_cast<std::size_t>(j)].ref});
            MeasuredPair &pair = pairs.emplace_back(MeasuredPair{.a = a, .b = b, .standardised = {}});
            for (std::size_t m = 0; m < MeasureCount; ++m)
                pair.standardised[m] = static_cast<double>(standard->of[m].at(i, j));
        }
    }
    std::ranges::sort(pairs, {}, [](const MeasuredPair &pair) { return std::pair(pair.a, pair.b); });
    return pairs;
}

} // namespace parallax
