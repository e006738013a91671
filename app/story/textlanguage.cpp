// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! CLD2 tells eighty languages by their letters in fours and by their script. It needs some fifty words to be sure;
//! of less it is believed where it calls itself reliable. English briefs of a sentence or two are known by the little
//! words that only English has.
//!
//! A page's declaration goes before a guess from a short text and behind a sure one from a long text: sites leave
//! lang="en" from their template on pages in any language, and an article read with the wrong stemmer and the wrong
//! months loses its dates. The wrong alternative is the language of the user's desktop: the same folder would then read
//! differently on another machine.
//! Tested by tst_textlanguage.cpp.
#include "story/textlanguage.h"

#include <QRegularExpression>
#include <QSet>

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr qsizetype enoughText = 12'000; ///< UTF-16 units: two pages decide, a book needn't be read for it
constexpr int longText = 600;            ///< bytes of letters from which a text goes before its declaration
constexpr int leastShare = 60;           ///< per cent of a text that must be in a language for the article to be in it

/// CLD2's codes are older than BCP 47.
QString tagOf(CLD2::Language language)
{
    static constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 5> renamed{
        {{"iw"_L1, "he"_L1}, {"jw"_L1, "jv"_L1}, {"in"_L1, "id"_L1}, {"mo"_L1, "ro"_L1}, {"tl"_L1, "fil"_L1}}};
    const QString code = QString::fromLatin1(CLD2::LanguageCode(language));
    for (const auto &[before, now] : renamed) {
        if (code == before)
            return now.toString();
    }
    return code;
}

struct Detected {
    QString language; ///< empty where no language is plain
    bool isSure = false;
};

Detected detected(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> shares{};
    std::array<double, 3> scores{};
    int size = 0, validSize = 0;
    bool isReliable = false;
    CLD2::ExtDetectLanguageSummaryCheckUTF8(utf8.constData(), static_cast<int>(utf8.size()), true, nullptr, 0,
                                            languages.data(), shares.data(), scores.data(), nullptr, &size, &isReliable,
                                            &validSize);
    // A script that few languages share makes up for a short text.
    const auto isLatin = [](QChar c) { return c.isLetter() && c.script() == QChar::Script_Latin; };
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    const bool isTold = isReliable || 2 * std::ranges::count_if(text, isLatin) < std::ranges::count_if(text, isLetter);
    // Beyond the last language it has words for stand the scripts: "xx-Goth" is no language.
    if (!isTold || shares[0] < leastShare || languages[0] == CLD2::UNKNOWN_LANGUAGE || languages[0] >= CLD2::X_Common)
        return {};
    return {tagOf(languages[0]), isReliable && size >= longText};
}

/// Whether a good share of the words are the little ones that only English has.
bool isPlainlyEnglish(const QString &text)
{
    static const QSet<QString> little{
        u"in"_s,    u"on"_s,   u"a"_s,     u"an"_s,   u"the"_s,   u"of"_s,  u"and"_s,  u"to"_s,  u"that"_s,  u"is"_s,
        u"was"_s,   u"with"_s, u"for"_s,   u"by"_s,   u"said"_s,  u"at"_s,  u"from"_s, u"it"_s,  u"he"_s,    u"were"_s,
        u"has"_s,   u"had"_s,  u"have"_s,  u"as"_s,   u"are"_s,   u"be"_s,  u"been"_s, u"his"_s, u"their"_s, u"they"_s,
        u"which"_s, u"this"_s, u"would"_s, u"will"_s, u"after"_s, u"who"_s, u"its"_s,  u"not"_s, u"but"_s,   u"more"_s};
    // English news has 30 to 40 % of them; news in Dutch, Danish, German, French, Italian and Portuguese 11 to 15 %.
    constexpr int perCent = 20;
    static const QRegularExpression word(uR"([\p{L}'’]+)"_s, QRegularExpression::UseUnicodePropertiesOption);
    int words = 0, found = 0;
    QSet<QString> distinct;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const QString w = it.next().captured().toLower();
        ++words;
        if (little.contains(w)) {
            ++found;
            distinct.insert(w);
        }
    }
    return distinct.size() >= 4 && found * 100 >= words * perCent;
}

QString beginningOf(const std::vector<Passage> &passages)
{
    QString text;
    for (const Passage &p : passages) {
        if (text.size() >= enoughText)
            break;
        if (isTold(p.role))
            text += p.text.first(std::min(p.text.size(), enoughText)) + u'\n';
    }
    return text;
}

} // namespace

QString languageOf(const std::vector<Passage> &passages, const QString &declared)
{
    const QString text = beginningOf(passages);
    const Detected found = detected(text);
    if (!declared.isEmpty()) {
        const bool isSame = found.language.section(u'-', 0, 0) == declared.section(u'-', 0, 0).toLower();
        return found.isSure && !isSame ? found.language : declared;
    }
    if (found.isSure)
        return found.language;
    return isPlainlyEnglish(text) ? u"en"_s : found.language;
}

} // namespace parallax
