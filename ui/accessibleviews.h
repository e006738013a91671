// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The painted views for screen readers and other assistive programs.
#pragma once

#include "comparison/comparison.h"

#include <QString>

namespace parallax {

/// From now on articles show their passages, and passages their marks, in the accessibility tree. May be called again.
///
/// - an article: a document; children: its passages, then its overview strip
/// - a passage: a paragraph or heading whose text can be read, selected and followed by the caret; its name begins with
///   its number, its description says which event it reports and what diverges; press levels the event; children: its
///   marks
/// - a mark: a link; its name is its words, its description kind, readings and what the others have; press makes its
///   divergence current
void installAccessibleViews();

/// A divergence in one spoken line: "Figure, injured: A Tidewater Courier Four people; B …".
QString spokenDivergence(const Comparison &comparison, int divergence);

} // namespace parallax
