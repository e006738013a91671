// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/dates.h"

#include <QTest>

#include <array>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// A Thursday.
const QDate Published(2021, 3, 18);

std::vector<DateMention> datesOf(const QString &text, std::optional<QDate> published, const QString &language = u"en"_s)
{
    const std::vector<Word> words = findWords(text, language);
    return findDates(text, words, findSentences(text, words, language), published, language);
}

/// "[on Tuesday] day 2021-03-16"
QString described(const DateMention &mention, const QString &text)
{
    static constexpr std::array grains = {"clock", "day", "week", "month", "year", "vague"};
    QString result = u"["_s + mention.span.of(text).toString() + u"] "_s +
                     QString::fromLatin1(grains[static_cast<size_t>(mention.grain)]);
    const QString iso = isoOf(mention);
    return iso.isEmpty() ? result : result + u' ' + iso;
}

QStringList describedIn(const QString &text, std::optional<QDate> published, const QString &language = u"en"_s)
{
    QStringList all;
    for (const DateMention &mention : datesOf(text, published, language))
        all += described(mention, text);
    return all;
}

} // namespace

class tst_Dates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void finds_data();
    void finds();
    void findsUnresolved_data();
    void findsUnresolved();
    void findsInOtherLanguages_data();
    void findsInOtherLanguages();
    void findsNone_data();
    void findsNone();
    void agrees_data();
    void agrees();
    void spansLieInsideTheTextAndApart();
};

void tst_Dates::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("dates");
    const auto row = [](const char *name, const QString &text, const QStringList &dates) {
        QTest::newRow(name) << text << dates;
    };

    row("weekday before the day of publication", u"It sank on Tuesday."_s, {u"[on Tuesday] day 2021-03-16"_s});
    row("weekday of the day of publication", u"It sank Thursday."_s, {u"[Thursday] day 2021-03-18"_s});
    row("weekday of last week", u"It sank on Friday."_s, {u"[on Friday] day 2021-03-12"_s});
    row("weekday to come", u"The court will sit on Monday."_s, {u"[on Monday] day 2021-03-22"_s});
    row("weekday of an appointment", u"A ship is to arrive on Friday."_s, {u"[on Friday] day 2021-03-19"_s});
    row("weekday night", u"It sank late on Sunday night."_s, {u"[late on Sunday night] day 2021-03-14"_s});
    row("the day before yesterday", u"It sank the day before yesterday."_s,
        {u"[the day before yesterday] day 2021-03-16"_s});
    row("the day after tomorrow", u"It sails the day after tomorrow."_s,
        {u"[the day after tomorrow] day 2021-03-20"_s});
    row("the weekend just gone", u"It sank over the weekend."_s, {u"[over the weekend] week 2021-03-13/2021-03-14"_s});
    row("the weekend to come", u"The fleet will sail at the weekend."_s,
        {u"[at the weekend] week 2021-03-20/2021-03-21"_s});
    row("a clock time in one number", u"It sank at 0930 GMT on Tuesday."_s,
        {u"[at 0930 GMT] clock 09:30Z"_s, u"[on Tuesday] day 2021-03-16"_s});
    row("the same in brackets", u"It sank at 4:00 p.m. local time (1100 GMT)."_s,
        {u"[at 4:00 p.m. local time (1100 GMT)] clock 11:00Z"_s});
    row("weekday, possessive", u"Sunday's vote was close."_s, {u"[Sunday's] day 2021-03-14"_s});
    row("later on", u"They met later on Wednesday."_s, {u"[later on Wednesday] day 2021-03-17"_s});
    row("weekday and full date", u"He spoke Wednesday, March 10, 2021, in Bern."_s,
        {u"[Wednesday, March 10, 2021] day 2021-03-10"_s});

    row("month and day", u"It sank on March 4 off Malta."_s, {u"[on March 4] day 2021-03-04"_s});
    row("month and day of last year", u"It sank on December 30."_s, {u"[on December 30] day 2020-12-30"_s});
    row("day and month", u"It sank on 4 March."_s, {u"[on 4 March] day 2021-03-04"_s});
    row("ordinal day", u"It sank on March 4th."_s, {u"[on March 4th] day 2021-03-04"_s});
    row("the 4th of", u"It sank on 4th of March."_s, {u"[on 4th of March] day 2021-03-04"_s});
    row("abbreviated month", u"She recalls Sept. 11 well."_s, {u"[Sept. 11] day 2020-09-11"_s});
    row("month, day and year", u"It opened on April 16, 2009 in Rome."_s, {u"[on April 16, 2009] day 2009-04-16"_s});
    row("day, month and year", u"It opened on 18 April 2005."_s, {u"[on 18 April 2005] day 2005-04-18"_s});
    row("day, month, last year", u"It crashed on June 1 last year."_s, {u"[on June 1 last year] day 2020-06-01"_s});
    row("ISO", u"Filed 2017-04-05 at night."_s, {u"[2017-04-05] day 2017-04-05"_s});
    row("stops", u"Filed 24.12.2019 at night."_s, {u"[24.12.2019] day 2019-12-24"_s});
    row("slashes, day first", u"Filed 24/12/2019 at night."_s, {u"[24/12/2019] day 2019-12-24"_s});
    row("slashes, either way: the year alone is sure", u"Dated 03/04/2020 at the top."_s,
        {u"[03/04/2020] year 2020"_s});
    row("month", u"It crashed in January."_s, {u"[in January] month 2021-01"_s});
    row("month of last year", u"It crashed in June."_s, {u"[in June] month 2020-06"_s});
    row("month and year", u"The worst since November 2001."_s, {u"[since November 2001] month 2001-11"_s});
    row("year", u"The worst since 2001."_s, {u"[since 2001] year 2001"_s});

    row("yesterday", u"It was said yesterday."_s, {u"[yesterday] day 2021-03-17"_s});
    row("today", u"We meet today."_s, {u"[today] day 2021-03-18"_s});
    row("tomorrow", u"We meet tomorrow."_s, {u"[tomorrow] day 2021-03-19"_s});
    row("last night", u"It burned last night."_s, {u"[last night] day 2021-03-17"_s});
    row("this morning", u"It burned this morning."_s, {u"[this morning] day 2021-03-18"_s});
    row("last week", u"It burned last week."_s, {u"[last week] week 2021-03-08/2021-03-14"_s});
    row("next week", u"It opens next week."_s, {u"[next week] week 2021-03-22/2021-03-28"_s});
    row("last weekend", u"It burned last weekend."_s, {u"[last weekend] week 2021-03-13/2021-03-14"_s});
    row("earlier this month", u"It burned earlier this month."_s,
        {u"[earlier this month] month 2021-03-01/2021-03-18"_s});
    row("last month", u"It burned last month."_s, {u"[last month] month 2021-02"_s});
    row("last year", u"It burned last year."_s, {u"[last year] year 2020"_s});
    row("last weekday", u"It burned last Thursday."_s, {u"[last Thursday] day 2021-03-11"_s});
    row("next weekday", u"It opens next Thursday."_s, {u"[next Thursday] day 2021-03-25"_s});

    row("days ago", u"It burned two days ago."_s, {u"[two days ago] day 2021-03-16"_s});
    row("a week ago", u"It burned a week ago."_s, {u"[a week ago] week 2021-03-08/2021-03-14"_s});
    row("weeks ago, how many unsaid", u"Only weeks ago it looked safe."_s, {u"[Only weeks ago] vague"_s});
    row("years ago", u"The war began six years ago."_s, {u"[six years ago] year 2015"_s});
    row("the months that", u"It grew in the three months that he has ruled."_s,
        {u"[in the three months] month 2020-12-03/2021-01-02"_s});
    row("hours after", u"It comes hours after the vote."_s, {u"[hours after] vague"_s});
    row("eve", u"On the eve of the talks he left."_s, {u"[On the eve of the talks] day"_s});

    row("clock", u"It left at 22:30 from Oslo."_s, {u"[at 22:30] clock 22:30"_s});
    row("pm", u"It left at 7:40 p.m. from Oslo."_s, {u"[at 7:40 p.m.] clock 19:40"_s});
    row("am without minutes", u"It left by 2 a.m. from Oslo."_s, {u"[by 2 a.m.] clock 02:00"_s});
    row("pm written together", u"It left at 7.30pm from Oslo."_s, {u"[at 7.30pm] clock 19:30"_s});
    row("noon", u"Turnout was low at noon."_s, {u"[at noon] clock 12:00"_s});
    row("zone", u"It fell silent at 02:14 UTC."_s, {u"[at 02:14 UTC] clock 02:14Z"_s});
    row("zone east", u"It lands at 11:10 CET today."_s,
        {u"[at 11:10 CET] clock 11:10+01:00"_s, u"[today] day 2021-03-18"_s});
    row("zone west", u"It lands at 9 a.m. EDT."_s, {u"[at 9 a.m. EDT] clock 09:00-04:00"_s});
    row("local time with a zone in brackets", u"Silent since 22:30 local time (01:30 GMT), it was lost."_s,
        {u"[since 22:30 local time (01:30 GMT)] clock 01:30Z"_s});
    row("stop as the mark", u"At about 23.00 local time (02.14 GMT) it called."_s,
        {u"[At about 23.00 local time (02.14 GMT)] clock 02:14Z"_s});
    row("minutes later count on", u"It called at 02:14 GMT. Fourteen minutes later it fell silent."_s,
        {u"[at 02:14 GMT] clock 02:14Z"_s, u"[Fourteen minutes later] clock 02:28Z"_s});
}

void tst_Dates::finds()
{
    QFETCH(QString, text);
    QFETCH(QStringList, dates);
    QCOMPARE(describedIn(text, Published), dates);
}

void tst_Dates::findsUnresolved_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("dates");
    QTest::newRow("weekday") << u"It sank on Tuesday."_s << QStringList{u"[on Tuesday] day"_s};
    QTest::newRow("month and day") << u"It sank on March 4."_s << QStringList{u"[on March 4] day --03-04"_s};
    QTest::newRow("full date") << u"It sank on March 4, 2019."_s << QStringList{u"[on March 4, 2019] day 2019-03-04"_s};
    QTest::newRow("last week") << u"It sank last week."_s << QStringList{u"[last week] week"_s};
    QTest::newRow("month") << u"It sank in June."_s << QStringList{u"[in June] month --06"_s};
    QTest::newRow("days ago") << u"It sank two days ago."_s << QStringList{u"[two days ago] vague"_s};
}

void tst_Dates::findsUnresolved()
{
    QFETCH(QString, text);
    QFETCH(QStringList, dates);
    QCOMPARE(describedIn(text, std::nullopt), dates);
}

void tst_Dates::findsInOtherLanguages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("dates");
    QTest::newRow("German") << u"Das Schiff sank am 4. März 2019."_s << u"de"_s
                            << QStringList{u"[4. März 2019] day 2019-03-04"_s};
    QTest::newRow("French") << u"Il a coulé le 4 mars 2019."_s << u"fr"_s
                            << QStringList{u"[4 mars 2019] day 2019-03-04"_s};
    QTest::newRow("Spanish") << u"Se hundió el 4 de marzo de 2019."_s << u"es"_s
                             << QStringList{u"[4 de marzo de 2019] day 2019-03-04"_s};
    QTest::newRow("French weekday") << u"Il a coulé mardi soir."_s << u"fr"_s
                                    << QStringList{u"[mardi] day 2021-03-16"_s};
    QTest::newRow("German clock") << u"Es begann um 22:30 Uhr."_s << u"de"_s << QStringList{u"[22:30] clock 22:30"_s};
}

void tst_Dates::findsInOtherLanguages()
{
    QFETCH(QString, text);
    QFETCH(QString, language);
    QFETCH(QStringList, dates);
    QCOMPARE(describedIn(text, Published, language), dates);
}

void tst_Dates::findsNone_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("empty", QString());
    row("may is a verb", u"It may sink."_s);
    row("march is a march", u"They march 20 miles."_s);
    row("May as a name", u"May said she would go."_s);
    row("four digits that count", u"Help reached 2000 homes."_s);
    row("four digits after in, counting", u"Help came in 2000 homes."_s);
    row("no clock", u"The ratio was 2.30 to one."_s);
    row("no hour", u"The tram 47:11 is late."_s);
    row("telephone", u"Call +44 20 7946 0018 now."_s);
    row("to last is a verb", u"The search is to last 30 hours."_s);
    row("last but not a time", u"The last ship left."_s);
    row("four digits and no zone", u"It cost 1200 golden crowns and 2400 estates."_s);
    row("days of the church and of history", u"They recalled Bloody Sunday and kept Good Friday."_s);
    row("the weekend as a thing", u"She likes the weekend."_s);
    row("no such day", u"Filed 2017-13-45 there."_s);
}

void tst_Dates::findsNone()
{
    QFETCH(QString, text);
    QCOMPARE(describedIn(text, Published), QStringList());
}

void tst_Dates::agrees_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("isResolved");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *name, const QString &a, const QString &b, bool isResolved, bool expected) {
        QTest::newRow(name) << a << b << isResolved << expected;
    };
    row("weekday and its date", u"on Tuesday"_s, u"March 16"_s, true, true);
    row("weekday and another date", u"on Tuesday"_s, u"March 9, 2021"_s, true, false);
    row("last week holds its days", u"last week"_s, u"March 9"_s, true, true);
    row("last week holds no other", u"last week"_s, u"March 16"_s, true, false);
    row("month holds its day", u"in March"_s, u"March 9"_s, true, true);
    row("weekdays, nothing resolved", u"on Tuesday"_s, u"on Wednesday"_s, false, false);
    row("weekday and dated weekday, nothing resolved", u"Wednesday"_s, u"Wednesday, March 10, 2021"_s, false, true);
    row("weekday and another dated weekday", u"Tuesday"_s, u"Wednesday, March 10, 2021"_s, false, false);
    row("days of a month, nothing resolved", u"March 4"_s, u"March 5"_s, false, false);
    row("weekday and month day, nothing resolved", u"Tuesday"_s, u"March 5"_s, false, true);
    row("GMT is UTC", u"at 01:30 GMT"_s, u"at 01:30 UTC"_s, true, true);
    row("zones converted", u"at 02:30 CET"_s, u"at 01:30 UTC"_s, true, true);
    row("zones apart", u"at 02:00 GMT"_s, u"at 23.00 local time (02.14 GMT)"_s, true, false);
    row("a clock without zone contradicts no zone", u"at 23:10"_s, u"at 02:14 UTC"_s, true, true);
    row("clocks without zones", u"at 10:30 p.m."_s, u"at 22:30"_s, true, true);
    row("other clocks without zones", u"at 10:30 p.m."_s, u"at 10:30"_s, true, false);
    row("years", u"in 2013"_s, u"in 2015"_s, true, false);
}

void tst_Dates::agrees()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, isResolved);
    QFETCH(bool, expected);
    const auto mention = [&](const QString &text) {
        return datesOf(text, isResolved ? std::optional(Published) : std::nullopt);
    };
    const std::vector<DateMention> x = mention(a);
    const std::vector<DateMention> y = mention(b);
    QCOMPARE(x.size(), size_t{1});
    QCOMPARE(y.size(), size_t{1});
    QCOMPARE(agree(x[0], y[0]), expected);
    QCOMPARE(agree(y[0], x[0]), expected);
    QVERIFY(agree(x[0], x[0]));
    QVERIFY(agree(y[0], y[0]));
}

void tst_Dates::spansLieInsideTheTextAndApart()
{
    const QStringList texts = {u"On"_s,
                               u"12:"_s,
                               u"12:3"_s,
                               u"23:59:59 GMT ("_s,
                               u"at 1:10 (2:10 GMT"_s,
                               u"Monday, Tuesday, 4 May, June 2019, 2019"_s,
                               u"March 30 – April 1, 2010, on the eve of"_s,
                               u"last last week week ago"_s,
                               u"a.m. p.m. 7 p.m"_s,
                               u"4.5.2019. 4/5/19."_s,
                               u"12月4日"_s,
                               u"٤ مارس ٢٠١٩"_s};
    for (const QString &text : texts) {
        int end = 0;
        for (const DateMention &mention : datesOf(text, Published)) {
            QVERIFY(mention.span.start >= end);
            QVERIFY(mention.span.length > 0);
            QVERIFY(mention.span.end() <= text.size());
            end = mention.span.end();
        }
    }
}

QTEST_GUILESS_MAIN(tst_Dates)
#include "tst_dates.moc"
