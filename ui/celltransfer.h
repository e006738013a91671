// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Cells on their way to the clipboard.
#pragma once

#include <QStringList>

#include <memory>
#include <vector>

class QMimeData;

namespace parallax {

/// The same cells as tab-separated lines (spreadsheets, plain text) and as an HTML table (word processors, mail).
/// The first line is taken as headings. Tabs and line ends inside a cell become spaces.
std::unique_ptr<QMimeData> cellTransfer(const std::vector<QStringList> &lines);

} // namespace parallax
