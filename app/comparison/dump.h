// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A stage of a comparison as plain text: for reading, for debugging, and for the goldens of the tests.
#pragma once

#include "comparison/comparison.h"

#include <optional>

namespace parallax {

enum class DumpStage { Language, Alignment, Measures, Divergences };

/// The stage named "language", "alignment", "measures" or "divergences"; nullopt for any other name. Measures are what
/// resources/alignment/refit.py fits weights to: a line a pair of passages of different articles.
std::optional<DumpStage> dumpStage(QStringView name);

/// One fact a line, English, the same bytes for the same comparison. Passages are written as `file:number`, counted
/// from 1; numbers with two decimals. Ends with a line break; empty for a comparison without any such fact.
QString dump(const Comparison &comparison, DumpStage stage);

} // namespace parallax
