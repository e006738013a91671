// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The colours of everything that is neither a mark nor an article's badge (those are report/markstyle.h).
#pragma once

#include "report/markstyle.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace parallax {

/// Section 5 of the design tokens. The first five are the palette's own; the others go with its scheme.
struct Surfaces {
    QColor win, view, alt, text;
    QColor accent;
    QColor prose;               ///< article text
    QColor muted;               ///< captions, single-source, furniture, second lines
    QColor faint;               ///< paragraph numbers, placeholders; on view only
    QColor border;              ///< frames
    QColor hair;                ///< separators, hatches
    QColor curline;             ///< edges of the current event
    QColor accentInk;           ///< accent that can be read as text
    QColor curfill;             ///< behind the current passages
    QColor sel;                 ///< behind the selected row
    QColor told;                ///< coverage cell of an article that tells the event
    QColor link;                ///< thin curves
    QColor found;               ///< behind words that were looked for; text on it 11.6 / 7.3
    QColor foundNow;            ///< behind those the reader is at; text on it 8.4 / 5.1; its ticks in the strips
    std::array<QColor, 5> heat; ///< told, by departures from the majority: 0, 1, 2, 3, 4 and more
};

/// Light or dark as Text stands on Base; high contrast where the palette means nothing but contrast (black and white).
Scheme schemeOf(const QPalette &palette);

Surfaces surfacesOf(const QPalette &palette);

/// Breeze's colours for platforms that bring none of their own.
QPalette breezePalette(Scheme scheme);
/// Black on white, or white on black, with one strong colour for what is current.
QPalette contrastPalette(bool isDark);

/// WCAG 2 contrast of two opaque colours, 1…21.
qreal contrast(const QColor &a, const QColor &b);

/// `top` laid over `bottom` with 0…1 opacity.
QColor blend(const QColor &top, const QColor &bottom, qreal opacity);

} // namespace parallax
