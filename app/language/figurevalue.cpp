// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Which values can stand for one quantity. A value is an interval: what is written, widened by how exactly it is meant
//! and by the rounding of a conversion; two values agree where the intervals meet.
//! Tested by tst_figures.cpp.
#include "language/figures.h"

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

/// How far a value may be from what is written, as a share of it.
constexpr double ConversionTolerance = 0.02; ///< 190 miles / 306 km, 5 km / 3.1 miles
constexpr double WordTolerance = 0.1;        ///< "about", "nearly"
constexpr double BoundReach = 1.5;           ///< "more than 80" up to 120
constexpr double VagueReach = 3.5;           ///< "scores" (60) from 17 to 210
constexpr double SameBound = 0.05;           ///< "more than 80" and "at least 82"

struct Interval {
    double low = 0;
    double high = 0;

    bool overlaps(Interval other) const { return low <= other.high && other.low <= high; }
};

bool isConverted(const FigureValue &a, const FigureValue &b)
{
    return a.writtenUnit != b.writtenUnit;
}

Interval intervalOf(const FigureValue &value, bool converted)
{
    const double upper = value.upper.value_or(value.number);
    const double slack = converted ? ConversionTolerance : 1e-9;
    const auto around = [&](double share) {
        return Interval{value.number - share * std::abs(value.number), upper + share * std::abs(upper)};
    };
    switch (value.precision) {
    case Precision::Exact:
        return around(slack);
    case Precision::About:
        return around(WordTolerance);
    case Precision::AtLeast:
        return {value.number - slack * std::abs(value.number), upper + (BoundReach - 1) * std::abs(upper)};
    case Precision::AtMost:
        return {value.number - std::abs(value.number) / 2, upper + slack * std::abs(upper)};
    case Precision::Vague:
        return value.number >= 0 ? Interval{value.number / VagueReach, upper * VagueReach} : around(1);
    }
    return around(slack);
}

bool isComparable(const FigureValue &a, const FigureValue &b)
{
    if ((a.unit == ScoreUnit) != (b.unit == ScoreUnit))
        return false;
    return a.kind == b.kind && (a.kind == FigureKind::Count || a.kind == FigureKind::Ordinal || a.unit == b.unit);
}

bool isNear(double a, double b, double share)
{
    return std::abs(a - b) <= share * std::max(std::abs(a), std::abs(b));
}

/// "three miles" at sea for "three nautical miles": one unit's name holds the other's, and the numbers are as far apart
/// as such units are.
bool isLooselyNamed(const FigureValue &a, const FigureValue &b)
{
    constexpr double least = 1.1; // a short and a metric ton
    constexpr double most = 1.21; // two gallons
    const QString &longer = a.writtenUnit.size() > b.writtenUnit.size() ? a.writtenUnit : b.writtenUnit;
    const QString &shorter = a.writtenUnit.size() > b.writtenUnit.size() ? b.writtenUnit : a.writtenUnit;
    const double small = std::min(a.number, b.number);
    const double large = std::max(a.number, b.number);
    return a.kind == FigureKind::Measure && !shorter.isEmpty() && longer != shorter && longer.contains(shorter) &&
           !a.upper && !b.upper && large >= least * small && large <= most * small;
}

} // namespace

bool agree(const FigureValue &a, const FigureValue &b)
{
    if (!isComparable(a, b))
        return false;
    if (isLooselyNamed(a, b))
        return true;
    if (a.unit == ScoreUnit)
        return areEqual(a, b); // 5-4 is no range
    const bool isSameBound =
        a.precision == b.precision && (a.precision == Precision::AtLeast || a.precision == Precision::AtMost);
    if (isSameBound)
        return isNear(a.number, b.number, SameBound);
    if (a.precision == Precision::Vague && b.precision == Precision::Vague) // "hundreds" and "thousands"
        return std::max(a.number, b.number) <= VagueReach * std::min(a.number, b.number);
    const bool converted = isConverted(a, b);
    return intervalOf(a, converted).overlaps(intervalOf(b, converted));
}

bool areEqual(const FigureValue &a, const FigureValue &b)
{
    if (isComparable(a, b) && isLooselyNamed(a, b))
        return true;
    const auto meant = [](Precision precision) { return precision == Precision::About ? Precision::Exact : precision; };
    const double share = isConverted(a, b) ? ConversionTolerance : 1e-9;
    return isComparable(a, b) && meant(a.precision) == meant(b.precision) &&
           a.upper.has_value() == b.upper.has_value() && isNear(a.number, b.number, share) &&
           isNear(a.upper.value_or(0), b.upper.value_or(0), share);
}

} // namespace parallax
