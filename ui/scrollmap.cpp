// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Articles tell events in different orders and lengths, so equal scroll positions mean nothing. Instead every run of
//! passages that the other article tells too is a fixed point, and between fixed points both move in proportion:
//!
//!     from   1 [2 3] 4 5 [6] 7          at the top of 2 stands the top of 9, at the bottom of 3 the bottom of 9;
//!     to       [9]      [4 5]           while 4 and 5 pass by, the other column travels from 9 back to 4
//!
//! Jumping from fixed point to fixed point would be simpler and makes the eye lose its place.
//! Tested by tst_comparisonview.cpp.
#include "ui/scrollmap.h"

#include <algorithm>
#include <optional>

namespace parallax {

namespace {

struct Run {
    int first = 0;
    int last = 0;
};

std::optional<Run> firstRun(const Event &event, int article)
{
    std::optional<Run> run;
    for (const EventMember &member : event.members) { // ordered by passage
        if (member.passage.article != article)
            continue;
        if (!run)
            run = Run{member.passage.passage, member.passage.passage};
        else if (member.passage.passage == run->last + 1)
            ++run->last;
        else
            break;
    }
    return run;
}

double scoreOf(const Event &event, PassageRef passage)
{
    const auto found = std::ranges::find(event.members, passage, &EventMember::passage);
    return found == event.members.end() ? 0 : found->score;
}

} // namespace

std::vector<Correspondence> correspondences(const Comparison &comparison, const MarkIndex &index, int from, int to,
                                            int currentEvent)
{
    std::vector<Correspondence> result;
    int lastEvent = -1;
    const int count = static_cast<int>(comparison.story.articles[static_cast<size_t>(from)].passages.size());
    for (int passage = 0; passage < count; ++passage) {
        int best = -1;
        double bestScore = -1;
        std::optional<Run> bestRun;
        for (const int number : index.events({from, passage})) {
            const Event &event = comparison.alignment.events[static_cast<size_t>(number)];
            const std::optional<Run> run = firstRun(event, to);
            const double score = number == currentEvent ? 2 : scoreOf(event, {from, passage});
            if (run && score > bestScore) {
                best = number;
                bestScore = score;
                bestRun = run;
            }
        }
        if (best >= 0 && best == lastEvent && result.back().fromLast == passage - 1)
            result.back().fromLast = passage;
        else if (best >= 0)
            result.push_back({passage, passage, bestRun->first, bestRun->last});
        lastEvent = best;
    }
    return result;
}

double mappedHeight(const std::vector<Correspondence> &correspondences, double height, Band fromContent, Band toContent,
                    const std::function<Band(int)> &fromBand, const std::function<Band(int)> &toBand)
{
    double fromBefore = fromContent.top;
    double toBefore = toContent.top;
    const auto between = [&](double from, double to) {
        const double share = from > fromBefore ? (height - fromBefore) / (from - fromBefore) : 1;
        return toBefore + (to - toBefore) * share;
    };
    for (const Correspondence &c : correspondences) {
        const std::pair<double, double> stops[] = {{fromBand(c.fromFirst).top, toBand(c.toFirst).top},
                                                   {fromBand(c.fromLast).bottom, toBand(c.toLast).bottom}};
        for (const auto &[from, to] : stops) {
            if (height < from)
                return between(from, to);
            fromBefore = from;
            toBefore = to;
        }
    }
    if (height < fromContent.bottom)
        return between(fromContent.bottom, toContent.bottom);
    return toContent.bottom + (height - fromContent.bottom);
}

} // namespace parallax
