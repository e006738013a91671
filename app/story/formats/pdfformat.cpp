// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Poppler gives the words and where they stand; pdfpages.cpp sees the paragraphs.
//!
//! Why Poppler: its library needs neither a window system nor QtGui, has had two decades of damaged and hostile files,
//! and is kept up in Debian's security archive. QtPdf carries a copy of a browser's PDFium and links QtGui. Neither can
//! be stopped inside a page, so the bounds are asked before: size of the file, pages, words on a page, text.
//!
//! Tested by tst_pdf.cpp.
#include "story/formats/pdfformat.h"

#include "story/formats/documenttext.h"

#include <QLocale>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

QString textOf(const poppler::ustring &text)
{
    const poppler::byte_array utf8 = text.to_utf8();
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Ligatures are a font's way to set letters, not the writer's: "off", not "oﬀ".
QString withoutLigatures(QString text)
{
    for (char16_t c = u'\uFB00'; c <= u'\uFB06'; ++c) {
        if (text.contains(c))
            text.replace(QString(QChar(c)), QString(QChar(c)).normalized(QString::NormalizationForm_KC));
    }
    return text;
}

PageOfWords wordsOf(const poppler::page &page)
{
    PageOfWords out;
    out.height = page.page_rect().height();
    for (const poppler::text_box &box : page.text_list(poppler::page::text_list_include_font)) {
        const poppler::rectf r = box.bbox();
        const double size = box.has_font_info() && box.get_font_size() > 0 ? box.get_font_size() : r.height();
        if (box.rotation() == 0) // what stands upright beside the text is no part of it
            out.words.push_back({withoutLigatures(textOf(box.text())), QRectF(r.x(), r.y(), r.width(), r.height()),
                                 size, box.has_space_after()});
        if (out.words.size() > mostWordsOnPage)
            break;
    }
    return out;
}

Refusal beyond(int limit, QLatin1StringView what)
{
    return {SkipReason::TooLarge, QLocale::c().toString(limit) + what};
}

} // namespace

ReadResult readPdf(const FormatInput &input)
{
    static const bool isQuiet = [] { // not to standard error; once, for articles are read several at a time
        poppler::set_debug_error_function([](const std::string &, void *) {}, nullptr);
        return true;
    }();
    Q_UNUSED(isQuiet)
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(input.bytes.data(), static_cast<int>(input.bytes.size())));
    if (!document)
        return std::unexpected(Refusal{SkipReason::Damaged, u"no PDF that could be read"_s});
    if (document->is_locked())
        return std::unexpected(Refusal{SkipReason::Unsupported, u"protected by a password"_s});
    if (textOf(document->get_creator()).startsWith("Parallax "_L1))
        return std::unexpected(Refusal{SkipReason::Unsupported, u"a report of Parallax"_s});
    const int pageCount = document->pages();
    if (pageCount > mostPages)
        return std::unexpected(beyond(mostPages, " pages"_L1));

    std::vector<PageOfWords> pages;
    DocumentText out;
    qsizetype characters = 0;
    for (int i = 0; i < pageCount; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (!page)
            continue; // the other pages may be whole
        pages.push_back(wordsOf(*page));
        if (pages.back().words.size() > mostWordsOnPage)
            return std::unexpected(beyond(mostWordsOnPage, " words on a page"_L1));
        for (const PageWord &word : pages.back().words)
            characters += word.text.size();
        if (characters * 2 > largestText)
            return std::unexpected(tooMuchText());
    }
    for (const Passage &passage : paragraphsOfPages(pages)) {
        if (passage.role == Role::Furniture)
            out.appendRunning(passage.text);
        else
            out.append(passage.text, passage.role);
    }
    return std::move(out).toArticle();
}

} // namespace parallax
