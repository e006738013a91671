// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/whypanel.h"

#include "ui/icons.h"
#include "ui/surfaces.h"
#include "ui/whytext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

namespace parallax {

using namespace Qt::StringLiterals;

WhyPanel::WhyPanel(Current *current, QWidget *parent)
    : QTextBrowser(parent)
    , m_current(current)
{
    setObjectName("why"_L1);
    setAccessibleName(tr("Why: what ties the passages together and why the words are marked"));
    setWhatsThis(tr("Says why the current passages stand together, how sure that is, and why the current divergence "
                    "is one. Its links lead to the passages; its text can be selected and copied."));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(10);
    makeHead();
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (const auto ref = passageOfLink(link.toString()))
            Q_EMIT passageRequested(*ref);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &WhyPanel::refresh);
    connect(m_current, &Current::comparisonChanged, this, &WhyPanel::refreshSoon);
    connect(m_current, &Current::eventChanged, this, &WhyPanel::refreshSoon);
    connect(m_current, &Current::passageChanged, this, &WhyPanel::refreshSoon);
    connect(m_current, &Current::divergenceChanged, this, &WhyPanel::refreshSoon);
}

void WhyPanel::makeHead()
{
    m_head = new QWidget(this);
    auto *title = new QLabel(u"<b>%1</b>"_s.arg(tr("Why")), m_head);
    auto *copy = new QToolButton(m_head);
    copy->setObjectName("copyWhy"_L1);
    copy->setIcon(breezeIcon(u"edit-copy"_s));
    copy->setText(tr("Copy"));
    copy->setAccessibleName(tr("Copy the explanation"));
    copy->setToolTip(tr("Copies the whole explanation"));
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this, &WhyPanel::copyAll);
    auto *layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(10, 2, 8, 2);
    layout->addWidget(title, 1);
    layout->addWidget(copy);
}

void WhyPanel::refreshSoon()
{
    m_isStale = true;
    if (isVisible())
        m_soon.start();
}

void WhyPanel::refresh()
{
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    const ComparisonPtr comparison = m_current->comparison();
    if (!comparison || m_current->event() < 0) {
        setHtml(tr("Choose an event or a passage."));
        return;
    }
    const QString divergent = whyDivergent(*comparison, m_current->divergence());
    const QString together = whyTogether(*comparison, m_current->event(), m_current->passage());
    // A link is told from the text by its line; its colour must not be the only cue.
    const QString style =
        u"<style>a { color: %1; text-decoration: underline; }</style>"_s.arg(surfacesOf(palette()).accentInk.name());
    setHtml(style + divergent + (divergent.isEmpty() ? QString() : u"<hr>"_s) + together);
    verticalScrollBar()->setValue(0);
}

void WhyPanel::copyAll() const
{
    auto *copy = new QMimeData;
    copy->setText(toPlainText());
    copy->setHtml(document()->toHtml());
    QGuiApplication::clipboard()->setMimeData(copy);
}

void WhyPanel::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    painter.setPen(QPen(surfacesOf(palette()).accent, 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
}

void WhyPanel::focusInEvent(QFocusEvent *event)
{
    QTextBrowser::focusInEvent(event);
    viewport()->update();
}

void WhyPanel::focusOutEvent(QFocusEvent *event)
{
    QTextBrowser::focusOutEvent(event);
    viewport()->update();
}

void WhyPanel::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refresh();
}

void WhyPanel::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    if (m_isStale)
        refresh();
}

} // namespace parallax
