// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/foldedspine.h"

#include "report/markstyle.h"
#include "ui/articlename.h"
#include "ui/surfaces.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int BadgeSize = 18;
constexpr int BadgePitch = 21;
constexpr int Top = 8;

} // namespace

FoldedSpine::FoldedSpine(const Comparison &comparison, std::vector<int> articles, QWidget *parent)
    : QAbstractButton(parent)
    , m_articles(std::move(articles))
{
    QStringList names;
    for (const int article : m_articles) {
        const QString name = articleName(comparison.story.articles[static_cast<size_t>(article)]);
        names << u"%1  %2"_s.arg(articleNumber(article), name);
    }
    setObjectName(u"spine%1"_s.arg(m_articles.front() + 1));
    setText(m_articles.size() == 1 ? tr("silent") : tr("%n silent", nullptr, static_cast<int>(m_articles.size())));
    setAccessibleName(tr("Silent on this event: %1").arg(names.join(u", "_s)));
    setToolTip(tr("Silent on this event; click to unfold") + u"\n"_s + names.join(u'\n'));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void FoldedSpine::paintEvent(QPaintEvent *)
{
    const Surfaces surfaces = surfacesOf(palette());
    const Scheme scheme = schemeOf(palette());
    QPainter painter(this);
    if (underMouse()) {
        QColor hover = surfaces.sel;
        hover.setAlphaF(0.38F);
        painter.fillRect(rect(), hover);
    }
    painter.fillRect(QRect(0, 0, 1, height()), surfaces.hair);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), surfaces.hair);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(std::max(9, qRound(QFontInfo(font()).pixelSize() * 0.85)));
    const int wordsLength = QFontMetrics(small).horizontalAdvance(text()) + 12;
    // Where not all badges have room, the words still say how many there are.
    const int room = std::max(1, (height() - Top - wordsLength) / BadgePitch);
    const int shown = std::min(static_cast<int>(m_articles.size()), room);
    int y = Top;
    for (int i = 0; i < shown; ++i, y += BadgePitch)
        paintArticleBadge(painter, m_articles[static_cast<size_t>(i)], scheme, QPointF((width() - BadgeSize) / 2.0, y),
                          BadgeSize);
    painter.setFont(small);
    painter.setPen(surfaces.muted);
    painter.translate(width() / 2.0, y + 6);
    painter.rotate(90);
    painter.drawText(QRectF(0, -width() / 2.0, wordsLength, width()), Qt::AlignLeft | Qt::AlignVCenter, text());
    painter.resetTransform();
    if (hasFocus()) {
        painter.setPen(QPen(surfaces.accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

} // namespace parallax
