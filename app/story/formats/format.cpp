// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/formats/format.h"

#include "story/formats/mailformat.h"
#include "story/formats/markdownformat.h"
#include "story/formats/opendocumentformat.h"
#include "story/formats/pdfformat.h"
#include "story/formats/richtextformat.h"
#include "story/formats/textformat.h"
#include "story/formats/webpage.h"
#include "story/formats/wordformat.h"

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

struct Row {
    Format format;
    QLatin1StringView name;
    FormatReader read;
};

/// A new format is one file beside this one and its reader here.
constexpr std::array rows{
    Row{Format::PlainText, "plain text"_L1, readTextFormat},
    Row{Format::Markdown, "Markdown text"_L1, readMarkdown},
    Row{Format::WebPage, "web page"_L1, readWebPage},
    Row{Format::WebArchive, "web archive"_L1, readWebArchive},
    Row{Format::Mail, "mail message"_L1, readMail},
    Row{Format::WordDocument, "Word document"_L1, readWordDocument},
    Row{Format::OpenDocument, "OpenDocument text"_L1, readOpenDocument},
    Row{Format::RichText, "rich text"_L1, readRichText},
    Row{Format::Pdf, "PDF document"_L1, readPdf},
};

constexpr const Row &rowOf(Format format)
{
    return rows[static_cast<size_t>(format)];
}

static_assert(
    [] {
        for (size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].format != static_cast<Format>(i))
                return false;
        }
        return rows.back().format == Format::Pdf;
    }(),
    "one row a format, in the order of the enumeration");

} // namespace

FormatReader readerOf(Format format)
{
    return rowOf(format).read;
}

bool judgesRoles(Format format)
{
    return format == Format::WebPage || format == Format::WebArchive || format == Format::Mail;
}

QLatin1StringView formatName(Format format)
{
    return rowOf(format).name;
}

ReadResult oneArticle(Article article)
{
    std::vector<Article> out;
    out.push_back(std::move(article));
    return out;
}

Refusal tooMuchText()
{
    return {SkipReason::TooLarge, QLocale::c().formattedDataSize(largestText, 0, QLocale::DataSizeIecFormat)};
}

} // namespace parallax
