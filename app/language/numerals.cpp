// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers as written.
//!
//! A number word, a dozen, half a million, a third, scores, 1.2 million: what each kind of word can begin is read by a
//! rule of its own, and sign, magnitude and "and a half" are taken in by all. The longest reading wins: "two hundred
//! and three" is one numeral, where a finder of number words would see three. digits.cpp reads the digits.
//!
//! Tested by tst_figures.cpp.
#include "language/digits.h"
#include "language/numeralfinder.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {

bool NumeralFinder::isJoined(int i) const
{
    const QStringView gap = gapAfter(i);
    return gap.size() == 1 &&
           (isSpaceMark(gap[0]) || gap[0] == u'-' || gap[0] == QChar(0x2010) || gap[0] == QChar(0x2011));
}

int NumeralFinder::wordEndingAt(int position, int from) const
{
    int last = from;
    while (last + 1 < count() && word(last + 1).span.start < position)
        ++last;
    return last;
}

Numeral NumeralFinder::numeralOf(int first, int last, double number, NumeralForm form) const
{
    return {TextSpan::between(word(first).span.start, word(last).span.end()), first, last, form, number, false, false};
}

void NumeralFinder::takeSign(Numeral &numeral) const
{
    const int start = numeral.span.start;
    const auto isFree = [&](int at) { return at == 0 || m_text[at - 1].isSpace() || m_text[at - 1] == u'('; };
    if (start > 0 && (m_text[start - 1] == QChar(0x2212) || m_text[start - 1] == u'-') && isFree(start - 1)) {
        numeral.number = -numeral.number;
        numeral.isPlain = false;
        numeral.span = TextSpan::between(start - 1, numeral.span.end());
    } else if (m_isEnglish && folded(numeral.firstWord - 1) == "minus"_L1 && isJoined(numeral.firstWord - 1)) {
        numeral.number = -numeral.number;
        numeral.isPlain = false;
        --numeral.firstWord;
        numeral.span = TextSpan::between(word(numeral.firstWord).span.start, numeral.span.end());
    }
}

/// "million", "dozen", "bn" after the number, as often as they follow ("3 hundred thousand").
void NumeralFinder::takeMagnitude(Numeral &numeral) const
{
    while (isJoined(numeral.lastWord)) {
        const QString &next = folded(numeral.lastWord + 1);
        double factor = magnitude(numeral.lastWord + 1);
        if (m_isEnglish && next == "dozen"_L1)
            factor = 12;
        if (factor == 0 && next.size() > 1 && numeral.form == NumeralForm::Digits)
            factor = shortMagnitude(next);
        if (factor == 0)
            return;
        numeral.number *= factor;
        numeral.hasMagnitude = true;
        numeral.isPlain = false;
        ++numeral.lastWord;
        int end = word(numeral.lastWord).span.end();
        if (!m_isEnglish && magnitude(numeral.lastWord) == 0 && end < m_text.size() && m_text[end] == u'.')
            ++end; // "1,2 Mio. Euro"
        numeral.span = TextSpan::between(numeral.span.start, end);
    }
}

/// "and a half" after the number.
void NumeralFinder::takeHalf(Numeral &numeral) const
{
    const int last = numeral.lastWord;
    if (!m_isEnglish || !isJoined(last) || !isJoined(last + 1) || !isJoined(last + 2))
        return;
    if (folded(last + 1) != "and"_L1 || folded(last + 2) != "a"_L1 || folded(last + 3) != "half"_L1)
        return;
    numeral.number += 0.5;
    numeral.lastWord += 3;
    numeral.isPlain = false;
    numeral.span = TextSpan::between(numeral.span.start, word(numeral.lastWord).span.end());
}

std::optional<Numeral> NumeralFinder::numeralAt(int first) const
{
    if (word(first).isNumber)
        return digitsAt(first);
    if (opensIdeographicNumeral(folded(first)))
        return ideographsAt(first);
    std::optional<Numeral> numeral = romanAt(first);
    if (!numeral)
        numeral = fractionAt(first);
    if (!numeral)
        numeral = noneAt(first);
    if (!numeral)
        numeral = vagueAt(first);
    return numeral ? numeral : wordsAt(first);
}

std::vector<Numeral> NumeralFinder::find()
{
    constexpr double largest = 1e18; // beyond it digits are a code or noise
    std::vector<Numeral> numerals;
    for (int i = 0; i < count();) {
        if (!m_passage.form(i).opensNumeral) {
            Q_ASSERT(!numeralAt(i));
            ++i;
            continue;
        }
        if (word(i).isNumber) {
            if (const int after = skipTelephone(i); after > i) {
                i = after;
                continue;
            }
        }
        const std::optional<Numeral> numeral = numeralAt(i);
        if (numeral && std::abs(numeral->number) <= largest) // also no infinity: "1e999", a line of digits
            numerals.push_back(*numeral);
        i = numeral ? numeral->lastWord + 1 : i + 1;
    }
    return numerals;
}

std::vector<Numeral> findNumerals(const PassageWords &passage)
{
    return NumeralFinder(passage).find();
}

} // namespace parallax
