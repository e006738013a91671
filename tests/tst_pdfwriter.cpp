// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The PDF read back with the tools its readers have: pdfinfo, pdffonts, pdftotext.
#include "crowd.h"
#include "madeup.h"
#include "report/pdfsections.h"
#include "report/pdfwriter.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace parallax {

/// Stops at the given step.
class StopAt final : public Progress
{
public:
    explicit StopAt(int step)
        : m_left(step)
    {
    }
    bool step(Stage, int done, int total) override
    {
        m_isSane = m_isSane && 0 <= done && done <= total;
        return m_left-- > 0;
    }
    bool isSane() const { return m_isSane; }

private:
    int m_left;
    bool m_isSane = true;
};

class TestPdfWriter : public QObject
{
    Q_OBJECT

private:
    static QByteArray pdfOf(const Comparison &comparison)
    {
        NoProgress progress;
        const ReportOptions options{.keyDivergences = 12,
                                    .time = QDateTime(QDate(2026, 3, 1), QTime(9, 5), QTimeZone::UTC)};
        return pdfReport(buildReport(comparison, options), {}, progress).value_or(QByteArray());
    }

    /// What `tool` says about a PDF; %1 in the arguments is its file.
    QString read(const QString &tool, QStringList arguments, const QByteArray &pdf)
    {
        const QString name = m_folder.filePath(u"report.pdf"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            return {};
        file.close();
        arguments.replaceInStrings(u"%1"_s, name);
        QProcess process;
        process.start(tool, arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            return {};
        if (const QByteArray complaint = process.readAllStandardError(); !complaint.isEmpty())
            qWarning("%s: %s", qPrintable(tool), complaint.constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    static bool has(const QString &tool) { return !QStandardPaths::findExecutable(tool).isEmpty(); }

    /// Text of the whole document in reading order, white space made one space.
    QString textOf(const QByteArray &pdf)
    {
        return read(u"pdftotext"_s, {u"-raw"_s, u"%1"_s, u"-"_s}, pdf).simplified();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theDocumentKnowsItsTitleAndMakerAndHasNoAuthor()
    {
        if (!has(u"pdfinfo"_s))
            QSKIP("pdfinfo is not installed");
        const QString info = read(u"pdfinfo"_s, {u"-isodates"_s, u"%1"_s}, pdfOf(madeup::comparison()));
        QVERIFY(info.contains(QRegularExpression(u"^Title:\\s+Marrow Bridge$"_s, QRegularExpression::MultilineOption)));
        QVERIFY(info.contains(QRegularExpression(u"^Creator:\\s+Parallax "_s, QRegularExpression::MultilineOption)));
        QVERIFY(info.contains(
            QRegularExpression(u"^CreationDate:\\s+2026-03-01T09:05:00Z"_s, QRegularExpression::MultilineOption)));
        QVERIFY(!info.contains(u"Author:"_s));
        QVERIFY(info.contains(u"(A4)"_s));
    }

    void everyFontIsEmbedded()
    {
        if (!has(u"pdffonts"_s))
            QSKIP("pdffonts is not installed");
        const QStringList fonts =
            read(u"pdffonts"_s, {u"%1"_s}, pdfOf(madeup::comparison())).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(fonts.size() > 2 + 1);
        for (const QString &font : fonts.sliced(2))
            QVERIFY2(font.contains(QRegularExpression(u" yes (yes|no) +yes "_s)), qPrintable(font)); // emb, sub, uni
    }

    void everyWordAReaderNeedsIsText()
    {
        if (!has(u"pdftotext"_s))
            QSKIP("pdftotext is not installed");
        const Comparison comparison = madeup::comparison();
        const QString text = textOf(pdfOf(comparison));
        for (const Divergence &divergence : comparison.divergences) {
            for (const Reading &reading : divergence.readings) {
                const QString words = reading.span.of(comparison.story.passage(reading.passage).text).toString();
                QVERIFY2(text.contains(words), qPrintable(words));
            }
        }
        for (const QString &words :
             {u"3 articles · 3 events · 8 divergences"_s, u"Tidewater Courier"_s, u"not given"_s, u"Silent: 3"_s,
              u"Linked by quotation"_s, u"Ferries will run twice an hour"_s, u"photo.jpg is not a text file."_s,
              u"Told by one article only"_s, u"Check every reading against the article"_s})
            QVERIFY2(text.contains(words), qPrintable(words));
        QVERIFY(!text.contains(u"/somewhere"_s));
    }

    void everyPageSaysWhichOfHowManyAndHoldsTheLegend()
    {
        if (!has(u"pdftotext"_s))
            QSKIP("pdftotext is not installed");
        const QString text = read(u"pdftotext"_s, {u"-raw"_s, u"%1"_s, u"-"_s}, pdfOf(crowd(3, 12)));
        const QStringList pages = text.split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.size() > 2);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QVERIFY(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())));
            QVERIFY(pages[i].contains(u"Attribution"_s));
            QVERIFY(pages[i].contains(u"readings that share a letter agree"_s));
            QVERIFY(pages[i].contains(u"Parallax diff report"_s));
        }
    }

    void noHeadingStandsAtTheFootOfAPage_data()
    {
        QTest::addColumn<int>("articles");
        QTest::addColumn<bool>("hasDivergences");
        QTest::newRow("readings and passages") << 4 << true;
        QTest::newRow("passages alone") << 3 << false;
    }
    void noHeadingStandsAtTheFootOfAPage()
    {
        if (!has(u"pdftotext"_s))
            QSKIP("pdftotext is not installed");
        QFETCH(int, articles);
        QFETCH(bool, hasDivergences);
        for (int events = 8; events < 11; ++events) {
            Comparison comparison = crowd(articles, events);
            for (int e = 0; e < events; ++e) { // tellings of other lengths, so that sheets end everywhere
                QString &text = comparison.story.articles[0].passages[static_cast<size_t>(e)].text;
                text += u" And so on it went."_s.repeated((e * 7 + events) % 23);
            }
            if (!hasDivergences)
                comparison.divergences.clear();
            const QString text = read(u"pdftotext"_s, {u"-raw"_s, u"%1"_s, u"-"_s}, pdfOf(comparison));
            const QStringList pages = text.split(u'\f', Qt::SkipEmptyParts);
            for (const QString &page : pages) {
                if (const qsizetype told = page.lastIndexOf(u"Told by all"_s); told >= 0)
                    QVERIFY2(page.indexOf(hasDivergences ? u"cried"_s : u"¶"_s, told) > 0, qPrintable(page));
                if (const qsizetype passages = page.lastIndexOf(u"\nPassages\n"_s); passages >= 0)
                    QVERIFY2(page.indexOf(u"¶"_s, passages) > 0, qPrintable(page));
                if (const qsizetype readings = page.lastIndexOf(u"\nReadings\n"_s); readings >= 0)
                    QVERIFY2(page.indexOf(u"people"_s, readings) > 0, qPrintable(page));
            }
        }
    }

    void storiesOfAnySizeAreLaidOut_data()
    {
        QTest::addColumn<int>("articles");
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("mostPages");
        QTest::addColumn<bool>("isLandscape");
        QTest::newRow("no article") << 0 << 0 << 1 << false;
        QTest::newRow("one article, nothing to compare with") << 1 << 3 << 3 << false;
        QTest::newRow("five articles side by side") << 5 << 20 << 16 << false;
        QTest::newRow("six articles lie across") << 6 << 6 << 9 << true;
        QTest::newRow("twelve articles in two blocks") << 12 << 10 << 18 << true;
        QTest::newRow("fifty articles") << 50 << 30 << 95 << false;
    }
    void storiesOfAnySizeAreLaidOut()
    {
        QFETCH(int, articles);
        QFETCH(int, events);
        QFETCH(int, mostPages);
        QFETCH(bool, isLandscape);
        QCOMPARE(paperPlan(static_cast<size_t>(articles)).isLandscape, isLandscape);
        const QByteArray pdf = pdfOf(crowd(articles, events));
        if (!has(u"pdfinfo"_s) || !has(u"pdftotext"_s))
            QSKIP("pdfinfo and pdftotext are not installed");
        const QString info = read(u"pdfinfo"_s, {u"%1"_s}, pdf);
        const QRegularExpressionMatch pages =
            QRegularExpression(u"^Pages:\\s+(\\d+)$"_s, QRegularExpression::MultilineOption).match(info);
        QVERIFY(pages.hasMatch());
        QVERIFY2(pages.captured(1).toInt() <= mostPages, qPrintable(pages.captured(1)));
        const QString text = textOf(pdf);
        qsizetype tellings = 0;
        for (int e = 0; e < events; ++e) {
            QVERIFY(text.contains(u"Gate %1 is opened"_s.arg(e)));
            for (int a = 0; a < articles; ++a)
                tellings += articles > 6 && (a + e) % 7 == 0 ? 0 : 1;
        }
        QCOMPARE(text.count(u"clerk"_s), tellings);
    }

    void aMapThatRunsOverAPageRepeatsItsHead()
    {
        if (!has(u"pdftotext"_s))
            QSKIP("pdftotext is not installed");
        int repeated = 0;
        static const QRegularExpression twoRows(u"^\\d+[b-z]\\s+The Outlet[^\\n]*\\n\\d+[b-z]\\b"_s);
        for (const int articles : {50, 62, 70}) {
            const QString text = read(u"pdftotext"_s, {u"-raw"_s, u"%1"_s, u"-"_s}, pdfOf(crowd(articles, 3)));
            const QStringList pages = text.split(u'\f', Qt::SkipEmptyParts);
            for (const QString &page : pages) {
                QVERIFY2(!page.contains(twoRows), qPrintable(page.left(200)));
                const QString first = page.section(u'\n', 0, 0);
                repeated += first == u"1"_s || first.startsWith(u"1 2 3 4 5"_s) ? 1 : 0;
            }
        }
        QVERIFY(repeated >= 2);
    }

    void rightToLeftWordsStandBesideTheirLetter()
    {
        const PrintMeasure measure(10);
        const TextBlock hebrew(u"שמונים בני אדם"_s, measure.sans(8), Qt::black, 5000);
        QImage image(5000, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        hebrew.paint(painter, {0, 0});
        painter.end();
        int last = 0;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                last = image.pixel(x, y) == 0xffffffff ? last : x;
        }
        QVERIFY(last > 0 && last <= hebrew.naturalWidth() + 10);
    }

    void otherScriptsStayReadable_data()
    {
        QTest::addColumn<QString>("passage");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("Arabic, with digits") << u"قال المتحدث إن ثمانين شخصا على الأقل قتلوا في 12 مايو قرب الجسر"_s
                                             << u"ثمانين شخصا"_s << QStringList{u"12"_s};
        QTest::newRow("Hebrew") << u"לפחות שמונים בני אדם נהרגו ליד הגשר"_s << u"שמונים בני אדם"_s << QStringList();
        QTest::newRow("Chinese") << u"星期二，至少八十人在桥附近丧生，市长说桥梁将关闭。"_s << u"八十人"_s
                                 << QStringList{u"八十人"_s, u"市长说"_s};
        QTest::newRow("Devanagari") << u"पुल के पास कम से कम अस्सी लोग मारे गए।"_s << u"अस्सी लोग"_s << QStringList();
        QTest::newRow("one very long word") << u"a"_s + u"bcdefghij"_s.repeated(90) << u"abc"_s << QStringList();
        QTest::newRow("bidi controls and angle brackets")
            << u"<script>alert(1)</script> \u202egnp.exe and 87 dead"_s << u"87 dead"_s << QStringList{u"87 dead"_s};
    }
    void otherScriptsStayReadable()
    {
        QFETCH(QString, passage);
        QFETCH(QString, words);
        QFETCH(QStringList, found);
        Comparison comparison = crowd(2, 1);
        for (Article &article : comparison.story.articles)
            article.passages[0].text = passage;
        comparison.divergences = {
            {0,
             DivergenceKind::Figure,
             Aspect::Count,
             words,
             0.8,
             {madeup::reading(comparison.story, 0, 0, words, 0), madeup::reading(comparison.story, 1, 0, words, 1)}}};
        const QByteArray pdf = pdfOf(comparison);
        QVERIFY(pdf.startsWith("%PDF-"));
        if (!has(u"pdftotext"_s))
            QSKIP("pdftotext is not installed");
        const QString text = textOf(pdf);
        for (const QString &part : std::as_const(found))
            QVERIFY2(text.contains(part), qPrintable(text));
    }

    void aPassageLongerThanAPageRunsOn()
    {
        Comparison comparison = crowd(5, 1);
        QString &text = comparison.story.articles[4].passages[0].text;
        text += u" Then the talk went on and on."_s.repeated(300) + u" THE END"_s;
        const QByteArray pdf = pdfOf(comparison);
        if (!has(u"pdftotext"_s))
            QSKIP("pdftotext is not installed");
        const QString shown = textOf(pdf);
        QCOMPARE(shown.count(u"went"_s), 300);
        QVERIFY(shown.contains(u"THE END"_s));
    }

    void aReadingLongerThanAPageIsCutInTheTableAndWholeInThePassage()
    {
        Comparison comparison = crowd(2, 1);
        const QString words = u"so it went, "_s.repeated(800).trimmed();
        comparison.story.articles[0].passages[0].text = words;
        comparison.divergences[0].readings[0] = madeup::reading(comparison.story, 0, 0, words, 0);
        comparison.divergences.resize(1);
        const QByteArray pdf = pdfOf(comparison);
        if (!has(u"pdftotext"_s))
            QSKIP("pdftotext is not installed");
        QVERIFY(textOf(pdf).count(u"went"_s) >= 800);
    }

    void theSameReportGivesTheSameBytes()
    {
        const QByteArray pdf = pdfOf(madeup::comparison());
        QTest::qWait(1100); // another second on the clock
        QVERIFY(pdfOf(madeup::comparison()) == pdf);
    }

    void stopsWhereverItIsTold()
    {
        const Report report = buildReport(madeup::comparison());
        int step = 0;
        for (;; ++step) {
            QVERIFY(step < 100);
            StopAt stop(step);
            const auto pdf = pdfReport(report, {}, stop);
            QVERIFY(stop.isSane());
            if (pdf)
                break;
        }
        QVERIFY(step >= 3); // it asks at every event and every page
    }
};

} // namespace parallax

QTEST_MAIN(parallax::TestPdfWriter)
#include "tst_pdfwriter.moc"
