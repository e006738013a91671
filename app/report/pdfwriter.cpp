// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Lays the sections out on sheets, then paints sheet after sheet with its running head and foot.
//!
//! Tested by tst_pdfwriter.cpp.

#include "report/pdfwriter.h"

#include "report/markstyle.h"
#include "report/pdfsections.h"
#include "report/pdfsheets.h"
#include "report/wording.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QPainter>
#include <QPdfWriter>
#include <QUuid>

namespace parallax {

using namespace Qt::StringLiterals;
using namespace printcolour;

namespace {

constexpr int Resolution = 1200; // device units an inch: fine enough that rounding to whole units shows nowhere
constexpr double UnitsPerPoint = Resolution / 72.0;
constexpr double Margin = 42.5; // points, 15 mm
constexpr double HeadBaseline = 27;
constexpr double FootHeight = 61; // from the paper's lower edge to the foot's rule
constexpr double FootGap = 11;
constexpr double FootSize = 7.5;
constexpr qsizetype InformationLength = 16 * 1024; // bytes in which QPdfWriter's dates stand, before the first page

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
            return say(QT_TRANSLATE_NOOP("parallax", "Event %1 of %2"))
                .arg(sheet.lastEvent)
                .arg(m_report.events.size());
        return say(QT_TRANSLATE_NOOP("parallax", "Events %1–%2 of %3"))
            .arg(sheet.firstEvent)
            .arg(sheet.lastEvent)
            .arg(m_report.events.size());
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

/// QPdfWriter writes the present moment into the document's information and metadata; reproducible output needs the
/// given one. Every replacement has the length of what it replaces, so no offset in the file moves.
void setTimeOfMaking(QByteArray &pdf, const QDateTime &time)
{
    const QByteArray info = time.toUTC().toString(u"'(D:'yyyyMMddHHmmss'Z)'"_s).toLatin1();
    const QByteArray metadata = time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss'+00:00'"_s).toLatin1();
    const auto setValue = [&pdf](const QByteArray &key, const QByteArray &value, char end) {
        const qsizetype at = pdf.first(std::min(pdf.size(), InformationLength)).indexOf(key);
        const qsizetype from = at + key.size();
        const qsizetype last = at < 0 ? -1 : pdf.indexOf(end, from);
        if (last < 0)
            return;
        const qsizetype length = last + 1 - from;
        if (length >= value.size()) // shorter where this computer's time has an offset to UTC: spaces fill it up
            pdf.replace(from, length, value.leftJustified(length, ' '));
    };
    setValue("/CreationDate ", info, ')');
    setValue("/ModDate ", info, ')');
    for (const char *key : {"xmp:CreateDate=\"", "xmp:ModifyDate=\"", "xmp:MetadataDate=\""})
        setValue(key, metadata + '"', '"');
}

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

std::optional<QByteArray> pdfReport(const Report &report, Progress &progress)
{
    const PaperPlan plan = paperPlan(report.articles.size());
    QPageLayout page(QPageSize(QPageSize::A4), plan.isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, {});
    page.setMode(QPageLayout::FullPageMode);
    const QSizeF paper = page.fullRectPoints().size().toSizeF() * UnitsPerPoint;
    const PrintMeasure measure(UnitsPerPoint);
    Sheets sheets(QRectF(QPointF(0, 0), paper)
                      .adjusted(measure.points(Margin), measure.points(Margin), -measure.points(Margin),
                                -measure.points(FootHeight + FootGap)));

    // Laying out takes about as long as painting: one unit an event, and as many again spread over the sheets.
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

    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(Resolution);
        writer.setPageLayout(page);
        writer.setTitle(report.title);
        writer.setCreator(report.generator);
        writer.setDocumentId(documentId(report));
        QPainter painter(&writer);
        const auto sheetCount = static_cast<int>(sheets.sheets().size());
        const SheetFrame frame(report, measure, paper, sheetCount);
        for (int number = 1; number <= sheetCount; ++number) {
            if (!progress.step(Stage::Export, events + static_cast<int>(qint64(events) * number / sheetCount),
                               2 * events))
                return std::nullopt;
            if (number > 1)
                writer.newPage();
            painter.setFont(measure.sans(FootSize));
            const Sheets::Sheet &sheet = sheets.sheets()[static_cast<size_t>(number - 1)];
            for (const auto &[at, paint] : sheet.items)
                paint(painter, at);
            frame.paint(painter, sheet, number);
        }
    }
    setTimeOfMaking(pdf, report.time);
    return pdf;
}

} // namespace parallax
