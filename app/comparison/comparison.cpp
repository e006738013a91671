// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "comparison/comparison.h"

#include "alignment/vocabulary.h"
#include "comparison/articleorder.h"
#include "comparison/plainstory.h"
#include "comparison/sharedstems.h"

namespace parallax {

using namespace Qt::StringLiterals;

std::vector<int> Comparison::eventsOf(PassageRef ref) const
{
    std::vector<int> found;
    for (int e = 0; e < static_cast<int>(alignment.events.size()); ++e) {
        if (alignment.events[static_cast<std::size_t>(e)].holds(ref))
            found.push_back(e);
    }
    return found;
}

std::vector<int> Comparison::divergencesOf(int event) const
{
    std::vector<int> found;
    for (int d = 0; d < static_cast<int>(divergences.size()); ++d) {
        if (divergences[static_cast<std::size_t>(d)].event == event)
            found.push_back(d);
    }
    return found;
}

std::expected<Comparison, ReadFailure> compare(const QStringList &paths, Progress &progress, Sureness sureness)
{
    std::expected<Story, ReadFailure> story = readStory(paths, progress);
    if (!story)
        return std::unexpected(std::move(story.error()));
    return compareStory(std::move(*story), progress, sureness);
}

std::expected<Comparison, ReadFailure> compareStory(Story story, Progress &progress, Sureness sureness)
{
    const std::unexpected cancelled(ReadFailure{.error = ReadError::Cancelled, .path = story.folder, .skipped = {}});
    Comparison comparison;
    comparison.story = std::move(story);
    comparison.sureness = sureness;
    for (const SplitFile &split : comparison.story.split)
        comparison.fallbacks.push_back(
            u"%1 holds %2 articles: each is compared on its own"_s.arg(split.file, QString::number(split.articles)));
    if (const QString languages = languagesOf(comparison.story); !languages.isEmpty())
        comparison.fallbacks.push_back(
            u"articles in %1: across languages they are aligned by names, figures and dates, and wording is not compared"_s
                .arg(languages));
    const std::vector<int> shown = orderByText(comparison.story);
    const std::vector<WrittenPassage> written = makePlain(comparison.story);
    const std::size_t articles = comparison.story.articles.size();
    comparison.language.resize(articles);
    const auto analyseOne = [&comparison](int article) {
        const auto a = static_cast<std::size_t>(article);
        comparison.language[a] = analyse(comparison.story.articles[a]);
    };
    if (!progress.forEach(Stage::Analyse, static_cast<int>(articles), analyseOne))
        return cancelled;
    shareStems(comparison.story, comparison.language);
    PartOfStage first(progress, 0, 2);
    const Vocabulary vocabulary(comparison.story, comparison.language, first);
    if (!vocabulary.isComplete())
        return cancelled;
    PartOfStage second(progress, 1, 2);
    std::optional<Alignment> alignment = align(comparison.story, comparison.language, vocabulary, sureness, second);
    if (!alignment)
        return cancelled;
    comparison.alignment = std::move(*alignment);
    if (comparison.alignment.isSimplified)
        comparison.fallbacks.push_back(
            u"aligned by common words alone, divergences only between linked passages: more than %1 passages"_s.arg(
                MostPassages));
    std::optional<std::vector<Divergence>> divergences =
        findDivergences(comparison.story, comparison.language, comparison.alignment, vocabulary, progress);
    if (!divergences)
        return cancelled;
    comparison.divergences = std::move(*divergences);
    restoreWritten(comparison, written);
    restoreOrder(comparison, shown);
    return comparison;
}

} // namespace parallax
