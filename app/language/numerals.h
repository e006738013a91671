// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers as they are written, in digits and in words, before anyone asks what they count.
#pragma once

#include "language/words.h"

#include <vector>

namespace parallax {

class PassageWords;

enum class NumeralForm {
    Digits,   ///< "1,200", "3½", "1.2 million"
    Words,    ///< "three hundred and twenty thousand", "a dozen", "half a million"
    Ordinal,  ///< "eighth", "3rd"
    Fraction, ///< "a third", "three-quarters": `number` is 0.33, 0.75
    Roman,    ///< "II" behind what it numbers: "World War II"
    Vague,    ///< "scores", "several hundred", "a series": `number` is nominal
};

struct Numeral {
    TextSpan span;     ///< sign, number and magnitude: "1.2 million", "two dozen", "-5"
    int firstWord = 0; ///< 0-based index into the passage's words
    int lastWord = 0;  ///< inclusive
    NumeralForm form = NumeralForm::Digits;
    double number = 0;
    bool hasMagnitude = false; ///< "million", "bn", "dozen" is part of it
    bool isPlain = false;      ///< digits only, without mark, sign or magnitude: may be a year or a designation

    friend bool operator==(const Numeral &, const Numeral &) = default;
};

/// The numerals of a passage in order, none overlapping. Digits of every script with the marks of every nation;
/// number words through ICU's spell-out rules of its language; vague quantities and fractions in English. Telephone
/// numbers, designations ("F27-500") and anything else glued to letters, slashes or colons are none. Linear.
std::vector<Numeral> findNumerals(const PassageWords &passage);

/// Whether a numeral can begin with this folded word because it begins with an ideograph for a number.
bool opensIdeographicNumeral(const QString &folded);

/// What ideographs for numbers come to: 一百二十 is 120, 二〇二四 2024. Not empty.
double ideographicNumber(QStringView signs);

/// Whether a numeral can begin with this folded English word, though it is no number word.
bool opensEnglishNumeral(const QString &folded);

} // namespace parallax
