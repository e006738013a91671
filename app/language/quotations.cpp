// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where a quotation begins and ends. A mark opens when it can only open (“ „ «) or stands before a word with space
//! before it; it closes when it can only close or stands behind a word. A quotation whose closing mark is missing (or
//! that goes on in the next paragraph) runs to the passage's end or to the next opening mark. Marks of different
//! designs close each other (“…"), because editors mix them.
//!
//! Single marks are apostrophes most of the time ("the boys' toys", "'til"): one opens only before a word and only
//! if a closing one follows, and of two possible closing ones that behind a plural s gives way to the later.
//! Wrong alternative: a regular expression over pairs of marks, which turns inside out after one missing mark.
//! Tested by tst_quotations.cpp.
#include "language/quotations.h"

#include <algorithm>
#include <array>
#include <optional>

namespace parallax {

namespace {

constexpr int LongestSingleQuotation = 600; ///< characters between single marks; beyond it they are two apostrophes

bool isOneOf(QChar c, QStringView set)
{
    return set.contains(c);
}

/// Whether a character can be one of the marks below; most are not and need not be sought among them.
constexpr bool mayBeMark(QChar c)
{
    const char16_t unit = c.unicode();
    return unit == u'"' || unit == u'\'' || unit == 0x00AB || unit == 0x00BB || unit >= 0x2018;
}

bool isDouble(QChar c)
{
    return mayBeMark(c) && isOneOf(c, u"\"\u201C\u201D\u201E\u201F\u00AB\u00BB\u300C\u300D\u300E\u300F\uFF02");
}

bool isSingle(QChar c)
{
    return mayBeMark(c) && isOneOf(c, u"'\u2018\u2019\u201A\u201B\u2039\u203A");
}

bool isWordLike(QChar c)
{
    return c.isLetterOrNumber();
}

QChar at(const QString &text, qsizetype i)
{
    return i >= 0 && i < text.size() ? text[i] : QChar(u' ');
}

bool opensByPlace(const QString &text, int i)
{
    const QChar before = at(text, i - 1);
    const QChar after = at(text, i + 1);
    return !after.isSpace() && (before.isSpace() || isOneOf(before, u"([{\u2013\u2014-\u2026/:") || isDouble(before));
}

bool closesByPlace(const QString &text, int i)
{
    const QChar before = at(text, i - 1);
    const QChar after = at(text, i + 1);
    return !before.isSpace() && !isWordLike(after);
}

/// Whether the double mark at `i` can end a quotation opened by `opener`.
bool closesDouble(const QString &text, int i, QChar opener)
{
    const QChar c = text[i];
    switch (opener.unicode()) {
    case u'\u201E': // „…“ and „…”
        return isOneOf(c, u"\u201C\u201D\u201F") || (c == u'"' && closesByPlace(text, i));
    case u'\u00AB':
        return c == u'\u00BB';
    case u'\u00BB':
        return c == u'\u00AB';
    case u'\u300C':
        return c == u'\u300D';
    case u'\u300E':
        return c == u'\u300F';
    default:
        if (c == u'"' || c == u'\uFF02')
            return !opensByPlace(text, i) || at(text, i - 1).isSpace() == at(text, i + 1).isSpace();
        return c == u'\u201D' || (c == u'\u201C' && closesByPlace(text, i) && !opensByPlace(text, i));
    }
}

bool opensDouble(const QString &text, int i)
{
    const QChar c = text[i];
    if (c == u'"' || c == u'\uFF02' || c == u'\u201D' || c == u'\u201F')
        return opensByPlace(text, i);
    if (c == u'\u00BB') // »German« opens where a French one would close
        return opensByPlace(text, i);
    return isOneOf(c, u"\u201C\u201E\u00AB\u300C\u300E");
}

/// The mark that ends a quotation opened by the single mark at `i`, if there is one.
std::optional<int> singleCloser(const QString &text, int i)
{
    static constexpr std::array<QStringView, 8> elided = {u"em",    u"til",  u"tis",   u"twas",
                                                          u"cause", u"bout", u"round", u"n"};
    if (!opensByPlace(text, i) || !isWordLike(at(text, i + 1)) || text[i] == u'\u203A')
        return std::nullopt;
    if (isOneOf(text[i], u"'\u2019")) {
        qsizetype end = i + 1;
        while (end < text.size() && text[end].isLetter())
            ++end;
        const QString first = text.mid(i + 1, end - i - 1).toLower();
        if (text[i + 1].isDigit() || std::ranges::find(elided, QStringView(first)) != elided.end())
            return std::nullopt;
    }
    std::optional<int> afterPlural;
    const int last = static_cast<int>(std::min<qsizetype>(text.size() - 1, i + LongestSingleQuotation));
    for (int k = i + 2; k <= last; ++k) {
        if (isDouble(text[k]) || (text[k] == u'\u2018'))
            break;
        if (!isOneOf(text[k], u"'\u2019\u203A") || !closesByPlace(text, k))
            continue;
        if (!isOneOf(text[k - 1], u"sS") || !at(text, k + 1).isSpace())
            return k;
        if (!afterPlural)
            afterPlural = k;
    }
    return afterPlural;
}

Quotation quotationBetween(const QString &text, int open, int close, bool isClosed, const std::vector<Word> &words)
{
    Quotation quotation;
    int end = isClosed ? close + 1 : close;
    while (!isClosed && end > open + 1 && text[end - 1].isSpace())
        --end;
    quotation.span = TextSpan::between(open, end);
    quotation.inner = TextSpan::between(open + 1, isClosed ? close : end);
    quotation.isClosed = isClosed;
    const auto first =
        std::ranges::lower_bound(words, quotation.inner.start, {}, [](const Word &word) { return word.span.start; });
    const auto behind = std::ranges::lower_bound(first, words.end(), quotation.inner.end(), {},
                                                 [](const Word &word) { return word.span.start; });
    quotation.firstWord = static_cast<int>(first - words.begin());
    quotation.wordCount = static_cast<int>(behind - first);
    return quotation;
}

} // namespace

std::vector<Quotation> findQuotations(const QString &text, const std::vector<Word> &words, const QString &)
{
    std::vector<Quotation> found;
    const auto add = [&](int open, int close, bool isClosed) {
        Quotation quotation = quotationBetween(text, open, close, isClosed, words);
        if (quotation.wordCount > 0)
            found.push_back(quotation);
    };
    int open = -1;
    const int size = static_cast<int>(text.size());
    for (int i = 0; i < size; ++i) {
        const QChar c = text[i];
        if (open >= 0) {
            if (!isDouble(c))
                continue;
            if (closesDouble(text, i, text[open])) {
                add(open, i, true);
                open = -1;
            } else if (opensDouble(text, i)) {
                add(open, i, false);
                open = i;
            }
        } else if (isDouble(c) && opensDouble(text, i)) {
            open = i;
        } else if (isSingle(c)) {
            if (const std::optional<int> close = singleCloser(text, i)) {
                add(i, *close, true);
                i = *close;
            }
        }
    }
    if (open >= 0)
        add(open, size, false);
    return found;
}

} // namespace parallax
