// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The paragraphs of a web page, as a browser would lay them out.
#pragma once

#include "story/formats/pagetree.h"

namespace parallax {

struct PageBlock {
    QString text;   ///< white space as CSS collapses it; never blank
    int node = 0;   ///< the innermost element that begins a line (p, li, h2, div …) or the table row
    int linked = 0; ///< UTF-16 code units of `text` that stand in links
    int index = 0;  ///< the first text node; blocks are in the order of the page

    /// 0…1: how much of the text is links.
    double linkDensity() const { return static_cast<double>(linked) / static_cast<double>(text.size()); }
};

/// Whether nobody who opens the page sees this element: `hidden`, `aria-hidden`, display:none, head, dialog, button.
bool isHidden(const PageNode &node);

/// All paragraphs that are to be seen. Two line breaks part paragraphs, one does where a sentence ends at it or a list
/// goes on; the cells of a table's row are one paragraph, unless they hold paragraphs of their own. No-break and
/// zero-width characters stay; control characters become U+FFFD. With `evenHidden`, what styles and attributes hide is
/// there too: some pages show their text only once a script has run. Linear.
std::vector<PageBlock> blocksOf(const PageTree &page, bool evenHidden = false);

} // namespace parallax
