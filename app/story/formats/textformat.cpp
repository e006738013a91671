// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Is a line a paragraph, or a piece of one that a program broke at column 72?
//!
//! A program that wraps text puts every word on the line that still has room for it. So in wrapped text a line was
//! *full*: the first word of the next line would have passed the margin. Lines that are paragraphs of their own end
//! wherever their sentences end, and hardly ever next to the margin. Together with lines that end in mid-sentence that
//! decides for the whole file:
//!
//!     The vessel, the Aurora, left Port Halden at 7:40      full: "p.m." would not have fitted
//!     p.m. and struck a sandbank about 3 miles from         full
//!     the harbour.                                          short: the paragraph ends
//!
//! Within wrapped text a paragraph also ends before a blank line, an indented line or a bullet.
//! The wrong alternative is "blank lines separate paragraphs": many texts saved from the web have a paragraph on each
//! line and a blank line only before a cross-head, and would melt into a few huge passages.
//!
//! Tested by tst_storyreader.cpp.
#include "story/formats/textformat.h"

#include "story/textdecoder.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

// Margins that programs and people wrap at; outside of them lines are paragraphs, or verse and tables.
constexpr qsizetype narrowestMargin = 30;
constexpr qsizetype widestMargin = 132;

struct Line {
    QStringView text;       ///< trimmed at both ends
    qsizetype indent = 0;   ///< columns of white space before it
    bool afterBlank = true; ///< first of the file, or a blank line stands before it
    qsizetype width = 0;    ///< columns it takes, indent included
};

bool isIdeograph(QChar c)
{
    // Scripts whose lines break between any two characters, and the wide signs that go with them.
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana ||
           c.script() == QChar::Script_Katakana || (c.unicode() >= 0x3000 && c.unicode() <= 0x303f) ||
           (c.unicode() >= 0xff00 && c.unicode() <= 0xffef);
}

/// Columns: ideographs take two.
qsizetype columnsOf(QStringView text)
{
    return text.size() + std::ranges::count_if(text, isIdeograph);
}

bool isInvisible(QChar c)
{
    return c == u'\u200B' || c == u'\u2060' || c == u'\uFEFF';
}

QStringView trimmed(QStringView text)
{
    const auto outer = [](QChar c) { return c.isSpace() || isInvisible(c); };
    while (!text.isEmpty() && outer(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && outer(text.back()))
        text.chop(1);
    return text;
}

bool isBlank(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format; });
}

QList<Line> linesOf(QStringView text)
{
    QList<Line> out;
    bool afterBlank = true;
    for (const QStringView raw : qTokenize(text, u'\n')) {
        if (isBlank(raw)) {
            afterBlank = true;
            continue;
        }
        const QStringView line = trimmed(raw);
        const qsizetype indent = line.data() - raw.data();
        out.append({line, indent, afterBlank, indent + columnsOf(line)});
        afterBlank = false;
    }
    return out;
}

/// Columns of what must have fitted in the line before for `text` to begin there.
qsizetype firstWordWidth(QStringView text)
{
    // A closing bracket or comma may not begin a line and takes the ideograph before it along: two break together.
    if (isIdeograph(text.front()))
        return 4;
    const auto space = std::ranges::find_if(text, [](QChar c) { return c.isSpace() || isIdeograph(c); });
    return space - text.begin();
}

bool endsSentence(QStringView text)
{
    static const QRegularExpression ending(uR"([.!?:…。！？：؟।][\p{Pf}\p{Pe}"'»”’]*$)"_s);
    return ending.matchView(text.last(std::min<qsizetype>(text.size(), 8))).hasMatch();
}

bool isBullet(QStringView text)
{
    static const QRegularExpression bullet(uR"(^(?:[*•·▪‣◦–—-]|\d{1,2}[.)])\s)"_s);
    return bullet.matchView(text.first(std::min<qsizetype>(text.size(), 6))).hasMatch();
}

bool isFull(const Line &line, const Line &next, qsizetype margin)
{
    const bool spaced = !isIdeograph(next.text.front());
    return line.width + (spaced ? 1 : 0) + firstWordWidth(next.text) > margin;
}

/// Whether `next` goes on in the middle of the sentence that `line` left open.
bool isContinued(const Line &line, const Line &next)
{
    const QChar first = next.text.front();
    return !endsSentence(line.text) && !isBullet(next.text) && !first.isUpper();
}

/// Whether the lines that follow each other in a block are pieces of paragraphs wrapped at `margin`.
bool isWrappedAt(qsizetype margin, const QList<Line> &lines)
{
    qsizetype pairs = 0, full = 0, continued = 0;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i + 1].afterBlank || isBullet(lines[i + 1].text))
            continue;
        ++pairs;
        if (isFull(lines[i], lines[i + 1], margin)) {
            ++full;
            continued += isContinued(lines[i], lines[i + 1]);
        }
    }
    // Half: paragraphs' last lines are short where only an indent parts them, and so are bylines above the text.
    return continued >= 2 && full * 2 >= pairs && continued * 2 >= full;
}

/// The column that the text was wrapped at, 0 where it was not.
qsizetype wrapMargin(const QList<Line> &lines)
{
    QList<qsizetype> widths;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (!lines[i + 1].afterBlank)
            widths.append(lines[i].width);
    }
    std::ranges::sort(widths, std::greater());
    // The widest line shows the margin, but for the few (addresses, tables) that stick out.
    const qsizetype sticking = std::min<qsizetype>(1 + widths.size() / 20, 20);
    for (qsizetype i = 0; i < widths.size() && i <= sticking; ++i) {
        if (widths[i] >= narrowestMargin && widths[i] <= widestMargin && isWrappedAt(widths[i], lines))
            return widths[i];
    }
    return 0;
}

/// The indent of the lines that go on, which paragraphs' first lines exceed in indented layouts.
qsizetype baseIndent(const QList<Line> &lines)
{
    qsizetype base = lines.front().indent;
    for (const Line &line : lines)
        base = std::min(base, line.indent);
    return base;
}

struct Layout {
    qsizetype margin = 0; ///< 0: not wrapped
    qsizetype base = 0;
    bool indentsFirstLines = false; ///< then every indented line begins a paragraph, also behind one of a single line
};

/// Whether indented lines are more often followed by one at the base than by another: paragraphs, not blocks set in.
bool indentsFirstLines(const QList<Line> &lines, qsizetype base)
{
    int openings = 0;
    int blocks = 0;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (lines[i - 1].indent > base + 1 && !lines[i].afterBlank)
            ++(lines[i].indent > base + 1 ? blocks : openings);
    }
    return openings > blocks;
}

Layout layoutOf(const QList<Line> &lines)
{
    const qsizetype base = baseIndent(lines);
    return {wrapMargin(lines), base, indentsFirstLines(lines, base)};
}

bool startsParagraph(const Line &previous, const Line &line, const Layout &layout)
{
    if (line.afterBlank || isBullet(line.text))
        return true;
    const bool hanging = isBullet(previous.text); // a list item's second line is indented under its first
    const bool isSetIn = line.indent > layout.base + 1;
    if (isSetIn && (layout.indentsFirstLines || line.indent != previous.indent) && !hanging)
        return true;
    if (isFull(previous, line, layout.margin))
        return false;
    // A short line ends its paragraph, unless an edit left it short in the middle of a sentence.
    return endsSentence(previous.text) || !isContinued(previous, line);
}

/// Whether a line that broke between these two had no space there.
bool joinsWithoutSpace(QChar before, QChar after)
{
    const auto isPart = [](QChar c) { return isIdeograph(c) || c.isDigit(); };
    return isPart(before) && isPart(after) && (isIdeograph(before) || isIdeograph(after));
}

void append(QString &paragraph, QStringView line)
{
    if (!paragraph.isEmpty() && !joinsWithoutSpace(paragraph.back(), line.front()))
        paragraph += u' ';
    paragraph += line;
}

} // namespace

QStringList paragraphsOf(QStringView text)
{
    const QList<Line> lines = linesOf(text);
    QStringList out;
    if (lines.isEmpty())
        return out;
    const Layout layout = layoutOf(lines);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i == 0 || !layout.margin || startsParagraph(lines[i - 1], lines[i], layout))
            out.append(QString());
        append(out.back(), lines[i].text);
    }
    for (QString &paragraph : out)
        paragraph.replace(u'\t', u' ');
    return out;
}

ReadResult readTextFormat(const FormatInput &input)
{
    if (input.bytes.size() > largestText)
        return std::unexpected(tooMuchText());
    auto decoded = decodeText(input.bytes, {.chosen = input.encoding, .declared = {}});
    if (!decoded)
        return std::unexpected(decoded.error());
    Article article;
    article.encoding = decoded->encoding;
    for (QString &paragraph : paragraphsOf(decoded->text))
        article.passages.push_back({std::move(paragraph), Role::Body});
    if (article.passages.empty())
        return std::unexpected(Refusal{SkipReason::Empty, {}});
    return oneArticle(std::move(article));
}

} // namespace parallax
