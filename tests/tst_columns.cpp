// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The arrangement of the columns: order, hidden, base, widths, folded; as values, then with mouse and keys.
#include "manyarticles.h"
#include "ui/articlehead.h"
#include "ui/articlepane.h"
#include "ui/columnmemory.h"
#include "ui/comparisonview.h"
#include "ui/connectors.h"
#include "ui/foldedspine.h"
#include "ui/mainwindow.h"
#include "ui/rowsview.h"
#include "windowtest.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace parallax;
using namespace parallax::manyarticles;
using namespace Qt::StringLiterals;

namespace {

using Articles = std::vector<int>;

std::vector<bool> foldsOf(int articles, const Articles &silent)
{
    std::vector<bool> folds(static_cast<size_t>(articles), false);
    for (const int article : silent)
        folds[static_cast<size_t>(article)] = true;
    return folds;
}

Articles columnsOf(const ColumnPlan &plan)
{
    Articles articles;
    for (const ColumnSlot &slot : plan.columns)
        articles.push_back(slot.article);
    return articles;
}

/// The made-up story, with one more event that only some articles tell.
ComparisonPtr storyWithSilence(int articles, const Articles &telling)
{
    auto made = std::make_shared<Comparison>(*story(articles));
    Event event{u"told by few"_s, {}, {}};
    for (const int article : telling)
        event.members.push_back({{article, 3}, 0.9});
    made->alignment.events.push_back(event);
    return made;
}

struct Scene {
    Current current;
    ComparisonView view{&current};

    explicit Scene(const ComparisonPtr &comparison, QSize size = {1200, 700})
    {
        view.resize(size);
        current.setComparison(comparison);
        view.show();
        view.activateWindow();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("the window never came");
        QTest::qWait(50);
    }
    ArticlePane &pane(int article) { return *view.pane(article); }
    QScrollBar *sideways() { return view.findChild<QScrollArea *>()->horizontalScrollBar(); }
    /// Columns that are shown, by where they stand on the screen.
    Articles onScreen()
    {
        Articles articles(static_cast<size_t>(view.columnCount()));
        std::iota(articles.begin(), articles.end(), 0);
        std::erase_if(articles, [this](int a) { return view.pane(a)->isHidden(); });
        std::ranges::sort(articles, {}, [this](int a) { return view.pane(a)->mapTo(&view, QPoint()).x(); });
        return articles;
    }
    int unevenness(int event)
    {
        int worst = 0;
        for (const int article : onScreen()) {
            const std::vector<Band> runs = pane(article).runs(event);
            if (!runs.empty())
                worst = std::max(worst, std::abs(runs.front().top - pane(article).levelHeight()));
        }
        return worst;
    }
    void drag(int article, QPoint to)
    {
        ArticleHead *head = view.head(article);
        const QPoint from = QPoint(head->width() / 2, 20);
        QTest::mousePress(head, Qt::LeftButton, {}, from);
        const QPoint target = head->mapFrom(&view, to);
        QTest::mouseMove(head, from + QPoint(15, 0));
        QTest::mouseMove(head, target);
        picture(u"columns-dragged"_s);
        QTest::mouseRelease(head, Qt::LeftButton, {}, target);
    }
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PARALLAX_SCREENSHOTS");
        if (!folder.isEmpty())
            view.grab().save(QDir(folder).filePath(name + u".png"_s));
    }
};

} // namespace

class TestColumns : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QSettings().clear();
    }

    // ---- the choice

    void articlesMoveAmongThoseThatAreShown_data()
    {
        QTest::addColumn<QList<int>>("hidden");
        QTest::addColumn<int>("base");
        QTest::addColumn<int>("article");
        QTest::addColumn<int>("place");
        QTest::addColumn<QList<int>>("expected"); // shown
        QTest::newRow("to the front") << QList<int>{} << -1 << 3 << 0 << QList{3, 0, 1, 2, 4};
        QTest::newRow("to the end") << QList<int>{} << -1 << 1 << 4 << QList{0, 2, 3, 4, 1};
        QTest::newRow("beyond the end") << QList<int>{} << -1 << 1 << 99 << QList{0, 2, 3, 4, 1};
        QTest::newRow("where it is") << QList<int>{} << -1 << 2 << 2 << QList{0, 1, 2, 3, 4};
        QTest::newRow("over a hidden one") << QList{2} << -1 << 4 << 1 << QList{0, 4, 1, 3};
        QTest::newRow("not before the base") << QList<int>{} << 2 << 4 << 0 << QList{2, 4, 0, 1, 3};
        QTest::newRow("the base stays") << QList<int>{} << 2 << 2 << 4 << QList{2, 0, 1, 3, 4};
    }
    void articlesMoveAmongThoseThatAreShown()
    {
        QFETCH(const QList<int>, hidden);
        QFETCH(const int, base);
        QFETCH(const int, article);
        QFETCH(const int, place);
        QFETCH(const QList<int>, expected);
        ColumnChoice choice = ColumnChoice::ofStory(5);
        for (const int h : hidden)
            QVERIFY(choice.hide(h));
        choice.base = base;
        choice.moveTo(article, place);
        QCOMPARE(choice.shown(), Articles(expected.begin(), expected.end()));
        QCOMPARE(choice.order.size(), 5u);
    }
    void stepsEndAtTheEnds()
    {
        ColumnChoice choice = ColumnChoice::ofStory(3);
        QVERIFY(!choice.moveBy(0, -1));
        QVERIFY(choice.moveBy(0, 1));
        QCOMPARE(choice.shown(), (Articles{1, 0, 2}));
        QVERIFY(!choice.moveBy(2, 1));
        choice.base = 1;
        QVERIFY(!choice.moveBy(0, -1)); // the base is before it
        QVERIFY(!choice.moveBy(1, 1));
        QVERIFY(!choice.moveBy(7, 1));
    }
    void theLastColumnCannotBeHidden()
    {
        ColumnChoice choice = ColumnChoice::ofStory(2);
        choice.base = 0;
        QVERIFY(choice.hide(0));
        QCOMPARE(choice.base, -1);
        QVERIFY(!choice.hide(1));
        QCOMPARE(choice.shown(), Articles{1});
    }
    void articlesOfOneFileAreRememberedApart()
    {
        Story one = story(3)->story;
        one.folder = u"/somewhere/export"_s;
        for (size_t i = 0; i < one.articles.size(); ++i) {
            one.articles[i].file = u"export.txt"_s;
            one.articles[i].part = static_cast<int>(i) + 1;
        }
        const ColumnChoice choice{{2, 0, 1}, {1}, 2, {{0, 310}}};
        rememberColumns(one, choice);
        QVERIFY(rememberedColumns(one) == choice);
    }
    void choicesAreRememberedByFile()
    {
        Story one = story(4)->story;
        one.folder = u"/somewhere/one"_s;
        QVERIFY(!rememberedColumns(one));
        ColumnChoice choice{{3, 1, 0, 2}, {1}, 2, {{0, 310}}};
        rememberColumns(one, choice);
        QVERIFY(rememberedColumns(one) == choice);
        Story other = one;
        other.folder = u"/somewhere/other"_s;
        QVERIFY(!rememberedColumns(other));
        one.articles.erase(one.articles.begin()); // and one that is gone takes nothing with it
        QCOMPARE(rememberedColumns(one)->order, (Articles{2, 0, 1}));
        QVERIFY(rememberedColumns(one)->widths.empty());
        QCOMPARE(rememberedColumns(one)->base, 1);
        rememberColumns(one, ColumnChoice::ofStory(3));
        QVERIFY(!rememberedColumns(one));
    }

    // ---- the plan

    void fewColumnsShareTheWidth()
    {
        const ColumnPlan plan = planColumns(ColumnChoice::ofStory(4), foldsOf(4, {1}), 1200, 1);
        QCOMPARE(columnsOf(plan), (Articles{0, 1, 2, 3})); // room for all: nothing folds
        QCOMPARE(plan.width, 1200);
        for (size_t i = 1; i < 4; ++i) {
            QCOMPARE(plan.columns[i].width, plan.columns[0].width);
            QCOMPARE(plan.columns[i].x - plan.columns[i - 1].right(), 26);
        }
        QVERIFY(plan.columns.back().right() <= 1200);
        QVERIFY(plan.columns.back().right() > 1190);
    }
    void silentColumnsFoldWhereRoomIsShort()
    {
        const ColumnPlan plan = planColumns(ColumnChoice::ofStory(12), foldsOf(12, {0, 1, 2, 3, 5, 8, 9}), 1400, 1);
        QCOMPARE(columnsOf(plan), (Articles{4, 6, 7, 10, 11}));
        QCOMPARE(plan.spines.size(), 3u);
        QCOMPARE(plan.spines[0].articles, (Articles{0, 1, 2, 3}));
        QCOMPARE(plan.spines[1].articles, Articles{5});
        QCOMPARE(plan.spines[2].articles, (Articles{8, 9}));
        QVERIFY(plan.spines[0].x < plan.columns[0].x);
        QVERIFY(plan.spines[1].x > plan.columns[0].right() && plan.spines[1].x + 24 < plan.columns[1].x);
        QCOMPARE(plan.width, 1400); // now they fit
        QVERIFY(plan.columns[0].width >= LeastColumn);
    }
    void whereAllAreSilentNothingFolds()
    {
        QCOMPARE(planColumns(ColumnChoice::ofStory(9), foldsOf(9, {0, 1, 2, 3, 4, 5, 6, 7, 8}), 900, 1).columns.size(),
                 9u);
    }
    void theBaseStandsApartAndTheOthersScroll()
    {
        ColumnChoice choice = ColumnChoice::ofStory(12);
        choice.base = 6;
        const ColumnPlan plan = planColumns(choice, {}, 1000, 1);
        QVERIFY(plan.hasBase);
        QCOMPARE(columnsOf(plan).front(), 6);
        QCOMPARE(plan.fixedWidth, plan.columns[0].right() + 22);
        QCOMPARE(plan.columns[1].x, 0);
        QVERIFY(plan.width > 1000 - plan.fixedWidth);
    }
    void widthsAreKeptAndGrowWithTheZoom()
    {
        ColumnChoice choice = ColumnChoice::ofStory(3);
        choice.widths[1] = 500;
        const ColumnPlan plan = planColumns(choice, {}, 1200, 1);
        QCOMPARE(plan.columns[1].width, 500);
        QCOMPARE(plan.columns[0].width, plan.columns[2].width);
        QVERIFY(plan.columns[2].right() <= 1200);
        QCOMPARE(planColumns(choice, {}, 3000, 1.5).columns[1].width, 750);
    }
    void oneColumnAndNone()
    {
        QCOMPARE(planColumns(ColumnChoice::ofStory(1), {}, 1200, 1).columns.front().width, WidestColumn);
        QVERIFY(planColumns(ColumnChoice::ofStory(0), {}, 1200, 1).columns.empty());
        ColumnChoice alone = ColumnChoice::ofStory(1);
        alone.base = 0;
        QCOMPARE(planColumns(alone, {}, 1200, 1).columns.size(), 1u);
    }

    // ---- the widget

    void aHeadIsDraggedToAnotherPlace()
    {
        Scene scene(story(5));
        const QRect third = scene.pane(2).geometry();
        scene.drag(0, QPoint(third.right() - 10, 30));
        QCOMPARE(scene.onScreen(), (Articles{1, 2, 0, 3, 4}));
        scene.drag(4, QPoint(2, 30));
        QCOMPARE(scene.onScreen(), (Articles{4, 1, 2, 0, 3}));
        QVERIFY(!scene.view.findChild<QLabel *>()); // what was under the pointer is gone
    }
    void escapeGivesADragUp()
    {
        Scene scene(story(3));
        ArticleHead *head = scene.view.head(0);
        QTest::mousePress(head, Qt::LeftButton, {}, QPoint(50, 20));
        QTest::mouseMove(head, QPoint(80, 20));
        QTest::mouseMove(head, QPoint(900, 20));
        QTest::keyClick(head, Qt::Key_Escape);
        QTest::mouseRelease(head, Qt::LeftButton, {}, QPoint(900, 20));
        QCOMPARE(scene.onScreen(), (Articles{0, 1, 2}));
    }
    void curvesJoinTheNewNeighbours()
    {
        Scene scene(story(3));
        scene.current.setEvent(2);
        scene.view.moveColumn(0, 1);
        QCOMPARE(scene.onScreen(), (Articles{1, 0, 2}));
        const QList<Connectors *> gutters = scene.view.findChildren<Connectors *>();
        QCOMPARE(gutters.size(), 2);
        for (const Connectors *gutter : gutters) {
            QVERIFY(!gutter->curves().empty());
            QCOMPARE(gutter->x(), gutter->left()->geometry().right() + 1);
            QCOMPARE(gutter->geometry().right() + 1, gutter->right()->x());
        }
        QCOMPARE(scene.unevenness(2), 0);
    }
    void theEdgeOfAHeadSetsTheWidthAndADoubleClickTheUsualOne()
    {
        Scene scene(story(3));
        const int usual = scene.pane(0).width();
        ArticleHead *head = scene.view.head(0);
        QTest::mousePress(head, Qt::LeftButton, {}, QPoint(head->width() - 2, 20));
        QTest::mouseMove(head, QPoint(usual + 98, 20));
        QTest::mouseRelease(head, Qt::LeftButton, {}, QPoint(usual + 98, 20));
        QCOMPARE(scene.pane(0).width(), usual + 98);
        scene.current.setEvent(1);
        QCOMPARE(scene.pane(0).width(), usual + 98);
        QTest::mouseDClick(head, Qt::LeftButton, {}, QPoint(head->width() - 2, 20));
        QCOMPARE(scene.pane(0).width(), usual);
    }
    void hiddenColumnsComeBackWhenTheyAreWanted()
    {
        Scene scene(story(4));
        scene.current.setEvent(3);
        scene.view.setHidden(1, true);
        QCOMPARE(scene.onScreen(), (Articles{0, 2, 3}));
        scene.view.goTo({1, placeOf(1, 3)}, {});
        QCOMPARE(scene.onScreen(), (Articles{0, 1, 2, 3}));
        QCOMPARE(scene.unevenness(3), 0);
        scene.view.setHidden(1, true);
        scene.view.focusColumn(1);
        QTRY_COMPARE(scene.view.focusedColumn(), 1);
    }
    void theBaseStaysWhileTheOthersScroll()
    {
        Scene scene(story(12));
        scene.view.setBase(7);
        QCOMPARE(scene.onScreen().front(), 7);
        scene.sideways()->setValue(scene.sideways()->maximum());
        QCOMPARE(scene.pane(7).mapTo(&scene.view, QPoint()).x(), 4);
        QCOMPARE(scene.pane(7).height(), scene.pane(11).height());
        scene.current.setEvent(4);
        QVERIFY(scene.unevenness(4) <= 2);
        // The curve beside the base goes to the leftmost column that one sees.
        const auto gutters = scene.view.findChildren<Connectors *>();
        const auto beside = std::ranges::find_if(gutters, [&](Connectors *g) { return g->left() == &scene.pane(7); });
        QVERIFY(beside != gutters.end());
        QVERIFY((*beside)->right()->mapTo(&scene.view, QPoint()).x() >= scene.view.plan().fixedWidth);
        scene.picture(u"columns-base"_s);
        scene.view.setBase(-1);
        QCOMPARE(scene.pane(7).parentWidget(), scene.pane(0).parentWidget());
    }
    void silentColumnsFoldAndUnfoldByClick()
    {
        Scene scene(storyWithSilence(12, {4, 6, 7, 10, 11}), {1400, 700});
        scene.current.setEvent(EventCount);
        QCOMPARE(scene.onScreen(), (Articles{4, 6, 7, 10, 11}));
        QVERIFY(scene.unevenness(EventCount) <= 2);
        QList<FoldedSpine *> spines = scene.view.findChildren<FoldedSpine *>();
        QCOMPARE(spines.size(), 3);
        QVERIFY(spines[0]->accessibleName().contains(u"Outlet 1"_s));
        scene.picture(u"columns-folded"_s);
        const auto middle = std::ranges::find_if(spines, [](FoldedSpine *s) { return s->articles() == Articles{5}; });
        QTest::mouseClick(*middle, Qt::LeftButton);
        QTRY_COMPARE(scene.onScreen(), (Articles{4, 5, 6, 7, 10, 11}));
        scene.current.setEvent(0); // told by all
        QCOMPARE(scene.onScreen().size(), 12u);
        QVERIFY(scene.view.findChildren<FoldedSpine *>().isEmpty());
        scene.view.setFoldsSilent(false);
        scene.current.setEvent(EventCount);
        QCOMPARE(scene.onScreen().size(), 12u);
    }
    void aColumnWithWordsOfADivergenceIsShownAndStandsAtThem()
    {
        auto made = std::make_shared<Comparison>(*storyWithSilence(12, {4, 6}));
        const PassageRef outside{9, 7}; // of no event that is linked
        made->divergences.push_back({EventCount, DivergenceKind::Wording, Aspect::WordChoice, u"river"_s, 0.5, {}});
        made->divergences.back().readings.push_back({{4, 3}, {0, 4}, 0, {}});
        made->divergences.back().readings.push_back({outside, {0, 4}, 1, {}});
        Scene scene(made, {900, 700});
        scene.current.setEvent(EventCount);
        QCOMPARE(scene.onScreen(), (Articles{4, 6, 9}));
        QVERIFY(std::abs(scene.pane(9).band(outside.passage).top - scene.pane(9).levelHeight()) <= 2);
    }
    void theClickedColumnStaysWhereItIsWhenOthersFold()
    {
        Scene scene(storyWithSilence(12, {4, 6, 7, 8, 9, 10, 11}), {1000, 700});
        ArticlePane &pane = scene.pane(8);
        scene.view.focusColumn(8);
        pane.verticalScrollBar()->setValue(pane.scrollFor(3, 100));
        const int before = pane.mapTo(&scene.view, QPoint()).x();
        const Band band = pane.band(3);
        QTest::mouseClick(pane.viewport(), Qt::LeftButton, {}, QPoint(12, band.top + 8));
        QCOMPARE(scene.current.event(), EventCount);
        QCOMPARE(pane.mapTo(&scene.view, QPoint()).x(), before);
    }
    void curvesOverAFoldAreDashed()
    {
        Scene scene(storyWithSilence(12, {4, 6}), {900, 700});
        scene.view.setHidden(11, true);
        scene.current.setEvent(EventCount);
        const QList<Connectors *> gutters = scene.view.findChildren<Connectors *>();
        QCOMPARE(gutters.size(), 1);
        QVERIFY(gutters.front()->isOverFold());
        QVERIFY(std::ranges::any_of(gutters.front()->curves(), &Curve::isRibbon));
    }
    void rightToLeftAndChineseColumnsAreLaidOutAsSuch()
    {
        auto made = std::make_shared<Comparison>(*story(3));
        for (Passage &passage : made->story.articles[0].passages)
            passage.text = u"قالت السلطات إن أربعة قوارب غرقت في النهر ليلة الثلاثاء وإن البحث مستمر."_s;
        for (Passage &passage : made->story.articles[1].passages)
            passage.text = u"当局表示，周二晚上有四艘船在河中沉没，搜救工作仍在继续。"_s;
        made->divergences.clear();
        Scene scene(made);
        scene.current.setEvent(0);
        const PassageLayout &arabic = scene.pane(0).passageLayout();
        const QRectF words = arabic.rows(4, {0, 4}).front();
        // The numbers and the bar stand where the lines begin.
        QVERIFY(words.right() > scene.pane(0).viewport()->width() - arabic.measures().numberWidth - 12);
        QVERIFY(words.right() <= scene.pane(0).viewport()->width() - arabic.measures().numberWidth + 2);
        QVERIFY(scene.pane(1).passageLayout().band(4).height() > 40);
        QCOMPARE(scene.unevenness(0), 0);
        scene.picture(u"columns-scripts"_s);
    }

    // ---- in the window

    void keysMoveHidePinAndShow()
    {
        openWindow(5);
        ComparisonView *view = m_window->comparisonView();
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(view->focusedColumn(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(view->choice().shown(), (Articles{0, 2, 1, 3, 4}));
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(view->choice().shown(), (Articles{0, 1, 2, 3, 4}));
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(view->choice().shown(), (Articles{1, 0, 2, 3, 4}));
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(view->choice().base, -1);
        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(view->choice().shown(), (Articles{0, 2, 3, 4}));
        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view->choice().shown(), (Articles{0, 1, 2, 3, 4}));
    }
    void theMenuOfAHeadIsAboutItsArticle()
    {
        openWindow(4);
        ArticleHead *head = m_window->comparisonView()->head(2);
        head->setFocus();
        QTest::keyClick(head, Qt::Key_Space);
        auto *menu = m_window->findChild<QMenu *>(u"articleMenu"_s);
        QTRY_VERIFY(menu && menu->isVisible());
        m_window->comparisonView()->focusColumn(0);
        menu->setActiveAction(m_window->actions().hideColumn);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(m_window->comparisonView()->choice().shown(), (Articles{0, 1, 3}));
    }
    void theArrangementIsTheSameInRowsAndIsRememberedForTheStory()
    {
        openWindow(4);
        m_window->comparisonView()->setChoice({{3, 2, 1, 0}, {1}, 2, {{3, 400}}});
        m_window->actions().rowsMode->trigger();
        const RowsView *rows = m_window->rowsView();
        QVERIFY(rows->isColumnHidden(1));
        QVERIFY(rows->columnViewportPosition(2) < rows->columnViewportPosition(3));
        QVERIFY(rows->columnViewportPosition(3) < rows->columnViewportPosition(0));
        m_window->actions().columnsMode->trigger();
        m_session->close();
        m_window->open({u"/somewhere/story"_s});
        QTRY_COMPARE(m_session->state(), Session::State::Ready);
        QCOMPARE(m_window->comparisonView()->choice().shown(), (Articles{2, 3, 0}));
        QCOMPARE(m_window->comparisonView()->choice().widths.at(3), 400);
    }
    void tabWalksFromHeadToColumnFromLeftToRight()
    {
        openWindow(3);
        m_window->comparisonView()->moveColumn(0, 1);
        ComparisonView *view = m_window->comparisonView();
        view->head(1)->setFocus();
        for (QWidget *next : {static_cast<QWidget *>(view->pane(1)), static_cast<QWidget *>(view->head(0)),
                              static_cast<QWidget *>(view->pane(0)), static_cast<QWidget *>(view->head(2)),
                              static_cast<QWidget *>(view->pane(2))}) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget(), next);
        }
    }

    void cleanup() { closeWindow(); }

private:
    void openWindow(int articles) { showStory(*story(articles), {1500, 900}); }
};

QTEST_MAIN(TestColumns)
#include "tst_columns.moc"
