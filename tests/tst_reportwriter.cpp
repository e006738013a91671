// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A report is written whole or not at all, and a failure tells what happened.
#include "madeup.h"
#include "report/reportwriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace parallax {

/// Lets no file of this process grow beyond `bytes`: the nearest thing to a full disk that needs no privilege.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
        : m_oldHandler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limit{bytes, m_old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldHandler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_old{};
    void (*m_oldHandler)(int);
};

class StopAtOnce final : public Progress
{
public:
    bool step(Stage, int, int) override { return false; }
};

class TestReportWriter : public QObject
{
    Q_OBJECT

private:
    static QByteArray contents(const QString &file)
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    static void fill(const QString &file, const QByteArray &bytes)
    {
        QFile opened(file);
        QVERIFY(opened.open(QIODevice::WriteOnly));
        QCOMPARE(opened.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(m_folder.isValid());
        QDir folder(m_folder.path());
        const QStringList files = folder.entryList(QDir::Files);
        for (const QString &file : files)
            folder.remove(file);
    }

    void theSuffixChoosesTheFormat_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("JSON") << u"r.json"_s << QByteArray("{\n\"schema\"");
        QTest::newRow("HTML") << u"r.html"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("CSV") << u"r.csv"_s
                             << QByteArray("\xef\xbb\xbf"
                                           "event,");
        QTest::newRow("PDF") << u"r.pdf"_s << QByteArray("%PDF-");
        QTest::newRow("a suffix in capitals") << u"R.JSON"_s << QByteArray("{\n\"schema\"");
        QTest::newRow("a name with several dots") << u"a.pdf.json"_s << QByteArray("{\n\"schema\"");
    }
    void theSuffixChoosesTheFormat()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, beginning);
        NoProgress progress;
        const QString file = m_folder.filePath(name);
        QVERIFY(writeReport(madeup::comparison(), file, {}, progress));
        QVERIFY(contents(file).startsWith(beginning));
    }

    void everySuffixThatIsOfferedIsWrittenOverAnOlderFile()
    {
        NoProgress progress;
        const QStringList suffixes = reportSuffixes();
        QVERIFY(suffixes.contains(u"json"_s) && suffixes.contains(u"pdf"_s));
        for (const QString &suffix : suffixes) {
            const QString file = m_folder.filePath(u"report."_s + suffix);
            fill(file, QByteArray(5'000'000, 'x')); // longer than any report of this comparison
            QVERIFY2(writeReport(madeup::comparison(), file, {}, progress), qPrintable(suffix));
            const QByteArray report = contents(file);
            QVERIFY(!report.isEmpty() && report.size() < 5'000'000 && !report.contains("xxxx"));
        }
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), suffixes.size());
    }

    void anUnknownEndingIsRefusedWithTheKnownOnes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("another format") << u"report.docx"_s;
        QTest::newRow("no ending") << u"report"_s;
        QTest::newRow("a dot at the end") << u"report."_s;
    }
    void anUnknownEndingIsRefusedWithTheKnownOnes()
    {
        QFETCH(QString, name);
        NoProgress progress;
        const auto written = writeReport(madeup::comparison(), m_folder.filePath(name), {}, progress);
        QVERIFY(!written);
        QCOMPARE(written.error().error, WriteError::UnknownFormat);
        QVERIFY(failureText(written.error()).contains(u".pdf, .html, .csv, .json"_s));
        QVERIFY(!QFile::exists(m_folder.filePath(name)));
    }

    void aPlaceThatCannotBeWrittenIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a folder that does not exist") << u"gone/report.json"_s;
        QTest::newRow("a folder of that name") << u"folder.json"_s;
        QTest::newRow("a file where a folder should be") << u"plain/report.json"_s;
    }
    void aPlaceThatCannotBeWrittenIsNamed()
    {
        QFETCH(QString, name);
        QDir(m_folder.path()).mkdir(u"folder.json"_s);
        fill(m_folder.filePath(u"plain"_s), "plain");
        NoProgress progress;
        const QString file = m_folder.filePath(name);
        const auto written = writeReport(madeup::comparison(), file, {}, progress);
        QVERIFY(!written);
        QCOMPARE(written.error().error, WriteError::CannotWrite);
        QVERIFY(!written.error().detail.isEmpty());
        QVERIFY(failureText(written.error()).contains(file));
        QVERIFY(failureText(written.error()).contains(written.error().detail));
    }

    void aReadOnlyFolderKeepsItsOlderReport()
    {
        if (geteuid() == 0)
            QSKIP("the superuser may write anywhere");
        const QString file = m_folder.filePath(u"report.json"_s);
        fill(file, "older");
        QFile folder(m_folder.path());
        QVERIFY(folder.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        NoProgress progress;
        const auto written = writeReport(madeup::comparison(), file, {}, progress);
        folder.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!written);
        QCOMPARE(contents(file), QByteArray("older"));
    }

    void aDiskThatFillsUpLeavesTheOlderReport()
    {
        for (const QString &suffix : reportSuffixes()) {
            const QString file = m_folder.filePath(u"report."_s + suffix);
            fill(file, "older");
            NoProgress progress;
            const FileSizeLimit limit(1000);
            const auto written = writeReport(madeup::comparison(), file, {}, progress);
            QVERIFY2(!written, qPrintable(suffix));
            QCOMPARE(written.error().error, WriteError::CannotWrite);
            QCOMPARE(contents(file), QByteArray("older"));
        }
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), reportSuffixes().size());
    }

    void stoppingLeavesTheOlderReport()
    {
        for (const QString &suffix : reportSuffixes()) {
            const QString file = m_folder.filePath(u"report."_s + suffix);
            fill(file, "older");
            StopAtOnce stop;
            const auto written = writeReport(madeup::comparison(), file, {}, stop);
            QVERIFY2(!written, qPrintable(suffix));
            QCOMPARE(written.error().error, WriteError::Cancelled);
            QCOMPARE(contents(file), QByteArray("older"));
        }
    }
};

} // namespace parallax

QTEST_MAIN(parallax::TestReportWriter)
#include "tst_reportwriter.moc"
