// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Pieces of HTML that whole pages and copied passages share.
#pragma once

#include "report/report.h"

#include <QString>

namespace parallax {

/// `text` as HTML text or attribute value: markup escaped, writing direction contained, control characters made
/// visible. Line feeds stay.
QString escaped(const QString &text);

/// A passage with its marks: `<span class="m mf t">words</span>` for the words of a mark (class by kind, `t` where it
/// is tinted), `<sup class="b bf" …>F</sup>` behind them.
QString markedHtml(const MarkedText &marked);

/// The class letter of a kind: f d s q a n w p.
QChar kindClass(DivergenceKind kind);

/// Badge of a kind; `group` -1 for the kind alone.
QString badgeHtml(DivergenceKind kind, int group);

/// Article accents the style sheet has, as classes a0 …
constexpr int AccentCount = 12;

/// The style sheet of a page.
QString htmlStyle();

} // namespace parallax
