// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Dates as Chinese, Japanese and Korean write them: 2024年5月14日, 14日火曜日, 5월 14일. Year, month and day each have
//! their sign, so that any of them may be missing; 14日間 is a length of time and no day. And clock times, 午前2時.
//! Tested by tst_otherlanguages.cpp.
#include "language/datefinder.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace parallax {

/// 午後3時20分, 오전 2시: in the afternoon where the word before says so.
std::optional<DateFinder::Draft> DateFinder::ideographicClock(int first) const
{
    static const QRegularExpression clock(
        uR"(\G(?<hour>\d{1,2})\s?[時时點点시](?:\s?(?<minute>\d{1,2})\s?[分분])?(?![间間]))"_s);
    const auto match = clock.matchView(m_text, word(first).span.start);
    if (!match.hasMatch())
        return std::nullopt;
    Draft draft{{}, first, first, static_cast<int>(match.capturedEnd())};
    while (draft.last + 1 < count() && word(draft.last + 1).span.start < draft.end)
        ++draft.last;
    int hour = match.capturedView(u"hour").toInt();
    const QString &before = folded(first - 1);
    const bool isAfternoon = before == u"午後" || before == u"下午" || before == u"晚上" || before == u"오후";
    if (isAfternoon && hour < 12)
        hour += 12;
    draft.mention.time = QTime(hour, match.capturedView(u"minute").toInt());
    draft.mention.grain = DateGrain::Clock;
    return draft.mention.time->isValid() ? std::optional(draft) : std::nullopt;
}

std::optional<DateFinder::Draft> DateFinder::ideographicDate(int first) const
{
    static const QRegularExpression date(
        uR"(\G(?:(?<year>[12]\d{3})\s?[年년]\s?)?(?:(?<month>\d{1,2})\s?[月월]\s?)?(?:(?<day>\d{1,2})\s?[日일号號](?![間间]))?)"_s);
    const int start = word(first).span.start;
    if (start > 0 && m_text[start - 1].isDigit())
        return std::nullopt;
    if (std::optional<Draft> clock = ideographicClock(first))
        return clock;
    const auto match = date.matchView(m_text, start);
    if (!match.hasMatch() || match.capturedLength() == 0)
        return std::nullopt;
    Draft draft{{}, first, first};
    DateMention &mention = draft.mention;
    mention.year = match.capturedView(u"year").toInt();
    mention.month = match.capturedView(u"month").toInt();
    mention.day = match.capturedView(u"day").toInt();
    if (mention.month > 12 || mention.day > 31)
        return std::nullopt;
    draft.end = static_cast<int>(match.capturedEnd());
    while (m_text[draft.end - 1].isSpace())
        --draft.end;
    while (draft.last + 1 < count() && word(draft.last + 1).span.start < draft.end)
        ++draft.last;
    if (mention.day != 0 && weekdayAt(draft.last + 1) != 0 && follows(draft.last, u"(（")) {
        ++draft.last;
        mention.weekday = weekdayAt(draft.last);
        draft.end = word(draft.last).span.end();
    }
    mention.grain = mention.day != 0 ? DateGrain::Day : mention.month != 0 ? DateGrain::Month : DateGrain::Year;
    if (mention.day != 0 && mention.month == 0 && m_published) { // of this month, or the one before
        const QDate published = *m_published;
        QDate day(published.year(), published.month(), std::min(mention.day, published.daysInMonth()));
        if (day > published)
            day = day.addMonths(-1);
        if (day.day() == mention.day)
            mention.first = mention.last = day;
    }
    return draft;
}

} // namespace parallax
