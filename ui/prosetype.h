// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The type that articles are set in: design tokens, section 6.
#pragma once

#include "story/story.h"

#include <QFont>

namespace parallax {

/// The system's text size in pixels; never below what can be read.
int systemTextSize();
/// A serif that covers every script, in pixels; `language` (BCP 47) decides between the Chinese, Japanese and Korean
/// ones.
QFont proseFont(const QString &language, qreal pixels);
/// What the text of a role is set in where the article's is `prose`.
QFont roleFont(Role role, const QFont &prose, qreal pixels);

} // namespace parallax
