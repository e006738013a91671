// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Work in pieces on all cores of the machine.
#pragma once

#include <functional>

namespace parallax {

/// Does piece(first) … piece(last − 1), each once, in any order, on the calling thread and on the idle ones of Qt's
/// global pool; returns when all are done. Nothing for an empty range. Pieces must be independent of each other.
void doOnAllCores(int first, int last, const std::function<void(int)> &piece);

} // namespace parallax
