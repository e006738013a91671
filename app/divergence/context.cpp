// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Pairs the sentences of linked passages. A linked passage usually shares one sentence with another and not all
//! of them, so a rule that compared passages as wholes would set a source of the first sentence against one of
//! the last. Sentences are paired one to one, the most alike first; the other pairs stay listed for rules that
//! have a better anchor than likeness (a shared quotation, a shared verb).
//! Tested by tst_divergence.cpp.
#include "divergence/context.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

namespace parallax {

namespace {

/// Sentences less alike than this have only everyday words in common.
constexpr double LeastSimilarity = 0.12;
/// What two sentences of passages without a link must share to be compared.
constexpr double LeastUnlinkedInformation = 10;
constexpr double LeastUnlinkedSimilarity = 0.22;
constexpr size_t MostSentences = 40; ///< a word that more have makes no pair by itself
/// Told passages from which the story's own statistics are taken as they are.
constexpr double LongStory = 60;
/// The idf a word has that stands in one paragraph of twelve, as content words of longer stories do.
constexpr double UsualIdf = 2.5;

/// Weights of all stems: the idf is drawn towards the usual one in a story too short to have statistics.
std::vector<double> weightsOf(const std::vector<ArticleLanguage> &language, const Vocabulary &vocabulary)
{
    int passages = 0;
    for (const ArticleLanguage &article : language)
        passages += static_cast<int>(
            std::ranges::count_if(article.passages, [](const PassageLanguage &p) { return !p.words.empty(); }));
    const double trust = std::min(1.0, passages / LongStory);
    std::vector<double> weights(static_cast<size_t>(vocabulary.size()));
    for (int stem = 0; stem < vocabulary.size(); ++stem) {
        const double idf = vocabulary.idf(stem);
        const double rarity = vocabulary.weight(stem) * vocabulary.weight(stem) / idf;
        weights[static_cast<size_t>(stem)] = std::sqrt((trust * idf + (1 - trust) * UsualIdf) * rarity);
    }
    return weights;
}

struct SentenceStems {
    PassageRef passage;
    std::vector<int> stems;
};

/// Every sentence of the story, ordered by passage.
std::vector<SentenceStems> sentencesOf(const DivergenceContext &context)
{
    std::vector<SentenceStems> found;
    for (size_t a = 0; a < context.language.size(); ++a) {
        for (size_t p = 0; p < context.language[a].passages.size(); ++p) {
            const PassageRef ref{static_cast<int>(a), static_cast<int>(p)};
            for (size_t s = 0; s < context.languageOf(ref).sentences.size(); ++s)
                found.push_back({ref, context.stemsOf({ref, static_cast<int>(s)})});
        }
    }
    return found;
}

/// Pairs of sentences of different articles that share two words at least of those few sentences have. Cost: the
/// squares of MostSentences, a stem each, not of the story.
std::vector<std::pair<int, int>> sentencesWithRareWords(const DivergenceContext &context,
                                                        const std::vector<SentenceStems> &sentences)
{
    std::vector<std::vector<int>> stems;
    std::vector<std::vector<int>> holders(static_cast<size_t>(context.vocabulary.size()));
    for (size_t i = 0; i < sentences.size(); ++i) {
        stems.push_back(eachOnce(sentences[i].stems));
        for (const int stem : stems[i])
            holders[static_cast<size_t>(stem)].push_back(static_cast<int>(i));
    }
    std::vector<std::pair<int, int>> pairs;
    std::vector<double> shared(sentences.size());
    std::vector<int> reached;
    for (size_t i = 0; i < sentences.size(); ++i) {
        reached.clear();
        for (const int stem : stems[i]) {
            const std::vector<int> &those = holders[static_cast<size_t>(stem)];
            if (those.size() > MostSentences)
                continue;
            for (auto k = std::ranges::upper_bound(those, static_cast<int>(i)); k != those.end(); ++k) {
                if (sentences[static_cast<size_t>(*k)].passage.article == sentences[i].passage.article)
                    continue;
                double &sum = shared[static_cast<size_t>(*k)];
                if (sum == 0)
                    reached.push_back(*k);
                sum += context.weight(stem);
            }
        }
        std::ranges::sort(reached);
        for (const int k : reached) {
            if (std::exchange(shared[static_cast<size_t>(k)], 0) >= LeastUnlinkedInformation / 2)
                pairs.emplace_back(static_cast<int>(i), k);
        }
    }
    return pairs;
}

/// Marks the one-to-one pairs of one passage pair.
void chooseBest(std::vector<SentencePair> &pairs)
{
    std::ranges::stable_sort(pairs,
                             [](const SentencePair &x, const SentencePair &y) { return x.similarity > y.similarity; });
    std::set<int> takenA;
    std::set<int> takenB;
    for (SentencePair &pair : pairs) {
        if (takenA.contains(pair.a.sentence) || takenB.contains(pair.b.sentence))
            continue;
        takenA.insert(pair.a.sentence);
        takenB.insert(pair.b.sentence);
        pair.isBest = true;
    }
}

} // namespace

DivergenceContext::DivergenceContext(const Story &story_, const std::vector<ArticleLanguage> &language_,
                                     const Alignment &alignment_, const Vocabulary &vocabulary_, Progress &progress)
    : story(story_)
    , language(language_)
    , alignment(alignment_)
    , vocabulary(vocabulary_)
    , m_progress(progress)
    , m_facts(language, progress)
    , m_neighbours(story)
    , m_events(story)
{
    if (!m_facts.isComplete())
        return;
    m_weight = weightsOf(language, vocabulary);
    for (size_t event = 0; event < alignment.events.size(); ++event) {
        for (const EventMember &member : alignment.events[event].members)
            m_events[member.passage].push_back(static_cast<int>(event));
    }
    addLinkedPairs();
    for (const auto &[a, b] : m_linked) {
        m_neighbours[a].push_back(b);
        m_neighbours[b].push_back(a);
    }
    for (int a = 0; a < static_cast<int>(story.articles.size()); ++a) {
        for (int p = 0; p < static_cast<int>(story.articles[static_cast<size_t>(a)].passages.size()); ++p) {
            std::vector<PassageRef> &neighbours = m_neighbours[{a, p}];
            std::ranges::sort(neighbours);
            if (!neighbours.empty())
                m_passages.push_back({a, p});
        }
    }
    addSentencePairs(progress);
}

/// The links of the alignment, and the passages of which a sentence each tells much the same.
void DivergenceContext::addLinkedPairs()
{
    for (const Link &link : alignment.links)
        m_linked.emplace_back(link.a, link.b);
    std::ranges::sort(m_linked);
    if (alignment.isSimplified) // there are too many sentences to look for more
        return;
    std::set<std::pair<PassageRef, PassageRef>> linked(m_linked.begin(), m_linked.end());
    const std::vector<SentenceStems> sentences = sentencesOf(*this);
    for (const auto &[i, k] : sentencesWithRareWords(*this, sentences)) {
        const SentenceStems &a = sentences[static_cast<size_t>(i)];
        const SentenceStems &b = sentences[static_cast<size_t>(k)];
        const auto pair = std::minmax(a.passage, b.passage);
        const bool hasEvent = !eventsOf(a.passage).empty() || !eventsOf(b.passage).empty();
        // by the story's own statistics: in a short one all paragraphs are about the same few words
        if (hasEvent && !linked.contains(pair) &&
            vocabulary.sharedInformation(a.stems, b.stems) >= LeastUnlinkedInformation &&
            vocabulary.similarityOf(a.stems, b.stems) >= LeastUnlinkedSimilarity)
            linked.insert(pair);
    }
    m_linked.assign(linked.begin(), linked.end());
}

/// For every sentence its stems are spread over their kin once; what another sentence gives of it is then a sum over
/// the other's stems. Looking at the pairs of stems instead would cost twenty times as much.
void DivergenceContext::addSentencePairs(Progress &progress)
{
    PassageTable<std::vector<std::vector<int>>> stems(story);
    for (const PassageRef &passage : m_passages) {
        for (size_t s = 0; s < languageOf(passage).sentences.size(); ++s)
            stems[passage].push_back(stemsOf({passage, static_cast<int>(s)}));
    }
    // Of each linked pair the cover of every first sentence by every second one, row by row, and the other way round.
    struct Covers {
        std::vector<double> ofFirst;
        std::vector<double> ofSecond;
    };
    std::vector<Covers> covers(m_linked.size());
    PassageTable<std::vector<size_t>> pairsOf(story);
    for (size_t pair = 0; pair < m_linked.size(); ++pair) {
        const auto &[first, second] = m_linked[pair];
        covers[pair].ofFirst.resize(stems[first].size() * stems[second].size());
        covers[pair].ofSecond.resize(covers[pair].ofFirst.size());
        pairsOf[first].push_back(pair);
        pairsOf[second].push_back(pair);
    }
    const auto fill = [&](int piece) {
        const PassageRef passage = m_passages[static_cast<size_t>(piece)];
        std::vector<double> reach(static_cast<size_t>(vocabulary.size())); // the likeness of every stem to the sentence
        std::vector<int> reached;
        for (size_t s = 0; s < stems[passage].size(); ++s) {
            for (const int stem : stems[passage][s]) {
                reach[static_cast<size_t>(stem)] = 1;
                reached.push_back(stem);
                for (const Vocabulary::Kin &kin : vocabulary.kin(stem)) {
                    double &value = reach[static_cast<size_t>(kin.stem)];
                    value = std::max(value, kin.similarity);
                    reached.push_back(kin.stem);
                }
            }
            for (const size_t pair : pairsOf[passage]) {
                const bool isFirst = m_linked[pair].first == passage;
                const auto &others = stems[isFirst ? m_linked[pair].second : m_linked[pair].first];
                for (size_t other = 0; other < others.size(); ++other) {
                    const double cover = coverWithin(others[other], reach);
                    if (isFirst)
                        covers[pair].ofSecond[s * others.size() + other] = cover;
                    else
                        covers[pair].ofFirst[other * stems[passage].size() + s] = cover;
                }
            }
            for (const int stem : reached)
                reach[static_cast<size_t>(stem)] = 0;
            reached.clear();
        }
    };
    if (!progress.forEach(Stage::FindDivergences, static_cast<int>(m_passages.size()), fill))
        return;
    m_isComplete = m_facts.isComplete();
    for (size_t pair = 0; pair < m_linked.size(); ++pair) {
        const auto &[first, second] = m_linked[pair];
        std::vector<SentencePair> pairs;
        for (size_t a = 0; a < stems[first].size(); ++a) {
            for (size_t b = 0; b < stems[second].size(); ++b) {
                const size_t cell = a * stems[second].size() + b;
                const double similarity = (covers[pair].ofFirst[cell] + covers[pair].ofSecond[cell]) / 2;
                if (similarity >= LeastSimilarity)
                    pairs.push_back({{first, static_cast<int>(a)}, {second, static_cast<int>(b)}, similarity, false});
            }
        }
        chooseBest(pairs);
        std::ranges::move(pairs, std::back_inserter(m_pairs));
    }
    std::ranges::sort(m_pairs, {}, [](const SentencePair &pair) { return std::tuple(pair.a, pair.b); });
}

/// Share of the weight of `told` that a sentence gives whose likeness to every stem is `reach`.
double DivergenceContext::coverWithin(std::span<const int> told, const std::vector<double> &reach) const
{
    double covered = 0;
    double total = 0;
    for (const int stem : told) {
        covered += reach[static_cast<size_t>(stem)] * weight(stem);
        total += weight(stem);
    }
    return total > 0 ? covered / total : 0;
}

const PassageLanguage &DivergenceContext::languageOf(PassageRef ref) const
{
    return language[static_cast<size_t>(ref.article)].passages[static_cast<size_t>(ref.passage)];
}

bool DivergenceContext::linked(PassageRef a, PassageRef b) const
{
    return std::ranges::binary_search(neighboursOf(a), b);
}

const SentencePair *DivergenceContext::pairOf(const SentenceRef &a, const SentenceRef &b) const
{
    const auto found = std::ranges::lower_bound(m_pairs, std::tie(a, b), {},
                                                [](const SentencePair &pair) { return std::tie(pair.a, pair.b); });
    return found != m_pairs.end() && found->a == a && found->b == b ? &*found : nullptr;
}

std::vector<int> DivergenceContext::stemsOf(SentenceRef ref) const
{
    return vocabulary.stems(ref.passage, languageOf(ref.passage).sentences[static_cast<size_t>(ref.sentence)]);
}

std::vector<int> DivergenceContext::stemsOf(PassageRef ref, int first, int count) const
{
    return vocabulary.stems(ref, first, count);
}

int DivergenceContext::stemOf(PassageRef ref, int word) const
{
    const std::span<const int> stems = vocabulary.numbers(ref);
    return stems.empty() ? -1 : stems[static_cast<size_t>(word)];
}

double DivergenceContext::sharedInformation(std::span<const int> a, std::span<const int> b) const
{
    return sharedOfSorted(eachOnce(a), eachOnce(b));
}

double DivergenceContext::sharedOfSorted(std::span<const int> a, std::span<const int> b) const
{
    double sum = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (*x < *y)
            ++x;
        else if (*y < *x)
            ++y;
        else
            sum += (++y, weight(*x++));
    }
    return sum;
}

double DivergenceContext::cover(std::span<const int> a, std::span<const int> b) const
{
    return coverBySorted(a, eachOnce(b));
}

double DivergenceContext::similarityOf(std::span<const int> a, std::span<const int> b) const
{
    return (coverBySorted(a, eachOnce(b)) + coverBySorted(b, eachOnce(a))) / 2;
}

/// The hottest loop of the stage: kin are few and so are the other's stems, so both are walked as sorted rows.
double DivergenceContext::coverBySorted(std::span<const int> a, std::span<const int> sorted) const
{
    double covered = 0;
    double total = 0;
    for (const int stem : a) {
        covered += vocabulary.nearest(stem, sorted) * weight(stem);
        total += weight(stem);
    }
    return total > 0 ? covered / total : 0;
}

bool DivergenceContext::tells(int article, int event) const
{
    const std::vector<EventMember> &members = alignment.events[static_cast<size_t>(event)].members;
    return std::ranges::any_of(members, [&](const EventMember &member) { return member.passage.article == article; });
}

int DivergenceContext::eventHolding(const std::vector<PassageRef> &passages) const
{
    std::map<int, int> held;
    std::set<int> articles;
    for (const PassageRef &passage : passages) {
        articles.insert(passage.article);
        for (const int event : eventsOf(passage))
            ++held[event];
    }
    int best = -1;
    std::pair<std::ptrdiff_t, int> most{0, 0};
    for (const auto &[event, count] : held) {
        const auto telling = std::ranges::count_if(articles, [&](int article) { return tells(article, event); });
        if (const std::pair here{telling, count}; here > most) {
            most = here;
            best = event;
        }
    }
    return best;
}

} // namespace parallax
