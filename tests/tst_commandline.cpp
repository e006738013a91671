// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The real program: what it answers, where it says so, what status it ends with.
#include "commandline.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

struct Ended {
    int status = -1;
    QString out;
    QString err;
};

/// Runs the program without any display.
Ended parallaxWith(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1StringView(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PARALLAX_PROGRAM), arguments);
    process.waitForFinished(60000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile to(file);
    QVERIFY(to.open(QIODevice::WriteOnly));
    to.write(bytes);
}

QString sample()
{
    return QStringLiteral(PARALLAX_SOURCE_DIR) + u"/resources/samples/radva-dam"_s;
}

QJsonObject json(const QString &file)
{
    QFile from(file);
    return from.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(from.readAll()).object() : QJsonObject();
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        QVERIFY(m_folder.isValid());
    }

    void understands_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<CommandLine::Task>("task");
        QTest::addColumn<int>("problem");
        using Task = CommandLine::Task;
        const auto bad = [](UsageError error) { return static_cast<int>(error); };
        QTest::newRow("nothing opens the window") << QStringList{} << Task::Window << -1;
        QTest::newRow("a folder opens the window") << QStringList{u"story"_s} << Task::Window << -1;
        QTest::newRow("options of Qt are passed over")
            << QStringList{u"-platform"_s, u"xcb"_s, u"--style"_s, u"fusion"_s, u"story"_s} << Task::Window << -1;
        QTest::newRow("a report") << QStringList{u"--export"_s, u"a.json"_s, u"story"_s} << Task::Write << -1;
        QTest::newRow("a report, joined") << QStringList{u"--export=a.PDF"_s, u"story"_s} << Task::Write << -1;
        QTest::newRow("an option after the folder")
            << QStringList{u"story"_s, u"--export"_s, u"a.json"_s} << Task::Write << -1;
        QTest::newRow("help") << QStringList{u"--help"_s} << Task::Help << -1;
        QTest::newRow("version") << QStringList{u"-v"_s} << Task::Version << -1;
        QTest::newRow("what follows -- is a path") << QStringList{u"--"_s, u"--help"_s} << Task::Window << -1;
        QTest::newRow("an unknown option")
            << QStringList{u"--exprot"_s} << Task::Usage << bad(UsageError::UnknownOption);
        QTest::newRow("an export without a file")
            << QStringList{u"story"_s, u"--export"_s} << Task::Usage << bad(UsageError::MissingValue);
        QTest::newRow("an export to nothing")
            << QStringList{u"--export="_s, u"story"_s} << Task::Usage << bad(UsageError::MissingValue);
        QTest::newRow("a value that help does not take")
            << QStringList{u"--help=all"_s} << Task::Usage << bad(UsageError::UnneededValue);
        QTest::newRow("a dump") << QStringList{u"--dump"_s, u"alignment"_s, u"s"_s} << Task::Write << -1;
        QTest::newRow("a stage there is not")
            << QStringList{u"--dump"_s, u"reading"_s, u"s"_s} << Task::Usage << bad(UsageError::UnknownStage);
        QTest::newRow("a dump of nothing")
            << QStringList{u"--dump=language"_s} << Task::Usage << bad(UsageError::NothingToRead);
        QTest::newRow("a format there is not")
            << QStringList{u"--export"_s, u"a.xls"_s, u"s"_s} << Task::Usage << bad(UsageError::UnknownFormat);
        QTest::newRow("a report without a suffix")
            << QStringList{u"--export"_s, u"report"_s, u"s"_s} << Task::Usage << bad(UsageError::UnknownFormat);
        QTest::newRow("a report of nothing")
            << QStringList{u"--export"_s, u"a.json"_s} << Task::Usage << bad(UsageError::NothingToRead);
        const auto of = [](const QString &option, const QString &value) {
            return QStringList{u"--export"_s, u"a.pdf"_s, option, value, u"s"_s};
        };
        QTest::newRow("parts of a report") << of(u"--only"_s, u"divergences,sentences"_s) << Task::Write << -1;
        QTest::newRow("a part there is not")
            << of(u"--only"_s, u"events"_s) << Task::Usage << bad(UsageError::UnknownPart);
        QTest::newRow("kinds") << of(u"--kinds"_s, u"Figure, date"_s) << Task::Write << -1;
        QTest::newRow("a kind there is not")
            << of(u"--kinds"_s, u"figure,colour"_s) << Task::Usage << bad(UsageError::UnknownKind);
        QTest::newRow("no kind at all") << of(u"--kinds"_s, QString()) << Task::Usage << bad(UsageError::MissingValue);
        QTest::newRow("events and ranges") << of(u"--events"_s, u"1,4,7-9"_s) << Task::Write << -1;
        QTest::newRow("event 0") << of(u"--events"_s, u"0"_s) << Task::Usage << bad(UsageError::BadEvents);
        QTest::newRow("a range backwards") << of(u"--events"_s, u"9-7"_s) << Task::Usage << bad(UsageError::BadEvents);
        QTest::newRow("an event by name") << of(u"--events"_s, u"vote"_s) << Task::Usage << bad(UsageError::BadEvents);
        QTest::newRow("a range without an end")
            << of(u"--events"_s, u"3-"_s) << Task::Usage << bad(UsageError::BadEvents);
        QTest::newRow("a range nobody means")
            << of(u"--events"_s, u"1-2000000000"_s) << Task::Usage << bad(UsageError::BadEvents);
        QTest::newRow("a paper and an orientation") << of(u"--paper"_s, u"letter,landscape"_s) << Task::Write << -1;
        QTest::newRow("a paper there is not")
            << of(u"--paper"_s, u"a3"_s) << Task::Usage << bad(UsageError::UnknownPaper);
        QTest::newRow("only sure links") << of(u"--links"_s, u"sure"_s) << Task::Write << -1;
        QTest::newRow("a step of sureness there is not")
            << of(u"--links"_s, u"many"_s) << Task::Usage << bad(UsageError::UnknownLinks);
        QTest::newRow("what a report holds, without a report")
            << QStringList{u"--kinds"_s, u"figure"_s, u"s"_s} << Task::Usage << bad(UsageError::NothingToWrite);
    }

    void takesWhatReportsHold()
    {
        const CommandLine line = parseCommandLine({u"--export=a.pdf"_s, u"--only=divergences"_s, u"--only"_s,
                                                   u"sentences"_s, u"--kinds"_s, u"date,FIGURE,date"_s, u"--events"_s,
                                                   u"7-9,1,8"_s, u"--paper"_s, u"letter,portrait"_s, u"s"_s});
        QVERIFY(line.report.isDivergencesOnly && line.report.isSentencesOnly);
        QCOMPARE(line.report.kinds, (std::vector{DivergenceKind::Date, DivergenceKind::Figure}));
        QCOMPARE(line.report.events, (std::vector{6, 7, 8, 0}));
        QCOMPARE(line.report.page, (PageSetup{Paper::Letter, Orientation::Portrait}));
    }

    void anEventTheStoryHasNotIsNamedAndNothingWritten()
    {
        const QString data = m_folder.filePath(u"events.json"_s);
        const Ended ended = parallaxWith({u"--export"_s, data, u"--events"_s, u"1,4000"_s, sample()});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains(u"4000"_s), qPrintable(ended.err));
        QVERIFY(!QFile::exists(data));
    }

    void aChosenKindIsAllThatIsWritten()
    {
        const QString data = m_folder.filePath(u"kinds.json"_s);
        QCOMPARE(parallaxWith({u"--export"_s, data, u"--kinds"_s, u"figure"_s, sample()}).status, 0);
        const QJsonArray divergences = json(data).value("divergences"_L1).toArray();
        QVERIFY(!divergences.isEmpty());
        for (const QJsonValue &divergence : divergences)
            QCOMPARE(divergence["kind"_L1].toString(), u"figure"_s);
        QCOMPARE(json(data).value("selection"_L1)["kinds"_L1].toArray().size(), 1);
    }

    void theManualKnowsEveryOptionAndNoOther()
    {
        QFile file(QStringLiteral(PARALLAX_SOURCE_DIR) + u"/packaging/parallax.1"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString manual = QString::fromUtf8(file.readAll()).replace(u"\\-"_s, u"-"_s);
        const QString help = parallaxWith({u"--help"_s}).out;
        const QRegularExpression option(u"--[a-z]+"_s);
        const auto optionsOf = [&option](const QString &text) {
            QStringList found;
            for (const QRegularExpressionMatch &match : option.globalMatch(text))
                found.append(match.captured());
            found.sort();
            found.removeDuplicates();
            return found;
        };
        QCOMPARE(optionsOf(manual), optionsOf(help));
        QVERIFY(optionsOf(help).size() >= 9);
    }

    void understands()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const CommandLine::Task, task);
        QFETCH(const int, problem);
        const CommandLine line = parseCommandLine(arguments);
        QCOMPARE(line.task, task);
        QCOMPARE(line.problem ? static_cast<int>(line.problem->error) : -1, problem);
    }

    void keepsTheOrderOfFilesNamesAndReports()
    {
        const CommandLine line = parseCommandLine({u"--label"_s, u"B"_s, u"/b.txt"_s, u"--label="_s, u"/a.txt"_s,
                                                   u"--export"_s, u"2.json"_s, u"--export"_s, u"1.json"_s});
        QCOMPARE(line.request.paths, (QStringList{u"/b.txt"_s, u"/a.txt"_s}));
        QCOMPARE(line.request.labels, (QStringList{u"B"_s, QString()}));
        QCOMPARE(line.exports, (QStringList{u"2.json"_s, u"1.json"_s}));
    }

    void pathsBecomeAbsolute()
    {
        QVERIFY(QDir::isAbsolutePath(parseCommandLine({u"story"_s}).request.paths.constFirst()));
    }

    void onlyDrawnReportsNeedGui()
    {
        QVERIFY(parseCommandLine({u"--export"_s, u"a.pdf"_s, u"s"_s}).isDrawing());
        QVERIFY(!parseCommandLine({u"--export"_s, u"a.json"_s, u"s"_s}).isDrawing());
    }

    void helpAndVersionGoToStandardOutput()
    {
        const Ended help = parallaxWith({u"--help"_s});
        QCOMPARE(help.status, 0);
        QVERIFY2(help.out.contains(u"--export FILE"_s), qPrintable(help.out));
        QCOMPARE(help.err, QString());
        const Ended version = parallaxWith({u"--version"_s});
        QCOMPARE(version.status, 0);
        QCOMPARE(version.out, u"parallax %1\n"_s.arg(QStringLiteral(PARALLAX_VERSION)));
    }

    void aWrongCommandLineEndsWithTwoAndOneSentence()
    {
        const Ended ended = parallaxWith({u"--nonsense"_s});
        QCOMPARE(ended.status, 2);
        QVERIFY(ended.err.contains(u"--nonsense"_s));
        QCOMPARE(ended.err.count(u'\n'), 1);
    }

    void aWindowWithoutADisplaySaysSo()
    {
        const Ended ended = parallaxWith({sample()});
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.err.contains(u"display"_s) && ended.err.contains(u"--export"_s), qPrintable(ended.err));
        QCOMPARE(ended.err.count(u'\n'), 1);
    }

    void writesEveryReportAskedFor()
    {
        const QString pdf = m_folder.filePath(u"out.pdf"_s);
        const QString data = m_folder.filePath(u"out.json"_s);
        const Ended ended = parallaxWith({u"--export"_s, pdf, u"--export"_s, data, sample()});
        QCOMPARE(ended.err, QString());
        QCOMPARE(ended.status, 0);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QCOMPARE(json(data).value("articles"_L1).toArray().size(), 5);
    }

    void printsStages()
    {
        const Ended ended = parallaxWith({u"--dump"_s, u"alignment"_s, sample()});
        QCOMPARE(ended.err, QString());
        QCOMPARE(ended.status, 0);
        QVERIFY2(ended.out.contains(u"lantern-wire.txt:"_s), qPrintable(ended.out.left(400)));
    }

    void explainsDivergences()
    {
        const Ended ended = parallaxWith({u"--dump"_s, u"divergences"_s, sample()});
        QCOMPARE(ended.status, 0);
        static const QRegularExpression aligned(uR"(\n  aligned \S+\.txt:\d+\.\d+ \S+\.txt:\d+\.\d+ 0\.\d\d best\n)"_s);
        QVERIFY2(ended.out.contains(aligned), qPrintable(ended.out.left(2000)));
        for (const QString &slot : {u"\n      as count of "_s, u"\n      as day of "_s, u"\n      as act "_s,
                                    u"\n      as quoted: "_s, u"\n      as source "_s, u"\n      as choice "_s})
            QVERIFY2(ended.out.contains(slot), qPrintable(slot));
    }

    void namesFilesInTheOrderTheyAreGiven()
    {
        const QString data = m_folder.filePath(u"named.json"_s);
        const Ended ended =
            parallaxWith({u"--export"_s, data, u"--label"_s, u"Second by name"_s, u"--label"_s, u"First by name"_s,
                          sample() + u"/daily-magpie.txt"_s, sample() + u"/copperfield-ledger.txt"_s});
        QCOMPARE(ended.status, 0);
        const QJsonArray articles = json(data).value("articles"_L1).toArray();
        QCOMPARE(articles[0].toObject().value("file"_L1).toString(), u"copperfield-ledger.txt"_s);
        QCOMPARE(articles[0].toObject().value("outlet"_L1).toString(), u"First by name"_s);
        QCOMPARE(articles[1].toObject().value("outlet"_L1).toString(), u"Second by name"_s);
    }

    void skippedFilesAreWarnings()
    {
        const QString story = m_folder.filePath(u"story"_s);
        QVERIFY(QDir().mkpath(story));
        write(story + u"/a.txt"_s, "The bridge fell on Monday.\n\nFour people were hurt.\n");
        write(story + u"/b.txt"_s, "On Monday the bridge fell.\n\nFive people were hurt.\n");
        write(story + u"/empty.txt"_s, "");
        const Ended ended = parallaxWith({u"--export"_s, m_folder.filePath(u"s.json"_s), story});
        QCOMPARE(ended.status, 0);
        QVERIFY2(ended.err.contains(u"empty.txt"_s), qPrintable(ended.err));
        QCOMPARE(ended.err.count(u'\n'), 1);
    }

    void nothingToReadEndsWithOne_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a folder that is not there") << u"gone"_s;
        QTest::newRow("a folder without articles") << u"bare"_s;
    }

    void nothingToReadEndsWithOne()
    {
        QFETCH(const QString, path);
        QVERIFY(QDir(m_folder.path()).mkpath(u"bare"_s));
        const QString report = m_folder.filePath(path + u".json"_s);
        const Ended ended = parallaxWith({u"--export"_s, report, m_folder.filePath(path)});
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.err.contains(path), qPrintable(ended.err));
        QVERIFY(!QFile::exists(report));
    }

    void aReportThatCannotBeWrittenEndsWithOneAndTheOthersAreWritten()
    {
        const QString good = m_folder.filePath(u"good.json"_s);
        const Ended ended = parallaxWith({u"--export"_s, u"/nowhere/bad.json"_s, u"--export"_s, good, sample()});
        QCOMPARE(ended.status, 1);
        QVERIFY2(ended.err.contains(u"/nowhere/bad.json"_s), qPrintable(ended.err));
        QVERIFY(QFile::exists(good));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace parallax

QTEST_GUILESS_MAIN(parallax::TestCommandLine)
#include "tst_commandline.moc"
