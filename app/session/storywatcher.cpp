// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/storywatcher.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace parallax {

namespace {

constexpr int Pause = 400;       // ms without news before we look
constexpr int MostWatched = 200; // files; systems have few notices to give, and looking again finds the others

} // namespace

std::map<QString, FileStamp> stampsOf(const QStringList &paths)
{
    std::map<QString, FileStamp> stamps;
    const auto add = [&stamps](const QFileInfo &file) {
        stamps.emplace(file.absoluteFilePath(), FileStamp{file.size(), file.lastModified()});
    };
    for (const QString &path : paths) {
        const QFileInfo given(path);
        if (given.isDir()) {
            for (const QFileInfo &file : QDir(path).entryInfoList(QDir::Files))
                add(file);
        } else if (given.exists()) {
            add(given);
        }
    }
    return stamps;
}

StoryWatcher::StoryWatcher(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_files, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &StoryWatcher::look);
}

void StoryWatcher::watch(const QStringList &paths)
{
    if (const QStringList former = m_files.files() + m_files.directories(); !former.isEmpty())
        m_files.removePaths(former);
    m_pause.stop();
    m_paths = paths;
    m_read = stampsOf(paths);
    QStringList watched;
    for (const QString &path : paths) {
        if (QFileInfo(path).isDir())
            watched << path;
    }
    for (const auto &[file, stamp] : m_read) {
        if (watched.size() < MostWatched)
            watched << file;
    }
    if (!watched.isEmpty())
        m_files.addPaths(watched);
    if (!m_changed.isEmpty()) {
        m_changed.clear();
        Q_EMIT changedChanged();
    }
}

void StoryWatcher::look()
{
    const auto now = stampsOf(m_paths);
    QStringList changed;
    for (const auto &[file, stamp] : now) {
        const auto before = m_read.find(file);
        if (before == m_read.end() || before->second != stamp)
            changed << QFileInfo(file).fileName();
    }
    for (const auto &[file, stamp] : m_read) {
        if (!now.contains(file))
            changed << QFileInfo(file).fileName();
    }
    std::ranges::sort(changed);
    // A file that was replaced is no longer watched.
    QStringList lost;
    for (const auto &[file, stamp] : now) {
        if (m_files.files().size() + lost.size() < MostWatched && !m_files.files().contains(file))
            lost << file;
    }
    if (!lost.isEmpty())
        m_files.addPaths(lost);
    if (changed == m_changed)
        return;
    m_changed = changed;
    Q_EMIT changedChanged();
}

} // namespace parallax
