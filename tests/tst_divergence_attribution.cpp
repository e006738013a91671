// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tellings.h"

#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

/// Who says it, and where or to whom.
class tst_DivergenceAttribution : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void differs_data();
    void differs();
    void agrees_data();
    void agrees();
    void aSourceGivenElsewhereIsNotMissing();
};

void tst_DivergenceAttribution::differs_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("line");

    const auto row = [](const char *name, const QString &first, const QString &second, const QString &line) {
        QTest::newRow(name) << first << second << line;
    };
    row("told to others", u"\"The gates will hold for the winter,\" Lund told reporters in the harbour."_s,
        u"\"The gates will hold for the winter,\" Lund told lawmakers."_s,
        u"A Lund told reporters in the harbour | B Lund told lawmakers"_s);
    row("in a statement and from a sickbed", u"\"The gates will hold for the winter,\" Lund said in a statement."_s,
        u"\"The gates will hold for the winter,\" Lund said from his hospital bed."_s,
        u"A Lund said in a statement | B Lund said from his hospital bed"_s);
    row("before the speaker", u"In a letter to the council, Lund said that the gates would hold for the winter."_s,
        u"Speaking on local radio, Lund said that the gates would hold for the winter."_s,
        u"A In a letter to the council | B Speaking on local radio"_s);
    row("a day behind the verb is not what was said",
        u"The flood gates of the old harbour broke in the night, officials said on Tuesday."_s,
        u"The flood gates of the old harbour broke in the night, fishermen said."_s,
        u"A officials said | B fishermen said"_s);
    row("a sentence without a source is shown whole",
        u"The flood gates of the old harbour broke in the night, officials said."_s,
        u"The flood gates of the old harbour broke in the night and the sea came in."_s,
        u"A officials said | B The flood gates of the old harbour broke in the night and the sea came in"_s);
}

void tst_DivergenceAttribution::differs()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, line);
    const QStringList lines = linesOf(compared(storyOf({{first}, {second}})), DivergenceKind::Attribution);
    QVERIFY2(lines.contains(line), qPrintable(u"found: "_s + lines.join(u" // "_s)));
}

void tst_DivergenceAttribution::agrees_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");

    const auto row = [](const char *name, const QString &first, const QString &second) {
        QTest::newRow(name) << first << second;
    };
    row("one place in other words", u"\"The gates will hold for the winter,\" Lund told reporters in the harbour."_s,
        u"\"The gates will hold for the winter,\" Lund told the reporters."_s);
    row("a place given and not given", u"\"The gates will hold for the winter,\" Lund said in a statement."_s,
        u"\"The gates will hold for the winter,\" Lund said."_s);
    row("where the thing happened is not where it was said",
        u"Lund said in March the harbour gates had held the sea."_s,
        u"Lund said in a storm the harbour gates had held the sea."_s);
    row("one speaker with and without a pronoun", u"\"The gates will hold for the winter,\" said Jan Lund."_s,
        u"Jan Lund said no at first. \"The gates will hold for the winter,\" he said."_s);
    row("a dateline is not what is said", u"SANDVIK (NPA) - The harbour gates broke, officials said."_s,
        u"SANDVIK - The harbour gates broke, the officials said."_s);
}

void tst_DivergenceAttribution::agrees()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    const QStringList lines = linesOf(compared(storyOf({{first}, {second}})), DivergenceKind::Attribution);
    QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u" // "_s)));
}

/// A second paragraph on a like accident names no source, but the one on this accident does.
void tst_DivergenceAttribution::aSourceGivenElsewhereIsNotMissing()
{
    const QStringList article{
        u"A night train struck a lorry on the level crossing and killed nine people, police said."_s,
        u"Years ago a night train struck a cart on the level crossing and killed two people."_s};
    QCOMPARE(linesOf(compared(storyOf({article, article})), DivergenceKind::Attribution), QStringList());
}

QTEST_APPLESS_MAIN(tst_DivergenceAttribution)
#include "tst_divergence_attribution.moc"
