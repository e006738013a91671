// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/metadata.h"

namespace parallax
{
void describe(Article &article)
{
    article.language = QStringLiteral("en");
    for (const Passage &p : article.passages) {
        if (p.role == Role::Headline) {
            article.title = p.text;
            break;
        }
    }
    if (article.title.isEmpty() && !article.passages.empty())
        article.title = article.passages.front().text.left(80);
}
} // namespace parallax
