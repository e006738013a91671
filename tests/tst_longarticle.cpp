// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Articles of twenty thousand passages: only what is seen is laid out, and nobody notices.
#include "manyarticles.h"
#include "ui/articlepane.h"
#include "ui/comparisonview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QWheelEvent>

using namespace parallax;
using namespace parallax::manyarticles;
using namespace Qt::StringLiterals;

namespace {

constexpr int Passages = 20000;

/// Two articles of very unequal passages; every hundredth reports an event that the other reports elsewhere.
ComparisonPtr longStory()
{
    auto made = std::make_shared<Comparison>();
    made->story.title = u"Long"_s;
    for (int a = 0; a < 2; ++a) {
        Article article;
        article.title = article.outlet = u"Outlet %1"_s.arg(a + 1);
        for (int i = 0; i < Passages; ++i) {
            const QString words = u"On day %1, “four boats” went down, officials said. "_s.arg(i);
            article.passages.push_back({words.repeated(1 + (i * 7 + a * 3) % 6), Role::Body});
        }
        article.passages[5].role = article.passages[6].role = Role::Furniture;
        made->story.articles.push_back(article);
        made->language.push_back({std::vector<PassageLanguage>(article.passages.size())});
    }
    for (int i = 50; i < Passages; i += 100) {
        const PassageRef one{0, i};
        const PassageRef other{1, (i * 3) % Passages};
        const int event = static_cast<int>(made->alignment.events.size());
        made->alignment.events.push_back({u"day %1"_s.arg(i), {{one, 0.9}, {other, 0.9}}, {}});
        Divergence divergence{event, DivergenceKind::Figure, Aspect::Count, u"boats"_s, 0.9, {}};
        divergence.readings = {{one, {10, 4}, 0, {}}, {other, {10, 4}, 1, {}}};
        made->divergences.push_back(divergence);
    }
    return made;
}

struct Scene {
    Current current;
    ComparisonView view{&current};

    Scene()
    {
        view.resize(1000, 700);
        view.show();
        if (!QTest::qWaitForWindowExposed(&view))
            qFatal("the window never came");
        current.setComparison(longStory());
        QTest::qWait(50);
    }
    ArticlePane &pane(int article) { return *view.pane(article); }
    int settledCount(int article)
    {
        int count = 0;
        for (int i = 0; i < Passages; ++i)
            count += pane(article).passageLayout().isSettled(i);
        return count;
    }
    /// Every passage in sight is laid out in its whole height and stands right under the one before it.
    bool isWellSet(int article)
    {
        const PassageLayout &layout = pane(article).passageLayout();
        int bottom = -1;
        for (const auto &[number, band] : pane(article).visiblePassages()) {
            const QTextLayout &text = *pane(article).document()->findBlockByNumber(number).layout();
            if (!layout.isFolded(number) && (text.lineCount() == 0 || text.boundingRect().bottom() > band.height()))
                return false;
            if (!layout.isSettled(number) || (bottom >= 0 && band.top != bottom))
                return false;
            bottom = band.bottom;
        }
        return bottom >= 0;
    }
    int unevenness(int event)
    {
        int worst = 0;
        for (int article = 0; article < 2; ++article)
            worst = std::max(worst, std::abs(pane(article).runs(event).front().top - pane(article).levelHeight()));
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
};

} // namespace

class TestLongArticle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new StillStyle); }
    void init() { QTest::failOnWarning(); }

    void onlyWhatWasSeenIsLaidOut()
    {
        Scene scene;
        QVERIFY(scene.isWellSet(0));
        QVERIFY2(scene.settledCount(0) < 200, qPrintable(QString::number(scene.settledCount(0))));
        for (const double share : {0.9, 0.1, 0.5}) {
            QScrollBar *bar = scene.pane(0).verticalScrollBar();
            bar->setValue(qRound(bar->maximum() * share));
            QVERIFY(scene.isWellSet(0));
            QVERIFY(scene.isWellSet(1)); // led along
        }
        QVERIFY(scene.settledCount(0) < 600);
    }
    void anEventIsLevelWhereverItsPassagesStand()
    {
        Scene scene;
        for (const int event : {100, 3, 199, 42}) {
            scene.current.setEvent(event);
            QVERIFY2(scene.unevenness(event) <= 2, qPrintable(QString::number(scene.unevenness(event))));
            QApplication::processEvents(); // painted, and laid out for it
            QVERIFY2(scene.unevenness(event) <= 2, qPrintable(QString::number(scene.unevenness(event))));
            QVERIFY(scene.isWellSet(0) && scene.isWellSet(1));
        }
        scene.view.setZoom(1.5);
        QVERIFY(scene.unevenness(42) <= 2);
        scene.view.resize(700, 500);
        QTRY_VERIFY(scene.unevenness(42) <= 2);
        QVERIFY(scene.isWellSet(0) && scene.isWellSet(1));
    }
    void scrollingUpIntoWhatWasNeverSeenDoesNotJump()
    {
        Scene scene;
        scene.view.setScrollTogether(false);
        scene.current.setEvent(120);
        for (int i = 0; i < 80; ++i) {
            ArticlePane &pane = scene.pane(0);
            const int number = pane.passageAt(pane.levelHeight());
            const int before = pane.band(number).top;
            const int scroll = pane.verticalScrollBar()->value();
            scene.wheel(0, -1);
            QVERIFY(pane.verticalScrollBar()->value() != scroll);
            const int moved = pane.band(number).top - before;
            QVERIFY2(moved > 0 && moved < 200, qPrintable(QString::number(moved)));
            QVERIFY(scene.isWellSet(0));
        }
    }
    void theEndsAreReached()
    {
        Scene scene;
        ArticlePane &pane = scene.pane(0);
        pane.setKeyboardPassage(Passages - 1);
        QVERIFY(pane.band(Passages - 1).bottom <= pane.viewport()->height());
        QVERIFY(scene.isWellSet(0));
        pane.setKeyboardPassage(0);
        QVERIFY(pane.band(0).top >= 0);
    }
    void wordsAreShownWherePassagesWereNeverSeen()
    {
        Scene scene;
        scene.current.setDivergence(150);
        const Reading reading = scene.current.comparison()->divergences[150].readings[1];
        const std::vector<QRectF> words = scene.pane(1).passageLayout().rows(reading.passage.passage, reading.span);
        QVERIFY(!words.empty());
        const qreal y = words.front().top() - scene.pane(1).verticalScrollBar()->value();
        QVERIFY(y >= 0 && y < scene.pane(1).viewport()->height());
        QVERIFY(scene.pane(1).marks(reading.passage.passage).front().isCurrent);
    }
    void openingAndScrollingAreQuick()
    {
        QElapsedTimer timer;
        timer.start();
        Scene scene;
        const qint64 opened = timer.restart();
        for (int i = 0; i < 100; ++i) {
            scene.wheel(0, 1);
            scene.view.repaint();
        }
        qInfo("two articles of 20 000 passages: opened in %lld ms, %lld ms a frame", opened, timer.elapsed() / 100);
    }
};

QTEST_MAIN(TestLongArticle)
#include "tst_longarticle.moc"
