// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Names an event by a clause of one of its passages.
//!
//! "Russia is expected to veto the measure" is the wanted kind of label: short, a verb in it, made of what the
//! articles share. The sentence with the highest total of shared words would be the longest one; so a clause's shared
//! weight is divided by its length plus a constant. Headlines are made for this and win ties.
//! Tested by tst_alignment.cpp.

#include "alignment/evidence.h"

#include "language/dateline.h"
#include "language/lexicon.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int FewestWords = 3;
constexpr int MostWords = 14;
constexpr double LengthOffset = 5; // words: keeps two strong words from beating a clause that says what happened
constexpr double HeadlineBonus = 1.15;
constexpr double VerblessMalus = 0.25; // a label says what happened
constexpr double FragmentMalus = 0.15; // "when the town was attacked" needs the rest of its sentence
constexpr double QuotedMalus = 0.5;    // what somebody said is rarely what happened

struct Clause {
    TextSpan span;
    int firstWord = 0;
    int wordCount = 0;
    int firstPieceWords = 0; ///< words before the first cut inside the clause
    bool opensSentence = false;
};

/// Places where a sentence can be cut so that both sides still read: punctuation and the words that open a clause.
std::vector<int> cuts(const QString &text, const Sentence &sentence)
{
    static const QRegularExpression boundary(
        uR"([,;:—–]\s+|\s-{1,2}\s|(?<=["”])\s+|\s+(?=(?:after|while|because|although|which|who|when|whereas|despite|following|saying|amid)\b))"_s);
    std::vector<int> found{sentence.firstWord == 0 ? std::max(sentence.span.start, tellingStart(text))
                                                   : sentence.span.start};
    if (found.front() >= sentence.span.end())
        return {};
    auto matches = boundary.globalMatchView(QStringView(text).mid(0, sentence.span.end()), found.front());
    while (matches.hasNext())
        found.push_back(static_cast<int>(matches.next().capturedEnd()));
    found.push_back(sentence.span.end());
    return found;
}

TextSpan stripped(const QString &text, TextSpan span)
{
    static const QString edges = u" \t\"'“”‘’«»„,;:.!?…—–-()[]\u00a0"_s;
    int start = span.start;
    int end = span.end();
    while (start < end && edges.contains(text[start]))
        ++start;
    const auto isInitial = [&] {
        return end - start > 3 && text[end - 1] == u'.' && text[end - 2].isUpper() && text[end - 3] == u'.';
    }; // "U.S."
    while (end > start && edges.contains(text[end - 1]) && !isInitial())
        --end;
    // Keep the mark that closes a quotation opened inside.
    const QStringView kept = QStringView(text).mid(start, end - start);
    if (end < text.size() && ((text[end] == u'"' && kept.count(u'"') % 2 == 1) ||
                              (text[end] == u'”' && kept.count(u'“') > kept.count(u'”'))))
        ++end;
    return TextSpan::between(start, end);
}

std::vector<Clause> clausesOf(const QString &text, const PassageLanguage &passage)
{
    std::vector<Clause> clauses;
    for (const Sentence &sentence : passage.sentences) {
        const std::vector<int> at = cuts(text, sentence);
        for (std::size_t from = 0; from + 1 < at.size(); ++from) {
            for (std::size_t to = from + 1; to < std::min(at.size(), from + 4); ++to) {
                Clause clause{stripped(text, TextSpan::between(at[from], at[to])), -1, 0, 0, from == 0};
                for (int w = sentence.firstWord; w < sentence.firstWord + sentence.wordCount; ++w) {
                    if (clause.span.contains(passage.words[static_cast<std::size_t>(w)].span)) {
                        if (clause.firstWord < 0)
                            clause.firstWord = w;
                        ++clause.wordCount;
                        clause.firstPieceWords += passage.words[static_cast<std::size_t>(w)].span.start < at[from + 1];
                    }
                }
                if (clause.firstWord >= 0)
                    clauses.push_back(clause);
            }
        }
    }
    return clauses;
}

/// A finite verb, as far as form tells: an auxiliary, a past form, or a present one that is no plural noun.
bool isFiniteVerb(const Word &word)
{
    static const QSet<QString> auxiliaries{u"is"_s,   u"are"_s,  u"was"_s,  u"were"_s,  u"has"_s,
                                           u"have"_s, u"had"_s,  u"will"_s, u"would"_s, u"can"_s,
                                           u"may"_s,  u"must"_s, u"says"_s, u"said"_s,  u"might"_s,
                                           u"told"_s, u"does"_s, u"did"_s,  u"could"_s, u"should"_s};
    if (auxiliaries.contains(word.folded))
        return true;
    if (word.isCapital || word.isStop || word.folded.endsWith("ing"_L1))
        return false;
    bool isVerb = false;
    bool isPlural = false;
    for (const Lemma &lemma : Lexicon::english().lemmas(word.folded)) {
        isVerb = isVerb || (lemma.wordClass == WordClass::Verb && lemma.text != word.folded);
        isPlural = isPlural || (lemma.wordClass == WordClass::Noun && lemma.text != word.folded);
    }
    return isVerb && !isPlural;
}

bool hasVerb(const PassageLanguage &passage, const Clause &clause)
{
    for (int w = clause.firstWord; w < clause.firstWord + clause.wordCount; ++w) {
        if (isFiniteVerb(passage.words[static_cast<std::size_t>(w)]))
            return true;
    }
    return false;
}

/// Whether a clause can stand alone: it opens its sentence, or opens with a noun phrase and its own verb; and it does
/// not break off at a verb that wants more.
bool standsAlone(const PassageLanguage &passage, const Clause &clause)
{
    static const QSet<QString> openers{
        u"after"_s,     u"although"_s, u"and"_s, u"as"_s,     u"because"_s, u"before"_s, u"but"_s, u"despite"_s,
        u"following"_s, u"if"_s,       u"or"_s,  u"saying"_s, u"so"_s,      u"that"_s,   u"to"_s,  u"though"_s,
        u"which"_s,     u"while"_s,    u"who"_s, u"when"_s,   u"where"_s,   u"with"_s};
    static const QSet<QString> determiners{u"the"_s,   u"a"_s,  u"an"_s,   u"his"_s,  u"her"_s, u"its"_s,
                                           u"their"_s, u"no"_s, u"both"_s, u"more"_s, u"all"_s};
    static const QSet<QString> unfinished{u"said"_s, u"says"_s, u"told"_s, u"had"_s,  u"has"_s, u"have"_s, u"is"_s,
                                          u"was"_s,  u"were"_s, u"are"_s,  u"came"_s, u"the"_s, u"of"_s,   u"to"_s};
    const Word &first = passage.words[static_cast<std::size_t>(clause.firstWord)];
    const Word &last = passage.words[static_cast<std::size_t>(clause.firstWord + clause.wordCount - 1)];
    if (openers.contains(first.folded) || unfinished.contains(last.folded))
        return false;
    if (clause.opensSentence)
        return true;
    const bool opensWithNoun = (first.isCapital && !first.isStop) || determiners.contains(first.folded);
    return opensWithNoun && hasVerb(passage, {clause.span, clause.firstWord, clause.firstPieceWords, 0, false});
}

bool isQuoted(const PassageLanguage &passage, TextSpan span)
{
    return std::ranges::any_of(passage.quotations,
                               [span](const Quotation &quotation) { return quotation.span.overlaps(span); });
}

/// The labels given so far. A label that holds another has all words of it but perhaps the outer two whole ("arch"
/// stands in "the march"), so only labels with an inner word in common are searched: linear in the words, not in the
/// labels.
class UsedLabels
{
public:
    /// Whether a label says the same as one that another event has: one holds the other.
    bool has(const QString &label) const
    {
        const QString folded = label.toCaseFolded();
        const QStringList words = folded.split(u' ');
        const auto saysSame = [&](int k) {
            const QString &other = m_labels[static_cast<std::size_t>(k)];
            return other.contains(folded) || folded.contains(other);
        };
        if (words.size() < FewestForInner) {
            for (int k = 0; k < static_cast<int>(m_labels.size()); ++k) {
                if (saysSame(k))
                    return true;
            }
            return false;
        }
        if (std::ranges::any_of(m_short, saysSame) || std::ranges::any_of(m_byWord.value(words[1]), saysSame))
            return true;
        return std::ranges::any_of(
            words, [&](const QString &word) { return std::ranges::any_of(m_byInner.value(word), saysSame); });
    }

    void add(const QString &label)
    {
        const int number = static_cast<int>(m_labels.size());
        m_labels.push_back(label.toCaseFolded());
        const QStringList words = m_labels.back().split(u' ');
        if (words.size() < FewestForInner)
            m_short.push_back(number);
        else
            m_byInner[words[1]].push_back(number);
        for (const QString &word : QSet<QString>(words.begin(), words.end()))
            m_byWord[word].push_back(number);
    }

private:
    static constexpr qsizetype FewestForInner = 3;

    std::vector<QString> m_labels;
    std::vector<int> m_short;
    QHash<QString, std::vector<int>> m_byWord;  ///< every word of a label
    QHash<QString, std::vector<int>> m_byInner; ///< its second word
};

/// How often a stem is shared, over the events: what every event of the story shares names none of them.
class SharedStems
{
public:
    SharedStems(const Vocabulary &vocabulary, const std::vector<std::vector<PassageRef>> &events)
    {
        for (const auto &passages : events) {
            std::map<int, std::set<int>> articles;
            std::set<int> all;
            for (const PassageRef ref : passages) {
                all.insert(ref.article);
                for (const int stem : vocabulary.stems(ref))
                    articles[stem].insert(ref.article);
            }
            std::map<int, double> &shares = m_shares.emplace_back();
            for (const auto &[stem, having] : articles) {
                if (having.size() > 1) {
                    shares[stem] = static_cast<double>(having.size()) / static_cast<double>(all.size());
                    ++m_events[stem];
                }
            }
        }
    }

    /// Share of the event's articles that have the stem, times how particular to the event it is; 0 where one has it.
    double of(std::size_t event, int stem) const
    {
        const auto found = m_shares[event].find(stem);
        if (found == m_shares[event].end())
            return 0;
        const auto events = static_cast<double>(m_shares.size());
        return found->second * std::log(1 + events / m_events.at(stem));
    }

private:
    std::vector<std::map<int, double>> m_shares;
    std::map<int, int> m_events;
};

} // namespace

std::vector<QString> eventLabels(const Story &story, const std::vector<ArticleLanguage> &language,
                                 const Vocabulary &vocabulary, const std::vector<std::vector<PassageRef>> &events)
{
    const SharedStems shared(vocabulary, events);
    std::vector<QString> labels;
    UsedLabels used;
    for (std::size_t event = 0; event < events.size(); ++event) {
        QString best;
        double bestScore = -1;
        for (const PassageRef ref : events[event]) {
            const PassageLanguage &passage =
                language[static_cast<std::size_t>(ref.article)].passages[static_cast<std::size_t>(ref.passage)];
            const QString &text = story.passage(ref).text;
            for (const Clause &clause : clausesOf(text, passage)) {
                if (clause.wordCount < FewestWords || clause.wordCount > MostWords)
                    continue;
                const std::vector<int> words = vocabulary.stems(ref, clause.firstWord, clause.wordCount);
                double score = 0;
                for (const int stem : std::set<int>(words.begin(), words.end()))
                    score += vocabulary.weight(stem) * shared.of(event, stem);
                score /= clause.wordCount + LengthOffset;
                if (!hasVerb(passage, clause))
                    score *= VerblessMalus;
                if (story.passage(ref).role == Role::Headline)
                    score *= HeadlineBonus;
                if (isQuoted(passage, clause.span))
                    score *= QuotedMalus;
                if (!standsAlone(passage, clause))
                    score *= FragmentMalus;
                if (QString written = clause.span.of(text).toString(); score > bestScore && !used.has(written)) {
                    bestScore = score;
                    best = std::move(written);
                }
            }
        }
        if (best.isEmpty())
            best = story.passage(events[event].front()).text.section(u' ', 0, MostWords - 1);
        best[0] = best[0].toUpper();
        used.add(best);
        labels.push_back(std::move(best));
    }
    return labels;
}

} // namespace parallax
