// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the people who built a page called its parts.
#pragma once

#include "story/formats/pagetree.h"

namespace parallax {

enum class Hint {
    None,
    Text,     ///< holds the article's text: "article-body", itemprop articleBody
    Comments, ///< readers' own words, which may outweigh the article's
    Aside,    ///< menus, related links, adverts, sharing, newsletters, consent, the author's life
    Byline,
    Date,
    Caption,
    Standfirst, ///< the sentences under the headline: "standfirst", "dek", "lede"
    PullQuote,
    Headline,
};

/// What the element's tag, classes, id, role and microdata call it. They are words of the trade, English nearly
/// everywhere ("post-content" on a Russian page); None where they say nothing or too little.
Hint hintOf(const PageNode &node);

} // namespace parallax
