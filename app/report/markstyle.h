// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How each kind of divergence looks, on screen and on paper: one letter, one line shape, one colour each.
//! The values are those of the design tokens (sections 1 to 4); colour is never the only cue.
#pragma once

#include "divergence/divergence.h"
#include "report/wording.h" // groupLetter

#include <QChar>
#include <QColor>
#include <QPointF>

#include <optional>

class QPainter;
class QRectF;

namespace parallax {

enum class Scheme { Light, Dark, HighContrast };

enum class LineShape {
    Thick,   ///< 2.6 thick
    Double,  ///< two lines 1.1 thick, 1.6 apart
    Dashed,  ///< dashes 5 on 3 off, 1.8 thick
    Sine,    ///< period 8, height 3, 1.3 thick
    DashDot, ///< 6 on 2.2 off 1.6 on 2.2 off, 1.7 thick
    Thin,    ///< 1.1 thick
    Square,  ///< period 8, height 2.6, 1.2 thick
    Dotted,  ///< 2 on 2 off, 2 thick
};
constexpr qreal MarkBandHeight = 4; ///< px under the words that a line takes at scale 1

struct MarkStyle {
    QChar letter; ///< F D S Q @ N W +
    LineShape shape = LineShape::Thin;
    QColor colour; ///< line and badge
    QColor tint;   ///< behind the words; opaque, blended over paper; invalid where the kind has none (name)
};

MarkStyle markStyle(DivergenceKind kind, Scheme scheme);

/// What everything is drawn on and written in. HighContrast takes both, and every kind's colour, from the palette.
QColor paperColour(Scheme scheme);
QColor inkColour(Scheme scheme);

/// Fill of a table cell that holds a reading of `group`: the stronger the further from the largest group (0); invalid
/// for group 0 and in high contrast.
QColor cellFill(DivergenceKind kind, int group, Scheme scheme);
/// Whether the cell bears a 45° hatch besides (the fourth group and on): fills alone could not be told apart.
bool isCellHatched(int group);

/// Accent colour of an article by its place in the story (0-based), repeating after twelve.
QColor articleColour(int article, Scheme scheme);
/// Number on an article's badge: "1" … "12", then "13b" … "24b", "25c" …
QString articleNumber(int article);

/// Draws a kind's line from `from` to the right for `width` units, inside the 4 px band whose top is from.y().
/// `scale` 1 is 100 % zoom on screen; the PDF uses 0.75 (1 px = 0.75 pt).
void paintMarkLine(QPainter &painter, LineShape shape, const QColor &colour, QPointF from, qreal width, qreal scale);
/// Draws the badge of a mark: the kind letter, and for group 1 and up the reading letter in a second box. Outlined
/// for group 0, filled for the others; group -1 is the kind alone, filled, as in lists and legends. `height` in painter
/// units; letters in the painter's font family.
/// Answers the width used, which is badgeWidth().
qreal paintBadge(QPainter &painter, DivergenceKind kind, int group, Scheme scheme, QPointF topLeft, qreal height);
qreal badgeWidth(int group, qreal height);
/// Draws the disc with a reading's letter (design tokens, section 3) in a square of side `size`.
/// A outlined, B filled, C filled grey, D double ring, E and on dotted ring: told apart without colour.
void paintGroupDisc(QPainter &painter, int group, Scheme scheme, QPointF topLeft, qreal size);
/// Draws an article's numbered badge in a square of side `size`.
void paintArticleBadge(QPainter &painter, int article, Scheme scheme, QPointF topLeft, qreal size);
/// Draws a cell of the coverage map for print: an outline where the article is silent (nullopt), else filled the
/// darker the more divergences it takes part in.
void paintCoverageCell(QPainter &painter, std::optional<int> divergences, const QRectF &cell);
/// Fills a cell of any shape with one of the map's five greys, 0 the palest.
void paintShade(QPainter &painter, int step, const QRectF &cell);

} // namespace parallax
