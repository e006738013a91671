// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows mode: the model, the widget driven by mouse and keys, and the switch between rows and columns.
#include "madeup.h"
#include "manyarticles.h"
#include "ui/articlepane.h"
#include "ui/comparisonview.h"
#include "ui/eventlist.h"
#include "ui/mainwindow.h"
#include "ui/markwalk.h"
#include "ui/rowsview.h"
#include "windowtest.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace parallax;
using namespace parallax::manyarticles;
using namespace Qt::StringLiterals;

namespace {

struct Scene {
    Current current;
    RowsView view{&current};

    explicit Scene(const ComparisonPtr &comparison, QSize size = {1200, 700})
    {
        view.resize(size);
        current.setComparison(comparison);
        view.show();
        view.activateWindow();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("the window never came");
        QApplication::processEvents();
    }
    QModelIndex index(int event, int article) const { return view.rows()->index(view.rows()->rowOf(event), article); }
    QPoint middleOf(PassageRef passage, TextSpan span)
    {
        const std::vector<QRectF> rows = view.wordRows(passage, span);
        return rows.empty() ? QPoint(-1, -1) : rows.front().center().toPoint();
    }
    bool isWholeInSight(PassageRef passage, TextSpan span)
    {
        const std::vector<QRectF> rows = view.wordRows(passage, span);
        return !rows.empty() && std::ranges::all_of(rows, [this](const QRectF &row) {
            return QRectF(view.viewport()->rect()).contains(row);
        });
    }
};

/// Events whose texts are of very different lengths; all articles tell all of them.
ComparisonPtr longStory(int events, int articles)
{
    auto made = std::make_shared<Comparison>();
    made->story.title = u"Long"_s;
    for (int a = 0; a < articles; ++a) {
        Article article;
        article.title = article.outlet = u"Outlet %1"_s.arg(a + 1);
        for (int e = 0; e < events; ++e) {
            const QString words = u"On day %1 the river rose again by a hand. "_s.arg(e);
            article.passages.push_back({words.repeated(1 + (e * 7 + a * 3) % 9), Role::Body});
        }
        made->story.articles.push_back(article);
        made->language.push_back({std::vector<PassageLanguage>(article.passages.size())});
    }
    for (int e = 0; e < events; ++e) {
        Event event{u"day %1"_s.arg(e), {}, {}};
        for (int a = 0; a < articles; ++a)
            event.members.push_back({{a, e}, 0.9});
        made->alignment.events.push_back(event);
    }
    return made;
}

} // namespace

class TestRows : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup() { closeWindow(); }

    // ---- the model

    void theModelKeepsTheRulesOfModels()
    {
        RowsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setComparison(std::make_shared<Comparison>(madeup::comparison()));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 3);
        model.setEvents({2, 0, 99, -1});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.event(0), 2);
        QCOMPARE(model.rowOf(1), -1);
        model.setComparison({});
        QCOMPARE(model.columnCount(), 0);
    }
    void aCellIsWhatTheArticleSaysAndAGapWhereItIsSilent()
    {
        RowsModel model;
        model.setComparison(std::make_shared<Comparison>(madeup::comparison()));
        QVERIFY(model.index(0, 0).data().toString().startsWith(u"MARROW — Four people"_s));
        QVERIFY(model.index(2, 2).data().toString().isEmpty());
        QVERIFY(!model.isTold(2, 2));
        QCOMPARE(model.index(2, 2).data(Qt::AccessibleTextRole).toString(), u"silent"_s);
        QVERIFY(model.index(1, 1).data(Qt::AccessibleDescriptionRole).toString().contains(u"The Marrow Gazette"_s));
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"The Marrow Gazette"_s);
    }
    void severalPassagesOfAnArticleStandInOneCell()
    {
        auto made = std::make_shared<Comparison>(madeup::comparison());
        made->alignment.events[2].members.insert(made->alignment.events[2].members.begin(), {{0, 2}, 0.4});
        QCOMPARE(cellPassages(*made, 2, 0), (std::vector<PassageRef>{{0, 2}, {0, 4}}));
        RowsModel model;
        model.setComparison(made);
        QCOMPARE(model.index(2, 0).data().toString().count(u'\n'), 1);
        Scene scene(made);
        scene.current.setEvent(2);
        QVERIFY(scene.middleOf({0, 2}, {0, 4}).y() < scene.middleOf({0, 4}, {0, 4}).y());
    }

    // ---- the widget

    void aClickMakesTheRowsEventCurrent()
    {
        Scene scene(std::make_shared<Comparison>(madeup::comparison()));
        const QRect cell = scene.view.visualRect(scene.index(1, 0));
        QTest::mouseClick(scene.view.viewport(), Qt::LeftButton, {}, cell.bottomLeft() + QPoint(8, -4));
        QCOMPARE(scene.current.event(), 1);
        scene.current.setEvent(2);
        QCOMPARE(scene.view.currentIndex().row(), 2);
        QCOMPARE(scene.view.currentIndex().column(), 0);
        picture(scene.view, u"rows-madeup"_s);
    }
    void aClickOnTheHeadOfARowDoesSoToo()
    {
        Scene scene(std::make_shared<Comparison>(madeup::comparison()));
        QHeaderView *heads = scene.view.verticalHeader();
        QTest::mouseClick(heads->viewport(), Qt::LeftButton, {}, QPoint(20, heads->sectionViewportPosition(2) + 10));
        QCOMPARE(scene.current.event(), 2);
    }
    void aClickOnMarkedWordsMakesTheirDivergenceCurrent()
    {
        Scene scene(std::make_shared<Comparison>(madeup::comparison()));
        const Reading &reading = scene.current.comparison()->divergences[4].readings[1];
        scene.current.setEvent(1);
        QTest::mouseClick(scene.view.viewport(), Qt::LeftButton, {}, scene.middleOf(reading.passage, reading.span));
        QCOMPARE(scene.current.event(), 1);
        QCOMPARE(scene.current.divergence(), 4);
    }
    void everyRowIsMarkedInFullForItsOwnEvent()
    {
        const ComparisonPtr comparison = std::make_shared<Comparison>(madeup::comparison());
        CellText cell(comparison, std::make_shared<MarkIndex>(*comparison), 0, 0,
                      {.width = 300, .type = {}, .kinds = allKinds()});
        const Reading &reading = comparison->divergences[0].readings[0];
        const std::vector<QRectF> words = cell.rows(reading.passage, reading.span);
        QVERIFY(!words.empty());
        const Mark *mark = cell.markAt(words.front().center());
        QVERIFY(mark && mark->hasBadge && mark->hasTint && !mark->isCurrent);
        cell.setLook({.width = 300, .type = {}, .divergence = 0, .kinds = allKinds()});
        QVERIFY(cell.markAt(words.front().center())->isCurrent);
        const int height = cell.height();
        cell.setLook({.width = 300, .type = {.family = {}, .zoom = 2, .spacing = 1}, .kinds = allKinds()});
        QCOMPARE_GT(cell.height(), height);
        cell.setLook({.width = 300, .type = {}, .kinds = {}});
        QVERIFY(!cell.markAt(words.front().center()));
    }
    void arrowsWalkRowsAndCells()
    {
        Scene scene(std::make_shared<Comparison>(madeup::comparison()));
        scene.view.setFocus();
        scene.current.setEvent(0);
        QTest::keyClick(&scene.view, Qt::Key_Down);
        QCOMPARE(scene.current.event(), 1);
        QTest::keyClick(&scene.view, Qt::Key_Right);
        QTest::keyClick(&scene.view, Qt::Key_Right);
        QCOMPARE(scene.view.currentIndex().column(), 2);
        QCOMPARE(scene.current.event(), 1);
        QTest::keyClick(&scene.view, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(u"The town may close the bridge"_s));
        QSignalSpy asked(&scene.view, &RowsView::passageRequested);
        QTest::keyClick(&scene.view, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked.front()[0].value<PassageRef>() == (PassageRef{2, 2}));
    }
    void onlyWhatIsInSightIsLaidOut()
    {
        Scene scene(longStory(400, 5));
        const int atFirst = scene.view.laidOutCount();
        QVERIFY2(atFirst > 0 && atFirst < 200, qPrintable(QString::number(atFirst)));
        scene.view.verticalScrollBar()->setValue(scene.view.verticalScrollBar()->maximum() / 2);
        QApplication::processEvents();
        QVERIFY(scene.view.laidOutCount() < 400);
    }
    void scrollingUpIntoRowsNeverSeenDoesNotJump()
    {
        Scene scene(longStory(200, 3));
        scene.current.setEvent(150);
        for (int i = 0; i < 60; ++i) {
            const int row = scene.view.rowAt(scene.view.viewport()->height() / 2);
            const int before = scene.view.rowViewportPosition(row);
            scene.view.verticalScrollBar()->setValue(scene.view.verticalScrollBar()->value() - 60);
            QApplication::processEvents();
            QCOMPARE(scene.view.rowViewportPosition(row), before + 60);
        }
    }
    void noTextIsCutOffHoweverTheWindowIsSized()
    {
        Scene scene(longStory(60, 4));
        for (const QSize size : {QSize(1200, 700), QSize(800, 500), QSize(1500, 400)}) {
            scene.view.resize(size);
            for (const int event : {0, 30, 59}) {
                scene.current.setEvent(event);
                QApplication::processEvents();
                for (int article = 0; article < 4; ++article) {
                    const int end =
                        static_cast<int>(scene.current.comparison()->story.passage({article, event}).text.size());
                    const QRect cell = scene.view.visualRect(scene.index(event, article));
                    const std::vector<QRectF> rows = scene.view.wordRows({article, event}, {0, end});
                    QVERIFY(!rows.empty());
                    QVERIFY(rows.back().bottom() <= cell.bottom());
                    QVERIFY(rows.back().right() <= cell.right() + 1);
                }
            }
        }
    }
    void goToBringsTheWordsIntoViewSidewaysToo()
    {
        Scene scene(story(12));
        const Reading &reading = scene.current.comparison()->divergences[5].readings[11];
        QVERIFY(scene.view.goTo(reading.passage, reading.span));
        QCOMPARE(scene.current.event(), 5);
        QVERIFY(scene.isWholeInSight(reading.passage, reading.span));
        QVERIFY(!scene.view.goTo({0, 3}, {})); // of no event
        scene.view.rows()->setEvents({1, 2});
        QVERIFY(!scene.view.goTo(reading.passage, reading.span)); // filtered out
    }
    void columnsStayReadableAndHeadsStayInPlace()
    {
        Scene scene(story(12));
        for (int article = 0; article < 12; ++article)
            QVERIFY(scene.view.columnWidth(article) >= 190);
        QVERIFY(scene.view.horizontalScrollBar()->maximum() > 0);
        const int head = scene.view.horizontalHeader()->y();
        scene.view.verticalScrollBar()->setValue(300);
        scene.view.horizontalScrollBar()->setValue(300);
        QCOMPARE(scene.view.horizontalHeader()->y(), head);
        QCOMPARE(scene.view.verticalHeader()->x(), 0);
    }
    void articlesCanBeReorderedAndHidden()
    {
        Scene scene(story(4));
        scene.view.setColumns({2, 0, 3});
        QVERIFY(scene.view.isColumnHidden(1));
        QVERIFY(scene.view.columnViewportPosition(2) < scene.view.columnViewportPosition(0));
        QVERIFY(scene.view.columnViewportPosition(0) < scene.view.columnViewportPosition(3));
        QVERIFY(!scene.view.goTo({1, placeOf(1, 0)}, {}));
    }
    void rightToLeftAndChineseTextIsSetAsSuch()
    {
        auto made = std::make_shared<Comparison>(*story(2));
        made->divergences.clear();
        made->story.articles[0].passages[size_t(placeOf(0, 0))].text =
            u"قالت السلطات إن أربعة قوارب غرقت في النهر ليلة الثلاثاء وإن البحث مستمر."_s;
        made->story.articles[1].passages[size_t(placeOf(1, 0))].text =
            u"当局表示，周二晚上有四艘船在河中沉没，搜救工作仍在继续。"_s;
        Scene scene(made, {900, 400});
        const QRectF first = scene.view.wordRows({0, placeOf(0, 0)}, {0, 4}).front();
        const int end = scene.view.columnViewportPosition(0) + scene.view.columnWidth(0);
        QVERIFY(first.right() > end - 50 && first.right() < end - 20); // after the number, which is at the right, too
        QVERIFY(!scene.view.wordRows({1, placeOf(1, 0)}, {0, 4}).empty());
        picture(scene.view, u"rows-scripts"_s);
    }
    void aScreenReaderIsToldTheTextOfACell()
    {
        Scene scene(std::make_shared<Comparison>(madeup::comparison()));
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&scene.view);
        QVERIFY(table && table->tableInterface());
        QCOMPARE(table->tableInterface()->rowCount(), 3);
        QAccessibleInterface *cell = table->tableInterface()->cellAt(1, 1);
        QVERIFY(cell->text(QAccessible::Name).contains(u"Hannah Okafor closed the bridge"_s));
        QVERIFY(cell->text(QAccessible::Description).contains(u"The Marrow Gazette"_s));
    }

    // ---- within a passage

    void theDivergencesOfAPassageAreWalkedInTheOrderOfItsWords()
    {
        const Comparison made = madeup::comparison();
        const MarkIndex index(made);
        Focus focus{0, -1, -1, allKinds()};
        const auto step = [&](int by) {
            focus.divergence = divergenceInPassage(made, index, {0, 2}, focus, by).value_or(-2);
            return focus.divergence;
        };
        QCOMPARE(step(1), 0); // Four people
        QCOMPARE(step(1), 1); // on Tuesday
        QCOMPARE(step(1), 2); // sank
        QCOMPARE(step(1), 3); // the harbour master said
        QCOMPARE(step(1), 0);
        QCOMPARE(step(-1), 3);
        focus.kinds = {DivergenceKind::Date};
        QCOMPARE(step(1), 1);
        QCOMPARE(divergenceInPassage(made, index, {0, 5}, focus, 1), std::nullopt);
    }

    // ---- in the window

    void theModeIsSwitchedAndRemembered()
    {
        openWindow();
        QVERIFY(!m_window->isInRows());
        QVERIFY(m_window->eventList()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(m_window->isInRows() && m_window->rowsView()->isVisible());
        QVERIFY(!m_window->eventList()->isVisible()); // the rows have their own heads
        QCOMPARE(m_window->rowsView()->currentIndex().row(), m_window->rowsView()->rows()->rowOf(0));
        picture(*m_window, u"rows-window"_s);
        m_window->close();
        MainWindow again(m_session.get(), m_appearance.get());
        QVERIFY(again.isInRows());
        again.actions().columnsMode->setChecked(true);
        QVERIFY(!again.isInRows());
    }
    void bothModesShareWhatIsCurrent()
    {
        openWindow();
        m_window->actions().rowsMode->trigger();
        QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_window->current()->divergence(), 1);
        m_window->actions().columnsMode->trigger();
        QCOMPARE(m_window->comparisonView()->pane(0)->attention().divergence, 1);
        m_window->current()->setEvent(2);
        m_window->actions().rowsMode->trigger();
        QCOMPARE(m_window->rowsView()->rows()->event(m_window->rowsView()->currentIndex().row()), 2);
    }
    void theRowsAreSortedAndFilteredLikeTheList()
    {
        openWindow();
        m_window->actions().rowsMode->trigger();
        const QAbstractItemModel *list = m_window->eventList()->events()->model();
        const auto labels = [](const QAbstractItemModel *model, auto label) {
            QStringList all;
            for (int row = 0; row < model->rowCount(); ++row)
                all << label(row);
            return all;
        };
        const RowsModel *rows = m_window->rowsView()->rows();
        const auto same = [&] {
            return labels(list, [&](int row) { return list->index(row, 0).data().toString(); }) ==
                   labels(rows,
                          [&](int row) { return rows->headerData(row, Qt::Vertical, Qt::DisplayRole).toString(); });
        };
        QVERIFY(same());
        m_window->eventList()->filter()->setText(u"warning"_s);
        QCOMPARE(rows->rowCount(), 1);
        QVERIFY(same());
        m_window->eventList()->filter()->clear();
        QCOMPARE(rows->rowCount(), 3);
        QVERIFY(same());
    }
    void f4WalksWithinThePassage()
    {
        openWindow();
        m_window->current()->setEvent(0);
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QCOMPARE(m_window->current()->divergence(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QCOMPARE(m_window->current()->divergence(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_F4, Qt::ShiftModifier);
        QCOMPARE(m_window->current()->divergence(), 0);
        m_window->actions().rowsMode->trigger();
        m_window->rowsView()->focusColumn(1);
        QTest::keyClick(m_window.get(), Qt::Key_F4);
        QCOMPARE(m_window->current()->divergence(), 1);
    }
    void columnKeysGoToTheArticleInRowsToo()
    {
        openWindow();
        m_window->actions().rowsMode->trigger();
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(m_window->rowsView()->currentIndex().column(), 2);
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QCOMPARE(m_window->rowsView()->currentIndex().column(), 0);
    }
    void whatOnlyOneArticleSaysIsShownInColumns()
    {
        openWindow();
        m_window->actions().rowsMode->trigger();
        Q_EMIT m_window->eventList()->passageRequested({0, 5});
        QVERIFY(!m_window->isInRows());
    }
    void aDoubleClickLeadsToThePassageInItsArticle()
    {
        openWindow();
        m_window->actions().rowsMode->trigger();
        RowsView *rows = m_window->rowsView();
        m_window->current()->setEvent(2);
        const QPoint words = rows->wordRows({1, 3}, {0, 5}).front().center().toPoint();
        QTest::mouseDClick(rows->viewport(), Qt::LeftButton, {}, words);
        QVERIFY(!m_window->isInRows());
        QTRY_COMPARE(m_window->comparisonView()->focusedColumn(), 1);
        QCOMPARE(m_window->current()->event(), 2);
    }

private:
    void openWindow()
    {
        QSettings().clear();
        showStory(madeup::comparison(), {1400, 900});
    }
};

QTEST_MAIN(TestRows)
#include "tst_rows.moc"
