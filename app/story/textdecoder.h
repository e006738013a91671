// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Bytes of a text file → text, and how it came to be read so.
#pragma once

#include "story/refusal.h"

#include <QByteArray>
#include <QByteArrayView>

#include <expected>

namespace parallax {

struct DecodedText {
    QString text; ///< NFC; every line end is "\n"; no control characters but "\n" and tab
    TextEncoding encoding;

    friend bool operator==(const DecodedText &, const DecodedText &) = default;
};

/// What is known of a text's encoding before its bytes are looked at; IANA names or aliases, in any case.
struct EncodingHint {
    QByteArray chosen;   ///< by the user: decides, even against a byte order mark
    QByteArray declared; ///< by the file: a header or a meta element; decides unless the bytes disprove it
};

/// The media type of what is no text ("image/png"), by its first bytes; empty where they name none.
QString mediaTypeOf(QByteArrayView bytes);

/// Whether there is an encoding of this name.
bool isKnownEncoding(const QByteArray &name);

/// Decodes a whole file. The user's choice decides; then a byte order mark; then a declaration; else well-formed UTF-8
/// is UTF-8; else data that is plainly UTF-16 without a mark, and last what libuchardet takes it for, are tried and
/// said to be a guess. Hints with unknown names count for nothing. Sequences that can't be decoded, and control
/// characters, become U+FFFD and are counted in the encoding. CRLF, CR CR LF, CR, NEL, U+2028 and U+2029, form feeds
/// and vertical tabs become "\n"; soft hyphens and zero-width characters stay. Empty data is empty UTF-8 text. Refuses
/// as Binary what is no text (detail: the media type where its first bytes name one). Linear in the size.
std::expected<DecodedText, Refusal> decodeText(QByteArrayView bytes, const EncodingHint &hint = {});

/// Text that a format decoded by itself, in the form that decodeText gives: NFC, one "\n" for each line end, no other
/// control character but tab. What had to become U+FFFD is added to `broken`. Linear.
QString normalised(QStringView text, int &broken);

} // namespace parallax
