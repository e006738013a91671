// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_find.cpp.
#include "ui/findbar.h"

#include "ui/icons.h"
#include "ui/surfaces.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int TypingPause = 120; // ms after the last key: long stories are not searched for every letter

QToolButton *buttonOf(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FindBar::FindBar(Finder *finder, QAction *next, QAction *previous, QWidget *parent)
    : QWidget(parent)
    , m_finder(finder)
    , m_field(new QLineEdit(this))
    , m_found(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    setAccessibleName(tr("Find in all articles"));
    m_field->setObjectName(u"findField"_s);
    m_field->setPlaceholderText(tr("Find in all articles"));
    m_field->setAccessibleName(tr("Find in all articles"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(breezeIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_field->setMinimumWidth(220);
    m_field->setMaximumWidth(420);
    m_case = makeSwitch(u"findCase"_s, tr("Match &case"), tr("Capital and small letters differ"));
    m_words = makeSwitch(u"findWords"_s, tr("Whole &words"), tr("Nothing inside a longer word"));
    m_expression = makeSwitch(u"findExpression"_s, tr("E&xpression"),
                              tr("A regular expression: \\d+ finds any number, a|b one or the other"));
    auto *shut = new QToolButton(this);
    shut->setObjectName(u"findClose"_s);
    shut->setIcon(breezeIcon(u"dialog-close"_s));
    shut->setToolTip(tr("Close (Esc)"));
    shut->setAccessibleName(tr("Close"));
    shut->setFocusPolicy(Qt::TabFocus);
    m_found->setObjectName(u"findCount"_s);
    m_found->setTextFormat(Qt::PlainText);
    m_found->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 8, 5);
    layout->setSpacing(4);
    layout->addWidget(m_field, 3);
    layout->addWidget(buttonOf(previous, this));
    layout->addWidget(buttonOf(next, this));
    layout->addSpacing(6);
    for (QToolButton *option : {m_case, m_words, m_expression})
        layout->addWidget(option);
    layout->addSpacing(6);
    layout->addWidget(m_found, 2);
    layout->addWidget(shut);

    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(&m_typing, &QTimer::timeout, this, &FindBar::takeTerms);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            takeTerms();
    });
    connect(shut, &QToolButton::clicked, this, &FindBar::close);
    connect(next, &QAction::triggered, this, [this] { go(1); });
    connect(previous, &QAction::triggered, this, [this] { go(-1); });
    connect(m_finder, &Finder::matchesChanged, this, &FindBar::showFound);
    connect(m_finder, &Finder::currentChanged, this, &FindBar::showFound);
    showFound();
    hide();
}

QToolButton *FindBar::makeSwitch(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::toggled, this, &FindBar::takeTerms);
    return button;
}

QString FindBar::found() const
{
    return m_found->text();
}

void FindBar::open(const QString &seed, PassageRef from)
{
    m_from = from;
    const bool wasHidden = isHidden();
    show();
    if (!seed.isEmpty())
        m_field->setText(m_expression->isChecked() ? QRegularExpression::escape(seed) : seed);
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
    if (wasHidden || !seed.isEmpty())
        takeTerms();
}

void FindBar::close()
{
    if (isHidden())
        return;
    m_typing.stop();
    hide();
    m_finder->clear();
    Q_EMIT closed();
}

void FindBar::takeTerms()
{
    m_typing.stop();
    // One goes on from where one is, so that every further letter narrows and does not lead back to the beginning.
    const PassageRef from = m_finder->currentMatch() ? m_finder->currentMatch()->passage : m_from;
    m_finder->setTerms({.text = m_field->text(),
                        .matchesCase = m_case->isChecked(),
                        .wholeWords = m_words->isChecked(),
                        .isExpression = m_expression->isChecked()},
                       from);
}

void FindBar::go(int step)
{
    const bool isNews = isHidden() || m_typing.isActive(); // what is typed has not been looked for yet
    show();
    if (isNews)
        takeTerms();
    else if (step > 0)
        m_finder->goToNext();
    else
        m_finder->goToPrevious();
    Q_EMIT walked();
}

void FindBar::showFound()
{
    const int count = static_cast<int>(m_finder->matches().size());
    QString text;
    QString tip;
    if (const auto &bad = m_finder->badExpression()) {
        text = tr("Not an expression: %1 (at character %2)").arg(bad->reason).arg(bad->offset + 1);
        tip = text;
    } else if (!m_finder->terms().text.isEmpty() && count == 0) {
        text = tr("Not found");
    } else if (count > 0) {
        const QString all =
            m_finder->isCut() ? tr("more than %1").arg(QLocale().toString(count)) : QLocale().toString(count);
        const int articles = m_finder->articleCount();
        text = articles == 1 ? tr("%1 of %2, in one article").arg(m_finder->current() + 1).arg(all)
                             : tr("%1 of %2, in %3 articles").arg(m_finder->current() + 1).arg(all).arg(articles);
        if (m_finder->hasWrapped())
            text += tr(" · from the other end");
    }
    m_found->setText(text);
    m_found->setToolTip(tip);
    m_field->setAccessibleDescription(text);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        close();
    } else if (isEnter && m_field->hasFocus()) {
        go(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Surfaces colours = surfacesOf(palette());
    painter.fillRect(rect(), colours.win);
    painter.fillRect(QRect(0, 0, width(), 1), colours.hair);
}

} // namespace parallax
