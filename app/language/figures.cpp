// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! From numbers to figures: what is no figure goes, units and ranges are read, conversions in brackets joined.
//!
//! "about 1,200 km [745 miles] north" is one figure, a length of 1.2e6 m, with two numbers in it. Compared number by
//! number with "50 miles (80 km)" it would give four pairs, and one article would contradict itself. "Flight 881",
//! "June 1" and "04:20" are no figures at all, or every air crash would be 881 of something.
//!
//! Tested by tst_figures.cpp.
#include "language/figurefinder.h"

#include "language/numberednames.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Words after "a day" that make it a length of time.
const QSet<QString> &durationClosers()
{
    static const QSet<QString> words = {u"of"_s, u"ago"_s, u"later"_s, u"earlier"_s, u"after"_s, u"before"_s};
    return words;
}

} // namespace

int FigureFinder::skipSpace(int at) const
{
    while (at < m_text.size() && m_text[at].isSpace())
        ++at;
    return at;
}

/// The last word that begins before `position`.
int FigureFinder::wordBefore(int position) const
{
    const auto after = std::ranges::lower_bound(m_words, position, {}, [](const Word &w) { return w.span.start; });
    return static_cast<int>(after - m_words.begin()) - 1;
}

/// The first word that ends after `position`.
int FigureFinder::wordFrom(int position) const
{
    const auto found = std::ranges::upper_bound(m_words, position, {}, [](const Word &w) { return w.span.end(); });
    return static_cast<int>(found - m_words.begin());
}

bool FigureFinder::isDated(TextSpan span) const
{
    const auto date = std::ranges::upper_bound(m_dates, span.start, {}, [](TextSpan d) { return d.end(); });
    return date != m_dates.end() && date->overlaps(span);
}

FigureFinder::Draft FigureFinder::draftOf(const Numeral &numeral) const
{
    Draft draft{numeral, {}, numeral.span.start, numeral.span.end(), numeral.lastWord, -1, false, false, 0, false};
    draft.value.number = numeral.number;
    if (numeral.form == NumeralForm::Vague)
        draft.value.precision = Precision::Vague;
    if (numeral.form == NumeralForm::Ordinal)
        draft.value.kind = FigureKind::Ordinal;
    if (numeral.form == NumeralForm::Fraction && readPartOfUnit(draft))
        return draft;
    if (numeral.form == NumeralForm::Fraction) {
        draft.value.kind = FigureKind::Percent;
        draft.value.number = 100 * numeral.number;
        draft.value.unit = u"%"_s;
        draft.value.writtenUnit = u"fraction"_s;
        draft.hasUnit = true;
    }
    if (!readMagnitude(draft))
        readUnit(draft);
    return draft;
}

void FigureFinder::readHead(Draft &draft) const
{
    if (draft.headWord >= 0)
        return;
    if (draft.hasUnit) {
        draft.headWord = m_scope.headAfterOf(draft.lastWord, draft.end);
        return;
    }
    const bool isPlural = draft.value.kind != FigureKind::Ordinal && draft.value.number != 1;
    const int name = draft.lastWord + 1; // "the Second World War"
    const bool isOfName = draft.value.kind == FigureKind::Ordinal && m_scope.isJoined(draft.lastWord) &&
                          m_scope.isJoined(name) && numberedName(m_passage, name + 1) == name;
    draft.headWord = isOfName ? name + 1 : m_scope.headAfter(draft.lastWord, isPlural);
    if (isPlural && draft.headWord >= 0 && !m_scope.mayBePlural(draft.headWord))
        draft.headWord = -1;
    if (draft.headWord >= 0)
        draft.value.unit = m_scope.lemma(draft.headWord);
}

/// "World War II", "a category 4 storm", "Part Two": which of several it is. Nothing where the number counts what
/// follows: "took part two years later".
std::optional<FigureFinder::Draft> FigureFinder::numberedDraft(const Numeral &numeral) const
{
    constexpr double most = 100;
    const int noun = numeral.firstWord - 1;
    const bool isRoman = numeral.form == NumeralForm::Roman;
    const bool isNumber = (isRoman || numeral.isPlain || numeral.form == NumeralForm::Words) && numeral.number >= 1 &&
                          numeral.number <= most && numeral.number == std::floor(numeral.number);
    const int first = isNumber ? numberedName(m_passage, noun) : -1;
    if (first < 0 || m_scope.sentenceOf(noun) != m_scope.sentenceOf(numeral.firstWord) ||
        m_passage.gapAfter(noun) != u" ")
        return std::nullopt;
    const bool isCounting =
        !isRoman && m_scope.isJoined(numeral.lastWord) && m_scope.isPluralNoun(numeral.lastWord + 1);
    if (isCounting && !word(noun).isCapital && numeral.form == NumeralForm::Words)
        return std::nullopt;
    const auto unit = isRoman ? std::nullopt : m_units.unitAt(m_text, skipSpace(numeral.span.end()));
    if (unit && m_scope.isJoined(numeral.lastWord)) // "reached stage 3 days later"
        return std::nullopt;
    Draft draft{numeral, {}, word(first).span.start, numeral.span.end(), numeral.lastWord, noun, true, false, 0, true};
    draft.value.kind = FigureKind::Ordinal;
    draft.value.number = numeral.number;
    draft.value.unit = m_scope.lemma(noun);
    return draft;
}

/// Whether the number is a figure at all, its unit and head known.
bool FigureFinder::isFigure(const Draft &draft) const
{
    const Numeral &numeral = draft.numeral;
    if (isDated(numeral.span))
        return false;
    const bool isOneWord = numeral.number == 1 && numeral.form == NumeralForm::Words;
    if (draft.hasUnit) // "one day it will end"
        return !isOneWord || draft.value.writtenUnit != "day"_L1 || draft.value.upper ||
               durationClosers().contains(folded(draft.lastWord + 1));
    if (draft.isDash && draft.headWord < 0)
        return false; // a score, a vote
    if (numeral.form == NumeralForm::Ordinal)
        return numeral.number >= 2 && // "first" is rarely a number
               (draft.headWord == draft.lastWord + 1 || numberedName(m_passage, draft.headWord) == draft.lastWord + 1);
    if (numeral.form == NumeralForm::Vague)
        return draft.headWord >= 0 || numeral.firstWord == numeral.lastWord;
    if (isOneWord) {
        static const QSet<QString> pronouns = {u"no"_s,   u"any"_s, u"every"_s, u"each"_s, u"this"_s,
                                               u"that"_s, u"the"_s, u"which"_s, u"some"_s};
        static const QSet<QString> adverbs = {u"day"_s,   u"time"_s, u"side"_s, u"hand"_s,
                                              u"thing"_s, u"way"_s,  u"point"_s};
        return draft.headWord >= 0 && folded(draft.lastWord + 1) != "of"_L1 &&
               !pronouns.contains(folded(numeral.firstWord - 1)) && !adverbs.contains(folded(draft.headWord));
    }
    if ((numeral.isPlain || numeral.form == NumeralForm::Words) && !draft.value.upper &&
        m_scope.isDesignation(numeral.firstWord, numeral.lastWord))
        return false;
    const bool isFootnote = numeral.span.start > 0 && numeral.span.end() < m_text.size() &&
                            m_text[numeral.span.start - 1] == u'[' && m_text[numeral.span.end()] == u']';
    const bool isYear = numeral.isPlain && numeral.number >= 1800 && numeral.number <= 2099 &&
                        numeral.span.length == 4 &&
                        !(draft.headWord == draft.lastWord + 1 && m_scope.isPluralNoun(draft.headWord));
    const int after = numeral.span.end();
    const bool isScore = numeral.isPlain && !draft.value.upper && after + 1 < m_text.size() &&
                         (m_text[after] == u'-' || m_text[after] == QChar(0x2013)) &&
                         m_text[after + 1].isDigit(); // "won 3-1"
    const int before = numeral.span.start - 1;
    const bool isScoreEnd = numeral.isPlain && before > 0 &&
                            (m_text[before] == u'-' || m_text[before] == QChar(0x2013)) && m_text[before - 1].isDigit();
    return !isFootnote && !isYear && !isScore && !isScoreEnd;
}

Figure FigureFinder::finished(Draft draft) const
{
    Figure figure;
    figure.numberSpan = draft.numeral.span;
    figure.firstWord = draft.numeral.firstWord;
    int firstWord = wordFrom(draft.start);
    int end = draft.end;
    Precision precision = draft.value.precision;

    const auto after = draft.isNumbered ? FigureScope::Modifier{Precision::Exact, draft.numeral.lastWord}
                                        : m_scope.modifierAfter(draft.numeral.lastWord);
    if (after.word > draft.numeral.lastWord && !draft.hasUnit) {
        const bool isPlural = draft.value.number != 1;
        draft.headWord = m_scope.headAfter(after.word, isPlural);
        if (draft.headWord >= 0)
            draft.value.unit = m_scope.lemma(draft.headWord);
        end = word(after.word).span.end();
    }
    if (end < m_text.size() && m_text[end] == u'+') {
        ++end;
        precision = Precision::AtLeast;
    }
    auto before = draft.isNumbered ? FigureScope::Modifier{Precision::Exact, firstWord} // "about World War II"
                                   : m_scope.modifierBefore(firstWord, draft.start);
    const int opening = before.word < firstWord ? word(before.word).span.start : draft.start;
    if (draft.value.upper && folded(before.word - 1) == "between"_L1 && m_scope.isAdjacent(before.word - 1, opening))
        --before.word;
    for (const Precision told : {after.precision, before.precision}) {
        if (told != Precision::Exact && precision != Precision::Vague)
            precision = told;
    }
    draft.value.precision = precision;
    if (before.word < firstWord) {
        firstWord = before.word;
        draft.start = word(firstWord).span.start;
    }
    if (draft.headWord >= 0) {
        if (!draft.hasUnit || draft.value.kind == FigureKind::Percent)
            end = std::max(end, word(draft.headWord).span.end());
        figure.isPerson = m_scope.isPerson(draft.headWord);
    }
    end = std::max(end, conversionEnd(draft));
    figure.span = TextSpan::between(draft.start, end);
    figure.sentence = m_scope.sentenceOf(figure.firstWord);
    figure.headWord = draft.headWord;
    figure.value = draft.value;
    return figure;
}

/// "a day of talks", "for an hour", "a year ago": one of a unit of time, where the words around measure with it; "half
/// an hour", "half a mile": half of any unit; "an hour and a half", "an hour and 20 minutes".
std::vector<FigureFinder::Draft> FigureFinder::articleDurations() const
{
    static const QSet<QString> openers = {u"for"_s,  u"within"_s, u"lasted"_s, u"lasting"_s, u"took"_s,
                                          u"than"_s, u"nearly"_s, u"almost"_s, u"about"_s};
    std::vector<Draft> drafts;
    for (int i = 0; m_isEnglish && i + 1 < count(); ++i) {
        const bool isArticle = folded(i) == "a"_L1 || folded(i) == "an"_L1;
        const bool isHalf = i > 0 && folded(i - 1) == "half"_L1 && m_scope.isJoined(i - 1);
        if (!isArticle || !m_scope.isJoined(i) || folded(i + 1).endsWith(u's') ||
            !(isHalf ? m_units.unitAt(m_text, word(i + 1).span.start).has_value()
                     : timeUnit(folded(i + 1)).has_value()))
            continue;
        const bool isClosed = m_scope.isJoined(i + 1) && durationClosers().contains(folded(i + 2));
        const bool isAnd = !isHalf && m_scope.isJoined(i + 1) && folded(i + 2) == "and"_L1 && m_scope.isJoined(i + 2);
        const bool isAndHalf =
            isAnd && folded(i + 3) == "a"_L1 && m_scope.isJoined(i + 3) && folded(i + 4) == "half"_L1;
        const auto next = std::ranges::lower_bound(m_numerals, i + 3, {}, &Numeral::firstWord);
        const bool isSum = isAnd && next != m_numerals.end() && next->firstWord == i + 3;
        const bool isOpened = isHalf || isClosed || (m_scope.isJoined(i - 1) && openers.contains(folded(i - 1)));
        if (!isOpened && !isAndHalf && !isSum)
            continue;
        Numeral numeral;
        numeral.firstWord = isHalf ? i - 1 : i;
        numeral.lastWord = i;
        numeral.span = TextSpan::between(word(numeral.firstWord).span.start, word(i).span.end());
        numeral.form = NumeralForm::Words;
        numeral.number = isHalf ? 0.5 : 1;
        Draft draft = draftOf(numeral);
        if (isAndHalf) {
            draft.value.number *= 1.5;
            draft.lastWord = i + 4;
            draft.end = word(i + 4).span.end();
        } else if (isSum && !joinSum(draft, *next) && !isOpened) {
            continue;
        }
        readHead(draft);
        drafts.push_back(draft);
    }
    return drafts;
}

/// "no one", "none", "no injuries".
bool FigureFinder::isNought(const Figure &figure) const
{
    const QString &first = folded(figure.firstWord);
    return figure.value.number == 0 && (first == "no"_L1 || first == "none"_L1 || first == "nobody"_L1);
}

void FigureFinder::readStates(std::vector<Figure> &figures) const
{
    std::vector<std::pair<int, int>> numbers;
    for (const Figure &figure : figures)
        numbers.emplace_back(figure.firstWord, std::max(figure.headWord, wordBefore(figure.numberSpan.end())));
    for (size_t i = 0; i < figures.size(); ++i) {
        Figure &figure = figures[i];
        const bool isCount = figure.value.kind == FigureKind::Count && figure.value.unit != "year old"_L1;
        const bool isWhole = figure.value.number == std::floor(figure.value.number);
        const bool isHeadless = isCount && figure.headWord < 0 && isWhole;
        const bool isNone = isNought(figure);
        if (!isCount || (!figure.isPerson && !isHeadless && !isNone))
            continue;
        // only the neighbours can claim a cue
        const size_t from = i > 1 ? i - 2 : 0;
        const size_t size = std::min(numbers.size() - from, size_t{5});
        const int first = m_scope.sentenceOf(figure.firstWord) == figure.sentence ? figure.firstWord : numbers[i].first;
        figure.state = m_scope.stateOf(first, numbers[i].second, std::span(numbers).subspan(from, size));
        figure.isPerson = figure.isPerson || !figure.state.isEmpty();
    }
    // "no one was hurt" counts, "no one answered" doesn't
    std::erase_if(figures, [&](const Figure &figure) { return isNought(figure) && figure.state.isEmpty(); });
}

std::vector<Figure> FigureFinder::find()
{
    std::vector<Figure> figures;
    std::vector<Draft> articles = articleDurations();
    auto article = articles.begin();
    int free = 0; // where the next figure may begin
    const auto add = [&](const Draft &draft) {
        Figure figure = finished(draft);
        if (figure.span.start < free)
            return;
        free = figure.span.end();
        figures.push_back(std::move(figure));
    };
    for (size_t i = 0; i < m_numerals.size(); ++i) {
        const Numeral &numeral = m_numerals[i];
        while (article != articles.end() && article->start < numeral.span.start)
            add(*article++);
        if (numeral.span.start < free)
            continue;
        if (const auto numbered = numberedDraft(numeral)) {
            if (!isDated(numeral.span))
                add(*numbered);
            continue;
        }
        Draft draft = draftOf(numeral);
        const bool hasNext = i + 1 < m_numerals.size() && !isDated(m_numerals[i + 1].span);
        if (hasNext && !isDated(numeral.span) &&
            (joinScore(draft, m_numerals[i + 1]) || joinRange(draft, m_numerals[i + 1]) ||
             joinShare(draft, m_numerals[i + 1])))
            ++i;
        while (i + 1 < m_numerals.size() && joinSum(draft, m_numerals[i + 1]))
            ++i;
        readAge(draft);
        readHead(draft);
        if (isFigure(draft))
            add(draft);
    }
    while (article != articles.end())
        add(*article++);
    readStates(figures);
    return figures;
}

std::vector<Figure> findFigures(const PassageWords &passage, const std::vector<Numeral> &numerals,
                                const std::vector<DateMention> &dates)
{
    return FigureFinder(passage, numerals, dates).find();
}

std::vector<Figure> findFigures(const QString &text, const std::vector<Word> &words,
                                const std::vector<Sentence> &sentences, const QString &language)
{
    const PassageWords passage(text, words, sentences, language);
    const std::vector<Numeral> numerals = findNumerals(passage);
    return findFigures(passage, numerals, findDates(passage, numerals, std::nullopt));
}

} // namespace parallax
