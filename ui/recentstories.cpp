// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recentstories.h"

#include "ui/counts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QVariantMap>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t Most = 10;
constexpr QLatin1StringView Key("recent/stories");

QString tr(const char *text)
{
    return QCoreApplication::translate("parallax::RecentStory", text);
}

QString when(const QDateTime &opened)
{
    const QLocale locale;
    const QDate day = opened.date();
    const QDate today = QDate::currentDate();
    if (day == today)
        return tr("opened today %1").arg(locale.toString(opened.time(), QLocale::ShortFormat));
    if (day == today.addDays(-1))
        return tr("opened yesterday");
    return tr("opened %1").arg(locale.toString(day, QLocale::ShortFormat));
}

void store(const std::vector<RecentStory> &stories)
{
    QSettings settings;
    settings.remove(Key);
    settings.beginWriteArray(Key, static_cast<int>(stories.size()));
    for (size_t i = 0; i < stories.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue("paths", stories[i].paths);
        settings.setValue("title", stories[i].title);
        settings.setValue("articles", stories[i].articles);
        settings.setValue("events", stories[i].events);
        settings.setValue("opened", stories[i].opened);
        settings.setValue("event", stories[i].event);
        settings.setValue("divergence", stories[i].divergence);
        QVariantMap encodings;
        for (const auto &[file, encoding] : stories[i].encodings.asKeyValueRange())
            encodings.insert(file, QString::fromLatin1(encoding));
        settings.setValue("encodings", encodings);
    }
    settings.endArray();
}

} // namespace

bool RecentStory::isThere() const
{
    return std::ranges::all_of(paths, [](const QString &path) { return QFileInfo::exists(path); });
}

QString RecentStory::place() const
{
    QString folder = QFileInfo(paths.value(0)).absolutePath();
    if (const QString home = QDir::homePath(); folder == home || folder.startsWith(home + u'/'))
        folder.replace(0, home.size(), u'~');
    return folder;
}

QString RecentStory::facts() const
{
    if (!isThere())
        return paths.size() == 1 ? tr("the folder is no longer there") : tr("some of the files are no longer there");
    return u"%1 · %2 · %3"_s.arg(articleCount(articles), eventCount(events), when(opened));
}

std::vector<RecentStory> recentStories()
{
    std::vector<RecentStory> stories;
    QSettings settings;
    const int count = settings.beginReadArray(Key);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        RecentStory story{.paths = settings.value("paths").toStringList(),
                          .title = settings.value("title").toString(),
                          .articles = settings.value("articles").toInt(),
                          .events = settings.value("events").toInt(),
                          .opened = settings.value("opened").toDateTime(),
                          .event = settings.value("event").toString(),
                          .divergence = settings.value("divergence", -1).toInt()};
        const QVariantMap encodings = settings.value("encodings").toMap();
        for (const auto &[file, encoding] : encodings.asKeyValueRange())
            story.encodings.insert(file, encoding.toString().toLatin1());
        if (!story.paths.isEmpty())
            stories.push_back(std::move(story));
    }
    return stories;
}

void rememberStory(const RecentStory &story)
{
    std::vector<RecentStory> stories = recentStories();
    std::erase_if(stories, [&](const RecentStory &other) { return other.paths == story.paths; });
    stories.insert(stories.begin(), story);
    if (stories.size() > Most)
        stories.resize(Most);
    store(stories);
}

void clearRecentStories()
{
    store({});
}

void rememberPlace(const QStringList &paths, const StoryPlace &place)
{
    std::vector<RecentStory> stories = recentStories();
    const auto found = std::ranges::find(stories, paths, &RecentStory::paths);
    if (found == stories.end() || StoryPlace{found->event, found->divergence} == place)
        return;
    found->event = place.event;
    found->divergence = place.divergence;
    store(stories);
}

QHash<QString, QByteArray> encodingsChosenFor(const QStringList &paths)
{
    const std::vector<RecentStory> stories = recentStories();
    const auto found = std::ranges::find(stories, paths, &RecentStory::paths);
    return found == stories.end() ? QHash<QString, QByteArray>() : found->encodings;
}

StoryPlace placeIn(const QStringList &paths)
{
    const std::vector<RecentStory> stories = recentStories();
    const auto found = std::ranges::find(stories, paths, &RecentStory::paths);
    return found == stories.end() ? StoryPlace{} : StoryPlace{found->event, found->divergence};
}

} // namespace parallax
