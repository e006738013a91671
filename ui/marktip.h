// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the tool tip of a mark says: kind, what differs, every article's reading, why the passages belong together.
#pragma once

#include "comparison/comparison.h"

#include <QString>

namespace parallax {

/// Rich text; the words of articles are escaped.
QString markTip(const Comparison &comparison, int divergence);

} // namespace parallax
