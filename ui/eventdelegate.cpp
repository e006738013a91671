// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/eventdelegate.h"

#include "report/markstyle.h"
#include "ui/eventmodel.h"
#include "ui/surfaces.h"
#include "ui/twolines.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

constexpr int RowHeight = 47;
constexpr int Margin = 12;
constexpr int CoverageWidth = 120; // the strip never takes more
constexpr int LeastCoverage = 40;  // nor less, whatever the counts take
constexpr int CellHeight = 7;
constexpr int CellGap = 2;

void paintCoverage(QPainter &painter, QPoint topLeft, int room, const QList<bool> &told, const QColor &fill,
                   const QColor &outline)
{
    const int count = std::max<int>(1, static_cast<int>(told.size()));
    room = std::clamp(room, LeastCoverage, CoverageWidth);
    if (count > room / 4) { // no room for gaps: one bar, filled where articles tell
        const QRect bar(topLeft, QSize(room, CellHeight));
        for (int i = 0; i < count; ++i) {
            const int left = i * room / count;
            const int right = std::max(left + 1, (i + 1) * room / count);
            if (told[i])
                painter.fillRect(bar.left() + left, bar.top(), right - left, CellHeight, fill);
        }
        painter.setPen(outline);
        painter.drawRect(bar.adjusted(0, 0, -1, -1));
        return;
    }
    const int width = std::clamp((room + CellGap) / count - CellGap, 3, 13);
    const int gap = width > 4 ? CellGap : 1;
    for (qsizetype i = 0; i < told.size(); ++i) {
        const QRect cell(topLeft + QPoint(static_cast<int>(i) * (width + gap), 0), QSize(width, CellHeight));
        if (told[i]) {
            painter.fillRect(cell, fill);
        } else {
            painter.setPen(outline);
            painter.drawRect(cell.adjusted(0, 0, -1, -1));
        }
    }
}

/// Letters and counts, right-aligned at `right`. Answers where they begin.
int paintKinds(QPainter &painter, int right, int baseline, const KindCounts &counts, const QFont &font, bool isSelected,
               const QPalette &palette)
{
    QFont bold = font;
    bold.setPointSizeF(font.pointSizeF() * 0.85);
    bold.setBold(true);
    painter.setFont(bold);
    const QFontMetrics metrics(bold);
    const Scheme scheme = schemeOf(palette);
    int x = right;
    for (int kind = DivergenceKindCount - 1; kind >= 0; --kind) {
        const int count = counts[static_cast<size_t>(kind)];
        if (count == 0)
            continue;
        if (count > 1) {
            const QString number = QString::number(count);
            x -= metrics.horizontalAdvance(number);
            painter.setPen(isSelected ? palette.color(QPalette::Text) : surfacesOf(palette).muted);
            painter.drawText(x, baseline, number);
            x -= 1;
        }
        const MarkStyle style = markStyle(static_cast<DivergenceKind>(kind), scheme);
        x -= metrics.horizontalAdvance(style.letter);
        painter.setPen(isSelected ? palette.color(QPalette::Text) : style.colour);
        painter.drawText(x, baseline, QString(style.letter));
        x -= 6;
    }
    return x;
}

QFont strong(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

int oneLineHeight(const QStyleOptionViewItem &option)
{
    return std::max(RowHeight, option.fontMetrics.height() + 28);
}

} // namespace

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const Surfaces &colours)
{
    if (isSelected(option)) {
        painter.fillRect(option.rect, colours.sel);
        const int edge = colours.sel == colours.view ? 8 : 3; // in high contrast the edge alone marks the row
        painter.fillRect(QRect(option.rect.topLeft(), QSize(edge, option.rect.height())), colours.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(option.rect, blend(colours.sel, colours.view, 0.38));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Surfaces colours = surfacesOf(option.palette);
    painter->save();
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // labels may be Arabic
    paintRowGround(*painter, option, colours);
    painter->setPen(colours.hair);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const QRect inner = option.rect.adjusted(Margin, 6, -Margin, -6);
    // Broken as the strong face needs it, so that a row keeps its lines when it is chosen.
    const QFont font = strong(option.font);
    const int pitch = QFontMetrics(font).lineSpacing();
    const QString label = index.data().toString();
    QStringList lines = onTwoLines(label, font, inner.width());
    if (lines.size() > 1 && option.rect.height() < oneLineHeight(option) + pitch)
        lines = {QFontMetrics(font).elidedText(label, Qt::ElideRight, inner.width())};
    painter->setFont(isSelected(option) ? font : option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    for (int top = inner.top(); const QString &line : std::as_const(lines)) {
        painter->drawText(QRect(inner.left(), top, inner.width(), pitch), Qt::AlignLeft | Qt::AlignVCenter, line);
        top += pitch;
    }

    const int strip = inner.bottom() - CellHeight - 1;
    const int kinds = paintKinds(*painter, inner.right(), strip + CellHeight + 1,
                                 index.data(EventModel::KindCountsRole).value<KindCounts>(), option.font,
                                 isSelected(option), option.palette);
    paintCoverage(*painter, {inner.left(), strip}, kinds - 2 - inner.left(),
                  index.data(EventModel::CoverageRole).value<QList<bool>>(),
                  isSelected(option) ? colours.curline : colours.told,
                  isSelected(option) ? colours.link : colours.border);
    painter->restore();
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QFont font = strong(option.font);
    const bool isTwo =
        view && onTwoLines(index.data().toString(), font, view->viewport()->width() - 2 * Margin).size() > 1;
    return {200, oneLineHeight(option) + (isTwo ? QFontMetrics(font).lineSpacing() : 0)};
}

} // namespace parallax
