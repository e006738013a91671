// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Two numbers that are one figure: a range ("12–20 million"), a result ("won 3-1"), a share ("one in five"), a
//! sum ("two hours and 20 minutes"). Number by number, "12–20 million" would be twelve of something and "one in five" a
//! five.
//! Tested by tst_figures.cpp.
#include "language/figurefinder.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Units that are added up, the larger first, as ICU calls them. Others are two measures: "won over 5 km and 400 m".
const QSet<QString> &summedUnits()
{
    static const QSet<QString> pairs = {u"foot inch"_s, u"stone pound"_s, u"pound ounce"_s, u"meter centimeter"_s,
                                        u"mile yard"_s};
    return pairs;
}

} // namespace

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
    Draft upper = draftOf(next);
    const bool isMillion = draft.value.kind == FigureKind::Money && upper.value.writtenUnit == "meter"_L1 &&
                           m_text[next.span.end()] == u'm' && upper.end == next.span.end() + 1;
    if (isMillion) { // "£3-4m"
        upper.numeral.number *= 1e6;
        upper.numeral.hasMagnitude = true;
        upper.value.number = upper.numeral.number;
        upper.value.kind = FigureKind::Count;
        upper.value.unit.clear();
        upper.value.writtenUnit.clear();
        upper.hasUnit = false;
    }
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

/// "two hours and 20 minutes", "five feet ten inches", "3 lb 4 oz": one measure in two units, the smaller one behind
/// and less than one of the larger. "Five metres and two metres" are two measures.
bool FigureFinder::joinSum(Draft &draft, const Numeral &next) const
{
    if (draft.value.kind != FigureKind::Measure || draft.value.upper || draft.numeral.number <= 0 ||
        (next.form != NumeralForm::Digits && next.form != NumeralForm::Words))
        return false;
    const QString between = m_text.mid(draft.end, next.span.start - draft.end).simplified();
    if (!between.isEmpty() && between != "and"_L1 && between != ","_L1 && between != ", and"_L1)
        return false;
    const Draft rest = draftOf(next);
    const double one = draft.lastUnit > 0 ? draft.lastUnit : draft.value.number / draft.numeral.number;
    const bool isTime = draft.value.unit == "s"_L1;
    const bool isPair = isTime || summedUnits().contains(draft.value.writtenUnit + u' ' + rest.value.writtenUnit);
    if (!isPair || rest.value.kind != FigureKind::Measure || rest.value.unit != draft.value.unit ||
        rest.value.number <= 0 || rest.value.number >= one || rest.value.writtenUnit == draft.value.writtenUnit ||
        draft.numeral.number != std::floor(draft.numeral.number))
        return false;
    draft.value.number += rest.value.number;
    draft.lastUnit = rest.value.number / next.number;
    draft.end = rest.end;
    draft.lastWord = rest.lastWord;
    draft.numeral.span = TextSpan::between(draft.numeral.span.start, next.span.end());
    return true;
}

/// Whether words [first, end) make a share of the numbers beside them: "in", "out of", "in every", "of every".
bool FigureFinder::isShareBetween(int first, int end) const
{
    static const QSet<QString> phrases = {u"in"_s,           u"out of"_s,   u"in every"_s,
                                          u"out of every"_s, u"of every"_s, u"from every"_s};
    constexpr int longest = 3;
    QStringList words;
    bool isOnePhrase = first < end && end <= first + longest;
    for (int i = first; i < end && isOnePhrase; ++i)
        words << folded(i);
    for (int i = first - 1; i < end && isOnePhrase; ++i)
        isOnePhrase = m_scope.isJoined(i);
    return isOnePhrase && phrases.contains(words.join(u' '));
}

/// "one in five nurses", "one of every five": 20 %. "Three out of 12 crew" counts three.
bool FigureFinder::joinShare(Draft &draft, const Numeral &next) const
{
    const bool isSmall =
        draft.value.number >= 1 && draft.value.number < 10 && next.number > draft.value.number && next.number <= 1000;
    if (!m_isEnglish || draft.hasUnit || !isSmall || next.form == NumeralForm::Ordinal ||
        !isShareBetween(draft.lastWord + 1, next.firstWord))
        return false;
    static const QSet<int> usualWholes = {3, 4, 5, 10, 20, 50, 100, 1000};
    const bool isOutOf = folded(draft.lastWord + 1) == "out"_L1 && folded(next.firstWord - 1) != "every"_L1;
    const Draft whole = draftOf(next);
    if (whole.hasUnit || isDated(next.span) || (isOutOf && !usualWholes.contains(static_cast<int>(next.number))))
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

} // namespace parallax
