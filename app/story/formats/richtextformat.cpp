// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A stack of states, one a group; a token either changes the state, adds text, or is none of our business.
//!
//!     {\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}\pard\f0 Caf\'e9 \u8364\'80 5\par}
//!
//! RTF was made to be read so: a reader that does not know a control word ignores it, and one that does not know a
//! destination marked \* ignores its whole group. What must be known is how letters are written: bytes (\'e9) in the
//! code page of the font in force, two of them for one letter in East Asian ones, and Unicode (\u8364) followed by a
//! stand-in for older readers, whose length \uc says. Bytes are therefore collected and decoded in runs of one code
//! page. Debian has programs that convert RTF but no library that reads it, so this is ours; it is small because no
//! page is drawn. Limits: groups in groups, and the text.
//!
//! Tested by tst_documents.cpp.
#include "story/formats/richtextformat.h"

#include "story/formats/documenttext.h"
#include "story/textdecoder.h"

#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Where the text of a group goes.
enum class Destination {
    Text,
    Note,
    Running, ///< heads and feet of pages
    Fonts,   ///< the table of fonts
    Styles,  ///< the table of styles
    Nowhere,
};

struct State {
    Destination destination = Destination::Text;
    int font = 0;
    int style = 0;         ///< of the paragraph
    int outline = -1;      ///< level of a heading; -1 for none
    int standInLength = 1; ///< characters after \u for readers without Unicode
    bool isHidden = false;
};

/// Names of code pages by \fcharset; 0 is the document's own.
QByteArray codePageOf(int charset)
{
    static const QHash<int, QByteArray> pages{{77, "macintosh"},     {128, "windows-31j"},  {129, "windows-949"},
                                              {130, "windows-949"},  {134, "GB18030"},      {136, "windows-950"},
                                              {161, "windows-1253"}, {162, "windows-1254"}, {163, "windows-1258"},
                                              {177, "windows-1255"}, {178, "windows-1256"}, {186, "windows-1257"},
                                              {204, "windows-1251"}, {222, "windows-874"},  {238, "windows-1250"}};
    return pages.value(charset);
}

QByteArray codePageNamed(int number)
{
    static const QHash<int, QByteArray> pages{{437, "IBM437"},      {850, "IBM850"},      {932, "windows-31j"},
                                              {936, "GB18030"},     {949, "windows-949"}, {950, "windows-950"},
                                              {10000, "macintosh"}, {65001, "UTF-8"}};
    const QByteArray name = pages.value(number, "windows-" + QByteArray::number(number));
    return isKnownEncoding(name) ? name : QByteArray("windows-1252");
}

/// Destinations whose text is not the article's, besides those marked \*.
bool isAside(QByteArrayView word)
{
    static constexpr std::array words{
        "colortbl",   "info",    "pict",       "object",    "objdata",   "fldinst",   "filetbl",   "listtable",
        "revtbl",     "rsidtbl", "xmlnstbl",   "generator", "themedata", "datastore", "bkmkstart", "bkmkend",
        "nonshppict", "comment", "annotation", "atnid",     "atnauthor", "shpinst",   "do",        "tc",
        "xe",         "ftnsep",  "ftnsepc",    "aftnsep",   "aftnsepc",  "pntext",    "pnseclvl",  "latentstyles"};
    return std::ranges::any_of(words, [&](const char *w) { return word == QByteArrayView(w); });
}

/// Control words that stand for a character.
QStringView character(QByteArrayView word)
{
    static const QHash<QByteArrayView, QStringView> words{
        {"tab", u"\t"},         {"line", u"\n"},        {"lbr", u"\n"},         {"emdash", u"—"},
        {"endash", u"–"},       {"lquote", u"‘"},       {"rquote", u"’"},       {"ldblquote", u"“"},
        {"rdblquote", u"”"},    {"bullet", u"•"},       {"emspace", u"\u2003"}, {"enspace", u"\u2002"},
        {"qmspace", u"\u2005"}, {"zwj", u"\u200D"},     {"zwnj", u"\u200C"},    {"zwbo", u"\u200B"},
        {"zwnbo", u"\u2060"},   {"ltrmark", u"\u200E"}, {"rtlmark", u"\u200F"}};
    return words.value(word);
}

class Reader
{
public:
    Reader(const FormatInput &input, DocumentText &out)
        : m_bytes(input.bytes)
        , m_chosen(input.encoding)
        , m_out(out)
    {
    }

    std::expected<void, Refusal> read()
    {
        while (m_at < m_bytes.size() && !m_out.isTooLarge() && !m_isOver) {
            const char c = m_bytes[m_at++];
            if (c == '{') {
                flushBytes();
                if (m_states.size() >= deepestGroup)
                    return std::unexpected(Refusal{SkipReason::TooLarge, QLocale::c().toString(deepestGroup) +
                                                                             " groups within each other"_L1});
                m_states.push_back(m_state);
                m_standIn = 0;
            } else if (c == '}') {
                closeGroup();
            } else if (c == '\\') {
                control();
            } else if (c != '\r' && c != '\n') {
                addByte(c);
            }
        }
        endParagraph();
        return {};
    }

    TextEncoding encoding() const
    {
        if (!m_chosen.isEmpty())
            return {QString::fromLatin1(m_chosen), EncodingOrigin::Chosen, m_broken};
        return {QString::fromLatin1(m_codePage), EncodingOrigin::Declared, m_broken};
    }

private:
    // -------------------------------------------------------------------------------------------------- letters

    void addByte(char c)
    {
        if (m_standIn > 0) {
            --m_standIn;
            return;
        }
        // A byte is text where it goes into text; the tables have their names so.
        if (m_state.destination != Destination::Nowhere && !m_state.isHidden)
            m_pending += c;
    }

    void add(QStringView text)
    {
        flushBytes();
        if (m_standIn > 0)
            --m_standIn;
        else if (m_state.destination != Destination::Nowhere && !m_state.isHidden)
            target() += text;
    }

    void addUnicode(int code)
    {
        flushBytes();
        m_standIn = 0;
        const auto unit = static_cast<char16_t>(code < 0 ? code + 0x10000 : code);
        // Symbol fonts are mapped to the private area; their plain letters are meant where a text has them.
        add(QString(QChar(unit >= 0xf020 && unit <= 0xf0ff ? static_cast<char16_t>(unit - 0xf000) : unit)));
        m_standIn = m_state.standInLength;
    }

    QByteArray codePage() const
    {
        if (!m_chosen.isEmpty())
            return m_chosen;
        const QByteArray fonts = m_fontPages.value(m_state.font);
        return fonts.isEmpty() ? m_codePage : fonts;
    }

    void flushBytes()
    {
        if (m_pending.isEmpty())
            return;
        const auto isAscii = std::ranges::none_of(m_pending, [](char c) { return static_cast<uchar>(c) >= 0x80; });
        if (isAscii) {
            target() += QLatin1StringView(m_pending);
        } else if (const auto decoded = decodeText(m_pending, {.chosen = codePage(), .declared = {}})) {
            target() += decoded->text;
            m_broken += decoded->encoding.brokenCount;
        }
        m_pending.clear();
    }

    QString &target() { return m_state.destination == Destination::Text ? m_paragraph : m_aside; }

    // --------------------------------------------------------------------------------------------------- groups

    void closeGroup()
    {
        flushBytes();
        m_standIn = 0;
        if (m_states.empty()) {
            m_isOver = true; // what follows the last group is no RTF
            return;
        }
        const State inner = m_state;
        m_state = m_states.back();
        m_states.pop_back();
        if (inner.destination == Destination::Styles && m_state.destination == Destination::Styles)
            endStyle(inner.style);
        else if (inner.destination != m_state.destination)
            endAside(inner.destination);
        if (m_states.empty())
            m_isOver = true;
    }

    /// The name of a style ends with a semicolon: "heading 1;".
    void endStyle(int style)
    {
        m_roles.insert(style, roleOfStyle(m_aside.section(u';', 0, 0).trimmed()));
        m_aside.clear();
    }

    void endAside(Destination destination)
    {
        if (destination == Destination::Note)
            m_out.appendNote(m_aside);
        else if (destination == Destination::Running)
            m_out.appendRunning(m_aside);
        if (destination != Destination::Text && destination != Destination::Nowhere)
            m_aside.clear();
    }

    void endParagraph()
    {
        flushBytes();
        if (m_state.destination == Destination::Note || m_state.destination == Destination::Running) {
            m_aside += u"\n\n";
        } else if (m_state.destination == Destination::Text) {
            const Role role = m_state.outline >= 0 ? Role::Headline : m_roles.value(m_state.style, Role::Body);
            m_out.append(m_paragraph, role);
            m_paragraph.clear();
        }
    }

    // -------------------------------------------------------------------------------------------------- control

    void control()
    {
        if (m_at >= m_bytes.size())
            return;
        const char c = m_bytes[m_at];
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            word();
            return;
        }
        ++m_at;
        switch (c) {
        case '\'': {
            bool isHex = false;
            const int code =
                m_bytes.sliced(m_at, std::min<qsizetype>(2, m_bytes.size() - m_at)).toByteArray().toInt(&isHex, 16);
            m_at = std::min(m_at + 2, m_bytes.size());
            if (isHex)
                addByte(static_cast<char>(code));
            break;
        }
        case '~':
            add(u"\u00A0");
            break;
        case '-':
            add(u"\u00AD");
            break;
        case '_':
            add(u"\u2011");
            break;
        case '*':
            m_state.destination = Destination::Nowhere;
            break;
        case '\r':
        case '\n':
            endParagraph();
            break;
        default:
            addByte(c); // \\ \{ \}
        }
    }

    void word()
    {
        const qsizetype start = m_at;
        const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        while (m_at < m_bytes.size() && isLetter(m_bytes[m_at]))
            ++m_at;
        const QByteArrayView name = m_bytes.sliced(start, m_at - start);
        const qsizetype digits = m_at;
        if (m_at < m_bytes.size() && m_bytes[m_at] == '-')
            ++m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] >= '0' && m_bytes[m_at] <= '9')
            ++m_at;
        bool hasNumber = false;
        const int number = m_bytes.sliced(digits, m_at - digits).toByteArray().toInt(&hasNumber);
        if (m_at < m_bytes.size() && m_bytes[m_at] == ' ')
            ++m_at; // the space belongs to the word
        apply(name, hasNumber ? std::optional(number) : std::nullopt);
    }

    void apply(QByteArrayView name, std::optional<int> number)
    {
        if (name == "u" && number) {
            addUnicode(*number);
            return;
        }
        if (name == "bin") {
            m_at = std::min(m_at + std::max<qsizetype>(0, number.value_or(0)), m_bytes.size());
            return;
        }
        if (const QStringView sign = character(name); !sign.isEmpty()) {
            add(sign);
            return;
        }
        flushBytes();
        if (name == "shptxt") { // a text box, inside of a drawing that goes nowhere
            m_state.destination = Destination::Note;
            m_aside.clear();
            return;
        }
        if (applyToText(name, number) || m_state.destination == Destination::Nowhere)
            return;
        if (name == "footnote")
            enter(Destination::Note);
        else if (name.startsWith("header") || name.startsWith("footer"))
            enter(Destination::Running);
        else if (name == "fonttbl")
            enter(Destination::Fonts);
        else if (name == "stylesheet")
            enter(Destination::Styles);
        else if (isAside(name))
            m_state.destination = Destination::Nowhere;
    }

    void enter(Destination destination)
    {
        // "\headery720" is a distance; only a group's first word opens a destination, and these stand first.
        if (m_state.destination == Destination::Text || destination == Destination::Styles) {
            m_state.destination = destination;
            m_aside.clear();
        }
    }

    /// Words that hold anywhere; answers whether this was one.
    bool applyToText(QByteArrayView name, std::optional<int> number)
    {
        if (name == "par" || name == "sect" || name == "page" || name == "cell" || name == "row" || name == "column" ||
            name == "nestcell")
            endParagraph();
        else if (name == "pard")
            m_state.style = 0, m_state.outline = -1;
        else if (name == "plain")
            m_state.isHidden = false;
        else if (name == "v" || name == "deleted")
            m_state.isHidden = number.value_or(1) != 0;
        else if (name == "f")
            m_state.font = number.value_or(0);
        else if (name == "s")
            m_state.style = number.value_or(0);
        else if (name == "outlinelevel")
            m_state.outline = number.value_or(9) <= 8 ? *number : -1;
        else if (name == "uc")
            m_state.standInLength = std::clamp(number.value_or(1), 0, 16);
        else if (name == "ansicpg" && number)
            m_codePage = codePageNamed(*number);
        else if (name == "mac")
            m_codePage = "macintosh";
        else if (name == "fcharset" && number && m_state.destination == Destination::Fonts)
            m_fontPages.insert(m_state.font, codePageOf(*number));
        else if (name == "headery" || name == "footery")
            return true; // distances
        else
            return false;
        return true;
    }

    QByteArrayView m_bytes;
    QByteArray m_chosen;
    DocumentText &m_out;
    qsizetype m_at = 0;
    State m_state;
    std::vector<State> m_states; ///< of the groups around
    bool m_isOver = false;
    QByteArray m_codePage = "windows-1252";
    QHash<int, QByteArray> m_fontPages; ///< by font; empty for the document's own
    QHash<int, Role> m_roles;           ///< by style
    QByteArray m_pending;               ///< bytes of one code page, not yet decoded
    QString m_paragraph;
    QString m_aside;   ///< a note, a running head, an entry of a table
    int m_standIn = 0; ///< characters still to skip after \u
    int m_broken = 0;
};

} // namespace

ReadResult readRichText(const FormatInput &input)
{
    DocumentText out;
    Reader reader(input, out);
    if (const auto read = reader.read(); !read)
        return std::unexpected(read.error());
    return std::move(out).toArticle(reader.encoding());
}

} // namespace parallax
