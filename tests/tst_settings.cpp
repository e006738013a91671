// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Keys and reading type: the models, the dialog in the real window, and that both are kept.
#include "manyarticles.h"
#include "ui/articlepane.h"
#include "ui/comparisonview.h"
#include "ui/keyspage.h"
#include "ui/mainwindow.h"
#include "ui/rowsview.h"
#include "ui/settingsdialog.h"
#include "windowtest.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFontDatabase>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QTest>
#include <QTextBlock>
#include <QTreeView>

using namespace parallax;
using namespace parallax::manyarticles;
using namespace Qt::StringLiterals;

class TestSettings : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QSettings().clear();
    }
    void cleanup() { closeWindow(); }

    // ---- the keys as a model

    void theModelKeepsTheRulesOfModels()
    {
        QWidget window;
        const Actions actions(&window);
        KeysModel model(window.actions());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), window.actions().size());
        model.setKeys(0, {QKeySequence(u"Ctrl+J"_s)});
        model.restoreAll();
    }
    void noTwoActionsComeWithTheSameKey()
    {
        QWidget window;
        const Actions actions(&window);
        const KeysModel model(window.actions());
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY2(model.conflict(row) < 0, qPrintable(model.action(row)->objectName()));
    }
    void everyIconIsThere()
    {
        QWidget window;
        const Actions actions(&window);
        for (const QAction *action : window.actions())
            QVERIFY2(action->icon().name().isEmpty() || !action->icon().isNull(), qPrintable(action->icon().name()));
    }
    void aConflictIsFoundAndEndedByTakingTheKey()
    {
        QWidget window;
        const Actions actions(&window);
        KeysModel model(window.actions());
        const int find = rowOf(model, u"find"_s);
        const int reload = rowOf(model, u"reload"_s);
        model.setKeys(reload, {QKeySequence(Qt::Key_F5), QKeySequence(u"Ctrl+F"_s)});
        QCOMPARE(model.conflict(reload), find);
        QCOMPARE(model.conflict(find), reload);
        QVERIFY(model.hasConflicts());
        model.takeFromOthers(reload);
        QVERIFY(!model.hasConflicts());
        QVERIFY(model.keys(find).isEmpty());
        QCOMPARE(actions.reload->shortcuts().size(), 1); // nothing was applied yet
        model.restore(find);
        QVERIFY(model.hasConflicts());
        model.restoreAll();
        QVERIFY(!model.hasConflicts());
    }
    void emptyAndRepeatedKeysAreLeftOut()
    {
        QWidget window;
        const Actions actions(&window);
        KeysModel model(window.actions());
        const QKeySequence key(u"Ctrl+J"_s);
        model.setKeys(
            0, {QKeySequence(), key, key, QKeySequence(u"Ctrl+K"_s), QKeySequence(u"F2"_s), QKeySequence(u"F10"_s)});
        QCOMPARE(model.keys(0), (QList{key, QKeySequence(u"Ctrl+K"_s), QKeySequence(u"F2"_s)}));
    }
    void keysAreKeptAndUsualOnesNotWritten()
    {
        {
            QWidget window;
            const Actions actions(&window);
            KeysModel model(window.actions());
            model.setKeys(rowOf(model, u"reload"_s), {QKeySequence(u"Ctrl+R"_s)});
            model.setKeys(rowOf(model, u"help"_s), {});
            model.apply();
            QCOMPARE(actions.reload->shortcuts(), QList{QKeySequence(u"Ctrl+R"_s)});
            QVERIFY(actions.reload->toolTip().contains(u"Ctrl+R"_s));
        }
        QSettings settings;
        settings.beginGroup(u"keys"_s);
        QCOMPARE(settings.allKeys().size(), 2);
        settings.endGroup();
        QWidget window;
        const Actions actions(&window);
        loadKeys(window.actions());
        QCOMPARE(actions.reload->shortcuts(), QList{QKeySequence(u"Ctrl+R"_s)});
        QVERIFY(actions.help->shortcuts().isEmpty());
        QCOMPARE(actions.find->shortcuts(), usualKeys(*actions.find));
    }

    // ---- the dialog

    void aKeyIsChangedInTheDialogAndWorks()
    {
        openWindow();
        SettingsDialog *dialog = openDialog();
        KeysPage *page = dialog->keys();
        page->choose(u"nextDivergence"_s);
        press(page->editor(1), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(page->warning()->text().isEmpty());
        picture(*dialog, u"settings-keys"_s);
        QTest::mouseClick(dialog->buttons()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QTRY_VERIFY(!m_window->findChild<SettingsDialog *>());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
        QVERIFY(m_window->current()->divergence() >= 0);
    }
    void aTakenKeyWarnsAndLeavesNoOk()
    {
        openWindow();
        SettingsDialog *dialog = openDialog();
        KeysPage *page = dialog->keys();
        page->choose(u"reload"_s);
        press(page->editor(0), Qt::Key_F, Qt::ControlModifier);
        QVERIFY2(page->warning()->text().contains(u"Find"_s), qPrintable(page->warning()->text()));
        QVERIFY(!dialog->buttons()->button(QDialogButtonBox::Ok)->isEnabled());
        picture(*dialog, u"settings-conflict"_s);
        QTest::mouseClick(page->takeButton(), Qt::LeftButton);
        QVERIFY(dialog->buttons()->button(QDialogButtonBox::Ok)->isEnabled());
        QTest::mouseClick(page->restoreAllButton(), Qt::LeftButton);
        page->choose(u"find"_s);
        QCOMPARE(page->editor(0)->keySequence(), QKeySequence(u"Ctrl+F"_s));
        dialog->reject();
        QCOMPARE(m_window->actions().reload->shortcuts(), QList{QKeySequence(Qt::Key_F5)});
    }
    void actionsAreFoundByNameAndByKey()
    {
        openWindow();
        KeysPage *page = openDialog()->keys();
        page->filter()->setText(u"fullscr"_s);
        QCOMPARE(page->list()->model()->rowCount(), 0);
        page->filter()->setText(u"full scr"_s);
        QCOMPARE(page->list()->model()->rowCount(), 1);
        page->filter()->setText(u"F11"_s);
        QCOMPARE(page->list()->model()->rowCount(), 1);
    }
    void sizeSpacingAndTypefaceAreSeenAtOnceAndTakenBackByCancel()
    {
        openWindow();
        SettingsDialog *dialog = openDialog();
        dialog->showReading();
        const PassageLayout &layout = m_window->comparisonView()->pane(0)->passageLayout();
        const int usual = layout.content().height();
        dialog->spacing()->setValue(1.5);
        QCOMPARE_GT(layout.content().height(), usual);
        dialog->size()->setValue(150);
        QCOMPARE(m_window->comparisonView()->zoom(), 1.5);
        dialog->typeface()->setCurrentIndex(1);
        QVERIFY(dialog->family()->isEnabled());
        const QString family = dialog->family()->currentFont().family();
        QCOMPARE(m_window->comparisonView()->type().family, family);
        QCOMPARE(m_window->comparisonView()->pane(0)->document()->defaultFont().families().constFirst(), family);
        picture(*dialog, u"settings-reading"_s);
        dialog->reject();
        QCOMPARE(m_window->comparisonView()->type(), ReadingType());
        QCOMPARE(layout.content().height(), usual);
    }
    void theTypeIsKeptAndIsThatOfTheRowsToo()
    {
        openWindow();
        ReadingType type{.family = QFontDatabase::families().constFirst(), .zoom = 1.2, .spacing = 1.4};
        m_window->comparisonView()->setType(type);
        m_window->close();
        MainWindow again(m_session.get(), m_appearance.get());
        QCOMPARE(again.comparisonView()->type().family, type.family);
        QCOMPARE(again.comparisonView()->type().spacing, type.spacing);
        QCOMPARE(again.comparisonView()->zoom(), type.zoom);
    }
    void theEventStaysLevelWhateverTheType()
    {
        openWindow();
        m_window->current()->setEvent(3);
        ComparisonView *view = m_window->comparisonView();
        for (const ReadingType &type : {ReadingType{.family = {}, .zoom = 1, .spacing = 2},
                                        ReadingType{.family = {}, .zoom = 2, .spacing = 1}, ReadingType{}}) {
            view->setType(type);
            for (int article = 0; article < 4; ++article) {
                const ArticlePane &pane = *view->pane(article);
                QVERIFY(std::abs(pane.runs(3).front().top - pane.levelHeight()) <= 2);
            }
        }
    }
    void f9HidesTheStripsAndShowsThem()
    {
        openWindow();
        const ArticlePane &pane = *m_window->comparisonView()->pane(0);
        const int narrow = pane.viewport()->width();
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        QTRY_VERIFY(!pane.verticalScrollBar()->isVisible());
        QCOMPARE_GT(pane.viewport()->width(), narrow);
        QTest::keyClick(m_window.get(), Qt::Key_F9);
        QTRY_COMPARE(pane.viewport()->width(), narrow);
    }

private:
    static int rowOf(const KeysModel &model, const QString &name)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.action(row)->objectName() == name)
                return row;
        }
        return -1;
    }
    void openWindow() { showStory(*story(4), {1400, 900}); }
    SettingsDialog *openDialog()
    {
        m_window->actions().keySettings->trigger();
        auto *dialog = m_window->findChild<SettingsDialog *>();
        if (!dialog || !QTest::qWaitForWindowExposed(dialog))
            qFatal("no dialog");
        return dialog;
    }
    static void press(QKeySequenceEdit *editor, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        editor->setFocus();
        QTest::keyClick(editor, key, modifiers);
        QTest::qWait(1200); // it waits for a second key
    }
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
