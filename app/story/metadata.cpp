// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Each fact is asked of the places that state it, the most explicit first; the first answer stands.
//!
//! Published is the day that a label, a date line, a byline or a dateline with a year gives, then the article's own
//! address, then the file name. Not asked: image names (an archive picture is older than its article) and dates in
//! sentences (they are the story's).
//!
//! Tested by tst_storyreader.cpp.
#include "story/metadata.h"

#include "story/outlet.h"
#include "story/publicationdate.h"
#include "story/textlanguage.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr qsizetype longestOpening = 70; ///< characters of the opening words that stand in for a headline

/// A paragraph from where it begins to tell: without "date 2017-04-13", "LONDON (Reuters) - ", "[MOSCOW] ".
QStringView withoutDateline(QStringView text)
{
    static const QRegularExpression label(
        uR"(^(?i:dated?|published|posted|updated)\b:?\s+(?:on\s+)?(?:\d[\d/._-]+\d|\p{L}+\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+\p{L}+\s+\d{4})[\s,:–—-]*)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression dateline(
        uR"(^(?:\[[^\]]{2,40}\]\s*|\p{Lu}[^a-z.!?]{2,60}?(?:,\s[^–—().!?]{2,30})?\s*(?:\([^)]{2,40}\)\s*)?(?:[–—]|--?)\s+)(?=\S))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    for (const QRegularExpression *prefix : {&label, &dateline}) {
        if (const auto m = prefix->matchView(text); m.hasMatch() && m.capturedEnd() < text.size())
            text = text.sliced(m.capturedEnd());
    }
    return text;
}

QString openingWords(QStringView text)
{
    const QStringView telling = withoutDateline(text);
    if (telling.size() <= longestOpening)
        return telling.toString();
    const qsizetype space = telling.first(longestOpening).lastIndexOf(u' ');
    qsizetype end = space > longestOpening / 2 ? space : longestOpening;
    if (telling[end].isLowSurrogate())
        --end;
    while (end > 0 && !telling[end - 1].isLetterOrNumber() && !telling[end - 1].isSurrogate() &&
           !telling[end - 1].isMark())
        --end;
    return telling.first(end).toString() + u'…';
}

QString titleOf(const std::vector<Passage> &passages)
{
    const auto told = std::ranges::find_if(passages, [](const Passage &p) { return isTold(p.role); });
    if (told == passages.end())
        return openingWords(passages.front().text);
    if (told->role == Role::Headline)
        return withoutOutlet(told->text).toString();
    return openingWords(told->text);
}

/// A date behind a label at the start of a line: "Published: 3 May 2021", "date 2017-04-13 LONDON - …".
std::optional<QDate> labelledDate(const Passage &p, const QRegularExpression &label)
{
    constexpr qsizetype reach = 60; // behind the label; what follows may be a paragraph with dates of its own
    const auto m = label.match(p.text);
    return m.hasMatch() ? fullDateIn(QStringView(p.text).mid(m.capturedEnd(), reach)) : std::nullopt;
}

/// The date in a dateline that opens a paragraph: "PARIS, June 2, 2009 (AFP) - …".
std::optional<QDate> openingDate(const Passage &p)
{
    const QStringView text = p.text;
    return isTold(p.role) ? fullDateIn(text.first(text.size() - withoutDateline(text).size())) : std::nullopt;
}

std::optional<QDate> publishedOf(const Article &article)
{
    static const QRegularExpression published(
        uR"(^\W*(?:first\s+|originally\s+)?(?:published|posted|publication date|pub(?:lication)?[ -]?date|date of publication|date(?:d)?|issued)\b\W*(?:on|at)?\W*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression updated(uR"(^\W*(?:last\s+)?(?:updated?|modified)\b)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression address(uR"(^\W{0,3}https?://\S*?/(?<day>(?:19|20)\d\d/\d{1,2}/\d{1,2})/)"_s);
    const auto ask = [&](auto &&question) -> std::optional<QDate> {
        for (const Passage &p : article.passages) {
            if (const std::optional<QDate> date = question(p))
                return date;
        }
        return std::nullopt;
    };
    const auto ifRole = [](const Passage &p, Role role) { return p.role == role ? fullDateIn(p.text) : std::nullopt; };
    const auto inAddress = [&](const Passage &p) {
        const auto m = address.match(p.text);
        return p.role == Role::Furniture && m.hasMatch() ? fullDateIn(m.capturedView(u"day")) : std::nullopt;
    };
    return ask([&](const Passage &p) { return labelledDate(p, published); })
        .or_else([&] {
            return ask([&](const Passage &p) {
                return updated.match(p.text).hasMatch() ? std::nullopt : ifRole(p, Role::Dateline);
            });
        })
        .or_else([&] { return ask([&](const Passage &p) { return ifRole(p, Role::Byline); }); })
        .or_else([&] {
            return openingDate(*std::ranges::find_if(article.passages.begin(), article.passages.end() - 1,
                                                     [](const Passage &p) { return p.role == Role::Body; }));
        })
        .or_else([&] { return ask([&](const Passage &p) { return ifRole(p, Role::Dateline); }); })
        .or_else([&] { return ask(inAddress); })
        .or_else([&] { return fullDateIn(article.file.section(u'/', -1)); });
}

} // namespace

void describe(Article &article)
{
    if (article.passages.empty())
        return;
    if (article.title.isEmpty())
        article.title = titleOf(article.passages);
    if (article.outlet.isEmpty())
        article.outlet = outletInText(article.passages);
    // The name of a file that holds several articles is no outlet's.
    if (article.outlet.isEmpty() && article.part == 0)
        article.outlet = outletInFileName(article.file, article.title);
    if (article.outlet.isEmpty())
        article.outlet = agencyCredit(article.passages);
    if (!article.published)
        article.published = publishedOf(article);
    article.language = languageOf(article.passages, article.language);
}

} // namespace parallax
