// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The part of MainWindow that the reader sets once and for all: typeface, size, line distance, keys.
#include "ui/comparisonview.h"
#include "ui/keyspage.h"
#include "ui/mainwindow.h"
#include "ui/settingsdialog.h"

#include <QSettings>

namespace parallax {

using namespace Qt::StringLiterals;

QList<QAction *> MainWindow::keyedActions() const
{
    QList<QAction *> keyed;
    for (QAction *action : QWidget::actions()) {
        if (!action->objectName().isEmpty())
            keyed << action;
    }
    return keyed;
}

void MainWindow::connectSettings()
{
    connect(m_actions.overview, &QAction::toggled, m_view, &ComparisonView::setOverviewShown);
    connect(m_actions.readingSettings, &QAction::triggered, this, [this] { showSettings()->showReading(); });
    connect(m_actions.keySettings, &QAction::triggered, this, [this] { showSettings()->showKeys(); });
    loadKeys(keyedActions());
    const QSettings settings;
    m_actions.overview->setChecked(settings.value("view/overview", true).toBool());
    ReadingType type = m_view->type();
    type.family = settings.value("view/typeface").toString();
    type.spacing = settings.value("view/lineDistance", 1.0).toDouble();
    m_view->setType(type);
}

SettingsDialog *MainWindow::showSettings()
{
    auto *dialog = new SettingsDialog(keyedActions(), m_view->type(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::typeChosen, m_view, &ComparisonView::setType);
    dialog->open();
    return dialog;
}

} // namespace parallax
