// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads what governs a verb or noun by walking left from it: auxiliaries and adverbs, chains with "to" ("is expected
//! to be asked to"), adjectives before a noun ("the suspected attack"). The walk ends at punctuation, at a conjunction
//! and at the first word that is none of these, so that a cue of the neighbouring clause governs nothing here. Wrong
//! alternative: any cue word in the sentence; one reporter's "may" would put half a paragraph in doubt.
//! Tested by tst_divergence.cpp.
#include "divergence/statuscues.h"

#include "language/english.h"
#include "language/lexicon.h"

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

/// WordNet's files of acts, events, phenomena and processes.
constexpr std::array HappeningCategories = {4, 11, 19, 22};

using Cue = std::pair<QStringView, Commitment>;

/// Words that govern "to" and a verb, by their base forms.
constexpr std::array<Cue, 46> ChainCues = {{
    {u"expect", Commitment::Expected},    {u"set", Commitment::Expected},       {u"due", Commitment::Expected},
    {u"about", Commitment::Expected},     {u"poise", Commitment::Expected},     {u"poised", Commitment::Expected},
    {u"schedule", Commitment::Expected},  {u"go", Commitment::Expected},        {u"plan", Commitment::Expected},
    {u"intend", Commitment::Expected},    {u"prepare", Commitment::Expected},   {u"ready", Commitment::Expected},
    {u"vow", Commitment::Expected},       {u"pledge", Commitment::Expected},    {u"promise", Commitment::Expected},
    {u"threaten", Commitment::Expected},  {u"hope", Commitment::Expected},      {u"want", Commitment::Expected},
    {u"aim", Commitment::Expected},       {u"seek", Commitment::Expected},      {u"agree", Commitment::Expected},
    {u"decide", Commitment::Expected},    {u"mean", Commitment::Expected},      {u"propose", Commitment::Expected},
    {u"try", Commitment::Attempted},      {u"attempt", Commitment::Attempted},  {u"bid", Commitment::Attempted},
    {u"effort", Commitment::Attempted},   {u"struggle", Commitment::Attempted}, {u"fail", Commitment::Negated},
    {u"refuse", Commitment::Negated},     {u"decline", Commitment::Negated},    {u"unable", Commitment::Negated},
    {u"unlikely", Commitment::Negated},   {u"likely", Commitment::Likely},      {u"believe", Commitment::Alleged},
    {u"think", Commitment::Alleged},      {u"say", Commitment::Alleged},        {u"report", Commitment::Alleged},
    {u"allege", Commitment::Alleged},     {u"suspect", Commitment::Alleged},    {u"claim", Commitment::Alleged},
    {u"suppose", Commitment::Alleged},    {u"appear", Commitment::Alleged},     {u"seem", Commitment::Alleged},
    {u"understand", Commitment::Alleged},
}};
/// Adjectives before a noun, adverbs before a verb.
constexpr std::array<Cue, 38> NearCues = {{
    {u"alleged", Commitment::Alleged},     {u"suspected", Commitment::Alleged},   {u"reported", Commitment::Alleged},
    {u"apparent", Commitment::Alleged},    {u"supposed", Commitment::Alleged},    {u"claimed", Commitment::Alleged},
    {u"presumed", Commitment::Alleged},    {u"purported", Commitment::Alleged},   {u"rumoured", Commitment::Alleged},
    {u"rumored", Commitment::Alleged},     {u"believed", Commitment::Alleged},    {u"so-called", Commitment::Alleged},
    {u"allegedly", Commitment::Alleged},   {u"reportedly", Commitment::Alleged},  {u"apparently", Commitment::Alleged},
    {u"supposedly", Commitment::Alleged},  {u"purportedly", Commitment::Alleged}, {u"seemingly", Commitment::Alleged},
    {u"possible", Commitment::Possible},   {u"potential", Commitment::Possible},  {u"possibly", Commitment::Possible},
    {u"perhaps", Commitment::Possible},    {u"likely", Commitment::Likely},       {u"probable", Commitment::Likely},
    {u"probably", Commitment::Likely},     {u"planned", Commitment::Expected},    {u"proposed", Commitment::Expected},
    {u"expected", Commitment::Expected},   {u"scheduled", Commitment::Expected},  {u"looming", Commitment::Expected},
    {u"imminent", Commitment::Expected},   {u"threatened", Commitment::Expected}, {u"upcoming", Commitment::Expected},
    {u"attempted", Commitment::Attempted}, {u"failed", Commitment::Negated},      {u"foiled", Commitment::Negated},
    {u"future", Commitment::Expected},     {u"further", Commitment::Expected},
}};
/// Verbs with the act for their object.
constexpr std::array<Cue, 10> ObjectCues = {{
    {u"deny", Commitment::Denied},
    {u"reject", Commitment::Denied},
    {u"dismiss", Commitment::Denied},
    {u"refute", Commitment::Denied},
    {u"allege", Commitment::Alleged},
    {u"suspect", Commitment::Alleged},
    {u"plan", Commitment::Expected},
    {u"threaten", Commitment::Expected},
    {u"expect", Commitment::Expected},
    {u"propose", Commitment::Expected},
}};
/// Verbs that say how sure what follows is.
constexpr std::array<Cue, 20> ReportCues = {{
    {u"accuse", Commitment::Alleged},  {u"suspect", Commitment::Alleged},    {u"allege", Commitment::Alleged},
    {u"claim", Commitment::Alleged},   {u"blame", Commitment::Alleged},      {u"suggest", Commitment::Alleged},
    {u"presume", Commitment::Alleged}, {u"believe", Commitment::Alleged},    {u"think", Commitment::Alleged},
    {u"assume", Commitment::Alleged},  {u"fear", Commitment::Alleged},       {u"consider", Commitment::Likely},
    {u"confirm", Commitment::Stated},  {u"prove", Commitment::Stated},       {u"deny", Commitment::Denied},
    {u"reject", Commitment::Denied},   {u"dismiss", Commitment::Denied},     {u"refute", Commitment::Denied},
    {u"doubt", Commitment::Open},      {u"speculate", Commitment::Possible},
}};
/// Of these, what a speaker says of an own opinion ("we believe that …"); only the passive casts doubt on an act.
constexpr std::array<QStringView, 6> OpinionVerbs = {u"consider", u"believe", u"think", u"fear", u"assume", u"presume"};
constexpr std::array<QStringView, 5> OpenWords = {u"whether", u"unclear", u"uncertain", u"unknown", u"doubt"};
/// Nouns and verbs that only carry another act.
constexpr std::array<QStringView, 34> CarrierWords = {
    u"include", u"remain", u"become", u"know",   u"use",   u"say",    u"see",  u"week", u"year",
    u"day",     u"time",   u"way",    u"part",   u"thing", u"number", u"case", u"end",  u"tell",
    u"need",    u"come",   u"work",   u"world",  u"side",  u"area",   u"line", u"look", u"want",
    u"try",     u"keep",   u"seem",   u"appear", u"let",   u"expect", u"plan"};

std::optional<Commitment> lookUp(std::span<const Cue> cues, QStringView word)
{
    const auto found = std::ranges::find(cues, word, &Cue::first);
    return found == cues.end() ? std::nullopt : std::optional(found->second);
}

/// The cue of a word in any of its base forms.
std::optional<Commitment> cueOf(std::span<const Cue> cues, const QString &folded)
{
    if (const auto direct = lookUp(cues, folded))
        return direct;
    for (const Lemma &lemma : Lexicon::english().lemmas(folded)) {
        if (const auto cue = lookUp(cues, lemma.text))
            return cue;
    }
    return std::nullopt;
}

class ActReader
{
public:
    ActReader(const QString &text, const PassageLanguage &passage, const Sentence &sentence)
        : m_text(text)
        , m_passage(passage)
        , m_begin(sentence.firstWord)
        , m_end(sentence.firstWord + sentence.wordCount)
    {
    }

    std::vector<Act> read() const
    {
        std::vector<Act> acts;
        for (int i = m_begin; i < m_end; ++i) {
            if (const std::optional<Act> reported = reportedAct(i)) {
                acts.push_back(*reported);
                continue;
            }
            if (!isAct(i))
                continue;
            const bool isVerb = isVerbHere(i);
            if (!isVerb && !isHappening(i))
                continue;
            Act act{i, isVerb, isVerb ? formOf(i) : Commitment::Stated, {i, 1}, false};
            isVerb ? govern(act) : qualify(act);
            extend(act);
            if (act.hasCue || !isCarrier(i))
                acts.push_back(act);
        }
        return acts;
    }

private:
    const Word &word(int i) const { return m_passage.words[static_cast<size_t>(i)]; }
    const QString &folded(int i) const { return word(i).folded; }
    bool isBeside(int i) const { return i > m_begin && isJoined(m_text, m_passage, i); }

    bool isAct(int i) const
    {
        const Lexicon &lexicon = Lexicon::english();
        const Word &w = word(i);
        if (w.isStop || w.isNumber || (w.isCapital && i > m_begin) || !lexicon.isEventWord(w.folded) ||
            english::isMidAdverb(w.folded))
            return false;
        if (i > m_begin && m_text.at(w.span.start - 1) == u'-')
            return false; // half of a compound: "co-operate", "horseshoe-shaped"
        return !lookUp(NearCues, w.folded) || i + 1 >= m_end || !isBeside(i + 1);
    }

    /// A noun whose first sense is an act, an event, a phenomenon or a process.
    bool isHappening(int i) const
    {
        const Lexicon &lexicon = Lexicon::english();
        for (const Lemma &lemma : lexicon.lemmas(folded(i))) {
            const std::vector<Concept> senses = lemma.wordClass == WordClass::Noun
                                                    ? lexicon.senses(lemma.text, WordClass::Noun)
                                                    : std::vector<Concept>{};
            if (!senses.empty())
                return std::ranges::find(HappeningCategories, lexicon.category(senses.front())) !=
                       HappeningCategories.end();
        }
        return false;
    }

    bool isCarrier(int i) const
    {
        return std::ranges::any_of(Lexicon::english().lemmas(folded(i)), [](const Lemma &lemma) {
            return std::ranges::find(CarrierWords, QStringView(lemma.text)) != CarrierWords.end();
        });
    }

    QString baseVerb(int i) const
    {
        for (const Lemma &lemma : Lexicon::english().lemmas(folded(i))) {
            if (lemma.wordClass == WordClass::Verb)
                return lemma.text;
        }
        return folded(i);
    }

    /// A verb that says how sure the rest of its clause is: "is suspected to have come", "accused the mayor of".
    std::optional<Act> reportedAct(int i) const
    {
        if ((word(i).isCapital && i > m_begin) || !Lexicon::english().hasClass(folded(i), WordClass::Verb) ||
            !isVerbHere(i) || folded(i).endsWith(u"ing"))
            return std::nullopt;
        const auto commitment = cueOf(ReportCues, folded(i));
        if (!commitment || (i > m_begin && folded(i - 1) == u"to"))
            return std::nullopt;
        const bool isOpinion = std::ranges::find(OpinionVerbs, baseVerb(i)) != OpinionVerbs.end();
        Act act{i, true, *commitment, {i, 1}, *commitment != Commitment::Stated};
        bool isPassive = false;
        for (int k = i - 1;
             k >= m_begin && isBeside(k + 1) && (english::isAuxiliary(folded(k)) || english::isMidAdverb(folded(k)));
             --k) {
            if (english::isNegation(folded(k)))
                return std::nullopt;
            isPassive = isPassive || english::isBe(folded(k));
            act.words = {k, act.words.end() - k};
        }
        if (isOpinion && !isPassive)
            return std::nullopt;
        while (act.words.end() < m_end && act.words.end() - i < LongestReport && isBeside(act.words.end()))
            ++act.words.count;
        while (act.words.count > 1 && word(act.words.end() - 1).isStop)
            --act.words.count;
        return act;
    }

    /// Whether the word is a verb where it stands: by what is before it, or by being nothing else.
    bool isVerbHere(int i) const
    {
        const Lexicon &lexicon = Lexicon::english();
        if (!lexicon.hasClass(folded(i), WordClass::Verb))
            return false;
        if (!lexicon.hasClass(folded(i), WordClass::Noun) && !lexicon.hasClass(folded(i), WordClass::Adjective))
            return true;
        if (i == m_begin || !isBeside(i))
            return isPast(i);
        int k = i - 1;
        while (k > m_begin && english::isMidAdverb(folded(k)) && isBeside(k))
            --k;
        if (k < i - 1 && (english::isModal(folded(k)) || folded(k) == u"to"))
            return true;
        const QString &before = folded(i - 1);
        if (before == u"to" || english::isAuxiliary(before) || english::isNegation(before) ||
            english::isPronoun(before))
            return true;
        if (english::isDeterminer(before) || english::isPreposition(before) ||
            lexicon.hasClass(before, WordClass::Adjective))
            return false;
        if (english::isMidAdverb(before) || word(i - 1).isCapital)
            return isPast(i) || !isPlural(i);
        return isPast(i);
    }
    bool isPast(int i) const
    {
        for (const Lemma &lemma : Lexicon::english().lemmas(folded(i))) {
            if (lemma.wordClass == WordClass::Verb)
                return lemma.text != folded(i) && !folded(i).endsWith(u's') && !folded(i).endsWith(u"ing");
        }
        return false;
    }
    bool isPlural(int i) const { return folded(i).endsWith(u's'); }

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

    /// Walks left from a verb.
    void govern(Act &act) const
    {
        bool behindTo = false;
        bool hasHave = false;
        const int last = std::max(m_begin, act.word - LongestWalk);
        int i = act.word - 1;
        for (; i >= last && isBeside(i + 1); --i) {
            const QString &w = folded(i);
            const auto chain = behindTo ? cueOf(ChainCues, w) : std::nullopt;
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
            } else if (const auto near = lookUp(NearCues, w); near && !behindTo) {
                if (!act.hasCue)
                    take(act, *near, i);
            } else if (english::isModal(w)) {
                takeModal(act, w, i, hasHave);
            } else if (english::isBe(w) || w == u"have" || w == u"has" || w == u"had") {
                hasHave = hasHave || w == u"have";
                if (english::isBe(w) && act.commitment == Commitment::None && folded(act.word).endsWith(u"ing"))
                    take(act, Commitment::Ongoing, i);
                else if (act.commitment != Commitment::None || act.hasCue)
                    act.words = {i, act.words.end() - i};
                behindTo = false;
            } else if (!english::isMidAdverb(w) || behindTo) {
                break;
            }
        }
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
    }

    /// "whether the minister will resign": the conjunction stands before the subject.
    void lookForOpen(Act &act, int from) const
    {
        const int last = std::max(m_begin, act.word - LongestWalk);
        for (int i = from; i >= last && isBeside(i + 1); --i) {
            if (std::ranges::find(OpenWords, QStringView(folded(i))) != OpenWords.end()) {
                take(act, Commitment::Open, i);
                return;
            }
            if (english::isConjunction(folded(i)) && folded(i) != u"if" && folded(i) != u"or" && folded(i) != u"as")
                return;
        }
    }

    /// Adjectives before a noun, and the verb that has it for an object.
    void qualify(Act &act) const
    {
        const Lexicon &lexicon = Lexicon::english();
        int i = act.word - 1;
        const int last = std::max(m_begin, act.word - MostAdjectives);
        for (; i >= last && isBeside(i + 1); --i) {
            const QString &w = folded(i);
            if (const auto near = lookUp(NearCues, w)) {
                take(act, *near, i);
                return;
            }
            const bool isModifier =
                lexicon.hasClass(w, WordClass::Adjective) || lexicon.hasClass(w, WordClass::Noun) || word(i).isCapital;
            if (english::isDeterminer(w) || w == u"of" || word(i).isStop || !isModifier)
                break;
            act.words = {i, act.words.end() - i};
        }
        for (int k = i; k >= std::max(m_begin, i - 3) && isBeside(k + 1); --k) {
            if (const auto cue = cueOf(ObjectCues, folded(k)); cue && lexicon.hasClass(folded(k), WordClass::Verb)) {
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
            if (!act.isVerb)
                break;
            ++end;
            ++added;
            if (!word(end - 1).isStop || isAbbreviation(m_text, word(end - 1)))
                lastContent = end;
        }
        act.words.count = lastContent - act.words.first;
    }

    const QString &m_text;
    const PassageLanguage &m_passage;
    int m_begin;
    int m_end;
};

} // namespace

std::vector<Act> actsOf(const QString &text, const PassageLanguage &passage, const Sentence &sentence)
{
    return ActReader(text, passage, sentence).read();
}

bool differ(Commitment a, Commitment b)
{
    if (a == Commitment::None || b == Commitment::None)
        return false;
    const auto plain = [](Commitment c) { return c == Commitment::Ongoing ? Commitment::Stated : c; };
    return plain(a) != plain(b);
}

bool isOutcome(Commitment commitment)
{
    switch (commitment) {
    case Commitment::Stated:
    case Commitment::Ongoing:
    case Commitment::Expected:
    case Commitment::Attempted:
    case Commitment::Unreal:
    case Commitment::Negated:
        return true;
    default:
        return false;
    }
}

} // namespace parallax
