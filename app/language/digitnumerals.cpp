// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Numerals in digits: "1,200", "$1.2m", "3½", "21st"; and the digits that are none. "747s", "F27-500", "24/7" and a
//! telephone number name things or times: what is glued to letters, slashes or colons counts nothing.
//! Tested by tst_figures.cpp.
#include "language/digits.h"
#include "language/numeralfinder.h"

#include <unicode/uchar.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Letters of scripts that put no space between a word and a number, or join a preposition to it by a hyphen.
bool isWrittenTogether(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Hebrew:
        return c.isLetter() || c.isMark();
    default:
        return false;
    }
}

} // namespace

/// The word after a telephone number that begins at word `first`; `first` where none does. Three or more groups of
/// digits that are no thousands, or two that begin with + or 0.
int NumeralFinder::skipTelephone(int first) const
{
    int last = first;
    while (last + 1 < count() && word(last + 1).isNumber) {
        const QStringView gap = gapAfter(last);
        if (!(gap.size() == 1 && (isSpaceMark(gap[0]) || gap[0] == u'-' || gap[0] == u'/')))
            break;
        ++last;
    }
    const int start = word(first).span.start;
    const QString &digits = word(first).folded;
    const bool isDialled =
        (start > 0 && m_text[start - 1] == u'+') || (digits.size() > 1 && digits[0] == u'0' && digits[1].isDigit());
    const int groups = last - first + 1;
    if (isDialled)
        return last + 1;
    if (groups < 3)
        return first;
    const DigitRun run = readDigits(m_text, start);
    return run.end >= word(last).span.end() ? first : last + 1;
}

/// Whether what stands right before makes digits part of something else: a letter, a slash, a colon, a number sign.
bool NumeralFinder::isGluedBefore(int start) const
{
    if (start == 0)
        return false;
    const QChar before = m_text[start - 1];
    if (isWrittenTogether(before))
        return false;
    if (before.isLetterOrNumber() || before == u'#' || before == u'_' || before == u'@')
        return true;
    const bool isAfterWord = start > 1 && m_text[start - 2].isLetterOrNumber();
    if (!isAfterWord)
        return false;
    if (before == u'/' || before == u':' || before == u'.' || before == u',')
        return true;
    // "F27-500", "mid-2003", but "9-11", "10m-12m" and "nine-11" are ranges
    if (before == u'-') {
        if (isWrittenTogether(m_text[start - 2]))
            return false;
        int at = start - 2;
        while (at > 0 && m_text[at - 1].isLetterOrNumber())
            --at;
        const QString previous = m_text.mid(at, start - 1 - at).toCaseFolded();
        return !isDigit(previous[0]) && !m_speller.isNumberWord(previous) && previous != "magnitude"_L1;
    }
    return false;
}

bool NumeralFinder::isMeasuredAt(int start, int end) const
{
    if (m_units.currencyBefore(m_text, start))
        return true;
    int at = end;
    while (at < m_text.size() && isSpaceMark(m_text[at]))
        ++at;
    if (at < m_text.size() && m_text[at] == u'%')
        return true;
    if (m_units.unitAt(m_text, at) || m_units.currencyAt(m_text, at))
        return true;
    int letters = at;
    while (letters < m_text.size() && m_text[letters].isLetter())
        ++letters;
    const QString next = m_text.mid(at, letters - at).toCaseFolded();
    return m_speller.magnitude(next) >= 1e3 || shortMagnitude(next) > 0 || next == "percent"_L1 || next == "per"_L1;
}

std::optional<Numeral> NumeralFinder::digitsAt(int first) const
{
    const int start = word(first).span.start;
    if (isGluedBefore(start))
        return std::nullopt;
    const DigitRun run = readDigits(m_text, start);
    int end = run.end;
    const auto value = valueOf(run, m_speller.decimalMark(), [&] { return isMeasuredAt(start, end); });
    if (!value)
        return std::nullopt;
    Numeral numeral = numeralOf(first, first, *value, NumeralForm::Digits);
    numeral.isPlain = run.groups.size() == 1;

    if (end < m_text.size()) {
        const double fraction = u_getNumericValue(m_text[end].unicode());
        if (fraction > 0 && fraction < 1) { // "3½"
            numeral.number += fraction;
            numeral.isPlain = false;
            ++end;
        }
    }
    if (const int taken = takeIdeographs(numeral.number, end); taken > end) {
        numeral.isPlain = false;
        numeral.hasMagnitude = true;
        end = taken;
    }
    int letters = end;
    while (letters < m_text.size() && m_text[letters].isLetter() && m_text[letters].script() == QChar::Script_Latin)
        ++letters;
    if (letters > end) {
        const QStringView suffix = QStringView(m_text).mid(end, letters - end);
        const auto unit = m_units.unitAt(m_text, end);
        const bool isMetre = suffix == "m"_L1;
        const bool isExponent =
            (suffix == "e"_L1 || suffix == "E"_L1) && letters < m_text.size() && isDigit(m_text[letters]);
        if (isExponent) {
            const DigitRun exponent = readDigits(m_text, letters);
            numeral.number *= std::pow(10, exponent.groups.front().toInt());
            end = exponent.end;
        } else if (run.groups.size() == 1 &&
                   m_speller.isDigitOrdinal(run.groups[0].toLongLong(),
                                            QStringView(m_text).mid(start, letters - start))) {
            numeral.form = NumeralForm::Ordinal;
            end = letters;
        } else if (const double factor = shortMagnitude(suffix); factor > 0 && (!unit || isMetre)) {
            // "$1.2m", "1.2m dollars" and "3m people" are millions, "3,000m" and "10 m" metres
            int next = letters;
            while (next < m_text.size() && isSpaceMark(m_text[next]))
                ++next;
            const bool isMoney = m_units.currencyBefore(m_text, start) || m_units.currencyAt(m_text, next);
            if (!isMetre || isMoney) {
                numeral.number *= factor;
                numeral.hasMagnitude = true;
                end = letters;
            }
        } else if (!unit && !m_units.currencyAt(m_text, end)) {
            return std::nullopt; // "747s", "4x4", "1980s"
        }
        numeral.isPlain = false;
    }
    if (end < m_text.size() && (m_text[end] == u'/' || m_text[end] == u':') && end + 1 < m_text.size() &&
        isDigit(m_text[end + 1]))
        return std::nullopt; // "24/7", "22:30"
    numeral.lastWord = wordEndingAt(end, first);
    numeral.span = TextSpan::between(start, end);
    takeSign(numeral);
    if (numeral.form == NumeralForm::Digits) {
        takeMagnitude(numeral);
        takeHalf(numeral);
    }
    return numeral;
}

} // namespace parallax
