// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The window without a mouse: every key reaches its action, Tab every control, the arrows every divergence.
#include "manyarticles.h"
#include "ui/articlehead.h"
#include "ui/articlepane.h"
#include "ui/comparisonview.h"
#include "ui/divergencetable.h"
#include "ui/eventlist.h"
#include "ui/mainwindow.h"
#include "ui/rowsview.h"
#include "windowtest.h"

#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QListView>
#include <QMenuBar>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <set>

using namespace parallax;
using namespace parallax::manyarticles;
using namespace Qt::StringLiterals;

namespace {

constexpr int Articles = 4;

QString nameOf(const QWidget *widget)
{
    return u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()), widget->objectName());
}

/// Controls that are seen and that Tab is meant to reach.
std::set<QWidget *> controls(const QWidget *window)
{
    std::set<QWidget *> found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        const bool isMeant = widget->focusPolicy() & Qt::TabFocus;
        if (isMeant && widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
            widget->window() == window)
            found.insert(widget);
    }
    return found;
}

} // namespace

class TestKeys : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QSettings().clear();
        showStory(*story(Articles), {1500, 950});
    }
    void cleanup() { closeWindow(); }

    /// From wherever one is: with the keyboard in a column, in the rows, in the list.
    void everyKeyReachesItsAction_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("from a column") << u"column"_s;
        QTest::newRow("from the head of a column") << u"head"_s;
        QTest::newRow("from the rows") << u"rows"_s;
        QTest::newRow("from the list of events") << u"events"_s;
        QTest::newRow("from the table") << u"table"_s;
    }
    void everyKeyReachesItsAction()
    {
        QFETCH(const QString, place);
        if (place == "rows"_L1)
            m_window->actions().rowsMode->trigger();
        m_window->current()->setDivergence(2);
        for (QAction *action : m_window->QWidget::actions()) {
            action->disconnect(); // it is the key that is tried, not what it does
            if (!action->isEnabled())
                continue;
            for (const QKeySequence &sequence : action->shortcuts()) {
                QWidget *focus = place == "column"_L1   ? static_cast<QWidget *>(m_window->comparisonView()->pane(1))
                                 : place == "head"_L1   ? static_cast<QWidget *>(m_window->comparisonView()->head(1))
                                 : place == "rows"_L1   ? static_cast<QWidget *>(m_window->rowsView())
                                 : place == "events"_L1 ? static_cast<QWidget *>(m_window->eventList()->events())
                                                        : m_window->divergenceTable()->table();
                focus->setFocus();
                const QSignalSpy triggered(action, &QAction::triggered);
                const QKeyCombination key = sequence[0];
                QTest::keyClick(focus, key.key(), key.keyboardModifiers());
                QVERIFY2(triggered.count() == 1,
                         qPrintable(u"%1 by %2"_s.arg(action->objectName(), sequence.toString())));
            }
        }
    }

    void tabReachesEveryControlAndLeavesIt_data()
    {
        QTest::addColumn<bool>("inRows");
        QTest::newRow("columns") << false;
        QTest::newRow("rows") << true;
    }
    void tabReachesEveryControlAndLeavesIt()
    {
        QFETCH(const bool, inRows);
        if (inRows)
            m_window->actions().rowsMode->trigger();
        m_window->actions().find->trigger();
        m_window->current()->setEvent(2);
        std::set<QWidget *> missing = controls(m_window.get());
        QVERIFY(missing.size() > 20);
        const size_t most = 3 * missing.size() + 50;
        int stays = 0; // in a text with links Tab goes from link to link before it leaves
        for (size_t i = 0; i < most && !missing.empty(); ++i) {
            QWidget *focus = QApplication::focusWidget();
            QVERIFY(focus);
            missing.erase(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
            stays = QApplication::focusWidget() == focus ? stays + 1 : 0;
            QVERIFY2(stays < 10, qPrintable(u"stuck in "_s + nameOf(focus)));
        }
        QStringList names;
        for (const QWidget *widget : missing)
            names << nameOf(widget);
        QVERIFY2(missing.empty(), qPrintable(names.join(u", "_s)));
    }
    void shiftTabGoesBack()
    {
        QWidget *pane = m_window->comparisonView()->pane(1);
        pane->setFocus();
        QTest::keyClick(pane, Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), pane);
    }

    void nextDivergenceReachesEveryOne_data()
    {
        QTest::addColumn<bool>("inRows");
        QTest::newRow("columns") << false;
        QTest::newRow("rows") << true;
    }
    void nextDivergenceReachesEveryOne()
    {
        QFETCH(const bool, inRows);
        if (inRows)
            m_window->actions().rowsMode->trigger();
        std::set<int> seen;
        QTest::keyClick(m_window.get(), Qt::Key_Home, Qt::AltModifier);
        for (int i = 0; i < 2 * EventCount; ++i) {
            const int now = m_window->current()->divergence();
            seen.insert(now);
            // Whatever is current is in sight, in every column that has it.
            const Divergence &divergence = m_window->current()->comparison()->divergences[size_t(now)];
            for (const Reading &reading : divergence.readings) {
                const QRectF words = inRows ? m_window->rowsView()->wordRows(reading.passage, reading.span).front()
                                            : wordsInColumn(reading);
                const QWidget *view = inRows ? m_window->rowsView()->viewport()
                                             : m_window->comparisonView()->pane(reading.passage.article)->viewport();
                QVERIFY(words.top() >= 0 && words.bottom() <= view->height());
            }
            QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
        }
        QCOMPARE(seen.size(), size_t(EventCount));
        QTest::keyClick(m_window.get(), Qt::Key_End, Qt::AltModifier);
        QCOMPARE(m_window->current()->divergence(), EventCount - 1);
    }
    void arrowsReachEveryEventOfTheListAndTheRows()
    {
        QListView *list = m_window->eventList()->events();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        std::set<int> events{m_window->current()->event()};
        for (int i = 0; i < EventCount; ++i) {
            QTest::keyClick(list, Qt::Key_Down);
            events.insert(m_window->current()->event());
        }
        QCOMPARE(events.size(), size_t(EventCount));
        m_window->actions().rowsMode->trigger();
        RowsView *rows = m_window->rowsView();
        rows->setFocus();
        events.clear();
        QTest::keyClick(rows, Qt::Key_Home, Qt::ControlModifier);
        for (int i = 0; i < EventCount; ++i) {
            events.insert(m_window->current()->event());
            QTest::keyClick(rows, Qt::Key_Down);
        }
        QCOMPARE(events.size(), size_t(EventCount));
    }
    void theEventsHaveTheKeyboardAtFirst()
    {
        QVERIFY(m_window->eventList()->events()->hasFocus());
        const int event = m_window->current()->event();
        QTest::keyClick(m_window->eventList()->events(), Qt::Key_Down);
        QVERIFY(m_window->current()->event() != event);
    }
    void keysZoomAndComeBack()
    {
        const ComparisonView *view = m_window->comparisonView();
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(view->zoom(), 1.1);
        QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(view->zoom(), 0.9);
        QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(view->zoom(), 1.0);
    }
    void keysGoFromColumnToColumn()
    {
        const ComparisonView *view = m_window->comparisonView();
        for (const int article : {2, 0, 3}) {
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + article), Qt::ControlModifier);
            QTRY_COMPARE(view->focusedColumn(), article);
        }
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QTRY_COMPARE(view->focusedColumn(), 0);
    }
    void fullScreenAndBack()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(m_window->isFullScreen());
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(!m_window->isFullScreen());
    }

private:
    QRectF wordsInColumn(const Reading &reading)
    {
        const ArticlePane &pane = *m_window->comparisonView()->pane(reading.passage.article);
        const QRectF words = pane.passageLayout().rows(reading.passage.passage, reading.span).front();
        return words.translated(0, -pane.verticalScrollBar()->value());
    }
};

QTEST_MAIN(TestKeys)
#include "tst_keys.moc"
