// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What stands in a table or a column of a printed report.
#pragma once

#include "report/pdfsheets.h"
#include "report/report.h"

namespace parallax {

/// Points on paper (design tokens, section 10).
namespace printsize {
constexpr double TitleSize = 20;
constexpr double EventSize = 15;
constexpr double SectionSize = 10;
constexpr double TableSize = 8;
constexpr double SmallSize = 7; ///< the smallest on paper
constexpr double BadgeSize = 8;
constexpr double DiscSize = 10;
constexpr double ArticleBadge = 11;
constexpr double Gap = 4;
constexpr double RowPadding = 3.5;
constexpr double ColumnGap = 11;
} // namespace printsize

/// A text and its place in a strip.
struct PlacedText {
    TextBlock block;
    double left = 0;
    double top = 0;
};

Paint paintOf(std::vector<PlacedText> texts);

/// `text` cut at a word, with an ellipsis, where it is longer than `limit` UTF-16 units.
QString shortened(const QString &text, qsizetype limit);

/// Makes cells of what a report holds; widths and heights in device units.
class PdfCells
{
public:
    PdfCells(const Report &report, const PrintMeasure &measure);

    /// Badge and name of an article, with its day of publication below where `isDated`.
    Strip articleHead(int article, double width, bool isDated) const;
    /// Badge of the kind and what differs.
    Strip whatCell(const ReportRow &row, double width) const;
    /// What one article has: a disc and words for each reading, or a dash.
    Strip readingCell(const ReportCell &cell, double width) const;
    Strip readingFlow(const std::vector<LetteredReading> &readings, double width) const;
    /// Passages one below the other, a strip a line.
    std::vector<Strip> passageLines(const std::vector<ReportPassage> &passages, double width) const;

private:
    double pt(double points) const { return m_measure.points(points); }

    const Report &m_report;
    const PrintMeasure &m_measure;
};

} // namespace parallax
