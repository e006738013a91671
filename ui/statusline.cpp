// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statusline.h"

#include "report/wording.h"
#include "ui/counts.h"
#include "ui/cutlabel.h"
#include "ui/icons.h"

#include <QIcon>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace parallax {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(Current *current, QWidget *parent)
    : QStatusBar(parent)
    , m_current(current)
    , m_articles(new QLabel(this))
    , m_counts(new QLabel(this))
    , m_evidence(new CutLabel(this))
    , m_allRead(new QLabel(tr("All files read"), this))
    , m_skipped(new QToolButton(this))
    , m_zoom(new QLabel(this))
{
    for (QLabel *label : {m_counts, m_evidence, m_allRead})
        label->setForegroundRole(QPalette::PlaceholderText);
    m_skipped->setObjectName("skipped"_L1);
    m_skipped->setAutoRaise(true);
    m_skipped->setIcon(breezeIcon(u"dialog-warning"_s));
    m_skipped->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_skipped->setToolTip(tr("Shows which files were left out, and why"));
    m_zoom->setToolTip(tr("Size of the articles' text"));
    for (QLabel *label : {m_articles, m_counts, m_evidence})
        label->setContentsMargins(6, 0, 6, 0);
    addWidget(m_articles);
    addWidget(m_counts);
    addWidget(m_evidence, 1);
    addPermanentWidget(m_allRead);
    addPermanentWidget(m_skipped);
    addPermanentWidget(m_zoom);
    setZoom(1);
    connect(m_skipped, &QToolButton::clicked, this, &StatusLine::skippedRequested);
    connect(m_current, &Current::comparisonChanged, this, &StatusLine::showComparison);
    connect(m_current, &Current::eventChanged, this, &StatusLine::showEvent);
    showComparison();
}

void StatusLine::setZoom(double factor)
{
    m_zoom->setText(tr("%1 %").arg(qRound(factor * 100)));
}

QString StatusLine::evidence() const
{
    return m_evidence->text();
}

void StatusLine::showComparison()
{
    const ComparisonPtr comparison = m_current->comparison();
    m_zoom->setVisible(comparison != nullptr);
    const int skipped = comparison ? static_cast<int>(comparison->story.skipped.size()) : 0;
    m_allRead->setVisible(comparison && skipped == 0);
    m_skipped->setVisible(skipped > 0);
    m_skipped->setText(skipped == 1 ? tr("1 file skipped") : tr("%n files skipped", nullptr, skipped));
    m_articles->setText(comparison ? articleCount(static_cast<int>(comparison->story.articles.size()))
                                   : tr("No story open"));
    showEvent();
}

void StatusLine::showEvent()
{
    const ComparisonPtr comparison = m_current->comparison();
    if (!comparison) {
        m_counts->clear();
        m_evidence->clear();
        return;
    }
    QStringList counts{eventCount(static_cast<int>(comparison->alignment.events.size())),
                       divergenceCount(static_cast<int>(comparison->divergences.size()))};
    const int event = m_current->event();
    QString evidence;
    if (event >= 0) {
        counts << tr("%n in this event", nullptr, static_cast<int>(comparison->divergencesOf(event).size()));
        const auto &shared = comparison->alignment.events[static_cast<size_t>(event)].evidence;
        if (!shared.empty())
            evidence = tr("Linked by: %1").arg(evidenceText(shared));
    }
    m_counts->setText(counts.join(u" · "_s));
    m_evidence->setText(evidence);
    m_evidence->setToolTip(evidence);
}

} // namespace parallax
