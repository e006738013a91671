// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The values are measured ones: the eight colours keep their distance under the three common forms of colour
//! blindness, and the line shapes tell the kinds apart in grey. Change them together or not at all.
//!
//! Tested by tst_markstyle.cpp.

#include "report/markstyle.h"

#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <array>
#include <cmath>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

struct KindTokens {
    char16_t letter;
    LineShape shape;
    QRgb light;
    QRgb dark;
};

/// In the order of DivergenceKind.
constexpr std::array<KindTokens, DivergenceKindCount> Kinds{{
    {u'F', LineShape::Thick, 0xff860005, 0xfffeaf83},
    {u'D', LineShape::Double, 0xff2a7a8c, 0xff70e9f7},
    {u'S', LineShape::Dashed, 0xff6b5fca, 0xffa38dbb},
    {u'Q', LineShape::Sine, 0xff172889, 0xff90b4fb},
    {u'@', LineShape::DashDot, 0xff225a39, 0xffb0e2c0},
    {u'N', LineShape::Thin, 0xff36383d, 0xffb5b7be},
    {u'W', LineShape::Square, 0xffa7336b, 0xffd27a8b},
    {u'+', LineShape::Dotted, 0xff866b1b, 0xffaa943d},
}};

constexpr int ArticleColourCount = 12;
constexpr std::array<QRgb, ArticleColourCount> ArticleLight{0xff4371b7, 0xff813939, 0xff628a5d, 0xff785b8a,
                                                            0xff5a4403, 0xff048f90, 0xff433a85, 0xff8c5c3a,
                                                            0xff7d8118, 0xffb55c7d, 0xff1f4e61, 0xff1d6c5b};
constexpr std::array<QRgb, ArticleColourCount> ArticleDark{0xffa7c9fc, 0xffc16362, 0xff91bb8c, 0xff917597,
                                                           0xffe8c365, 0xff56e0d4, 0xff6f78c7, 0xffdb8c54,
                                                           0xff7f841d, 0xffcb9cab, 0xff32a9d5, 0xff5e9284};

constexpr qreal TintLight = 0.13;
constexpr qreal TintDark = 0.22;

// Proportions of the badges, from their sizes at 100 %.
constexpr qreal BadgeLetter = 8.5 / 12;
constexpr qreal BadgeRadius = 2.0 / 12;
constexpr qreal BadgeOutline = 1.0 / 12;
constexpr qreal BadgePerLetter = 0.55; // extra width for each further letter ("A2")
constexpr qreal DiscLetter = 10.0 / 16;
constexpr qreal DiscOutline = 1.3 / 16;
constexpr qreal ArticleNumberSize = 11.0 / 18;
constexpr qreal ArticleRim = 2.0 / 18;
constexpr qreal ArticleRadius = 4.0 / 18;

class PainterState
{
public:
    explicit PainterState(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~PainterState() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(PainterState)

private:
    QPainter &m_painter;
};

QColor blended(const QColor &colour, const QColor &paper, qreal share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1 - share))); };
    return QColor(mix(colour.red(), paper.red()), mix(colour.green(), paper.green()), mix(colour.blue(), paper.blue()));
}

/// Draws bold text in the middle of `box`, smaller where it would not fit, with the painter's family and colour.
/// Its size is in painter units, also on devices where a point is not a pixel.
void drawLetters(QPainter &painter, const QRectF &box, const QString &letters, qreal size)
{
    constexpr qreal PointsPerInch = 72;
    QFont font = painter.font();
    font.setBold(true);
    font.setStyleStrategy(QFont::StyleStrategy(font.styleStrategy() | QFont::NoFontMerging));
    font.setPointSizeF(size * PointsPerInch / painter.device()->logicalDpiY());
    QFontMetricsF metrics(font, painter.device());
    const qreal width = metrics.horizontalAdvance(letters);
    if (width > box.width() * 0.9) {
        font.setPointSizeF(font.pointSizeF() * box.width() * 0.9 / width);
        metrics = QFontMetricsF(font, painter.device());
    }
    painter.setFont(font);
    // By cap height: centring by ascent and descent sets capitals too low in a small box.
    const QPointF base(box.center().x() - metrics.horizontalAdvance(letters) / 2,
                       box.center().y() + metrics.capHeight() / 2);
    painter.drawText(base, letters);
}

QPen flatPen(const QColor &colour, qreal width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
}

/// A line broken into dashes; `pattern` in the same units as `thickness`.
void drawDashes(QPainter &painter, const QColor &colour, const QLineF &line, qreal thickness,
                std::initializer_list<qreal> pattern)
{
    QPen pen = flatPen(colour, thickness);
    QList<qreal> inPenWidths;
    for (const qreal length : pattern)
        inPenWidths.append(length / thickness);
    pen.setDashPattern(inPenWidths);
    painter.setPen(pen);
    painter.drawLine(line);
}

/// A wave of whole half periods, so that it ends on its middle line wherever the words end.
void drawWave(QPainter &painter, const QPen &pen, const QLineF &middle, qreal period, qreal height, bool square)
{
    const int halves = std::max(1, static_cast<int>(std::lround(middle.length() / (period / 2))));
    const qreal step = middle.length() / halves;
    QPainterPath path(middle.p1());
    qreal x = middle.x1();
    for (int i = 0; i < halves; ++i, x += step) {
        const qreal side = i % 2 == 0 ? -1 : 1;
        if (square) {
            path.lineTo(x, middle.y1() + side * height / 2);
            path.lineTo(x + step, middle.y1() + side * height / 2);
        } else {
            path.quadTo(x + step / 2, middle.y1() + side * height, x + step, middle.y1());
        }
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

} // namespace

QColor paperColour(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return QColor(0xff, 0xff, 0xff);
    case Scheme::Dark:
        return QColor(0x14, 0x16, 0x18);
    case Scheme::HighContrast:
        return QGuiApplication::palette().color(QPalette::Base);
    }
    Q_UNREACHABLE_RETURN({});
}

QColor inkColour(Scheme scheme)
{
    switch (scheme) {
    case Scheme::Light:
        return QColor(0x23, 0x26, 0x29);
    case Scheme::Dark:
        return QColor(0xfc, 0xfc, 0xfc);
    case Scheme::HighContrast:
        return QGuiApplication::palette().color(QPalette::Text);
    }
    Q_UNREACHABLE_RETURN({});
}

MarkStyle markStyle(DivergenceKind kind, Scheme scheme)
{
    const KindTokens &tokens = Kinds[static_cast<size_t>(kind)];
    MarkStyle style{QChar(tokens.letter), tokens.shape, {}, {}};
    if (scheme == Scheme::HighContrast) {
        style.colour = inkColour(scheme);
        return style;
    }
    const bool isDark = scheme == Scheme::Dark;
    style.colour = QColor::fromRgb(isDark ? tokens.dark : tokens.light);
    if (kind != DivergenceKind::Name)
        style.tint = blended(style.colour, paperColour(scheme), isDark ? TintDark : TintLight);
    return style;
}

QColor cellFill(DivergenceKind kind, int group, Scheme scheme)
{
    if (group <= 0 || scheme == Scheme::HighContrast)
        return {};
    const bool isDark = scheme == Scheme::Dark;
    const bool isStrong = group == 2 || group >= 4;
    const qreal share = isStrong ? (isDark ? 0.28 : 0.18) : (isDark ? 0.18 : 0.10);
    return blended(markStyle(kind, scheme).colour, paperColour(scheme), share);
}

bool isCellHatched(int group)
{
    return group >= 3;
}

QColor articleColour(int article, Scheme scheme)
{
    if (scheme == Scheme::HighContrast)
        return inkColour(scheme);
    const auto place = static_cast<size_t>(article % ArticleColourCount);
    return QColor::fromRgb(scheme == Scheme::Dark ? ArticleDark[place] : ArticleLight[place]);
}

QString articleNumber(int article)
{
    const int round = article / ArticleColourCount;
    QString number = QString::number(article + 1);
    if (round > 0)
        number += QChar(u'a' + round % 26);
    return number;
}

void paintMarkLine(QPainter &painter, LineShape shape, const QColor &colour, QPointF from, qreal width, qreal scale)
{
    if (width <= 0)
        return;
    const PainterState state(painter);
    const qreal y = from.y() + MarkBandHeight / 2 * scale;
    const QLineF line(from.x(), y, from.x() + width, y);
    switch (shape) {
    case LineShape::Thick:
        painter.setPen(flatPen(colour, 2.6 * scale));
        painter.drawLine(line);
        break;
    case LineShape::Double: {
        const QPointF half(0, (1.6 + 1.1) / 2 * scale);
        painter.setPen(flatPen(colour, 1.1 * scale));
        painter.drawLine(line.translated(-half));
        painter.drawLine(line.translated(half));
        break;
    }
    case LineShape::Dashed:
        drawDashes(painter, colour, line, 1.8 * scale, {5 * scale, 3 * scale});
        break;
    case LineShape::Sine:
        drawWave(painter, flatPen(colour, 1.3 * scale), line, 8 * scale, 3 * scale, false);
        break;
    case LineShape::DashDot:
        drawDashes(painter, colour, line, 1.7 * scale, {6 * scale, 2.2 * scale, 1.6 * scale, 2.2 * scale});
        break;
    case LineShape::Thin:
        painter.setPen(flatPen(colour, 1.1 * scale));
        painter.drawLine(line);
        break;
    case LineShape::Square:
        drawWave(painter, flatPen(colour, 1.2 * scale), line, 8 * scale, 2.6 * scale, true);
        break;
    case LineShape::Dotted:
        drawDashes(painter, colour, line, 2 * scale, {2 * scale, 2 * scale});
        break;
    }
}

qreal badgeWidth(int group, qreal height)
{
    if (group <= 0)
        return height;
    const qsizetype further = groupLetter(group).size() - 1;
    return height * (2 + BadgePerLetter * static_cast<qreal>(further)) - height * BadgeOutline;
}

qreal paintBadge(QPainter &painter, DivergenceKind kind, int group, Scheme scheme, QPointF topLeft, qreal height)
{
    const PainterState state(painter);
    const MarkStyle style = markStyle(kind, scheme);
    const qreal width = badgeWidth(group, height);
    const qreal outline = height * BadgeOutline;
    const QRectF whole(topLeft, QSizeF(width, height));
    const QRectF kindBox(topLeft, QSizeF(height, height));
    const qreal half = outline / 2;
    const bool isFilled = group != 0;

    painter.setPen(flatPen(style.colour, outline));
    painter.setBrush(isFilled ? style.colour : paperColour(scheme));
    painter.drawRoundedRect(whole.adjusted(half, half, -half, -half), height * BadgeRadius, height * BadgeRadius);
    if (group > 0) {
        const QRectF letterBox = whole.adjusted(height - outline, outline, -outline, -outline);
        painter.setPen(Qt::NoPen);
        painter.setBrush(paperColour(scheme));
        painter.drawRoundedRect(letterBox, height * BadgeRadius / 2, height * BadgeRadius / 2);
        painter.setPen(inkColour(scheme));
        drawLetters(painter, letterBox, groupLetter(group), height * BadgeLetter);
    }
    painter.setPen(isFilled ? paperColour(scheme) : style.colour);
    drawLetters(painter, kindBox, QString(style.letter), height * BadgeLetter);
    return width;
}

void paintGroupDisc(QPainter &painter, int group, Scheme scheme, QPointF topLeft, qreal size)
{
    const PainterState state(painter);
    const QColor ink = inkColour(scheme);
    const QColor paper = paperColour(scheme);
    const qreal outline = size * DiscOutline;
    const QRectF disc =
        QRectF(topLeft, QSizeF(size, size)).adjusted(outline / 2, outline / 2, -outline / 2, -outline / 2);
    QColor letter = ink;
    QPen pen = flatPen(ink, outline);
    painter.setBrush(paper);
    if (group == 1) {
        painter.setBrush(ink);
        letter = paper;
    } else if (group == 2) {
        const bool isDark = scheme == Scheme::Dark;
        const QColor grey = scheme == Scheme::HighContrast ? ink
                            : isDark                       ? QColor(0x9a, 0xa1, 0xa6)
                                                           : QColor(0x65, 0x6c, 0x71);
        pen.setColor(grey);
        painter.setBrush(grey);
        letter = paper;
    } else if (group == 3) {
        pen.setWidthF(outline * 0.75);
    } else if (group >= 4) {
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.01, 1.9});
    }
    painter.setPen(pen);
    painter.drawEllipse(disc);
    if (group == 3) {
        painter.setPen(flatPen(ink, outline * 0.6));
        painter.drawEllipse(disc.adjusted(outline * 1.4, outline * 1.4, -outline * 1.4, -outline * 1.4));
    }
    painter.setPen(letter);
    const qreal inner = outline * (group == 3 ? 3 : 1.5);
    drawLetters(painter, disc.adjusted(inner, 0, -inner, 0), groupLetter(group),
                size * DiscLetter * (group == 3 ? 0.78 : 1));
}

void paintArticleBadge(QPainter &painter, int article, Scheme scheme, QPointF topLeft, qreal size)
{
    const PainterState state(painter);
    const qreal rim = size * ArticleRim;
    const QRectF box = QRectF(topLeft, QSizeF(size, size)).adjusted(rim / 2, rim / 2, -rim / 2, -rim / 2);
    painter.setPen(flatPen(articleColour(article, scheme), rim));
    painter.setBrush(paperColour(scheme));
    painter.drawRoundedRect(box, size * ArticleRadius, size * ArticleRadius);
    painter.setPen(inkColour(scheme));
    drawLetters(painter, box.adjusted(rim / 2, 0, -rim / 2, 0), articleNumber(article), size * ArticleNumberSize);
}

void paintShade(QPainter &painter, int step, const QRectF &cell)
{
    constexpr std::array<QRgb, 5> Greys{0xffe2e5e7, 0xffc3c9cd, 0xff949ca2, 0xff5d666d, 0xff24292d};
    const PainterState state(painter);
    const qreal radius = std::min(cell.width(), cell.height()) / 8;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(Greys[static_cast<size_t>(std::clamp(step, 0, 4))]));
    painter.drawRoundedRect(cell, radius, radius);
}

void paintCoverageCell(QPainter &painter, std::optional<int> divergences, const QRectF &cell)
{
    const PainterState state(painter);
    const qreal radius = cell.width() / 8;
    if (divergences) {
        paintShade(painter, *divergences, cell);
    } else {
        const qreal thickness = cell.width() / 14;
        painter.setPen(flatPen(QColor(0xcf, 0xd3, 0xd6), thickness));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2), radius,
                                radius);
    }
}

} // namespace parallax
