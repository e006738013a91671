// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Why one file did not become an article: a SkippedFile that does not know its name yet.
#pragma once

#include "story/story.h"

namespace parallax {

struct Refusal {
    SkipReason reason = SkipReason::Unreadable;
    QString detail; ///< facts, not a sentence: a system message, a limit, a media type

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

} // namespace parallax
