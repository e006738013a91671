// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The elements and texts of a web page, in one array.
#pragma once

#include <QList>
#include <QString>

#include <utility>
#include <vector>

namespace parallax {

/// An element, or a text where `tag` is empty.
struct PageNode {
    QString tag;  ///< lower case
    QString text; ///< of a text: as parsed, white space and all
    QList<std::pair<QString, QString>> attributes;
    int parent = -1;
    int end = 0; ///< the index behind its last descendant

    bool isText() const { return tag.isEmpty(); }
    bool is(QLatin1StringView name) const { return tag == name; }
    bool has(QLatin1StringView attribute) const;
    QString value(QLatin1StringView attribute) const; ///< empty where it has none
};

/// Nodes stand in the order of the page; the descendants of node i are those in (i, nodes[i].end). Node 0 is <html>.
struct PageTree {
    std::vector<PageNode> nodes;

    const PageNode &operator[](int i) const { return nodes[static_cast<size_t>(i)]; }
    int size() const { return static_cast<int>(nodes.size()); }
    int firstOf(QLatin1StringView tag) const; ///< -1 where there is none
    /// All text in a node, white space collapsed.
    QString textOf(int node) const;
};

/// Parses what safeMarkup() made of a page. Never fails: HTML has a tree for everything. Runs and fetches nothing.
PageTree parsePage(const QByteArray &safeHtml);

} // namespace parallax
