// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Plain text → paragraphs.
#pragma once

#include "story/formats/format.h"

#include <QStringList>

namespace parallax {

/// The non-blank paragraphs of a plain text, in order: its hard-wrapped blocks where the whole text is laid out so
/// (lines joined with a space, between two ideographs with nothing), else each non-blank line.
/// `text` has "\n" line ends (decodeText). A paragraph is trimmed of white space and of zero-width spaces; inside, each
/// tab becomes one space and everything else stays, code point for code point. Empty text has none. Linear.
QStringList paragraphsOf(QStringView text);

/// Reads a plain text file: passages without roles, and the encoding. Refuses what has no text (Empty), is none
/// (Binary) or has more of it than largestText (TooLarge).
ReadResult readTextFormat(const FormatInput &input);

} // namespace parallax
