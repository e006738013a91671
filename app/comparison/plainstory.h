// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The texts that are compared, which are not in every character those that are shown.
#pragma once

#include "comparison/comparison.h"
#include "language/plaintext.h"

#include <vector>

namespace parallax {

/// A passage whose written text is not plain.
struct WrittenPassage {
    PassageRef passage;
    QString text; ///< as written
    PlainText plain;
};

/// Gives every passage its plain text, and answers what was written; empty as a rule. Linear.
std::vector<WrittenPassage> makePlain(Story &story);

/// Undoes makePlain in a whole comparison: passages have their written texts, and every span of words, sentences,
/// figures, dates, quotations, sources, names and readings lies in them. `written` comes from makePlain.
void restoreWritten(Comparison &comparison, const std::vector<WrittenPassage> &written);

} // namespace parallax
