// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A name is a variable of the story, not of one event: each entity gives one divergence at most, with a reading where
//! linked passages write it differently. What makes two forms one entity:
//!  - they are words of one WordNet synset of places or groups ("Britain", "United Kingdom", "UK"); a capital stands
//!    for its country unless a preposition of place makes it the city;
//!  - one name spelt with a letter or two changed ("Ludmila" / "Lyudmila Petrova"), where no article uses both (then
//!    they are two bearers);
//!  - one bearer with and without an office, with and without a first name; one designation with and without its
//!    suffix;
//!  - other joints, a fuller name, other given names, two names that an article explains by each other (the files of
//!    these names);
//!  - a rare common word written with a capital here and small there.
//! Wrong alternative: edit distance alone. It makes one of Iran and Iraq, of Austria and Australia.
//! Tested by tst_divergence.cpp.
#include "divergence/namedivergences.h"

#include "divergence/aliasdivergences.h"
#include "divergence/fullernames.h"
#include "divergence/jointdivergences.h"
#include "divergence/nameforms.h"
#include "divergence/persondivergences.h"
#include "divergence/phrases.h"
#include "divergence/placedivergences.h"
#include "divergence/roledivergences.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int CommonRank = 10000; ///< words more frequent than this have a small form of their own
constexpr double AcronymWeight = 0.14;
constexpr double SpellingWeight = 0.18;
constexpr double TitleWeight = 0.1;
constexpr double CaseWeight = 0.05;
constexpr double DesignationWeight = 0.2;

struct Named {
    PassageRef passage;
    NameMention mention;
    QStringList core; ///< folded words of the core
    QString written;  ///< the core as written
};

std::vector<Named> namesOf(const DivergenceContext &context)
{
    std::vector<Named> names;
    for (const PassageRef &ref : context.passages()) {
        const PassageLanguage &passage = context.languageOf(ref);
        for (const NameMention &mention : passage.names) {
            Named named{ref, mention, {}, mention.core.of(context.textOf(ref)).toString()};
            const WordRange words = wordsOf(passage, mention.core);
            for (int i = words.first; i < words.end(); ++i)
                named.core << passage.words[static_cast<size_t>(i)].folded;
            if (!named.core.isEmpty())
                names.push_back(named);
        }
    }
    return names;
}

/// Whether two cores are one name of which a word is spelt differently.
bool areSpellings(const QStringList &a, const QStringList &b)
{
    const qsizetype shared = std::min(a.size(), b.size());
    bool isRespeltOnce = false;
    for (qsizetype i = 1; i <= shared; ++i) {
        const QString &x = a[a.size() - i];
        const QString &y = b[b.size() - i];
        if (x == y)
            continue;
        if (!areRespelt(x, y))
            return false;
        isRespeltOnce = true;
    }
    return isRespeltOnce && (a.size() == b.size() || shared > 1 || a.last() != b.last());
}

/// As most mentions are written; a name in capitals throughout only where all are.
QString usualOf(const DivergenceContext &context, const std::vector<Form> &forms)
{
    const auto written = [&](const Form &form) { return form.span.of(context.textOf(form.passage)).toString(); };
    std::map<QString, int> counts;
    for (const Form &form : forms)
        ++counts[written(form)];
    const auto rank = [&](const Form &form) {
        const QString name = written(form);
        return std::pair(name != name.toUpper(), counts[name]);
    };
    return written(*std::ranges::max_element(forms, {}, rank));
}

/// The names of one core.
struct Core {
    QString written; ///< its words, folded
    QStringList words;
    std::set<int> articles;
    int entity = -1; ///< number of the first core that it spells otherwise
};

bool areInOneArticle(const Core &a, const Core &b)
{
    return std::ranges::any_of(a.articles, [&](int article) { return b.articles.contains(article); });
}

/// Ordered as written.
std::vector<Core> coresOf(const std::vector<Named> &names)
{
    QHash<QString, Core> found;
    for (const Named &named : names) {
        const QString written = named.core.join(u' ');
        Core &core = found[written];
        core.written = written;
        core.words = named.core;
        core.articles.insert(named.passage.article);
    }
    std::vector<Core> cores(found.cbegin(), found.cend());
    std::ranges::sort(cores, {}, &Core::written);
    return cores;
}

void findSpellings(const DivergenceContext &context, const std::vector<Named> &names, std::vector<Divergence> &found)
{
    std::vector<Core> cores = coresOf(names);
    // No respelling changes the first letter of a last name, so only those that share it are compared.
    std::map<QChar, std::vector<int>> byInitial;
    for (int i = 0; i < static_cast<int>(cores.size()); ++i)
        byInitial[cores[static_cast<size_t>(i)].words.last()[0]].push_back(i);
    for (const auto &[initial, alike] : byInitial) {
        for (size_t i = 0; i < alike.size() && !context.isStopped(); ++i) {
            Core &a = cores[static_cast<size_t>(alike[i])];
            for (size_t k = i + 1; k < alike.size(); ++k) {
                Core &b = cores[static_cast<size_t>(alike[k])];
                if (!areSpellings(a.words, b.words) || areInOneArticle(a, b))
                    continue;
                a.entity = a.entity < 0 ? alike[i] : a.entity;
                b.entity = a.entity;
            }
        }
    }
    std::map<int, QStringList> spellings; // of an entity by its number: longest first
    for (const Core &core : cores) {
        if (core.entity >= 0)
            spellings[core.entity] << core.written;
    }
    for (auto &[entity, written] : spellings)
        std::ranges::stable_sort(written, std::greater(), &QString::size);
    // "Petrova" agrees with the "Ludmila Petrova" whose surname it spells alike
    const auto fullest = [&](const Core &core) {
        return *std::ranges::find_if(spellings[core.entity], [&](const QString &other) {
            return other == core.written || other.endsWith(u' ' + core.written);
        });
    };
    std::map<int, std::vector<Form>> entities;
    for (const Named &named : names) {
        const auto core = std::ranges::lower_bound(cores, named.core.join(u' '), {}, &Core::written);
        if (core->entity >= 0)
            entities[core->entity].push_back({named.passage, named.mention.core, fullest(*core)});
    }
    for (const auto &[entity, forms] : entities)
        addEntity(context, forms, Aspect::Spelling, usualOf(context, forms), SpellingWeight, found, Reach::Story);
}

/// What a title says of its bearer, folded: no courtesy ("Mr"), no dots.
QString officeOf(const DivergenceContext &context, const Named &named)
{
    const int length = named.mention.core.start - named.mention.span.start;
    QStringList words;
    for (const QString &word :
         withoutDots(context.textOf(named.passage).mid(named.mention.span.start, length)).toCaseFolded().split(u' ')) {
        if (!word.isEmpty() && !english::isCourtesy(word))
            words << fullTitle(word);
    }
    return words.join(u' ');
}

/// One bearer with other titles, or with one here and none there: each article's fullest form. "Mr" is no title, and
/// "the mayor, Jan Lund," is none left out.
void findTitles(const DivergenceContext &context, const std::vector<Named> &names, std::vector<Divergence> &found)
{
    struct Bearer {
        const Named *fullest = nullptr;
        std::vector<const Named *> mentions;
    };
    std::map<QString, std::map<int, Bearer>> bearers; // in each article
    for (const Named &named : names) {
        if (named.core.contains(u"of"_s)) // "Captain Berg of the Harbour Guard" ends with no surname
            continue;
        Bearer &bearer = bearers[named.core.last()][named.passage.article];
        if (!bearer.fullest || named.mention.span.length > bearer.fullest->mention.span.length)
            bearer.fullest = &named;
        bearer.mentions.push_back(&named);
    }
    const auto hasRole = [&](const Bearer &bearer) {
        return std::ranges::any_of(
            bearer.mentions, [&](const Named *named) { return givesRole(context, named->passage, named->mention); });
    };
    for (const auto &[surname, articles] : bearers) {
        const bool hasOffice = std::ranges::any_of(
            articles, [&](const auto &bearer) { return !officeOf(context, *bearer.second.fullest).isEmpty(); });
        std::vector<Form> forms;
        for (const auto &[article, bearer] : articles) {
            const Named &named = *bearer.fullest;
            const QString office = hasOffice ? officeOf(context, named) : QString();
            const bool isWhole = named.core.size() > 1 || named.mention.span.start < named.mention.core.start;
            if (hasOffice && (!office.isEmpty() || (isWhole && !hasRole(bearer))))
                forms.push_back({named.passage, named.mention.span, office});
        }
        if (forms.size() > 1)
            addEntity(context, forms, Aspect::Naming, articles.begin()->second.fullest->written, TitleWeight, found);
    }
}

/// The most words that each article has for a bearer, by the folded surname; of all its told passages.
using FullestNames = std::map<QString, std::map<int, qsizetype>>;

FullestNames fullestNames(const DivergenceContext &context)
{
    FullestNames fullest;
    for (size_t a = 0; a < context.language.size(); ++a) {
        for (const PassageLanguage &passage : context.language[a].passages) {
            for (const NameMention &name : passage.names) {
                const WordRange core = wordsOf(passage, name.core);
                if (core.count == 0)
                    continue;
                qsizetype &most =
                    fullest[passage.words[static_cast<size_t>(core.end() - 1)].folded][static_cast<int>(a)];
                most = std::max<qsizetype>(most, core.count);
            }
        }
    }
    return fullest;
}

/// "President Berg" in an article that nowhere gives the first name, "Anna Berg" in others. A surname without a title
/// might be a place or a firm.
void findFirstNames(const DivergenceContext &context, const std::vector<Named> &names, std::vector<Divergence> &found)
{
    const FullestNames fullest = fullestNames(context);
    std::map<QString, std::vector<Form>> bearers;
    std::map<QString, std::set<QString>> firstNames;
    for (const Named &named : names) {
        const QString &surname = named.core.last();
        const bool isTitled = named.mention.span.start < named.mention.core.start;
        if (named.core.size() > 1)
            firstNames[surname].insert(named.core.first());
        if (fullest.at(surname).at(named.passage.article) == named.core.size() && (isTitled || named.core.size() > 1))
            bearers[surname].push_back({named.passage, named.mention.span,
                                        named.core.size() > 1 ? named.core.first() + u' ' + surname : surname});
    }
    for (const auto &[surname, forms] : bearers) {
        if (firstNames[surname].size() == 1)
            addEntity(context, forms, Aspect::Naming, usualOf(context, forms), TitleWeight, found);
    }
}

/// "F27-500" and "F27", "Flight 881" and "Flight KX881": a designation with a part more.
bool areDesignations(const QString &a, const QString &b)
{
    const QString &longer = a.size() > b.size() ? a : b;
    const QString &shorter = a.size() > b.size() ? b : a;
    const bool hasDigit = std::ranges::any_of(shorter, [](QChar c) { return c.isDigit(); });
    if (!hasDigit || longer == shorter)
        return false;
    if (longer.startsWith(shorter) && longer[shorter.size()] == u'-')
        return true;
    const qsizetype spaceA = longer.lastIndexOf(u' ');
    const qsizetype spaceB = shorter.lastIndexOf(u' ');
    if (spaceA < 0 || spaceA != spaceB || longer.left(spaceA) != shorter.left(spaceB))
        return false;
    const QString tailA = longer.mid(spaceA + 1);
    const QString tailB = shorter.mid(spaceB + 1);
    return tailB.size() > 1 && tailA.endsWith(tailB) && tailA[0].isLetter();
}

void findDesignations(const DivergenceContext &context, const std::vector<Named> &names, std::vector<Divergence> &found)
{
    std::map<QString, std::vector<Form>> written;
    for (const Named &named : names) {
        const QString form = named.written.toCaseFolded();
        if (std::ranges::any_of(form, [](QChar c) { return c.isDigit(); }))
            written[form].push_back({named.passage, named.mention.core, form});
    }
    std::set<QString> taken;
    for (auto a = written.begin(); a != written.end(); ++a) {
        if (taken.contains(a->first))
            continue;
        std::vector<Form> forms = a->second;
        for (auto b = std::next(a); b != written.end(); ++b) {
            if (!areDesignations(a->first, b->first))
                continue;
            taken.insert(b->first);
            forms.insert(forms.end(), b->second.begin(), b->second.end());
        }
        const Form &first = forms.front();
        addEntity(context, forms, Aspect::Naming, first.span.of(context.textOf(first.passage)).toString(),
                  DesignationWeight, found, Reach::Story);
    }
}

/// "NPA" where another telling writes "Northern Peat Agency": initials of the capitals, small words left out.
void findAcronyms(const DivergenceContext &context, const std::vector<Named> &names, std::vector<Divergence> &found)
{
    constexpr qsizetype fewest = 3; // two letters stand for too much
    std::map<QString, std::vector<Form>> spelt;
    std::map<QString, std::vector<Form>> acronyms;
    for (const Named &named : names) {
        const Form form{named.passage, named.mention.core, named.written};
        const QString plain = withoutDots(named.written);
        const bool isShort = plain.size() >= fewest && plain.size() <= 6 &&
                             std::ranges::all_of(plain, [](QChar c) { return c.isUpper(); });
        QString initials;
        for (const QString &word : named.written.split(u' ', Qt::SkipEmptyParts))
            initials += word[0].isUpper() ? QString(word[0]) : QString();
        if (isShort)
            acronyms[plain].push_back(form);
        else if (initials.size() >= fewest)
            spelt[initials].push_back(form);
    }
    for (auto &[initials, forms] : spelt) {
        const auto other = acronyms.find(initials);
        const bool isOneName =
            std::ranges::all_of(forms, [&](const Form &form) { return form.form == forms.front().form; });
        if (other == acronyms.end() || !isOneName)
            continue;
        std::vector<Form> all = forms;
        for (const Form &form : other->second)
            all.push_back({form.passage, form.span, initials});
        addEntity(context, all, Aspect::Naming, forms.front().form, AcronymWeight, found);
    }
}

/// Every rare word inside a sentence that could have a capital or not: no name of several words, no abbreviation.
void forRareWords(const DivergenceContext &context, const std::function<void(PassageRef, const Word &)> &visit)
{
    for (const PassageRef &ref : context.passages()) {
        const QString &text = context.textOf(ref);
        const PassageLanguage &passage = context.languageOf(ref);
        if (context.story.passage(ref).role == Role::Headline)
            continue;
        for (const Sentence &sentence : passage.sentences) {
            for (int i = sentence.firstWord + 1; i < sentence.firstWord + sentence.wordCount; ++i) {
                const Word &word = passage.words[static_cast<size_t>(i)];
                const auto isNeighbourCapital = [&](int k) {
                    return k >= sentence.firstWord && k < sentence.firstWord + sentence.wordCount &&
                           passage.words[static_cast<size_t>(k)].isCapital;
                };
                const WordFacts &facts = context.facts(ref, i);
                const bool isRare = (facts.rank < 0 || facts.rank >= CommonRank) && !facts.lemmas.empty();
                if (isRare && word.span.length > 3 && !word.isNumber && isJoined(text, passage, i) &&
                    !isAbbreviation(text, word) &&
                    !(word.isCapital && (isNeighbourCapital(i - 1) || isNeighbourCapital(i + 1))))
                    visit(ref, word);
            }
        }
    }
}

/// A rare word with a capital in one telling and without in another.
void findCases(const DivergenceContext &context, std::vector<Divergence> &found)
{
    struct Written {
        bool capital = false;
        bool small = false;
    };
    QHash<QString, Written> seen;
    forRareWords(context, [&](PassageRef, const Word &word) {
        Written &written = seen[word.folded];
        (word.isCapital ? written.capital : written.small) = true;
    });
    std::map<QString, std::vector<Form>> words;
    forRareWords(context, [&](PassageRef ref, const Word &word) {
        const Written &written = *seen.constFind(word.folded);
        if (written.capital && written.small)
            words[word.folded].push_back(
                {ref, word.span, word.isCapital ? word.folded.left(1).toUpper() + word.folded.mid(1) : word.folded});
    });
    for (const auto &[folded, forms] : words)
        addEntity(context, forms, Aspect::Spelling, folded, CaseWeight, found);
}

} // namespace

std::vector<Divergence> findNameDivergences(const DivergenceContext &context)
{
    std::vector<Divergence> found = findPlaceDivergences(context);
    std::ranges::move(findAliasDivergences(context), std::back_inserter(found));
    const std::vector<Named> names = namesOf(context);
    findSpellings(context, names, found);
    addJoints(context, found);
    findDesignations(context, names, found);
    findTitles(context, names, found);
    findFirstNames(context, names, found);
    std::ranges::move(findPersonNameDivergences(context), std::back_inserter(found));
    std::ranges::move(findFullerNames(context), std::back_inserter(found));
    findAcronyms(context, names, found);
    findCases(context, found);
    return found;
}

} // namespace parallax
