// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/twolines.h"

#include <QFontMetrics>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace parallax {

QStringList onTwoLines(const QString &text, const QFont &font, int width)
{
    const QString plain = text.simplified();
    const QFontMetrics metrics(font);
    if (metrics.horizontalAdvance(plain) <= width)
        return {plain};
    QTextLayout layout(plain, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(std::max(1, width));
    const int length = first.textLength();
    layout.endLayout();
    return {plain.left(length).trimmed(), metrics.elidedText(plain.mid(length), Qt::ElideRight, width)};
}

} // namespace parallax
