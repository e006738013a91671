// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/figures.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

std::vector<Figure> figuresOf(const QString &text, const QString &language = u"en"_s)
{
    const std::vector<Word> words = findWords(text, language);
    return findFigures(text, words, findSentences(text, words, language), language);
}

QString numberText(double number)
{
    return QString::number(std::round(number * 1000) / 1000, 'g', 12);
}

/// "[more than 80 people] >=80 people (dead)": # ordinal, ~ about, >= <= bounds, ? vague.
QString described(const Figure &figure, const QString &text)
{
    static constexpr std::array precisions = {"", "~", ">=", "<=", "?"};
    QString result = u"["_s + figure.span.of(text).toString() + u"] "_s;
    if (figure.value.kind == FigureKind::Ordinal)
        result += u'#';
    result +=
        QString::fromLatin1(precisions[static_cast<size_t>(figure.value.precision)]) + numberText(figure.value.number);
    if (figure.value.upper)
        result += u".."_s + numberText(*figure.value.upper);
    if (!figure.value.unit.isEmpty())
        result += u' ' + figure.value.unit;
    if (!figure.state.isEmpty())
        result += u" ("_s + figure.state + u')';
    return result;
}

QStringList describedIn(const QString &text, const QString &language = u"en"_s)
{
    QStringList all;
    for (const Figure &figure : figuresOf(text, language))
        all += described(figure, text);
    return all;
}

FigureValue valueIn(const QString &text)
{
    const std::vector<Figure> figures = figuresOf(text);
    return figures.size() == 1 ? figures.front().value
                               : FigureValue{FigureKind::Count, -12345, {}, {}, Precision::Exact, {}};
}

} // namespace

class tst_Figures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void finds_data();
    void finds();
    void findsInOtherLanguages_data();
    void findsInOtherLanguages();
    void findsNone_data();
    void findsNone();
    void agrees_data();
    void agrees();
    void equals_data();
    void equals();
    void spansLieInsideTheTextAndApart();
};

void tst_Figures::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("figures");
    const auto row = [](const char *name, const QString &text, const QStringList &figures) {
        QTest::newRow(name) << text << figures;
    };

    row("thousands comma", u"They sheltered 1,200 people overnight."_s, {u"[1,200 people] 1200 people"_s});
    row("thousands stop before a counted noun", u"The hall seats 1.200 visitors."_s,
        {u"[1.200 visitors] 1200 visitor"_s});
    row("stop before a unit is a decimal mark", u"It sank 1.234 km out."_s, {u"[1.234 km] 1234 m"_s});
    row("thousands space", u"Shops sold 1 200 lamps."_s, {u"[1 200 lamps] 1200 lamp"_s});
    row("no-break space", u"Shops sold 12\u00a0000 lamps."_s, {u"[12\u00a0000 lamps] 12000 lamp"_s});
    row("Swiss apostrophe", u"Shops sold 1’200 lamps."_s, {u"[1’200 lamps] 1200 lamp"_s});
    row("Indian grouping", u"There are 1,20,000 voters."_s, {u"[1,20,000 voters] 120000 voter"_s});
    row("decimals after thousands", u"It cost $1,234.50 to mend."_s, {u"[$1,234.50] 1234.5 USD"_s});
    row("decimal percent", u"Sales fell 12.5% in all shops."_s, {u"[12.5%] 12.5 %"_s});
    row("vulgar fraction", u"The river rose 3½ metres."_s, {u"[3½ metres] 3.5 m"_s});
    row("scientific", u"The lab read 1e6 samples."_s, {u"[1e6 samples] 1000000 sample"_s});
    row("k", u"The clip drew 1.2k comments."_s, {u"[1.2k comments] 1200 comment"_s});

    row("score", u"The home side won 3-1 on Saturday."_s, {u"[3-1] 3..1 score"_s});
    row("vote", u"The motion passed 5-4 in committee."_s, {u"[5-4] 5..4 score"_s});
    row("range of a counted thing", u"They won 9-11 medals."_s, {u"[9-11 medals] 9..11 medal"_s});
    row("half an hour", u"It took half an hour."_s, {u"[half an hour] 1800 s"_s});
    row("a quarter of a mile", u"They swam a quarter of a mile."_s, {u"[a quarter of a mile] 402.336 m"_s});
    row("one word", u"Sixteen sailors came home."_s, {u"[Sixteen sailors] 16 sailor"_s});
    row("hyphened word", u"He counted fifty-six crates."_s, {u"[fifty-six crates] 56 crate"_s});
    row("unhyphened tens", u"He counted fifty six crates."_s, {u"[fifty six crates] 56 crate"_s});
    row("long words", u"Some say three hundred and twenty thousand farmers left."_s,
        {u"[three hundred and twenty thousand farmers] 320000 farmer"_s});
    row("twelve hundred", u"They sold twelve hundred tickets."_s, {u"[twelve hundred tickets] 1200 ticket"_s});
    row("a hundred", u"A hundred lorries waited."_s, {u"[A hundred lorries] 100 lorry"_s});
    row("a dozen", u"She hired a dozen crew members."_s, {u"[a dozen crew members] 12 member"_s});
    row("two dozen", u"Police took two dozen rifles."_s, {u"[two dozen rifles] 24 rifle"_s});
    row("half a dozen", u"He ate half a dozen eggs."_s, {u"[half a dozen eggs] 6 egg"_s});
    row("half a million", u"Half a million voters stayed away."_s, {u"[Half a million voters] 500000 voter"_s});
    row("digits and magnitude", u"About 1.2 million homes lost power."_s,
        {u"[About 1.2 million homes] ~1200000 home"_s});
    row("and a half", u"The talks took three and a half hours."_s, {u"[three and a half hours] 12600 s"_s});
    row("one and a half million", u"One and a half million birds died."_s,
        {u"[One and a half million birds] 1500000 bird"_s});
    row("zero", u"Zero cases were found."_s, {u"[Zero cases] 0 case"_s});
    row("one of a thing", u"One infant and two buoys were found."_s,
        {u"[One infant] 1 infant"_s, u"[two buoys] 2 buoy"_s});

    row("percent sign", u"It destroyed 20% of the operational aircraft."_s,
        {u"[20% of the operational aircraft] 20 %"_s});
    row("percent word", u"Turnout was 20 percent at noon."_s, {u"[20 percent] 20 %"_s});
    row("per cent", u"Turnout was 20 per cent at noon."_s, {u"[20 per cent] 20 %"_s});
    row("percentage points", u"Rates rose two percentage points."_s, {u"[two percentage points] 2 pp"_s});
    row("one in five", u"One in five nurses works nights."_s, {u"[One in five nurses] 20 %"_s});
    row("no share where the second number has a unit", u"It killed two in three days."_s,
        {u"[two] 2 (dead)"_s, u"[three days] 259200 s"_s});
    row("a third of", u"A third of farms lost stock."_s, {u"[A third of farms] 33.333 %"_s});
    row("three-quarters of", u"Three-quarters of the seats were taken."_s, {u"[Three-quarters of the seats] 75 %"_s});
    row("half of", u"Half of the seats were empty."_s, {u"[Half of the seats] 50 %"_s});

    row("ordinal word", u"It was the eighth veto of the war."_s, {u"[eighth veto] #8 veto"_s});
    row("ordinal digits", u"It was her 3rd appeal."_s, {u"[3rd appeal] #3 appeal"_s});
    row("ordinal of many words", u"The twenty-first ship sank."_s, {u"[twenty-first ship] #21 ship"_s});

    row("or range", u"It lies 2,000 or 3,000 metres down."_s, {u"[2,000 or 3,000 metres] 2000..3000 m"_s});
    row("between and", u"Between 80 and 90 swimmers came."_s, {u"[Between 80 and 90 swimmers] 80..90 swimmer"_s});
    row("dash range with magnitude", u"Some 12–20 million people voted."_s,
        {u"[Some 12–20 million people] ~12000000..20000000 people"_s});
    row("word range", u"Nine to eleven eagles nest here."_s, {u"[Nine to eleven eagles] 9..11 eagle"_s});
    row("money range", u"They offered between €12 million and €20 million."_s,
        {u"[between €12 million and €20 million] 12000000..20000000 EUR"_s});
    row("a fall is no range", u"Prices fell from 20 to 30 cents."_s, {u"[20] 20"_s, u"[30 cents] 30 cent"_s});
    row("day range", u"The batteries last 30–40 days."_s, {u"[30–40 days] 2592000..3456000 s"_s});

    row("scores of", u"The gas killed scores of civilians."_s, {u"[scores of civilians] ?60 civilian (dead)"_s});
    row("dozens of", u"They wrote dozens of letters."_s, {u"[dozens of letters] ?36 letter"_s});
    row("several hours", u"They held several hours of talks."_s, {u"[several hours] ?18000 s"_s});
    row("hundreds", u"Hundreds joined the march."_s, {u"[Hundreds] ?300"_s});
    row("tens of thousands", u"Tens of thousands of pilgrims came."_s,
        {u"[Tens of thousands of pilgrims] ?30000 pilgrim"_s});
    row("several hundred miles", u"It was several hundred miles away."_s, {u"[several hundred miles] ?804672 m"_s});
    row("a series of", u"It sent a series of automated signals."_s, {u"[a series of automated signals] ?5 signal"_s});
    row("a handful of", u"A handful of shops opened."_s, {u"[A handful of shops] ?5 shop"_s});
    row("a day of", u"The men began a day of tense talks."_s, {u"[a day] 86400 s"_s});

    row("more than, headless", u"The blast killed more than 80."_s, {u"[more than 80] >=80 (dead)"_s});
    row("at least", u"At least two bodies were found."_s, {u"[At least two bodies] >=2 body"_s});
    row("over", u"Over 300 tonnes leaked."_s, {u"[Over 300 tonnes] >=300000 kg"_s});
    row("up to", u"Up to 90 families moved."_s, {u"[Up to 90 families] <=90 family"_s});
    row("as many as", u"As many as 40 schools closed."_s, {u"[As many as 40 schools] <=40 school"_s});
    row("fewer than", u"Fewer than ten ships remain."_s, {u"[Fewer than ten ships] <=10 ship"_s});
    row("nearly", u"Nearly 90 families moved."_s, {u"[Nearly 90 families] ~90 family"_s});
    row("or so", u"The fifty or so bodies were buried."_s, {u"[fifty or so bodies] ~50 body"_s});
    row("or more", u"It took 20 or more boats."_s, {u"[20 or more boats] >=20 boat"_s});
    row("plus sign", u"He owns 80+ goats."_s, {u"[80+] >=80"_s});
    row("no more than", u"No more than 12 guests may come."_s, {u"[No more than 12 guests] <=12 guest"_s});
    row("bound outside a hedge", u"Up to around 90 trees fell."_s, {u"[Up to around 90 trees] <=90 tree"_s});

    row("dollars with bn", u"The bridge cost $1.2bn."_s, {u"[$1.2bn] 1200000000 USD"_s});
    row("dollars with million", u"The bridge cost US$1.2 million."_s, {u"[US$1.2 million] 1200000 USD"_s});
    row("m after money is a million", u"The bridge cost £1,200m."_s, {u"[£1,200m] 1200000000 GBP"_s});
    row("m without money is a metre", u"It lies at a depth of 3,000m."_s, {u"[3,000m] 3000 m"_s});
    row("euros in words", u"He paid five hundred euros."_s, {u"[five hundred euros] 500 EUR"_s});
    row("crore", u"The scheme cost Rs 1.2 crore."_s, {u"[Rs 1.2 crore] 12000000 INR"_s});
    row("money converted in brackets", u"They asked for €12 million (about US$16 million) more."_s,
        {u"[€12 million (about US$16 million)] 12000000 EUR"_s});

    row("length converted in brackets", u"It vanished 190 miles (306 km) off the coast."_s,
        {u"[190 miles (306 km)] 305775.36 m"_s});
    row("range converted in brackets", u"It lies 2,000 or 3,000 metres [6,500 to 9,800 feet] down."_s,
        {u"[2,000 or 3,000 metres [6,500 to 9,800 feet]] 2000..3000 m"_s});
    row("area", u"They searched 2 square miles of sea."_s, {u"[2 square miles] 5179976.221 m²"_s});
    row("speed", u"It flew at 840 kilometres per hour."_s, {u"[840 kilometres per hour] 233.333 m/s"_s});
    row("speed with an article", u"It flew at 36 kilometres an hour."_s, {u"[36 kilometres an hour] 10 m/s"_s});
    row("mass", u"The depot holds three tonnes of grain."_s, {u"[three tonnes] 3000 kg"_s});
    row("pounds are a mass", u"The stone weighs 10 pounds."_s, {u"[10 pounds] 4.536 kg"_s});
    row("Celsius below zero", u"It fell to minus five degrees Celsius."_s, {u"[minus five degrees Celsius] -5 °C"_s});
    row("minus sign", u"It fell to −12 C in the pass."_s, {u"[−12 C] -12 °C"_s});
    row("Fahrenheit", u"It reached 104 degrees Fahrenheit."_s, {u"[104 degrees Fahrenheit] 40 °C"_s});
    row("duration glued to a noun", u"A three-month search began."_s, {u"[three-month] 7889238 s"_s});
    row("volume", u"They carried two litres of acid."_s, {u"[two litres] 0.002 m³"_s});
    row("a count glued to a noun", u"The 15-member council met."_s, {u"[15-member] 15 member"_s});

    row("age before a noun", u"A 15-year-old boy found it."_s, {u"[15-year-old] 15 year old"_s});
    row("aged", u"A boy aged fifteen found it."_s, {u"[aged fifteen] 15 year old"_s});
    row("years old", u"The tower is 300 years old."_s, {u"[300 years old] 300 year old"_s});

    row("an age behind a name", u"Jan Lund, 38, ran. Ada Berg (41) fell."_s,
        {u"[38] 38 year old"_s, u"[41] 41 year old"_s});
    row("a number behind a day is no age", u"On Late Monday, 12, more came."_s, {u"[12] 12"_s});
    row("a number that names a place counts nothing", u"They met in the 1200 block of Reed Street."_s,
        {u"[1200] 1200"_s});
    row("who kills is not dead", u"Two officers shot and killed a boy."_s, {u"[Two officers] 2 officer"_s});
    row("nor who arrests", u"He was arrested by 12 guards on the pier."_s, {u"[12 guards] 12 guard"_s});
    row("who was killed is dead, whatever follows", u"Two officers were killed the same day."_s,
        {u"[Two officers] 2 officer (dead)"_s});

    row("two counts and two fates",
        u"Thirty-six people were injured and three were still missing on Thursday morning, said Petra Marek, the country's civil protection chief."_s,
        {u"[Thirty-six people] 36 people (injured)"_s, u"[three] 3 (missing)"_s});
    row("killed and injured stay apart", u"The quake killed 12 and injured 40."_s,
        {u"[12] 12 (dead)"_s, u"[40] 40 (injured)"_s});
    row("state after the noun", u"The raid left 87 villagers dead."_s, {u"[87 villagers] 87 villager (dead)"_s});
    row("a cue of another number is not taken", u"The raid left 12 dead and 40 people in hospital."_s,
        {u"[12 dead] 12 dead (dead)"_s, u"[40 people] 40 people"_s});
    row("aboard", u"The ferry had 214 people on board."_s, {u"[214 people] 214 people (aboard)"_s});
    row("missing", u"Three fishermen are missing."_s, {u"[Three fishermen] 3 fisherman (missing)"_s});
    row("arrested", u"Police arrested 30 protesters."_s, {u"[30 protesters] 30 protester (arrested)"_s});
    row("evacuated", u"Some 400 residents were evacuated."_s, {u"[Some 400 residents] ~400 resident (evacuated)"_s});
    row("none", u"No one was hurt. Nobody was killed on Friday, and no injuries were reported."_s,
        {u"[No one] 0 (injured)"_s, u"[Nobody] 0 (dead)"_s, u"[no injuries] 0 injury (injured)"_s});
    row("the cue of a number just out of reach",
        u"No one was hurt in the fire on Friday night although a handful of people were inside."_s,
        {u"[No one] 0 (injured)"_s, u"[a handful of people] ?5 people"_s});
    row("none of something else", u"No one answered. None of it mattered. No sailors came."_s, {});
    row("missing at a time", u"At least ten people were still missing last night."_s,
        {u"[At least ten people] >=10 people (missing)"_s});
    row("a missing thing makes no missing persons", u"Divers found two sailors near the missing boat."_s,
        {u"[two sailors] 2 sailor"_s});

    row("capital and plural count", u"In Paris 20 ships lay idle."_s, {u"[20 ships] 20 ship"_s});
    row("four digits with a plural count", u"Some 2000 homes burned."_s, {u"[Some 2000 homes] ~2000 home"_s});
    row("ago is a duration too", u"It sank fourteen minutes later."_s, {u"[fourteen minutes] 840 s"_s});

    row("hours and minutes", u"The play ran two hours and 20 minutes."_s, {u"[two hours and 20 minutes] 8400 s"_s});
    row("hours, minutes and seconds", u"She ran it in 2 hours, 20 minutes and 5 seconds."_s,
        {u"[2 hours, 20 minutes and 5 seconds] 8405 s"_s});
    row("an hour and minutes", u"The talks took an hour and 20 minutes."_s, {u"[an hour and 20 minutes] 4800 s"_s});
    row("an hour and a half", u"An hour and a half later it sank."_s, {u"[An hour and a half] 5400 s"_s});
    row("years and months", u"He got five years and six months."_s, {u"[five years and six months] 173563236 s"_s});
    row("feet and inches", u"He is five feet ten inches tall."_s, {u"[five feet ten inches] 1.778 m"_s});
    row("pounds and ounces", u"The baby weighed 3 lb 4 oz at birth."_s, {u"[3 lb 4 oz] 1.474 kg"_s});
    row("two durations are no sum", u"He waited 20 minutes and two hours."_s,
        {u"[20 minutes] 1200 s"_s, u"[two hours] 7200 s"_s});
    row("twice the same unit is no sum", u"They lasted five hours and two hours."_s,
        {u"[five hours] 18000 s"_s, u"[two hours] 7200 s"_s});
    row("more than one of the larger is no sum", u"They lasted two hours and 90 minutes."_s,
        {u"[two hours] 7200 s"_s, u"[90 minutes] 5400 s"_s});
    row("two races are no sum", u"She won the 5 km and 400 m."_s, {u"[5 km] 5000 m"_s, u"[400 m] 400 m"_s});
    row("an hour and something else", u"It takes an hour and two buses."_s, {u"[two buses] 2 bus"_s});

    row("Roman numeral of a war", u"He fought in World War II as a boy."_s, {u"[World War II] #2 war"_s});
    row("the same in digits", u"He fought in World War 2 as a boy."_s, {u"[World War 2] #2 war"_s});
    row("the same in words", u"He fought in World War Two as a boy."_s, {u"[World War Two] #2 war"_s});
    row("the same as an ordinal", u"He fought in the Second World War as a boy."_s, {u"[Second World War] #2 war"_s});
    row("the first war", u"World War I ended then."_s, {u"[World War I] #1 war"_s});
    row("about a numbered name", u"She writes about World War II."_s, {u"[World War II] #2 war"_s});
    row("a bowl", u"They won Super Bowl LVIII in Vegas."_s, {u"[Super Bowl LVIII] #58 bowl"_s});
    row("an ordinal bowl", u"They won the 58th Super Bowl in Vegas."_s, {u"[58th Super Bowl] #58 bowl"_s});
    row("chapter and part", u"See chapter IV, or Part 2 of it."_s,
        {u"[chapter IV] #4 chapter"_s, u"[Part 2] #2 part"_s});
    row("category of a storm", u"A Category 4 storm nears."_s, {u"[Category 4] #4 category"_s});

    row("out of three", u"Two out of three voters stayed away."_s, {u"[Two out of three voters] 66.667 %"_s});
    row("of every five", u"One of every five homes burned."_s, {u"[One of every five homes] 20 %"_s});
    row("in every four", u"Three in every four nurses left."_s, {u"[Three in every four nurses] 75 %"_s});
    row("some out of an odd whole are counted", u"Three out of 12 sailors swam."_s,
        {u"[Three] 3"_s, u"[12 sailors] 12 sailor"_s});
    row("a quarter of a million", u"A quarter of a million visitors came."_s,
        {u"[A quarter of a million visitors] 250000 visitor"_s});
    row("quarter-million", u"Some quarter-million visitors came."_s,
        {u"[Some quarter-million visitors] ~250000 visitor"_s});
    row("a quarter of something else", u"A quarter of the seats were taken."_s, {u"[A quarter of the seats] 25 %"_s});
    row("half-dozen", u"A half-dozen barges sank."_s, {u"[A half-dozen barges] 6 barge"_s});
    row("sums with a sign each", u"It cost $1.2bn-$1.5bn to build."_s,
        {u"[$1.2bn-$1.5bn] 1200000000..1500000000 USD"_s});
    row("millions said once, short", u"It cost £3-4m to build."_s, {u"[£3-4m] 3000000..4000000 GBP"_s});
    row("metres stay metres", u"The £3 pole is 4m long."_s, {u"[£3] 3 GBP"_s, u"[4m] 4 m"_s});
    row("magnitude behind", u"A 7.1-magnitude quake struck."_s, {u"[7.1-magnitude] 7.1 magnitude"_s});
    row("magnitude before", u"A quake of magnitude 5.9 struck."_s, {u"[magnitude 5.9] 5.9 magnitude"_s});
    row("magnitude before, joined", u"A magnitude-6 quake struck."_s, {u"[magnitude-6] 6 magnitude"_s});
    row("on the Richter scale", u"It measured 6.4 on the Richter scale."_s,
        {u"[6.4 on the Richter scale] 6.4 magnitude"_s});
    row("degrees on the Richter scale", u"It reached 6.4 degrees on the Richter scale."_s,
        {u"[6.4 degrees on the Richter scale] 6.4 magnitude"_s});
    row("no magnitude", u"It sold 5 magnets of some magnitude."_s, {u"[5 magnets] 5 magnet"_s});
    row("a fraction is no toll", u"A 6.7 degree quake killed 40 people."_s,
        {u"[6.7] 6.7"_s, u"[40 people] 40 people (dead)"_s});
    row("as few as", u"As few as 20 men came."_s, {u"[As few as 20 men] >=20 man"_s});
    row("twenty-odd", u"Twenty-odd chairs fell."_s, {u"[Twenty-odd chairs] ~20 chair"_s});
}

void tst_Figures::finds()
{
    QFETCH(QString, text);
    QFETCH(QStringList, figures);
    QCOMPARE(describedIn(text), figures);
}

void tst_Figures::findsInOtherLanguages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("figures");
    QTest::newRow("German decimal and magnitude")
        << u"Der Umbau kostet 3,5 Millionen Euro."_s << u"de"_s << QStringList{u"[3,5 Millionen Euro] 3500000 EUR"_s};
    QTest::newRow("German thousands") << u"Der Umbau kostet 3.500.000 Euro."_s << u"de"_s
                                      << QStringList{u"[3.500.000 Euro] 3500000 EUR"_s};
    QTest::newRow("German kilometres") << u"Bis dort sind es 12,5 Kilometer."_s << u"de"_s
                                       << QStringList{u"[12,5 Kilometer] 12500 m"_s};
    QTest::newRow("German number word") << u"Es gab zwölf Verletzte."_s << u"de"_s
                                        << QStringList{u"[zwölf Verletzte] 12 verletzt"_s};
    QTest::newRow("French spaces") << u"Le chantier coûte 1\u202f200\u202f000 €."_s << u"fr"_s
                                   << QStringList{u"[1\u202f200\u202f000 €] 1200000 EUR"_s};
    QTest::newRow("French percent") << u"La participation atteint 42,5 %."_s << u"fr"_s
                                    << QStringList{u"[42,5 %] 42.5 %"_s};
    QTest::newRow("Arabic-Indic digits") << u"١٬٢٠٠ شخصا"_s << u"ar"_s << QStringList{u"[١٬٢٠٠ شخصا] 1200 شخص"_s};
    QTest::newRow("Devanagari digits") << u"कुल १२०० लोग बचाए गए।"_s << u"hi"_s << QStringList{u"[१२०० लोग] 1200 लोग"_s};
    QTest::newRow("unknown language") << u"1200 xyz"_s << QString() << QStringList{u"[1200 xyz] 1200 xyz"_s};
}

void tst_Figures::findsInOtherLanguages()
{
    QFETCH(QString, text);
    QFETCH(QString, language);
    QFETCH(QStringList, figures);
    QCOMPARE(describedIn(text, language), figures);
}

void tst_Figures::findsNone_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("empty", QString());
    row("no number", u"Nobody answered the door."_s);
    row("type designation", u"The A330-200 landed safely."_s);
    row("flight number", u"Air Norge Flight 447 was late."_s);
    row("flight number after a comma", u"He boarded Flight 447, which was late."_s);
    row("make and model", u"The Boeing 737 flew low."_s);
    row("street number", u"She lives at No. 10 now."_s);
    row("terminal", u"Families met in Terminal 2 of the airport."_s);
    row("page", u"See page 12 of the report."_s);
    row("month and day", u"It sank on June 1 off the coast."_s);
    row("full date", u"It opened on 18 April 2005 in Bern."_s);
    row("ISO date", u"Filed 2017-04-05 by the desk."_s);
    row("clock time", u"It left at 22:30 from the pier."_s);
    row("clock with pm", u"It left at 7 p.m. from the pier."_s);
    row("bare year", u"The 2003 invasion is remembered."_s);
    row("year after a preposition", u"The plan of 2013 failed."_s);
    row("season", u"The 2013-14 season was their best."_s);
    row("telephone, international", u"Call +44 20 7946 0018 for details."_s);
    row("telephone, national", u"Call 0800 800 812 for details."_s);
    row("round the clock", u"The shop is open 24/7 all year."_s);
    row("decade", u"Music of the 1980s was played."_s);
    row("footnote", u"The pilot went home.[12]"_s);
    row("a score without a result", u"They stood at 3-1 on Saturday."_s);
    row("one as a pronoun", u"One of them left and no one came."_s);
    row("one day", u"One day it will end."_s);
    row("first is no number", u"It was the first visit of a queen."_s);
    row("scores of a match", u"The scores were level."_s);
    row("second as an ordinal without a noun", u"She came second to him."_s);
    row("article before a unit that measures nothing", u"He runs twice a day."_s);
    row("the person who speaks", u"In the part I like, I sing; in this chapter I ask why."_s);
    row("a pope and a king", u"Pope John Paul II met Juan Carlos I and Malcolm X."_s);
    row("letters that could be numbers", u"The IV drip, a CD, vitamin C, size XL, MIX and DIV."_s);
    row("plans and parts with letters", u"Medicare Part D is no Part C; Act L of it."_s);
    row("no Roman numeral", u"Chapter IIX and chapter VX are misprints."_s);
}

void tst_Figures::findsNone()
{
    QFETCH(QString, text);
    QCOMPARE(describedIn(text), QStringList());
}

void tst_Figures::agrees_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, const QString &a, const QString &b, bool expected) {
        QTest::newRow(name) << a << b << expected;
    };
    row("separators", u"1,200 homes"_s, u"1200 homes"_s, true);
    row("words and digits", u"twelve hundred homes"_s, u"1,200 homes"_s, true);
    row("two counts", u"87 villagers"_s, u"89 villagers"_s, false);
    row("bound admits a count", u"more than 80 villagers"_s, u"87 villagers"_s, true);
    row("bound excludes a count", u"at least 89 villagers"_s, u"87 villagers"_s, false);
    row("bound does not reach ten times as far", u"more than 80 villagers"_s, u"4,000 villagers"_s, false);
    row("lower bounds", u"at least 80 trees"_s, u"more than 80 trees"_s, true);
    row("other lower bounds", u"at least 12 trees"_s, u"at least 15 trees"_s, false);
    row("upper bound excludes", u"at most 80 guests"_s, u"87 guests"_s, false);
    row("nearly", u"nearly 90 families"_s, u"87 families"_s, true);
    row("vague admits", u"scores of villagers"_s, u"87 villagers"_s, true);
    row("vague excludes", u"hundreds of villagers"_s, u"12 villagers"_s, false);
    row("vague magnitudes", u"hundreds of villagers"_s, u"thousands of villagers"_s, false);
    row("couple and several", u"a couple of windows"_s, u"several windows"_s, true);
    row("a day is more than several hours", u"a day of talks"_s, u"several hours of talks"_s, false);
    row("miles and kilometres", u"190 miles"_s, u"306 km"_s, true);
    row("rounded conversion", u"2,800 miles"_s, u"4,500 km"_s, true);
    row("same unit allows no rounding", u"650 km"_s, u"655 km"_s, false);
    row("range holds a count", u"between 80 and 90 swimmers"_s, u"87 swimmers"_s, true);
    row("range excludes a count", u"between 80 and 90 swimmers"_s, u"95 swimmers"_s, false);
    row("currency", u"€1.2bn"_s, u"$1.2bn"_s, false);
    row("magnitudes of money", u"£1,200m"_s, u"£1.2 billion"_s, true);
    row("percent and share", u"20 per cent"_s, u"one in five nurses"_s, true);
    row("a third and 33 percent", u"a third of farms"_s, u"33%"_s, true);
    row("points are not percent", u"two percentage points"_s, u"two percent"_s, false);
    row("month and thirty days", u"a three-month search"_s, u"90 days"_s, true);
    row("count and ordinal", u"seven vetoes"_s, u"eighth veto"_s, false);
    row("sign", u"−12 C"_s, u"12 C"_s, false);
}

void tst_Figures::agrees()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, expected);
    const FigureValue x = valueIn(a);
    const FigureValue y = valueIn(b);
    QCOMPARE(agree(x, y), expected);
    QCOMPARE(agree(y, x), expected);
    QVERIFY(agree(x, x));
    QVERIFY(agree(y, y));
}

void tst_Figures::equals_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a dozen and 12") << u"a dozen crew members"_s << u"12 crew members"_s << true;
    QTest::newRow("converted") << u"190 miles"_s << u"306 km"_s << true;
    QTest::newRow("converted, and about") << u"about 25 miles"_s << u"40 kilometres"_s << true;
    QTest::newRow("precision differs") << u"more than 80 trees"_s << u"80 trees"_s << false;
    QTest::newRow("range and point") << u"2,000 or 3,000 metres"_s << u"3,000 metres"_s << false;
    QTest::newRow("half and 50 percent") << u"half of the seats"_s << u"50%"_s << true;
}

void tst_Figures::equals()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, expected);
    QCOMPARE(areEqual(valueIn(a), valueIn(b)), expected);
    QCOMPARE(areEqual(valueIn(b), valueIn(a)), expected);
    QVERIFY(areEqual(valueIn(a), valueIn(a)));
}

void tst_Figures::spansLieInsideTheTextAndApart()
{
    const QStringList texts = {u"One (two) [three 4] 5% of 6–7 km, 8½ or 9+."_s,
                               u"“12 million”, he said — “or 13 million”."_s,
                               u"2,000 or 3,000 metres [6,500 to 9,800 feet"_s,
                               u"½ 10% 0x10 1.2.3 4,5,6 7..8 $ 9 €"_s,
                               u"A a an half a few of"_s,
                               u"hundred and and thousand million"_s,
                               u"more than"_s,
                               u"between 5 and"_s,
                               u"𝟗 lives 😀 9 lives"_s};
    for (const QString &text : texts) {
        int end = 0;
        for (const Figure &figure : figuresOf(text)) {
            QVERIFY(figure.span.start >= end);
            QVERIFY(figure.span.length > 0);
            QVERIFY(figure.span.end() <= text.size());
            QVERIFY(figure.span.contains(figure.numberSpan));
            end = figure.span.end();
        }
    }
}

QTEST_GUILESS_MAIN(tst_Figures)
#include "tst_figures.moc"
