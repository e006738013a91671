// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A small comparison made by hand, for tests of what comes after the pipeline: three articles on an invented bridge,
//! three events, every kind of divergence, a skipped file. Its texts never change, so that tests may name their words.
#pragma once

#include "comparison/comparison.h"

#include <QtGlobal>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace parallax::madeup {

/// The place of the first `words` in a passage. The words must occur.
inline TextSpan spanOf(const Story &story, PassageRef ref, const QString &words)
{
    const qsizetype at = story.passage(ref).text.indexOf(words);
    Q_ASSERT_X(at >= 0, "spanOf", qPrintable(words));
    return {static_cast<int>(at), static_cast<int>(words.size())};
}

inline Reading reading(const Story &story, int article, int passage, const QString &words, int group,
                       ReadingValue value = {})
{
    const PassageRef ref{article, passage};
    return {ref, spanOf(story, ref, words), group, std::move(value)};
}

inline FigureValue count(double number, const QString &unit, Precision precision = Precision::Exact)
{
    FigureValue value;
    value.number = number;
    value.unit = unit;
    value.precision = precision;
    return value;
}

inline Article article(const QString &file, const QString &outlet, std::optional<QDate> published,
                       std::initializer_list<std::pair<Role, const char16_t *>> passages)
{
    Article made;
    made.file = file;
    made.outlet = outlet;
    made.published = published;
    made.language = QStringLiteral("en");
    for (const auto &[role, text] : passages)
        made.passages.push_back({QString::fromUtf16(text), role});
    made.title = made.passages.empty() ? QString() : made.passages.front().text;
    return made;
}

inline Story story()
{
    Story made;
    made.title = QStringLiteral("Marrow Bridge");
    made.folder = QStringLiteral("/somewhere/private/marrow-bridge");
    made.articles = {
        article(QStringLiteral("1 courier.txt"), QStringLiteral("Tidewater Courier"), QDate(2024, 3, 6),
                {{Role::Headline, u"Four hurt as Marrow Bridge gives way"},
                 {Role::Byline, u"By Ines Colby"},
                 {Role::Body, u"MARROW — Four people were injured on Tuesday when the east span of Marrow Bridge sank "
                              u"into the river, the harbour master said."},
                 {Role::Body, u"Mayor Hanna Okafor is expected to close the bridge to lorries."},
                 {Role::Body, u"“We had no warning whatsoever,” said Peter Lindqvist, an engineer at the town hall."},
                 {Role::Body, u"Ferries will run twice an hour until the summer."}}),
        article(QStringLiteral("2 gazette.txt"), QStringLiteral("The Marrow Gazette"), QDate(2024, 3, 7),
                {{Role::Headline, u"Bridge collapse: mayor bans lorries"},
                 {Role::Body, u"At least six people were hurt on Wednesday when the eastern span of the Marrow bridge "
                              u"plunged into the water."},
                 {Role::Body, u"Mayor Hannah Okafor closed the bridge to lorries on Thursday, saying it was unsafe."},
                 {Role::Body, u"“We had no warning,” Peter Lindquist, the town's chief engineer, told reporters."},
                 {Role::Furniture, u"Read more: ten walks along the river"}}),
        article(
            QStringLiteral("3 notes.txt"), QString(), std::nullopt,
            {{Role::Headline, u"What we know about the Marrow Bridge accident"},
             {Role::Body, u"\U0001F309 Several people were hurt on Tuesday when the east span of Marrow Bridge sank "
                          u"into the river."},
             {Role::Body, u"The town may close the bridge to heavy traffic, two officials said."},
             {Role::Body, u"The bridge opened in 1931 and was last inspected eight years ago."}}),
    };
    made.skipped = {{QStringLiteral("photo.jpg"), SkipReason::Binary, QString()},
                    {QStringLiteral("locked.txt"), SkipReason::Unreadable,
                     QStringLiteral("/somewhere/private/marrow-bridge/locked.txt: Permission denied")}};
    return made;
}

inline std::vector<Divergence> divergences(const Story &story)
{
    using enum DivergenceKind;
    const QString hurt = QStringLiteral("injured");
    return {
        {0,
         Figure,
         Aspect::Count,
         hurt,
         0.9,
         {reading(story, 0, 2, QStringLiteral("Four people"), 0, count(4, hurt)),
          reading(story, 1, 1, QStringLiteral("At least six people"), 1, count(6, hurt, Precision::AtLeast)),
          reading(story, 2, 1, QStringLiteral("Several people"), 2, count(4, hurt, Precision::Vague))}},
        {0,
         Date,
         Aspect::Day,
         QStringLiteral("sank"),
         0.7,
         {reading(story, 0, 2, QStringLiteral("on Tuesday"), 0, QStringLiteral("2024-03-05")),
          reading(story, 1, 1, QStringLiteral("on Wednesday"), 1, QStringLiteral("2024-03-06")),
          reading(story, 2, 1, QStringLiteral("on Tuesday"), 0)}},
        {0,
         Wording,
         Aspect::LoadedChoice,
         QStringLiteral("sank"),
         0.4,
         {reading(story, 0, 2, QStringLiteral("sank"), 0), reading(story, 1, 1, QStringLiteral("plunged"), 1),
          reading(story, 2, 1, QStringLiteral("sank"), 0)}},
        {0,
         Attribution,
         Aspect::SourceGiven,
         QString(),
         0.35,
         {reading(story, 0, 2, QStringLiteral("the harbour master said"), 0),
          reading(story, 1, 1, QStringLiteral("plunged into the water"), 1)}},
        {1,
         Status,
         Aspect::Happened,
         QStringLiteral("close"),
         0.8,
         {reading(story, 0, 3, QStringLiteral("is expected to close"), 0),
          reading(story, 1, 2, QStringLiteral("closed"), 1), reading(story, 2, 2, QStringLiteral("may close"), 2)}},
        {1,
         Name,
         Aspect::Spelling,
         QStringLiteral("Hanna Okafor"),
         0.1,
         {reading(story, 0, 3, QStringLiteral("Hanna Okafor"), 0),
          reading(story, 1, 2, QStringLiteral("Hannah Okafor"), 1)}},
        {2,
         Quote,
         Aspect::Quotation,
         QStringLiteral("We had no warning"),
         0.6,
         {reading(story, 0, 4, QStringLiteral("“We had no warning whatsoever,”"), 0),
          reading(story, 1, 3, QStringLiteral("“We had no warning,”"), 1)}},
        {2,
         Detail,
         Aspect::OnlyHere,
         QStringLiteral("told reporters"),
         0.2,
         {reading(story, 0, 4, QStringLiteral("said Peter Lindqvist"), 0),
          reading(story, 1, 3, QStringLiteral("told reporters"), 1)}},
    };
}

inline Alignment alignment()
{
    Alignment made;
    const std::vector<Evidence> span{{EvidenceKind::Name, QStringLiteral("Marrow Bridge")},
                                     {EvidenceKind::Term, QStringLiteral("span")}};
    const std::vector<Evidence> lorries{{EvidenceKind::Term, QStringLiteral("lorries")}};
    const std::vector<Evidence> warning{{EvidenceKind::Quotation, QStringLiteral("We had no warning")}};
    made.events = {
        {QStringLiteral("east span of Marrow Bridge"), {{{0, 2}, 0.92}, {{1, 1}, 0.8}, {{2, 1}, 0.875}}, span},
        {QStringLiteral("Mayor Hanna Okafor, lorries"), {{{0, 3}, 0.7}, {{1, 2}, 0.71}, {{2, 2}, 0.5}}, lorries},
        {QStringLiteral("no warning"), {{{0, 4}, 0.9}, {{1, 3}, 0.9}}, warning},
    };
    for (const Event &event : made.events) {
        for (size_t i = 0; i < event.members.size(); ++i) {
            for (size_t k = i + 1; k < event.members.size(); ++k) {
                const auto &[a, scoreA] = event.members[i];
                const auto &[b, scoreB] = event.members[k];
                made.links.push_back({a, b, std::min(scoreA, scoreB), event.evidence});
            }
        }
    }
    std::ranges::sort(made.links, {}, [](const Link &link) { return std::pair(link.a, link.b); });
    made.singleSource = {{0, 5}, {2, 3}};
    return made;
}

/// `language` holds the words of every told passage and nothing else.
inline Comparison comparison()
{
    Comparison made;
    made.story = story();
    for (const Article &article : made.story.articles) {
        ArticleLanguage &language = made.language.emplace_back();
        for (const Passage &passage : article.passages) {
            PassageLanguage &analysed = language.passages.emplace_back();
            if (isTold(passage.role))
                analysed.words = findWords(passage.text, article.language);
        }
    }
    made.alignment = alignment();
    made.divergences = divergences(made.story);
    return made;
}

} // namespace parallax::madeup
