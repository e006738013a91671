// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Rich Text Format (1.9.1) → paragraphs.
#pragma once

#include "story/formats/format.h"

namespace parallax {

/// Groups within each other; word processors stay below fifty.
constexpr int deepestGroup = 1'000;

/// Reads an .rtf: the text with headings and captions by the names of their styles, notes behind it, heads and feet of
/// the pages as furniture. Hidden and deleted text, pictures and embedded objects are left out. Each font's letters are
/// read in the font's own code page; the user's choice of encoding replaces all of them. Refuses what ends inside its
/// groups too deep (TooLarge).
ReadResult readRichText(const FormatInput &input);

} // namespace parallax
