// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_rows.cpp.
#include "ui/markwalk.h"

#include <algorithm>

namespace parallax {

std::optional<int> divergenceInPassage(const Comparison &comparison, const MarkIndex &index, PassageRef passage,
                                       const Focus &focus, int step)
{
    std::vector<int> stops;
    for (const Mark &mark : marksOf(comparison, index, passage, focus)) { // ordered by start
        if (mark.hasBadge && !std::ranges::contains(stops, mark.divergence))
            stops.push_back(mark.divergence);
    }
    if (stops.empty())
        return std::nullopt;
    const auto now = std::ranges::find(stops, focus.divergence);
    const int count = static_cast<int>(stops.size());
    if (now == stops.end())
        return step > 0 ? stops.front() : stops.back();
    const int place = static_cast<int>(now - stops.begin());
    return stops[static_cast<size_t>((place + step + count) % count)];
}

} // namespace parallax
