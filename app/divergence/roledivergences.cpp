// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A person's role stands right before the name ("the deputy envoy Jan Lund", "her lawyer, Jan Lund,"), or behind it
//! ("Lund, a former banker", "Lund, 58, director of the port", "Lund, who was a banker", "Lund's days as bank
//! director"). Of a person whom the story tells apart from others the roles of all articles are compared, each as its
//! article first gives it; of other bearers of a name only those of linked passages. Two roles differ by an office, or
//! by a word like "deputy" or "former"; a nationality more or a first name more is no other role. Two bearers of one
//! surname are told apart by their first names. Wrong alternative: every noun beside a name; "the driver asked Lund"
//! does not make Lund a driver. Tested by tst_divergence.cpp.
#include "divergence/roledivergences.h"

#include "divergence/grouping.h"
#include "divergence/nameforms.h"
#include "divergence/persons.h"
#include "divergence/phrases.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostReadings = 8;
constexpr double RoleWeight = 0.35;

/// A person with the words that say what he or she is.
struct RoleMention {
    PassageRef passage;
    TextSpan span;          ///< role and name
    std::set<QString> role; ///< folded words of the role that say something, no nations
    QString head;           ///< the person noun of it
    QStringList core;       ///< folded words of the name
};

/// Whether two names can be one bearer's: the words of the one end the other.
bool areOneBearer(const QStringList &a, const QStringList &b)
{
    const qsizetype shared = std::min(a.size(), b.size());
    return a.last(shared) == b.last(shared);
}

/// "Norwegian": says where its bearer is from, not what he or she is.
bool isNation(const QString &folded)
{
    const Lexicon &lexicon = Lexicon::english();
    for (const Concept synset : lexicon.senses(folded, WordClass::Noun)) {
        const std::vector<QString> members = lexicon.members(synset);
        if (std::ranges::any_of(
                members, [&](const QString &member) { return member[0].isUpper() && member.toCaseFolded() == folded; }))
            return true;
    }
    return false;
}

/// A noun that can say what a person is; not what befell one ("the wounded").
bool isOffice(const QString &folded)
{
    return (Lexicon::english().isPerson(folded) && !folded.endsWith(u"ed")) || english::isTitle(folded);
}

/// "Lund, the envoys and the mayor" lists others.
bool isPlural(const QString &folded)
{
    const std::vector<Lemma> lemmas = Lexicon::english().lemmas(folded);
    return folded.endsWith(u's') && std::ranges::any_of(lemmas, [&](const Lemma &lemma) {
               return lemma.wordClass == WordClass::Noun && lemma.text != folded;
           });
}

/// Whether a word left of a role still belongs to it: "the murder of Captain", "killing Judge" and "backs President"
/// do not, "Chief of Police", "acting mayor" and "court reporter" do.
bool mayOpenRole(const PassageLanguage &passage, int i)
{
    static constexpr std::array<QStringView, 7> participles = {u"acting",   u"managing",  u"sitting",   u"incoming",
                                                               u"outgoing", u"presiding", u"commanding"};
    const Word &word = passage.words[static_cast<size_t>(i)];
    const Word &next = passage.words[static_cast<size_t>(i + 1)];
    if (word.folded == u"of")
        return i > 0 && isOffice(passage.words[static_cast<size_t>(i - 1)].folded);
    const bool isFigure =
        std::ranges::any_of(passage.figures, [&](const Figure &figure) { return figure.span.overlaps(word.span); });
    if (isFigure || word.isNumber)
        return false;
    if (isPlural(word.folded) && isOffice(word.folded))
        return false;
    if (word.isCapital)
        return true;
    const bool isParticiple = word.folded.endsWith(u"ed") && Lexicon::english().hasClass(word.folded, WordClass::Verb);
    if (isParticiple && !(i > 0 && english::isDeterminer(passage.words[static_cast<size_t>(i - 1)].folded)))
        return false; // "the ousted mayor", but "colleagues backed mayor"
    if (word.folded.endsWith(u"ing") && std::ranges::find(participles, QStringView(word.folded)) == participles.end())
        return false;
    return !next.isCapital || isOffice(word.folded) ||
           (Lexicon::english().hasClass(word.folded, WordClass::Adjective) &&
            !Lexicon::english().hasClass(word.folded, WordClass::Verb));
}

/// Where the words before a name that say what its bearer is end: at the name, or at the comma of "her lawyer, Jan
/// Lund, said"; -1 where no such words can be.
int roleEnd(const QString &text, const PassageLanguage &passage, const NameMention &name, int begin)
{
    const int core = wordsOf(passage, name.core).first;
    if (core <= begin)
        return -1;
    int first = core;
    while (first > name.firstWord && english::isCourtesy(passage.words[static_cast<size_t>(first - 1)].folded))
        --first;
    if (first <= begin)
        return -1;
    const auto word = [&](int i) -> const Word & { return passage.words[static_cast<size_t>(i)]; };
    const QStringView gap =
        QStringView(text).mid(word(first - 1).span.end(), word(first).span.start - word(first - 1).span.end());
    if (gap != u", ")
        return isJoined(text, passage, core) ? core : -1;
    const bool isClosed = name.core.end() < text.size() && text[name.core.end()] == u',';
    return isClosed && isOffice(word(first - 1).folded) && !isPlural(word(first - 1).folded) ? first : -1;
}

/// The words before a name that say what its bearer is: "the deputy envoy", "US Defence Secretary".
std::optional<RoleMention> roleBefore(const DivergenceContext &context, PassageRef ref, const NameMention &name)
{
    const Lexicon &lexicon = Lexicon::english();
    const QString &text = context.textOf(ref);
    const PassageLanguage &passage = context.languageOf(ref);
    const int begin = passage.sentences[static_cast<size_t>(name.sentence)].firstWord;
    const int end = roleEnd(text, passage, name, begin);
    RoleMention found{ref, name.core, {}, {}, {}};
    for (int i = end - 1; i >= std::max(begin, end - 8); --i) {
        if (i < end - 1 && !isJoined(text, passage, i + 1))
            break;
        const Word &word = passage.words[static_cast<size_t>(i)];
        if (english::isCourtesy(word.folded) || (!found.head.isEmpty() && !mayOpenRole(passage, i)))
            break;
        const bool isRoleWord = isContent(text, word) && !english::isWeekday(word.folded) &&
                                !english::isMidAdverb(word.folded) &&
                                (lexicon.hasClass(word.folded, WordClass::Noun) ||
                                 lexicon.hasClass(word.folded, WordClass::Adjective) || word.isCapital);
        if (!isRoleWord && word.folded != u"of")
            break;
        if (found.head.isEmpty() && !isOffice(word.folded))
            break;
        if (found.head.isEmpty())
            found.head = fullTitle(word.folded);
        found.span = TextSpan::between(word.span.start, name.core.end());
        if (isRoleWord && !isAbbreviation(text, word) && !(word.isCapital && isNation(word.folded)))
            found.role.insert(fullTitle(word.folded));
    }
    return found.head.isEmpty() ? std::nullopt : std::optional(found);
}

/// Where words behind a name begin that say what its bearer is: ", the country's ambassador", ", who was a banker",
/// "'s days as bank director"; -1 where none do.
int roleStart(const QString &text, const PassageLanguage &passage, int behind, int nameEnd)
{
    static constexpr std::array<QStringView, 7> terms = {u"days", u"time",  u"years", u"tenure",
                                                         u"term", u"stint", u"career"};
    const int size = static_cast<int>(passage.words.size());
    const auto folded = [&](int i) {
        return i < size ? QStringView(passage.words[static_cast<size_t>(i)].folded) : QStringView();
    };
    if (behind + 2 >= size)
        return -1;
    const auto gapBefore = [&](int i, int end) {
        return QStringView(text).mid(end, passage.words[static_cast<size_t>(i)].span.start - end).trimmed();
    };
    const bool isAged = gapBefore(behind, nameEnd) == u"," && passage.words[static_cast<size_t>(behind)].isNumber &&
                        gapBefore(behind + 1, passage.words[static_cast<size_t>(behind)].span.end()) == u",";
    if (isAged) // "Lund, 58, a former banker"
        return roleStart(text, passage, behind + 1, passage.words[static_cast<size_t>(behind)].span.end());
    const QStringView gap = gapBefore(behind, nameEnd);
    if (gap == u"," && english::isDeterminer(folded(behind)))
        return behind + 1;
    if (gap == u"," && folded(behind) == u"then" && english::isDeterminer(folded(behind + 1)))
        return behind + 2;
    const QString &first = passage.words[static_cast<size_t>(behind)].folded;
    if (gap == u"," && isOffice(first) && !isPlural(first) &&
        (folded(behind + 1) == u"of" || folded(behind + 1) == u"at" || folded(behind + 1) == u"for"))
        return behind; // "Lund, director of the port"
    if (gap == u"," && folded(behind) == u"who" && english::isBe(folded(behind + 1)))
        return english::isDeterminer(folded(behind + 2)) ? behind + 3 : behind + 2;
    const bool isTerm = (gap == u"'s" || gap == u"\u2019s") && folded(behind + 1) == u"as" &&
                        std::ranges::find(terms, folded(behind)) != terms.end();
    return isTerm ? behind + 2 : -1;
}

/// The words behind a name that say what its bearer is.
std::optional<RoleMention> roleBehind(const DivergenceContext &context, PassageRef ref, const NameMention &name)
{
    constexpr int longest = 8;
    const QString &text = context.textOf(ref);
    const PassageLanguage &passage = context.languageOf(ref);
    const WordRange core = wordsOf(passage, name.core);
    const int size = static_cast<int>(passage.words.size());
    const int first = roleStart(text, passage, core.end(), name.core.end());
    if (first < 0)
        return std::nullopt;
    RoleMention found{ref, name.core, {}, {}, {}};
    int head = -1;
    int last = first - 1;
    for (int i = first; i < std::min(size, first + longest) && isJoined(text, passage, i); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        if (english::isPreposition(word.folded) || english::isConjunction(word.folded))
            break;
        last = i;
        if (isContent(text, word) && !isAbbreviation(text, word) && !(word.isCapital && isNation(word.folded)))
            found.role.insert(fullTitle(word.folded));
        if (isOffice(word.folded) && !isPlural(word.folded)) {
            found.head = fullTitle(word.folded);
            found.span = TextSpan::between(name.core.start, word.span.end());
            head = i;
        }
    }
    // "Lund, a young trawler" goes on behind the person: the list is of other things
    return head < 0 || head < last ? std::nullopt : std::optional(found);
}

/// Whether two roles say something else of a person: other offices, or a word like "deputy" or "former" more.
bool areOtherRoles(const RoleMention &a, const RoleMention &b)
{
    const Lexicon &lexicon = Lexicon::english();
    const auto isRank = [&](const QString &word) {
        return !lexicon.senses(word, WordClass::Noun).empty() || lexicon.hasClass(word, WordClass::Adjective);
    };
    const auto differs = [&](const std::set<QString> &x, const std::set<QString> &y) {
        return std::ranges::any_of(x, [&](const QString &word) {
            return !y.contains(word) && (lexicon.isPerson(word) || english::isTitle(word) ||
                                         (isRank(word) && !lexicon.lemmas(word).empty() && word != a.head &&
                                          word != b.head && lexicon.hasClass(word, WordClass::Adjective)));
        });
    };
    return differs(a.role, b.role) || differs(b.role, a.role);
}

} // namespace

namespace {

/// The divergence of some mentions of one person, by passage.
std::optional<Divergence> divergenceOf(const DivergenceContext &context, const std::vector<RoleMention> &roles,
                                       const std::vector<int> &group)
{
    std::vector<Reading> readings;
    for (size_t x = 0; x < group.size(); ++x) {
        const RoleMention &role = roles[static_cast<size_t>(group[x])];
        int letter = static_cast<int>(x);
        for (size_t y = 0; y < x; ++y) {
            if (!areOtherRoles(role, roles[static_cast<size_t>(group[y])])) {
                letter = readings[y].group;
                break;
            }
        }
        const QStringList words(role.role.begin(), role.role.end());
        readings.push_back({role.passage, role.span, letter, {}, u"role "_s + words.join(u' ')});
    }
    const RoleMention &first = roles[static_cast<size_t>(group.front())];
    QString subject;
    for (const NameMention &name : context.languageOf(first.passage).names) {
        if (first.span.overlaps(name.core))
            subject = name.core.of(context.textOf(first.passage)).toString();
    }
    return makeDivergence(context, DivergenceKind::Attribution, Aspect::SpeakerRole, subject, RoleWeight, readings);
}

std::vector<RoleMention> rolesAt(const DivergenceContext &context, PassageRef ref, const NameMention &name)
{
    std::vector<RoleMention> roles;
    const PassageLanguage &passage = context.languageOf(ref);
    const WordRange core = wordsOf(passage, name.core);
    for (const auto &reader : {roleBefore, roleBehind}) {
        auto role = core.count > 0 ? reader(context, ref, name) : std::nullopt;
        if (!role)
            continue;
        for (int i = core.first; i < core.end(); ++i)
            role->core << passage.words[static_cast<size_t>(i)].folded;
        roles.push_back(std::move(*role));
    }
    return roles;
}

/// Each article's first role of a person, and those that another telling of the passage gives otherwise.
std::optional<Divergence> divergenceOf(const DivergenceContext &context, const Person &person)
{
    std::vector<RoleMention> roles;
    for (const PersonMention &mention : person.mentions)
        std::ranges::move(rolesAt(context, mention.passage, *mention.name), std::back_inserter(roles));
    std::vector<int> shown;
    std::set<int> articles;
    const auto isContested = [&](const RoleMention &role) {
        return std::ranges::any_of(roles, [&](const RoleMention &other) {
            return context.linked(role.passage, other.passage) && areOtherRoles(role, other);
        });
    };
    for (int i = 0; i < static_cast<int>(roles.size()); ++i) {
        const RoleMention &role = roles[static_cast<size_t>(i)];
        if (articles.insert(role.passage.article).second || isContested(role))
            shown.push_back(i);
    }
    if (shown.size() > MostReadings)
        shown.resize(MostReadings);
    return shown.size() < 2 ? std::nullopt : divergenceOf(context, roles, shown);
}

} // namespace

bool givesRole(const DivergenceContext &context, PassageRef passage, const NameMention &name)
{
    return !rolesAt(context, passage, name).empty();
}

std::vector<Divergence> findRoleDivergences(const DivergenceContext &context)
{
    std::vector<Divergence> found;
    std::set<const NameMention *> known;
    for (const Person &person : personsOf(context)) {
        for (const PersonMention &mention : person.mentions)
            known.insert(mention.name);
        if (auto divergence = divergenceOf(context, person))
            found.push_back(std::move(*divergence));
    }
    std::map<QString, std::vector<RoleMention>> bearers;
    for (const PassageRef &ref : context.passages()) {
        for (const NameMention &name : context.languageOf(ref).names) {
            for (RoleMention &role : known.contains(&name) ? std::vector<RoleMention>() : rolesAt(context, ref, name))
                bearers[role.core.last()].push_back(std::move(role));
        }
    }
    for (const auto &[bearer, roles] : bearers) {
        std::vector<PassageRef> passages;
        std::vector<MentionEdge> edges;
        for (const RoleMention &role : roles)
            passages.push_back(role.passage);
        context.forLinkedMentions(passages, [&](int i, int k) {
            const RoleMention &a = roles[static_cast<size_t>(i)];
            const RoleMention &b = roles[static_cast<size_t>(k)];
            if (areOneBearer(a.core, b.core))
                edges.push_back({i, k, areOtherRoles(a, b) ? 2.0 : 1.0});
        });
        for (const std::vector<int> &group : groupMentions(context, passages, edges, MostReadings)) {
            if (auto divergence = divergenceOf(context, roles, group))
                found.push_back(std::move(*divergence));
        }
    }
    return found;
}

} // namespace parallax
