// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a word is by itself, whatever stands around it, worked out once a spelling.
#pragma once

#include "language/calendar.h"
#include "language/speller.h"

#include <QSet>
#include <QString>

#include <libstemmer.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>

namespace parallax {

enum class WordClass : std::uint8_t;

/// One spelling of a word. What takes the English dictionary is looked up when first asked for and kept; outside
/// English it answers for the English word so spelt, if there is one.
class WordForm
{
public:
    QString folded; ///< Word::folded
    QString stem;   ///< Word::stem
    bool isStop = false;
    bool isCapital = false;
    bool isNumber = false;
    bool isPossessive = false; ///< `folded` lacks the 's that is written

    bool isNumberWord = false; ///< can be part of a spelt number
    bool opensNumeral = false; ///< a numeral can begin with it
    bool anchorsDate = false;  ///< a rule for dates can start from it: "April", "last", "days"
    double magnitude = 0;      ///< Speller::magnitude
    int month = 0;             ///< 1…12, or 0
    int weekday = 0;           ///< 1 Monday … 7 Sunday, or 0

    /// Whether any of the word's classes is this one (an inflected form counts).
    bool hasClass(WordClass wordClass) const;
    bool isKnown() const;            ///< the dictionary has it in some class
    bool isSayVerb() const;          ///< a form of a verb of saying, judging or reporting
    bool isFindingVerb() const;      ///< a form of a verb that reports a finding where "that" follows
    bool isInvertedVerb() const;     ///< a form of a verb that may stand before its subject
    bool isPerson() const;           ///< Lexicon::isPerson
    bool isPersonOrGroup() const;    ///< a noun whose first sense is a person or a group of persons
    bool isProper() const;           ///< the dictionary does not know it, or knows it as a proper noun first
    bool isPluralAsIs() const;       ///< "people", "police": plural without a singular
    bool isPlural() const;           ///< a plural noun, its singular another word
    bool isCountedPerson() const;    ///< persons can be counted with it: "nurses", "people"
    const QString &singular() const; ///< the singular of a plural noun; `folded` where it is none

private:
    struct Classes {
        std::uint8_t bits = 0;
        QString noun; ///< base form as a noun; empty where it is none
        bool isSayVerb = false;
        bool isFindingVerb = false;
        bool isInvertedVerb = false;
    };
    const Classes &classes() const;

    mutable std::optional<Classes> m_classes;
    mutable std::optional<bool> m_isPerson;
    mutable std::optional<bool> m_isPersonOrGroup;
    mutable std::optional<bool> m_isProper;
    mutable std::optional<bool> m_isPluralAsIs;
    mutable std::optional<bool> m_isCountedPerson;
    mutable std::optional<QString> m_singular;
};

/// The words of one language that were met so far. Not safe for concurrent use: each thread keeps its own, `of` sees
/// to that.
class WordForms
{
public:
    /// `language` is BCP 47 and chooses stemmer, stop words, number words and names of months.
    static WordForms &of(const QString &language);
    explicit WordForms(const QString &language);

    /// What is known of a word as it is written. The answer stays where it is until `forgetIfMany`.
    const WordForm &form(QStringView written);
    bool isStop(const QString &folded) const { return m_stopWords.contains(folded); }
    /// Starts anew once there are more words than a large story has. Answers given before are void then.
    void forgetIfMany();

private:
    /// Looks a QStringView up without making a QString of it.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(QStringView text) const { return qHash(text); }
    };
    struct Equal {
        using is_transparent = void;
        bool operator()(QStringView a, QStringView b) const { return a == b; }
    };

    WordForm made(QStringView written) const;
    QString stemOf(const QString &folded) const;

    const Speller &m_speller;
    const CalendarWords &m_calendar;
    bool m_isEnglish;
    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> m_stemmer{nullptr, &sb_stemmer_delete};
    QSet<QString> m_stopWords;
    QHash<QString, QString> m_digitsOf; ///< number words of one word
    std::unordered_map<QString, WordForm, Hash, Equal> m_forms;
};

} // namespace parallax
