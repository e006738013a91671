// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Build tool: WordNet's database files and the word vectors → lexicon.bin, which app/language/lexicon.cpp reads in
//! place. usage: compilelexicon WORDNET_DIR VECTORS_DIR OUT The formats read are those of wndb(5WN); the format written
//! is described in app/language/lexiconfile.h.

#include "language/lexiconfile.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace parallax::lexiconfile;

namespace {

struct SynsetData {
    std::uint8_t category = 0;
    std::vector<std::string> words;
    std::vector<std::uint32_t> hypernyms;
    std::vector<std::uint32_t> derivations; // target | source word << 24
    std::vector<std::uint32_t> holonyms;
};

struct LemmaData {
    std::string text;
    std::vector<std::uint32_t> senses;
};

constexpr std::array<const char *, ClassCount> Classes{"noun", "verb", "adj", "adv"};

int classOf(char partOfSpeech)
{
    switch (partOfSpeech) {
    case 'n':
        return 0;
    case 'v':
        return 1;
    case 'a':
    case 's': // a satellite adjective stands in the adjectives' file
        return 2;
    default:
        return 3;
    }
}

class Strings
{
public:
    std::uint32_t add(const std::string &text)
    {
        const auto [it, isNew] = m_offsets.try_emplace(text, static_cast<std::uint32_t>(m_pool.size()));
        if (isNew) {
            m_pool += text;
            m_pool += '\0';
        }
        return it->second;
    }
    std::string_view at(std::uint32_t offset) const { return m_pool.c_str() + offset; }
    const std::string &pool() const { return m_pool; }

private:
    std::map<std::string, std::uint32_t> m_offsets;
    std::string m_pool;
};

[[noreturn]] void fail(const std::string &message)
{
    std::cerr << "compilelexicon: " << message << '\n';
    std::exit(1);
}

std::ifstream open(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    if (!in)
        fail("cannot read " + path + " (Debian package wordnet-base)");
    return in;
}

std::string slurp(const std::string &path)
{
    std::ifstream in = open(path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// "big(p)" → "big": syntactic markers of adjectives are no part of the word.
std::string withoutMarker(std::string word)
{
    if (const auto at = word.find('('); at != std::string::npos && at > 0)
        word.resize(at);
    return word;
}

struct Database {
    std::array<std::map<std::string, std::uint32_t>, ClassCount> numberOf; // offset in the data file → synset
    std::vector<SynsetData> synsets;
    std::array<std::vector<LemmaData>, ClassCount> lemmas;
    std::array<std::vector<std::pair<std::string, std::string>>, ClassCount> exceptions;
    std::vector<std::pair<std::string, std::string>> antonyms;
};

/// First pass: numbers the synsets in file order, so that pointers can be resolved in the second.
void numberSynsets(const std::string &dir, Database &db)
{
    for (int c = 0; c < ClassCount; ++c) {
        std::ifstream in = open(dir + "/data." + Classes[static_cast<std::size_t>(c)]);
        for (std::string line; std::getline(in, line);) {
            if (line.empty() || line[0] == ' ')
                continue;
            db.numberOf[static_cast<std::size_t>(c)].emplace(line.substr(0, 8),
                                                             static_cast<std::uint32_t>(db.synsets.size()));
            db.synsets.emplace_back();
        }
    }
}

void readPointers(std::istringstream &in, std::uint32_t number, Database &db,
                  std::vector<std::array<std::string, 4>> &antonymPointers)
{
    SynsetData &synset = db.synsets[number];
    int count = 0;
    in >> count;
    for (int k = 0; k < count; ++k) {
        std::string symbol;
        std::string offset;
        std::string sourceTarget;
        char partOfSpeech = 'n';
        in >> symbol >> offset >> partOfSpeech >> sourceTarget;
        const auto &numbers = db.numberOf[static_cast<std::size_t>(classOf(partOfSpeech))];
        const auto found = numbers.find(offset);
        if (found == numbers.end())
            continue;
        const std::uint32_t target = found->second;
        const auto source = static_cast<std::uint32_t>(std::stoul(sourceTarget.substr(0, 2), nullptr, 16));
        if (symbol == "@" || symbol == "@i")
            synset.hypernyms.push_back(target);
        else if (symbol == "+")
            synset.derivations.push_back(target | source << SourceShift);
        else if (symbol == "#p" || symbol == "#m")
            synset.holonyms.push_back(target);
        else if (symbol == "!" && source > 0)
            antonymPointers.push_back(
                {std::to_string(number), std::to_string(source), std::to_string(target), sourceTarget.substr(2, 2)});
    }
}

std::string lower(std::string text)
{
    for (char &ch : text) {
        if (ch >= 'A' && ch <= 'Z')
            ch = static_cast<char>(ch - 'A' + 'a');
    }
    return text;
}

void readSynsets(const std::string &dir, Database &db)
{
    std::vector<std::array<std::string, 4>> antonymPointers;
    std::uint32_t number = 0;
    for (int c = 0; c < ClassCount; ++c) {
        std::ifstream in = open(dir + "/data." + Classes[static_cast<std::size_t>(c)]);
        for (std::string line; std::getline(in, line);) {
            if (line.empty() || line[0] == ' ')
                continue;
            std::istringstream fields(line.substr(0, line.find(" | ")));
            std::string offset;
            std::string type;
            std::string wordCount;
            int category = 0;
            fields >> offset >> category >> type >> wordCount;
            SynsetData &synset = db.synsets[number];
            synset.category = static_cast<std::uint8_t>(category);
            for (int k = std::stoi(wordCount, nullptr, 16); k > 0; --k) {
                std::string word;
                std::string id;
                fields >> word >> id;
                synset.words.push_back(withoutMarker(word));
            }
            readPointers(fields, number, db, antonymPointers);
            ++number;
        }
    }
    for (const auto &[from, source, to, target] : antonymPointers) {
        const auto &a = db.synsets[std::stoul(from)].words;
        const auto &b = db.synsets[std::stoul(to)].words;
        const auto i = std::stoul(source) - 1;
        const auto j = std::stoul(target, nullptr, 16) - 1;
        if (i < a.size() && j < b.size())
            db.antonyms.emplace_back(lower(a[i]), lower(b[j]));
    }
    std::ranges::sort(db.antonyms);
    db.antonyms.erase(std::ranges::unique(db.antonyms).begin(), db.antonyms.end());
}

void readIndex(const std::string &dir, Database &db)
{
    for (std::size_t c = 0; c < ClassCount; ++c) {
        std::ifstream in = open(dir + "/index." + Classes[c]);
        for (std::string line; std::getline(in, line);) {
            if (line.empty() || line[0] == ' ')
                continue;
            std::istringstream fields(line);
            LemmaData lemma;
            std::string skipped;
            int senseCount = 0;
            int pointerCount = 0;
            fields >> lemma.text >> skipped >> senseCount >> pointerCount;
            for (int k = 0; k < pointerCount + 2; ++k)
                fields >> skipped;
            for (int k = 0; k < senseCount; ++k) {
                std::string offset;
                fields >> offset;
                if (const auto found = db.numberOf[c].find(offset); found != db.numberOf[c].end())
                    lemma.senses.push_back(found->second);
            }
            db.lemmas[c].push_back(std::move(lemma));
        }
        std::ranges::sort(db.lemmas[c], {}, &LemmaData::text);
        std::ifstream exceptions(dir + "/" + Classes[c] + ".exc");
        for (std::string line; std::getline(exceptions, line);) {
            std::istringstream fields(line);
            std::string inflected;
            std::string base;
            if (fields >> inflected >> base)
                db.exceptions[c].emplace_back(inflected, base);
        }
        std::ranges::sort(db.exceptions[c]);
    }
}

class Writer
{
public:
    void section(Section section, const std::vector<std::uint32_t> &numbers)
    {
        begin(section, numbers.size());
        for (const std::uint32_t number : numbers)
            put(number);
    }
    void section(Section section, const std::string &bytes, std::size_t count)
    {
        begin(section, count);
        m_data += bytes;
        m_data.resize((m_data.size() + 3) & ~std::size_t{3}, '\0');
    }
    /// A section of pairs sorted by their first strings, and its index.
    void sortedSection(Section section, const std::vector<std::uint32_t> &pairs, const Strings &strings)
    {
        std::vector<std::uint32_t> slots(std::bit_ceil(std::max<std::size_t>(pairs.size(), 2)));
        for (std::size_t pair = 0; pair < pairs.size() / 2; ++pair) {
            if (pair > 0 && pairs[pair * 2] == pairs[pair * 2 - 2]) // equal strings have one offset
                continue;
            std::size_t slot = hashOf(strings.at(pairs[pair * 2])) & (slots.size() - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.size() - 1);
            slots[slot] = static_cast<std::uint32_t>(pair) + 1;
        }
        this->section(section, pairs);
        this->section(indexSection(section), slots);
    }
    std::string file() const
    {
        std::string head(Magic, MagicSize);
        for (const auto &[offset, count] : m_sections) {
            append(head, static_cast<std::uint32_t>(HeaderSize + offset));
            append(head, static_cast<std::uint32_t>(count));
        }
        return head + m_data;
    }

private:
    void begin(Section section, std::size_t count)
    {
        m_sections[static_cast<std::size_t>(section)] = {m_data.size(), count};
    }
    void put(std::uint32_t number) { append(m_data, number); }
    static void append(std::string &out, std::uint32_t number)
    {
        for (int shift = 0; shift < 32; shift += 8)
            out += static_cast<char>(number >> shift & 0xff);
    }
    std::array<std::pair<std::size_t, std::size_t>, SectionCount> m_sections{};
    std::string m_data;
};

void writeWordNet(const Database &db, Strings &strings, Writer &writer)
{
    std::vector<std::uint32_t> synsets;
    std::vector<std::uint32_t> numbers; // members, hypernyms, derivations, holonyms of each synset, one after the other
    for (const SynsetData &synset : db.synsets) {
        synsets.push_back(static_cast<std::uint32_t>(numbers.size()));
        synsets.push_back(synset.category | static_cast<std::uint32_t>(synset.words.size()) << 8 |
                          static_cast<std::uint32_t>(synset.hypernyms.size()) << 16 |
                          static_cast<std::uint32_t>(synset.holonyms.size()) << 24);
        synsets.push_back(static_cast<std::uint32_t>(synset.derivations.size()));
        for (const std::string &word : synset.words)
            numbers.push_back(strings.add(word));
        for (const auto *list : {&synset.hypernyms, &synset.holonyms, &synset.derivations})
            numbers.insert(numbers.end(), list->begin(), list->end());
    }
    writer.section(Section::Synsets, synsets);
    writer.section(Section::Numbers, numbers);
    for (std::size_t c = 0; c < ClassCount; ++c) {
        std::vector<std::uint32_t> lemmas;
        std::vector<std::uint32_t> senses;
        for (const LemmaData &lemma : db.lemmas[c]) {
            lemmas.push_back(strings.add(lemma.text));
            lemmas.push_back(static_cast<std::uint32_t>(senses.size()) << SenseCountBits |
                             static_cast<std::uint32_t>(lemma.senses.size()));
            senses.insert(senses.end(), lemma.senses.begin(), lemma.senses.end());
        }
        writer.sortedSection(lemmaSection(c), lemmas, strings);
        writer.section(senseSection(c), senses);
        std::vector<std::uint32_t> exceptions;
        for (const auto &[inflected, base] : db.exceptions[c]) {
            exceptions.push_back(strings.add(inflected));
            exceptions.push_back(strings.add(base));
        }
        writer.sortedSection(exceptionSection(c), exceptions, strings);
    }
    std::vector<std::uint32_t> antonyms;
    for (const auto &[a, b] : db.antonyms) {
        antonyms.push_back(strings.add(a));
        antonyms.push_back(strings.add(b));
    }
    writer.sortedSection(Section::Antonyms, antonyms, strings);
}

void writeVectors(const std::string &dir, Strings &strings, Writer &writer)
{
    std::ifstream in = open(dir + "/words.txt");
    std::vector<std::pair<std::string, std::uint32_t>> words;
    for (std::string word; std::getline(in, word);)
        words.emplace_back(word, static_cast<std::uint32_t>(words.size()));
    std::ranges::stable_sort(words);
    std::vector<std::uint32_t> ranks;
    for (const auto &[word, rank] : words) {
        ranks.push_back(strings.add(word));
        ranks.push_back(rank);
    }
    writer.sortedSection(Section::Ranks, ranks, strings);
    const std::string scales = slurp(dir + "/scales.f32");
    const std::string vectors = slurp(dir + "/vectors.i8");
    const std::size_t count = scales.size() / sizeof(float);
    if (vectors.size() != count * Dimensions)
        fail("vectors.i8 and scales.f32 do not fit together");
    writer.section(Section::Scales, scales, count);
    writer.section(Section::Vectors, vectors, count);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        fail("usage: compilelexicon WORDNET_DIR VECTORS_DIR OUT");
    Database db;
    numberSynsets(argv[1], db);
    readSynsets(argv[1], db);
    readIndex(argv[1], db);
    Strings strings;
    Writer writer;
    writeWordNet(db, strings, writer);
    writeVectors(argv[2], strings, writer);
    writer.section(Section::Strings, strings.pool(), strings.pool().size());
    std::ofstream out(argv[3], std::ios::binary);
    out << writer.file();
    if (!out.flush())
        fail(std::string("cannot write ") + argv[3]);
}
