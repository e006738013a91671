// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! From the most certain sign to the least: the user's choice, byte order mark, a declaration, well-formed UTF-8, the
//! shape of UTF-16, statistics.
//!
//! A declaration is believed unless the bytes disprove it: programs that convert a page to UTF-8 leave "iso-8859-1" in
//! its head, and well-formed UTF-8 with characters beyond ASCII is UTF-8 whatever is claimed.
//!
//! Well-formedness is tested before statistics because no other encoding's prose is UTF-8 by accident, while a detector
//! that sees two accented letters in ten thousand may name anything. The wrong alternative is to take the system's
//! encoding when UTF-8 fails: the same folder would then read differently on another machine.
//!
//! Two guards keep the detector from harm. A file that is UTF-8 but for a few broken bytes (cut off in mid-character,
//! pasted together) stays UTF-8 with the breaks shown. And where every byte above 127 is one of the quotation marks,
//! dashes or signs of windows-1252, that is what it is: an English text has too few of them for statistics.
//!
//! Tested by tst_textdecoder.cpp.
#include "story/textdecoder.h"

#include <QStringConverter>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr char16_t replacement = u'\uFFFD';

// A text that a program garbled here and there has a handful; a tenth of random bytes are control characters.
constexpr qsizetype controlsPerMille = 20;

// Signs of UTF-16 and of a detector's choice show within the first pages.
constexpr qsizetype sampleSize = 256 * 1024;

uchar byteAt(QByteArrayView bytes, qsizetype i)
{
    return static_cast<uchar>(bytes[i]);
}

// ---------------------------------------------------------------------------------------------- what is no text

struct Signature {
    QByteArrayView start;
    QLatin1StringView mediaType;
};

/// Kinds of file that people rename to .txt or save under a wrong name; some of them would pass for text.
constexpr std::array signatures{
    Signature{"%PDF-", "application/pdf"_L1},
    Signature{"\x89PNG\r\n", "image/png"_L1},
    Signature{"\xff\xd8\xff", "image/jpeg"_L1},
    Signature{"GIF8", "image/gif"_L1},
    Signature{"PK\x03\x04", "application/zip"_L1},
    Signature{"\x1f\x8b", "application/gzip"_L1},
    Signature{"BZh9", "application/x-bzip2"_L1},
    Signature{"\xfd\x37zXZ", "application/x-xz"_L1},
    Signature{"7z\xbc\xaf", "application/x-7z-compressed"_L1},
    Signature{"\x7f\x45LF", "application/x-elf"_L1},
    Signature{"SQLite format 3", "application/vnd.sqlite3"_L1},
    Signature{"{\\rtf", "application/rtf"_L1},
    Signature{"\xd0\xcf\x11\xe0", "application/x-ole-storage"_L1},
    Signature{"ID3", "audio/mpeg"_L1},
    Signature{"OggS", "application/ogg"_L1},
    Signature{"%!PS", "application/postscript"_L1},
};

bool isStrayControl(uchar c)
{
    return (c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1b) || c == 0x7f;
}

bool isControlRich(QByteArrayView bytes)
{
    const auto controls = std::ranges::count_if(bytes, [](char c) { return isStrayControl(static_cast<uchar>(c)); });
    return controls > 1 && controls * 1000 > bytes.size() * controlsPerMille;
}

// ---------------------------------------------------------------------------------------------- decoding through ICU

void U_CALLCONV countAndReplace(const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t length,
                                UConverterCallbackReason reason, UErrorCode *error)
{
    if (reason <= UCNV_IRREGULAR)
        ++*static_cast<int *>(const_cast<void *>(context));
    UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, args, units, length, reason, error);
}

struct ConverterCloser {
    void operator()(UConverter *c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter openConverter(const char *name)
{
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &error));
    return U_SUCCESS(error) ? std::move(converter) : nullptr;
}

QString ianaName(const char *name)
{
    if (QByteArrayView(name).startsWith("windows-12") || QByteArrayView(name).startsWith("windows-9"))
        return QString::fromLatin1(name); // ICU's standard names for some of these are older, narrower sets
    UErrorCode error = U_ZERO_ERROR;
    const char *standard = ucnv_getStandardName(name, "MIME", &error);
    if (U_FAILURE(error) || !standard) {
        error = U_ZERO_ERROR;
        standard = ucnv_getStandardName(name, "IANA", &error);
    }
    return QString::fromLatin1(U_SUCCESS(error) && standard ? standard : name);
}

DecodedText decodeAs(QByteArrayView bytes, const char *name, EncodingOrigin origin)
{
    DecodedText out{{}, {ianaName(name), origin, 0}};
    const Converter converter = openConverter(name);
    Q_ASSERT(converter); // callers pass names that ICU has
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter.get(), countAndReplace, &out.encoding.brokenCount, nullptr, nullptr, &error);
    const char *source = bytes.data();
    const char *const end = source + bytes.size();
    std::array<char16_t, 16 * 1024> chunk;
    do {
        error = U_ZERO_ERROR;
        char16_t *target = chunk.data();
        ucnv_toUnicode(converter.get(), &target, chunk.data() + chunk.size(), &source, end, nullptr, true, &error);
        out.text.append(QStringView(chunk.data(), target));
    } while (error == U_BUFFER_OVERFLOW_ERROR);
    return out;
}

// ---------------------------------------------------------------------------------------------- signs of an encoding

struct Mark {
    QByteArrayView bytes;
    const char *encoding;
};

/// UTF-32's little-endian mark starts with UTF-16's and is asked for first.
constexpr std::array marks{
    Mark{QByteArrayView("\xff\xfe\0\0", 4), "UTF-32LE"},
    Mark{QByteArrayView("\0\0\xfe\xff", 4), "UTF-32BE"},
    Mark{"\xef\xbb\xbf", "UTF-8"},
    Mark{"\xff\xfe", "UTF-16LE"},
    Mark{"\xfe\xff", "UTF-16BE"},
};

/// How much `bytes` looks like prose in UTF-16 of this order: its spaces and line ends, 0 where it can't be prose.
qsizetype proseInUtf16(QByteArrayView bytes, bool bigEndian)
{
    qsizetype breaks = 0, strange = 0;
    const qsizetype units = std::min(bytes.size(), sampleSize) / 2;
    for (qsizetype i = 0; i < units; ++i) {
        const char16_t first = byteAt(bytes, 2 * i), second = byteAt(bytes, 2 * i + 1);
        const QChar c(static_cast<char16_t>(bigEndian ? (first << 8 | second) : (second << 8 | first)));
        if (c == u' ' || c == u'\n' || c == u'\r')
            ++breaks;
        else if (c.category() == QChar::Other_NotAssigned || c.category() == QChar::Other_PrivateUse ||
                 (c.category() == QChar::Other_Control && c != u'\t'))
            ++strange;
    }
    return strange * 100 <= units ? breaks : 0;
}

/// How many sequences of more than one byte are well-formed UTF-8, and how many breaks there are.
struct Utf8Evidence {
    qsizetype sequences = 0;
    qsizetype breaks = 0;
    bool onlyCutOff = false; ///< the one break is a character begun at the very end
};

Utf8Evidence utf8Evidence(QByteArrayView bytes)
{
    Utf8Evidence out;
    for (qsizetype i = 0; i < bytes.size();) {
        const uchar lead = byteAt(bytes, i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const int length = lead >= 0xf0 && lead < 0xf5   ? 4
                           : lead >= 0xe0 && lead < 0xf0 ? 3
                           : lead >= 0xc2 && lead < 0xe0 ? 2
                                                         : 0;
        int have = 1;
        while (have < length && i + have < bytes.size() && (byteAt(bytes, i + have) & 0xc0) == 0x80)
            ++have;
        if (length && have == length) {
            ++out.sequences;
        } else {
            ++out.breaks;
            out.onlyCutOff = out.breaks == 1 && length && i + have == bytes.size();
        }
        i += have;
    }
    return out;
}

bool isMostlyUtf8(QByteArrayView bytes)
{
    const Utf8Evidence e = utf8Evidence(bytes);
    return e.onlyCutOff || e.sequences > 2 * e.breaks;
}

/// Quotation marks, dashes, ellipsis, bullet, currency and other signs of windows-1252.
bool isWesternSign(uchar c)
{
    return c == 0x80 || c == 0x82 || c == 0x84 || c == 0x85 || (c >= 0x91 && c <= 0x97) || c == 0x99 || c == 0xa0 ||
           c == 0xa3 || c == 0xa9 || c == 0xab || c == 0xae || c == 0xb0 || c == 0xb7 || c == 0xbb || c == 0xbd;
}

bool isAsciiWithWesternSigns(QByteArrayView bytes)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const uchar c = byteAt(bytes, i);
        if (c < 0x80)
            continue;
        // Signs stand alone or in twos; a run of high bytes is a word in another script.
        const bool run = i >= 2 && byteAt(bytes, i - 1) >= 0x80 && byteAt(bytes, i - 2) >= 0x80;
        if (!isWesternSign(c) || run)
            return false;
    }
    return true;
}

/// Encodings that writers claim and detectors name, where a superset is what programs really write.
QByteArray superset(const QByteArray &name)
{
    static constexpr std::array<std::pair<QByteArrayView, QByteArrayView>, 12> supersets{{
        {"ISO-8859-1", "windows-1252"},
        {"ASCII", "UTF-8"},
        {"SHIFT_JIS", "windows-31j"},
        {"EUC-KR", "windows-949"},
        {"UHC", "windows-949"},
        {"BIG5", "windows-950"},
        {"GB2312", "GB18030"},
        {"TIS-620", "windows-874"},
        {"ISO-8859-11", "windows-874"},
        {"ISO-8859-9", "windows-1254"},
        {"MAC-CENTRALEUROPE", "x-mac-centraleurroman"},
        {"MAC-CYRILLIC", "x-mac-cyrillic"},
    }};
    for (const auto &[narrow, wide] : supersets) {
        if (name.compare(narrow, Qt::CaseInsensitive) == 0)
            return wide.toByteArray();
    }
    return name;
}

QByteArray detectedEncoding(QByteArrayView bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    const auto size = static_cast<size_t>(std::min(bytes.size(), sampleSize));
    if (uchardet_handle_data(detector.get(), bytes.data(), size) != 0)
        return "windows-1252";
    uchardet_data_end(detector.get());
    const QByteArray name = superset(uchardet_get_charset(detector.get()));
    return !name.isEmpty() && openConverter(name.constData()) ? name : QByteArray("windows-1252");
}

// ---------------------------------------------------------------------------------------------- the same form for all

/// NFC, in linear time for any text. Putting n marks on one letter in order takes n² steps; UAX #15 (stream-safe text)
/// lets a process cut after thirty, which no writing system needs.
QString composed(const QString &text)
{
    constexpr qsizetype longestRun = 30;
    QString out;
    qsizetype done = 0, run = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        run = QChar::combiningClass(c) ? run + 1 : 0;
        if (run > longestRun) {
            out += text.sliced(done, i - done).normalized(QString::NormalizationForm_C);
            done = i;
            run = 1;
        }
        i += isPair;
    }
    return out + text.sliced(done).normalized(QString::NormalizationForm_C);
}

/// ICU's name for a claimed encoding, widened to what programs mean by it; empty where there is none.
QByteArray knownEncoding(const QByteArray &claimed)
{
    const QByteArray name = superset(claimed.trimmed());
    return !name.isEmpty() && openConverter(name.constData()) ? name : QByteArray();
}

/// What a declared encoding makes of the bytes; nothing where they disprove it.
std::optional<DecodedText> decodeAsDeclared(QByteArrayView bytes, const QByteArray &declared)
{
    const QByteArray name = knownEncoding(declared);
    // A declaration that could be read as ASCII isn't UTF-16 or UTF-32, whatever it says (HTML: take it for UTF-8).
    if (name.isEmpty() || name.toUpper().startsWith("UTF-16") || name.toUpper().startsWith("UTF-32"))
        return std::nullopt;
    const bool isUtf8 = ianaName(name.constData()) == "UTF-8"_L1;
    const bool escapes = bytes.contains('\x1b');
    if (!escapes && bytes.isValidUtf8())
        return DecodedText{QString::fromUtf8(bytes), {u"UTF-8"_s, EncodingOrigin::Valid, 0}};
    if (isUtf8 && !isMostlyUtf8(bytes))
        return std::nullopt;
    return decodeAs(bytes, name.constData(), EncodingOrigin::Declared);
}

std::expected<DecodedText, Refusal> decode(QByteArrayView bytes, const EncodingHint &hint)
{
    if (const QByteArray chosen = knownEncoding(hint.chosen); !chosen.isEmpty()) {
        const QString name = ianaName(chosen.constData());
        for (const Mark &mark : marks) {
            if (bytes.startsWith(mark.bytes) && name == QLatin1StringView(mark.encoding))
                bytes = bytes.sliced(mark.bytes.size());
        }
        return decodeAs(bytes, chosen.constData(), EncodingOrigin::Chosen);
    }
    for (const Mark &mark : marks) {
        if (bytes.startsWith(mark.bytes))
            return decodeAs(bytes.sliced(mark.bytes.size()), mark.encoding, EncodingOrigin::ByteOrderMark);
    }
    if (const QString type = mediaTypeOf(bytes); !type.isEmpty())
        return std::unexpected(Refusal{SkipReason::Binary, type});
    if (bytes.contains('\0')) {
        const qsizetype little = proseInUtf16(bytes, false), big = proseInUtf16(bytes, true);
        if (little || big)
            return decodeAs(bytes, little >= big ? "UTF-16LE" : "UTF-16BE", EncodingOrigin::Guessed);
    }
    if (isControlRich(bytes))
        return std::unexpected(Refusal{SkipReason::Binary, {}});
    if (auto declared = decodeAsDeclared(bytes, hint.declared))
        return std::move(*declared);
    const bool escapes = bytes.contains("\x1b$") || bytes.contains("\x1b("); // ISO 2022 hides in ASCII
    if (!escapes && bytes.isValidUtf8())
        return DecodedText{QString::fromUtf8(bytes), {}};
    if (!escapes && isMostlyUtf8(bytes))
        return decodeAs(bytes, "UTF-8", EncodingOrigin::Guessed);
    if (!escapes && isAsciiWithWesternSigns(bytes))
        return decodeAs(bytes, "windows-1252", EncodingOrigin::Guessed);
    return decodeAs(bytes, detectedEncoding(bytes).constData(), EncodingOrigin::Guessed);
}

} // namespace

QString mediaTypeOf(QByteArrayView bytes)
{
    for (const Signature &s : signatures) {
        if (bytes.startsWith(s.start))
            return s.mediaType;
    }
    return {};
}

bool isKnownEncoding(const QByteArray &name)
{
    return !knownEncoding(name).isEmpty();
}

QString normalised(QStringView text, int &broken)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c == u'\r') {
            qsizetype lineFeed = i + 1;
            while (lineFeed < text.size() && text[lineFeed] == u'\r')
                ++lineFeed;
            if (lineFeed < text.size() && text[lineFeed] == u'\n')
                i = lineFeed; // CR LF, or CR CR LF as broken programs write it
            out += u'\n';
        } else if (c == u'\v' || c == u'\f' || c == u'\u0085' || c == u'\u2028' || c == u'\u2029') {
            out += u'\n';
        } else if (text[i].category() == QChar::Other_Control && c != u'\n' && c != u'\t') {
            out += replacement;
            ++broken;
        } else {
            out += text[i];
        }
    }
    return composed(out);
}

std::expected<DecodedText, Refusal> decodeText(QByteArrayView bytes, const EncodingHint &hint)
{
    auto decoded = decode(bytes, hint);
    if (decoded)
        decoded->text = normalised(decoded->text, decoded->encoding.brokenCount);
    return decoded;
}

} // namespace parallax
