// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the user asked for on the command line, and all of it that needs no window.
#pragma once

#include "comparison/dump.h"
#include "report/reportoptions.h"
#include "session/request.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace parallax {

/// Statuses the program ends with.
enum class ExitStatus {
    Done = 0,   ///< everything asked for was written
    Failed = 1, ///< something could not be written, or nothing could be read
    Usage = 2,  ///< the command line makes no sense
};

enum class UsageError {
    UnknownOption,  ///< UsageProblem::argument is the option
    MissingValue,   ///< an option that needs a value stands last, or has an empty one
    UnneededValue,  ///< "--help=yes"
    UnknownStage,   ///< --dump with a word that names no stage
    UnknownFormat,  ///< a report file whose suffix names no format
    NothingToRead,  ///< a report or a dump without a folder or files
    UnknownPart,    ///< --only with a word that names nothing one can restrict a report to
    UnknownKind,    ///< --kinds with a word that names no kind of divergence
    BadEvents,      ///< --events with something else than numbers and ranges from 1 on
    UnknownLinks,   ///< --links with a word that is no step of sureness
    UnknownPaper,   ///< --paper with a word that names no paper and no orientation
    NothingToWrite, ///< an option on the content of reports, and no report
};

struct UsageProblem {
    UsageError error = UsageError::UnknownOption;
    QString argument;

    friend bool operator==(const UsageProblem &, const UsageProblem &) = default;
};

struct CommandLine {
    enum class Task { Window, Write, Version, Help, Usage };

    Task task = Task::Window;
    Request request;                     ///< paths absolute
    QStringList exports;                 ///< report files in the order given
    ReportOptions report;                ///< what those reports hold
    std::vector<DumpStage> dumps;        ///< stages to print, in the order given
    std::optional<UsageProblem> problem; ///< with Task::Usage

    /// Whether the task has to draw, as every report but text does.
    bool isDrawing() const;
};

/// Understands arguments without the program's name. Options of Qt ("-platform x", "-style x", …) are passed over: they
/// are QApplication's business. "--" ends the options. Needs no application object.
CommandLine parseCommandLine(const QStringList &arguments);

/// Carries out every task but Task::Window, in this thread, speaking on standard output and standard error.
/// Reports need a QCoreApplication, drawing ones a QGuiApplication.
ExitStatus run(const CommandLine &line);

/// One sentence for a window that has no display to open on, with the way to a report without one.
QString noDisplayText();

/// Writes a line to standard error.
void complain(const QString &text);

} // namespace parallax
