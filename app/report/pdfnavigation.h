// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a PDF needs besides its pages.
#pragma once

#include <QByteArray>

namespace parallax {

class ReportPages;

/// `pdf` as QPdfWriter wrote it from `pages`, with bookmarks, links, the language of our own words, the title in the
/// window's frame, the report's time of making, and character maps that searching and copying understand. Without
/// them, as it is, should libqpdf not take it. Linear.
QByteArray withNavigation(const QByteArray &pdf, const ReportPages &pages);

} // namespace parallax
