// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Two quotations are one when the longest common subsequence of their words holds half the weight of the shorter
//! one: translated twice, cut or run on, they still keep their rare words in order. They diverge when words differ;
//! marks, commas and capitals are the editor's and count for nothing. A quotation also diverges from a telling that
//! gives nearly all its words without marks, or fills the frame round a short one otherwise ("prospects are
//! 'very small'" / "prospects are very low"). However many tellings quote it, that is one divergence.
//!
//! What looks like a cut and is none: one telling interrupts the quotation ("…," he said, "…"). Its parts are laid
//! together before they are compared. Wrong alternative: bags of words; two sentences of one speech share many.
//! Tested by tst_divergence.cpp.
#include "divergence/quotedivergences.h"

#include "divergence/grouping.h"
#include "divergence/phrases.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double SameQuotation = 0.5;  ///< share of the lighter quotation's weight in common
constexpr double LeastInformation = 4; ///< weight in common: one rare word or two plain ones
constexpr double KindredWords = 0.4;   ///< similarity from which two words can stand for each other
constexpr double SameParaphrase = 0.6; ///< share of a quotation's weight that unquoted words must give
constexpr int ShortQuotation = 4;      ///< words; longer ones need no frame
constexpr int FrameWords = 8;          ///< words before a short quotation that make its frame
constexpr int LeastFrame = 3;          ///< content words of it in common
constexpr int SubjectWords = 6;        ///< of a quotation that name it
constexpr int MostReadings = 12;
constexpr double QuoteWeight = 0.55;
constexpr double ParaphraseWeight = 0.4;

/// A quotation, or the parts of an interrupted one, as words.
struct Quoted {
    PassageRef passage;
    TextSpan span;
    std::vector<QString> folded;
    std::vector<int> stems; ///< a number a word; function words below zero, each its own
};

/// "Anna 'Ant' Berg": marks inside a name quote nobody.
bool isNickname(const PassageLanguage &passage, const Quotation &quotation)
{
    const int before = quotation.firstWord - 1;
    const int behind = quotation.firstWord + quotation.wordCount;
    if (quotation.wordCount > 2 || before < 0 || behind >= static_cast<int>(passage.words.size()))
        return false;
    const Word &first = passage.words[static_cast<size_t>(before)];
    const Word &last = passage.words[static_cast<size_t>(behind)];
    return first.isCapital && last.isCapital && first.span.end() + 1 >= quotation.span.start &&
           quotation.span.end() + 1 >= last.span.start;
}

std::vector<Quoted> quotationsOf(const DivergenceContext &context)
{
    std::vector<Quoted> found;
    std::map<QString, int> functionWords;
    for (const PassageRef &ref : context.passages()) {
        const PassageLanguage &passage = context.languageOf(ref);
        for (const Quotation &quotation : passage.quotations) {
            if (isNickname(passage, quotation))
                continue;
            Quoted quoted{ref, quotation.span, {}, {}};
            for (int i = quotation.firstWord; i < quotation.firstWord + quotation.wordCount; ++i) {
                const Word &word = passage.words[static_cast<size_t>(i)];
                quoted.folded.push_back(word.folded);
                const int stem = word.isStop ? -1 : context.vocabulary.id(word.stem);
                const int asFunction =
                    -2 - functionWords.try_emplace(word.folded, static_cast<int>(functionWords.size())).first->second;
                quoted.stems.push_back(stem >= 0 ? stem : asFunction);
            }
            found.push_back(std::move(quoted));
        }
    }
    return found;
}

double weightOf(const DivergenceContext &context, int stem)
{
    return stem >= 0 ? context.weight(stem) : 0.0;
}

double weightOf(const DivergenceContext &context, const std::vector<int> &stems)
{
    double sum = 0;
    for (const int stem : stems)
        sum += weightOf(context, stem);
    return sum;
}

/// How far two words can stand for each other, 0 for strangers.
double likeness(const DivergenceContext &context, int a, int b)
{
    if (a == b)
        return 1;
    const double like = a >= 0 && b >= 0 ? context.vocabulary.similarity(a, b) : 0;
    return like >= KindredWords ? like : 0;
}

/// Weight of the heaviest common subsequence of two lists of stems, kindred words ("crying", "calling") counted by
/// their likeness: one speech is translated and remembered in several ways.
double commonWeight(const DivergenceContext &context, const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<double> row(b.size() + 1, 0.0);
    for (const int stem : a) {
        double diagonal = 0;
        for (size_t j = 1; j <= b.size(); ++j) {
            const double above = row[j];
            row[j] = std::max(above, row[j - 1]);
            const double like = likeness(context, stem, b[j - 1]);
            if (like > 0)
                row[j] =
                    std::max(row[j], diagonal + like * std::min(weightOf(context, stem), weightOf(context, b[j - 1])));
            diagonal = above;
        }
    }
    return row.back();
}

bool areSame(const DivergenceContext &context, const Quoted &a, const Quoted &b)
{
    const double common = commonWeight(context, a.stems, b.stems);
    const double lighter = std::min(weightOf(context, a.stems), weightOf(context, b.stems));
    return common >= LeastInformation && common >= SameQuotation * lighter;
}

/// All words of `part` in `whole`, in order and side by side.
bool isRunOf(const std::vector<QString> &part, const std::vector<QString> &whole)
{
    return !std::ranges::search(whole, part).empty();
}

QString firstWords(const DivergenceContext &context, const Quoted &quoted)
{
    const PassageLanguage &passage = context.languageOf(quoted.passage);
    WordRange words = wordsOf(passage, quoted.span);
    words.count = std::min(words.count, SubjectWords);
    return spanOf(passage, words).of(context.textOf(quoted.passage)).toString();
}

/// Whether the parts that one article quotes make up the whole that another one quotes without interruption.
bool isOnlyInterrupted(const std::vector<Quoted> &quotations, const Quoted &part, const Quoted &whole)
{
    size_t covered = 0;
    const PassageRef first{part.passage.article, part.passage.passage - 2};
    for (auto other = std::ranges::lower_bound(quotations, first, {}, &Quoted::passage);
         other != quotations.end() && other->passage.article == part.passage.article &&
         other->passage.passage <= part.passage.passage + 2;
         ++other) {
        if (isRunOf(other->folded, whole.folded))
            covered += other->folded.size();
    }
    return covered >= whole.folded.size();
}

/// The end of what a telling quotes on in the sentence of a quotation, of which none of the others has a word; the
/// quotation's own end where it quotes no more.
int runOnEnd(const DivergenceContext &context, const std::vector<Quoted> &quotations, const std::vector<int> &group,
             const Quoted &quoted)
{
    int end = quoted.span.end();
    const auto inPassage = [&](PassageRef ref) {
        return std::ranges::equal_range(quotations, ref, {}, &Quoted::passage);
    };
    for (const Sentence &sentence : context.languageOf(quoted.passage).sentences) {
        for (const Quoted &more : inPassage(quoted.passage)) {
            const bool isBehind = sentence.span.contains(more.span) && sentence.span.contains(quoted.span) &&
                                  more.span.start >= quoted.span.end();
            const bool isElsewhere = std::ranges::any_of(group, [&](int other) {
                const Quoted &there = quotations[static_cast<size_t>(other)];
                return there.passage.article != quoted.passage.article &&
                       std::ranges::any_of(inPassage(there.passage),
                                           [&](const Quoted &q) { return areSame(context, q, more); });
            });
            if (isBehind && !isElsewhere)
                end = std::max(end, more.span.end());
        }
    }
    return end;
}

/// The same words quoted, and more in one telling: "'grave errors'" / "'grave errors' and 'plain neglect'".
void addRunOn(const DivergenceContext &context, const std::vector<Quoted> &quotations, const std::vector<int> &group,
              std::vector<Divergence> &found)
{
    std::vector<Reading> readings;
    for (const int index : group) {
        const Quoted &quoted = quotations[static_cast<size_t>(index)];
        const int end = runOnEnd(context, quotations, group, quoted);
        readings.push_back(
            {quoted.passage, TextSpan::between(quoted.span.start, end), end > quoted.span.end() ? 1 : 0, {}});
        readings.back().slot = end > quoted.span.end() ? u"quotation that runs on"_s : u"quotation that ends"_s;
    }
    const Quoted &first = quotations[static_cast<size_t>(group.front())];
    if (auto divergence = makeDivergence(context, DivergenceKind::Quote, Aspect::Quotation, firstWords(context, first),
                                         QuoteWeight, readings))
        found.push_back(std::move(*divergence));
}

/// How much of a quotation's weight the words of a window give, kindred words included.
double coverOf(const DivergenceContext &context, const Quoted &quoted, PassageRef ref, WordRange window)
{
    const std::vector<int> stems = context.stemsOf(ref, window.first, window.count);
    double covered = 0;
    for (const int stem : quoted.stems) {
        if (stem < 0)
            continue;
        double best = 0;
        for (const int other : stems)
            best = std::max(best, context.vocabulary.similarity(stem, other));
        covered += best >= 0.8 ? best * context.weight(stem) : 0;
    }
    return covered / std::max(1e-9, weightOf(context, quoted.stems));
}

/// The frame before a short quotation: its content words in order.
std::vector<int> frameBefore(const DivergenceContext &context, PassageRef ref, int word)
{
    const int first = std::max(0, word - FrameWords);
    return context.stemsOf(ref, first, word - first);
}

std::optional<TextSpan> otherFilling(const DivergenceContext &context, const Quoted &quoted, PassageRef ref,
                                     WordRange sentence)
{
    const PassageLanguage &own = context.languageOf(quoted.passage);
    const PassageLanguage &passage = context.languageOf(ref);
    const WordRange words = wordsOf(own, quoted.span);
    const std::vector<int> frame = frameBefore(context, quoted.passage, words.first);
    if (words.count > ShortQuotation || words.first == 0)
        return std::nullopt;
    const Word &lead = own.words[static_cast<size_t>(words.first - 1)];
    for (int i = sentence.first; i + 1 < sentence.end(); ++i) {
        if (passage.words[static_cast<size_t>(i)].folded != lead.folded)
            continue;
        const std::vector<int> other = frameBefore(context, ref, i + 1);
        const std::set<int> shared(frame.begin(), frame.end());
        std::set<int> common;
        for (const int stem : other) {
            if (shared.contains(stem))
                common.insert(stem);
        }
        if (static_cast<int>(common.size()) < LeastFrame)
            continue;
        const WordRange filling{i + 1, std::min(words.count, sentence.end() - i - 1)};
        return spanOf(passage, filling);
    }
    return std::nullopt;
}

/// Words of a telling that give a quotation without its marks; nothing where it quotes it too.
std::optional<TextSpan> unquoted(const DivergenceContext &context, const std::vector<Quoted> &quotations,
                                 const Quoted &quoted, PassageRef ref)
{
    constexpr int fewestShared = 2;
    const PassageLanguage &passage = context.languageOf(ref);
    const auto own = std::ranges::equal_range(quotations, ref, {}, &Quoted::passage);
    if (std::ranges::any_of(own, [&](const Quoted &other) { return areSame(context, quoted, other); }))
        return std::nullopt;
    const std::set<int> wanted(quoted.stems.begin(), quoted.stems.end());
    for (const Sentence &sentence : passage.sentences) {
        const WordRange whole = wordsOf(sentence);
        if (const auto filling = otherFilling(context, quoted, ref, whole))
            return filling;
        const int length = static_cast<int>(quoted.folded.size()) + 6;
        const WordRange window = nearestWords(context, ref, whole, quoted.stems, length);
        if (window.count < 2 || weightOf(context, quoted.stems) < LeastInformation ||
            coverOf(context, quoted, ref, window) < SameParaphrase)
            continue;
        const double shared = context.sharedInformation(quoted.stems, context.stemsOf(ref, window.first, window.count));
        const TextSpan span = spanOf(passage, window);
        const bool isMarked =
            std::ranges::any_of(passage.quotations, [&](const Quotation &q) { return q.span.overlaps(span); });
        // "a 16-year-old" gives all of "he's 16 years old", and is nobody's words
        int sharedWords = 0;
        for (int i = window.first; i < window.end(); ++i) {
            const Word &word = passage.words[static_cast<size_t>(i)];
            const bool isFigure =
                std::ranges::any_of(passage.figures, [&](const Figure &f) { return f.span.overlaps(word.span); });
            sharedWords += !word.isStop && !isFigure && wanted.contains(context.vocabulary.id(word.stem)) ? 1 : 0;
        }
        if (shared >= 2 * LeastInformation && !isMarked && sharedWords >= fewestShared)
            return span;
    }
    return std::nullopt;
}

/// The readings of the articles that quote none of a group's quotations and tell one without marks, an article each.
std::vector<Reading> unquotedReadings(const DivergenceContext &context, const std::vector<Quoted> &quotations,
                                      const std::vector<int> &group)
{
    std::set<int> quoting;
    std::map<PassageRef, TextSpan> told;
    for (const int index : group)
        quoting.insert(quotations[static_cast<size_t>(index)].passage.article);
    for (const int index : group) {
        const Quoted &quoted = quotations[static_cast<size_t>(index)];
        for (const PassageRef &ref : context.neighboursOf(quoted.passage)) {
            if (quoting.contains(ref.article) || told.contains(ref))
                continue;
            if (const auto span = unquoted(context, quotations, quoted, ref))
                told.emplace(ref, *span);
        }
    }
    std::vector<Reading> readings;
    for (const auto &[ref, span] : told)
        readings.push_back({ref, span, -1, {}, u"told without marks"_s});
    return readings;
}

/// One quotation in all tellings: those that quote it, in which words, and those that tell it without marks.
void addQuotation(const DivergenceContext &context, const std::vector<Quoted> &quotations,
                  const std::vector<int> &group, std::vector<Divergence> &found)
{
    std::map<std::vector<QString>, int> wordings;
    std::vector<Reading> readings;
    const Quoted *longest = nullptr;
    for (const int index : group) {
        const Quoted &quoted = quotations[static_cast<size_t>(index)];
        const int wording = wordings.try_emplace(quoted.folded, static_cast<int>(wordings.size())).first->second;
        const QStringList words(quoted.folded.begin(), quoted.folded.end());
        readings.push_back({quoted.passage, quoted.span, wording, {}, u"quoted: "_s + words.join(u' ')});
        if (!longest || quoted.folded.size() > longest->folded.size())
            longest = &quoted;
    }
    const bool isCut = std::ranges::any_of(group, [&](int index) {
        const Quoted &quoted = quotations[static_cast<size_t>(index)];
        return quoted.folded != longest->folded && !isOnlyInterrupted(quotations, quoted, *longest);
    });
    const std::vector<Reading> told = unquotedReadings(context, quotations, group);
    if (!isCut && group.size() > 1)
        addRunOn(context, quotations, group, found);
    if (!isCut && told.empty())
        return;
    if (!isCut) {
        for (Reading &reading : readings)
            reading.group = 0; // a quotation that is only interrupted is the same
    }
    readings.insert(readings.end(), told.begin(), told.end());
    const double size = std::min(1.0, weightOf(context, longest->stems) / 60);
    const double weight = isCut ? QuoteWeight + 0.2 * size : ParaphraseWeight;
    if (auto divergence = makeDivergence(context, DivergenceKind::Quote, Aspect::Quotation,
                                         firstWords(context, *longest), weight, readings))
        found.push_back(std::move(*divergence));
}

/// The quotations of the story, those that are one in a group.
std::vector<std::vector<int>> sameQuotations(const DivergenceContext &context, const std::vector<Quoted> &quotations)
{
    std::vector<PassageRef> passages;
    for (const Quoted &quoted : quotations)
        passages.push_back(quoted.passage);
    std::vector<MentionEdge> edges;
    context.forLinkedMentions(passages, [&](int i, int k) {
        const Quoted &a = quotations[static_cast<size_t>(i)];
        const Quoted &b = quotations[static_cast<size_t>(k)];
        if (areSame(context, a, b))
            edges.push_back({i, k, commonWeight(context, a.stems, b.stems)});
    });
    std::vector<std::vector<int>> groups = groupMentions(context, passages, edges, MostReadings);
    std::vector<bool> isGrouped(quotations.size());
    for (const std::vector<int> &group : groups) {
        for (const int index : group)
            isGrouped[static_cast<size_t>(index)] = true;
    }
    for (size_t i = 0; i < quotations.size(); ++i) {
        if (!isGrouped[i])
            groups.push_back({static_cast<int>(i)});
    }
    return groups;
}

} // namespace

std::vector<Divergence> findQuoteDivergences(const DivergenceContext &context)
{
    const std::vector<Quoted> quotations = quotationsOf(context);
    std::vector<Divergence> found;
    for (const std::vector<int> &group : sameQuotations(context, quotations))
        addQuotation(context, quotations, group, found);
    return found;
}

} // namespace parallax
