// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The parts of a printed report, each put down on sheets in its turn.
#pragma once

#include "report/pdfcells.h"
#include "report/pdfsheets.h"
#include "report/report.h"

namespace parallax {

/// How the articles of a story stand side by side on paper.
struct PaperPlan {
    bool isLandscape = false;
    int columns = 5;                ///< passages side by side at most; further ones wrap into a block below
    bool areReadingsListed = false; ///< more than 12 articles: readings as a list instead of a column an article
};
/// Landscape is chosen for 6 to 12 articles where `orientation` leaves it open.
PaperPlan paperPlan(size_t articleCount, Orientation orientation = Orientation::Automatic);

/// Lays out `report` section by section; the sheets keep what they need of it.
class PdfSections
{
public:
    PdfSections(const Report &report, const PrintMeasure &measure, const PaperPlan &plan, Sheets &sheets);

    void putSummary(); ///< title, articles, key divergences, coverage, shared text
    void putEvent(size_t index);
    void putSoleTellings();
    void putAppendix(); ///< skipped files, what was simplified, legend, how it was made

private:
    void putHeading(const QString &text, double keepWith, bool isSection = false);
    void putSection(const QString &text, double keepWith); ///< a heading with a bookmark
    void putParagraph(const QString &text, const QColor &colour);
    void putArticles();
    void putKey();
    void putCoverage();
    void putCoverageBlock(size_t from, size_t to, double cell, double pitch);
    void putSharing();
    void putSharingBlock(int from, int to, QSizeF cell);
    Paint sharingCell(int article, int other, QSizeF cell) const;
    Strip letterCell(const ReportRow &row, int article, double width) const;
    void putReadings(const ReportEvent &event);
    void putReadingsList(const ReportEvent &event);
    void putReadingsBlock(const ReportEvent &event, size_t from, size_t to);
    void putTellings(const ReportEvent &event);
    /// Columns for the tellings of one of `blockCount` blocks.
    std::vector<TextColumn> tellingColumns(const ReportEvent &event, size_t block, size_t blockCount) const;
    size_t blockCount(const ReportEvent &event) const;
    double headingHeight() const;
    void putLegend();

    double pt(double points) const { return m_measure.points(points); }

    const Report &m_report;
    const PrintMeasure &m_measure;
    PdfCells m_cells;
    PaperPlan m_plan;
    Sheets &m_sheets;
};

} // namespace parallax
