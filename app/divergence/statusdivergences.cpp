// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/statusdivergences.h"

namespace parallax
{

std::vector<Divergence> findStatusDivergences(const DivergenceContext &)
{
    return {};
}

} // namespace parallax
