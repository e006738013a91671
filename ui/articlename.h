// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a reader calls an article.
#pragma once

#include "story/story.h"

namespace parallax {

/// Its outlet, else its title, else the name of its file.
inline QString articleName(const Article &article)
{
    if (!article.outlet.isEmpty())
        return article.outlet;
    return article.title.isEmpty() ? article.file : article.title;
}

} // namespace parallax
