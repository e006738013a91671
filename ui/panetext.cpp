// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panetext.h"

#include "report/wording.h"
#include "ui/articlepane.h"

#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

PaneText::PaneText(ArticlePane *pane, int passage)
    : m_pane(pane)
    , m_passage(passage)
{
}

QString PaneText::all() const
{
    if (!m_pane)
        return {};
    if (m_passage >= 0)
        return m_pane->passage(m_passage).text;
    QStringList lines;
    for (int i = 0; i < m_pane->passageCount(); ++i) {
        QString line = m_pane->passage(i).text;
        lines << line.replace(u'\n', QChar::LineSeparator);
    }
    return lines.join(u'\n');
}

int PaneText::origin() const
{
    if (!m_pane || !m_pane->isAwake())
        return -1;
    return m_passage < 0 ? 0 : m_pane->document()->findBlockByNumber(m_passage).position();
}

int PaneText::characterCount() const
{
    return static_cast<int>(all().size());
}

QString PaneText::text(int startOffset, int endOffset) const
{
    return all().mid(startOffset, endOffset < 0 ? -1 : endOffset - startOffset);
}

void PaneText::selection(int selectionIndex, int *startOffset, int *endOffset) const
{
    *startOffset = *endOffset = 0;
    if (selectionIndex != 0 || selectionCount() == 0)
        return;
    const QTextCursor cursor = m_pane->textCursor();
    *startOffset = std::clamp(cursor.selectionStart() - origin(), 0, characterCount());
    *endOffset = std::clamp(cursor.selectionEnd() - origin(), 0, characterCount());
}

int PaneText::selectionCount() const
{
    if (origin() < 0)
        return 0;
    const QTextCursor cursor = m_pane->textCursor();
    return cursor.hasSelection() && cursor.selectionStart() < origin() + characterCount() &&
                   cursor.selectionEnd() > origin()
               ? 1
               : 0;
}

void PaneText::addSelection(int startOffset, int endOffset)
{
    setSelection(0, startOffset, endOffset);
}

void PaneText::removeSelection(int selectionIndex)
{
    if (selectionIndex != 0 || selectionCount() == 0)
        return;
    QTextCursor cursor = m_pane->textCursor();
    cursor.clearSelection();
    m_pane->setTextCursor(cursor);
}

void PaneText::setSelection(int selectionIndex, int startOffset, int endOffset)
{
    if (selectionIndex != 0 || origin() < 0)
        return;
    QTextCursor cursor = m_pane->textCursor();
    cursor.setPosition(origin() + std::clamp(startOffset, 0, characterCount()));
    cursor.setPosition(origin() + std::clamp(endOffset, 0, characterCount()), QTextCursor::KeepAnchor);
    m_pane->setTextCursor(cursor);
}

int PaneText::cursorPosition() const
{
    if (origin() < 0)
        return -1;
    const int position = m_pane->textCursor().position() - origin();
    return position >= 0 && position <= characterCount() ? position : -1;
}

void PaneText::setCursorPosition(int position)
{
    setSelection(0, position, position);
}

QRect PaneText::characterRect(int offset) const
{
    if (origin() < 0 || offset < 0 || offset >= characterCount())
        return {};
    const QTextBlock block = m_pane->document()->findBlock(origin() + offset);
    const auto rows = m_pane->passageLayout().rows(block.blockNumber(), {origin() + offset - block.position(), 1});
    if (rows.empty())
        return {};
    const QPoint place = m_pane->viewport()->mapToGlobal(QPoint(0, -m_pane->verticalScrollBar()->value()));
    return rows.front().toAlignedRect().translated(place);
}

int PaneText::offsetAtPoint(const QPoint &point) const
{
    if (origin() < 0)
        return -1;
    const QPoint place = m_pane->viewport()->mapFromGlobal(point) + QPoint(0, m_pane->verticalScrollBar()->value());
    const int position = m_pane->passageLayout().hitTest(place, Qt::ExactHit) - origin();
    return position >= 0 && position < characterCount() ? position : -1;
}

void PaneText::scrollToSubstring(int startIndex, int endIndex)
{
    if (origin() < 0)
        return;
    const QTextBlock block = m_pane->document()->findBlock(origin() + std::clamp(startIndex, 0, characterCount()));
    const TextSpan span = TextSpan::between(origin() + startIndex - block.position(),
                                            std::min(origin() + endIndex - block.position(), block.length() - 1));
    QScrollBar *bar = m_pane->verticalScrollBar();
    bar->setValue(m_pane->scrollShowing(block.blockNumber(), span, bar->value()));
}

/// The kind and reading of a mark, for the words that bear it; the run without marks elsewhere.
QString PaneText::attributes(int offset, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    if (!m_pane || m_passage < 0)
        return {};
    const Mark *found = nullptr;
    for (const Mark &mark : m_pane->marks(m_passage)) {
        if (mark.span.start <= offset && offset < mark.span.end()) {
            found = !found || mark.span.length < found->span.length ? &mark : found;
        } else if (mark.span.end() <= offset) {
            *startOffset = std::max(*startOffset, mark.span.end());
        } else {
            *endOffset = std::min(*endOffset, mark.span.start);
        }
    }
    if (!found)
        return {};
    *startOffset = std::max(*startOffset, found->span.start);
    *endOffset = std::min(*endOffset, found->span.end());
    return u"mark:%1 %2;"_s.arg(kindName(found->kind), groupLetter(found->group));
}

} // namespace parallax
