// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! "1 article", "5 articles": counted things in words.
#pragma once

#include <QString>

namespace parallax {

QString articleCount(int count);
QString eventCount(int count);
QString divergenceCount(int count);

} // namespace parallax
