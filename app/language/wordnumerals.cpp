// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Numerals in words: spelt out ("two hundred and three", "half a million"), as a fraction ("two-thirds of") or as a
//! vague quantity ("scores", "a handful of"). What is spelt is read by ICU's rules for the language; the others are
//! English. Tested by tst_figures.cpp.
#include "language/numberednames.h"
#include "language/numeralfinder.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Nominal values of English quantities without a number. "several" stands before a noun, the others before "of".
const QHash<QString, double> &vagueNouns()
{
    static const QHash<QString, double> nouns = {{u"tens"_s, 30},      {u"dozens"_s, 36},      {u"scores"_s, 60},
                                                 {u"hundreds"_s, 300}, {u"thousands"_s, 3000}, {u"millions"_s, 3e6},
                                                 {u"billions"_s, 3e9}};
    return nouns;
}

/// "a … of": nominal values.
const QHash<QString, double> &vaguePhrases()
{
    static const QHash<QString, double> phrases = {{u"couple"_s, 2}, {u"handful"_s, 5}, {u"series"_s, 5},
                                                   {u"string"_s, 5}, {u"score"_s, 20},  {u"spate"_s, 5}};
    return phrases;
}

const QHash<QString, double> &fractionWords()
{
    static const QHash<QString, double> words = {
        {u"half"_s, 2},     {u"halves"_s, 2}, {u"third"_s, 3},   {u"thirds"_s, 3},   {u"quarter"_s, 4},
        {u"quarters"_s, 4}, {u"fourth"_s, 4}, {u"fourths"_s, 4}, {u"fifth"_s, 5},    {u"fifths"_s, 5},
        {u"sixth"_s, 6},    {u"sixths"_s, 6}, {u"seventh"_s, 7}, {u"sevenths"_s, 7}, {u"eighth"_s, 8},
        {u"eighths"_s, 8},  {u"ninth"_s, 9},  {u"ninths"_s, 9},  {u"tenth"_s, 10},   {u"tenths"_s, 10}};
    return words;
}

} // namespace

/// "half-million", "a half-dozen", "a quarter million", "a quarter of a million", "three-quarters of a million".
std::optional<Numeral> NumeralFinder::partOfMagnitudeAt(int first) const
{
    static const QHash<QString, double> parts = {{u"half"_s, 0.5}, {u"quarter"_s, 0.25}, {u"quarters"_s, 0.75}};
    if (!m_isEnglish)
        return std::nullopt;
    const bool isThree = folded(first) == "three"_L1 && folded(first + 1) == "quarters"_L1;
    const bool isLed = isThree || folded(first) == "a"_L1;
    const int part = isLed && isJoined(first) ? first + 1 : first;
    const double share = parts.value(folded(part), 0);
    if (share == 0 || (share == 0.75) != isThree || !isJoined(part))
        return std::nullopt;
    const bool isOf =
        folded(part + 1) == "of"_L1 && isJoined(part + 1) && folded(part + 2) == "a"_L1 && isJoined(part + 2);
    const int last = isOf ? part + 3 : part + 1;
    const double whole = folded(last) == "dozen"_L1 ? 12 : magnitude(last);
    if (whole == 0 || whole == 100 || folded(last).endsWith(u's'))
        return std::nullopt;
    Numeral numeral = numeralOf(first, last, share * whole, NumeralForm::Words);
    numeral.hasMagnitude = true;
    return numeral;
}

std::optional<Numeral> NumeralFinder::wordsAt(int first) const
{
    // "a hundred" is spelt "one hundred"; "half a million" is half of it
    int start = first;
    double share = 1;
    if (m_isEnglish && folded(start) == "half"_L1 && isJoined(start) &&
        (folded(start + 1) == "a"_L1 || folded(start + 1) == "one"_L1)) {
        share = 0.5;
        ++start;
    }
    if (const auto part = partOfMagnitudeAt(first))
        return part;
    QStringList run;
    int at = start;
    const bool isArticle = m_isEnglish && (folded(start) == "a"_L1 || folded(start) == "an"_L1) && isJoined(start);
    if (isArticle) {
        const QString &next = folded(start + 1);
        if (next == "dozen"_L1) {
            Numeral dozen = numeralOf(first, start + 1, 12 * share, NumeralForm::Words);
            dozen.hasMagnitude = true;
            return dozen;
        }
        if (magnitude(start + 1) == 0 || next.endsWith(u's'))
            return std::nullopt;
        run += u"one"_s;
        ++at;
    } else if (share != 1) {
        return std::nullopt;
    }
    constexpr int longest = 14;
    for (; at < count() && run.size() < longest; ++at) {
        const bool isInside = !run.isEmpty() && m_speller.isJoiner(folded(at));
        if (!m_passage.form(at).isNumberWord && !isInside)
            break;
        run += folded(at);
        if (!isJoined(at)) {
            ++at;
            break;
        }
    }
    while (!run.isEmpty()) {
        if (!m_speller.isJoiner(run.back())) {
            if (const auto spelt = m_speller.read(run)) {
                const int last = start + static_cast<int>(run.size()) - 1;
                Numeral numeral = numeralOf(first, last, spelt->number * share,
                                            spelt->isOrdinal ? NumeralForm::Ordinal : NumeralForm::Words);
                numeral.hasMagnitude = run.size() > 1 && m_speller.magnitude(run.back()) > 0;
                if (!spelt->isOrdinal) {
                    takeSign(numeral);
                    takeMagnitude(numeral);
                    takeHalf(numeral);
                    if (numeral.lastWord > last && numeral.number != std::floor(numeral.number))
                        takeMagnitude(numeral); // "one and a half million"
                }
                return numeral;
            }
        }
        run.removeLast();
    }
    return std::nullopt;
}

/// "World War II", "chapter IV"; "I" only where the noun has a capital: "in this chapter I ask".
std::optional<Numeral> NumeralFinder::romanAt(int first) const
{
    const auto number = m_isEnglish ? romanNumeral(m_passage.written(first)) : std::nullopt;
    if (!number || gapAfter(first - 1) != u" " || numberedName(m_passage, first - 1) < 0 ||
        (*number == 1 && !word(first - 1).isCapital))
        return std::nullopt;
    return numeralOf(first, first, *number, NumeralForm::Roman);
}

std::optional<Numeral> NumeralFinder::fractionAt(int first) const
{
    if (!m_isEnglish)
        return std::nullopt;
    const auto isOf = [this](int i) {
        return folded(i) == "of"_L1 || folded(i) == "the"_L1 || folded(i) == "its"_L1 || folded(i) == "their"_L1;
    };
    if (partOfMagnitudeAt(first))
        return std::nullopt; // "a quarter of a million" is a number
    const QString &word0 = folded(first);
    if (word0 == "half"_L1 && isOf(first + 1) && isJoined(first))
        return numeralOf(first, first, 0.5, NumeralForm::Fraction);
    if (!isJoined(first))
        return std::nullopt;
    double top = 0;
    if (word0 == "a"_L1 || word0 == "one"_L1)
        top = 1;
    else if (!m_passage.form(first).isNumberWord)
        return std::nullopt;
    else if (const auto spelt = m_speller.read({word0}); spelt && !spelt->isOrdinal && spelt->number < 10)
        top = spelt->number;
    const double bottom = fractionWords().value(folded(first + 1), 0);
    if (top == 0 || bottom <= top)
        return std::nullopt;
    const bool isPlural = folded(first + 1).endsWith(u's');
    if ((top > 1) != isPlural || folded(first + 2) != "of"_L1 || !isJoined(first + 1))
        return std::nullopt;
    return numeralOf(first, first + 1, top / bottom, NumeralForm::Fraction);
}

std::optional<Numeral> NumeralFinder::vagueAt(int first) const
{
    if (!m_isEnglish)
        return std::nullopt;
    const QString &word0 = folded(first);
    const QString word1 = isJoined(first) ? folded(first + 1) : QString();
    int last = first;
    double number = vagueNouns().value(word0, 0);
    if (word0 == "several"_L1) {
        number = 5;
    } else if (word0 == "a"_L1 && word1 == "few"_L1) {
        number = 4;
        last = first + 1;
    } else if (word0 == "a"_L1 && vaguePhrases().contains(word1) && isJoined(first + 1) &&
               folded(first + 2) == "of"_L1) {
        number = vaguePhrases().value(word1);
        last = first + 1;
    } else if (word0 == "tens"_L1 && word1 != "of"_L1) {
        return std::nullopt;
    } else if (word0 == "scores"_L1 && word1 != "of"_L1 && word1 != "more"_L1) {
        return std::nullopt; // "the scores were level"
    }
    if (number == 0)
        return std::nullopt;
    // "tens of thousands of", "several hundred", "a few dozen"
    if (isJoined(last) && isJoined(last + 1) && folded(last + 1) == "of"_L1 && magnitude(last + 2) > 0 &&
        folded(last + 2).endsWith(u's')) {
        number *= magnitude(last + 2);
        last += 2;
    }
    Numeral numeral = numeralOf(first, last, number, NumeralForm::Vague);
    takeMagnitude(numeral);
    return numeral;
}

/// "no one", "none", "no injuries": a count of nought, where what follows can be counted in persons.
std::optional<Numeral> NumeralFinder::noneAt(int first) const
{
    static const QSet<QString> fates = {u"deaths"_s, u"injuries"_s, u"casualties"_s, u"fatalities"_s, u"arrests"_s};
    if (!m_isEnglish)
        return std::nullopt;
    const QString &here = folded(first);
    if (here == "none"_L1 || here == "nobody"_L1)
        return numeralOf(first, first, 0, NumeralForm::Words);
    if (here != "no"_L1 || !isJoined(first))
        return std::nullopt;
    if (folded(first + 1) == "one"_L1)
        return numeralOf(first, first + 1, 0, NumeralForm::Words);
    const WordForm &next = m_passage.form(first + 1);
    const bool isCounted = fates.contains(next.folded) || (!next.isStop && next.isPlural() && next.isCountedPerson());
    return isCounted ? std::optional(numeralOf(first, first, 0, NumeralForm::Words)) : std::nullopt;
}

bool opensEnglishNumeral(const QString &folded)
{
    return folded == "no"_L1 || folded == "none"_L1 || folded == "nobody"_L1 || folded == "a"_L1 || folded == "an"_L1 ||
           folded == "half"_L1 || folded == "quarter"_L1 || folded == "several"_L1 || vagueNouns().contains(folded);
}

} // namespace parallax
