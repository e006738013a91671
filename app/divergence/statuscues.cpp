// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads what governs a verb or noun by walking left from it: auxiliaries and adverbs, chains with "to" ("is expected
//! to be asked to"), adjectives before a noun ("the suspected attack"). The walk ends at punctuation, at a conjunction
//! and at the first word that is none of these, so that a cue of the neighbouring clause governs nothing here. Wrong
//! alternative: any cue word in the sentence; one reporter's "may" would put half a paragraph in doubt.
//! Tested by tst_divergence.cpp.
#include "divergence/statuscues.h"

#include "language/english.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace parallax {

namespace {

constexpr int LongestWalk = 9; ///< words left of an act that may govern it
constexpr int MostAdjectives = 4;
constexpr int LongestReport = 6; ///< words behind a verb of reporting that belong to the reading
constexpr int LongestObject = 4; ///< words behind a verb that belong to the reading

class ActReader
{
public:
    ActReader(const DivergenceContext &context, PassageRef ref, const Sentence &sentence)
        : m_context(context)
        , m_ref(ref)
        , m_text(context.textOf(ref))
        , m_passage(context.languageOf(ref))
        , m_begin(sentence.firstWord)
        , m_end(sentence.firstWord + sentence.wordCount)
    {
    }

    std::vector<Act> read() const
    {
        std::vector<Act> acts;
        for (int i = m_begin; i < m_end; ++i) {
            std::optional<Act> act = reportedAct(i);
            for (const auto reader :
                 {&ActReader::claimedAct, &ActReader::askedAct, &ActReader::likelyAct, &ActReader::statedBeing}) {
                if (!act)
                    act = (this->*reader)(i);
            }
            if (!act)
                act = plainAct(i);
            if (act)
                acts.push_back(*act);
        }
        if (isQuestion())
            openAll(acts);
        return acts;
    }

private:
    const Word &word(int i) const { return m_passage.words[static_cast<size_t>(i)]; }
    const QString &folded(int i) const { return word(i).folded; }
    const WordFacts &facts(int i) const { return m_context.facts(m_ref, i); }
    const Cues &cues(int i) const { return facts(i).cues; }
    bool isBeside(int i) const { return i > m_begin && isJoined(m_text, m_passage, i); }

    bool isAct(int i) const
    {
        const Word &w = word(i);
        // "use" is too common a verb to be an act; "the use of force" is one
        const bool isEvent = facts(i).isEvent || (facts(i).isHappening && i + 1 < m_end && folded(i + 1) == u"of");
        if (w.isStop || w.isNumber || (w.isCapital && i > m_begin) || !isEvent || english::isMidAdverb(w.folded))
            return false;
        if (i > m_begin && m_text.at(w.span.start - 1) == u'-')
            return false; // half of a compound: "co-operate", "horseshoe-shaped"
        return !cues(i).near || i + 1 >= m_end || !isBeside(i + 1);
    }

    /// "warning system", "rescue team": what another noun is for, not what happens.
    bool isQualifier(int i) const
    {
        if (i + 1 >= m_end || !isBeside(i + 1) || word(i + 1).isCapital || word(i + 1).isStop)
            return false;
        const WordFacts &next = facts(i + 1);
        if (facts(i).has(WordClass::Adjective) && next.has(WordClass::Noun) && !next.isPast)
            return true; // "the worst ferry disaster"
        return next.has(WordClass::Noun) && !next.has(WordClass::Verb) && !next.has(WordClass::Adjective) &&
               !next.isEvent && !english::isMidAdverb(folded(i + 1));
    }

    /// An event word with what governs it.
    std::optional<Act> plainAct(int i) const
    {
        if (!isAct(i))
            return std::nullopt;
        const bool isVerb = isVerbHere(i);
        if (!isVerb && (!facts(i).isHappening || isQualifier(i)))
            return std::nullopt;
        Act act{i, isVerb, isVerb ? formOf(i) : Commitment::Stated, {i, 1}, false, false, false};
        isVerb ? govern(act, i) : qualify(act);
        const bool isPromise = isVerb && cues(i).isPromising && !act.hasCue && act.commitment == Commitment::Stated;
        if (isPromise)
            take(act, Commitment::Expected, act.words.first); // "promised an inquiry"
        extend(act);
        const bool isOfSomething = !isVerb && i + 1 < m_end && folded(i + 1) == u"of"; // "the use of force"
        return act.hasCue || isOfSomething || !cues(i).isCarrier ? std::optional(act) : std::nullopt;
    }

    /// A verb that says how sure the rest of its clause is: "is suspected to have come", "accused the mayor of".
    std::optional<Act> reportedAct(int i) const
    {
        if ((word(i).isCapital && i > m_begin) || !facts(i).has(WordClass::Verb) || !isVerbHere(i) ||
            folded(i).endsWith(u"ing") || (i > m_begin && folded(i - 1) == u"to"))
            return std::nullopt;
        Act act{i, true, Commitment::Alleged, {i, 1}, true, false, true};
        bool isPassive = i + 2 < m_end && folded(i + 1) == u"to" &&
                         (english::isBe(folded(i + 2)) || folded(i + 2) == u"have"); // "thought to be"
        for (int k = i - 1;
             k >= m_begin && isBeside(k + 1) && (english::isAuxiliary(folded(k)) || english::isMidAdverb(folded(k)));
             --k) {
            if (english::isNegation(folded(k)))
                return std::nullopt;
            isPassive = isPassive || english::isBe(folded(k));
            act.words = {k, act.words.end() - k};
        }
        const auto commitment = isPassive && !cues(i).report ? cues(i).passive : cues(i).report;
        if (!commitment || (cues(i).isOpinionVerb && !isPassive))
            return std::nullopt;
        act.commitment = *commitment;
        extendReport(act);
        return act;
    }

    /// "claims the mayor knew", "allegations of fraud".
    std::optional<Act> claimedAct(int i) const
    {
        if (i + 1 >= m_end || !isBeside(i + 1) || !cues(i).isClaimNoun || isVerbHere(i) ||
            (word(i).isCapital && i > m_begin))
            return std::nullopt;
        const QString &next = folded(i + 1);
        const bool hasClause = next == u"that" || next == u"of" || next == u"about" || word(i + 1).isCapital ||
                               english::isDeterminer(next) || english::isPronoun(next);
        if (!hasClause)
            return std::nullopt;
        Act act{i, false, Commitment::Alleged, {i, 1}, true, false, true};
        extendReport(act);
        return act;
    }

    /// "asked how the gate could open".
    std::optional<Act> askedAct(int i) const
    {
        if (i + 1 >= m_end || !cues(i).isAskingVerb || !isBeside(i + 1) || !cues(i + 1).isQuestionWord)
            return std::nullopt;
        Act act{i, true, Commitment::Open, {i, 1}, true, false, true};
        extendReport(act);
        return act;
    }

    /// "it is highly likely that", "is uncertain whether".
    std::optional<Act> likelyAct(int i) const
    {
        const auto commitment = cues(i).predicate;
        if (!commitment || i + 1 >= m_end || !isBeside(i + 1))
            return std::nullopt;
        const QString &next = folded(i + 1);
        int k = i;
        while (k > m_begin && isBeside(k) && english::isMidAdverb(folded(k - 1)))
            --k;
        if (k == m_begin || !isBeside(k) || !english::isBe(folded(k - 1)) ||
            (next != u"that" && next != u"as" && !cues(i + 1).isQuestionWord))
            return std::nullopt;
        Act act{i, true, *commitment, {k - 1, i - k + 2}, true, false, true};
        extendReport(act);
        return act;
    }

    /// Being something, where it is not stated as a fact: "would be the worst", "is said to be".
    std::optional<Act> statedBeing(int i) const
    {
        if (folded(i) != u"be" && folded(i) != u"been")
            return std::nullopt;
        int k = i + 1;
        while (k < m_end && isBeside(k) && (english::isDeterminer(folded(k)) || english::isMidAdverb(folded(k))))
            ++k;
        if (k >= m_end || !isBeside(k) || word(k).isStop || (isAct(k) && isVerbHere(k)))
            return std::nullopt;
        Act act{k, true, Commitment::None, {i, k - i + 1}, false, false, false};
        act.isBeing = true;
        govern(act, i);
        if (!act.hasCue)
            return std::nullopt;
        extend(act);
        return act;
    }

    bool isQuestion() const
    {
        const int from = word(m_end - 1).span.end();
        for (int at = from; at < m_text.size() && !m_text[at].isLetterOrNumber(); ++at) {
            if (m_text[at] == u'?')
                return true;
        }
        return false;
    }

    /// A question leaves its acts open: "Could the dam have held?"
    void openAll(std::vector<Act> &acts) const
    {
        constexpr int mostBefore = 5;
        for (Act &act : acts) {
            act.commitment = Commitment::Open;
            act.hasCue = true;
            if (act.words.first - m_begin <= mostBefore)
                act.words = {m_begin, act.words.end() - m_begin};
        }
    }

    /// Takes in what stands behind a word of reporting.
    void extendReport(Act &act) const
    {
        while (act.words.end() < m_end && act.words.end() - act.word < LongestReport && isBeside(act.words.end()))
            ++act.words.count;
        while (act.words.count > 1 && word(act.words.end() - 1).isStop)
            --act.words.count;
    }

    /// Whether the word is a verb where it stands: by what is before it, or by being nothing else.
    bool isVerbHere(int i) const
    {
        if (!facts(i).has(WordClass::Verb))
            return false;
        if (!facts(i).has(WordClass::Noun) && !facts(i).has(WordClass::Adjective))
            return true;
        if (i == m_begin || !isBeside(i))
            return facts(i).isPast;
        int k = i - 1;
        while (k > m_begin && english::isMidAdverb(folded(k)) && isBeside(k))
            --k;
        if (k < i - 1 && (english::isModal(folded(k)) || folded(k) == u"to"))
            return true;
        const QString &before = folded(i - 1);
        if (before == u"to" || english::isAuxiliary(before) || english::isNegation(before) ||
            english::isPronoun(before))
            return true;
        if (english::isDeterminer(before) || english::isPreposition(before) || isPossessive(i - 1) ||
            facts(i - 1).has(WordClass::Adjective))
            return false;
        if (english::isMidAdverb(before) || word(i - 1).isCapital)
            return facts(i).isPast || !isPlural(i);
        return facts(i).isPast;
    }
    bool isPlural(int i) const { return folded(i).endsWith(u's'); }
    bool isPossessive(int i) const
    {
        const QStringView written = word(i).span.of(m_text);
        return written.endsWith(u"'s") || written.endsWith(u"\u2019s") || written.endsWith(u"s'");
    }

    Commitment formOf(int i) const
    {
        if (folded(i).endsWith(u"ing"))
            return Commitment::None;
        if (i > m_begin && folded(i - 1) == u"to")
            return Commitment::None;
        return Commitment::Stated;
    }

    static void take(Act &act, Commitment commitment, int i)
    {
        act.commitment = commitment;
        act.hasCue = true;
        act.words = {i, act.words.end() - i};
    }

    /// Walks left from a verb, or from the form of "be" that stands for one.
    void govern(Act &act, int verb) const
    {
        bool behindTo = false;
        bool hasHave = false;
        const std::optional<Commitment> none;
        bool isBare = false; // "advised that it be replaced"
        const int last = std::max(m_begin, verb - LongestWalk);
        int i = verb - 1;
        for (; i >= last && isBeside(i + 1); --i) {
            const QString &w = folded(i);
            const std::optional<Commitment> &chain = behindTo ? cues(i).chain : none;
            if (w == u"to") {
                behindTo = true;
            } else if (behindTo && english::isBe(w) && !act.hasCue) {
                take(act, Commitment::Expected, i); // "is to be centred"
                behindTo = false;
            } else if (chain) {
                if (!act.hasCue || act.commitment == Commitment::Negated)
                    take(act, *chain, i);
                behindTo = false;
            } else if (english::isNegation(w)) {
                take(act, Commitment::Negated, i);
            } else if (const auto near = cues(i).near; near && !behindTo) {
                if (!act.hasCue)
                    take(act, *near, i);
            } else if (english::isModal(w)) {
                takeModal(act, w, i, hasHave);
            } else if (english::isBe(w) || w == u"have" || w == u"has" || w == u"had") {
                hasHave = hasHave || w == u"have";
                isBare = w == u"be";
                if (english::isBe(w) && act.commitment == Commitment::None && folded(act.word).endsWith(u"ing"))
                    take(act, Commitment::Ongoing, i);
                else if (act.commitment != Commitment::None || act.hasCue)
                    act.words = {i, act.words.end() - i};
                behindTo = false;
            } else if (!english::isMidAdverb(w) || behindTo) {
                break;
            }
        }
        if (isBare && !act.hasCue)
            act.commitment = Commitment::None;
        lookForOpen(act, i);
    }

    static void takeModal(Act &act, const QString &w, int i, bool hasHave)
    {
        if (act.hasCue && act.commitment != Commitment::Likely)
            act.words = {i, act.words.end() - i};
        else if (w == u"will" || w == u"shall")
            take(act, Commitment::Expected, i);
        else if (w == u"would")
            take(act, hasHave ? Commitment::Unreal : Commitment::Expected, i);
        else if (w == u"may" || w == u"might" || w == u"could")
            take(act, Commitment::Possible, i);
        else
            act.commitment = Commitment::None; // "should be replaced" is advice
    }

    /// "whether the minister will resign", "no trace of the boat was found": what stands before or in the subject.
    void lookForOpen(Act &act, int from) const
    {
        const int last = std::max(m_begin, act.word - LongestWalk);
        for (int i = from; i >= last && isBeside(i + 1); --i) {
            const QString &w = folded(i);
            if (cues(i).isOpenWord) {
                take(act, Commitment::Open, i);
                return;
            }
            const bool isNone = w == u"no" || w == u"none" || w == u"nobody" || w == u"neither";
            if (isNone && !act.hasCue && act.commitment == Commitment::Stated) {
                take(act, Commitment::Negated, i);
                return;
            }
            if (english::isConjunction(w) && w != u"if" && w != u"or" && w != u"as")
                return;
        }
    }

    /// Adjectives before a noun, and the verb that has it for an object.
    void qualify(Act &act) const
    {
        int i = act.word - 1;
        const int last = std::max(m_begin, act.word - MostAdjectives);
        for (; i >= last && isBeside(i + 1); --i) {
            const QString &w = folded(i);
            if (const auto near = cues(i).near) {
                take(act, *near, i);
                return;
            }
            const bool isModifier =
                facts(i).has(WordClass::Adjective) || facts(i).has(WordClass::Noun) || word(i).isCapital;
            if (w == u"no") { // "there was no contact with the boat"
                take(act, Commitment::Negated, i);
                return;
            }
            if (english::isDeterminer(w) || w == u"of" || word(i).isStop || !isModifier)
                break;
            act.words = {i, act.words.end() - i};
        }
        for (int k = i; k >= std::max(m_begin, i - 3) && isBeside(k + 1); --k) {
            if (const auto cue = cues(k).object; cue && facts(k).has(WordClass::Verb)) {
                take(act, *cue, k);
                return;
            }
            if (!word(k).isStop && k < i)
                return;
        }
    }

    /// Adds what a verb does: "vetoed" + "the resolution".
    void extend(Act &act) const
    {
        int end = act.words.end();
        int added = 0;
        int lastContent = end;
        while (end < m_end && added < LongestObject + 1 && isBeside(end)) {
            const QString &w = folded(end);
            if (english::isConjunction(w) || english::isAuxiliary(w) || english::isWeekday(w) ||
                (english::isPreposition(w) && (added > 0 || !act.isVerb)))
                break;
            const TextSpan next = word(end).span;
            const bool isDate =
                std::ranges::any_of(m_passage.dates, [&](const DateMention &date) { return date.span.overlaps(next); });
            if (!act.isVerb || isDate)
                break;
            ++end;
            ++added;
            if (!word(end - 1).isStop || isAbbreviation(m_text, word(end - 1)))
                lastContent = end;
        }
        act.words.count = lastContent - act.words.first;
    }

    const DivergenceContext &m_context;
    PassageRef m_ref;
    const QString &m_text;
    const PassageLanguage &m_passage;
    int m_begin;
    int m_end;
};

} // namespace

std::vector<Act> actsOf(const DivergenceContext &context, PassageRef ref, const Sentence &sentence)
{
    return ActReader(context, ref, sentence).read();
}

} // namespace parallax
