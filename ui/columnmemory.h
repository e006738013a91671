// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the reader made of a story's columns, kept for the next time it is opened.
#pragma once

#include "story/story.h"
#include "ui/columnplan.h"

#include <optional>

namespace parallax {

/// Kept by file, so that it survives articles that come and go, for the thirty stories last changed. A choice like that
/// of a story never touched is forgotten.
void rememberColumns(const Story &story, const ColumnChoice &choice);
/// nullopt for a story never touched. Articles that are new stand last, shown.
std::optional<ColumnChoice> rememberedColumns(const Story &story);

} // namespace parallax
