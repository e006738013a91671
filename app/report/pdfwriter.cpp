// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Paints the pages into a PDF, then lets libqpdf add what QPdfWriter has no words for.
//!
//! Tested by tst_pdfwriter.cpp.

#include "report/pdfwriter.h"

#include "report/pdfnavigation.h"
#include "report/reportpages.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QPainter>
#include <QPdfWriter>
#include <QUuid>

namespace parallax {

namespace {

/// The same report has the same document id.
QUuid documentId(const Report &report)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(report.title.toUtf8());
    hash.addData(report.time.toString(Qt::ISODate).toUtf8());
    for (const ReportEvent &event : report.events)
        hash.addData(event.label.toUtf8());
    return QUuid::fromRfc4122(QByteArrayView(hash.result()).first(16));
}

} // namespace

std::optional<QByteArray> pdfReport(const Report &report, const PageSetup &page, Progress &progress)
{
    const std::optional<ReportPages> pages = ReportPages::layOut(report, page, progress);
    if (!pages)
        return std::nullopt;

    // Laying out takes about as long as painting: one unit an event, and as many again spread over the pages.
    const int events = static_cast<int>(report.events.size());
    const int count = pages->count();
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(ReportPages::Resolution);
        writer.setPageLayout(pages->pageLayout());
        writer.setTitle(report.title);
        writer.setCreator(report.generator);
        writer.setDocumentId(documentId(report));
        QPainter painter(&writer);
        for (int number = 0; number < count; ++number) {
            if (!progress.step(Stage::Export, events + static_cast<int>(qint64(events) * number / count), 2 * events))
                return std::nullopt;
            if (number > 0)
                writer.newPage();
            pages->paint(painter, number);
        }
    }
    return withNavigation(pdf, *pages);
}

} // namespace parallax
