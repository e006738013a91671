// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Sizes in points are those of the design tokens, section 10. The summary is in pdfsummary.cpp.
//!
//! Tested by tst_pdfwriter.cpp.

#include "report/pdfsections.h"

#include "report/markstyle.h"
#include "report/wording.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace parallax {

using namespace Qt::StringLiterals;
using namespace printcolour;
using namespace printsize;

namespace {

constexpr size_t SideBySide = 5; // articles that stand side by side on a portrait sheet
constexpr size_t Landscape = 12; // articles up to which they get a column each
constexpr int LandscapeColumns = 8;
constexpr int ListedColumns = 4; // passages of many articles, portrait
constexpr int LandscapeListedColumns = 6;
constexpr qsizetype LabelLength = 160;

} // namespace

PaperPlan paperPlan(size_t articleCount, Orientation orientation)
{
    const bool isCrowd = articleCount > Landscape;
    const bool isAcross = orientation == Orientation::Automatic ? articleCount > SideBySide && !isCrowd
                                                                : orientation == Orientation::Landscape;
    if (isCrowd)
        return {isAcross, isAcross ? LandscapeListedColumns : ListedColumns, true};
    return {isAcross, isAcross ? LandscapeColumns : static_cast<int>(SideBySide), false};
}

PdfSections::PdfSections(const Report &report, const PrintMeasure &measure, const PaperPlan &plan, Sheets &sheets)
    : m_report(report)
    , m_measure(measure)
    , m_cells(report, measure)
    , m_plan(plan)
    , m_sheets(sheets)
{
}

double PdfSections::headingHeight() const
{
    return TextBlock(u"X"_s, m_measure.sans(SectionSize, QFont::DemiBold), Ink, m_sheets.width()).height() +
           pt(16 + Gap);
}

void PdfSections::putHeading(const QString &text, double keepWith, bool isSection)
{
    const TextBlock heading(text, m_measure.sans(SectionSize, QFont::DemiBold), Ink, m_sheets.width());
    m_sheets.skip(pt(16));
    m_sheets.ensure(heading.height() + pt(Gap) + keepWith);
    if (isSection)
        m_sheets.putBookmark(text, 0);
    m_sheets.put({heading.height() + pt(Gap), paintOf({{heading, 0, 0}})});
}

void PdfSections::putSection(const QString &text, double keepWith)
{
    putHeading(text, keepWith, true);
}

void PdfSections::putParagraph(const QString &text, const QColor &colour)
{
    const TextBlock block(text, m_measure.sans(TableSize), colour, std::min(m_sheets.width(), pt(520)));
    m_sheets.put({block.height() + pt(Gap), paintOf({{block, 0, 0}})});
}

void PdfSections::putEvent(size_t index)
{
    const ReportEvent &event = m_report.events[index];
    const double width = m_sheets.width();
    const QString number = QString::number(event.number);
    const TextBlock numberBlock(number, m_measure.sans(EventSize, QFont::DemiBold), Muted, width);
    const double indent = numberBlock.naturalWidth() + pt(7);
    const TextBlock label(shortened(event.label, LabelLength), m_measure.sans(EventSize, QFont::Bold), Ink,
                          width - indent);
    std::vector<Strip> lines;
    for (const QString &line : {event.told, event.silent, event.evidence}) {
        const TextBlock block(line, m_measure.sans(TableSize), Muted, width);
        if (!line.isEmpty())
            lines.push_back({block.height(), paintOf({{block, 0, 0}})});
    }
    const double heading = std::accumulate(lines.begin(), lines.end(), label.height() + pt(2),
                                           [](double sum, const Strip &line) { return sum + line.height; });
    m_sheets.skip(pt(26));
    const double next = event.rows.empty() && !event.tellings.empty()
                            ? headingHeight() + startHeight(m_sheets, tellingColumns(event, 0, blockCount(event)))
                            : pt(110); // the readings' heading, head and first rows
    m_sheets.ensure(heading + next);
    m_sheets.setEvent(event.number);
    m_sheets.putBookmark(event.label, event.number);
    m_sheets.put({label.height() + pt(2), paintOf({{numberBlock, 0, 0}, {label, indent, 0}})});
    for (const Strip &line : lines)
        m_sheets.put(line);
    if (!event.rows.empty()) {
        if (m_plan.areReadingsListed)
            putReadingsList(event);
        else
            putReadings(event);
    }
    putTellings(event);
}

void PdfSections::putReadings(const ReportEvent &event)
{
    // Balanced blocks: nine articles stand five and four, not eight and one.
    const size_t all = event.tellings.size();
    const size_t blocks = blockCount(event);
    for (size_t block = 0; block < blocks; ++block)
        putReadingsBlock(event, block * all / blocks, (block + 1) * all / blocks);
}

void PdfSections::putReadingsBlock(const ReportEvent &event, size_t from, size_t to)
{
    const double width = m_sheets.width();
    const double whatWidth = std::max(width * 0.2, pt(100));
    const double column = (width - whatWidth) / static_cast<double>(to - from);
    const double inner = column - pt(6);
    std::vector<Strip> heads;
    double headHeight = 0;
    for (size_t i = from; i < to; ++i) {
        heads.push_back(m_cells.articleHead(event.tellings[i].article, inner, false));
        headHeight = std::max(headHeight, heads.back().height);
    }
    const TextBlock title(say(QT_TRANSLATE_NOOP("parallax", "What differs")),
                          m_measure.sans(TableSize, QFont::DemiBold), Ink, whatWidth);
    const Strip head{headHeight + pt(RowPadding), [=](QPainter &painter, QPointF at) {
                         title.paint(painter, at + QPointF(0, headHeight - title.height()));
                         for (size_t i = 0; i < heads.size(); ++i)
                             heads[i].paint(painter, at + QPointF(whatWidth + column * static_cast<double>(i),
                                                                  headHeight - heads[i].height));
                     }};
    std::vector<Strip> rows;
    for (const ReportRow &row : event.rows) {
        const Strip what = m_cells.whatCell(row, whatWidth - pt(6));
        std::vector<Strip> cells;
        double height = what.height;
        for (size_t i = from; i < to; ++i) {
            cells.push_back(m_cells.readingCell(row.cells[i], inner));
            height = std::max(height, cells.back().height);
        }
        rows.push_back({height + pt(2 * RowPadding), [=, down = pt(RowPadding)](QPainter &painter, QPointF at) {
                            what.paint(painter, at + QPointF(0, down));
                            for (size_t i = 0; i < cells.size(); ++i)
                                cells[i].paint(painter,
                                               at + QPointF(whatWidth + column * static_cast<double>(i), down));
                        }});
    }
    if (from == 0)
        putHeading(say(QT_TRANSLATE_NOOP("parallax", "Readings")), head.height + rows.front().height);
    else
        m_sheets.skip(pt(10));
    putTable(m_sheets, m_measure, head, rows);
}

void PdfSections::putReadingsList(const ReportEvent &event)
{
    const double width = m_sheets.width();
    const double whatWidth = width * 0.28;
    const QFont bold = m_measure.sans(TableSize, QFont::DemiBold);
    const TextBlock title(say(QT_TRANSLATE_NOOP("parallax", "What differs")), bold, Ink, whatWidth);
    const Strip head{title.height() + pt(RowPadding),
                     paintOf({{title, 0, 0},
                              {TextBlock(say(QT_TRANSLATE_NOOP("parallax", "Readings (articles)")), bold, Ink, width),
                               whatWidth, 0}})};
    std::vector<Strip> rows;
    for (const ReportRow &row : event.rows) {
        const Strip what = m_cells.whatCell(row, whatWidth - pt(6));
        const Strip readings = m_cells.readingFlow(row.readings, width - whatWidth);
        rows.push_back({std::max(what.height, readings.height) + pt(2 * RowPadding),
                        [=, down = pt(RowPadding)](QPainter &painter, QPointF at) {
                            what.paint(painter, at + QPointF(0, down));
                            readings.paint(painter, at + QPointF(whatWidth, down));
                        }});
    }
    putHeading(say(QT_TRANSLATE_NOOP("parallax", "Readings")), head.height + rows.front().height);
    putTable(m_sheets, m_measure, head, rows);
}

size_t PdfSections::blockCount(const ReportEvent &event) const
{
    const auto most = static_cast<size_t>(m_plan.columns);
    return (event.tellings.size() + most - 1) / most;
}

std::vector<TextColumn> PdfSections::tellingColumns(const ReportEvent &event, size_t block, size_t blockCount) const
{
    const size_t from = block * event.tellings.size() / blockCount;
    const size_t to = (block + 1) * event.tellings.size() / blockCount;
    const double pitch = (m_sheets.width() + pt(ColumnGap)) / static_cast<double>(to - from);
    std::vector<TextColumn> columns;
    for (size_t i = from; i < to; ++i) {
        TextColumn column{pitch * static_cast<double>(i - from), pitch - pt(ColumnGap), {}, {}};
        column.head = m_cells.articleHead(event.tellings[i].article, column.width, true);
        column.head.height += pt(5);
        column.lines = m_cells.passageLines(event.tellings[i].passages, column.width);
        columns.push_back(std::move(column));
    }
    return columns;
}

void PdfSections::putTellings(const ReportEvent &event)
{
    const size_t blocks = blockCount(event);
    for (size_t block = 0; block < blocks; ++block) {
        std::vector<TextColumn> columns = tellingColumns(event, block, blocks);
        if (block == 0)
            putHeading(say(QT_TRANSLATE_NOOP("parallax", "Passages")), startHeight(m_sheets, columns));
        else
            m_sheets.skip(pt(10));
        putColumns(m_sheets, m_measure, std::move(columns), true);
    }
}

void PdfSections::putSoleTellings()
{
    if (m_report.soleTellings.empty())
        return;
    m_sheets.setEvent(0);
    m_sheets.skip(pt(10));
    putSection(say(QT_TRANSLATE_NOOP("parallax", "Told by one article only")), pt(60));
    const double nameWidth = m_sheets.width() * 0.2;
    for (const ReportSoleTelling &telling : m_report.soleTellings) {
        m_sheets.skip(pt(6));
        TextColumn name{0, nameWidth, {}, {m_cells.articleHead(telling.article, nameWidth, true)}};
        TextColumn text{nameWidth + pt(10), m_sheets.width() - nameWidth - pt(10), {}, {}};
        text.lines = m_cells.passageLines(telling.passages, text.width);
        putColumns(m_sheets, m_measure, {std::move(name), std::move(text)}, false);
    }
}

void PdfSections::putAppendix()
{
    m_sheets.setEvent(0);
    const auto putSentences = [this](const QString &title, const std::vector<QString> &sentences) {
        if (!sentences.empty())
            putSection(title, pt(20));
        for (const QString &sentence : sentences)
            putParagraph(sentence, Ink);
    };
    putSentences(say(QT_TRANSLATE_NOOP("parallax", "Articles of another event")), m_report.apart);
    putSentences(say(QT_TRANSLATE_NOOP("parallax", "Files left out")), m_report.skipped);
    putSentences(say(QT_TRANSLATE_NOOP("parallax", "Simplified because of the story's size")), m_report.fallbacks);
    putLegend();
    putSection(say(QT_TRANSLATE_NOOP("parallax", "How this report was made, and its limits")), pt(40));
    for (const QString &paragraph : m_report.method)
        putParagraph(paragraph, Ink);
    putParagraph(say(QT_TRANSLATE_NOOP("parallax", "Made by %1 on %2 from the folder “%3”."))
                     .arg(m_report.generator, m_report.made, m_report.folder),
                 Muted);
}

void PdfSections::putLegend()
{
    putSection(say(QT_TRANSLATE_NOOP("parallax", "Kinds of divergence")), pt(14 * DivergenceKindCount));
    for (int i = 0; i < DivergenceKindCount; ++i) {
        const auto kind = static_cast<DivergenceKind>(i);
        const TextBlock name(kindName(kind), m_measure.sans(TableSize, QFont::DemiBold), Ink, pt(80));
        const TextBlock meaning(kindMeaning(kind), m_measure.sans(TableSize), Ink, m_sheets.width() - pt(110));
        m_sheets.put({pt(16), [=, unit = pt(1)](QPainter &painter, QPointF at) {
                          const MarkStyle style = markStyle(kind, Scheme::Light);
                          paintBadge(painter, kind, -1, Scheme::Light, at + QPointF(0, 1.5 * unit), BadgeSize * unit);
                          name.paint(painter, at + QPointF(13 * unit, 0));
                          paintMarkLine(painter, style.shape, style.colour, at + QPointF(13 * unit, 10.3 * unit),
                                        name.naturalWidth(), 0.75 * unit);
                          meaning.paint(painter, at + QPointF(90 * unit, 0));
                      }});
    }
}

} // namespace parallax
