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
    std::map<int, std::vector<int>> holders;
    for (size_t i = 0; i < sentences.size(); ++i) {
        for (const int stem : std::set<int>(sentences[i].stems.begin(), sentences[i].stems.end()))
            holders[stem].push_back(static_cast<int>(i));
    }
    std::map<std::pair<int, int>, double> shared;
    for (const auto &[stem, those] : holders) {
        if (those.size() > MostSentences)
            continue;
        for (size_t i = 0; i < those.size(); ++i) {
            for (size_t k = i + 1; k < those.size(); ++k) {
                const SentenceStems &a = sentences[static_cast<size_t>(those[i])];
                const SentenceStems &b = sentences[static_cast<size_t>(those[k])];
                if (a.passage.article != b.passage.article)
                    shared[{those[i], those[k]}] += context.weight(stem);
            }
        }
    }
    std::vector<std::pair<int, int>> pairs;
    for (const auto &[pair, weight] : shared) {
        if (weight >= LeastUnlinkedInformation / 2)
            pairs.push_back(pair);
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
                                     const Alignment &alignment_, const Vocabulary &vocabulary_)
    : story(story_)
    , language(language_)
    , alignment(alignment_)
    , vocabulary(vocabulary_)
{
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
    for (auto &[passage, neighbours] : m_neighbours) {
        std::ranges::sort(neighbours);
        m_passages.push_back(passage);
    }
    addSentencePairs();
}

/// The links of the alignment, and the passages of which a sentence each tells much the same.
void DivergenceContext::addLinkedPairs()
{
    std::set<std::pair<PassageRef, PassageRef>> linked;
    for (const Link &link : alignment.links)
        linked.emplace(link.a, link.b);
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

void DivergenceContext::addSentencePairs()
{
    std::map<SentenceRef, std::vector<int>> stems;
    for (const PassageRef &passage : m_passages) {
        for (size_t s = 0; s < languageOf(passage).sentences.size(); ++s) {
            const SentenceRef ref{passage, static_cast<int>(s)};
            stems[ref] = stemsOf(ref);
        }
    }
    for (const auto &[first, second] : m_linked) {
        std::vector<SentencePair> pairs;
        for (size_t a = 0; a < languageOf(first).sentences.size(); ++a) {
            for (size_t b = 0; b < languageOf(second).sentences.size(); ++b) {
                const SentenceRef refA{first, static_cast<int>(a)};
                const SentenceRef refB{second, static_cast<int>(b)};
                const double similarity = similarityOf(stems[refA], stems[refB]);
                if (similarity >= LeastSimilarity)
                    pairs.push_back({refA, refB, similarity, false});
            }
        }
        chooseBest(pairs);
        std::ranges::move(pairs, std::back_inserter(m_pairs));
    }
    std::ranges::sort(m_pairs, {}, [](const SentencePair &pair) { return std::tuple(pair.a, pair.b); });
}

const PassageLanguage &DivergenceContext::languageOf(PassageRef ref) const
{
    return language[static_cast<size_t>(ref.article)].passages[static_cast<size_t>(ref.passage)];
}

bool DivergenceContext::linked(PassageRef a, PassageRef b) const
{
    return std::ranges::binary_search(neighboursOf(a), b);
}

const std::vector<PassageRef> &DivergenceContext::neighboursOf(PassageRef ref) const
{
    static const std::vector<PassageRef> none;
    const auto found = m_neighbours.find(ref);
    return found == m_neighbours.end() ? none : found->second;
}

const std::vector<int> &DivergenceContext::eventsOf(PassageRef ref) const
{
    static const std::vector<int> none;
    const auto found = m_events.find(ref);
    return found == m_events.end() ? none : found->second;
}

std::vector<int> DivergenceContext::stemsOf(SentenceRef ref) const
{
    const PassageLanguage &passage = languageOf(ref.passage);
    return vocabulary.stems(passage, passage.sentences[static_cast<size_t>(ref.sentence)]);
}

std::vector<int> DivergenceContext::stemsOf(PassageRef ref, int first, int count) const
{
    return vocabulary.stems(languageOf(ref), first, count);
}

double DivergenceContext::sharedInformation(std::span<const int> a, std::span<const int> b) const
{
    const std::set<int> in(b.begin(), b.end());
    double sum = 0;
    for (const int stem : std::set<int>(a.begin(), a.end()))
        sum += in.contains(stem) ? weight(stem) : 0;
    return sum;
}

double DivergenceContext::cover(std::span<const int> a, std::span<const int> b) const
{
    // The hottest loop of the stage: kin are few and so are the other's stems, so both are searched as sorted rows.
    std::vector<int> others(b.begin(), b.end());
    std::ranges::sort(others);
    double covered = 0;
    double total = 0;
    for (const int stem : a) {
        double best = std::ranges::binary_search(others, stem) ? 1 : 0;
        if (best == 0) {
            auto other = others.begin();
            for (const Vocabulary::Kin &kin : vocabulary.kin(stem)) {
                while (other != others.end() && *other < kin.stem)
                    ++other;
                if (other == others.end())
                    break;
                if (*other == kin.stem)
                    best = std::max(best, kin.similarity);
            }
        }
        covered += best * weight(stem);
        total += weight(stem);
    }
    return total > 0 ? covered / total : 0;
}

int DivergenceContext::eventHolding(const std::vector<PassageRef> &passages) const
{
    std::map<int, int> votes;
    for (const PassageRef &passage : passages) {
        for (const int event : eventsOf(passage))
            ++votes[event];
    }
    int best = -1;
    int most = 0;
    for (const auto &[event, count] : votes) {
        if (count > most) {
            most = count;
            best = event;
        }
    }
    return best;
}

} // namespace parallax
