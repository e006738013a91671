// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Number words of a language, read by ICU's spell-out rules.
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace parallax {

struct SpeltNumber {
    double number = 0;
    bool isOrdinal = false;
};

/// Reads spelt-out numbers of one language. Its rules carry state, and it keeps what it has read: each thread has its
/// own, `of` sees to that.
class Speller
{
public:
    /// `language` is BCP 47; a language without spell-out rules reads nothing.
    static const Speller &of(const QString &language);
    ~Speller();

    /// Whether the folded word can be part of a spelt number ("three", "hundred", "eighth").
    bool isNumberWord(const QString &word) const { return m_cardinals.contains(word) || m_ordinals.contains(word); }
    /// "and" in "two hundred and three"; English only.
    bool isJoiner(const QString &word) const;
    /// The number that exactly these folded words spell; joiners may stand between. Words in another order than the
    /// language spells ("six fifty") give nothing.
    std::optional<SpeltNumber> read(const QStringList &words) const;
    /// 100 for "hundred", 1e6 for "million" or "millions"; 0 for other words.
    double magnitude(const QString &word) const { return m_magnitudes.value(word, 0); }
    /// Whether digits with letters are an ordinal: "3rd", "21st".
    bool isDigitOrdinal(qint64 number, QStringView written) const;
    /// The mark before decimals: "." in English, "," in German.
    QChar decimalMark() const { return m_decimalMark; }

private:
    struct Rules;
    explicit Speller(const QString &language);
    std::optional<SpeltNumber> parsed(const QStringList &words) const;
    std::optional<SpeltNumber> parsed(const QStringList &parts, QChar mark) const;

    std::unique_ptr<Rules> m_rules;
    QSet<QString> m_cardinals;
    QSet<QString> m_ordinals; ///< those that are no cardinals
    QSet<QString> m_articles; ///< those that mean "a" where they stand alone
    QHash<QString, double> m_magnitudes;
    mutable QHash<QString, std::optional<SpeltNumber>> m_read; ///< by the words with single spaces
    QChar m_decimalMark = u'.';
    bool m_isEnglish = false;
};

} // namespace parallax
