// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What each passage of an article is: part of the telling, or part of the page it stood on.
#pragma once

#include "story/story.h"

namespace parallax {

/// Sets the role of every passage, judged by its words, its shape and its place among the others.
/// Roles other than Body that a passage has already stay: its format said so (a heading, a figure's caption).
/// In doubt a passage is Body: a page part that stays is noise, a paragraph set aside is news that the reader misses.
/// Wordings are English; shapes (addresses, repeated lines, dates in digits, short lines around the text) serve any
/// language. Linear in the text. Passages must not be blank.
void assignRoles(std::vector<Passage> &passages);

/// How many words a reader would count; scripts without spaces are counted by their letters.
int wordCount(QStringView text);

/// Whether a sentence ends where the text ends, closing quotation marks and brackets aside.
bool endsWithStop(QStringView text);

} // namespace parallax
