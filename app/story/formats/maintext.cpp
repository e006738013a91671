// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What each block of the article is. The elements know most: a caption stands in <figcaption>, a byline in an element
//! that is called so. Then its words (pageparts.h), its links, and its place:
//!
//!     <h1>Ferry aground</h1>                           headline
//!     <p>12/05/2024 - 08:15</p>                        nothing but a date, above the text: dateline
//!     <p>A passenger ferry carrying 214 …</p>          body
//!     <blockquote>It was very quiet</blockquote>       said before, set in another way: a pull quote
//!     <p><a href="/2">How to sail in fog</a></p>       all link: leads elsewhere
//!     <p>The ports are:</p><ul><li><a>Orrin</a> …      a list of links that the text announces: body
//!
//! In doubt a block is Body. The wrong alternative is to drop what is no text: the reader must be able to see that
//! something was set aside. Tested by tst_webpage.cpp.
#include "story/formats/maintext.h"

#include "story/pageparts.h"
#include "story/roles.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr double mostlyLinks = 0.5; ///< of a block's characters

class Judge
{
public:
    Judge(const PageTree &page, const std::vector<PageBlock> &blocks, const PageClaims &claims,
          const PageRegions &regions)
        : m_page(page)
        , m_blocks(blocks)
        , m_claims(claims)
        , m_regions(regions)
        , m_lengths(page, blocks, [&](int i) { return static_cast<double>(block(i).text.size()); })
        , m_links(page, blocks, [&](int i) { return static_cast<double>(block(i).linked); })
    {
    }

    std::vector<Passage> passages()
    {
        int first = m_regions.first;
        const int last = m_regions.last;
        std::vector<Passage> out;
        if (m_regions.title >= 0 && m_regions.title < first)
            first = standfirstsBetween(m_regions.title, first);
        std::vector<int> from;    // the block of each
        QHash<QString, int> seen; // with the element
        if (m_regions.title >= 0 && (m_regions.title < first || m_regions.title > last)) {
            out.push_back({block(m_regions.title).text, Role::Headline});
            from.push_back(m_regions.title);
            seen.insert(lettersKey(block(m_regions.title).text), -1);
        }
        for (int i = first; i <= last; ++i) {
            if (m_regions.isAside(block(i)) && !m_regions.isClaimed(i))
                continue;
            out.push_back({block(i).text, roleOf(i, seen)});
            from.push_back(i);
            if (const QString key = lettersKey(block(i).text); !seen.contains(key))
                seen.insert(key, block(i).node);
        }
        tidyEnd(out, from);
        tidyHeadings(out);
        return out;
    }

private:
    const PageTree &m_page;
    const std::vector<PageBlock> &m_blocks;
    const PageClaims &m_claims;
    const PageRegions &m_regions;
    BlockSums m_lengths, m_links;
    QHash<int, bool> m_ledOn; ///< by the list's node

    const PageBlock &block(int i) const { return m_blocks[static_cast<size_t>(i)]; }
    const PageNode &elementOf(int i) const { return m_page[block(i).node]; }

    /// Where the standfirst and what else stands between the headline and the text begin; `first` where nothing does.
    int standfirstsBetween(int title, int first) const
    {
        constexpr int mostBetween = 15;
        return first - title - 1 <= mostBetween ? title + 1 : first;
    }

    Hint partOf(int i) const
    {
        for (int n = block(i).node, up = 0; n > 0 && up < 5; n = m_page[n].parent, ++up) {
            const Hint h = m_regions.hint(n);
            if (h == Hint::Text)
                return Hint::None;
            if (h != Hint::None && h != Hint::Aside && h != Hint::Comments)
                return h;
        }
        // An inline element that makes up the whole block
        for (int n = block(i).index; n > block(i).node; n = m_page[n].parent) {
            const Hint h = m_regions.hint(n);
            if ((h == Hint::Caption || h == Hint::Byline || h == Hint::Date) &&
                m_page.textOf(n).size() * 3 > block(i).text.size() * 2)
                return h;
        }
        return Hint::None;
    }

    Role roleOf(int i, const QHash<QString, int> &seen)
    {
        const PageBlock &b = block(i);
        const PageNode &element = elementOf(i);
        const int words = wordCount(b.text);
        if (i == m_regions.title)
            return Role::Headline;
        const QString key = lettersKey(b.text);
        // Said before, whole, and set in another way: a pull quote. The same once more is the writer's.
        if (const auto before = seen.constFind(key); before != seen.cend() && words >= 12) {
            if (*before < 0 || m_page[*before].parent != element.parent || m_page[*before].tag != element.tag)
                return Role::Furniture;
        }
        if (m_regions.title >= 0 && key == lettersKey(block(m_regions.title).text))
            return Role::Furniture;
        if (m_regions.isClaimed(i))
            return isHeading(element) ? Role::Headline : Role::Body;
        switch (partOf(i)) {
        case Hint::Caption:
            return words >= 3 ? Role::Caption : Role::Furniture;
        case Hint::Standfirst:
            if (words >= 4 && b.linkDensity() < mostlyLinks)
                return Role::Headline;
            break;
        case Hint::Byline:
            if (words <= 25)
                return Role::Byline;
            break;
        case Hint::Date:
            if (words <= 15)
                return Role::Dateline;
            break;
        case Hint::PullQuote:
            return Role::Furniture;
        default:
            break;
        }
        if (const auto role = pagePart(b.text); role && !element.is("li"_L1))
            return *role;
        if (isLinkOnly(i) && !isLedOn(i))
            return Role::Furniture;
        if (isAuthor(key, words))
            return Role::Byline;
        if (isDateAbove(i))
            return Role::Dateline;
        if (isHeading(element))
            return Role::Headline;
        return Role::Body;
    }

    /// A list that the text announces: "The ports are:".
    bool isLedOn(int i)
    {
        if (!elementOf(i).is("li"_L1))
            return false;
        const int list = m_page[block(i).node].parent;
        if (const auto known = m_ledOn.constFind(list); known != m_ledOn.cend())
            return *known; // a list has thousands of items, and one answer
        const auto first = std::ranges::lower_bound(m_blocks, list, {}, &PageBlock::index);
        const bool answer = first != m_blocks.begin() && std::prev(first)->text.endsWith(u':') &&
                            std::prev(first)->linkDensity() < mostlyLinks && wordCount(std::prev(first)->text) >= 4;
        return *m_ledOn.insert(list, answer);
    }

    /// The author's name as metadata give it, with a word or two around it in whatever language.
    bool isAuthor(const QString &key, int words) const
    {
        constexpr qsizetype shortestName = 5;
        const QString author = lettersKey(m_claims.author);
        return author.size() >= shortestName && words <= 2 + wordCount(m_claims.author) && key.contains(author);
    }

    /// A line above the text with nothing but a day, a time and a few words, in whatever language.
    bool isDateAbove(int i) const
    {
        static const QRegularExpression date(
            uR"(\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:19|20)\d\d\b.*\b\d{1,2}:\d\d\b|\b\d{1,2}:\d\d\b.*\b(?:19|20)\d\d\b)"_s);
        constexpr int longest = 20, farthest = 6;
        const QString &text = block(i).text;
        if (i < m_regions.title || i > std::max(m_regions.title, m_regions.first) + farthest ||
            wordCount(text) > longest || endsWithStop(text))
            return false;
        return date.match(text).hasMatch() && elementOf(i).tag != "li"_L1 && elementOf(i).tag != "tr"_L1;
    }

    /// A line or list that only leads elsewhere.
    bool isLinkOnly(int i) const
    {
        const PageBlock &b = block(i);
        if (b.linkDensity() < mostlyLinks)
            return false;
        const int node = block(i).node;
        const int parent = m_page[node].parent;
        if (m_page[node].is("li"_L1) && parent >= 0)
            return linkDensityOf(parent) > mostlyLinks;
        return b.linkDensity() > 0.8 || !endsWithStop(b.text);
    }

    double linkDensityOf(int node) const
    {
        const double length = m_lengths.in(node);
        return length > 0 ? m_links.in(node) / length : 0;
    }

    /// Behind the last sentence there is nothing to tell. A few lines that look like page parts stay to be seen, in
    /// case they are none; links, and the many, go.
    void tidyEnd(std::vector<Passage> &passages, const std::vector<int> &from) const
    {
        constexpr size_t few = 3;
        size_t told = passages.size();
        while (told > 0 && !isTold(passages[told - 1].role))
            --told;
        std::vector<Passage> rest;
        for (size_t i = told; i < passages.size(); ++i) {
            if (from[i] >= 0 && block(from[i]).linkDensity() < mostlyLinks)
                rest.push_back(passages[i]);
        }
        passages.resize(told);
        if (rest.size() <= few)
            std::ranges::move(rest, std::back_inserter(passages));
    }

    /// A heading that nothing follows, or whose text was set aside, heads nothing.
    static void tidyHeadings(std::vector<Passage> &passages)
    {
        bool told = false;
        for (auto p = passages.rbegin(); p != passages.rend(); ++p) {
            const bool isFirst = p + 1 == passages.rend();
            if (p->role == Role::Headline && !told && !isFirst)
                p->role = Role::Furniture;
            if (p->role == Role::Body)
                told = true;
        }
    }
};

} // namespace

MainText mainText(const PageTree &page, const std::vector<PageBlock> &blocks, const PageClaims &claims)
{
    const PageRegions regions = findRegions(page, blocks, claims);
    if (regions.first > regions.last)
        return {};
    return {Judge(page, blocks, claims, regions).passages(),
            regions.title < 0 ? QString() : blocks[static_cast<size_t>(regions.title)].text};
}

} // namespace parallax
