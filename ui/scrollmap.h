// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where one article stands when another stands somewhere: scrolling together, by event and not by pixel.
#pragma once

#include "ui/marks.h"
#include "ui/passagelayout.h"

#include <functional>
#include <vector>

namespace parallax {

/// Passages [fromFirst, fromLast] of one article report the event that [toFirst, toLast] of another reports.
struct Correspondence {
    int fromFirst = 0;
    int fromLast = 0;
    int toFirst = 0;
    int toLast = 0;

    friend bool operator==(const Correspondence &, const Correspondence &) = default;
};

/// In the order of `from`. A passage of several events goes by the current one, else by the one it fits best; where
/// `to` tells an event in several places, by the first of them. Empty where the two share nothing.
std::vector<Correspondence> correspondences(const Comparison &comparison, const MarkIndex &index, int from, int to,
                                            int currentEvent);

/// The height in `to` for a height in `from`, continuous: the edges of corresponding runs meet, in between (and from
/// the articles' edges to the first and last) it is interpolated.
double mappedHeight(const std::vector<Correspondence> &correspondences, double height, Band fromContent, Band toContent,
                    const std::function<Band(int)> &fromBand, const std::function<Band(int)> &toBand);

} // namespace parallax
