// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_pdfwriter.cpp.

#include "report/reportpages.h"

#include "report/markstyle.h"
#include "report/pdfsections.h"
#include "report/wording.h"

#include <QPageSize>
#include <QPainter>

namespace parallax {

using namespace Qt::StringLiterals;
using namespace printcolour;

namespace {

constexpr double UnitsPerPoint = ReportPages::Resolution / 72.0;
constexpr double Margin = 42.5; // points, 15 mm
constexpr double HeadBaseline = 27;
constexpr double FootHeight = 61; // from the paper's lower edge to the foot's rule
constexpr double FootGap = 11;
constexpr double FootSize = 7.5;

QSizeF unitsOf(const QPageLayout &page)
{
    return page.fullRectPoints().size().toSizeF() * UnitsPerPoint;
}

/// Paints what every sheet has in common.
class SheetFrame
{
public:
    SheetFrame(const Report &report, const PrintMeasure &measure, QSizeF paper, int sheetCount)
        : m_report(report)
        , m_measure(measure)
        , m_paper(paper)
        , m_sheetCount(sheetCount)
    {
    }

    void paint(QPainter &painter, const Sheets::Sheet &sheet, int number) const
    {
        paintHead(painter, sheet, number);
        paintFoot(painter, number);
    }

private:
    double pt(double points) const { return m_measure.points(points); }

    QString placeOf(const Sheets::Sheet &sheet, int number) const
    {
        if (number == 1)
            return say(QT_TRANSLATE_NOOP("parallax", "Made %1")).arg(m_report.made);
        if (sheet.lastEvent == 0)
            return {};
        if (sheet.firstEvent == sheet.lastEvent || sheet.firstEvent == 0)
            return say(QT_TRANSLATE_NOOP("parallax", "Event %1 of %2")).arg(sheet.lastEvent).arg(m_report.eventCount);
        return say(QT_TRANSLATE_NOOP("parallax", "Events %1–%2 of %3"))
            .arg(sheet.firstEvent)
            .arg(sheet.lastEvent)
            .arg(m_report.eventCount);
    }

    void paintHead(QPainter &painter, const Sheets::Sheet &sheet, int number) const
    {
        const QFont font = m_measure.sans(FootSize);
        const QFontMetricsF metrics(font);
        const QString place = placeOf(sheet, number);
        const double placeWidth = metrics.horizontalAdvance(place);
        QString name = say(QT_TRANSLATE_NOOP("parallax", "Parallax diff report"));
        if (number > 1)
            name += u" · "_s + m_report.title;
        name = metrics.elidedText(name, Qt::ElideRight, m_paper.width() - pt(2 * Margin + 20) - placeWidth);
        painter.setFont(font);
        painter.setPen(Muted);
        painter.drawText(QPointF(pt(Margin), pt(HeadBaseline)), name);
        painter.drawText(QPointF(m_paper.width() - pt(Margin) - placeWidth, pt(HeadBaseline)), place);
    }

    void paintFoot(QPainter &painter, int number) const
    {
        const double top = m_paper.height() - pt(FootHeight);
        const double right = m_paper.width() - pt(Margin);
        painter.setPen(QPen(QColor(0xbf, 0xc2, 0xc4), pt(0.5)));
        painter.drawLine(QPointF(pt(Margin), top), QPointF(right, top));
        paintLegend(painter, top + pt(8));
        paintLetters(painter, top + pt(26));

        const QString page = say(QT_TRANSLATE_NOOP("parallax", "Page %1 of %2")).arg(number).arg(m_sheetCount);
        const TextBlock block(page, m_measure.sans(FootSize), Muted, pt(150), Qt::AlignRight);
        block.paint(painter, {right - pt(150), top + pt(26)});
    }

    void paintLegend(QPainter &painter, double top) const
    {
        double x = pt(Margin);
        for (int i = 0; i < DivergenceKindCount; ++i) {
            const auto kind = static_cast<DivergenceKind>(i);
            const MarkStyle style = markStyle(kind, Scheme::Light);
            const TextBlock name(kindName(kind), m_measure.sans(FootSize), Ink, pt(100));
            paintBadge(painter, kind, -1, Scheme::Light, {x, top + pt(1)}, pt(8.5));
            name.paint(painter, {x + pt(11.5), top});
            paintMarkLine(painter, style.shape, style.colour, {x + pt(11.5), top + pt(9.6)}, name.naturalWidth(),
                          pt(0.75));
            x += pt(11.5) + name.naturalWidth() + pt(11);
        }
    }

    void paintLetters(QPainter &painter, double top) const
    {
        double x = pt(Margin);
        const auto put = [&](const QString &text) {
            const TextBlock block(text, m_measure.sans(FootSize), Muted, pt(250));
            block.paint(painter, {x, top});
            x += block.naturalWidth() + pt(9);
        };
        const auto disc = [&](int group) {
            paintGroupDisc(painter, group, Scheme::Light, {x, top + pt(0.2)}, pt(10));
            x += pt(12.5);
        };
        disc(0);
        put(say(QT_TRANSLATE_NOOP("parallax", "readings that share a letter agree")));
        disc(1);
        disc(2);
        put(say(QT_TRANSLATE_NOOP("parallax", "other readings")));
        put(say(QT_TRANSLATE_NOOP("parallax", "– the article is silent")));
    }

    const Report &m_report;
    const PrintMeasure &m_measure;
    QSizeF m_paper;
    int m_sheetCount;
};

QPageLayout pageLayoutOf(const PageSetup &setup, bool isLandscape)
{
    const auto size = setup.paper == Paper::Letter ? QPageSize::Letter : QPageSize::A4;
    QPageLayout page(QPageSize(size), isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, {});
    page.setMode(QPageLayout::FullPageMode);
    return page;
}

} // namespace

std::optional<ReportPages> ReportPages::layOut(Report report, const PageSetup &setup, Progress &progress)
{
    const PaperPlan plan = paperPlan(report.articles.size(), setup.orientation);
    ReportPages pages;
    pages.m_pageLayout = pageLayoutOf(setup, plan.isLandscape);
    const PrintMeasure measure(UnitsPerPoint);
    Sheets sheets(QRectF(QPointF(0, 0), unitsOf(pages.m_pageLayout))
                      .adjusted(measure.points(Margin), measure.points(Margin), -measure.points(Margin),
                                -measure.points(FootHeight + FootGap)));
    const int events = static_cast<int>(report.events.size());
    PdfSections sections(report, measure, plan, sheets);
    sections.putSummary();
    for (int i = 0; i < events; ++i) {
        if (!progress.step(Stage::Export, i, 2 * events))
            return std::nullopt;
        sections.putEvent(static_cast<size_t>(i));
    }
    sections.putSoleTellings();
    sections.putAppendix();
    pages.m_sheets = sheets.sheets();
    pages.m_bookmarks = sheets.bookmarks();
    pages.m_report = std::move(report);
    return pages;
}

void ReportPages::paint(QPainter &painter, int page) const
{
    const PrintMeasure measure(UnitsPerPoint);
    painter.setFont(measure.sans(FootSize));
    const Sheets::Sheet &sheet = m_sheets[static_cast<size_t>(page)];
    for (const auto &[at, paintItem] : sheet.items)
        paintItem(painter, at);
    SheetFrame(m_report, measure, unitsOf(m_pageLayout), count()).paint(painter, sheet, page + 1);
}

} // namespace parallax
