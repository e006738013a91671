// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Draws the cells of the divergence table.
#pragma once

#include <QStyledItemDelegate>

namespace parallax {

/// Kind cells show badge, name and line; reading cells the letter's disc and the words, on the fill of their group;
/// silent cells a hatch. Data: DivergenceModel's roles.
class DivergenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Fills `rect` with 45° lines, 5 px apart.
void paintHatch(QPainter &painter, const QRectF &rect, const QColor &colour);

} // namespace parallax
