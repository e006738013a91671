// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What digits with marks between them come to.
//!
//! "1,200", "1.200", "1 200" and "1'200" are one number; "1.2 million" has a decimal mark where "1.200 visitors" has
//! none. A single mark before exactly three digits separates thousands, unless it is the language's decimal mark and
//! a magnitude, a unit or a currency says that the number is measured ("1.234 km"). Reading the mark by locale alone
//! would turn a Swiss agency's 1.200 visitors into one and a bit.
//! Tested by tst_figures.cpp.
#include "language/digits.h"

#include <QHash>

#include <unicode/uchar.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// A mark that may stand between digits, in one form; null for other characters.
QChar digitMark(QChar character)
{
    switch (character.unicode()) {
    case u',':
    case 0xFF0C: // fullwidth comma
        return u',';
    case u'.':
    case 0xFF0E: // fullwidth stop
        return u'.';
    case u'\'':
    case 0x2019: // apostrophe, as in Switzerland
    case 0x066C: // Arabic thousands mark
        return u'\'';
    case 0x066B: // Arabic decimal mark
        return QChar(0x066B);
    default:
        return isSpaceMark(character) ? u' ' : QChar();
    }
}

QString asciiDigits(QStringView digits)
{
    QString ascii;
    for (const QChar digit : digits)
        ascii += QChar(u'0' + u_charDigitValue(digit.unicode()));
    return ascii;
}

bool areThousands(const std::vector<QString> &groups, size_t count)
{
    if (groups[0].size() > 3 || groups[0].startsWith(u'0'))
        return false;
    for (size_t i = 1; i < count; ++i) {
        const bool isIndian = groups[i].size() == 2 && i + 1 < count; // 1,20,000
        if (groups[i].size() != 3 && !isIndian)
            return false;
    }
    return groups[count - 1].size() == 3;
}

} // namespace

bool isDigit(QChar character)
{
    return u_charDigitValue(character.unicode()) >= 0;
}

bool isSpaceMark(QChar character)
{
    return character == u' ' || character == QChar(0x00A0) || character == QChar(0x202F) || character == QChar(0x2009);
}

DigitRun readDigits(const QString &text, int start)
{
    DigitRun run;
    int at = start;
    while (true) {
        int end = at;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        const QString group = asciiDigits(QStringView(text).mid(at, end - at));
        if (!run.marks.empty() && run.marks.back() == u' ') {
            // a space joins groups of three only, and only after one to three digits
            const bool isGroup = group.size() == 3 && run.groups.front().size() <= 3 && run.groups.front() != "0"_L1 &&
                                 (end >= text.size() || !text[end].isLetterOrNumber());
            if (!isGroup) {
                run.marks.pop_back();
                break;
            }
        }
        run.groups.push_back(group);
        run.end = end;
        const QChar mark = end + 1 < text.size() ? digitMark(text[end]) : QChar();
        if (mark.isNull() || !isDigit(text[end + 1]))
            break;
        run.marks.push_back(mark);
        at = end + 1;
    }
    return run;
}

std::optional<double> valueOf(const DigitRun &run, QChar decimalMark, const std::function<bool()> &isMeasured)
{
    const auto join = [&](size_t whole) {
        QString number;
        for (size_t i = 0; i < run.groups.size(); ++i)
            number += (i == whole ? u"."_s : QString()) + run.groups[i];
        return number.toDouble();
    };
    const size_t count = run.groups.size();
    if (count == 1)
        return join(count);
    const QChar last = run.marks.back();
    const bool isMixed = std::ranges::any_of(run.marks, [&](QChar mark) { return mark != last; });
    if (isMixed) {
        const bool isPlain = std::ranges::count(run.marks, last) == 1 && areThousands(run.groups, count - 1);
        return isPlain ? std::optional(join(count - 1)) : std::nullopt;
    }
    if (last == QChar(0x066B))
        return count == 2 ? std::optional(join(1)) : std::nullopt;
    const bool mayBeThousands = areThousands(run.groups, count);
    if (last == u'\'' || last == u' ' || count > 2)
        return mayBeThousands ? std::optional(join(count)) : std::nullopt;
    if (mayBeThousands && !(last == decimalMark && isMeasured()))
        return join(count);
    return join(1);
}

double shortMagnitude(QStringView letters)
{
    static const QHash<QString, double> magnitudes = {
        {u"k"_s, 1e3},     {u"m"_s, 1e6},     {u"mn"_s, 1e6},    {u"mln"_s, 1e6},    {u"bn"_s, 1e9},  {u"tn"_s, 1e12},
        {u"lakh"_s, 1e5},  {u"lakhs"_s, 1e5}, {u"crore"_s, 1e7}, {u"crores"_s, 1e7}, {u"tsd"_s, 1e3}, {u"mio"_s, 1e6},
        {u"mrd"_s, 1e9},   {u"mld"_s, 1e9},   {u"тыс"_s, 1e3},   {u"тис"_s, 1e3},    {u"млн"_s, 1e6}, {u"млрд"_s, 1e9},
        {u"трлн"_s, 1e12}, {u"χιλ"_s, 1e3},   {u"εκατ"_s, 1e6},  {u"δισ"_s, 1e9},    {u"tys"_s, 1e3}};
    return magnitudes.value(letters.toString().toCaseFolded(), 0);
}

} // namespace parallax
