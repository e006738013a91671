// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Text of a cell on two lines at most.
#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

namespace parallax {

/// A text broken at words for a width in pixels: one line where it fits, else two, the second elided. Words longer than
/// a line break anywhere. An empty text is one empty line; line breaks count as spaces.
QStringList onTwoLines(const QString &text, const QFont &font, int width);

} // namespace parallax
