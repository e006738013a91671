// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The stories that tests make their rows from: the cases of tests/corpus.
#pragma once

#include "comparison/comparison.h"

#include <QDir>
#include <QString>

#include <map>
#include <vector>

namespace parallax {

struct StoryFolder {
    QString name;     ///< of the case
    QString articles; ///< absolute path of the folder to open
};

/// The cases of tests/corpus by name. The sample story is among them, as a link.
inline std::vector<StoryFolder> corpusFolders()
{
    std::vector<StoryFolder> folders;
    const QDir corpus(QStringLiteral(PARALLAX_SOURCE_DIR "/tests/corpus"));
    const QStringList names = corpus.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names)
        folders.push_back({name, corpus.filePath(name + QStringLiteral("/articles"))});
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
