// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws the rows of the event list.
#pragma once

#include <QStyledItemDelegate>

namespace parallax {

struct Surfaces;

/// An event: label, under it a coverage strip (one cell an article, filled where it tells the event) and the letters of
/// its divergences with their counts. Data: EventModel's roles.
class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Background of a list row in its state: selected, hovered, plain; with the accent edge and the focus frame.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, const Surfaces &colours);

} // namespace parallax
