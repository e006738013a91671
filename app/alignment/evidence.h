// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What passages have in common, in the words of the text.
#pragma once

#include "alignment/alignment.h"
#include "alignment/vocabulary.h"

#include <span>
#include <vector>

namespace parallax {

/// What each told passage holds that another may share. Built once for a story, asked for every link and event; the
/// references must outlive it.
class SharedEvidence
{
public:
    SharedEvidence(const Story &story, const std::vector<ArticleLanguage> &language, const Vocabulary &vocabulary);

    /// What at least two of the passages (of different articles) hold: quoted words, names, figures, dates, terms;
    /// weightiest first, at most six. The words are those of the first passage, in the given order, that has them.
    std::vector<Evidence> of(std::span<const PassageRef> passages) const;

private:
    /// A thing of one passage.
    struct Thing {
        int key = 0; ///< equal for equal things of one kind
        EvidenceKind kind = EvidenceKind::Term;
        QString written;   ///< shared among all that write it so
        double weight = 0; ///< what its words say
    };
    class Collector;

    std::vector<std::vector<std::vector<Thing>>>
        m_things; ///< by article and passage; each key once, first things first
};

/// A name for each event (its passages in an order of the caller's): the clause among them that holds most of what they
/// share, and other events don't, in fewest words; its first letter made a capital. Never empty, no two from the same
/// words.
std::vector<QString> eventLabels(const Story &story, const std::vector<ArticleLanguage> &language,
                                 const Vocabulary &vocabulary, const std::vector<std::vector<PassageRef>> &events);

} // namespace parallax
