// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A piece of the comparison to paste somewhere: an event with its readings and passages, or one passage.
#pragma once

#include "comparison/comparison.h"

#include <QString>

namespace parallax {

enum class ExcerptFormat {
    Text,
    Markdown,
    Html, ///< a fragment without classes or styles of its own, as word processors take it
};

/// The event's label and tellers, its divergences as a table (a list in plain text), its passages with marks: words of
/// a mark underlined (bold in Markdown), behind them the kind's letter and the reading's: "87 dead [F B]".
/// What articles hold is escaped: it cannot become markup. Ends in a line feed. Linear in the event.
QString eventExcerpt(const Comparison &comparison, int event, ExcerptFormat format);

/// A passage word for word, without marks, as a quotation with its article, day and paragraph number below.
QString passageExcerpt(const Comparison &comparison, PassageRef passage, ExcerptFormat format);

} // namespace parallax
