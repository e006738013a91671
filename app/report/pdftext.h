// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Texts laid out for paper: fonts in device units, paragraphs broken into lines, passages with their marks.
#pragma once

#include "report/report.h"

#include <QColor>
#include <QFont>
#include <QTextLayout>

#include <memory>

class QPainter;

namespace parallax {

/// Fonts and lengths of a device. All lengths of the report's layout are device units; `points` makes them.
class PrintMeasure
{
public:
    explicit PrintMeasure(double unitsPerPoint)
        : m_unitsPerPoint(unitsPerPoint)
    {
    }

    double points(double points) const { return points * m_unitsPerPoint; }
    /// Noto Sans, else the system's sans serif. Sizes are pixel sizes: those alone survive a QTextCharFormat.
    QFont sans(double points, QFont::Weight weight = QFont::Normal) const;
    /// Noto Serif, else the system's serif.
    QFont serif(double points) const;

private:
    double m_unitsPerPoint;
};

namespace printcolour {
inline const QColor Ink(0x23, 0x26, 0x29);
inline const QColor Prose(0x26, 0x29, 0x2c);
inline const QColor Muted(0x5c, 0x61, 0x64);
inline const QColor Hair(0xcf, 0xd3, 0xd6);
} // namespace printcolour

/// Text of one font and colour, broken into lines of a width at most. Its block stands at the left, next to the badge
/// it belongs to; in right-to-left text the lines end flush right inside it. Cheap to copy.
class TextBlock
{
public:
    TextBlock() = default;
    TextBlock(const QString &text, const QFont &font, const QColor &colour, double width, Qt::Alignment alignment = {});

    double height() const { return m_height; }
    /// Of the longest line: what the text would need.
    double naturalWidth() const { return m_naturalWidth; }
    /// Where the last line's text ends, and its top; next to it something short may stand.
    QPointF lastLineEnd() const { return m_lastLineEnd; }
    void paint(QPainter &painter, QPointF topLeft) const;

private:
    std::shared_ptr<const QTextLayout> m_layout;
    QColor m_colour;
    double m_height = 0;
    double m_naturalWidth = 0;
    QPointF m_lastLineEnd;
};

/// A passage with its marks and its number before it, line by line, so that it can run on over pages.
class MarkedBlock
{
public:
    MarkedBlock(const PrintMeasure &measure, const ReportPassage &passage, double width);

    int lineCount() const;
    double lineHeight() const { return m_lineHeight; }
    void paintLine(QPainter &painter, int line, QPointF topLeft) const;

private:
    struct PlacedMark {
        Mark mark;
        TextSpan line;   ///< in the layout's text
        int badgeAt = 0; ///< of the badge's place holder in the layout's text
    };

    void place(const PrintMeasure &measure, const MarkedText &text, qsizetype prefixLength);
    void paintUnderlines(QPainter &painter, const QTextLine &line, QPointF baseline, bool isTint) const;
    void paintBadges(QPainter &painter, const QTextLine &line, QPointF baseline) const;

    std::shared_ptr<QTextLayout> m_layout;
    std::vector<PlacedMark> m_marks;
    double m_lineHeight = 0;
    double m_baseline = 0; ///< from a line's top
    double m_descent = 0;
    double m_unit = 1; ///< device units a point
};

} // namespace parallax
