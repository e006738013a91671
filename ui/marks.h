// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Which divergence marks lie on the words of a passage, and how strongly: a pure function of values.
#pragma once

#include "comparison/comparison.h"

#include <QSet>

#include <vector>

namespace parallax {

/// What the reader looks at.
struct Focus {
    int event = -1;             ///< current event; -1 none
    int divergence = -1;        ///< current divergence; -1 none
    int hovered = -1;           ///< event under the pointer; -1 none
    QSet<DivergenceKind> kinds; ///< kinds that are shown; others have no mark

    friend bool operator==(const Focus &, const Focus &) = default;
};

/// One reading, as it is drawn.
struct Mark {
    int divergence = 0;
    DivergenceKind kind = DivergenceKind::Wording;
    int group = 0; ///< the reading's letter
    double weight = 0;
    TextSpan span;               ///< the whole reading: tool tip and frame
    std::vector<TextSpan> lines; ///< parts of the span that carry line and tint; empty where heavier words cover it all
    bool isFaint = true;         ///< of another event: the line alone, at a third of its strength
    bool hasTint = false;
    bool hasBadge = false;  ///< behind the last word of the span
    bool isCurrent = false; ///< framed

    friend bool operator==(const Mark &, const Mark &) = default;
};

/// Reading `reading` of divergence `divergence`.
struct ReadingRef {
    int divergence = 0;
    int reading = 0;

    friend auto operator<=>(const ReadingRef &, const ReadingRef &) = default;
};

/// Readings and events by passage, so that drawing one passage does not walk the whole comparison.
class MarkIndex
{
public:
    MarkIndex() = default;
    /// Linear in passages, readings and event members.
    explicit MarkIndex(const Comparison &comparison);

    /// Readings on a passage, ordered by divergence.
    const std::vector<ReadingRef> &readings(PassageRef passage) const;
    /// Events that hold a passage, ascending.
    const std::vector<int> &events(PassageRef passage) const;

private:
    struct Entry {
        std::vector<ReadingRef> readings;
        std::vector<int> events;
    };
    const Entry &entry(PassageRef passage) const;

    std::vector<std::vector<Entry>> m_entries;
};

/// The marks of a passage, ordered by start, then falling weight. Design tokens, section 2: the current event's marks
/// are full (tint from weight 0.3 up and never for names; badges), those of other events a faint line, and inside
/// current passages only other events' figures stay. Hovering an event shows its lines in full.
/// Same words: the heavier has the line; a mark inside another keeps its own words; otherwise the later one begins
/// where the first ends. Quadratic in the readings of the passage, which are few.
std::vector<Mark> marksOf(const Comparison &comparison, const MarkIndex &index, PassageRef passage, const Focus &focus);

/// The badges that follow one place in the text, heaviest first.
struct BadgeStop {
    int position = 0;       ///< end of the words, in the passage
    std::vector<int> marks; ///< indexes into the passage's marks

    friend bool operator==(const BadgeStop &, const BadgeStop &) = default;
};
/// Where a passage needs room for badges, by position.
std::vector<BadgeStop> badgeStops(const std::vector<Mark> &marks);

} // namespace parallax
