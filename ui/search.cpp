// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Words that are typed are seldom the characters that are printed. A reader types "don't" and the article has
//! “don’t”; types "twenty-one - no more" and the article has a narrow hyphen and a dash; a line of the terms may be
//! broken where the article has a space. So plain terms become an expression in which each such character stands for
//! its family. Comparing code points instead, as editors do, would answer "not found" to half of all quotations.
//! Tested by tst_find.cpp.
#include "ui/search.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr QStringView Apostrophes = u"'’‘‛ʼ′`´";
constexpr QStringView Quotes = u"\"“”„‟«»″";
constexpr QStringView Dashes = u"-‐‑‒–—−";

QString anyOf(QStringView family)
{
    return u'[' + QRegularExpression::escape(family) + u']';
}

QString plainPattern(const QString &text)
{
    QString pattern;
    const QString normal = text.normalized(QString::NormalizationForm_C);
    for (qsizetype i = 0; i < normal.size(); ++i) {
        const QChar c = normal.at(i);
        if (c.isSpace()) {
            while (i + 1 < normal.size() && normal.at(i + 1).isSpace())
                ++i;
            pattern += u"\\s+"_s;
        } else if (Apostrophes.contains(c)) {
            pattern += anyOf(Apostrophes);
        } else if (Quotes.contains(c)) {
            pattern += anyOf(Quotes);
        } else if (Dashes.contains(c)) {
            pattern += anyOf(Dashes);
        } else if (c.isHighSurrogate() && i + 1 < normal.size()) {
            pattern += QRegularExpression::escape(normal.mid(i++, 2));
        } else {
            pattern += QRegularExpression::escape(QString(c));
        }
    }
    return pattern;
}

} // namespace

std::expected<QRegularExpression, BadExpression> patternOf(const SearchTerms &terms)
{
    if (terms.text.isEmpty())
        return QRegularExpression();
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!terms.matchesCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    QString pattern = terms.isExpression ? terms.text : plainPattern(terms.text);
    if (terms.isExpression) {
        const QRegularExpression typed(pattern, options);
        if (!typed.isValid())
            return std::unexpected(BadExpression{typed.errorString(), static_cast<int>(typed.patternErrorOffset())});
    }
    if (terms.wholeWords)
        pattern = u"(?<!\\w)(?:%1)(?!\\w)"_s.arg(pattern);
    return QRegularExpression(pattern, options);
}

SearchResult search(const Story &story, const QRegularExpression &pattern, const std::function<bool()> &mayGoOn)
{
    SearchResult result;
    if (pattern.pattern().isEmpty() || !pattern.isValid())
        return result;
    PassageRef ref;
    for (const Article &article : story.articles) {
        ref.passage = 0;
        for (const Passage &passage : article.passages) {
            if (!mayGoOn()) {
                result.isCut = true;
                return result;
            }
            for (const QRegularExpressionMatch &found : pattern.globalMatch(passage.text)) {
                if (found.capturedLength() == 0)
                    continue;
                if (std::ssize(result.matches) == MostMatches) {
                    result.isCut = true;
                    return result;
                }
                const TextSpan span{static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength())};
                result.matches.push_back({ref, span});
            }
            ++ref.passage;
        }
        ++ref.article;
    }
    return result;
}

std::span<const Match> matchesIn(std::span<const Match> ordered, PassageRef passage)
{
    const auto range = std::ranges::equal_range(ordered, passage, {}, &Match::passage);
    return {range.begin(), range.end()};
}

} // namespace parallax
