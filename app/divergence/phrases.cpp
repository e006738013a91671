// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/phrases.h"

#include "language/english.h"

#include <algorithm>

namespace parallax {

namespace {

QStringView gapBefore(const QString &text, const PassageLanguage &passage, int i)
{
    const int from = passage.words[static_cast<size_t>(i - 1)].span.end();
    return QStringView(text).mid(from, passage.words[static_cast<size_t>(i)].span.start - from);
}

bool endsClause(QStringView gap)
{
    return std::ranges::any_of(
               gap,
               [](QChar c) { return QStringView(u",;:()[]\u2013\u2014\"\u201C\u201D\u00AB\u00BB!?").contains(c); }) ||
           gap.contains(u" - ");
}

} // namespace

TextSpan spanOf(const PassageLanguage &passage, WordRange range)
{
    if (range.count <= 0)
        return {};
    int start = passage.words[static_cast<size_t>(range.first)].span.start;
    int end = passage.words[static_cast<size_t>(range.end() - 1)].span.end();
    const auto complete = [&](TextSpan whole) { // "3:15" and "$2.5 million" are several words and one value
        if (whole.start < start && whole.end() > start)
            start = whole.start;
        if (whole.start < end && whole.end() > end)
            end = whole.end();
    };
    for (const Figure &figure : passage.figures)
        complete(figure.numberSpan);
    for (const DateMention &date : passage.dates) {
        if (date.grain == DateGrain::Clock)
            complete(date.span);
    }
    return TextSpan::between(start, end);
}

WordRange wordsOf(const PassageLanguage &passage, TextSpan span)
{
    const auto start = [](const Word &word) { return word.span.start; };
    const auto first = std::ranges::lower_bound(passage.words, span.start, {}, start);
    const auto behind = std::ranges::lower_bound(passage.words, span.end(), {}, start);
    return {static_cast<int>(first - passage.words.begin()), static_cast<int>(behind - first)};
}

WordRange wordsOf(const Sentence &sentence)
{
    return {sentence.firstWord, sentence.wordCount};
}

WordRange allWords(const PassageLanguage &passage)
{
    return {0, static_cast<int>(passage.words.size())};
}

bool isJoined(const QString &text, const PassageLanguage &passage, int i)
{
    if (i <= 0 || i >= static_cast<int>(passage.words.size()))
        return false;
    const QStringView gap = gapBefore(text, passage, i);
    return gap != u" - " &&
           std::ranges::all_of(gap, [](QChar c) { return QStringView(u" \u00A0-.'\u2019/\u2011").contains(c); });
}

bool isAbbreviation(const QString &text, const Word &word)
{
    const QStringView written = word.span.of(text);
    return std::ranges::count_if(written, [](QChar c) { return c.isUpper(); }) >= 2 &&
           std::ranges::none_of(written, [](QChar c) { return c.isLower() && c != u's'; });
}

bool isContent(const QString &text, const Word &word)
{
    return !word.isStop || isAbbreviation(text, word);
}

std::vector<WordRange> clausesOf(const QString &text, const PassageLanguage &passage, const Sentence &sentence)
{
    std::vector<WordRange> clauses;
    int first = sentence.firstWord;
    const int end = sentence.firstWord + sentence.wordCount;
    for (int i = first + 1; i < end; ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        const bool isConjunction = english::isConjunction(word.folded) && !english::isPreposition(word.folded) &&
                                   word.folded != u"and" && word.folded != u"or" && word.folded != u"than" &&
                                   word.folded != u"so" && word.folded != u"yet";
        if (!endsClause(gapBefore(text, passage, i)) && !isConjunction)
            continue;
        clauses.push_back({first, i - first});
        first = i;
    }
    if (end > first)
        clauses.push_back({first, end - first});
    return clauses;
}

WordRange nearestWords(const DivergenceContext &context, PassageRef ref, WordRange within, std::span<const int> stems,
                       int length)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const QSet<int> wanted(stems.begin(), stems.end());
    std::vector<double> gain(static_cast<size_t>(std::max(0, within.count)), 0.0);
    for (int i = 0; i < within.count; ++i) {
        const Word &word = passage.words[static_cast<size_t>(within.first + i)];
        const int stem = word.isStop ? -1 : context.vocabulary.id(word.stem);
        if (stem >= 0 && wanted.contains(stem))
            gain[static_cast<size_t>(i)] = context.weight(stem);
    }
    double best = 0;
    WordRange found;
    for (int i = 0; i < within.count; ++i) {
        if (gain[static_cast<size_t>(i)] <= 0)
            continue;
        double sum = 0;
        int last = i;
        for (int k = i; k < std::min(within.count, i + length); ++k) {
            sum += gain[static_cast<size_t>(k)];
            if (gain[static_cast<size_t>(k)] > 0)
                last = k;
        }
        if (sum > best) {
            best = sum;
            found = {within.first + i, last - i + 1};
        }
    }
    return found;
}

WordRange around(const PassageLanguage &passage, WordRange range, int margin)
{
    for (const Sentence &sentence : passage.sentences) {
        const WordRange words = wordsOf(sentence);
        if (!words.holds(range.first))
            continue;
        const int first = std::max(words.first, range.first - margin);
        return {first, std::min(words.end(), range.end() + margin) - first};
    }
    return range;
}

} // namespace parallax
