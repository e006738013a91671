// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_rows.cpp.
#include "ui/celltext.h"

#include "ui/passagepainter.h"

#include <QApplication>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int CellPadding = 6; ///< above the first and below the last passage

} // namespace

std::vector<PassageRef> cellPassages(const Comparison &comparison, int event, int article)
{
    std::vector<PassageRef> passages;
    for (const EventMember &member : comparison.alignment.events[static_cast<size_t>(event)].members) {
        if (member.passage.article == article)
            passages.push_back(member.passage);
    }
    if (!passages.empty())
        return passages;
    // No passage of it is linked, but one may have words that the table shows.
    for (const int divergence : comparison.divergencesOf(event)) {
        for (const Reading &reading : comparison.divergences[static_cast<size_t>(divergence)].readings) {
            if (reading.passage.article == article && !std::ranges::contains(passages, reading.passage))
                passages.push_back(reading.passage);
        }
    }
    std::ranges::sort(passages);
    return passages;
}

CellText::CellText(ComparisonPtr comparison, std::shared_ptr<const MarkIndex> index, int event, int article,
                   const Look &look)
    : m_comparison(std::move(comparison))
    , m_index(std::move(index))
    , m_event(event)
    , m_article(article)
    , m_look(look)
    , m_refs(cellPassages(*m_comparison, event, article))
{
    for (const PassageRef ref : m_refs)
        m_passages.push_back(m_comparison->story.passage(ref));
    m_document.setUndoRedoEnabled(false);
    m_document.setDocumentMargin(0);
    m_layout = new PassageLayout(&m_document, m_passages);
    m_document.setDocumentLayout(m_layout);
    mark();
    m_prose = new ProseLayer(&m_document, [this](int number) { return dress(number); });
    m_layout->setInk([this](int) { return m_ink; });
    m_prose->setScheme(m_look.scheme);
    m_prose->setColoursShown(m_look.hasProseColours && m_look.scheme != Scheme::HighContrast);
    fill();
}

Focus CellText::focus() const
{
    return {m_event, m_look.divergence, -1, m_look.kinds};
}

void CellText::mark()
{
    m_marks.clear();
    for (const PassageRef ref : m_refs)
        m_marks.push_back(marksOf(*m_comparison, *m_index, ref, focus()));
}

PassageDress CellText::dress(int number) const
{
    PassageDress dress;
    if (number < 0 || static_cast<size_t>(number) >= m_marks.size())
        return dress;
    const std::vector<Mark> &marks = m_marks[static_cast<size_t>(number)];
    for (const BadgeStop &stop : badgeStops(marks))
        dress.rooms.push_back({stop.position, roomWidth(stop, marks, m_look.type.zoom)});
    return dress;
}

void CellText::fill()
{
    QTextCursor cursor(&m_document);
    cursor.beginEditBlock();
    for (size_t i = 0; i < m_passages.size(); ++i) {
        if (i > 0)
            cursor.insertBlock();
        QString text = m_passages[i].text;
        text.replace(u'\n', QChar::LineSeparator); // as long as what it stands for: spans stay true
        cursor.insertText(text);
    }
    cursor.endEditBlock();
    applyFonts();
}

void CellText::applyFonts()
{
    const Article &article = m_comparison->story.articles[static_cast<size_t>(m_article)];
    const qreal em = systemTextSize() * m_look.type.zoom;
    const QFont prose = proseFont(article.language, em, m_look.type.family);
    m_document.setDefaultFont(prose);
    for (QTextBlock block = m_document.firstBlock(); block.isValid() && !m_passages.empty(); block = block.next()) {
        const Role role = m_passages[static_cast<size_t>(block.blockNumber())].role;
        QTextCharFormat format;
        format.setFont(roleFont(role, prose, em), QTextCharFormat::FontPropertiesSpecifiedOnly);
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
        cursor.setBlockCharFormat(format);
    }
    layOut();
}

void CellText::layOut()
{
    const double zoom = m_look.type.zoom;
    PassageMeasures measures;
    measures.em = systemTextSize() * zoom;
    measures.width = m_look.width;
    const int last = m_refs.empty() ? 0 : m_refs.back().passage + 1;
    measures.numberWidth = std::max(27, qRound(12 + QFontMetrics(m_document.defaultFont()).horizontalAdvance(u'0') *
                                                        0.8 * static_cast<qreal>(QString::number(last).size())));
    measures.padding = qRound(4 * std::max(1.0, zoom));
    measures.labelHeight = qRound(measures.em * 1.15);
    measures.lead = measures.tail = CellPadding;
    measures.spacing = m_look.type.spacing;
    m_layout->setMeasures(measures);
}

int CellText::height() const
{
    return m_refs.empty() ? 0 : static_cast<int>(std::ceil(m_layout->documentSize().height()));
}

void CellText::setLook(const Look &look)
{
    if (look == m_look)
        return;
    const Look before = std::exchange(m_look, look);
    if (look.divergence != before.divergence || look.kinds != before.kinds)
        mark();
    m_prose->setScheme(look.scheme);
    m_prose->setColoursShown(look.hasProseColours && look.scheme != Scheme::HighContrast);
    if (look.type != before.type)
        applyFonts();
    if (look.kinds != before.kinds || look.type.zoom != before.type.zoom)
        m_prose->rehighlight();
    layOut();
}

void CellText::paint(QPainter &painter, const Surfaces &surfaces, bool isCurrent, const Finder *finder)
{
    m_ink = surfaces.prose;
    const Band whole{0, height()};
    PassagePainter passages(painter, *m_layout, whole, surfaces, m_look.scheme, m_look.type.zoom);
    const auto at = [this](int i) { return static_cast<size_t>(i); };
    for (int i = 0; i < static_cast<int>(m_refs.size()); ++i) {
        const bool isApart = i > 0 && m_refs[at(i)].passage != m_refs[at(i - 1)].passage + 1;
        if (isApart) { // other passages stand between them in the article
            painter.setPen(QPen(surfaces.link, 1, Qt::DotLine));
            const Band band = m_layout->band(i);
            painter.drawLine(m_layout->measures().numberWidth, band.top, m_look.width - 12, band.top);
        }
        PassageLook look{.isCurrent = isCurrent, .isLinked = true, .number = m_refs[at(i)].passage + 1};
        passages.paintGround(i, m_passages[at(i)], look);
        passages.paintTints(i, m_marks[at(i)]);
        if (finder)
            passages.paintFound(i, finder->matchesIn(m_refs[at(i)]), finder->currentMatch());
    }
    QAbstractTextDocumentLayout::PaintContext context;
    m_layout->draw(&painter, context);
    for (int i = 0; i < static_cast<int>(m_refs.size()); ++i) {
        const QTextBlock block = m_document.findBlockByNumber(i);
        passages.paintLines(i, m_marks[at(i)]);
        passages.paintBadges(i, m_marks[at(i)], block.textDirection() == Qt::RightToLeft);
    }
}

int CellText::passageAt(int y) const
{
    const Band content = m_layout->content();
    return y < content.top || y >= content.bottom ? -1 : m_layout->passageAt(y);
}

const Mark *CellText::markAt(QPointF point) const
{
    const int number = passageAt(static_cast<int>(point.y()));
    if (number < 0)
        return nullptr;
    const Mark *found = nullptr;
    for (const Mark &mark : m_marks[static_cast<size_t>(number)]) {
        const std::vector<QRectF> rows = m_layout->rows(number, mark.span);
        const bool isHit =
            std::ranges::any_of(rows, [&](const QRectF &row) { return row.adjusted(-1, -1, 1, 4).contains(point); });
        if (isHit && (!found || mark.span.length < found->span.length))
            found = &mark;
    }
    return found;
}

std::vector<QRectF> CellText::rows(PassageRef passage, TextSpan span) const
{
    const auto found = std::ranges::find(m_refs, passage);
    if (found == m_refs.end())
        return {};
    return m_layout->rows(static_cast<int>(found - m_refs.begin()), span);
}

} // namespace parallax
