// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Two numbers that are one figure: a range ("12–20 million"), a result ("won 3-1"), a share ("one in five"). Number by
//! number, "12–20 million" would be twelve of something and "one in five" a five.
//! Tested by tst_figures.cpp.
#include "language/figurefinder.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

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

} // namespace parallax
