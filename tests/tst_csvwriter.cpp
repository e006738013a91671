// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The table read back by a reader of RFC 4180 written here, not by the writer's own idea of it.
#include "madeup.h"
#include "report/csvwriter.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace parallax {

class StopAtOnce final : public Progress
{
public:
    bool step(Stage, int, int) override { return false; }
};

class TestCsvWriter : public QObject
{
    Q_OBJECT

private:
    static QByteArray csvOf(const Comparison &comparison, const ReportOptions &options = {})
    {
        NoProgress progress;
        return csvReport(comparison, options, progress).value_or(QByteArray());
    }

    /// Rows of fields; empty where the text breaks a rule of RFC 4180.
    static QList<QStringList> parsed(const QByteArray &csv)
    {
        if (!csv.startsWith("\xef\xbb\xbf") || !csv.endsWith("\r\n"))
            return {};
        const QString text = QString::fromUtf8(csv.sliced(3));
        QList<QStringList> rows(1);
        QString field;
        bool isQuoted = false;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text[i];
            if (isQuoted) {
                if (c != u'"')
                    field += c;
                else if (text.mid(i + 1, 1) == u"\""_s)
                    field += text[i++];
                else
                    isQuoted = false;
            } else if (c == u'"') {
                if (!field.isEmpty())
                    return {}; // a quote inside a field that is not quoted
                isQuoted = true;
            } else if (c == u',') {
                rows.last().append(std::exchange(field, {}));
            } else if (c == u'\r') {
                if (text.mid(i + 1, 1) != u"\n"_s)
                    return {};
                ++i;
                rows.last().append(std::exchange(field, {}));
                rows.emplaceBack();
            } else if (c == u'\n') {
                return {};
            } else {
                field += c;
            }
        }
        rows.removeLast();
        return isQuoted ? QList<QStringList>() : rows;
    }

    /// The field of a row that stands in the column of a name.
    static QString at(const QList<QStringList> &rows, qsizetype row, const QString &column)
    {
        return rows.value(row).value(rows.value(0).indexOf(column));
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyReadingIsARowUnderTheSameColumns()
    {
        const Comparison comparison = madeup::comparison();
        const QList<QStringList> rows = parsed(csvOf(comparison));
        qsizetype readings = 0;
        for (const Divergence &divergence : comparison.divergences)
            readings += static_cast<qsizetype>(divergence.readings.size());
        QCOMPARE(rows.size(), readings + 1);
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), rows[0].size());
        QCOMPARE(at(rows, 1, u"event"_s), u"1"_s);
        QCOMPARE(at(rows, 1, u"kind"_s), u"figure"_s);
        QCOMPARE(at(rows, 1, u"group"_s), u"A"_s);
        QCOMPARE(at(rows, 1, u"outlet"_s), u"Tidewater Courier"_s);
        QCOMPARE(at(rows, 1, u"published"_s), u"2024-03-06"_s);
        QCOMPARE(at(rows, 1, u"reading"_s), u"Four people"_s);
        QCOMPARE(at(rows, 1, u"value"_s), u"4"_s);
        QCOMPARE(at(rows, 1, u"unit"_s), u"injured"_s);
        QCOMPARE(at(rows, 2, u"precision"_s), u"atLeast"_s);
        QCOMPARE(at(rows, 4, u"value"_s), u"2024-03-05"_s);
        QVERIFY(at(rows, 1, u"sentence"_s).contains(u"injured on Tuesday"_s));
    }

    void nothingIsEvaluatedAsAFormula_data()
    {
        QTest::addColumn<QString>("outlet");
        QTest::addColumn<QString>("field");
        QTest::newRow("a formula") << u"=HYPERLINK(\"http://x\",\"y\")"_s << u"'=HYPERLINK(\"http://x\",\"y\")"_s;
        QTest::newRow("a plus sign") << u"+1+cmd|' /C calc'!A0"_s << u"'+1+cmd|' /C calc'!A0"_s;
        QTest::newRow("a minus sign") << u"-2+3"_s << u"'-2+3"_s;
        QTest::newRow("an at sign") << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("a full-width equals sign") << u"＝1+1"_s << u"'＝1+1"_s;
        QTest::newRow("behind a space") << u" =1+1"_s << u"' =1+1"_s;
        QTest::newRow("behind a tab") << u"\t=1+1"_s << u"'\t=1+1"_s;
        QTest::newRow("a tab in front") << u"\tcmd"_s << u"'\tcmd"_s;
        QTest::newRow("quotes, a comma and a line break") << u"a \"b\", c\nd"_s << u"a \"b\", c\nd"_s;
        QTest::newRow("an equals sign inside") << u"a=b"_s << u"a=b"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void nothingIsEvaluatedAsAFormula()
    {
        QFETCH(QString, outlet);
        Comparison comparison = madeup::comparison();
        comparison.story.articles[0].outlet = outlet;
        QTEST(at(parsed(csvOf(comparison)), 1, u"outlet"_s), "field");
    }

    void aNumberStaysANumber()
    {
        Comparison comparison = madeup::comparison();
        comparison.divergences[0].readings[0].value = madeup::count(-4.5, u"°C"_s);
        QCOMPARE(at(parsed(csvOf(comparison)), 1, u"value"_s), u"-4.5"_s);
    }

    void chosenKindsAndEventsAreAllThereIs()
    {
        const Comparison comparison = madeup::comparison();
        const QList<QStringList> kinds = parsed(csvOf(comparison, {.kinds = {DivergenceKind::Status}}));
        QCOMPARE(kinds.size(), 4);
        QCOMPARE(at(kinds, 1, u"kind"_s), u"status"_s);
        const QList<QStringList> events = parsed(csvOf(comparison, {.events = {2}}));
        QCOMPARE(events.size(), 5);
        QCOMPARE(at(events, 1, u"event"_s), u"3"_s);
        QCOMPARE(at(events, 1, u"divergence"_s), u"7"_s); // its number does not change with what is left out
    }

    void aComparisonWithoutDivergencesIsItsHeader() { QCOMPARE(parsed(csvOf({})).size(), 1); }

    void stopsWhenTold()
    {
        StopAtOnce stop;
        QVERIFY(!csvReport(madeup::comparison(), {}, stop));
    }

    void theSameComparisonGivesTheSameBytes() { QCOMPARE(csvOf(madeup::comparison()), csvOf(madeup::comparison())); }
};

} // namespace parallax

QTEST_GUILESS_MAIN(parallax::TestCsvWriter)
#include "tst_csvwriter.moc"
