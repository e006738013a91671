// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Folder or files → Story.
#pragma once

#include "progress.h"
#include "story/story.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <expected>

namespace parallax {

enum class ReadError {
    Cancelled,    ///< Progress said stop
    NotFound,     ///< no such folder or file
    NotReadable,  ///< the folder exists and cannot be listed
    NothingToRead ///< the folder holds no article; Failure::skipped says what it holds
};

struct ReadFailure {
    ReadError error = ReadError::NotFound;
    QString path;                     ///< which folder or file
    std::vector<SkippedFile> skipped; ///< what was there and why none of it could be read
};

struct ReadOptions {
    /// The user's choice of encoding (IANA name) for files, by Article::file. Others are read as they look.
    QHash<QString, QByteArray> encodings;

    friend bool operator==(const ReadOptions &, const ReadOptions &) = default;
};

/// Reads one folder (its top level; sub-folders are listed as skipped) or several files into a story.
/// `paths` with one folder: its files; with files: those files, in a story named after their common folder.
/// The order of `paths` changes nothing: articles are ordered by name (case-folded, numbers by value).
/// A file may hold several articles: then it is in Story::split.
/// A file that can't be read is in Story::skipped with its reason and does not stop the others. Only regular files
/// (or links to them) are read, nothing is written. Linear in the bytes read.
std::expected<Story, ReadFailure> readStory(const QStringList &paths, Progress &progress,
                                            const ReadOptions &options = {});

} // namespace parallax
