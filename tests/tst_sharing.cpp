// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What pairs of articles have in common: text word for word, and events.
#include "comparison/sharing.h"
#include "madeup.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace parallax {

class TestSharing : public QObject
{
    Q_OBJECT

private:
    /// One article for each list of passages.
    static Comparison articlesOf(const QList<QStringList> &texts)
    {
        Comparison made;
        for (const QStringList &passages : texts) {
            Article article;
            ArticleLanguage language;
            for (const QString &text : passages) {
                article.passages.push_back({text, Role::Body});
                language.passages.emplace_back().words = findWords(text, u"en"_s);
            }
            made.story.articles.push_back(article);
            made.language.push_back(language);
        }
        return made;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void wordsOfCommonRunsAreCountedOnce_data()
    {
        QTest::addColumn<QStringList>("first");
        QTest::addColumn<QStringList>("second");
        QTest::addColumn<int>("sharedByFirst");
        QTest::addColumn<int>("sharedBySecond");
        const QString ferry = u"The ferry sank off the cape."_s; // six words
        QTest::newRow("nothing at all") << QStringList() << QStringList() << 0 << 0;
        QTest::newRow("an article without text") << QStringList{ferry} << QStringList() << 0 << 0;
        QTest::newRow("six words in a row")
            << QStringList{ferry} << QStringList{u"Today t"_s + ferry.sliced(1)} << 6 << 6;
        QTest::newRow("five words in a row are the stock of the language")
            << QStringList{u"It sank off the northern cape"_s} << QStringList{u"Who sank off the northern cape?"_s} << 0
            << 0;
        QTest::newRow("a word changed in the middle leaves what is long enough")
            << QStringList{u"a b c d e f g h i j k l m"_s} << QStringList{u"a b c d e f X h i j k l m"_s} << 12 << 12;
        QTest::newRow("capitals, apostrophes and punctuation make no difference")
            << QStringList{u"“The captain’s log was wet,” THE owner said."_s}
            << QStringList{u"the captain's log was wet the owner said"_s} << 8 << 8;
        QTest::newRow("the same words in another order")
            << QStringList{u"one two three four five six"_s} << QStringList{u"six five four three two one"_s} << 0 << 0;
        QTest::newRow("cut into paragraphs elsewhere") << QStringList{u"The ferry sank off"_s, u"the cape"_s}
                                                       << QStringList{u"The ferry"_s, u"sank off the cape"_s} << 6 << 6;
        QTest::newRow("one repeats itself, the other does not")
            << QStringList{ferry, ferry} << QStringList{ferry} << 12 << 6;
        QTest::newRow("a long run: its runs of six overlap")
            << QStringList{u"x "_s + u"a b c d e f g h i j"_s} << QStringList{u"a b c d e f g h i j y z"_s} << 10 << 10;
        QTest::newRow("two runs that follow in one and stand apart in the other")
            << QStringList{u"a b c d e f 1 2 3 4 5 6"_s} << QStringList{u"1 2 3 4 5 6 x a b c d e f"_s} << 12 << 12;
    }
    void wordsOfCommonRunsAreCountedOnce()
    {
        QFETCH(QStringList, first);
        QFETCH(QStringList, second);
        const Sharing sharing = findSharing(articlesOf({first, second}));
        QTEST(sharing.sharedWords(0, 1), "sharedByFirst");
        QTEST(sharing.sharedWords(1, 0), "sharedBySecond");
    }

    void aShareIsOfTheArticlesOwnWords()
    {
        const QString run = u"a b c d e f"_s;
        const Sharing sharing = findSharing(articlesOf({{run}, {run + u" g h i j k l"_s}, {}}));
        QCOMPARE(sharing.articleCount(), 3);
        QCOMPARE(sharing.words(1), 12);
        QCOMPARE(sharing.sharedShare(0, 1), 1.0);
        QCOMPARE(sharing.sharedShare(1, 0), 0.5);
        QCOMPARE(sharing.sharedShare(2, 0), 0.0);
        QCOMPARE(sharing.sharedShare(0, 0), 1.0);
    }

    void eventsInCommonAreThoseBothTell()
    {
        const Sharing sharing = findSharing(madeup::comparison());
        QCOMPARE(sharing.events(0, 0), 3);
        QCOMPARE(sharing.events(0, 1), 3);
        QCOMPARE(sharing.events(1, 2), 2);
        QCOMPARE(sharing.events(2, 1), 2);
        QCOMPARE(sharing.events(2, 2), 2);
    }

    void severalPassagesOfOneArticleInAnEventAreOneTeller()
    {
        Comparison comparison = articlesOf({{u"a"_s, u"b"_s}, {u"c"_s}});
        comparison.alignment.events = {{u"x"_s, {{{0, 0}, 1}, {{0, 1}, 1}, {{1, 0}, 1}}, {}}};
        QCOMPARE(findSharing(comparison).events(0, 1), 1);
        QCOMPARE(findSharing(comparison).events(0, 0), 1);
    }

    void anEmptyComparisonSharesNothing()
    {
        QCOMPARE(findSharing({}).articleCount(), 0);
        QCOMPARE(findSharing({}), Sharing());
    }

    void theOrderOfTheArticlesChangesNothingButTheirNumbers()
    {
        const QStringList a{u"one two three four five six seven and then eight nine ten eleven twelve"_s};
        const QStringList b{u"so one two three four five six or eight nine ten eleven twelve thirteen"_s};
        const QStringList c{u"and then eight nine ten eleven was told one two three four five six seven"_s};
        const Sharing forth = findSharing(articlesOf({a, b, c}));
        const Sharing back = findSharing(articlesOf({c, b, a}));
        QVERIFY(forth.sharedWords(0, 2) > forth.sharedWords(0, 1));
        for (int i = 0; i < 3; ++i) {
            for (int k = 0; k < 3; ++k)
                QCOMPARE(forth.sharedWords(i, k), back.sharedWords(2 - i, 2 - k));
        }
    }
};

} // namespace parallax

QTEST_GUILESS_MAIN(parallax::TestSharing)
#include "tst_sharing.moc"
