// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/lexicon.h"

#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace Qt::StringLiterals;

class tst_Lexicon : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unknownWordsGiveNothing();
    void lemmas_data();
    void lemmas();
    void rankFollowsFrequency();
    void cosine();
    void meaningsMeet_data();
    void meaningsMeet();
    void aliases();
    void antonyms_data();
    void antonyms();
    void classes_data();
    void classes();
};

void tst_Lexicon::unknownWordsGiveNothing()
{
    const Lexicon &lexicon = Lexicon::english();
    for (const QString &word : {u""_s, u"qqxzt"_s, u"שלום"_s}) {
        QCOMPARE(lexicon.rank(word), -1);
        QVERIFY(lexicon.lemmas(word).empty());
        QVERIFY(lexicon.meaning(word).concepts.empty());
        QVERIFY(!lexicon.isEventWord(word));
        QVERIFY(!lexicon.isPerson(word));
    }
    QCOMPARE(lexicon.cosine(-1, 3), 0.0);
    QVERIFY(lexicon.vector(49'999).empty()); // known by rank, without a vector
}

void tst_Lexicon::lemmas_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("base");
    QTest::addColumn<int>("wordClass");
    QTest::newRow("regular plural") << u"ferries"_s << u"ferry"_s << int(WordClass::Noun);
    QTest::newRow("irregular plural") << u"children"_s << u"child"_s << int(WordClass::Noun);
    QTest::newRow("irregular past") << u"sank"_s << u"sink"_s << int(WordClass::Verb);
    QTest::newRow("past in -ed") << u"vetoed"_s << u"veto"_s << int(WordClass::Verb);
    QTest::newRow("comparative") << u"warmer"_s << u"warm"_s << int(WordClass::Adjective);
    QTest::newRow("phrase") << u"united nations"_s << u"united nations"_s << int(WordClass::Noun);
}

void tst_Lexicon::lemmas()
{
    QFETCH(QString, word);
    QFETCH(QString, base);
    QFETCH(int, wordClass);
    QVERIFY(std::ranges::contains(Lexicon::english().lemmas(word), Lemma{base, static_cast<WordClass>(wordClass)}));
}

void tst_Lexicon::rankFollowsFrequency()
{
    const Lexicon &lexicon = Lexicon::english();
    QCOMPARE(lexicon.rank(u"the"), 0);
    QVERIFY(lexicon.rank(u"minister") < lexicon.rank(u"trawler"));
    QVERIFY(lexicon.rarity(u"minister") < lexicon.rarity(u"trawler"));
    QVERIFY(lexicon.rarity(u"trawler") < lexicon.rarity(u"qqxzt"));
}

void tst_Lexicon::cosine()
{
    const Lexicon &lexicon = Lexicon::english();
    const auto of = [&](QStringView a, QStringView b) { return lexicon.cosine(lexicon.rank(a), lexicon.rank(b)); };
    QVERIFY(std::abs(of(u"boat", u"boat") - 1) < 0.02);
    QVERIFY(of(u"boat", u"ship") > 0.5);
    QVERIFY(of(u"boat", u"ship") > of(u"boat", u"parliament") + 0.3);
    QCOMPARE(of(u"boat", u"ship"), of(u"ship", u"boat"));
}

void tst_Lexicon::meaningsMeet_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("meet");
    QTest::newRow("synonyms") << u"unlawful"_s << u"illegal"_s << false; // WordNet 3.0 keeps them apart
    QTest::newRow("synonymous nouns") << u"car"_s << u"automobile"_s << true;
    QTest::newRow("verb and the noun derived from it") << u"destroyed"_s << u"destruction"_s << true;
    QTest::newRow("unrelated") << u"ferry"_s << u"minister"_s << false;
}

void tst_Lexicon::meaningsMeet()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, meet);
    const std::vector<Concept> first = Lexicon::english().meaning(a).concepts;
    const std::vector<Concept> second = Lexicon::english().meaning(b).concepts;
    std::vector<Concept> shared;
    std::ranges::set_intersection(first, second, std::back_inserter(shared));
    QCOMPARE(!shared.empty(), meet);
}

void tst_Lexicon::aliases()
{
    const Lexicon &lexicon = Lexicon::english();
    const std::vector<Concept> senses = lexicon.senses(u"united kingdom", WordClass::Noun);
    QVERIFY(!senses.empty());
    QVERIFY(std::ranges::contains(lexicon.members(senses.front()), u"Britain"_s));
    QCOMPARE(lexicon.category(senses.front()), 15);
    const std::vector<Concept> oslo = lexicon.senses(u"oslo", WordClass::Noun);
    QVERIFY(!oslo.empty());
    const std::vector<Concept> whole = lexicon.holonyms(oslo.front());
    QVERIFY(
        std::ranges::any_of(whole, [&](Concept c) { return std::ranges::contains(lexicon.members(c), u"Norway"_s); }));
    QVERIFY(!lexicon.hypernyms(oslo.front()).empty());
}

void tst_Lexicon::antonyms_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("opposed");
    QTest::newRow("adjectives") << u"legal"_s << u"illegal"_s << true;
    QTest::newRow("inflected verbs") << u"rose"_s << u"fell"_s << true;
    QTest::newRow("not opposed") << u"legal"_s << u"large"_s << false;
    QTest::newRow("itself") << u"legal"_s << u"legal"_s << false;
}

void tst_Lexicon::antonyms()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(Lexicon::english().areAntonyms(a, b), "opposed");
    QTEST(Lexicon::english().areAntonyms(b, a), "opposed");
}

void tst_Lexicon::classes_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("event");
    QTest::addColumn<bool>("person");
    QTest::newRow("verb") << u"collided"_s << true << false;
    QTest::newRow("event noun") << u"explosion"_s << true << false;
    QTest::newRow("light verb") << u"made"_s << false << false;
    QTest::newRow("person") << u"passengers"_s << false << true;
    QTest::newRow("people") << u"people"_s << false << true;
    QTest::newRow("thing") << u"umbrella"_s << false << false;
}

void tst_Lexicon::classes()
{
    QFETCH(QString, word);
    QTEST(Lexicon::english().isEventWord(word), "event");
    QTEST(Lexicon::english().isPerson(word), "person");
}

QTEST_GUILESS_MAIN(tst_Lexicon)
#include "tst_lexicon.moc"
