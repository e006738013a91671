// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The layout of lexicon.bin, shared by the tool that writes it (resources/lexicon) and lexicon.cpp that reads it.
//!
//! All numbers are 32-bit little-endian. The file begins with the magic, then a pair (offset in bytes, count) a
//! section, then the sections. A string is an offset into Section::Strings, UTF-8, ended by a zero byte. Sorted
//! sections are sorted by the bytes of their first string.
#pragma once

#include <cstddef>
#include <cstdint>

namespace parallax::lexiconfile {

inline constexpr const char *Magic = "PXLEX001";
inline constexpr std::size_t MagicSize = 8;
inline constexpr std::size_t ClassCount = 4; ///< noun, verb, adjective, adverb
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
    FirstSenses = FirstLemmas + ClassCount,     ///< a section a class: synsets
    FirstExceptions = FirstSenses + ClassCount, ///< a section a class: sorted pairs: inflected form, base form
    End = FirstExceptions + ClassCount,
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

} // namespace parallax::lexiconfile
