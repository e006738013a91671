// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where words stand in the articles of a story: pure functions of values.
#pragma once

#include "story/story.h"

#include <QRegularExpression>
#include <QString>

#include <expected>
#include <functional>
#include <span>
#include <vector>

namespace parallax {

/// What the reader looks for.
struct SearchTerms {
    QString text;
    bool matchesCase = false;
    bool wholeWords = false;
    bool isExpression = false; ///< `text` is a regular expression as Perl knows them

    friend bool operator==(const SearchTerms &, const SearchTerms &) = default;
};

/// Why an expression is none, in the words of the regular expression library.
struct BadExpression {
    QString reason;
    int offset = 0; ///< in `SearchTerms::text`, 0-based

    friend bool operator==(const BadExpression &, const BadExpression &) = default;
};

/// The expression that finds the terms. Plain words find their typographic forms, too: a straight quotation mark or
/// apostrophe any of its kind, a hyphen any dash, a space any white space. Empty terms give an empty pattern.
std::expected<QRegularExpression, BadExpression> patternOf(const SearchTerms &terms);

struct Match {
    PassageRef passage;
    TextSpan span; ///< never empty

    friend auto operator<=>(const Match &, const Match &) = default;
};

/// More are not collected: nobody walks through them, and the answer comes at once.
constexpr int MostMatches = 20000;

struct SearchResult {
    std::vector<Match> matches; ///< ordered
    bool isCut = false;         ///< there are more: MostMatches was passed, or `mayGoOn` said no
};

/// Every match in every passage, furniture too. An empty pattern finds nothing, and what matches no character is no
/// match. `mayGoOn` is asked before each passage.
SearchResult search(const Story &story, const QRegularExpression &pattern, const std::function<bool()> &mayGoOn);

/// The matches in one passage, of ordered ones.
std::span<const Match> matchesIn(std::span<const Match> ordered, PassageRef passage);

} // namespace parallax
