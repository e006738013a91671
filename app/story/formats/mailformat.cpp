// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A newsletter comes as a page and, for old programs, as plain text. The page has the paragraphs as they were written;
//! the plain text has addresses between the lines and breaks at column 72. But a page that is one picture, or a teaser
//! beside a full text, tells less. So both are read, and the plain text is taken where the page has lost much of it.
//!
//! Not taken: attachments, and messages within messages. The Date of a web archive is the day it was saved, and says
//! nothing of the article. Tested by tst_mimemessage.cpp.
#include "story/formats/mailformat.h"

#include "story/formats/mimemessage.h"
#include "story/formats/textformat.h"
#include "story/formats/webpage.h"
#include "story/outlet.h"
#include "story/roles.h"
#include "story/textdecoder.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr double lostMuch = 0.5; ///< of the plain text's words

int toldWords(const Article &article)
{
    int out = 0;
    for (const Passage &p : article.passages)
        out += isTold(p.role) ? wordCount(p.text) : 0;
    return out;
}

/// Lines that end in a space go on in the next (RFC 3676), up to the signature.
QString unflowed(const QString &text, bool delSp)
{
    QString out;
    for (const QStringView line : qTokenize(text, u'\n')) {
        const bool goesOn = line.endsWith(u' ') && line != "-- "_L1;
        out += goesOn && delSp ? line.chopped(1) : line;
        if (!goesOn)
            out += u'\n';
    }
    return out;
}

/// Paragraphs of plain mail: quoted lines and what stands under the signature's mark are set aside.
std::vector<Passage> mailParagraphs(const QString &text)
{
    static const QRegularExpression signature(u"^-- ?$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression quoted(u"^>.*$"_s, QRegularExpression::MultilineOption);
    const auto mark = signature.match(text);
    const QString told = mark.hasMatch() ? text.first(mark.capturedStart()) : text;
    std::vector<Passage> out;
    for (QString &paragraph : paragraphsOf(QString(told).remove(quoted)))
        out.push_back({std::move(paragraph), Role::Body});
    QString aside;
    for (auto it = quoted.globalMatch(told); it.hasNext();)
        aside += it.next().captured() + u'\n';
    if (mark.hasMatch())
        aside += text.sliced(mark.capturedEnd());
    for (QString &paragraph : paragraphsOf(aside))
        out.push_back({std::move(paragraph), Role::Furniture});
    return out;
}

ReadResult readPlainPart(const MimePart &part, const QByteArray &chosen)
{
    const auto decoded = decodeText(part.body, {.chosen = chosen, .declared = part.charset});
    if (!decoded)
        return std::unexpected(decoded.error());
    Article article;
    article.encoding = decoded->encoding;
    article.passages = mailParagraphs(part.isFlowed ? unflowed(decoded->text, part.isDelSp) : decoded->text);
    assignRoles(article.passages);
    if (article.passages.empty())
        return std::unexpected(Refusal{SkipReason::Empty, {}});
    return oneArticle(std::move(article));
}

ReadResult readPart(const MimePart &part, const QByteArray &chosen)
{
    if (part.mediaType == "text/html" || part.mediaType == "application/xhtml+xml")
        return readPageOfMessage({part.body, chosen}, part.charset);
    return readPlainPart(part, chosen);
}

/// The readings of the parts that are to be shown, one for each; of alternatives the one that tells most.
std::vector<Article> shownParts(const MimeMessage &message, const QByteArray &chosen)
{
    std::vector<Article> out;
    int alternative = -1; // of the last one in `out`
    for (const MimePart &part : message.parts) {
        const bool isText = part.mediaType == "text/plain" || part.mediaType == "text/html";
        if (part.isAttachment || !isText || part.body.trimmed().isEmpty())
            continue;
        auto read = readPart(part, chosen);
        if (!read)
            continue;
        Article &article = read->front();
        if (part.alternative >= 0 && part.alternative == alternative && !out.empty()) {
            if (toldWords(article) >= lostMuch * toldWords(out.back()))
                out.back() = std::move(article);
            continue;
        }
        alternative = part.alternative;
        out.push_back(std::move(article));
    }
    return out;
}

QString headlineOf(const QString &subject)
{
    static const QRegularExpression prefix(u"^(?:\\s*(?:re|fwd?|fw|aw|wg|tr|rv|antw)\\s*:)+\\s*"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return QString(subject).remove(prefix).trimmed();
}

void nameAttachments(const MimeMessage &message, std::vector<Passage> &passages)
{
    for (const MimePart &part : message.parts) {
        // Pictures with an id are part of the page.
        if (part.isAttachment && !part.fileName.isEmpty() &&
            (part.contentId.isEmpty() || !part.mediaType.startsWith("image/")))
            passages.push_back({part.fileName, Role::Furniture});
    }
}

} // namespace

ReadResult readMail(const FormatInput &input)
{
    const MimeMessage message = parseMessage(input.bytes);
    std::vector<Article> parts = shownParts(message, input.encoding);
    if (parts.empty())
        return std::unexpected(Refusal{SkipReason::Empty, {}});
    Article article = std::move(parts.front());
    for (size_t i = 1; i < parts.size(); ++i)
        std::ranges::move(parts[i].passages, std::back_inserter(article.passages));
    const QString headline = headlineOf(message.subject);
    if (!headline.isEmpty()) {
        article.title = headline;
        const auto isSame = [&](const Passage &p) { return p.text.compare(headline, Qt::CaseInsensitive) == 0; };
        if (std::ranges::none_of(article.passages, isSame))
            article.passages.insert(article.passages.begin(), {headline, Role::Headline});
    }
    if (article.outlet.isEmpty() && isOutletName(message.from))
        article.outlet = message.from;
    if (!article.published)
        article.published = message.day;
    nameAttachments(message, article.passages);
    return oneArticle(std::move(article));
}

ReadResult readWebArchive(const FormatInput &input)
{
    const MimeMessage message = parseMessage(input.bytes);
    const auto isPage = [](const MimePart &p) {
        return p.mediaType == "text/html" || p.mediaType == "application/xhtml+xml";
    };
    const auto isStart = [&](const MimePart &p) { return isPage(p) && p.contentId == message.start; };
    auto root = message.start.isEmpty() ? message.parts.end() : std::ranges::find_if(message.parts, isStart);
    if (root == message.parts.end())
        root = std::ranges::find_if(message.parts, isPage);
    if (root == message.parts.end())
        return readMail(input); // nothing but texts and pictures
    auto out = readPageOfMessage({root->body, input.encoding}, root->charset);
    if (!out)
        return out;
    Article &article = out->front();
    if (article.title.isEmpty())
        article.title = message.subject;
    if (article.outlet.isEmpty()) {
        QString host = QUrl(QString::fromLatin1(message.location)).host();
        if (host.startsWith("www."_L1))
            host.remove(0, 4);
        article.outlet = host;
    }
    return out;
}

} // namespace parallax
