// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Places where tellings choose other words for the same thing, by the ways such places are found.
#pragma once

#include "divergence/context.h"
#include "divergence/phrases.h"

#include <vector>

namespace parallax {

/// Words that one telling chose.
struct Choice {
    PassageRef passage;
    WordRange words; ///< what is shown: "the flawless envoy"
    int word = 0;    ///< the chosen word itself; 0-based index into the passage's words
    QString key;     ///< choices with equal keys agree

    friend bool operator==(const Choice &, const Choice &) = default;
};

/// Two choices for one thing.
struct ChoicePair {
    Choice a;
    Choice b;
    double score = 0; ///< how surely and how far they differ
};

/// Where two sentences share the words to both sides, what stands between: "has not {improved} but most likely
/// {worsened}" / "has not {become better} but …". `pair` must be of linked passages.
std::vector<ChoicePair> replacedRuns(const DivergenceContext &context, const SentencePair &pair);

/// One noun, or a synonym, with other words before it in linked passages: "retaliatory strike" / "punitive strike".
std::vector<ChoicePair> otherModifiers(const DivergenceContext &context);

/// One source, one statement, another verb of saying: "said" / "admitted".
std::vector<ChoicePair> otherSpeechVerbs(const DivergenceContext &context);

/// A few words quoted alike in linked passages, other verbs before them: "wants to know" / "hopes to understand".
std::vector<ChoicePair> otherFrames(const DivergenceContext &context);

/// One verb done in another manner in two sentences: "flatly denied" / "angrily denied". `pair`: of linked passages.
std::vector<ChoicePair> otherManners(const DivergenceContext &context, const SentencePair &pair);

} // namespace parallax
