// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Report → PDF on A4.
#pragma once

#include "progress.h"
#include "report/report.h"

#include <QByteArray>

#include <optional>

namespace parallax {

/// The report as a PDF document: summary, events one after the other, passages told once, appendix; running head,
/// legend and page number on every page. Portrait for up to 5 articles and for more than 12, landscape between. Text
/// can be selected and searched; fonts are embedded. Needs a QGuiApplication (the offscreen platform will do).
/// The same report gives the same bytes, save the time of making where SOURCE_DATE_EPOCH is not set.
/// nullopt when `progress` says stop. Linear in the report.
std::optional<QByteArray> pdfReport(const Report &report, Progress &progress);

} // namespace parallax
