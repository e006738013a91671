// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What every reader of a kind of file gets and answers, and the table of them.
#pragma once

#include "story/refusal.h"

#include <QByteArray>
#include <QByteArrayView>

#include <expected>
#include <vector>

namespace parallax {

/// The kinds of file that Parallax reads.
enum class Format {
    PlainText,
    Markdown,
    WebPage,      ///< HTML, XHTML
    WebArchive,   ///< MHTML: a page with its parts, as browsers save it
    Mail,         ///< one message, RFC 5322
    WordDocument, ///< Office Open XML, .docx
    OpenDocument, ///< OpenDocument Text, .odt
    RichText,     ///< .rtf
    Pdf,
};

/// Bytes of text that one article may have once it is unpacked: more than five times "War and Peace". Showing it takes
/// some fifty times its size.
constexpr qint64 largestText = 16 * 1024 * 1024;

struct FormatInput {
    QByteArrayView bytes; ///< the whole file, at most largestFile, never empty
    QByteArray encoding;  ///< the user's choice for this file; empty: as the file says, or as it looks
};

/// The articles of one file: at least one, each with at least one passage. A reader fills passages and encoding, and
/// whatever else the format states for certain (title, outlet, published, language); Passage::role stays Body unless
/// the format says otherwise. `file` and `part` are filled by the caller. Readers are pure: they open nothing, fetch
/// nothing and run nothing.
using ReadResult = std::expected<std::vector<Article>, Refusal>;
using FormatReader = ReadResult (*)(const FormatInput &);

/// The reader of a kind of file; null where there is none yet.
FormatReader readerOf(Format format);

/// Whether readers of this kind judge the role of every passage themselves: a page's elements say more than the words.
bool judgesRoles(Format format);

/// "web page", "Word document": the kind in words.
QLatin1StringView formatName(Format format);

/// The one article that most readers answer.
ReadResult oneArticle(Article article);

/// What a reader answers when a text is larger than largestText; the detail is the limit.
Refusal tooMuchText();

} // namespace parallax
