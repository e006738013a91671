// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A name is a variable of the story, not of one event: each entity gives one divergence at most, with a reading where
//! linked passages write it differently. What makes two forms one entity:
//!  - they are words of one WordNet synset of places or groups ("Britain", "United Kingdom", "UK"); a capital stands
//!    for its country unless a preposition of place makes it the city;
//!  - the same letters with other joints ("airbase", "air base"), or one name spelt with a letter or two changed
//!    ("Ludmila" / "Lyudmila Petrova"), where no article uses both (then they are two bearers);
//!  - one bearer with and without an office or courtesy title; one designation with and without its suffix;
//!  - a rare common word written with a capital here and small there.
//! Wrong alternative: edit distance alone. It makes one of Iran and Iraq, of Austria and Australia.
//! Tested by tst_divergence.cpp.
#include "divergence/namedivergences.h"

#include "divergence/grouping.h"
#include "divergence/phrases.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int LocationCategory = 15;
constexpr int GroupCategory = 14;
constexpr size_t MostSenses = 4;      ///< senses of a place name that are looked at
constexpr int LongestPlaceName = 5;   ///< words
constexpr int FewestJointLetters = 7; ///< letters of a compound whose joints are compared
constexpr int LongSpelling = 7;       ///< letters from which two edits are one spelling
constexpr int CommonRank = 10000;     ///< words more frequent than this have a small form of their own
constexpr double PlaceWeight = 0.14;
constexpr double SpellingWeight = 0.18;
constexpr double JointWeight = 0.08;
constexpr double TitleWeight = 0.1;
constexpr double CaseWeight = 0.05;
constexpr double DesignationWeight = 0.2;

/// One mention of an entity.
struct Form {
    PassageRef passage;
    TextSpan span;
    QString form; ///< mentions with equal forms agree
};

/// A form with its passage if another form stands in a linked one.
bool isContested(const DivergenceContext &context, const std::vector<Form> &forms, const Form &form)
{
    return std::ranges::any_of(forms, [&](const Form &other) {
        return other.form != form.form && context.linked(other.passage, form.passage);
    });
}

enum class Reach {
    Linked, ///< only where linked passages differ: a name with several bearers
    Story,  ///< wherever it stands: a name so rare that it has one bearer in the whole story
};

/// The divergence of one entity. Over the whole story each article shows a form once, where a linked passage has
/// another one if there is such a place.
void addEntity(const DivergenceContext &context, const std::vector<Form> &forms, Aspect aspect, const QString &subject,
               double weight, std::vector<Divergence> &found, Reach reach = Reach::Linked)
{
    std::vector<const Form *> shown;
    std::set<std::pair<PassageRef, QString>> seen;
    std::set<std::pair<int, QString>> articles;
    for (const Form &form : forms) {
        if (isContested(context, forms, form) && seen.insert({form.passage, form.form}).second) {
            shown.push_back(&form);
            articles.emplace(form.passage.article, form.form);
        }
    }
    for (const Form &form : forms) {
        if (reach == Reach::Story && articles.emplace(form.passage.article, form.form).second)
            shown.push_back(&form);
    }
    std::vector<Reading> readings;
    std::vector<QString> keys;
    for (const Form *form : shown) {
        readings.push_back({form->passage, form->span, 0, form->form});
        keys.push_back(form->form);
    }
    const std::vector<int> groups = groupsOfKeys(keys);
    for (size_t i = 0; i < readings.size(); ++i)
        readings[i].group = groups[i];
    // A rare name that one article writes both ways is spelt two ways too.
    if (auto divergence =
            makeDivergence(context, DivergenceKind::Name, aspect, subject, weight, readings, reach == Reach::Story))
        found.push_back(std::move(*divergence));
}

QString withoutDots(const QString &text)
{
    QString plain = text;
    return plain.remove(u'.');
}

/// Letters and digits alone, folded: what remains of a name when its joints are dropped.
QString lettersOf(QStringView text)
{
    QString letters;
    for (const QChar c : text.toString().toCaseFolded()) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

int editDistance(QStringView a, QStringView b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0]++;
        for (size_t j = 1; j < row.size(); ++j) {
            const int substituted = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

// Places and bodies -------------------------------------------------------------------------------------------------

struct Place {
    std::vector<Concept> concepts;
    bool isCapitalCity = false;
};

bool isNationalCapital(Concept synset)
{
    const Lexicon &lexicon = Lexicon::english();
    return std::ranges::any_of(lexicon.hypernyms(synset), [&](Concept above) {
        const std::vector<QString> members = lexicon.members(above);
        return std::ranges::find(members, u"national capital"_s) != members.end();
    });
}

/// The synsets a capitalised phrase names; nullopt where the dictionary knows no place or body of that name.
std::optional<Place> placeNamed(const QString &phrase)
{
    static thread_local QHash<QString, std::optional<Place>> known;
    if (const auto it = known.constFind(phrase); it != known.constEnd())
        return *it;
    const Lexicon &lexicon = Lexicon::english();
    Place place;
    const std::vector<Concept> senses = lexicon.senses(phrase, WordClass::Noun);
    for (size_t i = 0; i < std::min(senses.size(), MostSenses); ++i) {
        const int category = lexicon.category(senses[i]);
        if (category != LocationCategory && category != GroupCategory)
            continue;
        const std::vector<QString> members = lexicon.members(senses[i]);
        const bool isWrittenSo = std::ranges::any_of(members, [&](const QString &member) {
            return member[0].isUpper() && withoutDots(member).toCaseFolded() == phrase;
        });
        if (!isWrittenSo)
            continue;
        place.concepts.push_back(senses[i]);
        if (place.concepts.size() == 1 && isNationalCapital(senses[i])) {
            place.isCapitalCity = true;
            for (const Concept region : lexicon.holonyms(senses[i])) {
                place.concepts.push_back(region);
                for (const Concept wider : lexicon.holonyms(region))
                    place.concepts.push_back(wider);
            }
            break;
        }
    }
    const std::optional<Place> answer = place.concepts.empty() ? std::nullopt : std::optional(place);
    known.insert(phrase, answer);
    return answer;
}

/// "in Paris", "at the United Nations": where something is, not who acts.
bool isWhere(const PassageLanguage &passage, int first)
{
    static constexpr std::array<QStringView, 9> places = {u"in",     u"at",     u"from",    u"near", u"outside",
                                                          u"around", u"across", u"through", u"to"};
    return first > 0 &&
           std::ranges::find(places, QStringView(passage.words[static_cast<size_t>(first - 1)].folded)) != places.end();
}

struct PlaceMention {
    Form form;
    QString phrase;
    std::vector<Concept> concepts;
};

/// Places and bodies named in a passage, the longest names first at each word.
void collectPlaces(const DivergenceContext &context, PassageRef ref, std::vector<PlaceMention> &mentions)
{
    const QString &text = context.textOf(ref);
    const PassageLanguage &passage = context.languageOf(ref);
    const int size = static_cast<int>(passage.words.size());
    for (int i = 0; i < size;) {
        int taken = 0;
        const Word &first = passage.words[static_cast<size_t>(i)];
        if (first.isCapital && isContent(text, first)) {
            for (int n = std::min(LongestPlaceName, size - i); n >= 1 && taken == 0; --n) {
                const WordRange range{i, n};
                const Word &last = passage.words[static_cast<size_t>(range.end() - 1)];
                bool isName = last.isCapital;
                QStringList parts;
                for (int k = i; k < range.end(); ++k) {
                    isName = isName && (k == i || isJoined(text, passage, k));
                    parts << withoutDots(passage.words[static_cast<size_t>(k)].folded);
                }
                const std::optional<Place> place = isName ? placeNamed(parts.join(u' ')) : std::nullopt;
                if (!place)
                    continue;
                taken = n;
                if (place->isCapitalCity && isWhere(passage, i))
                    continue;
                TextSpan span = spanOf(passage, range);
                QString written = span.of(text).toString();
                if (written.endsWith(u"'s") || written.endsWith(u"\u2019s")) {
                    span.length -= 2;
                    written.chop(2);
                }
                if (written.contains(u'.') && span.end() < text.size() && text[span.end()] == u'.') {
                    ++span.length;
                    written += u'.';
                }
                mentions.push_back({{ref, span, written}, parts.join(u' '), place->concepts});
            }
        }
        i += std::max(1, taken);
    }
}

/// Places and bodies are named in every other passage: one divergence a cluster of linked passages.
void addClusters(const DivergenceContext &context, const std::vector<Form> &forms, const QString &subject,
                 std::vector<Divergence> &found)
{
    std::vector<PassageRef> passages;
    std::vector<MentionEdge> edges;
    for (const Form &form : forms)
        passages.push_back(form.passage);
    for (size_t i = 0; i < forms.size(); ++i) {
        for (size_t k = i + 1; k < forms.size(); ++k) {
            if (context.linked(passages[i], passages[k]))
                edges.push_back({static_cast<int>(i), static_cast<int>(k), forms[i].form == forms[k].form ? 1.0 : 2.0});
        }
    }
    for (const std::vector<int> &group : groupMentions(context, passages, edges)) {
        std::vector<Form> members;
        for (const int i : group)
            members.push_back(forms[static_cast<size_t>(i)]);
        addEntity(context, members, Aspect::Naming, subject, PlaceWeight, found);
    }
}

void findPlaces(const DivergenceContext &context, std::vector<Divergence> &found)
{
    std::vector<PlaceMention> mentions;
    for (const PassageRef &passage : context.passages())
        collectPlaces(context, passage, mentions);

    // Phrases that share a synset are one entity.
    std::map<QString, int> entityOf;
    std::map<Concept, int> entityOfConcept;
    std::vector<int> parent;
    const auto root = [&](int e) {
        while (parent[static_cast<size_t>(e)] != e)
            e = parent[static_cast<size_t>(e)];
        return e;
    };
    for (const PlaceMention &mention : mentions) {
        const auto [it, isNew] = entityOf.try_emplace(mention.phrase, static_cast<int>(parent.size()));
        if (isNew)
            parent.push_back(it->second);
        for (const Concept synset : mention.concepts) {
            const auto [other, isFirst] = entityOfConcept.try_emplace(synset, it->second);
            parent[static_cast<size_t>(std::max(root(it->second), root(other->second)))] =
                std::min(root(it->second), root(other->second));
        }
    }
    std::map<int, std::vector<Form>> entities;
    for (const PlaceMention &mention : mentions)
        entities[root(entityOf[mention.phrase])].push_back(mention.form);
    for (const auto &[entity, forms] : entities) {
        std::map<QString, int> counts;
        for (const Form &form : forms)
            ++counts[form.form];
        if (counts.size() < 2)
            continue;
        const auto usual = std::ranges::max_element(counts, [](const auto &x, const auto &y) {
            return std::pair(x.second, x.first.size()) < std::pair(y.second, y.first.size());
        });
        addClusters(context, forms, usual->first, found);
    }
}

// Joints ------------------------------------------------------------------------------------------------------------

/// Words and pairs of words by their letters: "air base" and "airbase" meet.
void findJoints(const DivergenceContext &context, std::vector<Divergence> &found)
{
    std::map<QString, std::vector<Form>> compounds;
    for (const PassageRef &ref : context.passages()) {
        const QString &text = context.textOf(ref);
        const PassageLanguage &passage = context.languageOf(ref);
        for (int i = 0; i < static_cast<int>(passage.words.size()); ++i) {
            for (int n = 1; n <= 3 && i + n <= static_cast<int>(passage.words.size()); ++n) {
                if (n > 1 && !isJoined(text, passage, i + n - 1))
                    break;
                const Word &last = passage.words[static_cast<size_t>(i + n - 1)];
                if (passage.words[static_cast<size_t>(i)].isStop || last.isStop ||
                    passage.words[static_cast<size_t>(i)].isNumber || last.isNumber)
                    continue;
                TextSpan span = spanOf(passage, {i, n});
                if (span.of(text).endsWith(u"'s") || span.of(text).endsWith(u"\u2019s"))
                    span.length -= 2;
                const QString letters = lettersOf(span.of(text));
                if (letters.size() < FewestJointLetters)
                    continue;
                QString form = span.of(text).toString().toCaseFolded();
                form.replace(u'\u2019', u'\'').replace(u'\u2011', u'-').replace(u'\u00A0', u' ');
                compounds[letters].push_back({ref, span, form});
            }
        }
    }
    std::vector<Divergence> joints;
    for (const auto &[letters, forms] : compounds) {
        const bool isOneForm =
            std::ranges::all_of(forms, [&](const Form &form) { return form.form == forms.front().form; });
        if (!isOneForm)
            addEntity(context, forms, Aspect::Spelling,
                      forms.front().span.of(context.textOf(forms.front().passage)).toString(), JointWeight, joints,
                      Reach::Story);
    }
    // "Omar al Hadi" and "al Hadi" are one finding: the shorter lies inside the longer's readings.
    std::ranges::stable_sort(
        joints, [](const Divergence &x, const Divergence &y) { return x.readings.size() > y.readings.size(); });
    for (Divergence &joint : joints) {
        const bool isKnown = std::ranges::any_of(found, [&](const Divergence &other) {
            return other.aspect == Aspect::Spelling && std::ranges::any_of(other.readings, [&](const Reading &x) {
                       return std::ranges::any_of(joint.readings, [&](const Reading &y) {
                           return x.passage == y.passage && x.span.overlaps(y.span);
                       });
                   });
        });
        if (!isKnown)
            found.push_back(std::move(joint));
    }
}

// Persons and things ------------------------------------------------------------------------------------------------

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

/// What is left of a name when the ways to write foreign sounds in Latin letters are made one: "Aleksei", "Alexey".
QString romanised(QString name)
{
    static const std::array<std::pair<QString, QString>, 9> ways = {{{u"ks"_s, u"x"_s},
                                                                     {u"kh"_s, u"h"_s},
                                                                     {u"tsch"_s, u"ch"_s},
                                                                     {u"sch"_s, u"sh"_s},
                                                                     {u"ph"_s, u"f"_s},
                                                                     {u"ou"_s, u"u"_s},
                                                                     {u"y"_s, u"i"_s},
                                                                     {u"w"_s, u"v"_s},
                                                                     {u"c"_s, u"k"_s}}};
    for (const auto &[from, to] : ways)
        name.replace(from, to);
    QString plain;
    for (const QChar c : name) {
        if (plain.isEmpty() || plain.back() != c)
            plain += c;
    }
    return plain;
}

/// Whether two words can be one name in two spellings.
bool isRespelt(const QString &a, const QString &b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    if (a == b || shorter < 4 || a[0] != b[0] || a.startsWith(b) || b.startsWith(a))
        return false;
    const Lexicon &lexicon = Lexicon::english();
    if (!lexicon.lemmas(a).empty() && !lexicon.lemmas(b).empty())
        return false;
    const int most = shorter >= LongSpelling ? 2 : 1;
    return editDistance(a, b) <= most || romanised(a) == romanised(b);
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
        if (!isRespelt(x, y))
            return false;
        isRespeltOnce = true;
    }
    return isRespeltOnce && (a.size() == b.size() || shared > 1 || a.last() != b.last());
}

void findSpellings(const DivergenceContext &context, const std::vector<Named> &names, std::vector<Divergence> &found)
{
    std::map<QString, std::set<int>> articles; // of a core
    std::map<QString, QStringList> cores;
    for (const Named &named : names) {
        articles[named.core.join(u' ')].insert(named.passage.article);
        cores.emplace(named.core.join(u' '), named.core);
    }
    std::map<QString, QString> entityOf;
    for (auto a = cores.begin(); a != cores.end(); ++a) {
        for (auto b = std::next(a); b != cores.end(); ++b) {
            if (!areSpellings(a->second, b->second))
                continue;
            const bool isBothInOne = std::ranges::any_of(
                articles[a->first], [&](int article) { return articles[b->first].contains(article); });
            if (isBothInOne)
                continue;
            const QString entity = entityOf.contains(a->first) ? entityOf[a->first] : a->first;
            entityOf[a->first] = entity;
            entityOf[b->first] = entity;
        }
    }
    std::map<QString, std::vector<Form>> entities;
    for (const Named &named : names) {
        const QString core = named.core.join(u' ');
        if (entityOf.contains(core))
            entities[entityOf[core]].push_back({named.passage, named.mention.core, core});
    }
    for (const auto &[entity, forms] : entities) {
        const Form &first = forms.front();
        addEntity(context, forms, Aspect::Spelling, first.span.of(context.textOf(first.passage)).toString(),
                  SpellingWeight, found, Reach::Story);
    }
}

/// What a title says of its bearer, folded: no courtesy ("Mr"), no dots.
QString officeOf(const DivergenceContext &context, const Named &named)
{
    const int length = named.mention.core.start - named.mention.span.start;
    QStringList words;
    for (const QString &word :
         withoutDots(context.textOf(named.passage).mid(named.mention.span.start, length)).toCaseFolded().split(u' ')) {
        if (!word.isEmpty() && !english::isCourtesy(word))
            words << word;
    }
    return words.join(u' ');
}

/// One bearer with other titles: each article's fullest form. That one article has a title and another has none, or
/// only a courtesy, is style.
void findTitles(const DivergenceContext &context, const std::vector<Named> &names, std::vector<Divergence> &found)
{
    std::map<QString, std::map<int, const Named *>> bearers; // a bearer's fullest form in each article
    for (const Named &named : names) {
        const Named *&best = bearers[named.core.last()][named.passage.article];
        if (!best || named.mention.span.length > best->mention.span.length)
            best = &named;
    }
    for (const auto &[bearer, fullest] : bearers) {
        std::vector<Form> forms;
        for (const auto &[article, named] : fullest) {
            const QString office = officeOf(context, *named);
            if (!office.isEmpty())
                forms.push_back({named->passage, named->mention.span, office});
        }
        if (forms.size() > 1)
            addEntity(context, forms, Aspect::Naming, fullest.begin()->second->written, TitleWeight, found);
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
        addEntity(context, all, Aspect::Naming, forms.front().form, PlaceWeight, found);
    }
}

/// A rare word with a capital in one telling and without in another.
void findCases(const DivergenceContext &context, std::vector<Divergence> &found)
{
    std::map<QString, std::vector<Form>> words;
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
                const int rank = Lexicon::english().rank(word.folded);
                const bool isRare = (rank < 0 || rank >= CommonRank) && !Lexicon::english().lemmas(word.folded).empty();
                const bool opens = !isJoined(text, passage, i);
                if (isRare && word.span.length > 3 && !opens && !word.isNumber && !isAbbreviation(text, word) &&
                    !(word.isCapital && (isNeighbourCapital(i - 1) || isNeighbourCapital(i + 1))))
                    words[word.folded].push_back({ref, word.span, word.isCapital ? u"A"_s + word.folded : word.folded});
            }
        }
    }
    for (auto &[folded, forms] : words) {
        std::vector<Form> written = forms;
        for (Form &form : written)
            form.form = form.form.startsWith(u'A') ? form.form.mid(1, 1).toUpper() + form.form.mid(2) : form.form;
        addEntity(context, written, Aspect::Spelling, folded, CaseWeight, found);
    }
}

} // namespace

std::vector<Divergence> findNameDivergences(const DivergenceContext &context)
{
    std::vector<Divergence> found;
    findPlaces(context, found);
    const std::vector<Named> names = namesOf(context);
    findSpellings(context, names, found);
    findJoints(context, found);
    findDesignations(context, names, found);
    findTitles(context, names, found);
    findAcronyms(context, names, found);
    findCases(context, found);
    return found;
}

} // namespace parallax
