// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articlename.h"

#include "report/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <numeric>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("parallax::ArticleHead", text, nullptr, n);
}

qsizetype wordCount(const ArticleLanguage &language)
{
    return std::accumulate(language.passages.begin(), language.passages.end(), qsizetype(0),
                           [](qsizetype sum, const PassageLanguage &p) { return sum + std::ssize(p.words); });
}

} // namespace

QString ArticleFacts::line() const
{
    QStringList facts{day, words, encoding};
    facts.removeAll(QString());
    return facts.join(u" · "_s);
}

ArticleFacts factsOf(const Comparison &comparison, int article)
{
    const auto at = static_cast<size_t>(article);
    const Article &value = comparison.story.articles[at];
    const int words = static_cast<int>(at < comparison.language.size() ? wordCount(comparison.language[at]) : 0);
    ArticleFacts facts;
    facts.name = value.outlet.isEmpty() ? value.title : value.outlet;
    facts.headline = value.outlet.isEmpty() ? value.source() : value.title;
    facts.day = value.published ? QLocale().toString(*value.published, u"d MMM yyyy"_s) : tr("undated");
    if (words > 0)
        facts.words = words == 1 ? tr("1 word") : tr("%Ln words", words);
    facts.encoding = encodingText(value.encoding);
    return facts;
}

} // namespace parallax
