// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/wordingdivergences.h"

namespace parallax
{

std::vector<Divergence> findWordingDivergences(const DivergenceContext &)
{
    return {};
}

} // namespace parallax
