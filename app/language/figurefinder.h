// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The steps from numerals to figures, and what they share. Internal to findFigures.
#pragma once

#include "language/calendar.h"
#include "language/figurescope.h"
#include "language/finders.h"
#include "language/units.h"

#include <vector>

namespace parallax {

/// The figures of one passage: each numeral is a draft that takes in unit, partner and head, and then is one or none.
class FigureFinder
{
public:
    FigureFinder(const PassageWords &passage, const std::vector<Numeral> &numerals,
                 const std::vector<DateMention> &dates)
        : m_passage(passage)
        , m_text(passage.text())
        , m_words(passage.words())
        , m_scope(passage)
        , m_units(UnitNames::of(passage.language()))
        , m_numerals(numerals)
        , m_isEnglish(passage.isEnglish())
    {
        for (const DateMention &date : dates) {
            if (!date.isInterval)
                m_dates.push_back(date.span);
        }
    }

    std::vector<Figure> find();

private:
    /// A figure under way. `end` is where its number and unit end, `lastWord` the last word before that.
    struct Draft {
        Numeral numeral;
        FigureValue value;
        int start = 0;
        int end = 0;
        int lastWord = 0;
        int headWord = -1;
        bool hasUnit = false;
        bool isDash = false;     ///< a range written with a dash
        double lastUnit = 0;     ///< one of the smallest unit of a sum, in the base unit: 60 of "two hours 20 minutes"
        bool isNumbered = false; ///< "chapter 4": the number belongs to the name before it
    };

    const Word &word(int i) const { return m_words[static_cast<size_t>(i)]; }
    int count() const { return static_cast<int>(m_words.size()); }
    const QString &folded(int i) const { return m_scope.folded(i); }
    int skipSpace(int at) const;
    int wordBefore(int position) const;
    int wordFrom(int position) const;
    bool isDated(TextSpan span) const;

    Draft draftOf(const Numeral &numeral) const;
    void readUnit(Draft &draft) const;
    bool readMagnitude(Draft &draft) const;
    bool readPercent(Draft &draft, int at) const;
    bool joinRange(Draft &draft, const Numeral &next) const;
    bool isShareBetween(int first, int end) const;
    bool joinShare(Draft &draft, const Numeral &next) const;
    bool joinSum(Draft &draft, const Numeral &next) const;
    std::optional<Draft> numberedDraft(const Numeral &numeral) const;
    bool joinScore(Draft &draft, const Numeral &next) const;
    bool readPartOfUnit(Draft &draft) const;
    bool readAge(Draft &draft) const;
    bool isFigure(const Draft &draft) const;
    void readHead(Draft &draft) const;
    int conversionEnd(const Draft &draft) const;
    Figure finished(Draft draft) const;
    std::vector<Draft> articleDurations() const;
    bool isNought(const Figure &figure) const;
    void readStates(std::vector<Figure> &figures) const;

    const PassageWords &m_passage;
    const QString &m_text;
    const std::vector<Word> &m_words;
    FigureScope m_scope;
    const UnitNames &m_units;
    const std::vector<Numeral> &m_numerals;
    std::vector<TextSpan> m_dates;
    bool m_isEnglish;
};

} // namespace parallax
