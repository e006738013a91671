// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! KSyntaxHighlighting scans the resource folders `:/org.kde.syntax-highlighting/{syntax,themes}-addons` by itself;
//! ours lie there. (addCustomSearchPath works too, and reads its four hundred built-in definitions a second time.)
//!
//! Room for a badge is letter spacing on the last letter of the words. In right-to-left text the space of a glyph
//! lies on its right, so there the letter *after* the words carries it. Spaces in the document would be simpler
//! and would shift every span behind them.
//! Tested by tst_newsprose.cpp and tst_comparisonview.cpp.
#include "ui/proselayer.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository instance;
    return instance;
}

} // namespace

ProseLayer::ProseLayer(QTextDocument *document, Dresser dresser)
    : KSyntaxHighlighting::SyntaxHighlighter(document)
    , m_dresser(std::move(dresser))
{
    setDefinition(repository().definitionForName(u"News Prose"_s));
    setScheme(Scheme::Light);
}

void ProseLayer::setScheme(Scheme scheme)
{
    const QString name = scheme == Scheme::Dark ? u"News Prose Dark"_s : u"News Prose Light"_s;
    if (theme().name() == name)
        return;
    setTheme(repository().theme(name));
    highlightAgain();
}

void ProseLayer::setColoursShown(bool shown)
{
    if (m_coloursShown == shown)
        return;
    m_coloursShown = shown;
    highlightAgain();
}

void ProseLayer::highlightAgain()
{
    m_wanted.clear();
    if (!document()->isEmpty())
        rehighlight();
}

bool ProseLayer::isWaiting(int passage) const
{
    return m_isLazy && (static_cast<size_t>(passage) >= m_wanted.size() || !m_wanted[static_cast<size_t>(passage)]);
}

void ProseLayer::highlightNow(const QTextBlock &block)
{
    if (m_isLazy && isWaiting(block.blockNumber())) {
        m_wanted.resize(static_cast<size_t>(document()->blockCount()), false);
        m_wanted[static_cast<size_t>(block.blockNumber())] = true;
    }
    rehighlightBlock(block);
}

void ProseLayer::highlightBlock(const QString &text)
{
    if (isWaiting(currentBlock().blockNumber()))
        return;
    const PassageDress dress = m_dresser(currentBlock().blockNumber());
    if (m_coloursShown && !dress.isPlain)
        SyntaxHighlighter::highlightBlock(text);
    for (const Room &room : dress.rooms)
        reserveRoom(text, room);
}

void ProseLayer::reserveRoom(const QString &text, const Room &room)
{
    if (room.position <= 0 || room.position > text.size())
        return;
    int start = room.position - 1;
    int length = 1;
    if (currentBlock().textDirection() == Qt::RightToLeft) {
        start = room.position;
    } else if (start > 0 && text.at(start).isLowSurrogate()) {
        --start;
        length = 2;
    }
    if (start >= text.size())
        return; // right-to-left words at the end: the blank margin is room enough
    QTextCharFormat spaced = format(start);
    spaced.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    spaced.setFontLetterSpacing(room.width);
    setFormat(start, length, spaced);
}

} // namespace parallax
