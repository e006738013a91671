// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passagepainter.h"

#include "ui/articlepane.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace parallax {

namespace {

constexpr int BarWidth = 3;
constexpr qreal FaintOpacity = 0.34;
constexpr qreal BadgeGap = 2;   ///< before each badge
constexpr qreal BadgeRaise = 2; ///< badges stand a little above the middle of the letters

QString furnitureText(int lines)
{
    return lines == 1 ? ArticlePane::tr("1 line of page furniture")
                      : ArticlePane::tr("%n lines of page furniture", nullptr, lines);
}

} // namespace

qreal textBadgeHeight(qreal zoom)
{
    return 12 * zoom;
}

qreal roomWidth(const BadgeStop &stop, const std::vector<Mark> &marks, qreal zoom)
{
    qreal width = 1;
    for (const int i : stop.marks)
        width += BadgeGap + badgeWidth(marks[static_cast<size_t>(i)].group, textBadgeHeight(zoom));
    return width;
}

PassagePainter::PassagePainter(QPainter &painter, const PassageLayout &layout, Band visible, const Surfaces &surfaces,
                               Scheme scheme, qreal zoom)
    : m_painter(painter)
    , m_layout(layout)
    , m_visible(visible)
    , m_surfaces(surfaces)
    , m_scheme(scheme)
    , m_chrome(QApplication::font())
    , m_zoom(zoom)
{
}

QFont PassagePainter::sized(qreal factor, int weight) const
{
    QFont font = m_chrome;
    font.setPixelSize(std::max(9, qRound(QFontInfo(m_chrome).pixelSize() * factor * m_zoom)));
    font.setWeight(static_cast<QFont::Weight>(weight));
    return font;
}

void PassagePainter::paintHatch(const QRect &area)
{
    m_painter.save();
    m_painter.setClipRect(area, Qt::IntersectClip);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(m_surfaces.hair, 1));
    constexpr int pitch = 5;
    const int reach = area.height();
    // Counted from the document's edge, so that neighbouring areas and scrolling never break the pattern.
    for (int x = area.left() - reach - (area.top() % pitch); x < area.right(); x += pitch)
        m_painter.drawLine(QPointF(x, area.bottom() + 1), QPointF(x + reach, area.bottom() + 1 - reach));
    m_painter.restore();
}

void PassagePainter::paintFold(int passage)
{
    const Band band = m_layout.band(passage);
    const QRect row(0, band.top, m_layout.measures().width, band.height());
    paintHatch(row);
    const int left = m_layout.measures().numberWidth;
    const qreal middle = row.center().y() + 0.5;
    const qreal size = 3.5 * m_zoom;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_surfaces.muted);
    const QPointF arrow[] = {{left + 1.0, middle - size}, {left + 1.0 + size, middle}, {left + 1.0, middle + size}};
    m_painter.drawPolygon(arrow, 3);
    m_painter.restore();
    m_painter.setFont(sized(0.87, QFont::Normal));
    m_painter.setPen(m_surfaces.muted);
    m_painter.drawText(row.adjusted(left + qRound(12 * m_zoom), 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
                       furnitureText(m_layout.furnitureRun(passage)));
}

void PassagePainter::paintLabel(int passage, const Passage &value)
{
    const Band band = m_layout.band(passage);
    const PassageMeasures &measures = m_layout.measures();
    m_painter.setFont(sized(0.8, QFont::Normal));
    m_painter.setPen(m_surfaces.muted);
    const QRect line(measures.numberWidth, band.top + measures.padding, measures.width - 2 * measures.numberWidth,
                     measures.labelHeight);
    const Qt::Alignment side = m_layout.isRightToLeft(passage) ? Qt::AlignRight : Qt::AlignLeft;
    m_painter.drawText(line, Qt::AlignVCenter | side,
                       value.role == Role::Caption ? ArticlePane::tr("Caption") : ArticlePane::tr("Page furniture"));
}

void PassagePainter::paintGround(int passage, const Passage &value, const PassageLook &look)
{
    const Band band = m_layout.band(passage);
    if (band.height() == 0)
        return;
    if (m_layout.isFolded(passage)) {
        paintFold(passage);
        return;
    }
    const QRect area(0, band.top, m_layout.measures().width, band.height());
    const bool isRightToLeft = m_layout.isRightToLeft(passage);
    if (value.role == Role::Furniture)
        paintHatch(area);
    if (look.isCurrent)
        m_painter.fillRect(area, m_surfaces.curfill);
    if (look.isLinked) {
        const QColor bar = look.isCurrent ? m_surfaces.accent : look.isHovered ? m_surfaces.told : m_surfaces.hair;
        const int x = isRightToLeft ? area.width() - BarWidth : 0;
        m_painter.fillRect(
            QRect(x, band.top + (look.isCurrent ? 3 : 1), BarWidth, band.height() - (look.isCurrent ? 6 : 2)), bar);
    }
    if (m_layout.hasLabel(passage))
        paintLabel(passage, value);
    if (value.role == Role::Furniture)
        return;
    m_painter.setFont(sized(0.8, look.isCurrent ? QFont::DemiBold : QFont::Normal));
    m_painter.setPen(look.isCurrent ? m_surfaces.accentInk : m_surfaces.faint);
    const QString number = QString::number(look.number);
    const int inset = m_layout.measures().numberWidth - 7;
    const int x = isRightToLeft ? area.width() - inset : inset - m_painter.fontMetrics().horizontalAdvance(number);
    m_painter.drawText(QPointF(x, m_layout.firstBaseline(passage)), number);
}

/// With what hangs below the letters and stands above them: lines and frames below, badges above.
bool PassagePainter::isVisible(const QRectF &row) const
{
    const qreal reach = 8 * std::max(1.0, m_zoom);
    return row.bottom() + reach >= m_visible.top && row.top() - reach <= m_visible.bottom;
}

std::vector<QRectF> PassagePainter::wordRows(int passage, TextSpan span, const std::vector<Mark> &marks) const
{
    std::vector<QRectF> rows = m_layout.rows(passage, span);
    if (rows.empty())
        return rows;
    for (const BadgeStop &stop : badgeStops(marks)) {
        if (stop.position == span.end())
            rows.back().setWidth(std::max(2.0, rows.back().width() - roomWidth(stop, marks, m_zoom)));
    }
    std::erase_if(rows, [this](const QRectF &row) { return !isVisible(row); });
    return rows;
}

void PassagePainter::paintTints(int passage, const std::vector<Mark> &marks)
{
    for (const Mark &mark : marks) {
        const QColor tint = markStyle(mark.kind, m_scheme).tint;
        if (!mark.hasTint || !tint.isValid())
            continue;
        for (const TextSpan part : mark.lines) {
            for (const QRectF &row : wordRows(passage, part, marks))
                m_painter.fillRect(row.adjusted(-0.5, 0, 0.5, 1), tint);
        }
    }
}

void PassagePainter::paintFound(int passage, std::span<const Match> matches, const std::optional<Match> &current)
{
    if (matches.empty())
        return;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const Match &match : matches) {
        const bool isCurrent = match == current;
        const qreal pen = isCurrent ? 1.6 : 1;
        m_painter.setPen(QPen(isCurrent ? m_surfaces.text : m_surfaces.told, pen));
        m_painter.setBrush(isCurrent ? m_surfaces.foundNow : m_surfaces.found);
        for (const QRectF &row : m_layout.rows(passage, match.span))
            m_painter.drawRoundedRect(row.adjusted(-1.5, -0.5, 1.5, 0.5), 2.5, 2.5);
    }
    m_painter.restore();
}

void PassagePainter::paintLines(int passage, const std::vector<Mark> &marks)
{
    for (const Mark &mark : marks) {
        const MarkStyle style = markStyle(mark.kind, m_scheme);
        m_painter.setOpacity(mark.isFaint ? FaintOpacity : 1);
        for (const TextSpan part : mark.lines) {
            for (const QRectF &row : wordRows(passage, part, marks))
                paintMarkLine(m_painter, style.shape, style.colour, row.bottomLeft() + QPointF(0, 1), row.width(),
                              m_zoom);
        }
    }
    m_painter.setOpacity(1);
}

void PassagePainter::paintBadges(int passage, const std::vector<Mark> &marks, bool isRightToLeft)
{
    const qreal height = textBadgeHeight(m_zoom);
    for (const BadgeStop &stop : badgeStops(marks)) {
        const TextSpan lastWord{stop.position - 1, 1};
        const QRectF row = m_layout.lastRow(passage, lastWord);
        if (row.isNull() || !isVisible(row))
            continue;
        const qreal room = roomWidth(stop, marks, m_zoom);
        qreal x = isRightToLeft ? row.left() - room : row.right() - room;
        const qreal top = row.center().y() - height / 2 - BadgeRaise * m_zoom;
        for (const int i : stop.marks) {
            const Mark &mark = marks[static_cast<size_t>(i)];
            x += BadgeGap;
            x += paintBadge(m_painter, mark.kind, mark.group, m_scheme, QPointF(x, top), height);
        }
    }
    for (const Mark &mark : marks) {
        if (mark.isCurrent)
            paintWordsFrame(passage, mark.span, 1);
    }
}

void PassagePainter::paintWordsFrame(int passage, TextSpan span, qreal opacity)
{
    m_painter.save();
    m_painter.setOpacity(opacity);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(m_surfaces.accent, 2));
    for (const QRectF &row : m_layout.rows(passage, span))
        m_painter.drawRoundedRect(row.adjusted(-2, -1, 2, 5), 2, 2);
    m_painter.restore();
}

void PassagePainter::paintFrames(int passage, const PassageLook &look)
{
    const Band band = m_layout.band(passage);
    if (band.height() == 0)
        return;
    const int width = m_layout.measures().width;
    if (m_scheme == Scheme::HighContrast && look.isCurrent) {
        m_painter.setPen(QPen(m_surfaces.accent, 3));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(1.5, band.top + 1.5, width - 3, band.height() - 3));
    }
    if (look.startsRun)
        m_painter.fillRect(QRect(0, band.top, width, 1), m_surfaces.curline);
    if (look.endsRun)
        m_painter.fillRect(QRect(0, band.bottom - 1, width, 1), m_surfaces.curline);
    if (look.isHovered && !look.isCurrent) {
        m_painter.setPen(QPen(m_surfaces.link, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(0.5, band.top + 0.5, width - 1, band.height() - 1));
    }
    if (look.hasKeyboard) {
        const bool isHigh = m_scheme == Scheme::HighContrast; // inside the frame of what is current
        const double inset = isHigh ? 5 : 1;
        m_painter.setPen(QPen(isHigh ? m_surfaces.text : m_surfaces.accent, 2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(inset, band.top + inset, width - 2 * inset, band.height() - 2 * inset));
    }
}

void PassagePainter::paintEnd(const QString &text)
{
    m_painter.setFont(sized(0.8, QFont::Normal));
    m_painter.setPen(m_surfaces.muted);
    m_painter.drawText(QRect(0, m_layout.content().bottom + 12, m_layout.measures().width, 24), Qt::AlignCenter, text);
}

} // namespace parallax
