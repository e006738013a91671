// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Facts → words, as a reader meets them.
#include "report/wording.h"

#include "madeup.h"
#include "report/readingdays.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace parallax {

class TestWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatDiffersIsSaidInAFewWords_data()
    {
        QTest::addColumn<Aspect>("aspect");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("words");
        QTest::newRow("a count") << Aspect::Count << u"dead"_s << u"number of dead"_s;
        QTest::newRow("a count of nothing named") << Aspect::Count << QString() << u"number"_s;
        QTest::newRow("an ordinal") << Aspect::Ordinal << u"veto"_s << u"which veto in number"_s;
        QTest::newRow("a day, of a noun or a verb") << Aspect::Day << u"vote"_s << u"day of “vote”"_s;
        QTest::newRow("whether it happened") << Aspect::Happened << u"veto"_s << u"whether “veto” has happened"_s;
        QTest::newRow("a spelling") << Aspect::Spelling << u"Sergei"_s << u"spelling of Sergei"_s;
        QTest::newRow("who says it") << Aspect::Speaker << QString() << u"who says it"_s;
        QTest::newRow("line breaks and double spaces go") << Aspect::Spelling << u" a \n b "_s << u"spelling of a b"_s;
        QTest::newRow("a percent sign stays as it is") << Aspect::Amount << u"%1 %"_s << u"amount (%1 %)"_s;
        QTest::newRow("a long quotation is cut at a word")
            << Aspect::Quotation << u"one two three four five six seven eight nine ten eleven twelve thirteen"_s
            << u"words of the quotation “one two three four five six seven eight nine ten eleven…”"_s;
    }
    void whatDiffersIsSaidInAFewWords()
    {
        QFETCH(Aspect, aspect);
        QFETCH(QString, subject);
        const Divergence divergence{0, DivergenceKind::Wording, aspect, subject, 0, {}};
        QTEST(whatDiffers(divergence, Tongue::English), "words");
        QTEST(whatDiffers(divergence, Tongue::User), "words"); // no translator is installed
    }

    void aCutNeverHalvesACharacter()
    {
        const Divergence divergence{
            0, DivergenceKind::Quote, Aspect::Quotation, u"x"_s + u"\U0001F600"_s.repeated(60), 0, {}};
        const QString words = whatDiffers(divergence);
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY(!words[i].isHighSurrogate() || words[i + 1].isLowSurrogate());
    }

    void everyFactHasWords()
    {
        QStringList all;
        for (int i = 0; i < DivergenceKindCount; ++i)
            all.append(kindName(static_cast<DivergenceKind>(i)));
        for (int i = 0; i <= static_cast<int>(Aspect::OnlyHere); ++i) {
            for (const QString &subject : {QString(), u"thing"_s})
                all.append(whatDiffers({0, DivergenceKind::Wording, static_cast<Aspect>(i), subject, 0, {}}));
        }
        for (int i = 0; i <= static_cast<int>(Role::Furniture); ++i)
            all.append(roleName(static_cast<Role>(i)) + u" (role)"_s);
        for (int i = 0; i <= static_cast<int>(SkipReason::Damaged); ++i)
            all.append(skipText({u"a.txt"_s, static_cast<SkipReason>(i), {}}));
        for (const QString &words : std::as_const(all)) {
            QVERIFY(!words.isEmpty());
            QVERIFY2(!words.contains(u"%1"), qPrintable(words));
        }
        all.sort();
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size()); // no two facts share their words
    }

    void aSkippedFileIsNamedWithReasonAndDetail()
    {
        QCOMPARE(skipText({u"photo.jpg"_s, SkipReason::Binary, {}}), u"photo.jpg is not a text file."_s);
        QCOMPARE(skipText({u"%2 big.txt"_s, SkipReason::TooLarge, u"limit 64 MB"_s}),
                 u"%2 big.txt is too large. (limit 64 MB)"_s);
    }

    void aFailureNamesThePlaceAndWhatToDo()
    {
        QCOMPARE(failureText(ReadFailure{ReadError::NotFound, u"/no/such"_s, {}}),
                 u"/no/such does not exist. Check the name, or whether its drive is connected."_s);
        const QString empty = failureText(ReadFailure{ReadError::NothingToRead, u"/x"_s, {}});
        const QString unread =
            failureText(ReadFailure{ReadError::NothingToRead, u"/x"_s, {{u"a.bin"_s, SkipReason::Binary, {}}}});
        QVERIFY(empty.contains(u"/x"_s) && unread.contains(u"/x"_s));
        QVERIFY(empty != unread);
    }

    void evidenceIsGroupedByKindWeightiestKindFirst()
    {
        const std::vector<Evidence> evidence{{EvidenceKind::Term, u"veto"_s},
                                             {EvidenceKind::Name, u"UN"_s},
                                             {EvidenceKind::Term, u"draft"_s},
                                             {EvidenceKind::Quotation, u"not improved"_s}};
        QCOMPARE(evidenceText(evidence, Tongue::English), u"quotation “not improved”; name UN; words veto, draft"_s);
        QCOMPARE(evidenceText({}, Tongue::English), QString());
    }

    void anEncodingShowsWhetherItIsAGuess()
    {
        QCOMPARE(encodingText({u"UTF-8"_s, EncodingOrigin::Valid, 0}), u"UTF-8"_s);
        QCOMPARE(encodingText({u"windows-1252"_s, EncodingOrigin::Guessed, 0}), u"windows-1252 (guessed)"_s);
        QCOMPARE(encodingText({u"UTF-8"_s, EncodingOrigin::Chosen, 3}), u"UTF-8 (chosen), 3 broken places"_s);
        QCOMPARE(encodingText({u"UTF-16LE"_s, EncodingOrigin::ByteOrderMark, 1}), u"UTF-16LE, 1 broken place"_s);
    }

    void articlesAreNamedByNumberAndRange_data()
    {
        QTest::addColumn<std::vector<int>>("articles");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << std::vector<int>{} << QString();
        QTest::newRow("one") << std::vector<int>{3} << u"4"_s;
        QTest::newRow("two in a row") << std::vector<int>{0, 1} << u"1, 2"_s;
        QTest::newRow("three in a row") << std::vector<int>{0, 1, 2} << u"1–3"_s;
        QTest::newRow("runs and single ones") << std::vector<int>{0, 2, 3, 4, 5, 8, 9} << u"1, 3–6, 9, 10"_s;
    }
    void articlesAreNamedByNumberAndRange()
    {
        QFETCH(std::vector<int>, articles);
        QTEST(articleNumbers(articles), "text");
    }

    void daysStandBesideFiguresOfDifferentDays_data()
    {
        using Days = QList<QDate>;
        using enum DivergenceKind;
        QTest::addColumn<Days>("days");
        QTest::addColumn<DivergenceKind>("kind");
        QTest::addColumn<Aspect>("aspect");
        QTest::addColumn<QStringList>("shown");
        QTest::addColumn<QString>("numbers");
        const QDate monday(2024, 3, 4);
        const QDate wednesday(2024, 3, 6);
        const QStringList none{u"n"_s, u"n"_s, u"n"_s};
        QTest::newRow("a toll of Monday and Wednesday")
            << Days{monday, wednesday, monday} << Figure << Aspect::Count
            << QStringList{u"n (4\u00a0March)"_s, u"n (6\u00a0March)"_s, u"n (4\u00a0March)"_s}
            << u"4 March: 1, 3; 6 March: 2"_s;
        QTest::newRow("an article without a day has none")
            << Days{monday, wednesday, QDate()} << Figure << Aspect::Amount
            << QStringList{u"n (4\u00a0March)"_s, u"n (6\u00a0March)"_s, u"n"_s} << u"4 March: 1; 6 March: 2; 3"_s;
        QTest::newRow("the year where the days are of two")
            << Days{QDate(2023, 12, 31), QDate(2024, 1, 2), QDate(2024, 1, 2)} << Figure << Aspect::Ordinal
            << QStringList{u"n (31\u00a0Dec\u00a02023)"_s, u"n (2\u00a0Jan\u00a02024)"_s, u"n (2\u00a0Jan\u00a02024)"_s}
            << u"31 Dec 2023: 1; 2 Jan 2024: 2, 3"_s;
        QTest::newRow("articles of one day show none")
            << Days{monday, monday, monday} << Figure << Aspect::Count << none << u"1–3"_s;
        QTest::newRow("one known day shows none")
            << Days{monday, QDate(), QDate()} << Figure << Aspect::Count << none << u"1–3"_s;
        QTest::newRow("an age does not grow in two days")
            << Days{monday, wednesday, monday} << Figure << Aspect::Age << none << u"1–3"_s;
        QTest::newRow("nor a result") << Days{monday, wednesday, monday} << Figure << Aspect::Result << none
                                      << u"1–3"_s;
        QTest::newRow("other kinds show none")
            << Days{monday, wednesday, monday} << Date << Aspect::Day << none << u"1–3"_s;
    }
    void daysStandBesideFiguresOfDifferentDays()
    {
        QFETCH(QList<QDate>, days);
        QFETCH(DivergenceKind, kind);
        QFETCH(Aspect, aspect);
        Story story = madeup::story();
        Divergence divergence{0, kind, aspect, u"hurt"_s, 1, {}};
        for (int i = 0; i < 3; ++i) {
            story.articles[static_cast<size_t>(i)].published =
                days[i].isValid() ? std::optional(days[i]) : std::nullopt;
            divergence.readings.push_back({{i, 1}, {0, 1}, i, {}});
        }
        const ReadingDays beside(story, divergence);
        QStringList shown;
        for (int i = 0; i < 3; ++i)
            shown << beside.beside(u"n"_s, i);
        QTEST(shown, "shown");
        QTEST(beside.numbers({0, 1, 2}), "numbers");
        QCOMPARE(beside.areShown(), shown != QStringList({u"n"_s, u"n"_s, u"n"_s}));
    }

    void sharesAreRoundedButNeverToNothing()
    {
        QCOMPARE(percentText(0), u"0%"_s);
        QCOMPARE(percentText(0.004), u"<1%"_s);
        QCOMPARE(percentText(0.126), u"13%"_s);
        QCOMPARE(percentText(1), u"100%"_s);
    }
};

} // namespace parallax

QTEST_GUILESS_MAIN(parallax::TestWording)
#include "tst_wording.moc"
