// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the user asked to have compared, and carrying it out. The window and the command line share it.
#pragma once

#include "comparison/comparison.h"

#include <QString>
#include <QStringList>

namespace parallax {

struct Request {
    QStringList paths;  ///< one folder, or files; absolute, so that reloading finds them again
    QStringList labels; ///< outlets the user names: in the order of `paths`, for a folder in the order shown
    Sureness sureness = Sureness::Balanced;    ///< how many links the user wants
    QHash<QString, QByteArray> encodings = {}; ///< chosen by the user, by Article::file; see ReadOptions

    friend bool operator==(const Request &, const Request &) = default;
};

/// Reads what is asked for, gives the articles the names the user chose (an empty one changes nothing, surplus ones
/// are ignored) and compares. Errors: those of readStory and compareStory.
std::expected<Comparison, ReadFailure> compareAsked(const Request &request, Progress &progress);

/// "Reading articles", "Aligning passages", …: what a stage does, for a progress display.
QString stageName(Stage stage);

} // namespace parallax
