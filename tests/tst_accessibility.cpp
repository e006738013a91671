// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The window as a screen reader and as the keyboard meet it.
#include "madeup.h"
#include "ui/articlepane.h"
#include "ui/comparisonview.h"
#include "ui/divergencetable.h"
#include "ui/eventlist.h"
#include "ui/mainwindow.h"
#include "ui/singlesource.h"
#include "ui/startpage.h"
#include "ui/surfaces.h"
#include "ui/whypanel.h"
#include "windowtest.h"

#include <QAccessible>
#include <QDockWidget>
#include <QFileInfo>
#include <QListView>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

QAccessibleInterface *faceOf(QObject *object)
{
    return QAccessible::queryAccessibleInterface(object);
}

QString described(QAccessibleInterface *face)
{
    return face->text(QAccessible::Description);
}

/// Widgets that the keyboard can reach.
QList<QWidget *> reachable(QWidget *window)
{
    QList<QWidget *> found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) &&
            !widget->focusProxy())
            found << widget;
    }
    return found;
}

QString nameOf(QWidget *widget)
{
    return u"%1 %2 %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                             faceOf(widget)->text(QAccessible::Name));
}

} // namespace

class TestAccessibility : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QSettings().clear();
        showWindow(
            [](const Request &, Progress &) -> std::expected<Comparison, ReadFailure> { return madeup::comparison(); },
            {1600, 1000});
        QTest::failOnWarning();
        m_window->open({u"/somewhere/story"_s});
        QTRY_VERIFY(m_window->comparisonView()->isVisible());
    }

    void cleanup()
    {
        closeWindow();
        m_appearance->setChoice(ColourChoice::System);
    }

    void thePassagesOfAnEventHaveTheirTextTheirKindsAndTheirReadings()
    {
        const ComparisonPtr story = m_window->current()->comparison();
        m_window->current()->setEvent(0);
        for (const EventMember &member : story->alignment.events[0].members) {
            QAccessibleInterface *passage = faceOf(pane(member.passage.article))->child(member.passage.passage);
            QVERIFY(passage && passage->isValid());
            QCOMPARE(passage->role(), QAccessible::Paragraph);
            QVERIFY(passage->state().selected);
            const QString &words = story->story.passage(member.passage).text;
            QCOMPARE(passage->textInterface()->text(0, passage->textInterface()->characterCount()), words);
            QVERIFY(passage->text(QAccessible::Name).contains(words));
            const QString said = described(passage);
            QVERIFY2(said.contains(u"current event: east span of Marrow Bridge"_s), qPrintable(said));
            QVERIFY2(said.contains(u"Figure"_s) && said.contains(u"Date"_s), qPrintable(said));
            QVERIFY2(said.contains(u"A Tidewater Courier: Four people"_s), qPrintable(said));
            QVERIFY2(said.contains(u"B The Marrow Gazette: At least six people"_s), qPrintable(said));
        }
    }

    /// Of a real story, as the pipeline reads it: who listens hears whether it had happened, and who says so.
    void aStatusIsHeardWithItsReadings()
    {
        const QString folder = QStringLiteral(PARALLAX_SHARED_DIR) + u"/stories/kremlin-2017/articles"_s;
        if (!QFileInfo::exists(folder))
            QSKIP("no story to read");
        struct Quiet : Progress {
            bool step(Stage, int, int) override { return true; }
        } quiet;
        const auto story = std::make_shared<const Comparison>(*compareAsked({.paths = {folder}, .labels = {}}, quiet));
        m_window->current()->setComparison(story);
        int heard = 0;
        for (const Divergence &divergence : story->divergences) {
            if (divergence.kind != DivergenceKind::Status)
                continue;
            m_window->current()->setEvent(divergence.event);
            for (const Reading &reading : divergence.readings) {
                QAccessibleInterface *passage = faceOf(pane(reading.passage.article))->child(reading.passage.passage);
                const QString &words = story->story.passage(reading.passage).text;
                QVERIFY(passage && passage->text(QAccessible::Name).contains(words));
                const QString said = described(passage);
                QVERIFY2(said.contains(u"Status"_s), qPrintable(said));
                for (const Reading &other : divergence.readings) {
                    const QString text = other.span.of(story->story.passage(other.passage).text).toString();
                    QVERIFY2(said.contains(text), qPrintable(said + u" | "_s + text));
                }
                ++heard;
            }
        }
        QVERIFY(heard > 0);
    }

    void theMarksOfAPassageAreLinksThatNameTheirKindAndReading()
    {
        QAccessibleInterface *passage = faceOf(pane(1))->child(1);
        QCOMPARE(passage->childCount(), 4);
        QStringList words;
        for (int i = 0; i < passage->childCount(); ++i) {
            QAccessibleInterface *mark = passage->child(i);
            QCOMPARE(mark->role(), QAccessible::Link);
            QCOMPARE(mark->parent(), passage);
            words << mark->text(QAccessible::Name);
            QVERIFY2(described(mark).startsWith(u"reading "_s), qPrintable(described(mark)));
            QVERIFY(passage->rect().contains(mark->rect().center()));
        }
        QVERIFY(words.contains(u"At least six people"_s) && words.contains(u"on Wednesday"_s));
    }

    void pressingAMarkMakesItsDivergenceCurrent()
    {
        QAccessibleInterface *mark = faceOf(pane(1))->child(1)->child(0);
        mark->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(m_window->current()->divergence() >= 0);
        QVERIFY(mark->state().selected);
    }

    void pressingAPassageMakesItsEventCurrent()
    {
        faceOf(pane(2))->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_window->current()->event(), 1);
    }

    void anArticleIsADocumentThatHoldsItsPassagesInOrder()
    {
        QAccessibleInterface *article = faceOf(pane(0));
        QCOMPARE(article->role(), QAccessible::Document);
        QVERIFY(article->text(QAccessible::Name).contains(u"Tidewater Courier"_s));
        QCOMPARE(article->childCount(), 7); // six passages and the strip
        QCOMPARE(article->child(0)->role(), QAccessible::Heading);
        QVERIFY2(described(article->child(1)).startsWith(u"Byline"_s), qPrintable(described(article->child(1))));
        QVERIFY(described(article->child(5)).contains(u"told by this article only"_s));
        for (int i = 0; i < article->childCount(); ++i)
            QCOMPARE(article->indexOfChild(article->child(i)), i);
        QVERIFY(article->textInterface()->text(0, -1).startsWith(u"Four hurt as Marrow Bridge gives way\nBy Ines"_s));
    }

    void theKeyboardsPassageHasTheFocus()
    {
        pane(0)->setFocus(Qt::TabFocusReason);
        pane(0)->setKeyboardPassage(3);
        QAccessibleInterface *article = faceOf(pane(0));
        QVERIFY(article->child(3)->state().focused);
        QCOMPARE(article->focusChild(), article->child(3));
        QTest::keyClick(pane(0), Qt::Key_Down);
        QCOMPARE(article->focusChild(), article->child(4));
        QCOMPARE(article->child(4)->textInterface()->cursorPosition(), 0);
    }

    void aPassageIsFoundWhereItStands()
    {
        QAccessibleInterface *article = faceOf(pane(0));
        QAccessibleInterface *passage = article->child(2);
        const QPoint middle = passage->rect().center();
        QCOMPARE(article->childAt(middle.x(), middle.y()), passage);
    }

    void wordsCanBeSelectedThroughTheTree()
    {
        QAccessibleTextInterface *text = faceOf(pane(0))->child(3)->textInterface();
        text->setSelection(0, 6, 18);
        QCOMPARE(pane(0)->textCursor().selectedText(), u"Hanna Okafor"_s);
        int start = 0;
        int end = 0;
        text->selection(0, &start, &end);
        QCOMPARE(start, 6);
        QCOMPARE(end, 18);
        QCOMPARE(faceOf(pane(0))->child(2)->textInterface()->selectionCount(), 0);
    }

    void eventsAndCellsSayWhatTheyShow()
    {
        QAccessibleInterface *events = faceOf(m_window->eventList()->events());
        const QString first = events->child(0)->text(QAccessible::Name);
        QVERIFY2(first.contains(u"told by 3 of 3 articles"_s) && first.contains(u"Figure 1"_s), qPrintable(first));
        const QAbstractItemModel *table = m_window->divergenceTable()->table()->model();
        const QModelIndex cell = table->index(0, DivergenceModel::FirstArticleColumn + 1);
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(),
                 u"The Marrow Gazette: At least six people (7\u00a0March), reading B"_s);
    }

    void everyReachableWidgetHasAName()
    {
        QVERIFY(reachable(m_window.get()).size() > 15);
        for (QWidget *widget : reachable(m_window.get()))
            QVERIFY2(!faceOf(widget)->text(QAccessible::Name).isEmpty(), qPrintable(nameOf(widget)));
        m_session->close();
        for (QWidget *widget : reachable(m_window.get()))
            QVERIFY2(!faceOf(widget)->text(QAccessible::Name).isEmpty(), qPrintable(nameOf(widget)));
    }

    void tabReachesEveryWidget()
    {
        const QList<QWidget *> all = reachable(m_window.get());
        all.first()->setFocus(Qt::TabFocusReason);
        std::set<QWidget *> visited;
        for (int i = 0; i < 3 * all.size(); ++i) {
            visited.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (QWidget *widget : all)
            QVERIFY2(visited.contains(widget), qPrintable(nameOf(widget)));
    }

    void theFocusIsSeen_data()
    {
        QTest::addColumn<int>("colours");
        QTest::newRow("light") << static_cast<int>(ColourChoice::Light);
        QTest::newRow("dark") << static_cast<int>(ColourChoice::Dark);
        QTest::newRow("high contrast") << static_cast<int>(ColourChoice::Contrast);
        QTest::newRow("high contrast, dark") << static_cast<int>(ColourChoice::ContrastDark);
    }

    void theFocusIsSeen()
    {
        QFETCH(const int, colours);
        m_appearance->setChoice(static_cast<ColourChoice>(colours));
        QTRY_COMPARE(m_window->palette().color(QPalette::Text), QApplication::palette().color(QPalette::Text));
        const QList<QWidget *> all = reachable(m_window.get());
        QTest::keyClick(m_window.get(), Qt::Key_Tab); // styles frame the focus from the first Tab on
        for (QWidget *widget : all) {
            (widget == all.first() ? all.last() : all.first())->setFocus(Qt::TabFocusReason);
            QCoreApplication::processEvents();
            const QImage before = widget->grab().toImage();
            widget->setFocus(Qt::TabFocusReason);
            QCoreApplication::processEvents();
            QVERIFY2(widget->grab().toImage() != before, qPrintable(nameOf(widget)));
        }
    }

    void textStandsOutInEveryColourChoice_data() { theFocusIsSeen_data(); }

    void textStandsOutInEveryColourChoice()
    {
        QFETCH(const int, colours);
        m_appearance->setChoice(static_cast<ColourChoice>(colours));
        QTRY_COMPARE(m_window->palette().color(QPalette::Text), QApplication::palette().color(QPalette::Text));
        const Surfaces surfaces = surfacesOf(m_window->palette());
        const bool isHigh = schemeOf(m_window->palette()) == Scheme::HighContrast;
        QCOMPARE(isHigh, colours >= static_cast<int>(ColourChoice::Contrast));
        const double least = isHigh ? 7 : 4.5;
        for (const QColor &ink : {surfaces.text, surfaces.prose, surfaces.muted, surfaces.faint})
            QVERIFY2(contrast(ink, surfaces.view) >= least, qPrintable(ink.name()));
        QVERIFY(contrast(surfaces.text, surfaces.sel) >= least);
        QVERIFY(!isHigh || contrast(surfaces.accent, surfaces.view) >= 4.5);
    }

    void theChoiceOfColoursIsRemembered()
    {
        m_window->actions().coloursContrastDark->trigger();
        m_window->close();
        m_appearance->setChoice(ColourChoice::System);
        const MainWindow again(m_session.get(), m_appearance.get());
        QCOMPARE(m_appearance->choice(), ColourChoice::ContrastDark);
        QVERIFY(again.actions().coloursContrastDark->isChecked());
    }

    void textFollowsTheSystemsSize()
    {
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 1.7);
        const int row = m_window->eventList()->events()->sizeHintForRow(0);
        const int passage = pane(0)->band(2).height();
        QApplication::setFont(large);
        QCoreApplication::processEvents();
        QVERIFY(m_window->eventList()->events()->sizeHintForRow(0) > row);
        QTRY_VERIFY(pane(0)->band(2).height() > passage);
        QApplication::setFont(usual);
    }

private:
    ArticlePane *pane(int article) const { return m_window->comparisonView()->pane(article); }
};

} // namespace parallax

QTEST_MAIN(parallax::TestAccessibility)
#include "tst_accessibility.moc"
