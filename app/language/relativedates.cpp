// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Days named by the day of publication: "yesterday", "last Tuesday", "this month", "two days ago". Without that day
//! they stay unresolved, but for the weekday or the length of time they name. Tested by tst_dates.cpp.
#include "language/datefinder.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {

/// Weekdays, yesterday, today, tonight, tomorrow, "this morning", "last night".
std::optional<DateFinder::Draft> DateFinder::namedDay(int first) const
{
    Draft draft{{}, first, first};
    DateMention &mention = draft.mention;
    const auto takePartOfDay = [&] {
        if (follows(draft.last) &&
            isOneOf(folded(draft.last + 1), {"morning"_L1, "afternoon"_L1, "evening"_L1, "night"_L1}))
            ++draft.last;
    };
    mention.weekday = weekdayAt(first);
    if (mention.weekday != 0) {
        // "Good Friday", "Bloody Sunday": days of the church and of history, not of the week
        const bool isOtherDay =
            follows(first - 1) && word(first - 1).isCapital &&
            isOneOf(folded(first - 1), {"good"_L1, "ash"_L1, "palm"_L1, "easter"_L1, "maundy"_L1, "holy"_L1, "whit"_L1,
                                        "shrove"_L1, "black"_L1, "bloody"_L1, "cyber"_L1, "super"_L1});
        if (m_isEnglish && (!word(first).isCapital || isOtherDay))
            return std::nullopt;
        takePartOfDay();
        return draft;
    }
    if (!m_isEnglish)
        return std::nullopt;
    const QString &here = folded(first);
    int shift = 0;
    if (here == "yesterday"_L1)
        shift = -1;
    else if (here == "tomorrow"_L1)
        shift = 1;
    else if (isOneOf(here, {"this"_L1, "last"_L1}) &&
             isOneOf(folded(first + 1), {"morning"_L1, "afternoon"_L1, "evening"_L1, "night"_L1}))
        shift = here == "last"_L1 ? -1 : 0;
    else if (!isOneOf(here, {"today"_L1, "tonight"_L1}))
        return std::nullopt;
    takePartOfDay();
    // "the day before yesterday", "the day after tomorrow"
    const bool isBeyond = folded(first - 1) == (shift < 0 ? "before"_L1 : "after"_L1) && shift != 0 &&
                          isOneOf(here, {"yesterday"_L1, "tomorrow"_L1}) && folded(first - 2) == "day"_L1;
    if (isBeyond) {
        draft.first -= folded(first - 3) == "the"_L1 ? 3 : 2;
        shift *= 2;
    }
    if (m_published) {
        mention.first = m_published->addDays(shift);
        mention.last = mention.first;
    }
    return draft;
}

/// "last week", "earlier this month", "next Tuesday", "the past weekend".
std::optional<DateFinder::Draft> DateFinder::lastOrNext(int first) const
{
    const QString &which = folded(first);
    if (!m_isEnglish || !isOneOf(which, {"last"_L1, "this"_L1, "next"_L1, "past"_L1, "previous"_L1}) || !follows(first))
        return std::nullopt;
    Draft draft{{}, first, first + 1};
    DateMention &mention = draft.mention;
    const int shift = which == "next"_L1 ? 1 : which == "this"_L1 ? 0 : -1;
    const QString &what = folded(first + 1);
    std::optional<DaySpan> days;
    if (const int weekday = weekdayAt(first + 1); weekday != 0 && word(first + 1).isCapital) {
        mention.weekday = weekday;
        if (m_published) {
            const int back = (m_published->dayOfWeek() - weekday + 6) % 7 + 1; // 1…7
            const int forward = (weekday - m_published->dayOfWeek() + 6) % 7 + 1;
            days = DaySpan::day(shift < 0 ? m_published->addDays(-back)
                                          : m_published->addDays(forward % (shift == 0 ? 7 : 8)));
        }
    } else if (const int month = monthAt(first + 1); month != 0) {
        mention.month = month;
        mention.grain = DateGrain::Month;
        if (m_published) {
            const int year = m_published->year();
            const int passed = shift < 0 ? (month < m_published->month() ? 0 : -1)
                                         : (shift > 0 && month <= m_published->month() ? 1 : 0);
            days = DaySpan::month(QDate(year + passed, month, 1));
        }
    } else if (what == "week"_L1 || what == "weekend"_L1) {
        mention.grain = DateGrain::Week;
        if (m_published) {
            days = DaySpan::week(m_published->addDays(7 * shift));
            if (what == "weekend"_L1) {
                // on a weekday "this weekend" is to come; the last one is the one just gone
                days->first = days->last.addDays(-1);
            }
        }
    } else if (what == "month"_L1) {
        mention.grain = DateGrain::Month;
        if (m_published)
            days = DaySpan::month(m_published->addMonths(shift));
    } else if (what == "year"_L1) {
        mention.grain = DateGrain::Year;
        if (m_published)
            days = DaySpan::year(m_published->year() + shift);
    } else {
        return std::nullopt;
    }
    if (days) {
        mention.first = days->first;
        mention.last = days->last;
        const bool isEarlier = isOneOf(folded(first - 1), {"earlier"_L1}) && shift == 0;
        if (isEarlier && *mention.last > *m_published)
            mention.last = m_published;
    }
    return draft;
}

void DateFinder::resolveAmount(DateMention &mention, TimeUnit unit, double amount, bool isPast) const
{
    static constexpr std::array grains = {DateGrain::Clock, DateGrain::Clock, DateGrain::Day,
                                          DateGrain::Week,  DateGrain::Month, DateGrain::Year};
    mention.grain = grains[static_cast<size_t>(unit)];
    if (mention.grain == DateGrain::Clock || !m_published || amount > 10000)
        mention.grain = DateGrain::Vague;
    if (mention.grain == DateGrain::Vague)
        return;
    const int sign = isPast ? -1 : 1;
    const int whole = static_cast<int>(std::lround(amount)) * sign;
    if (unit == TimeUnit::Day) {
        mention.first = mention.last = m_published->addDays(whole);
    } else if (unit == TimeUnit::Week) {
        mention.first = m_published->addDays(7 * whole - 3);
        mention.last = m_published->addDays(7 * whole + 3);
    } else if (unit == TimeUnit::Month) {
        mention.first = m_published->addMonths(whole).addDays(-15);
        mention.last = m_published->addMonths(whole).addDays(15);
    } else {
        mention.first = DaySpan::year(m_published->year() + whole).first;
        mention.last = DaySpan::year(m_published->year() + whole).last;
    }
}

const Numeral *DateFinder::numeralEnding(int lastWord) const
{
    const auto found = std::ranges::lower_bound(m_numerals, lastWord, {}, &Numeral::lastWord);
    return found == m_numerals.end() || found->lastWord != lastWord ? nullptr : &*found;
}

/// "two days ago", "fourteen minutes later", "hours after", "the three months that". `first` is the unit's word.
std::optional<DateFinder::Draft> DateFinder::relativeAmount(int first) const
{
    const auto unit = m_isEnglish ? timeUnit(folded(first)) : std::nullopt;
    if (!unit)
        return std::nullopt;
    const QString next = follows(first) ? folded(first + 1) : QString();
    const bool isSince = isOneOf(next, {"that"_L1, "since"_L1});
    const Numeral *numeral = follows(first - 1, u"-") ? numeralEnding(first - 1) : nullptr;
    const bool isArticle = !numeral && isOneOf(folded(first - 1), {"a"_L1, "an"_L1});
    int start = numeral ? numeral->firstWord : isArticle ? first - 1 : first;
    const bool isVerb = isOneOf(
        folded(start - 2), {"to"_L1, "will"_L1, "would"_L1, "could"_L1, "should"_L1, "may"_L1}); // "to last 30 days"
    const bool hasPastWord = !isVerb && isOneOf(folded(start - 1), {"past"_L1, "last"_L1, "previous"_L1});
    const bool isKnown = isOneOf(next, {"ago"_L1, "later"_L1, "earlier"_L1, "after"_L1, "before"_L1}) ||
                         (numeral && (isSince || hasPastWord));
    if (!isKnown || (!numeral && !isArticle && !folded(first).endsWith(u's')))
        return std::nullopt;
    Draft draft{{}, start, isSince || hasPastWord ? first : first + 1};
    DateMention &mention = draft.mention;
    mention.isInterval = true;
    mention.grain = DateGrain::Vague;
    const bool isVague = !isArticle && (!numeral || numeral->form == NumeralForm::Vague);
    const double amount = numeral ? numeral->number : 1;
    const bool isFromNow = next == "ago"_L1 || isSince || hasPastWord;
    if (!isVague && isFromNow)
        resolveAmount(mention, *unit, amount, true);
    if (!isVague && next == "later"_L1 && (*unit == TimeUnit::Minute || *unit == TimeUnit::Hour))
        mention.time =
            QTime(0, 0).addSecs(static_cast<int>(std::lround(amount * (*unit == TimeUnit::Hour ? 3600 : 60))));
    if (hasPastWord)
        --draft.first;
    if (folded(draft.first - 1) == "the"_L1)
        --draft.first;
    if (isOneOf(folded(draft.first - 1),
                {"only"_L1, "just"_L1, "about"_L1, "approximately"_L1, "almost"_L1, "nearly"_L1, "some"_L1}))
        --draft.first;
    return draft;
}

/// "over the weekend": the one just gone or under way, or the next one where the words before speak of the future.
std::optional<DateFinder::Draft> DateFinder::weekend(int first) const
{
    constexpr int saturday = 6;
    if (!m_isEnglish || folded(first) != "weekend"_L1 || folded(first - 1) != "the"_L1 ||
        !isOneOf(folded(first - 2), {"at"_L1, "over"_L1, "during"_L1}))
        return std::nullopt;
    Draft draft{{}, first - 2, first};
    draft.mention.grain = DateGrain::Week;
    if (m_published) {
        const int back = (m_published->dayOfWeek() - saturday + 7) % 7;
        draft.mention.first = m_published->addDays(isFuture(first - 2) && back > 1 ? 7 - back : -back);
        draft.mention.last = draft.mention.first->addDays(1);
    }
    return draft;
}

/// "on the eve of the talks"
std::optional<DateFinder::Draft> DateFinder::eve(int first) const
{
    if (!m_isEnglish || folded(first) != "eve"_L1 || folded(first + 1) != "of"_L1)
        return std::nullopt;
    Draft draft{{}, first, first + 1};
    if (folded(draft.first - 1) == "the"_L1)
        --draft.first;
    if (isOneOf(folded(draft.last + 1), {"the"_L1, "his"_L1, "her"_L1, "their"_L1, "its"_L1, "a"_L1}))
        ++draft.last;
    if (follows(draft.last))
        ++draft.last;
    return draft;
}

} // namespace parallax
