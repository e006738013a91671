// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a number measures: units, money, shares, ages; and the same amount again in brackets. "50 miles (80 km)" is one
//! figure: taken as two, every article that converts would contradict itself.
//! Tested by tst_figures.cpp.
#include "language/figurefinder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Longest conversion in brackets, in characters: "[about 6,500 to 9,800 feet]".
constexpr int LongestBracket = 60;

/// "millions d'euros", "millones de pesos": behind the particle that stands between a magnitude and its unit at `at`.
int behindParticle(QStringView text, int at)
{
    for (const QStringView particle : {u"de ", u"de\u00A0", u"di ", u"d'", u"d\u2019"}) {
        if (text.sliced(at).startsWith(particle))
            return at + static_cast<int>(particle.size());
    }
    return at;
}

} // namespace

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
    if (!m_isEnglish && draft.numeral.hasMagnitude)
        at = behindParticle(m_text, std::min(at, static_cast<int>(m_text.size())));
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
        const bool isOfNext = // "$1.2bn-$1.5bn"
            after && at + after->length < m_text.size() && m_text[at + after->length].isDigit();
        if (after && !isOfNext) // "$1.2m dollars", "US$5 USD"
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

/// "a 7.1-magnitude quake", "of magnitude 5.9", "6.4 on the Richter scale": a measure of the unit "magnitude".
bool FigureFinder::readMagnitude(Draft &draft) const
{
    constexpr double most = 10;
    constexpr int reach = 4; // "6.4 degrees on the Richter scale"
    const Numeral &numeral = draft.numeral;
    if (!m_isEnglish || numeral.form != NumeralForm::Digits || numeral.hasMagnitude || numeral.number <= 0 ||
        numeral.number >= most)
        return false;
    const int next = numeral.lastWord + 1;
    const bool isOf = folded(numeral.firstWord - 1) == "of"_L1 && m_scope.isJoined(numeral.firstWord - 1);
    const int before = numeral.firstWord - (isOf ? 2 : 1);
    if (m_scope.isJoined(numeral.lastWord) && folded(next) == "magnitude"_L1) {
        draft.lastWord = next;
    } else if (folded(before) == "magnitude"_L1 && m_scope.isJoined(before)) {
        draft.start = word(before).span.start;
        draft.lastWord = numeral.lastWord;
    } else {
        int k = next;
        while (k < next + reach && m_scope.isJoined(k - 1) && folded(k) != "richter"_L1)
            ++k;
        if (folded(k) != "richter"_L1 || !m_scope.isJoined(k - 1))
            return false;
        draft.lastWord = m_scope.isJoined(k) && folded(k + 1) == "scale"_L1 ? k + 1 : k;
    }
    draft.end = std::max(numeral.span.end(), word(draft.lastWord).span.end());
    draft.value.kind = FigureKind::Measure;
    draft.value.number = numeral.number;
    draft.value.unit = u"magnitude"_s;
    draft.value.writtenUnit = draft.value.unit;
    draft.hasUnit = true;
    return true;
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

/// "15-year-old", "15 years old", "aged 15".
bool FigureFinder::readAge(Draft &draft) const
{
    const bool isAged =
        folded(draft.numeral.firstWord - 1) == "aged"_L1 || folded(draft.numeral.firstWord - 1) == "age"_L1;
    const bool isOld = draft.value.writtenUnit == "year"_L1 && m_scope.isJoined(draft.lastWord) &&
                       (folded(draft.lastWord + 1) == "old"_L1 || folded(draft.lastWord + 1) == "olds"_L1);
    const bool isApposed = !isOld && !isAged && !draft.hasUnit && draft.numeral.isPlain &&
                           m_scope.isApposedAge(draft.numeral.firstWord, draft.numeral.span.end());
    if (!m_isEnglish || !(isOld || isApposed || (isAged && (!draft.hasUnit || draft.value.writtenUnit == "year"_L1))))
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
    } else if (!isApposed) {
        draft.start = word(draft.numeral.firstWord - 1).span.start;
    }
    return true;
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

} // namespace parallax
