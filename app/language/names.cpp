// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Names are runs of capitals inside a sentence: "Deputy Foreign Minister Ana de la Cruz", "Bank of England",
//! "Fokker F27-500". Lower-case particles join two capitals; a number right behind a capital belongs to the name
//! ("Flight 881"). Titles are split off the front, so that "Mr Cruz" and "Minister Cruz" have one core.
//!
//! The first word of a sentence is a capital anyway. It counts if a capital follows and it is no adverb or function
//! word, if the passage writes it so elsewhere inside a sentence, or if the dictionary does not know it or knows it as
//! a proper noun only. Lines in title case (headlines) say nothing by their capitals: there only what the dictionary
//! calls proper, or does not know, is a name. Wrong alternative: a list of names; it ends where the news begins.
//! Tested by tst_names.cpp.
#include "language/english.h"
#include "language/finders.h"
#include "language/lexicon.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace parallax {

namespace {

constexpr double TitleCaseShare = 0.6; ///< of the longer words that are capitals in a line of title case
constexpr int FewestTitleWords = 4;

/// Languages that write every noun with a capital: their capitals mark no names.
bool hasCapitalNouns(const QString &language)
{
    return language == u"de" || language.startsWith(u"de-") || language == u"lb";
}

/// After these a capital says as little as at the beginning of a sentence.
bool opensSpeech(QChar c)
{
    return QStringView(u"\"\u201C\u2018\u00AB:([").contains(c);
}

class NameFinder
{
public:
    explicit NameFinder(const PassageWords &passage)
        : m_passage(passage)
        , m_isEnglish(english::isEnglish(passage.language()))
    {
    }

    std::vector<NameMention> find()
    {
        const std::vector<Sentence> &sentences = m_passage.sentences();
        const bool isTitleCase = looksLikeTitle();
        if (!isTitleCase)
            collectSeen(sentences);
        for (size_t s = 0; s < sentences.size(); ++s) {
            m_begin = sentences[s].firstWord;
            m_end = m_begin + sentences[s].wordCount;
            for (int i = m_begin; i < m_end;) {
                const bool starts = isTitleCase ? isNameInTitle(i) : isNameStart(i);
                if (!starts) {
                    ++i;
                    continue;
                }
                const int end = runEnd(i, isTitleCase);
                addName(i, end, static_cast<int>(s));
                i = end;
            }
        }
        return std::move(m_found);
    }

private:
    const Word &word(int i) const { return m_passage.word(i); }
    const WordForm &form(int i) const { return m_passage.form(i); }
    QStringView gapBefore(int i) const { return m_passage.gapAfter(i - 1); }
    bool isJoined(int i) const
    {
        if (i <= m_begin || i >= m_end)
            return false;
        const QStringView gap = gapBefore(i);
        return gap == u" " || gap == u"-" || gap == u"\u2011" || gap == u"\u00A0" || gap == u"'" || gap == u"\u2019" ||
               gap == u" & " || gap == u"-\u00A0" ||
               (gap == u". " && (word(i - 1).span.length <= 4 || word(i - 1).folded.contains(u'.')));
    }
    /// A possessive ends a name: "Norway's Lund" are two.
    bool isPossessive(int i) const { return form(i).isPossessive; }
    bool isDayOrMonth(int i) const
    {
        return m_isEnglish ? english::isWeekday(word(i).folded) || english::isMonth(word(i).folded)
                           : form(i).weekday != 0 || form(i).month != 0;
    }
    /// Function words are no part of a name, but "US" and "Mr" are, whose folded forms look like such.
    bool isFunctionWord(int i) const
    {
        return word(i).isStop && !isAbbreviation(i) && !english::isTitle(word(i).folded);
    }

    bool isCapitalWord(int i) const { return word(i).isCapital && !isDayOrMonth(i) && !isFunctionWord(i); }

    bool looksLikeTitle() const
    {
        int capitals = 0;
        int longer = 0;
        for (const Word &w : m_passage.words()) {
            if (w.span.length < 4 || w.isNumber)
                continue;
            ++longer;
            capitals += w.isCapital ? 1 : 0;
        }
        return longer >= FewestTitleWords && !QStringView(m_passage.text()).trimmed().endsWith(u'.') &&
               capitals >= TitleCaseShare * longer;
    }

    /// Words the passage writes with a capital inside sentences.
    void collectSeen(const std::vector<Sentence> &sentences)
    {
        for (const Sentence &sentence : sentences) {
            for (int i = sentence.firstWord + 1; i < sentence.firstWord + sentence.wordCount; ++i) {
                const QStringView gap = gapBefore(i);
                if (word(i).isCapital && !word(i).isStop && std::ranges::none_of(gap, opensSpeech))
                    m_seen.insert(word(i).folded);
            }
        }
    }

    bool isNameInTitle(int i) const
    {
        return isCapitalWord(i) && !word(i).isNumber && (isAbbreviation(i) || form(i).isProper());
    }

    bool isNameStart(int i) const
    {
        if (!isCapitalWord(i))
            return false;
        const bool isFirst = i == m_begin || std::ranges::any_of(gapBefore(i), opensSpeech);
        if (!isFirst)
            return true;
        const QString &folded = word(i).folded;
        if (!m_isEnglish) // no dictionary says whether it is a name
            return isAbbreviation(i) || m_seen.contains(folded) || (isJoined(i + 1) && isCapitalWord(i + 1));
        if (isAbbreviation(i) || english::isTitle(folded) || m_seen.contains(folded) || form(i).isProper())
            return true;
        const bool mayModify = form(i).hasClass(WordClass::Noun) || form(i).hasClass(WordClass::Adjective);
        return mayModify && !form(i).hasClass(WordClass::Adverb) && isJoined(i + 1) && isCapitalWord(i + 1);
    }

    /// "US", "U.S.", "IT": two capitals at least.
    bool isAbbreviation(int i) const
    {
        const QStringView written = m_passage.written(i);
        return std::ranges::count_if(written, [](QChar c) { return c.isUpper(); }) >= 2 &&
               std::ranges::none_of(written, [](QChar c) { return c.isLower(); });
    }

    int runEnd(int first, bool isTitleCase) const
    {
        int end = first + 1;
        while (end < m_end && !isPossessive(end - 1)) {
            if (!isJoined(end))
                break;
            const Word &next = word(end);
            if (isTitleCase ? isNameInTitle(end) : isCapitalWord(end)) {
                ++end;
            } else if (next.isNumber && (gapBefore(end) == u"-" || !isCounted(end))) {
                ++end;
            } else if (const int behind = behindParticles(end); behind > end && !isTitleCase) {
                end = behind + 1;
            } else {
                break;
            }
        }
        return end;
    }

    /// A number before a lower-case noun counts it and does not belong to the capital before it.
    bool isCounted(int i) const
    {
        return i + 1 < m_end && isJoined(i + 1) && !word(i + 1).isCapital && form(i + 1).hasClass(WordClass::Noun);
    }

    /// Skips "of the", "de la", "al"; the answer is the capital behind them, or `i` where none follows.
    int behindParticles(int i) const
    {
        int k = i;
        while (k < m_end && k - i < 3 && isJoined(k) && !word(k).isCapital &&
               (english::isNameParticle(word(k).folded) || (k > i && word(k).folded == u"the")))
            ++k;
        return k > i && k < m_end && isJoined(k) && isCapitalWord(k) && !word(k).isNumber ? k : i;
    }

    void addName(int first, int end, int sentence)
    {
        int core = first;
        for (int i = first; i + 1 < end; ++i) {
            const bool takesOf = word(i + 1).folded == u"of";
            if (english::isTitle(word(i).folded) && !takesOf && word(i + 1).isCapital &&
                !english::isTitle(word(i + 1).folded))
                core = i + 1;
        }
        // "Witness Anna Berg" at the head of a sentence has its capital from there
        const bool isRole =
            first == m_begin && core == first && end - first > 2 && form(first).isPerson() && !form(first).isProper();
        core += m_isEnglish && isRole ? 1 : 0;
        NameMention name;
        name.span = TextSpan::between(word(first).span.start, endOf(end - 1));
        name.core = TextSpan::between(word(core).span.start, endOf(end - 1));
        name.sentence = sentence;
        name.firstWord = first;
        name.wordCount = end - first;
        m_found.push_back(name);
    }

    /// Where a name ends: before its possessive 's; with the last dot of an abbreviation ("U.S.").
    int endOf(int i) const
    {
        const TextSpan span = word(i).span;
        if (isPossessive(i))
            return span.end() - 2;
        const QString &text = m_passage.text();
        const bool isDotted = span.of(text).contains(u'.') && span.end() < text.size() && text[span.end()] == u'.';
        return span.end() + (isDotted ? 1 : 0);
    }

    const PassageWords &m_passage;
    bool m_isEnglish;
    int m_begin = 0;
    int m_end = 0;
    QSet<QString> m_seen;
    std::vector<NameMention> m_found;
};

} // namespace

std::vector<NameMention> findNames(const PassageWords &passage)
{
    return hasCapitalNouns(passage.language()) ? std::vector<NameMention>() : NameFinder(passage).find();
}

std::vector<NameMention> findNames(const QString &text, const std::vector<Word> &words,
                                   const std::vector<Sentence> &sentences, const QString &language)
{
    return findNames(PassageWords(text, words, sentences, language));
}

} // namespace parallax
