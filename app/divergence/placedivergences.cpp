// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! WordNet knows the names of countries and of great bodies: forms of one synset are one entity ("Britain", "United
//! Kingdom", "UK"). A capital stands for its country unless a preposition of place makes it the city. Such names stand
//! in every other passage; one divergence is listed an event, with what its own passages write. Wrong alternative: one
//! for every cluster of linked passages, which takes in passages of four events and belongs to none.
//! Tested by tst_divergence.cpp.
#include "divergence/placedivergences.h"

#include "divergence/nameforms.h"
#include "divergence/phrases.h"
#include "language/dateline.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int LocationCategory = 15;
constexpr int GroupCategory = 14;
constexpr size_t MostSenses = 4;    ///< senses of a place name that are looked at
constexpr int LongestPlaceName = 5; ///< words
constexpr double PlaceWeight = 0.14;

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

/// A country, and no continent or ocean, which would make one of Iceland and the United Kingdom.
bool isCountry(Concept synset, int depth = 3)
{
    const Lexicon &lexicon = Lexicon::english();
    return std::ranges::any_of(lexicon.hypernyms(synset), [&](Concept above) {
        return std::ranges::contains(lexicon.members(above), u"country"_s) ||
               (depth > 0 && isCountry(above, depth - 1));
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
                if (isCountry(region))
                    place.concepts.push_back(region);
                std::ranges::copy_if(lexicon.holonyms(region), std::back_inserter(place.concepts),
                                     [](Concept wider) { return isCountry(wider); });
            }
            break;
        }
    }
    std::optional<Place> answer;
    if (!place.concepts.empty())
        answer = std::move(place);
    known.insert(phrase, answer);
    return answer;
}

/// "in Paris", "at the United Nations", "north of Paris", "its Paris office": where something is, not who acts.
bool isWhere(const PassageLanguage &passage, WordRange range)
{
    static constexpr std::array<QStringView, 12> directions = {u"north",     u"south",   u"east",   u"west",
                                                               u"outskirts", u"streets", u"centre", u"center",
                                                               u"city",      u"miles",   u"km",     u"suburb"};
    static constexpr std::array<QStringView, 9> places = {u"in",     u"at",     u"from",    u"near", u"outside",
                                                          u"around", u"across", u"through", u"to"};
    const auto folded = [&](int i) {
        const bool isThere = i >= 0 && i < static_cast<int>(passage.words.size());
        return isThere ? QStringView(passage.words[static_cast<size_t>(i)].folded) : QStringView();
    };
    const int before = range.first - 1;
    if (std::ranges::contains(places, folded(before)) ||
        (folded(before) == u"of" && std::ranges::contains(directions, folded(before - 1))))
        return true;
    // "the Paris talks", but not "talks with Paris collapsed"
    const Word &last = passage.words[static_cast<size_t>(range.end() - 1)];
    const bool isPossessive = last.span.length == last.folded.size() + 2;
    const Lexicon &lexicon = Lexicon::english();
    return !isPossessive && english::isDeterminer(folded(before)) &&
           lexicon.hasClass(folded(range.end()).toString(), WordClass::Noun);
}

/// "Kent" in "the Kent Herald", "New Kent Airways" and "the Bank of Kent" is no place. What has letters alone ("UN
/// Council", "US Navy") stands for itself, and an office is held for the place ("Kent Mayor").
bool isPartOfName(const QString &text, const PassageLanguage &passage, WordRange range)
{
    const auto word = [&](int i) -> const Word & { return passage.words[static_cast<size_t>(i)]; };
    if (range.count == 1 && isAbbreviation(text, word(range.first)))
        return false;
    const auto isName = [&](int i) {
        const Word &one = word(i);
        return one.isCapital && !one.isStop && !one.isNumber && !english::isWeekday(one.folded) &&
               !english::isMonth(one.folded) && !isAbbreviation(text, one);
    };
    const auto opens = [&](int i) {
        return std::ranges::any_of(passage.sentences, [&](const Sentence &s) { return s.firstWord == i; });
    };
    const int size = static_cast<int>(passage.words.size());
    const auto isPossessive = [&](int i) { return word(i).span.length == word(i).folded.size() + 2; };
    const auto isApart = [&](int i) {
        const TextSpan gap = TextSpan::between(word(i - 1).span.end(), word(i).span.start);
        return gap.of(text) != u" " && gap.of(text) != u"-";
    };
    const int next = range.end();
    const bool isBefore = next < size && !isApart(next) && isName(next) && !isPossessive(next - 1) &&
                          !english::isTitle(word(next).folded) && !Lexicon::english().isPerson(word(next).folded);
    const int previous = range.first - 1;
    const bool isBehind = previous >= 0 && !isApart(range.first) && !opens(previous) && !opens(range.first) &&
                          isName(previous) && !isPossessive(previous);
    const bool isOf = previous > 0 && word(previous).folded == u"of" && isName(previous - 1) && !opens(previous - 1) &&
                      !english::isTitle(word(previous - 1).folded);
    return isBefore || isBehind || isOf;
}

struct PlaceMention {
    Form form; ///< folded: that a dateline shouts is no other name
    QString written;
    QString phrase;
    std::vector<Concept> concepts;
};

/// Places and bodies named in a passage, the longest names first at each word.
void collectPlaces(const DivergenceContext &context, PassageRef ref, std::vector<PlaceMention> &mentions)
{
    const QString &text = context.textOf(ref);
    const PassageLanguage &passage = context.languageOf(ref);
    const int size = static_cast<int>(passage.words.size());
    const int start = tellingStart(text); // a dateline says where the reporter is
    for (int i = wordsOf(passage, TextSpan::between(0, start)).end(); i < size;) {
        int taken = 0;
        const Word &first = passage.words[static_cast<size_t>(i)];
        if (first.isCapital && isContent(text, first)) {
            int longest = 1;
            while (longest < std::min(LongestPlaceName, size - i) && isJoined(text, passage, i + longest))
                ++longest;
            for (int n = longest; n >= 1 && taken == 0; --n) {
                const WordRange range{i, n};
                if (!passage.words[static_cast<size_t>(range.end() - 1)].isCapital)
                    continue;
                QStringList parts;
                for (int k = i; k < range.end(); ++k)
                    parts << withoutDots(passage.words[static_cast<size_t>(k)].folded);
                const QString phrase = parts.join(u' ');
                const std::optional<Place> place = placeNamed(phrase);
                if (!place)
                    continue;
                taken = n;
                if ((place->isCapitalCity && isWhere(passage, range)) || isPartOfName(text, passage, range))
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
                mentions.push_back({{ref, span, written.toCaseFolded()}, written, phrase, place->concepts});
            }
        }
        i += std::max(1, taken);
    }
}

/// One divergence an event, those with most mentions first; most of an event's mentions must not be listed yet.
void addEvents(const DivergenceContext &context, const std::vector<Form> &forms, const QString &subject,
               std::vector<Divergence> &found)
{
    std::map<int, std::vector<size_t>> events;
    for (size_t i = 0; i < forms.size(); ++i) {
        for (const int event : context.eventsOf(forms[i].passage))
            events[event].push_back(i);
    }
    std::vector<const std::vector<size_t> *> order;
    for (const auto &[event, mentions] : events)
        order.push_back(&mentions);
    std::ranges::stable_sort(order, [](const auto *x, const auto *y) { return x->size() > y->size(); });
    std::vector<bool> isListed(forms.size());
    for (const std::vector<size_t> *mentions : order) {
        const auto listed = std::ranges::count_if(*mentions, [&](size_t i) { return isListed[i]; });
        if (2 * listed > std::ssize(*mentions))
            continue;
        std::vector<Form> members;
        for (const size_t i : *mentions)
            members.push_back(forms[i]);
        const size_t before = found.size();
        addEntity(context, members, Aspect::Naming, subject, PlaceWeight, found);
        for (const size_t i : *mentions)
            isListed[i] = isListed[i] || found.size() > before;
    }
}

} // namespace

std::vector<Divergence> findPlaceDivergences(const DivergenceContext &context)
{
    std::vector<Divergence> found;
    std::vector<PlaceMention> mentions;
    for (const PassageRef &passage : context.passages()) {
        if (!context.isStopped())
            collectPlaces(context, passage, mentions);
    }

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
    struct Entity {
        std::vector<Form> forms;
        std::map<QString, int> counts; ///< how often each is written
    };
    std::map<int, Entity> entities;
    for (const PlaceMention &mention : mentions) {
        Entity &entity = entities[root(entityOf[mention.phrase])];
        entity.forms.push_back(mention.form);
        ++entity.counts[mention.written];
    }
    for (const auto &[number, entity] : entities) {
        const std::map<QString, int> &counts = entity.counts;
        if (counts.size() < 2)
            continue;
        const auto usual = std::ranges::max_element(counts, [](const auto &x, const auto &y) {
            return std::pair(x.second, x.first.size()) < std::pair(y.second, y.first.size());
        });
        addEvents(context, entity.forms, usual->first, found);
    }
    return found;
}

} // namespace parallax
