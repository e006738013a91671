// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A walk over the page with one text in the making, which every element that begins a line closes. White space is
//! CSS's `white-space: normal`: runs of space, tab and line end are one space, none at a line's ends; the no-break
//! space is a character like any other. A line break alone is a sign that people use for anything:
//!
//!     <p>Ferry aground<br>off Kestrel Point</p>              a title on two lines: one paragraph
//!     <p>It struck at ten.<br>Nobody was hurt.</p>           paragraphs, by someone who never typed </p><p>
//!
//! so it parts where the line before is a whole sentence, a list's item or a label.
//! The wrong alternative is a "\n" inside of a passage, which later steps would have to judge with less to go by.
//!
//! Tested by tst_webpage.cpp.
#include "story/formats/pageblocks.h"

#include "story/roles.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr QChar lineBreak = u'\n'; // within the text in the making only

bool beginsLine(const QString &tag)
{
    static const QSet<QString> tags{
        u"address"_s,    u"article"_s, u"aside"_s,   u"blockquote"_s, u"body"_s,  u"caption"_s, u"center"_s,
        u"dd"_s,         u"details"_s, u"dir"_s,     u"div"_s,        u"dl"_s,    u"dt"_s,      u"fieldset"_s,
        u"figcaption"_s, u"figure"_s,  u"footer"_s,  u"h1"_s,         u"h2"_s,    u"h3"_s,      u"h4"_s,
        u"h5"_s,         u"h6"_s,      u"header"_s,  u"hgroup"_s,     u"hr"_s,    u"html"_s,    u"legend"_s,
        u"li"_s,         u"main"_s,    u"menu"_s,    u"nav"_s,        u"ol"_s,    u"option"_s,  u"p"_s,
        u"pre"_s,        u"search"_s,  u"section"_s, u"summary"_s,    u"table"_s, u"tbody"_s,   u"td"_s,
        u"tfoot"_s,      u"th"_s,      u"thead"_s,   u"tr"_s,         u"ul"_s};
    return tags.contains(tag);
}

bool isCell(const PageNode &node)
{
    return node.is("td"_L1) || node.is("th"_L1);
}

bool isHtmlSpace(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f';
}

bool isBlank(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format; });
}

bool partsParagraphs(QStringView before, QStringView after)
{
    static const QRegularExpression item(uR"(^\s*(?:[*•·▪‣◦–—-]|\d{1,3}[.):])\s)"_s);
    return endsWithStop(before) || before.endsWith(u':') || item.matchView(after).hasMatch() ||
           item.matchView(before).hasMatch();
}

class Layout
{
public:
    Layout(const PageTree &page, bool evenHidden)
        : m_page(page)
        , m_evenHidden(evenHidden)
    {
    }

    std::vector<PageBlock> lay()
    {
        for (int i = 0; i < m_page.size();) {
            leaveUntil(i);
            const PageNode &node = m_page[i];
            if (!node.isText() && isSkipped(node)) {
                if (beginsLine(node.tag))
                    flush();
                i = node.end;
                continue;
            }
            node.isText() ? addText(node.text, i) : enter(i);
            ++i;
        }
        leaveUntil(m_page.size());
        flush();
        return std::move(m_blocks);
    }

private:
    const PageTree &m_page;
    bool m_evenHidden;
    std::vector<PageBlock> m_blocks;
    std::vector<int> m_lines; ///< open elements that begin lines
    std::vector<int> m_links, m_pres;
    int m_row = -1; ///< the table row whose cells are one paragraph
    QString m_text;
    std::vector<bool> m_isLinked; ///< one for each character of m_text
    int m_first = 0;

    bool isSkipped(const PageNode &node) const
    {
        const bool isNever = node.is("head"_L1) || node.is("button"_L1) || node.is("rt"_L1) || node.is("rp"_L1);
        return m_evenHidden ? isNever : isHidden(node);
    }

    void leaveUntil(int i)
    {
        while (!m_links.empty() && m_page[m_links.back()].end <= i)
            m_links.pop_back();
        while (!m_pres.empty() && m_page[m_pres.back()].end <= i)
            m_pres.pop_back();
        while (!m_lines.empty() && m_page[m_lines.back()].end <= i) {
            const int line = m_lines.back();
            if (!(m_row >= 0 && isCell(m_page[line])))
                flush();
            if (line == m_row)
                m_row = -1;
            m_lines.pop_back();
        }
    }

    void enter(int i)
    {
        const PageNode &node = m_page[i];
        if (node.is("br"_L1)) {
            m_text += lineBreak;
            m_isLinked.push_back(false);
            return;
        }
        if (node.is("a"_L1) && node.has("href"_L1))
            m_links.push_back(i);
        if (node.is("pre"_L1))
            m_pres.push_back(i);
        if (!beginsLine(node.tag))
            return;
        if (m_row >= 0 && isCell(node)) {
            if (!isBlank(m_text))
                append(u" | "_s, false);
        } else {
            flush();
        }
        m_lines.push_back(i);
        if (node.is("tr"_L1) && isDataRow(i))
            m_row = i;
    }

    /// Short cells without paragraphs of their own: figures that belong together. Others lay the page out.
    bool isDataRow(int row) const
    {
        constexpr qsizetype longestCell = 120;
        qsizetype length = 0;
        for (int i = row + 1; i < m_page[row].end; ++i) {
            const PageNode &node = m_page[i];
            if (isCell(node)) {
                length = 0;
                continue;
            }
            length += node.text.size();
            const bool isParagraph = node.is("p"_L1) && m_page[node.parent].end - node.parent > 12;
            if (length > longestCell || isParagraph || node.is("table"_L1) || node.is("ul"_L1) || node.is("ol"_L1))
                return false;
        }
        return true;
    }

    void append(QStringView text, bool linked)
    {
        m_text += text;
        m_isLinked.insert(m_isLinked.end(), static_cast<size_t>(text.size()), linked);
    }

    void addText(QStringView text, int index)
    {
        if (isBlank(m_text) && !isBlank(text))
            m_first = index;
        const bool linked = !m_links.empty();
        for (const QChar c : text) {
            if (!m_pres.empty() && c == u'\n') {
                append(u"\n\n", false);
            } else if (isHtmlSpace(c)) {
                if (!m_text.isEmpty() && m_text.back() != u' ' && m_text.back() != lineBreak)
                    append(u" ", linked);
            } else {
                const bool isControl = c.category() == QChar::Other_Control;
                m_text += isControl ? QChar(QChar::ReplacementCharacter) : c;
                m_isLinked.push_back(linked);
            }
        }
    }

    int lineElement() const { return m_row >= 0 ? m_row : m_lines.empty() ? 0 : m_lines.back(); }

    bool isTitle(int element) const
    {
        const QString &tag = m_page[element].tag;
        return tag.size() == 2 && tag.front() == u'h' && tag.back().isDigit();
    }

    /// Makes blocks of the text in the making.
    void flush()
    {
        const bool isOneLine = isTitle(lineElement());
        qsizetype start = 0;
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            if (m_text[i] != lineBreak)
                continue;
            qsizetype next = i, breaks = 0;
            while (next < m_text.size() && (isHtmlSpace(m_text[next]) || m_text[next] == lineBreak))
                breaks += m_text[next++] == lineBreak;
            const qsizetype following = m_text.indexOf(lineBreak, next);
            const QStringView after =
                QStringView(m_text).sliced(next, (following < 0 ? m_text.size() : following) - next);
            const QStringView before = QStringView(m_text).sliced(start, i - start);
            if (!isOneLine && (breaks > 1 || partsParagraphs(before, after))) {
                addBlock(start, i);
                start = next;
            } else {
                m_text[i] = u' ';
            }
            i = std::max(i, next - 1);
        }
        addBlock(start, m_text.size());
        m_text.clear();
        m_isLinked.clear();
    }

    void addBlock(qsizetype start, qsizetype end)
    {
        QString text;
        int linked = 0;
        for (qsizetype i = start; i < end; ++i) {
            const QChar c = m_text[i] == lineBreak ? QChar(u' ') : m_text[i];
            if (c == u' ' && (text.isEmpty() || text.back() == u' '))
                continue;
            text += c;
            linked += m_isLinked[static_cast<size_t>(i)];
        }
        while (text.endsWith(u' ') || text.endsWith(u'|')) // empty cells at the row's end
            text.chop(1);
        if (isBlank(text))
            return;
        text = text.normalized(QString::NormalizationForm_C);
        m_blocks.push_back({text, lineElement(), std::min(linked, static_cast<int>(text.size())), m_first});
    }
};

} // namespace

bool isHidden(const PageNode &node)
{
    static const QRegularExpression style(uR"((?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)))"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (node.is("head"_L1) || node.is("button"_L1) || node.is("dialog"_L1) || node.is("rt"_L1) ||
        node.is("rp"_L1)) // readings beside ideographs are no words of the sentence
        return true;
    // Pages that hide all of themselves show it again when their scripts have run.
    if (node.attributes.isEmpty() || node.is("html"_L1) || node.is("body"_L1) || node.is("main"_L1))
        return false;
    return node.has("hidden"_L1) || node.value("aria-hidden"_L1) == "true"_L1 ||
           style.match(node.value("style"_L1)).hasMatch();
}

std::vector<PageBlock> blocksOf(const PageTree &page, bool evenHidden)
{
    return Layout(page, evenHidden).lay();
}

} // namespace parallax
