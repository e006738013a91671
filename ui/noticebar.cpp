// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/noticebar.h"

#include "report/wording.h"
#include "ui/icons.h"
#include "ui/surfaces.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

namespace parallax {

using namespace Qt::StringLiterals;

QString noticeText(const Comparison &comparison)
{
    QStringList notices;
    if (comparison.story.articles.size() < 2) {
        notices << QCoreApplication::translate("parallax::NoticeBar",
                                               "Only one article could be read. At least two are needed to compare: "
                                               "add articles beside it, or open a folder with more of them.");
    } else if (comparison.alignment.events.empty()) {
        notices << QCoreApplication::translate(
            "parallax::NoticeBar",
            "No two articles report a common event. They may be about different stories: read them "
            "side by side here, add other articles, or open another folder.");
    } else if (comparison.divergences.empty()) {
        notices << QCoreApplication::translate(
            "parallax::NoticeBar", "The articles report common events and nothing in them was found to differ.");
    }
    for (const QString &sentence : apartTexts(comparison.story, comparison.alignment.apart))
        notices << sentence;
    for (const QString &fallback : comparison.fallbacks)
        notices << fallback;
    return notices.join(u'\n');
}

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName("notice"_L1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    m_buttons = new QWidget(this);
    m_buttonRow = new QHBoxLayout(m_buttons);
    m_buttonRow->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_buttons, 0, Qt::AlignTop);
    auto *shut = new QToolButton(this);
    shut->setObjectName("shutNotice"_L1);
    shut->setIcon(breezeIcon(u"window-close"_s));
    shut->setAutoRaise(true);
    shut->setAccessibleName(tr("Hide this notice"));
    shut->setToolTip(tr("Hides this notice"));
    connect(shut, &QToolButton::clicked, this, &QWidget::hide);
    layout->addWidget(shut, 0, Qt::AlignTop);
    dress();
    hide();
}

void NoticeBar::setText(const QString &text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

void NoticeBar::offer(QAction *action)
{
    QString words = action->text();
    auto *button = new QPushButton(action->icon(), words.remove(u'&'), m_buttons);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_buttonRow->addWidget(button);
}

void NoticeBar::setActionsShown(bool areShown)
{
    m_buttons->setVisible(areShown);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::dress()
{
    const QScopedValueRollback guard(m_isDressing, true);
    const Surfaces colours = surfacesOf(palette());
    setStyleSheet(u"parallax--NoticeBar { background: %1; border-bottom: 1px solid %2; }"_s.arg(
        colours.curfill.name(), colours.curline.name()));
    m_icon->setPixmap(breezeIcon(u"dialog-information"_s).pixmap(16, 16));
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isDressing)
        dress();
}

} // namespace parallax
