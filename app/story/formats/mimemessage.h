// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A message as mail and web archives have it (RFC 5322, 2045–2047, 2557) → its fields and its parts.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDate>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace parallax {

// Mail programs stop at ten levels, archives of pages at some hundred parts.
constexpr int deepestParts = 20;
constexpr size_t mostParts = 5000;

struct MimePart {
    QByteArray mediaType = "text/plain"; ///< lower case
    QByteArray charset;                  ///< as declared; empty where it is not
    QByteArray body;                     ///< transfer encoding undone
    QString fileName;                    ///< what an attachment is called, in no folder; may be empty
    QByteArray contentId;                ///< without its brackets
    bool isAttachment = false;
    bool isFlowed = false; ///< lines that end in a space go on (RFC 3676)
    bool isDelSp = false;  ///< … and the space goes
    int alternative = -1;  ///< parts with the same number, not -1, say the same in different kinds; the last is richest
};

struct MimeMessage {
    QString subject;
    QString from;                ///< the display name, else the address
    std::optional<QDate> day;    ///< of the Date field, where it was sent
    QByteArray location;         ///< where an archived page stood
    QByteArray start;            ///< the content id of an archive's root, where it is named
    std::vector<MimePart> parts; ///< those that hold no others, in their order
};

/// Parses a message. Never fails: what is broken is text, parts deeper than deepestParts or behind mostParts are left
/// out, a part whose end is missing ends with the message. Linear but for the depth.
MimeMessage parseMessage(QByteArrayView bytes);

} // namespace parallax
