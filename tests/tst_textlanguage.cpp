// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The language of an article is known from its text, and from what the file says of itself where the text is short.
#include "story/textlanguage.h"

#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

class tst_TextLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void isKnownFromTheText_data();
    void isKnownFromTheText();
    void declared_data();
    void declared();
    void asideCountsNothing();
};

void tst_TextLanguage::isKnownFromTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("figures alone") << u"214, 12, 1 200 000 – 87 %"_s << QString();
    QTest::newRow("too little to tell") << u"Ferry aground"_s << QString();
    QTest::newRow("English, one sentence")
        << u"A passenger ferry carrying 214 people ran aground in fog on Tuesday night, the coast guard said, and an inquiry would report within six weeks."_s
        << u"en"_s;
    QTest::newRow("Dutch")
        << u"De veerboot is dinsdagavond in dichte mist op een zandbank gelopen. De kapitein was al twintig jaar in dienst van de rederij en had niet gedronken."_s
        << u"nl"_s;
    QTest::newRow("German with words that English has too")
        << u"Die Fähre war am Dienstagabend im Nebel auf eine Sandbank gelaufen. Was war in der Nacht geschehen? In der Reederei will man noch nichts sagen."_s
        << u"de"_s;
    QTest::newRow("French")
        << u"Un ferry s’est échoué mardi soir dans le brouillard, a annoncé la préfecture. On a entendu un choc, a raconté une passagère."_s
        << u"fr"_s;
    QTest::newRow("Portuguese")
        << u"O ferry encalhou na terça-feira à noite. As autoridades vão abrir um inquérito a fim de apurar as causas e a responsabilidade da tripulação."_s
        << u"pt"_s;
    QTest::newRow("Polish")
        << u"Prom osiadł we wtorek wieczorem na mieliźnie, a dwanaście osób zostało rannych. Żaden z rannych nie jest w ciężkim stanie."_s
        << u"pl"_s;
    QTest::newRow("Turkish")
        << u"Feribot salı akşamı siste karaya oturdu, on iki kişi yaralandı. Kaptanın yirmi yıldır bu hatta çalıştığı öğrenildi."_s
        << u"tr"_s;
    QTest::newRow("Russian")
        << u"Паром сел на мель во вторник вечером в тумане. Пострадали двенадцать человек, сообщила полиция; расследование ещё не закончено."_s
        << u"ru"_s;
    QTest::newRow("Ukrainian")
        << u"Пором сів на мілину у вівторок увечері в тумані, постраждали дванадцятеро людей, серед них двоє дітей."_s
        << u"uk"_s;
    QTest::newRow("Greek") << u"Το πλοίο προσάραξε το βράδυ της Τρίτης μέσα στην ομίχλη."_s << u"el"_s;
    QTest::newRow("Arabic") << u"جنحت العبارة مساء الثلاثاء وسط الضباب، وأصيب اثنا عشر شخصا بجروح."_s << u"ar"_s;
    QTest::newRow("Persian")
        << u"یک قایق مسافربری شامگاه سه‌شنبه در مه به گل نشست و دوازده نفر زخمی شدند."_s
        << u"fa"_s;
    QTest::newRow("Hebrew, under its name of today")
        << u"המעבורת עלתה ביום שלישי בערב על שרטון בערפל, ושנים עשר בני אדם נפצעו."_s << u"he"_s;
    QTest::newRow("Hindi") << u"मंगलवार की रात कोहरे में नौका रेत में फंस गई और बारह लोग घायल हो गए।"_s << u"hi"_s;
    QTest::newRow("Thai") << u"เรือเฟอร์รี่เกยตื้นท่ามกลางหมอกหนาเมื่อคืนวันอังคาร มีผู้บาดเจ็บหลายคน"_s << u"th"_s;
    QTest::newRow("Japanese") << u"火曜日の夜、フェリーが濃霧の中で座礁した。乗客は全員救助された。"_s << u"ja"_s;
    QTest::newRow("Korean") << u"화요일 밤 여객선이 안개 속에서 좌초해 열두 명이 다쳤다."_s << u"ko"_s;
    QTest::newRow("Chinese") << u"一艘渡轮周二晚间在大雾中搁浅，造成十二人受伤，警方正在调查事故原因。"_s << u"zh"_s;
}

void tst_TextLanguage::isKnownFromTheText()
{
    QFETCH(const QString, text);
    QFETCH(const QString, language);
    QCOMPARE(languageOf({{text, Role::Body}}, {}), language);
}

void tst_TextLanguage::declared_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("language");
    const QString sentence =
        u"Un ferry s’est échoué mardi soir dans le brouillard, a annoncé la préfecture, et douze personnes ont été blessées. "_s;
    QTest::newRow("of a short text stands") << u"Ferry aground"_s << u"en"_s << u"en"_s;
    QTest::newRow("stands with its country") << sentence.repeated(12) << u"fr-CA"_s << u"fr-CA"_s;
    QTest::newRow("a template's, which a long text disproves") << sentence.repeated(12) << u"en"_s << u"fr"_s;
    QTest::newRow("a language that nobody can tell from the text") << u"214 214 214"_s << u"tlh"_s << u"tlh"_s;
}

void tst_TextLanguage::declared()
{
    QFETCH(const QString, text);
    QFETCH(const QString, declared);
    QFETCH(const QString, language);
    QCOMPARE(languageOf({{text, Role::Body}}, declared), language);
}

void tst_TextLanguage::asideCountsNothing()
{
    const QString menu = u"Home News Sport Culture About us Contact the editors and read more of what they have"_s;
    const std::vector<Passage> passages{
        {menu.repeated(20), Role::Furniture},
        {u"Паром сел на мель во вторник вечером в тумане. Пострадали двенадцать человек, сообщила полиция; расследование ещё не закончено."_s,
         Role::Body}};
    QCOMPARE(languageOf(passages, {}), u"ru"_s);
}

QTEST_GUILESS_MAIN(tst_TextLanguage)
#include "tst_textlanguage.moc"
