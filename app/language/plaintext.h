// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A text as it is compared, and the way back to the text as it is shown.
#pragma once

#include "story/story.h"

#include <QString>

#include <optional>
#include <vector>

namespace parallax {

/// A text without what a reader cannot see or would not call a difference: soft hyphens, zero-width and joining
/// characters and marks of direction are gone, every kind of space is a space, hyphens are plain ones, and ligatures,
/// presentation forms, wide and styled letters are the plain ones, and digits of every script are 0 to 9.
class PlainText
{
public:
    /// nullopt where `written` is plain already, which is nearly always. Linear.
    static std::optional<PlainText> of(const QString &written);

    const QString &text() const { return m_text; }
    /// The part of the written text that a part of the plain one comes from: whole ligatures, and nothing invisible
    /// before its first or behind its last character.
    TextSpan written(TextSpan plain) const;

private:
    void add(QStringView plain, int start, int end);

    QString m_text;
    std::vector<int> m_starts; ///< of each unit of m_text: where what it comes from begins in the written text
    std::vector<int> m_ends;   ///< and ends
};

} // namespace parallax
