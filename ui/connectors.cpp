// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_comparisonview.cpp.
#include "ui/connectors.h"

#include "ui/articlepane.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace parallax {

namespace {

constexpr size_t MostThinCurves = 24; ///< more are a tangle
constexpr double DotSize = 3.2;
constexpr double HitDistance = 4;

double middle(Band band)
{
    return (band.top + band.bottom) / 2.0;
}

Band clipped(Band band, int height)
{
    return {std::clamp(band.top, 0, height), std::clamp(band.bottom, 0, height)};
}

GutterSide sideOf(const ArticlePane &pane)
{
    GutterSide side;
    const int current = pane.attention().event;
    side.currentRuns = pane.runs(current);
    for (const auto &[passage, band] : pane.visiblePassages()) {
        for (const int event : pane.eventsOf(passage)) {
            if (event != current)
                side.otherEvents[event].push_back(clipped(band, pane.viewport()->height()));
        }
    }
    return side;
}

} // namespace

std::vector<Curve> curvesBetween(const GutterSide &left, const GutterSide &right, int viewHeight, int currentEvent,
                                 int hoveredEvent)
{
    std::vector<Curve> thin;
    for (const auto &[event, leftBands] : left.otherEvents) {
        const auto found = right.otherEvents.find(event);
        if (found == right.otherEvents.end())
            continue;
        Curve best{event, leftBands.front(), found->second.front(), false};
        for (const Band l : leftBands) {
            for (const Band r : found->second) {
                if (std::abs(middle(l) - middle(r)) < std::abs(middle(best.left) - middle(best.right)))
                    best = {event, l, r, false};
            }
        }
        thin.push_back(best);
    }
    if (thin.size() > MostThinCurves)
        std::erase_if(thin, [hoveredEvent](const Curve &curve) { return curve.event != hoveredEvent; });

    if (left.currentRuns.empty() || right.currentRuns.empty())
        return thin;
    for (size_t i = 0; i < std::max(left.currentRuns.size(), right.currentRuns.size()); ++i) {
        const Band l = clipped(left.currentRuns[std::min(i, left.currentRuns.size() - 1)], viewHeight);
        const Band r = clipped(right.currentRuns[std::min(i, right.currentRuns.size() - 1)], viewHeight);
        // The first runs are what is levelled: theirs is shown on its way out of sight, too. Of the others that would
        // be a tangle.
        const bool isSeen = i == 0 ? l.height() > 0 || r.height() > 0 : l.height() > 0 && r.height() > 0;
        if (isSeen)
            thin.push_back({currentEvent, l, r, true});
    }
    return thin;
}

Connectors::Connectors(ArticlePane *left, ArticlePane *right, QWidget *parent)
    : QWidget(parent)
    , m_left(left)
    , m_right(right)
{
    setAccessibleName(tr("Links between article %1 and article %2").arg(left->article() + 1).arg(right->article() + 1));
    setObjectName(QStringLiteral("connectors%1").arg(left->article() + 1));
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(left, &ArticlePane::moved, this, qOverload<>(&QWidget::update));
    connect(right, &ArticlePane::moved, this, qOverload<>(&QWidget::update));
}

void Connectors::setOverFold(bool isOverFold)
{
    m_isOverFold = isOverFold;
    update();
}

std::vector<Curve> Connectors::curves() const
{
    return curvesBetween(sideOf(*m_left), sideOf(*m_right), height(), m_left->attention().event,
                         m_left->attention().hovered);
}

QPainterPath Connectors::pathOf(const Curve &curve) const
{
    const double w = width();
    const auto edge = [w](QPainterPath &path, double from, double to) { path.cubicTo(w / 2, from, w / 2, to, w, to); };
    QPainterPath path;
    if (!curve.isRibbon) {
        path.moveTo(0, middle(curve.left));
        edge(path, middle(curve.left), middle(curve.right));
        return path;
    }
    path.moveTo(0, curve.left.top + 0.5);
    edge(path, curve.left.top + 0.5, curve.right.top + 0.5);
    path.lineTo(w, curve.right.bottom - 0.5);
    path.cubicTo(w / 2, curve.right.bottom - 0.5, w / 2, curve.left.bottom - 0.5, 0, curve.left.bottom - 0.5);
    return path;
}

void Connectors::paintEvent(QPaintEvent *)
{
    const Surfaces surfaces = surfacesOf(palette());
    const Scheme scheme = schemeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), surfaces.win);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Curve &curve : curves()) {
        const QPainterPath path = pathOf(curve);
        if (!curve.isRibbon) {
            const bool isHovered = curve.event == m_left->attention().hovered || curve.event == m_hovered;
            painter.setOpacity(isHovered ? 1 : 0.75);
            const QColor colour = isHovered ? surfaces.told : surfaces.link;
            QPen pen(colour, isHovered ? 1.6 : 1.1);
            if (m_isOverFold)
                pen.setDashPattern({3, 3});
            painter.strokePath(path, pen);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(QPointF(DotSize / 2, middle(curve.left)), DotSize / 2, DotSize / 2);
            painter.drawEllipse(QPointF(width() - DotSize / 2, middle(curve.right)), DotSize / 2, DotSize / 2);
            painter.setOpacity(1);
            continue;
        }
        QColor fill = surfaces.accent;
        fill.setAlphaF(scheme == Scheme::Dark ? 0.22F : 0.16F);
        if (scheme != Scheme::HighContrast)
            painter.fillPath(path, fill);
        // The edges alone: a closed outline would draw bars at both ends. At the viewport's own edge the run goes on.
        const auto stroke = [&](int from, int to, double shift) {
            if ((from <= 0 && to <= 0) || (from >= height() && to >= height()))
                return;
            QPainterPath edge;
            edge.moveTo(0, from + shift);
            edge.cubicTo(width() / 2.0, from + shift, width() / 2.0, to + shift, width(), to + shift);
            painter.strokePath(edge, QPen(surfaces.curline, scheme == Scheme::HighContrast ? 2 : 1));
        };
        stroke(curve.left.top, curve.right.top, 0.5);
        stroke(curve.left.bottom, curve.right.bottom, -0.5);
    }
}

int Connectors::eventAt(QPointF point) const
{
    for (const Curve &curve : curves()) {
        const QPainterPath path = pathOf(curve);
        if (curve.isRibbon) {
            if (path.contains(point))
                return curve.event;
            continue;
        }
        for (int step = 0; step <= 24; ++step) {
            const QPointF near = path.pointAtPercent(step / 24.0) - point;
            if (std::hypot(near.x(), near.y()) <= HitDistance)
                return curve.event;
        }
    }
    return -1;
}

void Connectors::mouseMoveEvent(QMouseEvent *event)
{
    const int found = eventAt(event->position());
    if (found == m_hovered)
        return;
    m_hovered = found;
    setCursor(found >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    Q_EMIT eventHovered(found);
    update();
}

void Connectors::mouseReleaseEvent(QMouseEvent *event)
{
    const int found = eventAt(event->position());
    if (event->button() == Qt::LeftButton && found >= 0)
        Q_EMIT eventActivated(found);
}

void Connectors::leaveEvent(QEvent *)
{
    if (m_hovered < 0)
        return;
    m_hovered = -1;
    Q_EMIT eventHovered(-1);
    update();
}

} // namespace parallax
