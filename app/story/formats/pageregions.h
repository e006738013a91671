// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Where in a web page the article stands, and what else stands there.
#pragma once

#include "story/formats/pageblocks.h"
#include "story/formats/pagehints.h"

#include <QStringList>

namespace parallax {

/// What the page says of itself, besides its visible text.
struct PageClaims {
    QStringList titles; ///< the headline as metadata give it, the likeliest first; may be empty
    QString author;     ///< names; empty where they give none
    QString body;       ///< the article's text by JSON-LD; empty as a rule
};

struct PageRegions {
    int first = 0, last = -1;     ///< the blocks of the article; the last before the first where there is none
    int title = -1;               ///< the block with the headline, which may stand before the first; -1: none
    std::vector<Hint> hints;      ///< by node, doubtful ones taken out
    std::vector<bool> asideNodes; ///< by node: within an element that is not the article's
    std::vector<bool> claimed;    ///< by block: JSON-LD's text has it
    bool isClaimReliable = false; ///< … and nearly all of that text stands on the page

    Hint hint(int node) const { return hints[static_cast<size_t>(node)]; }
    bool isAside(const PageBlock &block) const { return asideNodes[static_cast<size_t>(block.index)]; }
    bool isClaimed(int block) const { return isClaimReliable && claimed[static_cast<size_t>(block)]; }
};

/// Finds the article. Linear but for a factor of the nesting.
PageRegions findRegions(const PageTree &page, const std::vector<PageBlock> &blocks, const PageClaims &claims);

/// Letters and digits, case folded: what stays of a line when only its words count.
QString lettersKey(QStringView text);

bool isHeading(const PageNode &node);

/// Sums of a value of blocks over the blocks in any node.
class BlockSums
{
public:
    template <typename Value>
    BlockSums(const PageTree &page, const std::vector<PageBlock> &blocks, Value &&value)
        : m_page(page)
        , m_before(page.nodes.size() + 1, 0)
    {
        for (const PageBlock &b : blocks)
            m_before[static_cast<size_t>(b.index) + 1] += value(static_cast<int>(&b - blocks.data()));
        for (size_t n = 1; n < m_before.size(); ++n)
            m_before[n] += m_before[n - 1];
    }

    double in(int node) const
    {
        return m_before[static_cast<size_t>(m_page[node].end)] - m_before[static_cast<size_t>(node)];
    }
    double all() const { return m_before.back(); }

private:
    const PageTree &m_page;
    std::vector<double> m_before;
};

} // namespace parallax
