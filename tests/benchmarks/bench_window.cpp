// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How the window feels: time from folder to first painted comparison, the longest time the window does not answer
//! meanwhile, how soon it answers to cancel, and how long a frame takes while scrolling. Prints a table; exits with 1
//! where a bar is missed: block 100 ms, median frame 16 ms, cancel 100 ms.
//!
//!   bench_window [FOLDER…]
//!
//! Without folders: kremlin-2017, and a story of 500 articles of 30 passages that ../shared/tools makes.
#include "ui/articlepane.h"
#include "ui/busypage.h"
#include "ui/comparisonview.h"
#include "ui/mainwindow.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

constexpr double BlockBar = 100; // ms
constexpr double FrameBar = 16;
constexpr double CancelBar = 100;
constexpr int Frames = 300;
constexpr int Patience = 20 * 60 * 1000; // ms for the slowest comparison

double millisecondsOf(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The longest time between two returns of the main thread to its event loop. Waiting for events is no block.
class BlockMeter : public QObject
{
public:
    BlockMeter()
    {
        auto *dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_sinceAwake.start(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_sinceAwake.isValid())
                m_longest = std::max(m_longest, millisecondsOf(m_sinceAwake));
            m_sinceAwake.invalidate();
        });
    }

    double longest() const { return m_longest; }
    void reset()
    {
        m_longest = 0;
        m_sinceAwake.invalidate();
    }

private:
    QElapsedTimer m_sinceAwake;
    double m_longest = 0;
};

bool waitFor(const std::function<bool()> &isDone)
{
    QElapsedTimer timer;
    timer.start();
    while (!isDone() && timer.elapsed() < Patience)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return isDone();
}

struct Figures {
    double firstPaint = 0;
    double block = 0;
    double cancel = 0;
    double medianFrame = 0;
    double worstFrame = 0;
};

bool isPainted(const MainWindow &window)
{
    const ArticlePane *first = window.comparisonView()->pane(0);
    return first && first->isVisible() && first->isAwake();
}

Figures measure(const QString &folder)
{
    Figures figures;
    Appearance appearance;
    Session session;
    MainWindow window(&session, &appearance);
    window.resize(1600, 1000);
    window.show();
    QCoreApplication::processEvents();
    QTimer tick; // lets waitFor look even when nothing happens
    tick.start(5);

    // Cancel, half a second into the work.
    window.open({folder});
    QElapsedTimer timer;
    timer.start();
    waitFor([&] { return timer.elapsed() > 500 || session.state() == Session::State::Ready; });
    timer.start();
    session.cancel();
    figures.cancel = millisecondsOf(timer);

    BlockMeter meter;
    timer.start();
    window.open({folder});
    waitFor([&] { return session.state() == Session::State::Ready && isPainted(window); });
    window.comparisonView()->repaint();
    figures.firstPaint = millisecondsOf(timer);
    timer.start();
    waitFor([&] { return timer.elapsed() > 3000; }); // what is done in the background afterwards counts, too
    figures.block = meter.longest();

    QScrollBar *bar = window.comparisonView()->pane(0)->verticalScrollBar();
    std::vector<double> frames;
    for (int i = 0; i < Frames; ++i) {
        timer.start();
        const int span = std::max(1, bar->maximum() - bar->minimum());
        bar->setValue(bar->minimum() + (i * 24) % span);
        QCoreApplication::processEvents(); // what the scrolling made stale, painted and sent to the screen
        frames.push_back(millisecondsOf(timer));
    }
    std::ranges::sort(frames);
    figures.medianFrame = frames[frames.size() / 2];
    figures.worstFrame = frames.back();
    return figures;
}

QStringList usualFolders(const QTemporaryDir &room)
{
    QStringList folders;
    const QDir shared(QStringLiteral(PARALLAX_SHARED_DIR));
    if (shared.exists(u"stories/kremlin-2017/articles"_s))
        folders << shared.filePath(u"stories/kremlin-2017/articles"_s);
    folders << QStringLiteral(PARALLAX_SOURCE_DIR) + u"/resources/samples/radva-dam"_s;
    const QString big = room.filePath(u"big"_s);
    if (shared.exists(u"tools/make_big_story.py"_s) &&
        QProcess::execute(u"python3"_s, {shared.filePath(u"tools/make_big_story.py"_s), u"500"_s, u"30"_s, big}) == 0)
        folders << big;
    else
        std::fprintf(stderr, "../shared is absent: no big story\n");
    return folders;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"parallax"_s);
    QCoreApplication::setApplicationName(u"bench_window"_s);
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir room;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, room.path());
    const QStringList named = QApplication::arguments().mid(1);
    bool isWithin = true;
    std::printf("%-24s %14s %12s %12s %14s %12s\n", "story", "first paint ms", "block ms", "cancel ms", "median frame",
                "worst frame");
    for (const QString &folder : named.isEmpty() ? usualFolders(room) : named) {
        const Figures f = measure(folder);
        const QFileInfo info(folder);
        const QString name = info.fileName() == "articles"_L1 ? info.dir().dirName() : info.fileName();
        std::printf("%-24s %14.0f %12.1f %12.1f %14.1f %12.1f\n", qPrintable(name), f.firstPaint, f.block, f.cancel,
                    f.medianFrame, f.worstFrame);
        std::fflush(stdout);
        isWithin = isWithin && f.block <= BlockBar && f.medianFrame <= FrameBar && f.cancel <= CancelBar;
    }
    return isWithin ? 0 : 1;
}
