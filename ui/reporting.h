// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! All ways out of the window: export to a file, print, copy.
#pragma once

#include "report/excerpt.h"
#include "report/reportoptions.h"
#include "session/session.h"

#include <QList>
#include <QObject>

#include <optional>

class QAction;
class QLabel;
class QPrinter;
class QProgressBar;
class QToolButton;
class QWidget;

namespace parallax {

class Current;
class ReportPages;

class Reporting : public QObject
{
    Q_OBJECT

public:
    /// The actions belong to `window`, and are enabled as `current` allows.
    Reporting(Session *session, Current *current, QWidget *window);
    ~Reporting() override;

    /// Print and print preview.
    QList<QAction *> printActions() const { return {m_preview, m_print}; }
    /// Copies of the current event and of the chosen passage.
    QList<QAction *> copyActions() const { return {m_copyText, m_copyMarkdown, m_copyHtml, m_copyPassage}; }
    /// Seen while reports are being written: how far they are, and a button that stops them.
    QWidget *progressWidget() const { return m_progress; }

    /// Asks what and where to, then has the session write it.
    void exportReport();
    /// Paints the report as a printer is set up; laid out anew only when its paper changes.
    void paintOn(QPrinter *printer);

private:
    void makeProgress(QWidget *window);
    void updateActions();
    void showProgress(Step step);
    void hideProgress();
    void saveAs(const ReportOptions &options);
    void print();
    void preview();
    void copyEvent(ExcerptFormat format);
    void copyPassage();
    const ReportPages *pagesFor(const PageSetup &setup);

    Session *const m_session;
    Current *const m_current;
    QWidget *const m_window;
    QAction *m_preview = nullptr;
    QAction *m_print = nullptr;
    QAction *m_copyText = nullptr;
    QAction *m_copyMarkdown = nullptr;
    QAction *m_copyHtml = nullptr;
    QAction *m_copyPassage = nullptr;
    QWidget *m_progress = nullptr;
    QLabel *m_file = nullptr;
    QProgressBar *m_bar = nullptr;
    QToolButton *m_stop = nullptr;
    PageSetup m_setup; // of m_pages
    std::unique_ptr<ReportPages> m_pages;
};

} // namespace parallax
