// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/calendar.h"

#include <unicode/dtfmtsym.h>

#include <array>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace parallax {

DaySpan DaySpan::week(QDate inside)
{
    const QDate monday = inside.addDays(1 - inside.dayOfWeek());
    return {monday, monday.addDays(6)};
}

DaySpan DaySpan::month(QDate inside)
{
    return {QDate(inside.year(), inside.month(), 1), QDate(inside.year(), inside.month(), inside.daysInMonth())};
}

DaySpan DaySpan::year(int year)
{
    return {QDate(year, 1, 1), QDate(year, 12, 31)};
}

const CalendarWords &CalendarWords::of(const QString &language)
{
    thread_local std::map<QString, std::unique_ptr<const CalendarWords>> all;
    std::unique_ptr<const CalendarWords> &calendar = all[language.section(u'-', 0, 0).toLower()];
    if (!calendar)
        calendar.reset(new CalendarWords(language));
    return *calendar;
}

CalendarWords::CalendarWords(const QString &language)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language.isEmpty() ? "en" : language.toLatin1().constData()),
                                         status);
    if (U_FAILURE(status))
        return;
    const auto word = [](const icu::UnicodeString &name) {
        QString folded = QStringView(name.getBuffer(), name.length()).toString().toCaseFolded();
        while (folded.endsWith(u'.'))
            folded.chop(1);
        return folded;
    };
    using Symbols = icu::DateFormatSymbols;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
        for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
            int32_t count = 0;
            const icu::UnicodeString *months = symbols.getMonths(count, context, width);
            for (int32_t i = 0; i < count && i < 12; ++i) {
                const QString name = word(months[i]);
                if (!name.isEmpty() && !name[0].isDigit() && !m_months.contains(name))
                    m_months.insert(name, i + 1);
            }
        }
        int32_t count = 0;
        const icu::UnicodeString *weekdays = symbols.getWeekdays(count, context, Symbols::WIDE);
        for (int32_t i = 1; i < count && i <= 7; ++i) // 1 is Sunday
            m_weekdays.insert(word(weekdays[i]), i == 1 ? 7 : i - 1);
    }
    if (language.startsWith("en"_L1) || language.isEmpty())
        m_months.insert(u"sept"_s, 9); // en_GB's; ICU's "en" has "sep"
}

std::optional<TimeUnit> timeUnit(const QString &word)
{
    static const QHash<QString, TimeUnit> units = {
        {u"minute"_s, TimeUnit::Minute}, {u"minutes"_s, TimeUnit::Minute}, {u"hour"_s, TimeUnit::Hour},
        {u"hours"_s, TimeUnit::Hour},    {u"day"_s, TimeUnit::Day},        {u"days"_s, TimeUnit::Day},
        {u"week"_s, TimeUnit::Week},     {u"weeks"_s, TimeUnit::Week},     {u"month"_s, TimeUnit::Month},
        {u"months"_s, TimeUnit::Month},  {u"year"_s, TimeUnit::Year},      {u"years"_s, TimeUnit::Year},
    };
    const auto found = units.constFind(word);
    return found == units.cend() ? std::nullopt : std::optional(*found);
}

std::optional<int> zoneOffset(QStringView written)
{
    // Abbreviations are shared ("IST"); these are the readings usual in English news.
    static const QHash<QString, int> hours = {{u"GMT"_s, 0},    {u"UTC"_s, 0},    {u"BST"_s, 60},   {u"CET"_s, 60},
                                              {u"CEST"_s, 120}, {u"EET"_s, 120},  {u"EEST"_s, 180}, {u"MSK"_s, 180},
                                              {u"EST"_s, -300}, {u"EDT"_s, -240}, {u"ET"_s, -300},  {u"CST"_s, -360},
                                              {u"CDT"_s, -300}, {u"MST"_s, -420}, {u"MDT"_s, -360}, {u"PST"_s, -480},
                                              {u"PDT"_s, -420}, {u"JST"_s, 540},  {u"AEST"_s, 600}, {u"AEDT"_s, 660}};
    const auto found = hours.constFind(written.toString());
    return found == hours.cend() ? std::nullopt : std::optional(*found);
}

} // namespace parallax
