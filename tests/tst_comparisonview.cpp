// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The columns: what is drawn, as values; then the real widget, driven by mouse, wheel and keys.
#include "madeup.h"
#include "manyarticles.h"
#include "ui/articlehead.h"
#include "ui/articlepane.h"
#include "ui/comparisonview.h"
#include "ui/connectors.h"
#include "ui/marktip.h"
#include "ui/overviewstrip.h"
#include "ui/scrollmap.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleFactory>
#include <QTest>
#include <QTextBlock>
#include <QWheelEvent>

using namespace parallax;
using namespace parallax::manyarticles;
using namespace Qt::StringLiterals;

namespace {

/// A view in a window of its own, laid out, with every column woken.
struct Scene {
    Current current;
    ComparisonView view{&current};

    explicit Scene(const ComparisonPtr &comparison, QSize size = {1200, 700})
    {
        view.resize(size);
        current.setComparison(comparison);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("the window never came");
        view.activateWindow();
        const auto allAwake = [this] {
            for (int i = 0; i < view.columnCount(); ++i) {
                if (!view.pane(i)->isAwake())
                    return false;
            }
            return true;
        };
        if (!QTest::qWaitFor(allAwake))
            qFatal("columns sleep");
    }

    ArticlePane &pane(int article) { return *view.pane(article); }
    void showColumn(int article) { view.findChild<QScrollArea *>()->ensureWidgetVisible(view.pane(article)); }
    /// In the blank right of the number, where no mark is.
    void click(int article, int passage)
    {
        ArticlePane &where = pane(article);
        showColumn(article);
        where.verticalScrollBar()->setValue(where.scrollFor(passage, 100));
        const Band band = where.band(passage);
        QTest::mouseClick(where.viewport(), Qt::LeftButton, {}, QPoint(12, band.top + band.height() / 2));
    }
    /// Farthest any column's first passage of the event is from the level.
    int unevenness(int event)
    {
        int worst = 0;
        for (int i = 0; i < view.columnCount(); ++i) {
            const std::vector<Band> runs = pane(i).runs(event);
            if (!runs.empty())
                worst = std::max(worst, std::abs(runs.front().top - pane(0).levelHeight()));
        }
        return worst;
    }
    void wheel(int article, int steps)
    {
        QWidget *target = pane(article).viewport();
        const QPointF at = target->rect().center();
        QWheelEvent event(at, target->mapToGlobal(at), {}, {0, -120 * steps}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(target, &event);
    }
    /// For the eye: written where PARALLAX_SCREENSHOTS says.
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PARALLAX_SCREENSHOTS");
        if (!folder.isEmpty())
            view.grab().save(QDir(folder).filePath(name + u".png"_s));
    }
};

Focus focusOn(int event, int divergence = -1)
{
    return {event, divergence, -1, allKinds()};
}

std::vector<Mark> marksAt(const Comparison &comparison, PassageRef passage, const Focus &focus)
{
    return marksOf(comparison, MarkIndex(comparison), passage, focus);
}

/// The made-up story's first event, with readings of our own on the Courier's third passage.
Comparison withReadings(const std::vector<std::pair<TextSpan, double>> &readings)
{
    Comparison made = madeup::comparison();
    made.divergences.clear();
    for (const auto &[span, weight] : readings)
        made.divergences.push_back(
            {0, DivergenceKind::Figure, Aspect::Count, {}, weight, {{{0, 2}, span, 0, {}}, {{1, 1}, {0, 2}, 1, {}}}});
    return made;
}

using Spans = std::vector<TextSpan>;

} // namespace

class TestComparisonView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new StillStyle);
        QApplication::setPalette(breezePalette(Scheme::Light));
    }
    void init() { QTest::failOnWarning(); }
    void cleanup() { QApplication::setPalette(breezePalette(Scheme::Light)); }

    // ---- what is drawn

    void noEventIsCurrentAndAllMarksAreFaintLines()
    {
        const std::vector<Mark> marks = marksAt(madeup::comparison(), {0, 2}, focusOn(-1));
        QCOMPARE(marks.size(), 4u);
        for (const Mark &mark : marks)
            QVERIFY(mark.isFaint && !mark.hasTint && !mark.hasBadge && !mark.isCurrent && !mark.lines.empty());
    }
    void theCurrentEventHasTintsAndBadges()
    {
        const std::vector<Mark> marks = marksAt(madeup::comparison(), {0, 2}, focusOn(0, 1));
        QCOMPARE(marks.size(), 4u);
        for (const Mark &mark : marks) {
            QVERIFY(!mark.isFaint && mark.hasBadge && mark.hasTint);
            QCOMPARE(mark.isCurrent, mark.divergence == 1);
        }
        QCOMPARE(marks.front().kind, DivergenceKind::Figure);
        QCOMPARE(marks.front().group, 0);
    }
    void namesAndLightMarksHaveNoTint()
    {
        for (const Mark &mark : marksAt(madeup::comparison(), {0, 3}, focusOn(1)))
            QCOMPARE(mark.hasTint, mark.kind != DivergenceKind::Name);
        for (const Mark &mark : marksAt(madeup::comparison(), {0, 4}, focusOn(2)))
            QCOMPARE(mark.hasTint, mark.weight >= 0.3);
    }
    void insideCurrentPassagesOnlyFiguresOfOtherEventsStay()
    {
        Comparison made = madeup::comparison();
        made.alignment.events[1].members.insert(made.alignment.events[1].members.begin(), {{0, 2}, 0.4});
        const std::vector<Mark> marks = marksAt(made, {0, 2}, focusOn(1));
        QCOMPARE(marks.size(), 1u);
        QCOMPARE(marks.front().kind, DivergenceKind::Figure);
        QVERIFY(marks.front().isFaint);
    }
    void hoveringAnEventShowsItsLinesInFull()
    {
        Focus focus = focusOn(1);
        focus.hovered = 0;
        for (const Mark &mark : marksAt(madeup::comparison(), {0, 2}, focus))
            QVERIFY(!mark.isFaint && !mark.hasBadge && !mark.hasTint);
    }
    void kindsThatAreNotShownHaveNoMark()
    {
        Focus focus = focusOn(0);
        focus.kinds = {DivergenceKind::Date};
        const std::vector<Mark> marks = marksAt(madeup::comparison(), {0, 2}, focus);
        QCOMPARE(marks.size(), 1u);
        QCOMPARE(marks.front().kind, DivergenceKind::Date);
    }
    void aPassageWithoutReadingsHasNoMarks()
    {
        QVERIFY(marksAt(madeup::comparison(), {0, 5}, focusOn(0)).empty());
        QVERIFY(marksAt(madeup::comparison(), {7, 99}, focusOn(0)).empty());
    }

    void overlappingMarksShareTheWordsOut_data()
    {
        QTest::addColumn<QList<int>>("spans"); // start, length, weight in percent; three a mark
        QTest::addColumn<QList<int>>("lines"); // divergence, start, length
        QTest::newRow("apart: each its own") << QList{0, 5, 50, 10, 5, 50} << QList{0, 0, 5, 1, 10, 5};
        QTest::newRow("same words: the heavier") << QList{0, 5, 50, 0, 5, 90} << QList{1, 0, 5};
        QTest::newRow("same words and weight: the first") << QList{0, 5, 50, 0, 5, 50} << QList{0, 0, 5};
        QTest::newRow("crossing: the earlier has the common words")
            << QList{0, 10, 10, 5, 10, 90} << QList{0, 0, 10, 1, 10, 5};
        QTest::newRow("inside: the inner keeps its words, the outer both sides")
            << QList{0, 20, 90, 5, 5, 10} << QList{0, 0, 5, 0, 10, 10, 1, 5, 5};
        QTest::newRow("inside at the end") << QList{0, 20, 90, 15, 5, 10} << QList{0, 0, 15, 1, 15, 5};
        QTest::newRow("three deep") << QList{0, 20, 50, 2, 10, 50, 4, 2, 50}
                                    << QList{0, 0, 2, 0, 12, 8, 1, 2, 2, 1, 6, 6, 2, 4, 2};
    }
    void overlappingMarksShareTheWordsOut()
    {
        QFETCH(QList<int>, spans);
        QFETCH(QList<int>, lines);
        std::vector<std::pair<TextSpan, double>> readings;
        for (qsizetype i = 0; i < spans.size(); i += 3)
            readings.push_back({{spans[i], spans[i + 1]}, spans[i + 2] / 100.0});
        const std::vector<Mark> marks = marksAt(withReadings(readings), {0, 2}, focusOn(0));
        QCOMPARE(marks.size(), readings.size());
        std::vector<std::array<int, 3>> found;
        std::vector<std::array<int, 3>> expected;
        for (const Mark &mark : marks) {
            QVERIFY(mark.hasBadge);
            for (const TextSpan line : mark.lines)
                found.push_back({mark.divergence, line.start, line.length});
        }
        for (qsizetype i = 0; i < lines.size(); i += 3)
            expected.push_back({lines[i], lines[i + 1], lines[i + 2]});
        std::ranges::sort(found);
        QCOMPARE(found, expected);
    }
    void badgesThatEndAtOnePlaceStandTogetherHeaviestFirst()
    {
        const std::vector<Mark> marks =
            marksAt(withReadings({{{0, 10}, 0.2}, {{5, 5}, 0.8}, {{20, 3}, 0.5}}), {0, 2}, focusOn(0));
        const std::vector<BadgeStop> stops = badgeStops(marks);
        QCOMPARE(stops.size(), 2u);
        QCOMPARE(stops[0].position, 10);
        QCOMPARE(marks[size_t(stops[0].marks[0])].divergence, 1);
        QCOMPARE(marks[size_t(stops[0].marks[1])].divergence, 0);
        QVERIFY(badgeStops(marksAt(madeup::comparison(), {0, 2}, focusOn(-1))).empty());
    }

    // ---- curves

    void curvesOfTheCurrentEventAreRibbonsClippedToTheViewport()
    {
        const GutterSide left{{{-50, 40}, {600, 900}}, {}};
        const GutterSide right{{{100, 160}}, {}};
        const std::vector<Curve> curves = curvesBetween(left, right, 700, 3, -1);
        QCOMPARE(curves, (std::vector<Curve>{{3, {0, 40}, {100, 160}, true}, {3, {600, 700}, {100, 160}, true}}));
        QCOMPARE(curvesBetween(left, {{{100, 160}, {800, 900}}, {}}, 700, 3, -1).size(),
                 1u); // the second pair is half out of sight
        QVERIFY(curvesBetween(left, {}, 700, 3, -1).empty());
        QVERIFY(curvesBetween({{{-90, -10}}, {}}, {{{800, 900}}, {}}, 700, 3, -1).empty());
    }
    void anotherEventHasOneCurveBetweenTheMostLevelPair()
    {
        const GutterSide left{{}, {{1, {{0, 10}, {300, 310}}}, {2, {{50, 60}}}}};
        const GutterSide right{{}, {{1, {{290, 300}, {600, 610}}}}};
        QCOMPARE(curvesBetween(left, right, 700, -1, -1), (std::vector<Curve>{{1, {300, 310}, {290, 300}, false}}));
    }
    void tooManyThinCurvesAreNoneButTheHovered()
    {
        GutterSide side;
        for (int event = 0; event < 25; ++event)
            side.otherEvents[event] = {{event * 10, event * 10 + 8}};
        QVERIFY(curvesBetween(side, side, 700, -1, -1).empty());
        QCOMPARE(curvesBetween(side, side, 700, -1, 7).size(), 1u);
    }

    // ---- scrolling together, as a function

    void heightsMapContinuouslyThroughCommonEvents()
    {
        const std::vector<Correspondence> stops{{1, 1, 2, 2}, {3, 3, 0, 0}};
        const auto from = [](int passage) { return Band{passage * 100, passage * 100 + 100}; };
        const auto to = [](int passage) { return Band{passage * 50, passage * 50 + 50}; };
        const auto map = [&](double height) { return mappedHeight(stops, height, {0, 500}, {0, 200}, from, to); };
        QCOMPARE(map(0), 0.0);
        QCOMPARE(map(100), 100.0); // top of 1 at top of 2
        QCOMPARE(map(150), 125.0);
        QCOMPARE(map(200), 150.0);
        QCOMPARE(map(300), 0.0); // the other article told this first
        QCOMPARE(map(500), 200.0);
        for (double height = 0; height < 500; height += 0.5)
            QVERIFY(std::abs(map(height + 0.5) - map(height)) <= 2);
    }
    void withoutCommonEventsColumnsMoveInProportion()
    {
        const auto none = [](int) { return Band{}; };
        QCOMPARE(mappedHeight({}, 250, {0, 500}, {100, 300}, none, none), 200.0);
    }
    void aPassageOfSeveralEventsGoesByTheCurrentOne()
    {
        Comparison made = madeup::comparison();
        made.alignment.events[1].members.insert(made.alignment.events[1].members.begin(), {{0, 2}, 0.4});
        const MarkIndex index(made);
        QCOMPARE(correspondences(made, index, 0, 1, -1).front(), (Correspondence{2, 2, 1, 1}));
        QCOMPARE(correspondences(made, index, 0, 1, 1).front(), (Correspondence{2, 3, 2, 2}));
        QVERIFY(correspondences(made, index, 2, 0, -1).size() == 2);
    }

    // ---- the widget

    void aClickBringsThePassagesOfItsEventLevelInEveryColumn_data()
    {
        QTest::addColumn<int>("columns");
        for (const int columns : {2, 3, 5, 12})
            QTest::addRow("%d columns", columns) << columns;
    }
    void aClickBringsThePassagesOfItsEventLevelInEveryColumn()
    {
        QFETCH(int, columns);
        Scene scene(story(columns));
        for (int article = 0; article < columns; ++article) {
            const int event = (article * 5 + 1) % EventCount;
            scene.current.setEvent(-1);
            scene.click(article, placeOf(article, event));
            QCOMPARE(scene.current.event(), event);
            QVERIFY2(scene.unevenness(event) <= 2, qPrintable(QString::number(scene.unevenness(event))));
        }
        scene.picture(u"columns-%1"_s.arg(columns));
    }
    void withAnimationsItTakesAMomentAndEndsLevel()
    {
        Scene scene(story(3));
        const std::unique_ptr<QStyle> moving(QStyleFactory::create(u"Fusion"_s));
        scene.view.setStyle(moving.get());
        if (moving->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &scene.view) == 0)
            QSKIP("this platform animates nothing");
        scene.current.setEvent(5);
        QVERIFY(scene.unevenness(5) > 2);
        QTRY_VERIFY(scene.unevenness(5) <= 2);
        scene.view.setStyle(nullptr);
    }
    void aScreenReaderIsToldTheNameAndTheText()
    {
        Scene scene(story(2));
        QAccessibleInterface *pane = QAccessible::queryAccessibleInterface(&scene.pane(1));
        QVERIFY(pane && pane->textInterface());
        QVERIFY(pane->text(QAccessible::Name).contains(u"Outlet 2"_s));
        QVERIFY(pane->textInterface()->text(0, pane->textInterface()->characterCount()).contains(u"five boats"_s));
        QAccessibleInterface *strip = QAccessible::queryAccessibleInterface(scene.pane(1).strip());
        QCOMPARE(strip->role(), QAccessible::ScrollBar);
    }
    void theFirstAndTheLastPassageCanBeLevelledToo()
    {
        auto made = std::make_shared<Comparison>(*story(3));
        Event ends{u"ends"_s, {{{0, 0}, 1}, {{1, 9}, 1}, {{2, 17}, 1}}, {}};
        made->alignment.events.push_back(ends);
        Scene scene(made);
        scene.current.setEvent(EventCount);
        QCOMPARE(scene.unevenness(EventCount), 0);
    }
    void levelIsKeptWhenTheWindowIsResizedAndZoomed()
    {
        Scene scene(story(3));
        scene.click(1, placeOf(1, 4));
        scene.view.resize(900, 500);
        QTRY_VERIFY(scene.unevenness(4) <= 2);
        scene.view.setZoom(1.5);
        QTRY_VERIFY(scene.unevenness(4) <= 2);
    }
    void aSecondClickGoesOnToTheNextEventOfThePassage()
    {
        auto made = std::make_shared<Comparison>(*story(3));
        made->alignment.events[6].members.insert(made->alignment.events[6].members.begin(), {{0, placeOf(0, 2)}, 0.3});
        std::ranges::sort(made->alignment.events[6].members, {}, &EventMember::passage);
        Scene scene(made);
        scene.click(0, placeOf(0, 2));
        QCOMPARE(scene.current.event(), 2);
        scene.click(0, placeOf(0, 2));
        QCOMPARE(scene.current.event(), 6);
        scene.click(0, placeOf(0, 2));
        QCOMPARE(scene.current.event(), 2);
    }
    void aClickOnAPassageOfItsOwnChangesNothing()
    {
        Scene scene(story(3));
        scene.click(0, 3);
        QCOMPARE(scene.current.event(), -1);
    }
    void aClickOnAMarkOfTheCurrentEventMakesItsDivergenceCurrent()
    {
        Scene scene(story(3));
        scene.click(0, placeOf(0, 3));
        const Reading reading = scene.current.comparison()->divergences[3].readings[0];
        const QRectF words = scene.pane(0).passageLayout().rows(reading.passage.passage, reading.span).front();
        const QPoint at = words.center().toPoint() - QPoint(0, scene.pane(0).verticalScrollBar()->value());
        QVERIFY(scene.pane(0).tipAt(at).contains(u"five boats"_s));
        QTest::mouseClick(scene.pane(0).viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(scene.current.divergence(), 3);
        scene.picture(u"divergence"_s);
    }
    void badgesTakeRoomInCurrentPassagesOnly()
    {
        Scene scene(story(2));
        const Reading reading = scene.current.comparison()->divergences[3].readings[0];
        const auto width = [&] {
            return scene.pane(0).passageLayout().rows(reading.passage.passage, reading.span).front().width();
        };
        const qreal plain = width();
        scene.current.setEvent(3);
        QVERIFY(width() > plain + 12);
        scene.current.setEvent(4);
        QCOMPARE(width(), plain);
        scene.current.setEvent(3);
        scene.current.setShownKinds({DivergenceKind::Date});
        QCOMPARE(width(), plain);
    }
    void aReadingOutsideItsEventsPassagesHasRoomForItsBadgeToo()
    {
        auto made = std::make_shared<Comparison>(*story(2));
        const PassageRef outside{0, placeOf(0, 6)};
        const TextSpan river{static_cast<int>(made->story.passage(outside).text.indexOf(u"river"_s)), 5};
        made->divergences[3].readings.push_back({outside, river, 2, {}});
        Scene scene(made);
        const auto width = [&] { return scene.pane(0).passageLayout().rows(outside.passage, river).front().width(); };
        const qreal plain = width();
        scene.current.setEvent(3);
        QVERIFY(width() > plain + 12);
        scene.current.setEvent(4);
        QCOMPARE(width(), plain);
    }
    void theWheelScrollsTheOthersByEvent()
    {
        Scene scene(story(3));
        scene.click(1, placeOf(1, 4));
        const int before = scene.pane(0).verticalScrollBar()->value();
        scene.wheel(1, 1);
        QVERIFY(scene.pane(0).verticalScrollBar()->value() != before);
        // Still inside the event: how far down the passage one column is, the others are.
        const ReadingPlace led = scene.pane(1).placeAt(scene.pane(1).levelHeight());
        const ReadingPlace following = scene.pane(0).placeAt(scene.pane(0).levelHeight());
        QCOMPARE(led.passage, placeOf(1, 4));
        QCOMPARE(following.passage, placeOf(0, 4));
        QVERIFY(std::abs(led.share - following.share) < 0.05);
    }
    void apartTheWheelScrollsOneColumn()
    {
        Scene scene(story(3));
        scene.view.setScrollTogether(false);
        const int start = scene.pane(0).verticalScrollBar()->value();
        QCOMPARE(start, scene.pane(0).startScroll());
        QCOMPARE(scene.pane(1).verticalScrollBar()->value(), start);
        scene.wheel(1, 3);
        QCOMPARE(scene.pane(0).verticalScrollBar()->value(), start);
        QCOMPARE_GT(scene.pane(1).verticalScrollBar()->value(), start);
    }
    void furnitureIsFoldedUntilItIsClicked()
    {
        auto made = std::make_shared<Comparison>(*story(2));
        made->story.articles[0].passages[2].role = Role::Furniture;
        Scene scene(made);
        const PassageLayout &layout = scene.pane(0).passageLayout();
        QCOMPARE(layout.furnitureRun(1), 2);
        QVERIFY(layout.isFolded(1));
        QCOMPARE(layout.band(1).height(), 24);
        QCOMPARE(layout.band(2).height(), 0);
        const int folded = layout.content().height();
        scene.click(0, 1);
        QVERIFY(!layout.isFolded(1));
        QVERIFY(layout.band(2).height() > 20);
        QVERIFY(layout.content().height() > folded);
        scene.picture(u"furniture"_s);
        scene.click(0, 1);
        QCOMPARE(layout.content().height(), folded);
    }
    void keysWalkThePassagesAndEnterMakesTheEventCurrent()
    {
        Scene scene(story(5));
        scene.view.focusColumn(2);
        QTRY_COMPARE(scene.view.focusedColumn(), 2);
        ArticlePane &pane = scene.pane(2);
        QTest::keyClick(&pane, Qt::Key_Home);
        QCOMPARE(pane.keyboardPassage(), 0);
        for (int i = 0; i < placeOf(2, 1); ++i)
            QTest::keyClick(&pane, Qt::Key_Down);
        QCOMPARE(pane.keyboardPassage(), placeOf(2, 1));
        QTest::keyClick(&pane, Qt::Key_Return);
        QCOMPARE(scene.current.event(), 1);
        QVERIFY(scene.unevenness(1) <= 2);
        QTest::keyClick(&pane, Qt::Key_Up);
        QCOMPARE(pane.keyboardPassage(), placeOf(2, 1) - 1);
        QTest::keyClick(&pane, Qt::Key_End);
        QCOMPARE(pane.keyboardPassage(), pane.passageCount() - 1);
        QCOMPARE(pane.textCursor().blockNumber(), pane.passageCount() - 1);
        scene.picture(u"keyboard"_s);
    }
    void goToBringsTheWordsIntoViewSidewaysToo()
    {
        Scene scene(story(12));
        const Reading reading = scene.current.comparison()->divergences[5].readings[11];
        scene.current.setDivergence(5);
        scene.view.goTo(reading.passage, reading.span);
        const ArticlePane &pane = scene.pane(11);
        QVERIFY(pane.mapTo(&scene.view, QPoint(0, 0)).x() >= 0);
        QVERIFY(pane.mapTo(&scene.view, QPoint(pane.width(), 0)).x() <= scene.view.width());
        const QRectF words = pane.passageLayout().rows(reading.passage.passage, reading.span).front();
        const qreal y = words.top() - pane.verticalScrollBar()->value();
        QVERIFY(y > 0 && y < pane.viewport()->height());
    }
    void theStripIsTheScrollBar()
    {
        Scene scene(story(3), {900, 400});
        OverviewStrip *strip = scene.pane(1).strip();
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(6, strip->height() - 3));
        QVERIFY(scene.pane(1).passageAt(scene.pane(1).viewport()->height() / 2) > 14);
        QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(6, 2));
        QCOMPARE(scene.pane(1).passageAt(scene.pane(1).startScroll() - scene.pane(1).verticalScrollBar()->value() + 2),
                 0);
        QVERIFY(!strip->accessibleName().isEmpty());
        QCOMPARE(scene.pane(1).verticalScrollBar(), strip);
    }
    void columnsStayReadableHoweverMany_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<bool>("scrollsSideways");
        QTest::newRow("two") << 2 << false;
        QTest::newRow("five") << 5 << false;
        QTest::newRow("twelve") << 12 << true;
        QTest::newRow("fifty") << 50 << true;
    }
    void columnsStayReadableHoweverMany()
    {
        QFETCH(int, columns);
        QFETCH(bool, scrollsSideways);
        Scene scene(story(columns));
        for (int i = 0; i < columns; ++i)
            QVERIFY(scene.pane(i).width() >= 190 && scene.pane(i).width() <= 620);
        QCOMPARE(scene.view.findChild<QScrollArea *>()->horizontalScrollBar()->maximum() > 0, scrollsSideways);
    }
    void aLightAndADarkPaletteAreFollowed()
    {
        Scene scene(story(5));
        scene.current.setEvent(2);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            QApplication::setPalette(breezePalette(scheme));
            QCoreApplication::processEvents();
            const QImage image = scene.pane(0).viewport()->grab().toImage();
            const Band run = scene.pane(0).runs(2).front();
            QCOMPARE(image.pixelColor(image.width() - 3, run.top + 6), surfacesOf(QApplication::palette()).curfill);
            scene.picture(scheme == Scheme::Dark ? u"dark"_s : u"light"_s);
        }
    }
    void columnsOutOfSightHaveTheNewColoursWhenTheyAreSeen()
    {
        QApplication::setPalette(breezePalette(Scheme::Light));
        Scene scene(story(50));
        scene.pane(40); // made, and out of sight
        QApplication::setPalette(breezePalette(Scheme::Dark));
        QCoreApplication::processEvents();
        scene.view.goTo({40, 3});
        scene.view.grab();
        const auto colours = [&scene](int article) {
            std::vector<QColor> found;
            for (const auto &range : scene.pane(article).document()->findBlockByNumber(2).layout()->formats())
                found.push_back(range.format.foreground().color());
            return found;
        };
        const auto dark = colours(40);
        QVERIFY(!dark.empty());
        QApplication::setPalette(breezePalette(Scheme::Light));
        QCoreApplication::processEvents();
        scene.view.grab();
        QVERIFY(colours(40) != dark);
    }
    void rightToLeftAndChinesePassagesAreSetAsSuch()
    {
        auto made = std::make_shared<Comparison>(*story(2));
        made->story.articles[0].passages[3].text =
            u"قالت السلطات إن أربعة قوارب غرقت في النهر ليلة الثلاثاء وإن البحث مستمر."_s;
        made->story.articles[1].passages[3].text = u"当局表示，周二晚上有四艘船在河中沉没，搜救工作仍在继续。"_s;
        Scene scene(made);
        const QTextBlock arabic = scene.pane(0).document()->findBlockByNumber(3);
        const QTextLine line = arabic.layout()->lineAt(arabic.layout()->lineCount() - 1);
        QCOMPARE(arabic.textDirection(), Qt::RightToLeft);
        QVERIFY(line.naturalTextRect().right() > line.rect().right() - 8);
        QVERIFY(scene.pane(1).document()->findBlockByNumber(3).layout()->lineCount() >= 1);
        scene.picture(u"scripts"_s);
    }
    void nothingIsOpenAndThenSomethingElse()
    {
        Scene scene(story(3));
        scene.current.setComparison(nullptr);
        QCOMPARE(scene.view.columnCount(), 0);
        QVERIFY(!scene.view.pane(0));
        scene.view.goTo({0, 0});
        scene.view.focusColumn(0);
        scene.current.setComparison(std::make_shared<Comparison>());
        scene.current.setComparison(std::make_shared<Comparison>(madeup::comparison()));
        QCOMPARE(scene.view.columnCount(), 3);
        scene.current.setDivergence(0);
        scene.picture(u"madeup"_s);
    }
    void fiftyColumnsAnswerAClickQuickly()
    {
        Scene scene(story(50));
        QElapsedTimer timer;
        timer.start();
        scene.current.setEvent(3);
        const qint64 first = timer.restart();
        scene.wheel(0, 1);
        const qint64 scroll = timer.elapsed();
        qInfo("50 columns: event %lld ms, wheel %lld ms", first, scroll);
        QVERIFY(first < 2000);
        QVERIFY(scroll < 1000);
    }
};

QTEST_MAIN(TestComparisonView)
#include "tst_comparisonview.moc"
