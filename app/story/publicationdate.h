// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Calendar days as page lines and file names write them. (Dates within sentences are the language step's matter.)
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace parallax {

/// The first full date in `text` (day, month and year, 1900 to 2100) that can be read one way only: "June 1, 2009",
/// "1 June 2009", "2009-06-01", "20090601", "01.06.2009", "13/06/2009". "03/04/2009" is two dates, so none.
std::optional<QDate> fullDateIn(QStringView text);

/// Whether `text` holds a day, date or clock time and, besides, only the words that page lines put around one:
/// "Monday, June 1, 2009", "Updated 3:15 p.m. GMT", "3 hours ago". "12" and "May" alone are none.
bool isDateLine(QStringView text);

/// `text` without the day and date that it ends with ("LONDON, June 2" → "LONDON"); empty where it ends with none.
QStringView beforeTrailingDate(QStringView text);

} // namespace parallax
