// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A PDF knows letters and places; lines, columns and paragraphs are for the reader to see.
//!
//! Words that stand at one height make a line. A line begins a paragraph when the writer's layout says so:
//!
//!     The vessel left Port Halden at 7:40 p.m. and struck         full: "a" would not have fitted
//!     a sandbank.                                                 not full, and a sentence ends: the paragraph ends
//!        “We felt a jolt,” said a passenger.                      set in: a paragraph begins
//!
//!     The operator said repairs would cost $1.2 mil-              more white above it than between lines
//!     lion.                                                       the hyphen goes: the next line goes on in lower case
//!
//! Across a column's or page's end only the last two signs are left. Before any of this, lines that several pages have
//! at the same height, page numbers aside, are taken out: else "The Harbour Times, 14 May 2024, page 3" would stand in
//! the middle of a sentence. The wrong alternative is the order in the file with blank lines for paragraphs: PDF has no
//! lines.
//!
//! Tested by tst_pdf.cpp.
#include "story/formats/pdfformat.h"

#include "story/roles.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr double sameLine = 0.5;           ///< share of a word's height that must overlap the line's
constexpr double wideGap = 1.45;           ///< of the usual distance of lines: more white parts paragraphs
constexpr double smallestIndent = 0.7;     ///< of the font's size
constexpr double largestIndent = 4;        ///< of the font's size: more is another column or a centred line
constexpr double headlineSize = 1.18;      ///< of the text's font size
constexpr qsizetype longestHeadline = 250; ///< characters; more is a text in large type

struct TextLine {
    QString text;
    double left = 0, right = 0, top = 0, bottom = 0;
    double firstWord = 0; ///< its width
    double size = 0;
    int page = 0;

    double middle() const { return (top + bottom) / 2; }
};

bool isBullet(const QString &line)
{
    static const QRegularExpression bullet(uR"(^(?:[*•·▪‣◦–—-]|\d{1,2}[.)])\s)"_s);
    return bullet.match(line).hasMatch();
}

bool isSpaced(QChar before, QChar after)
{
    const auto isIdeograph = [](QChar c) {
        const QChar::Script s = c.script();
        return s == QChar::Script_Han || s == QChar::Script_Hiragana || s == QChar::Script_Katakana ||
               (c.unicode() >= 0x3000 && c.unicode() <= 0x303f) || (c.unicode() >= 0xff00 && c.unicode() <= 0xffef);
    };
    return !isIdeograph(before) && !isIdeograph(after);
}

bool continuesLine(const TextLine &line, const PageWord &word)
{
    const double overlap = std::min(line.bottom, word.box.bottom()) - std::max(line.top, word.box.top());
    const double height = std::min(line.bottom - line.top, word.box.height());
    constexpr double widestSpace = 2.5; // of the font's size: more is another column or cell
    return overlap > sameLine * height && word.box.left() > line.right - line.size &&
           word.box.left() - line.right < widestSpace * std::max(line.size, word.size);
}

std::vector<TextLine> linesOf(const std::vector<PageOfWords> &pages)
{
    std::vector<TextLine> out;
    for (size_t page = 0; page < pages.size(); ++page) {
        bool starts = true, spaced = false;
        for (const PageWord &word : pages[page].words) {
            if (word.text.trimmed().isEmpty())
                continue;
            if (starts || !continuesLine(out.back(), word)) {
                out.push_back({word.text, word.box.left(), word.box.right(), word.box.top(), word.box.bottom(),
                               word.box.width(), word.size, static_cast<int>(page)});
            } else {
                TextLine &line = out.back();
                if ((spaced || word.box.left() - line.right > 0.15 * word.size) &&
                    isSpaced(line.text.back(), word.text.front()))
                    line.text += u' ';
                line.text += word.text;
                line.right = std::max(line.right, word.box.right());
                line.top = std::min(line.top, word.box.top());
                line.bottom = std::max(line.bottom, word.box.bottom());
                line.size = std::max(line.size, word.size);
            }
            starts = false;
            spaced = word.spaceAfter;
        }
    }
    return out;
}

/// The value that most text has.
template <typename Value>
double usual(const std::vector<TextLine> &lines, Value value)
{
    std::map<int, qsizetype> weights; // by halves of a point
    for (const TextLine &line : lines)
        weights[static_cast<int>(std::lround(value(line) * 2))] += line.text.size();
    const auto most = std::ranges::max_element(weights, {}, [](const auto &w) { return w.second; });
    return most == weights.end() ? 0 : most->first / 2.0;
}

// ------------------------------------------------------------------------------------------------- heads and feet

/// What a running head is compared by: its letters, with one mark for each number.
QString runningKey(const QString &text)
{
    QString key;
    for (const QChar c : text) {
        if (c.isDigit() && (key.isEmpty() || key.back() != u'#'))
            key += u'#';
        else if (c.isLetter())
            key += c.toCaseFolded();
    }
    return key;
}

bool isPageNumber(const QString &text)
{
    static const QRegularExpression number(
        uR"(^\W*(?:(?:page|p\.|seite|página|pagina|str\.?|стр\.?)\s*)?\d{1,4}(?:\s*(?:/|of|von|de|di|sur|из)\s*\d{1,4})?\W*$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return number.match(text).hasMatch();
}

/// Takes out what pages repeat above and below their text, and page numbers.
std::vector<Passage> takeRunning(std::vector<TextLine> &lines, const std::vector<PageOfWords> &pages)
{
    constexpr size_t edgeLines = 3;           // a head or foot has no more
    constexpr double edgeShare = 0.14;        // of the page's height
    constexpr double widestHeadLeading = 0.6; // of the font's size, between the lines of one head
    std::vector<std::vector<size_t>> byPage(pages.size());
    for (size_t i = 0; i < lines.size(); ++i)
        byPage[static_cast<size_t>(lines[i].page)].push_back(i);
    std::vector<bool> isEdge(lines.size(), false);
    for (size_t page = 0; page < pages.size(); ++page) {
        std::vector<size_t> &order = byPage[page];
        std::ranges::sort(order, {}, [&](size_t i) { return lines[i].top; });
        const double height = pages[page].height;
        // White parts a head from the text; the text's own first line has the next one close below.
        const auto isParted = [&](size_t n) {
            return n + 1 >= order.size() ||
                   lines[order[n + 1]].top - lines[order[n]].bottom > widestHeadLeading * lines[order[n]].size;
        };
        bool parted = false;
        for (size_t n = std::min(edgeLines, order.size()); n-- > 0;) {
            parted = parted || isParted(n);
            isEdge[order[n]] = parted && lines[order[n]].bottom < height * edgeShare;
        }
        parted = order.size() <= edgeLines;
        for (size_t n = order.size() - std::min(edgeLines, order.size()); n < order.size(); ++n) {
            parted = parted || (n > 0 && isParted(n - 1));
            isEdge[order[n]] = isEdge[order[n]] || (parted && lines[order[n]].top > height * (1 - edgeShare));
        }
    }
    QHash<QString, QSet<int>> pagesOf;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (isEdge[i])
            pagesOf[runningKey(lines[i].text)].insert(lines[i].page);
    }
    std::vector<Passage> out;
    QSet<QString> said;
    std::vector<TextLine> rest;
    for (size_t i = 0; i < lines.size(); ++i) {
        const QString key = runningKey(lines[i].text);
        const bool repeats = pagesOf.value(key).size() >= 2;
        if (!isEdge[i] || !(repeats || isPageNumber(lines[i].text))) {
            rest.push_back(std::move(lines[i]));
        } else if (!said.contains(key)) {
            said.insert(key);
            out.push_back({lines[i].text, Role::Furniture});
        }
    }
    lines = std::move(rest);
    return out;
}

// ----------------------------------------------------------------------------------------------------- paragraphs

bool isSameType(const TextLine &a, const TextLine &b)
{
    return std::abs(a.size - b.size) < 0.12 * a.size;
}

bool isBelow(const TextLine &above, const TextLine &line)
{
    const bool overlaps = std::min(above.right, line.right) > std::max(above.left, line.left);
    constexpr double farthest = 4; // line heights; more is another part of the page
    return above.page == line.page && overlaps && line.middle() > above.middle() &&
           line.top - above.bottom < farthest * above.size;
}

/// Lines of one type below each other: [begin, end).
struct Column {
    size_t begin = 0, end = 0;
};

std::vector<Column> columnsOf(const std::vector<TextLine> &lines)
{
    std::vector<Column> out;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (out.empty() || !isBelow(lines[i - 1], lines[i]) || !isSameType(lines[i - 1], lines[i]))
            out.push_back({i, i});
        out.back().end = i + 1;
    }
    return out;
}

/// Where lines begin and end around a line. Near ones only: the same column may narrow beside a picture, and a line
/// across the page may stand above two columns.
struct Edges {
    double left = 0, right = 0;
};

Edges edgesAt(const std::vector<TextLine> &lines, const Column &column, size_t i)
{
    constexpr size_t reach = 4; // lines each way
    Edges out{lines[i].left, lines[i].right};
    for (size_t k = std::max(column.begin, i < reach ? 0 : i - reach); k < std::min(column.end, i + reach + 1); ++k) {
        out.left = std::min(out.left, lines[k].left);
        out.right = std::max(out.right, lines[k].right);
    }
    return out;
}

/// The usual distance from line to line in text of the usual size.
double usualLeading(const std::vector<TextLine> &lines, double textSize)
{
    std::vector<double> distances;
    for (size_t i = 1; i < lines.size(); ++i) {
        if (isBelow(lines[i - 1], lines[i]) && std::abs(lines[i].size - textSize) < 0.6 &&
            std::abs(lines[i - 1].size - textSize) < 0.6)
            distances.push_back(lines[i].middle() - lines[i - 1].middle());
    }
    if (distances.empty())
        return textSize * 1.25;
    // The lower third: in single-spaced letters with a blank line between paragraphs of two lines half are wide.
    const auto third = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 3);
    std::ranges::nth_element(distances, third);
    return *third;
}

class Paragraphs
{
public:
    Paragraphs(const std::vector<TextLine> &lines, double textSize)
        : m_lines(lines)
        , m_textSize(textSize)
        , m_leading(usualLeading(lines, textSize))
    {
        for (const TextLine &line : lines) {
            for (const QStringView word : qTokenize(line.text, u' ')) {
                if (word.size() > 2)
                    m_words.insert(word.toString().toCaseFolded());
            }
        }
    }

    std::vector<Passage> build()
    {
        std::vector<Passage> out;
        const std::vector<Column> columns = columnsOf(m_lines);
        for (size_t c = 0; c < columns.size(); ++c) {
            for (size_t i = columns[c].begin; i < columns[c].end; ++i) {
                const bool starts = i == 0 || (i == columns[c].begin ? startsInNewColumn(columns[c - 1], i)
                                                                     : startsBelow(columns[c], i));
                if (starts)
                    out.push_back({m_lines[i].text, Role::Body});
                else
                    join(out.back().text, m_lines[i].text);
                if (starts && isLarge(m_lines[i]))
                    out.back().role = Role::Headline;
            }
        }
        for (Passage &p : out) {
            if (p.text.size() > longestHeadline)
                p.role = Role::Body;
        }
        return out;
    }

private:
    bool isLarge(const TextLine &line) const { return line.size > m_textSize * headlineSize; }

    /// Whether the first word of the next line would not have fitted behind this one.
    static bool isFull(const TextLine &line, const TextLine &next, double right)
    {
        return line.right + line.size * 0.25 + next.firstWord > right - line.size * 0.5;
    }

    static bool isLeftOpen(const TextLine &line, const TextLine &next)
    {
        return !endsWithStop(line.text) &&
               (next.text.front().isLower() || line.text.endsWith(u',') || line.text.endsWith(u'-'));
    }

    bool startsBelow(const Column &column, size_t i) const
    {
        const TextLine &above = m_lines[i - 1], &line = m_lines[i];
        const double leading = std::max(m_leading, line.size * 1.05);
        if (line.middle() - above.middle() > wideGap * leading)
            return !(isLarge(line) && line.middle() - above.middle() < 2 * line.size);
        if (isLarge(line))
            return false; // the lines of one headline
        const Edges edges = edgesAt(m_lines, column, i);
        const double indent = line.left - edges.left;
        const bool isSetIn = indent > smallestIndent * line.size && indent < largestIndent * line.size &&
                             above.left - edges.left < smallestIndent * line.size && !isBullet(above.text);
        if (isSetIn && !isLeftOpen(above, line))
            return true;
        return !isFull(above, line, edges.right) && !isLeftOpen(above, line);
    }

    bool startsInNewColumn(const Column &former, size_t i) const
    {
        const TextLine &above = m_lines[i - 1], &line = m_lines[i];
        if (!isSameType(above, line) || isLarge(line))
            return true;
        return endsWithStop(above.text) ||
               !(isLeftOpen(above, line) || isFull(above, line, edgesAt(m_lines, former, i - 1).right));
    }

    void join(QString &paragraph, const QString &line) const
    {
        const QChar last = paragraph.back();
        const bool isHyphen = last == u'-' || last == u'\u2010' || last == u'\u00AD';
        if (isHyphen && paragraph.size() > 1 && paragraph[paragraph.size() - 2].isLetter() && line.front().isLower()) {
            if (last == u'\u00AD' || !isCompound(paragraph, line))
                paragraph.chop(1);
            paragraph += line;
        } else if (isHyphen && paragraph.size() > 1 && paragraph[paragraph.size() - 2].isLetterOrNumber()) {
            paragraph += line; // "pro-" / "European", "COVID-" / "19": the hyphen is the writer's
        } else {
            if (isSpaced(last, line.front()))
                paragraph += u' ';
            paragraph += line;
        }
    }

    /// Whether the text has the two parts with a hyphen elsewhere, and never as one word.
    bool isCompound(QStringView paragraph, QStringView line) const
    {
        const QString before = paragraph.chopped(1).sliced(paragraph.lastIndexOf(u' ') + 1).toString();
        const qsizetype space = line.indexOf(u' ');
        const QString after = (space < 0 ? line : line.first(space)).toString();
        const QString apart = before + u'-' + after, whole = before + after;
        return m_words.contains(apart.toCaseFolded()) && !m_words.contains(whole.toCaseFolded());
    }

    const std::vector<TextLine> &m_lines;
    double m_textSize;
    double m_leading;
    QSet<QString> m_words;
};

} // namespace

std::vector<Passage> paragraphsOfPages(const std::vector<PageOfWords> &pages)
{
    std::vector<TextLine> lines = linesOf(pages);
    const std::vector<Passage> running = takeRunning(lines, pages);
    const double textSize = usual(lines, [](const TextLine &line) { return line.size; });
    std::vector<Passage> out = Paragraphs(lines, textSize).build();
    out.insert(out.end(), running.begin(), running.end());
    return out;
}

} // namespace parallax
