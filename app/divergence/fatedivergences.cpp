// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Compares states of one scale (fates.h) in linked passages. "Found" is said of a wallet and of a wreck: two states
//! are of one thing only where the words around them, the states left out, say enough of the same. What both tellings
//! have is no divergence, even if one of them tells an earlier state too ("went missing and later crashed").
//! Tested by tst_divergence.cpp.
#include "divergence/fatedivergences.h"

#include "divergence/fates.h"
#include "divergence/grouping.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int ContextWords = 9;        ///< to each side of a state
constexpr double LeastInformation = 8; ///< weight shared there
constexpr double LeastObject = 6.5;    ///< … without names, of what is searched for: the place searched is no object
constexpr int MostReadings = 8;
constexpr int LongestSubject = 3;                               ///< words
constexpr std::array ScaleWeights = {0.8, 0.9, 0.6, 0.75, 0.6}; ///< in the order of FateScale
constexpr std::array ScaleNames = {"craft", "life", "search", "custody", "service"};

struct FateMention {
    PassageRef passage;
    Fate fate;
    std::vector<int> around;
    std::vector<int> things; ///< the same without names
};

std::vector<FateMention> mentionsOf(const DivergenceContext &context)
{
    std::vector<FateMention> mentions;
    for (const PassageRef &ref : context.passages()) {
        const PassageLanguage &passage = context.languageOf(ref);
        if (!english::isEnglish(context.story.articles[static_cast<size_t>(ref.article)].language))
            continue;
        for (const Sentence &sentence : passage.sentences) {
            const std::vector<Fate> fates = fatesOf(context, ref, sentence);
            for (const Fate &fate : fates) {
                const WordRange near = around(passage, {fate.word, 1}, ContextWords);
                FateMention mention{ref, fate, {}, {}};
                for (int i = near.first; i < near.end(); ++i) {
                    const bool isState = std::ranges::any_of(fates, [&](const Fate &f) { return f.word == i; });
                    const int stem = context.stemOf(ref, i);
                    if (isState || stem < 0)
                        continue;
                    mention.around.push_back(stem);
                    const Word &word = passage.words[static_cast<size_t>(i)];
                    if (!word.isNumber && (!word.isCapital || i == sentence.firstWord))
                        mention.things.push_back(stem);
                }
                mentions.push_back(std::move(mention));
            }
        }
    }
    return mentions;
}

/// The noun that most of a group have near them, nearest to the first one's state.
QString subjectOf(const DivergenceContext &context, const std::vector<FateMention> &mentions,
                  const std::vector<int> &group)
{
    std::map<int, int> counts;
    for (const int i : group) {
        const std::vector<int> &near = mentions[static_cast<size_t>(i)].things;
        for (const int stem : std::set<int>(near.begin(), near.end()))
            ++counts[stem];
    }
    QString best;
    const FateScale scale = mentions[static_cast<size_t>(group.front())].fate.scale;
    const bool isOfPersons = scale == FateScale::Life || scale == FateScale::Custody;
    std::tuple rank{false, 1, 0}; // whether it is such a thing, how many share it, how near it stands
    const FateMention &first = mentions[static_cast<size_t>(group.front())];
    const PassageLanguage &passage = context.languageOf(first.passage);
    const WordRange near = around(passage, {first.fate.word, 1}, ContextWords);
    for (int i = near.first; i < near.end(); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        const auto shared = counts.find(context.vocabulary.id(word.stem));
        if (i == first.fate.word || shared == counts.end() || word.span.length < 4 || word.isStop || word.isNumber ||
            !Lexicon::english().hasClass(word.folded, WordClass::Noun))
            continue;
        const bool isSuch = Lexicon::english().isPerson(word.folded) == isOfPersons;
        const std::tuple here{isSuch, shared->second, -std::abs(i - first.fate.word)};
        if (here <= rank)
            continue;
        rank = here;
        WordRange phrase{i, 1}; // "black boxes", "cockpit voice recorder"
        const auto isNoun = [&](int k) {
            const Word &next = passage.words[static_cast<size_t>(k)];
            return !next.isStop && !next.isCapital && Lexicon::english().hasClass(next.folded, WordClass::Noun);
        };
        while (phrase.count < LongestSubject && isJoined(context.textOf(first.passage), passage, phrase.end()) &&
               isNoun(phrase.end()))
            ++phrase.count;
        best = spanOf(passage, phrase).of(context.textOf(first.passage)).toString();
    }
    return best;
}

} // namespace

std::vector<Divergence> findFateDivergences(const DivergenceContext &context)
{
    const std::vector<FateMention> mentions = mentionsOf(context);
    std::vector<MentionEdge> edges;
    std::set<std::pair<int, int>> joined;
    std::vector<PassageRef> passages;
    std::ranges::transform(mentions, std::back_inserter(passages), &FateMention::passage);
    context.forLinkedMentions(passages, [&](int i, int k) {
        const FateMention &a = mentions[static_cast<size_t>(i)];
        const FateMention &b = mentions[static_cast<size_t>(k)];
        if (a.fate.scale != b.fate.scale)
            return;
        const bool isSearch = a.fate.scale == FateScale::Search;
        const double shared =
            isSearch ? context.sharedInformation(a.things, b.things) : context.sharedInformation(a.around, b.around);
        if (shared < (isSearch ? LeastObject : LeastInformation))
            return;
        edges.push_back({i, k, shared});
        joined.emplace(i, k);
    });
    std::vector<Divergence> found;
    const auto related = [&](int i, int k) { return joined.contains(std::minmax(i, k)); };
    for (const std::vector<int> &group : groupMentions(static_cast<int>(mentions.size()), edges, related)) {
        std::map<std::pair<int, int>, int> shown; // one reading an article and step
        for (const int i : group) {
            const FateMention &mention = mentions[static_cast<size_t>(i)];
            shown.try_emplace({mention.passage.article, mention.fate.step}, i);
        }
        std::vector<Reading> readings;
        for (const auto &[key, i] : shown) {
            const FateMention &mention = mentions[static_cast<size_t>(i)];
            if (readings.size() < MostReadings)
                readings.push_back(
                    {mention.passage,
                     spanOf(context.languageOf(mention.passage), mention.fate.words),
                     mention.fate.step,
                     {},
                     u"state %1, step %2 of %3"_s.arg(
                         context.languageOf(mention.passage).words[static_cast<size_t>(mention.fate.word)].folded,
                         QString::number(mention.fate.step),
                         QLatin1StringView(ScaleNames[static_cast<size_t>(mention.fate.scale)]))});
        }
        const FateScale scale = mentions[static_cast<size_t>(group.front())].fate.scale;
        if (auto divergence =
                makeDivergence(context, DivergenceKind::Status, Aspect::Outcome, subjectOf(context, mentions, group),
                               ScaleWeights[static_cast<size_t>(scale)], readings))
            found.push_back(std::move(*divergence));
    }
    return found;
}

} // namespace parallax
