// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Bookmarks and links of the PDF read back with libqpdf, on made-up stories, the sample and what stories there are.
#include "crowd.h"
#include "report/pdfwriter.h"
#include "storyfolders.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace parallax {

class TestPdfNavigation : public QObject
{
    Q_OBJECT

private:
    struct Target {
        QString title;
        int page = -1; // 0-based
        double top = 0;
    };

    struct Read {
        QStringList sections;
        std::map<int, Target> events; // by number, from the outline
        std::vector<Target> links;    // title: what the link says of itself
        std::vector<double> heights;  // of the pages
        QString language;
        QStringList warnings;
    };

    static QByteArray pdfOf(const Comparison &comparison, ReportOptions options = {})
    {
        NoProgress progress;
        options.time = QDateTime(QDate(2026, 3, 1), QTime(9, 5), QTimeZone::UTC);
        return pdfReport(buildReport(comparison, options), options.page, progress).value_or(QByteArray());
    }

    static Read read(const QByteArray &bytes)
    {
        Read read;
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("report", bytes.constData(), static_cast<size_t>(bytes.size()));
        std::map<QPDFObjGen, int> numbers;
        auto pages = QPDFPageDocumentHelper(document).getAllPages();
        for (auto &page : pages) {
            numbers[page.getObjectHandle().getObjGen()] = static_cast<int>(numbers.size());
            read.heights.push_back(page.getMediaBox().getArrayItem(3).getNumericValue());
        }
        const auto target = [&numbers](QPDFObjectHandle destination, const std::string &title) {
            return Target{QString::fromStdString(title), numbers.at(destination.getArrayItem(0).getObjGen()),
                          destination.getArrayItem(3).getNumericValue()};
        };
        for (auto &section : QPDFOutlineDocumentHelper(document).getTopLevelOutlines()) {
            read.sections.append(QString::fromStdString(section.getTitle()));
            for (auto &event : section.getKids()) {
                const Target found = target(event.getDest(), event.getTitle());
                read.events[found.title.section(u' ', 0, 0).toInt()] = found;
            }
        }
        for (auto &page : pages) {
            for (auto &annotation : page.getAnnotations("/Link")) {
                auto object = annotation.getObjectHandle();
                read.links.push_back(target(object.getKey("/Dest"), object.getKey("/Contents").getUTF8Value()));
            }
        }
        read.language = QString::fromStdString(document.getRoot().getKey("/Lang").getUTF8Value());
        for (const QPDFExc &warning : document.getWarnings())
            read.warnings.append(QString::fromStdString(warning.what()));
        return read;
    }

    /// Text of every page, white space made one space.
    QStringList pagesOf(const QByteArray &pdf)
    {
        const QString name = m_folder.filePath(u"report.pdf"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            return {};
        file.close();
        QProcess process;
        process.start(u"pdftotext"_s, {u"-raw"_s, name, u"-"_s});
        if (!process.waitForFinished() || process.exitCode() != 0)
            return {};
        QStringList pages = QString::fromUtf8(process.readAllStandardOutput()).split(u'\f');
        for (QString &page : pages)
            page = withoutSpace(page);
        return pages;
    }

    /// Line breaks and badges stand anywhere; only the characters are compared.
    static QString withoutSpace(QString text)
    {
        text.removeIf([](QChar c) { return c.isSpace() || c == u'\u00ad'; });
        return text;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyEventIsReachedFromTheOutlineAndFromTheTables_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("made up") << QString();
        QTest::newRow("fifty articles") << u"50"_s;
        QTest::newRow("the sample story") << QStringLiteral(PARALLAX_SOURCE_DIR "/resources/samples/radva-dam");
        QTest::newRow("kremlin-2017") << QStringLiteral(PARALLAX_SHARED_DIR "/stories/kremlin-2017/articles");
        QTest::newRow("air-france-447") << QStringLiteral(PARALLAX_SHARED_DIR "/stories/air-france-447/articles");
    }
    void everyEventIsReachedFromTheOutlineAndFromTheTables()
    {
        QFETCH(QString, folder);
        if (folder.startsWith(u'/') && !QFileInfo(folder).isDir())
            QSKIP("the story is not there");
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed");
        const ComparisonPtr comparison = folder.isEmpty()    ? std::make_shared<const Comparison>(madeup::comparison())
                                         : folder == u"50"_s ? std::make_shared<const Comparison>(crowd(50, 30))
                                                             : comparisonOf(folder);
        QVERIFY(comparison);
        const QByteArray pdf = pdfOf(*comparison);
        const Read found = read(pdf);
        QCOMPARE(found.warnings, QStringList());
        QCOMPARE(found.language, u"en"_s);
        QVERIFY(found.sections.contains(u"Coverage map"_s) && found.sections.contains(u"Shared text and events"_s));
        const QStringList pages = pagesOf(pdf);
        const auto landsOnItsEvent = [&](const Target &target, int number) {
            const QString label = comparison->alignment.events[static_cast<size_t>(number) - 1].label;
            const QString heading = withoutSpace(QString::number(number) + label.left(60));
            return pages.value(target.page).contains(heading, Qt::CaseInsensitive) && target.top > 0 &&
                   target.top <= found.heights[static_cast<size_t>(target.page)];
        };
        QCOMPARE(found.events.size(), comparison->alignment.events.size());
        for (const auto &[number, target] : found.events)
            QVERIFY2(landsOnItsEvent(target, number), qPrintable(target.title));
        QVERIFY(found.links.size() >= comparison->alignment.events.size()); // the map leads to every one
        for (const Target &link : found.links) {
            const int number = link.title.section(u':', 0, 0).section(u' ', 1).toInt();
            QVERIFY2(landsOnItsEvent(link, number), qPrintable(link.title));
            QCOMPARE(link.page, found.events.at(number).page);
        }
        const QString text = pages.join(QString());
        for (const Divergence &divergence : comparison->divergences) {
            for (const Reading &reading : divergence.readings) {
                const QString words = reading.span.of(comparison->story.passage(reading.passage).text).toString();
                const QStringList parts = words.split(u' '); // a badge may stand between any two words
                for (const QString &part : parts)
                    QVERIFY2(text.contains(withoutSpace(part)), qPrintable(words));
            }
        }
    }

    void aPartOfTheStoryKeepsItsNumbers()
    {
        const Read found = read(pdfOf(madeup::comparison(), {.events = {2}}));
        QCOMPARE(found.events.size(), 1u);
        QCOMPARE(found.events.begin()->second.title, u"3 No warning"_s);
        QVERIFY(!found.links.empty());
    }

    void aCheckerOfPdfFilesFindsNoFault()
    {
        if (QStandardPaths::findExecutable(u"qpdf"_s).isEmpty())
            QSKIP("qpdf is not installed");
        pagesOf(pdfOf(crowd(7, 9)));
        QProcess process;
        process.start(u"qpdf"_s, {u"--check"_s, m_folder.filePath(u"report.pdf"_s)});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    void titlesOfAnyKindAreBookmarks_data()
    {
        QTest::addColumn<QString>("label");
        QTest::newRow("brackets and backslashes") << u"A (b \\( c) <d>"_s;
        QTest::newRow("other scripts") << u"שמונים 八十人 \U0001F309"_s;
        QTest::newRow("very long") << u"and so on "_s.repeated(80).trimmed();
        QTest::newRow("a direction left open") << u"gnp\u202egpj.exe"_s;
    }
    void titlesOfAnyKindAreBookmarks()
    {
        QFETCH(QString, label);
        Comparison comparison = madeup::comparison();
        comparison.alignment.events[0].label = label;
        const QString title = read(pdfOf(comparison)).events.at(1).title;
        QVERIFY2(title.compare(u"1 "_s + label, Qt::CaseInsensitive) == 0, qPrintable(title)); // a capital begins it
    }

    void paperAndOrientationAreAsAsked_data()
    {
        QTest::addColumn<PageSetup>("setup");
        QTest::addColumn<int>("articles");
        QTest::addColumn<int>("height");
        QTest::newRow("A4, three articles") << PageSetup{} << 3 << 842;
        QTest::newRow("A4, seven articles lie across") << PageSetup{} << 7 << 595;
        QTest::newRow("Letter") << PageSetup{Paper::Letter, Orientation::Automatic} << 3 << 792;
        QTest::newRow("Letter across") << PageSetup{Paper::Letter, Orientation::Landscape} << 3 << 612;
        QTest::newRow("seven articles upright") << PageSetup{Paper::A4, Orientation::Portrait} << 7 << 842;
        QTest::newRow("fifty articles across") << PageSetup{Paper::A4, Orientation::Landscape} << 50 << 595;
    }
    void paperAndOrientationAreAsAsked()
    {
        QFETCH(PageSetup, setup);
        QFETCH(int, articles);
        QFETCH(int, height);
        const Read found = read(pdfOf(crowd(articles, 4), {.page = setup}));
        for (const double page : found.heights)
            QCOMPARE(qRound(page), height);
        QCOMPARE(found.events.size(), 4u);
    }
};

} // namespace parallax

QTEST_MAIN(parallax::TestPdfNavigation)
#include "tst_pdfnavigation.moc"
