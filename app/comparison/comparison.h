// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The finished comparison, and the one function that makes it.
#pragma once

#include "alignment/alignment.h"
#include "divergence/divergence.h"
#include "language/language.h"
#include "progress.h"
#include "story/story.h"
#include "story/storyreader.h"

#include <QStringList>

#include <expected>
#include <memory>
#include <vector>

namespace parallax {

/// Immutable once built; every view, report and dump shares it.
struct Comparison {
    Story story;
    std::vector<ArticleLanguage> language; ///< one an article
    Alignment alignment;
    std::vector<Divergence> divergences;
    Sureness sureness = Sureness::Balanced; ///< how many links the reader asked for
    std::vector<QString> fallbacks; ///< what was simplified because a limit was passed, in words; empty as a rule

    /// Indexes of the events that hold a passage, ascending. Linear in events.
    std::vector<int> eventsOf(PassageRef ref) const;
    /// Indexes of the divergences of an event, ascending (= falling weight).
    std::vector<int> divergencesOf(int event) const;
};

using ComparisonPtr = std::shared_ptr<const Comparison>;

/// Reads, analyses, aligns and finds divergences.
std::expected<Comparison, ReadFailure> compare(const QStringList &paths, Progress &progress,
                                               Sureness sureness = Sureness::Balanced);

/// The same without the reading. ReadError::Cancelled is the only error.
std::expected<Comparison, ReadFailure> compareStory(Story story, Progress &progress,
                                                    Sureness sureness = Sureness::Balanced);

} // namespace parallax
