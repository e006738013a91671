// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! "environ", "mehr als", "около": how exactly a number is meant, in languages beside English.
#pragma once

#include "language/figures.h"

#include <QString>

#include <optional>

namespace parallax {

/// What the folded words `phrase`, right before a number, say of it in `language` (BCP 47); nothing where they say
/// nothing or the language is not known. English is figurescope.cpp's.
std::optional<Precision> approximation(const QString &language, const QString &phrase);

} // namespace parallax
