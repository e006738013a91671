// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/letterkey.h"

#include "report/markstyle.h"
#include "ui/divergencedelegate.h"
#include "ui/surfaces.h"

#include <QPainter>

namespace parallax {

namespace {

constexpr int Disc = 16;
constexpr int Gap = 6;
constexpr int GroupGap = 14;

} // namespace

LetterKey::LetterKey(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(tr("Articles that share a letter agree; A is the reading most of them have"));
    setAccessibleName(toolTip());
}

QSize LetterKey::sizeHint() const
{
    const auto width = [this](const QString &text) { return fontMetrics().horizontalAdvance(text); };
    return {4 * Disc + width(tr("agree")) + width(tr("differ")) + width(tr("silent")) + 4 * Gap + 2 * GroupGap + 4,
            qMax(Disc, fontMetrics().height()) + 4};
}

void LetterKey::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Surfaces colours = surfacesOf(palette());
    const Scheme scheme = schemeOf(palette());
    const int top = (height() - Disc) / 2;
    int x = 0;
    const auto disc = [&](int group) {
        paintGroupDisc(painter, group, scheme, QPointF(x, top), Disc);
        x += Disc + Gap;
    };
    const auto word = [&](const QString &text) {
        painter.setFont(font());
        painter.setPen(colours.muted);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        x += fontMetrics().horizontalAdvance(text) + GroupGap;
    };
    disc(0);
    word(tr("agree"));
    disc(1);
    x -= 2;
    disc(2);
    word(tr("differ"));
    paintHatch(painter, QRectF(x, top + 2, Disc, Disc - 4), colours.link);
    x += Disc + Gap;
    word(tr("silent"));
}

} // namespace parallax
