// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The part of MainWindow that serves reading: columns or rows, going to a passage, finding words.
#include "ui/articlepane.h"
#include "ui/comparisonview.h"
#include "ui/eventlist.h"
#include "ui/findbar.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/markwalk.h"
#include "ui/rowsview.h"
#include "ui/statusline.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QDockWidget>
#include <QListView>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

// ---- columns or rows

bool MainWindow::isInRows() const
{
    return m_modes->currentWidget() == m_rows;
}

void MainWindow::connectModes()
{
    QAction *list = m_eventsDock->toggleViewAction();
    list->setIcon(breezeIcon(u"view-list-text"_s));
    m_rows->setCornerAction(list);
    connect(m_actions.rowsMode, &QAction::toggled, this, &MainWindow::showMode);
    connect(m_rows, &RowsView::passageRequested, this, [this](PassageRef passage) {
        m_actions.columnsMode->trigger();
        readOnAt(passage, {});
    });
    connect(m_view, &ComparisonView::typeChanged, this, [this](const ReadingType &type) {
        m_rows->setType(type);
        m_status->setZoom(type.zoom);
    });
    connect(m_rows, &RowsView::zoomRequested, m_view, &ComparisonView::setZoom);
    connect(m_actions.proseColours, &QAction::toggled, m_rows, &RowsView::setProseColoursShown);
    // The rows are those of the list: sorted and filtered like it.
    QAbstractItemModel *events = m_events->events()->model();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(events, signal, this, &MainWindow::showRowOrder);
    connect(events, &QAbstractItemModel::layoutChanged, this, &MainWindow::showRowOrder);
    connect(events, &QAbstractItemModel::modelReset, this, &MainWindow::showRowOrder);
    connect(m_rows->rows(), &QAbstractItemModel::modelReset, this, &MainWindow::showRowOrder);
}

void MainWindow::showMode()
{
    const bool inRows = m_actions.rowsMode->isChecked();
    if (inRows == isInRows())
        return;
    const bool isSeen = page() == m_comparisonPage;
    if (isSeen)
        m_isListShown[isInRows()] = m_eventsDock->isVisible();
    // The list goes away when the rows come, and must not hand the keyboard to just anything.
    const QWidget *focused = QApplication::focusWidget();
    const bool hadFocus = m_modes->isAncestorOf(focused) || m_eventsDock->isAncestorOf(focused);
    m_modes->setCurrentWidget(inRows ? static_cast<QWidget *>(m_rows) : m_view);
    updateActions();
    if (isSeen)
        m_eventsDock->setVisible(m_isListShown[inRows]);
    if (hadFocus && inRows)
        m_rows->setFocus();
    else if (hadFocus)
        m_view->focusColumn(passageInHand().article);
}

void MainWindow::showRowOrder()
{
    const QAbstractItemModel *list = m_events->events()->model();
    const auto *sieve = qobject_cast<const QAbstractProxyModel *>(list);
    std::vector<int> events;
    for (int row = 0; row < list->rowCount(); ++row)
        events.push_back(sieve ? sieve->mapToSource(list->index(row, 0)).row() : row);
    m_rows->rows()->setEvents(std::move(events));
}

// ---- going to a passage

void MainWindow::goTo(PassageRef passage, TextSpan span)
{
    if (isInRows() && m_rows->goTo(passage, span))
        return;
    m_actions.columnsMode->trigger(); // no row holds it
    m_view->goTo(passage, span);
}

void MainWindow::goToArticle(int article)
{
    if (isInRows())
        m_rows->focusColumn(article);
    else
        m_view->focusColumn(article);
}

PassageRef MainWindow::passageInHand() const
{
    const ComparisonPtr comparison = m_current.comparison();
    if (isInRows()) {
        if (const auto place = m_rows->readingPlace())
            return *place;
    } else if (const ArticlePane *pane = m_view->pane(m_view->focusedColumn()); pane && pane->keyboardPassage() >= 0) {
        return {pane->article(), pane->keyboardPassage()};
    }
    if (comparison && m_current.divergence() >= 0)
        return comparison->divergences[static_cast<size_t>(m_current.divergence())].readings.front().passage;
    if (comparison && m_current.event() >= 0)
        return comparison->alignment.events[static_cast<size_t>(m_current.event())].members.front().passage;
    return m_view->readingPlace();
}

void MainWindow::walkPassage(int step)
{
    const ComparisonPtr comparison = m_current.comparison();
    const PassageRef passage = passageInHand();
    const std::vector<int> &events = m_view->index().events(passage);
    if (!std::ranges::contains(events, m_current.event()) && !events.empty())
        m_current.setEvent(events.front());
    const Focus focus{m_current.event(), m_current.divergence(), -1, m_current.shownKinds()};
    if (const auto next = divergenceInPassage(*comparison, m_view->index(), passage, focus, step))
        m_current.setDivergence(*next);
}

// ---- finding words

void MainWindow::connectFind()
{
    m_view->setFinder(&m_finder);
    m_rows->setFinder(&m_finder);
    connect(m_actions.nextInPassage, &QAction::triggered, this, [this] { walkPassage(1); });
    connect(m_actions.previousInPassage, &QAction::triggered, this, [this] { walkPassage(-1); });
    connect(m_actions.find, &QAction::triggered, this,
            [this] { m_findBar->open(isInRows() ? QString() : m_view->selectedText(), m_view->readingPlace()); });
    connect(m_findBar, &FindBar::closed, this, [this] {
        if (isInRows())
            m_rows->setFocus();
        else
            m_view->focusColumn(m_view->readingPlace().article);
    });
    connect(m_findBar, &FindBar::walked, this, &MainWindow::showMatch);
    auto *close = new QShortcut(QKeySequence(Qt::Key_Escape), m_comparisonPage);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, m_findBar, &FindBar::close);
}

/// In rows. While one types the rows stay as they are; walking leads also to what only one article says, in columns.
void MainWindow::showMatch()
{
    const std::optional<Match> match = m_finder.currentMatch();
    if (isInRows() && match)
        goTo(match->passage, match->span);
}

} // namespace parallax
