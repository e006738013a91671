// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! OpenDocument texts (ISO/IEC 26300) → paragraphs.
#pragma once

#include "story/formats/format.h"

namespace parallax {

/// Reads an .odt: the text as a reader of the final version sees it. Deletions, comments and hidden text are left out;
/// headings, captions and bylines have their role by element or by the name of their style; notes follow the text,
/// heads and feet of the pages are furniture. Pictures, macros and linked files are not looked at.
ReadResult readOpenDocument(const FormatInput &input);

} // namespace parallax
