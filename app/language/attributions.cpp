// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Who says it. A source is the noun phrase that a verb of saying has for its subject ("a spokesman for the ministry
//! said"), that stands behind it ("…," said the mayor), behind "according to", or behind "by" after a participle
//! ("confirmed by the police"). There is no parser here; a noun phrase is walked word by word from its head: leftwards
//! over names, nouns, adjectives and one prepositional tail, never over punctuation, a quotation, or a word that
//! begins a clause. An apposition between commas is stepped over: "Jan Lund, the harbour minister, said".
//!
//! Wrong alternative: taking the nearest name. In "the man Mr Smith accused said" and "after meeting Mr Berg,
//! officials said" the nearest name says nothing. A verb inside quotation marks attributes nothing either: "he said
//! it" belongs to the one who speaks.
//! Tested by tst_quotations.cpp.
#include "language/english.h"
#include "language/finders.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace parallax {

namespace {

constexpr int LongestPhrase = 14;     ///< words of a noun phrase
constexpr int LongestApposition = 14; ///< words between the commas of an apposition

/// Writings and bodies that speak though they are no persons.
constexpr std::array<QStringView, 26> SpeakingThings = {
    u"statement", u"statements", u"report",   u"reports", u"study",  u"paper",       u"newspaper",
    u"document",  u"documents",  u"source",   u"sources", u"media",  u"authorities", u"research",
    u"survey",    u"poll",       u"analysis", u"letter",  u"agency", u"ministry",    u"company",
    u"officials", u"official",   u"police",   u"house",   u"press",
};

bool isAmong(QStringView word, std::span<const QStringView> words)
{
    return std::ranges::find(words, word) != words.end();
}

/// Finds the sources of one sentence.
class SourceFinder
{
public:
    SourceFinder(const PassageWords &passage, const Sentence &sentence, const std::vector<bool> &isQuoted)
        : m_passage(passage)
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
            if (!isSayVerb(i))
                continue;
            if (!addSubject(i) && !addInverted(i))
                addPassive(i);
        }
        return std::move(m_found);
    }

private:
    /// A noun phrase: words [first, end) with its head; empty where first = end.
    struct Phrase {
        int first = 0;
        int end = 0;
        int head = -1;
        bool hasTail = false; ///< a preposition hangs more on the head

        bool isEmpty() const { return end <= first || head < 0; }
    };

    const Word &word(int i) const { return m_passage.word(i); }
    const WordForm &form(int i) const { return m_passage.form(i); }
    const QString &folded(int i) const { return word(i).folded; }
    /// What stands between word i - 1 and word i.
    QStringView gapBefore(int i) const { return m_passage.gapAfter(i - 1); }
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

    /// A verb of saying where it stands: "States" of a name is none, "found" only before "that".
    bool isSayVerb(int i) const
    {
        if (word(i).isCapital && i > m_begin)
            return false;
        const bool hasThat = i + 1 < m_end && folded(i + 1) == u"that";
        return form(i).isSayVerb() || (hasThat && form(i).isFindingVerb());
    }

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

    /// Function words, but not "US", whose folded form looks like one, nor "Mr".
    bool isFunctionWord(int i) const
    {
        const QStringView written = m_passage.written(i);
        const bool isAbbreviation =
            written.size() > 1 && std::ranges::none_of(written, [](QChar c) { return c.isLower(); });
        return word(i).isStop && !(word(i).isCapital && (isAbbreviation || english::isTitle(folded(i))));
    }

    bool isHead(int i) const
    {
        const QString &w = folded(i);
        if (english::isWeekday(w) || word(i).isNumber)
            return false;
        if (word(i).isCapital && !isFunctionWord(i) && !(english::isMonth(w)))
            return i > m_begin || !form(i).hasClass(WordClass::Adverb);
        if (isFunctionWord(i))
            return false;
        return isAmong(w, SpeakingThings) || form(i).isPerson() || form(i).isPersonOrGroup();
    }

    /// Whether a word can stand inside a noun phrase to the left of its head.
    bool isModifier(int i) const
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

    /// Whether the preposition at `i` hangs a noun on the one before it: "officials in Lisbon", "spokesman for the
    /// port".
    bool isTail(int i) const
    {
        const QString &w = folded(i);
        if (i <= m_begin || !isJoined(i) || isFunctionWord(i - 1))
            return false;
        if (w == u"of" || w == u"for" || w == u"from" || w == u"to")
            return isHead(i - 1) || (w == u"of" && isModifier(i - 1));
        return (w == u"in" || w == u"at") && (isHead(i - 1) || form(i - 1).hasClass(WordClass::Noun));
    }

    /// The noun phrase whose last word is `last`.
    Phrase phraseEndingAt(int last) const
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

    /// The noun phrase that begins at `first`; empty where none does.
    Phrase phraseBeginningAt(int first) const
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
                       (word(end + 1).isCapital || english::isDeterminer(folded(end + 1)) || w == u"of" ||
                        w == u"for")) {
                phrase.hasTail = phrase.hasTail || !(w == u"and" || (w == u"of" && word(end - 1).isCapital));
                ++end;
            } else {
                break;
            }
        }
        return phrase;
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

    void addAccordingTo(int i)
    {
        if (i + 2 >= m_end)
            return;
        const Phrase phrase = phraseBeginningAt(i + 2);
        if (!phrase.isEmpty())
            add(phrase, i);
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

    const PassageWords &m_passage;
    const std::vector<bool> &m_quoted;
    int m_begin;
    int m_end;
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
