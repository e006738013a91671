// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How far a telling commits itself to an act: what stands before its verb or noun.
#pragma once

#include "divergence/phrases.h"

namespace parallax {

/// From nothing said against it to denied. Tellings with another value differ.
enum class Commitment {
    None,      ///< an infinitive or participle that commits to nothing: "to veto", "vetoing"
    Stated,    ///< happened, or is spoken of as a fact: "vetoed", "the attack"
    Ongoing,   ///< under way: "is voting", "continues"
    Expected,  ///< to come: "will", "set to", "expected to", "planned"
    Attempted, ///< "tried to", "bid to"
    Unreal,    ///< "would have"
    Possible,  ///< "may", "could", "possible"
    Likely,    ///< "likely", "probably"
    Alleged,   ///< "alleged", "suspected", "is said to", "accused of"
    Denied,    ///< "denied", "rejected"
    Negated,   ///< "not", "failed to"
    Open,      ///< "whether", "unclear if"
};

/// An act spoken of, with what governs it.
struct Act {
    int word = 0; ///< the verb or noun; 0-based index into the passage's words
    bool isVerb = false;
    Commitment commitment = Commitment::Stated;
    WordRange words;     ///< cue, act and what belongs to it: "is expected to veto the measure"
    bool hasCue = false; ///< a word outside the act itself says so
};

/// The acts of a sentence in order: event words with the commitment of what governs them. English only.
std::vector<Act> actsOf(const QString &text, const PassageLanguage &passage, const Sentence &sentence);

/// Whether two commitments say something else: fact against no fact, and the ways of being none against each other.
bool differ(Commitment a, Commitment b);

/// Whether the difference of two is one of time and outcome (happened, to come), not of certainty.
bool isOutcome(Commitment commitment);

} // namespace parallax
