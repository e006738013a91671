// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Figures, dates and quotations as other languages write them, and a story told in two languages.
#include "comparison/comparison.h"
#include "comparison/plainstory.h"
#include "language/numerals.h"

#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

Article articleOf(const QString &file, const QString &language, const QStringList &paragraphs)
{
    Article article;
    article.file = file;
    article.language = language;
    for (const QString &text : paragraphs)
        article.passages.push_back(
            {text, article.passages.empty() && paragraphs.size() > 1 ? Role::Headline : Role::Body});
    article.title = paragraphs.front();
    return article;
}

/// What is found in one paragraph, plain as the comparison makes it.
PassageLanguage analysed(const QString &language, const QString &text)
{
    Story story;
    story.articles.push_back(articleOf(u"a.txt"_s, language, {text}));
    makePlain(story);
    return analyse(story.articles.front()).passages.front();
}

QString precisionName(Precision precision)
{
    switch (precision) {
    case Precision::Exact:
        return u""_s;
    case Precision::About:
        return u"about "_s;
    case Precision::AtLeast:
        return u"least "_s;
    case Precision::AtMost:
        return u"most "_s;
    case Precision::Vague:
        return u"vague "_s;
    }
    return {};
}

std::expected<Comparison, ReadFailure> comparisonOf(std::vector<Article> articles)
{
    Story story;
    story.articles = std::move(articles);
    NoProgress progress;
    return compareStory(std::move(story), progress);
}

bool areLinked(const Comparison &comparison, PassageRef a, PassageRef b)
{
    return std::ranges::any_of(comparison.alignment.links,
                               [&](const Link &link) { return link.a == a && link.b == b; });
}

const QStringList &english()
{
    static const QStringList text{
        u"Suspension bridge falls near Valmorin, nine dead"_s,
        u"The suspension bridge of Valmorin collapsed on Tuesday, 14 May 2024, killing nine people and injuring 31, the prefecture said."_s,
        u"“We heard a terrible noise, then the deck tilted,” said Élise Marchand, who lives nearby."_s,
        u"Repairs will cost 1.2 million euros, according to Mayor Bertrand Colas."_s,
        u"A book of condolence was opened at the town hall."_s};
    return text;
}

const QStringList &french()
{
    static const QStringList text{
        u"Un pont suspendu cède près de Valmorin : neuf morts"_s,
        u"Le pont suspendu de Valmorin s'est effondré mardi 14 mai 2024, faisant neuf morts et 31 blessés, a annoncé la préfecture."_s,
        u"« Nous avons entendu un bruit terrible, puis le tablier a basculé », a raconté Élise Marchand, une habitante."_s,
        u"Les travaux de réparation coûteront 1,2 million d'euros, selon le maire Bertrand Colas."_s,
        u"La circulation est interrompue jusqu'au mois prochain."_s};
    return text;
}

} // namespace

class tst_OtherLanguages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void figures_data();
    void figures();
    void noFigure_data();
    void noFigure();
    void dates_data();
    void dates();
    void names_data();
    void names();
    void ideographs_data();
    void ideographs();
    void twoLanguagesAlignByNamesAndFigures();
    void wordingIsNotComparedAcrossLanguages();
    void figuresAreComparedAcrossLanguages();
    void aTranslatedNumberIsNoDetail();
};

void tst_OtherLanguages::figures_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("figures");
    QTest::newRow("Arabic digits") << u"ar"_s << u"أصيب ٣١ شخصا في الحادث، بحسب الشرطة."_s << u"31"_s;
    QTest::newRow("Arabic decimal mark") << u"ar"_s << u"تبلغ الكلفة ١٫٢ مليون دينار."_s << u"1200000"_s;
    QTest::newRow("Arabic hedge") << u"ar"_s << u"أصيب نحو 30 شخصا في الحادث."_s << u"about 30"_s;
    QTest::newRow("Hindi digits") << u"hi"_s << u"पुलिस ने बताया कि ३१ लोग घायल हुए।"_s << u"31"_s;
    QTest::newRow("lakh") << u"hi"_s << u"मरम्मत पर १२ लाख रुपये खर्च होंगे।"_s << u"1200000"_s;
    QTest::newRow("Indian grouping") << u"hi"_s << u"मरम्मत का खर्च 12,00,000 रुपये बताया।"_s << u"1200000"_s;
    QTest::newRow("Thai digits") << u"th"_s << u"มีผู้บาดเจ็บ ๓๑ คน"_s << u"31"_s;
    QTest::newRow("Hebrew prefix") << u"he"_s << u"תשעה נהרגו וכ-30 נפצעו בתאונה."_s << u"9 about 30"_s;
    QTest::newRow("Hebrew number of two words") << u"he"_s << u"אחד עשר בני אדם נהרגו."_s << u"11"_s;
    QTest::newRow("Chinese, in the sentence") << u"zh"_s << u"事故造成9人死亡、31人受伤。"_s << u"9 31"_s;
    QTest::newRow("Chinese ideographs") << u"zh"_s << u"事故造成十一人死亡、约三十人受伤。"_s << u"11 about 30"_s;
    QTest::newRow("Chinese ten thousands") << u"zh"_s << u"修复费用为120万元。"_s << u"1200000"_s;
    QTest::newRow("Chinese ten thousands in ideographs") << u"zh"_s << u"修复费用为一百二十万元。"_s << u"1200000"_s;
    QTest::newRow("Japanese ten thousands") << u"ja"_s << u"修理費は120万円に上る。"_s << u"1200000"_s;
    QTest::newRow("Japanese, glued to a noun") << u"ja"_s << u"橋の崩落、死者11人に"_s << u"11"_s;
    QTest::newRow("Korean hundred millions") << u"ko"_s << u"수리비는 3억 5000만 원이다."_s << u"350000000"_s;
    QTest::newRow("German") << u"de"_s << u"Die Reparatur kostet rund 1,2 Millionen Euro."_s << u"about 1200000"_s;
    QTest::newRow("German abbreviation") << u"de"_s << u"Der Umbau kostet mehr als 3,5 Mio. Euro."_s
                                         << u"least 3500000"_s;
    QTest::newRow("French particle") << u"fr"_s << u"Les travaux coûteront 1,2 million d'euros."_s << u"1200000"_s;
    QTest::newRow("French with an article inside") << u"fr"_s << u"Vingt et un passagers ont été blessés."_s << u"21"_s;
    QTest::newRow("Spanish particle") << u"es"_s << u"La reparación costará unos 1,2 millones de euros."_s
                                      << u"about 1200000"_s;
    QTest::newRow("Russian abbreviation") << u"ru"_s << u"Ремонт обойдётся в 1,2 млн рублей."_s << u"1200000"_s;
    QTest::newRow("Russian hedge") << u"ru"_s << u"Пострадали около 30 человек."_s << u"about 30"_s;
    QTest::newRow("Greek abbreviation") << u"el"_s << u"Η επισκευή θα κοστίσει 1,2 εκατ. ευρώ."_s << u"1200000"_s;
    QTest::newRow("Turkish") << u"tr"_s << u"Onarım yaklaşık 1,2 milyon liraya mal olacak."_s << u"about 1200000"_s;
}

void tst_OtherLanguages::figures()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QString, figures);
    QStringList found;
    for (const Figure &figure : analysed(language, text).figures)
        found << precisionName(figure.value.precision) + QString::number(figure.value.number, 'f', 0);
    QCOMPARE(found.join(u' '), figures);
}

void tst_OtherLanguages::noFigure_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::newRow("a province") << u"zh"_s << u"四川的居民说他们很害怕。"_s;
    QTest::newRow("a or one") << u"zh"_s << u"一座吊桥垮塌。"_s;
    QTest::newRow("very") << u"zh"_s << u"居民十分害怕。"_s;
    QTest::newRow("a company") << u"ja"_s << u"三菱は発表を控えた。"_s;
    QTest::newRow("an article") << u"fr"_s << u"Un pont est tombé dans une rivière."_s;
    QTest::newRow("an article of another gender") << u"de"_s << u"Eine Brücke ist in einen Fluss gestürzt."_s;
    QTest::newRow("a date") << u"ja"_s << u"道路は6月3日まで通行止めとなる。"_s;
    QTest::newRow("a date in Arabic digits") << u"ar"_s << u"سيبقى الطريق مغلقا حتى ٣ يونيو."_s;
}

void tst_OtherLanguages::noFigure()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QStringList found;
    for (const Figure &figure : analysed(language, text).figures)
        found << QString::number(figure.value.number) + figure.value.unit;
    QCOMPARE(found, QStringList());
}

void tst_OtherLanguages::dates_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("iso");
    QTest::newRow("Arabic") << u"ar"_s << u"انهار الجسر يوم الثلاثاء ١٤ مايو ٢٠٢٤."_s << u"2024-05-14"_s;
    QTest::newRow("Hebrew, the month behind a preposition")
        << u"he"_s << u"הגשר קרס ביום שלישי, 14 במאי 2024."_s << u"2024-05-14"_s;
    QTest::newRow("Hindi") << u"hi"_s << u"पुल मंगलवार, १४ मई २०२४ को गिर गया।"_s << u"2024-05-14"_s;
    QTest::newRow("Thai") << u"th"_s << u"ถนนจะปิดจนถึงวันที่ ๓ มิถุนายน"_s << u"--06-03"_s;
    QTest::newRow("Chinese") << u"zh"_s << u"2024年5月14日，一座吊桥垮塌。"_s << u"2024-05-14"_s;
    QTest::newRow("Japanese, of a month") << u"ja"_s << u"道路は6月3日まで通行止めとなる。"_s << u"--06-03"_s;
    QTest::newRow("Korean") << u"ko"_s << u"도로는 6월 3일까지 통제된다."_s << u"--06-03"_s;
    QTest::newRow("Turkish, the month with an ending")
        << u"tr"_s << u"Yol 3 Haziran'a kadar kapalı kalacak."_s << u"--06-03"_s;
    QTest::newRow("Russian") << u"ru"_s << u"Мост обрушился во вторник, 14 мая 2024 года."_s << u"2024-05-14"_s;
    QTest::newRow("Greek") << u"el"_s << u"Η γέφυρα κατέρρευσε την Τρίτη 14 Μαΐου 2024."_s << u"2024-05-14"_s;
    QTest::newRow("Spanish") << u"es"_s << u"El puente cayó el martes 14 de mayo de 2024."_s << u"2024-05-14"_s;
    QTest::newRow("Japanese clock") << u"ja"_s << u"午後3時20分ごろ、倉庫で火災があった。"_s << u"15:20"_s;
    QTest::newRow("fourteen days are no day") << u"ja"_s << u"捜索は14日間続いた。"_s << QString();
}

void tst_OtherLanguages::dates()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QString, iso);
    QStringList found;
    for (const DateMention &date : analysed(language, text).dates)
        found << isoOf(date);
    QCOMPARE(found.join(u' '), iso);
}

void tst_OtherLanguages::names_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("names");
    QTest::newRow("no article at the beginning")
        << u"fr"_s << u"Le maire Bertrand Colas a pris la parole."_s << u"Bertrand Colas"_s;
    QTest::newRow("no verb at the beginning")
        << u"es"_s << u"Oímos un ruido terrible, contó Elisa Marín."_s << u"Elisa Marín"_s;
    QTest::newRow("two capitals at the beginning")
        << u"ru"_s << u"Елена Маркова живёт рядом с мостом."_s << u"Елена Маркова"_s;
    QTest::newRow("a date is none") << u"el"_s << u"Η γέφυρα κατέρρευσε την Τρίτη 14 Μαΐου 2024."_s << QString();
}

void tst_OtherLanguages::names()
{
    QFETCH(const QString, language);
    QFETCH(const QString, text);
    QFETCH(const QString, names);
    QStringList found;
    for (const NameMention &name : analysed(language, text).names)
        found << name.span.of(text).toString();
    QCOMPARE(found.join(u'|'), names);
}

void tst_OtherLanguages::ideographs_data()
{
    QTest::addColumn<QString>("signs");
    QTest::addColumn<double>("number");
    QTest::newRow("ten") << u"十"_s << 10.0;
    QTest::newRow("eleven") << u"十一"_s << 11.0;
    QTest::newRow("twenty") << u"二十"_s << 20.0;
    QTest::newRow("with a nought") << u"一百零五"_s << 105.0;
    QTest::newRow("two hundred and fourteen") << u"二百一十四"_s << 214.0;
    QTest::newRow("ten thousands") << u"一百二十万"_s << 1.2e6;
    QTest::newRow("hundred millions and ten thousands") << u"三亿五千万"_s << 3.5e8;
    QTest::newRow("a year, digit by digit") << u"二〇二四"_s << 2024.0;
}

void tst_OtherLanguages::ideographs()
{
    QFETCH(const QString, signs);
    QFETCH(const double, number);
    QCOMPARE(ideographicNumber(signs), number);
}

void tst_OtherLanguages::twoLanguagesAlignByNamesAndFigures()
{
    const auto comparison =
        comparisonOf({articleOf(u"en.txt"_s, u"en"_s, english()), articleOf(u"fr.txt"_s, u"fr"_s, french())});
    QVERIFY(comparison);
    for (int passage = 1; passage <= 3; ++passage)
        QVERIFY2(areLinked(*comparison, {0, passage}, {1, passage}), qPrintable(QString::number(passage)));
    QVERIFY(!areLinked(*comparison, {0, 4}, {1, 4}));
}

void tst_OtherLanguages::wordingIsNotComparedAcrossLanguages()
{
    const auto comparison =
        comparisonOf({articleOf(u"en.txt"_s, u"en"_s, english()), articleOf(u"fr.txt"_s, u"fr"_s, french())});
    QVERIFY(comparison);
    QVERIFY(comparison->divergences.empty());
    QCOMPARE(comparison->fallbacks.size(), size_t{1});
    QVERIFY2(comparison->fallbacks.front().contains(u"English (1), French (1)"_s),
             qPrintable(comparison->fallbacks.front()));
    const auto one =
        comparisonOf({articleOf(u"a.txt"_s, u"fr"_s, french()), articleOf(u"b.txt"_s, u"fr-CA"_s, french())});
    QVERIFY(one);
    QVERIFY2(one->fallbacks.empty(), "one language with two countries is one");
}

void tst_OtherLanguages::figuresAreComparedAcrossLanguages()
{
    QStringList other = french();
    other[3].replace(u"1,2 million"_s, u"1,9 million"_s);
    const auto comparison =
        comparisonOf({articleOf(u"en.txt"_s, u"en"_s, english()), articleOf(u"fr.txt"_s, u"fr"_s, other)});
    QVERIFY(comparison);
    for (const Divergence &divergence : comparison->divergences)
        QVERIFY(divergence.kind == DivergenceKind::Figure || divergence.kind == DivergenceKind::Date);
}

void tst_OtherLanguages::aTranslatedNumberIsNoDetail()
{
    QStringList other = french();
    other[3].replace(u"1,2 million d'euros"_s, u"1 200 000 euros"_s);
    const auto comparison =
        comparisonOf({articleOf(u"a.txt"_s, u"fr"_s, french()), articleOf(u"b.txt"_s, u"fr"_s, other)});
    QVERIFY(comparison);
    QVERIFY(comparison->divergences.empty());
}

QTEST_GUILESS_MAIN(tst_OtherLanguages)
#include "tst_otherlanguages.moc"
