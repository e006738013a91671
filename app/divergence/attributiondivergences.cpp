// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Two tellings of one sentence are compared by their sources: another speaker ("the minister said" / "officials
//! said"), or a source here and none there. A sentence may name several sources ("A said that B had denied"), so the
//! two that agree are matched first, and what is left over is compared only where nothing agrees. A pronoun stands
//! for the source it resolves to. A sentence that lies inside a quotation has the source of its passage.
//! Wrong alternative: the sources of passages as wholes; a paragraph of three sentences has three.
//! Tested by tst_divergence.cpp.
#include "divergence/attributiondivergences.h"

#include "divergence/grouping.h"
#include "divergence/phrases.h"
#include "divergence/roledivergences.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastSimilarity = 0.22;       ///< of sentences whose sources are compared
constexpr double LeastSimilarityToNone = 0.42; ///< where one has no source at all
constexpr double LeastInformation = 7;         ///< shared weight of the two sentences, their sources left out
constexpr double LeastSaid = 0.2;              ///< how alike what two sources say must be
constexpr double LeastTold = 0.4;              ///< share of what a source says that the other sentence tells
constexpr double SameHead = 0.8;               ///< similarity of two heads from which they can be one source
constexpr int MostReadings = 8;
constexpr int WindowWords = 10;
constexpr int SubjectWords = 6;
constexpr double SpeakerWeight = 0.45;
constexpr double NoneWeight = 0.3;

/// What a sentence gives as its source; `attribution` null for none.
struct Slot {
    SentenceRef sentence;
    const Attribution *attribution = nullptr;
    QString key;      ///< slots with equal keys agree; empty for no source
    WordRange region; ///< the words it speaks for: its complement, or what stands before it

    friend bool operator<(const Slot &x, const Slot &y)
    {
        const auto place = [](const Slot &s) {
            return std::tuple(s.sentence, s.attribution ? s.attribution->span.start : -1);
        };
        return place(x) < place(y);
    }
};

const Sentence &sentenceAt(const DivergenceContext &context, SentenceRef ref)
{
    return context.languageOf(ref.passage).sentences[static_cast<size_t>(ref.sentence)];
}

/// The last word of a source as the text names it, folded.
QString headOf(const DivergenceContext &context, PassageRef ref, const Attribution &attribution)
{
    QString head = attribution.isPronoun && !attribution.resolved.isEmpty()
                       ? attribution.resolved.section(u' ', -1)
                       : attribution.head.of(context.textOf(ref)).toString();
    head = head.toCaseFolded();
    if (head.endsWith(u"'s") || head.endsWith(u"\u2019s"))
        head.chop(2);
    return head.remove(u'.');
}

/// What an attribution speaks for: the words behind it up to the next one, or where it ends its sentence those before.
WordRange regionOf(const DivergenceContext &context, SentenceRef ref, const Attribution &attribution)
{
    constexpr int fewest = 3;
    const PassageLanguage &passage = context.languageOf(ref.passage);
    const WordRange sentence = wordsOf(sentenceAt(context, ref));
    const WordRange own = wordsOf(passage, attribution.span);
    int from = sentence.first;
    int to = sentence.end();
    for (const Attribution &other : passage.attributions) {
        const WordRange words = wordsOf(passage, other.span);
        if (other.sentence != ref.sentence || other.span.overlaps(attribution.span))
            continue;
        if (words.end() <= own.first)
            from = std::max(from, words.end());
        else if (words.first >= own.end())
            to = std::min(to, words.first);
    }
    if (attribution.verb.start < attribution.source.start && to - own.end() >= fewest)
        return {from, to - from}; // "was confirmed by", "according to": it may speak for both sides
    return to - own.end() >= fewest ? WordRange{own.end(), to - own.end()} : WordRange{from, own.first - from};
}

std::vector<Slot> slotsOf(const DivergenceContext &context, SentenceRef ref)
{
    std::vector<Slot> found;
    for (const Attribution &attribution : context.languageOf(ref.passage).attributions) {
        if (attribution.sentence == ref.sentence)
            found.push_back(
                {ref, &attribution, headOf(context, ref.passage, attribution), regionOf(context, ref, attribution)});
    }
    return found;
}

/// Whether most of a sentence is quoted.
bool isQuoted(const DivergenceContext &context, SentenceRef ref)
{
    const TextSpan sentence = sentenceAt(context, ref).span;
    int quoted = 0;
    for (const Quotation &quotation : context.languageOf(ref.passage).quotations) {
        const int from = std::max(sentence.start, quotation.span.start);
        quoted += std::max(0, std::min(sentence.end(), quotation.span.end()) - from);
    }
    return 2 * quoted > sentence.length;
}

/// The slots of a sentence, of its passage where it is quoted and names none.
std::vector<Slot> sourcesOf(const DivergenceContext &context, SentenceRef ref)
{
    std::vector<Slot> found = slotsOf(context, ref);
    if (!found.empty() || !isQuoted(context, ref))
        return found;
    const Attribution *nearest = nullptr;
    for (const Attribution &attribution : context.languageOf(ref.passage).attributions) {
        if (!nearest || std::abs(attribution.sentence - ref.sentence) < std::abs(nearest->sentence - ref.sentence))
            nearest = &attribution;
    }
    if (nearest)
        found.push_back({{ref.passage, nearest->sentence},
                         nearest,
                         headOf(context, ref.passage, *nearest),
                         wordsOf(sentenceAt(context, ref))});
    return found;
}

/// "nha" of "the National Harbour Authority"; empty for fewer than three.
QString initialsOf(const QString &source)
{
    constexpr qsizetype fewest = 3;
    QString initials;
    for (const QString &word : source.split(u' ', Qt::SkipEmptyParts)) {
        if (word[0].isUpper())
            initials += word[0].toLower();
    }
    return initials.size() >= fewest ? initials : QString();
}

bool areOneSource(const DivergenceContext &context, const Slot &a, const Slot &b)
{
    if (a.key == b.key)
        return true;
    const QString &textA = context.textOf(a.sentence.passage);
    const QString &textB = context.textOf(b.sentence.passage);
    // "Foreign Minister Lund" and "the minister": the one's head among the other's words.
    const QString sourceA = a.attribution->resolved.toCaseFolded();
    const QString sourceB = b.attribution->resolved.toCaseFolded();
    const auto holds = [](const QString &source, const QString &word) {
        const QStringList words = source.split(u' ', Qt::SkipEmptyParts);
        return std::ranges::any_of(words,
                                   [&](const QString &w) { return w.startsWith(word) && w.size() <= word.size() + 2; });
    };
    if (holds(sourceA, b.key) || holds(sourceB, a.key) || initialsOf(a.attribution->resolved) == b.key ||
        initialsOf(b.attribution->resolved) == a.key)
        return true;
    const bool isNamed = a.attribution->head.of(textA)[0].isUpper() || b.attribution->head.of(textB)[0].isUpper();
    if (isNamed)
        return false;
    const auto stem = [&](const Slot &slot) {
        const PassageLanguage &passage = context.languageOf(slot.sentence.passage);
        const WordRange words = wordsOf(passage, slot.attribution->head);
        return words.count > 0 ? context.vocabulary.id(passage.words[static_cast<size_t>(words.first)].stem) : -1;
    };
    const int x = stem(a);
    const int y = stem(b);
    return x >= 0 && y >= 0 && context.vocabulary.similarity(x, y) >= SameHead;
}

/// Content of some words without those of sources and without names: who is spoken of is not what is said.
std::vector<int> saidOf(const DivergenceContext &context, PassageRef ref, WordRange words)
{
    const PassageLanguage &passage = context.languageOf(ref);
    std::vector<int> stems;
    for (int i = words.first; i < words.end(); ++i) {
        const bool isSource = std::ranges::any_of(passage.attributions, [&](const Attribution &attribution) {
            return attribution.span.contains(passage.words[static_cast<size_t>(i)].span);
        });
        const bool isName = std::ranges::any_of(passage.names, [&](const NameMention &name) {
            return name.span.contains(passage.words[static_cast<size_t>(i)].span);
        });
        if (isSource || isName)
            continue;
        const std::vector<int> one = context.stemsOf(ref, i, 1);
        stems.insert(stems.end(), one.begin(), one.end());
    }
    return stems;
}

/// The words of a sentence without a source that tell what the other one attributes: those shared, with their clause
/// as far as it is short.
WordRange toldWords(const DivergenceContext &context, SentenceRef ref, const std::vector<int> &said)
{
    const PassageLanguage &passage = context.languageOf(ref.passage);
    const Sentence &sentence = sentenceAt(context, ref);
    WordRange near = nearestWords(context, ref.passage, wordsOf(sentence), said, WindowWords);
    for (const WordRange &clause : clausesOf(context.textOf(ref.passage), passage, sentence)) {
        if (near.count == 0 || !clause.holds(near.first))
            continue;
        const int end = std::max(near.end(), std::min(clause.end(), clause.first + WindowWords));
        near = end - clause.first <= WindowWords + 2 ? WordRange{clause.first, end - clause.first} : near;
        break;
    }
    return near;
}

TextSpan readingOf(const DivergenceContext &context, const Slot &slot, const std::vector<int> &said)
{
    return slot.attribution
               ? slot.attribution->span
               : spanOf(context.languageOf(slot.sentence.passage), toldWords(context, slot.sentence, said));
}

/// Slots and the pairs of them that speak for one statement.
struct Sources {
    std::vector<Slot> mentions;
    std::vector<PassageRef> passages;
    std::map<Slot, int> index;
    std::vector<MentionEdge> edges;
    std::map<int, std::vector<int>> said; ///< what the statement says, a list a mention

    int add(const Slot &slot, const std::vector<int> &words)
    {
        const auto [it, isNew] = index.try_emplace(slot, static_cast<int>(mentions.size()));
        if (isNew) {
            mentions.push_back(slot);
            passages.push_back(slot.sentence.passage);
        }
        std::vector<int> &all = said[it->second];
        all.insert(all.end(), words.begin(), words.end());
        std::ranges::sort(all); // whatever pair came first
        return it->second;
    }
};

/// The slot of a sentence that speaks for most of what the other sentence says, and how much that is.
struct Spoken {
    const Slot *a = nullptr;
    const Slot *b = nullptr;
    double information = 0;
};

Spoken bestSpoken(const DivergenceContext &context, const std::vector<Slot> &a, const std::vector<Slot> &b)
{
    Spoken best;
    for (const Slot &x : a) {
        const std::vector<int> saidX = saidOf(context, x.sentence.passage, x.region);
        for (const Slot &y : b) {
            const std::vector<int> saidY = saidOf(context, y.sentence.passage, y.region);
            const double shared = context.sharedInformation(saidX, saidY);
            if (shared > best.information)
                best = {&x, &y, shared};
        }
    }
    return best;
}

/// Whether a headline names no source only because its text below, on the same thing, gives that of `given`.
bool isGivenBelow(const DivergenceContext &context, SentenceRef none, const Slot &given)
{
    if (context.story.passage(none.passage).role != Role::Headline)
        return false;
    const auto names = [&](PassageRef ref) {
        const auto &sentences = context.languageOf(ref).sentences;
        for (int s = 0; s < static_cast<int>(sentences.size()); ++s) {
            if (std::ranges::any_of(slotsOf(context, {ref, s}),
                                    [&](const Slot &slot) { return areOneSource(context, slot, given); }))
                return true;
        }
        return false;
    };
    return std::ranges::any_of(context.neighboursOf(given.sentence.passage),
                               [&](PassageRef ref) { return ref.article == none.passage.article && names(ref); });
}

void comparePair(const DivergenceContext &context, const SentencePair &pair, Sources &sources)
{
    std::vector<Slot> a = sourcesOf(context, pair.a);
    std::vector<Slot> b = sourcesOf(context, pair.b);
    if (a.empty() == b.empty() && a.empty())
        return;
    const bool isNone = a.empty() || b.empty();
    for (const auto &[slots, ref] : {std::pair(&a, pair.a), std::pair(&b, pair.b)}) {
        if (!slots->empty())
            continue;
        if (isQuoted(context, ref))
            return; // who speaks stands in another paragraph
        slots->push_back({ref, nullptr, {}, wordsOf(sentenceAt(context, ref))});
    }
    if (isNone && pair.similarity < LeastSimilarityToNone)
        return;
    const Spoken best = bestSpoken(context, a, b);
    if (best.information < LeastInformation)
        return;
    const std::vector<int> saidA = saidOf(context, best.a->sentence.passage, best.a->region);
    const std::vector<int> saidB = saidOf(context, best.b->sentence.passage, best.b->region);
    const double told = !best.a->attribution   ? context.cover(saidB, saidA)
                        : !best.b->attribution ? context.cover(saidA, saidB)
                                               : 1.0;
    if (told < LeastTold || (!isNone && context.similarityOf(saidA, saidB) < LeastSaid))
        return;
    const auto join = [&](const Slot &x, const Slot &y) {
        const int i = sources.add(x, saidOf(context, y.sentence.passage, y.region));
        const int k = sources.add(y, saidOf(context, x.sentence.passage, x.region));
        sources.edges.push_back({i, k, pair.similarity});
    };
    for (const Slot &x : a) {
        for (const Slot &y : b) {
            if (isNone || !areOneSource(context, x, y))
                continue;
            if (sources.index.contains(x) || sources.index.contains(y))
                join(x, y);
            return;
        }
    }
    join(*best.a, *best.b);
}

QString subjectOf(const DivergenceContext &context, const Slot &slot, const std::vector<int> &said)
{
    const PassageRef ref = slot.sentence.passage;
    const WordRange words = nearestWords(context, ref, wordsOf(sentenceAt(context, slot.sentence)), said, SubjectWords);
    return spanOf(context.languageOf(ref), words).of(context.textOf(ref)).toString();
}

/// Whether two articles share no source, a headline counted as naming those that the text below it gives.
/// `keys`: of each slot; slots with equal keys agree.
bool doArticlesDiffer(const DivergenceContext &context, const std::vector<Slot> &slots,
                      const std::vector<QString> &keys)
{
    std::map<int, std::set<QString>> sources;
    for (size_t i = 0; i < slots.size(); ++i) {
        std::set<QString> &own = sources[slots[i].sentence.passage.article];
        own.insert(keys[i]);
        for (size_t k = 0; k < slots.size() && !slots[i].attribution; ++k) {
            if (slots[k].attribution && isGivenBelow(context, slots[i].sentence, slots[k]))
                own.insert(keys[k]);
        }
    }
    return std::ranges::any_of(sources, [&](const auto &a) {
        return std::ranges::any_of(sources, [&](const auto &b) {
            return std::ranges::none_of(a.second, [&](const QString &key) { return b.second.contains(key); });
        });
    });
}

void findSpeakers(const DivergenceContext &context, std::vector<Divergence> &found)
{
    Sources sources;
    for (const SentencePair &pair : context.sentencePairs()) {
        if (pair.isBest && pair.similarity >= LeastSimilarity)
            comparePair(context, pair, sources);
    }
    for (const std::vector<int> &group : groupMentions(context, sources.passages, sources.edges, MostReadings)) {
        std::vector<QString> keys;
        std::vector<Slot> slots;
        std::vector<Reading> readings;
        for (const int i : group) {
            const Slot &slot = sources.mentions[static_cast<size_t>(i)];
            QString key = slot.key;
            for (size_t k = 0; k < keys.size() && slot.attribution; ++k) {
                const Slot &other = sources.mentions[static_cast<size_t>(group[k])];
                if (other.attribution && areOneSource(context, slot, other))
                    key = keys[k];
            }
            keys.push_back(key);
            slots.push_back(slot);
            readings.push_back({slot.sentence.passage, readingOf(context, slot, sources.said[i]), 0, {}});
            readings.back().slot =
                slot.attribution
                    ? u"source %1, by %2"_s.arg(key, slot.attribution->verb.of(context.textOf(slot.sentence.passage)))
                    : u"no source"_s;
        }
        if (!doArticlesDiffer(context, slots, keys))
            continue;
        const std::vector<int> groups = groupsOfKeys(keys);
        for (size_t k = 0; k < readings.size(); ++k)
            readings[k].group = groups[k];
        const bool hasNone = std::ranges::find(keys, QString()) != keys.end();
        const std::set<QString> distinct(keys.begin(), keys.end());
        const bool isOnlyGiven = hasNone && distinct.size() == 2;
        const Slot &first = sources.mentions[static_cast<size_t>(group.front())];
        const Aspect aspect = isOnlyGiven ? Aspect::SourceGiven : Aspect::Speaker;
        if (auto divergence = makeDivergence(context, DivergenceKind::Attribution, aspect,
                                             subjectOf(context, first, sources.said[group.front()]),
                                             isOnlyGiven ? NoneWeight : SpeakerWeight, readings))
            found.push_back(std::move(*divergence));
    }
}

} // namespace

std::vector<Divergence> findAttributionDivergences(const DivergenceContext &context)
{
    std::vector<Divergence> found;
    findSpeakers(context, found);
    std::ranges::move(findRoleDivergences(context), std::back_inserter(found));
    return found;
}

} // namespace parallax
