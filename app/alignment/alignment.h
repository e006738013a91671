// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Which passages of different articles report the same event.
#pragma once

#include "alignment/weights.h"
#include "language/language.h"
#include "progress.h"
#include "story/story.h"

#include <array>
#include <optional>
#include <vector>

namespace parallax {

enum class EvidenceKind { Quotation, Name, Figure, Date, Term };

class Vocabulary;

/// Something two or more passages have in common, in the words of the text.
struct Evidence {
    EvidenceKind kind = EvidenceKind::Term;
    QString text;

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// Two passages of different articles that report a common event; a.article < b.article.
struct Link {
    PassageRef a;
    PassageRef b;
    double score = 0;               ///< 0…1: how sure
    std::vector<Evidence> evidence; ///< weightiest first, at most six

    friend bool operator==(const Link &, const Link &) = default;
};

struct EventMember {
    PassageRef passage;
    double score = 0; ///< 0…1: how well it fits the others

    friend bool operator==(const EventMember &, const EventMember &) = default;
};

/// A happening, statement or described state that at least two articles report.
struct Event {
    QString label;                    ///< words of the text, as a person would name it
    std::vector<EventMember> members; ///< of at least two articles, ordered by passage
    std::vector<Evidence> evidence;   ///< weightiest first, at most six

    bool holds(PassageRef ref) const;
    friend bool operator==(const Event &, const Event &) = default;
};

/// How many links the reader wants. Balanced: as many as make precision and recall come out best.
enum class Sureness { OnlySure, Balanced, ShowMore };

struct Alignment {
    std::vector<Event> events; ///< in story order: by the mean place of their passages, then by first passage
    std::vector<Link> links; ///< ordered. Every pair of passages of different articles that shares an event, and pairs
                             ///< likely to report a common event that their events leave apart
    std::vector<PassageRef> singleSource; ///< body passages in no event; ordered
    std::vector<std::vector<int>> apart;  ///< articles that seem to report another event than most: groups of their
                                          ///< indexes, ascending, by the first; empty as a rule
    bool isSimplified = false;            ///< the story passed MostPassages: events come from word cosine alone
};

/// Told passages up to which every pair is measured in every way; fifty articles of thirty paragraphs. Beyond, a
/// simpler way is taken, and Alignment::isSimplified says so.
constexpr int MostPassages = 1500;

/// Aligns the told passages of a story. `language` has one entry an article. The order of the articles changes
/// nothing but the numbers that name them; fewer than two articles with told passages give no events.
/// nullopt when `progress` says stop. Cost: pairs of passages that share a stem.
std::optional<Alignment> align(const Story &story, const std::vector<ArticleLanguage> &language,
                               const Vocabulary &vocabulary, Sureness sureness, Progress &progress);

/// What the measures say of every pair of told passages of different articles; what weights are fitted to.
struct MeasuredPair {
    PassageRef a;
    PassageRef b;                                  ///< a < b
    std::array<double, MeasureCount> standardised; ///< in the order of MeasureNames
};

/// Ordered by a, then b. nullopt when `progress` says stop. Cost and memory: those of align() on a story of any size.
std::optional<std::vector<MeasuredPair>> measurePairs(const Story &story, const std::vector<ArticleLanguage> &language,
                                                      const Vocabulary &vocabulary, Progress &progress);

} // namespace parallax
