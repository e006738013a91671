// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Report → pages that can be painted: the PDF, the printer and the preview show the same ones.
#pragma once

#include "progress.h"
#include "report/pdfsheets.h"
#include "report/report.h"

#include <QPageLayout>

#include <optional>
#include <vector>

class QPainter;

namespace parallax {

class ReportPages
{
public:
    /// Units a painter must have to an inch: fine enough that rounding to whole units shows nowhere.
    static constexpr int Resolution = 1200;

    /// Lays a report out: summary, events one after the other, passages told once, appendix. Needs a QGuiApplication.
    /// nullopt when `progress` says stop; of the work of making a PDF this is the first half. Linear in the report.
    static std::optional<ReportPages> layOut(Report report, const PageSetup &setup, Progress &progress);

    const Report &report() const { return m_report; }
    /// Paper and orientation; no margins, the pages have their own.
    const QPageLayout &pageLayout() const { return m_pageLayout; }
    int count() const { return static_cast<int>(m_sheets.size()); }
    /// Paints a page, counted from 0, with its running head and foot.
    void paint(QPainter &painter, int page) const;

    /// Places to go to from outside: sections and events, in the order of the pages.
    const std::vector<Bookmark> &bookmarks() const { return m_bookmarks; }
    /// Areas of a page that lead to an event.
    const std::vector<EventLink> &links(int page) const { return m_sheets[static_cast<size_t>(page)].links; }

private:
    ReportPages() = default;

    Report m_report;
    QPageLayout m_pageLayout;
    std::vector<Sheets::Sheet> m_sheets;
    std::vector<Bookmark> m_bookmarks;
};

} // namespace parallax
