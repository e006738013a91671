// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/names.h"
#include "language/words.h"

#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

/// Names by their capitals.
class TestNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void names_data();
    void names();
    void germanCapitalsMarkNoNames();
};

void TestNames::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names"); // "span" or "span|core" where they differ

    const auto row = [](const char *name, const QString &text, const QStringList &names) {
        QTest::newRow(name) << text << names;
    };
    row("empty text", QString(), {});
    row("no name", u"The bridge was closed at noon."_s, {});
    row("inside a sentence", u"The bridge near Porto was closed."_s, {u"Porto"_s});
    row("courtesy title", u"The bridge cost Mr Novak his job."_s, {u"Mr Novak|Novak"_s});
    row("office before the name", u"It was opened by Deputy Prime Minister Jan Novak."_s,
        {u"Deputy Prime Minister Jan Novak|Jan Novak"_s});
    row("abbreviated title", u"It was opened by Mr. Novak."_s, {u"Mr. Novak|Novak"_s});
    row("of joins capitals", u"It was paid by the Bank of England."_s, {u"Bank of England"_s});
    row("Arabic and Spanish particles", u"They met Omar al-Hadi and Ana de la Cruz there."_s,
        {u"Omar al-Hadi"_s, u"Ana de la Cruz"_s});
    row("a particle before a lower-case word joins nothing", u"They saw Porto of old."_s, {u"Porto"_s});
    row("a possessive ends a name", u"They saw Norway's Jan Novak."_s, {u"Norway"_s, u"Jan Novak"_s});
    row("a designation", u"The plane, a Fokker F27-500, and Flight 881 were late."_s,
        {u"Fokker F27-500"_s, u"Flight 881"_s});
    row("a counted noun is no designation", u"They paid Fokker 20 pounds."_s, {u"Fokker"_s});
    row("days and months are no names", u"They left on Monday in March for Porto."_s, {u"Porto"_s});
    row("dotted abbreviation", u"It was bought by the U.S. navy."_s, {u"U.S."_s});
    row("a capital pronoun is no name", u"They said I was late."_s, {});
    row("first word with a capital behind", u"Security Council members met."_s, {u"Security Council"_s});
    row("first word is an adverb", u"Earlier Novak left."_s, {u"Novak"_s});
    row("first word is a known noun", u"Investigators left."_s, {});
    row("first word the dictionary does not know", u"Novak left."_s, {u"Novak"_s});
    row("first word the dictionary knows as a name", u"Norway refused."_s, {u"Norway"_s});
    row("first word that stands as a name elsewhere", u"They met Rose there. Rose was late."_s, {u"Rose"_s, u"Rose"_s});
    row("a line in title case", u"Storm Closes Bridge Near Porto After Heavy Rain"_s, {u"Porto"_s});
}

void TestNames::names()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    const std::vector<Word> words = findWords(text, u"en"_s);
    QStringList found;
    for (const NameMention &name : findNames(text, words, findSentences(text, words, u"en"_s), u"en"_s)) {
        QVERIFY(name.span.contains(name.core));
        QVERIFY(name.span.end() <= text.size());
        QVERIFY(name.wordCount > 0);
        const QString span = name.span.of(text).toString();
        const QString core = name.core.of(text).toString();
        found << (span == core ? span : span + u'|' + core);
    }
    QCOMPARE(found, names);
}

void TestNames::germanCapitalsMarkNoNames()
{
    const QString text = u"Gestern fiel die Brücke über den Fluss."_s;
    const std::vector<Word> words = findWords(text, u"de"_s);
    QVERIFY(findNames(text, words, findSentences(text, words, u"de"_s), u"de"_s).empty());
}

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
