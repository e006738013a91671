// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a mention means as a value: which two can be the same time, and its ISO 8601 form.
//! Tested by tst_dates.cpp.
#include "language/calendar.h"
#include "language/dates.h"

#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

/// Minutes after midnight UTC.
int utcMinutes(const DateMention &mention)
{
    const int minutes = mention.time->hour() * 60 + mention.time->minute() - *mention.utcOffset;
    return ((minutes % 1440) + 1440) % 1440;
}

/// The fields of a mention, those of its day filled in.
DateMention withFields(DateMention mention)
{
    if (mention.first && mention.last) {
        if (*mention.first == *mention.last) {
            mention.weekday = mention.first->dayOfWeek();
            mention.day = mention.first->day();
        }
        if (mention.first->year() == mention.last->year()) {
            mention.year = mention.first->year();
            if (mention.first->month() == mention.last->month())
                mention.month = mention.first->month();
        }
    }
    return mention;
}

} // namespace

bool agree(const DateMention &a, const DateMention &b)
{
    if (a.first && b.first && (*a.last < *b.first || *b.last < *a.first))
        return false;
    if (!a.first || !b.first) {
        const DateMention x = withFields(a);
        const DateMention y = withFields(b);
        const auto differ = [](int p, int q) { return p != 0 && q != 0 && p != q; };
        if (differ(x.weekday, y.weekday) || differ(x.month, y.month) || differ(x.day, y.day) || differ(x.year, y.year))
            return false;
    }
    if (!a.time || !b.time)
        return true;
    if (a.utcOffset && b.utcOffset)
        return utcMinutes(a) == utcMinutes(b);
    return a.utcOffset.has_value() != b.utcOffset.has_value() || *a.time == *b.time;
}

QString isoOf(const DateMention &mention)
{
    QString iso;
    if (mention.first && mention.last) {
        const DaySpan year = DaySpan::year(mention.first->year());
        const DaySpan month = DaySpan::month(*mention.first);
        if (*mention.first == *mention.last)
            iso = mention.first->toString(Qt::ISODate);
        else if (*mention.first == year.first && *mention.last == year.last)
            iso = mention.first->toString(u"yyyy");
        else if (*mention.first == month.first && *mention.last == month.last)
            iso = mention.first->toString(u"yyyy-MM");
        else
            iso = mention.first->toString(Qt::ISODate) + u'/' + mention.last->toString(Qt::ISODate);
    } else if (mention.month != 0) {
        iso = mention.year != 0 ? QString::number(mention.year) + u'-' : u"--"_s;
        iso += u"%1"_s.arg(mention.month, 2, 10, QChar(u'0'));
        if (mention.day != 0)
            iso += u"-%1"_s.arg(mention.day, 2, 10, QChar(u'0'));
    } else if (mention.year != 0) {
        iso = QString::number(mention.year);
    }
    if (!mention.time)
        return iso;
    iso += (iso.isEmpty() ? QString() : u"T"_s) + mention.time->toString(u"HH:mm");
    if (!mention.utcOffset)
        return iso;
    if (*mention.utcOffset == 0)
        return iso + u'Z';
    const int minutes = std::abs(*mention.utcOffset);
    return iso + (*mention.utcOffset < 0 ? u'-' : u'+') +
           u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

} // namespace parallax
