// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The XML parts of a zipped document (.docx, .odt), within limits.
#pragma once

#include "story/refusal.h"

#include <QByteArray>
#include <QStringList>

#include <expected>
#include <memory>

class QBuffer;
class QXmlStreamReader;
class KZip;

namespace parallax {

/// A part may hold this many bytes of XML once unpacked: largestText, and eight times as much of markup around it.
constexpr qint64 largestPart = 128 * 1024 * 1024;
/// Real documents unpack to some thirty times their packed size, of tables at worst a hundred; bombs to a thousand.
constexpr qint64 largestRatio = 200;
/// Files in one document; each picture is one.
constexpr qsizetype mostEntries = 20'000;
/// Elements within each other; word processors stay below a hundred.
constexpr int deepestXml = 1'000;

class ZippedXml
{
public:
    /// Reads the list of contents. Refuses what is no readable zip (Damaged) and what holds too many files (TooLarge).
    static std::expected<ZippedXml, Refusal> open(QByteArrayView bytes);

    ZippedXml(ZippedXml &&) noexcept;
    ZippedXml &operator=(ZippedXml &&) noexcept;
    ~ZippedXml();

    /// The unpacked bytes of a part; empty where there is none of this name. Refuses, before it unpacks, a part that
    /// says it is larger than largestPart or largestRatio, and stops where one turns out to be; encrypted parts are
    /// Unsupported.
    std::expected<QByteArray, Refusal> part(const QString &name) const;
    /// Names of the parts directly in `folder` ("word"), sorted, with the folder before them.
    QStringList partsIn(const QString &folder) const;

private:
    ZippedXml();

    std::unique_ptr<QByteArray> m_bytes;
    std::unique_ptr<QBuffer> m_buffer;
    std::unique_ptr<KZip> m_zip;
};

/// What a reader of `xml` must refuse at its current token: a declaration of entities (Damaged), elements too deep
/// (TooLarge), broken XML (Damaged, where it broke). `depth` is kept by this function; begin with 0.
std::expected<void, Refusal> checkXml(const QXmlStreamReader &xml, int &depth);

} // namespace parallax
