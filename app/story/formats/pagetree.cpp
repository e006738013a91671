// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Gumbo builds the tree that the HTML standard asks for; it is copied here into an array in document order, so that
//! "everything in this element" is a range and no walk needs recursion. Tested by tst_webpage.cpp.
#include "story/formats/pagetree.h"

#include <QHash>

#include <gumbo.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

struct OutputDestroyer {
    void operator()(GumboOutput *output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

QString tagOf(const GumboElement &element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return QString::fromLatin1(gumbo_normalized_tagname(element.tag));
    GumboStringPiece original = element.original_tag;
    gumbo_tag_from_original_text(&original);
    const QString name = QString::fromUtf8(original.data, static_cast<qsizetype>(original.length)).toLower();
    return name.startsWith("f-"_L1) ? name.sliced(2) : name; // formatting, as safeMarkup() renames it
}

const GumboVector *childrenOf(const GumboNode &node)
{
    return node.type == GUMBO_NODE_ELEMENT ? &node.v.element.children : nullptr;
}

bool isText(const GumboNode &node)
{
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

class Copier
{
public:
    PageTree copy(const GumboNode &root)
    {
        open(root);
        while (!m_open.empty()) {
            Open &top = m_open.back();
            const GumboVector *children = childrenOf(*top.node);
            if (top.next >= children->length) {
                m_tree.nodes[static_cast<size_t>(top.index)].end = m_tree.size();
                m_open.pop_back();
                continue;
            }
            const auto &child = *static_cast<const GumboNode *>(children->data[top.next++]);
            if (isText(child))
                addText(child.v.text.text);
            else if (child.type == GUMBO_NODE_ELEMENT)
                open(child);
        }
        return std::move(m_tree);
    }

private:
    struct Open {
        const GumboNode *node;
        int index;
        unsigned int next;
    };
    PageTree m_tree;
    std::vector<Open> m_open;
    QHash<QString, QString> m_names; ///< one copy of each

    int parent() const { return m_open.empty() ? -1 : m_open.back().index; }

    QString shared(const QString &name)
    {
        const auto found = m_names.constFind(name);
        return found != m_names.cend() ? *found : *m_names.insert(name, name);
    }

    void addText(const char *text)
    {
        PageNode node;
        node.text = QString::fromUtf8(text);
        node.parent = parent();
        node.end = m_tree.size() + 1;
        m_tree.nodes.push_back(std::move(node));
    }

    void open(const GumboNode &element)
    {
        PageNode node;
        node.tag = shared(tagOf(element.v.element));
        node.parent = parent();
        const GumboVector &attributes = element.v.element.attributes;
        for (unsigned int i = 0; i < attributes.length; ++i) {
            const auto &a = *static_cast<const GumboAttribute *>(attributes.data[i]);
            node.attributes.append({shared(QString::fromUtf8(a.name)), QString::fromUtf8(a.value)});
        }
        const int index = m_tree.size();
        m_tree.nodes.push_back(std::move(node));
        m_open.push_back({&element, index, 0});
    }
};

} // namespace

bool PageNode::has(QLatin1StringView attribute) const
{
    return std::ranges::any_of(attributes, [&](const auto &a) { return a.first == attribute; });
}

QString PageNode::value(QLatin1StringView attribute) const
{
    const auto found = std::ranges::find_if(attributes, [&](const auto &a) { return a.first == attribute; });
    return found == attributes.end() ? QString() : found->second;
}

int PageTree::firstOf(QLatin1StringView tag) const
{
    const auto found = std::ranges::find_if(nodes, [&](const PageNode &n) { return n.is(tag); });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

QString PageTree::textOf(int node) const
{
    QString out;
    for (int i = node; i < (*this)[node].end; ++i)
        out += (*this)[i].text;
    return out.simplified();
}

PageTree parsePage(const QByteArray &safeHtml)
{
    const std::unique_ptr<GumboOutput, OutputDestroyer> output(
        gumbo_parse_with_options(&kGumboDefaultOptions, safeHtml.constData(), static_cast<size_t>(safeHtml.size())));
    if (!output || !output->root)
        return {};
    return Copier().copy(*output->root);
}

} // namespace parallax
