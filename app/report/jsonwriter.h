// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Comparison → the machine-readable report, schema "parallax-report/1". For programs: words in it are English and
//! stable, whatever language the window speaks.
#pragma once

#include "comparison/comparison.h"
#include "progress.h"
#include "report/reportoptions.h"

#include <QByteArray>

#include <optional>

namespace parallax {

/// The whole report as UTF-8 JSON, ending in a line feed. Keys stand in a fixed order, articles, passages, events,
/// links and divergences one a line, numbers in fixed decimals: the same comparison gives the same bytes.
/// Article and event ids count from 0, passages from 1; `start` and `length` of a reading count Unicode code points
/// (in the comparison: UTF-16 code units). No absolute path is written. An empty comparison gives empty lists.
/// Linear in the text and the links.
QByteArray jsonReport(const Comparison &comparison);

/// The same of what `options` choose; ids and articles stay those of the whole. Reports Stage::Export and answers
/// nullopt when `progress` says stop.
std::optional<QByteArray> jsonReport(const Comparison &comparison, const ReportOptions &options, Progress &progress);

} // namespace parallax
