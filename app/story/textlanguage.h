// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Which language an article is written in.
#pragma once

#include "story/story.h"

#include <QString>

#include <vector>

namespace parallax {

/// The language of what the passages tell (BCP 47: "en", "sr", "zh-Hant"). `declared` is what the file says of itself,
/// empty where it says nothing; it stands unless the text plainly says otherwise. Empty where nobody can tell: a few
/// names, figures alone, no text. Linear in the beginning of the text.
QString languageOf(const std::vector<Passage> &passages, const QString &declared);

} // namespace parallax
