// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The dateline that opens a paragraph of agency copy and stays in it.
#pragma once

#include <QString>

namespace parallax {

/// Where the telling begins behind a dateline, in UTF-16 units: "HARLOW, Norland (NPA) — The bridge", "Harlow, May 3
/// (NPA) - The bridge"; 0 without one. Linear.
int tellingStart(const QString &text);

} // namespace parallax
