// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The stories that tests make their rows from: the cases of tests/corpus and the samples of resources/samples.
#pragma once

#include "comparison/comparison.h"

#include <QDir>
#include <QString>

#include <map>
#include <vector>

namespace parallax {

struct StoryFolder {
    QString name;     ///< of the case or sample
    QString articles; ///< absolute path of the folder to open
};

inline std::vector<StoryFolder> subfoldersOf(const QString &path, const QString &inside)
{
    std::vector<StoryFolder> folders;
    const QDir dir(path);
    const QStringList names = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names)
        folders.push_back({name, dir.filePath(name + inside)});
    return folders;
}

inline std::vector<StoryFolder> corpusFolders()
{
    return subfoldersOf(QStringLiteral(PARALLAX_SOURCE_DIR "/tests/corpus"), QStringLiteral("/articles"));
}

inline std::vector<StoryFolder> sampleFolders()
{
    return subfoldersOf(QStringLiteral(PARALLAX_SOURCE_DIR "/resources/samples"), QString());
}

inline std::vector<StoryFolder> allFolders()
{
    std::vector<StoryFolder> folders = corpusFolders();
    for (const StoryFolder &sample : sampleFolders())
        folders.push_back(sample);
    return folders;
}

/// The comparison of a folder, made once a process; null where nothing could be read.
inline ComparisonPtr comparisonOf(const QString &folder)
{
    static std::map<QString, ComparisonPtr> made;
    const auto known = made.find(folder);
    if (known != made.end())
        return known->second;
    NoProgress progress;
    auto comparison = compare({folder}, progress);
    return made[folder] = comparison ? std::make_shared<const Comparison>(std::move(*comparison)) : nullptr;
}

} // namespace parallax
