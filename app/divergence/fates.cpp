// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tellings often differ in a state without any word of doubt: "the ferry is missing" / "the ferry sank". No cue
//! governs these verbs; the verbs themselves stand on a scale. The few scales that news keeps returning to are listed
//! here by their words; what governs a word moves it: "yet to be found" is not found, "presumed dead" is not dead.
//! Wrong alternative: verb entailment of WordNet; it knows that snoring is sleeping and nothing of missing ferries.
//! Tested by tst_divergence.cpp.
#include "divergence/fates.h"

#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <optional>

namespace parallax {

namespace {

constexpr int LongestWalk = 7;   ///< words left of a state that may govern it
constexpr int LongestObject = 4; ///< words behind it that belong to the reading
constexpr int MostBetween = 8;   ///< words from giving up to what is given up

constexpr int Doubted = 1, Presumed = 2, Dead = 3;
constexpr int Sought = 1, NotFound = 2, GivenUp = 3, Found = 4;

struct State {
    QStringView word; ///< base form
    FateScale scale;
    int step;
};

constexpr std::array<State, 58> States = {{
    {u"missing", FateScale::Craft, 1},       {u"disappear", FateScale::Craft, 1},
    {u"vanish", FateScale::Craft, 1},        {u"crash", FateScale::Craft, 2},
    {u"plunge", FateScale::Craft, 2},        {u"sink", FateScale::Craft, 2},
    {u"capsize", FateScale::Craft, 2},       {u"derail", FateScale::Craft, 2},
    {u"ditch", FateScale::Craft, 2},         {u"founder", FateScale::Craft, 2},
    {u"dead", FateScale::Life, Dead},        {u"die", FateScale::Life, Dead},
    {u"kill", FateScale::Life, Dead},        {u"perish", FateScale::Life, Dead},
    {u"drown", FateScale::Life, Dead},       {u"survivor", FateScale::Life, Doubted},
    {u"search", FateScale::Search, Sought},  {u"hunt", FateScale::Search, Sought},
    {u"look", FateScale::Search, Sought},    {u"comb", FateScale::Search, Sought},
    {u"find", FateScale::Search, Found},     {u"locate", FateScale::Search, Found},
    {u"recover", FateScale::Search, Found},  {u"retrieve", FateScale::Search, Found},
    {u"discover", FateScale::Search, Found}, {u"spot", FateScale::Search, Found},
    {u"salvage", FateScale::Search, Found},  {u"wanted", FateScale::Custody, 1},
    {u"arrest", FateScale::Custody, 2},      {u"detain", FateScale::Custody, 2},
    {u"custody", FateScale::Custody, 2},     {u"apprehend", FateScale::Custody, 2},
    {u"charge", FateScale::Custody, 3},      {u"indict", FateScale::Custody, 3},
    {u"prosecute", FateScale::Custody, 3},   {u"trial", FateScale::Custody, 4},
    {u"convict", FateScale::Custody, 5},     {u"guilty", FateScale::Custody, 5},
    {u"sentence", FateScale::Custody, 5},    {u"jail", FateScale::Custody, 5},
    {u"imprison", FateScale::Custody, 5},    {u"acquit", FateScale::Custody, 6},
    {u"exonerate", FateScale::Custody, 6},   {u"free", FateScale::Custody, 6},
    {u"release", FateScale::Custody, 6},     {u"extradite", FateScale::Custody, 7},
    {u"pardon", FateScale::Custody, 8},      {u"question", FateScale::Custody, 1},
    {u"bail", FateScale::Custody, 6},        {u"close", FateScale::Service, 1},
    {u"shut", FateScale::Service, 1},        {u"suspend", FateScale::Service, 1},
    {u"halt", FateScale::Service, 1},        {u"reopen", FateScale::Service, 2},
    {u"resume", FateScale::Service, 2},      {u"restore", FateScale::Service, 2},
    {u"reconnect", FateScale::Service, 2},   {u"reinstate", FateScale::Service, 2},
}};

constexpr std::array<QStringView, 10> PresumingWords = {u"presume", u"fear",   u"believe",  u"think",    u"assume",
                                                        u"feared",  u"likely", u"probably", u"presumed", u"thought"};
constexpr std::array<QStringView, 5> EndingWords = {u"give", u"abandon", u"call", u"suspend", u"halt"};

template <size_t N>
bool isAmong(const std::array<QStringView, N> &words, QStringView word)
{
    return std::ranges::find(words, word) != words.end();
}

template <size_t N>
bool isFormOf(const std::array<QStringView, N> &words, const QString &folded, const WordFacts &facts)
{
    return isAmong(words, folded) || std::ranges::any_of(facts.lemmas, [&](const Lemma &lemma) {
               return lemma.wordClass == WordClass::Verb && isAmong(words, lemma.text);
           });
}

const State *stateOf(const QString &folded, const WordFacts &facts)
{
    const auto find = [](QStringView word) {
        const auto found = std::ranges::find(States, word, &State::word);
        return found == States.end() ? nullptr : &*found;
    };
    if (const State *direct = find(folded))
        return direct;
    for (const Lemma &lemma : facts.lemmas) {
        if (const State *state = find(lemma.text); state && lemma.wordClass != WordClass::Adjective)
            return state;
    }
    return nullptr;
}

class FateReader
{
public:
    FateReader(const DivergenceContext &context, PassageRef ref, const Sentence &sentence)
        : m_context(context)
        , m_ref(ref)
        , m_text(context.textOf(ref))
        , m_passage(context.languageOf(ref))
        , m_begin(sentence.firstWord)
        , m_end(sentence.firstWord + sentence.wordCount)
    {
    }

    std::vector<Fate> read() const
    {
        std::vector<Fate> fates;
        for (int i = m_begin; i < m_end; ++i) {
            if (const std::optional<Fate> fate = fateAt(i))
                fates.push_back(*fate);
        }
        return fates;
    }

private:
    const QString &folded(int i) const { return m_passage.words[static_cast<size_t>(i)].folded; }
    const WordFacts &facts(int i) const { return m_context.facts(m_ref, i); }
    bool isBeside(int i) const { return i > m_begin && isJoined(m_text, m_passage, i); }
    bool isCapital(int i) const { return i > m_begin && m_passage.words[static_cast<size_t>(i)].isCapital; }

    std::optional<Fate> fateAt(int i) const
    {
        const State *state = isCapital(i) ? nullptr : stateOf(folded(i), facts(i));
        const bool isAttributive = folded(i) == u"missing" && i + 1 < m_end && isCapital(i + 1);
        const bool isOther = i + 1 < m_end && folded(i + 1) == u"out"; // "find out", "look out"
        const bool isService = state && state->scale == FateScale::Service;
        const bool isQuestion = state && state->word == u"question"; // a noun, and asked by reporters too
        if (!state || isAttributive || isOther || (isService && !facts(i).isPast && folded(i) != u"shut") ||
            (isQuestion && !isQuestionedByPolice(i)))
            return std::nullopt;
        Fate fate{state->scale, state->step, i, {i, 1}};
        if (fate.scale == FateScale::Life ? !settleLife(fate) : !govern(fate))
            return std::nullopt;
        if (fate.scale == FateScale::Custody && !isOfPerson(fate))
            return std::nullopt;
        extend(fate);
        return fate;
    }

    /// "was questioned", "police are questioning the captain".
    bool isQuestionedByPolice(int i) const
    {
        if (folded(i) != u"questioned" && folded(i) != u"questioning")
            return false;
        for (int k = m_begin; k < m_end; ++k) {
            const QString &w = folded(k);
            if (w == u"police" || w == u"detectives" || w == u"investigators" || w == u"prosecutors")
                return true;
        }
        return i > m_begin && english::isBe(folded(i - 1)) && folded(i) == u"questioned";
    }

    /// Walks left over what governs the word; false where it is no state at all ("if found", "will find").
    bool govern(Fate &fate) const
    {
        bool isSearched = fate.scale == FateScale::Search;
        for (int i = fate.word - 1; i >= std::max(m_begin, fate.word - LongestWalk) && isBeside(i + 1); --i) {
            const QString &w = folded(i);
            if (english::isNegation(w) || w == u"yet" || w == u"unable" || w == u"failed") {
                if (!isSearched || fate.step != Found)
                    return false;
                fate.step = NotFound;
            } else if (w == u"to" && isSearched && fate.step == Found && !english::isBe(folded(i + 1))) {
                fate.step = Sought; // "to find" is what is wanted
            } else if (isSearched && fate.step == Sought && isFormOf(EndingWords, w, facts(i))) {
                fate.step = GivenUp;
            } else if (w == u"if" || w == u"whether" || english::isModal(w)) {
                if (!isSearched || w == u"can" || (fate.step == GivenUp || fate.step == NotFound))
                    return false;
                fate.step = Sought;
            } else if (!english::isAuxiliary(w) && !english::isMidAdverb(w) && w != u"to" && w != u"up" &&
                       w != u"off" && w != u"the" && w != u"a" && w != u"its" && w != u"reported" && w != u"went" &&
                       w != u"gone" && w != u"goes") {
                break;
            }
            fate.words = {i, fate.words.end() - i};
        }
        return true;
    }

    /// Papers are released and charged for too: "the findings were released", "in a release", "released the log".
    bool isOfPerson(const Fate &fate) const
    {
        constexpr int reach = 4;
        const Lexicon &lexicon = Lexicon::english();
        const auto isThing = [&](int i) {
            const Word &word = m_passage.words[static_cast<size_t>(i)];
            return !word.isCapital && !word.isNumber && !word.isStop && facts(i).has(WordClass::Noun) &&
                   !lexicon.isPerson(word.folded);
        };
        const QString &w = folded(fate.word);
        const int before = fate.words.first - 1;
        const bool isPassive = fate.words.first < fate.word;
        const auto isPersonal = [&](int i) {
            const Word &word = m_passage.words[static_cast<size_t>(i)];
            return (word.isCapital && i > m_begin) || lexicon.isPerson(word.folded) ||
                   english::isPronoun(word.folded) || word.folded == u"who";
        };
        bool hasPerson = false; // "engineers on duty at the dam were charged"
        for (int i = before; i >= m_begin && !hasPerson; --i)
            hasPerson = isPersonal(i);
        if (isPassive && !hasPerson && before >= m_begin && isBeside(before + 1) && isThing(before))
            return false;
        if (!w.startsWith(u"releas"))
            return true;
        const QString &article = fate.word > m_begin ? folded(fate.word - 1) : w;
        if (w == u"release" && (article == u"a" || article == u"the" || article == u"press" || article == u"news"))
            return false;
        for (int i = fate.word + 1; i < std::min(m_end, fate.word + reach) && isBeside(i); ++i) {
            if (english::isPreposition(folded(i)))
                break;
            if (isThing(i))
                return false;
        }
        return true;
    }

    /// "no survivors", "pessimistic that survivors", "presumed dead", "killing all".
    bool settleLife(Fate &fate) const
    {
        const bool isSurvivor = fate.step == Doubted;
        for (int i = fate.word - 1; i >= std::max(m_begin, fate.word - LongestWalk) && isBeside(i + 1); --i) {
            const QString &w = folded(i);
            if (isSurvivor && (w == u"no" || w == u"neither")) {
                fate.step = Dead;
                fate.words = {i, fate.words.end() - i};
            } else if (isSurvivor && (w == u"pessimistic" || w == u"hope" || w == u"hopes" || w == u"prospects" ||
                                      w == u"chances" || w == u"if" || w == u"whether" || w == u"any")) {
                fate.step = Doubted;
                fate.words = {i, fate.words.end() - i};
                if (w == u"if")
                    return true;
            } else if (!isSurvivor && isFormOf(PresumingWords, w, facts(i))) {
                fate.step = Presumed;
                fate.words = {i, fate.words.end() - i};
            } else if (!isSurvivor && (english::isNegation(w) || english::isModal(w) || w == u"to" || w == u"if")) {
                return false;
            } else if (!isSurvivor && !english::isAuxiliary(w) && !english::isMidAdverb(w)) {
                break;
            }
        }
        return !isSurvivor || fate.words.count > 1;
    }

    /// Adds what the state is of or where: "crashed into the sea".
    void extend(Fate &fate) const
    {
        int end = fate.words.end();
        int lastContent = end;
        while (end < m_end && end - fate.word <= LongestObject && isBeside(end)) {
            const QString &w = folded(end);
            if (english::isConjunction(w) || (english::isAuxiliary(w) && fate.scale != FateScale::Life))
                break;
            ++end;
            if (!m_passage.words[static_cast<size_t>(end - 1)].isStop)
                lastContent = end;
        }
        fate.words.count = lastContent - fate.words.first;
    }

    const DivergenceContext &m_context;
    PassageRef m_ref;
    const QString &m_text;
    const PassageLanguage &m_passage;
    int m_begin;
    int m_end;
};

} // namespace

std::vector<Fate> fatesOf(const DivergenceContext &context, PassageRef ref, const Sentence &sentence)
{
    return FateReader(context, ref, sentence).read();
}

} // namespace parallax
