// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What press databases export: many articles in one file.
#pragma once

#include "story/story.h"

#include <vector>

namespace parallax {

/// The articles of a file that a press database wrote (Nexis, Factiva, ProQuest and their like), in its order: parted
/// where "Document 2 of 12" begins one, where "End of Document" or a document number ends one, or between the fields
/// below one article and the length of the next. Each has the passages between; what the database put around them
/// (marks, fields, a cover page) is Furniture. One article where the file is no such export. Linear in the text.
std::vector<Article> splitExport(Article whole);

} // namespace parallax
