// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Makes text that strangers wrote harmless where it stands among our own: articles, outlets, file names.
#pragma once

#include <QString>

namespace parallax {

/// `text` with its bidirectional controls balanced: every embedding, override and isolate it opens is closed, and none
/// is closed that it did not open. So its writing direction ends where it ends. Text without such controls, and text
/// that uses them rightly, stays as it is. Linear.
QString balanced(const QString &text);

/// balanced(), and where the text holds such controls, isolated from what stands around it in the same line.
QString isolated(const QString &text);

/// Control characters, noncharacters and halves of surrogate pairs replaced by U+FFFD; tab and line feed stay.
QString withoutControls(const QString &text);

} // namespace parallax
