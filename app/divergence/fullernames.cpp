// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A thing's name is a proper word with common ones: what it is ("Storm", "airport", "Ltd") and qualities ("Severe",
//! "International"). Two names are of one thing when their proper words and the noun for what it is are the same and
//! one has all the words of the other: "Lund airport" / "Lund International Airport". The proper word alone is the
//! thing where nothing in the story shows it to be a place or a person: "Petra" / "Storm Petra".
//!
//! Every article shortens a name from its second mention on, so the fullest name of each is compared, not any two.
//! Wrong alternative: names that share a word; "Lund University" and "Lund airport" do.
//! Tested by tst_divergence_names.cpp.
#include "divergence/fullernames.h"

#include "divergence/nameforms.h"
#include "divergence/persons.h"
#include "divergence/phrases.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <set>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double FullerNameWeight = 0.1;
constexpr int MostCommonNouns = 2; ///< small words behind the capitals: "international airport"

/// A name with the words that count.
struct Phrase {
    PassageRef passage;
    TextSpan span;
    std::set<QString> words;  ///< folded, abbreviations written out
    std::set<QString> proper; ///< those no dictionary has
    QString kind;             ///< the last common noun; empty where there is none
};

QString writtenOut(const QString &folded)
{
    static const QHash<QString, QString> full = {{u"ltd"_s, u"limited"_s},      {u"inc"_s, u"incorporated"_s},
                                                 {u"corp"_s, u"corporation"_s}, {u"co"_s, u"company"_s},
                                                 {u"dept"_s, u"department"_s},  {u"intl"_s, u"international"_s},
                                                 {u"univ"_s, u"university"_s},  {u"mt"_s, u"mount"_s}};
    return full.value(folded, folded);
}

/// A proper noun of the dictionary: "Norway".
bool isKnownName(const QString &folded)
{
    const Lexicon &lexicon = Lexicon::english();
    const std::vector<Concept> senses = lexicon.senses(folded, WordClass::Noun);
    if (senses.empty())
        return false;
    const std::vector<QString> members = lexicon.members(senses.front());
    return std::ranges::any_of(
        members, [&](const QString &member) { return member[0].isUpper() && member.toCaseFolded() == folded; });
}

/// No word of the dictionary in small letters: "Petra", "Norway".
bool isProperWord(const QString &folded)
{
    const Lexicon &lexicon = Lexicon::english();
    return lexicon.lemmas(folded).empty() || (isKnownName(folded) && !lexicon.hasClass(folded, WordClass::Adjective));
}

/// A name with the small nouns behind it: "Lund airport", "the Norvik air force".
Phrase phraseAt(const DivergenceContext &context, PassageRef ref, const NameMention &name)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const QString &text = context.textOf(ref);
    const Lexicon &lexicon = Lexicon::english();
    WordRange words = wordsOf(passage, name.core);
    const bool isPossessive =
        words.count > 0 && passage.words[static_cast<size_t>(words.end() - 1)].span.end() > name.core.end();
    int end = words.end();
    for (int i = words.end(); !isPossessive && i < words.end() + MostCommonNouns && isJoined(text, passage, i); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        const bool isNoun = lexicon.hasClass(word.folded, WordClass::Noun);
        if (word.isStop || word.isNumber || lexicon.isPerson(word.folded) ||
            lexicon.hasClass(word.folded, WordClass::Adverb) ||
            (!isNoun && !lexicon.hasClass(word.folded, WordClass::Adjective)))
            break;
        const std::vector<Lemma> lemmas = lexicon.lemmas(word.folded);
        const bool isVerbForm = std::ranges::any_of(lemmas, [&](const Lemma &lemma) {
            return lemma.wordClass == WordClass::Verb && lemma.text != word.folded;
        });
        if (isVerbForm) // "Storm Petra left"
            break;
        if (isNoun)
            end = i + 1;
    }
    Phrase phrase{ref, {}, {}, {}, {}};
    words.count = end - words.first;
    phrase.span = end > wordsOf(passage, name.core).end() ? spanOf(passage, words) : name.core;
    for (int i = words.first; i < words.end(); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        if (word.isStop && !isAbbreviation(text, word))
            continue;
        const QString folded = writtenOut(withoutDots(word.folded));
        phrase.words.insert(folded);
        if (isProperWord(folded))
            phrase.proper.insert(folded);
        else if (lexicon.hasClass(folded, WordClass::Noun))
            phrase.kind = folded;
    }
    return phrase;
}

bool areNested(const std::set<QString> &a, const std::set<QString> &b)
{
    const auto holds = [](const std::set<QString> &x, const std::set<QString> &y) {
        return std::ranges::all_of(y, [&](const QString &word) { return x.contains(word); });
    };
    return holds(a, b) || holds(b, a);
}

/// Whether two names can be of one thing.
bool mayBeOneThing(const Phrase &a, const Phrase &b)
{
    const bool isBare = a.words.size() == 1 || b.words.size() == 1;
    const bool isOfOneKind = a.kind == b.kind || a.words.contains(b.kind) || b.words.contains(a.kind);
    return a.proper == b.proper && areNested(a.words, b.words) && (isBare || isOfOneKind);
}

/// Words behind which a place stands.
bool isBeforePlace(const QString &folded)
{
    return folded == u"in" || folded == u"at" || folded == u"near" || folded == u"from" || folded == u"to" ||
           folded == u"outside" || folded == u"across" || folded == u"around";
}

/// The names of the story that can be a thing's, by their first proper word.
std::map<QString, std::vector<Phrase>> thingsOf(const DivergenceContext &context)
{
    std::set<const NameMention *> persons;
    std::set<QString> names; // words of persons' names
    for (const Person &person : personsOf(context)) {
        for (const PersonMention &mention : person.mentions) {
            persons.insert(mention.name);
            names.insert(mention.surname);
            names.insert(mention.given);
        }
    }
    std::map<QString, std::vector<Phrase>> things;
    std::set<QString> places;
    for (int a = 0; a < static_cast<int>(context.language.size()); ++a) {
        const ArticleLanguage &article = context.language[static_cast<size_t>(a)];
        if (!english::isEnglish(context.story.articles[static_cast<size_t>(a)].language))
            continue;
        for (int p = 0; p < static_cast<int>(article.passages.size()); ++p) {
            const PassageLanguage &passage = article.passages[static_cast<size_t>(p)];
            for (const NameMention &name : passage.names) {
                if (persons.contains(&name))
                    continue;
                Phrase phrase = phraseAt(context, {a, p}, name);
                if (phrase.proper.empty() ||
                    std::ranges::any_of(phrase.proper, [&](const QString &word) { return names.contains(word); }))
                    continue;
                const bool isBare = phrase.words.size() == 1;
                const int before = name.firstWord - 1;
                if (isBare && (isKnownName(*phrase.words.begin()) ||
                               (before >= 0 && isBeforePlace(passage.words[static_cast<size_t>(before)].folded))))
                    places.insert(*phrase.words.begin());
                const QString first = *phrase.proper.begin();
                things[first].push_back(std::move(phrase));
            }
        }
    }
    for (const QString &place : places) {
        std::erase_if(things[place], [](const Phrase &phrase) { return phrase.words.size() == 1; });
    }
    return things;
}

} // namespace

std::vector<Divergence> findFullerNames(const DivergenceContext &context)
{
    std::vector<Divergence> found;
    for (const auto &[word, phrases] : thingsOf(context)) {
        std::vector<bool> isTaken(phrases.size(), false);
        for (size_t i = 0; i < phrases.size(); ++i) {
            if (isTaken[i])
                continue;
            std::vector<const Phrase *> entity{&phrases[i]};
            for (size_t k = i + 1; k < phrases.size(); ++k) {
                const bool isOne = !isTaken[k] && std::ranges::all_of(entity, [&](const Phrase *other) {
                    return mayBeOneThing(*other, phrases[k]);
                });
                if (!isOne)
                    continue;
                isTaken[k] = true;
                entity.push_back(&phrases[k]);
            }
            std::map<int, size_t> fullest; // words of the fullest name of each article
            for (const Phrase *phrase : entity)
                fullest[phrase->passage.article] = std::max(fullest[phrase->passage.article], phrase->words.size());
            std::vector<Form> forms;
            for (const Phrase *phrase : entity) {
                if (phrase->words.size() == fullest[phrase->passage.article])
                    forms.push_back({phrase->passage, phrase->span,
                                     QStringList(phrase->words.begin(), phrase->words.end()).join(u' ')});
            }
            if (forms.size() > 1)
                addEntity(context, forms, Aspect::Naming,
                          forms.front().span.of(context.textOf(forms.front().passage)).toString(), FullerNameWeight,
                          found);
        }
    }
    return found;
}

} // namespace parallax
