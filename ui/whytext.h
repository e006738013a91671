// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Why passages stand together and why words are marked, in plain words: a pure function of values.
#pragma once

#include "comparison/comparison.h"

#include <QString>

#include <optional>

namespace parallax {

/// "very sure", "sure", "likely", "doubtful": a score of 0…1 in a word.
QString surenessWord(double score);

/// Rich text on an event: what ties its passages together and how sure each belongs. With a passage, what ties it to
/// each of the others. Passages are links "passage:ARTICLE/PASSAGE" (0-based). Empty for no event. Linear in links.
QString whyTogether(const Comparison &comparison, int event, std::optional<PassageRef> passage);

/// Rich text on a divergence: what is compared, who has which reading, what the readings come to, how much it weighs.
/// Empty for -1.
QString whyDivergent(const Comparison &comparison, int divergence);

/// The passage that a link of this text leads to; none for any other link.
std::optional<PassageRef> passageOfLink(const QString &link);

} // namespace parallax
