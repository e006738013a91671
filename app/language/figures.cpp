// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! From numbers to figures: what is no figure goes, units and ranges are read, conversions in brackets joined.
//!
//! "about 1,200 km [745 miles] north" is one figure, a length of 1.2e6 m, with two numbers in it. Compared number by
//! number with "50 miles (80 km)" it would give four pairs, and one article would contradict itself. "Flight 881",
//! "June 1" and "04:20" are no figures at all, or every air crash would be 881 of something.
//!
//! Tested by tst_figures.cpp.
#include "language/calendar.h"
#include "language/figurescope.h"
#include "language/finders.h"
#include "language/units.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Longest conversion in brackets, in characters: "[about 6,500 to 9,800 feet]".
constexpr int LongestBracket = 60;

/// Words after "a day" that make it a length of time.
const QSet<QString> &durationClosers()
{
    static const QSet<QString> words = {u"of"_s, u"ago"_s, u"later"_s, u"earlier"_s, u"after"_s, u"before"_s};
    return words;
}

class FigureFinder
{
public:
    FigureFinder(const PassageWords &passage, const std::vector<Numeral> &numerals,
                 const std::vector<DateMention> &dates)
        : m_text(passage.text())
        , m_words(passage.words())
        , m_scope(passage)
        , m_units(UnitNames::of(passage.language()))
        , m_numerals(numerals)
        , m_isEnglish(passage.isEnglish())
    {
        for (const DateMention &date : dates) {
            if (!date.isInterval)
                m_dates.push_back(date.span);
        }
    }

    std::vector<Figure> find();

private:
    /// A figure under way. `end` is where its number and unit end, `lastWord` the last word before that.
    struct Draft {
        Numeral numeral;
        FigureValue value;
        int start = 0;
        int end = 0;
        int lastWord = 0;
        int headWord = -1;
        bool hasUnit = false;
        bool isDash = false; ///< a range written with a dash
    };

    const Word &word(int i) const { return m_words[static_cast<size_t>(i)]; }
    int count() const { return static_cast<int>(m_words.size()); }
    const QString &folded(int i) const { return m_scope.folded(i); }
    int skipSpace(int at) const;
    int wordBefore(int position) const;
    int wordFrom(int position) const;
    bool isDated(TextSpan span) const;

    Draft draftOf(const Numeral &numeral) const;
    void readUnit(Draft &draft) const;
    bool readPercent(Draft &draft, int at) const;
    bool joinRange(Draft &draft, const Numeral &next) const;
    bool joinShare(Draft &draft, const Numeral &next) const;
    bool joinScore(Draft &draft, const Numeral &next) const;
    bool readPartOfUnit(Draft &draft) const;
    bool readAge(Draft &draft) const;
    bool isFigure(const Draft &draft) const;
    void readHead(Draft &draft) const;
    int conversionEnd(const Draft &draft) const;
    Figure finished(Draft draft) const;
    std::vector<Draft> articleDurations() const;
    void readStates(std::vector<Figure> &figures) const;

    const QString &m_text;
    const std::vector<Word> &m_words;
    FigureScope m_scope;
    const UnitNames &m_units;
    const std::vector<Numeral> &m_numerals;
    std::vector<TextSpan> m_dates;
    bool m_isEnglish;
};

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

bool FigureFinder::readPercent(Draft &draft, int at) const
{
    const auto take = [&](int end, const QString &unit) {
        draft.value.kind = FigureKind::Percent;
        draft.value.unit = unit;
        draft.hasUnit = true;
        draft.end = end;
        draft.lastWord = std::max(draft.lastWord, wordBefore(end));
        return true;
    };
    if (at < m_text.size() && (m_text[at] == u'%' || m_text[at] == QChar(0xFF05) || m_text[at] == QChar(0x066A)))
        return take(at + 1, u"%"_s);
    const int next = draft.lastWord + 1;
    if (!m_isEnglish || !m_scope.isJoined(draft.lastWord))
        return false;
    if (folded(next) == "percent"_L1 || folded(next) == "pc"_L1)
        return take(word(next).span.end(), u"%"_s);
    if (folded(next) == "per"_L1 && folded(next + 1) == "cent"_L1)
        return take(word(next + 1).span.end(), u"%"_s);
    if (folded(next) == "percentage"_L1 && folded(next + 1).startsWith("point"_L1))
        return take(word(next + 1).span.end(), u"pp"_s);
    return false;
}

/// The unit, currency or percent sign beside the number.
void FigureFinder::readUnit(Draft &draft) const
{
    if (draft.numeral.form == NumeralForm::Ordinal || draft.numeral.form == NumeralForm::Fraction)
        return;
    int at = skipSpace(draft.end);
    if (at == draft.end && at < m_text.size() && m_text[at] == u'-')
        ++at; // "three-month search"
    const bool isOf = draft.numeral.form == NumeralForm::Vague && m_scope.isJoined(draft.lastWord) &&
                      folded(draft.lastWord + 1) == "of"_L1;
    if (isOf)
        at = skipSpace(word(draft.lastWord + 1).span.end()); // "hundreds of miles"
    if (!isOf && readPercent(draft, at))
        return;
    const auto take = [&](FigureKind kind, const QString &unit, int end) {
        draft.value.kind = kind;
        draft.value.unit = unit;
        draft.hasUnit = true;
        draft.end = end;
        draft.lastWord = std::max(draft.lastWord, wordBefore(end));
    };
    const auto before = m_units.currencyBefore(m_text, draft.start);
    const auto after = m_units.currencyAt(m_text, at);
    if (before) {
        draft.start -= before->length;
        take(FigureKind::Money, before->value, draft.end);
        if (after) // "$1.2m dollars", "US$5 USD"
            draft.end = at + after->length;
        return;
    }
    if (after) {
        take(FigureKind::Money, after->value, at + after->length);
        return;
    }
    const auto unit = m_units.unitAt(m_text, at);
    if (!unit)
        return;
    draft.value.number = unit->value.toBase(draft.value.number);
    draft.value.writtenUnit = unit->value.identifier;
    take(FigureKind::Measure, unit->value.base, at + unit->length);
}

FigureFinder::Draft FigureFinder::draftOf(const Numeral &numeral) const
{
    Draft draft{numeral, {}, numeral.span.start, numeral.span.end(), numeral.lastWord, -1, false, false};
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
    readUnit(draft);
    return draft;
}

/// "half an hour", "a quarter of a mile": a part of one unit.
bool FigureFinder::readPartOfUnit(Draft &draft) const
{
    int article = draft.lastWord + 1;
    if (folded(article) == "of"_L1)
        ++article;
    const bool isArticle = folded(article) == "a"_L1 || folded(article) == "an"_L1;
    if (!m_isEnglish || !isArticle || !m_scope.isJoined(draft.lastWord) || !m_scope.isJoined(article))
        return false;
    const auto unit = m_units.unitAt(m_text, word(article + 1).span.start);
    if (!unit)
        return false;
    draft.value.kind = FigureKind::Measure;
    draft.value.number = unit->value.toBase(draft.numeral.number);
    draft.value.unit = unit->value.base;
    draft.value.writtenUnit = unit->value.identifier;
    draft.hasUnit = true;
    draft.end = word(article + 1).span.start + unit->length;
    draft.lastWord = wordBefore(draft.end);
    return true;
}

/// "won 3-1", "a 5-4 ruling": two numbers that tell how something ended, in their order.
bool FigureFinder::joinScore(Draft &draft, const Numeral &next) const
{
    static const QSet<QString> results = {
        u"win"_s,      u"wins"_s,     u"won"_s,     u"beat"_s,   u"beats"_s,    u"lose"_s,     u"loses"_s,
        u"lost"_s,     u"lead"_s,     u"led"_s,     u"draw"_s,   u"drew"_s,     u"vote"_s,     u"voted"_s,
        u"votes"_s,    u"pass"_s,     u"passed"_s,  u"passes"_s, u"rejected"_s, u"ruled"_s,    u"ruling"_s,
        u"score"_s,    u"scored"_s,   u"victory"_s, u"defeat"_s, u"defeated"_s, u"decision"_s, u"carried"_s,
        u"approved"_s, u"majority"_s, u"tie"_s,     u"split"_s,  u"margin"_s,   u"adopted"_s,  u"fell"_s,
        u"failed"_s,   u"verdict"_s,  u"triumph"_s, u"tally"_s};
    constexpr int reach = 8;
    const QString between = m_text.mid(draft.end, next.span.start - draft.end);
    const bool isPair = between == "-"_L1 || between == u"–"_s || between == " to "_L1;
    if (!m_isEnglish || !isPair || draft.hasUnit || !draft.numeral.isPlain || !next.isPlain || next.number >= 1000 ||
        draft.value.number >= 1000 || m_scope.headAfter(next.lastWord, true) >= 0)
        return false;
    bool hasResult = false;
    for (int i = std::max(0, draft.numeral.firstWord - reach); i <= std::min(count() - 1, next.lastWord + 1); ++i)
        hasResult = hasResult || results.contains(folded(i));
    if (!hasResult)
        return false;
    draft.value.upper = next.number;
    draft.value.unit = ScoreUnit;
    draft.hasUnit = true;
    draft.end = next.span.end();
    draft.lastWord = next.lastWord;
    return true;
}

/// "2,000 or 3,000 metres", "12–20 million", "between €12 million and €20 million": takes in the next number.
bool FigureFinder::joinRange(Draft &draft, const Numeral &next) const
{
    if (draft.numeral.form == NumeralForm::Ordinal || next.form != draft.numeral.form)
        return false;
    const int gap = skipSpace(draft.end);
    if (gap >= m_text.size() || !QStringView(u"at-–—o").contains(m_text[gap])) // and, to, a dash, or
        return false;
    const Draft upper = draftOf(next);
    const QString between = m_text.mid(draft.end, upper.start - draft.end).trimmed();
    const bool isAnd = between == "and"_L1 && folded(draft.numeral.firstWord - 1) == "between"_L1;
    const bool isDash = between == "-"_L1 || between == u"–"_s || between == u"—"_s;
    if (!isAnd && !isDash && between != "to"_L1 && between != "or"_L1)
        return false;
    const bool isChange = between == "to"_L1 && folded(draft.numeral.firstWord - 1) == "from"_L1; // "fell from 5 to 3"
    const bool isSameUnit = !draft.hasUnit ||
                            (draft.value.kind == upper.value.kind && draft.value.unit == upper.value.unit) ||
                            (draft.value.kind == FigureKind::Money && !upper.hasUnit);
    if (isChange || !isSameUnit)
        return false;
    if (!draft.hasUnit && upper.hasUnit) {
        // "2,000 or 3,000 metres": the unit stands for both
        if (upper.value.kind == FigureKind::Measure)
            draft.value.number *= upper.value.number / upper.numeral.number;
        draft.value.unit = upper.value.unit;
        draft.value.kind = upper.value.kind;
        draft.value.writtenUnit = upper.value.writtenUnit;
    }
    if (!draft.numeral.hasMagnitude && upper.numeral.hasMagnitude && draft.numeral.number < 1000) {
        double magnitude = 1;
        while (magnitude * 1000 <= upper.numeral.number)
            magnitude *= 1000;
        draft.value.number *= magnitude; // "12–20 million"
    }
    if (draft.value.number >= upper.value.number)
        return false;
    draft.value.upper = upper.value.number;
    draft.isDash = isDash;
    draft.hasUnit = draft.hasUnit || upper.hasUnit;
    draft.end = upper.end;
    draft.lastWord = upper.lastWord;
    draft.numeral.isPlain = false;
    return true;
}

/// "one in five nurses" is 20 %.
bool FigureFinder::joinShare(Draft &draft, const Numeral &next) const
{
    const bool isSmall =
        draft.value.number >= 1 && draft.value.number < 10 && next.number > draft.value.number && next.number <= 1000;
    if (!m_isEnglish || draft.hasUnit || !isSmall || next.form == NumeralForm::Ordinal ||
        next.firstWord != draft.lastWord + 2 || folded(draft.lastWord + 1) != "in"_L1 ||
        !m_scope.isJoined(draft.lastWord) || !m_scope.isJoined(draft.lastWord + 1))
        return false;
    const Draft whole = draftOf(next);
    if (whole.hasUnit || isDated(next.span))
        return false; // "two in three days"
    draft.value.kind = FigureKind::Percent;
    draft.value.number = 100 * draft.value.number / next.number;
    draft.value.unit = u"%"_s;
    draft.value.writtenUnit = u"fraction"_s;
    draft.hasUnit = true;
    draft.end = next.span.end();
    draft.lastWord = next.lastWord;
    draft.numeral.isPlain = false;
    draft.headWord = m_scope.headAfter(next.lastWord, true);
    return true;
}

/// "15-year-old", "15 years old", "aged 15".
bool FigureFinder::readAge(Draft &draft) const
{
    const bool isAged =
        folded(draft.numeral.firstWord - 1) == "aged"_L1 || folded(draft.numeral.firstWord - 1) == "age"_L1;
    const bool isOld = draft.value.writtenUnit == "year"_L1 && m_scope.isJoined(draft.lastWord) &&
                       (folded(draft.lastWord + 1) == "old"_L1 || folded(draft.lastWord + 1) == "olds"_L1);
    if (!m_isEnglish || (!isOld && !(isAged && (!draft.hasUnit || draft.value.writtenUnit == "year"_L1))))
        return false;
    const double years = draft.numeral.number;
    draft.value = FigureValue{FigureKind::Count, years, std::nullopt, u"year old"_s, Precision::Exact, {}};
    draft.hasUnit = true;
    if (isOld) {
        ++draft.lastWord;
        draft.end = word(draft.lastWord).span.end();
        const int noun = m_scope.headAfter(draft.lastWord, false);
        if (noun >= 0 && m_scope.isPerson(noun))
            draft.headWord = noun;
    } else {
        draft.start = word(draft.numeral.firstWord - 1).span.start;
    }
    return true;
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
    draft.headWord = m_scope.headAfter(draft.lastWord, isPlural);
    if (draft.headWord >= 0)
        draft.value.unit = m_scope.lemma(draft.headWord);
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
        return draft.headWord == draft.lastWord + 1 && numeral.number >= 2; // "first" is rarely a number
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

/// The end of "(306 km)" right after the figure where it only converts it; 0 where nothing of the kind follows.
int FigureFinder::conversionEnd(const Draft &draft) const
{
    const int open = skipSpace(draft.end);
    const bool isConvertible = draft.value.kind == FigureKind::Measure || draft.value.kind == FigureKind::Money;
    if (!isConvertible || open + 1 >= m_text.size() || (m_text[open] != u'(' && m_text[open] != u'['))
        return 0;
    const qsizetype close = m_text.indexOf(m_text[open] == u'(' ? u')' : u']', open);
    if (close < 0 || close - open > LongestBracket)
        return 0;
    const auto inner = std::ranges::lower_bound(m_numerals, open, {}, [](const Numeral &n) { return n.span.start; });
    for (auto numeral = inner; numeral != m_numerals.end() && numeral->span.start < close; ++numeral) {
        const Draft converted = draftOf(*numeral);
        if (!converted.hasUnit || converted.value.kind != draft.value.kind)
            continue;
        if (converted.value.kind == FigureKind::Money || converted.value.unit == draft.value.unit)
            return static_cast<int>(close) + 1;
    }
    return 0;
}

Figure FigureFinder::finished(Draft draft) const
{
    Figure figure;
    figure.numberSpan = draft.numeral.span;
    figure.firstWord = draft.numeral.firstWord;
    int firstWord = wordFrom(draft.start);
    int end = draft.end;
    Precision precision = draft.value.precision;

    const auto after = m_scope.modifierAfter(draft.numeral.lastWord);
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
    auto before = m_scope.modifierBefore(firstWord, draft.start);
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
/// an hour", "half a mile": half of any unit.
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
        if (!isHalf && !isClosed && !(m_scope.isJoined(i - 1) && openers.contains(folded(i - 1))))
            continue;
        Numeral numeral;
        numeral.firstWord = isHalf ? i - 1 : i;
        numeral.lastWord = i;
        numeral.span = TextSpan::between(word(numeral.firstWord).span.start, word(i).span.end());
        numeral.form = NumeralForm::Words;
        numeral.number = isHalf ? 0.5 : 1;
        drafts.push_back(draftOf(numeral));
        readHead(drafts.back());
    }
    return drafts;
}

void FigureFinder::readStates(std::vector<Figure> &figures) const
{
    std::vector<std::pair<int, int>> numbers;
    for (const Figure &figure : figures)
        numbers.emplace_back(figure.firstWord, std::max(figure.headWord, wordBefore(figure.numberSpan.end())));
    for (size_t i = 0; i < figures.size(); ++i) {
        Figure &figure = figures[i];
        const bool isCount = figure.value.kind == FigureKind::Count && figure.value.unit != "year old"_L1;
        const bool isHeadless = isCount && figure.headWord < 0;
        if (!isCount || (!figure.isPerson && !isHeadless))
            continue;
        // only the neighbours can claim a cue
        const size_t from = i > 1 ? i - 2 : 0;
        const size_t size = std::min(numbers.size() - from, size_t{5});
        const int first = m_scope.sentenceOf(figure.firstWord) == figure.sentence ? figure.firstWord : numbers[i].first;
        figure.state = m_scope.stateOf(first, numbers[i].second, std::span(numbers).subspan(from, size));
        figure.isPerson = figure.isPerson || !figure.state.isEmpty();
    }
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
        Draft draft = draftOf(numeral);
        const bool hasNext = i + 1 < m_numerals.size() && !isDated(m_numerals[i + 1].span);
        if (hasNext && !isDated(numeral.span) &&
            (joinScore(draft, m_numerals[i + 1]) || joinRange(draft, m_numerals[i + 1]) ||
             joinShare(draft, m_numerals[i + 1])))
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

} // namespace

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
