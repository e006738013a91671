// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/english.h"

#include <algorithm>
#include <array>

namespace parallax::english {

namespace {

template <size_t N>
bool isAmong(const std::array<QStringView, N> &words, QStringView word)
{
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<QStringView, 29> Determiners = {
    u"the",   u"a",     u"an",  u"this",  u"that",    u"these", u"those", u"some",    u"any", u"no",
    u"every", u"each",  u"all", u"both",  u"many",    u"my",    u"your",  u"his",     u"her", u"its",
    u"our",   u"their", u"one", u"other", u"another", u"most",  u"such",  u"several", u"few",
};
constexpr std::array<QStringView, 3> Pronouns = {u"he", u"she", u"they"};
constexpr std::array<QStringView, 44> Prepositions = {
    u"of",     u"in",      u"on",     u"at",      u"by",     u"for",     u"from",    u"to",      u"with",
    u"into",   u"over",    u"under",  u"after",   u"before", u"during",  u"about",   u"against", u"between",
    u"among",  u"amid",    u"around", u"near",    u"off",    u"out",     u"up",      u"down",    u"upon",
    u"toward", u"towards", u"within", u"until",   u"since",  u"through", u"despite", u"without", u"across",
    u"behind", u"beyond",  u"inside", u"outside", u"along",  u"via",     u"per",     u"onto",
};
constexpr std::array<QStringView, 27> Conjunctions = {
    u"and",      u"or",     u"but",     u"nor", u"yet",   u"that", u"because", u"while",   u"whilst",
    u"when",     u"where",  u"whether", u"if",  u"as",    u"than", u"since",   u"so",      u"until",
    u"although", u"though", u"unless",  u"who", u"which", u"whom", u"whose",   u"whereas", u"what",
};
constexpr std::array<QStringView, 8> Be = {u"be", u"is", u"are", u"was", u"were", u"been", u"being", u"am"};
constexpr std::array<QStringView, 10> Modals = {u"will",  u"would", u"shall", u"should", u"may",
                                                u"might", u"can",   u"could", u"must",   u"cannot"};
constexpr std::array<QStringView, 7> HaveAndDo = {u"have", u"has", u"had", u"having", u"do", u"does", u"did"};
constexpr std::array<QStringView, 21> Negations = {
    u"not",      u"never",   u"no",      u"isn't",  u"aren't",   u"wasn't", u"weren't",
    u"hasn't",   u"haven't", u"hadn't",  u"won't",  u"wouldn't", u"can't",  u"cannot",
    u"couldn't", u"don't",   u"doesn't", u"didn't", u"neither",  u"nor",    u"shouldn't",
};
constexpr std::array<QStringView, 26> MidAdverbs = {
    u"also",  u"again", u"later", u"earlier", u"now",       u"still",     u"then",    u"once",   u"already",
    u"even",  u"ever",  u"so",    u"far",     u"just",      u"soon",      u"long",    u"never",  u"not",
    u"first", u"too",   u"today", u"often",   u"meanwhile", u"yesterday", u"instead", u"always",
};
constexpr std::array<QStringView, 7> Weekdays = {u"monday", u"tuesday",  u"wednesday", u"thursday",
                                                 u"friday", u"saturday", u"sunday"};
constexpr std::array<QStringView, 12> Months = {u"january",   u"february", u"march",    u"april",
                                                u"may",       u"june",     u"july",     u"august",
                                                u"september", u"october",  u"november", u"december"};
constexpr std::array<QStringView, 9> Courtesies = {u"mr",  u"mrs",   u"ms",     u"miss", u"mx",
                                                   u"sir", u"madam", u"messrs", u"mme"};
constexpr std::array<QStringView, 72> Titles = {
    u"dr",           u"prof",         u"professor",  u"lord",        u"lady",
    u"dame",         u"president",    u"minister",   u"premier",     u"secretary",
    u"senator",      u"sen",          u"rep",        u"congressman", u"congresswoman",
    u"ambassador",   u"envoy",        u"general",    u"gen",         u"colonel",
    u"col",          u"captain",      u"capt",       u"major",       u"maj",
    u"lieutenant",   u"lt",           u"sergeant",   u"sgt",         u"admiral",
    u"commander",    u"king",         u"queen",      u"prince",      u"princess",
    u"duke",         u"duchess",      u"pope",       u"chancellor",  u"governor",
    u"gov",          u"mayor",        u"judge",      u"justice",     u"rev",
    u"reverend",     u"father",       u"bishop",     u"archbishop",  u"cardinal",
    u"rabbi",        u"imam",         u"sheikh",     u"ayatollah",   u"chief",
    u"executive",    u"chairman",     u"chairwoman", u"director",    u"spokesman",
    u"spokeswoman",  u"spokesperson", u"leader",     u"officer",     u"inspector",
    u"detective",    u"sheriff",      u"coach",      u"diplomat",    u"representative",
    u"commissioner", u"state",
};
constexpr std::array<QStringView, 22> NameParticles = {
    u"of", u"de", u"da",  u"do",  u"dos", u"del", u"della", u"der", u"den", u"di", u"du",
    u"la", u"le", u"van", u"von", u"bin", u"ibn", u"al",    u"el",  u"y",   u"ul", u"e",
};
/// Verbs of saying, judging and reporting, in their base form.
constexpr std::array<QStringView, 98> SayVerbs = {
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
    u"apologise", u"apologize",   u"assure",    u"lament",    u"recount",   u"plead",    u"quip",     u"reckon",
    u"shout",     u"joke",
};
/// Verbs that report a finding where "that" follows.
constexpr std::array<QStringView, 8> FindingVerbs = {u"establish", u"find", u"determine", u"show",
                                                     u"learn",     u"hear", u"decide",    u"understand"};
/// Verbs that stand before their subject: "…," said the mayor.
constexpr std::array<QStringView, 11> InvertedVerbs = {u"say",   u"add",  u"explain", u"write",  u"declare", u"insist",
                                                       u"reply", u"warn", u"note",    u"report", u"announce"};

} // namespace

bool isDeterminer(QStringView word)
{
    return isAmong(Determiners, word);
}

bool isPronoun(QStringView word)
{
    return isAmong(Pronouns, word);
}

bool isPreposition(QStringView word)
{
    return isAmong(Prepositions, word);
}

bool isConjunction(QStringView word)
{
    return isAmong(Conjunctions, word);
}

bool isBe(QStringView word)
{
    return isAmong(Be, word);
}

bool isModal(QStringView word)
{
    return isAmong(Modals, word);
}

bool isAuxiliary(QStringView word)
{
    return isBe(word) || isModal(word) || isAmong(HaveAndDo, word);
}

bool isNegation(QStringView word)
{
    return isAmong(Negations, word);
}

bool isMidAdverb(QStringView word)
{
    return isAmong(MidAdverbs, word) || (word.size() > 4 && word.endsWith(u"ly"));
}

bool isWeekday(QStringView word)
{
    return isAmong(Weekdays, word);
}

bool isMonth(QStringView word)
{
    return isAmong(Months, word);
}

bool isCourtesy(QStringView word)
{
    return isAmong(Courtesies, word);
}

bool isTitle(QStringView word)
{
    return isCourtesy(word) || isAmong(Titles, word);
}

bool isNameParticle(QStringView word)
{
    return isAmong(NameParticles, word);
}

bool isSayVerb(QStringView baseForm)
{
    return isAmong(SayVerbs, baseForm);
}

bool isFindingVerb(QStringView baseForm)
{
    return isAmong(FindingVerbs, baseForm);
}

bool isInvertedVerb(QStringView baseForm)
{
    return isAmong(InvertedVerbs, baseForm);
}

bool isEnglish(QStringView language)
{
    return language.isEmpty() || language == u"en" || language.startsWith(u"en-");
}

} // namespace parallax::english
