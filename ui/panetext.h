// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The text of an article or of one passage, as assistive programs read it.
#pragma once

#include <QAccessible>
#include <QPointer>

namespace parallax {

class ArticlePane;

/// Offsets count UTF-16 units from the start of the part. Selection and caret are those of the pane; what lies outside
/// the part is not told. A pane that sleeps has no caret, selection or places, but all of its text.
class PaneText final : public QAccessibleTextInterface
{
public:
    /// One passage, or the whole article (one line a passage) for -1.
    explicit PaneText(ArticlePane *pane, int passage = -1);

    void selection(int selectionIndex, int *startOffset, int *endOffset) const override;
    int selectionCount() const override;
    void addSelection(int startOffset, int endOffset) override;
    void removeSelection(int selectionIndex) override;
    void setSelection(int selectionIndex, int startOffset, int endOffset) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    QString text(int startOffset, int endOffset) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int startIndex, int endIndex) override;
    QString attributes(int offset, int *startOffset, int *endOffset) const override;

private:
    QString all() const;
    /// Position in the document of the part's first character; -1 where the pane sleeps.
    int origin() const;

    const QPointer<ArticlePane> m_pane;
    const int m_passage;
};

} // namespace parallax
