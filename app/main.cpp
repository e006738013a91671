// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "session/session.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QIcon>

#include <cstdlib>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QFile::decodeName(argv[i]);
    return arguments;
}

/// Qt ends the program with an abort where no display answers; a user is better served by a sentence.
void endWithoutDisplay(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type != QtFatalMsg)
        return;
    complain(noDisplayText());
    std::_Exit(static_cast<int>(ExitStatus::Failed));
}

int showWindow(int argc, char *argv[], const Request &request)
{
    const QtMessageHandler usual = qInstallMessageHandler(endWithoutDisplay);
    const QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    QGuiApplication::setDesktopFileName(u"io.github.parallax_viewer.Parallax"_s);

    QApplication::setWindowIcon(QIcon(u":/icons/parallax.svg"_s));
    Appearance appearance;
    Session session;
    MainWindow window(&session, &appearance);
    window.show();
    if (!request.paths.isEmpty())
        window.openAsked(request);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"parallax"_s);
    QCoreApplication::setOrganizationName(u"parallax"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PARALLAX_VERSION));
    const CommandLine line = parseCommandLine(argumentsOf(argc, argv));
    if (line.task == CommandLine::Task::Window)
        return showWindow(argc, argv, line.request);
    if (line.isDrawing()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication application(argc, argv);
        return static_cast<int>(run(line));
    }
    const QCoreApplication application(argc, argv);
    return static_cast<int>(run(line));
}
