// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overviewstrip.h"

#include "ui/articlepane.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace parallax {

namespace {

constexpr int StripWidth = 13;
constexpr double FaintTick = 0.65;

bool hasTick(DivergenceKind kind)
{
    return kind == DivergenceKind::Figure || kind == DivergenceKind::Date || kind == DivergenceKind::Status ||
           kind == DivergenceKind::Quote;
}

} // namespace

OverviewStrip::OverviewStrip(ArticlePane *pane)
    : QScrollBar(Qt::Vertical)
    , m_pane(pane)
{
    setObjectName(QStringLiteral("overview%1").arg(pane->article() + 1));
    setAccessibleName(tr("Overview of article %1").arg(pane->article() + 1));
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(pane, &ArticlePane::moved, this, qOverload<>(&QWidget::update));
}

QSize OverviewStrip::sizeHint() const
{
    return QSize(StripWidth, 100);
}

void OverviewStrip::setRibbonShown(bool shown)
{
    m_isRibbonShown = shown;
    update();
}

double OverviewStrip::toStrip(int documentHeight) const
{
    const Band content = m_pane->passageLayout().content();
    return static_cast<double>(documentHeight - content.top) * height() / std::max(1, content.height());
}

int OverviewStrip::toDocument(double stripHeight) const
{
    const Band content = m_pane->passageLayout().content();
    return content.top + qRound(stripHeight * content.height() / std::max(1, height()));
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Surfaces surfaces = surfacesOf(palette());
    painter.fillRect(rect(), surfaces.win);
    if (m_pane->passageCount() == 0)
        return;
    paintPassages(painter);
    paintTicks(painter);
    paintViewportBox(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintFound(painter);
    if (m_isRibbonShown)
        paintRibbons(painter);
    if (hasFocus()) {
        painter.setPen(QPen(surfaces.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void OverviewStrip::paintPassages(QPainter &painter) const
{
    const Surfaces surfaces = surfacesOf(palette());
    const PassageLayout &layout = m_pane->passageLayout();
    int painted = -1; // row of pixels: of twenty thousand passages most fall on one that another has
    for (int i = 0; i < m_pane->passageCount(); ++i) {
        const Band band = layout.band(i);
        if (band.height() == 0)
            continue;
        const double top = toStrip(band.top);
        const int row = static_cast<int>(toStrip(band.bottom));
        const bool isCurrent = m_pane->standing(i) == ArticlePane::Standing::Current;
        if (row == painted && !isCurrent)
            continue;
        painted = row;
        const QRectF block(2.5, top + 0.5, width() - 5, std::max(1.0, toStrip(band.bottom) - top - 1));
        switch (m_pane->standing(i)) {
        case ArticlePane::Standing::Current:
            painter.fillRect(block.adjusted(-1, -0.5, 1, 0.5), surfaces.accent);
            break;
        case ArticlePane::Standing::Linked:
            painter.fillRect(block, surfaces.heat[0]);
            break;
        case ArticlePane::Standing::SingleSource:
            painter.setPen(QPen(surfaces.hair, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(block.adjusted(0, 0, -1, -1));
            break;
        case ArticlePane::Standing::Aside:
            break;
        }
    }
}

void OverviewStrip::paintTicks(QPainter &painter) const
{
    const Scheme scheme = schemeOf(palette());
    const PassageLayout &layout = m_pane->passageLayout();
    for (int i = 0; i < m_pane->passageCount(); ++i) {
        const Band band = layout.band(i);
        const double length = std::max<qsizetype>(1, m_pane->passageLength(i));
        if (band.height() == 0 || !m_pane->hasReadings(i))
            continue;
        for (const Mark &mark : m_pane->marks(i)) {
            if (!mark.hasBadge && !hasTick(mark.kind))
                continue;
            const double at = toStrip(band.top + qRound(band.height() * (mark.span.start / length)));
            painter.setOpacity(mark.hasBadge ? 1 : FaintTick);
            const QRectF tick = mark.hasBadge ? QRectF(1, at, width() - 2, 2) : QRectF(3, at, width() - 6, 1.5);
            painter.fillRect(tick, markStyle(mark.kind, scheme).colour);
        }
    }
    painter.setOpacity(1);
}

/// A tab at the right edge for each, so that it is no divergence's tick; that of the match the reader is at is the last
/// painted, and longer.
void OverviewStrip::paintFound(QPainter &painter) const
{
    const Surfaces surfaces = surfacesOf(palette());
    const PassageLayout &layout = m_pane->passageLayout();
    const std::optional<Match> current = m_pane->foundNow();
    const auto paintTab = [&](const Match &match, bool isCurrent) {
        const int number = match.passage.passage;
        const Band band = layout.band(number);
        const double length = std::max<qsizetype>(1, m_pane->passageLength(number));
        const double at = toStrip(band.top + qRound(band.height() * (match.span.start / length)));
        const double reach = isCurrent ? width() - 1 : width() / 2.0;
        painter.setPen(QPen(surfaces.text, 1));
        painter.setBrush(surfaces.foundNow);
        painter.drawRect(QRectF(width() - reach - 0.5, std::clamp(at - 1.5, 0.5, height() - 4.5), reach, 3));
    };
    for (const Match &match : m_pane->found())
        paintTab(match, false);
    if (current && current->passage.article == m_pane->article())
        paintTab(*current, true);
}

void OverviewStrip::paintViewportBox(QPainter &painter) const
{
    const Surfaces surfaces = surfacesOf(palette());
    const double top = std::max(0.0, toStrip(value()));
    const double bottom = std::min<double>(height(), toStrip(value() + m_pane->viewport()->height()));
    const QRectF box(0.6, top + 0.6, width() - 1.2, std::max(4.0, bottom - top - 1.2));
    QColor fill = surfaces.text;
    fill.setAlphaF(0.07F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(surfaces.told, 1.2));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 2, 2);
}

void OverviewStrip::paintRibbons(QPainter &painter) const
{
    const Surfaces surfaces = surfacesOf(palette());
    QColor fill = surfaces.accent;
    fill.setAlphaF(schemeOf(palette()) == Scheme::Dark ? 0.22F : 0.16F);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const Band run : m_pane->runs(m_pane->attention().event)) {
        const int top = std::max(0, run.top);
        const int bottom = std::min(height(), run.bottom);
        if (top >= bottom)
            continue;
        if (schemeOf(palette()) != Scheme::HighContrast)
            painter.fillRect(QRect(0, top, width(), bottom - top), fill);
        if (run.top >= 0)
            painter.fillRect(QRect(0, top, width(), 1), surfaces.curline);
        if (run.bottom <= height())
            painter.fillRect(QRect(0, bottom - 1, width(), 1), surfaces.curline);
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    const int view = m_pane->viewport()->height();
    const int at = toDocument(event->position().y());
    const bool isInBox = at >= value() && at < value() + view;
    m_grab = isInBox ? at - value() : view / 2;
    setSliderDown(true);
    setValue(at - m_grab);
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setValue(toDocument(event->position().y()) - m_grab);
}

void OverviewStrip::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

} // namespace parallax
