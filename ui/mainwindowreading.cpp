// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The part of MainWindow that serves reading: finding words.
#include "ui/comparisonview.h"
#include "ui/findbar.h"
#include "ui/mainwindow.h"

#include <QShortcut>

namespace parallax {

using namespace Qt::StringLiterals;

void MainWindow::connectFind()
{
    m_view->setFinder(&m_finder);
    connect(m_actions.find, &QAction::triggered, this,
            [this] { m_findBar->open(m_view->selectedText(), m_view->readingPlace()); });
    connect(m_findBar, &FindBar::closed, this, [this] { m_view->focusColumn(m_view->readingPlace().article); });
    auto *close = new QShortcut(QKeySequence(Qt::Key_Escape), m_comparisonPage);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, m_findBar, &FindBar::close);
}

} // namespace parallax
