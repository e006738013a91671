// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What leaves the window: chosen reports, printed pages, copies.
#include "crowd.h"
#include "report/pdfwriter.h"
#include "ui/current.h"
#include "ui/exportdialog.h"
#include "ui/printing.h"
#include "ui/reporting.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QMimeData>
#include <QPrinter>
#include <QPrintPreviewDialog>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QWidget>

namespace parallax {

class TestReporting : public QObject
{
    Q_OBJECT

private:
    /// Text of a PDF file page by page, without white space.
    static QStringList pagesOf(const QString &file)
    {
        QProcess process;
        process.start(u"pdftotext"_s, {u"-raw"_s, file, u"-"_s});
        process.waitForFinished();
        QStringList pages = QString::fromUtf8(process.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
        for (QString &page : pages)
            page.removeIf([](QChar c) { return c.isSpace(); });
        return pages;
    }

    static QAbstractButton *choice(const QWidget &dialog, const QString &words)
    {
        for (QAbstractButton *button : dialog.findChildren<QAbstractButton *>()) {
            if (button->text().remove(u'&').contains(words))
                return button;
        }
        return nullptr;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(u"parallax"_s);
        QCoreApplication::setApplicationName(u"tst_reporting"_s);
    }
    void init() { QSettings().clear(); }

    void theDialogueChoosesWhatTheReportHolds()
    {
        ExportDialog dialog(4);
        QCOMPARE(dialog.options().events, std::vector<int>());
        QVERIFY(dialog.options().kinds.empty()); // of every kind
        dialog.show();
        QTest::mouseClick(choice(dialog, u"Only what differs"_s), Qt::LeftButton, {}, {8, 8});
        QVERIFY(dialog.options().isDivergencesOnly);
        QTest::mouseClick(choice(dialog, u"current event (number 5)"_s), Qt::LeftButton, {}, {8, 8});
        QVERIFY(!dialog.options().isDivergencesOnly);
        QCOMPARE(dialog.options().events, std::vector<int>{4});
        QTest::mouseClick(choice(dialog, u"Wording"_s), Qt::LeftButton, {}, {8, 8});
        QCOMPARE(dialog.options().kinds.size(), static_cast<size_t>(DivergenceKindCount - 1));
        QVERIFY(!std::ranges::contains(dialog.options().kinds, DivergenceKind::Wording));
    }

    void withoutAnyKindThereIsNothingToSave()
    {
        ExportDialog dialog(-1);
        QVERIFY(!choice(dialog, u"current event"_s)->isEnabled());
        for (int i = 0; i < DivergenceKindCount; ++i)
            dialog.findChild<QCheckBox *>(u"kind%1"_s.arg(i))->click();
        const auto *buttons = dialog.findChild<QDialogButtonBox *>();
        QVERIFY(!buttons->button(QDialogButtonBox::Save)->isEnabled());
        dialog.findChild<QCheckBox *>(u"kind0"_s)->click();
        QVERIFY(buttons->button(QDialogButtonBox::Save)->isEnabled());
    }

    void theChoiceIsRemembered()
    {
        {
            ExportDialog dialog(-1);
            choice(dialog, u"Only what differs"_s)->click();
            choice(dialog, u"sentences"_s)->click();
            const auto boxes = dialog.findChildren<QComboBox *>();
            boxes[0]->setCurrentIndex(1);
            boxes[1]->setCurrentIndex(2);
            dialog.remember();
        }
        const ReportOptions options = ExportDialog(-1).options();
        QVERIFY(options.isDivergencesOnly && options.isSentencesOnly);
        QCOMPARE(options.page, (PageSetup{Paper::Letter, Orientation::Landscape}));
    }

    void printedPagesAreThoseOfThePdf_data()
    {
        QTest::addColumn<int>("articles");
        QTest::newRow("upright") << 3;
        QTest::newRow("across") << 7;
    }
    void printedPagesAreThoseOfThePdf()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed");
        QFETCH(int, articles);
        NoProgress progress;
        const Report report = buildReport(crowd(articles, 8));
        QFile pdf(m_folder.filePath(u"exported.pdf"_s));
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        pdf.write(*pdfReport(report, {}, progress));
        pdf.close();
        const auto pages = ReportPages::layOut(report, {}, progress);
        const QString printed = m_folder.filePath(u"printed.pdf"_s);
        {
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(printed);
            setUp(printer, pages->pageLayout());
            QCOMPARE(pageSetupOf(printer).orientation, articles > 5 ? Orientation::Landscape : Orientation::Portrait);
            QVERIFY(printPages(*pages, printer));
        }
        const QStringList wanted = pagesOf(pdf.fileName());
        QVERIFY(wanted.size() > 1);
        QCOMPARE(pagesOf(printed), wanted);
    }

    void onlyTheChosenPagesArePrinted()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext is not installed");
        NoProgress progress;
        const auto pages = ReportPages::layOut(buildReport(crowd(3, 12)), {}, progress);
        const QString printed = m_folder.filePath(u"part.pdf"_s);
        {
            QPrinter printer;
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(printed);
            setUp(printer, pages->pageLayout());
            printer.setFromTo(2, 3);
            QVERIFY(printPages(*pages, printer));
        }
        const QStringList shown = pagesOf(printed);
        QCOMPARE(shown.size(), 2);
        QVERIFY(shown[0].contains(u"Page2of"_s) && shown[1].contains(u"Page3of"_s));
    }

    void thePreviewShowsThePages()
    {
        QWidget window;
        Session session;
        Current current;
        Reporting reporting(&session, &current, &window);
        QVERIFY(!reporting.printActions().constFirst()->isEnabled());
        current.setComparison(std::make_shared<const Comparison>(madeup::comparison()));
        QVERIFY(reporting.printActions().constFirst()->isEnabled());
        bool isSeen = false;
        QTimer::singleShot(200, &window, [&] {
            auto *dialog = qobject_cast<QPrintPreviewDialog *>(QApplication::activeModalWidget());
            isSeen = dialog != nullptr;
            if (dialog) {
                dialog->grab().save(m_folder.filePath(u"preview.png"_s));
                dialog->reject();
            }
        });
        reporting.printActions().constFirst()->trigger();
        QVERIFY(isSeen);
    }

    void theCurrentEventIsCopied()
    {
        QWidget window;
        Session session;
        Current current;
        Reporting reporting(&session, &current, &window);
        current.setComparison(std::make_shared<const Comparison>(madeup::comparison()));
        const QList<QAction *> copies = reporting.copyActions();
        QVERIFY(!copies[0]->isEnabled());
        current.setEvent(1);
        QVERIFY(copies[0]->isEnabled() && !copies[3]->isEnabled());
        copies[0]->trigger();
        const QMimeData *clipboard = QGuiApplication::clipboard()->mimeData();
        QVERIFY(clipboard->text().startsWith(u"2 Mayor Hanna Okafor"_s) && !clipboard->hasHtml());
        copies[1]->trigger();
        QVERIFY(QGuiApplication::clipboard()->mimeData()->text().startsWith(u"### 2 Mayor"_s));
        copies[2]->trigger();
        QVERIFY(QGuiApplication::clipboard()->mimeData()->html().contains(u"<table"_s));
        current.setPassage(PassageRef{1, 2});
        QVERIFY(copies[3]->isEnabled());
        copies[3]->trigger();
        QVERIFY(QGuiApplication::clipboard()->mimeData()->text().contains(u"The Marrow Gazette, 7 Mar 2024, ¶3"_s));
    }

    void whileAReportIsWrittenItCanBeStopped()
    {
        QWidget window;
        Session session(nullptr, [](const Request &, Progress &) { return crowd(30, 40); });
        Current current;
        Reporting reporting(&session, &current, &window);
        session.open({{u"/somewhere"_s}, {}});
        QTRY_COMPARE(session.state(), Session::State::Ready);
        std::optional<WriteFailure> failure;
        connect(&session, &Session::exportFailed, &window, [&failure](const WriteFailure &what) { failure = what; });
        session.exportReport(m_folder.filePath(u"stopped.pdf"_s));
        reporting.progressWidget()->findChild<QToolButton *>(u"stopExport"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(failure, 20000);
        QVERIFY(failure->error == WriteError::Cancelled);
        QVERIFY(!QFile::exists(m_folder.filePath(u"stopped.pdf"_s)));
        QVERIFY(reporting.progressWidget()->isHidden());
    }
};

} // namespace parallax

QTEST_MAIN(parallax::TestReporting)
#include "tst_reporting.moc"
