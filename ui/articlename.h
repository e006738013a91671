// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a reader calls an article, and what heads it.
#pragma once

#include "comparison/comparison.h"

namespace parallax {

/// Its outlet, else its title, else the name of its file.
inline QString articleName(const Article &article)
{
    if (!article.outlet.isEmpty())
        return article.outlet;
    return article.title.isEmpty() ? article.file : article.title;
}

/// The lines over an article.
struct ArticleFacts {
    QString name;     ///< outlet, else the headline
    QString headline; ///< headline, else the file
    QString day;      ///< of publication
    QString words;    ///< "826 words"; empty where nothing was counted
    QString encoding;

    /// Those of day, words and encoding that there are, joined.
    QString line() const;
};
ArticleFacts factsOf(const Comparison &comparison, int article);

} // namespace parallax
