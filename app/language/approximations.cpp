// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! No library says that "rund 30" is not exactly 30, and without it every rounded toll contradicts the exact one. The
//! few words that news in each language uses before numbers, one to three of them.
//! Tested by tst_otherlanguages.cpp.
#include "language/approximations.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

struct Row {
    QStringView language;
    QStringView about; ///< phrases parted by |
    QStringView atLeast;
    QStringView atMost;
};

constexpr std::array rows{
    Row{u"ar", u"نحو|حوالي|بنحو|قرابة|زهاء|ما يقرب من", u"أكثر من|اكثر من|ما لا يقل عن|على الأقل",
        u"أقل من|ما يصل إلى"},
    Row{u"cs", u"asi|zhruba|přibližně|kolem|téměř", u"více než|přes|nejméně|alespoň", u"méně než|až"},
    Row{u"da", u"omkring|cirka|ca|næsten|omtrent", u"mere end|over|mindst", u"mindre end|under|op til"},
    Row{u"de", u"rund|etwa|ungefähr|circa|zirka|ca|knapp|fast|gegen", u"mehr als|über|mindestens|wenigstens",
        u"weniger als|unter|bis zu|höchstens"},
    Row{u"el", u"περίπου|σχεδόν|γύρω στους|γύρω στα", u"πάνω από|περισσότεροι από|περισσότερα από|τουλάχιστον",
        u"κάτω από|λιγότεροι από|έως"},
    Row{u"es", u"unos|unas|cerca de|alrededor de|aproximadamente|casi", u"más de|al menos|por lo menos|como mínimo",
        u"menos de|hasta|como máximo"},
    Row{u"fa", u"حدود|نزدیک به|تقریبا|قریب", u"بیش از|دست کم|حداقل", u"کمتر از|حداکثر"},
    Row{u"fi", u"noin|lähes|melkein", u"yli|ainakin|vähintään", u"alle|enintään"},
    Row{u"fr", u"environ|près de|presque|quelque|autour de", u"plus de|au moins|plus d", u"moins de|jusqu'à|au plus"},
    Row{u"he", u"כ|וכ|כמעט|בערך", u"יותר מ|מעל|לפחות", u"פחות מ|עד"},
    Row{u"hi", u"लगभग|करीब|तकरीबन", u"कम से कम|से अधिक", u"अधिकतम"},
    Row{u"hu", u"mintegy|körülbelül|közel|majdnem", u"több mint|legalább", u"kevesebb mint|legfeljebb"},
    Row{u"id", u"sekitar|hampir|kira kira", u"lebih dari|sedikitnya|setidaknya", u"kurang dari|hingga"},
    Row{u"it", u"circa|quasi", u"più di|oltre|almeno", u"meno di|fino a"},
    Row{u"ja", u"約|およそ|ほぼ|およそ約", u"少なくとも", u"最大"},
    Row{u"ko", u"약|대략|거의", u"최소|적어도", u"최대"},
    Row{u"nl", u"ongeveer|circa|bijna|zo'n|rond de|zowat", u"meer dan|ruim|minstens|zeker", u"minder dan|maximaal"},
    Row{u"no", u"rundt|omtrent|cirka|ca|nesten", u"mer enn|over|minst", u"mindre enn|under|opptil"},
    Row{u"nb", u"rundt|omtrent|cirka|ca|nesten", u"mer enn|over|minst", u"mindre enn|under|opptil"},
    Row{u"pl", u"około|ok|niemal|prawie|blisko", u"ponad|co najmniej|przynajmniej|więcej niż", u"mniej niż|do"},
    Row{u"pt", u"cerca de|uns|umas|aproximadamente|quase", u"mais de|pelo menos|ao menos", u"menos de|até"},
    Row{u"ro", u"circa|aproximativ|aproape", u"peste|cel puțin|mai mult de", u"sub|mai puțin de"},
    Row{u"ru", u"около|примерно|порядка|почти|приблизительно",
        u"более|больше|свыше|не менее|по меньшей мере|как минимум", u"менее|меньше|не более|до"},
    Row{u"sv", u"omkring|cirka|ca|nästan|ungefär|runt", u"mer än|över|minst", u"mindre än|under|upp till"},
    Row{u"th", u"ประมาณ|ราว|เกือบ", u"มากกว่า|อย่างน้อย|กว่า", u"น้อยกว่า|ไม่เกิน"},
    Row{u"tr", u"yaklaşık|aşağı yukarı|neredeyse", u"en az", u"en fazla"},
    Row{u"uk", u"близько|приблизно|майже", u"понад|більше|більш ніж|щонайменше|не менше", u"менше|не більше|до"},
    Row{u"vi", u"khoảng|gần", u"hơn|trên|ít nhất", u"dưới|tối đa"},
    Row{u"zh", u"约|約|大约|大約|近|将近|將近|大概", u"超过|超過|逾|至少|多达", u"不到|不足|最多"},
};

using Phrases = QHash<QString, Precision>;

const QHash<QString, Phrases> &phrasesOfLanguages()
{
    static const QHash<QString, Phrases> all = [] {
        QHash<QString, Phrases> made;
        for (const Row &row : rows) {
            Phrases &phrases = made[row.language.toString()];
            for (const auto &[list, precision] :
                 {std::pair(row.about, Precision::About), std::pair(row.atLeast, Precision::AtLeast),
                  std::pair(row.atMost, Precision::AtMost)}) {
                for (const QStringView phrase : list.split(u'|'))
                    phrases.insert(phrase.toString().toCaseFolded(), precision);
            }
        }
        return made;
    }();
    return all;
}

} // namespace

std::optional<Precision> approximation(const QString &language, const QString &phrase)
{
    const auto phrases = phrasesOfLanguages().constFind(language.section(u'-', 0, 0));
    if (phrases == phrasesOfLanguages().cend())
        return std::nullopt;
    const auto found = phrases->constFind(phrase);
    return found == phrases->cend() ? std::nullopt : std::optional(*found);
}

} // namespace parallax
