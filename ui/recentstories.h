// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The stories opened last, kept in the user's settings.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace parallax {

struct RecentStory {
    QStringList paths; ///< one folder, or the files
    QString title;
    int articles = 0;
    int events = 0;
    QDateTime opened;
    QString event = {};                        ///< StoryPlace
    int divergence = -1;                       ///< StoryPlace
    QHash<QString, QByteArray> encodings = {}; ///< chosen by the reader, by file name; see Request

    /// Whether the folder, or every file, is still there.
    bool isThere() const;
    /// The folder it lies in, with the home directory as "~".
    QString place() const;
    /// "5 articles · 39 events · opened today 13:40"; that it is gone, where it is.
    QString facts() const;

    friend bool operator==(const RecentStory &, const RecentStory &) = default;
};

/// Newest first, at most ten.
std::vector<RecentStory> recentStories();
/// Puts a story first; it replaces an older entry with the same paths.
void rememberStory(const RecentStory &story);
void clearRecentStories();

/// Where the reader was in a story, in words that survive another run of the comparison.
struct StoryPlace {
    QString event;       ///< its label; empty for none
    int divergence = -1; ///< place among the event's divergences; -1 none

    friend bool operator==(const StoryPlace &, const StoryPlace &) = default;
};

/// Kept with the recent story of these paths; nothing is kept for others.
void rememberPlace(const QStringList &paths, const StoryPlace &place);
StoryPlace placeIn(const QStringList &paths);
/// The encodings that the reader chose when these paths were open last.
QHash<QString, QByteArray> encodingsChosenFor(const QStringList &paths);

} // namespace parallax
