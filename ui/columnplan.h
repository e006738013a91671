// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Which articles have a column, in which order, and where each column stands: pure functions of values.
#pragma once

#include <map>
#include <set>
#include <vector>

namespace parallax {

/// What the reader made of the columns. Articles are indexes into Story::articles.
struct ColumnChoice {
    std::vector<int> order;    ///< every article once
    std::set<int> hidden;      ///< never all of them
    int base = -1;             ///< article that stays at the left edge; -1 for none
    std::map<int, int> widths; ///< pixels at 100 % zoom, of the columns that the reader made wider or narrower

    /// All, in story order, no base.
    static ColumnChoice ofStory(int articles);
    /// Those that are not hidden, the base first.
    std::vector<int> shown() const;
    /// Moves an article to a place among the shown ones, counted without it. The base keeps its place.
    void moveTo(int article, int place);
    /// One place on (1) or back (-1) among the shown ones; false at the end, or for the base.
    bool moveBy(int article, int step);
    /// false where nothing would be left to see. The base, hidden, is one no longer.
    bool hide(int article);

    friend bool operator==(const ColumnChoice &, const ColumnChoice &) = default;
};

struct ColumnSlot {
    int article = 0;
    int x = 0;
    int width = 0;

    int right() const { return x + width; }
    friend bool operator==(const ColumnSlot &, const ColumnSlot &) = default;
};

/// Neighbouring articles that are silent on the current event, folded into a narrow spine.
struct Spine {
    std::vector<int> articles;
    int x = 0;
    int width = 0;

    friend bool operator==(const Spine &, const Spine &) = default;
};

/// In pixels. The base, if there is one, is the first column and stands in the view; everything else stands in the part
/// that scrolls, whose left edge is `fixedWidth`.
struct ColumnPlan {
    std::vector<ColumnSlot> columns;
    std::vector<Spine> spines;
    bool hasBase = false;
    int fixedWidth = 0; ///< that the base takes at the left, its gutter included
    int width = 0;      ///< of the part that scrolls
};

/// Columns share the width where each gets at least what is readable; else those that are silent fold (`folds`, one
/// flag an article), and if that is not enough all have their best width and scroll sideways. `zoom` 1 is 100 %.
ColumnPlan planColumns(const ColumnChoice &choice, const std::vector<bool> &folds, int viewWidth, double zoom);

constexpr int LeastColumn = 190;  ///< narrower is not readable
constexpr int BestColumn = 230;   ///< where columns scroll sideways anyway
constexpr int WidestColumn = 620; ///< longer lines tire

} // namespace parallax
