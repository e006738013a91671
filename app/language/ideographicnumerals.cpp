// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Numerals in ideographs, and the ideographs behind digits: 十一人, 一百二十万元, 120万, 3억 5000만.
//!
//! They are read sign by sign, not word by word: the dictionary that parts Chinese and Japanese into words parts
//! 一百二十万元 into 一百二 and 十万元. But most words that begin with such a sign are no numbers (四川 is a province,
//! 十分 means "very", 一座 "a"), so one counts only where a word of the text ends with it or a counter or a unit
//! follows, and 一 alone never does. Tested by tst_otherlanguages.cpp.
#include "language/digits.h"
#include "language/numeralfinder.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

int digitOf(QChar c)
{
    static constexpr QStringView digits = u"〇一二三四五六七八九";
    if (c == u'零')
        return 0;
    if (c == u'两' || c == u'兩')
        return 2;
    return static_cast<int>(digits.indexOf(c));
}

double smallUnit(QChar c)
{
    return c == u'十' ? 10 : c == u'百' ? 100 : c == u'千' ? 1000 : 0;
}

double largeUnit(QChar c)
{
    switch (c.unicode()) {
    case u'万':
    case u'萬':
    case u'만':
        return 1e4;
    case u'亿':
    case u'億':
    case u'억':
        return 1e8;
    case u'兆':
    case u'조':
        return 1e12;
    default:
        return 0;
    }
}

bool isNumeralSign(QChar c)
{
    return digitOf(c) >= 0 || smallUnit(c) > 0 || (largeUnit(c) > 0 && c.script() == QChar::Script_Han);
}

/// What can stand right behind a number in one word with it: counters of persons and things, parts of time and money.
bool isCounter(QChar c)
{
    return QStringView(u"人名个個位件台辆輛架艘只隻头頭匹本枚家所座栋棟戸岁歲歳年月日天时時分秒回次度元円圆圓米吨噸")
        .contains(c);
}

} // namespace

bool opensIdeographicNumeral(const QString &folded)
{
    return !folded.isEmpty() && isNumeralSign(folded.front());
}

double ideographicNumber(QStringView signs)
{
    const bool isPositional = std::ranges::all_of(signs, [](QChar c) { return digitOf(c) >= 0; });
    if (isPositional) {
        double number = 0;
        for (const QChar c : signs)
            number = number * 10 + digitOf(c);
        return number;
    }
    double total = 0, section = 0;
    int digit = -1; // not yet used
    for (const QChar c : signs) {
        if (digitOf(c) >= 0) {
            digit = digitOf(c);
        } else if (smallUnit(c) > 0) {
            section += std::max(digit, digit < 0 ? 1 : 0) * smallUnit(c);
            digit = -1;
        } else {
            section += std::max(digit, 0);
            total += (section > 0 ? section : 1) * largeUnit(c);
            section = 0;
            digit = -1;
        }
    }
    return total + section + std::max(digit, 0);
}

std::optional<Numeral> NumeralFinder::ideographsAt(int first) const
{
    const int start = word(first).span.start;
    int end = start;
    while (end < m_text.size() && isNumeralSign(m_text[end]))
        ++end;
    if (end == start || (start > 0 && isNumeralSign(m_text[start - 1])))
        return std::nullopt;
    const QStringView signs = QStringView(m_text).mid(start, end - start);
    const bool isAdverb = word(first).folded == u"十分" || word(first).folded == u"万一"; // very, by any chance
    if (isAdverb || signs == u"一" || largeUnit(signs.front()) > 0)
        return std::nullopt;
    const int last = wordEndingAt(end, first);
    const QChar next = end < m_text.size() ? m_text[end] : QChar(u' ');
    const bool endsWord = word(last).span.end() == end;
    if (!endsWord && !isCounter(next) && !m_units.currencyAt(m_text, end) && !m_units.unitAt(m_text, end))
        return std::nullopt;
    if (signs.size() == 1 && !isCounter(next))
        return std::nullopt;
    Numeral numeral = numeralOf(first, last, ideographicNumber(signs), NumeralForm::Words);
    numeral.span = TextSpan::between(start, end);
    numeral.hasMagnitude = std::ranges::any_of(signs, [](QChar c) { return largeUnit(c) > 0; });
    return numeral;
}

int NumeralFinder::takeIdeographs(double &number, int end) const
{
    double rest = 0; // "3억 5000만" is 3e8 and 5e7
    int at = end;
    while (at < m_text.size()) {
        const double unit = largeUnit(m_text[at]) > 0 ? largeUnit(m_text[at]) : smallUnit(m_text[at]);
        if (unit == 0)
            break;
        number *= unit;
        end = ++at;
        rest += number;
        number = 0;
        if (at < m_text.size() && m_text[at] == u' ' && rest >= 1e4)
            ++at;
        int digits = at;
        while (digits < m_text.size() && isDigit(m_text[digits]))
            ++digits;
        const bool hasUnit = digits < m_text.size() && (largeUnit(m_text[digits]) > 0 || smallUnit(m_text[digits]) > 0);
        if (digits == at || (!hasUnit && at != end))
            break;
        number = m_text.mid(at, digits - at).toDouble();
        at = end = digits;
    }
    number += rest;
    return end;
}

} // namespace parallax
