// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! English word knowledge: WordNet 3.0 (concepts, hypernyms, antonyms, aliases) and word vectors (GloVe 6B-100d).
//! Both are compiled into the program at build time (resources/lexicon); lookups touch that memory and copy nothing.
#pragma once

#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace parallax {

/// A WordNet synset: an opaque number, ordered, stable within one build.
using Concept = std::uint32_t;

enum class WordClass : std::uint8_t { Noun, Verb, Adjective, Adverb };

struct Lemma {
    QString text; ///< base form, underscores as spaces
    WordClass wordClass = WordClass::Noun;

    friend bool operator==(const Lemma &, const Lemma &) = default;
};

/// What the words of a stem mean: concepts (first two senses a word class and their derivations) and direct hypernyms.
struct Meaning {
    std::vector<Concept> concepts;  ///< ascending, unique
    std::vector<Concept> hypernyms; ///< ascending, unique
};

/// All arguments are folded words (Word::folded); unknown words give empty answers. Safe for concurrent use.
class Lexicon
{
public:
    static const Lexicon &english();

    /// Rank of a word by frequency in the vectors' vocabulary, 0 = most frequent; -1 where unknown.
    int rank(QStringView word) const;
    /// ln(rank + 10), an inverse document frequency of the language at large (Zipf); ln 400 000 where unknown.
    double rarity(QStringView word) const;
    /// Cosine of two words' vectors by rank, -1…1; 0 where either rank is negative.
    double cosine(int rankA, int rankB) const;
    /// Number of dimensions, and the int8 row of a word (times a scale of its own); empty where rank is negative.
    std::span<const std::int8_t> vector(int rank) const;
    /// What the row's numbers are to be multiplied by for a vector of unit length; 0 without a vector.
    double scale(int rank) const;

    /// Base forms, a word class each at most once (WordNet's morphy: exceptions, then the word, then suffix rules).
    std::vector<Lemma> lemmas(QStringView word) const;
    Meaning meaning(QStringView word) const;
    /// Synsets of a word or phrase ("united states") in the given class, most frequent sense first.
    std::vector<Concept> senses(QStringView phrase, WordClass wordClass) const;
    /// Direct hypernyms; of an instance ("Oslo") what it is an instance of.
    std::vector<Concept> hypernyms(Concept synset) const;
    /// What a thing is part or member of ("Oslo" → "Norway").
    std::vector<Concept> holonyms(Concept synset) const;
    /// The words of a synset, most usual first, as written in WordNet with spaces ("United States", "US", "USA").
    std::vector<QString> members(Concept synset) const;
    /// WordNet's lexicographer file of a synset (4 act, 11 event, 15 location, 14 group, 18 person, 19 phenomenon, 22
    /// process).
    int category(Concept synset) const;
    /// Whether one is in the other's list of antonyms.
    bool areAntonyms(QStringView a, QStringView b) const;
    /// The base forms that are in the list of antonyms of one of the word's.
    std::vector<QString> antonyms(QStringView word) const;
    /// A verb, or a noun whose first sense is an act, event, process or phenomenon; light verbs ("make", "say") are
    /// none.
    bool isEventWord(QStringView word) const;
    /// A noun with a sense among its first two below "person" or "people".
    bool isPerson(QStringView word) const;
    /// Whether any of the word's classes is this one (an inflected form counts).
    bool hasClass(QStringView word, WordClass wordClass) const;

private:
    Lexicon();
    bool isEventWordAnew(const QString &word) const;
    static bool isPersonAnew(const QString &word);
};

} // namespace parallax
