// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! How long each report takes to write, and how much memory the program has used at most so far. The comparison itself
//! is not counted. Wanted of a PDF: 2 s for kremlin-2017, 20 s and 600 MB for fifty articles of thirty passages.
#include "crowd.h"
#include "report/reportwriter.h"
#include "storyfolders.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <sys/resource.h>

using namespace parallax;

namespace {

double megabytesAtMost()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void measure(const char *name, const Comparison &comparison)
{
    const QTemporaryDir folder;
    for (const QString &suffix : {u"json"_s, u"csv"_s, u"html"_s, u"pdf"_s}) {
        const QString file = folder.filePath(u"report."_s + suffix);
        NoProgress progress;
        QElapsedTimer timer;
        timer.start();
        const bool isWritten = writeReport(comparison, file, {}, progress).has_value();
        std::printf("%-16s %-5s %8.2f s %9.2f MB written %8.0f MB used%s\n", name, qPrintable(suffix),
                    static_cast<double>(timer.elapsed()) / 1000,
                    static_cast<double>(QFileInfo(file).size()) / 1'000'000, megabytesAtMost(),
                    isWritten ? "" : "  NOT WRITTEN");
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    for (const QString &name : {u"kremlin-2017"_s, u"air-france-447"_s}) {
        const QString folder = QStringLiteral(PARALLAX_SHARED_DIR "/stories/") + name + u"/articles"_s;
        if (!QFileInfo(folder).isDir())
            std::printf("%-16s is not there\n", qPrintable(name));
        else if (const ComparisonPtr comparison = comparisonOf(folder))
            measure(qPrintable(name), *comparison);
    }
    measure("50 x 30", crowd(50, 30));
    return 0;
}
