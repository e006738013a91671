// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Work in pieces on all cores of the machine.
#pragma once

#include <functional>

namespace parallax {

/// Does piece(0) … piece(count − 1), each once, in any order, on Qt's global pool with as many threads as the machine
/// has cores. Meanwhile the calling thread hears with `report` how many are done, some fifty times a second; when that
/// answers false, pieces not begun are left out. Returns when none is under way: whether all were done. Nothing for
/// count 0. Pieces must be independent of each other and not call this.
[[nodiscard]] bool doOnAllCores(int count, const std::function<void(int)> &piece,
                                const std::function<bool(int done)> &report);

} // namespace parallax
