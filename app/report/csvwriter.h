// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Comparison → a table for spreadsheets, one row a reading.
#pragma once

#include "comparison/comparison.h"
#include "progress.h"
#include "report/reportoptions.h"

#include <QByteArray>

#include <optional>

namespace parallax {

/// RFC 4180 with a header row: CR LF between rows, quotes where a field needs them. UTF-8 with a byte order mark,
/// without which the spreadsheet most desks have takes it for a legacy encoding. Column names and kinds are the
/// English words of the JSON report; events, articles and passages count from 1, as in the window.
/// A text that a spreadsheet would take for a formula (it begins with = + - @ or their full-width forms) gets an
/// apostrophe before it; numbers never do. Rows in the order of events, then of falling weight.
/// nullopt when `progress` says stop. Linear in the readings.
std::optional<QByteArray> csvReport(const Comparison &comparison, const ReportOptions &options, Progress &progress);

} // namespace parallax
