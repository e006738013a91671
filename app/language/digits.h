// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Digits as they stand in a text, with the marks of every nation between them.
#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace parallax {

bool isDigit(QChar character);     ///< of any script
bool isSpaceMark(QChar character); ///< a space that can stand between digits or behind a number

/// Digits with marks, as they stand.
struct DigitRun {
    int end = 0;
    std::vector<QString> groups; ///< ASCII digits
    std::vector<QChar> marks;    ///< between them
};

/// The digits that begin at `start`, which must be one.
DigitRun readDigits(const QString &text, int start);

/// The value of digits with marks; nothing where they are no number ("4.5.2017"). `isMeasured`: a magnitude, a unit or
/// a currency stands beside them; asked only where that decides.
std::optional<double> valueOf(const DigitRun &run, QChar decimalMark, const std::function<bool()> &isMeasured);

/// Magnitudes as headlines shorten them, right after digits: 1e9 for "bn"; 0 for other letters.
double shortMagnitude(QStringView letters);

} // namespace parallax
