// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/quotations.h"
#include "language/words.h"

#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

/// Quotations between marks, and who says what.
class TestQuotations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void quotations_data();
    void quotations();
    void unclosedQuotationRunsToTheEnd();
    void wordsOfAQuotation();
    void attributions_data();
    void attributions();
    void pronounTakesTheLastNamedSource();
    void speakersAreCarriedOverPassages();
    void otherLanguagesAttributeNothing();
};

void TestQuotations::quotations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("inner");

    QTest::newRow("empty text") << QString() << QStringList();
    QTest::newRow("no marks") << u"He said it was over."_s << QStringList();
    QTest::newRow("straight marks") << u"It was \"very small\", he said."_s << QStringList{u"very small"_s};
    QTest::newRow("typographic marks") << u"It was “very small”, he said."_s << QStringList{u"very small"_s};
    QTest::newRow("two in one sentence") << u"A \"free\" and \"fair\" vote."_s << QStringList{u"free"_s, u"fair"_s};
    QTest::newRow("opened typographic, closed straight")
        << u"He said: “They were wrong.\""_s << QStringList{u"They were wrong."_s};
    QTest::newRow("guillemets") << u"Il a dit « oui » hier."_s << QStringList{u" oui "_s};
    QTest::newRow("German low marks") << u"Er sagte „ja“ und ging."_s << QStringList{u"ja"_s};
    QTest::newRow("German guillemets point inwards") << u"Er sagte »ja« und ging."_s << QStringList{u"ja"_s};
    QTest::newRow("Japanese corner brackets") << u"彼は「はい」と言った。"_s << QStringList{u"はい"_s};
    QTest::newRow("typographic single marks")
        << u"She called it ‘a mistake’ on Monday."_s << QStringList{u"a mistake"_s};
    QTest::newRow("straight single marks") << u"She called it 'a mistake' on Monday."_s << QStringList{u"a mistake"_s};
    QTest::newRow("apostrophes are no quotation")
        << u"It's the boys' toys and nobody's business, isn't it?"_s << QStringList();
    QTest::newRow("typographic apostrophes are no quotation")
        << u"It’s the boys’ toys and Syria’s too."_s << QStringList();
    QTest::newRow("elided words are no quotation")
        << u"Wait 'til the '90s are over, the workers' time."_s << QStringList();
    QTest::newRow("a plural possessive inside single marks")
        << u"He praised 'the workers' council' warmly."_s << QStringList{u"the workers' council"_s};
    QTest::newRow("single marks inside double ones")
        << u"“I said ‘no’ twice,” she said."_s << QStringList{u"I said ‘no’ twice,"_s};
    QTest::newRow("apostrophe inside double marks")
        << u"\"There isn't any,\" he said. \"None.\""_s << QStringList{u"There isn't any,"_s, u"None."_s};
    QTest::newRow("a missing closing mark ends at the next opening one")
        << u"“One thing. “Another thing,” he said."_s << QStringList{u"One thing."_s, u"Another thing,"_s};
    QTest::newRow("marks in brackets") << u"(\"quite so\")"_s << QStringList{u"quite so"_s};
    QTest::newRow("marks with nothing between") << u"He wrote \"\" and \"…\"."_s << QStringList();
}

void TestQuotations::quotations()
{
    QFETCH(QString, text);
    QFETCH(QStringList, inner);
    QStringList found;
    for (const Quotation &quotation : findQuotations(text, findWords(text, u"en"_s), u"en"_s)) {
        QVERIFY(quotation.span.contains(quotation.inner));
        QVERIFY(quotation.span.start >= 0 && quotation.span.end() <= text.size());
        found << quotation.inner.of(text).toString();
    }
    QCOMPARE(found, inner);
}

void TestQuotations::unclosedQuotationRunsToTheEnd()
{
    const QString text = u"He said: \"Where is the proof? There isn't any, he declared. "_s;
    const std::vector<Quotation> found = findQuotations(text, findWords(text, u"en"_s), u"en"_s);
    QCOMPARE(found.size(), 1u);
    QVERIFY(!found.front().isClosed);
    QCOMPARE(found.front().span.of(text).toString(), u"\"Where is the proof? There isn't any, he declared."_s);
}

void TestQuotations::wordsOfAQuotation()
{
    const QString text = u"One “two three” four"_s;
    const std::vector<Quotation> found = findQuotations(text, findWords(text, u"en"_s), u"en"_s);
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found.front().firstWord, 1);
    QCOMPARE(found.front().wordCount, 2);
}

void TestQuotations::attributions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("sources");

    const auto row = [](const char *name, const QString &text, const QStringList &sources) {
        QTest::newRow(name) << text << sources;
    };
    row("empty text", QString(), {});
    row("name before the verb", u"Mrs Halloran said the bridge was closed."_s, {u"Mrs Halloran"_s});
    row("name with its office", u"Deputy Mayor Ana Ruiz told reporters that it was closed."_s,
        {u"Deputy Mayor Ana Ruiz"_s});
    row("persons in lower case", u"Two senior officials confirmed the delay."_s, {u"Two senior officials"_s});
    row("officials of a place", u"Later, officials in Lisbon denied it."_s, {u"officials in Lisbon"_s});
    row("spokeswoman for a body", u"A spokeswoman for the port authority said nobody was hurt."_s,
        {u"A spokeswoman for the port authority"_s});
    row("possessive", u"Norway's government has rejected the claim."_s, {u"Norway's government"_s});
    row("pronoun", u"He added that it was late."_s, {u"He"_s});
    row("auxiliaries and adverbs between", u"The ministry has also repeatedly denied it."_s, {u"The ministry"_s});
    row("the day between", u"Mr Okoro on Friday said it was late."_s, {u"Mr Okoro"_s});
    row("apposition", u"Jan Novak, the country's transport minister, said it was late."_s, {u"Jan Novak"_s});
    row("according to", u"The bridge fell at noon, according to the fire brigade."_s, {u"the fire brigade"_s});
    row("inverted", u"\"It fell at noon,\" said Maria Lopez, a resident."_s, {u"Maria Lopez"_s});
    row("inverted with article", u"The road will stay closed, said the mayor of Porto."_s, {u"the mayor of Porto"_s});
    row("passive", u"The delay was confirmed by the Danish navy on Monday."_s, {u"the Danish navy"_s});
    row("accusation", u"Western governments blame the rebels."_s, {u"Western governments"_s});
    row("a subject with its own participle",
        u"The plan was dropped, with spokesman Ivo Lund saying it cost too much."_s, {u"spokesman Ivo Lund"_s});

    row("a name that looks like a verb", u"The ships of the United States left the port."_s, {});
    row("a participle before to be is passive", u"Wreckage confirmed to be that of the ship was found."_s, {});
    row("the quotation's closing mark is missing", u"\"Where is it? There isn't any, he declared."_s, {u"he"_s});
    row("the place of the speaker", u"An aide for the embassy in Lisbon, citing officials, confirmed it."_s,
        {u"An aide for the embassy in Lisbon"_s});
    row("said to be is no source", u"The bridge is said to be the oldest."_s, {});
    row("a participle before a noun is no verb", u"The reported use of gas was condemned."_s, {});
    row("somebody's conclusion", u"It rests on the harbour agency's conclusion that the crane was old."_s,
        {u"the harbour agency's"_s});
    row("a body's claims", u"It rests on police claims that the crane was old."_s, {u"police"_s});
    row("held responsible", u"The inspectors have held the yard responsible for the fire."_s, {u"The inspectors"_s});
    row("a finger pointed", u"The union has pointed a finger at the yard."_s, {u"The union"_s});
    row("a gun pointed", u"The guard pointed a rifle at the yard."_s, {});
    row("what the conclusion was", u"The conclusion that the crane was old came late."_s, {});
    row("verbs inside a quotation attribute nothing", u"\"The mayor said no,\" Lopez said."_s, {u"Lopez"_s});
    row("a noun of saying is no verb", u"It was a matter of claims and counter-claims."_s, {});
}

void TestQuotations::attributions()
{
    QFETCH(QString, text);
    QFETCH(QStringList, sources);
    const QString language = u"en"_s;
    const std::vector<Word> words = findWords(text, language);
    const std::vector<Sentence> sentences = findSentences(text, words, language);
    QStringList found;
    for (const Attribution &attribution :
         findAttributions(text, words, sentences, findQuotations(text, words, language), language)) {
        QVERIFY(attribution.span.contains(attribution.source));
        QVERIFY(attribution.source.contains(attribution.head));
        QVERIFY(attribution.span.contains(attribution.verb));
        QVERIFY(attribution.span.end() <= text.size());
        found << attribution.source.of(text).toString();
    }
    QCOMPARE(found, sources);
}

void TestQuotations::pronounTakesTheLastNamedSource()
{
    const QString text = u"Mrs Halloran said it was late. She added that it rained."_s;
    const std::vector<Word> words = findWords(text, u"en"_s);
    const std::vector<Attribution> found =
        findAttributions(text, words, findSentences(text, words, u"en"_s), {}, u"en"_s);
    QCOMPARE(found.size(), 2u);
    QVERIFY(found[1].isPronoun);
    QCOMPARE(found[1].resolved, u"Mrs Halloran"_s);
    QCOMPARE(found[1].sentence, 1);
}

void TestQuotations::speakersAreCarriedOverPassages()
{
    QString last;
    std::vector<Attribution> first(1);
    first[0].resolved = u"the mayor"_s;
    std::vector<Attribution> second(1);
    second[0].isPronoun = true;
    resolveSpeakers(first, last);
    resolveSpeakers(second, last);
    QCOMPARE(second[0].resolved, u"the mayor"_s);
}

void TestQuotations::otherLanguagesAttributeNothing()
{
    const QString text = u"Le ministre said non."_s;
    const std::vector<Word> words = findWords(text, u"fr"_s);
    QVERIFY(findAttributions(text, words, findSentences(text, words, u"fr"_s), {}, u"fr"_s).empty());
}

QTEST_GUILESS_MAIN(TestQuotations)
#include "tst_quotations.moc"
