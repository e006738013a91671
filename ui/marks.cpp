// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Marks may lie over each other: "at least 89 people" (figure) inside "at least 89 people, the group said"
//! (attribution). Each word gets one line only, so overlapping marks share the words out, pair by pair:
//!
//!     same words          the heavier has them, the other keeps its badge
//!     one inside another  the inner has its words, the outer what is left on both sides
//!     crossing            the one that begins first has the common words
//!
//! Giving all words to the heaviest mark instead would hide a figure inside a long quotation altogether. A full mark
//! (of the current event) always beats a faint one.
//! Tested by tst_comparisonview.cpp.
#include "ui/marks.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace parallax {

namespace {

constexpr double TintFrom = 0.3; ///< design tokens: lighter divergences have no tint

bool beats(const Mark &a, const Mark &b)
{
    if (a.isFaint != b.isFaint)
        return b.isFaint;
    if (a.span == b.span)
        return std::tuple(-a.weight, a.divergence) < std::tuple(-b.weight, b.divergence);
    if (a.span.contains(b.span))
        return false;
    if (b.span.contains(a.span))
        return true;
    return a.span.start < b.span.start;
}

std::vector<TextSpan> without(const std::vector<TextSpan> &spans, TextSpan cut)
{
    std::vector<TextSpan> rest;
    for (const TextSpan span : spans) {
        if (!span.overlaps(cut)) {
            rest.push_back(span);
            continue;
        }
        if (span.start < cut.start)
            rest.push_back(TextSpan::between(span.start, cut.start));
        if (cut.end() < span.end())
            rest.push_back(TextSpan::between(cut.end(), span.end()));
    }
    return rest;
}

void shareOutLines(std::vector<Mark> &marks)
{
    for (Mark &mark : marks) {
        mark.lines = {mark.span};
        for (const Mark &other : marks) {
            if (&other != &mark && other.span.overlaps(mark.span) && beats(other, mark))
                mark.lines = without(mark.lines, other.span);
        }
    }
}

Mark markOf(const Divergence &divergence, int number, const Reading &reading, const Focus &focus)
{
    Mark mark;
    mark.divergence = number;
    mark.kind = divergence.kind;
    mark.group = reading.group;
    mark.weight = divergence.weight;
    mark.span = reading.span;
    const bool isOfCurrentEvent = divergence.event == focus.event;
    mark.isFaint = !isOfCurrentEvent && divergence.event != focus.hovered;
    mark.hasTint = isOfCurrentEvent && divergence.weight >= TintFrom && divergence.kind != DivergenceKind::Name;
    mark.hasBadge = isOfCurrentEvent;
    mark.isCurrent = number == focus.divergence;
    return mark;
}

} // namespace

MarkIndex::MarkIndex(const Comparison &comparison)
{
    m_entries.reserve(comparison.story.articles.size());
    for (const Article &article : comparison.story.articles)
        m_entries.emplace_back(article.passages.size());
    const auto at = [this](PassageRef ref) -> Entry & {
        return m_entries[static_cast<size_t>(ref.article)][static_cast<size_t>(ref.passage)];
    };
    for (int event = 0; const Event &e : comparison.alignment.events) {
        for (const EventMember &member : e.members)
            at(member.passage).events.push_back(event);
        ++event;
    }
    for (int divergence = 0; const Divergence &d : comparison.divergences) {
        for (int reading = 0; const Reading &r : d.readings)
            at(r.passage).readings.push_back({divergence, reading++});
        ++divergence;
    }
}

const MarkIndex::Entry &MarkIndex::entry(PassageRef passage) const
{
    static const Entry none;
    const auto article = static_cast<size_t>(passage.article);
    const auto number = static_cast<size_t>(passage.passage);
    if (passage.article < 0 || passage.passage < 0 || article >= m_entries.size() ||
        number >= m_entries[article].size())
        return none;
    return m_entries[article][number];
}

const std::vector<ReadingRef> &MarkIndex::readings(PassageRef passage) const
{
    return entry(passage).readings;
}

const std::vector<int> &MarkIndex::events(PassageRef passage) const
{
    return entry(passage).events;
}

std::vector<Mark> marksOf(const Comparison &comparison, const MarkIndex &index, PassageRef passage, const Focus &focus)
{
    const bool isCurrentPassage = std::ranges::contains(index.events(passage), focus.event);
    std::vector<Mark> marks;
    for (const ReadingRef ref : index.readings(passage)) {
        const Divergence &divergence = comparison.divergences[static_cast<size_t>(ref.divergence)];
        if (!focus.kinds.contains(divergence.kind))
            continue;
        const bool isOther = divergence.event != focus.event && divergence.event != focus.hovered;
        if (isCurrentPassage && isOther && divergence.kind != DivergenceKind::Figure)
            continue;
        const Reading &reading = divergence.readings[static_cast<size_t>(ref.reading)];
        marks.push_back(markOf(divergence, ref.divergence, reading, focus));
    }
    std::ranges::sort(marks, {}, [](const Mark &mark) {
        return std::tuple(mark.span.start, -mark.weight, mark.span.length, mark.divergence);
    });
    shareOutLines(marks);
    return marks;
}

std::vector<BadgeStop> badgeStops(const std::vector<Mark> &marks)
{
    std::map<int, std::vector<int>> byEnd;
    for (int i = 0; const Mark &mark : marks) {
        if (mark.hasBadge)
            byEnd[mark.span.end()].push_back(i);
        ++i;
    }
    std::vector<BadgeStop> stops;
    for (auto &[position, indexes] : byEnd) {
        std::ranges::stable_sort(indexes, std::ranges::greater(),
                                 [&](int i) { return marks[static_cast<size_t>(i)].weight; });
        stops.push_back({position, indexes});
    }
    return stops;
}

} // namespace parallax
