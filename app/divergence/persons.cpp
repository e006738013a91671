// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A person is a variable of the whole story: an age, a role, a first name differ between two articles whether or not
//! the paragraphs that give them tell the same. What that takes is to know that two mentions are of one person. A
//! surname is no proof (a minister and her brother), so given names decide; and a capitalised phrase is no person
//! ("Lund Crown Court" ends in "Court"), so somewhere the text must treat it as one. Wrong alternative: every name by
//! its last word, which makes a person of each authority and street. Tested by tst_divergence_names.cpp.
#include "divergence/persons.h"

#include "divergence/nameforms.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace parallax {

namespace {

constexpr int LongestName = 4; ///< words of a person's name

/// What follows a surname and is no part of it.
constexpr std::array<QStringView, 20> Postnominals = {u"kc",  u"qc",  u"mp",  u"mep", u"msp", u"jr", u"sr",
                                                      u"md",  u"phd", u"obe", u"cbe", u"mbe", u"jp", u"esq",
                                                      u"iii", u"ii",  u"iv",  u"qpm", u"dbe", u"sc"};

struct Candidate {
    PersonMention mention;
    bool isShownPerson = false; ///< the text treats it as one here
};

/// Words of a person's name; an empty surname where they cannot be one.
PersonMention mentionOf(const DivergenceContext &context, PassageRef ref, const NameMention &name)
{
    const PassageLanguage &passage = context.languageOf(ref);
    PersonMention mention{ref, &name, wordsOf(passage, name.core), {}, {}, {}, {}};
    const auto word = [&](int i) -> const Word & { return passage.words[static_cast<size_t>(i)]; };
    int last = mention.words.end() - 1;
    if (mention.words.count > 1 && std::ranges::contains(Postnominals, QStringView(withoutDots(word(last).folded)))) {
        mention.rank = withoutDots(word(last).folded);
        --last;
    }
    const int count = last - mention.words.first + 1;
    if (count < 1 || count > LongestName)
        return mention;
    for (int i = mention.words.first; i <= last; ++i) {
        const QStringView written = word(i).span.of(context.textOf(ref));
        if (word(i).isNumber || written.contains(u'&') || word(i).folded == u"of" || word(i).folded == u"the")
            return mention;
    }
    QStringList middle;
    for (int i = mention.words.first + 1; i < last; ++i)
        middle << withoutDots(word(i).folded);
    mention.middle = middle.join(u' ');
    if (count > 1)
        mention.given = withoutDots(word(mention.words.first).folded);
    mention.surname = word(last).folded;
    return mention;
}

/// Whether the text treats a name as a person's: a title, a noun for persons before it, an age behind it, or it speaks.
bool isShownPerson(const DivergenceContext &context, const PersonMention &mention)
{
    const PassageLanguage &passage = context.languageOf(mention.passage);
    const QString &text = context.textOf(mention.passage);
    if (mention.name->span.start < mention.name->core.start)
        return true;
    const int before = mention.name->firstWord - 1;
    if (before >= 0 && Lexicon::english().isPerson(passage.words[static_cast<size_t>(before)].folded))
        return true; // "his lawyer, Jan Lund", "the skipper Jan Lund"
    const int end = mention.name->core.end();
    const bool hasAge = std::ranges::any_of(passage.figures, [&](const Figure &figure) {
        return figure.value.unit == u"year old" && figure.span.start > end && figure.span.start <= end + 2 &&
               text[end] == u',';
    });
    return hasAge || std::ranges::any_of(passage.attributions, [&](const Attribution &attribution) {
               return !attribution.isPronoun && attribution.head.overlaps(mention.name->core) &&
                      attribution.head.end() == mention.name->core.end();
           });
}

/// Whether two given names can be one person's.
bool mayBeOneGiven(const QString &a, const QString &b)
{
    constexpr qsizetype fewest = 3;
    const QString &shorter = a.size() < b.size() ? a : b;
    const QString &longer = a.size() < b.size() ? b : a;
    if (longer.startsWith(shorter) && (shorter.size() == 1 || shorter.size() >= fewest))
        return true;
    return areRespelt(a, b) || (a.left(2) == b.left(2) && a.back() == b.back()); // "Kasia" / "Katarzyna"
}

/// The bearers of one surname: a number a given name.
std::map<QString, int> bearersOf(const std::map<QString, std::set<int>> &articlesOfGiven)
{
    std::map<QString, int> bearers;
    int count = 0;
    for (const auto &[given, articles] : articlesOfGiven) {
        for (const auto &[other, bearer] : bearers) {
            const std::set<int> &those = articlesOfGiven.at(other);
            const bool areInOneArticle =
                std::ranges::any_of(articles, [&](int article) { return those.contains(article); });
            const bool isInitial = given.size() == 1 || other.size() == 1;
            if (mayBeOneGiven(given, other) && (!areInOneArticle || isInitial)) {
                bearers[given] = bearer;
                break;
            }
        }
        if (!bearers.contains(given))
            bearers[given] = count++;
    }
    return bearers;
}

} // namespace

std::vector<Person> personsOf(const DivergenceContext &context)
{
    std::map<QString, std::vector<Candidate>> bySurname;
    for (int a = 0; a < static_cast<int>(context.language.size()); ++a) {
        const ArticleLanguage &article = context.language[static_cast<size_t>(a)];
        if (!english::isEnglish(context.story.articles[static_cast<size_t>(a)].language))
            continue;
        for (int p = 0; p < static_cast<int>(article.passages.size()); ++p) {
            for (const NameMention &name : article.passages[static_cast<size_t>(p)].names) {
                PersonMention mention = mentionOf(context, {a, p}, name);
                if (mention.surname.isEmpty())
                    continue;
                const bool isShown = isShownPerson(context, mention);
                const QString surname = mention.surname;
                bySurname[surname].push_back({std::move(mention), isShown});
            }
        }
    }
    std::vector<Person> persons;
    for (const auto &[surname, candidates] : bySurname) {
        std::map<QString, std::set<int>> articlesOfGiven;
        for (const Candidate &candidate : candidates) {
            if (!candidate.mention.given.isEmpty())
                articlesOfGiven[candidate.mention.given].insert(candidate.mention.passage.article);
        }
        const bool isShown = std::ranges::any_of(candidates, &Candidate::isShownPerson);
        if (!isShown || articlesOfGiven.empty())
            continue;
        const std::map<QString, int> bearers = bearersOf(articlesOfGiven);
        std::map<int, Person> found;
        const bool isOnlyOne = std::ranges::all_of(bearers, [](const auto &bearer) { return bearer.second == 0; });
        for (const Candidate &candidate : candidates) {
            const PersonMention &mention = candidate.mention;
            if (!mention.given.isEmpty())
                found[bearers.at(mention.given)].mentions.push_back(mention);
            else if (isOnlyOne)
                found[0].mentions.push_back(mention);
        }
        for (auto &[bearer, person] : found)
            persons.push_back(std::move(person));
    }
    return persons;
}

QString nameOf(const DivergenceContext &context, const PersonMention &mention)
{
    return mention.name->core.of(context.textOf(mention.passage)).toString();
}

} // namespace parallax
