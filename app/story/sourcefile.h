// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The files of a folder, and the bytes of one: never waiting for a pipe, never past the limit.
#pragma once

#include "story/refusal.h"

#include <QByteArray>

#include <expected>
#include <filesystem>
#include <system_error>
#include <vector>

namespace parallax {

/// Beyond it no file is read. Documents and saved pages carry their pictures along; what text one may have is
/// largestText (formats/format.h).
constexpr qint64 largestFile = 64 * 1024 * 1024;

/// A file name as the user reads it; bytes that are not UTF-8 show as U+FFFD. Paths stay std::filesystem::path (the
/// bytes of the system) so that such files can be opened all the same.
QString displayName(const std::filesystem::path &path);
std::filesystem::path toPath(const QString &path);

/// The order of names that people expect: case folded, digits by value ("page 9" before "page 10"), no locale.
/// A strict weak order; names that differ only in case or leading zeros are told apart by their code units.
bool isNaturallyLess(QStringView a, QStringView b);

/// What stands directly in `folder`, without hidden files (one leading dot), in no order. The error is the system's.
std::expected<std::vector<std::filesystem::path>, std::error_code> entriesOf(const std::filesystem::path &folder);

/// The whole content of a regular file or of a link to one. Refuses folders, pipes, sockets and devices (Unsupported,
/// detail names the kind) without opening them, what is larger than `limit` (TooLarge, detail: the limit) and what the
/// system won't read (Unreadable, its message).
std::expected<QByteArray, Refusal> readRegularFile(const std::filesystem::path &path, qint64 limit = largestFile);

} // namespace parallax
