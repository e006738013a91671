// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The part of MainWindow that knows where a story comes from: opening it, adding to it, dropping on it, noticing that
//! its files changed, and going back to the place where the reader left it.
#include "ui/articlename.h"
#include "ui/comparisonview.h"
#include "ui/eventlist.h"
#include "ui/icons.h"
#include "ui/legendbar.h"
#include "ui/mainwindow.h"
#include "ui/noticebar.h"
#include "ui/recentstories.h"
#include "ui/rowsview.h"

#include <QActionGroup>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype NamedFiles = 3; // in the notice; the others are counted

/// The event to begin with: the one with the most disagreement, the first of them.
int firstEvent(const Comparison &comparison)
{
    std::vector<double> weight(comparison.alignment.events.size(), 0);
    for (const Divergence &divergence : comparison.divergences)
        weight[static_cast<size_t>(divergence.event)] += divergence.weight;
    return weight.empty() ? -1 : static_cast<int>(std::ranges::max_element(weight) - weight.begin());
}

/// The event with that label; -1 where there is none.
int eventNamed(const Comparison &comparison, const QString &label)
{
    const auto found = std::ranges::find(comparison.alignment.events, label, &Event::label);
    return found == comparison.alignment.events.end() ? -1
                                                      : static_cast<int>(found - comparison.alignment.events.begin());
}

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

void MainWindow::connectStory()
{
    connect(m_actions.openBeside, &QAction::triggered, this, &MainWindow::chooseBeside);
    connect(m_actions.links, &QActionGroup::triggered, this, [this](const QAction *action) {
        Request request = m_session->request();
        request.sureness = static_cast<Sureness>(action->data().toInt());
        m_session->open(std::move(request));
    });
    connect(&m_watcher, &StoryWatcher::changedChanged, this, &MainWindow::showChanged);
}

void MainWindow::open(const QStringList &paths)
{
    openAsked({.paths = paths, .labels = {}, .sureness = Sureness::Balanced});
}

void MainWindow::openAsked(Request request)
{
    if (request.encodings.isEmpty())
        request.encodings = encodingsChosenFor(request.paths);
    m_session->open(std::move(request));
}

void MainWindow::openBeside(const QStringList &paths)
{
    Request request = m_session->request();
    for (const QString &path : paths) {
        if (!request.paths.contains(path))
            request.paths << path;
    }
    m_session->open(std::move(request));
}

void MainWindow::chooseBeside()
{
    const QString last = QSettings().value("open/folder").toString();
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Add articles to this story"),
        QFileInfo(last).isDir() ? last : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!files.isEmpty())
        openBeside(files);
}

void MainWindow::showOpened()
{
    rememberPlaces();
    const ComparisonPtr comparison = m_session->comparison();
    m_shownRequest = m_session->request();
    m_actions.links->actions()[static_cast<qsizetype>(m_shownRequest.sureness)]->setChecked(true);
    m_current.setComparison(comparison);
    m_notice->setText(noticeText(*comparison));
    m_notice->setActionsShown(comparison->alignment.events.empty());
    fillColumnMenu();
    returnToPlace();
    m_watcher.watch(m_shownRequest.paths);
    m_isToBeRemembered = true; // writing settings takes a while, which no reader need wait for
    QMetaObject::invokeMethod(this, &MainWindow::rememberOpened, Qt::QueuedConnection);
    updateTitle();
    // What had the keyboard is gone, and Qt gave it to the first button.
    const QWidget *focused = focusWidget();
    if (!focused || focused == m_view || m_legend->isAncestorOf(focused)) {
        if (isInRows())
            m_rows->setFocus(Qt::OtherFocusReason);
        else if (!comparison->alignment.events.empty())
            m_events->events()->setFocus(Qt::OtherFocusReason);
        else
            m_view->focusColumn(m_view->choice().order.front());
    }
}

void MainWindow::rememberOpened()
{
    const ComparisonPtr comparison = m_current.comparison();
    if (!comparison || !std::exchange(m_isToBeRemembered, false))
        return;
    rememberStory({.paths = m_shownRequest.paths,
                   .title = comparison->story.title,
                   .articles = static_cast<int>(comparison->story.articles.size()),
                   .events = static_cast<int>(comparison->alignment.events.size()),
                   .opened = QDateTime::currentDateTime(),
                   .encodings = m_shownRequest.encodings});
    rememberPlaces();
}

void MainWindow::rememberPlaces()
{
    if (m_current.event() < 0)
        return;
    const Comparison &comparison = *m_current.comparison();
    const std::vector<int> own = comparison.divergencesOf(m_current.event());
    const auto place = std::ranges::find(own, m_current.divergence());
    rememberPlace(m_shownRequest.paths,
                  {.event = comparison.alignment.events[static_cast<size_t>(m_current.event())].label,
                   .divergence = place == own.end() ? -1 : static_cast<int>(place - own.begin())});
}

void MainWindow::returnToPlace()
{
    const Comparison &comparison = *m_current.comparison();
    const StoryPlace place = placeIn(m_shownRequest.paths);
    const int event = place.event.isEmpty() ? -1 : eventNamed(comparison, place.event);
    if (event < 0) {
        m_current.setEvent(firstEvent(comparison));
        return;
    }
    m_current.setEvent(event);
    const std::vector<int> own = comparison.divergencesOf(event);
    if (place.divergence >= 0 && place.divergence < static_cast<int>(own.size()))
        m_current.setDivergence(own[static_cast<size_t>(place.divergence)]);
}

void MainWindow::showChanged()
{
    const QStringList &changed = m_watcher.changed();
    if (changed.isEmpty()) {
        m_changedNotice->setText({});
        return;
    }
    const QString named = changed.mid(0, NamedFiles).join(u", "_s);
    const int others = static_cast<int>(changed.size() - NamedFiles);
    const QString files = others > 0 ? tr("%1 and %n more", nullptr, others).arg(named) : named;
    m_changedNotice->setText(tr("Changed since it was read: %1. What is shown is the former text.").arg(files));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    if (page() == m_comparisonPage)
        offerDrop(paths, mapToGlobal(event->position().toPoint()));
    else
        open(paths);
}

/// A drop on an open story could mean two things, so it asks where the pointer is.
void MainWindow::offerDrop(const QStringList &paths, QPoint place)
{
    auto *menu = new QMenu(this);
    menu->setObjectName("dropMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(breezeIcon(u"list-add"_s), tr("Add to This &Story")), &QAction::triggered, this,
            [this, paths] { openBeside(paths); });
    connect(menu->addAction(breezeIcon(u"folder-open"_s), tr("&Open Instead")), &QAction::triggered, this,
            [this, paths] { open(paths); });
    menu->addSeparator();
    menu->addAction(breezeIcon(u"dialog-cancel"_s), tr("&Cancel"));
    menu->popup(place);
}

} // namespace parallax
