// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Dates and clock times, and what day they mean.
//!
//! "Wednesday" in an article of Thursday, 11 April 2024 means the 10th, "Wednesday, April 3, 2024" the 3rd: resolved,
//! they differ, and their words do not. "last week" there holds 2 April, so it agrees with "April 2". Comparing the
//! words would get both wrong. Where the day of publication is unknown nothing is resolved, and two mentions differ
//! only if both name a weekday, a month, a day or a year and it is not the same.
//!
//! Tested by tst_dates.cpp.
#include "language/calendar.h"
#include "language/finders.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

bool isOneOf(const QString &word, std::initializer_list<QLatin1StringView> list)
{
    return std::ranges::any_of(list, [&](QLatin1StringView entry) { return word == entry; });
}

bool isYearNumber(int number)
{
    return number >= 1800 && number <= 2099;
}

/// Finds and resolves; one passage.
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
    std::optional<Draft> calendarDate(int first) const;
    std::optional<Draft> namedDay(int first) const;
    std::optional<Draft> lastOrNext(int first) const;
    std::optional<Draft> relativeAmount(int first) const;
    std::optional<Draft> yearAlone(int first) const;
    std::optional<Draft> eve(int first) const;

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

bool DateFinder::follows(int i, QStringView marks) const
{
    if (i < 0 || i + 1 >= count())
        return false;
    return std::ranges::all_of(m_passage.gapAfter(i),
                               [&](QChar character) { return character.isSpace() || marks.contains(character); });
}

int DateFinder::number(int i) const
{
    bool isNumber = false;
    const int value = written(i).toInt(&isNumber);
    return isNumber ? value : 0;
}

int DateFinder::dayNumber(int i) const
{
    QString digits = written(i).toString();
    if (m_isEnglish && digits.size() > 2 && isOneOf(digits.right(2).toLower(), {"st"_L1, "nd"_L1, "rd"_L1, "th"_L1}))
        digits.chop(2);
    bool isNumber = false;
    const int value = digits.toInt(&isNumber);
    return isNumber && digits.size() <= 2 && value >= 1 && value <= 31 ? value : 0;
}

int DateFinder::yearNumber(int i) const
{
    const int value = number(i);
    return written(i).size() == 4 && isYearNumber(value) ? value : 0;
}

int DateFinder::monthAt(int i) const
{
    return m_passage.has(i) && (!m_isEnglish || word(i).isCapital) ? m_passage.form(i).month : 0;
}

const Numeral *DateFinder::numeralEnding(int lastWord) const
{
    const auto found = std::ranges::lower_bound(m_numerals, lastWord, {}, &Numeral::lastWord);
    return found == m_numerals.end() || found->lastWord != lastWord ? nullptr : &*found;
}

/// Whether the eight words before, in the sentence, speak of what is to come, or the words right beside: "Friday will
/// be", "declared Friday a holiday".
bool DateFinder::isFuture(int first) const
{
    if (m_passage.sentences().empty())
        return false;
    const int start = std::max(m_passage.sentences()[static_cast<size_t>(sentenceOf(first))].firstWord, first - 8);
    int after = first + 1;
    while (after < count() && after < first + 4 && (word(after).isNumber || monthAt(after) != 0))
        ++after; // "Friday, June 6, will"
    const bool isNamed = isOneOf(folded(first - 1), {"declared"_L1, "declare"_L1, "proclaimed"_L1, "set"_L1, "named"_L1,
                                                     "made"_L1, "declaring"_L1, "proclaiming"_L1});
    const bool isAhead =
        isOneOf(folded(first - 1), {"due"_L1, "until"_L1, "till"_L1}) ||
        (isOneOf(folded(first - 1), {"on"_L1, "for"_L1, "by"_L1}) &&
         isOneOf(folded(first - 2), {"due"_L1, "scheduled"_L1, "planned"_L1, "expected"_L1, "set"_L1}));
    if (isNamed || isAhead || isOneOf(folded(after), {"will"_L1, "would"_L1, "shall"_L1}))
        return true;
    for (int i = start; i < first; ++i) {
        const QString &here = folded(i);
        if (isOneOf(here, {"will"_L1, "would"_L1, "shall"_L1, "'ll"_L1, "next"_L1, "upcoming"_L1}))
            return true;
        const bool isToCome = isOneOf(here, {"is"_L1, "are"_L1, "was"_L1, "were"_L1, "due"_L1, "set"_L1, "expected"_L1,
                                             "scheduled"_L1, "planned"_L1, "plans"_L1, "plan"_L1, "about"_L1});
        if (isToCome && folded(i + 1) == "to"_L1)
            return true;
    }
    return false;
}

/// Fills first and last from the named fields and the day of publication.
void DateFinder::resolveFields(DateMention &mention, int first) const
{
    const auto set = [&](DaySpan days) {
        if (days.first.isValid() && days.last.isValid()) {
            mention.first = days.first;
            mention.last = days.last;
        }
    };
    if (mention.year != 0) {
        if (mention.day != 0 && mention.month != 0)
            set(DaySpan::day(QDate(mention.year, mention.month, mention.day)));
        else if (mention.month != 0)
            set(DaySpan::month(QDate(mention.year, mention.month, 1)));
        else
            set(DaySpan::year(mention.year));
        return;
    }
    if (!m_published)
        return;
    const QDate day = *m_published;
    if (mention.month != 0 && mention.day != 0) {
        // the year in which the day is nearest to the day of publication, and not far ahead unless the words say so
        constexpr int farAhead = 31;
        const bool mayBeFar = isFuture(first);
        QDate best;
        for (const int year : {day.year() - 1, day.year(), day.year() + 1}) {
            const QDate candidate(year, mention.month, mention.day);
            if (!mayBeFar && day.daysTo(candidate) > farAhead)
                continue;
            if (candidate.isValid() &&
                (!best.isValid() || std::abs(candidate.daysTo(day)) < std::abs(best.daysTo(day))))
                best = candidate;
        }
        set(DaySpan::day(best));
    } else if (mention.month != 0) {
        const bool isPast = mention.month <= day.month();
        const int year =
            isFuture(first) ? day.year() + (mention.month < day.month() ? 1 : 0) : day.year() - (isPast ? 0 : 1);
        set(DaySpan::month(QDate(year, mention.month, 1)));
    } else if (mention.weekday != 0) {
        const int back = (day.dayOfWeek() - mention.weekday + 7) % 7;
        const int forward = (mention.weekday - day.dayOfWeek() + 7) % 7;
        set(DaySpan::day(isFuture(first) ? day.addDays(forward) : day.addDays(-back)));
    }
}

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

/// "22:30", "7.30pm", "2 a.m.", "21.30 local time (00.30 GMT)", "noon".
std::optional<DateFinder::Draft> DateFinder::clock(int first) const
{
    const QStringView here = written(first);
    if (m_isEnglish && (here == "noon"_L1 || here == "midnight"_L1)) {
        Draft draft{{}, first, first};
        draft.mention.grain = DateGrain::Clock;
        draft.mention.time = here == "noon"_L1 ? QTime(12, 0) : QTime(0, 0);
        return draft;
    }
    if (!word(first).isNumber)
        return std::nullopt;
    const int start = word(first).span.start;
    if (start > 0 && (m_text[start - 1].isLetterOrNumber() || m_text[start - 1] == u'-' || m_text[start - 1] == u':' ||
                      m_text[start - 1] == u'$'))
        return std::nullopt;
    int at = start;
    const auto digits = [&] {
        const int begin = at;
        while (at < m_text.size() && m_text[at].isDigit())
            ++at;
        return QStringView(m_text).mid(begin, at - begin);
    };
    const QStringView hours = digits();
    if (hours.size() > 2 || hours.toInt() > 23)
        return std::nullopt;
    int minutes = 0;
    bool isColon = false;
    if (at + 2 < m_text.size() + 0 && (m_text[at] == u':' || m_text[at] == u'.') && m_text[at + 1].isDigit()) {
        isColon = m_text[at] == u':';
        ++at;
        const QStringView rest = digits();
        if (rest.size() != 2 || rest.toInt() > 59)
            return std::nullopt;
        minutes = rest.toInt();
        if (at + 1 < m_text.size() && m_text[at] == u':' && m_text[at + 1].isDigit()) { // seconds
            ++at;
            digits();
        }
    } else if (at + 1 < m_text.size() && m_text[at] == u':') {
        return std::nullopt;
    }
    Draft draft{{}, first, first, at};
    draft.mention.grain = DateGrain::Clock;
    while (draft.last + 1 < count() && word(draft.last + 1).span.start < at)
        ++draft.last;
    draft.mention.time = QTime(hours.toInt(), minutes);
    const int before = draft.end;
    takeClockTail(draft, at);
    // "23.00" and "7" are clock times only with am, pm or a zone
    if (!isColon && draft.end == before)
        return std::nullopt;
    return draft;
}

/// am and pm, "local time", zones, and a second time in brackets, which counts where it names its zone.
void DateFinder::takeClockTail(Draft &draft, int next) const
{
    const auto skipSpace = [this](int at) {
        while (at < m_text.size() && m_text[at].isSpace())
            ++at;
        return at;
    };
    const auto lettersAt = [this](int at) {
        int end = at;
        while (end < m_text.size() && (m_text[end].isLetter() ||
                                       (m_text[end] == u'.' && end + 1 < m_text.size() && m_text[end + 1].isLetter())))
            ++end;
        return QStringView(m_text).mid(at, end - at);
    };
    int at = skipSpace(next);
    const QString half = lettersAt(at).toString().toLower().remove(u'.');
    if (half == "am"_L1 || half == "pm"_L1) {
        const int hour = draft.mention.time->hour() % 12 + (half == "pm"_L1 ? 12 : 0);
        draft.mention.time = QTime(hour, draft.mention.time->minute());
        at += static_cast<int>(lettersAt(at).size());
        if (at < m_text.size() && m_text[at] == u'.' && m_text[at - 1].isLetter() && m_text[at - 2] == u'.')
            ++at;
        draft.end = at;
        at = skipSpace(at);
    }
    const QStringView zone = lettersAt(at);
    if (const auto offset = zoneOffset(zone)) {
        draft.mention.utcOffset = offset;
        draft.end = at + static_cast<int>(zone.size());
    } else if (zone.compare(u"local", Qt::CaseInsensitive) == 0) {
        const int time = skipSpace(at + static_cast<int>(zone.size()));
        if (lettersAt(time).compare(u"time", Qt::CaseInsensitive) == 0)
            draft.end = time + 4;
    }
    at = skipSpace(draft.end);
    if (at < m_text.size() && (m_text[at] == u'(' || m_text[at] == u'[')) {
        const auto inner =
            std::ranges::upper_bound(m_passage.words(), at, {}, [](const Word &w) { return w.span.start; });
        if (inner != m_passage.words().end() && inner->span.start == at + 1) {
            const auto other = clock(static_cast<int>(inner - m_passage.words().begin()));
            const QChar close = m_text[at] == u'(' ? u')' : u']';
            if (other && other->mention.utcOffset && other->end < m_text.size() && m_text[other->end] == close) {
                draft.mention.time = other->mention.time;
                draft.mention.utcOffset = other->mention.utcOffset;
                draft.end = other->end + 1;
            }
        }
    }
    while (draft.last + 1 < count() && word(draft.last + 1).span.start < draft.end)
        ++draft.last;
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
        if (m_isEnglish && !word(first).isCapital)
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

/// Prepositions and adverbs before: "later on Wednesday", "at about 23.00", "since early June".
void DateFinder::takePreposition(Draft &draft) const
{
    if (!m_isEnglish)
        return;
    static const QSet<QString> adverbs = {u"late"_s,  u"early"_s,  u"later"_s, u"earlier"_s,
                                          u"about"_s, u"around"_s, u"mid"_s};
    static const QSet<QString> prepositions = {u"on"_s, u"in"_s, u"at"_s, u"by"_s, u"since"_s, u"until"_s, u"from"_s};
    const auto isFree = [&](int i) { return i >= 0 && follows(i, u"-") && sentenceOf(i) == sentenceOf(draft.first); };
    for (const QSet<QString> &group : {adverbs, prepositions, adverbs}) {
        if (isFree(draft.first - 1) && group.contains(folded(draft.first - 1)))
            --draft.first;
    }
}

/// The clock time before, and so many minutes on.
void DateFinder::countOnFrom(DateMention &mention, double minutes, const std::vector<DateMention> &before) const
{
    mention.time.reset();
    for (auto earlier = before.rbegin(); earlier != before.rend(); ++earlier) {
        if (!earlier->time)
            continue;
        mention.grain = DateGrain::Clock;
        mention.time = earlier->time->addSecs(static_cast<int>(minutes * 60));
        mention.utcOffset = earlier->utcOffset;
        return;
    }
}

std::optional<DateFinder::Draft> DateFinder::draftFrom(int anchor) const
{
    static constexpr std::array<Rule, 9> rules = {
        &DateFinder::isoDate,        &DateFinder::numericDate, &DateFinder::clock,
        &DateFinder::calendarDate,   &DateFinder::lastOrNext,  &DateFinder::namedDay,
        &DateFinder::relativeAmount, &DateFinder::yearAlone,   &DateFinder::eve};
    for (const Rule rule : rules) {
        if (std::optional<Draft> draft = (this->*rule)(anchor))
            return draft;
    }
    return std::nullopt;
}

std::vector<DateMention> DateFinder::find()
{
    std::vector<DateMention> mentions;
    for (int i = 0; i < count();) {
        Q_ASSERT(m_passage.form(i).anchorsDate || !draftFrom(i));
        std::optional<Draft> draft = m_passage.form(i).anchorsDate ? draftFrom(i) : std::nullopt;
        if (!draft) {
            ++i;
            continue;
        }
        const int after = draft->last + 1;
        const int anchor = i;
        takePreposition(*draft);
        DateMention &mention = draft->mention;
        if (mention.isInterval && mention.time)
            countOnFrom(mention, QTime(0, 0).secsTo(*mention.time) / 60.0, mentions);
        else if (!mention.first && !mention.isInterval)
            resolveFields(mention, anchor);
        const int end = draft->end > 0 ? draft->end : word(draft->last).span.end();
        mention.span = TextSpan::between(word(draft->first).span.start, end);
        mention.sentence = sentenceOf(anchor);
        if (mentions.empty() || mentions.back().span.end() <= mention.span.start)
            mentions.push_back(mention);
        i = std::max(after, i + 1);
    }
    return mentions;
}

} // namespace

bool anchorsEnglishDate(const QString &folded)
{
    return timeUnit(folded) ||
           isOneOf(folded, {"last"_L1, "this"_L1, "next"_L1, "past"_L1, "previous"_L1, "yesterday"_L1, "today"_L1,
                            "tonight"_L1, "tomorrow"_L1, "noon"_L1, "midnight"_L1, "eve"_L1});
}

std::vector<DateMention> findDates(const PassageWords &passage, const std::vector<Numeral> &numerals,
                                   std::optional<QDate> published)
{
    return DateFinder(passage, numerals, published).find();
}

std::vector<DateMention> findDates(const QString &text, const std::vector<Word> &words,
                                   const std::vector<Sentence> &sentences, std::optional<QDate> published,
                                   const QString &language)
{
    const PassageWords passage(text, words, sentences, language);
    return findDates(passage, findNumerals(passage), published);
}

} // namespace parallax
