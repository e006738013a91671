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
//! (3) it grows over neighbours of the same make.
//! Where JSON-LD gives the text, the container is where that text stands, and it settles doubts about blocks.
//! (Weights by nearness: Readability; links and length of blocks: Kohlschütter et al., WSDM 2010.)
//!
//! The wrong alternative is to trust `<article>` and the like: teasers are articles too, and many sites have none.
//!
//! Tested by tst_webpage.cpp.
#include "story/formats/pageregions.h"

#include "story/roles.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr double shortestWeight = 25;          ///< characters; shorter blocks tell nothing about where the text stands
constexpr double hintWeight = 25;              ///< what a container's name is worth: that of five paragraphs
constexpr double oneParagraph = 3;             ///< the weight of one, of some length
constexpr double mostlyLinks = 0.5;            ///< of a block's characters
constexpr qsizetype claimedPiece = 20;         ///< letters and digits; shorter blocks say nothing
constexpr qsizetype longestClaim = 512 * 1024; ///< characters of it that are looked at
constexpr double nearlyAll = 0.6;              ///< of JSON-LD's text is on the page: then it is the article's
constexpr qsizetype enoughClaimed = 250;       ///< characters of JSON-LD text that are more than a summary

class Finder
{
public:
    Finder(const PageTree &page, const std::vector<PageBlock> &blocks, const PageClaims &claims)
        : m_page(page)
        , m_blocks(blocks)
        , m_claims(claims)
    {
        m_out.hints.resize(page.nodes.size(), Hint::None);
        m_out.asideNodes.resize(page.nodes.size(), false);
        m_out.claimed.resize(blocks.size(), false);
    }

    PageRegions find()
    {
        findHints();
        findTitle();
        weigh();
        doubtHints();
        setAside();
        readClaims();
        std::tie(m_out.first, m_out.last) = range();
        m_out.title = m_title;
        return std::move(m_out);
    }

private:
    const PageTree &m_page;
    const std::vector<PageBlock> &m_blocks;
    const PageClaims &m_claims;
    PageRegions m_out;
    std::vector<double> m_weights; ///< by block
    int m_title = -1;              ///< the block with the headline
    bool m_hasPosts = false;       ///< the headline stands in an entry of a blog

    int blockCount() const { return static_cast<int>(m_blocks.size()); }
    const PageBlock &block(int i) const { return m_blocks[static_cast<size_t>(i)]; }
    const PageNode &elementOf(int i) const { return m_page[block(i).node]; }
    Hint hint(int node) const { return m_out.hint(node); }
    bool isAside(int i) const { return m_out.isAside(block(i)); }
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
            m_out.hints[static_cast<size_t>(i)] = found != known.cend() ? *found : *known.insert(key, hintOf(node));
        }
    }

    /// The headline: a heading that the metadata give too, else the first h1 with a title's length.
    void findTitle()
    {
        QStringList wanted;
        for (const QString &title : m_claims.titles)
            wanted.append(lettersKey(title));
        int bestRank = std::numeric_limits<int>::max();
        int unmarked = -1; // a line that reads like the title and is no heading
        for (int i = 0; i < blockCount(); ++i) {
            const QString &tag = elementOf(i).tag;
            const bool isTitleTag = isHeading(elementOf(i)) || hasHintAround(i, Hint::Headline);
            if (block(i).text.size() > 300)
                continue;
            const QString key = lettersKey(block(i).text);
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
            const bool isText = length >= shortestWeight && !isHeading(elementOf(i));
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

    template <typename Value>
    BlockSums sums(Value &&value) const
    {
        return {m_page, m_blocks, std::forward<Value>(value)};
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
            Hint &h = m_out.hints[static_cast<size_t>(n)];
            const double most = h == Hint::Byline       ? 40
                                : h == Hint::Date       ? 25
                                : h == Hint::Caption    ? 150
                                : h == Hint::Standfirst ? 120
                                : h == Hint::PullQuote  ? 100
                                                        : std::numeric_limits<double>::max();
            if (words.in(n) > most)
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
            if (isHeading(m_page[b->node]))
                return b->linkDensity() > 0.8;
        }
        return false;
    }

    /// Follows the hints, from the outside inwards, where they cannot be wrong.
    void setAside()
    {
        const BlockSums weights = sums([&](int i) { return weight(i); });
        const double all = weights.all();
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
            const double share = all > 0 ? weights.in(n) / all : 0;
            const double rest = all - weights.in(n);
            const bool isFrame = m_page[n].is("html"_L1) || m_page[n].is("body"_L1) || m_page[n].is("main"_L1);
            const bool holdsTitle = m_title >= 0 && isWithin(m_title, n);
            const auto body = std::ranges::lower_bound(bodies, n);
            const bool holdsBody = body != bodies.end() && *body < m_page[n].end && weights.in(*body) > 0.2 * all;
            const bool holdsMost = isComments ? rest < oneParagraph : share > 0.4;
            if (isFrame || holdsMost || holdsBody || holdsTitle) {
                ++n;
                continue;
            }
            std::fill(m_out.asideNodes.begin() + n, m_out.asideNodes.begin() + m_page[n].end, true);
            n = m_page[n].end;
        }
    }

    // ------------------------------------------------------------------------------------------------- JSON-LD's text

    /// A block is claimed where JSON-LD has each of its pieces. Pieces are looked up by their hashes: a search for each
    /// block in the whole text would take their product.
    void readClaims()
    {
        if (m_claims.body.size() < enoughClaimed)
            return;
        const QString claimed = lettersKey(QStringView(m_claims.body).left(longestClaim));
        const auto pieceAt = [](QStringView text, qsizetype at) { return qHash(text.sliced(at, claimedPiece), 0); };
        QSet<size_t> pieces;
        for (qsizetype at = 0; at + claimedPiece <= claimed.size(); ++at)
            pieces.insert(pieceAt(claimed, at));
        qsizetype found = 0;
        for (int i = 0; i < blockCount(); ++i) {
            const QString key = lettersKey(block(i).text);
            bool isClaimed = key.size() >= claimedPiece;
            for (qsizetype at = 0; at + claimedPiece <= key.size() && isClaimed; at += claimedPiece)
                isClaimed = pieces.contains(pieceAt(key, at));
            m_out.claimed[static_cast<size_t>(i)] = isClaimed;
            found += isClaimed ? key.size() : 0;
        }
        m_out.isClaimReliable = static_cast<double>(found) > nearlyAll * static_cast<double>(claimed.size());
    }

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
            score *= 1 - links.in(n) / std::max(1.0, lengths.in(n));
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
            if (weights.in(n) > 1.3 * weights.in(node) && density > 0.5 * all[static_cast<size_t>(node)])
                node = n;
        }
        return node;
    }

    /// The blocks of the article, from the first to the last; the first behind the last where there are none.
    std::pair<int, int> range() const
    {
        int first = blockCount(), last = -1;
        if (m_out.isClaimReliable) {
            for (int i = 0; i < blockCount(); ++i) {
                if (m_out.isClaimed(i)) {
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
};

} // namespace

QString lettersKey(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            out += c;
    }
    return out.toCaseFolded();
}

bool isHeading(const PageNode &node)
{
    return node.tag.size() == 2 && node.tag[0] == u'h' && node.tag[1] >= u'1' && node.tag[1] <= u'6';
}

PageRegions findRegions(const PageTree &page, const std::vector<PageBlock> &blocks, const PageClaims &claims)
{
    if (page.nodes.empty() || blocks.empty())
        return {};
    return Finder(page, blocks, claims).find();
}

} // namespace parallax
