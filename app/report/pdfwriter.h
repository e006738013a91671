// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Report → PDF on A4.
#pragma once

#include "progress.h"
#include "report/report.h"

#include <QByteArray>

#include <optional>

namespace parallax {

/// The report as a PDF document: the pages of ReportPages, bookmarks for its sections and events, links from its
/// tables to the events, title, language and time of making. Text can be selected and searched; fonts are embedded.
/// Needs a QGuiApplication (the offscreen platform will do). The same report gives the same bytes, save the time of
/// making where SOURCE_DATE_EPOCH is not set. nullopt when `progress` says stop. Linear in the report.
std::optional<QByteArray> pdfReport(const Report &report, const PageSetup &page, Progress &progress);

} // namespace parallax
