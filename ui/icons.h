// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Breeze's icons in the colours of the palette.
#pragma once

#include <QIcon>

namespace parallax {

/// The Breeze icon of that name ("folder-open"), drawn in the text colour the application has at the time it is
/// painted, so that it follows from light to dark by itself. Null where Breeze has none of that name.
QIcon breezeIcon(const QString &name);

} // namespace parallax
