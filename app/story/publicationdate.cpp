// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/publicationdate.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr int firstYear = 1900, lastYear = 2100;

constexpr std::array monthNames{"january"_L1,   "february"_L1, "march"_L1,    "april"_L1,
                                "may"_L1,       "june"_L1,     "july"_L1,     "august"_L1,
                                "september"_L1, "october"_L1,  "november"_L1, "december"_L1};

/// 1…12; "sept" and every abbreviation of three letters count, 0 is none.
int monthOf(QStringView word)
{
    const QString lower = word.toString().toLower();
    if (lower.size() < 3)
        return 0;
    for (size_t m = 0; m < monthNames.size(); ++m) {
        const bool abbreviated = lower.size() == 3 || (m == 8 && lower == "sept"_L1);
        if (lower == monthNames[m] || (abbreviated && monthNames[m].startsWith(lower)))
            return static_cast<int>(m) + 1;
    }
    return 0;
}

bool isWeekday(QStringView word)
{
    static const QSet<QString> days{u"monday"_s,   u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s,
                                    u"saturday"_s, u"sunday"_s,  u"mon"_s,       u"tue"_s,      u"tues"_s,
                                    u"wed"_s,      u"thu"_s,     u"thur"_s,      u"thurs"_s,    u"fri"_s,
                                    u"sat"_s,      u"sun"_s};
    return days.contains(word.toString().toLower());
}

std::optional<QDate> checked(int year, int month, int day)
{
    const QDate date(year, month, day);
    return date.isValid() && year >= firstYear && year <= lastYear ? std::optional(date) : std::nullopt;
}

/// Two numbers that are day and month in an order that the writer knew.
std::optional<QDate> withoutOrder(int year, int a, int b)
{
    if (a == b || b > 12)
        return checked(year, a, b);
    return a > 12 ? checked(year, b, a) : std::nullopt;
}

const QRegularExpression &datePattern()
{
    // Digits of a longer number (a checksum, a picture's number) are no date.
    static const QRegularExpression pattern(
        uR"((?<![\d\p{L}])(?:)"
        uR"((?<iy>\d{4})(?<sep>[-/._])(?<im>\d{1,2})\k<sep>(?<id>\d{1,2}))"
        uR"(|(?<cy>(?:19|20)\d{2})(?<cm>\d{2})(?<cd>\d{2}))"
        uR"(|(?<nd>\d{1,2})(?<nsep>[-/._])(?<nm>\d{1,2})\k<nsep>(?<ny>\d{4}))"
        uR"(|(?<td>\d{1,2})(?:st|nd|rd|th)?[\s._-]+(?:of\s+)?(?<tm>\p{L}{3,9})\.?,?[\s._-]+(?<ty>\d{4}))"
        uR"(|(?<um>\p{L}{3,9})\.?[\s._-]+(?<ud>\d{1,2})(?:st|nd|rd|th)?,?[\s._-]+(?<uy>\d{4}))"
        uR"()(?!\d|[.,]\d))"_s);
    return pattern;
}

std::optional<QDate> dateOf(const QRegularExpressionMatch &m)
{
    const auto number = [&](QStringView group) { return m.capturedView(group).toInt(); };
    if (m.hasCaptured(u"iy"))
        return checked(number(u"iy"), number(u"im"), number(u"id"));
    if (m.hasCaptured(u"cy"))
        return checked(number(u"cy"), number(u"cm"), number(u"cd"));
    if (m.hasCaptured(u"ny")) {
        if (m.capturedView(u"nsep") == u'.') // dots stand between day, month and year where they are used at all
            return checked(number(u"ny"), number(u"nm"), number(u"nd"));
        return withoutOrder(number(u"ny"), number(u"nm"), number(u"nd"));
    }
    if (m.hasCaptured(u"ty"))
        return checked(number(u"ty"), monthOf(m.capturedView(u"tm")), number(u"td"));
    return checked(number(u"uy"), monthOf(m.capturedView(u"um")), number(u"ud"));
}

struct Token {
    qsizetype start = 0;
    bool isDate = false;   ///< may stand in a date line
    bool isSignal = false; ///< and makes it one
};

/// Words that date lines consist of, besides days, months and numbers.
bool isDateCompany(const QString &word)
{
    static const QSet<QString> words{
        u"am"_s,       u"pm"_s,      u"a"_s,       u"p"_s,    u"m"_s,       u"gmt"_s,    u"utc"_s,       u"bst"_s,
        u"est"_s,      u"edt"_s,     u"cst"_s,     u"cdt"_s,  u"mst"_s,     u"mdt"_s,    u"pst"_s,       u"pdt"_s,
        u"et"_s,       u"ct"_s,      u"pt"_s,      u"cet"_s,  u"cest"_s,    u"eet"_s,    u"ist"_s,       u"jst"_s,
        u"msk"_s,      u"aest"_s,    u"aedt"_s,    u"z"_s,    u"updated"_s, u"update"_s, u"published"_s, u"posted"_s,
        u"modified"_s, u"created"_s, u"first"_s,   u"last"_s, u"on"_s,      u"at"_s,     u"of"_s,        u"date"_s,
        u"dated"_s,    u"time"_s,    u"local"_s,   u"and"_s,  u"issued"_s,  u"hour"_s,   u"hours"_s,     u"hr"_s,
        u"hrs"_s,      u"minute"_s,  u"minutes"_s, u"min"_s,  u"mins"_s,    u"day"_s,    u"days"_s,      u"week"_s,
        u"weeks"_s,    u"month"_s,   u"months"_s,  u"noon"_s, u"midnight"_s};
    return words.contains(word);
}

QList<Token> tokensOf(QStringView text)
{
    static const QRegularExpression word(
        uR"(\d+(?:[:.]\d\d)+|[\d/._-]*\d{4}[\d/._-]*|\d+(?:st|nd|rd|th|h)?(?![\p{L}\d])|[\p{L}\d]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression numberWord(uR"(^\d{1,2}(?:st|nd|rd|th|h)?$|^(?:19|20)\d\d$|^[\d/._-]+$)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression clock(
        uR"(^\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:am|pm)?$|^\d{1,2}(?:am|pm)$|^\d{1,4}([/._-])\d{1,2}\1\d{1,4}$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QList<Token> out;
    for (auto it = word.globalMatchView(text); it.hasNext();) {
        const QRegularExpressionMatch m = it.next();
        const QString lower = m.captured().toLower();
        const bool signal = isWeekday(lower) || lower == "ago"_L1 || lower == "today"_L1 || lower == "yesterday"_L1 ||
                            clock.match(lower).hasMatch() || fullDateIn(lower).has_value();
        const bool month = monthOf(lower) > 0;
        const bool number = numberWord.match(lower).hasMatch();
        // A month counts with a number beside it: "May" alone is a word.
        const bool besideNumber =
            month &&
            text.mid(m.capturedStart() - 6, m.capturedLength() + 12).toString().contains(QRegularExpression(u"\\d"_s));
        out.append({m.capturedStart(), signal || month || number || isDateCompany(lower), signal || besideNumber});
    }
    return out;
}

} // namespace

std::optional<QDate> fullDateIn(QStringView text)
{
    for (auto it = datePattern().globalMatchView(text); it.hasNext();) {
        if (const auto date = dateOf(it.next()))
            return date;
    }
    return std::nullopt;
}

bool isDateLine(QStringView text)
{
    constexpr qsizetype longest = 120;
    if (text.size() > longest)
        return false;
    const QList<Token> tokens = tokensOf(text);
    return std::ranges::all_of(tokens, &Token::isDate) && std::ranges::any_of(tokens, &Token::isSignal);
}

QStringView beforeTrailingDate(QStringView text)
{
    constexpr qsizetype longest = 120;
    if (text.size() > longest)
        return {};
    const QList<Token> tokens = tokensOf(text);
    qsizetype first = tokens.size();
    bool isSignal = false;
    while (first > 0 && tokens[first - 1].isDate) {
        --first;
        isSignal = isSignal || tokens[first].isSignal;
    }
    return isSignal && first > 0 ? text.first(tokens[first].start).trimmed() : QStringView();
}

} // namespace parallax
