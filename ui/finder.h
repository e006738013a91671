// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The one "what is looked for": the find bar sets it, the views show it.
#pragma once

#include "ui/current.h"
#include "ui/search.h"

#include <QObject>

#include <optional>

namespace parallax {

/// The matches of the reader's terms in the open story, and which of them the reader is at. A newly opened story is
/// searched for the same terms. Searching takes at most half a second; what was found until then is shown, and said
/// to be a part.
class Finder : public QObject
{
    Q_OBJECT

public:
    explicit Finder(Current *current, QObject *parent = nullptr);

    const SearchTerms &terms() const { return m_terms; }
    /// The match to be at is then the first at or after `from`, else the first of all.
    void setTerms(const SearchTerms &terms, PassageRef from = {});
    /// Looks for nothing.
    void clear();

    /// Where the terms are an expression that is none.
    const std::optional<BadExpression> &badExpression() const { return m_bad; }
    const std::vector<Match> &matches() const { return m_found.matches; }
    std::span<const Match> matchesIn(PassageRef passage) const { return parallax::matchesIn(matches(), passage); }
    bool isCut() const { return m_found.isCut; }
    int articleCount() const; ///< that have a match
    /// Index of the match the reader is at; -1 where there is none.
    int current() const { return m_current; }
    std::optional<Match> currentMatch() const;
    /// The last step went on from the other end.
    bool hasWrapped() const { return m_hasWrapped; }

    void goToNext() { step(1); }
    void goToPrevious() { step(-1); }

Q_SIGNALS:
    void matchesChanged();
    /// Also emitted when a step leads to the same match again: the reader wants to see it.
    void currentChanged();

private:
    void searchAgain(Match from);
    void step(int by);

    Current *const m_story;
    SearchTerms m_terms;
    std::optional<BadExpression> m_bad;
    SearchResult m_found;
    int m_current = -1;
    bool m_hasWrapped = false;
};

} // namespace parallax
