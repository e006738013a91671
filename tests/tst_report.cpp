// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a report says, tested as values and text: nothing is painted here.
#include "madeup.h"
#include "report/report.h"
#include "report/wording.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace parallax {

/// One passage "It will be Moscow’s eighth veto in six years" in two articles, with divergences on the given words of
/// the first, weights in order.
static Comparison marked(const std::vector<std::tuple<DivergenceKind, QString, double>> &divergences)
{
    Comparison comparison;
    for (int i = 0; i < 2; ++i) {
        Article article;
        article.passages = {{u"It will be Moscow’s eighth veto in six years"_s, Role::Body}};
        comparison.story.articles.push_back(article);
        comparison.language.push_back({std::vector<PassageLanguage>(1)});
    }
    comparison.alignment.events = {{u"veto"_s, {{{0, 0}, 1}, {{1, 0}, 1}}, {}}};
    for (const auto &[kind, words, weight] : divergences)
        comparison.divergences.push_back(
            {0,
             kind,
             Aspect::Count,
             words,
             weight,
             {madeup::reading(comparison.story, 0, 0, words, 0), madeup::reading(comparison.story, 1, 0, words, 1)}});
    return comparison;
}

class TestReport : public QObject
{
    Q_OBJECT

private:
    static QStringList lines(const MarkedText &text)
    {
        QStringList shown;
        for (const Mark &mark : text.marks)
            shown.append(mark.line.of(text.text).toString() + (mark.isTinted ? u"*"_s : QString()));
        return shown;
    }

    Report m_report =
        buildReport(madeup::comparison(),
                    {.keyDivergences = 12, .time = QDateTime(QDate(2026, 3, 1), QTime(9, 5), QTimeZone::UTC)});

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theHeadNamesStoryFolderAndCounts()
    {
        QCOMPARE(m_report.title, u"Marrow Bridge"_s);
        QCOMPARE(m_report.folder, u"marrow-bridge"_s);
        QCOMPARE(m_report.summary, u"3 articles · 3 events · 8 divergences · 2 passages told by one article only"_s);
        QVERIFY(m_report.generator.startsWith(u"Parallax "_s));
        QVERIFY(m_report.made.contains(u"2026"_s));
    }

    void everyArticleIsDescribed()
    {
        QCOMPARE(m_report.articles.size(), 3u);
        const ReportArticle &first = m_report.articles[0];
        QCOMPARE(first.name, u"Tidewater Courier"_s);
        QCOMPARE(first.title, u"Four hurt as Marrow Bridge gives way"_s);
        QCOMPARE(first.passages, 5); // the byline is no passage of the telling
        QCOMPARE(first.onlyHere, 1);
        QVERIFY(first.words > 50 && first.words < 80);
        QCOMPARE(m_report.articles[2].name, u"3 notes"_s); // no outlet known
        QCOMPARE(m_report.articles[2].published, QString());
    }

    void theWeightiestDivergencesComeFirst()
    {
        QStringList kinds;
        for (const ReportRow &row : m_report.key)
            kinds.append(kindName(row.kind));
        QCOMPARE(kinds, QStringList({u"Figure"_s, u"Status"_s, u"Date"_s, u"Quote"_s, u"Wording"_s, u"Attribution"_s,
                                     u"Detail"_s, u"Name"_s}));
        QVERIFY(m_report.keyNote.isEmpty());
        const Report two = buildReport(madeup::comparison(), {.keyDivergences = 2, .time = {}});
        QCOMPARE(two.key.size(), 2u);
        QVERIFY(two.keyNote.contains(u"2"_s) && two.keyNote.contains(u"8"_s));
    }

    void readingsThatAgreeStandUnderOneLetter()
    {
        const ReportRow &date = m_report.key[2];
        QCOMPARE(date.readings.size(), 2u);
        QCOMPARE(date.readings[0].text, u"on Tuesday"_s);
        QCOMPARE(date.readings[0].articles, std::vector<int>({0, 2}));
        QCOMPARE(date.readings[1].group, 1);
        QCOMPARE(date.readings[1].articles, std::vector<int>({1}));
    }

    void figuresOfDifferentDaysHaveTheirDaysBeside()
    {
        const ReportRow &toll = m_report.key[0];
        QCOMPARE(toll.readings[0].who, u"6 March: 1"_s);
        QCOMPARE(toll.readings[2].who, u"3"_s);
        const ReportRow &row = m_report.events[0].rows[0];
        QCOMPARE(row.cells[0].day, u"6 March"_s);
        QCOMPARE(row.cells[1].day, u"7 March"_s);
        QCOMPARE(row.cells[2].day, QString());
        const ReportRow &date = m_report.key[2]; // days of publication say nothing of the day of the event
        QCOMPARE(date.readings[0].who, u"1, 3"_s);
        QCOMPARE(m_report.events[0].rows[1].cells[0].day, QString());
    }

    void everyReadingIsInItsArticlesCellAndSilenceIsEmpty()
    {
        const Comparison comparison = madeup::comparison();
        for (const ReportEvent &event : m_report.events) {
            for (const ReportRow &row : event.rows) {
                QCOMPARE(row.cells.size(), event.tellings.size());
                const Divergence &divergence = comparison.divergences[static_cast<size_t>(row.divergence)];
                for (size_t column = 0; column < row.cells.size(); ++column) {
                    QStringList wanted;
                    for (const Reading &reading : divergence.readings) {
                        if (reading.passage.article == event.tellings[column].article)
                            wanted.append(reading.span.of(comparison.story.passage(reading.passage).text).toString());
                    }
                    QStringList shown;
                    for (const ReportCell::Entry &entry : row.cells[column].entries)
                        shown.append(entry.text);
                    QCOMPARE(shown, wanted);
                }
            }
        }
        QVERIFY(m_report.events[0].rows.back().cells[2].entries.empty());
    }

    void anEventSaysWhoTellsItAndWhoIsSilent()
    {
        QCOMPARE(m_report.events[0].told, u"Told by all 3 articles in 3 passages · 4 divergences"_s);
        QCOMPARE(m_report.events[0].silent, QString());
        QCOMPARE(m_report.events[2].told, u"Told by 2 of 3 articles in 2 passages · 2 divergences"_s);
        QCOMPARE(m_report.events[2].silent, u"Silent: 3\u00a03 notes"_s);
        QCOMPARE(m_report.events[0].evidence, u"Linked by name Marrow Bridge; word span"_s);
        QCOMPARE(m_report.events[1].label, u"Mayor Hanna Okafor, lorries"_s);
    }

    void theMapCountsWhatAnArticleTakesPartIn()
    {
        QCOMPARE(m_report.coverage,
                 (std::vector<std::vector<std::optional<int>>>{{4, 2, 2}, {4, 2, 2}, {3, 1, std::nullopt}}));
    }

    void passagesKeepTheirNumberAndRole()
    {
        const ReportPassage &passage = m_report.events[0].tellings[2].passages[0];
        QCOMPARE(passage.number, 2);
        QCOMPARE(passage.role, QString());
        QCOMPARE(m_report.soleTellings.size(), 2u);
        QCOMPARE(m_report.soleTellings[1].article, 2);
        QCOMPARE(m_report.soleTellings[1].passages[0].number, 4);
        QVERIFY(m_report.soleTellings[1].passages[0].text.marks.empty());
    }

    void skippedFilesAreNamedWithoutThePathOfThisMachine()
    {
        QCOMPARE(m_report.skipped.size(), 2u);
        QCOMPARE(m_report.skipped[0], u"photo.jpg is not a text file."_s);
        QVERIFY(m_report.skipped[1].contains(u"Permission denied"_s));
        QVERIFY(!m_report.skipped[1].contains(u"/somewhere"_s));
    }

    void anEmptyComparisonGivesAReportOfEmptyLists()
    {
        const Report report = buildReport({});
        QVERIFY(report.articles.empty() && report.events.empty() && report.key.empty() && report.coverage.empty());
        QVERIFY(!report.method.empty());
    }

    void marksOnTheSameWordsShareOneLine_data()
    {
        using Marks = std::vector<std::tuple<DivergenceKind, QString, double>>;
        QTest::addColumn<Marks>("divergences");
        QTest::addColumn<QStringList>("lines");
        using enum DivergenceKind;
        QTest::newRow("one mark") << Marks{{Figure, u"eighth veto"_s, 0.8}} << QStringList{u"eighth veto*"_s};
        QTest::newRow("a light mark has its line only")
            << Marks{{Figure, u"eighth"_s, 0.2}} << QStringList{u"eighth"_s};
        QTest::newRow("a name is never tinted") << Marks{{Name, u"Moscow"_s, 0.9}} << QStringList{u"Moscow"_s};
        QTest::newRow("the lighter one inside keeps its badge only")
            << Marks{{Figure, u"eighth veto"_s, 0.8}, {Wording, u"veto"_s, 0.5}}
            << QStringList{u"eighth veto*"_s, u"*"_s};
        QTest::newRow("the lighter one outside takes the longer free piece")
            << Marks{{Figure, u"eighth"_s, 0.8}, {Status, u"will be Moscow’s eighth veto"_s, 0.5}}
            << QStringList{u"eighth*"_s, u"will be Moscow’s*"_s};
        QTest::newRow("the later starts where the earlier ends")
            << Marks{{Figure, u"Moscow’s eighth"_s, 0.8}, {Wording, u"eighth veto"_s, 0.5}}
            << QStringList{u"Moscow’s eighth*"_s, u"veto*"_s};
        QTest::newRow("two of a kind that end alike are one")
            << Marks{{Wording, u"veto"_s, 0.8}, {Wording, u"eighth veto"_s, 0.5}} << QStringList{u"veto*"_s};
        QTest::newRow("spaces are cut off") << Marks{{Status, u" will be "_s, 0.8}} << QStringList{u"will be*"_s};
    }
    void marksOnTheSameWordsShareOneLine()
    {
        using Marks = std::vector<std::tuple<DivergenceKind, QString, double>>;
        QFETCH(Marks, divergences);
        const MarkedText text = markedPassage(marked(divergences), 0, {0, 0});
        QTEST(lines(text), "lines");
        QVERIFY(std::ranges::is_sorted(text.marks, {}, &Mark::badgeAt));
        for (size_t i = 0; i < text.marks.size(); ++i) {
            QVERIFY(text.marks[i].badgeAt > 0 && text.marks[i].badgeAt <= text.text.size());
            for (size_t k = 0; k < i; ++k)
                QVERIFY(!text.marks[i].line.overlaps(text.marks[k].line));
        }
    }

    void anEventShowsItsOwnMarksOnly()
    {
        const MarkedText text = markedPassage(madeup::comparison(), 1, {0, 2});
        QVERIFY(text.marks.empty());
    }

    void chosenKindsLeaveOtherMarksRowsAndCountsOut()
    {
        const Report report = buildReport(madeup::comparison(), {.kinds = {DivergenceKind::Date}});
        QCOMPARE(report.events.size(), 3u);
        QCOMPARE(report.events[0].rows.size(), 1u);
        QCOMPARE(report.events[0].tellings[0].passages[0].text.marks.size(), 1u);
        QCOMPARE(report.key.size(), 1u);
        QCOMPARE(report.coverage[0], (std::vector<std::optional<int>>{1, 0, 0}));
        QVERIFY(report.selection.contains(u"date"_s));
        QVERIFY(report.summary.contains(u"1 divergence ·"_s));
    }

    void onlyDivergencesLeavesOutWhatAgreesAndWhatOneArticleTells()
    {
        const Report report =
            buildReport(madeup::comparison(), {.isDivergencesOnly = true, .kinds = {DivergenceKind::Status}});
        QCOMPARE(report.events.size(), 1u);
        QCOMPARE(report.events[0].number, 2); // as in the window
        QCOMPARE(report.key[0].event, 0);
        QVERIFY(report.soleTellings.empty());
        QVERIFY(report.selection.contains(u"1 of the story’s 3 events"_s));
        QVERIFY(!report.summary.contains(u"one article only"_s));
    }

    void chosenEventsKeepTheirNumbers()
    {
        const Report report = buildReport(madeup::comparison(), {.events = {2, 0, 77}});
        QCOMPARE(report.events.size(), 2u);
        QCOMPARE(report.events[1].number, 3);
        QCOMPARE(report.coverage[0].size(), 2u);
        QCOMPARE(missingEvents(madeup::comparison(), {.events = {2, 77, 0, -1, 77}}), (std::vector{-1, 77}));
    }

    void passagesCanBeCutToTheSentencesThatDiffer_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("marked");
        QTest::addColumn<QString>("cut");
        QTest::newRow("one sentence") << u"It fell."_s << u"fell"_s << u"It fell."_s;
        QTest::newRow("the first of two") << u"It fell. Then it rained."_s << u"fell"_s << u"It fell. …"_s;
        QTest::newRow("the last of two") << u"It fell. Then it rained."_s << u"rained"_s << u"… Then it rained."_s;
        QTest::newRow("the middle of three")
            << u"It fell. Then it rained. Everybody in the town wept."_s << u"rained"_s << u"… Then it rained. …"_s;
        QTest::newRow("none: the first stands for the passage")
            << u"It fell. Then it rained."_s << QString() << u"It fell. …"_s;
        QTest::newRow("over the end of a sentence") << u"It fell. Then it rained. Everybody in the town wept."_s
                                                    << u"fell. Then"_s << u"It fell. Then it rained. …"_s;
    }
    void passagesCanBeCutToTheSentencesThatDiffer()
    {
        QFETCH(QString, text);
        QFETCH(QString, marked);
        MarkedText whole{text, {}};
        if (!marked.isEmpty()) {
            const TextSpan span{static_cast<int>(text.indexOf(marked)), static_cast<int>(marked.size())};
            whole.marks.push_back({DivergenceKind::Figure, 1, span, span.end(), true});
        }
        const std::vector<Word> words = findWords(text, u"en"_s);
        const MarkedText cut = inSentences(whole, findSentences(text, words, u"en"_s));
        QTEST(cut.text, "cut");
        QCOMPARE(cut.marks.size(), whole.marks.size());
        for (const Mark &mark : cut.marks) {
            QVERIFY(marked.endsWith(mark.line.of(cut.text)) && !mark.line.isEmpty());
            QCOMPARE(mark.badgeAt, mark.line.end());
        }
    }

    void pairsOfArticlesAreCompared()
    {
        QCOMPARE(m_report.sharing, findSharing(madeup::comparison()));
        QCOMPARE(shareStep(0), 0);
        QCOMPARE(shareStep(1), 4);
    }

    void theDayShownCanBeGivenByTheEnvironment()
    {
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        const Report report = buildReport(madeup::comparison());
        qunsetenv("SOURCE_DATE_EPOCH");
        QCOMPARE(report.time, QDateTime(QDate(2023, 11, 14), QTime(22, 13, 20), QTimeZone::UTC));
        QVERIFY(report.made.contains(u"2023"_s) && report.made.contains(u"22:13"_s));
        QVERIFY(buildReport(madeup::comparison()).time.date().year() > 2023);
    }
};

} // namespace parallax

QTEST_GUILESS_MAIN(parallax::TestReport)
#include "tst_report.moc"
