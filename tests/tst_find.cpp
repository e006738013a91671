// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Finding words in all articles: what matches, and the bar in the real window.
#include "madeup.h"
#include "ui/articlepane.h"
#include "ui/comparisonview.h"
#include "ui/findbar.h"
#include "ui/mainwindow.h"
#include "ui/overviewstrip.h"
#include "windowtest.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTest>
#include <QTextCursor>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

Story storyOf(const QStringList &passages)
{
    Story story;
    Article article;
    for (const QString &passage : passages)
        article.passages.push_back({passage, Role::Body});
    story.articles.push_back(article);
    return story;
}

std::vector<Match> found(const Story &story, const SearchTerms &terms)
{
    return search(story, patternOf(terms).value(), [] { return true; }).matches;
}

/// The words that are found, in order, joined by "|".
QString wordsFound(const QString &text, const SearchTerms &terms)
{
    const Story story = storyOf({text});
    QStringList words;
    for (const Match &match : found(story, terms))
        words << match.span.of(text).toString();
    return words.join(u'|');
}

} // namespace

class TestFind : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void cleanup() { closeWindow(); }

    // ---- what matches

    void termsMatch_data()
    {
        QTest::addColumn<QString>("terms");
        QTest::addColumn<QString>("options"); // c case, w whole words, x expression
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("nothing looked for") << u""_s << u""_s << u"ferry"_s << u""_s;
        QTest::newRow("an empty text") << u"ferry"_s << u""_s << u""_s << u""_s;
        QTest::newRow("in any case") << u"ferry"_s << u""_s << u"Ferry FERRY ferry"_s << u"Ferry|FERRY|ferry"_s;
        QTest::newRow("case told apart") << u"Ferry"_s << u"c"_s << u"Ferry FERRY ferry"_s << u"Ferry"_s;
        QTest::newRow("in any case beyond ASCII") << u"ÉLAN"_s << u""_s << u"élan"_s << u"élan"_s;
        QTest::newRow("inside words") << u"port"_s << u""_s << u"port airport ports"_s << u"port|port|port"_s;
        QTest::newRow("whole words alone") << u"port"_s << u"w"_s << u"port airport ports port."_s << u"port|port"_s;
        QTest::newRow("whole words with accents") << u"cole"_s << u"w"_s << u"école"_s << u""_s;
        QTest::newRow("whole words that begin with a sign") << u"$5"_s << u"w"_s << u"for $5 and $55"_s << u"$5"_s;
        QTest::newRow("signs are plain") << u"a.c (x*)"_s << u""_s << u"abc a.c (x*)"_s << u"a.c (x*)"_s;
        QTest::newRow("a typed apostrophe finds a printed one")
            << u"don't"_s << u""_s << u"don’t don't donʼt"_s << u"don’t|don't|donʼt"_s;
        QTest::newRow("typed quotation marks find printed ones")
            << u"\"no\""_s << u""_s << u"“no” \"no\" „no“ «no»"_s << u"“no”|\"no\"|„no“|«no»"_s;
        QTest::newRow("a hyphen finds dashes") << u"2-3"_s << u""_s << u"2–3 2-3 2‑3"_s << u"2–3|2-3|2‑3"_s;
        QTest::newRow("a space finds any white space")
            << u"twice an"_s << u""_s << u"twice\u00a0an twice\n an"_s << u"twice\u00a0an|twice\n an"_s;
        QTest::newRow("a decomposed accent finds the composed one")
            << u"cafe\u0301"_s << u""_s << u"café"_s << u"café"_s;
        QTest::newRow("beyond the basic plane") << u"\U0001F309"_s << u""_s << u"a \U0001F309 b"_s << u"\U0001F309"_s;
        QTest::newRow("Chinese") << u"四艘船"_s << u""_s << u"有四艘船在河中沉没"_s << u"四艘船"_s;
        QTest::newRow("Arabic") << u"قوارب"_s << u""_s << u"أربعة قوارب غرقت"_s << u"قوارب"_s;
        QTest::newRow("an expression") << u"\\d+ (dead|hurt)"_s << u"x"_s << u"12 dead, 7 hurt"_s
                                       << u"12 dead|7 hurt"_s;
        QTest::newRow("an expression of whole words") << u"s\\w"_s << u"xw"_s << u"so also as is"_s << u"so"_s;
        QTest::newRow("either side of an or is a whole word")
            << u"port|ship"_s << u"xw"_s << u"ports ship shipping"_s << u"ship"_s;
        QTest::newRow("what matches no letter is no match") << u"x*"_s << u"x"_s << u"axxb"_s << u"xx"_s;
    }
    void termsMatch()
    {
        QFETCH(const QString, terms);
        QFETCH(const QString, options);
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        const SearchTerms sought{.text = terms,
                                 .matchesCase = options.contains(u'c'),
                                 .wholeWords = options.contains(u'w'),
                                 .isExpression = options.contains(u'x')};
        QCOMPARE(wordsFound(text, sought), expected);
    }

    void aBadExpressionSaysWhyAndWhere()
    {
        const auto pattern = patternOf({.text = u"four (boats"_s, .wholeWords = true, .isExpression = true});
        QVERIFY(!pattern);
        QVERIFY(!pattern.error().reason.isEmpty());
        QCOMPARE(pattern.error().offset, 11); // in what was typed, not in what whole words make of it
    }
    void matchesAreOrderedAndFoundByPassage()
    {
        const Story story = madeup::story();
        const std::vector<Match> matches = found(story, {.text = u"bridge"_s});
        QVERIFY(std::ranges::is_sorted(matches));
        QCOMPARE(matchesIn(matches, {1, 2}).size(), 1u);
        QCOMPARE(matchesIn(matches, {1, 2}).front().span, madeup::spanOf(story, {1, 2}, u"bridge"_s));
        QVERIFY(matchesIn(matches, {0, 1}).empty());
        QVERIFY(matchesIn({}, {0, 0}).empty());
    }
    void tooManyMatchesAreCutAndSaidToBe()
    {
        const Story story = storyOf({QString(MostMatches, u'a'), u"aa"_s});
        const SearchResult result = search(story, patternOf({.text = u"a"_s}).value(), [] { return true; });
        QCOMPARE(std::ssize(result.matches), MostMatches);
        QVERIFY(result.isCut);
        const SearchResult stopped = search(story, patternOf({.text = u"a"_s}).value(), [] { return false; });
        QVERIFY(stopped.matches.empty() && stopped.isCut);
    }
    void theMatchToBeAtIsTheNextOneFromWhereTheReaderIs()
    {
        Current current;
        current.setComparison(std::make_shared<Comparison>(madeup::comparison()));
        Finder finder(&current);
        finder.setTerms({.text = u"lorries"_s}, {1, 1});
        QCOMPARE(finder.currentMatch()->passage, (PassageRef{1, 2}));
        finder.goToNext();
        QCOMPARE(finder.currentMatch()->passage, (PassageRef{0, 3}));
        QVERIFY(finder.hasWrapped());
        finder.goToPrevious();
        QCOMPARE(finder.currentMatch()->passage, (PassageRef{1, 2}));
        QCOMPARE(finder.articleCount(), 2);
    }
    void anotherStoryIsSearchedForTheSame()
    {
        Current current;
        Finder finder(&current);
        finder.setTerms({.text = u"Ferries"_s});
        QVERIFY(finder.matches().empty() && finder.current() == -1);
        finder.goToNext();
        current.setComparison(std::make_shared<Comparison>(madeup::comparison()));
        QCOMPARE(finder.matches().size(), 1u);
        current.setComparison({});
        QVERIFY(!finder.currentMatch());
    }

    // ---- the bar

    void typingFindsAndMarksInEveryColumn()
    {
        openStory();
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_window->findBar()->isVisible());
        QTRY_VERIFY(m_window->findBar()->field()->hasFocus());
        QTest::keyClicks(m_window->findBar()->field(), u"marrow bridge"_s);
        QTRY_COMPARE(m_window->findBar()->found(), u"1 of 5, in 3 articles"_s);
        QCOMPARE(pane(0).found().size() + pane(1).found().size() + pane(2).found().size(), 5u);
        const Match now = pane(2).foundNow().value();
        const QRectF words = pane(now.passage.article).passageLayout().rows(now.passage.passage, now.span).front();
        const int scroll = pane(now.passage.article).verticalScrollBar()->value();
        const QColor ground = pane(now.passage.article)
                                  .viewport()
                                  ->grab()
                                  .toImage()
                                  .pixelColor(qRound(words.center().x()), qRound(words.top()) + 1 - scroll);
        QCOMPARE(ground, surfacesOf(m_window->palette()).foundNow);
        picture(u"find"_s);
    }
    void theStripsShowWhereMatchesAre()
    {
        openStory();
        const QImage before = pane(0).strip()->grab().toImage();
        press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(m_window->findBar()->field(), u"ferries"_s);
        QTRY_VERIFY(!pane(0).found().empty());
        const QImage after = pane(0).strip()->grab().toImage();
        const QColor tick = surfacesOf(m_window->palette()).foundNow;
        const auto has = [&](const QImage &image) {
            for (int y = 0; y < image.height(); ++y) {
                if (image.pixelColor(image.width() - 4, y) == tick)
                    return true;
            }
            return false;
        };
        QVERIFY(!has(before));
        QVERIFY(has(after));
    }
    void f3AndShiftF3WalkTheMatchesRoundTheStory()
    {
        openStory();
        find(u"lorries"_s);
        QCOMPARE(m_window->findBar()->found(), u"1 of 3, in 2 articles"_s);
        press(Qt::Key_F3);
        QCOMPARE(m_window->findBar()->found(), u"2 of 3, in 2 articles"_s);
        press(Qt::Key_F3);
        press(Qt::Key_F3);
        QCOMPARE(m_window->findBar()->found(), u"1 of 3, in 2 articles · from the other end"_s);
        press(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(m_window->findBar()->found(), u"3 of 3, in 2 articles · from the other end"_s);
        QTest::keyClick(m_window->findBar()->field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_window->findBar()->found(), u"2 of 3, in 2 articles"_s);
    }
    void theMatchIsScrolledIntoViewAndFurnitureUnfoldedForIt()
    {
        openStory();
        m_window->resize(1000, 420);
        find(u"ten walks"_s);
        const Match match = pane(1).foundNow().value();
        QCOMPARE(match.passage, (PassageRef{1, 4}));
        QVERIFY(!pane(1).passageLayout().isFolded(4));
        const QRectF words = pane(1).passageLayout().rows(4, match.span).front();
        const qreal y = words.top() - pane(1).verticalScrollBar()->value();
        QVERIFY(y >= 0 && y + words.height() <= pane(1).viewport()->height());
    }
    void theOptionsNarrow()
    {
        openStory();
        find(u"bridge"_s);
        QVERIFY(m_window->findBar()->found().endsWith(u" of 10, in 3 articles"_s));
        QTest::mouseClick(m_window->findBar()->caseButton(), Qt::LeftButton);
        QVERIFY(m_window->findBar()->found().endsWith(u" of 5, in 3 articles"_s));
        QTest::mouseClick(m_window->findBar()->caseButton(), Qt::LeftButton);
        QVERIFY(m_window->findBar()->found().endsWith(u" of 10, in 3 articles"_s));
        m_window->findBar()->field()->setText(u"sto"_s);
        QTest::mouseClick(m_window->findBar()->wordsButton(), Qt::LeftButton);
        QCOMPARE(m_window->findBar()->found(), u"Not found"_s);
    }
    void anInvalidExpressionSaysSo()
    {
        openStory();
        QTest::mouseClick(find(u"(four"_s)->expressionButton(), Qt::LeftButton);
        QVERIFY2(m_window->findBar()->found().startsWith(u"Not an expression"_s),
                 qPrintable(m_window->findBar()->found()));
        QTest::keyClick(m_window->findBar()->field(), Qt::Key_End);
        QTest::keyClicks(m_window->findBar()->field(), u"|six)"_s);
        QTRY_VERIFY(m_window->findBar()->found().contains(u" of 3, in 2 articles"_s));
    }
    void aSelectionSeedsTheBar()
    {
        openStory();
        QTextCursor cursor(pane(1).document()->findBlockByNumber(1));
        cursor.movePosition(QTextCursor::NextWord, QTextCursor::MoveAnchor, 3);
        cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
        const QString selected = cursor.selectedText();
        pane(1).setTextCursor(cursor);
        pane(1).setFocus();
        press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(m_window->findBar()->field()->text(), selected);
        QVERIFY(!pane(1).found().empty());
    }
    void escapeClosesFromTheBarAndFromAColumn()
    {
        openStory();
        find(u"bridge"_s);
        QTest::keyClick(m_window->findBar()->field(), Qt::Key_Escape);
        QVERIFY(!m_window->findBar()->isVisible());
        QVERIFY(pane(0).found().empty());
        QVERIFY(m_window->comparisonView()->focusedColumn() >= 0);
        find(u"bridge"_s);
        m_window->comparisonView()->focusColumn(1);
        QTest::keyClick(&pane(1), Qt::Key_Escape);
        QVERIFY(!m_window->findBar()->isVisible());
        press(Qt::Key_F3); // opens again with what was looked for
        QVERIFY(m_window->findBar()->isVisible() && !pane(0).found().empty());
    }

private:
    void openStory()
    {
        QSettings().clear();
        showStory(madeup::comparison(), {1400, 900});
    }
    ArticlePane &pane(int article) { return *m_window->comparisonView()->pane(article); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_window.get(), key, modifiers); }
    FindBar *find(const QString &words)
    {
        m_window->findBar()->open(words, {});
        return m_window->findBar();
    }
    void picture(const QString &name) { WindowTest::picture(*m_window, name); }
};

} // namespace parallax

QTEST_MAIN(parallax::TestFind)
#include "tst_find.moc"
