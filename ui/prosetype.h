// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The type that articles are set in: design tokens, section 6.
#pragma once

#include "story/story.h"

#include <QFont>

namespace parallax {

/// The system's text size in pixels; never below what can be read.
int systemTextSize();
/// How the reader wants the articles set.
struct ReadingType {
    QString family;     ///< of the article text; empty for our own serif
    double zoom = 1;    ///< 0.5…3 of the system's text size
    double spacing = 1; ///< of the lines, 1…2 of their usual distance

    friend bool operator==(const ReadingType &, const ReadingType &) = default;
};

/// A serif that covers every script, in pixels; `language` (BCP 47) decides between the Chinese, Japanese and Korean
/// ones. A family that the reader chose comes before it, for the scripts that it has.
QFont proseFont(const QString &language, qreal pixels, const QString &family = {});
/// What the text of a role is set in where the article's is `prose`.
QFont roleFont(Role role, const QFont &prose, qreal pixels);

} // namespace parallax
