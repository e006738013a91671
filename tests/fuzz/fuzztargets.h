// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What takes bytes from files: each thing by itself, for a fuzzer to feed and for the replay of what fuzzers found.
#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

#include <span>

namespace parallax {

struct FuzzTarget {
    QLatin1StringView name; ///< also of its folder in tests/fuzz/corpus
    /// Feeds any bytes; answers what is wrong with the result, empty where nothing is. Never throws, never waits.
    QString (*run)(QByteArrayView bytes);
};

std::span<const FuzzTarget> fuzzTargets();

} // namespace parallax
