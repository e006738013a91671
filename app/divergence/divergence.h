// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where the tellings of an event differ.
#pragma once

#include "alignment/alignment.h"
#include "language/language.h"
#include "progress.h"
#include "story/story.h"

#include <optional>
#include <variant>
#include <vector>

namespace parallax {

/// REPORT_SCHEMA.md defines each kind.
enum class DivergenceKind { Figure, Date, Status, Quote, Attribution, Name, Wording, Detail };
constexpr int DivergenceKindCount = 8;

/// What differs, as a fact; `report/wording.h` makes words of it. `Divergence::subject` completes it.
enum class Aspect {
    Count,        ///< how many of `subject`: "dead"
    Ordinal,      ///< which in number of `subject`: "veto"
    Age,          ///< how old `subject` is
    Result,       ///< by what numbers `subject` was won, lost, decided
    Amount,       ///< how much of `subject` (measure, money, share)
    Day,          ///< the day of `subject`
    Time,         ///< the clock time of `subject`
    Happened,     ///< whether `subject` happened, is expected, failed
    Outcome,      ///< what became of `subject`: missing, sunk; feared dead, dead
    Certainty,    ///< whether `subject` is alleged, suspected, certain, denied
    Quotation,    ///< the words of a quotation that begins with `subject`
    Speaker,      ///< who says it
    SpeakerRole,  ///< what `subject` is
    SourceGiven,  ///< a source given and not given
    Venue,        ///< where or to whom `subject` said it
    Spelling,     ///< how `subject` is spelt
    Naming,       ///< what `subject` is called
    WordChoice,   ///< the word for `subject`
    LoadedChoice, ///< the same, and the words differ in sentiment or certainty
    OnlyHere,     ///< a fact only one article states
};

/// The normalised reading: nothing, a figure, or text (an ISO 8601 date or time, a normal form).
using ReadingValue = std::variant<std::monostate, FigureValue, QString>;

/// What one article has where the tellings differ.
struct Reading {
    PassageRef passage;
    TextSpan span; ///< never empty
    int group = 0; ///< readings that agree share it; 0 is shown as A, 1 as B, …; the largest group is 0
    ReadingValue value;
    QString
        slot{}; ///< what was compared in its sentence, in English, for `--dump divergences`: "count of people, dead"

    friend bool operator==(const Reading &, const Reading &) = default;
};

/// Two readings whose sentences were held against each other; `a` < `b` index Divergence::readings.
struct AlignedReadings {
    int a = 0;
    int b = 0;
    double likeness = 0; ///< of their sentences, see SentencePair::similarity; 0 where only their passages are linked
    bool isBest = false; ///< see SentencePair::isBest

    friend bool operator==(const AlignedReadings &, const AlignedReadings &) = default;
};

struct Divergence {
    int event = 0; ///< 0-based index into Alignment::events
    DivergenceKind kind = DivergenceKind::Wording;
    Aspect aspect = Aspect::WordChoice;
    QString subject;               ///< words of the text
    double weight = 0;             ///< 0…1: how much a reader should care
    std::vector<Reading> readings; ///< at least two, of at least two articles, in at least two groups; by passage and
                                   ///< span (detail: the fact, and the nearest words of the articles that lack it)
    std::vector<AlignedReadings> aligned{}; ///< of every reading the best pair with another article, each pair once
    friend bool operator==(const Divergence &, const Divergence &) = default;
};

/// Finds the divergences inside every event, ordered by event, falling weight, first reading. The order of the
/// articles changes nothing but the numbers that name them. nullopt when `progress` says stop.
std::optional<std::vector<Divergence>> findDivergences(const Story &story, const std::vector<ArticleLanguage> &language,
                                                       const Alignment &alignment, const Vocabulary &vocabulary,
                                                       Progress &progress);

} // namespace parallax
