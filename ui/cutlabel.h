// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A label of one line that says with an ellipsis that there is more of it.
#pragma once

#include <QLabel>
#include <QPainter>
#include <QStyle>

namespace parallax {

/// Plain text. Takes any width; whoever sets the text gives the whole of it in the tool tip.
class CutLabel final : public QLabel
{
public:
    explicit CutLabel(QWidget *parent = nullptr)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

    QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect room = contentsRect();
        const QString cut = fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
        style()->drawItemText(&painter, room, static_cast<int>(alignment()), palette(), isEnabled(), cut,
                              foregroundRole());
    }
};

} // namespace parallax
