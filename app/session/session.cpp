// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A piece of work is one future whose results are messages: steps while it runs, its outcome at the end. Qt queues
//! them into the window's thread in their order, so no state is shared and nothing needs a lock.
//!
//! "Latest wins" falls out of that: open() cancels the running future and drops its watcher, and with the watcher go
//! the messages still under way. (A generation number that every late result is compared with would do the same with
//! more to forget.) The cancelled worker ends by itself at its next step.
//!
//! Tested by tst_session.cpp.
#include "session/session.h"

#include "session/cores.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

constexpr qint64 StepInterval = 40; // ms; a display shows no more

/// Turns a promise into the interface the pipeline talks to.
template <typename Message>
class PromiseProgress final : public Progress
{
public:
    explicit PromiseProgress(QPromise<Message> &promise, const std::atomic_bool *isStopped = nullptr)
        : m_promise(promise)
        , m_isStopped(isStopped)
    {
    }

    [[nodiscard]] bool step(Stage stage, int done, int total) override
    {
        if (isStopped())
            return false;
        const bool isNewStage = !m_sinceReport.isValid() || stage != m_stage;
        if (isNewStage || m_sinceReport.elapsed() >= StepInterval) {
            m_stage = stage;
            m_sinceReport.start();
            m_promise.addResult(Message(Step{stage, done, total}));
        }
        return true;
    }
    bool isStopped() const override { return m_promise.isCanceled() || (m_isStopped && *m_isStopped); }

private:
    bool doAll(int count, const Piece &piece, const Report &report) override
    {
        return doOnAllCores(count, piece, report);
    }

    QPromise<Message> &m_promise;
    const std::atomic_bool *m_isStopped;
    QElapsedTimer m_sinceReport;
    Stage m_stage = Stage::Read;
};

} // namespace

Session::Session(QObject *parent, Comparer comparer)
    : QObject(parent)
    , m_comparer(std::move(comparer))
{
}

Session::~Session()
{
    if (m_opening)
        m_opening->cancel();
    for (const Export &running : m_exports)
        running.watcher->cancel();
    m_pool.waitForDone();
}

void Session::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Session::settle()
{
    m_failure.reset();
    m_request = m_openedRequest;
    setState(m_comparison ? State::Ready : State::Idle);
}

void Session::dropOpening()
{
    if (!m_opening)
        return;
    m_opening->disconnect(this); // whatever is still under way goes nowhere
    m_opening->cancel();
    std::exchange(m_opening, nullptr)->deleteLater();
}

void Session::open(Request request)
{
    dropOpening();
    m_failure.reset();
    m_request = std::move(request);
    auto *watcher = m_opening = new OpenWatcher(this);
    connect(watcher, &OpenWatcher::resultReadyAt, this, [this, watcher](int index) {
        auto message = watcher->resultAt(index);
        if (const Step *step = std::get_if<Step>(&message))
            Q_EMIT progressed(*step);
        else
            takeOpened(std::get<Opened>(std::move(message)));
    });
    using Message = std::variant<Step, Opened>;
    const auto work = [](QPromise<Message> &promise, const Comparer &comparer, const Request &asked) {
        PromiseProgress<Message> progress(promise);
        auto compared = comparer(asked, progress);
        promise.addResult(Message(std::move(compared).transform([](Comparison &&comparison) -> ComparisonPtr {
            return std::make_shared<const Comparison>(std::move(comparison));
        })));
    };
    watcher->setFuture(QtConcurrent::run(&m_pool, work, m_comparer, m_request));
    setState(State::Working);
}

void Session::takeOpened(Opened result)
{
    std::exchange(m_opening, nullptr)->deleteLater();
    if (!result) {
        m_failure = std::move(result.error());
        setState(State::Failed);
        Q_EMIT failed(*m_failure);
        return;
    }
    m_comparison = std::move(*result);
    m_openedRequest = m_request;
    setState(State::Ready);
    Q_EMIT opened();
}

void Session::reload()
{
    if (!m_request.paths.isEmpty())
        open(m_request);
}

void Session::cancel()
{
    if (!m_opening)
        return;
    dropOpening();
    settle();
}

void Session::dismissFailure()
{
    if (m_state == State::Failed)
        settle();
}

void Session::close()
{
    dropOpening();
    m_comparison.reset();
    m_openedRequest = {};
    settle();
}

void Session::exportReport(const QString &file, const ReportOptions &options)
{
    if (!m_comparison)
        return;
    auto *watcher = new ExportWatcher(this);
    const auto isStopped = std::make_shared<std::atomic_bool>(false);
    m_exports.push_back({watcher, isStopped});
    connect(watcher, &ExportWatcher::resultReadyAt, this, [this, watcher](int index) {
        const auto message = watcher->resultAt(index);
        if (const Step *step = std::get_if<Step>(&message))
            Q_EMIT exportProgressed(*step);
    });
    connect(watcher, &ExportWatcher::finished, this, [this, watcher, file] {
        const auto outcome = std::get<Exported>(watcher->resultAt(watcher->future().resultCount() - 1));
        finishExport(watcher);
        if (outcome)
            Q_EMIT exported(file);
        else
            Q_EMIT exportFailed(outcome.error());
    });
    using Message = std::variant<Step, Exported>;
    const auto work = [](QPromise<Message> &promise, const ComparisonPtr &comparison, const QString &target,
                         const ReportOptions &wanted, const std::shared_ptr<std::atomic_bool> &stop) {
        PromiseProgress<Message> progress(promise, stop.get());
        promise.addResult(Message(writeReport(*comparison, target, wanted, progress)));
    };
    watcher->setFuture(QtConcurrent::run(&m_pool, work, m_comparison, file, options, isStopped));
}

void Session::countShared()
{
    if (!m_comparison)
        return;
    auto *watcher = new QFutureWatcher<Sharing>(this);
    connect(watcher, &QFutureWatcher<Sharing>::finished, this, [this, watcher, counted = m_comparison] {
        watcher->deleteLater();
        if (counted == m_comparison)
            Q_EMIT sharingFound(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, [counted = m_comparison] { return findSharing(*counted); }));
}

void Session::cancelExports()
{
    for (const Export &running : m_exports)
        *running.isStopped = true;
}

void Session::finishExport(ExportWatcher *watcher)
{
    std::erase_if(m_exports, [watcher](const Export &running) { return running.watcher == watcher; });
    watcher->deleteLater();
}

} // namespace parallax
