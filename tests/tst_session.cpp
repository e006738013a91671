// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The one thread: what runs, what arrives, and what no longer does.
#include "crowd.h"
#include "madeup.h"
#include "session/cores.h"
#include "session/session.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parallax {

namespace {

/// What the comparers below have seen; shared with the worker, outlives the test's session.
struct Seen {
    QSemaphore started;
    std::atomic<int> finished = 0;
    std::atomic<int> stopped = 0;
};

/// Answers the made-up comparison, titled as the path; works until it is told to stop where the path says "slow";
/// fails where it says "missing".
Session::Comparer comparer(const std::shared_ptr<Seen> &seen)
{
    return [seen](const Request &request, Progress &progress) -> std::expected<Comparison, ReadFailure> {
        const QString path = request.paths.constFirst();
        seen->started.release();
        if (path.contains(u"slow"_s)) {
            while (progress.step(Stage::Align, 1, 2))
                QThread::msleep(1);
            ++seen->stopped;
            return std::unexpected(ReadFailure{ReadError::Cancelled, path, {}});
        }
        if (path.contains(u"missing"_s))
            return std::unexpected(ReadFailure{ReadError::NotFound, path, {}});
        for (int stage = 0; stage < 4; ++stage) {
            for (int i = 0; i <= 1000; ++i) {
                if (!progress.step(static_cast<Stage>(stage), i, 1000))
                    return std::unexpected(ReadFailure{ReadError::Cancelled, path, {}});
            }
        }
        ++seen->finished;
        Comparison made = madeup::comparison();
        made.story.title = path;
        return made;
    };
}

Request asking(const QString &path)
{
    return {.paths = {path}, .labels = {}, .sureness = Sureness::Balanced};
}

/// Stops at a step; never by default.
class AllCores final : public Progress
{
public:
    explicit AllCores(int stopAt = -1)
        : m_left(stopAt)
    {
    }
    [[nodiscard]] bool step(Stage, int, int) override { return --m_left != 0; }

private:
    bool doAll(int count, const Piece &piece, const Report &report) override
    {
        return doOnAllCores(count, piece, report);
    }

    int m_left;
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_seen = std::make_shared<Seen>();
    }

    void beginsIdle()
    {
        const Session session(nullptr, comparer(m_seen));
        QCOMPARE(session.state(), Session::State::Idle);
        QVERIFY(!session.comparison());
    }

    void opensBesideTheCaller()
    {
        Session session(nullptr, comparer(m_seen));
        const QSignalSpy states(&session, &Session::stateChanged);
        const QSignalSpy opened(&session, &Session::opened);
        session.open(asking(u"a"_s));
        QCOMPARE(session.state(), Session::State::Working);
        QCOMPARE(opened.count(), 0); // nothing arrives before the event loop runs
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(session.state(), Session::State::Ready);
        QCOMPARE(session.comparison()->story.title, u"a"_s);
        QCOMPARE(states.count(), 2);
    }

    void reportsEveryStageInOrderAndNotEveryStep()
    {
        Session session(nullptr, comparer(m_seen));
        std::vector<Step> steps;
        connect(&session, &Session::progressed, this, [&steps](Step step) { steps.push_back(step); });
        const QSignalSpy opened(&session, &Session::opened);
        session.open(asking(u"a"_s));
        QTRY_COMPARE(opened.count(), 1);
        std::vector<int> stages;
        for (const Step &step : steps) {
            if (stages.empty() || stages.back() != static_cast<int>(step.stage))
                stages.push_back(static_cast<int>(step.stage));
        }
        QCOMPARE(stages, (std::vector{0, 1, 2, 3}));
        QVERIFY2(steps.size() < 200, "of 4004 steps only some are shown");
    }

    void everyPieceIsDoneOnce()
    {
        const auto goOn = [](int) { return true; };
        for (const int count : {0, 1, 2, 3, 1000, 12'345}) {
            std::vector<int> done(static_cast<size_t>(count), 0);
            QVERIFY(doOnAllCores(count, [&done](int piece) { ++done[static_cast<size_t>(piece)]; }, goOn));
            QCOMPARE(done, std::vector<int>(static_cast<size_t>(count), 1));
        }
    }

    void piecesAreDoneAtTheSameTime()
    {
        if (QThread::idealThreadCount() < 2)
            QSKIP("This machine has one core.");
        QSemaphore here;
        std::atomic<int> met = 0;
        const auto meet = [&](int) { // each ends only when the other has begun
            here.release(1);
            if (here.tryAcquire(2, 20s)) {
                ++met;
                here.release(2);
            }
        };
        QVERIFY(doOnAllCores(2, meet, [](int) { return true; }));
        QCOMPARE(met.load(), 2);
    }

    void allCoresFindWhatOneFinds()
    {
        const QStringList sample{QStringLiteral(PARALLAX_SOURCE_DIR "/resources/samples/radva-dam")};
        NoProgress inTurn;
        AllCores atOnce;
        const auto first = compare(sample, inTurn, Sureness::Balanced);
        const auto second = compare(sample, atOnce, Sureness::Balanced);
        QVERIFY(first.has_value() && second.has_value());
        QVERIFY(!first->divergences.empty());
        QVERIFY(first->alignment.links == second->alignment.links);
        QVERIFY(first->alignment.events == second->alignment.events);
        QVERIFY(first->divergences == second->divergences);
    }

    void workStopsInTheMiddleOfPieces()
    {
        AllCores stopping(3);
        std::atomic<int> done = 0;
        const auto slow = [&done](int) {
            QThread::usleep(200);
            ++done;
        };
        QVERIFY(!stopping.forEach(Stage::Analyse, 100'000, slow));
        QVERIFY(done > 0 && done < 100'000);
    }

    void theLatestRequestWins()
    {
        Session session(nullptr, comparer(m_seen));
        const QSignalSpy opened(&session, &Session::opened);
        const QSignalSpy failed(&session, &Session::failed);
        session.open(asking(u"slow"_s));
        QVERIFY(m_seen->started.tryAcquire(1, 5s));
        session.open(asking(u"b"_s));
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(session.comparison()->story.title, u"b"_s);
        QTRY_COMPARE(m_seen->stopped.load(), 1);
        QTest::qWait(20);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(failed.count(), 0);
    }

    void aFinishedResultOfAnEarlierRequestNeverArrives()
    {
        Session session(nullptr, comparer(m_seen));
        const QSignalSpy opened(&session, &Session::opened);
        session.open(asking(u"early"_s));
        while (m_seen->finished.load() == 0) // its result is under way, the event loop has not run
            QThread::msleep(1);
        QThread::msleep(20);
        session.open(asking(u"late"_s));
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(session.comparison()->story.title, u"late"_s);
        QTest::qWait(20);
        QCOMPARE(opened.count(), 1);
    }

    void cancellingGoesBackToWhatWasOpen()
    {
        Session session(nullptr, comparer(m_seen));
        session.open(asking(u"slow first"_s));
        session.cancel();
        QCOMPARE(session.state(), Session::State::Idle);
        session.open(asking(u"a"_s));
        QTRY_COMPARE(session.state(), Session::State::Ready);
        session.open(asking(u"slow second"_s));
        QCOMPARE(session.comparison()->story.title, u"a"_s);
        session.cancel();
        QCOMPARE(session.state(), Session::State::Ready);
        QCOMPARE(session.request().paths, QStringList{u"a"_s});
        QTest::qWait(20);
        QCOMPARE(session.comparison()->story.title, u"a"_s);
    }

    void aFailureKeepsWhatWasOpen()
    {
        Session session(nullptr, comparer(m_seen));
        session.open(asking(u"a"_s));
        QTRY_COMPARE(session.state(), Session::State::Ready);
        const QSignalSpy failed(&session, &Session::failed);
        session.open(asking(u"missing"_s));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(session.state(), Session::State::Failed);
        QVERIFY(session.failure()->error == ReadError::NotFound);
        session.dismissFailure();
        QCOMPARE(session.state(), Session::State::Ready);
        QCOMPARE(session.comparison()->story.title, u"a"_s);
    }

    void reloadOpensTheSameAgain()
    {
        Session session(nullptr, comparer(m_seen));
        session.reload();
        QCOMPARE(session.state(), Session::State::Idle);
        const QSignalSpy opened(&session, &Session::opened);
        session.open(asking(u"a"_s));
        QTRY_COMPARE(opened.count(), 1);
        const ComparisonPtr first = session.comparison();
        session.reload();
        QTRY_COMPARE(opened.count(), 2);
        QVERIFY(session.comparison() != first);
        QCOMPARE(session.comparison()->story.title, u"a"_s);
    }

    void closingForgetsTheStory()
    {
        Session session(nullptr, comparer(m_seen));
        session.open(asking(u"a"_s));
        QTRY_COMPARE(session.state(), Session::State::Ready);
        session.close();
        QCOMPARE(session.state(), Session::State::Idle);
        QVERIFY(!session.comparison());
    }

    void itsEndStopsTheWork()
    {
        {
            Session session(nullptr, comparer(m_seen));
            session.open(asking(u"slow"_s));
            QVERIFY(m_seen->started.tryAcquire(1, 5s));
        }
        QCOMPARE(m_seen->stopped.load(), 1);
    }

    void exportsBesideTheCaller_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("JSON") << u"json"_s << QByteArray("{");
        QTest::newRow("HTML") << u"html"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("PDF, drawn in the worker") << u"pdf"_s << QByteArray("%PDF-");
    }

    void exportsBesideTheCaller()
    {
        QFETCH(const QString, suffix);
        QFETCH(const QByteArray, start);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report."_s + suffix);
        Session session(nullptr, comparer(m_seen));
        session.open(asking(u"a"_s));
        QTRY_COMPARE(session.state(), Session::State::Ready);
        const QSignalSpy exported(&session, &Session::exported);
        session.exportReport(path);
        QVERIFY(session.isExporting());
        QTRY_COMPARE_WITH_TIMEOUT(exported.count(), 1, 20s);
        QVERIFY(!session.isExporting());
        QCOMPARE(exported.front().front().toString(), path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
    }

    void anExportThatIsGivenUpLeavesTheOlderFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"report.pdf"_s);
        QFile older(path);
        QVERIFY(older.open(QIODevice::WriteOnly));
        older.write("older");
        older.close();
        Session session(nullptr, [](const Request &, Progress &) { return crowd(20, 40); });
        session.open(asking(u"a"_s));
        QTRY_COMPARE(session.state(), Session::State::Ready);
        std::optional<WriteFailure> failure;
        connect(&session, &Session::exportFailed, this, [&failure](const WriteFailure &what) { failure = what; });
        connect(&session, &Session::exportProgressed, &session, &Session::cancelExports);
        session.exportReport(path);
        QTRY_VERIFY_WITH_TIMEOUT(failure, 20s);
        QVERIFY(failure->error == WriteError::Cancelled);
        QVERIFY(!session.isExporting());
        QVERIFY(older.open(QIODevice::ReadOnly));
        QCOMPARE(older.readAll(), QByteArray("older"));
    }

    void exportsWhatIsChosen()
    {
        const QTemporaryDir folder;
        Session session(nullptr, [](const Request &, Progress &) { return madeup::comparison(); });
        session.open(asking(u"a"_s));
        QTRY_COMPARE(session.state(), Session::State::Ready);
        const QSignalSpy exported(&session, &Session::exported);
        session.exportReport(folder.filePath(u"some.csv"_s), {.kinds = {DivergenceKind::Quote}});
        QTRY_COMPARE(exported.count(), 1);
        QFile file(folder.filePath(u"some.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 3);
    }

    void tellsWhatCouldNotBeWritten()
    {
        Session session(nullptr, comparer(m_seen));
        session.open(asking(u"a"_s));
        QTRY_COMPARE(session.state(), Session::State::Ready);
        std::optional<WriteFailure> failure;
        connect(&session, &Session::exportFailed, this, [&failure](const WriteFailure &what) { failure = what; });
        session.exportReport(u"/nowhere/at/all/report.json"_s);
        QTRY_VERIFY(failure);
        QVERIFY(failure->error == WriteError::CannotWrite);
        QCOMPARE(failure->file, u"/nowhere/at/all/report.json"_s);
    }

private:
    std::shared_ptr<Seen> m_seen;
};

} // namespace parallax

QTEST_MAIN(parallax::TestSession)
#include "tst_session.moc"
