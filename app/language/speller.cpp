// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Number words through ICU's RuleBasedNumberFormat.
//!
//! The rules can parse, but they also parse what nobody spells: "fifty six" is 5006 to them, "fifty" followed by an
//! unconnected "six". So words are first joined as the language joins them ("fifty-six"), and a number counts only if
//! the rules, asked to spell it, give the same words back. Lenient parsing would be the other way; it collates every
//! prefix and is a thousand times slower. Which words are number words at all is learnt by spelling numbers. The news
//! spells few numbers out, and those again and again: what was read is kept.
//!
//! Tested by tst_figures.cpp.
#include "language/speller.h"

#include <unicode/dcfmtsym.h>
#include <unicode/rbnf.h>

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

QString fromIcu(const icu::UnicodeString &string)
{
    return QStringView(string.getBuffer(), string.length()).toString();
}

icu::UnicodeString toIcu(const QString &string)
{
    return icu::UnicodeString(reinterpret_cast<const char16_t *>(string.utf16()), static_cast<int32_t>(string.size()));
}

/// The words of a spelt number: soft hyphens out, split at space, hyphen and comma.
QStringList wordsOf(QString spelt)
{
    spelt = spelt.toCaseFolded().remove(QChar(0x00AD));
    QStringList words;
    QString word;
    for (const QChar character : spelt + u' ') {
        if (character.isLetter() || character.isMark()) {
            word += character;
        } else if (!word.isEmpty()) {
            words += word;
            word.clear();
        }
    }
    return words;
}

} // namespace

struct Speller::Rules {
    explicit Rules(const icu::Locale &locale)
        : spellOut(icu::URBNF_SPELLOUT, locale, status)
        , ordinal(icu::URBNF_ORDINAL, locale, status)
    {
        if (U_FAILURE(status))
            return;
        for (int32_t i = 0; i < spellOut.getNumberOfRuleSetNames(); ++i) {
            const icu::UnicodeString name = spellOut.getRuleSetName(i);
            (name.indexOf(u"ordinal") >= 0 ? ordinalSets : cardinalSets).push_back(name);
        }
    }

    QStringList spell(qint64 number, const icu::UnicodeString &ruleSet) const
    {
        UErrorCode error = U_ZERO_ERROR;
        icu::UnicodeString spelt;
        icu::FieldPosition position;
        spellOut.format(static_cast<int64_t>(number), ruleSet, spelt, position, error);
        return U_SUCCESS(error) ? wordsOf(fromIcu(spelt)) : QStringList();
    }

    UErrorCode status = U_ZERO_ERROR; // before the formats: they are made with it
    icu::RuleBasedNumberFormat spellOut;
    icu::RuleBasedNumberFormat ordinal;
    std::vector<icu::UnicodeString> cardinalSets;
    std::vector<icu::UnicodeString> ordinalSets;
};

const Speller &Speller::of(const QString &language)
{
    thread_local std::map<QString, std::unique_ptr<const Speller>> spellers;
    std::unique_ptr<const Speller> &speller = spellers[language.section(u'-', 0, 0).toLower()];
    if (!speller)
        speller.reset(new Speller(language));
    return *speller;
}

Speller::~Speller() = default;

Speller::Speller(const QString &language)
    : m_isEnglish(language.startsWith("en"_L1))
{
    const icu::Locale locale(language.isEmpty() ? "und" : language.toLatin1().constData());
    UErrorCode status = U_ZERO_ERROR;
    const icu::DecimalFormatSymbols symbols(locale, status);
    if (U_SUCCESS(status)) {
        const QString mark = fromIcu(symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
        m_decimalMark = mark.isEmpty() ? u'.' : mark[0];
    }
    if (language.isEmpty())
        return;
    m_rules = std::make_unique<Rules>(locale);
    if (U_FAILURE(m_rules->status)) {
        m_rules.reset();
        return;
    }
    std::vector<qint64> samples;
    for (qint64 n = 0; n <= 121; ++n)
        samples.push_back(n);
    for (const qint64 n : {200LL, 1000LL, 2000LL, 1'000'000LL, 2'000'000LL, 1'000'000'000LL, 2'000'000'000LL,
                           1'000'000'000'000LL, 2'000'000'000'000LL})
        samples.push_back(n);
    for (const qint64 n : samples) {
        for (const icu::UnicodeString &set : m_rules->cardinalSets) {
            for (const QString &word : m_rules->spell(n, set))
                m_cardinals.insert(word);
        }
    }
    for (const qint64 n : samples) {
        for (const icu::UnicodeString &set : m_rules->ordinalSets) {
            for (const QString &word : m_rules->spell(n, set)) {
                if (!m_cardinals.contains(word))
                    m_ordinals.insert(word);
            }
        }
    }
    // "one" is an article in most languages ("un", "eine"); only in English is it a number where it stands alone.
    for (const icu::UnicodeString &set : m_rules->cardinalSets) {
        for (const QString &word : m_rules->spell(1, set)) {
            if (!m_isEnglish)
                m_articles.insert(word);
        }
    }
    m_cardinals.remove(u"and"_s);
    m_cardinals.remove(u"point"_s);
    m_cardinals.remove(u"minus"_s);
    const auto isFactor = [this](const QString &word, int factor) { // in Hindi a million is ten lakh
        return std::ranges::any_of(m_rules->cardinalSets, [&](const icu::UnicodeString &set) {
            return m_rules->spell(factor, set) == QStringList(word);
        });
    };
    for (const double power : {1e2, 1e3, 1e5, 1e6, 1e7, 1e9, 1e12}) {
        for (const int factor : {1, 2}) {
            const QStringList spelt =
                m_rules->spell(static_cast<qint64>(power * factor), m_rules->cardinalSets.front());
            if (!(spelt.size() == 2 && isFactor(spelt.front(), factor)) && !(spelt.size() == 1 && factor == 1))
                continue;
            m_magnitudes.insert(spelt.back(), power);
            if (m_isEnglish)
                m_magnitudes.insert(spelt.back() + u's', power);
        }
    }
}

bool Speller::isJoiner(const QString &word) const
{
    return m_isEnglish && word == "and"_L1;
}

std::optional<SpeltNumber> Speller::read(const QStringList &words) const
{
    constexpr qsizetype mostKept = 10'000;
    if (!m_rules)
        return std::nullopt;
    const QString key = words.join(u' ');
    if (const auto known = m_read.constFind(key); known != m_read.cend())
        return *known;
    if (m_read.size() >= mostKept)
        m_read.clear();
    const std::optional<SpeltNumber> number = parsed(words);
    m_read.insert(key, number);
    return number;
}

std::optional<SpeltNumber> Speller::parsed(const QStringList &words) const
{
    QStringList parts;
    std::ranges::copy_if(words, std::back_inserter(parts), [this](const QString &word) { return !isJoiner(word); });
    if (parts.isEmpty() || (parts.size() == 1 && m_articles.contains(parts.front())) ||
        !std::ranges::all_of(parts, [this](const QString &word) { return isNumberWord(word); }))
        return std::nullopt;
    // Joined as the language joins: tens and units by a hyphen in English, all by spaces or all by hyphens in others.
    for (const QChar mark : {u' ', u'-'}) {
        if (const auto number = parsed(parts, mark))
            return number;
    }
    return std::nullopt;
}

std::optional<SpeltNumber> Speller::parsed(const QStringList &parts, QChar mark) const
{
    QString joined = parts.front();
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const bool isTens = m_isEnglish && parts[i - 1].endsWith("ty"_L1) && magnitude(parts[i]) == 0;
        joined += (isTens ? QChar(u'-') : mark) + parts[i];
    }
    icu::Formattable result;
    icu::ParsePosition position(0);
    m_rules->spellOut.parse(toIcu(joined), result, position);
    UErrorCode status = U_ZERO_ERROR;
    const double number = result.getDouble(status);
    constexpr double largest = 1e15;
    if (position.getIndex() != joined.size() || U_FAILURE(status) || number < 0 || number > largest)
        return std::nullopt;
    const auto spells = [&](const std::vector<icu::UnicodeString> &sets) {
        return std::ranges::any_of(sets, [&](const icu::UnicodeString &set) {
            QStringList spelt = m_rules->spell(static_cast<qint64>(number), set);
            spelt.removeIf([this](const QString &word) { return isJoiner(word); });
            return spelt == parts;
        });
    };
    if (spells(m_rules->cardinalSets))
        return SpeltNumber{number, false};
    if (spells(m_rules->ordinalSets))
        return SpeltNumber{number, true};
    return std::nullopt;
}

bool Speller::isDigitOrdinal(qint64 number, QStringView written) const
{
    if (!m_rules)
        return false;
    icu::UnicodeString ordinal;
    m_rules->ordinal.format(static_cast<int64_t>(number), ordinal);
    return fromIcu(ordinal).remove(u',').compare(written.toString().remove(u','), Qt::CaseInsensitive) == 0;
}

} // namespace parallax
