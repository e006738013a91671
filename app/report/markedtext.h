// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The text of a passage with the places where its event's tellings differ.
#pragma once

#include "comparison/comparison.h"
#include "report/reportoptions.h"

#include <QString>

#include <vector>

namespace parallax {

/// Where a divergence shows in a passage.
struct Mark {
    DivergenceKind kind = DivergenceKind::Wording;
    int group = 0;         ///< reading letter, 0 = A
    TextSpan line;         ///< words it underlines; empty where a heavier mark underlines them already
    int badgeAt = 0;       ///< UTF-16 position its badge stands before: the end of its words
    bool isTinted = false; ///< whether the words have the kind's tint

    friend bool operator==(const Mark &, const Mark &) = default;
};

/// A text and its marks, by badgeAt; their lines never overlap.
struct MarkedText {
    QString text;
    std::vector<Mark> marks;
};

/// What one meets walking through a marked text from its beginning: text, where a mark's line begins and ends, badges.
struct MarkPiece {
    enum class Place { Text, Begin, End, Badge };
    Place place = Place::Text;
    QString text;               ///< of Place::Text; never empty
    const Mark *mark = nullptr; ///< of the others; lives as long as the marked text
};

/// Lines neither overlap nor nest, so begins and ends alternate; a badge may stand inside the line of another mark.
/// All text comes, in order, each character once.
std::vector<MarkPiece> piecesOf(const MarkedText &marked);

/// Where the divergences of `event` show in a passage. Of two marks on the same words the heavier draws the line and
/// the other keeps its badge only; where they overlap in part, the later line starts where the earlier one ends.
/// Linear in the event's divergences.
/// `selection` leaves out what the report does not hold; null = nothing.
MarkedText markedPassage(const Comparison &comparison, int event, PassageRef ref,
                         const ReportSelection *selection = nullptr);

/// Cut to the sentences that hold a mark, with dots for what is left out; to the first one where none does.
/// `sentences` are those of the whole text; none = nothing is cut. Linear.
MarkedText inSentences(const MarkedText &marked, const std::vector<Sentence> &sentences);

} // namespace parallax
