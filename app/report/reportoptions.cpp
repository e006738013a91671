// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_report.cpp.

#include "report/reportoptions.h"

#include <algorithm>

namespace parallax {

bool ReportSelection::holdsEvent(int event) const
{
    return std::ranges::binary_search(events, event);
}

bool ReportSelection::holdsDivergence(int divergence) const
{
    return std::ranges::binary_search(divergences, divergence);
}

ReportSelection selectForReport(const Comparison &comparison, const ReportOptions &options)
{
    ReportSelection selection;
    const int events = static_cast<int>(comparison.alignment.events.size());
    const auto isWanted = [](const auto &wanted, const auto &item) {
        return wanted.empty() || std::ranges::contains(wanted, item);
    };
    std::vector<bool> differs(static_cast<size_t>(events), false);
    for (size_t i = 0; i < comparison.divergences.size(); ++i) {
        const Divergence &divergence = comparison.divergences[i];
        if (!isWanted(options.kinds, divergence.kind) || !isWanted(options.events, divergence.event))
            continue;
        selection.divergences.push_back(static_cast<int>(i));
        differs[static_cast<size_t>(divergence.event)] = true;
    }
    for (int event = 0; event < events; ++event) {
        if (isWanted(options.events, event) && (!options.isDivergencesOnly || differs[static_cast<size_t>(event)]))
            selection.events.push_back(event);
    }
    selection.hasSoleTellings = options.events.empty() && !options.isDivergencesOnly;
    selection.isWhole = selection.hasSoleTellings && selection.divergences.size() == comparison.divergences.size() &&
                        !options.isSentencesOnly;
    return selection;
}

std::vector<int> missingEvents(const Comparison &comparison, const ReportOptions &options)
{
    std::vector<int> missing;
    for (const int event : options.events) {
        if (event < 0 || event >= static_cast<int>(comparison.alignment.events.size()))
            missing.push_back(event);
    }
    std::ranges::sort(missing);
    const auto repeated = std::ranges::unique(missing);
    missing.erase(repeated.begin(), repeated.end());
    return missing;
}

} // namespace parallax
