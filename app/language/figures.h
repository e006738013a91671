// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Figures: numbers, counts, amounts, shares, ordinals and vague quantities, with what they count or measure.
#pragma once

#include "language/words.h"

#include <optional>
#include <vector>

namespace parallax {

/// How exactly a figure is meant. The words of REPORT_SCHEMA.md values: exact, about, atLeast, atMost, vague.
enum class Precision {
    Exact,   ///< "87"
    About,   ///< "about 90", "nearly 90", "some 90"
    AtLeast, ///< "at least 87", "more than 80", "over 80"
    AtMost,  ///< "up to 90", "fewer than 90"
    Vague,   ///< "scores", "dozens", "several": `number` is a nominal value only
};

/// The unit of a result in two numbers: "won 3-1", "voted 5-4".
constexpr QLatin1StringView ScoreUnit("score");

enum class FigureKind {
    Count,   ///< so many of a thing; `unit` is the thing's head noun ("dead", "people", "veto"), "year old" for ages,
             ///< ScoreUnit for results, whose second number is `upper` and may be the lower one
    Ordinal, ///< "eighth veto": `number` 8, `unit` the noun
    Measure, ///< length, mass, …: `number` in the base unit, `unit` its symbol ("m", "kg", "s", "°C", "m²", "m³",
             ///< "m/s", "Pa", "W", "J")
    Money,   ///< `unit` is the ISO 4217 code
    Percent, ///< `number` 20 for 20 % or "one in five", `unit` "%"; percentage points have the unit "pp"
};

/// The value of a figure, comparable across articles.
struct FigureValue {
    FigureKind kind = FigureKind::Count;
    double number = 0;
    std::optional<double> upper; ///< upper end where a range is given ("2,000 or 3,000 metres", "12–20 million")
    QString unit;                ///< see FigureKind; empty where nothing is named
    Precision precision = Precision::Exact;
    QString writtenUnit; ///< the unit of a measure as written ("mile", ICU's name); "fraction" for "a third"

    friend bool operator==(const FigureValue &, const FigureValue &) = default;
};

struct Figure {
    TextSpan span; ///< modifier, number and head noun or unit as written, with a conversion in brackets: "more than 80
                   ///< people"
    TextSpan numberSpan; ///< the number alone
    int sentence = 0;    ///< 0-based index of the sentence it stands in
    FigureValue value;
    QString state;     ///< for persons: what befell them, one of "dead", "injured", "missing", "arrested", "evacuated",
                       ///< "aboard"; else empty
    int firstWord = 0; ///< of the number; 0-based index into the passage's words
    int headWord = -1; ///< the counted noun, or for shares and measures the noun after "of"; -1 where none is named
    bool isPerson = false; ///< persons are counted: by the head noun, or by the state where no noun follows

    friend bool operator==(const Figure &, const Figure &) = default;
};

/// Whether two values can stand for one quantity: equal after conversion within rounding, or the one's bound admits
/// the other ("more than 80" and 87 agree; 87 and 89 do not). A bound admits values up to half as much again, so that
/// "more than 80" does not pass for 4,000. Values of different kinds or units never agree, but for Count, whose
/// nouns the caller compares. Reflexive and symmetric.
bool agree(const FigureValue &a, const FigureValue &b);

/// Whether two values say the same, bounds included: 1,200 and twelve hundred, 190 miles and 306 km, about 25 and 25.
bool areEqual(const FigureValue &a, const FigureValue &b);

/// The figures of a passage in order, none overlapping. `words` and `sentences` belong to `text`. Parts of dates, clock
/// times, designations ("F27-500", "Flight 881"), bare years and telephone numbers are no figures. Linear.
std::vector<Figure> findFigures(const QString &text, const std::vector<Word> &words,
                                const std::vector<Sentence> &sentences, const QString &language);

} // namespace parallax
