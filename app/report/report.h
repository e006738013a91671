// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a report says, before anything is drawn: headings, rows, marked texts, in the reader's language. Every writer
//! for people (PDF, later HTML and print) renders this one value, so that they cannot tell different stories.
#pragma once

#include "comparison/comparison.h"
#include "comparison/sharing.h"
#include "report/markedtext.h"
#include "report/reportoptions.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace parallax {

struct ReportArticle {
    QString language; ///< BCP 47; empty where not told
    QString outlet;   ///< empty where not known
    QString name;     ///< the outlet, else the file's name without its suffix
    QString title;    ///< headline or opening words
    QString file;
    QString published; ///< the day in words; empty where not known
    QString encoding;
    int words = 0;    ///< of its told passages
    int passages = 0; ///< told ones
    int onlyHere = 0; ///< passages no other article reports
};

/// One letter of a divergence: what those articles have that agree.
struct LetteredReading {
    int group = 0;
    QString text;              ///< as the first of them words it
    std::vector<int> articles; ///< 0-based, ascending
    QString who;               ///< the articles by number, under their days where these matter: see ReadingDays
};

/// What one article has: a cell of the readings table.
struct ReportCell {
    struct Entry {
        int group = 0;
        QString text;
    };
    std::vector<Entry> entries; ///< empty: the article is silent
    QString day;                ///< of publication, where it matters: see ReadingDays; else empty
};

struct ReportRow {
    int divergence = 0; ///< 0-based index into Comparison::divergences
    DivergenceKind kind = DivergenceKind::Wording;
    QString what;
    int event = 0;                         ///< 0-based index into Report::events
    std::vector<LetteredReading> readings; ///< by letter
    std::vector<ReportCell> cells;         ///< one for each of the event's tellers
};

struct ReportPassage {
    int number = 0; ///< counted from 1, as in the article
    QString role;   ///< empty for an ordinary paragraph
    MarkedText text;
};

/// The passages of one article that tell an event.
struct ReportTelling {
    int article = 0; ///< 0-based
    std::vector<ReportPassage> passages;
};

struct ReportEvent {
    int number = 0; ///< counted from 1 in the whole story, whatever the report leaves out
    QString label;
    QString told;                        ///< "Told by 3 of 5 articles in 4 passages · 2 divergences"
    QString silent;                      ///< "Silent: 2 Harbour Times, 4 Newsmill"; empty where all tell it
    QString evidence;                    ///< "Linked by …"; empty where nothing is known
    std::vector<ReportTelling> tellings; ///< by article
    std::vector<ReportRow> rows;         ///< by falling weight
};

/// Passages one article tells alone.
struct ReportSoleTelling {
    int article = 0;
    std::vector<ReportPassage> passages; ///< without marks
};

struct Report {
    QString title;
    QString folder;    ///< its own name, no path
    QString made;      ///< "22 November 2026, 14:02"
    QString generator; ///< "Parallax 0.1.0"
    QString selection; ///< what it holds of the whole, a sentence or two; empty where nothing is left out
    QString summary;   ///< "5 articles · 39 events · 129 divergences · 24 passages told by one article only"
    QDateTime time;    ///< of making
    std::vector<ReportArticle> articles;
    std::vector<ReportRow> key; ///< the weightiest divergences of the story, heaviest first
    QString keyNote;            ///< how many there are besides; empty where `key` holds all
    std::vector<std::vector<std::optional<int>>>
        coverage;       ///< [article][event]: divergences it takes part in; nullopt = silent
    Sharing sharing;    ///< pairs of articles
    int eventCount = 0; ///< of the whole story, whatever the report leaves out
    std::vector<ReportEvent> events;
    std::vector<ReportSoleTelling> soleTellings;
    std::vector<QString> apart;     ///< which articles seem to report another event, a sentence a group
    std::vector<QString> skipped;   ///< a sentence a file
    std::vector<QString> fallbacks; ///< what was simplified
    QString sharingNote;            ///< what the shares of `sharing` count
    std::vector<QString> method;    ///< how it was made and what it cannot tell, a paragraph each
};

/// How dark a share of common text (0…1) is shown: 0 for none worth a look, to 4 for half the text and more.
int shareStep(double share);

/// SOURCE_DATE_EPOCH in UTC where the environment sets it (reproducible output), else now in local time.
QDateTime timeOfMaking();

/// Puts a comparison into words. An empty comparison gives a report of empty lists. Linear in texts and divergences.
Report buildReport(const Comparison &comparison, const ReportOptions &options = {});

} // namespace parallax
