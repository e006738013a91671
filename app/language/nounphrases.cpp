// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! There is no parser here; a noun phrase is walked word by word from its head: leftwards over names, nouns, adjectives
//! and one prepositional tail, never over punctuation, a quotation, or a word that begins a clause. "a spokesman for
//! the port of Rhun" is one phrase with the head "spokesman"; "the mayor blasted claims" has two, for "blasted" is a
//! verb of saying before it is a participle. Wrong alternative: all words between two function words, which takes that
//! for one. Tested by tst_quotations.cpp.
#include "language/nounphrases.h"

#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace parallax {

namespace {

constexpr int LongestPhrase = 14; ///< words of a noun phrase

/// Writings and bodies that speak though they are no persons.
constexpr std::array<QStringView, 26> SpeakingThings = {
    u"statement", u"statements", u"report",   u"reports", u"study",  u"paper",       u"newspaper",
    u"document",  u"documents",  u"source",   u"sources", u"media",  u"authorities", u"research",
    u"survey",    u"poll",       u"analysis", u"letter",  u"agency", u"ministry",    u"company",
    u"officials", u"official",   u"police",   u"house",   u"press",
};

} // namespace

bool NounPhrases::isJoined(int i) const
{
    if (i <= m_begin || i >= m_end || m_quoted[static_cast<size_t>(i)] != m_quoted[static_cast<size_t>(i - 1)])
        return false;
    return std::ranges::all_of(gapBefore(i), [](QChar c) {
        return c == u' ' || c == u'\u00A0' || c == u'-' || c == u'.' || c == u'\'' || c == u'\u2019' || c == u'/' ||
               c == u'\u2011';
    });
}

bool NounPhrases::isSayVerb(int i) const
{
    if (word(i).isCapital && i > m_begin)
        return false;
    const bool hasThat = i + 1 < m_end && folded(i + 1) == u"that";
    if (folded(i).startsWith(u"point") && !(i + 1 < m_end && folded(i + 1) == u"out"))
        return isBlame(i); // guns are pointed too
    if (isBlame(i))
        return true;
    return form(i).isSayVerb() || (hasThat && form(i).isFindingVerb());
}

bool NounPhrases::isBlame(int i) const
{
    constexpr int reach = 7;
    const QString &verb = folded(i);
    const auto isForm = [&](std::initializer_list<QLatin1StringView> forms) {
        return std::ranges::any_of(forms, [&](QLatin1StringView one) { return verb == one; });
    };
    const auto follows = [&](std::initializer_list<QLatin1StringView> wanted, int farthest) {
        for (int k = i + 1; k < std::min(m_end, i + farthest) && isJoined(k); ++k) {
            if (std::ranges::any_of(wanted, [&](QLatin1StringView one) { return folded(k) == one; }))
                return true;
        }
        return false;
    };
    using namespace Qt::StringLiterals;
    if (isForm({"hold"_L1, "holds"_L1, "held"_L1, "holding"_L1}))
        return follows({"responsible"_L1, "accountable"_L1}, reach);
    if (isForm({"point"_L1, "points"_L1, "pointed"_L1, "pointing"_L1}))
        return follows({"finger"_L1, "fingers"_L1}, 3);
    if (isForm({"lay"_L1, "lays"_L1, "laid"_L1, "put"_L1, "puts"_L1, "pin"_L1, "pinned"_L1}))
        return follows({"blame"_L1}, 3);
    return isForm({"call"_L1, "calls"_L1, "called"_L1}) && follows({"for"_L1}, 2);
}

bool NounPhrases::isFunctionWord(int i) const
{
    if (!word(i).isStop || !word(i).isCapital)
        return word(i).isStop;
    const QStringView written = m_passage.written(i);
    const bool isAbbreviation =
        written.size() > 1 && std::ranges::none_of(written, [](QChar c) { return c.isLower(); });
    return !isAbbreviation && !english::isTitle(folded(i));
}

bool NounPhrases::isHead(int i) const
{
    const QString &w = folded(i);
    if (english::isWeekday(w) || word(i).isNumber)
        return false;
    if (word(i).isCapital && !isFunctionWord(i) && !(english::isMonth(w)))
        return i > m_begin || !form(i).hasClass(WordClass::Adverb);
    if (isFunctionWord(i))
        return false;
    return std::ranges::contains(SpeakingThings, QStringView(w)) || form(i).isPerson() || form(i).isPersonOrGroup();
}

bool NounPhrases::isModifier(int i) const
{
    const QString &w = folded(i);
    if (english::isWeekday(w) || english::isMidAdverb(w))
        return false;
    if (word(i).isCapital && !isFunctionWord(i))
        return i > m_begin || !form(i).hasClass(WordClass::Adverb) || form(i).hasClass(WordClass::Adjective);
    if (isFunctionWord(i))
        return english::isDeterminer(w) && w != u"that";
    if (w.endsWith(u"ed") && isSayVerb(i))
        return false; // "the mayor blasted claims"
    return word(i).isNumber || form(i).hasClass(WordClass::Noun) || form(i).hasClass(WordClass::Adjective) ||
           !form(i).isKnown();
}

bool NounPhrases::isTail(int i) const
{
    const QString &w = folded(i);
    if (i <= m_begin || !isJoined(i) || isFunctionWord(i - 1))
        return false;
    if (w == u"of" || w == u"for" || w == u"from" || w == u"to")
        return isHead(i - 1) || (w == u"of" && isModifier(i - 1));
    return (w == u"in" || w == u"at") && (isHead(i - 1) || form(i - 1).hasClass(WordClass::Noun));
}

NounPhrases::Phrase NounPhrases::phraseEndingAt(int last) const
{
    Phrase phrase{last, last + 1, last};
    bool hasDeterminer = false;
    while (phrase.first > m_begin && last - phrase.first < LongestPhrase && isJoined(phrase.first)) {
        const int left = phrase.first - 1;
        const QString &w = folded(left);
        const bool isDeterminer = isFunctionWord(left) && english::isDeterminer(w) && w != u"that";
        if (!hasDeterminer && (isDeterminer || isModifier(left))) {
            phrase.first = left;
            hasDeterminer = isDeterminer;
            continue;
        }
        const bool joinsTwo = w == u"and" && left > m_begin && isJoined(left) && isHead(left - 1) &&
                              word(left - 1).isCapital == word(phrase.first).isCapital;
        if (!joinsTwo && !isTail(left))
            break;
        if (!joinsTwo && !(w == u"of" && word(left - 1).isCapital))
            phrase.head = left - 1;
        phrase.first = left - 1;
        hasDeterminer = false;
    }
    return phrase;
}

NounPhrases::Phrase NounPhrases::phraseBeginningAt(int first) const
{
    Phrase phrase{first, first, -1};
    int end = first;
    while (end < m_end && end - first < LongestPhrase && !m_quoted[static_cast<size_t>(end)] &&
           (end == first || isJoined(end))) {
        const QString &w = folded(end);
        const bool isNoun =
            !isFunctionWord(end) && form(end).hasClass(WordClass::Noun) && phrase.end == end && end > first;
        if (isHead(end) || isNoun) {
            if (phrase.head < 0 || phrase.end == end)
                phrase.head = phrase.hasTail ? phrase.head : end;
            phrase.end = ++end;
        } else if (isModifier(end) && !english::isAuxiliary(w)) {
            ++end;
        } else if (phrase.end == end && end > first && (w == u"and" || isTail(end)) && end + 1 < m_end &&
                   (word(end + 1).isCapital || english::isDeterminer(folded(end + 1)) || w == u"of" || w == u"for")) {
            phrase.hasTail = phrase.hasTail || !(w == u"and" || (w == u"of" && word(end - 1).isCapital));
            ++end;
        } else {
            break;
        }
    }
    return phrase;
}

} // namespace parallax
