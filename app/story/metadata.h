// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Title, outlet, day of publication and language of an article.
#pragma once

#include "story/story.h"

namespace parallax {

/// Fills Article::title, outlet, published and language from its passages with their roles, else from its file name.
/// What a format declared already (a field that is not empty) stays. Unknown stays empty: a wrong outlet or day
/// misleads, a missing one does not. A date like 03/04/2024 that may be read two ways is no date.
void describe(Article &article);

} // namespace parallax
