// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The rules for dates, clock times and days named by today, and what they share. Internal to findDates.
#pragma once

#include "language/calendar.h"
#include "language/finders.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <vector>

namespace parallax {

inline bool isOneOf(const QString &word, std::initializer_list<QLatin1StringView> list)
{
    return std::ranges::any_of(list, [&](QLatin1StringView entry) { return word == entry; });
}

inline bool isYearNumber(int number)
{
    return number >= 1800 && number <= 2099;
}

/// The dates of one passage, each made out by the first rule that knows it and resolved.
class DateFinder
{
public:
    DateFinder(const PassageWords &passage, const std::vector<Numeral> &numerals, std::optional<QDate> published)
        : m_passage(passage)
        , m_text(passage.text())
        , m_published(published)
        , m_numerals(numerals)
        , m_isEnglish(passage.isEnglish())
    {
    }

    std::vector<DateMention> find();

private:
    /// A mention under way: words [first, last], and the end where it is not a word's.
    struct Draft {
        DateMention mention;
        int first = 0;
        int last = 0;
        int end = 0; ///< 0: the end of word `last`
    };
    using Rule = std::optional<Draft> (DateFinder::*)(int) const;

    int count() const { return m_passage.count(); }
    const Word &word(int i) const { return m_passage.word(i); }
    const QString &folded(int i) const { return m_passage.folded(i); }
    QStringView written(int i) const { return m_passage.written(i); }
    int sentenceOf(int i) const { return m_passage.sentenceOf(i); }
    int weekdayAt(int i) const { return m_passage.has(i) ? m_passage.form(i).weekday : 0; }
    /// Word i + 1 follows with nothing but one of these marks and spaces between.
    bool follows(int i, QStringView marks = u"") const;
    int number(int i) const;
    /// 1…31, also "4th"; 0 for other words.
    int dayNumber(int i) const;
    int yearNumber(int i) const;
    int monthAt(int i) const;
    const Numeral *numeralEnding(int lastWord) const;
    bool isFuture(int first) const;

    /// What the first rule that knows a date from this word makes of it.
    std::optional<Draft> draftFrom(int anchor) const;
    std::optional<Draft> isoDate(int first) const;
    std::optional<Draft> numericDate(int first) const;
    std::optional<Draft> clock(int first) const;
    std::optional<Draft> ideographicDate(int first) const;
    std::optional<Draft> ideographicClock(int first) const;
    std::optional<Draft> calendarDate(int first) const;
    std::optional<Draft> namedDay(int first) const;
    std::optional<Draft> lastOrNext(int first) const;
    std::optional<Draft> relativeAmount(int first) const;
    std::optional<Draft> yearAlone(int first) const;
    std::optional<Draft> eve(int first) const;
    std::optional<Draft> weekend(int first) const;

    void takeClockTail(Draft &draft, int next) const;
    void takeYear(Draft &draft) const;
    void takePreposition(Draft &draft) const;
    void resolveFields(DateMention &mention, int first) const;
    void resolveAmount(DateMention &mention, TimeUnit unit, double amount, bool isPast) const;
    void countOnFrom(DateMention &mention, double minutes, const std::vector<DateMention> &before) const;

    const PassageWords &m_passage;
    const QString &m_text;
    std::optional<QDate> m_published;
    const std::vector<Numeral> &m_numerals;
    bool m_isEnglish;
};

} // namespace parallax
