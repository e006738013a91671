// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Two paragraphs that give a person's age need not tell the same: one is on the verdict, the other on the plea. So
//! these are compared over the whole story, one reading an article: the age as it is first given, the name as it is
//! given in full. A surname alone is no other name, newspapers leave first names out from the second mention on.
//! Tested by tst_divergence_names.cpp.
#include "divergence/persondivergences.h"

#include "divergence/grouping.h"
#include "divergence/nameforms.h"
#include "divergence/persons.h"

#include <algorithm>
#include <map>
#include <set>

namespace parallax {

namespace {

constexpr double AgeWeight = 0.6;
constexpr double NameWeight = 0.14;
constexpr double RankWeight = 0.1; ///< a middle name or "KC" more

/// The age right behind a name: "Anna Berg, 44," and "Anna Berg (44)".
const Figure *ageOf(const DivergenceContext &context, const PersonMention &mention)
{
    constexpr int farthest = 2; // a comma and a space
    const int end = mention.name->core.end();
    for (const Figure &figure : context.languageOf(mention.passage).figures) {
        if (figure.value.unit == u"year old" && figure.span.start > end && figure.span.start <= end + farthest)
            return &figure;
    }
    return nullptr;
}

} // namespace

std::vector<Divergence> findAgeDivergences(const DivergenceContext &context)
{
    std::vector<Divergence> found;
    for (const Person &person : personsOf(context)) {
        std::vector<Reading> readings;
        std::set<int> articles;
        std::map<double, int> groups;
        for (const PersonMention &mention : person.mentions) {
            const Figure *age = ageOf(context, mention);
            if (!age || !articles.insert(mention.passage.article).second)
                continue;
            const int group = groups.try_emplace(age->value.number, static_cast<int>(groups.size())).first->second;
            readings.push_back({mention.passage, age->span, group, age->value});
        }
        if (groups.size() < 2)
            continue;
        if (auto divergence = makeDivergence(context, DivergenceKind::Figure, Aspect::Age,
                                             nameOf(context, person.mentions.front()), AgeWeight, readings))
            found.push_back(std::move(*divergence));
    }
    return found;
}

std::vector<Divergence> findPersonNameDivergences(const DivergenceContext &context)
{
    std::vector<Divergence> found;
    for (const Person &person : personsOf(context)) {
        std::map<int, const PersonMention *> fullest; // of each article
        for (const PersonMention &mention : person.mentions) {
            const PersonMention *&best = fullest[mention.passage.article];
            if (!mention.given.isEmpty() && (!best || mention.words.count > best->words.count))
                best = &mention;
        }
        std::vector<Form> forms; // of each article those as full as its fullest
        std::set<QString> givenNames;
        for (const PersonMention &mention : person.mentions) {
            const PersonMention *best = fullest[mention.passage.article];
            if (!best || mention.given.isEmpty() || mention.words.count < best->words.count)
                continue;
            forms.push_back(
                {mention.passage, mention.name->core, mention.given + u' ' + mention.middle + u'|' + mention.rank});
            givenNames.insert(mention.given);
        }
        if (forms.size() > 1)
            addEntity(context, forms, Aspect::Naming, nameOf(context, person.mentions.front()),
                      givenNames.size() > 1 ? NameWeight : RankWeight, found, Reach::Story);
    }
    return found;
}

} // namespace parallax
