// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Units of measurement and currencies through ICU.
//!
//! "2 square miles", "5 qkm", "745 mi": ICU formats 1 and 2 of every unit in the language; what is left without the
//! number is the unit's name. The conversion comes from ICU too: a number formatted for the usage "default" of a
//! metric region comes out in a metric unit (1 mile → 1.609344 kilometer), and the few metric units that can come out
//! are brought to one base each by their prefix. A table of English names and factors by hand would be shorter and
//! would know one language and the units its author thought of.
//!
//! Tested by tst_figures.cpp.
#include "language/units.h"

#include <QMap>
#include <QSet>

#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr std::array Categories = {"length",      "area",     "volume",   "mass",  "speed",
                                   "temperature", "duration", "pressure", "power", "energy"};

QString fromIcu(const icu::UnicodeString &string)
{
    return QStringView(string.getBuffer(), string.length()).toString();
}

/// Units whose names are everyday things rather than measures in the news ("two cups", "three bars", "a drop").
const QSet<QString> &everydayNames()
{
    static const QSet<QString> names = {
        u"point"_s,        u"light-speed"_s,
        u"earth-radius"_s, u"solar-radius"_s,
        u"earth-mass"_s,   u"solar-mass"_s,
        u"beaufort"_s,     u"dalton"_s,
        u"grain"_s,        u"stone"_s,
        u"generic"_s,      u"night"_s,
        u"quarter"_s,      u"cup"_s,
        u"cup-metric"_s,   u"pinch"_s,
        u"drop"_s,         u"dram"_s,
        u"jigger"_s,       u"bar"_s,
        u"atmosphere"_s,   u"gasoline-energy-density"_s,
        u"calorie"_s,      u"day-person"_s,
        u"week-person"_s,  u"month-person"_s,
        u"year-person"_s,  u"ounce-troy"_s,
        u"pint"_s,
    };
    return names;
}

/// Symbols that are more often a word or an abbreviation of something else.
const QSet<QString> &unsafeSymbols()
{
    static const QSet<QString> symbols = {u"in"_s,  u"c"_s,  u"pt"_s,  u"pc"_s,  u"st"_s, u"ct"_s, u"dec"_s,
                                          u"K"_s,   u"t"_s,  u"s"_s,   u"pm"_s,  u"au"_s, u"kn"_s, u"cal"_s,
                                          u"Cal"_s, u"ac"_s, u"fur"_s, u"bar"_s, u"bu"_s};
    return symbols;
}

struct Metric {
    QString base;
    double factor = 1;
};

/// The metric units that ICU's default usage gives out, in base units.
const QMap<QString, Metric> &metricUnits()
{
    constexpr double year = 365.2425 * 86400; // Gregorian mean
    static const QMap<QString, Metric> units = {
        {u"kilometer"_s, {u"m"_s, 1e3}},
        {u"meter"_s, {u"m"_s, 1}},
        {u"centimeter"_s, {u"m"_s, 1e-2}},
        {u"square-kilometer"_s, {u"m²"_s, 1e6}},
        {u"hectare"_s, {u"m²"_s, 1e4}},
        {u"square-meter"_s, {u"m²"_s, 1}},
        {u"square-centimeter"_s, {u"m²"_s, 1e-4}},
        {u"cubic-meter"_s, {u"m³"_s, 1}},
        {u"cubic-centimeter"_s, {u"m³"_s, 1e-6}},
        {u"tonne"_s, {u"kg"_s, 1e3}},
        {u"kilogram"_s, {u"kg"_s, 1}},
        {u"gram"_s, {u"kg"_s, 1e-3}},
        {u"milligram"_s, {u"kg"_s, 1e-6}},
        {u"microgram"_s, {u"kg"_s, 1e-9}},
        {u"kilometer-per-hour"_s, {u"m/s"_s, 1 / 3.6}},
        {u"celsius"_s, {u"°C"_s, 1}},
        {u"year"_s, {u"s"_s, year}},
        {u"month"_s, {u"s"_s, year / 12}},
        {u"day"_s, {u"s"_s, 86400}},
        {u"hour"_s, {u"s"_s, 3600}},
        {u"minute"_s, {u"s"_s, 60}},
        {u"second"_s, {u"s"_s, 1}},
        {u"millisecond"_s, {u"s"_s, 1e-3}},
        {u"megapascal"_s, {u"Pa"_s, 1e6}},
        {u"pascal"_s, {u"Pa"_s, 1}},
        {u"gigawatt"_s, {u"W"_s, 1e9}},
        {u"megawatt"_s, {u"W"_s, 1e6}},
        {u"kilowatt"_s, {u"W"_s, 1e3}},
        {u"watt"_s, {u"W"_s, 1}},
        {u"milliwatt"_s, {u"W"_s, 1e-3}},
        {u"kilowatt-hour"_s, {u"J"_s, 3.6e6}},
    };
    return units;
}

/// `amount` of a unit in base units; nothing where ICU can't convert it.
std::optional<std::pair<QString, double>> inBaseUnits(const icu::MeasureUnit &unit, double amount)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto metric = icu::number::NumberFormatter::withLocale(icu::Locale("en", "DE")) // any metric region
                            .unit(unit)
                            .usage("default")
                            .precision(icu::number::Precision::unlimited())
                            .formatDouble(amount, status);
    const std::string number = metric.toDecimalNumber<std::string>(status);
    const icu::MeasureUnit out = metric.getOutputUnit(status);
    if (U_FAILURE(status))
        return std::nullopt;
    const auto found = metricUnits().constFind(QString::fromLatin1(out.getIdentifier()));
    if (found == metricUnits().cend())
        return std::nullopt;
    return std::pair{found->base, QByteArray::fromStdString(number).toDouble() * found->factor};
}

std::optional<MeasureUnit> converted(const icu::MeasureUnit &unit)
{
    MeasureUnit result;
    result.identifier = QString::fromLatin1(unit.getIdentifier());
    if (everydayNames().contains(result.identifier))
        return std::nullopt;
    const auto one = inBaseUnits(unit, 1);
    if (!one)
        return std::nullopt;
    result.base = one->first;
    result.factor = one->second;
    if (result.base == u"°C"_s) {
        const auto zero = inBaseUnits(unit, 0);
        result.offset = zero ? zero->second : 0;
        result.factor -= result.offset;
    }
    return result;
}

std::vector<icu::MeasureUnit> availableUnits()
{
    std::vector<icu::MeasureUnit> units;
    for (const char *category : Categories) {
        std::array<icu::MeasureUnit, 100> buffer;
        UErrorCode status = U_ZERO_ERROR;
        const int count =
            icu::MeasureUnit::getAvailable(category, buffer.data(), static_cast<int32_t>(buffer.size()), status);
        if (U_SUCCESS(status))
            units.insert(units.end(), buffer.begin(), buffer.begin() + count);
    }
    return units;
}

/// A number for each plural form that the language tells apart, of those that most languages have.
std::vector<int> numbersByPlural(const icu::Locale &locale)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale, status));
    std::vector<int> numbers;
    std::vector<icu::UnicodeString> forms;
    for (const int number : {1, 2, 5}) {
        const icu::UnicodeString form = rules && U_SUCCESS(status) ? rules->select(number) : icu::UnicodeString();
        if (!form.isEmpty() && std::ranges::contains(forms, form))
            continue; // formatting is what takes the time here
        forms.push_back(form);
        numbers.push_back(number);
    }
    return numbers;
}

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber();
}

/// Whether a name that ends before `end` ends a word there.
bool endsWord(QStringView text, qsizetype end)
{
    return end >= text.size() || !isWordCharacter(text[end]) || !isWordCharacter(text[end - 1]);
}

} // namespace

const UnitNames &UnitNames::of(const QString &language)
{
    const QString key = language.isEmpty() ? u"en"_s : language.section(u'-', 0, 0).toLower();
    static const UnitNames english(u"en"_s);
    if (key == "en"_L1)
        return english;
    thread_local std::map<QString, std::unique_ptr<const UnitNames>> others;
    std::unique_ptr<const UnitNames> &other = others[key];
    if (!other)
        other.reset(new UnitNames(key));
    return *other;
}

UnitNames::UnitNames(const QString &language)
{
    const QByteArray locale = language.toLatin1();
    addUnits(locale);
    if (locale == "en")
        addUnits("en_GB"); // kilometres beside kilometers; names already there stay
    addCurrencies(locale);
    const auto longest = [this](const auto &names) {
        for (auto it = names.keyBegin(); it != names.keyEnd(); ++it) {
            const int length = static_cast<int>(it->size());
            if (length == 0)
                continue;
            m_longest = std::max(m_longest, length);
            int &longestFrom = m_longestFrom[it->front().unicode()];
            longestFrom = std::max(longestFrom, length);
        }
    };
    longest(m_names);
    longest(m_symbols);
    longest(m_currencyNames);
    longest(m_currencySymbols);
}

void UnitNames::addUnitName(const QString &name, const MeasureUnit &unit, bool isSymbol)
{
    const QString clean = name.trimmed();
    if (clean.isEmpty() || clean == u"″"_s || clean == u"′"_s)
        return;
    if (isSymbol) {
        if (!unsafeSymbols().contains(clean) && !m_symbols.contains(clean))
            m_symbols.insert(clean, unit);
        return;
    }
    const QString folded = clean.toCaseFolded();
    if (!m_names.contains(folded))
        m_names.insert(folded, unit);
    // "kilometres an hour", "metres a second"
    if (folded.contains(u" per "))
        for (const QString &article : {u" a "_s, u" an "_s})
            m_names.insert(QString(folded).replace(u" per "_s, article), unit);
}

void UnitNames::addUnits(const QByteArray &locale)
{
    static const std::vector<icu::MeasureUnit> units = availableUnits();
    static const std::vector<std::optional<MeasureUnit>> values = [] {
        std::vector<std::optional<MeasureUnit>> result;
        for (const icu::MeasureUnit &unit : units)
            result.push_back(converted(unit));
        return result;
    }();
    const std::vector<int> numbers = numbersByPlural(icu::Locale(locale.constData()));
    const auto formatter = icu::number::NumberFormatter::withLocale(icu::Locale(locale.constData()));
    for (size_t i = 0; i < units.size(); ++i) {
        if (!values[i])
            continue;
        for (const UNumberUnitWidth width : {UNUM_UNIT_WIDTH_FULL_NAME, UNUM_UNIT_WIDTH_SHORT}) {
            for (const int number : numbers) {
                UErrorCode status = U_ZERO_ERROR;
                QString name =
                    fromIcu(formatter.unit(units[i]).unitWidth(width).formatInt(number, status).toString(status));
                if (U_FAILURE(status))
                    continue;
                name.removeIf([](QChar character) { return character.isDigit(); });
                addUnitName(name, *values[i], width == UNUM_UNIT_WIDTH_SHORT);
            }
        }
        if (values[i]->identifier == "celsius"_L1)
            m_symbols.insert(u"C"_s, *values[i]); // "12 C"
        else if (values[i]->identifier == "fahrenheit"_L1)
            m_symbols.insert(u"F"_s, *values[i]);
    }
}

void UnitNames::addCurrencies(const QByteArray &locale)
{
    // Whose the bare "dollars" and "pounds" are where nothing says so: the most traded one first.
    static constexpr std::array traded = {"USD", "EUR", "JPY", "GBP", "CNY", "AUD", "CAD", "CHF", "INR",
                                          "RUB", "BRL", "MXN", "KRW", "SEK", "NOK", "DKK", "PLN", "CZK",
                                          "HUF", "TRY", "ZAR", "ILS", "UAH", "HKD", "SGD", "NZD", "THB",
                                          "IDR", "PKR", "NGN", "EGP", "IRR", "SAR", "AED", "PHP", "VND"};
    for (const char *code : traded) {
        const QString iso = QString::fromLatin1(code);
        for (const char *form : {"one", "other", "few", "many"}) {
            UErrorCode status = U_ZERO_ERROR;
            int32_t length = 0;
            const char16_t *name = ucurr_getPluralName(reinterpret_cast<const char16_t *>(iso.utf16()),
                                                       locale.constData(), nullptr, form, &length, &status);
            if (U_FAILURE(status) || !name)
                continue;
            const QString folded = QStringView(name, length).toString().toCaseFolded();
            if (!m_currencyNames.contains(folded))
                m_currencyNames.insert(folded, iso);
            const QString bare = folded.section(u' ', -1);
            // a mass, a verb and an adjective before they are money
            static const QSet<QString> otherWords = {u"pound"_s, u"pounds"_s, u"won"_s, u"real"_s};
            if (!otherWords.contains(bare) && !m_currencyNames.contains(bare))
                m_currencyNames.insert(bare, iso);
        }
        m_currencySymbols.insert(iso, iso);
        for (const UCurrNameStyle style : {UCURR_SYMBOL_NAME, UCURR_NARROW_SYMBOL_NAME}) {
            UErrorCode status = U_ZERO_ERROR;
            int32_t length = 0;
            const char16_t *symbol = ucurr_getName(reinterpret_cast<const char16_t *>(iso.utf16()), locale.constData(),
                                                   style, nullptr, &length, &status);
            const QString text = U_SUCCESS(status) && symbol ? QStringView(symbol, length).toString() : QString();
            // "kr" and the like are shared by several countries and stand for words
            if (!text.isEmpty() && !m_currencySymbols.contains(text) && (text.size() > 1 || !text[0].isLetter()))
                m_currencySymbols.insert(text, iso);
        }
    }
    static constexpr std::array<std::pair<QStringView, QStringView>, 6> newspaper = {
        {{u"US$", u"USD"}, {u"C$", u"CAD"}, {u"S$", u"SGD"}, {u"Rs", u"INR"}, {u"Rs.", u"INR"}, {u"£", u"GBP"}}};
    for (const auto &[symbol, iso] : newspaper)
        m_currencySymbols.insert(symbol.toString(), iso.toString());
}

int UnitNames::longestAt(QStringView text, qsizetype position) const
{
    if (position >= text.size())
        return 0;
    const QChar folded = text.mid(position, 1).toString().toCaseFolded().front();
    const int longest =
        std::max(m_longestFrom.value(text[position].unicode(), 0), m_longestFrom.value(folded.unicode(), 0));
    return static_cast<int>(std::min<qsizetype>(longest, text.size() - position));
}

std::optional<NamedAt<MeasureUnit>> UnitNames::unitAt(QStringView text, qsizetype position) const
{
    const int longest = longestAt(text, position);
    if (longest == 0)
        return std::nullopt;
    const QString folded = text.mid(position, m_longest + 1).toString().toCaseFolded();
    for (int length = longest; length > 0; --length) {
        if (!endsWord(text, position + length))
            continue;
        if (const auto symbol = m_symbols.constFind(text.mid(position, length)); symbol != m_symbols.cend())
            return NamedAt<MeasureUnit>{*symbol, length};
        if (length <= folded.size())
            if (const auto name = m_names.constFind(QStringView(folded).left(length)); name != m_names.cend())
                return NamedAt<MeasureUnit>{*name, length};
    }
    return std::nullopt;
}

std::optional<NamedAt<QString>> UnitNames::currencyAt(QStringView text, qsizetype position) const
{
    for (int length = longestAt(text, position); length > 0; --length) {
        if (!endsWord(text, position + length))
            continue;
        const QStringView written = text.mid(position, length);
        if (const auto symbol = m_currencySymbols.constFind(written); symbol != m_currencySymbols.cend())
            return NamedAt<QString>{*symbol, length};
        const QString folded = written.toString().toCaseFolded();
        if (const auto name = m_currencyNames.constFind(folded); name != m_currencyNames.cend())
            return NamedAt<QString>{*name, length};
    }
    return std::nullopt;
}

std::optional<NamedAt<QString>> UnitNames::currencyBefore(QStringView text, qsizetype position) const
{
    qsizetype end = position;
    if (end > 0 && text[end - 1].isSpace())
        --end;
    for (int length = static_cast<int>(std::min<qsizetype>(4, end)); length > 0; --length) {
        const qsizetype start = end - length;
        const auto symbol = m_currencySymbols.constFind(text.mid(start, length));
        if (symbol == m_currencySymbols.cend())
            continue;
        if (start > 0 && isWordCharacter(text[start - 1]) && isWordCharacter(text[start]))
            continue;
        return NamedAt<QString>{*symbol, static_cast<int>(position - start)};
    }
    return std::nullopt;
}

} // namespace parallax
