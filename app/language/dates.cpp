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
#include "language/datefinder.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {

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

std::optional<DateFinder::Draft> DateFinder::draftFrom(int anchor) const
{
    static constexpr std::array<Rule, 11> rules = {
        &DateFinder::isoDate,  &DateFinder::ideographicDate, &DateFinder::numericDate,
        &DateFinder::clock,    &DateFinder::calendarDate,    &DateFinder::lastOrNext,
        &DateFinder::namedDay, &DateFinder::relativeAmount,  &DateFinder::yearAlone,
        &DateFinder::eve,      &DateFinder::weekend};
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

bool anchorsEnglishDate(const QString &folded)
{
    return timeUnit(folded) ||
           isOneOf(folded, {"last"_L1, "this"_L1, "next"_L1, "past"_L1, "previous"_L1, "yesterday"_L1, "today"_L1,
                            "tonight"_L1, "tomorrow"_L1, "noon"_L1, "midnight"_L1, "eve"_L1, "weekend"_L1});
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
