// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How each kind of divergence looks, on screen and on paper: one letter, one line shape, one colour each.
//! The values are those of the design tokens (sections 1 to 4); colour is never the only cue.
#pragma once

#include "divergence/divergence.h"

#include <QChar>
#include <QColor>
#include <QPointF>

class QPainter;
class QRectF;

namespace parallax {

enum class Scheme { Light, Dark, HighContrast };

enum class LineShape { Thick, Double, Dashed, Sine, DashDot, Thin, Square, Dotted };

struct MarkStyle {
    QChar letter;    ///< F D S Q @ N W +
    LineShape shape = LineShape::Thin;
    QColor colour;   ///< line and badge
    QColor tint;     ///< behind the words; opaque, blended over paper; invalid where the kind has none (name)
};

MarkStyle markStyle(DivergenceKind kind, Scheme scheme);

/// Letter of a reading group: A, B, … Z, then A2, B2, …
QString groupLetter(int group);

/// Accent colour of an article by its place in the story (0-based), repeating after twelve.
QColor articleColour(int article, Scheme scheme);
/// Number on an article's badge: "1" … "12", then "13b" … "24b", "25c" …
QString articleNumber(int article);

/// Draws a kind's line from `from` to the right for `width` units, inside the 4 px band whose top is from.y().
/// `scale` 1 is 100 % zoom on screen; the PDF uses 0.75 (1 px = 0.75 pt).
void paintMarkLine(QPainter &painter, LineShape shape, const QColor &colour, QPointF from, qreal width, qreal scale);
/// Draws the badge of a mark: the kind letter, and for group 1 and up the reading letter in a second box. Outlined
/// for group 0, filled for the others. `height` in painter units. Answers the width used (also without painting, see below).
qreal paintBadge(QPainter &painter, DivergenceKind kind, int group, Scheme scheme, QPointF topLeft, qreal height);
qreal badgeWidth(int group, qreal height);
/// Draws the disc with a reading's letter (design tokens, section 3) in a square of side `size`.
void paintGroupDisc(QPainter &painter, int group, Scheme scheme, QPointF topLeft, qreal size);
/// Draws an article's numbered badge in a square of side `size`.
void paintArticleBadge(QPainter &painter, int article, Scheme scheme, QPointF topLeft, qreal size);

} // namespace parallax
