// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Markdown (CommonMark with GitHub's tables and footnotes) → paragraphs.
#pragma once

#include "story/formats/format.h"

#include <QHash>

namespace parallax {

/// What stands before a Markdown text about it.
struct FrontMatter {
    QHash<QString, QString> fields; ///< keys lower case, values without quotation marks; lists are left out
    qsizetype length = 0;           ///< characters it takes with its fences; 0 where there is none
};

/// The front matter that `text` begins with: YAML between lines of "---", or TOML between lines of "+++". None where
/// the block does not end, or has a line that is no field: then the first line is a rule and the rest is text.
FrontMatter frontMatter(QStringView text);

/// Reads Markdown as a reader of the finished page sees it: link texts without addresses, no pictures, raw HTML without
/// its tags. Headings are headlines; title, outlet, day and language are taken from front matter.
ReadResult readMarkdown(const FormatInput &input);

} // namespace parallax
