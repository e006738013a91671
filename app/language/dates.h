// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Days, dates and clock times, resolved against the day of publication where it is known.
#pragma once

#include "language/words.h"

#include <QDate>
#include <QTime>

#include <optional>
#include <vector>

namespace parallax {

/// How fine an expression is.
enum class DateGrain { Clock, Day, Week, Month, Year, Vague };

struct DateMention {
    TextSpan span;    ///< "on Wednesday, April 3", "last week", "at 04:20 UTC": with its preposition
    int sentence = 0; ///< 0-based index of the sentence it stands in
    DateGrain grain = DateGrain::Day;
    std::optional<QDate> first;   ///< first day meant, where it can be resolved
    std::optional<QDate> last;    ///< last day meant (= first for a day)
    std::optional<QTime> time;    ///< for Clock; "fourteen minutes later" counts on from the clock time before it
    std::optional<int> utcOffset; ///< minutes east of UTC, where a zone is named
    int weekday = 0;              ///< 1 Monday … 7 Sunday where one is named, else 0
    int month = 0;                ///< 1…12 where one is named, else 0
    int day = 0;                  ///< 1…31 where one is named, else 0
    int year = 0;                 ///< where one is named, else 0
    bool isInterval = false;      ///< named by a length of time ("two days ago", "hours after"), which is a figure too

    friend bool operator==(const DateMention &, const DateMention &) = default;
};

/// Whether two mentions can mean the same time: the coarser holds the finer one. Mentions that can't be resolved to
/// days agree unless what both name differs; clock times of which only one names its zone agree unless told apart by
/// their days. Reflexive and symmetric.
bool agree(const DateMention &a, const DateMention &b);

/// ISO 8601 of what the mention means, as far as it is known: "2024-04-03", "2024-04-01/2024-04-07", "04:20Z",
/// "--04-02", "2001"; empty where nothing is known.
QString isoOf(const DateMention &mention);

/// The dates of a passage in order, none overlapping; `published` resolves weekdays and "yesterday". A weekday alone is
/// the nearest one on or before the day of publication, or on or after it where the words before speak of the future
/// ("will arrive on Wednesday"). Names of months and days are ICU's for `language`; the phrases around them English.
/// Linear.
std::vector<DateMention> findDates(const QString &text, const std::vector<Word> &words,
                                   const std::vector<Sentence> &sentences, std::optional<QDate> published,
                                   const QString &language);

} // namespace parallax
