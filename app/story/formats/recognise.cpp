// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Content that gives itself away decides; the name decides what content leaves open.
//!
//!     export.doc     begins with {\rtf            rich text (word processors write RTF under that name)
//!     article.txt    begins with <!DOCTYPE html>  a web page, saved under the wrong name
//!     article.html   has no tag at all            plain text
//!     notes.txt      begins with <b>               plain text: markup that a writer typed, no page
//!     letter.docx    begins with PK, has word/    a Word document
//!     budget.docx    begins with PK, has xl/      a spreadsheet: refused, and called one
//!
//! The wrong alternative is the name alone: mojibake for the first, a page of markup as "text" for the second. Content
//! alone is wrong too: Markdown, source code and tables are all plain text, and only their names say that they are no
//! plain article.
//!
//! Tested by tst_recognise.cpp.
#include "story/formats/recognise.h"

#include "story/textdecoder.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr qsizetype headSize = 16 * 1024;     ///< in which a kind of text shows
constexpr qsizetype markupReach = 256 * 1024; ///< in which a page has its first tag, scripts and all

struct Kind {
    QLatin1StringView suffixes; ///< space before and behind each
    QLatin1StringView name;
};

/// Kinds that are refused by their name. Their content is not asked: nobody names an article so.
constexpr std::array refusedKinds{
    Kind{" jpg jpeg jpe jfif "_L1, "JPEG image"_L1},
    Kind{" png "_L1, "PNG image"_L1},
    Kind{" gif "_L1, "GIF image"_L1},
    Kind{" webp avif heic heif bmp tif tiff svg svgz ico psd xcf raw cr2 nef "_L1, "image"_L1},
    Kind{" mp3 m4a wav ogg oga opus flac aac wma aiff amr "_L1, "sound file"_L1},
    Kind{" mp4 m4v mkv webm avi mov wmv flv mpg mpeg 3gp ogv "_L1, "film"_L1},
    Kind{" zip tar gz tgz bz2 xz zst 7z rar lz4 jar "_L1, "archive"_L1},
    Kind{" epub mobi azw azw3 fb2 djvu "_L1, "e-book"_L1},
    Kind{" docm dotm "_L1, "Word document with macros"_L1},
    Kind{" xls xlsx xlsm xlsb ods numbers "_L1, "spreadsheet"_L1},
    Kind{" csv tsv "_L1, "table"_L1},
    Kind{" ppt pptx pptm pps ppsx odp key "_L1, "presentation"_L1},
    Kind{" pages wpd wps sxw abw "_L1, "word processor document"_L1},
    Kind{" exe dll so msi deb rpm apk dmg iso img bin com bat cmd class o a pyc wasm "_L1, "program"_L1},
    Kind{" json jsonl ndjson geojson xml rss atom yaml yml toml ini cfg conf plist sqlite db dat "_L1, "data"_L1},
    Kind{" js mjs ts css scss c cc cpp h hpp py rb pl php3 java go rs sh ps1 lua r m swift kt sql tex bib ris "_L1,
         "source text"_L1},
    Kind{" log tmp temp bak old orig rej swp swo part partial crdownload download "_L1, "working file"_L1},
    Kind{" url webloc desktop lnk "_L1, "link"_L1},
    Kind{" ttf otf woff woff2 "_L1, "font"_L1},
    Kind{" srt vtt sub ass "_L1, "subtitles"_L1},
    Kind{" msg pst mbox ics vcf "_L1, "mailbox or calendar"_L1},
};

struct NamedFormat {
    QLatin1StringView suffixes;
    Format format;
};

constexpr std::array namedFormats{
    NamedFormat{" txt text asc "_L1, Format::PlainText},
    NamedFormat{" md markdown mdown mkd mkdn mdtext "_L1, Format::Markdown},
    NamedFormat{" html htm xhtml xht shtml php asp aspx jsp cfm "_L1, Format::WebPage},
    NamedFormat{" mht mhtml "_L1, Format::WebArchive},
    NamedFormat{" eml "_L1, Format::Mail},
    NamedFormat{" docx dotx "_L1, Format::WordDocument},
    NamedFormat{" odt ott "_L1, Format::OpenDocument},
    NamedFormat{" rtf "_L1, Format::RichText},
    NamedFormat{" pdf "_L1, Format::Pdf},
};

bool holds(QLatin1StringView suffixes, const QString &suffix)
{
    return !suffix.isEmpty() && suffixes.contains(QString(u' ' + suffix + u' '));
}

/// The suffix that says what kind of file it is, lower case; empty where the name has none ("README", "Mr. Smith
/// goes", "2024.05.14").
QString suffixOf(QStringView name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString suffix = dot > 0 ? name.sliced(dot + 1).toString().toLower() : QString();
    const bool isSuffix = suffix.size() <= 12 && std::ranges::none_of(suffix, [](QChar c) { return c.isSpace(); }) &&
                          std::ranges::any_of(suffix, [](QChar c) { return c.isLetter() || c == u'~' || c == u'#'; });
    return isSuffix ? suffix : QString();
}

std::optional<Format> formatOfName(const QString &suffix)
{
    if (suffix.isEmpty())
        return Format::PlainText;
    const auto found =
        std::ranges::find_if(namedFormats, [&](const NamedFormat &f) { return holds(f.suffixes, suffix); });
    return found == namedFormats.end() ? std::nullopt : std::optional(found->format);
}

// ------------------------------------------------------------------------------------------------ what bytes say

/// What a zip archive holds, by the names in it, which stand there uncompressed.
std::expected<Format, Refusal> zipKind(QByteArrayView bytes)
{
    const auto refuse = [](QLatin1StringView kind) { return std::unexpected(Refusal{SkipReason::Unsupported, kind}); };
    constexpr qsizetype mimetypeAt = 30; // OpenDocument and EPUB put it first, stored
    const QByteArrayView declared = bytes.sliced(std::min(mimetypeAt, bytes.size()));
    if (declared.startsWith("mimetypeapplication/vnd.oasis.opendocument.text"))
        return Format::OpenDocument;
    if (declared.startsWith("mimetypeapplication/vnd.oasis.opendocument"))
        return refuse("spreadsheet, presentation or drawing"_L1);
    if (declared.startsWith("mimetypeapplication/epub"))
        return refuse("e-book"_L1);
    if (bytes.contains("word/vbaProject.bin"))
        return refuse("Word document with macros"_L1);
    if (bytes.contains("[Content_Types].xml") && bytes.contains("word/"))
        return Format::WordDocument;
    if (bytes.contains("xl/workbook"))
        return refuse("spreadsheet"_L1);
    if (bytes.contains("ppt/presentation"))
        return refuse("presentation"_L1);
    if (bytes.contains("META-INF/manifest.xml") && bytes.contains("content.xml"))
        return Format::OpenDocument;
    return std::unexpected(Refusal{SkipReason::Binary, u"application/zip"_s});
}

/// What Microsoft's compound files hold, by the names of their streams.
QString compoundKind(QByteArrayView bytes)
{
    const auto has = [&](QStringView name) {
        return bytes.contains(QByteArrayView(reinterpret_cast<const char *>(name.utf16()), name.size() * 2));
    };
    if (has(u"EncryptedPackage"))
        return u"protected by a password"_s;
    if (has(u"WordDocument"))
        return u"Word document of 1997 to 2003"_s;
    if (has(u"Workbook"))
        return u"spreadsheet"_s;
    if (has(u"PowerPoint Document"))
        return u"presentation"_s;
    if (has(u"__substg1.0_"))
        return u"Outlook message"_s;
    return u"Office document of 1997 to 2003"_s;
}

/// The kind that the first bytes give away; nothing where they are text, or unknown.
std::optional<std::expected<Format, Refusal>> kindOfBytes(QByteArrayView bytes)
{
    if (bytes.startsWith("PK\x03\x04"))
        return zipKind(bytes);
    if (bytes.startsWith("{\\rtf"))
        return Format::RichText;
    if (bytes.startsWith("\xd0\xcf\x11\xe0"))
        return std::unexpected(Refusal{SkipReason::Unsupported, compoundKind(bytes)});
    constexpr qsizetype junkBeforePdf = 1024; // readers of PDF allow as much
    const qsizetype pdf = bytes.first(std::min(bytes.size(), junkBeforePdf)).indexOf("%PDF-");
    if (pdf == 0 || (pdf > 0 && bytes.contains("%%EOF")))
        return Format::Pdf;
    if (const QString type = mediaTypeOf(bytes); !type.isEmpty())
        return std::unexpected(Refusal{SkipReason::Binary, type});
    return std::nullopt;
}

// ------------------------------------------------------------------------------------------------- what text says

/// The beginning as ASCII: UTF-16 without its zeros, no byte order mark, no leading white space.
QByteArray headOf(QByteArrayView bytes)
{
    QByteArray head = bytes.first(std::min(bytes.size(), headSize)).toByteArray();
    head.removeIf([](char c) { return c == '\0'; });
    for (const QByteArrayView mark :
         {QByteArrayView("\xef\xbb\xbf"), QByteArrayView("\xff\xfe"), QByteArrayView("\xfe\xff")}) {
        if (head.startsWith(mark))
            head.remove(0, mark.size());
    }
    return head.trimmed();
}

/// The text behind white space, XML declarations and comments.
QByteArrayView afterProlog(QByteArrayView text)
{
    for (;;) {
        text = text.trimmed();
        const bool isComment = text.startsWith("<!--");
        if (!isComment && !text.startsWith("<?"))
            return text;
        const qsizetype end = text.indexOf(isComment ? "-->" : ">");
        if (end < 0)
            return {};
        text = text.sliced(end + (isComment ? 3 : 1));
    }
}

/// Whether a text begins as only web pages do: with a doctype or one of the elements that hold a page.
bool beginsAsWebPage(QByteArrayView head)
{
    if (!head.startsWith('<'))
        return false;
    static const QRegularExpression start(uR"(^<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|meta\s|title>))"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return start.match(QString::fromLatin1(afterProlog(head).first(std::min<qsizetype>(afterProlog(head).size(), 40))))
        .hasMatch();
}

bool hasMarkup(QByteArrayView bytes)
{
    static const QRegularExpression markup(uR"(</?[a-zA-Z][a-zA-Z0-9]*(?:[\s/][^<>]*)?>|<!--|&(?:[a-zA-Z]+|#\d+);)"_s);
    QByteArray text = bytes.first(std::min(bytes.size(), markupReach)).toByteArray();
    text.removeIf([](char c) { return c == '\0'; });
    return markup.match(QString::fromLatin1(text)).hasMatch();
}

/// The header fields that a text begins with, lower case ("mime-version: 1.0"); empty where it begins otherwise.
QByteArrayList headerFields(const QByteArray &head)
{
    static const QRegularExpression field(uR"(^[A-Za-z][A-Za-z0-9-]*:(?:\s|$))"_s);
    QByteArrayList out;
    for (const QByteArray &raw : head.split('\n')) {
        const QByteArray line = raw.endsWith('\r') ? raw.chopped(1) : raw;
        if (line.isEmpty())
            break;
        if (!out.isEmpty() && (line.front() == ' ' || line.front() == '\t'))
            out.back() += ' ' + line.trimmed().toLower(); // folded
        else if (field.match(QString::fromLatin1(line)).hasMatch())
            out.append(line.toLower());
        else if (out.isEmpty() && line.startsWith("From "))
            continue; // the envelope line of a mail folder
        else
            return {};
    }
    return out;
}

/// Mail, or a web archive, which has a mail's shape.
std::optional<Format> kindOfMessage(const QByteArray &head, std::optional<Format> named)
{
    const QByteArrayList fields = headerFields(head);
    const auto has = [&](QByteArrayView start) {
        return std::ranges::any_of(fields, [&](const QByteArray &f) { return f.startsWith(start); });
    };
    // A press release may begin with From, Date and Subject; only programs write the others.
    const bool isSent = has("mime-version:") || has("message-id:") || has("received:") || has("return-path:");
    const bool isNamedSo = named == Format::Mail || named == Format::WebArchive;
    if (!isSent && !(isNamedSo && (has("from:") || has("subject:") || has("content-type:"))))
        return std::nullopt;
    const bool isPage =
        has("snapshot-content-location:") || has("content-type: multipart/related") || has("from: <saved by");
    return isPage && (named != Format::Mail || !has("received:")) ? Format::WebArchive : Format::Mail;
}

} // namespace

std::optional<Refusal> refusedByName(QStringView name)
{
    if (name.startsWith(u"~$"_s))
        return Refusal{SkipReason::Unsupported, u"lock file of a word processor"_s};
    const QString suffix = suffixOf(name);
    for (const Kind &kind : refusedKinds) {
        if (holds(kind.suffixes, suffix))
            return Refusal{SkipReason::Unsupported, kind.name};
    }
    if (suffix.endsWith(u'~') || suffix.endsWith(u'#'))
        return Refusal{SkipReason::Unsupported, u"editor's copy"_s};
    return std::nullopt;
}

std::expected<Format, Refusal> recognise(QByteArrayView bytes, QStringView name)
{
    const QString suffix = suffixOf(name);
    const std::optional<Format> named = formatOfName(suffix);
    if (const auto kind = kindOfBytes(bytes))
        return *kind;
    const QByteArray head = headOf(bytes);
    if (beginsAsWebPage(head))
        return Format::WebPage;
    if (const std::optional<Format> message = kindOfMessage(head, named))
        return *message;
    if (!named)
        return std::unexpected(Refusal{SkipReason::Unsupported, suffix});
    switch (*named) {
    case Format::WebPage:
    case Format::WebArchive:
    case Format::Mail:
        return hasMarkup(bytes) ? Format::WebPage : Format::PlainText;
    case Format::WordDocument:
    case Format::OpenDocument:
    case Format::RichText:
    case Format::Pdf:
        return std::unexpected(Refusal{SkipReason::Damaged, "no "_L1 + formatName(*named)});
    case Format::PlainText:
    case Format::Markdown:
        break;
    }
    return *named;
}

} // namespace parallax
