// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The JSON report read back as a consumer would read it: with another parser, counting code points.
#include "madeup.h"
#include "report/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace parallax {

class StopAtOnce final : public Progress
{
public:
    bool step(Stage, int, int) override { return false; }
};

/// A story of one event told by two articles whose texts are given; the readings are `words` in each.
static Comparison twoTellings(const QString &first, const QString &firstWords, const QString &second,
                              const QString &secondWords)
{
    Comparison comparison;
    comparison.story.title = u"two"_s;
    comparison.story.folder = u"/two"_s;
    for (const QString &text : {first, second}) {
        Article article;
        article.file = u"%1.txt"_s.arg(comparison.story.articles.size());
        article.title = text;
        article.passages = {{text, Role::Body}};
        comparison.story.articles.push_back(article);
        comparison.language.push_back({std::vector<PassageLanguage>(1)});
    }
    comparison.alignment.events = {{u"event"_s, {{{0, 0}, 1}, {{1, 0}, 1}}, {}}};
    comparison.alignment.links = {{{0, 0}, {1, 0}, 1, {}}};
    comparison.divergences = {{0,
                               DivergenceKind::Wording,
                               Aspect::WordChoice,
                               firstWords,
                               0.5,
                               {madeup::reading(comparison.story, 0, 0, firstWords, 0),
                                madeup::reading(comparison.story, 1, 0, secondWords, 1)}}};
    return comparison;
}

class TestJsonWriter : public QObject
{
    Q_OBJECT

private:
    static QJsonObject parsed(const QByteArray &json)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(json, &error);
        if (error.error != QJsonParseError::NoError)
            qWarning("%s at %lld: …%s", qPrintable(error.errorString()), static_cast<long long>(error.offset),
                     json.mid(error.offset - 40, 80).constData());
        return document.object();
    }

    /// `length` code points of `text` from `start`, as a language that counts code points cuts them.
    static QString codePointCut(const QString &text, int start, int length)
    {
        const QList<uint> points = text.toUcs4();
        const QString cut = QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + start, length);
        return start + length <= points.size() ? cut : QString();
    }

    static QString passageText(const QJsonObject &report, const QJsonObject &ref)
    {
        const QJsonObject article = report["articles"_L1][ref["article"_L1].toInt()].toObject();
        const QJsonObject passage = article["passages"_L1][ref["passage"_L1].toInt() - 1].toObject();
        return passage["index"_L1].toInt() == ref["passage"_L1].toInt() ? passage["text"_L1].toString() : QString();
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyKeyOfTheSchemaIsThere()
    {
        const QJsonObject report = parsed(jsonReport(madeup::comparison()));
        QCOMPARE(report.keys(),
                 QStringList({u"articles"_s, u"divergences"_s, u"events"_s, u"fallbacks"_s, u"generator"_s, u"links"_s,
                              u"schema"_s, u"single_source"_s, u"skipped"_s, u"story"_s, u"sureness"_s}));
        QCOMPARE(report["sureness"_L1].toString(), u"balanced"_s);
        QCOMPARE(report["schema"_L1].toString(), u"parallax-report/1"_s);
        QVERIFY(report["generator"_L1].toString().startsWith(u"Parallax "_s));
        QCOMPARE(report["story"_L1].toObject(),
                 QJsonObject({{u"title"_s, u"Marrow Bridge"_s}, {u"folder"_s, u"marrow-bridge"_s}}));
    }

    void articlesCarryWhatIsKnownAndNullForTheRest()
    {
        const QJsonArray articles = parsed(jsonReport(madeup::comparison()))["articles"_L1].toArray();
        QCOMPARE(articles.size(), 3);
        const QJsonObject first = articles[0].toObject();
        QCOMPARE(first["id"_L1].toInt(-1), 0);
        QCOMPARE(first["file"_L1].toString(), u"1 courier.txt"_s);
        QCOMPARE(first["outlet"_L1].toString(), u"Tidewater Courier"_s);
        QCOMPARE(first["published"_L1].toString(), u"2024-03-06"_s);
        QCOMPARE(first["encoding"_L1].toString(), u"UTF-8"_s);
        QCOMPARE(first["language"_L1].toString(), u"en"_s);
        QVERIFY(articles[2]["outlet"_L1].isNull());
        QVERIFY(articles[2]["published"_L1].isNull());

        const QJsonArray passages = articles[1]["passages"_L1].toArray();
        QCOMPARE(passages.size(), 5);
        QCOMPARE(passages[0]["index"_L1].toInt(), 1);
        QCOMPARE(passages[0]["role"_L1].toString(), u"headline"_s);
        QCOMPARE(passages[4]["index"_L1].toInt(), 5);
        QCOMPARE(passages[4]["role"_L1].toString(), u"furniture"_s);
    }

    void articlesOfOneFileSayWhichTheyAre()
    {
        Comparison comparison = madeup::comparison();
        QVERIFY(!jsonReport(comparison).contains("\"part\""));
        comparison.story.split = {{u"export.txt"_s, 2}};
        for (int i = 0; i < 2; ++i) {
            comparison.story.articles[static_cast<size_t>(i)].file = u"export.txt"_s;
            comparison.story.articles[static_cast<size_t>(i)].part = i + 1;
        }
        const QJsonObject report = parsed(jsonReport(comparison));
        QCOMPARE(report["story"_L1]["split"_L1].toArray(),
                 QJsonArray({QJsonObject({{u"file"_s, u"export.txt"_s}, {u"articles"_s, 2}})}));
        QCOMPARE(report["articles"_L1][0]["file"_L1].toString(), u"export.txt"_s);
        QCOMPARE(report["articles"_L1][0]["part"_L1].toInt(), 1);
        QCOMPARE(report["articles"_L1][1]["part"_L1].toInt(), 2);
        QVERIFY(!report["articles"_L1][2].toObject().contains("part"_L1));
    }

    void everyReadingIsItsPassageCutByCodePoints_data()
    {
        QTest::addColumn<Comparison>("comparison");
        QTest::newRow("the made-up story, with an emoji before a figure") << madeup::comparison();
        QTest::newRow("an emoji inside the reading") << twoTellings(
            u"It was \U0001F600 fine\U0001F600 day"_s, u"\U0001F600 fine\U0001F600"_s, u"It was bad"_s, u"bad"_s);
        QTest::newRow("a rare Han character before the reading")
            << twoTellings(u"\U00020BB7野家で八人が死亡"_s, u"八人"_s, u"吉野家で九人が死亡"_s, u"九人"_s);
        QTest::newRow("right to left") << twoTellings(u"قُتل ثمانون شخصا على الأقل"_s, u"ثمانون شخصا"_s,
                                                      u"نהרגו 87 בני אדם"_s, u"87 בני אדם"_s);
        QTest::newRow("a combining accent stays its own code point")
            << twoTellings(u"cafe\u0301 closed today"_s, u"closed"_s, u"cafés shut"_s, u"shut"_s);
        QTest::newRow("quotes, backslashes, tabs and control characters")
            << twoTellings(u"\t\\ \"said\"\u0001\u007f he\u2028 is"_s, u"\"said\"\u0001\u007f he"_s, u"a \\\"b\\\" c"_s,
                           u"\\\"b\\\""_s);
    }

    void everyReadingIsItsPassageCutByCodePoints()
    {
        QFETCH(Comparison, comparison);
        const QJsonObject report = parsed(jsonReport(comparison));
        const QJsonArray divergences = report["divergences"_L1].toArray();
        QCOMPARE(divergences.size(), static_cast<qsizetype>(comparison.divergences.size()));
        for (qsizetype i = 0; i < divergences.size(); ++i) {
            const Divergence &divergence = comparison.divergences[static_cast<size_t>(i)];
            QCOMPARE(divergences[i]["id"_L1].toInt(-1), static_cast<int>(i));
            QCOMPARE(divergences[i]["event"_L1].toInt(-1), divergence.event);
            const QJsonArray readings = divergences[i]["readings"_L1].toArray();
            QCOMPARE(readings.size(), static_cast<qsizetype>(divergence.readings.size()));
            for (qsizetype k = 0; k < readings.size(); ++k) {
                const QJsonObject reading = readings[k].toObject();
                const Reading &wanted = divergence.readings[static_cast<size_t>(k)];
                const QString words = wanted.span.of(comparison.story.passage(wanted.passage).text).toString();
                QCOMPARE(reading["text"_L1].toString(), words);
                QCOMPARE(codePointCut(passageText(report, reading), reading["start"_L1].toInt(),
                                      reading["length"_L1].toInt()),
                         words);
                QCOMPARE(reading["group"_L1].toString(), QString(QChar(u'A' + wanted.group)));
            }
        }
    }

    void kindsAreTheEightStableWords()
    {
        QStringList kinds;
        const QJsonArray divergences = parsed(jsonReport(madeup::comparison()))["divergences"_L1].toArray();
        for (const QJsonValue &divergence : divergences)
            kinds.append(divergence["kind"_L1].toString());
        QCOMPARE(kinds, QStringList({u"figure"_s, u"date"_s, u"wording"_s, u"attribution"_s, u"status"_s, u"name"_s,
                                     u"quote"_s, u"detail"_s}));
        for (const QJsonValue &divergence : divergences)
            QVERIFY(!divergence["what"_L1].toString().isEmpty());
    }

    void valuesAreFiguresIsoDatesOrNull()
    {
        const QJsonArray divergences = parsed(jsonReport(madeup::comparison()))["divergences"_L1].toArray();
        QCOMPARE(divergences[0]["readings"_L1][1]["value"_L1].toObject(),
                 QJsonObject({{u"number"_s, 6}, {u"unit"_s, u"injured"_s}, {u"precision"_s, u"atLeast"_s}}));
        QCOMPARE(divergences[0]["readings"_L1][2]["value"_L1]["precision"_L1].toString(), u"vague"_s);
        QCOMPARE(divergences[1]["readings"_L1][0]["value"_L1].toString(), u"2024-03-05"_s);
        QVERIFY(divergences[1]["readings"_L1][2]["value"_L1].isNull());
        QVERIFY(divergences[1]["readings"_L1][2].toObject().contains("value"_L1));
    }

    void figuresOfDifferentDaysCarryTheDayOfEachReading()
    {
        const QJsonArray divergences = parsed(jsonReport(madeup::comparison()))["divergences"_L1].toArray();
        QCOMPARE(divergences[0]["readings"_L1][0]["published"_L1].toString(), u"2024-03-06"_s);
        QCOMPARE(divergences[0]["readings"_L1][1]["published"_L1].toString(), u"2024-03-07"_s);
        QVERIFY(!divergences[0]["readings"_L1][2].toObject().contains("published"_L1)); // of no known day
        QVERIFY(!divergences[1]["readings"_L1][0].toObject().contains("published"_L1)); // a date is no toll
    }

    void aRangeCarriesItsUpperEndAndNoNoiseOfConversion()
    {
        Comparison comparison = madeup::comparison();
        FigureValue range = madeup::count(0.1 + 0.2, u"m"_s, Precision::About);
        range.upper = 306.0 * 1000.0000000000002;
        comparison.divergences[0].readings[0].value = range;
        const QByteArray json = jsonReport(comparison);
        QVERIFY(json.contains(R"({"number": 0.3, "upper": 306000, "unit": "m", "precision": "about"})"));
    }

    void linksNameTheLowerArticleFirstAndAllPassagesFromOne()
    {
        const Comparison comparison = madeup::comparison();
        const QJsonObject report = parsed(jsonReport(comparison));
        const QJsonArray links = report["links"_L1].toArray();
        QCOMPARE(links.size(), 7);
        for (const QJsonValue &link : links) {
            QVERIFY(link["a"_L1]["article"_L1].toInt() < link["b"_L1]["article"_L1].toInt());
            QVERIFY(!passageText(report, link["a"_L1].toObject()).isEmpty());
            QVERIFY(!passageText(report, link["b"_L1].toObject()).isEmpty());
        }
        QCOMPARE(links[0].toObject(), QJsonObject({{u"a"_s, QJsonObject({{u"article"_s, 0}, {u"passage"_s, 3}})},
                                                   {u"b"_s, QJsonObject({{u"article"_s, 1}, {u"passage"_s, 2}})},
                                                   {u"score"_s, 0.8}}));
        const QJsonArray single = report["single_source"_L1].toArray();
        QCOMPARE(single, QJsonArray({QJsonObject({{u"article"_s, 0}, {u"passage"_s, 6}}),
                                     QJsonObject({{u"article"_s, 2}, {u"passage"_s, 4}})}));
    }

    void eventsTellWhatTiesThemTogetherInWords()
    {
        const QJsonArray events = parsed(jsonReport(madeup::comparison()))["events"_L1].toArray();
        QCOMPARE(events.size(), 3);
        QCOMPARE(events[0]["id"_L1].toInt(-1), 0);
        QCOMPARE(events[0]["label"_L1].toString(), u"east span of Marrow Bridge"_s);
        QCOMPARE(events[0]["passages"_L1].toArray().size(), 3);
        QCOMPARE(events[0]["passages"_L1][0]["score"_L1].toDouble(), 0.92);
        QCOMPARE(events[0]["evidence"_L1].toArray(), QJsonArray({u"name Marrow Bridge"_s, u"word span"_s}));
        QCOMPARE(events[2]["evidence"_L1].toArray(), QJsonArray({u"quotation “We had no warning”"_s}));
    }

    void noAbsolutePathLeavesTheMachine()
    {
        Comparison comparison = madeup::comparison();
        comparison.story.articles[2].file = u"/home/someone/notes.txt"_s;
        const QByteArray json = jsonReport(comparison);
        QVERIFY(!json.contains("/somewhere"));
        QVERIFY(!json.contains("/home"));
        const QJsonObject report = parsed(json);
        QCOMPARE(report["articles"_L1][2]["file"_L1].toString(), u"notes.txt"_s);
        QCOMPARE(report["skipped"_L1][0]["reason"_L1].toString(), u"binary"_s);
        QCOMPARE(report["skipped"_L1][1]["detail"_L1].toString(), u"locked.txt: Permission denied"_s);
    }

    void anEmptyComparisonGivesEmptyLists()
    {
        const QJsonObject report = parsed(jsonReport(Comparison()));
        QCOMPARE(report.size(), 11);
        for (const char *list :
             {"articles", "skipped", "events", "single_source", "links", "divergences", "fallbacks"}) {
            QVERIFY2(report[QLatin1StringView(list)].isArray(), list);
            QVERIFY2(report[QLatin1StringView(list)].toArray().isEmpty(), list);
        }
    }

    void scoresThatAreNoNumbersBecomeNull()
    {
        Comparison comparison = madeup::comparison();
        comparison.alignment.links[0].score = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(parsed(jsonReport(comparison))["links"_L1][0]["score"_L1].isNull());
    }

    void theSameComparisonGivesTheSameBytes()
    {
        const QByteArray json = jsonReport(madeup::comparison());
        QCOMPARE(jsonReport(madeup::comparison()), json);
        QVERIFY(json.startsWith("{\n\"schema\": \"parallax-report/1\",\n"));
        QVERIFY(json.endsWith("}\n"));
    }

    void stopsWhenTold()
    {
        StopAtOnce stop;
        QVERIFY(!jsonReport(madeup::comparison(), {}, stop));
    }
};

} // namespace parallax

QTEST_GUILESS_MAIN(parallax::TestJsonWriter)
#include "tst_jsonwriter.moc"
