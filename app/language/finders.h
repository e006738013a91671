// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The finders as analyse() calls them: over one reading of the passage's words, each given what others have found.
//! figures.h, dates.h, quotations.h and names.h say what they answer.
#pragma once

#include "language/dates.h"
#include "language/figures.h"
#include "language/names.h"
#include "language/numerals.h"
#include "language/passagewords.h"
#include "language/quotations.h"

#include <optional>
#include <vector>

namespace parallax {

/// `numerals` must be findNumerals(passage).
std::vector<DateMention> findDates(const PassageWords &passage, const std::vector<Numeral> &numerals,
                                   std::optional<QDate> published);

/// `dates` must be findDates(passage); only their places matter, not the days they mean.
std::vector<Figure> findFigures(const PassageWords &passage, const std::vector<Numeral> &numerals,
                                const std::vector<DateMention> &dates);

std::vector<Attribution> findAttributions(const PassageWords &passage, const std::vector<Quotation> &quotations);

std::vector<NameMention> findNames(const PassageWords &passage);

/// Whether a rule for dates can start from this folded English word, though it is no number and names no month or
/// weekday.
bool anchorsEnglishDate(const QString &folded);

} // namespace parallax
