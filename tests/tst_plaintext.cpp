// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What cannot be seen makes no difference, and what is found stands in the text as it was written.
#include "comparison/comparison.h"
#include "language/plaintext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// The sample story's first article with its text changed.
bool writeTwice(const QTemporaryDir &folder, const QString &changed, const QString &text)
{
    QFile plain(folder.filePath(u"plain.txt"_s)), other(folder.filePath(u"other.txt"_s));
    return plain.open(QIODevice::WriteOnly) && plain.write(text.toUtf8()) > 0 && other.open(QIODevice::WriteOnly) &&
           other.write(changed.toUtf8()) > 0;
}

QString sample()
{
    QFile file(QStringLiteral(PARALLAX_SOURCE_DIR "/resources/samples/radva-dam/lantern-wire.txt"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// `mark` in the middle of every fourth word of letters that is long enough.
QString withinWords(const QString &text, const QString &mark)
{
    QString out;
    int word = 0, length = 0;
    for (const QChar c : text) {
        length = c.isLetter() ? length + 1 : 0;
        word += length == 1 ? 1 : 0;
        if (length == 4 && word % 4 == 0)
            out += mark;
        out += c;
    }
    return out;
}

QString replaced(QString text, const QString &before, const QString &after)
{
    return text.replace(before, after);
}

} // namespace

class tst_PlainText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void folds_data();
    void folds();
    void leavesAlone_data();
    void leavesAlone();
    void leadsBack_data();
    void leadsBack();
    void aCopyThatLooksTheSameHasNoDivergence_data();
    void aCopyThatLooksTheSameHasNoDivergence();
};

void tst_PlainText::folds_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("plain");
    QTest::newRow("soft hyphens") << u"of\u00ADfi\u00ADcers"_s << u"officers"_s;
    QTest::newRow("word joiner and zero-width space") << u"f\u2060og fer\u200Bry \uFEFFx"_s << u"fog ferry x"_s;
    QTest::newRow("marks of direction") << u"\u200Eabc\u200F \u2067def\u2069 \u202Aghi\u202C"_s << u"abc def ghi"_s;
    QTest::newRow("no-break, narrow, thin and ideographic spaces")
        << u"5\u00A0km, 1\u202F200 a\u2009b\u3000c"_s << u"5 km, 1 200 a b c"_s;
    QTest::newRow("no-break hyphen") << u"F\u201116, co\u2010op"_s << u"F-16, co-op"_s;
    QTest::newRow("ligatures") << u"o\uFB03cers \uFB01re \uFB02ood \uFB06"_s << u"officers fire flood st"_s;
    QTest::newRow("digraph letters") << u"\u0132ssel, \u0133s"_s << u"IJssel, ijs"_s;
    QTest::newRow("wide letters and digits") << u"\uFF26\uFF11\uFF16"_s << u"F16"_s;
    QTest::newRow("narrow katakana with a voice mark of its own") << u"\uFF8A\uFF9E\uFF7D"_s << u"バス"_s;
    QTest::newRow("letters in mathematical dress") << u"\U0001D5D5\U0001D5FF\U0001D7DA"_s << u"Br2"_s;
    QTest::newRow("Arabic presentation forms") << u"\uFEB3\uFEFC\uFEE1"_s << u"سلام"_s;
    QTest::newRow("zero-width joiners between letters") << u"क्\u200Dष می\u200Cخواهد"_s << u"क्ष میخواهد"_s;
    QTest::newRow("nothing but invisible characters") << u"\u00AD\u200B\u2060"_s << QString();
}

void tst_PlainText::folds()
{
    QFETCH(QString, written);
    QFETCH(QString, plain);
    const std::optional<PlainText> made = PlainText::of(written);
    QVERIFY(made);
    QCOMPARE(made->text(), plain);
}

void tst_PlainText::leavesAlone_data()
{
    QTest::addColumn<QString>("written");
    QTest::newRow("nothing") << QString();
    QTest::newRow("letters of any script") << u"Ärger in Łódź, Ελλάδα, Россия, 東京、मुंबई"_s;
    QTest::newRow("fractions and raised digits, which are other things plain") << u"3½ m² of CO₂ ™"_s;
    QTest::newRow("wide marks, which part sentences and not digits")
        << u"二〇二〇年，１００人！"_s.replace(u"１００"_s, u"100"_s);
    QTest::newRow("dashes and quotation marks") << u"“so” – ‘so’ — «so»"_s;
    QTest::newRow("a family of emoji, held together by joiners") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
    QTest::newRow("a lone surrogate") << (u"a"_s + QChar(0xD835) + u"b"_s);
}

void tst_PlainText::leavesAlone()
{
    QFETCH(QString, written);
    QVERIFY(!PlainText::of(written));
}

void tst_PlainText::leadsBack_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("plain");    // the part found
    QTest::addColumn<QString>("expected"); // of the written text
    const QString text = u"\u200BThe o\uFB03\u00ADcers\u200B saw 1\u202F200 f\u2060ogs.\u00AD"_s;
    QTest::newRow("the first word, without what is invisible before it") << text << u"The"_s << u"The"_s;
    QTest::newRow("what is invisible inside goes along") << text << u"officers"_s << u"o\uFB03\u00ADcers"_s;
    QTest::newRow("half a ligature is the whole one") << text << u"ficers"_s << u"\uFB03\u00ADcers"_s;
    QTest::newRow("a number with its space") << text << u"1 200"_s << u"1\u202F200"_s;
    QTest::newRow("the last") << text << u"fogs."_s << u"f\u2060ogs."_s;
    QTest::newRow("all") << text << u"The officers saw 1 200 fogs."_s << text.sliced(1).chopped(1);
    QTest::newRow("beyond the basic plane") << u"x\u00AD \U0001D5D5 \U0001F309"_s << u"\U0001F309"_s << u"\U0001F309"_s;
}

void tst_PlainText::leadsBack()
{
    QFETCH(QString, written);
    QFETCH(QString, plain);
    QFETCH(QString, expected);
    const std::optional<PlainText> made = PlainText::of(written);
    QVERIFY(made);
    const qsizetype at = made->text().indexOf(plain);
    QVERIFY(at >= 0);
    const TextSpan span = made->written({static_cast<int>(at), static_cast<int>(plain.size())});
    QCOMPARE(span.of(written).toString(), expected);
    const TextSpan behind = made->written({static_cast<int>(made->text().size()), 0});
    QVERIFY(behind.isEmpty() && behind.end() <= written.size());
}

void tst_PlainText::aCopyThatLooksTheSameHasNoDivergence_data()
{
    QTest::addColumn<QString>("changed");
    const QString text = sample();
    QTest::newRow("soft hyphens") << withinWords(text, u"\u00AD"_s);
    QTest::newRow("zero-width spaces") << withinWords(text, u"\u200B"_s);
    QTest::newRow("word joiners") << withinWords(text, u"\u2060"_s);
    QTest::newRow("no-break spaces") << replaced(text, u" "_s, u"\u00A0"_s);
    QTest::newRow("ligatures") << replaced(replaced(text, u"fi"_s, u"\uFB01"_s), u"fl"_s, u"\uFB02"_s);
    QTest::newRow("no-break hyphens") << replaced(text, u"-"_s, u"\u2011"_s);
    QTest::newRow("accents apart") << text.normalized(QString::NormalizationForm_D);
}

void tst_PlainText::aCopyThatLooksTheSameHasNoDivergence()
{
    QFETCH(QString, changed);
    const QString text = sample();
    QVERIFY(!text.isEmpty());
    const QTemporaryDir folder;
    QVERIFY(writeTwice(folder, changed, text));
    NoProgress progress;
    const auto comparison = compare({folder.path()}, progress);
    QVERIFY(comparison);
    QStringList found;
    for (const Divergence &divergence : comparison->divergences) {
        for (const Reading &reading : divergence.readings)
            found << reading.span.of(comparison->story.passage(reading.passage).text).toString();
    }
    QCOMPARE(found, QStringList());

    const Article &other = comparison->story.articles[0], &plain = comparison->story.articles[1];
    QCOMPARE(other.passages.size(), plain.passages.size());
    for (size_t p = 0; p < plain.passages.size(); ++p) {
        const std::vector<Word> &words = comparison->language[0].passages[p].words;
        const std::vector<Word> &others = comparison->language[1].passages[p].words;
        QCOMPARE(words.size(), others.size());
        for (size_t w = 0; w < words.size(); ++w) {
            QCOMPARE(words[w].folded, others[w].folded);
            const QString written = words[w].span.of(other.passages[p].text).toString();
            const std::optional<PlainText> again = PlainText::of(written);
            QCOMPARE(again ? again->text() : written, others[w].span.of(plain.passages[p].text).toString());
        }
    }
}

QTEST_GUILESS_MAIN(tst_PlainText)
#include "tst_plaintext.moc"
