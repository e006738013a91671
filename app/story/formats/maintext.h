// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Which paragraphs of a web page are the article, and what each of them is.
#pragma once

#include "story/formats/pageregions.h"
#include "story/story.h"

namespace parallax {

struct MainText {
    std::vector<Passage> passages;
    QString headline; ///< the passage that is the page's title; empty where none is

    friend bool operator==(const MainText &, const MainText &) = default;
};

/// The article's passages with their roles, in the order of the page: headline, standfirst and cross-heads, paragraphs,
/// captions; besides, as Furniture, Byline or Dateline, what stands among them and is none. What lies around the
/// article (menus, other stories, comments) is left out. Empty where the page has no paragraph. Linear but for a
/// factor of the nesting.
MainText mainText(const PageTree &page, const std::vector<PageBlock> &blocks, const PageClaims &claims);

} // namespace parallax
