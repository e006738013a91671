// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! QTextDocument's own layout leaves no room above the first and below the last paragraph, lays the whole document out
//! for every change of margins, and knows no folded rows. A document of plain paragraphs needs little of it: here each
//! block is one QTextLayout and a height, and blank space before and after is a number.
//!
//! Blocks are laid out late (when a place is asked for) and once (a change of formats makes its own block stale), so
//! a column of three hundred passages costs its three hundred layouts at first and one or two on every click.
//!
//! A column of twenty thousand would cost seconds. There a passage has a height guessed from the length of its text
//! until somebody settles it, which the pane does with what comes into sight:
//!
//!     guessed 96   passage 811        settled: it is 132 high, and all that follow move down by 36.
//!     settled      passage 812  <     The pane, which wants 812 to stay where it is, scrolls by 36.
//!
//! Tested by tst_comparisonview.cpp.
#include "ui/passagelayout.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr qreal LineHeight = 1.55;    ///< times the type size; marks need 1.5
constexpr qreal LetterRise = 0.88;    ///< ascenders and accents above the baseline, times the type size
constexpr qreal LetterFall = 0.23;    ///< descenders below it
constexpr qreal TallLineHeight = 1.7; ///< CJK, Arabic, Hebrew
constexpr qreal LetterWidth = 0.47;   ///< of a serif on an average, times the type size; for guesses
constexpr qreal TallLetterWidth = 0.9;

bool needsTallLines(const QString &text)
{
    return std::ranges::any_of(text, [](QChar c) {
        switch (c.script()) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Hangul:
        case QChar::Script_Arabic:
        case QChar::Script_Hebrew:
            return true;
        default:
            return false;
        }
    });
}

size_t at(int passage)
{
    return static_cast<size_t>(passage);
}

} // namespace

PassageLayout::PassageLayout(QTextDocument *document, const std::vector<Passage> &passages)
    : QAbstractTextDocumentLayout(document)
    , m_passages(passages)
    , m_ink([](int) { return QColor(Qt::black); })
{
}

void PassageLayout::setMeasures(const PassageMeasures &measures)
{
    if (m_measures == measures)
        return;
    PassageMeasures sameText = measures;
    sameText.lead = m_measures.lead;
    sameText.tail = m_measures.tail;
    const bool keepsLines = sameText == m_measures;
    m_measures = measures;
    m_isStale = true;
    if (!keepsLines) {
        for (Box &box : m_boxes)
            box.isStale = true, box.hasHeight = false;
    }
    if (!m_isFilling)
        Q_EMIT documentSizeChanged(documentSize());
}

void PassageLayout::tellChange()
{
    if (m_isFilling)
        return;
    Q_EMIT documentSizeChanged(documentSize());
    Q_EMIT update();
}

bool PassageLayout::isFurniture(int passage) const
{
    return passage >= 0 && passage < static_cast<int>(m_passages.size()) &&
           m_passages[at(passage)].role == Role::Furniture;
}

int PassageLayout::furnitureStart(int passage) const
{
    while (isFurniture(passage - 1))
        --passage;
    return passage;
}

int PassageLayout::furnitureRun(int passage) const
{
    if (!isFurniture(passage) || isFurniture(passage - 1))
        return 0;
    int end = passage;
    while (isFurniture(end))
        ++end;
    return end - passage;
}

bool PassageLayout::isFolded(int passage) const
{
    return passage >= 0 && at(passage) < m_boxes.size() && m_boxes[at(passage)].isFolded;
}

void PassageLayout::setFolded(int passage, bool folded)
{
    if (!isFurniture(passage) || passageCount() == 0)
        return;
    m_boxes.resize(m_passages.size());
    const int first = furnitureStart(passage);
    for (int i = first; isFurniture(i); ++i) {
        m_boxes[at(i)].isFolded = folded;
        m_boxes[at(i)].isStale = true;
        m_boxes[at(i)].hasHeight = false;
        // Hidden blocks are stepped over by the text cursor. The first stays: the row that stands for the run.
        document()->findBlockByNumber(i).setVisible(!folded || i == first);
    }
    m_isStale = true;
    tellChange();
}

bool PassageLayout::hasLabel(int passage) const
{
    if (passage < 0 || at(passage) >= m_passages.size())
        return false;
    return m_passages[at(passage)].role == Role::Caption || (furnitureRun(passage) > 0 && !isFolded(passage));
}

void PassageLayout::setBlock(QTextBlock block, Box &box)
{
    const int passage = block.blockNumber();
    box.isStale = false;
    box.hasHeight = true;
    box.rows.clear();
    if (box.isFolded) {
        box.height = furnitureRun(passage) > 0 ? m_measures.foldHeight : 0;
        block.layout()->clearLayout();
        return;
    }
    const QFont font = block.charFormat().font().resolve(document()->defaultFont());
    const QFontMetricsF metrics(font);
    const qreal typeSize = QFontInfo(font).pixelSize();
    const bool tall = needsTallLines(block.text());
    const qreal pitch =
        m_measures.spacing * std::max(typeSize * (tall ? TallLineHeight : LineHeight), std::ceil(typeSize * 1.5));

    QTextLayout &layout = *block.layout();
    QTextOption option;
    option.setTextDirection(block.textDirection());
    option.setAlignment(QStyle::visualAlignment(block.textDirection(), Qt::AlignLeft));
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    const qreal width = std::max(40, m_measures.width - m_measures.numberWidth - m_measures.farMargin);
    const int left = block.textDirection() == Qt::RightToLeft ? m_measures.farMargin : m_measures.numberWidth;
    const bool isHeadline = m_passages[at(passage)].role == Role::Headline;
    qreal y =
        m_measures.padding + (hasLabel(passage) ? m_measures.labelHeight : 0) + (isHeadline ? m_measures.padding : 0);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const qreal baseline = y + (pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
        line.setPosition(QPointF(left, baseline - line.ascent()));
        y += pitch;
    }
    layout.endLayout();
    block.setLineCount(layout.lineCount());
    box.height = static_cast<int>(std::ceil(y + m_measures.padding));
}

int PassageLayout::guessedHeight(const QTextBlock &block, const Box &box) const
{
    const int passage = block.blockNumber();
    if (box.isFolded)
        return furnitureRun(passage) > 0 ? m_measures.foldHeight : 0;
    const QString &text = m_passages[at(passage)].text;
    const bool tall = needsTallLines(text.left(40));
    const qreal letters = std::max(4.0, (m_measures.width - m_measures.numberWidth - m_measures.farMargin) /
                                            (m_measures.em * (tall ? TallLetterWidth : LetterWidth)));
    const qreal pitch = m_measures.em * (tall ? TallLineHeight : LineHeight) * m_measures.spacing;
    const qreal lines = std::ceil(std::max(1.0, static_cast<qreal>(text.size()) / letters));
    return static_cast<int>(
        std::ceil(lines * pitch + 2 * m_measures.padding + (hasLabel(passage) ? m_measures.labelHeight : 0)));
}

void PassageLayout::ensureSet() const
{
    if (!m_isStale)
        return;
    m_isStale = false;
    auto *self = const_cast<PassageLayout *>(this); // laying out late is no change that a caller could notice
    m_boxes.resize(m_passages.size());
    QTextBlock block = document()->firstBlock();
    for (int i = 0; i < passageCount(); ++i, block = block.next()) {
        Box &box = m_boxes[at(i)];
        if (!box.isStale)
            continue;
        if (!isLazy()) {
            self->setBlock(block, box);
        } else if (!box.hasHeight) {
            box.height = guessedHeight(block, box);
            box.hasHeight = true;
        }
    }
    placeBoxes(0);
}

void PassageLayout::placeBoxes(int first) const
{
    int top = first == 0 ? m_measures.lead : m_boxes[at(first - 1)].top + m_boxes[at(first - 1)].height;
    for (int i = first; i < passageCount(); ++i) {
        m_boxes[at(i)].top = top;
        top += m_boxes[at(i)].height;
    }
}

bool PassageLayout::isSettled(int passage) const
{
    ensureSet();
    return passage < 0 || passage >= passageCount() || !m_boxes[at(passage)].isStale;
}

bool PassageLayout::settle(int first, int last)
{
    ensureSet();
    if (!isLazy())
        return false;
    first = std::max(0, first);
    bool moved = false;
    for (int i = first; i <= std::min(last, passageCount() - 1); ++i) {
        Box &box = m_boxes[at(i)];
        if (!box.isStale)
            continue;
        const int before = box.height;
        setBlock(document()->findBlockByNumber(i), box);
        moved = moved || box.height != before;
    }
    if (moved) {
        placeBoxes(first);
        Q_EMIT documentSizeChanged(documentSize());
    }
    return moved;
}

bool PassageLayout::settleBetween(int top, int bottom)
{
    if (passageCount() == 0)
        return false;
    const int first = passageAt(top);
    return settle(first, std::max(first, passageAt(bottom)));
}

void PassageLayout::documentChanged(int from, int charsRemoved, int charsAdded)
{
    m_boxes.resize(m_passages.size());
    m_count = document()->isEmpty() ? 0 : std::min(static_cast<int>(m_passages.size()), document()->blockCount());
    const bool isWhole = charsRemoved != charsAdded;
    const int last = document()->findBlock(std::max(from, from + charsAdded - 1)).blockNumber();
    const int first = document()->findBlock(from).blockNumber();
    const bool isAll = isWhole || last < 0;
    for (int i = isAll ? 0 : first; i < static_cast<int>(m_boxes.size()) && (isAll || i <= last); ++i) {
        m_boxes[at(i)].isStale = true;
        m_boxes[at(i)].hasHeight &= !isWhole; // what only changed its formats keeps its height until it is settled
    }
    m_isStale = true;
    tellChange();
}

Band PassageLayout::band(int passage) const
{
    ensureSet();
    if (passage < 0 || passage >= passageCount())
        return {};
    const Box &box = m_boxes[at(passage)];
    return {box.top, box.top + box.height};
}

Band PassageLayout::content() const
{
    ensureSet();
    if (passageCount() == 0)
        return {m_measures.lead, m_measures.lead};
    return {m_measures.lead, band(passageCount() - 1).bottom};
}

int PassageLayout::passageAt(int y) const
{
    ensureSet();
    const auto end = m_boxes.begin() + passageCount();
    const auto after =
        std::upper_bound(m_boxes.begin(), end, y, [](int height, const Box &box) { return height < box.top; });
    if (after == m_boxes.begin())
        return passageCount() > 0 ? 0 : -1;
    auto found = after - 1;
    while (found != m_boxes.begin() && found->height == 0)
        --found;
    return static_cast<int>(found - m_boxes.begin());
}

std::vector<QRectF> PassageLayout::rows(int passage, TextSpan span) const
{
    if (passage >= passageCount() || isFolded(passage) || span.isEmpty() || !isSettled(passage))
        return {};
    Box &box = m_boxes[at(passage)];
    const auto [entry, isNew] = box.rows.try_emplace({span.start, span.length});
    if (isNew)
        entry->second = rowsInPassage(passage, span);
    std::vector<QRectF> rows = entry->second;
    for (QRectF &row : rows)
        row.translate(0, box.top);
    return rows;
}

std::vector<QRectF> PassageLayout::rowsInPassage(int passage, TextSpan span) const
{
    std::vector<QRectF> rows;
    const QTextBlock block = document()->findBlockByNumber(passage);
    const qreal typeSize = QFontInfo(block.charFormat().font().resolve(document()->defaultFont())).pixelSize();
    const QTextLayout &layout = *block.layout();
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const TextSpan words{line.textStart(), line.textLength()};
        if (!words.overlaps(span))
            continue;
        const int from = std::max(span.start, words.start);
        int to = std::min(span.end(), words.end());
        while (to > from + 1 && to == words.end() && block.text().at(to - 1).isSpace())
            --to; // the space at which a line is broken hangs in the margin
        const qreal one = line.cursorToX(from);
        const qreal other = line.cursorToX(to);
        const qreal left = std::min(one, other);
        const qreal baseline = line.y() + line.ascent();
        rows.emplace_back(left, baseline - LetterRise * typeSize, std::abs(other - one),
                          (LetterRise + LetterFall) * typeSize);
    }
    return rows;
}

QRectF PassageLayout::lastRow(int passage, TextSpan span) const
{
    const std::vector<QRectF> all = rows(passage, span);
    return all.empty() ? QRectF() : all.back();
}

bool PassageLayout::isRightToLeft(int passage) const
{
    return document()->findBlockByNumber(passage).textDirection() == Qt::RightToLeft;
}

qreal PassageLayout::firstBaseline(int passage) const
{
    const int top = band(passage).top;
    const QTextLayout &layout = *document()->findBlockByNumber(passage).layout();
    return layout.lineCount() == 0 ? top : top + layout.lineAt(0).y() + layout.lineAt(0).ascent();
}

void PassageLayout::draw(QPainter *painter, const PaintContext &context)
{
    ensureSet();
    const QRectF clip = context.clip.isValid() ? context.clip : QRectF(QPointF(), documentSize());
    for (int i = std::max(0, passageAt(static_cast<int>(clip.top()))); i < passageCount(); ++i) {
        const Box &box = m_boxes[at(i)];
        if (box.top > clip.bottom())
            break;
        if (box.isFolded || box.isStale)
            continue;
        const QTextBlock block = document()->findBlockByNumber(i);
        QList<QTextLayout::FormatRange> selections;
        for (const Selection &selection : context.selections) {
            const int start = selection.cursor.selectionStart() - block.position();
            const int end = selection.cursor.selectionEnd() - block.position();
            if (start < block.length() && end > 0 && start < end)
                selections.append(
                    {std::max(0, start), std::min(end, block.length()) - std::max(0, start), selection.format});
        }
        painter->setPen(m_ink(i));
        block.layout()->draw(painter, QPointF(0, box.top), selections, clip);
        // Without a selection a caret would only blink in a text that nobody can edit.
        if (!context.selections.isEmpty() && context.cursorPosition >= block.position() &&
            context.cursorPosition < block.position() + block.length())
            block.layout()->drawCursor(painter, QPointF(0, box.top), context.cursorPosition - block.position());
    }
}

int PassageLayout::hitTest(const QPointF &point, Qt::HitTestAccuracy accuracy) const
{
    const int passage = passageAt(static_cast<int>(point.y()));
    if (passage < 0)
        return accuracy == Qt::ExactHit ? -1 : 0;
    const QTextBlock block = document()->findBlockByNumber(passage);
    const QTextLayout &layout = *block.layout();
    const qreal y = point.y() - band(passage).top;
    if (layout.lineCount() == 0)
        return block.position();
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const bool isLast = i + 1 == layout.lineCount();
        if (!isLast && y >= layout.lineAt(i + 1).y())
            continue;
        const bool isOutside =
            y < line.y() || y > line.y() + line.height() || !line.naturalTextRect().contains(point.x(), line.y() + 1);
        if (accuracy == Qt::ExactHit && isOutside)
            return -1;
        return block.position() + line.xToCursor(point.x());
    }
    return block.position();
}

QSizeF PassageLayout::documentSize() const
{
    return QSizeF(m_measures.width, content().bottom + m_measures.tail);
}

QRectF PassageLayout::frameBoundingRect(QTextFrame *) const
{
    return QRectF(QPointF(), documentSize());
}

QRectF PassageLayout::blockBoundingRect(const QTextBlock &block) const
{
    const Band place = band(block.blockNumber());
    return QRectF(0, place.top, m_measures.width, place.height());
}

} // namespace parallax
