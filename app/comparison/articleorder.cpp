// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Alignment and divergence decide between equals all the time: two words that are kindred to a third by the same
//! degree, two passages that fit an event equally well, the phrase that names what differs. They take the first, and
//! which is first must not hang on what the files are called. So the articles are compared in the order of their
//! texts, whatever order they are shown in, and the result is renumbered.
//!
//! The wrong alternative is to break every tie by text where it arises: there are dozens of such places, each new rule
//! brings another, and one forgotten is found by a reader who renames a file.
//! Tested by tst_properties.cpp, which renames the files of every corpus case.
#include "comparison/articleorder.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace parallax {

namespace {

bool textPrecedes(const Article &a, const Article &b)
{
    const auto precedes = [](const Passage &x, const Passage &y) {
        return std::tie(x.text, x.role) < std::tie(y.text, y.role);
    };
    if (a.passages != b.passages)
        return std::ranges::lexicographical_compare(a.passages, b.passages, precedes);
    return std::tie(a.published, a.language) < std::tie(b.published, b.language);
}

/// items[i] goes to places[i].
template <typename T>
std::vector<T> moved(std::vector<T> &items, const std::vector<int> &places)
{
    std::vector<T> result(items.size());
    for (size_t i = 0; i < items.size(); ++i)
        result[static_cast<size_t>(places[i])] = std::move(items[i]);
    return result;
}

std::vector<Reading> byPassage(const std::vector<Reading> &readings)
{
    std::vector<const Reading *> order;
    for (const Reading &reading : readings)
        order.push_back(&reading);
    std::ranges::stable_sort(order, {},
                             [](const Reading *reading) { return std::pair(reading->passage, reading->span); });
    std::vector<Reading> sorted;
    sorted.reserve(order.size());
    for (const Reading *reading : order)
        sorted.push_back(*reading);
    return sorted;
}

/// Largest group first, equals by their first reading, as findDivergences letters them.
void letterAgain(std::vector<Reading> &readings)
{
    struct Group {
        int size = 0;
        int first = 0;
    };
    int count = 0;
    for (const Reading &reading : readings)
        count = std::max(count, reading.group + 1);
    std::vector<Group> groups(static_cast<size_t>(count));
    for (int i = static_cast<int>(readings.size()); i-- > 0;) {
        Group &group = groups[static_cast<size_t>(readings[static_cast<size_t>(i)].group)];
        ++group.size;
        group.first = i;
    }
    std::vector<int> order(groups.size());
    std::ranges::iota(order, 0);
    std::ranges::sort(order, {}, [&](int g) {
        const Group &group = groups[static_cast<size_t>(g)];
        return std::pair(-group.size, group.first);
    });
    std::vector<int> letters(groups.size());
    for (size_t letter = 0; letter < order.size(); ++letter)
        letters[static_cast<size_t>(order[letter])] = static_cast<int>(letter);
    for (Reading &reading : readings)
        reading.group = letters[static_cast<size_t>(reading.group)];
}

} // namespace

std::vector<int> orderByText(Story &story)
{
    std::vector<int> placesBefore(story.articles.size());
    std::ranges::iota(placesBefore, 0);
    std::ranges::stable_sort(placesBefore, [&](int a, int b) {
        return textPrecedes(story.articles[static_cast<size_t>(a)], story.articles[static_cast<size_t>(b)]);
    });
    std::vector<Article> ordered;
    ordered.reserve(story.articles.size());
    for (const int place : placesBefore)
        ordered.push_back(std::move(story.articles[static_cast<size_t>(place)]));
    story.articles = std::move(ordered);
    return placesBefore;
}

void restoreOrder(Comparison &comparison, const std::vector<int> &placesBefore)
{
    const auto renumber = [&](PassageRef &ref) { ref.article = placesBefore[static_cast<size_t>(ref.article)]; };
    comparison.story.articles = moved(comparison.story.articles, placesBefore);
    comparison.language = moved(comparison.language, placesBefore);
    for (Link &link : comparison.alignment.links) {
        renumber(link.a);
        renumber(link.b);
        if (link.b < link.a)
            std::swap(link.a, link.b);
    }
    std::ranges::sort(comparison.alignment.links, {}, [](const Link &link) { return std::pair(link.a, link.b); });
    for (Event &event : comparison.alignment.events) {
        for (EventMember &member : event.members)
            renumber(member.passage);
        std::ranges::sort(event.members, {}, &EventMember::passage);
    }
    for (PassageRef &ref : comparison.alignment.singleSource)
        renumber(ref);
    std::ranges::sort(comparison.alignment.singleSource);
    for (std::vector<int> &group : comparison.alignment.apart) {
        for (int &article : group)
            article = placesBefore[static_cast<size_t>(article)];
        std::ranges::sort(group);
    }
    std::ranges::sort(comparison.alignment.apart);
    for (Divergence &divergence : comparison.divergences) {
        for (Reading &reading : divergence.readings)
            renumber(reading.passage);
        divergence.readings = byPassage(divergence.readings);
        letterAgain(divergence.readings);
    }
}

} // namespace parallax
