// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignment/alignment.h"
#include "alignment/vocabulary.h"
#include "divergence/agreement.h"
#include "divergence/alignedreadings.h"
#include "divergence/datedivergences.h"
#include "divergence/figuredivergences.h"

#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// One article a text, one passage each, all of one event. Other passages keep the words from being rare by accident;
/// `before` of them open every article.
struct MadeStory {
    explicit MadeStory(const QStringList &texts, std::optional<QDate> published = QDate(2021, 3, 18),
                       bool isLinked = true, int before = 0)
    {
        static const QStringList others = {
            u"The orchard festival drew brass bands and bakers from every valley around."_s,
            u"A new library opened its reading room beside the old brewery."_s,
            u"Engineers praised the tram line, whose trains now run to the harbour."_s,
            u"The choir rehearsed for hours before the bishop arrived."_s,
            u"Farmers complained about the price of milk and diesel."_s,
            u"Her novel won a prize that the academy gives to young writers."_s,
        };
        for (const QString &text : texts) {
            Article article;
            article.language = u"en"_s;
            article.published = published;
            for (int i = 0; i < before; ++i)
                article.passages.push_back({others[i], Role::Body});
            article.passages.push_back({text, Role::Body});
            story.articles.push_back(article);
        }
        for (const QString &text : others)
            story.articles.front().passages.push_back({text, Role::Body});
        for (const Article &article : story.articles)
            language.push_back(analyse(article));
        Event event;
        const int count = static_cast<int>(texts.size());
        for (int i = 0; i < (isLinked ? count : 1); ++i) {
            event.members.push_back({{i, before}, 1});
            for (int k = i + 1; k < count && isLinked; ++k)
                alignment.links.push_back({{i, before}, {k, before}, 1, {}});
        }
        alignment.events.push_back(event);
    }

    /// "dead: A[87 people] B[89 people]", one line a divergence, weightiest first.
    QStringList found(std::vector<Divergence> (*rule)(const DivergenceContext &)) const
    {
        const Vocabulary vocabulary(story, language);
        const DivergenceContext context(story, language, alignment, vocabulary);
        std::vector<Divergence> divergences = rule(context);
        std::ranges::stable_sort(divergences, {}, [](const Divergence &d) { return -d.weight; });
        QStringList lines;
        for (const Divergence &divergence : divergences) {
            QString line = divergence.subject + u':';
            for (const Reading &reading : divergence.readings) {
                const QString text = reading.span.of(story.passage(reading.passage).text).toString();
                line += u' ' + QChar(u'A' + reading.group) + u'[' + text + u']';
            }
            lines += line;
        }
        return lines;
    }

    Story story;
    std::vector<ArticleLanguage> language;
    Alignment alignment;
};

} // namespace

class tst_DivergenceFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void figures_data();
    void figures();
    void recalledTolls_data();
    void recalledTolls();
    void aRetrospectiveTellsOfItsOwnYear();
    void dates_data();
    void dates();
    void datesOfUnknownDay();
    void rareCountsMeetWithoutALink();
    void tollOutweighsTheRest();
    void groupsKeepPrecision();
    void equalValuesPairFirst();
    void readingsSayWhatWasComparedAndWithWhichSentence();
};

void tst_DivergenceFigures::figures_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QStringList>("divergences");
    const auto row = [](const char *name, const QStringList &texts, const QStringList &divergences) {
        QTest::newRow(name) << texts << divergences;
    };
    row("a toll in four voices",
        {u"The shelling of the market killed scores of civilians."_s, u"The shelling of the market killed 89 people."_s,
         u"The market shelling left 87 shoppers dead."_s, u"In all 87 people died when shells hit the market."_s,
         u"The shelling killed more than 80."_s},
        {u"dead: A[scores of civilians] B[89 people] A[87 shoppers] A[87 people] A[more than 80]"_s});
    row("precision alone is listed",
        {u"The dam burst and killed 87 villagers."_s, u"The dam burst killed more than 80 villagers."_s},
        {u"dead: A[87 villagers] B[more than 80 villagers]"_s});
    row("dead and injured are two things",
        {u"The derailment killed 12 people."_s, u"The derailment injured 40 people."_s}, {});
    row("the same number in words", {u"The storm felled twelve hundred oaks."_s, u"The storm felled 1,200 oaks."_s},
        {});
    row("a converted length",
        {u"The wreck lies 190 miles off the northern cape."_s, u"The wreck lies 306 km off the northern cape."_s}, {});
    row("a conversion in brackets contradicts nothing",
        {u"The wreck lies 190 miles (306 km) off the northern cape."_s,
         u"The wreck lies 306 km off the northern cape."_s},
        {});
    row("other lengths",
        {u"The wreck lies 650 km off the northern cape."_s, u"The wreck lies 190 miles off the northern cape."_s},
        {u"cape: A[650 km] B[190 miles]"_s});
    row("near numbers of kindred things",
        {u"The frigate sailed for the island with 300 personnel on Tuesday."_s,
         u"The frigate left for the island with 320 troops on board."_s},
        {u"aboard: A[300 personnel] B[320 troops]"_s});
    row("numbers far from each other of kindred things",
        {u"The frigate sailed for the island with 300 personnel on Tuesday."_s,
         u"The frigate left for the island past 20 guards on the pier."_s},
        {});
    row("miles at sea",
        {u"The trawler was three nautical miles off the cape when it was stopped."_s,
         u"The trawler was three miles off the cape when it was stopped."_s},
        {});
    row("a bound stands with its own number",
        {u"Winds of 205 km/h tore the roofs off the harbour sheds."_s,
         u"Winds of 205 km/h tore roofs off the harbour sheds."_s,
         u"Winds of 215 km/h tore the roofs off the harbour sheds."_s,
         u"Winds of up to 215 km/h tore the roofs off the harbour sheds."_s},
        {u"winds: A[205 km/h] A[205 km/h] B[215 km/h] B[up to 215 km/h]"_s});
    row("the trapped are missing",
        {u"Some 30 people were trapped when the mine flooded."_s,
         u"Some 25 people were missing when the mine flooded."_s},
        {u"missing: A[Some 30 people] B[Some 25 people]"_s});
    row("passengers and people aboard",
        {u"The ferry carried 216 passengers."_s, u"The ferry had 228 people on board."_s}, {});
    row("none and some",
        {u"No one was hurt when the crane fell in the harbour."_s,
         u"Two people were injured when the crane fell in the harbour."_s},
        {u"injured: A[No one] B[Two people]"_s});
    row("the missing with and without a noun",
        {u"After the flood twelve were hurt and three were still missing in the valley."_s,
         u"After the flood nine people were still missing in the valley."_s},
        {u"missing: A[three] B[nine people]"_s});
    row("the hurt and people of whom nothing is told",
        {u"After the flood 36 people were injured in the valley."_s,
         u"After the flood ten people in the valley cooked soup."_s},
        {});
    row("passengers of one ferry",
        {u"The stricken ferry was carrying 216 passengers."_s, u"The stricken ferry was carrying 220 passengers."_s},
        {u"aboard: A[216 passengers] B[220 passengers]"_s});
    row("count and ordinal",
        {u"It was the senate's seven vetoes that angered ministers."_s,
         u"Ministers were angered by the senate's eighth veto."_s},
        {u"veto: A[seven vetoes] B[eighth veto]"_s});
    row("a day and several hours",
        {u"The ministers held several hours of tense talks."_s, u"The ministers held a day of tense talks."_s},
        {u"talks: A[several hours] B[a day]"_s});
    row("a count and an ordinal far from it",
        {u"She is in the nineteenth season of the harbour choir."_s,
         u"She left the harbour choir after four seasons."_s},
        {});
    row("two ages of one boy",
        {u"Divers found a 9-year-old boy in the flooded mill at noon."_s,
         u"Divers found an eight-year-old boy in the flooded mill at noon."_s},
        {u"boy: A[9-year-old] B[eight-year-old]"_s});
    row("the ages of two climbers",
        {u"A 36-year-old climber fell on the glacier near the hut. A 32-year-old climber was saved near the hut."_s,
         u"A 32-year-old climber fell on the glacier near the hut."_s},
        {});
    row("how long and how long ago",
        {u"The ferry inquiry heard of a three-week trial in the harbour court."_s,
         u"The ferry inquiry heard of a trial in the harbour court a month ago."_s},
        {});
    row("those who shot and those who died",
        {u"Two guards shot and killed a smuggler at the pier."_s, u"At the pier 14 smugglers were killed by guards."_s},
        {});
    row("other things counted",
        {u"The depot burned with 30 lorries inside."_s, u"The depot burned with 40 barrels inside."_s}, {});
    row("too far apart to be one thing",
        {u"The war has killed 320,000 people."_s, u"The war saw 87 people die in the raid."_s}, {});
    row("vague against vague", {u"The blaze destroyed dozens of barns."_s, u"The blaze destroyed scores of barns."_s},
        {});
    row("the equal one is not held against the next",
        {u"The raid took 12 rifles and 30 rifles were left."_s, u"The raid took 12 rifles, police said."_s}, {});
    row("percent of one thing",
        {u"The frost ruined 20% of the vines."_s, u"The frost ruined 35 percent of the vines."_s},
        {u"vines: A[20% of the vines] B[35 percent of the vines]"_s});
    row("percent and share",
        {u"The frost ruined one in five vines."_s, u"The frost ruined 20 per cent of the vines."_s}, {});
    row("currency", {u"Builders say the stadium cost €1.2bn."_s, u"Builders say the stadium cost $1.2bn."_s},
        {u"stadium: A[€1.2bn] B[$1.2bn]"_s});
    row("the parts of a whole",
        {u"The navy arrested 12 Danish and 11 Dutch smugglers off the harbour."_s,
         u"The navy arrested 23 smugglers off the harbour."_s},
        {});
    row("how strong a quake was",
        {u"A quake of magnitude 5.9 shook the harbour town and its valley at dawn."_s,
         u"A 6.1-magnitude quake shook the harbour town and its valley at dawn."_s},
        {u"magnitude: A[magnitude 5.9] B[6.1-magnitude]"_s});
    row("one strength of a quake in two phrases",
        {u"A quake of magnitude 5.9 shook the harbour town and its valley at dawn."_s,
         u"The quake that shook the harbour town and its valley at dawn measured 5.9 on the Richter scale."_s},
        {});
    row("two tolls that both articles tell",
        {u"The harbour tram crash killed 19 people. The worst tram crash of the harbour so far killed 12 people."_s,
         u"The worst harbour tram crash so far killed 12 people. The crash of the tram killed 19 people."_s},
        {});
    row("a duration in two units",
        {u"The harbour inquiry heard that the rescue lasted two hours and 20 minutes."_s,
         u"The harbour inquiry heard that the rescue lasted 140 minutes."_s},
        {});
    row("durations in two units that differ",
        {u"The harbour inquiry heard that the rescue lasted two hours and 20 minutes."_s,
         u"The harbour inquiry heard that the rescue lasted two hours."_s},
        {u"inquiry: A[two hours and 20 minutes] B[two hours]"_s});
    row("one war in three spellings",
        {u"The harbour bunker was built by sailors in World War II."_s,
         u"The harbour bunker was built by sailors in World War 2."_s},
        {});
    row("two wars in one sentence told twice",
        {u"The harbour bunker was built by sailors in World War II."_s,
         u"The harbour bunker was built by sailors in World War I."_s},
        {u"war: A[World War II] B[World War I]"_s});
    row("a war and a count of wars",
        {u"The harbour bunker was built by sailors in World War II."_s,
         u"The harbour bunker built by sailors saw three wars."_s},
        {});
    row("two chapters that both articles know",
        {u"The harbour charter bans anchors in chapter 4 and nets in chapter 5."_s,
         u"The harbour charter bans nets in chapter 5."_s},
        {});
    row("one and two by the number of the noun",
        {u"A body was found by divers under the harbour bridge on Monday."_s,
         u"Two bodies were found by divers under the harbour bridge on Monday."_s},
        {u"bodies: A[A body] B[Two bodies]"_s});
    row("a bare plural against one",
        {u"Divers recovered wooden crates from the harbour before nightfall."_s,
         u"Divers recovered one wooden crate from the harbour before nightfall."_s},
        {u"crate: A[wooden crates] B[one wooden crate]"_s});
    row("a bare plural that opens the text",
        {u"Crates were recovered by divers from the harbour before nightfall."_s,
         u"One crate was recovered by divers from the harbour before nightfall."_s},
        {u"crate: A[Crates] B[One crate]"_s});
    row("a bare plural against two",
        {u"Divers recovered wooden crates from the harbour before nightfall."_s,
         u"Divers recovered two wooden crates from the harbour before nightfall."_s},
        {});
    row("the body is known, a second one is added",
        {u"The body was found by divers under the harbour bridge on Monday."_s,
         u"Two bodies were found by divers under the harbour bridge on Monday."_s,
         u"A second body was found by divers under the harbour bridge on Monday."_s},
        {});
    row("a noun of another sentence",
        {u"A statement by divers praised the harbour choir."_s,
         u"Two statements on the price of milk came from farmers."_s},
        {});
    row("a noun that only qualifies another",
        {u"Divers found a rocket-propelled raft under the harbour bridge on Monday."_s,
         u"Divers found two rockets under the harbour bridge on Monday."_s},
        {});
    row("the same noun done otherwise with",
        {u"The gang pulled a pistol on divers near the harbour bridge on Monday."_s,
         u"The gang stole three pistols from divers near the harbour bridge on Monday."_s},
        {});
    row("one that both articles tell",
        {u"A body was found by divers under the harbour bridge. In all two bodies were found."_s,
         u"Two bodies were found by divers under the harbour bridge."_s},
        {});
    row("a series and a number of kindred things",
        {u"The drifting buoy sent a series of frantic signals before its battery died."_s,
         u"The drifting buoy sent 24 frantic messages before its battery died."_s},
        {u"messages: A[a series of frantic signals] B[24 frantic messages]"_s});
    row("transposed digits",
        {u"The clinic treated 87 patients overnight."_s, u"The clinic treated 78 patients overnight."_s},
        {u"patients: A[87 patients] B[78 patients]"_s});
}

void tst_DivergenceFigures::figures()
{
    QFETCH(QStringList, texts);
    QFETCH(QStringList, divergences);
    QCOMPARE(MadeStory(texts).found(findFigureDivergences), divergences);
}

void tst_DivergenceFigures::recalledTolls_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QStringList>("divergences");
    const auto row = [](const char *name, const QStringList &texts, const QStringList &divergences) {
        QTest::newRow(name) << texts << divergences;
    };
    row("a toll of another year",
        {u"The crash of the harbour tram killed 19 people. In 2006 a crash of the harbour tram killed 12 people."_s,
         u"In 2006 a harbour tram crash killed 12 people."_s, u"The harbour tram crash killed 21 people."_s},
        {u"dead: A[19 people] B[21 people]"_s});
    row("a toll of another year in a clause",
        {u"The crash of the harbour tram, the worst since a 2006 crash that killed 12 people, stunned the town."_s,
         u"The harbour tram crash killed 21 people, stunning the town."_s},
        {});
    row("a toll of another year between commas",
        {u"The worst crash of the harbour tram, in the winter of 2006, killed 12 people."_s,
         u"The harbour tram crash killed 21 people."_s},
        {});
    row("another year between commas that is not the toll's",
        {u"The crash of the harbour tram, the worst since a derailment in 2006, killed 12 people."_s,
         u"The harbour tram crash killed 21 people."_s},
        {u"dead: A[12 people] B[21 people]"_s});
    row("a similar one",
        {u"A similar crash of the harbour tram killed 12 people."_s, u"The harbour tram crash killed 21 people."_s},
        {});
    row("two years ago",
        {u"A crash of the harbour tram killed 12 people two years ago."_s,
         u"The harbour tram crash killed 21 people."_s},
        {});
    row("the other year's own toll differs too",
        {u"In 2006 a harbour tram crash killed 12 people."_s, u"In 2006 the harbour tram crash killed 14 people."_s},
        {u"dead: A[12 people] B[14 people]"_s});
    row("an earlier count is of the same toll",
        {u"An earlier count of those killed in the harbour tram crash had 12 people dead."_s,
         u"The harbour tram crash killed 21 people."_s},
        {u"dead: A[12 people] B[21 people]"_s});
    row("the same toll told with its year",
        {u"The harbour tram crash of 2006 killed 12 people."_s, u"The harbour tram crash killed 12 people."_s,
         u"The harbour tram crash killed 14 people."_s},
        {u"dead: A[12 people] A[12 people] B[14 people]"_s});
    row("the year of publication is the story's own",
        {u"In March 2021 the harbour tram crash killed 12 people."_s, u"The harbour tram crash killed 21 people."_s},
        {u"dead: A[12 people] B[21 people]"_s});
}

void tst_DivergenceFigures::recalledTolls()
{
    QFETCH(QStringList, texts);
    QFETCH(QStringList, divergences);
    QCOMPARE(MadeStory(texts, QDate(2021, 3, 18), true, 2).found(findFigureDivergences), divergences);
}

void tst_DivergenceFigures::aRetrospectiveTellsOfItsOwnYear()
{
    // both open with the year, and one of them repeats it with the toll
    const QStringList texts = {u"In 2006 a harbour tram crash killed 12 people. In 2006 nobody was to blame."_s,
                               u"The harbour tram crash of 2006 is remembered. The tram crash killed 14 people."_s};
    const QStringList found = {u"dead: A[12 people] B[14 people]"_s};
    QCOMPARE(MadeStory(texts).found(findFigureDivergences), found);
}

void tst_DivergenceFigures::dates_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QStringList>("divergences");
    const auto row = [](const char *name, const QStringList &texts, const QStringList &divergences) {
        QTest::newRow(name) << texts << divergences;
    };
    row("weekday and its date",
        {u"Shells hit the market during the attack on Tuesday."_s,
         u"Shells hit the market during the attack on March 16."_s},
        {});
    row("other days",
        {u"Shells hit the market during the attack on Tuesday."_s,
         u"Shells hit the market during the attack on Wednesday."_s},
        {u"attack: A[on Tuesday] B[on Wednesday]"_s});
    row("two near days of passages that give no other",
        {u"The judge let the baker Olsen go home until the hearing on June 14."_s,
         u"The case of the baker Olsen was put off until June 15, the judge said."_s},
        {u"hearing: A[on June 14] B[until June 15]"_s});
    row("two near days where one passage gives more",
        {u"The judge let the baker Olsen go home on June 12 until June 14."_s,
         u"The case of the baker Olsen was put off until June 15, the judge said."_s},
        {});
    row("two far months of passages that give no other",
        {u"The baker went bankrupt in November 2018."_s, u"The baker opened the shop in March 2018."_s}, {});
    row("a clock time restated in brackets",
        {u"The airliner met heavy turbulence at 2 a.m. on Monday (9 a.m. Sunday ET)."_s,
         u"The airliner met heavy turbulence at 1.40am off the coast."_s},
        {u"turbulence: A[at 2 a.m.] B[at 1.40am]"_s});
    row("a week tells less",
        {u"Shells hit the market during the attack on March 9."_s,
         u"Shells hit the market during the attack last week."_s},
        {u"attack: A[on March 9] B[last week]"_s});
    row("wrong week",
        {u"The council vetoed the charter Wednesday."_s,
         u"The council vetoed the charter Wednesday, March 10, 2021."_s},
        {u"vetoed: A[Wednesday] B[Wednesday, March 10, 2021]"_s});
    row("the day of saying and the day of the act",
        {u"The inspector said on Tuesday that shells hit the market during the attack."_s,
         u"Shells hit the market during the attack on Monday."_s},
        {});
    row("the days two pages were made",
        {u"Last updated on 12 March: shells hit the market during the attack."_s,
         u"Published 14 March: shells hit the market during the attack."_s},
        {});
    row("a day before its noun",
        {u"A judge heard on March 17 of the March 9 attack on the market."_s, u"The March 9 attack hit the market."_s},
        {});
    row("a day declared",
        {u"The premier declared Friday a day of mourning."_s, u"The premier declared Saturday a day of mourning."_s},
        {u"declared: A[Friday] B[Saturday]"_s});
    row("days of other acts",
        {u"The minister resigned on Tuesday over the harbour."_s, u"The harbour opened its gates on Friday."_s}, {});
    row("clock times",
        {u"The airliner met heavy turbulence at 02:00 GMT."_s,
         u"The airliner met heavy turbulence at 23.00 local time (02.14 GMT)."_s},
        {u"turbulence: A[at 02:00 GMT] B[at 23.00 local time (02.14 GMT)]"_s});
    row("one clock time in two zones",
        {u"The airliner met heavy turbulence at 02:14 GMT."_s, u"The airliner met heavy turbulence at 02:14 UTC."_s},
        {});
    row("twelve hours and twenty-four",
        {u"The blaze destroyed the mill at 10:30 p.m. that day."_s,
         u"The blaze destroyed the mill at 22:30 that day."_s},
        {});
    row("months in office",
        {u"Ties have worsened in the two months that Marlow has been in office."_s,
         u"Ties fell since Marlow took office in January."_s},
        {u"ties: A[in the two months] B[in January]"_s});
}

void tst_DivergenceFigures::dates()
{
    QFETCH(QStringList, texts);
    QFETCH(QStringList, divergences);
    QCOMPARE(MadeStory(texts).found(findDateDivergences), divergences);
}

void tst_DivergenceFigures::datesOfUnknownDay()
{
    const QStringList texts = {u"The council vetoed the charter Wednesday."_s,
                               u"The council vetoed the charter on Wednesday, March 10, 2021."_s};
    QCOMPARE(MadeStory(texts, std::nullopt).found(findDateDivergences), QStringList());

    MadeStory oneKnown(texts, std::nullopt);
    oneKnown.story.articles[1].published = QDate(2021, 3, 18);
    oneKnown.language[1] = analyse(oneKnown.story.articles[1]);
    const QStringList found = {u"vetoed: A[Wednesday] B[on Wednesday, March 10, 2021]"_s};
    QCOMPARE(oneKnown.found(findDateDivergences), found);
}

void tst_DivergenceFigures::rareCountsMeetWithoutALink()
{
    const QStringList texts = {u"What did the senate get for its seven vetoes in the harbour dispute?"_s,
                               u"It was the eighth veto of the senate since the war began."_s};
    QCOMPARE(MadeStory(texts, std::nullopt, false).found(findFigureDivergences).size(), 1);
    const QStringList persons = {u"The blast in the harbour killed 30 people."_s,
                                 u"The harbour fire killed 40 people long ago."_s};
    QCOMPARE(MadeStory(persons, std::nullopt, false).found(findFigureDivergences), QStringList());
}

void tst_DivergenceFigures::tollOutweighsTheRest()
{
    const MadeStory made(
        {u"The derailment killed 12 people, hurt 40 people and wrecked 7 carriages after three hours of travel."_s,
         u"The derailment killed 15 people, hurt 44 people and wrecked 9 carriages after five hours of travel."_s});
    const QStringList found = {u"dead: A[12 people] B[15 people]"_s, u"injured: A[40 people] B[44 people]"_s,
                               u"carriages: A[7 carriages] B[9 carriages]"_s,
                               u"travel: A[three hours] B[five hours]"_s};
    QCOMPARE(made.found(findFigureDivergences), found);
}

void tst_DivergenceFigures::groupsKeepPrecision()
{
    // 0 and 1: 87; 2: 89; 3: more than 80; only 87 and 89 do not agree
    const auto agrees = [](int a, int b) { return a > 2 || b > 2 || (a == 2) == (b == 2); };
    const Agreement agreement = groupByAgreement(4, [](int i) { return i == 3 ? 4 : 0; }, agrees, agrees);
    QVERIFY(agreement.isContradiction);
    QCOMPARE(agreement.groups, (std::vector<int>{0, 0, 1, 0}));
    const auto all = [](int, int) { return true; };
    QVERIFY(groupByAgreement(3, [](int) { return 0; }, all, all).isUniform);
}

void tst_DivergenceFigures::equalValuesPairFirst()
{
    const std::vector<MentionEdge> edges = chooseOneToOne({{0, 2, 9, false}, {0, 3, 4, true}, {1, 2, 3, false}});
    QCOMPARE(edges, (std::vector<MentionEdge>{{0, 3, 4}, {1, 2, 3}}));
    QVERIFY(chooseOneToOne({}).empty());
}

void tst_DivergenceFigures::readingsSayWhatWasComparedAndWithWhichSentence()
{
    const MadeStory made({u"The market reopened. The shelling of the old market killed 89 people on Monday."_s,
                          u"The shelling of the old market killed 87 shoppers on Monday."_s,
                          u"The shelling of the old market killed 89 people on Monday."_s,
                          u"After a quiet week, many were mourned; 87 had died."_s});
    const Vocabulary vocabulary(made.story, made.language);
    const DivergenceContext context(made.story, made.language, made.alignment, vocabulary);
    const std::vector<Divergence> found = findFigureDivergences(context);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].readings.size(), 4u);
    QCOMPARE(found[0].readings[0].slot, u"count of people, dead"_s);
    QCOMPARE(found[0].readings[1].slot, u"count of shoppers, dead"_s);
    QCOMPARE(found[0].readings[3].slot, u"count, dead"_s);
    const std::vector<AlignedReadings> aligned = alignedReadings(context, found[0].readings);
    // the other reading of the likest sentence first: 89 with 87, not the two 89s
    QCOMPARE(aligned.size(), 3u);
    QCOMPARE(std::pair(aligned[0].a, aligned[0].b), std::pair(0, 1));
    QCOMPARE(std::pair(aligned[1].a, aligned[1].b), std::pair(0, 3));
    QCOMPARE(std::pair(aligned[2].a, aligned[2].b), std::pair(1, 2));
    QVERIFY(aligned[0].likeness > 0.5 && aligned[0].isBest);
    QVERIFY(aligned[1].likeness < 0.2);
    QVERIFY(alignedReadings(context, {}).empty());
}

QTEST_GUILESS_MAIN(tst_DivergenceFigures)
#include "tst_divergence_figures.moc"
