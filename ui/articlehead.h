// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The head of a column: which article this is, and the handle by which the column is moved.
#pragma once

#include "comparison/comparison.h"

#include <QAbstractButton>
#include <QFont>

namespace parallax {

/// Bar in the article's colour, number badge, outlet, headline, facts. The tool tip has all of it uncut. Dragged it
/// moves the column, dragged at its right edge it makes it wider; the arrow at the right, Space and the menu key open
/// the column's menu.
class ArticleHead : public QAbstractButton
{
    Q_OBJECT

public:
    ArticleHead(const Comparison &comparison, int article, QWidget *parent = nullptr);

    int article() const { return m_article; }
    /// Whether the column is the base: it has a pin.
    void setBase(bool isBase);
    QSize sizeHint() const override;

Q_SIGNALS:
    /// Below the arrow, or at the pointer; in global coordinates.
    void menuRequested(QPoint at);
    /// Clicked without moving.
    void activated();
    /// While the head is dragged, and where it was let go; in global coordinates.
    void dragged(QPoint at);
    void dropped(QPoint at);
    void dragCancelled();
    /// The right edge was dragged until the column has this width; 0 asks for the usual width.
    void widthRequested(int width);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    enum class Grip { None, Head, Moving, Edge };

    QFont sized(double factor, QFont::Weight weight) const;
    bool isAtEdge(QPoint point) const;
    QRect arrow() const;
    void paintArrow(QPainter &painter, const QColor &ink) const;

    const int m_article;
    QString m_name;            ///< outlet, else the headline
    QString m_headline;        ///< headline, else the file
    QString m_facts;           ///< day · words · encoding
    bool m_isNameless = false; ///< no outlet is known
    bool m_isBase = false;
    Grip m_grip = Grip::None;
    QPoint m_pressedAt;
};

} // namespace parallax
