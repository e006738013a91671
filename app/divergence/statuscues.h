// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How far a telling commits itself to an act: what stands before its verb or noun.
#pragma once

#include "divergence/commitment.h"
#include "divergence/context.h"
#include "divergence/phrases.h"

namespace parallax {

/// An act spoken of, with what governs it.
struct Act {
    int word = 0; ///< the verb or noun; 0-based index into the passage's words
    bool isVerb = false;
    Commitment commitment = Commitment::Stated;
    WordRange words;       ///< cue, act and what belongs to it: "is expected to veto the measure"
    bool hasCue = false;   ///< a word outside the act itself says so
    bool isBeing = false;  ///< what something would be, not what is done: "would be the worst"
    bool isReport = false; ///< the word is itself what casts doubt ("accused", "claims"); what is done stands behind it
};

/// The acts of a sentence in order: event words with the commitment of what governs them. English only.
std::vector<Act> actsOf(const DivergenceContext &context, PassageRef ref, const Sentence &sentence);

} // namespace parallax
