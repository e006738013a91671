// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One rule a kind, then order: event, falling weight, first reading. What a rule finds twice (the same readings seen
//! from two events, or a pair inside a larger group) is listed once, as the one with more readings. Between articles of
//! different languages only figures and dates are compared.
//! Tested by tst_divergence.cpp.
#include "divergence/divergence.h"

#include "alignment/vocabulary.h"
#include "divergence/alignedreadings.h"
#include "divergence/attributiondivergences.h"
#include "divergence/context.h"
#include "divergence/datedivergences.h"
#include "divergence/detaildivergences.h"
#include "divergence/figuredivergences.h"
#include "divergence/namedivergences.h"
#include "divergence/persondivergences.h"
#include "divergence/quotedivergences.h"
#include "divergence/statusdivergences.h"
#include "divergence/wordingdivergences.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

namespace parallax {

namespace {

using Rule = std::vector<Divergence> (*)(const DivergenceContext &);

/// Figures of things by what is counted, ages by whose they are.
std::vector<Divergence> findFigures(const DivergenceContext &context)
{
    std::vector<Divergence> found = findFigureDivergences(context);
    std::ranges::move(findAgeDivergences(context), std::back_inserter(found));
    return found;
}

constexpr std::array<Rule, DivergenceKindCount> Rules = {
    findFigures,
    findDateDivergences,
    findStatusDivergences,
    findQuoteDivergences,
    findAttributionDivergences,
    findNameDivergences,
    findWordingDivergences,
    findDetailDivergences,
};

auto orderOf(const Divergence &divergence)
{
    const Reading &first = divergence.readings.front();
    return std::tuple(divergence.event, -divergence.weight, first.passage, first.span, divergence.kind,
                      divergence.aspect);
}

/// Whether every reading of `small` lies over a reading of `large`; whether an act happened and how sure a thing in it
/// is ("condemned the reported use") are two matters.
bool isWithin(const Divergence &small, const Divergence &large)
{
    if (small.kind == DivergenceKind::Status && small.aspect != large.aspect)
        return false;
    return std::ranges::all_of(small.readings, [&](const Reading &reading) {
        return std::ranges::any_of(large.readings, [&](const Reading &other) {
            return other.passage == reading.passage && other.span.overlaps(reading.span);
        });
    });
}

/// Leaves out what a larger divergence of the same kind already says.
std::vector<Divergence> listedOnce(std::vector<Divergence> found)
{
    std::ranges::stable_sort(found, [](const Divergence &x, const Divergence &y) {
        const auto size = [](const Divergence &d) { return -static_cast<int>(d.readings.size()); };
        return std::tuple(size(x), -x.weight, orderOf(x)) < std::tuple(size(y), -y.weight, orderOf(y));
    });
    std::vector<Divergence> kept;
    std::map<PassageRef, std::vector<size_t>> byPassage; // what holds a divergence has a reading where its first one is
    for (Divergence &divergence : found) {
        std::vector<size_t> &there = byPassage[divergence.readings.front().passage];
        const bool isKnown = std::ranges::any_of(there, [&](size_t k) { return isWithin(divergence, kept[k]); });
        if (isKnown)
            continue;
        for (const Reading &reading : divergence.readings) {
            std::vector<size_t> &here = byPassage[reading.passage];
            if (here.empty() || here.back() != kept.size())
                here.push_back(kept.size());
        }
        kept.push_back(std::move(divergence));
    }
    return kept;
}

/// Whether the readings differ between articles of one language, or figures and dates between any: every translation
/// words things otherwise, and London is Londres.
bool isWithinALanguage(const Story &story, const Divergence &divergence)
{
    if (divergence.kind == DivergenceKind::Figure || divergence.kind == DivergenceKind::Date)
        return true;
    const auto languageOf = [&](const Reading &reading) {
        return QStringView(story.articles[static_cast<size_t>(reading.passage.article)].language).split(u'-').front();
    };
    return std::ranges::any_of(divergence.readings, [&](const Reading &a) {
        return std::ranges::any_of(divergence.readings, [&](const Reading &b) {
            const QStringView x = languageOf(a), y = languageOf(b);
            return a.group != b.group && a.passage.article != b.passage.article &&
                   (x == y || x.isEmpty() || y.isEmpty());
        });
    });
}

} // namespace

std::optional<std::vector<Divergence>> findDivergences(const Story &story, const std::vector<ArticleLanguage> &language,
                                                       const Alignment &alignment, const Vocabulary &vocabulary,
                                                       Progress &progress)
{
    if (!progress.step(Stage::FindDivergences, 0, DivergenceKindCount))
        return std::nullopt;
    const DivergenceContext context(story, language, alignment, vocabulary, progress);
    if (!context.isComplete())
        return std::nullopt;

    std::array<std::vector<Divergence>, DivergenceKindCount> found;
    const auto follow = [&](int kind) {
        const auto k = static_cast<size_t>(kind);
        found[k] = listedOnce(Rules[k](context));
        for (Divergence &divergence : found[k])
            divergence.aligned = alignedReadings(context, divergence.readings);
    };
    if (!progress.forEach(Stage::FindDivergences, DivergenceKindCount, follow))
        return std::nullopt;
    std::vector<Divergence> divergences;
    for (std::vector<Divergence> &ofKind : found)
        std::ranges::move(ofKind, std::back_inserter(divergences));
    std::erase_if(divergences, [&](const Divergence &d) { return !isWithinALanguage(story, d); });
    std::ranges::stable_sort(divergences, {}, orderOf);
    return divergences;
}

} // namespace parallax
