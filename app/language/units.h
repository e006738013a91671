// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Units of measurement and currencies as a language writes them, converted to base units. Names and conversion
//! factors are ICU's; nothing here lists a mile's metres.
#pragma once

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace parallax {

/// A unit of measurement. `base` is one of "m", "m²", "m³", "kg", "m/s", "s", "°C", "Pa", "W", "J".
struct MeasureUnit {
    QString identifier; ///< ICU's: "mile", "square-kilometer"
    QString base;
    double factor = 1; ///< base = number × factor + offset
    double offset = 0; ///< not 0 for temperatures only

    double toBase(double number) const { return number * factor + offset; }
};

/// What stands at a place of the text: `length` UTF-16 units of it name `value`.
template <typename Value>
struct NamedAt {
    Value value;
    int length = 0;
};

/// The names of units and currencies in one language. Safe for concurrent use once made; making one takes some
/// tens of milliseconds, so `of` keeps them.
class UnitNames
{
public:
    /// `language` is BCP 47; an empty or unknown one is read as English.
    static const UnitNames &of(const QString &language);

    /// The longest name of a unit that begins at `position` and ends a word there: "km", "square miles", "feet".
    /// Symbols are read as written ("MW" is no "mW"), names in any case.
    std::optional<NamedAt<MeasureUnit>> unitAt(QStringView text, qsizetype position) const;
    /// A currency's name or code, as it stands after a number: "euros", "US dollars", "USD", "€". The value is the
    /// ISO 4217 code.
    std::optional<NamedAt<QString>> currencyAt(QStringView text, qsizetype position) const;
    /// A currency's symbol or code that ends right before `position`: "$", "US$", "Rs ". `length` counts backwards.
    std::optional<NamedAt<QString>> currencyBefore(QStringView text, qsizetype position) const;

private:
    explicit UnitNames(const QString &language);
    void addUnits(const QByteArray &locale);
    void addUnitName(const QString &name, const MeasureUnit &unit, bool isSymbol);
    void addCurrencies(const QByteArray &locale);
    /// How long a name that begins at `position` can be, by its first character; 0 where none begins so.
    int longestAt(QStringView text, qsizetype position) const;

    QHash<QString, MeasureUnit> m_names;       ///< case-folded
    QHash<QString, MeasureUnit> m_symbols;     ///< as written
    QHash<QString, QString> m_currencyNames;   ///< case-folded
    QHash<QString, QString> m_currencySymbols; ///< as written
    int m_longest = 0;                         ///< of the keys of all four
    QHash<char16_t, int> m_longestFrom;        ///< of those that begin with this character
};

} // namespace parallax
