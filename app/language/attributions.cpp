// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Who says it. A source is the noun phrase that a verb of saying has for its subject ("a spokesman for the ministry
//! said"), that stands behind it ("…," said the mayor), behind "according to", or behind "by" after a participle
//! ("confirmed by the police"). There is no parser here; a noun phrase is walked word by word from its head: leftwards
//! over names, nouns, adjectives and one prepositional tail, never over punctuation, a quotation, or a word that
//! begins a clause. An apposition between commas is stepped over: "Nelson Jobim, the defence minister, said".
//!
//! Wrong alternative: taking the nearest name. In "the man Mr Smith accused said" and "after meeting Mr Putin,
//! officials said" the nearest name says nothing. A verb inside quotation marks attributes nothing either: "he said
//! it" belongs to the one who speaks.
//! Tested by tst_quotations.cpp.
#include "language/quotations.h"

#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace parallax
{

namespace
{

constexpr int LongestPhrase = 14;     ///< words of a noun phrase
constexpr int LongestApposition = 14; ///< words between the commas of an apposition

/// Verbs of saying, judging and reporting, in their base form.
constexpr std::array<QStringView, 88> SayVerbs = {
    u"accuse",    u"acknowledge", u"add",       u"admit",     u"advise",    u"agree",    u"allege",   u"announce",
    u"answer",    u"argue",       u"ask",       u"assert",    u"believe",   u"blame",    u"blast",    u"boast",
    u"caution",   u"cite",        u"claim",     u"comment",   u"complain",  u"concede",  u"conclude", u"condemn",
    u"confirm",   u"contend",     u"criticise", u"criticize", u"declare",   u"decry",    u"demand",   u"denounce",
    u"deny",      u"describe",    u"disclose",  u"dismiss",   u"dispute",   u"estimate", u"explain",  u"express",
    u"hint",      u"indicate",    u"inform",    u"insist",    u"maintain",  u"mention",  u"note",     u"observe",
    u"point",     u"praise",      u"predict",   u"pledge",    u"promise",   u"quote",    u"recall",   u"refute",
    u"reiterate", u"reject",      u"remark",    u"repeat",    u"reply",     u"report",   u"request",  u"respond",
    u"reveal",    u"say",         u"slam",      u"speculate", u"state",     u"stress",   u"suggest",  u"suspect",
    u"tell",      u"testify",     u"think",     u"threaten",  u"tweet",     u"urge",     u"vow",      u"warn",
    u"welcome",   u"write",       u"doubt",     u"emphasise", u"emphasize", u"fear",     u"propose",  u"swear",
};
/// Verbs that stand before their subject: "…," said the mayor.
constexpr std::array<QStringView, 12> InvertedVerbs = {u"say",   u"add",     u"explain", u"tell",
                                                       u"write", u"declare", u"insist",  u"reply",
                                                       u"warn",  u"note",    u"report",  u"announce"};
/// Writings and bodies that speak though they are no persons.
constexpr std::array<QStringView, 26> SpeakingThings = {
    u"statement", u"statements", u"report",   u"reports", u"study",  u"paper",       u"newspaper",
    u"document",  u"documents",  u"source",   u"sources", u"media",  u"authorities", u"research",
    u"survey",    u"poll",       u"analysis", u"letter",  u"agency", u"ministry",    u"company",
    u"officials", u"official",   u"police",   u"house",   u"press",
};
constexpr int PersonCategory = 18;
constexpr int GroupCategory = 14;

bool isAmong(QStringView word, std::span<const QStringView> words)
{
    return std::ranges::find(words, word) != words.end();
}

/// The base form of a verb of saying, or empty.
QString sayVerb(const QString &folded, std::span<const QStringView> verbs)
{
    for (const Lemma &lemma : Lexicon::english().lemmas(folded)) {
        if (lemma.wordClass == WordClass::Verb && isAmong(lemma.text, verbs))
            return lemma.text;
    }
    return {};
}

/// Finds the sources of one sentence.
class SourceFinder
{
public:
    SourceFinder(const QString &text, const std::vector<Word> &words, const Sentence &sentence,
                 const std::vector<bool> &isQuoted)
        : m_text(text)
        , m_words(words)
        , m_quoted(isQuoted)
        , m_begin(sentence.firstWord)
        , m_end(sentence.firstWord + sentence.wordCount)
    {
    }

    std::vector<Attribution> find()
    {
        for (int i = m_begin; i < m_end; ++i) {
            if (m_quoted[static_cast<size_t>(i)])
                continue;
            if (folded(i) == u"according" && i + 1 < m_end && folded(i + 1) == u"to") {
                addAccordingTo(i);
                continue;
            }
            if (sayVerb(folded(i), SayVerbs).isEmpty())
                continue;
            if (!addSubject(i) && !addInverted(i))
                addPassive(i);
        }
        return std::move(m_found);
    }

private:
    using Range = std::pair<int, int>; ///< words [first, second)

    const Word &word(int i) const { return m_words[static_cast<size_t>(i)]; }
    const QString &folded(int i) const { return word(i).folded; }

    /// What stands between word i - 1 and word i.
    QStringView gapBefore(int i) const
    {
        const int from = word(i - 1).span.end();
        return QStringView(m_text).mid(from, word(i).span.start - from);
    }
    /// Whether words i - 1 and i can belong to one phrase: nothing but space, joints and the dot of an abbreviation
    /// between.
    bool isJoined(int i) const
    {
        if (i <= m_begin || i >= m_end || m_quoted[static_cast<size_t>(i)] != m_quoted[static_cast<size_t>(i - 1)])
            return false;
        return std::ranges::all_of(gapBefore(i), [](QChar c) {
            return c == u' ' || c == u'\u00A0' || c == u'-' || c == u'.' || c == u'\'' || c == u'\u2019' || c == u'/' ||
                   c == u'\u2011';
        });
    }

    /// Function words, but not "US", whose folded form looks like one, nor "Mr".
    bool isFunctionWord(int i) const
    {
        const QStringView written = word(i).span.of(m_text);
        const bool isAbbreviation =
            written.size() > 1 && std::ranges::none_of(written, [](QChar c) { return c.isLower(); });
        return word(i).isStop && !(word(i).isCapital && (isAbbreviation || english::isTitle(folded(i))));
    }

    bool isHead(int i) const
    {
        const Lexicon &lexicon = Lexicon::english();
        const QString &w = folded(i);
        if (english::isWeekday(w) || word(i).isNumber)
            return false;
        if (word(i).isCapital && !isFunctionWord(i) && !(english::isMonth(w)))
            return i > m_begin || !lexicon.hasClass(w, WordClass::Adverb);
        if (isFunctionWord(i))
            return false;
        if (isAmong(w, SpeakingThings) || lexicon.isPerson(w))
            return true;
        for (const Lemma &lemma : lexicon.lemmas(w)) {
            if (lemma.wordClass != WordClass::Noun)
                continue;
            const std::vector<Concept> senses = lexicon.senses(lemma.text, WordClass::Noun);
            if (!senses.empty() && (lexicon.category(senses.front()) == GroupCategory ||
                                    lexicon.category(senses.front()) == PersonCategory))
                return true;
        }
        return false;
    }

    /// Whether a word can stand inside a noun phrase to the left of its head.
    bool isModifier(int i) const
    {
        const Lexicon &lexicon = Lexicon::english();
        const QString &w = folded(i);
        if (english::isWeekday(w) || english::isMidAdverb(w))
            return false;
        if (word(i).isCapital && !isFunctionWord(i))
            return i > m_begin || !lexicon.hasClass(w, WordClass::Adverb) || lexicon.hasClass(w, WordClass::Adjective);
        if (isFunctionWord(i))
            return english::isDeterminer(w) && w != u"that";
        return word(i).isNumber || lexicon.hasClass(w, WordClass::Noun) || lexicon.hasClass(w, WordClass::Adjective) ||
               lexicon.lemmas(w).empty();
    }

    /// The noun phrase whose last word is `head`.
    Range phraseEndingAt(int head) const
    {
        int first = head;
        bool hasDeterminer = false;
        while (first > m_begin && head - first < LongestPhrase && isJoined(first)) {
            const int left = first - 1;
            const QString &w = folded(left);
            const bool isDeterminer = isFunctionWord(left) && english::isDeterminer(w) && w != u"that";
            if (!hasDeterminer && (isDeterminer || isModifier(left))) {
                first = left;
                hasDeterminer = isDeterminer;
                continue;
            }
            const bool joinsNouns = left > m_begin && isJoined(left) && isHead(left - 1) &&
                                    (w == u"of" || w == u"for" || w == u"from" || w == u"in" || w == u"at" ||
                                     w == u"to" || (w == u"and" && word(left - 1).isCapital == word(first).isCapital));
            const bool isOf =
                w == u"of" && left > m_begin && isJoined(left) && isModifier(left - 1) && !isFunctionWord(left - 1);
            if (!joinsNouns && !isOf)
                break;
            first = left - 1;
            hasDeterminer = false;
        }
        return {first, head + 1};
    }

    /// The noun phrase that begins at `first`; empty where none does.
    Range phraseBeginningAt(int first) const
    {
        int end = first;
        int behindHead = first;
        while (end < m_end && end - first < LongestPhrase && !m_quoted[static_cast<size_t>(end)] &&
               (end == first || isJoined(end))) {
            const QString &w = folded(end);
            if (isHead(end)) {
                behindHead = ++end;
            } else if (isModifier(end) && !english::isAuxiliary(w)) {
                ++end;
            } else if (end > first &&
                       (w == u"of" || w == u"for" || w == u"and" || w == u"from" || w == u"in" || w == u"at") &&
                       behindHead == end) {
                ++end;
            } else {
                break;
            }
        }
        return {first, behindHead};
    }

    /// Steps left from a verb over auxiliaries, adverbs and "on Wednesday"; the answer is the word before them.
    std::optional<int> subjectEnd(int verb) const
    {
        bool isPassive = false;
        int i = verb - 1;
        while (i >= m_begin && isJoined(i + 1)) {
            const QString &w = folded(i);
            const bool isDay = english::isWeekday(w);
            const bool isOnDay =
                (w == u"on" || w == u"late" || w == u"early") && i + 1 < verb && english::isWeekday(folded(i + 1));
            if (!english::isAuxiliary(w) && !english::isMidAdverb(w) && !english::isNegation(w) && !isDay && !isOnDay)
                break;
            isPassive = isPassive || english::isBe(w);
            --i;
        }
        const bool isContinuous = folded(verb).endsWith(u"ing");
        if (i < m_begin || (isPassive && !isContinuous))
            return std::nullopt;
        if (isContinuous && !isPassive && !hasWithBefore(i))
            return std::nullopt;
        return i;
    }

    /// "with the spokesman saying": a participle may have a subject of its own behind "with".
    bool hasWithBefore(int i) const
    {
        for (int k = i; k >= m_begin && i - k < 2 * LongestPhrase; --k) {
            if (folded(k) == u"with")
                return true;
        }
        return false;
    }

    /// Where the subject ends when a comma stands before the verb: before the apposition.
    std::optional<int> beforeApposition(int last) const
    {
        for (int i = last; i > m_begin && last - i < LongestApposition; --i) {
            if (m_quoted[static_cast<size_t>(i)] || m_quoted[static_cast<size_t>(i - 1)])
                return std::nullopt;
            if (gapBefore(i).contains(u','))
                return i - 1;
            if (!isJoined(i) && !gapBefore(i).contains(u'('))
                return std::nullopt;
        }
        return std::nullopt;
    }

    bool addSubject(int verb)
    {
        std::optional<int> last = subjectEnd(verb);
        if (!last)
            return false;
        if (!isJoined(*last + 1)) {
            if (!gapBefore(*last + 1).contains(u',') || m_quoted[static_cast<size_t>(*last)])
                return false;
            last = beforeApposition(*last);
            if (!last)
                return false;
        }
        if (english::isPronoun(folded(*last))) {
            add({*last, *last + 1}, *last, verb);
            return true;
        }
        if (folded(*last) == u"who" && *last > m_begin && gapBefore(*last).contains(u',') && isHead(*last - 1)) {
            add(phraseEndingAt(*last - 1), *last - 1, verb);
            return true;
        }
        if (!isHead(*last))
            return false;
        add(phraseEndingAt(*last), *last, verb);
        return true;
    }

    bool addInverted(int verb)
    {
        if (verb + 1 >= m_end || sayVerb(folded(verb), InvertedVerbs).isEmpty() || folded(verb).endsWith(u"ing"))
            return false;
        const bool isAfterSpeech = verb > m_begin
                                       ? m_quoted[static_cast<size_t>(verb - 1)] || gapBefore(verb).contains(u',')
                                       : verb > 0 && m_quoted[static_cast<size_t>(verb - 1)];
        if (!isAfterSpeech || !isJoined(verb + 1))
            return false;
        if (english::isPronoun(folded(verb + 1))) {
            add({verb + 1, verb + 2}, verb + 1, verb);
            return true;
        }
        const Range phrase = phraseBeginningAt(verb + 1);
        if (phrase.first == phrase.second)
            return false;
        add(phrase, phrase.second - 1, verb);
        return true;
    }

    bool addPassive(int verb)
    {
        if (verb + 2 >= m_end || folded(verb + 1) != u"by" || !isJoined(verb + 1) || !isJoined(verb + 2))
            return false;
        const Range phrase = phraseBeginningAt(verb + 2);
        if (phrase.first == phrase.second)
            return false;
        add(phrase, phrase.second - 1, verb);
        return true;
    }

    void addAccordingTo(int i)
    {
        if (i + 2 >= m_end)
            return;
        const Range phrase = phraseBeginningAt(i + 2);
        if (phrase.first != phrase.second)
            add(phrase, phrase.second - 1, i);
    }

    void add(Range source, int head, int verb)
    {
        const int first = std::min(source.first, verb);
        const int last = std::max(source.second - 1, verb);
        Attribution attribution;
        attribution.span = TextSpan::between(word(first).span.start, word(last).span.end());
        attribution.source = TextSpan::between(word(source.first).span.start, word(source.second - 1).span.end());
        attribution.head = word(head).span;
        attribution.verb = word(verb).span;
        attribution.isPronoun = source.second - source.first == 1 && english::isPronoun(folded(source.first));
        if (!attribution.isPronoun)
            attribution.resolved = attribution.source.of(m_text).toString();
        m_found.push_back(attribution);
    }

    const QString &m_text;
    const std::vector<Word> &m_words;
    const std::vector<bool> &m_quoted;
    int m_begin;
    int m_end;
    std::vector<Attribution> m_found;
};

} // namespace

std::vector<Attribution> findAttributions(const QString &text, const std::vector<Word> &words,
                                          const std::vector<Sentence> &sentences,
                                          const std::vector<Quotation> &quotations, const QString &language)
{
    std::vector<Attribution> found;
    if (!english::isEnglish(language))
        return found;
    std::vector<bool> isQuoted(words.size(), false);
    for (const Quotation &quotation : quotations) {
        for (int i = quotation.firstWord; i < quotation.firstWord + quotation.wordCount; ++i)
            isQuoted[static_cast<size_t>(i)] = true;
    }
    for (size_t s = 0; s < sentences.size(); ++s) {
        for (Attribution &attribution : SourceFinder(text, words, sentences[s], isQuoted).find()) {
            attribution.sentence = static_cast<int>(s);
            found.push_back(std::move(attribution));
        }
    }
    QString lastNamed;
    resolveSpeakers(found, lastNamed);
    return found;
}

void resolveSpeakers(std::vector<Attribution> &attributions, QString &lastNamed)
{
    for (Attribution &attribution : attributions) {
        if (!attribution.isPronoun)
            lastNamed = attribution.resolved;
        else if (attribution.resolved.isEmpty())
            attribution.resolved = lastNamed;
    }
}

} // namespace parallax
