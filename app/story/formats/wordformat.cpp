// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One pass over the tokens of a part, with a stack of the paragraphs that are open.
//!
//! A stack, because a text box stands inside the paragraph it is anchored to:
//!
//!     <w:p>The ferry …<w:r><w:txbxContent><w:p>"Nobody screamed"</w:p></w:txbxContent></w:r> ran aground.</w:p>
//!
//! gives the box and the sentence, each whole; without it the box would stand in the middle of the sentence. What is
//! cut into runs (a figure half bold, a word half checked for spelling) is one text again. Skipped with all that is in
//! them: deletions, the old place of what was moved, hidden runs, the second of two ways to draw the same
//! (mc:Fallback).
//!
//! Tested by tst_documents.cpp.
#include "story/formats/wordformat.h"

#include "story/formats/documenttext.h"
#include "story/formats/zippedxml.h"

#include <QHash>
#include <QXmlStreamReader>

#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Attributes by local name: strict and transitional documents differ in namespaces only.
QString attribute(const QXmlStreamReader &xml, QLatin1StringView name)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute &a : attributes) {
        if (a.name() == name)
            return a.value().toString();
    }
    return {};
}

/// On/off properties: present means on, unless they say otherwise.
bool isOn(const QXmlStreamReader &xml)
{
    const QString value = attribute(xml, "val"_L1);
    return value != "0"_L1 && value != "false"_L1 && value != "off"_L1;
}

// ---------------------------------------------------------------------------------------------------------- styles

/// Roles by style id, from the names of the styles and of those they are based on.
std::expected<QHash<QString, Role>, Refusal> readStyles(const QByteArray &bytes)
{
    struct Style {
        QString name;
        QString base;
    };
    QHash<QString, Style> styles;
    QString current;
    QXmlStreamReader xml(bytes);
    int depth = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (const auto checked = checkXml(xml, depth); !checked)
            return std::unexpected(checked.error());
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "style"_L1)
            current = attribute(xml, "styleId"_L1);
        else if (xml.name() == "name"_L1)
            styles[current].name = attribute(xml, "val"_L1);
        else if (xml.name() == "basedOn"_L1)
            styles[current].base = attribute(xml, "val"_L1);
    }
    constexpr int longestChain = 12;
    QHash<QString, Role> roles;
    for (auto it = styles.cbegin(); it != styles.cend(); ++it) {
        Role role = Role::Body;
        QString id = it.key();
        for (int i = 0; i < longestChain && role == Role::Body && styles.contains(id); ++i) {
            role = roleOfStyle(styles[id].name);
            id = styles[id].base;
        }
        roles.insert(it.key(), role);
    }
    return roles;
}

/// The signs of the fonts that have pictures where others have letters; the rest is unknown without the font.
QChar symbol(const QString &font, uint code)
{
    static const QHash<uint, QChar> signs{{0xb0, u'°'}, {0xb4, u'×'}, {0x2d, u'−'}, {0xb1, u'±'}, {0xa3, u'≤'},
                                          {0xb3, u'≥'}, {0xb9, u'≠'}, {0xbb, u'≈'}, {0xb7, u'•'}, {0xbc, u'…'},
                                          {0xde, u'⇒'}, {0xae, u'→'}, {0xac, u'←'}, {0xd2, u'®'}, {0xd3, u'©'}};
    if (font == "Symbol"_L1)
        return signs.value(code & 0xff, QChar::ReplacementCharacter);
    const bool isPictorial = code >= 0xf000 || font.contains("dings"_L1);
    return isPictorial || code > 0xffff ? QChar(u'•') : QChar(static_cast<char16_t>(code));
}

// ------------------------------------------------------------------------------------------------------------ text

/// Puts the paragraphs of one part of the document to where they belong.
class PartReader
{
public:
    using Sink = std::function<void(const QString &text, Role role)>;

    PartReader(const QHash<QString, Role> &roles, Sink sink)
        : m_roles(roles)
        , m_sink(std::move(sink))
    {
    }

    /// Stops early where `isFull` says so.
    std::expected<void, Refusal> read(const QByteArray &bytes, const std::function<bool()> &isFull)
    {
        QXmlStreamReader xml(bytes);
        int depth = 0;
        while (!xml.atEnd() && !isFull()) {
            xml.readNext();
            if (const auto checked = checkXml(xml, depth); !checked)
                return checked;
            if (m_skipDepth) {
                if (depth < m_skipDepth)
                    m_skipDepth = 0;
            } else if (xml.isStartElement()) {
                if (isSkipped(xml))
                    m_skipDepth = depth;
                else
                    start(xml);
            } else if (xml.isEndElement()) {
                end(xml.name());
            } else if (xml.isCharacters() && m_inText && !m_isHidden) {
                text() += xml.text();
            }
        }
        return {};
    }

private:
    struct Paragraph {
        QString text;
        Role role = Role::Body;
    };

    static bool isSkipped(const QXmlStreamReader &xml)
    {
        const QStringView name = xml.name();
        if (name == "footnote"_L1 || name == "endnote"_L1) // the lines above notes
            return attribute(xml, "type"_L1).contains("eparator"_L1);
        return name == "del"_L1 || name == "moveFrom"_L1 || name == "Fallback"_L1 || name == "instrText"_L1 ||
               name == "pPrChange"_L1 || name == "rPrChange"_L1;
    }

    QString &text()
    {
        if (m_open.empty())
            m_open.emplace_back(); // text outside of any paragraph: kept all the same
        return m_open.back().text;
    }

    void write(QStringView what)
    {
        if (!m_isHidden)
            text() += what;
    }

    void start(const QXmlStreamReader &xml)
    {
        const QStringView name = xml.name();
        if (name == "p"_L1)
            m_open.emplace_back();
        else if (name == "r"_L1)
            m_isHidden = false;
        else if (name == "t"_L1)
            m_inText = true;
        else if (name == "pStyle"_L1 && !m_open.empty())
            m_open.back().role = m_roles.value(attribute(xml, "val"_L1), Role::Body);
        else if (name == "outlineLvl"_L1 && !m_open.empty() && attribute(xml, "val"_L1) != "9"_L1)
            m_open.back().role = Role::Headline;
        else if (name == "vanish"_L1 || name == "webHidden"_L1)
            m_isHidden = isOn(xml);
        else if (name == "tab"_L1 || name == "ptab"_L1)
            write(u"\t");
        else if (name == "br"_L1 || name == "cr"_L1)
            write(attribute(xml, "type"_L1) == "page"_L1 ? u"\n\n" : u"\n");
        else if (name == "noBreakHyphen"_L1)
            write(u"\u2011");
        else if (name == "softHyphen"_L1)
            write(u"\u00AD");
        else if (name == "sym"_L1)
            write(QString(symbol(attribute(xml, "font"_L1), attribute(xml, "char"_L1).toUInt(nullptr, 16))));
    }

    void end(QStringView name)
    {
        if (name == "t"_L1) {
            m_inText = false;
        } else if (name == "p"_L1 && !m_open.empty()) {
            const Paragraph paragraph = std::move(m_open.back());
            m_open.pop_back();
            m_sink(paragraph.text, paragraph.role);
        } else if (name == "pPr"_L1 || name == "r"_L1) {
            m_isHidden = false; // of the paragraph's mark, which is no text; of the run that ends
        }
    }

    const QHash<QString, Role> &m_roles;
    Sink m_sink;
    std::vector<Paragraph> m_open;
    int m_skipDepth = 0; ///< depth of the element whose content is skipped; 0 where none is
    bool m_inText = false;
    bool m_isHidden = false;
};

/// The part that holds the text; not every writer calls it word/document.xml.
QString mainPart(const QByteArray &relations)
{
    QXmlStreamReader xml(relations);
    int depth = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!checkXml(xml, depth))
            break;
        if (xml.isStartElement() && attribute(xml, "Type"_L1).endsWith("/officeDocument"_L1)) {
            const QString target = attribute(xml, "Target"_L1);
            return target.startsWith(u'/') ? target.sliced(1) : target;
        }
    }
    return u"word/document.xml"_s;
}

} // namespace

ReadResult readWordDocument(const FormatInput &input)
{
    const auto zip = ZippedXml::open(input.bytes);
    if (!zip)
        return std::unexpected(zip.error());
    const auto relations = zip->part(u"_rels/.rels"_s);
    if (!relations)
        return std::unexpected(relations.error());
    const QString main = mainPart(*relations);
    const QString folder = main.section(u'/', 0, -2);
    const auto styles = zip->part(folder + u"/styles.xml"_s);
    if (!styles)
        return std::unexpected(styles.error());
    const auto roles = styles->isEmpty() ? QHash<QString, Role>() : readStyles(*styles);
    if (!roles)
        return std::unexpected(roles.error());

    DocumentText out;
    const auto isFull = [&] { return out.isTooLarge(); };
    const auto read = [&](const QString &name, PartReader::Sink sink) -> std::expected<qsizetype, Refusal> {
        const auto bytes = zip->part(name);
        if (!bytes || bytes->isEmpty())
            return bytes.transform([](const QByteArray &b) { return b.size(); });
        return PartReader(*roles, std::move(sink)).read(*bytes, isFull).transform([&] { return bytes->size(); });
    };
    const auto text = read(main, [&](const QString &t, Role role) { out.append(t, role); });
    if (!text)
        return std::unexpected(text.error());
    if (*text == 0)
        return std::unexpected(Refusal{SkipReason::Damaged, u"has no text part"_s});
    for (const QString &name : zip->partsIn(folder)) {
        const QString file = name.sliced(folder.size() + 1);
        std::expected<qsizetype, Refusal> result = 0;
        if (file == "footnotes.xml"_L1 || file == "endnotes.xml"_L1)
            result = read(name, [&](const QString &t, Role) { out.appendNote(t); });
        else if (file.startsWith("header"_L1) || file.startsWith("footer"_L1))
            result = read(name, [&](const QString &t, Role) { out.appendRunning(t); });
        if (!result)
            return std::unexpected(result.error());
    }
    return std::move(out).toArticle();
}

} // namespace parallax
