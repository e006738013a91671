// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/divergencedelegate.h"

#include "report/markstyle.h"
#include "ui/divergencemodel.h"
#include "ui/surfaces.h"
#include "ui/twolines.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 26;
constexpr int Margin = 8;
constexpr qreal DiscSize = 16;
constexpr qreal BadgeHeight = 13;
constexpr qreal HatchStep = 5;

/// Where the words of a cell begin, counted from its left edge.
int wordsAt(const QModelIndex &index)
{
    const bool hasDisc = index.column() >= DivergenceModel::FirstArticleColumn;
    return Margin + (hasDisc ? static_cast<int>(DiscSize) + 7 : 0);
}

bool isCurrentRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->currentIndex().isValid() && view->currentIndex().row() == index.row();
}

/// The cell the keyboard is at has a frame, a strong one where the table has the focus; other selected cells a thin
/// one.
void paintSelection(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isCurrent = view && view->currentIndex() == index;
    if (!isCurrent && !option.state.testFlag(QStyle::State_Selected))
        return;
    const bool isStrong = isCurrent && view->hasFocus();
    painter.setPen(QPen(surfacesOf(option.palette).accent, isStrong ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(isStrong ? 1 : 0, 1, -1, -1));
}

void paintKind(QPainter &painter, const QRect &cell, DivergenceKind kind, const QString &name, const QFont &font,
               const QPalette &palette)
{
    const Scheme scheme = schemeOf(palette);
    const MarkStyle style = markStyle(kind, scheme);
    const QPointF badge(cell.left() + Margin, cell.top() + (cell.height() - BadgeHeight) / 2.0);
    painter.setFont(font);
    const qreal badgeEnd = badge.x() + paintBadge(painter, kind, -1, scheme, badge, BadgeHeight);

    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Text));
    const QFontMetrics metrics(font);
    const int left = static_cast<int>(badgeEnd) + 6;
    const QString shown = metrics.elidedText(name, Qt::ElideRight, cell.right() - 4 - left);
    const int baseline = cell.top() + (cell.height() + metrics.ascent() - metrics.descent()) / 2 - 1;
    painter.drawText(left, baseline, shown);
    paintMarkLine(painter, style.shape, style.colour, QPointF(left, baseline + 2), metrics.horizontalAdvance(shown), 1);
}

void paintFill(QPainter &painter, const QRect &cell, DivergenceKind kind, int group, const QPalette &palette)
{
    const Scheme scheme = schemeOf(palette);
    if (const QColor fill = cellFill(kind, group, scheme); fill.isValid())
        painter.fillRect(cell, fill);
    if (isCellHatched(group)) {
        QColor line = markStyle(kind, scheme).colour;
        line.setAlphaF(0.25F);
        paintHatch(painter, cell, line);
    }
}

/// The readings of a row one after the other on two lines, each behind its letter.
struct ReadingsLines {
    struct Piece {
        int line = 0;
        int x = 0; ///< of the disc, from the left edge of the room
        int group = 0;
        QString text;
    };
    QList<Piece> pieces;
    int lineCount = 1;
};

ReadingsLines setReadings(const QList<GroupReading> &readings, const QFontMetrics &metrics, int room)
{
    constexpr int lead = static_cast<int>(DiscSize) + 5;
    constexpr int gap = 14;
    ReadingsLines lines;
    int x = 0;
    for (qsizetype i = 0; i < readings.size(); ++i) {
        const int width = lead + metrics.horizontalAdvance(readings[i].text);
        if (x > 0 && x + width > room && lines.lineCount == 1) {
            lines.lineCount = 2;
            x = 0;
        }
        const int rest = room - x - lead;
        if (rest < metrics.horizontalAdvance(u"mmm"_s)) {
            lines.pieces.append({lines.lineCount - 1, x, -1, u"…"_s});
            break;
        }
        lines.pieces.append(
            {lines.lineCount - 1, x, readings[i].group, metrics.elidedText(readings[i].text, Qt::ElideRight, rest)});
        x += width + gap;
    }
    return lines;
}

void paintReadings(QPainter &painter, const QRect &room, const QList<GroupReading> &readings, const QFont &font,
                   const QPalette &palette)
{
    const QFontMetrics metrics(font);
    const ReadingsLines lines = setReadings(readings, metrics, room.width());
    const int pitch = metrics.lineSpacing() + (lines.lineCount > 1 ? 2 : 0);
    const int top = room.top() + (room.height() - pitch * lines.lineCount) / 2;
    painter.setFont(font);
    for (const auto &piece : lines.pieces) {
        const int y = top + piece.line * pitch;
        int x = room.left() + piece.x;
        if (piece.group >= 0) {
            paintGroupDisc(painter, piece.group, schemeOf(palette), QPointF(x, y + (pitch - DiscSize) / 2), DiscSize);
            x += static_cast<int>(DiscSize) + 5;
        }
        painter.setFont(font);
        painter.setPen(palette.color(QPalette::Text));
        painter.drawText(QRect(x, y, room.right() - x + 1, pitch),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, piece.text);
    }
}

} // namespace

void paintHatch(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    // One lattice for the whole view: hatches of neighbouring cells meet.
    const qreal step = HatchStep * 1.4142;
    const qreal first = std::floor((rect.left() + rect.top()) / step) * step;
    for (qreal sum = first; sum < rect.right() + rect.bottom(); sum += step)
        painter.drawLine(QPointF(sum - rect.bottom(), rect.bottom()), QPointF(sum - rect.top(), rect.top()));
    painter.restore();
}

void DivergenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Surfaces colours = surfacesOf(option.palette);
    const QRect cell = option.rect;
    const auto kind = index.data(DivergenceModel::KindRole).value<DivergenceKind>();
    const int group = index.data(DivergenceModel::GroupRole).toInt();
    const QString text = index.data().toString().simplified();
    painter->save();
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // words may be Arabic
    painter->fillRect(cell, colours.view);                // over the style's own selection: a frame marks the cell
    painter->setRenderHint(QPainter::Antialiasing);
    const int left = cell.left() + wordsAt(index);
    if (index.column() >= DivergenceModel::FirstArticleColumn) {
        if (group < 0) {
            paintHatch(*painter, cell, colours.hair);
        } else {
            paintFill(*painter, cell, kind, group, option.palette);
            paintGroupDisc(*painter, group, schemeOf(option.palette),
                           QPointF(cell.left() + Margin, cell.top() + (cell.height() - DiscSize) / 2), DiscSize);
        }
    }
    if (index.column() == DivergenceModel::KindColumn) {
        paintKind(*painter, cell, kind, text, option.font, option.palette);
    } else if (index.column() == DivergenceModel::ReadingsColumn) {
        paintReadings(*painter, QRect(left, cell.top(), cell.right() - 6 - left, cell.height()),
                      index.data(DivergenceModel::GroupsRole).value<QList<GroupReading>>(), option.font,
                      option.palette);
    } else if (!text.isEmpty()) {
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Text));
        const QStringList lines = onTwoLines(text, option.font, cell.right() - 6 - left);
        const int pitch = option.fontMetrics.lineSpacing();
        int top = cell.top() + (cell.height() - pitch * static_cast<int>(lines.size())) / 2;
        for (const QString &line : lines) {
            painter->drawText(QRect(left, top, cell.right() - left, pitch),
                              Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
            top += pitch;
        }
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    if (isCurrentRow(option, index)) {
        painter->setPen(colours.accent);
        painter->drawLine(cell.topLeft(), cell.topRight());
        painter->drawLine(cell.bottomLeft(), cell.bottomRight());
    }
    paintSelection(*painter, option, index);
    painter->restore();
}

QSize DivergenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const int room = option.rect.width() - wordsAt(index) - 6;
    bool isTwo = false;
    if (index.column() == DivergenceModel::ReadingsColumn)
        isTwo =
            setReadings(index.data(DivergenceModel::GroupsRole).value<QList<GroupReading>>(), option.fontMetrics, room)
                .lineCount > 1;
    else if (index.column() != DivergenceModel::KindColumn && room > 0)
        isTwo = onTwoLines(text, option.font, room).size() > 1;
    const int lines = option.fontMetrics.height() + (isTwo ? option.fontMetrics.lineSpacing() : 0);
    return {option.fontMetrics.horizontalAdvance(text) + wordsAt(index) + Margin, std::max(RowHeight, lines + 8)};
}

} // namespace parallax
