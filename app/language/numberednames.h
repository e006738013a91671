// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Things that are told apart by a number behind their name: chapter IV, World War II, a category 4 storm.
#pragma once

#include "language/passagewords.h"

#include <optional>

namespace parallax {

/// What a Roman numeral in capitals comes to, 1 to 89; nothing where the letters are not its one spelling ("IIX"), and
/// for "L", which is rather a letter. Numerals with C, D or M are left to what they more often are: a CD, a vitamin.
std::optional<int> romanNumeral(QStringView written);

/// The first word of a name that ends with word `i` and that a number right behind it tells from its like: "chapter",
/// "World War", "Super Bowl"; -1 where it is none. Names of persons ("John Paul") and of flights, roads and pages are
/// none: another number there is another one, not another telling. English only.
int numberedName(const PassageWords &passage, int i);

} // namespace parallax
