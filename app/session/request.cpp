// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/request.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

/// Files are shown by name, labels come in the order the files were given: finds the article of each.
void label(Story &story, const Request &request)
{
    const bool isFolder = request.paths.size() == 1 && QFileInfo(request.paths.constFirst()).isDir();
    const size_t count = std::min(static_cast<size_t>(request.labels.size()), story.articles.size());
    if (isFolder) {
        for (size_t i = 0; i < count; ++i) {
            if (const QString &name = request.labels[static_cast<qsizetype>(i)]; !name.isEmpty())
                story.articles[i].outlet = name;
        }
        return;
    }
    std::vector<bool> isNamed(story.articles.size(), false);
    for (qsizetype i = 0; i < std::min(request.paths.size(), request.labels.size()); ++i) {
        const QString path = QFileInfo(request.paths[i]).absoluteFilePath();
        for (size_t a = 0; a < story.articles.size(); ++a) {
            Article &article = story.articles[a];
            if (isNamed[a] || !path.endsWith(u'/' + article.file))
                continue;
            isNamed[a] = true;
            if (!request.labels[i].isEmpty())
                article.outlet = request.labels[i];
            break;
        }
    }
}

} // namespace

std::expected<Comparison, ReadFailure> compareAsked(const Request &request, Progress &progress)
{
    auto story = readStory(request.paths, progress, {.encodings = request.encodings});
    if (!story)
        return std::unexpected(std::move(story.error()));
    label(*story, request);
    return compareStory(std::move(*story), progress, request.sureness);
}

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Read:
        return QCoreApplication::translate("parallax::Stage", "Reading articles");
    case Stage::Analyse:
        return QCoreApplication::translate("parallax::Stage", "Finding sentences, figures, names, quotations");
    case Stage::Align:
        return QCoreApplication::translate("parallax::Stage", "Aligning passages");
    case Stage::FindDivergences:
        return QCoreApplication::translate("parallax::Stage", "Finding divergences");
    case Stage::Export:
        return QCoreApplication::translate("parallax::Stage", "Writing the report");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace parallax
