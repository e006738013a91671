// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How far a telling can commit itself to an act, and the English words that say so.
#pragma once

#include "language/lexicon.h"

#include <QString>

#include <optional>
#include <span>

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

/// Its name in a dump: "stated", "expected".
QLatin1StringView nameOf(Commitment commitment);

/// What a word says, wherever it stands, of how far a telling commits itself; inflected forms of a verb count as it.
struct Cues {
    std::optional<Commitment> chain;     ///< governs "to" and a verb: "expected", "tried"
    std::optional<Commitment> near;      ///< right before a noun or verb: "alleged", "reportedly"
    std::optional<Commitment> object;    ///< a verb with the act for its object: "denied the raid"
    std::optional<Commitment> report;    ///< a verb that says how sure what follows is: "accuse"
    std::optional<Commitment> passive;   ///< such a verb in the passive only: "is reported"
    std::optional<Commitment> predicate; ///< an adjective behind "is": "likely", "unclear"
    bool isOpinionVerb = false;          ///< said of an own opinion: "we believe"; only its passive casts doubt
    bool isClaimNoun = false;            ///< "claims", "allegation"
    bool isAskingVerb = false;           ///< "asked", "wonders"
    bool isQuestionWord = false;         ///< "how", "whether"
    bool isOpenWord = false;             ///< "whether", "unclear" before a subject
    bool isCarrier = false;              ///< an event word that only carries another act: "hold", "continue"
    bool isPromising = false;            ///< "pledged": what follows is to come
};

/// Cues of a folded English word; none of an unknown one.
Cues cuesOf(const QString &folded, std::span<const Lemma> lemmas);

/// Whether two commitments say something else: fact against no fact, and the ways of being none against each other.
bool differ(Commitment a, Commitment b);

/// What tellings are grouped by: under way counts as stated.
Commitment plainly(Commitment commitment);

/// Whether the difference of two is one of time and outcome (happened, to come), not of certainty.
bool isOutcome(Commitment commitment);

} // namespace parallax
