// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What kind of file is this?
#pragma once

#include "story/formats/format.h"

namespace parallax {

/// The kind that a file's name alone rules out reading, whatever is in it: pictures, sound, films, archives, programs,
/// data. The detail names the kind ("JPEG image"), or is the suffix. Nothing where the content must be asked.
std::optional<Refusal> refusedByName(QStringView name);

/// The kind of a file, by its content first and its name second: a .txt that is a web page is a web page, a .html
/// without any tag is plain text, a .doc that is RTF is rich text. Refuses kinds that Parallax does not read
/// (Unsupported, detail: the kind in words; Binary for such content behind a text's name) and files that
/// are not what their name says (Damaged). `bytes` is the whole file; its first pages decide, a zip's list of contents.
std::expected<Format, Refusal> recognise(QByteArrayView bytes, QStringView name);

} // namespace parallax
