// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Bytes → characters → a tree → paragraphs → those that are the article. Each arrow is a file beside this one; here
//! is their order, and what is done where the page shows nothing:
//!
//! - All of the text is hidden until a script has run: what is hidden is read too.
//! - The text stands in JSON-LD only (pages that scripts build): it is taken from there.
//! - No paragraph is an article's: all paragraphs are, for a page that someone saved into the folder says something.
//!
//! Tested by tst_webpage.cpp.
#include "story/formats/webpage.h"

#include "story/formats/maintext.h"
#include "story/formats/markup.h"
#include "story/formats/pagemetadata.h"
#include "story/roles.h"
#include "story/textdecoder.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

qsizetype toldLength(const std::vector<Passage> &passages)
{
    qsizetype out = 0;
    for (const Passage &p : passages)
        out += p.role == Role::Body ? p.text.size() : 0;
    return out;
}

MainText claimedText(const PageMetadata &metadata)
{
    MainText out;
    if (!metadata.titles.isEmpty())
        out.passages.push_back({metadata.titles.first(), Role::Headline});
    static const QRegularExpression lineEnd(u"[\\r\\n]+"_s);
    for (const QString &line : metadata.body.split(lineEnd)) {
        if (const QString text = line.simplified(); !text.isEmpty())
            out.passages.push_back({text, Role::Body});
    }
    return out;
}

MainText articleIn(const PageTree &page, const PageMetadata &metadata)
{
    const PageClaims claims{metadata.titles + metadata.titleParts, metadata.author, metadata.body};
    MainText out = mainText(page, blocksOf(page), claims);
    const qsizetype shown = toldLength(out.passages);
    constexpr qsizetype hardlyAny = 250;
    if (shown < hardlyAny) {
        MainText hidden = mainText(page, blocksOf(page, true), claims);
        if (toldLength(hidden.passages) > 4 * shown + hardlyAny)
            out = std::move(hidden);
        if (metadata.body.size() > 4 * toldLength(out.passages) + hardlyAny)
            return claimedText(metadata);
    }
    return out;
}

/// Where no paragraph looks like an article's, all are taken and judged like those of a text file.
std::vector<Passage> everything(const PageTree &page)
{
    constexpr int longestLink = 12; // words; menus are shorter, and whole texts may stand in a link never closed
    std::vector<Passage> out;
    for (const PageBlock &block : blocksOf(page)) {
        bool inMenu = false;
        for (int n = block.node; n > 0; n = page[n].parent)
            inMenu = inMenu || page[n].is("nav"_L1) || page[n].is("menu"_L1);
        if (inMenu)
            continue;
        if (block.linkDensity() < 0.5 || wordCount(block.text) > longestLink)
            out.push_back({block.text, Role::Body});
    }
    assignRoles(out);
    const bool tells =
        std::ranges::any_of(out, [](const Passage &p) { return isTold(p.role) && wordCount(p.text) > 0; });
    return tells ? out : std::vector<Passage>();
}

} // namespace

QByteArray declaredCharset(QByteArrayView bytes)
{
    // Browsers look at the first 1024 bytes; saved pages have their banners before.
    constexpr qsizetype reach = 16 * 1024;
    static const QRegularExpression pattern(
        uR"(<meta[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})["'])"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString head = QString::fromLatin1(bytes.first(std::min(bytes.size(), reach)));
    const auto m = pattern.match(head);
    const QByteArray name = (m.hasCaptured(1) ? m.captured(1) : m.captured(2)).toLatin1();
    // A declaration that could be read at all is not in UTF-16 (HTML standard, 13.2.3.3).
    return name.startsWith("utf-16") || name.startsWith("UTF-16") ? QByteArray("UTF-8") : name;
}

ReadResult readWebPage(const FormatInput &input)
{
    return readPageOfMessage(input, {});
}

ReadResult readPageOfMessage(const FormatInput &input, const QByteArray &charset)
{
    const QByteArray declared = !charset.isEmpty() && isKnownEncoding(charset) ? charset : declaredCharset(input.bytes);
    const auto decoded = decodeText(input.bytes, {.chosen = input.encoding, .declared = declared});
    if (!decoded)
        return std::unexpected(decoded.error());
    const SafeMarkup markup = safeMarkup(decoded->text.toUtf8());
    if (markup.tooMany)
        return std::unexpected(Refusal{SkipReason::TooLarge, QLocale::c().toString(mostElements) + " elements"_L1});
    if (markup.html.size() > largestText)
        return std::unexpected(tooMuchText());
    const PageTree page = parsePage(markup.html);
    const PageMetadata metadata = pageMetadata(page, markup.linkedData);

    Article article;
    article.encoding = decoded->encoding;
    MainText text = articleIn(page, metadata);
    article.passages = std::move(text.passages);
    if (article.passages.empty())
        article.passages = everything(page);
    if (article.passages.empty())
        return std::unexpected(Refusal{SkipReason::Empty, {}});
    // What readers see over the text goes before what search engines are told.
    if (!text.headline.isEmpty())
        article.title = text.headline;
    else if (!metadata.titles.isEmpty())
        article.title = metadata.titles.first();
    article.outlet = metadata.outlet;
    article.published = metadata.published;
    article.language = metadata.language;
    return oneArticle(std::move(article));
}

} // namespace parallax
