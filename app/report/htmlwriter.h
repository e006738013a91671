// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Report → one self-contained web page.
#pragma once

#include "progress.h"
#include "report/report.h"

#include <QByteArray>

#include <optional>

namespace parallax {

/// The report as HTML5 in UTF-8: no script, nothing loaded from elsewhere (a Content-Security-Policy says so too),
/// light and dark, a style for print. Tables have headers with scope, every kind of mark a letter and a line besides
/// its colour, every text of an article its own writing direction. What articles, outlets and file names hold is shown
/// as text, whatever it looks like. The same report gives the same bytes. nullopt when `progress` says stop. Linear.
std::optional<QByteArray> htmlReport(const Report &report, Progress &progress);

} // namespace parallax
