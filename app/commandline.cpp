// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! QCommandLineParser would ask for an application object, and which one to make (Core for text, Gui for a PDF,
//! Widgets for the window) is what the command line has to tell first. So the few options are understood here.
//!
//! Tested by tst_commandline.cpp, on the real program.
#include "commandline.h"

#include "report/reportwriter.h"
#include "report/schemawords.h"
#include "report/wording.h"
#include "session/cores.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <unistd.h>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("parallax::CommandLine", text);
}

/// How many arguments an option of QGuiApplication or QApplication takes up; 0 where it is none of them.
int qtOptionLength(const QString &argument)
{
    static constexpr std::array withValue{
        "platform", "platformpluginpath", "platformtheme", "plugin",  "qwindowgeometry", "geometry",   "qwindowicon",
        "icon",     "qwindowtitle",       "title",         "session", "style",           "stylesheet", "display"};
    static constexpr std::array alone{"reverse", "widgetcount"};
    const QString name = argument.startsWith(u"--"_s) ? argument.sliced(2) : argument.sliced(1);
    const auto isName = [&](const char *option) { return name == QLatin1StringView(option); };
    if (std::ranges::any_of(withValue, isName))
        return 2;
    return std::ranges::any_of(alone, isName) ? 1 : 0;
}

CommandLine problem(UsageError error, const QString &argument)
{
    CommandLine line;
    line.task = CommandLine::Task::Usage;
    line.problem = UsageProblem{error, argument};
    return line;
}

QString usageText(const UsageProblem &problem)
{
    switch (problem.error) {
    case UsageError::UnknownOption:
        return tr("There is no option %1; parallax --help lists those there are.").arg(problem.argument);
    case UsageError::MissingValue:
        return tr("The option %1 needs a value after it; parallax --help shows how.").arg(problem.argument);
    case UsageError::UnneededValue:
        return tr("The option %1 takes no value.").arg(problem.argument);
    case UsageError::UnknownStage:
        return tr("There is no stage %1 to print; there are language, alignment, measures and divergences.")
            .arg(problem.argument);
    case UsageError::UnknownFormat:
        return tr("The report %1 has no format Parallax can write; give the file a name that ends in one of: %2.")
            .arg(problem.argument, u'.' + reportSuffixes().join(u", ."_s));
    case UsageError::NothingToRead:
        return tr("For %1, name the folder with the articles too, or at least two files.").arg(problem.argument);
    case UsageError::UnknownPart:
        return tr("A report cannot hold %1 only; there are divergences and sentences.").arg(problem.argument);
    case UsageError::UnknownKind:
        return tr("There is no kind of divergence %1; there are figure, date, status, quote, attribution, name, "
                  "wording and detail.")
            .arg(problem.argument);
    case UsageError::BadEvents:
        return tr("%1 names no events; give their numbers, as in 1,4,7-9.").arg(problem.argument);
    case UsageError::UnknownLinks:
        return tr("There are no %1 links; there are sure, balanced and more.").arg(problem.argument);
    case UsageError::UnknownPaper:
        return tr("There is no paper %1; there are a4 and letter, portrait and landscape.").arg(problem.argument);
    case UsageError::NothingToWrite:
        return tr("The option %1 says what a report holds; name the report with --export.").arg(problem.argument);
    }
    Q_UNREACHABLE_RETURN({});
}

QString helpText()
{
    return tr("Usage: parallax [options] [FOLDER | FILES…]\n"
              "Shows how different outlets tell the same story: what they agree on, and where they differ.\n"
              "\n"
              "  FOLDER            opens the articles in a folder\n"
              "  FILES…            opens these articles\n"
              "\n"
              "Options:\n"
              "  --export FILE     writes a report and ends, without a display; may be repeated (formats: %1)\n"
              "  --only PARTS      of reports: divergences (no event without one, no passage only one article tells),\n"
              "                    sentences (of passages only those that hold a divergence), or both with a comma\n"
              "  --kinds KINDS     of reports: only divergences of these kinds, with commas: figure, date, status,\n"
              "                    quote, attribution, name, wording, detail\n"
              "  --events NUMBERS  of reports: only these events, as in 1,4,7-9\n"
              "  --paper PAPER     of PDF: a4 or letter, portrait or landscape, or one of each with a comma\n"
              "  --links STEP      how many links: sure (only sure ones), balanced (the usual), more\n"
              "  --dump STAGE      prints what was found: language, alignment, measures or divergences; may be "
              "repeated\n"
              "  --label NAME      names the outlet of the first article, again for the second, and so on\n"
              "  --version         shows the version\n"
              "  --help            shows this help\n"
              "\n"
              "Exit status: 0 all written, 1 something could not be written or nothing could be read, 2 usage.\n")
        .arg(u'.' + reportSuffixes().join(u", ."_s));
}

void say(const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stdout);
}

/// One line on a terminal that is written over and over; silent where standard error goes to a file.
class TerminalProgress final : public Progress
{
public:
    ~TerminalProgress() override { clear(); }

    [[nodiscard]] bool step(Stage stage, int done, int total) override
    {
        if (!m_isTerminal || (m_sinceShown.isValid() && stage == m_stage && m_sinceShown.elapsed() < 100))
            return true;
        m_stage = stage;
        m_sinceShown.start();
        const QString share = total > 0 ? u" %1 %"_s.arg(100 * static_cast<qint64>(done) / total) : QString();
        std::fputs((u"\r\033[K"_s + stageName(stage) + share).toLocal8Bit().constData(), stderr);
        return true;
    }

    void clear()
    {
        if (m_sinceShown.isValid())
            std::fputs("\r\033[K", stderr);
        m_sinceShown.invalidate();
    }

private:
    bool doAll(int count, const Piece &piece, const Report &report) override
    {
        return doOnAllCores(count, piece, report);
    }

    const bool m_isTerminal = isatty(STDERR_FILENO) != 0;
    QElapsedTimer m_sinceShown;
    Stage m_stage = Stage::Read;
};

void warnOfSkipped(const std::vector<SkippedFile> &skipped)
{
    for (const SkippedFile &file : skipped)
        complain(tr("Warning: %1 was left out: %2").arg(file.file, skipText(file)));
}

ExitStatus write(const CommandLine &line)
{
    TerminalProgress progress;
    const auto comparison = compareAsked(line.request, progress);
    progress.clear();
    if (!comparison) {
        warnOfSkipped(comparison.error().skipped);
        complain(failureText(comparison.error()));
        return ExitStatus::Failed;
    }
    warnOfSkipped(comparison->story.skipped);
    for (const QString &sentence : apartTexts(comparison->story, comparison->alignment.apart))
        complain(tr("Note: %1").arg(sentence));
    if (const auto surplus = line.request.labels.size() - static_cast<qsizetype>(comparison->story.articles.size());
        surplus > 0)
        complain(tr("Warning: there are more names (--label) than articles; the last %1 had no use.").arg(surplus));
    if (const std::vector<int> missing = missingEvents(*comparison, line.report); !missing.empty()) {
        complain(tr("There is no event %1; the story has %2.")
                     .arg(missing.front() + 1)
                     .arg(comparison->alignment.events.size()));
        return ExitStatus::Usage;
    }
    for (const DumpStage stage : line.dumps)
        say(dump(*comparison, stage));
    bool isAllWritten = true;
    for (const QString &file : line.exports) {
        const auto written = writeReport(*comparison, file, line.report, progress);
        progress.clear();
        if (!written) {
            complain(failureText(written.error()));
            isAllWritten = false;
        }
    }
    return isAllWritten ? ExitStatus::Done : ExitStatus::Failed;
}

QString suffixOf(const QString &file)
{
    return QFileInfo(file).suffix().toLower();
}

/// Events are counted from 1 by users, from 0 inside. False where `value` is no list of numbers and ranges.
bool takeEvents(const QString &value, std::vector<int> &events)
{
    constexpr int MostEvents = 100'000; // a slip of the finger in a range should not fill the memory
    const QStringList parts = value.split(u',');
    for (const QString &part : parts) {
        bool isFirst = false;
        bool isLast = false;
        const int first = part.section(u'-', 0, 0).trimmed().toInt(&isFirst);
        const int last = part.section(u'-', -1).trimmed().toInt(&isLast);
        if (!isFirst || !isLast || part.count(u'-') > 1 || first < 1 || last < first || last > MostEvents)
            return false;
        for (int event = first; event <= last; ++event) {
            if (!std::ranges::contains(events, event - 1))
                events.push_back(event - 1);
        }
    }
    return true;
}

bool takePaper(const QString &word, PageSetup &page)
{
    if (word == "a4"_L1)
        page.paper = Paper::A4;
    else if (word == "letter"_L1)
        page.paper = Paper::Letter;
    else if (word == "portrait"_L1)
        page.orientation = Orientation::Portrait;
    else if (word == "landscape"_L1)
        page.orientation = Orientation::Landscape;
    else
        return false;
    return true;
}

bool isReportOption(const QString &name)
{
    return name == "--only"_L1 || name == "--kinds"_L1 || name == "--events"_L1 || name == "--paper"_L1;
}

/// Takes the value of an option on what reports hold; answers what is wrong with it.
std::optional<UsageProblem> takeReportOption(const QString &name, const QString &value, ReportOptions &options)
{
    if (name == "--events"_L1)
        return takeEvents(value, options.events) ? std::nullopt
                                                 : std::optional(UsageProblem{UsageError::BadEvents, value});
    const QStringList words = value.split(u',');
    for (const QString &written : words) {
        const QString word = written.trimmed().toLower();
        if (name == "--kinds"_L1) {
            const auto kind = kindOfWord(word);
            if (!kind)
                return UsageProblem{UsageError::UnknownKind, written};
            if (!std::ranges::contains(options.kinds, *kind))
                options.kinds.push_back(*kind);
        } else if (name == "--paper"_L1) {
            if (!takePaper(word, options.page))
                return UsageProblem{UsageError::UnknownPaper, written};
        } else if (word == "divergences"_L1) {
            options.isDivergencesOnly = true;
        } else if (word == "sentences"_L1) {
            options.isSentencesOnly = true;
        } else {
            return UsageProblem{UsageError::UnknownPart, written};
        }
    }
    return std::nullopt;
}

} // namespace

void complain(const QString &text)
{
    std::fputs((text + u'\n').toLocal8Bit().constData(), stderr);
}

QString noDisplayText()
{
    return tr(
        "There is no display to open a window on; to write a report without one: parallax --export report.pdf FOLDER");
}

bool CommandLine::isDrawing() const
{
    return std::ranges::any_of(exports, [](const QString &file) { return suffixOf(file) == "pdf"_L1; });
}

CommandLine parseCommandLine(const QStringList &arguments)
{
    using Task = CommandLine::Task;
    CommandLine line;
    bool isOptionsOver = false;
    QString reportOption; // the first that was given
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (isOptionsOver || !argument.startsWith(u'-') || argument == "-"_L1) {
            line.request.paths << QFileInfo(argument).absoluteFilePath();
            continue;
        }
        if (const int length = qtOptionLength(argument); length > 0) {
            i += length - 1;
            continue;
        }
        const QString name = argument.section(u'=', 0, 0);
        const bool hasValue = name.size() < argument.size();
        if (name == "--"_L1) {
            isOptionsOver = true;
        } else if (name == "--help"_L1 || name == "-h"_L1 || name == "--version"_L1 || name == "-v"_L1) {
            if (hasValue)
                return problem(UsageError::UnneededValue, name);
            line.task = name.endsWith(u'h') || name.endsWith(u'p') ? Task::Help : Task::Version;
            return line;
        } else if (name == "--export"_L1 || name == "--label"_L1 || name == "--dump"_L1 || name == "--links"_L1 ||
                   isReportOption(name)) {
            const bool isLabel = name == "--label"_L1;
            if (!hasValue && i + 1 == arguments.size())
                return problem(UsageError::MissingValue, name);
            const QString value = hasValue ? argument.sliced(name.size() + 1) : arguments[++i];
            if (value.isEmpty() && !isLabel)
                return problem(UsageError::MissingValue, name);
            if (isReportOption(name)) {
                reportOption = reportOption.isEmpty() ? name : reportOption;
                if (const auto wrong = takeReportOption(name, value, line.report))
                    return problem(wrong->error, wrong->argument);
            } else if (name == "--links"_L1) {
                const auto sureness = surenessOfWord(value);
                if (!sureness)
                    return problem(UsageError::UnknownLinks, value);
                line.request.sureness = *sureness;
            } else if (name != "--dump"_L1)
                (isLabel ? line.request.labels : line.exports) << value;
            else if (const auto stage = dumpStage(value))
                line.dumps.push_back(*stage);
            else
                return problem(UsageError::UnknownStage, value);
        } else {
            return problem(UsageError::UnknownOption, name);
        }
    }
    for (const QString &file : line.exports) {
        if (!reportSuffixes().contains(suffixOf(file)))
            return problem(UsageError::UnknownFormat, file);
    }
    if (!reportOption.isEmpty() && line.exports.isEmpty())
        return problem(UsageError::NothingToWrite, reportOption);
    if (!line.exports.isEmpty() || !line.dumps.empty()) {
        line.task = Task::Write;
        if (line.request.paths.isEmpty())
            return problem(UsageError::NothingToRead, line.exports.value(0, u"--dump"_s));
    }
    return line;
}

ExitStatus run(const CommandLine &line)
{
    switch (line.task) {
    case CommandLine::Task::Write:
        return write(line);
    case CommandLine::Task::Version:
        say(u"parallax " PARALLAX_VERSION "\n"_s);
        return ExitStatus::Done;
    case CommandLine::Task::Help:
        say(helpText());
        return ExitStatus::Done;
    case CommandLine::Task::Usage:
        complain(usageText(*line.problem));
        return ExitStatus::Usage;
    case CommandLine::Task::Window:
        break;
    }
    Q_UNREACHABLE_RETURN(ExitStatus::Usage);
}

} // namespace parallax
