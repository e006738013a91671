// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a sentence states and who vouches for it: the units that the rules of attribution compare.
#pragma once

#include "divergence/context.h"
#include "divergence/phrases.h"

#include <QString>

#include <tuple>
#include <vector>

namespace parallax {

/// What a sentence states, with the source it gives; `attribution` null for none.
struct Statement {
    SentenceRef sentence;
    const Attribution *attribution = nullptr;
    QString key;      ///< statements with equal keys agree; empty for no source
    WordRange region; ///< the words it speaks for: its complement, or what stands before it

    friend bool operator<(const Statement &x, const Statement &y)
    {
        const auto place = [](const Statement &s) {
            return std::tuple(s.sentence, s.attribution ? s.attribution->span.start : -1);
        };
        return place(x) < place(y);
    }
};

/// The sentence itself.
const Sentence &sentenceAt(const DivergenceContext &context, SentenceRef ref);

/// The statements of a sentence that names their sources, in order; empty where it names none.
std::vector<Statement> statementsOf(const DivergenceContext &context, SentenceRef ref);

/// The same; where the sentence is quoted and names no source, with the nearest one of its passage.
std::vector<Statement> spokenStatementsOf(const DivergenceContext &context, SentenceRef ref);

/// Whether most of a sentence is quoted.
bool isQuoted(const DivergenceContext &context, SentenceRef ref);

/// Whether two statements with sources come from the same one as far as the texts tell: one name, a name and its
/// initials, "Foreign Minister Lund" and "the minister", kindred nouns. A pronoun is whom it resolves to.
bool areOneSource(const DivergenceContext &context, const Statement &a, const Statement &b);

/// The stems of some words without those of sources and names: who is spoken of is not what is said.
std::vector<int> saidOf(const DivergenceContext &context, PassageRef ref, WordRange words);

} // namespace parallax
