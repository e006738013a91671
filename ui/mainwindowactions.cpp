// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The part of MainWindow that answers its menus.
#include "ui/articlename.h"
#include "ui/comparisonview.h"
#include "ui/eventlist.h"
#include "ui/helpwindow.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/messagepage.h"
#include "ui/recentstories.h"
#include "ui/reporting.h"
#include "ui/rowsview.h"
#include "ui/startpage.h"
#include "ui/statusline.h"

#include <QActionGroup>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QIcon>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QWhatsThis>

#include <algorithm>
#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double ZoomStep = 0.1;
constexpr int MessageTime = 8000; // ms

/// Where a file dialog begins: the folder used last for that purpose, else the documents.
QString folderFor(QLatin1StringView purpose)
{
    const QString last = QSettings().value(purpose).toString();
    return QFileInfo(last).isDir() ? last : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

} // namespace

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_actions.openFolder, m_actions.openArticles, m_actions.openBeside});
    m_recentMenu = file->addMenu(breezeIcon(u"document-open-recent"_s), tr("Open &Recent"));
    file->addActions({m_actions.reload, m_actions.closeStory});
    file->addSeparator();
    file->addAction(m_actions.exportReport);
    file->addActions(m_reporting->printActions());
    file->addSeparator();
    file->addAction(m_actions.quit);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions(m_reporting->copyActions());
    edit->addSeparator();
    edit->addActions({m_actions.find, m_actions.findNext, m_actions.findPrevious});

    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addActions(m_actions.modes->actions());
    m_articlesMenu = view->addMenu(tr("&Articles"));
    view->addSeparator();
    m_coverageDock->toggleViewAction()->setObjectName("showCoverage"_L1);
    m_coverageDock->toggleViewAction()->setShortcut(Qt::CTRL | Qt::Key_M);
    addAction(m_coverageDock->toggleViewAction()); // its key is the reader's to change
    for (const QDockWidget *dock : docks())
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    view->addActions({m_actions.scrollTogether, m_actions.proseColours, m_actions.overview});
    view->addMenu(tr("&Links"))->addActions(m_actions.links->actions());
    view->addMenu(tr("&Colours"))->addActions(m_actions.colours->actions());
    view->addSeparator();
    view->addActions({m_actions.zoomIn, m_actions.zoomOut, m_actions.zoomReset});
    view->addSeparator();
    view->addAction(m_actions.fullScreen);

    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addActions(
        {m_actions.nextDivergence, m_actions.previousDivergence, m_actions.firstDivergence, m_actions.lastDivergence});
    go->addSeparator();
    go->addActions({m_actions.nextInPassage, m_actions.previousInPassage});
    go->addSeparator();
    go->addActions({m_actions.nextEvent, m_actions.previousEvent});
    go->addSeparator();
    go->addAction(m_actions.nextColumn);
    m_columnMenu = go->addMenu(tr("C&olumn"));
    fillColumnMenu();

    QMenu *settings = menuBar()->addMenu(tr("&Settings"));
    settings->addActions({m_actions.readingSettings, m_actions.keySettings});

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions({m_actions.help, m_actions.whatsThis, m_actions.about});
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
}

void MainWindow::connectFileActions()
{
    connect(m_actions.openFolder, &QAction::triggered, this, &MainWindow::openFolder);
    connect(m_actions.openArticles, &QAction::triggered, this, &MainWindow::openArticles);
    connect(m_actions.reload, &QAction::triggered, m_session, &Session::reload);
    connect(m_actions.closeStory, &QAction::triggered, m_session, &Session::close);
    connect(m_actions.exportReport, &QAction::triggered, m_reporting, &Reporting::exportReport);
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_actions.whatsThis, &QAction::triggered, this, [] { QWhatsThis::enterWhatsThisMode(); });
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectViewActions()
{
    connect(m_actions.zoomIn, &QAction::triggered, this, [this] { changeZoom(m_view->zoom() + ZoomStep); });
    connect(m_actions.zoomOut, &QAction::triggered, this, [this] { changeZoom(m_view->zoom() - ZoomStep); });
    connect(m_actions.zoomReset, &QAction::triggered, this, [this] { changeZoom(1); });
    connect(m_actions.proseColours, &QAction::toggled, m_view, &ComparisonView::setProseColoursShown);
    connect(m_actions.scrollTogether, &QAction::toggled, m_view, &ComparisonView::setScrollTogether);
    connect(m_actions.fullScreen, &QAction::toggled, this,
            [this](bool isOn) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, isOn)); });
    connect(m_actions.colours, &QActionGroup::triggered, this,
            [this](const QAction *action) { chooseColours(static_cast<ColourChoice>(action->data().toInt())); });
}

void MainWindow::connectGoActions()
{
    connect(m_actions.nextDivergence, &QAction::triggered, &m_current, &Current::goToNextDivergence);
    connect(m_actions.previousDivergence, &QAction::triggered, &m_current, &Current::goToPreviousDivergence);
    connect(m_actions.firstDivergence, &QAction::triggered, &m_current, &Current::goToFirstDivergence);
    connect(m_actions.lastDivergence, &QAction::triggered, &m_current, &Current::goToLastDivergence);
    connect(m_actions.nextEvent, &QAction::triggered, &m_current, &Current::goToNextEvent);
    connect(m_actions.previousEvent, &QAction::triggered, &m_current, &Current::goToPreviousEvent);
    connect(m_actions.nextColumn, &QAction::triggered, this, &MainWindow::goToNextColumn);
    for (size_t i = 0; i < m_actions.column.size(); ++i)
        connect(m_actions.column[i], &QAction::triggered, this, [this, i] { goToArticle(static_cast<int>(i)); });
}

void MainWindow::restoreSettings()
{
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    m_layout = settings.value("window/state").toByteArray();
    m_events->restore(settings);
    changeZoom(settings.value("view/zoom", 1.0).toDouble());
    m_actions.proseColours->setChecked(settings.value("view/proseColours", true).toBool());
    m_actions.scrollTogether->setChecked(settings.value("view/scrollTogether", true).toBool());
    m_actions.foldSilent->setChecked(settings.value("view/foldSilent", true).toBool());
    if (settings.value("view/mode").toString() == "rows"_L1)
        m_actions.rowsMode->trigger();
    const ColourChoice colours = colourChoiceOf(settings.value("view/colours").toString());
    if (colours != m_appearance->choice())
        m_actions.colours->actions()[static_cast<int>(colours)]->trigger();
}

void MainWindow::saveSettings() const
{
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.setValue("window/state", page() == m_comparisonPage ? saveState() : m_layout);
    m_events->save(settings);
    settings.setValue("view/zoom", m_view->zoom());
    settings.setValue("view/typeface", m_view->type().family);
    settings.setValue("view/lineDistance", m_view->type().spacing);
    settings.setValue("view/overview", m_actions.overview->isChecked());
    settings.setValue("view/foldSilent", m_actions.foldSilent->isChecked());
    settings.setValue("view/mode", isInRows() ? u"rows"_s : u"columns"_s);
    settings.setValue("view/proseColours", m_actions.proseColours->isChecked());
    settings.setValue("view/scrollTogether", m_actions.scrollTogether->isChecked());
    settings.setValue("view/colours", settingOf(m_appearance->choice()));
}

void MainWindow::openFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Open a folder of articles"), folderFor("open/folder"_L1));
    if (folder.isEmpty())
        return;
    QSettings().setValue("open/folder", QFileInfo(folder).absolutePath());
    open({folder});
}

void MainWindow::openArticles()
{
    // What their suffixes say; by its content a file of any other name is read, too.
    const QString patterns =
        u"*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.mhtml *.mht *.eml *.docx *.odt *.rtf *.pdf"_s;
    const QStringList files =
        QFileDialog::getOpenFileNames(this, tr("Open articles"), folderFor("open/folder"_L1),
                                      tr("Articles (%1)").arg(patterns) + u";;"_s + tr("All files (*)"));
    if (files.isEmpty())
        return;
    QSettings().setValue("open/folder", QFileInfo(files.constFirst()).absolutePath());
    open(files);
}

void MainWindow::reportExport(const QString &file)
{
    m_status->showMessage(tr("The report was written to %1").arg(QDir::toNativeSeparators(file)), MessageTime);
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    const auto stories = recentStories();
    for (const RecentStory &story : stories) {
        QAction *action = m_recentMenu->addAction(tr("%1  (%2)").arg(story.title, story.place()));
        action->setEnabled(story.isThere());
        connect(action, &QAction::triggered, this, [this, paths = story.paths] { open(paths); });
    }
    if (stories.empty()) {
        m_recentMenu->addAction(tr("No story opened yet"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Clear List")), &QAction::triggered, this, [this] {
        clearRecentStories();
        m_start->refresh();
    });
}

void MainWindow::fillColumnMenu()
{
    m_columnMenu->clear();
    const ComparisonPtr comparison = m_current.comparison();
    const size_t count = comparison ? comparison->story.articles.size() : 0;
    for (size_t i = 0; i < std::max(count, m_actions.column.size()); ++i) {
        const bool isKeyed = i < m_actions.column.size();
        QAction *action = isKeyed ? m_actions.column[i] : new QAction(m_columnMenu);
        m_columnMenu->addAction(action);
        action->setVisible(i < count);
        action->setEnabled(i < count);
        if (i < count)
            action->setText(
                u"%1  %2"_s.arg(i + 1).arg(articleName(comparison->story.articles[i]).replace(u'&', "&&"_L1)));
        if (!isKeyed)
            connect(action, &QAction::triggered, this, [this, i] { goToArticle(static_cast<int>(i)); });
    }
}

void MainWindow::chooseColours(ColourChoice choice)
{
    m_appearance->setChoice(choice);
}

void MainWindow::goToNextColumn()
{
    const int now = isInRows() ? m_rows->focusedColumn() : m_view->focusedColumn();
    if (m_view->columnCount() > 0)
        goToArticle((now + 1) % m_view->columnCount());
}

void MainWindow::changeZoom(double factor)
{
    m_view->setZoom(factor);
}

void MainWindow::showSkipped()
{
    if (m_current.comparison())
        (new SkippedFilesDialog(m_current.comparison()->story.skipped, this))->open();
}

void MainWindow::showHelp()
{
    if (m_help && !m_help->isVisible())
        delete std::exchange(m_help, nullptr); // the reader may have changed the keys meanwhile
    if (!m_help)
        m_help = new HelpWindow(m_actions, m_reporting->printActions() << m_coverageDock->toggleViewAction(), this);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Parallax"),
                                tr("<h3>Parallax %1</h3><p>Shows how different outlets tell the same story.</p>"
                                   "<p>Everything is done on this computer; nothing is sent anywhere.</p>"
                                   "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                                    .arg(QStringLiteral(PARALLAX_VERSION)),
                                QMessageBox::Close, this);
    box->setIconPixmap(QIcon(u":/icons/parallax.svg"_s).pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace parallax
