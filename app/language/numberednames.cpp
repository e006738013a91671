// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! "World War II", "World War 2" and "World War Two" are one war, and nobody but the writer says which of its names is
//! a number: "II" alone is as often a part of a person's name, and "I" nearly always the person who speaks. So a
//! numeral counts only behind the few nouns that news numbers. Reading every run of I, V and X would make sizes, drips
//! and initials ordinals.
//! Tested by tst_figures.cpp.
#include "language/numberednames.h"

#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace parallax {

std::optional<int> romanNumeral(QStringView written)
{
    static constexpr std::array<QStringView, 10> ones = {u"",  u"I",  u"II",  u"III",  u"IV",
                                                         u"V", u"VI", u"VII", u"VIII", u"IX"};
    static constexpr std::array<QStringView, 9> tens = {u"", u"X", u"XX", u"XXX", u"XL", u"L", u"LX", u"LXX", u"LXXX"};
    constexpr qsizetype longest = 8; // LXXXVIII
    if (written.isEmpty() || written.size() > longest || written == u"L")
        return std::nullopt;
    const qsizetype split =
        std::ranges::find_if(written, [](QChar c) { return c == u'I' || c == u'V'; }) - written.begin();
    const bool isNine = split > 0 && split < written.size() && written.endsWith(u"IX");
    for (qsizetype at : {split, isNine ? written.size() - 2 : split}) {
        const auto ten = std::ranges::find(tens, written.first(at));
        const auto one = std::ranges::find(ones, written.sliced(at));
        if (ten != tens.end() && one != ones.end())
            return static_cast<int>(10 * (ten - tens.begin()) + (one - ones.begin()));
    }
    return std::nullopt;
}

int numberedName(const PassageWords &passage, int i)
{
    static const QSet<QString> nouns = {u"chapter"_s,  u"part"_s,  u"volume"_s, u"phase"_s, u"stage"_s,
                                        u"category"_s, u"tier"_s,  u"level"_s,  u"grade"_s, u"act"_s,
                                        u"season"_s,   u"round"_s, u"episode"_s};
    if (!passage.isEnglish() || !passage.has(i))
        return -1;
    const QString &noun = passage.folded(i);
    const bool isWhole = (noun == "war"_L1 && passage.folded(i - 1) == "world"_L1) ||
                         (noun == "bowl"_L1 && passage.folded(i - 1) == "super"_L1);
    if (isWhole)
        return i - 1;
    return nouns.contains(noun) && !passage.form(i).isPossessive ? i : -1;
}

} // namespace parallax
