// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Names of persons, places, organisations and things, as written.
#pragma once

#include "language/words.h"

#include <vector>

namespace parallax {

struct NameMention {
    TextSpan span; ///< the name with titles ("Mr Lund", "Val Doria", "Nord Peat")
    TextSpan core; ///< without leading titles and courtesy words
    int sentence = 0;
    int firstWord = 0; ///< of `span`; 0-based index into the passage's words
    int wordCount = 0;

    friend bool operator==(const NameMention &, const NameMention &) = default;
};

/// The names of a passage in order, found by capitals inside sentences. A passage written in title case (a headline)
/// gives names only where the passage's other words say so. Linear.
std::vector<NameMention> findNames(const QString &text, const std::vector<Word> &words,
                                   const std::vector<Sentence> &sentences, const QString &language);

} // namespace parallax
