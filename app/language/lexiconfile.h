// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The layout of lexicon.bin, shared by the tool that writes it (resources/lexicon) and lexicon.cpp that reads it.
//!
//! All numbers are 32-bit little-endian. The file begins with the magic, then a pair (offset in bytes, count) a
//! section, then the sections. A string is an offset into Section::Strings, UTF-8, ended by a zero byte. Sorted
//! sections are sorted by the bytes of their first string, and each has an index: a hash table with open addressing and
//! linear probing (Knuth, TAOCP 3, 6.4), a power of two of slots, at most half of them taken. A slot holds 1 + the
//! number of the first pair with that string, or 0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace parallax::lexiconfile {

inline constexpr const char *Magic = "PXLEX002";
inline constexpr std::size_t MagicSize = 8;
inline constexpr std::size_t ClassCount = 4;                   ///< noun, verb, adjective, adverb
inline constexpr std::size_t SortedCount = 2 + 2 * ClassCount; ///< sorted sections
inline constexpr std::size_t Dimensions = 100;
inline constexpr int SourceShift =
    24; ///< a derivation: target synset | 1-based source word << 24 (0: the whole synset)
inline constexpr int SenseCountBits = 8; ///< a lemma: first sense << 8 | number of senses

enum class Section : std::uint32_t {
    Strings,
    Synsets,     ///< 3 numbers each: place in Numbers; category | words << 8 | hypernyms << 16 | holonyms << 24;
                 ///< derivations
    Numbers,     ///< of each synset its words, hypernyms, holonyms, derivations
    Antonyms,    ///< sorted pairs of strings
    Ranks,       ///< sorted pairs: word, rank
    Scales,      ///< floats
    Vectors,     ///< signed bytes, Dimensions a word
    FirstLemmas, ///< a section a class: sorted pairs: lemma, senses
    FirstSenses = FirstLemmas + ClassCount,      ///< a section a class: synsets
    FirstExceptions = FirstSenses + ClassCount,  ///< a section a class: sorted pairs: inflected form, base form
    FirstIndexes = FirstExceptions + ClassCount, ///< a section a sorted section, see indexSection()
    End = FirstIndexes + SortedCount,
};
inline constexpr std::size_t SectionCount = static_cast<std::size_t>(Section::End);
inline constexpr std::size_t HeaderSize = MagicSize + SectionCount * 8;

constexpr Section sectionOfClass(Section first, std::size_t wordClass)
{
    return static_cast<Section>(static_cast<std::uint32_t>(first) + wordClass);
}
constexpr Section lemmaSection(std::size_t wordClass)
{
    return sectionOfClass(Section::FirstLemmas, wordClass);
}
constexpr Section senseSection(std::size_t wordClass)
{
    return sectionOfClass(Section::FirstSenses, wordClass);
}
constexpr Section exceptionSection(std::size_t wordClass)
{
    return sectionOfClass(Section::FirstExceptions, wordClass);
}
/// The index of a sorted section.
constexpr Section indexSection(Section sorted)
{
    const auto place = [sorted](Section first) {
        return static_cast<std::size_t>(sorted) - static_cast<std::size_t>(first);
    };
    if (sorted == Section::Antonyms || sorted == Section::Ranks)
        return sectionOfClass(Section::FirstIndexes, place(Section::Antonyms));
    if (sorted < Section::FirstExceptions)
        return sectionOfClass(Section::FirstIndexes, 2 + place(Section::FirstLemmas));
    return sectionOfClass(Section::FirstIndexes, 2 + ClassCount + place(Section::FirstExceptions));
}

/// FNV-1a, 32 bits.
constexpr std::uint32_t hashOf(std::string_view key)
{
    std::uint32_t hash = 2166136261U;
    for (const char ch : key)
        hash = (hash ^ static_cast<unsigned char>(ch)) * 16777619U;
    return hash;
}

} // namespace parallax::lexiconfile
