// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A column's scroll bar: the whole article in small.
#pragma once

#include "ui/passagelayout.h"

#include <QScrollBar>

namespace parallax {

class ArticlePane;

/// A block a passage, ticks where divergences are, a box where the viewport is. Being a QScrollBar it scrolls by wheel
/// and keys and is one to a screen reader. A click puts what is clicked into the middle of the viewport; the box can be
/// dragged. The current event's ribbon runs across it on its way from the text to the next column.
class OverviewStrip : public QScrollBar
{
    Q_OBJECT

public:
    explicit OverviewStrip(ArticlePane *pane);

    QSize sizeHint() const override;
    /// Whether the current event's ribbon goes on to a next column.
    void setRibbonShown(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    /// From a height of the document to a height of the strip, and back.
    double toStrip(int documentHeight) const;
    int toDocument(double stripHeight) const;
    void paintPassages(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;
    void paintFound(QPainter &painter) const;
    void paintViewportBox(QPainter &painter) const;
    void paintRibbons(QPainter &painter) const;

    ArticlePane *const m_pane;
    bool m_isRibbonShown = false;
    int m_grab = 0; ///< from the top of the viewport to the grabbed height, in the document
};

} // namespace parallax
