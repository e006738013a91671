// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articlehead.h"

#include "report/markstyle.h"
#include "ui/articlename.h"
#include "ui/icons.h"
#include "ui/surfaces.h"
#include "ui/twolines.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QIcon>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int BarHeight = 3;
constexpr int BadgeSize = 18;
constexpr int Margin = 9;
constexpr int Gap = 6;
constexpr int EdgeReach = 5; ///< from the right edge, where the width is dragged
constexpr int ArrowWidth = 22;

} // namespace

ArticleHead::ArticleHead(const Comparison &comparison, int article, QWidget *parent)
    : QAbstractButton(parent)
    , m_article(article)
{
    const Article &value = comparison.story.articles[static_cast<size_t>(article)];
    const ArticleFacts facts = factsOf(comparison, article);
    m_name = facts.name;
    m_headline = facts.headline;
    m_facts = facts.line();
    m_isNameless = value.outlet.isEmpty();

    setObjectName(u"articleHead%1"_s.arg(article + 1));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT menuRequested(mapToGlobal(arrow().bottomLeft())); });
    setAccessibleName(tr("Article %1: %2. %3. %4").arg(articleNumber(article), m_name, m_headline, m_facts));
    setToolTip(u"<p><b>%1</b></p><p>%2</p><p>%3<br>%4</p>"_s.arg(
        m_name.toHtmlEscaped(), value.title.toHtmlEscaped(), m_facts.toHtmlEscaped(), value.source().toHtmlEscaped()));
}

QFont ArticleHead::sized(double factor, QFont::Weight weight) const
{
    QFont result = font();
    result.setPixelSize(std::max(9, qRound(QFontInfo(font()).pixelSize() * factor)));
    result.setWeight(weight);
    return result;
}

QSize ArticleHead::sizeHint() const
{
    const int first = std::max(BadgeSize, QFontMetrics(sized(1, QFont::DemiBold)).height());
    const int rest =
        QFontMetrics(sized(0.92, QFont::Normal)).height() + QFontMetrics(sized(0.85, QFont::Normal)).height();
    return QSize(230, BarHeight + 4 + first + rest + 4);
}

void ArticleHead::paintEvent(QPaintEvent *)
{
    const Surfaces surfaces = surfacesOf(palette());
    const Scheme scheme = schemeOf(palette());
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // names and headlines may be Arabic
    painter.fillRect(rect(), surfaces.win);
    painter.fillRect(QRect(0, 0, width(), BarHeight), articleColour(m_article, scheme));
    painter.fillRect(QRect(0, height() - 1, width(), 1), surfaces.border);

    const auto line = [&](const QString &text, double factor, QFont::Weight weight, const QColor &colour, int x, int y,
                          int height, int right) {
        painter.setFont(sized(factor, weight));
        painter.setPen(colour);
        const QString cut = painter.fontMetrics().elidedText(text, Qt::ElideRight, right - x);
        // Letters of another script come from another font, which may be taller than the line.
        painter.drawText(QRect(x, y, right - x, height), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextDontClip, cut);
    };
    const int right = width() - Margin;
    int nameRight = width() - ArrowWidth;
    if (m_isBase) {
        nameRight -= 18;
        breezeIcon(u"window-pin"_s).paint(&painter, QRect(nameRight + 2, BarHeight + 6, 14, 14));
    }
    paintArrow(painter, underMouse() || hasFocus() ? surfaces.text : surfaces.muted);
    int y = BarHeight + 4;
    const int first = std::max(BadgeSize, QFontMetrics(sized(1, QFont::DemiBold)).height());
    painter.setRenderHint(QPainter::Antialiasing);
    paintArticleBadge(painter, m_article, scheme, QPointF(Margin, y + (first - BadgeSize) / 2.0), BadgeSize);
    const int nameLeft = Margin + BadgeSize + Gap;
    // A headline that stands for the outlet goes on where the file's name would be, if it needs to.
    const QString begin =
        m_isNameless ? onTwoLines(m_name, sized(1, QFont::DemiBold), nameRight - nameLeft).constFirst() : m_name;
    const QString rest = m_name.simplified().sliced(std::min(m_name.simplified().size(), begin.size())).trimmed();
    line(begin, 1, QFont::DemiBold, surfaces.text, nameLeft, y, first, nameRight);
    y += first;
    const int second = QFontMetrics(sized(0.92, QFont::Normal)).height();
    line(m_isNameless && !rest.isEmpty() ? rest : m_headline, 0.92, QFont::Normal, surfaces.text, Margin, y, second,
         right);
    y += second;
    line(m_facts, 0.85, QFont::Normal, surfaces.muted, Margin, y, QFontMetrics(sized(0.85, QFont::Normal)).height(),
         right);
    if (hasFocus()) {
        painter.setPen(QPen(surfaces.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void ArticleHead::paintArrow(QPainter &painter, const QColor &ink) const
{
    const QPointF middle = QRectF(arrow()).center();
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF points[] = {middle + QPointF(-3.5, -1.5), middle + QPointF(0, 2), middle + QPointF(3.5, -1.5)};
    painter.drawPolyline(points, 3);
}

QRect ArticleHead::arrow() const
{
    return {width() - ArrowWidth, BarHeight + 2, ArrowWidth - EdgeReach, 24};
}

void ArticleHead::setBase(bool isBase)
{
    m_isBase = isBase;
    update();
}

// ---- mouse and keys

bool ArticleHead::isAtEdge(QPoint point) const
{
    return point.x() >= width() - EdgeReach;
}

bool ArticleHead::event(QEvent *event)
{
    // While it is dragged, Escape is ours and no shortcut's.
    if (event->type() == QEvent::ShortcutOverride && m_grip == Grip::Moving &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QAbstractButton::event(event);
}

void ArticleHead::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = event->position().toPoint();
    m_grip = isAtEdge(m_pressedAt) ? Grip::Edge : Grip::Head;
    setFocus(Qt::MouseFocusReason);
}

void ArticleHead::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_grip == Grip::None)
        setCursor(isAtEdge(point) ? Qt::SplitHCursor : arrow().contains(point) ? Qt::ArrowCursor : Qt::OpenHandCursor);
    if (m_grip == Grip::Head && (point - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_grip = Grip::Moving;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_grip == Grip::Moving)
        Q_EMIT dragged(event->globalPosition().toPoint());
    else if (m_grip == Grip::Edge)
        Q_EMIT widthRequested(std::max(1, point.x()));
}

void ArticleHead::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Grip grip = std::exchange(m_grip, Grip::None);
    setCursor(Qt::OpenHandCursor);
    if (grip == Grip::Moving)
        Q_EMIT dropped(event->globalPosition().toPoint());
    else if (grip == Grip::Head && arrow().contains(event->position().toPoint()))
        click();
    else if (grip == Grip::Head)
        Q_EMIT activated();
}

void ArticleHead::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (isAtEdge(event->position().toPoint()))
        Q_EMIT widthRequested(0);
}

void ArticleHead::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_grip == Grip::Moving) {
        m_grip = Grip::None;
        Q_EMIT dragCancelled();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ArticleHead::contextMenuEvent(QContextMenuEvent *event)
{
    setFocus(Qt::OtherFocusReason);
    Q_EMIT menuRequested(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(arrow().bottomLeft())
                                                                        : event->globalPos());
}

} // namespace parallax
