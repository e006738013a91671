// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Looks words up in the compiled WordNet and word vectors, in place: a lookup is one or two probes of a hash table
//! that the build made, so that nothing is built at start and the memory is shared and clean.
//! Tested by tst_lexicon.cpp.

#include "language/lexicon.h"

#include "language/lexiconfile.h"

#include <QFile>
#include <QHash>
#include <QResource>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string_view>

namespace parallax {

using namespace lexiconfile;
using namespace Qt::StringLiterals;

namespace {

/// Rarity of a word that the vectors' vocabulary (400 000 words in full) does not know.
constexpr double UnknownRarity = 12.899219826090119; // ln 400 000

/// The compiled file. Everything is read through here, so that alignment and byte order are nobody else's concern.
class File
{
public:
    File()
        : m_resource(u":/parallax/lexicon.bin"_s)
        , m_data(m_resource.data())
    {
        Q_ASSERT_X(m_data && std::memcmp(m_data, Magic, MagicSize) == 0, "Lexicon", "lexicon.bin is not compiled in");
    }

    std::uint32_t count(Section section) const { return header(section, 4); }
    std::uint32_t number(Section section, std::size_t index) const
    {
        return qFromLittleEndian<std::uint32_t>(m_data + header(section, 0) + index * 4);
    }
    const uchar *bytes(Section section) const { return m_data + header(section, 0); }
    std::string_view string(std::uint32_t offset) const
    {
        return reinterpret_cast<const char *>(bytes(Section::Strings) + offset);
    }

    /// Index of the first pair of a sorted section whose first string is `key`; the section's pair count where none is.
    std::size_t find(Section section, std::string_view key) const
    {
        const Section index = indexSection(section);
        const std::size_t mask = count(index) - 1;
        for (std::size_t slot = hashOf(key) & mask;; slot = (slot + 1) & mask) {
            const std::uint32_t taken = number(index, slot);
            if (taken == 0)
                return pairCount(section);
            const std::size_t pair = taken - 1;
            if (string(number(section, pair * 2)) == key)
                return pair;
        }
    }
    std::size_t pairCount(Section section) const { return count(section) / 2; }

private:
    std::uint32_t header(Section section, std::size_t field) const
    {
        return qFromLittleEndian<std::uint32_t>(m_data + MagicSize + static_cast<std::size_t>(section) * 8 + field);
    }

    QResource m_resource;
    const uchar *m_data;
};

const File &file()
{
    static const File instance;
    return instance;
}

constexpr std::array AllClasses{WordClass::Noun, WordClass::Verb, WordClass::Adjective, WordClass::Adverb};

std::size_t indexOf(WordClass wordClass)
{
    return static_cast<std::size_t>(wordClass);
}

QString toText(std::string_view word)
{
    QString text = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    text.replace(u'_', u' ');
    return text;
}

std::string toKey(QStringView text)
{
    std::string key = text.toUtf8().toStdString();
    std::ranges::replace(key, ' ', '_');
    return key;
}

bool hasLemma(const std::string &key, WordClass wordClass)
{
    const Section section = lemmaSection(indexOf(wordClass));
    return file().find(section, key) < file().pairCount(section);
}

/// Suffix rules of WordNet's morphy(7WN), in its order.
struct Suffix {
    std::string_view ending;
    std::string_view replacement;
};

std::span<const Suffix> suffixes(WordClass wordClass)
{
    static constexpr std::array<Suffix, 8> nouns{{{"s", ""},
                                                  {"ses", "s"},
                                                  {"xes", "x"},
                                                  {"zes", "z"},
                                                  {"ches", "ch"},
                                                  {"shes", "sh"},
                                                  {"men", "man"},
                                                  {"ies", "y"}}};
    static constexpr std::array<Suffix, 8> verbs{
        {{"s", ""}, {"ies", "y"}, {"es", "e"}, {"es", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}}};
    static constexpr std::array<Suffix, 4> adjectives{{{"er", ""}, {"est", ""}, {"er", "e"}, {"est", "e"}}};
    switch (wordClass) {
    case WordClass::Noun:
        return nouns;
    case WordClass::Verb:
        return verbs;
    case WordClass::Adjective:
        return adjectives;
    case WordClass::Adverb:
        break;
    }
    return {};
}

/// Base form of `key` in a class; empty where the class does not know the word.
std::string baseForm(const std::string &key, WordClass wordClass)
{
    const Section exceptions = exceptionSection(indexOf(wordClass));
    const std::size_t pairs = file().pairCount(exceptions);
    if (const std::size_t at = file().find(exceptions, key); at < pairs) {
        const std::string base(file().string(file().number(exceptions, at * 2 + 1)));
        if (hasLemma(base, wordClass))
            return base;
    }
    if (hasLemma(key, wordClass))
        return key;
    for (const auto &[ending, replacement] : suffixes(wordClass)) {
        if (key.size() > ending.size() && key.ends_with(ending)) {
            const std::string base = key.substr(0, key.size() - ending.size()) + std::string(replacement);
            if (hasLemma(base, wordClass))
                return base;
        }
    }
    return {};
}

std::vector<Concept> sensesOfKey(const std::string &key, WordClass wordClass, std::size_t most)
{
    const Section lemmas = lemmaSection(indexOf(wordClass));
    const std::size_t at = file().find(lemmas, key);
    std::vector<Concept> senses;
    if (at == file().pairCount(lemmas))
        return senses;
    const std::uint32_t packed = file().number(lemmas, at * 2 + 1);
    const std::size_t count = std::min<std::size_t>(packed & ((1U << SenseCountBits) - 1), most);
    for (std::size_t k = 0; k < count; ++k)
        senses.push_back(file().number(senseSection(indexOf(wordClass)), (packed >> SenseCountBits) + k));
    return senses;
}

/// Where the lists of a synset lie in Section::Numbers.
struct Synset {
    std::uint32_t first = 0;
    std::uint32_t category = 0;
    std::uint32_t words = 0;
    std::uint32_t hypernyms = 0;
    std::uint32_t holonyms = 0;
    std::uint32_t derivations = 0;
};

Synset synsetOf(Concept number)
{
    const File &f = file();
    const std::uint32_t packed = f.number(Section::Synsets, number * 3 + 1);
    return {
        f.number(Section::Synsets, number * 3),    packed & 0xff, packed >> 8 & 0xff, packed >> 16 & 0xff, packed >> 24,
        f.number(Section::Synsets, number * 3 + 2)};
}

std::vector<Concept> numbers(std::uint32_t first, std::uint32_t count)
{
    std::vector<Concept> list;
    list.reserve(count);
    for (std::uint32_t k = 0; k < count; ++k)
        list.push_back(file().number(Section::Numbers, first + k));
    return list;
}

bool equalIgnoringCase(std::string_view a, std::string_view lowerCase)
{
    return QByteArrayView(a.data(), static_cast<qsizetype>(a.size()))
               .compare(QByteArrayView(lowerCase.data(), static_cast<qsizetype>(lowerCase.size())),
                        Qt::CaseInsensitive) == 0;
}

void sortUnique(std::vector<Concept> &list)
{
    std::ranges::sort(list);
    list.erase(std::ranges::unique(list).begin(), list.end());
}

/// Verbs so general that sharing one says nothing about an event.
bool isLight(std::string_view lemma)
{
    static constexpr auto light = std::to_array<std::string_view>(
        {"accord", "add", "announce", "ask",     "be",   "become", "call",  "come", "do",   "find", "follow", "get",
         "give",   "go",  "have",     "include", "keep", "know",   "let",   "like", "look", "make", "need",   "put",
         "report", "say", "see",      "show",    "take", "tell",   "think", "try",  "use",  "want"});
    return std::ranges::binary_search(light, lemma);
}

bool isBelow(Concept synset, std::span<const Concept> ancestors, int depth)
{
    if (std::ranges::find(ancestors, synset) != ancestors.end())
        return true;
    if (depth == 0)
        return false;
    const Synset s = synsetOf(synset);
    for (const Concept up : numbers(s.first + s.words, s.hypernyms)) {
        if (isBelow(up, ancestors, depth - 1))
            return true;
    }
    return false;
}

/// An answer is worked out once a word: rules ask for the same words again and again, and an answer takes up to forty
/// probes. `Question` tells the answers to different questions apart.
template <typename Question, typename Answer>
auto remembered(QStringView word, Answer answer)
{
    constexpr qsizetype most = 100'000;
    static thread_local QHash<QString, decltype(answer(QString()))> known;
    const QString asked = word.toString();
    if (const auto it = known.constFind(asked); it != known.cend())
        return *it;
    if (known.size() >= most)
        known.clear();
    return *known.insert(asked, answer(asked));
}

} // namespace

Lexicon::Lexicon() = default;

const Lexicon &Lexicon::english()
{
    static const Lexicon instance;
    return instance;
}

int Lexicon::rank(QStringView word) const
{
    const std::size_t at = file().find(Section::Ranks, word.toUtf8().toStdString());
    return at < file().pairCount(Section::Ranks) ? static_cast<int>(file().number(Section::Ranks, at * 2 + 1)) : -1;
}

double Lexicon::rarity(QStringView word) const
{
    const int at = rank(word);
    return at < 0 ? UnknownRarity : std::log(at + 10.0);
}

std::span<const std::int8_t> Lexicon::vector(int rank) const
{
    if (rank < 0 || static_cast<std::uint32_t>(rank) >= file().count(Section::Vectors))
        return {};
    const auto *bytes = reinterpret_cast<const std::int8_t *>(file().bytes(Section::Vectors));
    return {bytes + static_cast<std::size_t>(rank) * Dimensions, Dimensions};
}

double Lexicon::scale(int rank) const
{
    if (vector(rank).empty())
        return 0;
    float value = 0;
    std::memcpy(&value, file().bytes(Section::Scales) + static_cast<std::size_t>(rank) * sizeof value, sizeof value);
    return static_cast<double>(value);
}

double Lexicon::cosine(int rankA, int rankB) const
{
    const auto a = vector(rankA);
    const auto b = vector(rankB);
    if (a.empty() || b.empty())
        return 0;
    std::int32_t product = 0;
    for (std::size_t k = 0; k < Dimensions; ++k)
        product += a[k] * b[k];
    return product * scale(rankA) * scale(rankB);
}

std::vector<Lemma> Lexicon::lemmas(QStringView word) const
{
    return remembered<struct Lemmas>(word, [](const QString &asked) {
        std::vector<Lemma> found;
        const std::string key = toKey(asked);
        for (const WordClass wordClass : AllClasses) {
            if (const std::string base = baseForm(key, wordClass); !base.empty())
                found.push_back({toText(base), wordClass});
        }
        return found;
    });
}

Meaning Lexicon::meaning(QStringView word) const
{
    Meaning meaning;
    const std::string key = toKey(word);
    for (const WordClass wordClass : {WordClass::Verb, WordClass::Noun, WordClass::Adjective}) {
        const std::string base = baseForm(key, wordClass);
        if (base.empty())
            continue;
        for (const Concept sense : sensesOfKey(base, wordClass, 2)) {
            meaning.concepts.push_back(sense);
            const Synset s = synsetOf(sense);
            const std::vector<Concept> up = numbers(s.first + s.words, s.hypernyms);
            meaning.hypernyms.insert(meaning.hypernyms.end(), up.begin(), up.end());
            for (const std::uint32_t packed : numbers(s.first + s.words + s.hypernyms + s.holonyms, s.derivations)) {
                const std::uint32_t source = packed >> SourceShift;
                if (source == 0 ||
                    equalIgnoringCase(file().string(file().number(Section::Numbers, s.first + source - 1)), base))
                    meaning.concepts.push_back(packed & ((1U << SourceShift) - 1));
            }
        }
    }
    sortUnique(meaning.concepts);
    sortUnique(meaning.hypernyms);
    return meaning;
}

std::vector<Concept> Lexicon::senses(QStringView phrase, WordClass wordClass) const
{
    return sensesOfKey(toKey(phrase), wordClass, 1U << SenseCountBits);
}

std::vector<Concept> Lexicon::hypernyms(Concept synset) const
{
    const Synset s = synsetOf(synset);
    return numbers(s.first + s.words, s.hypernyms);
}

std::vector<Concept> Lexicon::holonyms(Concept synset) const
{
    const Synset s = synsetOf(synset);
    return numbers(s.first + s.words + s.hypernyms, s.holonyms);
}

std::vector<QString> Lexicon::members(Concept synset) const
{
    const Synset s = synsetOf(synset);
    std::vector<QString> words;
    for (const std::uint32_t offset : numbers(s.first, s.words))
        words.push_back(toText(file().string(offset)));
    return words;
}

int Lexicon::category(Concept synset) const
{
    return static_cast<int>(synsetOf(synset).category);
}

std::vector<QString> Lexicon::antonyms(QStringView word) const
{
    const File &f = file();
    std::vector<QString> opposites;
    for (const Lemma &lemma : lemmas(word)) {
        const std::string key = toKey(lemma.text);
        for (std::size_t at = f.find(Section::Antonyms, key);
             at < f.pairCount(Section::Antonyms) && f.string(f.number(Section::Antonyms, at * 2)) == key; ++at)
            opposites.push_back(toText(f.string(f.number(Section::Antonyms, at * 2 + 1))));
    }
    return opposites;
}

bool Lexicon::areAntonyms(QStringView a, QStringView b) const
{
    const std::vector<Lemma> others = lemmas(b);
    return std::ranges::any_of(
        antonyms(a), [&](const QString &opposite) { return std::ranges::contains(others, opposite, &Lemma::text); });
}

bool Lexicon::isEventWord(QStringView word) const
{
    return remembered<struct EventWords>(word, [this](const QString &asked) { return isEventWordAnew(asked); });
}

bool Lexicon::isEventWordAnew(const QString &word) const
{
    const std::string key = toKey(word);
    const std::string verb = baseForm(key, WordClass::Verb);
    const std::string noun = baseForm(key, WordClass::Noun);
    if (isLight(verb) || isLight(noun) || isPerson(word))
        return false;
    // A word that is now and then a verb ("plane", "month") is a noun for our purpose.
    if (!verb.empty()) {
        const std::size_t verbSenses = sensesOfKey(verb, WordClass::Verb, 255).size();
        const std::size_t nounSenses = noun.empty() ? 0 : sensesOfKey(noun, WordClass::Noun, 255).size();
        if (verbSenses * 2 >= nounSenses)
            return true;
    }
    if (noun.empty())
        return false;
    constexpr std::array<std::uint32_t, 4> eventful{4, 11, 19, 22}; // act, event, phenomenon, process
    return std::ranges::contains(eventful, synsetOf(sensesOfKey(noun, WordClass::Noun, 1).front()).category);
}

bool Lexicon::isPerson(QStringView word) const
{
    return remembered<struct Persons>(word, [](const QString &asked) { return isPersonAnew(asked); });
}

bool Lexicon::isPersonAnew(const QString &word)
{
    const std::string base = baseForm(toKey(word), WordClass::Noun);
    if (base.empty())
        return false;
    static const std::vector<Concept> roots = [] {
        std::vector<Concept> first = sensesOfKey("person", WordClass::Noun, 1);
        const std::vector<Concept> people = sensesOfKey("people", WordClass::Noun, 1);
        first.insert(first.end(), people.begin(), people.end());
        return first;
    }();
    constexpr int deepest = 20; // WordNet's noun tree is less deep
    return std::ranges::any_of(sensesOfKey(base, WordClass::Noun, 2),
                               [](Concept sense) { return isBelow(sense, roots, deepest); });
}

bool Lexicon::hasClass(QStringView word, WordClass wordClass) const
{
    return std::ranges::contains(lemmas(word), wordClass, &Lemma::wordClass);
}

} // namespace parallax
