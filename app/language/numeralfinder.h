// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The rules for numerals in digits and in words, and what they share. Internal to findNumerals.
#pragma once

#include "language/numerals.h"
#include "language/passagewords.h"
#include "language/speller.h"
#include "language/units.h"

#include <optional>
#include <vector>

namespace parallax {

/// The numerals of one passage. Places are those of its words; what lies beyond the ends is empty.
class NumeralFinder
{
public:
    explicit NumeralFinder(const PassageWords &passage)
        : m_passage(passage)
        , m_text(passage.text())
        , m_speller(Speller::of(passage.language()))
        , m_units(UnitNames::of(passage.language()))
        , m_isEnglish(passage.isEnglish())
    {
    }

    std::vector<Numeral> find();

private:
    int count() const { return m_passage.count(); }
    const Word &word(int i) const { return m_passage.word(i); }
    const QString &folded(int i) const { return m_passage.folded(i); }
    double magnitude(int i) const { return m_passage.has(i) ? m_passage.form(i).magnitude : 0; }
    QStringView gapAfter(int i) const { return m_passage.gapAfter(i); }
    /// Whether word i + 1 follows word i with nothing but a space or a hyphen between.
    bool isJoined(int i) const;
    int wordEndingAt(int position, int from) const;

    int skipTelephone(int first) const;
    bool isGluedBefore(int start) const;
    std::optional<Numeral> numeralAt(int first) const;
    std::optional<Numeral> digitsAt(int first) const;
    std::optional<Numeral> wordsAt(int first) const;
    std::optional<Numeral> partOfMagnitudeAt(int first) const;
    std::optional<Numeral> romanAt(int first) const;
    std::optional<Numeral> vagueAt(int first) const;
    std::optional<Numeral> ideographsAt(int first) const;
    /// Takes 万, 億 or 만 behind digits that end at `end` into the number; the answer is where it ends then.
    int takeIdeographs(double &number, int end) const;
    std::optional<Numeral> fractionAt(int first) const;
    std::optional<Numeral> noneAt(int first) const;
    bool isMeasuredAt(int start, int end) const;
    void takeMagnitude(Numeral &numeral) const;
    void takeHalf(Numeral &numeral) const;
    void takeSign(Numeral &numeral) const;
    Numeral numeralOf(int first, int last, double number, NumeralForm form) const;

    const PassageWords &m_passage;
    const QString &m_text;
    const Speller &m_speller;
    const UnitNames &m_units;
    bool m_isEnglish;
};

} // namespace parallax
