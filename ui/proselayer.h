// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The prose layer: KSyntaxHighlighting with our own definition of news prose colours the words of an article.
#pragma once

#include "report/markstyle.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <functional>
#include <vector>

namespace parallax {

/// Blank space after a place in a passage, where badges will be painted.
struct Room {
    int position = 0; ///< end of the words
    qreal width = 0;  ///< pixels

    friend bool operator==(const Room &, const Room &) = default;
};

/// What the layer must know of one passage.
struct PassageDress {
    bool isPlain = false;    ///< no prose colours: furniture, single-source text
    std::vector<Room> rooms; ///< ascending
};

/// Colours text, never its background. It also holds the rooms of badges, as letter spacing behind the last word:
/// a change of the current event lays out its own passages anew and no other.
class ProseLayer : public KSyntaxHighlighting::SyntaxHighlighter
{
    Q_OBJECT

public:
    using Dresser = std::function<PassageDress(int passage)>;

    /// Give it an empty document: the text is then highlighted as it is filled in, once.
    ProseLayer(QTextDocument *document, Dresser dresser);

    void setScheme(Scheme scheme);
    void setColoursShown(bool shown);
    bool areColoursShown() const { return m_coloursShown; }
    /// Of a long document blocks wait, uncoloured, until they are asked for.
    void setLazy(bool lazy) { m_isLazy = lazy; }
    bool isWaiting(int passage) const;
    void highlightNow(const QTextBlock &block);

protected:
    void highlightBlock(const QString &text) override;

private:
    void highlightAgain();
    void reserveRoom(const QString &text, const Room &room);

    Dresser m_dresser;
    bool m_coloursShown = true;
    bool m_isLazy = false;
    std::vector<bool> m_wanted; ///< by block, of a lazy layer
};

} // namespace parallax
