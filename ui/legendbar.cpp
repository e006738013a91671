// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/legendbar.h"

#include "report/markstyle.h"
#include "report/wording.h"
#include "ui/counts.h"
#include "ui/eventmodel.h"
#include "ui/surfaces.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarHeight = 38;
constexpr int LeastChipHeight = 25;
constexpr int ChipMargin = 9;
constexpr int BadgeSize = 14;
constexpr int Gap = 6;

/// As high as the system's text needs.
int chipHeight(const QFontMetrics &metrics)
{
    return std::max(LeastChipHeight, metrics.height() + 7);
}

QFont countFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 0.9);
    return font;
}

} // namespace

KindChip::KindChip(DivergenceKind kind, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
{
    setCheckable(true);
    setChecked(true);
    setText(kindName(kind));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setObjectName(u"chip%1"_s.arg(static_cast<int>(kind)));
    setWhatsThis(tr("<b>%1</b>: %2. Click to show or hide the divergences of this kind everywhere.")
                     .arg(text().toHtmlEscaped(), kindMeaning(kind).toHtmlEscaped()));
    setCount(0);
}

void KindChip::setCount(int count)
{
    m_count = count;
    setToolTip(tr("%1: %2. Click to show or hide them.").arg(text(), divergenceCount(count)));
    setAccessibleName(u"%1, %2"_s.arg(text(), divergenceCount(count)));
    updateGeometry();
    update();
}

void KindChip::setNameShown(bool isShown)
{
    if (isShown == m_isNameShown)
        return;
    m_isNameShown = isShown;
    updateGeometry();
}

QSize KindChip::sizeHint() const
{
    const int name = m_isNameShown ? fontMetrics().horizontalAdvance(text()) + Gap : 0;
    const int count = QFontMetrics(countFont(font())).horizontalAdvance(QString::number(m_count));
    return {2 * ChipMargin + BadgeSize + Gap + name + count, chipHeight(fontMetrics())};
}

void KindChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Surfaces colours = surfacesOf(palette());
    const MarkStyle style = markStyle(m_kind, schemeOf(palette()));
    const bool isOn = isChecked();
    painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(underMouse() ? colours.link : colours.border, 1));
    painter.setBrush(isOn ? QBrush(colours.view) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0 - 1, height() / 2.0 - 1);

    const QPointF badge(ChipMargin, (height() - BadgeSize) / 2.0);
    painter.setFont(font());
    painter.setOpacity(isOn ? 1 : 0.5);
    paintBadge(painter, m_kind, isOn ? -1 : 0, schemeOf(palette()), badge, BadgeSize);
    painter.setOpacity(1);

    int x = ChipMargin + BadgeSize + Gap;
    if (m_isNameShown) {
        QFont nameFont = font();
        nameFont.setStrikeOut(!isOn);
        painter.setFont(nameFont);
        painter.setPen(isOn ? colours.text : colours.muted);
        const int width = fontMetrics().horizontalAdvance(text());
        const int baseline = (height() + fontMetrics().ascent() - fontMetrics().descent()) / 2 - 1;
        painter.drawText(x, baseline, text());
        if (isOn)
            paintMarkLine(painter, style.shape, style.colour, QPointF(x, baseline + 2), width, 1);
        x += width + Gap;
    }
    painter.setFont(countFont(font()));
    painter.setPen(colours.muted);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, QString::number(m_count));
}

LegendBar::LegendBar(Current *current, QWidget *parent)
    : QWidget(parent)
    , m_current(current)
{
    setFixedHeight(std::max(BarHeight, chipHeight(fontMetrics()) + 13));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(6);
    auto *caption = new QLabel(tr("Show"), this);
    caption->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(caption);
    for (int kind = 0; kind < DivergenceKindCount; ++kind) {
        auto *chip = new KindChip(static_cast<DivergenceKind>(kind), this);
        connect(chip, &KindChip::clicked, this, &LegendBar::takeKinds);
        layout->addWidget(chip);
        m_chips.push_back(chip);
    }
    layout->addStretch(1);
    connect(m_current, &Current::comparisonChanged, this, &LegendBar::showCounts);
    connect(m_current, &Current::shownKindsChanged, this, &LegendBar::showKinds);
    showCounts();
    showKinds();
}

void LegendBar::addAction(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    layout()->addWidget(button);
    m_buttons.push_back(button);
}

void LegendBar::showCounts()
{
    const ComparisonPtr comparison = m_current->comparison();
    const KindCounts counts = comparison ? countKinds(comparison->divergences) : KindCounts{};
    for (KindChip *chip : m_chips)
        chip->setCount(counts[static_cast<size_t>(chip->kind())]);
    fit();
}

void LegendBar::showKinds()
{
    for (KindChip *chip : m_chips)
        chip->setChecked(m_current->shownKinds().contains(chip->kind()));
}

void LegendBar::takeKinds()
{
    QSet<DivergenceKind> kinds;
    for (const KindChip *chip : m_chips) {
        if (chip->isChecked())
            kinds.insert(chip->kind());
    }
    m_current->setShownKinds(kinds);
}

void LegendBar::fit()
{
    const auto setNames = [this](bool areShown) {
        for (KindChip *chip : m_chips)
            chip->setNameShown(areShown);
        for (QToolButton *button : m_buttons)
            button->setToolButtonStyle(areShown ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        layout()->invalidate();
    };
    setNames(true);
    if (layout()->sizeHint().width() > width())
        setNames(false);
}

void LegendBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void LegendBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    setFixedHeight(std::max(BarHeight, chipHeight(fontMetrics()) + 13));
    fit();
}

void LegendBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(surfacesOf(palette()).hair);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace parallax
