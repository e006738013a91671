// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How the window feels: time from folder to first painted comparison, the longest time the window does not answer
//! meanwhile, how soon it answers to cancel, and how long a frame takes while scrolling. Prints a table; exits with 1
//! where a bar is missed: block 100 ms, median frame 16 ms, cancel 100 ms.
//!
//!   bench_window [FOLDER…]
//!
//! Without folders: kremlin-2017, the sample story, a made-up comparison of 500 articles of 30 passages (which costs no
//! time before the window has it), and a story of that size that ../shared/tools makes.
//!
//! The block is what a key press would wait: a second thread posts an event every few milliseconds and the window's
//! thread says when it came. (Signals of the event dispatcher would need no thread, but mean other moments in every
//! dispatcher.) "own" is the processor time that the window's thread spent meanwhile, for machines that are busy.
#include "crowd.h"
#include "ui/articlepane.h"
#include "ui/busypage.h"
#include "ui/comparisonview.h"
#include "ui/mainwindow.h"

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
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <pthread.h>
#include <thread>
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

qint64 ownNanoseconds(clockid_t clock)
{
    timespec time = {};
    clock_gettime(clock, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

struct Beat : QEvent {
    Beat(qint64 at, qint64 ownAt)
        : QEvent(User)
        , posted(at)
        , ownPosted(ownAt)
    {
    }
    qint64 posted; // ns of the monotonic clock, and of the window thread's processor time
    qint64 ownPosted;
};

/// The longest that anything had to wait for the window's thread.
class BlockMeter : public QObject
{
public:
    BlockMeter()
    {
        pthread_getcpuclockid(pthread_self(), &m_clock);
        m_heart = std::jthread([this](const std::stop_token &stop) {
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(3));
                QCoreApplication::postEvent(this, new Beat(ownNanoseconds(CLOCK_MONOTONIC), ownNanoseconds(m_clock)));
            }
        });
    }
    ~BlockMeter() override
    {
        m_heart.request_stop();
        m_heart.join();
    }

    double longest() const { return m_longest; }
    double longestOwn() const { return m_longestOwn; }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        const auto *beat = static_cast<Beat *>(event);
        m_longest = std::max(m_longest, static_cast<double>(ownNanoseconds(CLOCK_MONOTONIC) - beat->posted) / 1e6);
        m_longestOwn = std::max(m_longestOwn, static_cast<double>(ownNanoseconds(m_clock) - beat->ownPosted) / 1e6);
        return true;
    }

private:
    clockid_t m_clock = {};
    double m_longest = 0;
    double m_longestOwn = 0;
    std::jthread m_heart;
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
    double ownBlock = 0;
    double cancel = 0;
    double medianFrame = 0;
    double ownFrame = 0;
    double worstFrame = 0;
};

bool isPainted(const MainWindow &window)
{
    const ComparisonView *view = window.comparisonView();
    return view->columnCount() > 0 && view->isVisible() && view->isSettled();
}

Figures measure(const QString &folder, const Session::Comparer &comparer)
{
    Figures figures;
    Appearance appearance;
    Session session(nullptr, comparer);
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

    auto meter = std::make_unique<BlockMeter>();
    timer.start();
    window.open({folder});
    waitFor([&] { return session.state() == Session::State::Ready && isPainted(window); });
    window.comparisonView()->repaint();
    figures.firstPaint = millisecondsOf(timer);
    timer.start();
    waitFor([&] { return timer.elapsed() > 3000; }); // what is done in the background afterwards counts, too
    figures.block = meter->longest();
    figures.ownBlock = meter->longestOwn();
    meter.reset();

    const int first = window.comparisonView()->plan().columns.front().article;
    QScrollBar *bar = window.comparisonView()->pane(first)->verticalScrollBar();
    std::vector<double> frames;
    std::vector<double> ownFrames;
    for (int i = 0; i < Frames; ++i) {
        timer.start();
        const qint64 ownBefore = ownNanoseconds(CLOCK_THREAD_CPUTIME_ID);
        const int span = std::max(1, bar->maximum() - bar->minimum());
        bar->setValue(bar->minimum() + (i * 24) % span);
        QCoreApplication::processEvents(); // what the scrolling made stale, painted and sent to the screen
        frames.push_back(millisecondsOf(timer));
        ownFrames.push_back(static_cast<double>(ownNanoseconds(CLOCK_THREAD_CPUTIME_ID) - ownBefore) / 1e6);
    }
    std::ranges::sort(frames);
    std::ranges::sort(ownFrames);
    figures.medianFrame = frames[frames.size() / 2];
    figures.ownFrame = ownFrames[ownFrames.size() / 2];
    figures.worstFrame = frames.back();
    return figures;
}

constexpr auto MadeUp = "made up 500 x 30"_L1;

std::expected<Comparison, ReadFailure> madeUp(const Request &, Progress &)
{
    static const Comparison made = crowd(500, 30);
    return made;
}

QStringList usualFolders(const QTemporaryDir &room)
{
    QStringList folders;
    const QDir shared(QStringLiteral(PARALLAX_SHARED_DIR));
    if (shared.exists(u"stories/kremlin-2017/articles"_s))
        folders << shared.filePath(u"stories/kremlin-2017/articles"_s);
    folders << QStringLiteral(PARALLAX_SOURCE_DIR) + u"/resources/samples/radva-dam"_s << MadeUp;
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
    std::printf("%-24s %14s %12s %12s %12s %14s %12s %12s\n", "story", "first paint ms", "block ms", "own ms",
                "cancel ms", "median frame", "own ms", "worst frame");
    for (const QString &folder : named.isEmpty() ? usualFolders(room) : named) {
        const Figures f = folder == MadeUp ? measure(folder, madeUp) : measure(folder, Session::Comparer(compareAsked));
        const QFileInfo info(folder);
        const QString name = info.fileName() == "articles"_L1 ? info.dir().dirName() : info.fileName();
        std::printf("%-24s %14.0f %12.1f %12.1f %12.1f %14.1f %12.1f %12.1f\n", qPrintable(name), f.firstPaint, f.block,
                    f.ownBlock, f.cancel, f.medianFrame, f.ownFrame, f.worstFrame);
        std::fflush(stdout);
        isWithin = isWithin && f.block <= BlockBar && f.medianFrame <= FrameBar && f.cancel <= CancelBar;
    }
    return isWithin ? 0 : 1;
}
