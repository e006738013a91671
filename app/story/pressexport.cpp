// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Three signs, the surest first; a sign counts only where it comes at least twice.
//!
//!     Document 1 of 2                     begins an article: numbers that count up to one total
//!     The Harbour Times
//!     Ferry runs aground
//!     LENGTH: 512 words
//!     …
//!     LOAD-DATE: May 15, 2024             fields below an article: where no other sign is, it ends behind them,
//!     End of Document                     ends an article; so does Factiva's number "Document HARTIM00202405…"
//!
//! The wrong alternative is to part at each "Copyright" or "words" line: articles quote both. A count must start at 1
//! and go on by one, so "2 of 3" under a picture parts nothing.
//!
//! Tested by tst_pressexport.cpp.
#include "story/pressexport.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

QRegularExpression line(const QString &pattern)
{
    return QRegularExpression(u"^\\s*(?:"_s + pattern + u")\\s*$"_s,
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

/// Lines are short; what is longer is text whatever it begins with.
constexpr qsizetype longestField = 300;

bool matches(const QRegularExpression &pattern, const Passage &p)
{
    return p.text.size() <= longestField && pattern.matchView(p.text).hasMatch();
}

const QRegularExpression &lengthLine()
{
    static const QRegularExpression pattern =
        line(uR"((?:length|word count)\s*:\s*[\d.,]+(?:\s*words)?|[\d.,]+ words)"_s);
    return pattern;
}

/// Fields that databases put below an article.
const QRegularExpression &fieldBelow()
{
    static const QRegularExpression pattern = line(
        uR"((?:load-date|publication-type|document-type|journal-code|proquest document id|document url|last updated|accession number|persistent link)\s*:.*)"
        uR"(|_{8,}|copyright\b.{0,120}all rights reserved\.?|.{0,80}\ball rights reserved\.?)"_s);
    return pattern;
}

/// Everything that a database wrote and no article has.
const QRegularExpression &databaseLine()
{
    static const QRegularExpression pattern = line(
        uR"((?:document\s+)?\d+ of \d+(?: documents?)?|end of document|document [A-Z]{3,10}\d{8,}\w*|body|full text\s*:?|abstract\s*:?|_{8,})"
        uR"(|(?:length|word count|section|load-date|language|publication-type|document-type|journal-code|graphic|series|correction-date)\s*:.*)"
        uR"(|(?:publication (?:info|title|year|date|subject)|proquest document id|document url|document type|source type|issn|isbn)\s*:.*)"
        uR"(|[\d.,]+ words|copyright\b.*)"_s);
    return pattern;
}

/// Where "1 of 12", "2 of 12", … stand; nothing where they do not count up from 1.
std::vector<size_t> countedStarts(const std::vector<Passage> &passages)
{
    static const QRegularExpression mark = line(uR"((?:document\s+)?(\d{1,5}) of (\d{1,5})(?: documents?)?)"_s);
    std::vector<size_t> out;
    QString total;
    for (size_t i = 0; i < passages.size(); ++i) {
        if (!matches(mark, passages[i]))
            continue;
        const auto m = mark.matchView(passages[i].text);
        if (m.capturedView(1).toULongLong() != out.size() + 1 || (!out.empty() && m.captured(2) != total))
            continue;
        total = m.captured(2);
        out.push_back(i);
    }
    return out.size() >= 2 ? out : std::vector<size_t>();
}

/// The passages behind marks that end an article.
std::vector<size_t> startsBehindEnds(const std::vector<Passage> &passages)
{
    static const QRegularExpression endMark = line(uR"(end of document)"_s);
    static const QRegularExpression number(uR"(^\s*Document [A-Z]{3,10}\d{8,}\w*\s*$)"_s); // upper case counts
    std::vector<size_t> out{0};
    for (size_t i = 0; i < passages.size(); ++i) {
        if (matches(endMark, passages[i]) || matches(number, passages[i]))
            out.push_back(i + 1);
    }
    const size_t marks = out.size() - 1;
    if (out.back() >= passages.size())
        out.pop_back();
    return marks >= 2 ? out : std::vector<size_t>();
}

/// The passages behind the last fields before each length line.
std::vector<size_t> startsBetweenFields(const std::vector<Passage> &passages)
{
    std::vector<size_t> out{0};
    std::optional<size_t> behindFields;
    bool hasLength = false;
    for (size_t i = 0; i < passages.size(); ++i) {
        if (matches(lengthLine(), passages[i])) {
            if (hasLength && behindFields) {
                out.push_back(*behindFields);
                behindFields.reset();
            }
            hasLength = true;
        } else if (hasLength && matches(fieldBelow(), passages[i])) {
            behindFields = i + 1;
        }
    }
    return out.size() >= 2 ? out : std::vector<size_t>();
}

/// Passages with nothing but a database's lines (a cover page, a list of hits) are no article.
bool tells(const std::vector<Passage> &passages)
{
    return std::ranges::any_of(passages, [](const Passage &p) { return p.role != Role::Furniture; });
}

} // namespace

std::vector<Article> splitExport(Article whole)
{
    std::vector<size_t> starts = countedStarts(whole.passages);
    const size_t cover = starts.empty() ? 0 : starts.front();
    if (starts.empty())
        starts = startsBehindEnds(whole.passages);
    if (starts.empty())
        starts = startsBetweenFields(whole.passages);
    std::vector<Article> out;
    if (starts.empty()) {
        out.push_back(std::move(whole));
        return out;
    }
    for (size_t i = 0; i < whole.passages.size(); ++i) {
        if (i < cover || matches(databaseLine(), whole.passages[i]))
            whole.passages[i].role = Role::Furniture;
    }
    starts.front() = 0; // a cover page goes with the first
    starts.push_back(whole.passages.size());
    for (size_t k = 0; k + 1 < starts.size(); ++k) {
        Article article;
        article.encoding = whole.encoding;
        article.passages.assign(whole.passages.begin() + static_cast<std::ptrdiff_t>(starts[k]),
                                whole.passages.begin() + static_cast<std::ptrdiff_t>(starts[k + 1]));
        if (tells(article.passages))
            out.push_back(std::move(article));
    }
    if (out.empty())
        out.push_back(std::move(whole));
    return out;
}

} // namespace parallax
