// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! HTML's rules for broken pages cost. A parser that follows them walks its stack of open elements at every tag, and
//! opens formatting elements that were never closed again in every paragraph that follows:
//!
//!     <p><b id=1>one <p><b id=2>two <p><b id=3>three …      n elements in the page, n² in its tree
//!     <div><div><div><div><div><div> …                      n tags, n²/2 steps, and a tree as deep as n
//!
//! A page of some megabytes, written so by accident or malice, takes hours or all memory. So the tags are balanced
//! first, by a scanner that keeps a stack of bounded height: what the parser sees then always closes the element that
//! was opened last. Formatting elements get a name of ours (`<b>` becomes `<f-b>`), under which the parser treats them
//! like any other element. Everything it would have to ignore is left out on the way, which also keeps the tree small.
//!
//! The wrong alternative is to refuse what nests deeply: real pages do, where a template forgot to close.
//! The names of states and of "special" elements are those of the HTML standard, 13.2. Tested by tst_webpage.cpp.
#include "story/formats/markup.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace parallax {
namespace {

constexpr qsizetype longestValue = 8 * 1024; ///< bytes of an attribute; what is longer is data, not a word about text
constexpr qsizetype longestName = 40;        ///< bytes of an element's name
constexpr qsizetype longestTitle = 4 * 1024; ///< bytes of the page's title
constexpr qsizetype largestLinkedData = 4 * 1024 * 1024; ///< bytes of all JSON-LD of a page

using Names = QSet<QByteArray>;

/// Elements that go with everything in them.
bool isDropped(const QByteArray &name)
{
    static const Names names{"script",  "style",    "template", "noscript", "textarea",   "xmp",           "iframe",
                             "noembed", "noframes", "svg",      "select",   "video",      "audio",         "canvas",
                             "map",     "object",   "applet",   "datalist", "annotation", "annotation-xml"};
    return names.contains(name);
}

/// Tags that go, while what stands between them stays.
bool isUnwrapped(const QByteArray &name)
{
    static const Names names{"frameset", "frame",   "image",    "isindex", "plaintext", "math",   "marquee", "embed",
                             "input",    "param",   "source",   "track",   "area",      "base",   "col",     "wbr",
                             "keygen",   "bgsound", "basefont", "command", "picture",   "listing"};
    return names.contains(name);
}

bool isVoid(const QByteArray &name)
{
    return name == "br" || name == "hr" || name == "meta" || name == "link" || name == "img";
}

/// Elements that the parser closes by itself, so that they never pile up.
bool isSelfClosingByRule(const QByteArray &name)
{
    static const Names names{"html", "head",  "body",  "p",     "li",      "dd",       "dt",     "tr",      "td",
                             "th",   "thead", "tbody", "tfoot", "caption", "colgroup", "option", "optgroup"};
    return names.contains(name);
}

/// Elements at which the search for what an inline end tag closes ends; paragraphs begin and end with them too.
bool isSpecial(const QByteArray &name)
{
    static const Names names{"address", "article", "aside",    "blockquote", "center", "details", "dir",
                             "div",     "dl",      "fieldset", "figcaption", "figure", "footer",  "h1",
                             "h2",      "h3",      "h4",       "h5",         "h6",     "header",  "hgroup",
                             "main",    "menu",    "nav",      "ol",         "pre",    "section", "summary",
                             "table",   "ul",      "search",   "dialog"};
    return names.contains(name);
}

/// What the parser would open again in every later paragraph, and a few whose rules are as special.
QByteArray safeName(const QByteArray &name)
{
    static const Names formatting{"b",      "big", "code", "em",     "font", "i",  "nobr", "s",   "small", "strike",
                                  "strong", "tt",  "u",    "button", "rp",   "rt", "rb",   "rtc", "ruby"};
    if (name == "form")
        return "div";
    return formatting.contains(name) ? "f-" + name : name;
}

/// The attributes that say something about text. Their order here is that of the bits that guard against repeats.
constexpr std::array<QByteArrayView, 20> keptAttributes{
    "class",  "id",          "role",  "itemprop",    "itemtype",       "itemscope", "property",
    "name",   "content",     "href",  "rel",         "datetime",       "lang",      "xml:lang",
    "hidden", "aria-hidden", "style", "data-testid", "data-component", "aria-modal"};

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Tag {
    QByteArray name;
    QByteArray attributes; ///< ready to be written, with a space before each
    QByteArray type;       ///< of scripts
    bool isEnd = false;
    bool isEmpty = false; ///< written `<p/>`
};

class Scanner
{
public:
    explicit Scanner(QByteArrayView in)
        : m_in(in)
        , m_isXml(in.trimmed().startsWith("<?xml"))
    {
        m_out.html.reserve(in.size() / 2);
        m_out.html += "<!DOCTYPE html>";
    }

    SafeMarkup scan()
    {
        while (m_at < m_in.size() && !m_out.tooMany) {
            const qsizetype open = m_in.indexOf('<', m_at);
            const qsizetype end = open < 0 ? m_in.size() : open;
            m_out.html += m_in.sliced(m_at, end - m_at);
            m_at = end;
            if (open >= 0)
                markup();
        }
        while (!m_open.isEmpty())
            closeLast();
        return std::move(m_out);
    }

private:
    QByteArrayView m_in;
    bool m_isXml;
    qsizetype m_at = 0;
    int m_elements = 0;
    SafeMarkup m_out;
    qsizetype m_linkedDataSize = 0;
    QList<QByteArray> m_open;             ///< names, as written out
    QHash<QByteArray, int> m_letGo;       ///< elements too deep, whose end tags go too
    QHash<QByteArray, qsizetype> m_noEnd; ///< dropped elements that close nowhere behind this place

    bool follows(QByteArrayView text) const
    {
        return m_in.size() - m_at >= text.size() &&
               m_in.sliced(m_at, text.size()).compare(text, Qt::CaseInsensitive) == 0;
    }

    /// Behind the next `text`, or at the end.
    void skipPast(QByteArrayView text, qsizetype from)
    {
        const qsizetype found = m_in.indexOf(text, from);
        m_at = found < 0 ? m_in.size() : found + text.size();
    }

    void markup()
    {
        const char next = m_at + 1 < m_in.size() ? m_in[m_at + 1] : ' ';
        if (follows("<!--")) {
            comment();
        } else if (follows("<![CDATA[") && m_isXml) {
            const qsizetype start = m_at + 9;
            skipPast("]]>", start);
            writeText(m_in.sliced(start, std::max(start, m_at - 3) - start));
        } else if (follows("<!doctype")) {
            skipDoctype();
        } else if (next == '!' || next == '?') {
            skipPast(">", m_at);
        } else if (isLetter(next) || next == '/') {
            if (const auto tag = readTag())
                tag->isEnd ? endTag(tag->name) : startTag(*tag);
        } else {
            m_out.html += "&lt;";
            ++m_at;
        }
    }

    void comment()
    {
        if (follows("<!-->"))
            m_at += 5;
        else if (follows("<!--->"))
            m_at += 6;
        else
            skipPast("-->", m_at + 4);
    }

    void skipDoctype()
    {
        const qsizetype end = m_in.indexOf('>', m_at), subset = m_in.indexOf('[', m_at);
        if (subset >= 0 && subset < end)
            skipPast("]", subset);
        skipPast(">", m_at);
    }

    void writeText(QByteArrayView text) { m_out.html += text.toByteArray().replace('&', "&amp;").replace('<', "&lt;"); }

    // ---------------------------------------------------------------------------------------------- one tag

    std::optional<Tag> readTag()
    {
        Tag tag;
        tag.isEnd = m_in[m_at + 1] == '/';
        m_at += tag.isEnd ? 2 : 1;
        if (tag.isEnd && (m_at >= m_in.size() || !isLetter(m_in[m_at]))) {
            skipPast(">", m_at); // "</>" and "</ x>" are comments
            return std::nullopt;
        }
        const qsizetype start = m_at;
        while (m_at < m_in.size() && !isSpace(m_in[m_at]) && m_in[m_at] != '/' && m_in[m_at] != '>')
            ++m_at;
        tag.name = m_in.sliced(start, std::min(m_at - start, longestName)).toByteArray().toLower();
        quint32 seen = 0;
        while (true) {
            while (m_at < m_in.size() && (isSpace(m_in[m_at]) || m_in[m_at] == '/'))
                ++m_at;
            if (m_at >= m_in.size())
                return std::nullopt; // a tag that the file's end cuts off is none
            if (m_in[m_at] == '>')
                break;
            readAttribute(tag, seen);
        }
        tag.isEmpty = m_in[m_at - 1] == '/';
        ++m_at;
        return tag;
    }

    void readAttribute(Tag &tag, quint32 &seen)
    {
        const qsizetype start = m_at++; // a "=" that stands first is part of the name
        while (m_at < m_in.size() && !isSpace(m_in[m_at]) && m_in[m_at] != '/' && m_in[m_at] != '>' &&
               m_in[m_at] != '=')
            ++m_at;
        const QByteArrayView name = m_in.sliced(start, m_at - start);
        qsizetype next = m_at;
        while (next < m_in.size() && isSpace(m_in[next]))
            ++next;
        QByteArrayView value;
        if (next < m_in.size() && m_in[next] == '=') {
            m_at = next + 1;
            value = readValue();
        }
        if (value.size() > longestValue)
            return;
        if (name.compare("type", Qt::CaseInsensitive) == 0)
            tag.type = value.toByteArray();
        for (size_t i = 0; i < keptAttributes.size(); ++i) {
            const quint32 bit = 1U << i;
            if (name.compare(keptAttributes[i], Qt::CaseInsensitive) != 0 || (seen & bit))
                continue;
            seen |= bit;
            tag.attributes +=
                ' ' + keptAttributes[i].toByteArray() + "=\"" + value.toByteArray().replace('"', "&quot;") + '"';
        }
    }

    QByteArrayView readValue()
    {
        while (m_at < m_in.size() && isSpace(m_in[m_at]))
            ++m_at;
        if (m_at >= m_in.size())
            return {};
        const char quote = m_in[m_at];
        if (quote == '"' || quote == '\'') {
            const qsizetype start = m_at + 1;
            const qsizetype end = m_in.indexOf(quote, start);
            m_at = end < 0 ? m_in.size() : end + 1;
            return m_in.sliced(start, (end < 0 ? m_in.size() : end) - start);
        }
        const qsizetype start = m_at;
        while (m_at < m_in.size() && !isSpace(m_in[m_at]) && m_in[m_at] != '>')
            ++m_at;
        return m_in.sliced(start, m_at - start);
    }

    // ---------------------------------------------------------------------------------------------- balance

    void write(const QByteArray &name, const QByteArray &attributes)
    {
        m_out.html += '<' + name + attributes + '>';
        m_out.tooMany = ++m_elements > mostElements;
    }

    void closeLast() { m_out.html += "</" + m_open.takeLast() + '>'; }

    void startTag(const Tag &tag)
    {
        const bool isEmpty = tag.isEmpty && m_isXml;
        if (isUnwrapped(tag.name))
            return;
        if (tag.name == "title" || isDropped(tag.name)) {
            if (!isEmpty)
                skipContent(tag);
            return;
        }
        if (isVoid(tag.name)) {
            write(tag.name, tag.attributes);
            return;
        }
        const QByteArray name = safeName(tag.name);
        if (isSelfClosingByRule(name)) {
            write(name, tag.attributes);
            if (isEmpty)
                m_out.html += "</" + name + '>';
            return;
        }
        if (m_open.size() >= deepestNesting) {
            if (isSpecial(name))
                write("hr", {}); // a paragraph ends here, whatever begins
            if (!isEmpty)
                ++m_letGo[name];
            return;
        }
        write(name, tag.attributes);
        m_open.append(name);
        if (isEmpty)
            closeLast();
    }

    void endTag(const QByteArray &written)
    {
        const QByteArray name = safeName(written);
        if (isSelfClosingByRule(name)) {
            m_out.html += "</" + name + '>';
            m_out.tooMany = ++m_elements > mostElements; // one that closes nothing makes an element
            return;
        }
        if (name == "br") { // "</br>" is a line break to every browser
            write(name, {});
            return;
        }
        if (const auto letGo = m_letGo.find(name); letGo != m_letGo.end() && *letGo > 0) {
            --*letGo;
            if (isSpecial(name))
                write("hr", {});
            return;
        }
        const bool isHeading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
        const bool isBlock = isSpecial(name);
        for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
            const QByteArray &open = m_open[i];
            const bool isOpenHeading = open.size() == 2 && open[0] == 'h' && open != "hr";
            if (open == name || (isHeading && isOpenHeading)) {
                while (m_open.size() > i)
                    closeLast();
                return;
            }
            if (open == "table" || (!isBlock && isSpecial(open)))
                return; // closes nothing that is open here
        }
    }

    // ---------------------------------------------------------------------------------------------- dropped content

    void skipContent(const Tag &tag)
    {
        const qsizetype start = m_at;
        const qsizetype end = tag.name == "script" ? endOfScript() : endOfElement(tag.name);
        if (end < 0)
            return; // it closes nowhere: what follows is the page
        if (tag.name == "title") {
            m_out.html += "<title>";
            m_out.html += m_in.sliced(start, std::min(end - start, longestTitle)).toByteArray().replace('<', "&lt;");
            m_out.html += "</title>";
        } else if (tag.name == "script" && tag.type.trimmed().toLower().startsWith("application/ld+json") &&
                   m_linkedDataSize + end - start <= largestLinkedData) {
            m_linkedDataSize += end - start;
            m_out.linkedData.append(m_in.sliced(start, end - start).toByteArray());
        }
        skipPast(">", end);
    }

    bool standsTag(QByteArrayView name, qsizetype at) const
    {
        const qsizetype end = at + name.size();
        return end <= m_in.size() && m_in.sliced(at, name.size()).compare(name, Qt::CaseInsensitive) == 0 &&
               (end == m_in.size() || isSpace(m_in[end]) || m_in[end] == '/' || m_in[end] == '>');
    }

    /// Where `</name` stands that closes the element whose content begins here; -1 where none does.
    qsizetype endOfElement(const QByteArray &name)
    {
        if (m_noEnd.contains(name))
            return -1;
        const bool nests = name == "svg" || name == "template" || name == "object" || name == "noscript";
        int depth = 0;
        qsizetype last = -1;
        for (qsizetype at = m_in.indexOf('<', m_at); at >= 0; at = m_in.indexOf('<', at + 1)) {
            if (at + 1 < m_in.size() && m_in[at + 1] == '/' && standsTag(name, at + 2)) {
                if (depth-- == 0)
                    return at;
                last = at;
            } else if (nests && standsTag(name, at + 1)) {
                ++depth;
            }
        }
        if (last < 0)
            m_noEnd.insert(name, m_at);
        return last;
    }

    /// Scripts may write scripts within a comment, which end nothing ("script data double escaped").
    qsizetype endOfScript()
    {
        const qsizetype first = endOfElement("script");
        if (first < 0)
            return first;
        const QByteArrayView content = m_in.sliced(m_at, first - m_at);
        const qsizetype comment = content.indexOf("<!--");
        if (comment < 0 || content.indexOf("-->", comment) >= 0 || !content.sliced(comment).contains("<script"))
            return first;
        const qsizetype start = std::exchange(m_at, first + 2);
        const qsizetype second = endOfElement("script");
        m_at = start;
        return second < 0 ? first : second;
    }
};

} // namespace

SafeMarkup safeMarkup(QByteArrayView utf8)
{
    return Scanner(utf8).scan();
}

} // namespace parallax
