// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Comparison → file. The suffix chooses the format.
#pragma once

#include "comparison/comparison.h"
#include "progress.h"
#include "report/reportoptions.h"

#include <QString>
#include <QStringList>

#include <expected>

namespace parallax {

enum class WriteError {
    Cancelled,     ///< Progress said stop; nothing was written
    UnknownFormat, ///< a suffix that is none of pdf, html, csv, json
    CannotWrite,   ///< the file could not be opened, written or replaced; an older file is untouched
};

struct WriteFailure {
    WriteError error = WriteError::CannotWrite;
    QString file;
    QString detail; ///< the system's words
};

/// Suffixes writeReport understands, lower case, without the dot.
QStringList reportSuffixes();

/// Writes the report whole or not at all (QSaveFile). PDF needs a QGuiApplication, the others nothing.
std::expected<void, WriteFailure> writeReport(const Comparison &comparison, const QString &file,
                                              const ReportOptions &options, Progress &progress);

/// One or two sentences: what happened, to which file, what to do.
QString failureText(const WriteFailure &failure);

} // namespace parallax
