// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the words around a number make of it.
//!
//! "At least 12 crew members were hurt": at least → a lower bound; members → what is counted (the first plural of the
//! phrase, not the first noun); hurt → what befell them. A cue belongs to one figure: in "left 12 dead and 40 in
//! hospital" the forty are not dead. Taking the nearest cue alone would say they are.
//!
//! Tested by tst_figures.cpp.
#include "language/figurescope.h"

#include "language/approximations.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// A counted noun stands at most so many words after its number ("12 badly burnt elderly Spanish tourists").
constexpr int HeadWindow = 6;
/// A cue further away usually belongs to another clause.
constexpr int CueWindow = 9;
/// A cue no further behind a number plainly belongs to it.
constexpr int NextToCue = 2;

const QHash<QString, Precision> &modifiers()
{
    static const QHash<QString, Precision> phrases = {
        {u"more than"_s, Precision::AtLeast},    {u"at least"_s, Precision::AtLeast},
        {u"greater than"_s, Precision::AtLeast}, {u"no fewer than"_s, Precision::AtLeast},
        {u"no less than"_s, Precision::AtLeast}, {u"not less than"_s, Precision::AtLeast},
        {u"in excess of"_s, Precision::AtLeast}, {u"a minimum of"_s, Precision::AtLeast},
        {u"well over"_s, Precision::AtLeast},    {u"just over"_s, Precision::AtLeast},
        {u"over"_s, Precision::AtLeast},         {u"above"_s, Precision::AtLeast},
        {u"exceeding"_s, Precision::AtLeast},    {u"upwards of"_s, Precision::AtLeast},
        {u"as few as"_s, Precision::AtLeast},    {u"as little as"_s, Precision::AtLeast},
        {u"the region of"_s, Precision::About},  {u"in the order of"_s, Precision::About},
        {u"up to"_s, Precision::AtMost},         {u"as many as"_s, Precision::AtMost},
        {u"as much as"_s, Precision::AtMost},    {u"no more than"_s, Precision::AtMost},
        {u"not more than"_s, Precision::AtMost}, {u"at most"_s, Precision::AtMost},
        {u"fewer than"_s, Precision::AtMost},    {u"less than"_s, Precision::AtMost},
        {u"just under"_s, Precision::AtMost},    {u"a maximum of"_s, Precision::AtMost},
        {u"under"_s, Precision::AtMost},         {u"below"_s, Precision::AtMost},
        {u"about"_s, Precision::About},          {u"around"_s, Precision::About},
        {u"approximately"_s, Precision::About},  {u"roughly"_s, Precision::About},
        {u"nearly"_s, Precision::About},         {u"almost"_s, Precision::About},
        {u"some"_s, Precision::About},           {u"close to"_s, Precision::About},
        {u"an estimated"_s, Precision::About},   {u"estimated"_s, Precision::About},
        {u"circa"_s, Precision::About},          {u"perhaps"_s, Precision::About},
    };
    return phrases;
}

const QHash<QString, QString> &stateCues()
{
    static const QHash<QString, QString> cues = [] {
        QHash<QString, QString> all;
        const auto add = [&](const QString &state, std::initializer_list<QLatin1StringView> words) {
            for (const QLatin1StringView word : words)
                all.insert(word, state);
        };
        add(u"dead"_s, {"dead"_L1, "kill"_L1, "kills"_L1, "killed"_L1, "killing"_L1, "die"_L1, "dies"_L1, "died"_L1,
                        "dying"_L1, "death"_L1, "deaths"_L1, "fatalities"_L1, "perished"_L1, "slain"_L1,
                        "slaughtered"_L1, "massacred"_L1, "drowned"_L1, "murdered"_L1, "lives"_L1});
        add(u"injured"_s, {"injured"_L1, "injure"_L1, "injures"_L1, "injuring"_L1, "injuries"_L1, "wounded"_L1,
                           "wounds"_L1, "wounding"_L1, "hurt"_L1, "hurting"_L1, "hospitalised"_L1, "hospitalized"_L1});
        add(u"missing"_s,
            {"missing"_L1, "disappeared"_L1, "unaccounted"_L1, "vanished"_L1, "trapped"_L1, "entombed"_L1});
        add(u"arrested"_s, {"arrested"_L1, "arresting"_L1, "arrests"_L1, "arrest"_L1, "detained"_L1, "detaining"_L1,
                            "custody"_L1, "jailed"_L1});
        add(u"evacuated"_s,
            {"evacuated"_L1, "evacuating"_L1, "evacuate"_L1, "displaced"_L1, "fled"_L1, "homeless"_L1, "evacuees"_L1});
        add(u"aboard"_s, {"aboard"_L1, "carrying"_L1, "board"_L1});
        return all;
    }();
    return cues;
}

/// Words that only name what follows by number.
bool namesByNumber(const QString &word)
{
    static const QSet<QString> words = {u"number"_s,  u"no"_s,       u"page"_s,       u"article"_s,   u"section"_s,
                                        u"chapter"_s, u"room"_s,     u"route"_s,      u"flight"_s,    u"highway"_s,
                                        u"channel"_s, u"gate"_s,     u"terminal"_s,   u"phase"_s,     u"type"_s,
                                        u"version"_s, u"category"_s, u"resolution"_s, u"stage"_s,     u"platform"_s,
                                        u"level"_s,   u"grade"_s,    u"clause"_s,     u"paragraph"_s, u"item"_s};
    return words.contains(word);
}

} // namespace

FigureScope::FigureScope(const PassageWords &passage)
    : m_passage(passage)
    , m_text(passage.text())
    , m_isEnglish(passage.isEnglish())
{
}

bool FigureScope::isJoined(int i) const
{
    if (i < 0 || i + 1 >= count())
        return false;
    return std::ranges::all_of(m_passage.gapAfter(i),
                               [](QChar c) { return c.isSpace() || c == u'-' || c == QChar(0x2011); });
}

QString FigureScope::phrase(int first, int size) const
{
    if (first < 0 || first + size > count())
        return {};
    QString joined = folded(first);
    for (int i = first; i + 1 < first + size; ++i) {
        if (!isJoined(i))
            return {};
        joined += u' ' + folded(i + 1);
    }
    return joined;
}

bool FigureScope::isNoun(int i) const
{
    return m_passage.has(i) && m_passage.form(i).hasClass(WordClass::Noun);
}

bool FigureScope::isPluralNoun(int i) const
{
    return m_passage.has(i) && m_passage.form(i).isPlural();
}

bool FigureScope::mayBePlural(int i) const
{
    static const QSet<QString> words = {u"aircraft"_s, u"spacecraft"_s, u"sheep"_s,   u"fish"_s,
                                        u"deer"_s,     u"series"_s,     u"species"_s, u"means"_s};
    if (!m_isEnglish || isPluralNoun(i) || isPerson(i) || m_passage.form(i).isPersonOrGroup() ||
        words.contains(folded(i)))
        return true;
    const QStringView gap = m_passage.gapAfter(i - 1);
    return gap.size() == 1 && !gap[0].isSpace();
}

bool FigureScope::isPerson(int i) const
{
    return m_isEnglish && m_passage.has(i) && m_passage.form(i).isCountedPerson();
}

QString FigureScope::lemma(int i) const
{
    if (!m_isEnglish)
        return word(i).stem;
    return m_passage.form(i).isPluralAsIs() ? folded(i) : m_passage.form(i).singular();
}

int FigureScope::headAfter(int last, bool isPlural) const
{
    if (!m_isEnglish) {
        const bool isWord = isJoined(last) && !word(last + 1).isNumber && !word(last + 1).isStop;
        return isWord ? last + 1 : -1;
    }
    int from = last + 1;
    const bool isCompound = from < count() && word(from).span.start == word(last).span.end() + 1 &&
                            !m_text[word(last).span.end()].isSpace();
    if (isCompound) // "a 15-member council"
        return isJoined(last) && isNoun(from) ? from : -1;
    if (isJoined(last) && folded(from) == "of"_L1) {
        static const QSet<QString> determiners = {u"of"_s,  u"the"_s, u"its"_s,   u"their"_s, u"his"_s,
                                                  u"her"_s, u"our"_s, u"these"_s, u"those"_s, u"all"_s};
        while (isJoined(from - 1) && determiners.contains(folded(from)))
            ++from;
    }
    int candidate = -1;
    const int end = std::min(from + HeadWindow, count());
    for (int i = from; i < end && isJoined(i - 1) && sentenceOf(i) == sentenceOf(last); ++i) {
        const Word &here = word(i);
        const bool isEnd = here.isNumber || (here.isStop && folded(i) != "other"_L1 && folded(i) != "more"_L1);
        if (isEnd)
            break;
        const bool isVerbForm = here.folded.endsWith("ed"_L1) || here.folded.endsWith("ing"_L1);
        if (candidate >= 0 && (!isNoun(i) || (isVerbForm && !isPluralNoun(i)) || stateCues().contains(here.folded)))
            break;
        if (isPlural && isPluralNoun(i)) {
            // "28 sports cars": the plural that another follows only qualifies it
            const bool isQualifier = isJoined(i) && isPluralNoun(i + 1) && !stateCues().contains(folded(i + 1)) &&
                                     !word(i + 1).isStop && !m_passage.form(i + 1).hasClass(WordClass::Verb);
            if (!isQualifier)
                return i;
            continue;
        }
        if (isNoun(i) && !here.isCapital && (!isPlural || candidate < 0 || candidate == i - 1))
            candidate = i;
        else if (isNoun(i) && here.isCapital && candidate < 0 && isPlural == false)
            candidate = i;
    }
    return candidate;
}

int FigureScope::headAfterOf(int last, int end) const
{
    if (!m_isEnglish || folded(last + 1) != "of"_L1 ||
        !QStringView(m_text).mid(end, word(last + 1).span.start - end).trimmed().isEmpty())
        return -1;
    const int start = last + 1;
    int candidate = -1;
    for (int i = start + 1; i < std::min(start + 1 + HeadWindow, count()) && isJoined(i - 1); ++i) {
        const bool isPossessive =
            word(i).span.of(m_text).endsWith("s"_L1) && word(i).span.length == folded(i).size() + 2;
        if (isPossessive || folded(i) == "the"_L1 || folded(i) == "its"_L1 || folded(i) == "their"_L1 ||
            folded(i) == "all"_L1)
            continue;
        if (word(i).isStop || word(i).isNumber || (candidate >= 0 && !isNoun(i)))
            break;
        if (isNoun(i))
            candidate = i;
        if (candidate >= 0 && isPluralNoun(candidate))
            break;
    }
    return candidate;
}

bool FigureScope::isAdjacent(int wordBefore, int position) const
{
    return wordBefore >= 0 && QStringView(m_text)
                                  .mid(word(wordBefore).span.end(), position - word(wordBefore).span.end())
                                  .trimmed()
                                  .isEmpty();
}

FigureScope::Modifier FigureScope::modifierBefore(int first, int position) const
{
    Modifier found{Precision::Exact, first};
    for (int size = 3; !m_isEnglish && size >= 1 && (isAdjacent(first - 1, position) || isJoined(first - 1)); --size) {
        if (const auto precision = approximation(m_passage.language(), phrase(first - size, size)))
            return {*precision, first - size};
    }
    if (!m_isEnglish)
        return found;
    // twice: "up to around 90"
    for (int round = 0; round < 2; ++round) {
        bool isFound = false;
        for (int size = 3; size >= 1 && !isFound; --size) {
            if (round == 0 ? !isAdjacent(first - 1, position) : !isJoined(found.word - 1))
                break;
            const auto modifier = modifiers().constFind(phrase(found.word - size, size));
            if (modifier == modifiers().cend() || sentenceOf(found.word - size) != sentenceOf(first))
                continue;
            // a bound outside tells more than a hedge inside
            if (found.precision == Precision::Exact || *modifier != Precision::About)
                found.precision = *modifier;
            found.word -= size;
            isFound = true;
        }
        if (!isFound)
            break;
    }
    return found;
}

FigureScope::Modifier FigureScope::modifierAfter(int last) const
{
    Modifier found{Precision::Exact, last};
    if (!m_isEnglish || !isJoined(last))
        return found;
    if (folded(last + 1) == "plus"_L1)
        return {Precision::AtLeast, last + 1};
    if ((folded(last + 1) == "odd"_L1 || folded(last + 1) == "something"_L1) &&
        m_passage.gapAfter(last) == u"-") // "twenty-odd"
        return {Precision::About, last + 1};
    if (folded(last + 1) != "or"_L1 || !isJoined(last + 1))
        return found;
    const QString &next = folded(last + 2);
    if (next == "so"_L1)
        return {Precision::About, last + 2};
    if (next == "more"_L1)
        return {Precision::AtLeast, last + 2};
    if (next == "fewer"_L1 || next == "less"_L1)
        return {Precision::AtMost, last + 2};
    return found;
}

QString FigureScope::cueAt(int i) const
{
    const QString &here = folded(i);
    const QString state = stateCues().value(here);
    if (here == "board"_L1)
        return folded(i - 1) == "on"_L1 ? state : QString();
    // "the missing airliner", "the dead letter": the cue qualifies another thing
    const bool isSaidOf = english::isBe(folded(i - 1)) || folded(i - 1) == "still"_L1 || folded(i - 1) == "reported"_L1;
    const bool isTime = m_passage.has(i + 1) && (m_passage.form(i + 1).anchorsDate || m_passage.form(i + 1).weekday);
    if (here == "missing"_L1 && isJoined(i) && !word(i + 1).isStop && !word(i + 1).isNumber && !isPerson(i + 1) &&
        !isSaidOf && !isTime) // "still missing last night" qualifies nobody
        return {};
    if (here == "lives"_L1 && folded(i - 1) != "the"_L1 && folded(i - 1) != "their"_L1 &&
        !word(std::max(0, i - 1)).isNumber)
        return {};
    return state;
}

bool FigureScope::isDoneByThem(int i, int first, int last) const
{
    static const QSet<QString> verbs = {u"kill"_s,     u"kills"_s,   u"killed"_s,     u"murdered"_s, u"massacred"_s,
                                        u"injure"_s,   u"injures"_s, u"injured"_s,    u"wounded"_s,  u"hurt"_s,
                                        u"arrest"_s,   u"arrests"_s, u"arrested"_s,   u"detained"_s, u"evacuated"_s,
                                        u"evacuate"_s, u"dead"_s,    u"slaughtered"_s};
    static const QSet<QString> objects = {u"him"_s, u"her"_s,   u"them"_s, u"the"_s, u"a"_s,    u"an"_s,
                                          u"his"_s, u"their"_s, u"its"_s,  u"one"_s, u"some"_s, u"another"_s};
    if (!verbs.contains(folded(i)))
        return false;
    if (i < first) // "killed by two officers", "shot dead by a gang of 12"
        return folded(first - 1) == "by"_L1 || folded(i + 1) == "by"_L1;
    const int next = i + 1;
    if (folded(i) == "dead"_L1 || next >= count() || !isJoined(i))
        return false;
    const bool hasObject = objects.contains(folded(next)) || (word(next).isNumber && last > first) ||
                           (word(next).isCapital && !m_passage.form(next).weekday && !m_passage.form(next).month);
    for (int k = last + 1; k < i && hasObject; ++k) {
        if (english::isBe(folded(k)) || folded(k) == "got"_L1 || folded(k) == "get"_L1)
            return false; // "12 people were injured the same day"
    }
    return hasObject;
}

QString FigureScope::stateOf(int first, int last, std::span<const std::pair<int, int>> numbers) const
{
    if (!m_isEnglish || m_passage.sentences().empty())
        return {};
    const Sentence &sentence = m_passage.sentences()[static_cast<size_t>(sentenceOf(first))];
    const int begin = std::max(sentence.firstWord, first - CueWindow);
    const int end = std::min(sentence.firstWord + sentence.wordCount - 1, last + CueWindow);
    QString best;
    int nearest = CueWindow + 1;
    for (int i = begin; i <= end; ++i) {
        if (i >= first && i <= last) {
            if (const QString own = cueAt(i); !own.isEmpty())
                return own; // "12 dead", "eight deaths"
            continue;
        }
        const QString state = cueAt(i);
        const int distance = i < first ? first - i : i - last;
        if (state.isEmpty() || distance >= nearest || isDoneByThem(i, first, last))
            continue;
        const bool isTaken = std::ranges::any_of(numbers, [&](const std::pair<int, int> &other) {
            if (other.first == first || other.second + NextToCue < begin || other.first > end)
                return false;
            if (i < first) { // "12 dead and 40": the cue follows another number more closely
                const int gap = i - other.second;
                const bool isNearer = gap < distance || (gap == distance && isJoined(i - 1)); // "12 hurt, killed 40"
                return other.first < i && gap <= NextToCue && isNearer;
            }
            return other.first > i && other.first - i < distance; // "12 and wounded 40"
        });
        if (!isTaken) {
            best = state;
            nearest = distance;
        }
    }
    return best;
}

bool FigureScope::isDesignation(int first, int last) const
{
    const int before = first - 1;
    if (before < 0 || !m_isEnglish || sentenceOf(before) != sentenceOf(first))
        return false;
    const QStringView gap = m_passage.gapAfter(before);
    const bool isAdjacent = std::ranges::all_of(gap, [](QChar c) { return c.isSpace(); });
    const bool isAbbreviation = gap == u". " && folded(before) == "no"_L1;
    if (!isAdjacent && !isAbbreviation)
        return false;
    const bool isCounting = isJoined(last) && isPluralNoun(last + 1);
    if (namesByNumber(folded(before)))
        return !isCounting;
    const Word &name = word(before);
    const bool isPossessive = name.span.length == name.folded.size() + 2;
    if (!name.isCapital || name.isStop || isPossessive || isCounting)
        return false;
    const bool opensSentence = m_passage.sentences()[static_cast<size_t>(sentenceOf(first))].firstWord == before;
    // at the start of a sentence every word has a capital: only a noun can be a name there ("Nearly 90", "Killed 14")
    return !opensSentence || (isNoun(before) && !m_passage.form(before).hasClass(WordClass::Adverb));
}

bool FigureScope::isApposedAge(int i, int end) const
{
    constexpr int oldest = 120;
    const int name = i - 1;
    const int years = m_passage.written(i).toInt();
    // a day, a place or a team may stand before a number too: two capitals make a person of it
    if (!m_isEnglish || years < 1 || years > oldest || name < 1 || !word(name).isCapital || !word(name - 1).isCapital ||
        word(name).isNumber || word(name).isStop || m_passage.form(name).month != 0 ||
        m_passage.form(name).weekday != 0)
        return false;
    const bool isOneName = std::ranges::all_of(
        m_passage.gapAfter(name - 1), [](QChar c) { return QStringView(u" .-\u00A0'\u2019\")(\u201D").contains(c); });
    const QStringView before = m_passage.gapAfter(name);
    const QChar after = end < m_text.size() ? m_text[end] : u'.';
    return isOneName && ((before == u", " && (after == u',' || after == u'.')) || (before == u" (" && after == u')'));
}

} // namespace parallax
