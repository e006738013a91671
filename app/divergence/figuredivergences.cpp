// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/figuredivergences.h"

namespace parallax
{

std::vector<Divergence> findFigureDivergences(const DivergenceContext &)
{
    return {};
}

} // namespace parallax
