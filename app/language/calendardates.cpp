// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Dates that name a month or a year: "2024-04-03", "4/5/2017", "Wednesday, April 5", "since 2001".
//! "4/5/2017" is April in one country and May in another: only its year is known, and guessing by the outlet's country
//! would make two articles differ that say the same. A bare "May" is a verb and a bare 2001 a count as often as not; a
//! preposition before them, or a year, decides.
//! Tested by tst_dates.cpp.
#include "language/datefinder.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

/// "2024-04-03"
std::optional<DateFinder::Draft> DateFinder::isoDate(int first) const
{
    const auto isHyphen = [this](int i) {
        return follows(i, u"-") && word(i + 1).span.start - word(i).span.end() == 1;
    };
    if (yearNumber(first) == 0 || first + 2 >= count() || !isHyphen(first) || !isHyphen(first + 1))
        return std::nullopt;
    const QDate date(number(first), number(first + 1), number(first + 2));
    if (!date.isValid() || written(first + 1).size() != 2 || written(first + 2).size() != 2)
        return std::nullopt;
    Draft draft{{}, first, first + 2};
    draft.mention.year = date.year();
    draft.mention.month = date.month();
    draft.mention.day = date.day();
    return draft;
}

/// "04.05.2017", "4/5/2017": where day and month can be either, only the year is known.
std::optional<DateFinder::Draft> DateFinder::numericDate(int first) const
{
    const int start = word(first).span.start;
    int end = start;
    while (end < m_text.size() && (m_text[end].isDigit() || m_text[end] == u'.' || m_text[end] == u'/'))
        ++end;
    while (end > start && !m_text[end - 1].isDigit())
        --end;
    const QString date = m_text.mid(start, end - start);
    const QChar mark = date.contains(u'/') ? u'/' : u'.';
    const QStringList parts = date.split(mark);
    if (parts.size() != 3 || parts[0].size() > 2 || parts[1].size() > 2 ||
        (start > 0 && m_text[start - 1].isLetterOrNumber()))
        return std::nullopt;
    const int a = parts[0].toInt();
    const int b = parts[1].toInt();
    const int year = parts[2].size() == 2 ? 2000 + parts[2].toInt() : parts[2].toInt();
    if (!isYearNumber(year) || a < 1 || b < 1 || std::min(a, b) > 12 || std::max(a, b) > 31)
        return std::nullopt;
    int last = first;
    while (last + 1 < count() && word(last + 1).span.start < end)
        ++last;
    Draft draft{{}, first, last, end};
    draft.mention.year = year;
    const bool isDayFirst = a > 12 || mark == u'.';
    const bool isMonthFirst = b > 12;
    if (isDayFirst || isMonthFirst || a == b) {
        draft.mention.day = isMonthFirst ? b : a;
        draft.mention.month = isMonthFirst ? a : b;
    } else {
        draft.mention.grain = DateGrain::Year;
    }
    return draft;
}

/// A year after the draft's last word: ", 2017", "2017", "last year", "this year".
void DateFinder::takeYear(Draft &draft) const
{
    int next = draft.last + 1;
    if (!m_isEnglish && isOneOf(folded(next), {"de"_L1, "del"_L1, "di"_L1}) && follows(draft.last, u"."))
        ++next;
    if (follows(next - 1, u",.") && yearNumber(next) != 0) {
        draft.mention.year = yearNumber(next);
        draft.last = next;
    } else if (m_isEnglish && follows(draft.last, u"") && folded(next + 1) == "year"_L1 &&
               isOneOf(folded(next), {"last"_L1, "this"_L1, "next"_L1})) {
        if (m_published)
            draft.mention.year = m_published->year() + (folded(next) == "last"_L1   ? -1
                                                        : folded(next) == "next"_L1 ? 1
                                                                                    : 0);
        draft.last = next + 1;
    }
}

/// "Wednesday, April 5, 2017", "4th of April", "June 1st", "April 2017".
std::optional<DateFinder::Draft> DateFinder::calendarDate(int first) const
{
    Draft draft{{}, first, first};
    DateMention &mention = draft.mention;
    int at = first;
    mention.weekday = weekdayAt(first);
    if (mention.weekday != 0 && (!m_isEnglish || word(first).isCapital) && follows(first, u",.")) {
        ++at;
        if (m_isEnglish && folded(at) == "the"_L1)
            ++at;
    }
    if (monthAt(at) != 0) {
        mention.month = monthAt(at);
        draft.last = at;
        const int next = folded(at + 1) == "the"_L1 ? at + 2 : at + 1;
        if (follows(at, u".") && dayNumber(next) != 0) {
            mention.day = dayNumber(next);
            draft.last = next;
        }
    } else if (dayNumber(at) != 0) {
        int month = at + 1;
        if (isOneOf(folded(month), {"of"_L1, "de"_L1, "di"_L1}))
            ++month;
        if (!follows(at, u".-") || monthAt(month) == 0)
            return std::nullopt;
        mention.month = monthAt(month);
        mention.day = dayNumber(at);
        draft.last = month;
    } else {
        return std::nullopt;
    }
    takeYear(draft);
    mention.grain = mention.day != 0 ? DateGrain::Day : DateGrain::Month;
    if (mention.day == 0) {
        // a bare "May" may be anything, unless a year or a preposition says month
        const bool isPlaced =
            mention.year != 0 ||
            isOneOf(folded(at - 1), {"in"_L1, "since"_L1, "by"_L1, "until"_L1, "of"_L1, "from"_L1, "last"_L1,
                                     "early"_L1, "late"_L1, "mid"_L1, "during"_L1, "before"_L1, "after"_L1, "to"_L1});
        if (!isPlaced || (mention.weekday != 0 && at > first))
            return std::nullopt;
    }
    return draft;
}

/// "in 2013", "since 2001", "the 2013-14 season".
std::optional<DateFinder::Draft> DateFinder::yearAlone(int first) const
{
    const int year = yearNumber(first);
    if (year == 0)
        return std::nullopt;
    const int start = word(first).span.start;
    if (start > 0 && !m_text[start - 1].isSpace() && m_text[start - 1] != u'(' && m_text[start - 1] != QChar(0x2013) &&
        m_text[start - 1] != u'-')
        return std::nullopt;
    Draft draft{{}, first, first};
    draft.mention.grain = DateGrain::Year;
    draft.mention.year = year;
    const bool isRange =
        follows(first, u"-\u2013") && word(first + 1).isNumber &&
        word(first + 1).span.start == word(first).span.end() + 1 &&
        ((written(first + 1).size() == 2 && number(first + 1) > year % 100) || yearNumber(first + 1) > year);
    if (isRange) {
        draft.last = first + 1;
        return draft;
    }
    static const QSet<QString> prepositions = {u"in"_s,     u"since"_s,  u"by"_s,   u"until"_s, u"till"_s,
                                               u"before"_s, u"after"_s,  u"from"_s, u"of"_s,    u"early"_s,
                                               u"late"_s,   u"during"_s, u"mid"_s,  u"to"_s};
    const bool isPlaced = prepositions.contains(folded(first - 1)) || m_text.mid(start - 1, 1) == "("_L1;
    // "of 2000 homes", "in 2000 villages": a plural right after makes it a count
    const bool isCount = follows(first) && folded(first + 1).endsWith(u's') && !word(first + 1).isStop;
    return isPlaced && !isCount ? std::optional(draft) : std::nullopt;
}

} // namespace parallax
