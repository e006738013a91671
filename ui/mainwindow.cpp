// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "report/reportwriter.h"
#include "ui/articlepane.h"
#include "ui/busypage.h"
#include "ui/comparisonview.h"
#include "ui/counts.h"
#include "ui/coveragemap.h"
#include "ui/divergencetable.h"
#include "ui/eventlist.h"
#include "ui/findbar.h"
#include "ui/legendbar.h"
#include "ui/messagepage.h"
#include "ui/noticebar.h"
#include "ui/reporting.h"
#include "ui/rowsview.h"
#include "ui/startpage.h"
#include "ui/statusline.h"
#include "ui/surfaces.h"
#include "ui/whypanel.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QIcon>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int RoomForWhy = 1500;  // px of the window; in a narrower one the table needs all of its width
constexpr int LeastForWhy = 1000; // px; below, even a reader who wants it has no room for it
constexpr int NarrowList = 240;
constexpr int TitleBar = 40;   // px that the desktop may put over a window
constexpr int BusyDelay = 150; // ms of work before the page changes: a page that flashes by tells nobody anything

QString nameOf(const Request &request)
{
    const QFileInfo first(request.paths.value(0));
    return request.paths.size() == 1 || first.isDir() ? first.fileName() : first.dir().dirName();
}

} // namespace

MainWindow::MainWindow(Session *session, Appearance *appearance, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_appearance(appearance)
    , m_actions(this)
{
    setObjectName("window"_L1);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    const QSize room = screen()->availableSize() - QSize(0, TitleBar); // small screens see it whole
    resize(QSize(1400, 900).boundedTo(room));
    makePages();
    makeDocks();
    makeToolBar();
    m_reporting = new Reporting(m_session, &m_current, this);
    m_status->addPermanentWidget(m_reporting->progressWidget());
    makeMenus();
    connectFileActions();
    connectViewActions();
    connectGoActions();
    connectFind();
    connectModes();
    connectColumns();
    connectSettings();
    connectSession();
    connectViews();
    connectStory();
    dress();
    restoreSettings();
    followState(m_session->state());
}

MainWindow::~MainWindow()
{
    // The views look at m_current to the last; as children of the window they would outlive it.
    delete m_pages;
    qDeleteAll(docks());
}

QWidget *MainWindow::page() const
{
    return m_pages->currentWidget();
}

void MainWindow::makePages()
{
    m_pages = new QStackedWidget(this);
    m_start = new StartPage(m_actions.openFolder, m_actions.openArticles, m_pages);
    m_busy = new BusyPage(m_pages);
    m_message = new MessagePage(m_actions.openFolder, m_actions.openArticles, m_actions.reload, m_pages);
    m_comparisonPage = new QWidget(m_pages);
    m_legend = new LegendBar(&m_current, m_comparisonPage);
    m_legend->addAction(m_actions.proseColours);
    m_notice = new NoticeBar(m_comparisonPage);
    for (QAction *action : {m_actions.openBeside, m_actions.openFolder})
        m_notice->offer(action);
    m_changedNotice = new NoticeBar(m_comparisonPage);
    m_changedNotice->setObjectName("changedNotice"_L1);
    m_changedNotice->offer(m_actions.reload);
    m_modes = new QStackedWidget(m_comparisonPage);
    m_view = new ComparisonView(&m_current, m_modes);
    m_rows = new RowsView(&m_current, m_modes);
    m_modes->addWidget(m_view);
    m_modes->addWidget(m_rows);
    m_findBar = new FindBar(&m_finder, m_actions.findNext, m_actions.findPrevious, m_comparisonPage);
    auto *layout = new QVBoxLayout(m_comparisonPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_legend);
    layout->addWidget(m_changedNotice);
    layout->addWidget(m_notice);
    layout->addWidget(m_modes, 1);
    layout->addWidget(m_findBar);
    for (QWidget *page : {static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_busy),
                          static_cast<QWidget *>(m_message), m_comparisonPage})
        m_pages->addWidget(page);
    setCentralWidget(m_pages);
    m_status = new StatusLine(&m_current, this);
    setStatusBar(m_status);
}

void MainWindow::makeDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    m_events = new EventList(&m_current, this);
    m_eventsDock = new QDockWidget(tr("Events"), this);
    m_eventsDock->setObjectName("eventsDock"_L1);
    m_eventsDock->setWidget(m_events);
    m_eventsDock->setTitleBarWidget(m_events->head());
    m_eventsDock->setMinimumWidth(240);
    addDockWidget(Qt::LeftDockWidgetArea, m_eventsDock);

    m_coverage = new CoverageMap(&m_current, this);
    m_coverageDock = new QDockWidget(tr("Coverage"), this);
    m_coverageDock->setObjectName("coverageDock"_L1);
    m_coverageDock->setWidget(m_coverage);
    addDockWidget(Qt::RightDockWidgetArea, m_coverageDock);
    m_coverageDock->hide();

    m_table = new DivergenceTable(&m_current, this);
    m_tableDock = new QDockWidget(tr("Divergences"), this);
    m_tableDock->setObjectName("tableDock"_L1);
    m_tableDock->setWidget(m_table);
    m_tableDock->setTitleBarWidget(m_table->head());
    addDockWidget(Qt::BottomDockWidgetArea, m_tableDock);

    m_why = new WhyPanel(&m_current, this);
    m_whyDock = new QDockWidget(tr("Why"), this);
    m_whyDock->setObjectName("whyDock"_L1);
    m_whyDock->setWidget(m_why);
    m_whyDock->setTitleBarWidget(m_why->head());
    m_whyDock->toggleViewAction()->setToolTip(tr("Shows what ties the passages together, how sure that is, and why the "
                                                 "words are marked"));
    m_table->addHeadAction(m_whyDock->toggleViewAction());
    addDockWidget(Qt::BottomDockWidgetArea, m_whyDock);
    resizeDocks({m_eventsDock}, {296}, Qt::Horizontal);
    resizeDocks({m_tableDock, m_whyDock}, {800, 280}, Qt::Horizontal);
    resizeDocks({m_tableDock, m_whyDock}, {270, 270}, Qt::Vertical);
}

void MainWindow::makeToolBar()
{
    m_toolBar = addToolBar(tr("Tools"));
    m_toolBar->setObjectName("toolBar"_L1);
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize(QSize(16, 16));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addAction(m_actions.openFolder);
    m_toolBar->addAction(m_actions.reload);
    m_toolBar->addSeparator();
    m_toolBar->addActions({m_actions.columnsMode, m_actions.rowsMode});
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_actions.previousDivergence);
    m_toolBar->addAction(m_actions.nextDivergence);
    m_place = new QLabel(m_toolBar);
    m_place->setObjectName("place"_L1);
    m_place->setContentsMargins(6, 0, 6, 0);
    m_toolBar->addWidget(m_place);
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_actions.scrollTogether);
    auto *room = new QWidget(m_toolBar);
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(room);
    m_toolBar->addAction(m_actions.find);
    m_toolBar->addAction(m_actions.exportReport);
    for (QAction *iconOnly : {m_actions.reload, m_actions.previousDivergence, m_actions.nextDivergence}) {
        if (auto *button = qobject_cast<QToolButton *>(m_toolBar->widgetForAction(iconOnly)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
}

void MainWindow::connectSession()
{
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(BusyDelay);
    connect(&m_busyDelay, &QTimer::timeout, this, [this] { showPage(m_busy); });
    connect(m_busy->cancelButton(), &QPushButton::clicked, m_session, &Session::cancel);
    connect(m_message->backButton(), &QPushButton::clicked, m_session, &Session::dismissFailure);
    connect(m_session, &Session::stateChanged, this, &MainWindow::followState);
    connect(m_session, &Session::progressed, m_busy, &BusyPage::show);
    connect(m_session, &Session::opened, this, &MainWindow::showOpened);
    connect(m_session, &Session::failed, this, [this](const ReadFailure &failure) {
        m_message->show(failure, m_session->comparison() ? m_session->comparison()->story.title : QString());
    });
    connect(m_session, &Session::exported, this, &MainWindow::reportExport);
    connect(m_session, &Session::exportFailed, this, [this](const WriteFailure &failure) {
        if (failure.error == WriteError::Cancelled) { // the reader knows why
            m_status->showMessage(failureText(failure), 8000);
            return;
        }
        m_status->clearMessage();
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Report not written"), failureText(failure),
                                    QMessageBox::Ok, this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

void MainWindow::connectViews()
{
    connect(m_start, &StartPage::storyRequested, this, &MainWindow::open);
    connect(m_events, &EventList::passageRequested, this, [this](PassageRef ref) { goTo(ref, {}); });
    connect(m_table, &DivergenceTable::readingRequested, this, &MainWindow::goTo);
    connect(m_table, &DivergenceTable::readingActivated, this, &MainWindow::readOnAt);
    connect(m_coverage, &CoverageMap::passageRequested, this, [this](PassageRef ref) { goTo(ref, {}); });
    connect(m_coverage, &CoverageMap::sharingWanted, m_session, &Session::countShared);
    connect(m_session, &Session::sharingFound, m_coverage, &CoverageMap::showSharing);
    connect(m_coverage, &CoverageMap::articleRequested, this, &MainWindow::goToArticle);
    connect(m_why, &WhyPanel::passageRequested, this, [this](PassageRef ref) { readOnAt(ref, {}); });
    connect(m_status, &StatusLine::skippedRequested, this, &MainWindow::showSkipped);
    connect(&m_current, &Current::comparisonChanged, this, &MainWindow::updateActions);
    connect(&m_current, &Current::shownKindsChanged, this, &MainWindow::updateActions);
    connect(&m_current, &Current::divergenceChanged, this, &MainWindow::updatePlace);
}

void MainWindow::followState(Session::State state)
{
    m_busyDelay.stop();
    rememberPlaces();
    switch (state) {
    case Session::State::Idle:
        rememberOpened(); // it may have been closed before its turn came
        m_watcher.watch({});
        m_current.setComparison({});
        showPage(m_start);
        break;
    case Session::State::Working:
        m_busy->begin(nameOf(m_session->request()));
        m_busyDelay.start();
        break;
    case Session::State::Ready:
        showPage(m_comparisonPage);
        break;
    case Session::State::Failed:
        showPage(m_message);
        break;
    }
    updateTitle();
    updateActions();
}

void MainWindow::showPage(QWidget *page)
{
    if (page == m_pages->currentWidget() && page != m_start)
        return;
    const bool wasComparison = m_pages->currentWidget() == m_comparisonPage;
    const bool isComparison = page == m_comparisonPage;
    if (wasComparison && !isComparison)
        m_layout = saveState();
    m_pages->setCurrentWidget(page);
    if (isComparison) {
        if (m_layout.isEmpty() || !restoreState(m_layout)) {
            for (QDockWidget *dock : docks())
                dock->show();
            m_whyDock->setVisible(width() >= RoomForWhy);
            m_coverageDock->hide();
        }
        fitDocks();
    } else {
        for (QDockWidget *dock : docks())
            dock->hide();
    }
    updateActions();
}

void MainWindow::updateActions()
{
    const bool isOpen = m_current.comparison() && m_pages->currentWidget() == m_comparisonPage;
    const bool hasEvents = isOpen && !m_current.comparison()->alignment.events.empty();
    const bool hasDivergences = isOpen && m_current.shownCount() > 0;
    for (QAction *action : m_actions.needComparison())
        action->setEnabled(isOpen);
    m_actions.reload->setEnabled(isOpen || m_session->state() == Session::State::Failed);
    for (QAction *action : m_actions.needEvents())
        action->setEnabled(hasEvents);
    for (QAction *action : m_actions.needDivergences())
        action->setEnabled(hasDivergences);
    m_actions.scrollTogether->setEnabled(hasEvents && !isInRows()); // rows stand level by themselves
    m_columnMenu->setEnabled(isOpen);
    for (const QDockWidget *dock : docks())
        dock->toggleViewAction()->setEnabled(isOpen);
    updatePlace();
}

void MainWindow::updatePlace()
{
    const int count = m_current.shownCount();
    const int place = m_current.shownPlace();
    if (count == 0)
        m_place->setText(tr("No divergences"));
    else if (place == 0)
        m_place->setText(divergenceCount(count));
    else
        m_place->setText(tr("Divergence <b>%1</b> of %2").arg(place).arg(count));
    m_place->setEnabled(m_actions.nextDivergence->isEnabled());
}

void MainWindow::updateTitle()
{
    QString story;
    if (m_session->state() == Session::State::Working)
        story = nameOf(m_session->request());
    else if (m_session->state() == Session::State::Ready)
        story = m_session->comparison()->story.title;
    setWindowTitle(story.isEmpty() ? tr("Parallax") : tr("%1 — Parallax").arg(story));
}

/// Goes to the words and gives the keyboard to their passage.
void MainWindow::readOnAt(PassageRef ref, TextSpan span)
{
    goTo(ref, span);
    goToArticle(ref.article);
    if (ArticlePane *pane = m_view->pane(ref.article); pane && !isInRows())
        pane->setKeyboardPassage(ref.passage);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    constexpr int Narrow = 1000; // below, the tool bar's words would push its last button out
    m_toolBar->setToolButtonStyle(width() < Narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    fitDocks();
}

/// In a small window the articles come first: Why goes, the list gets narrow, the table keeps a third of the height.
void MainWindow::fitDocks()
{
    if (m_pages->currentWidget() != m_comparisonPage)
        return;
    const bool isNarrow = width() < LeastForWhy;
    if (isNarrow && !m_whyDock->isHidden()) {
        m_whyDock->hide();
        m_hidWhy = true;
    } else if (!isNarrow && m_hidWhy) {
        m_whyDock->show();
        m_hidWhy = false;
    }
    if (isNarrow && m_eventsDock->width() > NarrowList)
        resizeDocks({m_eventsDock}, {NarrowList}, Qt::Horizontal);
    if (const int most = height() / 3; m_tableDock->height() > most)
        resizeDocks({m_tableDock}, {most}, Qt::Vertical);
}

/// Buttons of the bars as the design has them: flat, with an accent where they are down.
void MainWindow::dress()
{
    const QScopedValueRollback guard(m_isDressing, true);
    const Surfaces colours = surfacesOf(palette());
    const QString style =
        u"QToolBar { border: 0; border-bottom: 1px solid %1; background: %2; spacing: 4px; padding: 3px 6px; }"
        "QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 5px 7px; }"
        "QToolButton:hover:enabled { border-color: %3; }"
        "QToolButton:checked { background: %4; border-color: %5; }"
        "QToolButton:focus { border: 2px solid %5; padding: 4px 6px; }"
        "QToolButton:checked:disabled { background: transparent; border-color: %1; }"_s.arg(
            colours.hair.name(), colours.win.name(), colours.border.name(), colours.sel.name(), colours.accent.name());
    for (QWidget *bar : {static_cast<QWidget *>(m_toolBar), static_cast<QWidget *>(m_legend), m_table->head(),
                         m_why->head(), static_cast<QWidget *>(m_findBar), static_cast<QWidget *>(m_status)})
        bar->setStyleSheet(style);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isDressing && m_toolBar)
        dress();
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_watcher.look(); // network folders send no notice
    if (event->type() == QEvent::WindowStateChange)
        m_actions.fullScreen->setChecked(isFullScreen());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberOpened(); // it may be closed before its turn came
    rememberPlaces();
    saveSettings();
    QMainWindow::closeEvent(event);
}

} // namespace parallax
