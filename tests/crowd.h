// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A comparison of any size, for tests of what becomes of many articles and events.
#pragma once

#include "madeup.h"

namespace parallax {

using namespace Qt::StringLiterals;

/// `articles` tellings of `events` happenings, each telling one passage of about forty words that differs in a figure,
/// a word and a name. Every seventh article is silent on an event.
inline Comparison crowd(int articles, int events)
{
    Comparison made;
    made.story.title = u"A crowd"_s;
    for (int a = 0; a < articles; ++a) {
        Article article;
        article.file = u"%1.txt"_s.arg(a);
        article.outlet = u"The Outlet of Place No %1"_s.arg(a + 1);
        article.title = u"What happened on day %1"_s.arg(a);
        for (int e = 0; e < events; ++e)
            article.passages.push_back(
                {u"On the morning of that day a crowd of %1 people stood before gate %2 and %3 until "
                 u"the wardens opened it, as a clerk of the town hall told this paper when she was "
                 u"asked how it had come to that, and what was to follow."_s.arg(100 + a % 5)
                     .arg(e)
                     .arg(a % 3 == 0 ? u"shouted"_s : u"cried"_s),
                 Role::Body});
        made.story.articles.push_back(article);
        made.language.push_back({std::vector<PassageLanguage>(static_cast<size_t>(events))});
    }
    for (int e = 0; e < events; ++e) {
        Event event{u"Gate %1 is opened"_s.arg(e), {}, {{EvidenceKind::Term, u"gate"_s}}};
        Divergence figure{e, DivergenceKind::Figure, Aspect::Count, u"people"_s, 0.8, {}};
        Divergence word{e, DivergenceKind::Wording, Aspect::WordChoice, u"shouted"_s, 0.4, {}};
        for (int a = 0; a < articles; ++a) {
            if (articles > 6 && (a + e) % 7 == 0)
                continue;
            event.members.push_back({{a, e}, 0.9});
            figure.readings.push_back(madeup::reading(made.story, a, e, u"%1 people"_s.arg(100 + a % 5), a % 5));
            const QString verb = a % 3 == 0 ? u"shouted"_s : u"cried"_s;
            word.readings.push_back(madeup::reading(made.story, a, e, verb, a % 3 == 0 ? 1 : 0));
        }
        made.alignment.events.push_back(event);
        made.divergences.push_back(figure);
        made.divergences.push_back(word);
    }
    return made;
}

} // namespace parallax
