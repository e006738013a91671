// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! States that news words put on a scale: missing before crashed, feared dead before dead, arrested before convicted.
#pragma once

#include "divergence/phrases.h"

namespace parallax {

/// What a state is a state of.
enum class FateScale {
    Craft,   ///< a vessel, train or plane: missing, wrecked
    Life,    ///< persons: in doubt, feared or presumed dead, dead
    Search,  ///< what is looked for: sought, not found, given up, found
    Custody, ///< a suspect: sought, held, charged, convicted, cleared
    Service, ///< an airport, a road, a supply: closed, open again
};

/// One state told in a sentence.
struct Fate {
    FateScale scale = FateScale::Craft;
    int step = 0;    ///< how far on its scale; mentions of one thing with other steps differ
    int word = 0;    ///< 0-based index into the passage's words
    WordRange words; ///< with what governs it: "are yet to be found"
};

/// The states told in a sentence, in order. English only.
std::vector<Fate> fatesOf(const DivergenceContext &context, PassageRef ref, const Sentence &sentence);

} // namespace parallax
