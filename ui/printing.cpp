// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing.h"

#include <QPainter>
#include <QPrinter>

#include <algorithm>

namespace parallax {

PageSetup pageSetupOf(const QPrinter &printer)
{
    const QPageLayout layout = printer.pageLayout();
    return {layout.pageSize().id() == QPageSize::Letter ? Paper::Letter : Paper::A4,
            layout.orientation() == QPageLayout::Landscape ? Orientation::Landscape : Orientation::Portrait};
}

void setUp(QPrinter &printer, const QPageLayout &pages)
{
    printer.setPageSize(pages.pageSize());
    printer.setPageOrientation(pages.orientation());
}

bool printPages(const ReportPages &pages, QPrinter &printer)
{
    printer.setFullPage(true); // the pages have margins of their own
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const QSizeF page = pages.pageLayout().fullRectPoints().size().toSizeF() * ReportPages::Resolution / 72;
    const QRectF paper = printer.paperRect(QPrinter::DevicePixel);
    const double scale = std::min(paper.width() / page.width(), paper.height() / page.height());
    const int first = printer.fromPage() > 0 ? printer.fromPage() : 1;
    const int last = printer.toPage() > 0 ? std::min(printer.toPage(), pages.count()) : pages.count();
    for (int number = first; number <= last; ++number) {
        if (number > first && !printer.newPage())
            return false;
        painter.save();
        painter.scale(scale, scale);
        pages.paint(painter, number - 1);
        painter.restore();
    }
    return true;
}

} // namespace parallax
