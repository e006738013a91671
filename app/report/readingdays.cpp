// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_wording.cpp.
#include "report/readingdays.h"

#include "report/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

/// Whether what is told may have changed from one day to the next.
bool mayAge(const Divergence &divergence)
{
    return divergence.kind == DivergenceKind::Figure &&
           (divergence.aspect == Aspect::Count || divergence.aspect == Aspect::Amount ||
            divergence.aspect == Aspect::Ordinal);
}

} // namespace

ReadingDays::ReadingDays(const Story &story, const Divergence &divergence)
{
    if (!mayAge(divergence))
        return;
    for (const Reading &reading : divergence.readings) {
        if (const auto day = story.articles[static_cast<size_t>(reading.passage.article)].published)
            m_days.emplace(reading.passage.article, *day);
    }
    const auto isFirst = [this](const auto &entry) { return entry.second == m_days.begin()->second; };
    const auto isOfFirstYear = [this](const auto &e) { return e.second.year() == m_days.begin()->second.year(); };
    if (std::ranges::all_of(m_days, isFirst))
        m_days.clear();
    m_areOfOneYear = std::ranges::all_of(m_days, isOfFirstYear);
}

std::optional<QDate> ReadingDays::day(int article) const
{
    const auto found = m_days.find(article);
    return found == m_days.end() ? std::nullopt : std::optional(found->second);
}

QString ReadingDays::text(int article) const
{
    const auto known = day(article);
    if (!known)
        return {};
    return QLocale().toString(*known, m_areOfOneYear ? say(QT_TRANSLATE_NOOP("parallax", "d MMMM"))
                                                     : say(QT_TRANSLATE_NOOP("parallax", "d MMM yyyy")));
}

QString ReadingDays::beside(const QString &words, int article) const
{
    const QString day = text(article).replace(u' ', QChar::Nbsp);
    return day.isEmpty() ? words : u"%1 (%2)"_s.arg(words, day);
}

QString ReadingDays::numbers(const std::vector<int> &articles) const
{
    std::map<QDate, std::vector<int>> byDay;
    std::vector<int> undated;
    for (const int article : articles) {
        if (const auto known = day(article))
            byDay[*known].push_back(article);
        else
            undated.push_back(article);
    }
    QStringList parts;
    for (const auto &[day, dated] : byDay)
        parts << u"%1: %2"_s.arg(text(dated.front()), articleNumbers(dated));
    if (!undated.empty())
        parts << articleNumbers(undated);
    return parts.join(u"; "_s);
}

} // namespace parallax
