// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A made-up story of any number of articles, for tests of the views, and a style without animations.
#pragma once

#include "comparison/comparison.h"

#include <QProxyStyle>

namespace parallax::manyarticles {

using namespace Qt::StringLiterals;

/// No animation: what a click does is done when it returns.
class StillStyle : public QProxyStyle
{
public:
    StillStyle()
        : QProxyStyle(u"Fusion"_s)
    {
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

constexpr int EventCount = 8;

/// Passage of article `article` that tells event `event`: every article in another order, from its third passage on.
inline int placeOf(int article, int event)
{
    return 2 + 2 * ((event * (article % 2 == 0 ? 1 : 3) + article) % EventCount);
}

/// Any number of articles with a headline, two lines of furniture, the same eight events in various orders and, between
/// them, passages of their own. Even articles say "four boats", odd ones "five boats".
inline ComparisonPtr story(int articles)
{
    auto made = std::make_shared<Comparison>();
    made->story.title = u"Made up"_s;
    made->alignment.events.resize(EventCount);
    for (int event = 0; event < EventCount; ++event) {
        made->alignment.events[size_t(event)].label = u"event %1"_s.arg(event);
        made->divergences.push_back({event, DivergenceKind::Figure, Aspect::Count, u"boats"_s, 0.9, {}});
    }
    for (int a = 0; a < articles; ++a) {
        Article article;
        article.file = u"%1.txt"_s.arg(a + 1);
        article.title = u"What %1 newsrooms wrote"_s.arg(articles);
        article.outlet = u"Outlet %1"_s.arg(a + 1);
        article.passages.push_back({article.title, Role::Headline});
        article.passages.push_back({u"You are here: Home"_s, Role::Furniture});
        for (int i = 2; i < 2 + 2 * EventCount; ++i) {
            const QString own = u"A passage of its own, number %1, that says a little about the weather. "_s.arg(i);
            article.passages.push_back({own.repeated(1 + (i + a) % 3), Role::Body});
        }
        for (int event = 0; event < EventCount; ++event) {
            const int place = placeOf(a, event);
            Passage &passage = article.passages[size_t(place)];
            const QString boats = a % 2 == 0 ? u"four boats"_s : u"five boats"_s;
            passage.text =
                u"On the river, %1 of event %2 went down in the night. "_s.arg(boats).arg(event) + passage.text;
            const PassageRef ref{a, place};
            made->alignment.events[size_t(event)].members.push_back({ref, 0.8});
            made->divergences[size_t(event)].readings.push_back(
                {ref, {static_cast<int>(passage.text.indexOf(boats)), static_cast<int>(boats.size())}, a % 2, {}});
        }
        made->story.articles.push_back(article);
        made->language.push_back({std::vector<PassageLanguage>(article.passages.size())});
    }
    return made;
}

} // namespace parallax::manyarticles
