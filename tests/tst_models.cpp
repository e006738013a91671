// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What is current, and the rows and cells of the list and the table, without a window.
#include "madeup.h"
#include "ui/coveragemodel.h"
#include "ui/current.h"
#include "ui/divergencemodel.h"
#include "ui/eventmodel.h"
#include "ui/noticebar.h"
#include "ui/recentstories.h"
#include "ui/rowsmodel.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

ComparisonPtr story()
{
    return std::make_shared<const Comparison>(madeup::comparison());
}

QStringList labels(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row, 0).data().toString();
    return all;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void nothingIsCurrentAtFirst()
    {
        Current current;
        QCOMPARE(current.event(), -1);
        QCOMPARE(current.divergence(), -1);
        QVERIFY(!current.goToNextDivergence());
        QVERIFY(!current.goToPreviousEvent());
        current.setEvent(3);
        QCOMPARE(current.event(), -1);
    }

    void nextWalksEveryDivergenceInReadingOrder()
    {
        Current current;
        current.setComparison(story());
        const int count = static_cast<int>(current.comparison()->divergences.size());
        for (int i = 0; i < count; ++i) {
            QVERIFY(current.goToNextDivergence());
            QCOMPARE(current.divergence(), i);
            QCOMPARE(current.event(), current.comparison()->divergences[static_cast<size_t>(i)].event);
            QCOMPARE(current.shownPlace(), i + 1);
        }
        QVERIFY(!current.goToNextDivergence());
        QCOMPARE(current.divergence(), count - 1);
        QVERIFY(current.goToFirstDivergence());
        QCOMPARE(current.divergence(), 0);
        QVERIFY(!current.goToPreviousDivergence());
    }

    void fromAnEventTheNextDivergenceIsItsFirst()
    {
        Current current;
        current.setComparison(story());
        current.setEvent(1);
        QVERIFY(current.goToNextDivergence());
        QCOMPARE(current.divergence(), 4);
        current.setEvent(2);
        current.setEvent(1);
        QVERIFY(current.goToPreviousDivergence());
        QCOMPARE(current.divergence(), 3);
        QCOMPARE(current.event(), 0);
    }

    void hiddenKindsAreSteppedOver()
    {
        Current current;
        current.setComparison(story());
        current.setShownKinds({DivergenceKind::Figure, DivergenceKind::Quote});
        QCOMPARE(current.shownCount(), 2);
        QVERIFY(current.goToNextDivergence());
        QCOMPARE(current.divergence(), 0);
        QVERIFY(current.goToNextDivergence());
        QCOMPARE(current.divergence(), 6);
        QCOMPARE(current.shownPlace(), 2);
        current.setShownKinds({DivergenceKind::Figure});
        QCOMPARE(current.divergence(), -1);
        current.setDivergence(4); // asked for by hand: its kind comes back
        QVERIFY(current.shownKinds().contains(DivergenceKind::Status));
    }

    void anotherEventDropsTheDivergence()
    {
        Current current;
        current.setComparison(story());
        current.setDivergence(1);
        const QSignalSpy events(&current, &Current::eventChanged);
        const QSignalSpy divergences(&current, &Current::divergenceChanged);
        current.setDivergence(2);
        QCOMPARE(events.count(), 0);
        QCOMPARE(divergences.count(), 1);
        current.setEvent(1);
        QCOMPARE(current.divergence(), -1);
        QCOMPARE(events.count(), 1);
        QCOMPARE(divergences.count(), 2);
    }

    void theEventModelIsAProperModel()
    {
        EventModel model;
        EventSieve sieve;
        sieve.setSourceModel(&model);
        const QAbstractItemModelTester first(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester second(&sieve, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(story());
        QCOMPARE(model.rowCount(), 3);
        sieve.setText(u"bridge"_s);
        sieve.setOrder(EventOrder::Coverage);
        model.setComparison({});
        QCOMPARE(sieve.rowCount(), 0);
    }

    void eventsTellCoverageAndCounts()
    {
        EventModel model;
        model.setComparison(story());
        const QModelIndex last = model.index(2);
        QCOMPARE(last.data(EventModel::CoverageRole).value<QList<bool>>(), (QList{true, true, false}));
        QCOMPARE(last.data(EventModel::ToldCountRole).toInt(), 2);
        const auto counts = last.data(EventModel::KindCountsRole).value<KindCounts>();
        QCOMPARE(counts[static_cast<size_t>(DivergenceKind::Quote)], 1);
        QCOMPARE(counts[static_cast<size_t>(DivergenceKind::Figure)], 0);
        QVERIFY(last.data(Qt::AccessibleTextRole).toString().contains(u"2 of 3"_s));
    }

    void anArticleWithAReadingIsNotSilent()
    {
        Comparison made = madeup::comparison();
        made.divergences.push_back({2, DivergenceKind::Wording, Aspect::WordChoice, u"sank"_s, 0.01, {}});
        made.divergences.back().readings = {{{0, 2}, {0, 4}, 0, {}}, {{2, 1}, {0, 4}, 1, {}}};
        const auto comparison = std::make_shared<const Comparison>(made);
        EventModel events;
        events.setComparison(comparison);
        QCOMPARE(events.index(2).data(EventModel::CoverageRole).value<QList<bool>>(), (QList{true, true, true}));
        QCOMPARE(events.index(2).data(EventModel::ToldCountRole).toInt(), 3);
        RowsModel rows;
        rows.setComparison(comparison);
        QCOMPARE(rows.index(2, 2).data().toString(), made.story.articles[2].passages[1].text);
        CoverageModel coverage;
        coverage.setComparison(comparison);
        QVERIFY(coverage.index(2, CoverageModel::FirstArticleColumn + 2).data(CoverageModel::DivergencesRole).toInt() >
                0);
    }

    void eventsAreOrderedAndChosen_data()
    {
        QTest::addColumn<EventOrder>("order");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("expected");
        const QString span = u"east span of Marrow Bridge"_s;
        const QString mayor = u"Mayor Hanna Okafor, lorries"_s;
        const QString warning = u"no warning"_s;
        QTest::newRow("story order") << EventOrder::Story << QString() << -1 << QStringList{span, mayor, warning};
        QTest::newRow("most disagreement first")
            << EventOrder::Disagreement << QString() << -1 << QStringList{span, mayor, warning};
        QTest::newRow("most articles first")
            << EventOrder::Coverage << QString() << -1 << QStringList{span, mayor, warning};
        QTest::newRow("a word of the label") << EventOrder::Story << u"OKAFOR"_s << -1 << QStringList{mayor};
        QTest::newRow("a word of a passage") << EventOrder::Story << u"unsafe"_s << -1 << QStringList{mayor};
        QTest::newRow("two words of one event") << EventOrder::Story << u"river  tuesday"_s << -1 << QStringList{span};
        QTest::newRow("nothing matches") << EventOrder::Story << u"xyzzy"_s << -1 << QStringList{};
        QTest::newRow("a kind") << EventOrder::Story << QString() << static_cast<int>(DivergenceKind::Quote)
                                << QStringList{warning};
    }

    void eventsAreOrderedAndChosen()
    {
        QFETCH(const EventOrder, order);
        QFETCH(const QString, text);
        QFETCH(const int, kind);
        QFETCH(const QStringList, expected);
        EventModel model;
        model.setComparison(story());
        EventSieve sieve;
        sieve.setSourceModel(&model);
        sieve.setOrder(order);
        sieve.setText(text);
        sieve.setKind(kind < 0 ? std::nullopt : std::optional(static_cast<DivergenceKind>(kind)));
        QCOMPARE(labels(sieve), expected);
    }

    void disagreementGoesByTheSumOfWeights()
    {
        Comparison changed = madeup::comparison();
        for (Divergence &divergence : changed.divergences)
            divergence.weight = divergence.event == 2 ? 1 : 0.1;
        EventModel model;
        model.setComparison(std::make_shared<const Comparison>(changed));
        EventSieve sieve;
        sieve.setSourceModel(&model);
        QCOMPARE(labels(sieve).constFirst(), u"no warning"_s);
    }

    void theDivergenceModelIsAProperModel()
    {
        DivergenceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(story());
        model.setShownKinds(allKinds());
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(model.columnCount(), 7);
        model.setEvent(1);
        QCOMPARE(model.rowCount(), 2);
        model.setShownKinds({DivergenceKind::Name});
        QCOMPARE(model.rowCount(), 1);
        model.setComparison({});
        QCOMPARE(model.rowCount(), 0);
    }

    void theHeaviestDivergenceStandsFirst()
    {
        DivergenceModel model;
        const ComparisonPtr comparison = story();
        model.setComparison(comparison);
        model.setShownKinds(allKinds());
        double before = 1;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto &divergence = comparison->divergences[static_cast<size_t>(model.divergenceAt(row))];
            QVERIFY(divergence.weight <= before);
            before = divergence.weight;
            QCOMPARE(model.rowOf(model.divergenceAt(row)), row);
        }
    }

    void cellsHoldTheReadings()
    {
        DivergenceModel model;
        model.setComparison(story());
        model.setShownKinds(allKinds());
        model.setEvent(1);
        const QModelIndex status = model.index(0, DivergenceModel::FirstArticleColumn + 1);
        QCOMPARE(status.data().toString(), u"closed"_s);
        QCOMPARE(status.data(DivergenceModel::GroupRole).toInt(), 1);
        QVERIFY(status.data(DivergenceModel::PassageRole).value<PassageRef>() == (PassageRef{1, 2}));
        QCOMPARE(status.data(DivergenceModel::SpanRole).value<TextSpan>().length, 6);
        const QModelIndex silent = model.index(1, DivergenceModel::FirstArticleColumn + 2);
        QCOMPARE(silent.data().toString(), QString());
        QCOMPARE(silent.data(DivergenceModel::GroupRole).toInt(), -1);
        QVERIFY(!silent.data(DivergenceModel::PassageRole).isValid());
        QVERIFY(silent.data(Qt::AccessibleTextRole).toString().contains(u"silent"_s));
    }

    void oneCellHasAllReadingsOfARowAndWhoHasThem()
    {
        Comparison made = madeup::comparison();
        Divergence &divergence = made.divergences.emplace_back();
        divergence = {0, DivergenceKind::Wording, Aspect::WordChoice, u"sank"_s, 0.01, {}};
        divergence.readings = {madeup::reading(made.story, 0, 2, u"sank"_s, 0),
                               madeup::reading(made.story, 1, 2, u"closed"_s, 1),
                               madeup::reading(made.story, 0, 2, u"the river"_s, 0)};
        DivergenceModel model;
        model.setComparison(std::make_shared<const Comparison>(made));
        model.setShownKinds({DivergenceKind::Wording});
        const QModelIndex cell = model.index(model.rowCount() - 1, DivergenceModel::ReadingsColumn);
        QCOMPARE(cell.data().toString(), u"A sank (1) · B closed (2)"_s);
        const QString tip = cell.data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"Tidewater Courier: “the river”"_s), qPrintable(tip));
        QCOMPARE(model.cells({0}).front().size(), model.columnCount() - 1); // said once on the clipboard
    }

    void figuresOfDifferentDaysShowTheirDays()
    {
        DivergenceModel model;
        model.setComparison(story());
        model.setShownKinds({DivergenceKind::Figure});
        const auto cell = [&](int article) {
            return model.index(0, DivergenceModel::FirstArticleColumn + article).data().toString();
        };
        QCOMPARE(cell(0), u"Four people (6\u00a0March)"_s);
        QCOMPARE(cell(1), u"At least six people (7\u00a0March)"_s);
        QCOMPARE(cell(2), u"Several people"_s); // of no known day
        QCOMPARE(model.index(0, DivergenceModel::ReadingsColumn).data().toString(),
                 u"A Four people (6 March: 1) · B At least six people (7 March: 2) · C Several people (3)"_s);
        QCOMPARE(model.cells({0}).back()[3], u"Four people (A, 6 March)"_s);
        const QString tip = model.index(0, DivergenceModel::ReadingsColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"Tidewater Courier (6\u00a0March): “Four people”"_s), qPrintable(tip));

        Comparison withTwo = madeup::comparison();
        std::vector<Reading> &readings = withTwo.divergences[0].readings;
        readings.insert(readings.begin() + 1, madeup::reading(withTwo.story, 0, 0, u"Four hurt"_s, 0));
        model.setComparison(std::make_shared<const Comparison>(withTwo));
        QCOMPARE(cell(0), u"Four people (6\u00a0March), Four hurt"_s); // a cut leaves the day
        QCOMPARE(model.cells({0}).back()[3], u"Four people, Four hurt (A, 6 March)"_s);

        Comparison ofOneDay = madeup::comparison();
        ofOneDay.story.articles[1].published = ofOneDay.story.articles[0].published;
        model.setComparison(std::make_shared<const Comparison>(ofOneDay));
        QCOMPARE(cell(0), u"Four people"_s);
    }

    void severalReadingsOfOneArticleShareItsCell()
    {
        Comparison changed = madeup::comparison();
        changed.divergences[2].readings.insert(changed.divergences[2].readings.begin() + 1,
                                               madeup::reading(changed.story, 0, 2, u"the river"_s, 2));
        DivergenceModel model;
        model.setComparison(std::make_shared<const Comparison>(changed));
        model.setShownKinds({DivergenceKind::Wording});
        QCOMPARE(model.index(0, DivergenceModel::FirstArticleColumn).data().toString(), u"sank, the river"_s);
    }

    void theToolTipShowsTheWordsInTheirPassage()
    {
        DivergenceModel model;
        model.setComparison(story());
        model.setShownKinds({DivergenceKind::Status});
        const QString tip = model.index(0, DivergenceModel::FirstArticleColumn + 1).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"Mayor Hannah Okafor «closed» the bridge"_s), qPrintable(tip));
        QVERIFY2(tip.startsWith(u'B'), qPrintable(tip));
    }

    void aLongPassageIsCutAroundTheReading()
    {
        Comparison changed = madeup::comparison();
        const QString filler = u"word "_s.repeated(200);
        changed.story.articles[1].passages[2].text = filler + u"closed"_s + filler;
        const Reading reading{{1, 2}, {static_cast<int>(filler.size()), 6}, 0, {}};
        const QString context = contextOf(changed, reading);
        QVERIFY2(context.size() < 300, qPrintable(context));
        QVERIFY2(context.contains(u"word «closed»word"_s), qPrintable(context));
        QVERIFY(context.startsWith(u'…') && context.endsWith(u'…'));
    }

    void aRowIsCopiedAsText()
    {
        DivergenceModel model;
        model.setComparison(story());
        model.setShownKinds({DivergenceKind::Name});
        const auto lines = model.cells({0});
        QCOMPARE(lines.size(), size_t{2});
        QCOMPARE(lines[0].mid(0, 3), (QStringList{u"Kind"_s, u"What differs"_s, u"Event"_s}));
        QCOMPARE(lines[1].mid(3), (QStringList{u"Hanna Okafor (A)"_s, u"Hannah Okafor (B)"_s, QString()}));
    }

    void theCoverageModelIsAProperModelThatTellsSilentFromTold()
    {
        CoverageModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setComparison(story());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 4);
        const QModelIndex silent = model.index(2, CoverageModel::FirstArticleColumn + 2);
        QCOMPARE(silent.data(CoverageModel::DivergencesRole).toInt(), -1);
        QVERIFY(!silent.data(CoverageModel::PassageRole).isValid());
        QVERIFY(silent.data(Qt::AccessibleTextRole).toString().contains(u"is silent on: no warning"_s));
        const QModelIndex told = model.index(0, CoverageModel::FirstArticleColumn);
        QCOMPARE(told.data(CoverageModel::DivergencesRole).toInt(), 4);
        QVERIFY(
            told.data(Qt::AccessibleTextRole).toString().startsWith(u"Tidewater Courier tells, with 4 divergences"_s));
    }

    void theSharingModelIsAProperModelThatSaysWhoSharesWhat()
    {
        SharingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const ComparisonPtr comparison = story();
        model.setComparison(comparison, findSharing(*comparison));
        QVERIFY(!model.index(1, 1).data(SharingModel::ShareRole).isValid());
        const QString said = model.index(0, 2).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(said.contains(u"of the words of Tidewater Courier stand word for word in What we know"_s),
                 qPrintable(said));
        QVERIFY2(said.endsWith(u"both tell 2 events"_s), qPrintable(said));
    }

    void theHeaderNamesTheArticles()
    {
        DivergenceModel model;
        model.setComparison(story());
        QCOMPARE(model.headerData(DivergenceModel::FirstArticleColumn, Qt::Horizontal).toString(),
                 u"Tidewater Courier"_s);
        QCOMPARE(model.headerData(DivergenceModel::FirstArticleColumn + 2, Qt::Horizontal).toString(),
                 u"What we know about the Marrow Bridge accident"_s);
    }

    void noticesSayWhatIsUnusual()
    {
        Comparison comparison = madeup::comparison();
        QCOMPARE(noticeText(comparison), QString());
        comparison.fallbacks = {u"Pairs beyond a million were not scored."_s};
        QCOMPARE(noticeText(comparison), u"Pairs beyond a million were not scored."_s);
        comparison = madeup::comparison();
        comparison.alignment.apart = {{1}, {0, 2}};
        QCOMPARE(noticeText(comparison),
                 u"This article seems to report another event than the others: %2.\n"
                 u"These 2 articles seem to report another event than the others: %1, %3."_s.arg(
                     comparison.story.articles[0].file, comparison.story.articles[1].file,
                     comparison.story.articles[2].file));
        comparison = madeup::comparison();
        comparison.alignment = {};
        comparison.divergences.clear();
        QVERIFY(noticeText(comparison).contains(u"common event"_s));
        comparison.story.articles.resize(1);
        QVERIFY(noticeText(comparison).contains(u"two"_s));
    }

    void recentStoriesAreKeptNewestFirst()
    {
        const QTemporaryDir folder;
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
        QCoreApplication::setOrganizationName(u"parallax"_s);
        QVERIFY(recentStories().empty());
        for (int i = 0; i < 12; ++i)
            rememberStory({.paths = {u"/somewhere/%1"_s.arg(i)},
                           .title = u"story %1"_s.arg(i),
                           .articles = i,
                           .events = 0,
                           .opened = {}});
        QCOMPARE(recentStories().size(), size_t{10});
        QCOMPARE(recentStories().front().title, u"story 11"_s);
        rememberStory({.paths = {u"/somewhere/5"_s}, .title = u"again"_s, .articles = 5, .events = 0, .opened = {}});
        QCOMPARE(recentStories().size(), size_t{10});
        QCOMPARE(recentStories().front().title, u"again"_s);
        QVERIFY(!recentStories().front().isThere());
        QVERIFY(recentStories().front().facts().contains(u"no longer"_s));
        clearRecentStories();
        QVERIFY(recentStories().empty());
    }
};

} // namespace parallax

QTEST_MAIN(parallax::TestModels)
#include "tst_models.moc"
