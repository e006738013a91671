// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How long each stage of a comparison takes, as a table; and all of it against the script a researcher would run
//! instead, where that is beside the checkout (the only figure that means anything on another machine).
//!
//!     benchmark_stages NAME FOLDER [YARDSTICK…]
//!
//! YARDSTICK is a command; the folder and the file to write are added to it.

#include "alignment/vocabulary.h"
#include "comparison/comparison.h"
#include "report/jsonwriter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
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

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    QStringList arguments;
    for (int k = 1; k < argc; ++k)
        arguments << QString::fromLocal8Bit(argv[k]);
    if (arguments.size() < 2)
        return 2;
    const QString name = arguments.takeFirst();
    const QString folder = arguments.takeFirst();
    NoProgress progress;
    Story story;
    std::vector<ArticleLanguage> language;
    std::optional<Vocabulary> vocabulary;
    std::optional<Alignment> alignment;
    bool isRead = false;

    out << name << '\n';
    double total = timed(out, u"read"_s, [&] {
        if (auto read = readStory({folder}, progress)) {
            story = std::move(*read);
            isRead = true;
        }
    });
    if (!isRead) {
        out << u"  cannot read %1\n"_s.arg(folder);
        return 1;
    }
    total += timed(out, u"analyse"_s, [&] {
        for (const Article &article : story.articles)
            language.push_back(analyse(article));
    });
    total += timed(out, u"vocabulary"_s, [&] { vocabulary.emplace(story, language); });
    total += timed(out, u"align"_s,
                   [&] { alignment = align(story, language, *vocabulary, Sureness::Balanced, progress); });
    std::optional<std::vector<Divergence>> divergences;
    total += timed(out, u"find divergences"_s,
                   [&] { divergences = findDivergences(story, language, *alignment, *vocabulary, progress); });
    Comparison comparison{.story = story,
                          .language = language,
                          .alignment = *alignment,
                          .divergences = *divergences,
                          .fallbacks = {}};
    total += timed(out, u"write JSON"_s, [&] { (void)jsonReport(comparison); });
    out << u"  %1 %2 ms, %3 MiB at most\n"_s.arg(u"all"_s, -22).arg(total, 10, 'f', 1).arg(peakMemory(), 0, 'f', 0);

    if (!arguments.isEmpty()) {
        QProcess yardstick;
        const QString program = arguments.takeFirst();
        const double taken = timed(out, u"yardstick"_s, [&] {
            yardstick.start(program, arguments + QStringList{folder, u"/dev/null"_s});
            yardstick.waitForFinished(-1);
        });
        if (yardstick.exitCode() == 0 && yardstick.error() == QProcess::UnknownError)
            out << u"  %1 %2\n"_s.arg(u"ratio"_s, -22).arg(total / taken, 10, 'f', 2);
        else
            out << "  the yardstick did not run\n";
    }
    return 0;
}
