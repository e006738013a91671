// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a file's encoding was taken for, and what else it could be.
#pragma once

#include "story/story.h"

#include <QByteArray>

#include <functional>

class QMenu;

namespace parallax {

/// Adds a menu "Encoding" to a menu: how the file was read and how sure that is, and every encoding there is, the
/// present one checked. `choose` gets an IANA name, or nothing for the program's own judgement.
void addEncodingMenu(QMenu *menu, const TextEncoding &now, const std::function<void(const QByteArray &)> &choose);

} // namespace parallax
