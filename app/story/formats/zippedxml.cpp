// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Every limit is asked before the work it bounds: entries are counted before they are listed, sizes read before
//! anything is unpacked. And since an archive may lie about its sizes, unpacking stops at the limit too.
//!
//! Only the few parts that hold text are ever unpacked; pictures, macros and embedded files stay packed. Entities that
//! a document declares are refused (no word processor writes any), external ones are never resolved.
//!
//! Tested by tst_documents.cpp.
#include "story/formats/zippedxml.h"

#include <KArchiveDirectory>
#include <KZip>
#include <KZipFileEntry>

#include <QBuffer>
#include <QLocale>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Broken archives point beyond their end; QBuffer would say so on standard error.
class QuietBuffer : public QBuffer
{
public:
    using QBuffer::QBuffer;
    bool seek(qint64 position) override { return position <= size() && QBuffer::seek(position); }
};

Refusal tooLarge(qint64 limit)
{
    return {SkipReason::TooLarge,
            QLocale::c().formattedDataSize(limit, 0, QLocale::DataSizeIecFormat) + " unpacked"_L1};
}

/// Entries of the list of contents, each of which begins so.
qsizetype entryCount(QByteArrayView bytes)
{
    constexpr QByteArrayView start("PK\x01\x02", 4);
    qsizetype count = 0;
    for (qsizetype at = bytes.indexOf(start); at >= 0 && count <= mostEntries; at = bytes.indexOf(start, at + 4))
        ++count;
    return count;
}

/// Whether the archive says that the contents of `name` are encrypted: the lowest bit of the flags in its header.
bool isEncrypted(QByteArrayView bytes, const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    constexpr qsizetype headerSize = 30, flagsAt = 6;
    for (qsizetype at = bytes.indexOf(utf8); at >= 0; at = bytes.indexOf(utf8, at + 1)) {
        const qsizetype header = at - headerSize;
        if (header >= 0 && bytes.sliced(header).startsWith("PK\x03\x04"))
            return bytes[header + flagsAt] & 1;
    }
    return false;
}

} // namespace

ZippedXml::ZippedXml() = default;
ZippedXml::ZippedXml(ZippedXml &&) noexcept = default;
ZippedXml &ZippedXml::operator=(ZippedXml &&) noexcept = default;
ZippedXml::~ZippedXml() = default;

std::expected<ZippedXml, Refusal> ZippedXml::open(QByteArrayView bytes)
{
    if (entryCount(bytes) > mostEntries)
        return std::unexpected(
            Refusal{SkipReason::TooLarge, QLocale::c().toString(mostEntries) + " files in the document"_L1});
    ZippedXml out;
    out.m_bytes = std::make_unique<QByteArray>(QByteArray::fromRawData(bytes.data(), bytes.size()));
    out.m_buffer = std::make_unique<QuietBuffer>(out.m_bytes.get());
    out.m_zip = std::make_unique<KZip>(out.m_buffer.get());
    if (!out.m_zip->open(QIODevice::ReadOnly) || !out.m_zip->directory())
        return std::unexpected(Refusal{SkipReason::Damaged, u"its list of contents is broken"_s});
    return out;
}

std::expected<QByteArray, Refusal> ZippedXml::part(const QString &name) const
{
    const KArchiveEntry *const entry = m_zip->directory()->entry(name);
    if (!entry || !entry->isFile())
        return QByteArray();
    if (isEncrypted(*m_bytes, name))
        return std::unexpected(Refusal{SkipReason::Unsupported, u"protected by a password"_s});
    const auto *const file = static_cast<const KZipFileEntry *>(entry); // a KZip holds no others
    constexpr qint64 freely = 1024 * 1024;                              // small parts of one repeated word are no bombs
    const qint64 limit = std::min(largestPart, std::max(freely, file->compressedSize() * largestRatio));
    if (file->size() > limit)
        return std::unexpected(tooLarge(limit));
    const std::unique_ptr<QIODevice> device(file->createDevice());
    if (!device)
        return std::unexpected(Refusal{SkipReason::Damaged, name});
    QByteArray out;
    while (out.size() <= limit) {
        const QByteArray chunk = device->read(256 * 1024);
        if (chunk.isEmpty())
            break;
        out += chunk;
    }
    if (out.size() > limit)
        return std::unexpected(tooLarge(limit));
    if (out.size() < file->size())
        return std::unexpected(Refusal{SkipReason::Damaged, name + " ends too early"_L1});
    return out;
}

QStringList ZippedXml::partsIn(const QString &folder) const
{
    const KArchiveEntry *const entry = m_zip->directory()->entry(folder);
    if (!entry || !entry->isDirectory())
        return {};
    QStringList names = static_cast<const KArchiveDirectory *>(entry)->entries();
    names.sort();
    for (QString &name : names)
        name.prepend(folder + u'/');
    return names;
}

std::expected<void, Refusal> checkXml(const QXmlStreamReader &xml, int &depth)
{
    if (xml.hasError())
        return std::unexpected(Refusal{
            SkipReason::Damaged, u"XML breaks at line %1, column %2"_s.arg(xml.lineNumber()).arg(xml.columnNumber())});
    if (xml.isDTD() && !xml.entityDeclarations().isEmpty())
        return std::unexpected(Refusal{SkipReason::Damaged, u"declares entities"_s});
    depth += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
    if (depth > deepestXml)
        return std::unexpected(
            Refusal{SkipReason::TooLarge, QLocale::c().toString(deepestXml) + " elements within each other"_L1});
    return {};
}

} // namespace parallax
