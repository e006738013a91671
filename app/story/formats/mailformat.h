// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Mail messages and web archives → articles.
#pragma once

#include "story/formats/format.h"

namespace parallax {

/// Reads one mail message (.eml): its subject is the headline, its Date the day. Of a text in two kinds the page is
/// read, unless it loses what the plain text has. Quoted mail and signatures are furniture, and so are the names of
/// attachments, which are not opened. Refuses messages without text (Empty).
ReadResult readMail(const FormatInput &input);

/// Reads a page that a browser saved with its parts in one file (MHTML): the page alone, as readWebPage() does.
ReadResult readWebArchive(const FormatInput &input);

} // namespace parallax
