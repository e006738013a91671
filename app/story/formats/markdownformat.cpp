// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! cmark-gfm makes the tree, this walks it.
//!
//! Why cmark-gfm: it is the reference implementation of CommonMark with the tables, footnotes and strike-through that
//! clippers write, linear on input made to hurt parsers ("[[[[…"), and free of recursion. Qt's own reader makes a
//! QTextDocument, which needs QtGui and a font; md4c, on which that stands, leaves entities to its caller.
//!
//! Tested by tst_documents.cpp.
#include "story/formats/markdownformat.h"

#include "story/formats/documenttext.h"
#include "story/publicationdate.h"
#include "story/textdecoder.h"

#include <QRegularExpression>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

QStringView takeLine(QStringView &rest)
{
    const qsizetype end = rest.indexOf(u'\n');
    const QStringView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QStringView() : rest.sliced(end + 1);
    return line;
}

QString unquoted(QStringView value)
{
    value = value.trimmed();
    if (value.size() >= 2 && (value.front() == u'"' || value.front() == u'\'') && value.back() == value.front())
        value = value.sliced(1).chopped(1);
    return value.toString().replace("\\\""_L1, "\""_L1);
}

// ------------------------------------------------------------------------------------------------------------ blocks

struct NodeFree {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
struct ParserFree {
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};
struct IterFree {
    void operator()(cmark_iter *iter) const { cmark_iter_free(iter); }
};

std::unique_ptr<cmark_node, NodeFree> parse(const QByteArray &utf8)
{
    static const bool isRegistered = [] { // once: articles are read several at a time
        cmark_gfm_core_extensions_ensure_registered();
        return true;
    }();
    Q_UNUSED(isRegistered)
    const std::unique_ptr<cmark_parser, ParserFree> parser(
        cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE));
    for (const char *name : {"table", "strikethrough"}) {
        if (cmark_syntax_extension *const extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    cmark_parser_feed(parser.get(), utf8.constData(), static_cast<size_t>(utf8.size()));
    return std::unique_ptr<cmark_node, NodeFree>(cmark_parser_finish(parser.get()));
}

QString literal(cmark_node *node)
{
    const char *const text = cmark_node_get_literal(node);
    return QString::fromUtf8(text ? text : "");
}

/// The extensions' kinds of node have names only.
bool isCalled(cmark_node *node, const char *name)
{
    return qstrcmp(cmark_node_get_type_string(node), name) == 0;
}

/// The words between the tags; none of what a browser would run or draw by.
QString withoutTags(QString html)
{
    static const QRegularExpression unseen(
        uR"(<(script|style|template|iframe|svg)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$))"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression block(uR"(</?(?:p|div|br|li|tr|h[1-6]|figcaption|blockquote)\b[^<>]*>)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(uR"(</?[a-zA-Z!?][^<>]*>)"_s);
    return html.replace(unseen, u" "_s).replace(block, u"\n\n"_s).replace(tag, QString());
}

class Walker
{
public:
    explicit Walker(DocumentText &out)
        : m_out(out)
    {
    }

    void walk(cmark_node *root)
    {
        const std::unique_ptr<cmark_iter, IterFree> iter(cmark_iter_new(root));
        for (cmark_event_type event;
             (event = cmark_iter_next(iter.get())) != CMARK_EVENT_DONE && !m_out.isTooLarge();) {
            cmark_node *const node = cmark_iter_get_node(iter.get());
            if (event == CMARK_EVENT_ENTER)
                enter(node);
            else
                leave(node);
        }
    }

private:
    void enter(cmark_node *node)
    {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_IMAGE) {
            ++m_images;
        } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
            ++m_notes;
        } else if (type == CMARK_NODE_CODE_BLOCK) {
            flush(); // a quotation set in by four spaces, as often as code
            m_text = literal(node);
            flush();
        } else if (type == CMARK_NODE_HTML_BLOCK) {
            flush();
            m_text = withoutTags(literal(node));
            flush();
        } else if (m_images == 0) {
            enterInline(node, type);
        }
    }

    void enterInline(cmark_node *node, cmark_node_type type)
    {
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            m_text += literal(node);
        else if (type == CMARK_NODE_SOFTBREAK)
            m_text += u' ';
        else if (type == CMARK_NODE_LINEBREAK)
            m_text += u'\n';
        else if (isCalled(node, "table_cell") && !m_text.isEmpty())
            m_text += u" | "_s;
    }

    void leave(cmark_node *node)
    {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_IMAGE) {
            --m_images;
        } else if (type == CMARK_NODE_FOOTNOTE_DEFINITION) {
            flush();
            --m_notes;
        } else if (type == CMARK_NODE_HEADING) {
            flush(Role::Headline);
        } else if (type == CMARK_NODE_PARAGRAPH || isCalled(node, "table_header") || isCalled(node, "table_row")) {
            flush();
        }
    }

    void flush(Role role = Role::Body)
    {
        if (m_notes > 0)
            m_out.appendNote(m_text);
        else
            m_out.append(m_text, role);
        m_text.clear();
    }

    DocumentText &m_out;
    QString m_text;
    int m_images = 0;
    int m_notes = 0;
};

/// The first field of these names that is not empty.
QString fieldOf(const FrontMatter &matter, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QString value = matter.fields.value(name); !value.isEmpty())
            return value;
    }
    return {};
}

bool isAddress(QStringView text)
{
    return text.startsWith("http://"_L1) || text.startsWith("https://"_L1) || text.startsWith("www."_L1);
}

void apply(const FrontMatter &matter, Article &article)
{
    article.title = fieldOf(matter, {"title"_L1, "headline"_L1});
    const QString outlet = fieldOf(matter, {"outlet"_L1, "publication"_L1, "publisher"_L1, "newspaper"_L1,
                                            "site_name"_L1, "sitename"_L1, "site"_L1, "website"_L1, "source"_L1});
    if (!isAddress(outlet))
        article.outlet = outlet;
    if (const QString day = fieldOf(matter, {"published"_L1, "date"_L1, "pubdate"_L1, "date_published"_L1,
                                             "publication_date"_L1, "published_at"_L1, "publishdate"_L1});
        !day.isEmpty())
        article.published = fullDateIn(day);
    article.language = fieldOf(matter, {"language"_L1, "lang"_L1, "locale"_L1}).replace(u'_', u'-');
    // The address may name outlet and day; it is read where other articles have it, above the text.
    const QString address = fieldOf(matter, {"url"_L1, "link"_L1, "source_url"_L1, "canonical"_L1, "source"_L1});
    if (isAddress(address) && !address.contains(u' '))
        article.passages.insert(article.passages.begin(), {address, Role::Furniture});
}

} // namespace

FrontMatter frontMatter(QStringView text)
{
    static const QRegularExpression yaml(uR"(^([A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(.*))?$)"_s);
    static const QRegularExpression toml(uR"(^([A-Za-z][\w.-]{0,40})\s*=\s*(.+)$)"_s);
    static const QRegularExpression inner(
        uR"(^(?:\s+\S.*|\s*-(?:\s.*)?|#.*|\s*[\]\}],?|\[.*\])$)"_s); // of lists, blocks, tables
    constexpr int longest = 200;

    QStringView rest = text;
    const QStringView fence = takeLine(rest).trimmed();
    const bool isToml = fence == "+++"_L1;
    if (!isToml && fence != "---"_L1)
        return {};
    FrontMatter out;
    for (int i = 0; i < longest && !rest.isEmpty(); ++i) {
        const QStringView line = takeLine(rest);
        if (line.trimmed() == fence || (!isToml && line.trimmed() == "..."_L1)) {
            if (out.fields.isEmpty())
                return {};
            out.length = rest.isNull() ? text.size() : rest.data() - text.data();
            return out;
        }
        if (const auto field = (isToml ? toml : yaml).matchView(line); field.hasMatch()) {
            const QString value = unquoted(field.capturedView(2));
            const bool isScalar = !value.startsWith(u'[') && !value.startsWith(u'{');
            out.fields.insert(field.captured(1).toLower(), isScalar ? value : QString());
        } else if (!line.trimmed().isEmpty() && !inner.matchView(line).hasMatch()) {
            return {};
        }
    }
    return {};
}

ReadResult readMarkdown(const FormatInput &input)
{
    if (input.bytes.size() > largestText)
        return std::unexpected(tooMuchText());
    const auto decoded = decodeText(input.bytes, {.chosen = input.encoding, .declared = {}});
    if (!decoded)
        return std::unexpected(decoded.error());
    const FrontMatter matter = frontMatter(decoded->text);
    const auto tree = parse(decoded->text.sliced(matter.length).toUtf8());
    DocumentText out;
    Walker(out).walk(tree.get());
    ReadResult result = std::move(out).toArticle(decoded->encoding);
    if (result)
        apply(matter, result->front());
    return result;
}

} // namespace parallax
