// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a report is to hold, and on which paper. Every writer asks the same selection, so that no two formats leave
//! out different things.
#pragma once

#include "comparison/comparison.h"

#include <QDateTime>

#include <vector>

namespace parallax {

enum class Paper { A4, Letter };

enum class Orientation {
    Automatic, ///< landscape where that gives every article a column: 6 to 12 articles
    Portrait,
    Landscape,
};

struct PageSetup {
    Paper paper = Paper::A4;
    Orientation orientation = Orientation::Automatic;

    friend bool operator==(const PageSetup &, const PageSetup &) = default;
};

/// The defaults give the whole report.
struct ReportOptions {
    int keyDivergences = 12;                ///< rows of the key table: more would not fit the summary's page
    QDateTime time = {};                    ///< of making; invalid = timeOfMaking()
    bool isDivergencesOnly = false;         ///< leaves out events without a divergence, and what only one article tells
    bool isSentencesOnly = false;           ///< passages are cut to the sentences that hold a reading
    std::vector<DivergenceKind> kinds = {}; ///< the divergences wanted; none = of every kind
    std::vector<int> events = {};           ///< the events wanted, 0-based, any order; none = all
    PageSetup page = {};

    friend bool operator==(const ReportOptions &, const ReportOptions &) = default;
};

/// What is left of a comparison under given options.
struct ReportSelection {
    std::vector<int> events;      ///< indexes into Alignment::events, ascending
    std::vector<int> divergences; ///< indexes into Comparison::divergences, ascending
    bool hasSoleTellings = true;  ///< whether passages of one article only belong to it
    bool isWhole = true;          ///< nothing is left out

    bool holdsEvent(int event) const;
    bool holdsDivergence(int divergence) const;
};

/// Events that do not exist are passed over; see missingEvents.
ReportSelection selectForReport(const Comparison &comparison, const ReportOptions &options);

/// Of the events asked for, those the comparison has not; 0-based, ascending.
std::vector<int> missingEvents(const Comparison &comparison, const ReportOptions &options);

} // namespace parallax
