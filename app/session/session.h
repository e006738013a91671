// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Opens, cancels and exports without making the window wait. The only place in the program that knows threads.
#pragma once

#include "comparison/sharing.h"
#include "report/reportwriter.h"
#include "session/request.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace parallax {

/// How far a piece of work is; see Progress::step.
struct Step {
    Stage stage = Stage::Read;
    int done = 0;
    int total = 0;
};

/// Lives in the thread of the window. The work runs elsewhere on values only: it knows no QObject, and what it answers
/// arrives here through the event loop. The latest request wins: nothing of an earlier one arrives after open().
class Session : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,    ///< nothing opened yet
        Working, ///< a request is being compared; comparison() is still the former one
        Ready,   ///< comparison() is what was asked for
        Failed,  ///< failure() says why; comparison() is still the former one
    };
    Q_ENUM(State)

    using Comparer = std::function<std::expected<Comparison, ReadFailure>(const Request &, Progress &)>;

    /// `comparer` is called in a worker thread. Tests pass one that answers what they need.
    explicit Session(QObject *parent = nullptr, Comparer comparer = compareAsked);
    /// Cancels whatever runs and waits for it; a step of the work at most.
    ~Session() override;

    State state() const { return m_state; }
    ComparisonPtr comparison() const { return m_comparison; }
    const std::optional<ReadFailure> &failure() const { return m_failure; }
    /// What was opened last, or is being opened. A StoryWatcher says when its files change.
    const Request &request() const { return m_request; }
    bool isExporting() const { return !m_exports.empty(); }

    void open(Request request);
    /// Opens the same again; nothing where nothing was opened.
    void reload();
    /// Gives up the running request: back to the comparison there was, or to Idle.
    void cancel();
    /// After a failure: back to the comparison there was, or to Idle.
    void dismissFailure();
    /// Gives up what there is and what is under way: back to Idle.
    void close();
    /// Counts what the articles of the comparison there is have in common (findSharing); sharingFound() answers.
    void countShared();
    /// Writes a report of the comparison there is. Several may run at a time.
    void exportReport(const QString &file, const ReportOptions &options = {});
    /// Gives up every export that runs; each still answers with exportFailed (WriteError::Cancelled), or with exported
    /// where it was done already.
    void cancelExports();

Q_SIGNALS:
    void stateChanged(parallax::Session::State state);
    void progressed(parallax::Step step); ///< at most 25 times a second, and once a stage
    void opened();                        ///< state() is Ready, comparison() is new
    void failed(const parallax::ReadFailure &failure);
    void sharingFound(const parallax::Sharing &sharing); ///< of comparison(); of a former one nothing comes
    void exportProgressed(parallax::Step step);
    void exported(const QString &file);
    void exportFailed(const parallax::WriteFailure &failure);

private:
    using Opened = std::expected<ComparisonPtr, ReadFailure>;
    using Exported = std::expected<void, WriteFailure>;
    using OpenWatcher = QFutureWatcher<std::variant<Step, Opened>>;
    using ExportWatcher = QFutureWatcher<std::variant<Step, Exported>>;

    struct Export {
        ExportWatcher *watcher;
        std::shared_ptr<std::atomic_bool> isStopped; // a cancelled future would drop the worker's last word
    };

    void dropOpening();
    void takeOpened(Opened result);
    void finishExport(ExportWatcher *watcher);
    void settle(); // Ready or Idle, whichever the comparison says
    void setState(State state);

    const Comparer m_comparer;
    ComparisonPtr m_comparison;
    std::optional<ReadFailure> m_failure;
    Request m_request;       // of the running or the last try
    Request m_openedRequest; // of m_comparison
    State m_state = State::Idle;
    OpenWatcher *m_opening = nullptr; // null where nothing is being compared
    std::vector<Export> m_exports;
    QThreadPool m_pool; // last: its destructor waits before anything above is gone
};

} // namespace parallax
