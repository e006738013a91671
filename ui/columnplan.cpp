// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_columns.cpp.
#include "ui/columnplan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parallax {

namespace {

constexpr int Gutter = 26;
constexpr int NarrowGutter = 22; ///< from six columns on
constexpr int Edge = 4;          ///< left of the first and right of the last column
constexpr int SpineWidth = 24;
constexpr int SpineGutter = 13; ///< on both sides of a spine: curves go on under it

/// A column or a spine, on the way from left to right.
struct Item {
    std::vector<int> articles;
    bool isSpine = false;
};

std::vector<Item> itemsOf(const std::vector<int> &shown, const std::vector<bool> &folds, int base)
{
    std::vector<Item> items;
    for (const int article : shown) {
        const bool isFolded =
            article != base && static_cast<size_t>(article) < folds.size() && folds[static_cast<size_t>(article)];
        if (isFolded && !items.empty() && items.back().isSpine)
            items.back().articles.push_back(article);
        else
            items.push_back({{article}, isFolded});
    }
    return items;
}

int gapBefore(const std::vector<Item> &items, size_t i, int gutter)
{
    if (i == 0)
        return Edge;
    return items[i].isSpine || items[i - 1].isSpine ? SpineGutter : gutter;
}

struct Widths {
    std::map<int, int> byArticle;
    bool fit = true;
};

/// The widths of the columns among the items.
Widths widthsOf(const std::vector<Item> &items, const ColumnChoice &choice, int viewWidth, int gutter, double zoom)
{
    const double scale = std::max(1.0, zoom);
    const int least = static_cast<int>(std::lround(LeastColumn * scale));
    Widths widths;
    int space = viewWidth - Edge;
    std::vector<int> sharing;
    for (size_t i = 0; i < items.size(); ++i) {
        space -= gapBefore(items, i, gutter);
        const int article = items[i].articles.front();
        if (items[i].isSpine) {
            space -= SpineWidth;
        } else if (const auto own = choice.widths.find(article); own != choice.widths.end()) {
            widths.byArticle[article] = std::max(least / 2, static_cast<int>(std::lround(own->second * scale)));
            space -= widths.byArticle[article];
        } else {
            sharing.push_back(article);
        }
    }
    if (sharing.empty()) {
        widths.fit = space >= 0;
        return widths;
    }
    int share = space / static_cast<int>(sharing.size());
    widths.fit = share >= least;
    if (!widths.fit)
        share =
            std::min(static_cast<int>(std::lround(BestColumn * scale)), std::max(LeastColumn, viewWidth - 2 * Edge));
    for (const int article : sharing)
        widths.byArticle[article] = std::min(share, static_cast<int>(std::lround(WidestColumn * scale)));
    return widths;
}

} // namespace

ColumnChoice ColumnChoice::ofStory(int articles)
{
    ColumnChoice choice;
    choice.order.resize(static_cast<size_t>(articles));
    std::iota(choice.order.begin(), choice.order.end(), 0);
    return choice;
}

std::vector<int> ColumnChoice::shown() const
{
    std::vector<int> articles;
    if (base >= 0 && !hidden.contains(base))
        articles.push_back(base);
    for (const int article : order) {
        if (article != base && !hidden.contains(article))
            articles.push_back(article);
    }
    return articles;
}

void ColumnChoice::moveTo(int article, int place)
{
    if (article == base)
        return;
    std::vector<int> visible = shown();
    std::erase(visible, article);
    const int first = base >= 0 && !hidden.contains(base) ? 1 : 0;
    place = std::clamp(place, first, static_cast<int>(visible.size()));
    std::erase(order, article);
    // Before the one it is put in front of; hidden ones keep their neighbours.
    const auto before = place < static_cast<int>(visible.size())
                            ? std::ranges::find(order, visible[static_cast<size_t>(place)])
                            : order.end();
    order.insert(before, article);
}

bool ColumnChoice::moveBy(int article, int step)
{
    const std::vector<int> visible = shown();
    const auto now = std::ranges::find(visible, article);
    if (now == visible.end() || article == base)
        return false;
    const int place = static_cast<int>(now - visible.begin()) + step;
    const int first = visible.front() == base ? 1 : 0;
    if (place < first || place >= static_cast<int>(visible.size()))
        return false;
    moveTo(article, place);
    return true;
}

bool ColumnChoice::hide(int article)
{
    if (shown().size() < 2)
        return false;
    hidden.insert(article);
    if (base == article)
        base = -1;
    return true;
}

ColumnPlan planColumns(const ColumnChoice &choice, const std::vector<bool> &folds, int viewWidth, double zoom)
{
    const std::vector<int> shown = choice.shown();
    ColumnPlan plan;
    if (shown.empty())
        return plan;
    const int gutter = shown.size() > 5 ? NarrowGutter : Gutter;
    std::vector<Item> items = itemsOf(shown, {}, choice.base);
    Widths widths = widthsOf(items, choice, viewWidth, gutter, zoom);
    if (!widths.fit) {
        std::vector<Item> folded = itemsOf(shown, folds, choice.base);
        const bool isAnythingLeft = std::ranges::any_of(folded, [](const Item &item) { return !item.isSpine; });
        if (isAnythingLeft && folded.size() < items.size()) {
            items = std::move(folded);
            widths = widthsOf(items, choice, viewWidth, gutter, zoom);
        }
    }
    plan.hasBase = choice.base >= 0 && shown.front() == choice.base;
    int x = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        x += plan.hasBase && i == 1 ? 0 : gapBefore(items, i, gutter);
        if (items[i].isSpine) {
            plan.spines.push_back({items[i].articles, x, SpineWidth});
            x += SpineWidth;
        } else {
            const int article = items[i].articles.front();
            plan.columns.push_back({article, x, widths.byArticle[article]});
            x += widths.byArticle[article];
        }
        if (plan.hasBase && i == 0) {
            plan.fixedWidth = x + (items.size() > 1 ? gapBefore(items, 1, gutter) : Edge);
            x = 0; // what follows stands in the part that scrolls
        }
    }
    const int used = (plan.hasBase && items.size() == 1 ? 0 : x + Edge);
    plan.width = std::max(used, viewWidth - plan.fixedWidth);
    // Columns as wide as they may be, and room left: in the middle.
    const int indent = plan.hasBase ? 0 : std::max(0, plan.width - used) / 2;
    for (ColumnSlot &column : plan.columns)
        column.x += indent;
    for (Spine &spine : plan.spines)
        spine.x += indent;
    return plan;
}

} // namespace parallax
