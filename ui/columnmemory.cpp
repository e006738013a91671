// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_columns.cpp.
#include "ui/columnmemory.h"

#include <QSettings>
#include <QVariantMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int MostStories = 30;
constexpr auto Key = "columns/stories"_L1;

QString nameOf(const Story &story)
{
    // Files that were opened one by one have no folder of their own.
    return story.folder + u'|' + story.title;
}

QVariantList load()
{
    return QSettings().value(Key).toList();
}

qsizetype placeOf(const QVariantList &stories, const QString &name)
{
    const auto found = std::ranges::find_if(
        stories, [&](const QVariant &entry) { return entry.toMap().value(u"story"_s).toString() == name; });
    return found == stories.end() ? -1 : found - stories.begin();
}

/// `source`: Article::source, which tells the articles of one file apart.
int articleOf(const Story &story, const QString &source)
{
    const auto found = std::ranges::find(story.articles, source, &Article::source);
    return found == story.articles.end() ? -1 : static_cast<int>(found - story.articles.begin());
}

} // namespace

void rememberColumns(const Story &story, const ColumnChoice &choice)
{
    QVariantList stories = load();
    if (const qsizetype place = placeOf(stories, nameOf(story)); place >= 0)
        stories.removeAt(place);
    if (choice != ColumnChoice::ofStory(static_cast<int>(story.articles.size()))) {
        const auto file = [&](int article) { return story.articles[static_cast<size_t>(article)].source(); };
        QStringList order;
        QStringList hidden;
        QVariantMap widths;
        for (const int article : choice.order)
            order << file(article);
        for (const int article : choice.hidden)
            hidden << file(article);
        for (const auto &[article, width] : choice.widths)
            widths.insert(file(article), width);
        stories.prepend(QVariantMap{{u"story"_s, nameOf(story)},
                                    {u"order"_s, order},
                                    {u"hidden"_s, hidden},
                                    {u"widths"_s, widths},
                                    {u"base"_s, choice.base < 0 ? QString() : file(choice.base)}});
    }
    QSettings().setValue(Key, stories.mid(0, MostStories));
}

std::optional<ColumnChoice> rememberedColumns(const Story &story)
{
    const QVariantList stories = load();
    const qsizetype place = placeOf(stories, nameOf(story));
    if (place < 0)
        return std::nullopt;
    const QVariantMap entry = stories.at(place).toMap();
    ColumnChoice choice;
    for (const QString &file : entry.value(u"order"_s).toStringList()) {
        if (const int article = articleOf(story, file); article >= 0)
            choice.order.push_back(article);
    }
    for (int article = 0; article < static_cast<int>(story.articles.size()); ++article) {
        if (!std::ranges::contains(choice.order, article))
            choice.order.push_back(article);
    }
    for (const QString &file : entry.value(u"hidden"_s).toStringList()) {
        if (const int article = articleOf(story, file); article >= 0)
            choice.hide(article);
    }
    const QVariantMap widths = entry.value(u"widths"_s).toMap();
    for (const auto &[file, width] : widths.asKeyValueRange()) {
        if (const int article = articleOf(story, file); article >= 0)
            choice.widths[article] = width.toInt();
    }
    const QString base = entry.value(u"base"_s).toString();
    choice.base = base.isEmpty() ? -1 : articleOf(story, base);
    return choice;
}

} // namespace parallax
