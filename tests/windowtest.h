// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What tests of the real window have in common: settings in a folder of their own, no animations, a window that is
//! shown and active, and a story in it.
#pragma once

#include "manyarticles.h"
#include "ui/articlepane.h"
#include "ui/comparisonview.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace parallax {

class WindowTest : public QObject
{
protected:
    WindowTest()
    {
        using namespace Qt::StringLiterals;
        if (!m_settings.isValid())
            qFatal("no room for settings");
        QCoreApplication::setOrganizationName(u"parallax"_s);
        QCoreApplication::setApplicationName(u"parallax"_s);
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        m_appearance = std::make_unique<Appearance>();
        QApplication::setStyle(new manyarticles::StillStyle);
    }

    /// A new window with the keyboard; the settings stay as they are.
    void showWindow(const Session::Comparer &comparer, QSize size)
    {
        m_window.reset();
        m_session = std::make_unique<Session>(nullptr, comparer);
        m_window = std::make_unique<MainWindow>(m_session.get(), m_appearance.get());
        m_window->resize(size);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    /// The same with this story open, every column made.
    void showStory(const Comparison &story, QSize size)
    {
        using namespace Qt::StringLiterals;
        showWindow([story](const Request &, Progress &) -> std::expected<Comparison, ReadFailure> { return story; },
                   size);
        if (QTest::currentTestFailed())
            return;
        const int articles = static_cast<int>(story.story.articles.size());
        m_window->open({u"/somewhere/story"_s});
        QTRY_VERIFY(m_window->comparisonView()->isVisible() && m_window->comparisonView()->columnCount() == articles);
        for (int article = 0; article < articles; ++article)
            QTRY_VERIFY(m_window->comparisonView()->pane(article)->isAwake());
    }
    void closeWindow()
    {
        m_window.reset();
        m_session.reset();
    }
    /// For the eye: written where PARALLAX_SCREENSHOTS says.
    static void picture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PARALLAX_SCREENSHOTS");
        if (!folder.isEmpty())
            widget.grab().save(QDir(folder).filePath(name + QLatin1StringView(".png")));
    }

private:
    QTemporaryDir m_settings;

protected:
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace parallax
