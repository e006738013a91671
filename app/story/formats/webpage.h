// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! HTML and XHTML pages → articles.
#pragma once

#include "story/formats/format.h"

namespace parallax {

/// Reads a saved page: the article's headline, standfirst, paragraphs and captions with their roles, what the page
/// says of itself, and the encoding (its byte order mark, its meta element, else detection). Runs and fetches nothing.
/// Refuses what is no text (Binary), pages beyond mostElements (TooLarge) and pages without text (Empty).
ReadResult readWebPage(const FormatInput &input);

/// The same for a page out of a message, whose header declares `charset` ("" where it does not).
ReadResult readPageOfMessage(const FormatInput &input, const QByteArray &charset);

/// The encoding that the first bytes of a page declare, in a meta element or an XML declaration; empty where none does.
QByteArray declaredCharset(QByteArrayView bytes);

} // namespace parallax
