// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How long each stage of a comparison takes, as a table; and all of it against the script a researcher would run
//! instead (the only figure that means anything on another machine).
//!
//!     bench_stages [FOLDER…]
//!
//! Without a folder: an annotated story and made-up ones of 50, 500 and 1 000 articles, where ../shared is.

#include "alignment/vocabulary.h"
#include "comparison/comparison.h"
#include "report/jsonwriter.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// Runs `work`, prints what it took and answers it, in milliseconds.
template <typename Work>
double timed(QTextStream &out, const QString &stage, Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    out << u"  %1 %2 ms\n"_s.arg(stage, -22).arg(taken, 10, 'f', 1);
    out.flush();
    return taken;
}

/// Most memory this process has held, in MiB; 0 where the system doesn't say.
double peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

/// Whether `program` ran and ended well.
bool ran(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

/// Compares the folder stage by stage; milliseconds, 0 where it can't be read.
double compareByStages(QTextStream &out, const QString &folder)
{
    NoProgress progress;
    Comparison comparison;
    bool isRead = false;
    double total = timed(out, u"read"_s, [&] {
        if (auto read = readStory({folder}, progress)) {
            comparison.story = std::move(*read);
            isRead = true;
        }
    });
    if (!isRead) {
        out << u"  cannot read %1\n"_s.arg(folder);
        return 0;
    }
    const Story &story = comparison.story;
    total += timed(out, u"analyse"_s, [&] {
        for (const Article &article : story.articles)
            comparison.language.push_back(analyse(article));
    });
    std::optional<Vocabulary> vocabulary;
    total += timed(out, u"vocabulary"_s, [&] { vocabulary.emplace(story, comparison.language); });
    total += timed(out, u"align"_s, [&] {
        comparison.alignment = *align(story, comparison.language, *vocabulary, Sureness::Balanced, progress);
    });
    total += timed(out, u"find divergences"_s, [&] {
        comparison.divergences =
            *findDivergences(story, comparison.language, comparison.alignment, *vocabulary, progress);
    });
    total += timed(out, u"write JSON"_s, [&] { (void)jsonReport(comparison); });
    out << u"  %1 %2 ms, %3 MiB at most so far\n"_s.arg(u"all"_s, -22)
               .arg(total, 10, 'f', 1)
               .arg(peakMemory(), 0, 'f', 0);
    return total;
}

/// The yardstick on the same folder, in the same run.
void compareWithYardstick(QTextStream &out, const QString &folder, double total)
{
    const QString script = QStringLiteral(PARALLAX_SHARED_DIR "/tools/peer_tfidf.py");
    const QString python = QStandardPaths::findExecutable(u"python3"_s, {u"/usr/bin"_s});
    if (!QFile::exists(script) || !ran(python, {u"-c"_s, u"import sklearn"_s})) {
        out << "  no yardstick: it needs ../shared and python3-sklearn\n";
        return;
    }
    const double taken = timed(out, u"yardstick"_s, [&] { (void)ran(python, {script, folder, u"/dev/null"_s}); });
    out << u"  %1 %2\n"_s.arg(u"ratio"_s, -22).arg(total / taken, 10, 'f', 2);
}

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    QStringList folders;
    for (int k = 1; k < argc; ++k)
        folders << QString::fromLocal8Bit(argv[k]);
    const QTemporaryDir made;
    if (folders.isEmpty() && QDir(QStringLiteral(PARALLAX_SHARED_DIR)).exists()) {
        folders << QStringLiteral(PARALLAX_SHARED_DIR "/stories/kremlin-2017/articles");
        for (const QString articles : {u"50"_s, u"500"_s, u"1000"_s}) {
            const QString folder = made.filePath(articles + u"-articles-of-30-passages"_s);
            if (ran(u"python3"_s,
                    {QStringLiteral(PARALLAX_SHARED_DIR "/tools/make_big_story.py"), articles, u"30"_s, folder}))
                folders << folder;
        }
    }
    if (folders.isEmpty())
        out << "nothing to compare: name folders, or put ../shared beside the checkout\n";
    for (const QString &folder : std::as_const(folders)) {
        out << folder << '\n';
        if (const double total = compareByStages(out, folder); total > 0)
            compareWithYardstick(out, folder, total);
    }
    return 0;
}
