// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/sourcefile.h"

#include <QDir>
#include <QFile>
#include <QLocale>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace parallax {
namespace {

Refusal unreadable(int systemError)
{
    return {SkipReason::Unreadable, QString::fromLocal8Bit(std::strerror(systemError))};
}

QLatin1StringView kindName(fs::file_type type)
{
    switch (type) {
    case fs::file_type::directory:
        return "folder"_L1;
    case fs::file_type::fifo:
        return "named pipe"_L1;
    case fs::file_type::socket:
        return "socket"_L1;
    case fs::file_type::block:
    case fs::file_type::character:
        return "device"_L1;
    default:
        return "no regular file"_L1;
    }
}

/// Skips the zeros that don't count, and answers the digits that do.
QStringView takeNumber(QStringView &text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    while (text.size() > 1 && text.front() == u'0' && isDigit(text[1]))
        text = text.sliced(1);
    qsizetype length = 0;
    while (length < text.size() && isDigit(text[length]))
        ++length;
    const QStringView number = text.first(length);
    text = text.sliced(length);
    return number;
}

int compareNaturally(QStringView a, QStringView b)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    while (!a.isEmpty() && !b.isEmpty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const QStringView left = takeNumber(a), right = takeNumber(b);
            if (left.size() != right.size())
                return left.size() < right.size() ? -1 : 1;
            if (const int order = left.compare(right))
                return order;
        } else {
            if (a.front() != b.front())
                return a.front() < b.front() ? -1 : 1;
            a = a.sliced(1);
            b = b.sliced(1);
        }
    }
    return a.isEmpty() ? (b.isEmpty() ? 0 : -1) : 1;
}

} // namespace

QString displayName(const fs::path &path)
{
    const std::string name = path.filename().native();
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

fs::path toPath(const QString &path)
{
    return fs::path(QFile::encodeName(QDir::cleanPath(path)).toStdString());
}

bool isNaturallyLess(QStringView a, QStringView b)
{
    const int order = compareNaturally(a.toString().toCaseFolded(), b.toString().toCaseFolded());
    return order ? order < 0 : a.compare(b) < 0;
}

std::expected<std::vector<fs::path>, std::error_code> entriesOf(const fs::path &folder)
{
    std::vector<fs::path> out;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().native();
        if (!name.starts_with('.') || name.starts_with(".."))
            out.push_back(it->path());
    }
    if (error)
        return std::unexpected(error);
    return out;
}

std::expected<QByteArray, Refusal> readRegularFile(const fs::path &path, qint64 limit)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error || !fs::exists(status))
        return std::unexpected(unreadable(error ? error.value() : ENOENT));
    if (!fs::is_regular_file(status))
        return std::unexpected(Refusal{SkipReason::Unsupported, kindName(status.type())});

    // Non-blocking, and asked again once open: the name may have come to mean a pipe in the meantime.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return std::unexpected(unreadable(errno));
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return std::unexpected(Refusal{SkipReason::Unreadable, file.errorString()});
    struct stat opened{};
    if (::fstat(descriptor, &opened) != 0 || !S_ISREG(opened.st_mode))
        return std::unexpected(Refusal{SkipReason::Unsupported, kindName(fs::file_type::unknown)});
    const Refusal tooLarge{SkipReason::TooLarge, QLocale::c().formattedDataSize(limit, 0, QLocale::DataSizeIecFormat)};
    if (opened.st_size > limit)
        return std::unexpected(tooLarge);
    QByteArray bytes = file.read(limit + 1); // a file may grow, and some of the system's say size 0
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(Refusal{SkipReason::Unreadable, file.errorString()});
    if (bytes.size() > limit)
        return std::unexpected(tooLarge);
    return bytes;
}

} // namespace parallax
