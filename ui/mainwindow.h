// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The window: puts the parts together and lets them follow the session.
#pragma once

#include "session/session.h"
#include "session/storywatcher.h"
#include "ui/actions.h"
#include "ui/appearance.h"
#include "ui/current.h"
#include "ui/finder.h"

#include <QMainWindow>
#include <QTimer>

class QDockWidget;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace parallax {

class BusyPage;
class ComparisonView;
class CoverageMap;
class DivergenceTable;
class EventList;
class FindBar;
class HelpWindow;
class LegendBar;
class MessagePage;
class NoticeBar;
class Reporting;
class RowsView;
class SettingsDialog;
class StartPage;
class StatusLine;
class WhyPanel;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Session *session, Appearance *appearance, QWidget *parent = nullptr);
    ~MainWindow() override;

    Current *current() { return &m_current; }
    const Actions &actions() const { return m_actions; }
    EventList *eventList() const { return m_events; }
    DivergenceTable *divergenceTable() const { return m_table; }
    LegendBar *legendBar() const { return m_legend; }
    ComparisonView *comparisonView() const { return m_view; }
    RowsView *rowsView() const { return m_rows; }
    bool isInRows() const;
    FindBar *findBar() const { return m_findBar; }
    CoverageMap *coverageMap() const { return m_coverage; }
    WhyPanel *whyPanel() const { return m_why; }
    StatusLine *statusLine() const { return m_status; }
    Reporting *reporting() const { return m_reporting; }
    StartPage *startPage() const { return m_start; }
    BusyPage *busyPage() const { return m_busy; }
    MessagePage *messagePage() const { return m_message; }
    NoticeBar *noticeBar() const { return m_notice; }
    /// The page that is seen in the centre.
    QWidget *page() const;

    /// Over the columns: that files of the story have changed.
    NoticeBar *changedNotice() const { return m_changedNotice; }
    /// Opens a folder or files, as a drop or the command line name them.
    void open(const QStringList &paths);
    /// The same with what the command line asks besides; encodings that the reader chose before hold again.
    void openAsked(Request request);
    /// Adds them to what is open.
    void openBeside(const QStringList &paths);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makePages();
    void makeDocks();
    void makeToolBar();
    void makeMenus();
    void connectFileActions();
    void connectViewActions();
    void connectGoActions();
    void connectFind();
    void connectModes();
    void connectColumns();
    void connectSettings();
    void connectSession();
    void connectViews();
    void connectStory();
    void restoreSettings();
    void saveSettings() const;

    void followState(Session::State state);
    void showOpened();
    void showPage(QWidget *page);
    /// The docks that belong to an open comparison.
    QList<QDockWidget *> docks() const { return {m_eventsDock, m_coverageDock, m_tableDock, m_whyDock}; }
    void fitDocks();
    void readOnAt(PassageRef ref, TextSpan span);
    void updateActions();
    void updatePlace();
    void updateTitle();
    void dress();

    void openFolder();
    void openArticles();
    void chooseBeside();
    void offerDrop(const QStringList &paths, QPoint place);
    void showChanged();
    void rememberOpened();
    void rememberPlaces();
    void returnToPlace();
    void reportExport(const QString &file);
    void fillRecentMenu();
    void fillColumnMenu();
    void chooseColours(ColourChoice choice);
    void fillArticlesMenu();
    void showArticleMenu(int article, QPoint at);
    void updateColumnActions();
    void rememberChoice();
    /// The article that the column actions are about: that of the open menu, else that of the focused column; -1.
    int articleInHand() const;
    void showMode();
    void showRowOrder();
    void goTo(PassageRef passage, TextSpan span);
    void goToArticle(int article);
    void goToNextColumn();
    void walkPassage(int step);
    PassageRef passageInHand() const;
    void showMatch();
    void changeZoom(double factor);
    /// The actions whose keys the reader can change.
    QList<QAction *> keyedActions() const;
    void showSkipped();
    void showHelp();
    SettingsDialog *showSettings();
    void showAbout();

    Session *const m_session;
    Appearance *const m_appearance;
    Current m_current;
    Finder m_finder{&m_current};
    const Actions m_actions;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_comparisonPage = nullptr;
    StartPage *m_start = nullptr;
    BusyPage *m_busy = nullptr;
    MessagePage *m_message = nullptr;
    NoticeBar *m_notice = nullptr;
    NoticeBar *m_changedNotice = nullptr;
    LegendBar *m_legend = nullptr;
    ComparisonView *m_view = nullptr;
    RowsView *m_rows = nullptr;
    QStackedWidget *m_modes = nullptr;     // the columns or the rows
    bool m_isListShown[2] = {true, false}; // the event list, beside columns and rows
    FindBar *m_findBar = nullptr;
    EventList *m_events = nullptr;
    DivergenceTable *m_table = nullptr;
    WhyPanel *m_why = nullptr;
    CoverageMap *m_coverage = nullptr;
    QDockWidget *m_eventsDock = nullptr;
    QDockWidget *m_tableDock = nullptr;
    QDockWidget *m_whyDock = nullptr;
    QDockWidget *m_coverageDock = nullptr;
    QToolBar *m_toolBar = nullptr;
    QLabel *m_place = nullptr; // "Divergence 14 of 129"
    StatusLine *m_status = nullptr;
    Reporting *m_reporting = nullptr;
    QMenu *m_recentMenu = nullptr;
    QMenu *m_columnMenu = nullptr;
    QMenu *m_articlesMenu = nullptr;
    int m_menuArticle = -1;       // whose menu is open
    HelpWindow *m_help = nullptr; // made when first asked for
    QTimer m_busyDelay;
    StoryWatcher m_watcher;
    QByteArray m_layout; // docks and bars as the reader left them; they are hidden while nothing is open
    bool m_isToBeRemembered = false; ///< the story shown is not yet among the recent ones
    Request m_shownRequest;
    bool m_isDressing = false;
    bool m_hidWhy = false; // for want of room
};

} // namespace parallax
