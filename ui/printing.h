// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The report on a printer: the pages of the PDF.
#pragma once

#include "report/reportpages.h"

class QPrinter;

namespace parallax {

/// The paper and orientation a printer is set to; A4 for a paper that the report is not made for.
PageSetup pageSetupOf(const QPrinter &printer);
/// Sets a printer to the paper and orientation of pages.
void setUp(QPrinter &printer, const QPageLayout &pages);

/// Paints the pages the printer is asked for (all of them, or from one to another), as large as its paper allows.
/// Answers false where the printer took none.
bool printPages(const ReportPages &pages, QPrinter &printer);

} // namespace parallax
