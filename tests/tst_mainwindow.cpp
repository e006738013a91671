// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The real window, driven by mouse and keys.
#include "madeup.h"
#include "ui/articlepane.h"
#include "ui/busypage.h"
#include "ui/comparisonview.h"
#include "ui/coveragemap.h"
#include "ui/divergencetable.h"
#include "ui/eventlist.h"
#include "ui/legendbar.h"
#include "ui/mainwindow.h"
#include "ui/messagepage.h"
#include "ui/noticebar.h"
#include "ui/singlesource.h"
#include "ui/startpage.h"
#include "ui/statusline.h"
#include "ui/whypanel.h"
#include "windowtest.h"

#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

/// Answers by the name of what is opened: the made-up story, a failure, a story short of something, or works on.
std::expected<Comparison, ReadFailure> byName(const Request &request, Progress &progress)
{
    const QString path = request.paths.constFirst();
    if (path.endsWith(u"slow"_s)) {
        while (progress.step(Stage::Align, 187, 320))
            QThread::msleep(2);
        return std::unexpected(ReadFailure{ReadError::Cancelled, path, {}});
    }
    if (path.endsWith(u"bare"_s))
        return std::unexpected(ReadFailure{ReadError::NothingToRead, path, {{u"photo.jpg"_s, SkipReason::Binary, {}}}});
    Comparison made = madeup::comparison();
    if (path.endsWith(u"single"_s)) {
        made.story.articles.resize(1);
        made.language.resize(1);
        made.alignment = {};
        made.divergences.clear();
    }
    return made;
}

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QPoint middleOf(const QAbstractItemView *view, const QModelIndex &index)
{
    return view->visualRect(index).center();
}

} // namespace

class TestMainWindow : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        showWindow(byName, {1400, 900});
        QTest::failOnWarning();
    }

    void cleanup() { closeWindow(); }

    void beginsWithTheStartPage()
    {
        QCOMPARE(m_window->page(), m_window->startPage());
        QVERIFY(!m_window->actions().exportReport->isEnabled());
        QVERIFY(!m_window->actions().nextDivergence->isEnabled());
        QVERIFY(m_window->actions().openFolder->isEnabled());
        QVERIFY(!m_window->eventList()->isVisible());
    }

    void openingFillsListTableAndColumns()
    {
        openStory();
        QVERIFY(m_window->eventList()->isVisible());
        QCOMPARE(m_window->eventList()->events()->model()->rowCount(), 3);
        QCOMPARE(m_window->comparisonView()->columnCount(), 3);
        QCOMPARE(m_window->current()->event(), 0); // the one with most disagreement
        QCOMPARE(m_window->divergenceTable()->table()->model()->rowCount(), 4);
        QVERIFY(m_window->windowTitle().contains(u"Marrow Bridge"_s));
        QVERIFY(m_window->actions().exportReport->isEnabled());
    }

    void clickingAnEventMakesItCurrent()
    {
        openStory();
        QListView *events = m_window->eventList()->events();
        const QModelIndex last = events->model()->index(2, 0);
        QTest::mouseClick(events->viewport(), Qt::LeftButton, {}, middleOf(events, last));
        QCOMPARE(m_window->current()->event(), 2);
        QCOMPARE(m_window->divergenceTable()->table()->model()->rowCount(), 2);
        QVERIFY2(m_window->statusLine()->evidence().contains(u"We had no warning"_s),
                 qPrintable(m_window->statusLine()->evidence()));
    }

    void arrowKeysWalkTheEvents()
    {
        openStory();
        QListView *events = m_window->eventList()->events();
        events->setFocus();
        QTest::keyClick(events, Qt::Key_Down);
        QCOMPARE(m_window->current()->event(), 1);
    }

    void nextAndPreviousByKey_data()
    {
        QTest::addColumn<Qt::Key>("next");
        QTest::addColumn<Qt::Key>("previous");
        QTest::addColumn<Qt::KeyboardModifier>("modifier");
        QTest::newRow("Alt with arrows") << Qt::Key_Down << Qt::Key_Up << Qt::AltModifier;
        QTest::newRow("Ctrl with arrows") << Qt::Key_Down << Qt::Key_Up << Qt::ControlModifier;
        QTest::newRow("F8 and F7") << Qt::Key_F8 << Qt::Key_F7 << Qt::NoModifier;
    }

    void nextAndPreviousByKey()
    {
        QFETCH(const Qt::Key, next);
        QFETCH(const Qt::Key, previous);
        QFETCH(const Qt::KeyboardModifier, modifier);
        openStory();
        QTest::keyClick(m_window.get(), next, modifier);
        QCOMPARE(m_window->current()->divergence(), 0);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(m_window.get(), next, modifier);
        QCOMPARE(m_window->current()->divergence(), 4);
        QCOMPARE(m_window->current()->event(), 1);
        QCOMPARE(selectedEvent(), u"Mayor Hanna Okafor, lorries"_s);
        QTest::keyClick(m_window.get(), previous, modifier);
        QCOMPARE(m_window->current()->divergence(), 3);
        QCOMPARE(m_window->current()->event(), 0);
    }

    void firstAndLastByKey()
    {
        openStory();
        QTest::keyClick(m_window.get(), Qt::Key_End, Qt::AltModifier);
        QCOMPARE(m_window->current()->divergence(), 7);
        QTest::keyClick(m_window.get(), Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(m_window->current()->divergence(), 0);
    }

    void theCurrentDivergenceIsTheRowOfTheTable()
    {
        openStory();
        m_window->current()->setDivergence(6);
        QTableView *table = m_window->divergenceTable()->table();
        QCOMPARE(table->currentIndex().data(DivergenceModel::DivergenceRole).toInt(), 6);
    }

    void clickingACellGoesToItsReading()
    {
        openStory();
        QTableView *table = m_window->divergenceTable()->table();
        const QSignalSpy asked(m_window->divergenceTable(), &DivergenceTable::readingRequested);
        const QModelIndex gazette = table->model()->index(1, DivergenceModel::FirstArticleColumn + 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, middleOf(table, gazette));
        QCOMPARE(m_window->current()->divergence(), 1);
        QVERIFY(!asked.isEmpty());
        QVERIFY(asked.back()[0].value<PassageRef>() == (PassageRef{1, 1}));
    }

    void keysWalkTheTableAndCopyItsRow()
    {
        openStory();
        QTableView *table = m_window->divergenceTable()->table();
        m_window->current()->setDivergence(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(m_window->current()->divergence(), 1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        const QStringList lines = copied->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].split(u'\t').mid(3), (QStringList{u"Tidewater Courier"_s, u"The Marrow Gazette"_s,
                                                            u"What we know about the Marrow Bridge accident"_s}));
        QCOMPARE(lines[1].split(u'\t').mid(3),
                 (QStringList{u"on Tuesday (A)"_s, u"on Wednesday (B)"_s, u"on Tuesday (A)"_s}));
        QVERIFY2(copied->html().contains(u"<td align='left'>on Wednesday (B)</td>"_s), qPrintable(copied->html()));
    }

    void severalRowsAreCopiedAtOnce()
    {
        openStory();
        QTableView *table = m_window->divergenceTable()->table();
        m_window->current()->setDivergence(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), table->model()->rowCount());
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Figure"_s); // the reading, or what the cell says
    }

    void aDoubleClickGoesOnReadingInTheColumn()
    {
        openStory();
        QTableView *table = m_window->divergenceTable()->table();
        const QModelIndex gazette = table->model()->index(1, DivergenceModel::FirstArticleColumn + 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, middleOf(table, gazette));
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, middleOf(table, gazette));
        QCOMPARE(m_window->comparisonView()->focusedColumn(), 1);
        QCOMPARE(m_window->comparisonView()->pane(1)->keyboardPassage(), 1);
    }

    void enterGoesOnReadingInTheColumn()
    {
        openStory();
        QTableView *table = m_window->divergenceTable()->table();
        m_window->current()->setDivergence(0);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, DivergenceModel::FirstArticleColumn + 2));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_window->comparisonView()->focusedColumn(), 2);
    }

    void theEventIsNamedWhereTheWholeStoryIsListed()
    {
        openStory();
        const QTableView *table = m_window->divergenceTable()->table();
        QVERIFY(table->isColumnHidden(DivergenceModel::EventColumn));
        QTest::mouseClick(m_window->divergenceTable()->wholeStoryButton(), Qt::LeftButton);
        QVERIFY(!table->isColumnHidden(DivergenceModel::EventColumn));
        QCOMPARE(table->model()->index(0, DivergenceModel::EventColumn).data().toString(),
                 u"east span of Marrow Bridge"_s);
    }

    void whyFollowsTheDivergenceAndCanBeCopied()
    {
        openStory();
        WhyPanel *why = m_window->whyPanel();
        showWhy();
        QVERIFY(why->isVisible());
        QTRY_VERIFY2(why->toPlainText().contains(u"Tied together by name Marrow Bridge"_s),
                     qPrintable(why->toPlainText()));
        m_window->current()->setDivergence(0);
        QTRY_VERIFY2(why->toPlainText().contains(u"at least 6 injured"_s), qPrintable(why->toPlainText()));
        auto *copy = why->head()->findChild<QToolButton *>(u"copyWhy"_s);
        QTest::mouseClick(copy, Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"the figures are not equal"_s));
    }

    void whyNamesTheTiesOfTheChosenPassage()
    {
        openStory();
        showWhy();
        Q_EMIT m_window->comparisonView()->pane(1)->passageActivated(2);
        QVERIFY(m_window->current()->passage() == (PassageRef{1, 2}));
        const WhyPanel *why = m_window->whyPanel();
        QTRY_VERIFY2(why->toPlainText().contains(u"What ties 2 The Marrow Gazette ¶3 to:"_s),
                     qPrintable(why->toPlainText()));
        m_window->current()->setEvent(0); // another event: the passage is chosen no longer
        QVERIFY(!m_window->current()->passage());
    }

    void aLinkOfWhyLeadsToItsPassage()
    {
        openStory();
        Q_EMIT m_window->whyPanel()->anchorClicked(QUrl(u"passage:2/1"_s));
        QCOMPARE(m_window->comparisonView()->focusedColumn(), 2);
        QCOMPARE(m_window->comparisonView()->pane(2)->keyboardPassage(), 1);
    }

    void whatsThisOnAMarkNamesKindReadingsAndWhy()
    {
        openStory();
        ArticlePane *pane = m_window->comparisonView()->pane(1);
        const auto rows = pane->passageLayout().rows(1, pane->marks(1).front().span);
        QVERIFY(!rows.empty());
        const QPoint on = rows.front().center().toPoint() - QPoint(0, pane->verticalScrollBar()->value());
        const QString text = pane->whatsThisAt(on);
        QVERIFY2(text.contains(u"Figure"_s) && text.contains(u"At least six people"_s) &&
                     text.contains(u"Four people"_s),
                 qPrintable(text));
        QVERIFY(text.contains(u"not equal"_s));
    }

    void theWholeStoryCanBeListed()
    {
        openStory();
        QTest::mouseClick(m_window->divergenceTable()->wholeStoryButton(), Qt::LeftButton);
        QCOMPARE(m_window->divergenceTable()->table()->model()->rowCount(), 8);
    }

    void theLegendHidesAKindEverywhere()
    {
        openStory();
        KindChip *figure = m_window->legendBar()->chips().front();
        QVERIFY(figure->accessibleName().contains(u'1'));
        QTest::mouseClick(figure, Qt::LeftButton);
        QVERIFY(!m_window->current()->shownKinds().contains(DivergenceKind::Figure));
        QCOMPARE(m_window->divergenceTable()->table()->model()->rowCount(), 3);
        figure->setFocus();
        QTest::keyClick(figure, Qt::Key_Space);
        QCOMPARE(m_window->divergenceTable()->table()->model()->rowCount(), 4);
    }

    void filteringKeepsTheCurrentEvent()
    {
        openStory();
        QLineEdit *filter = m_window->eventList()->filter();
        filter->setFocus();
        QTest::keyClicks(filter, u"warning"_s);
        QCOMPARE(m_window->eventList()->events()->model()->rowCount(), 1);
        QCOMPARE(m_window->current()->event(), 0);
        filter->clear();
        QCOMPARE(selectedEvent(), u"east span of Marrow Bridge"_s);
    }

    void singleSourcePassagesStandUnderTheirArticle()
    {
        openStory();
        SingleSourceView *single = m_window->eventList()->singleSource();
        const QSignalSpy asked(single, &SingleSourceView::passageRequested);
        const QModelIndex courier = single->model()->index(0, 0);
        single->scrollTo(courier);
        QVERIFY(!single->isExpanded(courier));
        QTest::mouseClick(single->viewport(), Qt::LeftButton, {}, middleOf(single, courier));
        QVERIFY(single->isExpanded(courier));
        const QModelIndex passage = single->model()->index(0, 0, courier);
        QVERIFY(passage.data().toString().startsWith(u"Ferries will run"_s));
        single->scrollTo(passage);
        QTest::mouseClick(single->viewport(), Qt::LeftButton, {}, middleOf(single, passage));
        QVERIFY(!asked.isEmpty());
        QVERIFY(asked.back()[0].value<PassageRef>() == (PassageRef{0, 5}));
    }

    void aFilterWithoutMatchCanBeCleared()
    {
        openStory();
        QTest::keyClicks(m_window->eventList()->filter(), u"zeppelin"_s);
        QVERIFY(!m_window->eventList()->events()->isVisible());
        auto *all = m_window->eventList()->findChild<QPushButton *>(u"clearEventFilter"_s);
        QVERIFY(all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(m_window->eventList()->events()->model()->rowCount(), 3);
    }

    void theOrderOfTheEventsIsRemembered()
    {
        auto *order = m_window->eventList()->findChild<QComboBox *>(u"eventOrder"_s);
        order->setCurrentIndex(1);
        m_window->close();
        const MainWindow again(m_session.get(), m_appearance.get());
        QCOMPARE(again.eventList()->findChild<QComboBox *>(u"eventOrder"_s)->currentIndex(), 1);
    }

    void theCoverageMapGoesToEventAndPassage()
    {
        openStory();
        QVERIFY(!m_window->coverageMap()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(m_window->coverageMap()->isVisible());
        QTableView *map = m_window->coverageMap()->map();
        QCOMPARE(map->currentIndex().row(), m_window->current()->event());
        const QSignalSpy asked(m_window->coverageMap(), &CoverageMap::passageRequested);
        const QModelIndex cell = map->model()->index(2, CoverageModel::FirstArticleColumn + 1);
        QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, middleOf(map, cell));
        QCOMPARE(m_window->current()->event(), 2);
        QVERIFY(!asked.isEmpty() && asked.back()[0].value<PassageRef>() == (PassageRef{1, 3}));
        map->setFocus();
        QTest::keyClick(map, Qt::Key_Up);
        QCOMPARE(m_window->current()->event(), 1);
        m_window->current()->setEvent(0);
        QCOMPARE(map->currentIndex().row(), 0);
    }

    void pairsOfArticlesShowWhatTheyShare()
    {
        openStory();
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
        QTableView *pairs = m_window->coverageMap()->pairs();
        QTRY_VERIFY(pairs->isVisible());
        QTRY_COMPARE(pairs->model()->rowCount(), 3); // counted elsewhere
        const QModelIndex cell = pairs->model()->index(0, 2);
        QVERIFY(cell.data(SharingModel::ShareRole).toDouble() > 0.1); // “when the east span of Marrow Bridge sank …”
        QCOMPARE(cell.data(SharingModel::EventsRole).toInt(), 2);
        pairs->scrollTo(cell);
        QTest::mouseClick(pairs->viewport(), Qt::LeftButton, {}, middleOf(pairs, cell));
        QCOMPARE(m_window->comparisonView()->focusedColumn(), 2);
    }

    void theWorkCanBeCancelled()
    {
        m_window->open({u"/somewhere/slow"_s});
        QTRY_COMPARE(m_window->page(), m_window->busyPage());
        QVERIFY(!m_window->actions().exportReport->isEnabled());
        QTest::mouseClick(m_window->busyPage()->cancelButton(), Qt::LeftButton);
        QCOMPARE(m_session->state(), Session::State::Idle);
        QCOMPARE(m_window->page(), m_window->startPage());
    }

    void escapeCancelsAndGoesBackToTheStory()
    {
        openStory();
        m_window->open({u"/somewhere/slow"_s});
        QTRY_COMPARE(m_window->page(), m_window->busyPage());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTRY_COMPARE(m_session->state(), Session::State::Ready);
        QVERIFY(m_window->eventList()->isVisible());
        QVERIFY(m_window->windowTitle().contains(u"Marrow Bridge"_s));
    }

    void aFolderWithoutArticlesSaysWhatItHolds()
    {
        m_window->open({u"/somewhere/bare"_s});
        QTRY_COMPARE(m_window->page(), m_window->messagePage());
        QVERIFY(!m_window->messagePage()->text().isEmpty());
        const auto *skipped = m_window->messagePage()->findChild<QTreeWidget *>(u"skippedFiles"_s);
        QVERIFY(skipped);
        QCOMPARE(skipped->topLevelItem(0)->text(0), u"photo.jpg"_s);
        QVERIFY(!m_window->messagePage()->backButton()->isVisible());
    }

    void afterAFailureThereIsAWayBack()
    {
        openStory();
        m_window->open({u"/somewhere/bare"_s});
        QTRY_COMPARE(m_window->page(), m_window->messagePage());
        QTest::mouseClick(m_window->messagePage()->backButton(), Qt::LeftButton);
        QCOMPARE(m_session->state(), Session::State::Ready);
        QVERIFY(m_window->eventList()->isVisible());
    }

    void oneArticleIsShownAndSaysThatTwoAreNeeded()
    {
        m_window->open({u"/somewhere/single"_s});
        QTRY_COMPARE(m_session->state(), Session::State::Ready);
        QCOMPARE(m_window->comparisonView()->columnCount(), 1);
        QVERIFY(m_window->noticeBar()->isVisible());
        QVERIFY(!m_window->actions().nextDivergence->isEnabled());
    }

    void skippedFilesAreListed()
    {
        openStory();
        QToolButton *button = m_window->statusLine()->skippedButton();
        QVERIFY(button->isVisible());
        QVERIFY(button->text().startsWith(u'2'));
        QTest::mouseClick(button, Qt::LeftButton);
        const auto *dialog = m_window->findChild<SkippedFilesDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 2);
    }

    void aDroppedFolderIsOpened()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/somewhere/story"_s)});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QTRY_COMPARE(m_session->state(), Session::State::Ready);
        QCOMPARE(m_session->request().paths, QStringList{u"/somewhere/story"_s});
    }

    void aDroppedWebAddressIsRefused()
    {
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/story"_s)});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void recentStoriesAreOfferedAndGoneOnesGreyed()
    {
        openStory();
        m_session->close();
        QCOMPARE(m_window->page(), m_window->startPage());
        const QListWidget *recent = m_window->startPage()->recent();
        QCOMPARE(recent->count(), 1);
        QCOMPARE(recent->item(0)->text(), u"Marrow Bridge"_s);
        QVERIFY(!recent->item(0)->flags().testFlag(Qt::ItemIsEnabled)); // /somewhere/story is not there
    }

    void theSampleStoryIsPartOfTheProgram()
    {
        const QSignalSpy asked(m_window->startPage(), &StartPage::storyRequested);
        QTest::mouseClick(m_window->startPage()->sampleButton(), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        NoProgress progress;
        const auto story = readStory(asked.front().front().toStringList(), progress);
        QVERIFY(story);
        QCOMPARE(story->articles.size(), size_t{5});
    }

    void aStoryThatOpensInRowsDoesNotOfferToScrollTogether()
    {
        const auto action = [this](const QString &name) { return m_window->findChild<QAction *>(name); };
        const QAction *together = action(u"scrollTogether"_s);
        openStory();
        action(u"rowsMode"_s)->trigger();
        QVERIFY(!together->isEnabled());
        const QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->reload();
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(!together->isEnabled());
        action(u"columnsMode"_s)->trigger();
        QVERIFY(together->isEnabled());
    }

    void reloadKeepsTheEvent()
    {
        openStory();
        m_window->current()->setEvent(2);
        const QSignalSpy opened(m_session.get(), &Session::opened);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(m_window->current()->event(), 2);
    }

    void theLastPlaceInAStoryIsRemembered()
    {
        openStory();
        m_window->current()->setDivergence(6);
        m_window->close();
        MainWindow again(m_session.get(), m_appearance.get());
        again.open({u"/somewhere/other"_s});
        QTRY_COMPARE(m_session->state(), Session::State::Ready);
        QCOMPARE(again.current()->divergence(), -1);
        again.open({u"/somewhere/story"_s});
        QTRY_COMPARE(m_session->request().paths, QStringList{u"/somewhere/story"_s});
        QTRY_COMPARE(again.current()->divergence(), 6);
        QCOMPARE(again.current()->event(), 2);
    }

    void changedFilesAreOfferedForReload()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"a.txt"_s), "one");
        m_window->open({folder.path()});
        QTRY_VERIFY(m_window->comparisonView()->isVisible());
        QVERIFY(!m_window->changedNotice()->isVisible());
        writeFile(folder.filePath(u"a.txt"_s), "one and two");
        writeFile(folder.filePath(u"b.txt"_s), "three");
        QTRY_VERIFY(m_window->changedNotice()->isVisible());
        QTRY_VERIFY2(m_window->changedNotice()->text().contains(u"a.txt, b.txt"_s),
                     qPrintable(m_window->changedNotice()->text()));
        const QSignalSpy opened(m_session.get(), &Session::opened);
        auto *reload = m_window->changedNotice()->findChild<QPushButton *>();
        QTest::mouseClick(reload, Qt::LeftButton);
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(!m_window->changedNotice()->isVisible());
    }

    void articlesAreOpenedBeside()
    {
        openStory();
        m_window->openBeside({u"/elsewhere/late.txt"_s, u"/somewhere/story"_s});
        QTRY_COMPARE(m_session->state(), Session::State::Ready);
        QCOMPARE(m_session->request().paths, (QStringList{u"/somewhere/story"_s, u"/elsewhere/late.txt"_s}));
    }

    void aDropOnAnOpenStoryAsksWhatIsMeant_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("add to it") << 0 << QStringList{u"/somewhere/story"_s, u"/elsewhere/late.txt"_s};
        QTest::newRow("open instead") << 1 << QStringList{u"/elsewhere/late.txt"_s};
        QTest::newRow("nothing") << 3 << QStringList{u"/somewhere/story"_s};
    }

    void aDropOnAnOpenStoryAsksWhatIsMeant()
    {
        QFETCH(const int, choice);
        QFETCH(const QStringList, paths);
        openStory();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/elsewhere/late.txt"_s)});
        QDragEnterEvent enter({500, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QDropEvent drop({500, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        auto *menu = m_window->findChild<QMenu *>(u"dropMenu"_s);
        QVERIFY(menu && menu->isVisible());
        menu->setActiveAction(menu->actions()[choice]);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(m_session->request().paths, paths);
        QTRY_COMPARE(m_session->state(), Session::State::Ready);
    }

    void aStoryWithoutCommonEventsOffersMoreArticles()
    {
        m_window->open({u"/somewhere/single"_s});
        QTRY_VERIFY(m_window->noticeBar()->isVisible());
        QStringList offered;
        for (const QPushButton *button : m_window->noticeBar()->findChildren<QPushButton *>()) {
            QVERIFY(button->isVisible());
            offered << button->text();
        }
        QCOMPARE(offered, (QStringList{u"Open Beside…"_s, u"Open Folder…"_s}));
        QTest::mouseClick(m_window->noticeBar()->findChild<QToolButton *>(u"shutNotice"_s), Qt::LeftButton);
        QVERIFY(!m_window->noticeBar()->isVisible());
    }

    void zoomAndSwitchesAreRemembered()
    {
        openStory();
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_window->comparisonView()->zoom(), 1.2);
        m_window->actions().scrollTogether->trigger();
        m_window->close();
        MainWindow again(m_session.get(), m_appearance.get());
        QCOMPARE(again.comparisonView()->zoom(), 1.2);
        QVERIFY(!again.comparisonView()->isScrollingTogether());
    }

    void hiddenDocksStayHiddenInTheNextStory()
    {
        openStory();
        QAction *toggle = nullptr;
        for (QAction *action : m_window->menuBar()->actions()[2]->menu()->actions())
            toggle = !toggle && action->text() == u"Divergences"_s ? action : toggle;
        QVERIFY(toggle);
        toggle->trigger();
        QVERIFY(!m_window->divergenceTable()->isVisible());
        m_session->close();
        openStory();
        QVERIFY(!m_window->divergenceTable()->isVisible());
        QVERIFY(m_window->eventList()->isVisible());
    }

    void everyActionHasANameAndStandsInAMenu()
    {
        QList<QAction *> inMenus;
        for (const QAction *top : m_window->menuBar()->actions()) {
            for (QAction *action : top->menu()->actions()) {
                inMenus << action;
                if (action->menu())
                    inMenus << action->menu()->actions();
            }
        }
        for (QAction *action : m_window->QWidget::actions()) {
            QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
        }
    }

    void fitsASmallScreen()
    {
        m_window->resize(1024, 640);
        QCOMPARE(m_window->size(), QSize(1024, 640));
        openStory();
        m_window->resize(1024, 640);
        QCOMPARE(m_window->size(), QSize(1024, 640));
    }

    void helpListsTheKeysThereAre()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        const auto *help = m_window->findChild<QDialog *>(u"helpWindow"_s);
        QVERIFY(help && help->isVisible());
    }

private:
    void openStory()
    {
        m_window->open({u"/somewhere/story"_s});
        QTRY_COMPARE(m_session->state(), Session::State::Ready);
        QTRY_VERIFY(m_window->comparisonView()->isVisible());
    }

    /// By the button over the table; narrow windows open without the panel.
    void showWhy()
    {
        for (QToolButton *button : m_window->divergenceTable()->head()->findChildren<QToolButton *>()) {
            if (button->text() == u"Why"_s && !button->isChecked())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(m_window->whyPanel()->isVisible());
    }

    QString selectedEvent() const { return m_window->eventList()->events()->currentIndex().data().toString(); }
};

} // namespace parallax

QTEST_MAIN(parallax::TestMainWindow)
#include "tst_mainwindow.moc"
