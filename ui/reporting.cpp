// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reporting.h"

#include "report/reportpages.h"
#include "report/reportwriter.h"
#include "ui/current.h"
#include "ui/exportdialog.h"
#include "ui/icons.h"
#include "ui/printing.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrintPreviewDialog>
#include <QProgressBar>
#include <QSettings>
#include <QStandardPaths>
#include <QToolButton>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

/// Where the file dialog begins: the folder used last, else the documents.
QString lastFolder()
{
    const QString last = QSettings().value("export/folder"_L1).toString();
    return QFileInfo(last).isDir() ? last : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// A title may hold what a file name may not.
QString fileNameOf(QString title)
{
    for (QChar &c : title) {
        if (u"/\\:*?\"<>|"_s.contains(c) || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u'-';
    }
    return title.trimmed();
}

QAction *makeAction(QWidget *window, QLatin1StringView name, const QString &text, QLatin1StringView icon,
                    const QKeySequence &key = {})
{
    auto *action = new QAction(text, window);
    action->setObjectName(name);
    action->setIcon(breezeIcon(icon));
    action->setShortcut(key);
    window->addAction(action);
    return action;
}

} // namespace

Reporting::Reporting(Session *session, Current *current, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_current(current)
    , m_window(window)
    , m_preview(makeAction(window, "printPreview"_L1, tr("Print Pre&view…"), "document-print-preview"_L1))
    , m_print(makeAction(window, "print"_L1, tr("&Print…"), "document-print"_L1, Qt::CTRL | Qt::Key_P))
    , m_copyText(makeAction(window, "copyEventText"_L1, tr("Copy Event as &Text"), "edit-copy"_L1))
    , m_copyMarkdown(makeAction(window, "copyEventMarkdown"_L1, tr("Copy Event as &Markdown"), "edit-copy"_L1))
    , m_copyHtml(makeAction(window, "copyEventHtml"_L1, tr("Copy Event as &HTML"), "edit-copy"_L1))
    , m_copyPassage(makeAction(window, "copyPassage"_L1, tr("Copy &Passage with its Source"), "edit-copy"_L1))
{
    makeProgress(window);
    connect(m_preview, &QAction::triggered, this, &Reporting::preview);
    connect(m_print, &QAction::triggered, this, &Reporting::print);
    connect(m_copyText, &QAction::triggered, this, [this] { copyEvent(ExcerptFormat::Text); });
    connect(m_copyMarkdown, &QAction::triggered, this, [this] { copyEvent(ExcerptFormat::Markdown); });
    connect(m_copyHtml, &QAction::triggered, this, [this] { copyEvent(ExcerptFormat::Html); });
    connect(m_copyPassage, &QAction::triggered, this, &Reporting::copyPassage);
    connect(current, &Current::comparisonChanged, this, [this] {
        m_pages.reset();
        updateActions();
    });
    connect(current, &Current::eventChanged, this, &Reporting::updateActions);
    connect(current, &Current::passageChanged, this, &Reporting::updateActions);
    connect(session, &Session::exportProgressed, this, &Reporting::showProgress);
    connect(session, &Session::exported, this, &Reporting::hideProgress);
    connect(session, &Session::exportFailed, this, &Reporting::hideProgress);
    updateActions();
}

Reporting::~Reporting() = default;

void Reporting::makeProgress(QWidget *window)
{
    m_progress = new QWidget(window);
    m_file = new QLabel(m_progress);
    m_bar = new QProgressBar(m_progress);
    m_bar->setMaximumWidth(m_bar->fontMetrics().averageCharWidth() * 20);
    m_bar->setMaximumHeight(m_bar->fontMetrics().height());
    m_bar->setAccessibleName(tr("How much of the report is written"));
    m_stop = new QToolButton(m_progress);
    m_stop->setObjectName("stopExport"_L1);
    m_stop->setAutoRaise(true);
    m_stop->setIcon(breezeIcon(u"dialog-cancel"_s));
    m_stop->setToolTip(tr("Stops writing; an older file stays as it is"));
    m_stop->setAccessibleName(tr("Stop writing the report"));
    auto *layout = new QHBoxLayout(m_progress);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_file, m_bar, m_stop})
        layout->addWidget(part);
    m_progress->hide();
    connect(m_stop, &QToolButton::clicked, m_session, &Session::cancelExports);
}

void Reporting::updateActions()
{
    const bool isOpen = m_current->comparison() != nullptr;
    for (QAction *action : printActions())
        action->setEnabled(isOpen);
    for (QAction *action : {m_copyText, m_copyMarkdown, m_copyHtml})
        action->setEnabled(isOpen && m_current->event() >= 0);
    m_copyPassage->setEnabled(isOpen && m_current->passage().has_value());
}

void Reporting::showProgress(Step step)
{
    m_bar->setRange(0, step.total);
    m_bar->setValue(step.done);
}

void Reporting::hideProgress()
{
    m_progress->setVisible(m_session->isExporting());
}

void Reporting::exportReport()
{
    if (!m_current->comparison())
        return;
    auto *dialog = new ExportDialog(m_current->event(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        dialog->remember();
        saveAs(dialog->options());
    });
    dialog->open();
}

void Reporting::saveAs(const ReportOptions &options)
{
    QStringList filters;
    for (const QString &suffix : reportSuffixes())
        filters << tr("%1 report (*.%2)").arg(suffix.toUpper(), suffix);
    const QString last = QSettings().value("export/suffix"_L1).toString();
    const QString suffix = reportSuffixes().contains(last) ? last : reportSuffixes().constFirst();
    const QString proposal =
        QDir(lastFolder()).filePath(fileNameOf(m_current->comparison()->story.title) + u'.' + suffix);
    QString chosen = filters.at(reportSuffixes().indexOf(suffix));
    QString file =
        QFileDialog::getSaveFileName(m_window, tr("Export report"), proposal, filters.join(u";;"_s), &chosen);
    if (file.isEmpty())
        return;
    if (!reportSuffixes().contains(QFileInfo(file).suffix().toLower()))
        file += u'.' + reportSuffixes().value(qMax(0, filters.indexOf(chosen)));
    QSettings settings;
    settings.setValue("export/folder"_L1, QFileInfo(file).absolutePath());
    settings.setValue("export/suffix"_L1, QFileInfo(file).suffix().toLower());
    m_session->exportReport(file, options);
    m_file->setText(tr("Writing %1").arg(QFileInfo(file).fileName()));
    m_bar->setRange(0, 0);
    m_progress->show();
}

/// nullptr where there is nothing to lay out.
const ReportPages *Reporting::pagesFor(const PageSetup &setup)
{
    const ComparisonPtr comparison = m_current->comparison();
    if (comparison && (!m_pages || m_setup != setup)) {
        QApplication::setOverrideCursor(Qt::WaitCursor);
        NoProgress progress;
        auto pages = ReportPages::layOut(buildReport(*comparison), setup, progress);
        m_pages = pages ? std::make_unique<ReportPages>(std::move(*pages)) : nullptr;
        m_setup = setup;
        QApplication::restoreOverrideCursor();
    }
    return m_pages.get();
}

void Reporting::paintOn(QPrinter *printer)
{
    const ReportPages *pages = pagesFor(pageSetupOf(*printer));
    if (pages && !printPages(*pages, *printer))
        QMessageBox::warning(m_window, tr("Report not printed"),
                             tr("The printer took no page. Check that it is switched on and connected, or export the "
                                "report as PDF and print that."));
}

void Reporting::print()
{
    QPrinter printer(QPrinter::HighResolution);
    if (const ReportPages *pages = pagesFor({}))
        setUp(printer, pages->pageLayout());
    printer.setDocName(m_current->comparison()->story.title);
    QPrintDialog dialog(&printer, m_window);
    dialog.setWindowTitle(tr("Print report"));
    if (dialog.exec() == QDialog::Accepted)
        paintOn(&printer);
}

void Reporting::preview()
{
    QPrinter printer(QPrinter::HighResolution);
    if (const ReportPages *pages = pagesFor({}))
        setUp(printer, pages->pageLayout());
    printer.setDocName(m_current->comparison()->story.title);
    QPrintPreviewDialog dialog(&printer, m_window);
    connect(&dialog, &QPrintPreviewDialog::paintRequested, this, &Reporting::paintOn);
    dialog.resize(m_window->size() * 0.9);
    dialog.exec();
}

void Reporting::copyEvent(ExcerptFormat format)
{
    auto *copy = new QMimeData;
    const Comparison &comparison = *m_current->comparison();
    if (format == ExcerptFormat::Html) {
        copy->setHtml(eventExcerpt(comparison, m_current->event(), format));
        copy->setText(eventExcerpt(comparison, m_current->event(), ExcerptFormat::Text));
    } else {
        copy->setText(eventExcerpt(comparison, m_current->event(), format));
    }
    QGuiApplication::clipboard()->setMimeData(copy);
}

void Reporting::copyPassage()
{
    auto *copy = new QMimeData;
    const Comparison &comparison = *m_current->comparison();
    copy->setText(passageExcerpt(comparison, *m_current->passage(), ExcerptFormat::Text));
    copy->setHtml(passageExcerpt(comparison, *m_current->passage(), ExcerptFormat::Html));
    QGuiApplication::clipboard()->setMimeData(copy);
}

} // namespace parallax
