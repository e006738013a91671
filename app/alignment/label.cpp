// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Names an event by a clause of one of its passages.
//!
//! "Russia is expected to veto the measure" is the wanted kind of label: short, a verb in it, made of what the
//! articles share. The sentence with the highest total of shared words would be the longest one; so a clause's shared
//! weight is divided by its length plus a constant. Headlines are made for this and win ties.
//! Tested by tst_alignment.cpp.

#include "alignment/evidence.h"

#include "language/lexicon.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <set>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int FewestWords = 3;
constexpr int MostWords = 12;
constexpr double LengthOffset = 5; // words: keeps two strong words from beating a clause that says what happened
constexpr double VerbBonus = 1.25;
constexpr double HeadlineBonus = 1.15;
constexpr double QuotedMalus = 0.5; // what somebody said is rarely what happened

struct Clause {
    TextSpan span;
    int firstWord = 0;
    int wordCount = 0;
};

/// Places where a sentence can be cut so that both sides still read: punctuation and the words that open a clause.
std::vector<int> cuts(const QString &text, const Sentence &sentence)
{
    static const QRegularExpression boundary(uR"([,;:—–]\s+|\s-{1,2}\s|(?<=["”])\s+|\s+(?=(?:after|while|because|although|which|who|when|whereas|despite|following|saying|amid)\b))"_s);
    std::vector<int> found{sentence.span.start};
    auto matches = boundary.globalMatchView(QStringView(text).mid(0, sentence.span.end()), sentence.span.start);
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
    while (end > start && edges.contains(text[end - 1]))
        --end;
    return TextSpan::between(start, end);
}

std::vector<Clause> clausesOf(const QString &text, const PassageLanguage &passage)
{
    std::vector<Clause> clauses;
    for (const Sentence &sentence : passage.sentences) {
        const std::vector<int> at = cuts(text, sentence);
        for (std::size_t from = 0; from + 1 < at.size(); ++from) {
            for (std::size_t to = from + 1; to < std::min(at.size(), from + 3); ++to) {
                Clause clause{stripped(text, TextSpan::between(at[from], at[to])), -1, 0};
                for (int w = sentence.firstWord; w < sentence.firstWord + sentence.wordCount; ++w) {
                    if (clause.span.contains(passage.words[static_cast<std::size_t>(w)].span)) {
                        if (clause.firstWord < 0)
                            clause.firstWord = w;
                        ++clause.wordCount;
                    }
                }
                if (clause.firstWord >= 0)
                    clauses.push_back(clause);
            }
        }
    }
    return clauses;
}

bool hasVerb(const PassageLanguage &passage, const Clause &clause)
{
    for (int w = clause.firstWord; w < clause.firstWord + clause.wordCount; ++w) {
        const Word &word = passage.words[static_cast<std::size_t>(w)];
        if (!word.isCapital && !word.isStop && Lexicon::english().hasClass(word.folded, WordClass::Verb))
            return true;
    }
    return false;
}

bool isQuoted(const PassageLanguage &passage, TextSpan span)
{
    return std::ranges::any_of(passage.quotations, [span](const Quotation &quotation) { return quotation.span.overlaps(span); });
}

/// Share of the articles that have a stem, for the stems of more than one.
std::map<int, double> sharedStems(const std::vector<ArticleLanguage> &language, const Vocabulary &vocabulary, std::span<const PassageRef> passages)
{
    std::map<int, std::set<int>> articles;
    std::set<int> all;
    for (const PassageRef ref : passages) {
        all.insert(ref.article);
        for (const int stem : vocabulary.stems(language[static_cast<std::size_t>(ref.article)].passages[static_cast<std::size_t>(ref.passage)]))
            articles[stem].insert(ref.article);
    }
    std::map<int, double> shared;
    for (const auto &[stem, having] : articles) {
        if (having.size() > 1)
            shared[stem] = static_cast<double>(having.size()) / static_cast<double>(all.size());
    }
    return shared;
}

} // namespace

QString eventLabel(const Story &story, const std::vector<ArticleLanguage> &language, const Vocabulary &vocabulary,
                   std::span<const PassageRef> passages)
{
    const std::map<int, double> shared = sharedStems(language, vocabulary, passages);
    QString best;
    double bestScore = -1;
    for (const PassageRef ref : passages) {
        const PassageLanguage &passage = language[static_cast<std::size_t>(ref.article)].passages[static_cast<std::size_t>(ref.passage)];
        const QString &text = story.passage(ref).text;
        for (const Clause &clause : clausesOf(text, passage)) {
            if (clause.wordCount < FewestWords || clause.wordCount > MostWords)
                continue;
            std::set<int> stems;
            for (const int stem : vocabulary.stems(passage, clause.firstWord, clause.wordCount))
                stems.insert(stem);
            double score = 0;
            for (const int stem : stems) {
                if (const auto found = shared.find(stem); found != shared.end())
                    score += vocabulary.weight(stem) * found->second;
            }
            score /= clause.wordCount + LengthOffset;
            if (hasVerb(passage, clause))
                score *= VerbBonus;
            if (story.passage(ref).role == Role::Headline)
                score *= HeadlineBonus;
            if (isQuoted(passage, clause.span))
                score *= QuotedMalus;
            if (score > bestScore) {
                bestScore = score;
                best = clause.span.of(text).toString();
            }
        }
    }
    if (best.isEmpty()) {
        const PassageRef first = passages.front();
        best = story.passage(first).text.section(u' ', 0, MostWords - 1);
    }
    best[0] = best[0].toUpper();
    return best;
}

} // namespace parallax
