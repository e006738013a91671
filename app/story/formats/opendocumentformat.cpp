// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One pass over the tokens, with a stack of the paragraphs that are open: a frame's text and a note's stand inside the
//! paragraph they are anchored to and become passages of their own (see wordformat.cpp).
//!
//! White space in the XML is collapsed as the standard asks; a writer's spaces are elements (<text:s text:c="3"/>).
//! Tested by tst_documents.cpp.
#include "story/formats/opendocumentformat.h"

#include "story/formats/documenttext.h"
#include "story/formats/zippedxml.h"

#include <QHash>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

QString attribute(const QXmlStreamReader &xml, QLatin1StringView name)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute &a : attributes) {
        if (a.name() == name)
            return a.value().toString();
    }
    return {};
}

/// Style names as files have them ("Text_20_body") → as people read them.
QString shownName(QString name)
{
    return name.replace("_20_"_L1, " "_L1);
}

class Reader
{
public:
    explicit Reader(DocumentText &out)
        : m_out(out)
    {
    }

    /// Reads content.xml, or the page styles of styles.xml. The styles must come first: content refers to them.
    std::expected<void, Refusal> read(const QByteArray &bytes)
    {
        QXmlStreamReader xml(bytes);
        int depth = 0, skipDepth = 0;
        while (!xml.atEnd() && !m_out.isTooLarge()) {
            xml.readNext();
            if (const auto checked = checkXml(xml, depth); !checked)
                return checked;
            if (skipDepth) {
                if (depth < skipDepth)
                    skipDepth = 0;
            } else if (xml.isStartElement()) {
                if (isSkipped(xml))
                    skipDepth = depth;
                else
                    start(xml);
            } else if (xml.isEndElement()) {
                end(xml.name());
            } else if (xml.isCharacters() && !m_open.empty()) {
                appendCollapsed(m_open.back().text, xml.text());
            }
        }
        return {};
    }

private:
    struct Paragraph {
        QString text;
        Role role = Role::Body;
        bool isNote = false;
        bool isRunning = false;
    };

    static bool isSkipped(const QXmlStreamReader &xml)
    {
        static constexpr std::array names{"tracked-changes"_L1, "annotation"_L1,     "hidden-text"_L1,
                                          "scripts"_L1,         "forms"_L1,          "note-citation"_L1,
                                          "ruby-text"_L1,       "title"_L1,          "desc"_L1,
                                          "script"_L1,          "event-listeners"_L1};
        const QStringView name = xml.name();
        if (std::ranges::any_of(names, [&](QLatin1StringView n) { return name == n; }))
            return name != "title"_L1 || xml.prefix() == "svg"_L1; // text:title is a field, svg:title a tool tip
        return (name == "section"_L1 && attribute(xml, "display"_L1) == "none"_L1) ||
               (name == "hidden-paragraph"_L1 && attribute(xml, "is-hidden"_L1) == "true"_L1);
    }

    static void appendCollapsed(QString &to, QStringView text)
    {
        for (const QChar c : text) {
            const bool isBlank = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
            if (!isBlank)
                to += c;
            else if (!to.isEmpty() && to.back() != u' ' && to.back() != u'\n')
                to += u' ';
        }
    }

    Role roleOf(QString style) const
    {
        constexpr int longestChain = 12;
        for (int i = 0; i < longestChain && !style.isEmpty(); ++i) {
            if (const Role role = roleOfStyle(shownName(style)); role != Role::Body)
                return role;
            style = m_parents.value(style);
        }
        return Role::Body;
    }

    void start(const QXmlStreamReader &xml)
    {
        const QStringView name = xml.name();
        if (name == "style"_L1) {
            if (const QString parent = attribute(xml, "parent-style-name"_L1); !parent.isEmpty())
                m_parents.insert(attribute(xml, "name"_L1), parent);
        } else if (name == "note-body"_L1) {
            ++m_notes;
        } else if (xml.prefix() == "style"_L1 && isRunningHead(name)) {
            ++m_runningHeads;
        } else if (name == "p"_L1 || name == "h"_L1) {
            const Role role = name == "h"_L1 ? Role::Headline : roleOf(attribute(xml, "style-name"_L1));
            m_open.push_back({{}, role, m_notes > 0, m_runningHeads > 0});
        } else if (!m_open.empty()) {
            QString &text = m_open.back().text;
            constexpr int mostSpaces = 200; // a writer's alignment by spaces; more is an attack
            if (name == "s"_L1)
                text += QString(std::clamp(attribute(xml, "c"_L1).toInt(), 1, mostSpaces), u' ');
            else if (name == "tab"_L1)
                text += u'\t';
            else if (name == "line-break"_L1)
                text += u'\n';
        }
    }

    void end(QStringView name)
    {
        if (name == "note-body"_L1) {
            --m_notes;
        } else if (isRunningHead(name)) {
            m_runningHeads = std::max(0, m_runningHeads - 1);
        } else if ((name == "p"_L1 || name == "h"_L1) && !m_open.empty()) {
            const Paragraph paragraph = std::move(m_open.back());
            m_open.pop_back();
            if (paragraph.isRunning)
                m_out.appendRunning(paragraph.text);
            else if (paragraph.isNote)
                m_out.appendNote(paragraph.text);
            else
                m_out.append(paragraph.text, paragraph.role);
        }
    }

    static bool isRunningHead(QStringView name)
    {
        return name == "header"_L1 || name == "footer"_L1 || name == "header-left"_L1 || name == "footer-left"_L1 ||
               name == "header-first"_L1 || name == "footer-first"_L1;
    }

    DocumentText &m_out;
    QHash<QString, QString> m_parents; ///< style → the style it is based on
    std::vector<Paragraph> m_open;
    int m_notes = 0;
    int m_runningHeads = 0;
};

} // namespace

ReadResult readOpenDocument(const FormatInput &input)
{
    const auto zip = ZippedXml::open(input.bytes);
    if (!zip)
        return std::unexpected(zip.error());
    DocumentText out;
    Reader reader(out);
    for (const QString &name : {u"styles.xml"_s, u"content.xml"_s}) {
        const auto bytes = zip->part(name);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (bytes->isEmpty() && name == "content.xml"_L1)
            return std::unexpected(Refusal{SkipReason::Damaged, u"has no text part"_s});
        if (const auto read = bytes->isEmpty() ? std::expected<void, Refusal>() : reader.read(*bytes); !read)
            return std::unexpected(read.error());
    }
    return std::move(out).toArticle();
}

} // namespace parallax
