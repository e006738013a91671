// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! "The crash killed 19. In 2006 another crash on the line killed 12." Both sentences stand in one paragraph, both
//! speak of a crash and of killing, and yet 12 contradicts nobody's 19. What tells them apart is the year, or that the
//! crash is called similar, previous or earlier. A retrospective tells of a past year throughout: the years that
//! articles open with, and those of publication, are the story's own. Wrong alternative: passages instead of clauses as
//! the unit; the recalled toll stands in the same sentence as often as not ("the deadliest since a 2006 crash that
//! killed 12"). Tested by tst_divergence_figures.cpp.
#include "divergence/occasions.h"

#include "divergence/phrases.h"
#include "language/english.h"

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr int OpeningPassages = 2; ///< told ones of an article whose years are the story's own
constexpr int OpeningWords = 6;    ///< of a clause that opens a sentence and dates all of it: "In March 2006,"
constexpr int LongAgo = 60;        ///< days before publication from which a dated occasion is no part of the news
constexpr int LongestCalled = 3;   ///< words from "similar" to the noun it qualifies
constexpr int FirstYear = 1900;    ///< four digits between these can be a year
constexpr int LastYear = 2099;

std::optional<int> yearOf(const QString &text, const PassageLanguage &passage, int i)
{
    const Word &word = passage.words[static_cast<size_t>(i)];
    if (!word.isNumber || word.span.length != 4)
        return std::nullopt;
    bool isNumber = false;
    const int year = word.span.of(text).toInt(&isNumber);
    const bool isCounted =
        std::ranges::any_of(passage.figures, [&](const Figure &figure) { return figure.span.overlaps(word.span); });
    return isNumber && !isCounted && year >= FirstYear && year <= LastYear ? std::optional(year) : std::nullopt;
}

/// "similar", "previous": said of an occasion, it is another one.
bool saysOther(QStringView folded)
{
    static constexpr std::array<QStringView, 6> words = {u"similar", u"previous", u"earlier",
                                                         u"prior",   u"past",     u"comparable"};
    return std::ranges::find(words, folded) != words.end();
}

/// Words for reckoning the same toll again: "an earlier count".
bool isReckoning(QStringView folded)
{
    static constexpr std::array<QStringView, 9> words = {u"count",  u"tally",      u"toll",   u"estimate", u"estimates",
                                                         u"figure", u"assessment", u"report", u"reports"};
    return std::ranges::find(words, folded) != words.end();
}

bool opensRelativeClause(QStringView folded)
{
    static constexpr std::array<QStringView, 5> words = {u"that", u"which", u"who", u"when", u"where"};
    return std::ranges::find(words, folded) != words.end();
}

} // namespace

Occasions::Occasions(const DivergenceContext &context)
    : m_context(context)
{
    for (size_t a = 0; a < context.story.articles.size(); ++a) {
        const Article &article = context.story.articles[a];
        if (article.published)
            m_ownYears.insert(article.published->year());
        int told = 0;
        for (size_t p = 0; p < article.passages.size() && told < OpeningPassages; ++p) {
            if (!isTold(article.passages[p].role))
                continue;
            ++told;
            const PassageRef ref{static_cast<int>(a), static_cast<int>(p)};
            for (int i = 0; i < static_cast<int>(context.languageOf(ref).words.size()); ++i) {
                if (const auto year = yearOf(article.passages[p].text, context.languageOf(ref), i))
                    m_ownYears.insert(*year);
            }
        }
    }
}

std::optional<Occasion> Occasions::recalledByDate(PassageRef ref, WordRange words) const
{
    const QString &text = m_context.textOf(ref);
    const PassageLanguage &passage = m_context.languageOf(ref);
    const std::optional<QDate> published = m_context.story.articles[static_cast<size_t>(ref.article)].published;
    for (const DateMention &date : passage.dates) {
        const QString written = date.span.of(text).toString().toCaseFolded();
        const bool isPoint = (!date.isInterval || written.endsWith(u"ago")) && !written.startsWith(u"since");
        if (!isPoint || !date.first || !date.last || !published || !words.holds(wordsOf(passage, date.span).first))
            continue;
        const bool isOwn = date.year != 0 && m_ownYears.contains(date.year);
        if (date.last->daysTo(*published) > LongAgo && !isOwn)
            return Occasion{date.first, date.last};
    }
    for (int i = words.first; i < words.end() && !m_ownYears.empty(); ++i) {
        const auto year = yearOf(text, passage, i);
        if (year && !m_ownYears.contains(*year))
            return Occasion{QDate(*year, 1, 1), QDate(*year, 12, 31)};
    }
    return std::nullopt;
}

/// Whether words before a figure call what happened another occasion: "a similar crash", "an earlier suicide attack".
bool Occasions::isCalledAnother(PassageRef ref, WordRange words, int before) const
{
    const QString &text = m_context.textOf(ref);
    const PassageLanguage &passage = m_context.languageOf(ref);
    for (int i = words.first; i < std::min(words.end(), before); ++i) {
        if (!saysOther(passage.words[static_cast<size_t>(i)].folded))
            continue;
        int noun = -1;
        for (int k = i + 1; words.holds(k) && k <= i + LongestCalled && isJoined(text, passage, k); ++k) {
            if (passage.words[static_cast<size_t>(k)].isStop)
                break;
            if (m_context.facts(ref, k).isHappening)
                noun = k;
        }
        if (noun >= 0 && !isReckoning(passage.words[static_cast<size_t>(noun)].folded))
            return true;
    }
    return false;
}

std::optional<Occasion> Occasions::recalledBy(PassageRef ref, const Figure &figure) const
{
    if (!english::isEnglish(m_context.story.articles[static_cast<size_t>(ref.article)].language))
        return std::nullopt;
    const PassageLanguage &passage = m_context.languageOf(ref);
    const Sentence &sentence = passage.sentences[static_cast<size_t>(figure.sentence)];
    const std::vector<WordRange> clauses = clausesOf(m_context.textOf(ref), passage, sentence);
    const auto firstWord = [&](size_t i) -> const QString & {
        return passage.words[static_cast<size_t>(clauses[i].first)].folded;
    };
    for (size_t i = 0; i < clauses.size(); ++i) {
        const bool isOpening = i == 0 && clauses[i].count <= OpeningWords;
        if (!clauses[i].holds(figure.firstWord) && !isOpening)
            continue;
        // "the worst since a 2006 crash / that killed 12"; "the crash, / in 2006, / killed 12"
        const bool isRelative = opensRelativeClause(firstWord(i));
        const bool isPredicate = m_context.facts(ref, clauses[i].first).isPast;
        size_t from = i;
        if (isRelative && i > 0)
            --from;
        while (isPredicate && from > 0 && english::isPreposition(firstWord(from - 1)))
            --from;
        const WordRange words{clauses[from].first, clauses[i].end() - clauses[from].first};
        if (auto occasion = recalledByDate(ref, words))
            return occasion;
        if (isCalledAnother(ref, words, figure.firstWord))
            return Occasion{};
    }
    return std::nullopt;
}

bool mayBeOne(const std::optional<Occasion> &a, const std::optional<Occasion> &b)
{
    if (!a || !b)
        return !a && !b;
    return !a->first || !b->first || (*a->first <= *b->last && *b->first <= *a->last);
}

} // namespace parallax
