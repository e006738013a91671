// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Small stories for the tests of the rules: a few paragraphs an article, and which of them tell the same.
#pragma once

#include "divergence/divergence.h"

#include "alignment/vocabulary.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace parallax {

/// Articles of plain paragraphs; paragraphs of one place tell one event.
inline Story storyOf(const QList<QStringList> &articles)
{
    Story story;
    story.title = QStringLiteral("made up");
    for (qsizetype a = 0; a < articles.size(); ++a) {
        Article article;
        article.file = QStringLiteral("%1.txt").arg(a);
        article.title = article.file;
        article.language = QStringLiteral("en");
        for (const QString &text : articles[a])
            article.passages.push_back({text, Role::Body});
        story.articles.push_back(article);
    }
    return story;
}

/// The alignment that storyOf means; articles that lack a paragraph are silent.
inline Alignment alignmentOf(const Story &story)
{
    Alignment alignment;
    size_t longest = 0;
    for (const Article &article : story.articles)
        longest = std::max(longest, article.passages.size());
    for (size_t p = 0; p < longest; ++p) {
        Event event;
        event.label = QStringLiteral("event %1").arg(p);
        for (size_t a = 0; a < story.articles.size(); ++a) {
            if (p < story.articles[a].passages.size())
                event.members.push_back({{static_cast<int>(a), static_cast<int>(p)}, 1});
        }
        for (const EventMember &x : event.members) {
            for (const EventMember &y : event.members) {
                if (x.passage.article < y.passage.article)
                    alignment.links.push_back({x.passage, y.passage, 1, {}});
            }
        }
        alignment.events.push_back(event);
    }
    std::ranges::sort(alignment.links, {}, [](const Link &link) { return std::pair(link.a, link.b); });
    return alignment;
}

struct Compared {
    Story story;
    Alignment alignment;
    std::vector<Divergence> divergences;
};

inline Compared compared(Story story)
{
    std::vector<ArticleLanguage> language;
    for (const Article &article : story.articles)
        language.push_back(analyse(article));
    Alignment alignment = alignmentOf(story);
    NoProgress progress;
    const auto found = findDivergences(story, language, alignment, Vocabulary(story, language), progress);
    return {std::move(story), std::move(alignment), found.value_or(std::vector<Divergence>{})};
}

inline QString textOf(const Story &story, const Reading &reading)
{
    return reading.span.of(story.passage(reading.passage).text).toString();
}

/// "A expected to veto | B vetoed": groups and words of a divergence, for messages and comparisons.
inline QString lineOf(const Story &story, const Divergence &divergence)
{
    QStringList parts;
    for (const Reading &reading : divergence.readings)
        parts << QChar(u'A' + reading.group) + u' ' + textOf(story, reading);
    return parts.join(QStringLiteral(" | "));
}

/// Those of one kind, a line each; see lineOf.
inline QStringList linesOf(const Compared &result, DivergenceKind kind)
{
    QStringList lines;
    for (const Divergence &divergence : result.divergences) {
        if (divergence.kind == kind)
            lines << lineOf(result.story, divergence);
    }
    return lines;
}

} // namespace parallax
