// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_session.cpp.
#include "session/cores.h"

#include <QtConcurrentMap>

#include <numeric>
#include <vector>

namespace parallax {

void doOnAllCores(int first, int last, const std::function<void(int)> &piece)
{
    if (last - first < 2) {
        if (first < last)
            piece(first);
        return;
    }
    std::vector<int> pieces(static_cast<size_t>(last - first));
    std::iota(pieces.begin(), pieces.end(), first);
    QtConcurrent::blockingMap(pieces, [&piece](int i) { piece(i); });
}

} // namespace parallax
