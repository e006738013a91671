// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where a statement was made and to whom: "told reporters", "said in an interview with the daily", "In a letter to the
//! council, the mayor said", "the mayor, speaking on local radio, said". It is looked for beside the verb of saying, in
//! two ways. Behind a statement ("…," she said from her sickbed) nothing but the place can follow, so all of it up to
//! the next mark is taken. Before a statement ("she said in March the dam had held") most of what follows the verb is
//! what was said, so only a noun of communication or a gathering is believed.
//!
//! Only two tellings of one statement of one speaker are compared, and only where both give a place: leaving it out is
//! no difference. Wrong alternative: any "in …" of the sentence, which is mostly where the thing itself happened.
//! Tested by tst_divergence_attribution.cpp.
#include "divergence/venuedivergences.h"

#include "divergence/grouping.h"
#include "divergence/statements.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace parallax {

namespace {

constexpr double LeastSimilarity = 0.22; ///< of the two sentences
constexpr double LeastInformation = 7;   ///< weight they share
constexpr double SameVenue = 0.7;        ///< mean cover of two venues from which they are one
constexpr int LongestVenue = 14;         ///< words
constexpr int MostReadings = 8;
constexpr double VenueWeight = 0.25;

/// Categories of WordNet's nouns that can be a venue where a statement follows: communication ("interview", "letter").
constexpr int CommunicationCategory = 10;
/// Gatherings and means that WordNet sorts elsewhere.
constexpr std::array<QStringView, 22> Occasions = {
    u"conference", u"briefing", u"meeting",  u"hearing", u"court", u"trial",     u"parliament", u"assembly",
    u"rally",      u"ceremony", u"visit",    u"phone",   u"video", u"telephone", u"television", u"tv",
    u"radio",      u"twitter",  u"facebook", u"website", u"page",  u"podcast"};
constexpr std::array<QStringView, 12> Prepositions = {u"in",  u"at",      u"on",      u"during", u"by",     u"from",
                                                      u"via", u"through", u"outside", u"before", u"inside", u"to"};
/// Participles that open a clause of where somebody speaks.
constexpr std::array<QStringView, 4> Speaking = {u"speaking", u"writing", u"addressing", u"talking"};

struct Venue {
    TextSpan span;          ///< with the source and verb where it follows them
    std::vector<int> stems; ///< of its own words
};

/// Looks around the attribution of one statement.
class VenueFinder
{
public:
    VenueFinder(const DivergenceContext &context, const Statement &statement)
        : m_context(context)
        , m_statement(statement)
        , m_text(context.textOf(statement.sentence.passage))
        , m_passage(context.languageOf(statement.sentence.passage))
        , m_sentence(wordsOf(sentenceAt(context, statement.sentence)))
        , m_own(wordsOf(m_passage, statement.attribution->span))
    {
    }

    std::optional<Venue> find() const
    {
        for (const auto way : {&VenueFinder::behind, &VenueFinder::inside, &VenueFinder::before}) {
            const WordRange words = (this->*way)();
            if (words.count < 1)
                continue;
            const TextSpan own = m_statement.attribution->span;
            const TextSpan span = spanOf(m_passage, words);
            Venue venue{words.first == m_own.end() ? TextSpan::between(own.start, span.end()) : span,
                        m_context.stemsOf(m_statement.sentence.passage, words.first, words.count)};
            if (!venue.stems.empty())
                return venue;
        }
        return std::nullopt;
    }

private:
    const Word &word(int i) const { return m_passage.words[static_cast<size_t>(i)]; }
    const QString &folded(int i) const { return word(i).folded; }
    const WordFacts &facts(int i) const { return m_context.facts(m_statement.sentence.passage, i); }
    bool isBeside(int i) const { return i < m_sentence.end() && isJoined(m_text, m_passage, i); }
    bool isQuotedAt(int i) const
    {
        return std::ranges::any_of(m_passage.quotations,
                                   [&](const Quotation &quotation) { return quotation.span.contains(word(i).span); });
    }
    bool isDateAt(int i) const
    {
        return english::isWeekday(folded(i)) || std::ranges::any_of(m_passage.dates, [&](const DateMention &date) {
                   return date.span.overlaps(word(i).span);
               });
    }
    bool isPreposition(int i) const { return std::ranges::contains(Prepositions, QStringView(folded(i))); }

    bool isOccasion(int i) const
    {
        for (const Lemma &lemma : facts(i).lemmas) {
            if (std::ranges::contains(Occasions, QStringView(lemma.text)))
                return true;
            if (lemma.wordClass != WordClass::Noun)
                continue;
            const auto senses = Lexicon::english().senses(lemma.text, WordClass::Noun);
            if (!senses.empty() && Lexicon::english().category(senses.front()) == CommunicationCategory)
                return true;
        }
        return std::ranges::contains(Occasions, QStringView(folded(i)));
    }

    /// Whether what is said stands before the source: nothing but the venue can follow it then.
    bool isStatedBefore() const
    {
        if (m_own.first <= 0 || (m_own.end() < m_sentence.end() && isQuotedAt(m_own.end())))
            return false;
        if (isQuotedAt(m_own.first - 1))
            return true;
        const QStringView gap = QStringView(m_text).mid(
            word(m_own.first - 1).span.end(), word(m_own.first).span.start - word(m_own.first - 1).span.end());
        return m_own.first > m_sentence.first && gap.contains(u',') &&
               m_own.first - m_sentence.first > m_sentence.end() - m_own.end();
    }

    /// From `first` over the words of a noun phrase and what hangs on it.
    int phraseEnd(int first) const
    {
        int end = first;
        while (isBeside(end) && end - first < LongestVenue && !isQuotedAt(end) && !isDateAt(end)) {
            const bool isVerb = facts(end).has(WordClass::Verb) && !facts(end).has(WordClass::Noun) &&
                                !facts(end).has(WordClass::Adjective);
            const bool mayHang = folded(end) == u"of" || folded(end) == u"with" || folded(end) == u"to" ||
                                 (isPreposition(end) && end > first);
            if (english::isConjunction(folded(end)) || english::isPronoun(folded(end)) || isVerb ||
                english::isAuxiliary(folded(end)) ||
                (word(end).isStop && !english::isDeterminer(folded(end)) && !mayHang && !word(end).isCapital))
                break;
            ++end;
        }
        while (end > first && (word(end - 1).isStop || isPreposition(end - 1)) && !word(end - 1).isCapital)
            --end;
        return end;
    }

    /// "told reporters", "said at a news conference", "…," she said from her sickbed.
    WordRange behind() const
    {
        const int first = m_own.end();
        if (!isBeside(first) || isQuotedAt(first))
            return {};
        const int verb = wordsOf(m_passage, m_statement.attribution->verb).first;
        const bool isTold =
            facts(verb).base == u"tell" || std::ranges::contains(facts(verb).lemmas, QStringView(u"tell"),
                                                                 [](const Lemma &l) { return QStringView(l.text); });
        if (isStatedBefore()) {
            int end = first;
            while (isBeside(end) && end - first < LongestVenue && !isQuotedAt(end) && folded(end) != u"that")
                ++end;
            while (end > first && (word(end - 1).isStop || isDateAt(end - 1)))
                --end;
            return isTold || isPreposition(first) ? WordRange{first, end - first} : WordRange{};
        }
        if (isTold && first == verb + 1)
            return {first, phraseEnd(first) - first};
        if (!isPreposition(first))
            return {};
        const int end = phraseEnd(first + 1);
        for (int i = first + 1; i < end; ++i) {
            if (isOccasion(i))
                return {first, end - first};
        }
        return {};
    }

    /// "the mayor, speaking on local radio, said".
    WordRange inside() const
    {
        for (int i = m_own.first + 1; i < m_own.end(); ++i) {
            if (!std::ranges::contains(Speaking, QStringView(folded(i))))
                continue;
            int end = i + 1;
            while (end < m_own.end() && isBeside(end))
                ++end;
            return end < m_own.end() ? WordRange{i, end - i} : WordRange{};
        }
        return {};
    }

    /// "In a letter to the council, the mayor said".
    WordRange before() const
    {
        const int first = m_sentence.first;
        if (first >= m_own.first || isQuotedAt(first))
            return {};
        const bool isSpeaking = std::ranges::contains(Speaking, QStringView(folded(first)));
        const bool opens =
            folded(first) == u"in" || folded(first) == u"at" || folded(first) == u"on" || folded(first) == u"during";
        if (!isSpeaking && !opens)
            return {};
        int end = first + 1;
        bool hasOccasion = isSpeaking;
        for (; end < m_own.first && isBeside(end) && end - first < LongestVenue; ++end)
            hasOccasion = hasOccasion || isOccasion(end);
        return hasOccasion && end == m_own.first ? WordRange{first, end - first} : WordRange{};
    }

    const DivergenceContext &m_context;
    const Statement &m_statement;
    const QString &m_text;
    const PassageLanguage &m_passage;
    WordRange m_sentence;
    WordRange m_own;
};

struct PlacedStatement {
    Statement statement;
    Venue venue;
};

} // namespace

std::vector<Divergence> findVenueDivergences(const DivergenceContext &context)
{
    std::vector<PlacedStatement> placed;
    std::map<Statement, int> index; // -1 where no place is given
    const auto add = [&](const Statement &statement) {
        const auto [it, isNew] = index.try_emplace(statement, -1);
        if (!isNew)
            return it->second;
        if (auto venue = VenueFinder(context, statement).find()) {
            it->second = static_cast<int>(placed.size());
            placed.push_back({statement, std::move(*venue)});
        }
        return it->second;
    };
    std::vector<MentionEdge> edges;
    for (const SentencePair &pair : context.sentencePairs()) {
        if (context.isStopped())
            return {};
        if (!pair.isBest || pair.similarity < LeastSimilarity ||
            context.sharedInformation(context.stemsOf(pair.a), context.stemsOf(pair.b)) < LeastInformation)
            continue;
        for (const Statement &a : spokenStatementsOf(context, pair.a)) {
            for (const Statement &b : spokenStatementsOf(context, pair.b)) {
                if (!areOneSource(context, a, b))
                    continue;
                const int i = add(a);
                const int k = add(b);
                if (i >= 0 && k >= 0)
                    edges.push_back({i, k, pair.similarity});
            }
        }
    }
    std::vector<PassageRef> passages;
    std::ranges::transform(placed, std::back_inserter(passages),
                           [](const PlacedStatement &one) { return one.statement.sentence.passage; });
    std::vector<Divergence> found;
    for (const std::vector<int> &group : groupMentions(context, passages, edges, MostReadings)) {
        std::vector<Reading> readings;
        std::vector<int> groups;
        for (const int i : group) {
            const PlacedStatement &one = placed[static_cast<size_t>(i)];
            int own = static_cast<int>(groups.size());
            for (size_t k = 0; k < groups.size(); ++k) {
                const Venue &other = placed[static_cast<size_t>(group[k])].venue;
                if (context.similarityOf(one.venue.stems, other.stems) >= SameVenue) {
                    own = groups[k];
                    break;
                }
            }
            groups.push_back(own);
            readings.push_back({one.statement.sentence.passage, one.venue.span, own, {}});
        }
        const PlacedStatement &first = placed[static_cast<size_t>(group.front())];
        const QString speaker =
            first.statement.attribution->resolved.isEmpty()
                ? first.statement.attribution->source.of(context.textOf(passages[static_cast<size_t>(group.front())]))
                      .toString()
                : first.statement.attribution->resolved;
        if (auto divergence =
                makeDivergence(context, DivergenceKind::Attribution, Aspect::Venue, speaker, VenueWeight, readings))
            found.push_back(std::move(*divergence));
    }
    return found;
}

} // namespace parallax
