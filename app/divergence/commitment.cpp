// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/commitment.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace parallax {

namespace {

using Cue = std::pair<QStringView, Commitment>;

/// Words that govern "to" and a verb, by their base forms.
constexpr std::array<Cue, 47> ChainCues = {{
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
    {u"understand", Commitment::Alleged}, {u"yet", Commitment::Negated},
}};
/// Adjectives before a noun, adverbs before a verb.
constexpr std::array<Cue, 40> NearCues = {{
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
    {u"future", Commitment::Expected},     {u"further", Commitment::Expected},    {u"feared", Commitment::Alleged},
    {u"thought", Commitment::Alleged},
}};
/// Verbs with the act for their object.
constexpr std::array<Cue, 17> ObjectCues = {{
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
    {u"consider", Commitment::Possible},
    {u"weigh", Commitment::Possible},
    {u"mull", Commitment::Possible},
    {u"contemplate", Commitment::Possible},
    {u"promise", Commitment::Expected},
    {u"pledge", Commitment::Expected},
    {u"seek", Commitment::Expected},
}};
/// Verbs of giving one's word: what stands behind them is to come.
constexpr std::array<QStringView, 4> PromisingVerbs = {u"promise", u"pledge", u"vow", u"propose"};
/// Verbs that say how sure what follows is.
constexpr std::array<Cue, 24> ReportCues = {{
    {u"accuse", Commitment::Alleged},  {u"suspect", Commitment::Alleged},    {u"allege", Commitment::Alleged},
    {u"claim", Commitment::Alleged},   {u"blame", Commitment::Alleged},      {u"suggest", Commitment::Alleged},
    {u"presume", Commitment::Alleged}, {u"believe", Commitment::Alleged},    {u"think", Commitment::Alleged},
    {u"assume", Commitment::Alleged},  {u"fear", Commitment::Alleged},       {u"consider", Commitment::Likely},
    {u"confirm", Commitment::Stated},  {u"prove", Commitment::Stated},       {u"deny", Commitment::Denied},
    {u"reject", Commitment::Denied},   {u"dismiss", Commitment::Denied},     {u"refute", Commitment::Denied},
    {u"doubt", Commitment::Open},      {u"speculate", Commitment::Possible}, {u"insist", Commitment::Alleged},
    {u"contend", Commitment::Alleged}, {u"assert", Commitment::Alleged},     {u"maintain", Commitment::Alleged},
}};
/// Of these, what a speaker says of an own opinion ("we believe that …"); only the passive casts doubt on an act.
constexpr std::array<QStringView, 6> OpinionVerbs = {u"consider", u"believe", u"think", u"fear", u"assume", u"presume"};
/// Verbs that say how sure what follows is only in the passive: "is reported missing".
constexpr std::array<Cue, 3> PassiveCues = {{
    {u"report", Commitment::Alleged},
    {u"say", Commitment::Alleged},
    {u"rumour", Commitment::Alleged},
}};
/// Adjectives behind "is" that say how sure the clause behind them is: "it is likely that".
constexpr std::array<Cue, 9> PredicateCues = {{
    {u"likely", Commitment::Likely},
    {u"probable", Commitment::Likely},
    {u"possible", Commitment::Possible},
    {u"unlikely", Commitment::Negated},
    {u"unclear", Commitment::Open},
    {u"uncertain", Commitment::Open},
    {u"unknown", Commitment::Open},
    {u"doubtful", Commitment::Open},
    {u"pessimistic", Commitment::Open},
}};
/// Nouns that make what follows somebody's word: "claims that the mayor knew".
constexpr std::array<QStringView, 9> ClaimNouns = {u"claim", u"allegation", u"accusation",  u"suspicion", u"rumour",
                                                   u"rumor", u"fear",       u"speculation", u"assertion"};
/// Verbs that leave open what a question word behind them asks.
constexpr std::array<QStringView, 4> AskingVerbs = {u"ask", u"wonder", u"question", u"doubt"};
constexpr std::array<QStringView, 6> QuestionWords = {u"how", u"why", u"whether", u"if", u"what", u"who"};
constexpr std::array<QStringView, 5> OpenWords = {u"whether", u"unclear", u"uncertain", u"unknown", u"doubt"};
/// Nouns and verbs that only carry another act.
constexpr std::array<QStringView, 43> CarrierWords = {
    u"include", u"remain",  u"become", u"know",   u"use",  u"say", u"see",  u"week", u"year",   u"day",  u"time",
    u"way",     u"part",    u"thing",  u"number", u"case", u"end", u"tell", u"need", u"come",   u"work", u"world",
    u"side",    u"area",    u"line",   u"look",   u"want", u"try", u"keep", u"seem", u"appear", u"let",  u"expect",
    u"plan",    u"provide", u"give",   u"take",   u"make", u"put", u"get",  u"hold", u"bring",  u"carry"};

std::optional<Commitment> lookUp(std::span<const Cue> cues, QStringView word)
{
    const auto found = std::ranges::find(cues, word, &Cue::first);
    return found == cues.end() ? std::nullopt : std::optional(found->second);
}

/// The cue of a word in any of its base forms.
std::optional<Commitment> cueOf(std::span<const Cue> cues, const QString &folded, std::span<const Lemma> lemmas)
{
    if (const auto direct = lookUp(cues, folded))
        return direct;
    for (const Lemma &lemma : lemmas) {
        if (const auto cue = lookUp(cues, lemma.text))
            return cue;
    }
    return std::nullopt;
}

bool isAmong(std::span<const QStringView> words, QStringView word)
{
    return std::ranges::find(words, word) != words.end();
}

/// Whether the word in any of its base forms is in a list.
bool isFormOf(std::span<const QStringView> words, const QString &folded, std::span<const Lemma> lemmas)
{
    return isAmong(words, folded) ||
           std::ranges::any_of(lemmas, [&](const Lemma &lemma) { return isAmong(words, lemma.text); });
}

} // namespace

Cues cuesOf(const QString &folded, std::span<const Lemma> lemmas)
{
    return {
        .chain = cueOf(ChainCues, folded, lemmas),
        .near = lookUp(NearCues, folded),
        .object = cueOf(ObjectCues, folded, lemmas),
        .report = cueOf(ReportCues, folded, lemmas),
        .passive = cueOf(PassiveCues, folded, lemmas),
        .predicate = lookUp(PredicateCues, folded),
        .isOpinionVerb = isFormOf(OpinionVerbs, folded, lemmas),
        .isClaimNoun = isFormOf(ClaimNouns, folded, lemmas),
        .isAskingVerb = isFormOf(AskingVerbs, folded, lemmas),
        .isQuestionWord = isAmong(QuestionWords, folded),
        .isOpenWord = isAmong(OpenWords, folded),
        .isCarrier = isFormOf(CarrierWords, folded, lemmas),
        .isPromising = isFormOf(PromisingVerbs, folded, lemmas),
    };
}

QLatin1StringView nameOf(Commitment commitment)
{
    static constexpr std::array<const char *, 12> names = {"open to all", "stated", "under way", "expected",
                                                           "attempted",   "unreal", "possible",  "likely",
                                                           "alleged",     "denied", "negated",   "unclear"};
    return QLatin1StringView(names[static_cast<size_t>(commitment)]);
}

bool differ(Commitment a, Commitment b)
{
    if (a == Commitment::None || b == Commitment::None)
        return false;
    return plainly(a) != plainly(b);
}

Commitment plainly(Commitment commitment)
{
    return commitment == Commitment::Ongoing ? Commitment::Stated : commitment;
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
