// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Which occasion a toll is of: the event itself, or one recalled beside it.
#pragma once

#include "divergence/context.h"
#include "divergence/phrases.h"

#include <QDate>

#include <optional>
#include <set>

namespace parallax {

/// An occasion that a sentence recalls: "in 2006", "last March", "a similar crash". Days only where it says when.
struct Occasion {
    std::optional<QDate> first;
    std::optional<QDate> last;

    friend bool operator==(const Occasion &, const Occasion &) = default;
};

/// Tells recalled occasions from a story's own. The context must outlive it. Cost: the first words of every article.
class Occasions
{
public:
    explicit Occasions(const DivergenceContext &context);

    /// The occasion that the clause of a figure, or the opening of its sentence ("In 2006, …"), recalls; nothing where
    /// the figure is, as far as one can tell, of the story's own. English only.
    std::optional<Occasion> recalledBy(PassageRef ref, const Figure &figure) const;

private:
    std::optional<Occasion> recalledByDate(PassageRef ref, WordRange words) const;
    bool isCalledAnother(PassageRef ref, WordRange words, int before) const;

    const DivergenceContext &m_context;
    std::set<int> m_ownYears; ///< of publication, and those that an article opens with
};

/// Whether two figures can be of one occasion: both of the story's own, or both recalled and not of different days.
bool mayBeOne(const std::optional<Occasion> &a, const std::optional<Occasion> &b);

} // namespace parallax
