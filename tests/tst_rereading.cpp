// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What makes the window compare a story anew: another encoding of a file, links that must be surer or need not be.
#include "ui/articlehead.h"
#include "ui/articlepane.h"
#include "ui/comparisonview.h"
#include "ui/mainwindow.h"
#include "windowtest.h"

#include <QDir>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

QAction *actionNamed(const QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text().remove(u'&').startsWith(text))
            return action;
    }
    return nullptr;
}

} // namespace

class TestRereading : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_room.isValid());
        QVERIFY(QDir(m_room.path()).mkpath(u"story"_s));
        // "Мост" and a full stop in windows-1251, which as ISO-8859-5 or KOI8-R would be other letters.
        write(u"first.txt"_s, "\xcc\xee\xf1\xf2 \xf3\xef\xe0\xeb. \xcc\xee\xf1\xf2 \xf3\xef\xe0\xeb.\n");
        write(u"second.txt"_s, "The bridge fell on Tuesday, officials said.\n");
    }
    void init()
    {
        QSettings().clear();
        startAgain();
    }
    void cleanup() { closeWindow(); }

private:
    void startAgain()
    {
        if (m_window)
            m_window->close();
        const auto comparer = [this](const Request &request, Progress &progress) {
            m_asked = request;
            return compareAsked(request, progress);
        };
        showWindow(comparer, {1200, 800});
        QTest::failOnWarning();
        m_window->open({m_room.filePath(u"story"_s)});
        QTRY_VERIFY(m_window->comparisonView()->isVisible() && m_window->comparisonView()->columnCount() == 2);
    }

private Q_SLOTS:

    void anEncodingIsChosenByKeyAndSeenAtOnce()
    {
        choose(u"Cyrillic"_s, u"windows-1251"_s);
        QCOMPARE(words(), u"Мост упал. Мост упал."_s);
        QCOMPARE(encoding().name, u"windows-1251"_s);
        QCOMPARE(encoding().origin, EncodingOrigin::Chosen);
        choose(u"Cyrillic"_s, u"KOI8-R"_s);
        QVERIFY(words() != u"Мост упал. Мост упал."_s);
        QCOMPARE(m_session->comparison()->story.articles[1].encoding.origin, EncodingOrigin::Valid); // not its file
    }
    void theFileIsTakenAsItLooksAgain()
    {
        const TextEncoding before = encoding();
        choose(u"Greek"_s, u"windows-1253"_s);
        QCOMPARE(encoding().origin, EncodingOrigin::Chosen);
        choose(u"As the File Looks"_s, {});
        QCOMPARE(encoding(), before);
        QVERIFY(m_asked.encodings.isEmpty());
    }
    void aGuessIsSaidToBeOne()
    {
        QCOMPARE(encoding().origin, EncodingOrigin::Guessed);
        const QMenu *menu = openArticleMenu();
        const QAction *offered = actionNamed(menu, u"Encoding"_s);
        QVERIFY(offered && offered->text().contains(u"guessed"_s));
        QVERIFY(actionNamed(offered->menu(), u"As the File Looks"_s)->isChecked());
    }
    void theChoiceOutlivesAReload()
    {
        choose(u"Cyrillic"_s, u"windows-1251"_s);
        QSignalSpy opened(m_session.get(), &Session::opened);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(words(), u"Мост упал. Мост упал."_s);
    }

    void theChoiceOutlivesTheProgram()
    {
        choose(u"Cyrillic"_s, u"windows-1251"_s);
        startAgain();
        QCOMPARE(words(), u"Мост упал. Мост упал."_s);
        QCOMPARE(encoding().origin, EncodingOrigin::Chosen);
        choose(u"As the File Looks"_s, {});
        startAgain();
        QCOMPARE(encoding().origin, EncodingOrigin::Guessed);
    }

    void howSureLinksMustBeIsChosenByMenuAndKeyboard_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("sureness");
        QTest::newRow("only sure ones") << u"Only Sure Ones"_s << 0 << static_cast<int>(Sureness::OnlySure);
        QTest::newRow("more") << u"Show More"_s << 2 << static_cast<int>(Sureness::ShowMore);
    }
    void howSureLinksMustBeIsChosenByMenuAndKeyboard()
    {
        QFETCH(const QString, choice);
        QFETCH(const int, steps);
        QFETCH(const int, sureness);
        QMenu *view = nullptr;
        for (const QAction *action : m_window->menuBar()->actions()) {
            if (action->text().remove(u'&') == "View"_L1)
                view = action->menu();
        }
        QVERIFY(view);
        QAction *entry = actionNamed(view, u"Links"_s);
        QVERIFY(entry && entry->menu());
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_window->menuBar()->setActiveAction(view->menuAction());
        QTRY_VERIFY(view->isVisible());
        view->setActiveAction(entry);
        QTest::keyClick(view, Qt::Key_Right);
        QTRY_VERIFY(entry->menu()->isVisible());
        QTRY_VERIFY(entry->menu()->activeAction());
        for (int i = 0; i < steps; ++i)
            QTest::keyClick(entry->menu(), Qt::Key_Down);
        QCOMPARE(entry->menu()->activeAction()->text().remove(u'&'), choice);
        QTest::keyClick(entry->menu(), Qt::Key_Return);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(static_cast<int>(m_asked.sureness), sureness);
        QCOMPARE(static_cast<int>(m_session->comparison()->sureness), sureness);
        QVERIFY(actionNamed(entry->menu(), choice)->isChecked());
    }

private:
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_room.filePath(u"story/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    const TextEncoding &encoding() const { return m_session->comparison()->story.articles[0].encoding; }
    QString words() { return m_window->comparisonView()->pane(0)->toPlainText(); }
    QMenu *openArticleMenu()
    {
        ArticleHead *head = m_window->comparisonView()->head(0);
        head->setFocus();
        QTest::keyClick(head, Qt::Key_Return);
        return m_window->findChild<QMenu *>(u"articleMenu"_s);
    }
    /// By the keyboard alone.
    void choose(const QString &script, const QString &name)
    {
        QMenu *menu = openArticleMenu();
        QTRY_VERIFY(menu && menu->isVisible());
        QSignalSpy opened(m_session.get(), &Session::opened);
        QAction *entry = actionNamed(menu, u"Encoding"_s);
        menu->setActiveAction(entry);
        QTest::keyClick(menu, Qt::Key_Right);
        QTRY_VERIFY(entry->menu()->isVisible());
        QAction *part = actionNamed(entry->menu(), script);
        QVERIFY(part);
        entry->menu()->setActiveAction(part);
        QMenu *last = entry->menu();
        if (!name.isEmpty()) {
            QTest::keyClick(entry->menu(), Qt::Key_Right);
            last = part->menu();
            QTRY_VERIFY(last->isVisible());
            last->setActiveAction(actionNamed(last, name));
        }
        QTest::keyClick(last, Qt::Key_Return);
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(!m_window->findChild<QMenu *>(u"articleMenu"_s));
    }

    QTemporaryDir m_room;
    Request m_asked;
};

QTEST_MAIN(TestRereading)
#include "tst_rereading.moc"
