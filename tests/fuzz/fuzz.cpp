// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One target for libFuzzer; FUZZ_TARGET is its name. A fault ends the program as a crash does, and libFuzzer keeps
//! the bytes.
#include "fuzztargets.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    for (const parallax::FuzzTarget &target : parallax::fuzzTargets()) {
        if (target.name != QLatin1StringView(FUZZ_TARGET))
            continue;
        const QString fault = target.run({reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)});
        if (!fault.isEmpty()) {
            std::fprintf(stderr, "%s\n", qPrintable(fault));
            std::abort();
        }
    }
    return 0;
}
