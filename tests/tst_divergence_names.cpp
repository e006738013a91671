// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/context.h"
#include "divergence/persons.h"
#include "tellings.h"

#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

/// What articles call a person or a thing, what they say he or she is, and how old: wherever in the story they say it.
class tst_DivergenceNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void differs_data();
    void differs();
    void agrees_data();
    void agrees();
    void twoOfOneSurnameAreToldApart();
    void orderOfArticlesChangesNothing();
};

namespace {

/// The paragraphs of two articles; those of one place are linked, the others are not.
struct Tellings {
    QStringList first;
    QStringList second;
};

const QString Filler = u"The ferry to the islands did not run for the whole of the week."_s;

} // namespace

void tst_DivergenceNames::differs_data()
{
    QTest::addColumn<DivergenceKind>("kind");
    QTest::addColumn<QStringList>("first");
    QTest::addColumn<QStringList>("second");
    QTest::addColumn<QString>("line"); // one divergence of the kind reads so

    using enum DivergenceKind;
    const auto row = [](const char *name, DivergenceKind kind, const Tellings &tellings, const QString &line) {
        QTest::newRow(name) << kind << tellings.first << tellings.second << line;
    };
    row("an age, in paragraphs that tell other things", Figure,
        {{u"Anna Velde, 57, was cleared of every charge on Monday."_s},
         {Filler, u"The court will hear Anna Velde, 58, again in the autumn."_s}},
        u"A 57 | B 58"_s);
    row("a role before the name and behind it", Attribution,
        {{u"The bank's former treasurer, Anna Velde, 57, was cleared of every charge."_s},
         {Filler, u"Anna Velde, then a junior accountant, wrote to the regulator."_s}},
        u"A bank's former treasurer, Anna Velde | B Anna Velde, then a junior accountant"_s);
    row("a role at the head of a sentence", Attribution,
        {{u"Whistleblower Anna Velde wrote to the regulator, Ms Velde said."_s},
         {Filler, u"The letter was by former accountant Anna Velde, Ms Velde said."_s}},
        u"A Whistleblower Anna Velde | B former accountant Anna Velde"_s);
    row("a short form of a first name", Name,
        {{u"Josephat Mwila, the minister, said the mine was closed."_s},
         {Filler, u"The mine was closed in May, said Joseph Mwila, the minister."_s}},
        u"A Josephat Mwila | B Joseph Mwila"_s);
    row("a middle name", Name,
        {{u"Mr Gareth Michael Pell was convicted on Monday."_s}, {Filler, u"Gareth Pell, 58, did not speak."_s}},
        u"A Gareth Michael Pell | B Gareth Pell"_s);
    row("letters behind the surname", Name,
        {{u"His counsel, Daniel Frome KC, said he would appeal."_s},
         {u"His lawyer, Daniel Frome, said he would appeal."_s}},
        u"A Daniel Frome KC | B Daniel Frome"_s);
    row("a title here and none there", Name,
        {{u"Dr Anna Velde said the bank was sound."_s}, {u"The bank was sound, Anna Velde said."_s}},
        u"A Dr Anna Velde | B Anna Velde"_s);
    row("a storm by its full name", Name,
        {{u"Winter Storm Velda tore the roofs off the harbour sheds."_s},
         {u"Severe Winter Storm Velda tore the roofs off the harbour sheds."_s}},
        u"A Winter Storm Velda | B Severe Winter Storm Velda"_s);
    row("an airport with a small word in its name", Name,
        {{u"Flights from Norvik airport were called off on Monday."_s},
         {u"Flights from Norvik International Airport were called off on Monday."_s}},
        u"A Norvik airport | B Norvik International Airport"_s);
}

void tst_DivergenceNames::differs()
{
    QFETCH(DivergenceKind, kind);
    QFETCH(QStringList, first);
    QFETCH(QStringList, second);
    QFETCH(QString, line);
    const QStringList lines = linesOf(compared(storyOf({first, second})), kind);
    QVERIFY2(lines.contains(line), qPrintable(u"found: "_s + lines.join(u" // "_s)));
}

void tst_DivergenceNames::agrees_data()
{
    QTest::addColumn<DivergenceKind>("kind");
    QTest::addColumn<QStringList>("first");
    QTest::addColumn<QStringList>("second");

    using enum DivergenceKind;
    const auto row = [](const char *name, DivergenceKind kind, const Tellings &tellings) {
        QTest::newRow(name) << kind << tellings.first << tellings.second;
    };
    row("a surname alone is no other name", Name,
        {{u"Anna Velde said the bank was sound."_s}, {u"The bank was sound, Velde said."_s}});
    row("an age of another bearer of the surname", Figure,
        {{u"Anna Velde, 57, was cleared on Monday."_s}, {Filler, u"Her brother Piet Velde, 61, was convicted."_s}});
    row("a role of another bearer of the surname", Attribution,
        {{u"The treasurer Anna Velde was cleared on Monday."_s}, {Filler, u"The skipper Piet Velde was convicted."_s}});
    row("one role in other words around it", Attribution,
        {{u"The treasurer Anna Velde was cleared on Monday."_s},
         {Filler, u"Anna Velde, the treasurer, did not speak in court."_s}});
    row("a list of persons gives nobody a role", Attribution,
        {{u"The skipper, Anna Velde and two sailors went ashore."_s}, {Filler, u"Anna Velde, a banker, was there."_s}});
    row("two things of one place", Name,
        {{u"Students of Norvik University met on Monday."_s}, {u"Students of Norvik College met on Monday."_s}});
    row("a place and what stands in it", Name,
        {{u"The flights from Norvik were called off."_s}, {u"The flights from Norvik airport were called off."_s}});
    row("two countries of one continent", Name,
        {{u"Reykjavik rejected the charge, Iceland's envoy said on Monday."_s},
         {u"London repeated the charge, the United Kingdom's envoy said on Monday."_s}});
    row("the capital where something is", Name,
        {{u"The mine lies 300 miles north of Lisbon, the minister said."_s},
         {u"The mine lies in the north of Portugal, the minister said."_s}});
    row("the capital in a dateline", Name,
        {{u"LISBON, May 3 (NPA) - The storm killed nine people."_s}, {u"The storm killed nine people in Portugal."_s}});
}

void tst_DivergenceNames::agrees()
{
    QFETCH(DivergenceKind, kind);
    QFETCH(QStringList, first);
    QFETCH(QStringList, second);
    const QStringList lines = linesOf(compared(storyOf({first, second})), kind);
    QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u" // "_s)));
}

void tst_DivergenceNames::twoOfOneSurnameAreToldApart()
{
    const Story story = storyOf({{u"Anna Velde, 57, said no. Mr Piet Velde, 61, said yes. Velde laughed."_s},
                                 {u"Ms Velde, of the bank, said no."_s}});
    std::vector<ArticleLanguage> language;
    for (const Article &article : story.articles)
        language.push_back(analyse(article));
    const Alignment alignment = alignmentOf(story);
    const Vocabulary vocabulary(story, language);
    const DivergenceContext context(story, language, alignment, vocabulary);
    const std::vector<Person> persons = personsOf(context);
    QCOMPARE(persons.size(), size_t(2));
    for (const Person &person : persons) // "Velde" and "Ms Velde" may be either
        QCOMPARE(person.mentions.size(), size_t(1));
}

void tst_DivergenceNames::orderOfArticlesChangesNothing()
{
    const QStringList a{u"The bank's former treasurer, Katarzyna Velde, 57, was cleared."_s};
    const QStringList b{Filler, u"Kasia Velde, 58, then a junior accountant, wrote to the regulator."_s};
    const QStringList c{Filler, Filler, u"Ms Katarzyna Maria Velde, a director of the bank, resigned."_s};
    const auto linesOfAll = [](const QList<QStringList> &articles) {
        const Compared result = compared(storyOf(articles));
        QStringList lines;
        for (const Divergence &divergence : result.divergences) {
            QStringList parts;
            for (const Reading &reading : divergence.readings)
                parts << textOf(result.story, reading);
            parts.sort();
            lines << parts.join(u" | "_s);
        }
        lines.sort();
        return lines;
    };
    const QStringList lines = linesOfAll({a, b, c});
    QVERIFY(lines.size() >= 3);
    QCOMPARE(linesOfAll({c, a, b}), lines);
    QCOMPARE(linesOfAll({b, c, a}), lines);
}

QTEST_APPLESS_MAIN(tst_DivergenceNames)
#include "tst_divergence_names.moc"
