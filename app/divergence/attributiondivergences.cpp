// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/attributiondivergences.h"

namespace parallax
{

std::vector<Divergence> findAttributionDivergences(const DivergenceContext &)
{
    return {};
}

} // namespace parallax
