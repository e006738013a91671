// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Running text gives itself away: its paragraphs are long, have commas and hardly a link; menus, teasers and lists of
//! other stories are short and are all links. That is enough to find *where* the article stands, and the names that
//! its makers gave to the page's parts tell what else stands there:
//!
//!     <body class="has-sidebar">                       a name that cannot be meant: the headline is in it
//!       <div class="menu">…</div>                      aside
//!       <div id="story">                               its paragraphs weigh most: the article
//!         <h1>Ferry aground</h1>
//!         <p>A passenger ferry carrying 214 …</p>
//!         <div class="related">…</div>                 aside, within
//!         <p>All were ashore by two.</p>
//!       </div>
//!       <div class="comments"><p>My cousin …</p></div> aside, however long
//!
//! Steps: (1) elements set aside by name, tag or role, unless they hold what the article must hold; (2) each paragraph
//! lends its weight to the elements around it, the nearest most; the heaviest, less its links, is the container;
//! (3) it grows over neighbours of the same make; (4) each block in it gets its role by its words, its links and place.
//! Where JSON-LD gives the text, the container is where that text stands, and it settles doubts about blocks.
//! (Weights by nearness: Readability; links and length of blocks: Kohlschütter et al., WSDM 2010.)
//!
//! The wrong alternative is to trust `<article>` and the like: teasers are articles too, and many sites have none.
//!
//! Tested by tst_webpage.cpp.
#include "story/formats/maintext.h"

#include "story/formats/pagehints.h"
#include "story/pageparts.h"
#include "story/roles.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr double shortestWeight = 25;    ///< characters; shorter blocks tell nothing about where the text stands
constexpr double hintWeight = 25;        ///< what a container's name is worth: that of five paragraphs
constexpr double oneParagraph = 3;       ///< the weight of one, of some length
constexpr double mostlyLinks = 0.5;      ///< of a block's characters
constexpr qsizetype enoughClaimed = 250; ///< characters of JSON-LD text that are more than a summary

QString keyOf(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            out += c;
    }
    return out.toCaseFolded();
}

bool isHeading(const QString &tag)
{
    return tag.size() == 2 && tag[0] == u'h' && tag[1] >= u'1' && tag[1] <= u'6';
}

class Finder
{
public:
    Finder(const PageTree &page, const std::vector<PageBlock> &blocks, const PageClaims &claims)
        : m_page(page)
        , m_blocks(blocks)
        , m_claims(claims)
        , m_hints(page.nodes.size(), Hint::None)
        , m_aside(page.nodes.size(), false)
    {
    }

    MainText find()
    {
        findHints();
        findTitle();
        weigh();
        doubtHints();
        setAside();
        readClaims();
        const auto [first, last] = range();
        m_first = first;
        if (first > last)
            return {};
        return {passages(first, last), m_title < 0 ? QString() : block(m_title).text};
    }

private:
    const PageTree &m_page;
    const std::vector<PageBlock> &m_blocks;
    const PageClaims &m_claims;
    std::vector<Hint> m_hints;
    std::vector<bool> m_aside;     ///< by node: in an element that is not the article's
    std::vector<double> m_weights; ///< by block
    std::vector<bool> m_claimed;   ///< by block: JSON-LD has it
    double m_claimedShare = 0;     ///< of the claimed text that was found
    int m_title = -1;              ///< the block with the headline
    int m_first = 0;               ///< the first block of the article
    bool m_hasPosts = false;       ///< the headline stands in an entry of a blog

    int blockCount() const { return static_cast<int>(m_blocks.size()); }
    const PageBlock &block(int i) const { return m_blocks[static_cast<size_t>(i)]; }
    const PageNode &elementOf(int i) const { return m_page[block(i).node]; }
    Hint hint(int node) const { return m_hints[static_cast<size_t>(node)]; }
    bool isAside(int i) const { return m_aside[static_cast<size_t>(block(i).index)]; }
    double weight(int i) const { return m_weights[static_cast<size_t>(i)]; }

    bool isWithin(int i, int node) const { return block(i).index >= node && block(i).index < m_page[node].end; }

    // ------------------------------------------------------------------------------------------------- hints

    void findHints()
    {
        QHash<QString, Hint> known;
        for (int i = 0; i < m_page.size(); ++i) {
            const PageNode &node = m_page[i];
            if (node.isText())
                continue;
            QString key = node.tag;
            for (const auto &[name, value] : node.attributes) {
                if (name != "href"_L1 && name != "content"_L1)
                    key += u'\n' + name + u'=' + value;
            }
            const auto found = known.constFind(key);
            m_hints[static_cast<size_t>(i)] = found != known.cend() ? *found : *known.insert(key, hintOf(node));
        }
    }

    /// The headline: a heading that the metadata give too, else the first h1 with a title's length.
    void findTitle()
    {
        QStringList wanted;
        for (const QString &title : m_claims.titles)
            wanted.append(keyOf(title));
        int bestRank = std::numeric_limits<int>::max();
        int unmarked = -1; // a line that reads like the title and is no heading
        for (int i = 0; i < blockCount(); ++i) {
            const QString &tag = elementOf(i).tag;
            const bool isTitleTag = isHeading(tag) || hasHintAround(i, Hint::Headline);
            if (block(i).text.size() > 300)
                continue;
            const QString key = keyOf(block(i).text);
            if (!isTitleTag) {
                if (unmarked < 0 && key.size() >= 12 && wanted.contains(key) && block(i).linkDensity() < mostlyLinks)
                    unmarked = i;
                continue;
            }
            qsizetype rank = wanted.size() * 2 + (tag == "h1"_L1 ? 0 : 10);
            for (qsizetype w = 0; w < wanted.size(); ++w) {
                const bool isSame = wanted[w] == key;
                const bool isPart = key.size() >= 12 && (wanted[w].startsWith(key) || key.startsWith(wanted[w]));
                if (isSame || isPart)
                    rank = std::min(rank, w * 2 + (isSame ? 0 : 1));
            }
            if (tag != "h1"_L1 && rank >= wanted.size() * 2)
                continue;
            if (rank < bestRank && (rank < wanted.size() * 2 || wordCount(block(i).text) >= 3)) {
                bestRank = static_cast<int>(rank);
                m_title = i;
            }
        }
        if (m_title < 0)
            m_title = unmarked;
    }

    bool hasHintAround(int i, Hint wanted) const
    {
        for (int n = block(i).node, up = 0; n >= 0 && up < 3; n = m_page[n].parent, ++up) {
            if (hint(n) == wanted)
                return true;
        }
        return false;
    }

    // ------------------------------------------------------------------------------------------------- weights

    void weigh()
    {
        m_weights.resize(m_blocks.size());
        for (int i = 0; i < blockCount(); ++i) {
            const PageBlock &b = block(i);
            const double length = static_cast<double>(b.text.size() - b.linked) * (isIdeographic(b.text) ? 2.5 : 1.0);
            const bool isText = length >= shortestWeight && !isHeading(elementOf(i).tag);
            const auto commas =
                std::ranges::count_if(b.text, [](QChar c) { return QStringView(u",،、，؛").contains(c); });
            const double shape = 1 + static_cast<double>(commas) + std::min(length / 100, 3.0);
            m_weights[static_cast<size_t>(i)] = isText ? shape * (1 - b.linkDensity()) : 0;
        }
    }

    static bool isIdeographic(QStringView text)
    {
        return 2 * std::ranges::count_if(text,
                                         [](QChar c) {
                                             return c.script() == QChar::Script_Han ||
                                                    c.script() == QChar::Script_Hiragana ||
                                                    c.script() == QChar::Script_Katakana;
                                         }) >
               text.size();
    }

    /// Sums of a block's value over the blocks of any node, by prefix sums.
    template <typename Value>
    std::vector<double> sums(Value &&value) const
    {
        std::vector<double> before(m_page.nodes.size() + 1, 0);
        for (int i = 0; i < blockCount(); ++i)
            before[static_cast<size_t>(block(i).index) + 1] += value(i);
        for (size_t n = 1; n < before.size(); ++n)
            before[n] += before[n - 1];
        return before;
    }

    double within(const std::vector<double> &before, int node) const
    {
        return before[static_cast<size_t>(m_page[node].end)] - before[static_cast<size_t>(node)];
    }

    // ------------------------------------------------------------------------------------------------- set aside

    /// A byline has a few words. An element so called that holds more is something else: the frame of a post that a
    /// blog labels with its author, or the author's life.
    void doubtHints()
    {
        for (int n = m_title < 0 ? -1 : block(m_title).node; n >= 0; n = m_page[n].parent)
            m_hasPosts = m_hasPosts || isPost(n);
        const auto words = sums([&](int i) { return static_cast<double>(wordCount(block(i).text)); });
        for (int n = 0; n < m_page.size(); ++n) {
            Hint &h = m_hints[static_cast<size_t>(n)];
            const double most = h == Hint::Byline       ? 40
                                : h == Hint::Date       ? 25
                                : h == Hint::Caption    ? 150
                                : h == Hint::Standfirst ? 120
                                : h == Hint::PullQuote  ? 100
                                                        : std::numeric_limits<double>::max();
            if (within(words, n) > most)
                h = h == Hint::Byline ? Hint::Aside : Hint::None;
            if (isTeaser(n))
                h = Hint::Aside;
        }
    }

    /// What WordPress, and microformats, call an entry of a blog.
    bool isPost(int n) const
    {
        static const QRegularExpression post(u"(?:^|\\s)(?:type-post|hentry|h-entry)(?:\\s|$)"_s);
        return !m_page[n].isText() && !m_page[n].is("body"_L1) && post.match(m_page[n].value("class"_L1)).hasMatch();
    }

    /// An article within the page that links to where it stands: another story's first words. Or another post of a
    /// blog, where one post has the title.
    bool isTeaser(int n) const
    {
        if (m_title >= 0 && isWithin(m_title, n))
            return false;
        if (m_hasPosts && isPost(n))
            return true;
        if (!m_page[n].is("article"_L1))
            return false;
        const auto first = std::ranges::lower_bound(m_blocks, n, {}, &PageBlock::index);
        for (auto b = first; b != m_blocks.end() && b->index < m_page[n].end; ++b) {
            if (isHeading(m_page[b->node].tag))
                return b->linkDensity() > 0.8;
        }
        return false;
    }

    /// Follows the hints, from the outside inwards, where they cannot be wrong.
    void setAside()
    {
        const std::vector<double> weights = sums([&](int i) { return weight(i); });
        const double all = weights.back();
        std::vector<int> bodies;
        for (int n = 0; n < m_page.size(); ++n) {
            if (hint(n) == Hint::Text)
                bodies.push_back(n);
        }
        for (int n = 0; n < m_page.size();) {
            const bool isComments = hint(n) == Hint::Comments;
            if ((hint(n) != Hint::Aside && !isComments) || m_page[n].isText()) {
                ++n;
                continue;
            }
            const double share = all > 0 ? within(weights, n) / all : 0;
            const double rest = all - within(weights, n);
            const bool isFrame = m_page[n].is("html"_L1) || m_page[n].is("body"_L1) || m_page[n].is("main"_L1);
            const bool holdsTitle = m_title >= 0 && isWithin(m_title, n);
            const auto body = std::ranges::lower_bound(bodies, n);
            const bool holdsBody = body != bodies.end() && *body < m_page[n].end && within(weights, *body) > 0.2 * all;
            const bool holdsMost = isComments ? rest < oneParagraph : share > 0.4;
            const bool isSmallHead = holdsTitle && share < 0.02 && !isFrame;
            if (isFrame || holdsMost || holdsBody || (holdsTitle && !isSmallHead)) {
                ++n;
                continue;
            }
            std::fill(m_aside.begin() + n, m_aside.begin() + m_page[n].end, true);
            n = m_page[n].end;
        }
        if (m_title >= 0) // a headline in a page header stays one
            m_aside[static_cast<size_t>(block(m_title).index)] = false;
    }

    // ------------------------------------------------------------------------------------------------- JSON-LD's text

    void readClaims()
    {
        m_claimed.assign(m_blocks.size(), false);
        if (m_claims.body.size() < enoughClaimed)
            return;
        const QString claimed = keyOf(m_claims.body);
        qsizetype found = 0;
        for (int i = 0; i < blockCount(); ++i) {
            const QString key = keyOf(block(i).text);
            if (key.size() >= 20 && claimed.contains(key)) {
                m_claimed[static_cast<size_t>(i)] = true;
                found += key.size();
            }
        }
        m_claimedShare = std::min(1.0, static_cast<double>(found) / static_cast<double>(claimed.size()));
    }

    bool isClaimReliable() const { return m_claimedShare > 0.6; }
    bool isClaimed(int i) const { return m_claimed[static_cast<size_t>(i)]; }

    // ------------------------------------------------------------------------------------------------- the container

    /// Where a paragraph's weight goes first: the element that holds it beside others.
    int holderOf(int i) const
    {
        const int node = block(i).node;
        const QString &tag = m_page[node].tag;
        const bool holds = tag == "div"_L1 || tag == "section"_L1 || tag == "article"_L1 || tag == "td"_L1 ||
                           tag == "main"_L1 || tag == "body"_L1 || tag == "center"_L1;
        const bool isShared = (i > 0 && isWithin(i - 1, node)) || (i + 1 < blockCount() && isWithin(i + 1, node));
        return holds && isShared ? node : m_page[node].parent;
    }

    std::vector<double> scores() const
    {
        std::vector<double> out(m_page.nodes.size(), 0);
        for (int i = 0; i < blockCount(); ++i) {
            if (isAside(i) || weight(i) <= 0)
                continue;
            double factor = 1;
            int level = 0;
            for (int n = holderOf(i); n >= 0 && level < 5; n = m_page[n].parent, ++level) {
                out[static_cast<size_t>(n)] += weight(i) * factor;
                factor = level == 0 ? 0.5 : 1.0 / (3 * (level + 1));
            }
        }
        const auto lengths = sums([&](int i) { return isAside(i) ? 0.0 : static_cast<double>(block(i).text.size()); });
        const auto links = sums([&](int i) { return isAside(i) ? 0.0 : static_cast<double>(block(i).linked); });
        for (int n = 0; n < m_page.size(); ++n) {
            double &score = out[static_cast<size_t>(n)];
            if (score <= 0)
                continue;
            score += bonus(n);
            score *= 1 - within(links, n) / std::max(1.0, within(lengths, n));
        }
        return out;
    }

    double bonus(int n) const
    {
        const PageNode &node = m_page[n];
        const double named = hint(n) == Hint::Text                                 ? hintWeight
                             : hint(n) == Hint::Aside || hint(n) == Hint::Comments ? -hintWeight
                                                                                   : 0;
        const double tagged = node.is("article"_L1)                                              ? 15
                              : node.is("div"_L1) || node.is("section"_L1) || node.is("main"_L1) ? 5
                              : node.is("ul"_L1) || node.is("ol"_L1) || node.is("dl"_L1)         ? -3
                                                                                                 : 0;
        return named + tagged +
               (node.value("itemprop"_L1).endsWith("articleBody"_L1, Qt::CaseInsensitive) ? hintWeight : 0);
    }

    int container() const
    {
        const std::vector<double> all = scores();
        const auto best = std::ranges::max_element(all);
        if (best == all.end() || *best <= 0)
            return -1;
        int node = static_cast<int>(best - all.begin());
        // Text in parts, each in an element of its own: the element around them, as long as it adds much.
        const auto weights = sums([&](int i) { return isAside(i) ? 0.0 : weight(i); });
        for (int n = m_page[node].parent, up = 0; n > 0 && up < 6 && !m_page[n].is("body"_L1);
             n = m_page[n].parent, ++up) {
            const double density = all[static_cast<size_t>(n)];
            if (within(weights, n) > 1.3 * within(weights, node) && density > 0.5 * all[static_cast<size_t>(node)])
                node = n;
        }
        return node;
    }

    /// The blocks of the article, from the first to the last; the first behind the last where there are none.
    std::pair<int, int> range() const
    {
        int first = blockCount(), last = -1;
        if (isClaimReliable()) {
            for (int i = 0; i < blockCount(); ++i) {
                if (isClaimed(i)) {
                    first = std::min(first, i);
                    last = i;
                }
            }
            return {first, last};
        }
        const int node = container();
        if (node < 0)
            return {0, -1};
        for (int i = 0; i < blockCount(); ++i) {
            if (isWithin(i, node) && !isAside(i)) {
                first = std::min(first, i);
                last = i;
            }
        }
        if (first > last)
            return {0, -1};
        return grown(first, last);
    }

    /// Over neighbours that are paragraphs of the same make, with next to nothing between.
    std::pair<int, int> grown(int first, int last) const
    {
        constexpr int mostBetween = 12; // words
        constexpr double paragraph = 2;
        const auto grow = [&](int from, int step) {
            int reached = from, between = 0;
            for (int i = from + step; i >= 0 && i < blockCount() && between <= mostBetween; i += step) {
                if (i == m_title)
                    break;
                if (isAside(i))
                    continue;
                if (weight(i) >= paragraph && elementOf(i).is("p"_L1) && block(i).linkDensity() < 0.25)
                    reached = i, between = 0;
                else
                    between += wordCount(block(i).text);
            }
            return reached;
        };
        return {grow(first, -1), grow(last, 1)};
    }

    // ------------------------------------------------------------------------------------------------- roles

    std::vector<Passage> passages(int first, int last) const
    {
        std::vector<Passage> out;
        if (m_title >= 0 && m_title < first)
            first = standfirstsBetween(m_title, first);
        QHash<QString, int> seen; // with the element
        if (m_title >= 0 && (m_title < first || m_title > last)) {
            out.push_back({block(m_title).text, Role::Headline});
            seen.insert(keyOf(block(m_title).text), -1);
        }
        for (int i = first; i <= last; ++i) {
            if (isAside(i) && !(isClaimReliable() && isClaimed(i)))
                continue;
            out.push_back({block(i).text, roleOf(i, seen)});
            if (const QString key = keyOf(block(i).text); !seen.contains(key))
                seen.insert(key, block(i).node);
        }
        tidyEnd(out);
        tidyHeadings(out);
        return out;
    }

    /// Where the standfirst and what else stands between the headline and the text begin; `first` where nothing does.
    int standfirstsBetween(int title, int first) const
    {
        constexpr int mostBetween = 15;
        return first - title - 1 <= mostBetween ? title + 1 : first;
    }

    Hint partOf(int i) const
    {
        for (int n = block(i).node, up = 0; n > 0 && up < 5; n = m_page[n].parent, ++up) {
            const Hint h = hint(n);
            if (h == Hint::Text)
                return Hint::None;
            if (h != Hint::None && h != Hint::Aside && h != Hint::Comments)
                return h;
        }
        // An inline element that makes up the whole block
        for (int n = block(i).index; n > block(i).node; n = m_page[n].parent) {
            const Hint h = hint(n);
            if ((h == Hint::Caption || h == Hint::Byline || h == Hint::Date) &&
                m_page.textOf(n).size() * 3 > block(i).text.size() * 2)
                return h;
        }
        return Hint::None;
    }

    Role roleOf(int i, const QHash<QString, int> &seen) const
    {
        const PageBlock &b = block(i);
        const PageNode &element = elementOf(i);
        const int words = wordCount(b.text);
        if (i == m_title)
            return Role::Headline;
        const QString key = keyOf(b.text);
        // Said before, whole, and set in another way: a pull quote. The same once more is the writer's.
        if (const auto before = seen.constFind(key); before != seen.cend() && words >= 12) {
            if (*before < 0 || m_page[*before].parent != element.parent || m_page[*before].tag != element.tag)
                return Role::Furniture;
        }
        if (m_title >= 0 && key == keyOf(block(m_title).text))
            return Role::Furniture;
        if (isClaimReliable() && isClaimed(i))
            return isHeading(element.tag) ? Role::Headline : Role::Body;
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
        if (isDateAbove(i))
            return Role::Dateline;
        if (isHeading(element.tag))
            return Role::Headline;
        return Role::Body;
    }

    /// A list that the text announces: "The ports are:".
    bool isLedOn(int i) const
    {
        if (!elementOf(i).is("li"_L1))
            return false;
        const int list = m_page[block(i).node].parent;
        while (i > 0 && isWithin(i, list))
            --i;
        return block(i).text.endsWith(u':') && block(i).linkDensity() < mostlyLinks && wordCount(block(i).text) >= 4;
    }

    /// A line above the text with nothing but a day, a time and a few words, in whatever language.
    bool isDateAbove(int i) const
    {
        static const QRegularExpression date(
            uR"(\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b(?:19|20)\d\d\b.*\b\d{1,2}:\d\d\b|\b\d{1,2}:\d\d\b.*\b(?:19|20)\d\d\b)"_s);
        constexpr int longest = 20, farthest = 6;
        const QString &text = block(i).text;
        if (i < m_title || i > std::max(m_title, m_first) + farthest || wordCount(text) > longest || endsWithStop(text))
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
        double length = 0, linked = 0;
        const auto first = std::ranges::lower_bound(m_blocks, node, {}, &PageBlock::index);
        for (auto b = first; b != m_blocks.end() && b->index < m_page[node].end; ++b) {
            length += static_cast<double>(b->text.size());
            linked += b->linked;
        }
        return length > 0 ? linked / length : 0;
    }

    /// Behind the last sentence there is nothing to tell.
    static void tidyEnd(std::vector<Passage> &passages)
    {
        while (!passages.empty() && !isTold(passages.back().role))
            passages.pop_back();
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
    if (page.nodes.empty() || blocks.empty())
        return {};
    return Finder(page, blocks, claims).find();
}

} // namespace parallax
