// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Names of months, weekdays, units of time and zones, and spans of days.
#pragma once

#include <QDate>
#include <QHash>
#include <QString>

#include <optional>

namespace parallax {

/// Days from `first` to `last`, both included.
struct DaySpan {
    QDate first;
    QDate last;

    static DaySpan day(QDate day) { return {day, day}; }
    static DaySpan week(QDate inside); ///< Monday to Sunday
    static DaySpan month(QDate inside);
    static DaySpan year(int year);
};

enum class TimeUnit { Minute, Hour, Day, Week, Month, Year };

/// Calendar names of one language, through ICU. All keys are case-folded words without a final stop.
class CalendarWords
{
public:
    static const CalendarWords &of(const QString &language);

    /// 1…12, or 0. Abbreviations count ("Sept", "Apr").
    int month(const QString &word) const { return m_months.value(word, 0); }
    /// 1 Monday … 7 Sunday, or 0; full names only ("Sun" is more often something else).
    int weekday(const QString &word) const { return m_weekdays.value(word, 0); }

private:
    explicit CalendarWords(const QString &language);

    QHash<QString, int> m_months;
    QHash<QString, int> m_weekdays;
};

/// English: "hour", "hours", … .
std::optional<TimeUnit> timeUnit(const QString &word);
/// Minutes east of UTC of a zone's abbreviation as written ("GMT", "EDT"); nullopt for other words.
std::optional<int> zoneOffset(QStringView written);

} // namespace parallax
