// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Word documents (Office Open XML, ECMA-376) → paragraphs.
#pragma once

#include "story/formats/format.h"

namespace parallax {

/// Reads a .docx: the text as a reader of the final version sees it. Insertions are text, deletions and hidden text are
/// not; headings, captions and bylines have their role by the name of their style; notes follow the text, heads and
/// feet of the pages are furniture. Pictures, macros, comments and linked files are not looked at.
ReadResult readWordDocument(const FormatInput &input);

} // namespace parallax
