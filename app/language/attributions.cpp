// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Who says it. A source is the noun phrase that a verb of saying has for its subject ("a spokesman for the ministry
//! said"), that stands behind it ("…," said the mayor), behind "according to", or behind "by" after a participle
//! ("confirmed by the police"). An apposition between commas is stepped over: "Jan Lund, the harbour minister, said".
//! A noun of saying with a clause has its source before it: "the agency's conclusion that", "police claims that".
//!
//! Wrong alternative: taking the nearest name. In "the man Mr Smith accused said" and "after meeting Mr Berg,
//! officials said" the nearest name says nothing. A verb inside quotation marks attributes nothing either: "he said
//! it" belongs to the one who speaks.
//! Tested by tst_quotations.cpp.
#include "language/english.h"
#include "language/finders.h"
#include "language/lexicon.h"
#include "language/nounphrases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace parallax {

namespace {

constexpr int WithReach = 28;         ///< words before a participle among which "with" is sought
constexpr int LongestApposition = 14; ///< words between the commas of an apposition

/// Finds the sources of one sentence.
class SourceFinder : private NounPhrases
{
public:
    SourceFinder(const PassageWords &passage, const Sentence &sentence, const std::vector<bool> &isQuoted)
        : NounPhrases(passage, sentence, isQuoted)
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
            if (isSayNoun(i)) {
                addNominal(i);
                continue;
            }
            if (!isSayVerb(i))
                continue;
            if (!addSubject(i) && !addInverted(i))
                addPassive(i);
        }
        return std::move(m_found);
    }

private:
    /// Whether the word cannot be a noun here, so that whatever stands before it is its subject.
    bool isSurelyVerb(int i) const
    {
        const bool isFollowed =
            i + 1 < m_end && isJoined(i + 1) &&
            (english::isDeterminer(folded(i + 1)) || english::isPronoun(folded(i + 1)) || folded(i + 1) == u"that");
        const bool mayBeParticiple =
            folded(i).endsWith(u"ing") || (i + 1 < m_end && isJoined(i + 1) && english::isPreposition(folded(i + 1)));
        return !mayBeParticiple && (isFollowed || !form(i).hasClass(WordClass::Noun));
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
        const bool isReduced = verb + 1 < m_end && isJoined(verb + 1) && folded(verb).endsWith(u"ed") &&
                               (folded(verb + 1) == u"by" || isInfinitive(verb + 1));
        if (i < m_begin || ((isPassive || isReduced) && !isContinuous))
            return std::nullopt;
        if (isContinuous && !isPassive && !hasWithBefore(i))
            return std::nullopt;
        return i;
    }

    /// "confirmed to be" has no speaker before it, "threatened to leave" has.
    bool isInfinitive(int i) const { return folded(i) == u"to" && i + 1 < m_end && english::isBe(folded(i + 1)); }

    /// "with the spokesman saying": a participle may have a subject of its own behind "with".
    bool hasWithBefore(int i) const
    {
        for (int k = i; k >= m_begin && i - k < WithReach; --k) {
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

    /// "Jan Lund, a former banker said": an apposition that a comma opens and none closes says who the one before is.
    Phrase withApposed(const Phrase &phrase) const
    {
        const bool isApposed = phrase.first > m_begin + 1 &&
                               (folded(phrase.first) == u"a" || folded(phrase.first) == u"an") &&
                               gapBefore(phrase.first) == u", " && word(phrase.first - 1).isCapital &&
                               !m_quoted[static_cast<size_t>(phrase.first - 1)];
        if (!isApposed)
            return phrase;
        Phrase whole = phraseEndingAt(phrase.first - 1);
        if (!isHead(whole.head))
            return phrase;
        whole.end = phrase.end;
        return whole;
    }

    bool addSubject(int verb)
    {
        const std::optional<int> before = subjectEnd(verb);
        if (!before)
            return false;
        int last = *before;
        if (!isJoined(last + 1)) {
            if (!gapBefore(last + 1).contains(u',') || m_quoted[static_cast<size_t>(last)])
                return false;
            const std::optional<int> apposed = beforeApposition(last);
            if (!apposed && addInverted(verb))
                return true;
            if (!apposed && !isHead(last))
                return false;
            last = apposed.value_or(last);
        }
        if (english::isPronoun(folded(last))) {
            add({last, last + 1, last}, verb);
            return true;
        }
        if (folded(last) == u"who" && last > m_begin && gapBefore(last).contains(u','))
            --last;
        if (isFunctionWord(last) || (!isHead(last) && !isSurelyVerb(verb)))
            return false;
        const Phrase phrase = withApposed(phraseEndingAt(last));
        const bool isNoun = form(phrase.head).hasClass(WordClass::Noun) && !isPlace(phrase);
        if (!isHead(phrase.head) && !(isNoun && isSurelyVerb(verb)))
            return false;
        add(phrase, verb);
        return true;
    }

    /// "talks in Oslo": a head that is no speaker with a place hung on it.
    bool isPlace(const Phrase &phrase) const { return phrase.head + 1 < phrase.end && !isHead(phrase.head); }

    bool addInverted(int verb)
    {
        if (verb + 1 >= m_end || !form(verb).isInvertedVerb() || folded(verb).endsWith(u"ing"))
            return false;
        const bool isAfterSpeech = verb > m_begin
                                       ? m_quoted[static_cast<size_t>(verb - 1)] || gapBefore(verb).contains(u',')
                                       : verb > 0 && m_quoted[static_cast<size_t>(verb - 1)];
        if (!isAfterSpeech || !isJoined(verb + 1))
            return false;
        if (english::isPronoun(folded(verb + 1))) {
            add({verb + 1, verb + 2, verb + 1}, verb);
            return true;
        }
        const Phrase phrase = phraseBeginningAt(verb + 1);
        if (phrase.isEmpty())
            return false;
        add(phrase, verb);
        return true;
    }

    /// "was confirmed by the police", "was declared a holiday by the council".
    bool addPassive(int verb)
    {
        constexpr int farthest = 6;
        int by = verb + 1;
        const bool isPassive = verb > m_begin && isJoined(verb) && english::isBe(folded(verb - 1));
        while (isPassive && by < m_end && by - verb < farthest && folded(by) != u"by" && isJoined(by))
            ++by;
        if (by + 1 >= m_end || folded(by) != u"by" || !isJoined(by) || !isJoined(by + 1))
            return false;
        const Phrase phrase = phraseBeginningAt(by + 1);
        if (phrase.isEmpty() || !isHead(phrase.head))
            return false;
        add(phrase, verb);
        return true;
    }

    /// "conclusion that", "claims that": a noun that is somebody's word of the clause behind it.
    bool isSayNoun(int i) const
    {
        static constexpr std::array<QStringView, 17> nouns = {
            u"claim",   u"allegation", u"assertion", u"assessment", u"conclusion", u"finding",
            u"warning", u"suggestion", u"statement", u"accusation", u"contention", u"announcement",
            u"view",    u"belief",     u"report",    u"insistence", u"admission"};
        if (i == m_begin || i + 1 >= m_end || !isJoined(i + 1) || folded(i + 1) != u"that" || word(i).isCapital)
            return false;
        return std::ranges::contains(nouns, QStringView(form(i).singular()));
    }

    void addNominal(int noun)
    {
        const int last = noun - 1;
        if (!isJoined(noun) || isFunctionWord(last) || !(form(last).isPossessive || isHead(last)) || isSayVerb(last))
            return;
        const Phrase phrase = phraseEndingAt(last);
        if (isHead(phrase.head))
            add(phrase, noun);
    }

    void addAccordingTo(int i)
    {
        if (i + 2 >= m_end)
            return;
        Phrase phrase = phraseBeginningAt(i + 2);
        if (phrase.isEmpty())
            phrase = thingAt(i + 2);
        if (!phrase.isEmpty())
            add(phrase, i);
    }

    /// "according to the log of the ship": what is no speaker elsewhere is one here.
    Phrase thingAt(int first) const
    {
        constexpr int longest = 8;
        Phrase phrase{first, first, -1};
        for (int i = first; i < m_end && i - first < longest && (i == first || isJoined(i)); ++i) {
            const bool isNoun = !isFunctionWord(i) && form(i).hasClass(WordClass::Noun);
            const bool isOther = isModifier(i) || folded(i) == u"of" || folded(i) == u"by";
            if (!isNoun && !isOther)
                break;
            if (isNoun)
                phrase.end = i + 1;
            if (isNoun && (phrase.head < 0 || phrase.head == i - 1))
                phrase.head = i;
        }
        return phrase;
    }

    void add(const Phrase &source, int verb)
    {
        const int first = std::min(source.first, verb);
        const int last = std::max(source.end - 1, verb);
        Attribution attribution;
        attribution.span = TextSpan::between(word(first).span.start, word(last).span.end());
        attribution.source = TextSpan::between(word(source.first).span.start, word(source.end - 1).span.end());
        attribution.head = word(source.head).span;
        attribution.verb = word(verb).span;
        attribution.isPronoun = source.end - source.first == 1 && english::isPronoun(folded(source.first));
        if (!attribution.isPronoun)
            attribution.resolved = attribution.source.of(m_passage.text()).toString();
        m_found.push_back(attribution);
    }

    std::vector<Attribution> m_found;
};

/// A quotation that never closes and ends with ", he declared" lacks its mark before these words.
void openTail(const PassageWords &passage, const Quotation &quotation, std::vector<bool> &isQuoted)
{
    const int last = quotation.firstWord + quotation.wordCount - 1;
    if (quotation.wordCount < 4 || !passage.form(last).isSayVerb())
        return;
    const Word &speaker = passage.word(last - 1);
    if (!english::isPronoun(speaker.folded) && !speaker.isCapital)
        return;
    isQuoted[static_cast<size_t>(last)] = false;
    isQuoted[static_cast<size_t>(last - 1)] = false;
}

} // namespace

std::vector<Attribution> findAttributions(const PassageWords &passage, const std::vector<Quotation> &quotations)
{
    std::vector<Attribution> found;
    if (!english::isEnglish(passage.language()))
        return found;
    std::vector<bool> isQuoted(passage.words().size(), false);
    for (const Quotation &quotation : quotations) {
        for (int i = quotation.firstWord; i < quotation.firstWord + quotation.wordCount; ++i)
            isQuoted[static_cast<size_t>(i)] = true;
        if (!quotation.isClosed)
            openTail(passage, quotation, isQuoted);
    }
    int number = 0;
    for (const Sentence &sentence : passage.sentences()) {
        for (Attribution &attribution : SourceFinder(passage, sentence, isQuoted).find()) {
            attribution.sentence = number;
            found.push_back(std::move(attribution));
        }
        ++number;
    }
    QString lastNamed;
    resolveSpeakers(found, lastNamed);
    return found;
}

std::vector<Attribution> findAttributions(const QString &text, const std::vector<Word> &words,
                                          const std::vector<Sentence> &sentences,
                                          const std::vector<Quotation> &quotations, const QString &language)
{
    return findAttributions(PassageWords(text, words, sentences, language), quotations);
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
