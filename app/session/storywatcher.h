// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Notices that the files of an open story are no longer what was read.
#pragma once

#include "session/request.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <map>

namespace parallax {

/// What a file was when it was looked at.
struct FileStamp {
    qint64 size = 0;
    QDateTime modified;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};

/// Files by absolute path: those of a folder's top level, or the files named. Hidden ones are left out, as the reader
/// does. What is not there has no entry.
std::map<QString, FileStamp> stampsOf(const QStringList &paths);

/// Watches through the file system, and looks again when asked: network folders send no notice.
class StoryWatcher : public QObject
{
    Q_OBJECT

public:
    explicit StoryWatcher(QObject *parent = nullptr);

    /// Takes the files as they are now for what was read; no paths: watches nothing.
    void watch(const QStringList &paths);
    /// Looks now instead of when the file system says so.
    void look();

    /// Names of the files that are new, gone or different since watch(), sorted.
    const QStringList &changed() const { return m_changed; }

Q_SIGNALS:
    /// changed() is another than before; empty where all is again as it was read.
    void changedChanged();

private:
    QFileSystemWatcher m_files;
    QTimer m_pause; ///< editors write a file in several steps
    QStringList m_paths;
    std::map<QString, FileStamp> m_read;
    QStringList m_changed;
};

} // namespace parallax
