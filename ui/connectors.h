// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The curves between two neighbouring columns.
#pragma once

#include "ui/passagelayout.h"

#include <QPainterPath>
#include <QWidget>

#include <map>
#include <vector>

namespace parallax {

class ArticlePane;
struct Focus;

/// What one side of a gutter shows: where the passages of each event stand in the viewport.
struct GutterSide {
    std::vector<Band> currentRuns;                ///< of the current event, top to bottom, also those out of sight
    std::map<int, std::vector<Band>> otherEvents; ///< visible passages of other events
};

struct Curve {
    int event = 0;
    Band left;
    Band right;
    bool isRibbon = false; ///< current event: the bands are run edges; else a thin line from middle to middle

    friend bool operator==(const Curve &, const Curve &) = default;
};

/// Design tokens, section 9. Ribbons join the runs of the current event in their order, the last of the shorter side
/// serving for those left over, clipped to the viewport; the first runs need to be in sight on one side, others on
/// both. Other events: one curve between the pair that stands most level; more than 24 in a gutter are none but the
/// hovered event's. Without an event on both sides: nothing.
std::vector<Curve> curvesBetween(const GutterSide &left, const GutterSide &right, int viewHeight, int currentEvent,
                                 int hoveredEvent);

/// Paints them, as wide as the gutter; follows both panes live.
class Connectors : public QWidget
{
    Q_OBJECT

public:
    Connectors(ArticlePane *left, ArticlePane *right, QWidget *parent = nullptr);

    ArticlePane *left() const { return m_left; }
    ArticlePane *right() const { return m_right; }
    /// Columns are folded in between: thin curves are dashed.
    void setOverFold(bool isOverFold);
    bool isOverFold() const { return m_isOverFold; }
    /// What is drawn now.
    std::vector<Curve> curves() const;

Q_SIGNALS:
    /// The pointer is over a curve of this event; -1 over none.
    void eventHovered(int event);
    void eventActivated(int event);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QPainterPath pathOf(const Curve &curve) const;
    int eventAt(QPointF point) const;

    ArticlePane *const m_left;
    ArticlePane *const m_right;
    int m_hovered = -1;
    bool m_isOverFold = false;
};

} // namespace parallax
