// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/words.h"

#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

class tst_Words : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_data();
    void words();
    void stems_data();
    void stems();
    void sentences_data();
    void sentences();
    void everySpanLiesInItsText();
};

void tst_Words::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("folded");
    QTest::newRow("empty") << u""_s << QStringList{};
    QTest::newRow("punctuation only") << u"… — !"_s << QStringList{};
    QTest::newRow("one word") << u"Flood"_s << QStringList{u"flood"_s};
    QTest::newRow("possessive dropped, straight") << u"Lee's boat"_s << QStringList{u"lee"_s, u"boat"_s};
    QTest::newRow("possessive dropped, typographic") << u"Lee’s boat"_s << QStringList{u"lee"_s, u"boat"_s};
    QTest::newRow("contraction is one word") << u"They don’t"_s << QStringList{u"they"_s, u"don't"_s};
    QTest::newRow("thousands separator stays inside") << u"1,200 homes"_s << QStringList{u"1,200"_s, u"homes"_s};
    QTest::newRow("decimal stays inside") << u"10.5 km"_s << QStringList{u"10.5"_s, u"km"_s};
    QTest::newRow("quotation marks are no words") << u"“safe” now"_s << QStringList{u"safe"_s, u"now"_s};
    QTest::newRow("accents survive") << u"São Luís"_s << QStringList{u"são"_s, u"luís"_s};
    QTest::newRow("right to left") << u"שלום עולם"_s << QStringList{u"שלום"_s, u"עולם"_s};
    QTest::newRow("a pair of surrogates is one place") << u"𝒜lpha 😀 beta"_s << QStringList{u"𝒜lpha"_s, u"beta"_s};
}

void tst_Words::words()
{
    QFETCH(QString, text);
    QFETCH(QStringList, folded);
    QStringList found;
    for (const Word &word : findWords(text, u"en"_s))
        found << word.folded;
    QCOMPARE(found, folded);
}

void tst_Words::stems_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("language");
    QTest::newRow("inflected verb") << u"rescued"_s << u"rescues"_s << u"en"_s;
    QTest::newRow("number word and digits") << u"two"_s << u"2"_s << u"en"_s;
    QTest::newRow("number word of the tens") << u"Fifty"_s << u"50"_s << u"en"_s;
    QTest::newRow("separator does not matter") << u"1,200"_s << u"1200"_s << u"en"_s;
    QTest::newRow("German plural") << u"Häuser"_s << u"Häusern"_s << u"de"_s;
    QTest::newRow("German number word") << u"drei"_s << u"3"_s << u"de"_s;
    QTest::newRow("unknown language: the word itself") << u"Boat"_s << u"boat"_s << u""_s;
}

void tst_Words::stems()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, language);
    QCOMPARE(findWords(a, language).at(0).stem, findWords(b, language).at(0).stem);
}

void tst_Words::sentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("empty") << u""_s << QStringList{};
    QTest::newRow("no stop") << u"Harbour closed"_s << QStringList{u"Harbour closed"_s};
    QTest::newRow("two") << u"The ferry sank. Nobody was hurt at all."_s
                         << QStringList{u"The ferry sank."_s, u"Nobody was hurt at all."_s};
    QTest::newRow("title ends none") << u"Mr. Lee left the town. Dr. Ames stayed behind."_s
                                     << QStringList{u"Mr. Lee left the town."_s, u"Dr. Ames stayed behind."_s};
    QTest::newRow("abbreviated country") << u"The U.S. envoy left the talks."_s
                                         << QStringList{u"The U.S. envoy left the talks."_s};
    QTest::newRow("abbreviated body before an office")
        << u"They met U.N. Ambassador Lund."_s << QStringList{u"They met U.N. Ambassador Lund."_s};
    QTest::newRow("abbreviated country ends a sentence")
        << u"They left the U.S. It rained there."_s << QStringList{u"They left the U.S."_s, u"It rained there."_s};
    QTest::newRow("initials before a name") << u"He met U.S. Secretary Lee in Oslo. They left."_s
                                            << QStringList{u"He met U.S. Secretary Lee in Oslo. They left."_s};
    QTest::newRow("initials at the end") << u"He flew to the U.S. The talks began there."_s
                                         << QStringList{u"He flew to the U.S."_s, u"The talks began there."_s};
    QTest::newRow("missing space") << u"They saw the end.The next day came."_s
                                   << QStringList{u"They saw the end."_s, u"The next day came."_s};
    QTest::newRow("a stray word joins") << u"He was asked twice. No."_s << QStringList{u"He was asked twice. No."_s};
    QTest::newRow("quotation closes with its mark")
        << u"“We are safe here.” The mayor left."_s << QStringList{u"“We are safe here.”"_s, u"The mayor left."_s};
}

void tst_Words::sentences()
{
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const Sentence &sentence : findSentences(text, findWords(text, u"en"_s), u"en"_s))
        found << sentence.span.of(text).toString();
    QCOMPARE(found, expected);
}

void tst_Words::everySpanLiesInItsText()
{
    const QString text = u"  “Mr. Lee’s 1,200 boats—gone!” 😀 said Ana.\tThen שלום. "_s;
    const std::vector<Word> words = findWords(text, u"en"_s);
    int end = 0;
    for (const Word &word : words) {
        QVERIFY(word.span.start >= end && word.span.length > 0 && word.span.end() <= text.size());
        end = word.span.end();
    }
    int covered = 0;
    for (const Sentence &sentence : findSentences(text, words, u"en"_s)) {
        QCOMPARE(sentence.firstWord, covered);
        covered += sentence.wordCount;
        for (int w = sentence.firstWord; w < covered; ++w)
            QVERIFY(sentence.span.contains(words.at(static_cast<size_t>(w)).span));
    }
    QCOMPARE(covered, static_cast<int>(words.size()));
}

QTEST_GUILESS_MAIN(tst_Words)
#include "tst_words.moc"
