// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A report is made whole in memory, then put in place by QSaveFile: written beside the target and renamed over it.
//! Writing straight into the target would be simpler and would leave half a report, and none of the older one, when
//! the disk fills.
//!
//! Tested by tst_reportwriter.cpp.

#include "report/reportwriter.h"

#include "report/csvwriter.h"
#include "report/htmlwriter.h"
#include "report/jsonwriter.h"
#include "report/pdfwriter.h"
#include "report/report.h"
#include "report/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

struct Format {
    QLatin1StringView suffix;
    std::optional<QByteArray> (*make)(const Comparison &comparison, const ReportOptions &options, Progress &progress);
};

std::optional<QByteArray> makePdf(const Comparison &comparison, const ReportOptions &options, Progress &progress)
{
    return pdfReport(buildReport(comparison, options), options.page, progress);
}

std::optional<QByteArray> makeHtml(const Comparison &comparison, const ReportOptions &options, Progress &progress)
{
    return htmlReport(buildReport(comparison, options), progress);
}

constexpr std::array Formats{
    Format{"pdf"_L1, &makePdf},
    Format{"html"_L1, &makeHtml},
    Format{"csv"_L1, &csvReport},
    Format{"json"_L1, &jsonReport},
};

WriteFailure cannotWrite(const QString &file, const QString &detail)
{
    return {WriteError::CannotWrite, file, detail};
}

std::expected<void, WriteFailure> save(const QByteArray &report, const QString &file)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return std::unexpected(cannotWrite(file, target.errorString()));
    if (target.write(report) != report.size() || !target.commit()) {
        const QString detail = target.errorString();
        target.cancelWriting();
        return std::unexpected(cannotWrite(file, detail));
    }
    return {};
}

} // namespace

QStringList reportSuffixes()
{
    QStringList suffixes;
    for (const Format &format : Formats)
        suffixes.append(format.suffix);
    return suffixes;
}

std::expected<void, WriteFailure> writeReport(const Comparison &comparison, const QString &file,
                                              const ReportOptions &options, Progress &progress)
{
    const QString suffix = QFileInfo(file).suffix();
    const auto format = std::ranges::find_if(
        Formats, [&](const Format &known) { return suffix.compare(known.suffix, Qt::CaseInsensitive) == 0; });
    if (format == Formats.end())
        return std::unexpected(WriteFailure{WriteError::UnknownFormat, file, suffix});
    const std::optional<QByteArray> report = format->make(comparison, options, progress);
    if (!report)
        return std::unexpected(WriteFailure{WriteError::Cancelled, file, {}});
    return save(*report, file);
}

QString failureText(const WriteFailure &failure)
{
    const QString file = QDir::toNativeSeparators(failure.file);
    switch (failure.error) {
    case WriteError::Cancelled:
        return say(QT_TRANSLATE_NOOP("parallax", "Stopped: %1 was not written.")).arg(file);
    case WriteError::UnknownFormat:
        return say(QT_TRANSLATE_NOOP("parallax", "%1 was not written: its name does not say which format is wanted. "
                                                 "Give it one of these endings: %2."))
            .arg(file, u'.' + reportSuffixes().join(u", ."_s));
    case WriteError::CannotWrite:
        return say(QT_TRANSLATE_NOOP("parallax",
                                     "%1 could not be written: %2. An older file of that name is untouched. "
                                     "Choose another place, or free space there."))
            .arg(file, failure.detail);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace parallax
