// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Web pages hyphenate for the browser, typesetters join f and i, and a writing program puts a no-break space before a
//! unit. None of it is a difference between two tellings:
//!
//!     written   The of\u00ADfi\u00ADcers counted 12\u00A0barges      (or with the ligature ﬃ)
//!     plain     The officers counted 12 barges
//!
//! So the whole analysis works on the plain text, and every span it finds is led back to the written one, which alone
//! is shown and reported. The wrong alternatives: to clean the text when it is read, after which the article is no
//! longer what was published; to fold word by word where words are compared, as names, sources, quotations and clauses
//! are read from the text in thirty places, and one forgotten is a false divergence.
//!
//! Not folded: what normal form KC would fold too far. ½ would become 1⁄2, m² m2, and the Chinese comma a mark between
//! digits. A zero-width joiner stays where it holds a picture together.
//! Tested by tst_plaintext.cpp.
#include "language/plaintext.h"

#include <unicode/normalizer2.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace parallax {

namespace {

constexpr char32_t ZeroWidthJoiner = 0x200D;

/// Whether a code unit can be part of what is folded; nearly none can.
bool mayFold(char16_t c)
{
    return c == 0xA0 || c == 0xAD || c == 0x0132 || c == 0x0133 || c == 0x034F || c == 0x061C || c == 0x180E ||
           (c >= 0x2000 && c <= 0x2011) || (c >= 0x202A && c <= 0x202F) || (c >= 0x205F && c <= 0x2069) ||
           c == 0x3000 || c == 0xD835 || (c >= 0xFB00 && c <= 0xFDFF) || c >= 0xFE70 ||
           (c >= 0x660 && QChar::category(c) == QChar::Number_DecimalDigit);
}

constexpr bool isInvisible(char32_t c)
{
    return c == 0xAD || c == 0x034F || c == 0x061C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/// The one plain character that another is: a space, a hyphen, a digit; null for none.
QChar plainOf(char32_t c)
{
    if (c >= 0x660 && QChar::category(c) == QChar::Number_DecimalDigit)
        return QChar(u'0' + QChar::digitValue(c));
    if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000)
        return u' ';
    return c == 0x2010 || c == 0x2011 ? QChar(u'-') : QChar();
}

/// Ligatures, presentation forms, wide, narrow and mathematical letters and digits.
bool isVariant(char32_t c)
{
    static const icu::UnicodeSet set = [] {
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeSet made(UNICODE_STRING_SIMPLE("[\\u0132\\u0133\\uFB00-\\uFB4F\\uFB50-\\uFDF9\\uFE70-\\uFEFC"
                                                   "\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFF66-\\uFFDC"
                                                   "\\U0001D400-\\U0001D7FF]")
                                 .unescape(),
                             status);
        made.freeze();
        return made;
    }();
    return set.contains(static_cast<UChar32>(c));
}

char32_t codePointAt(const QString &text, int i)
{
    const QChar c = text[i];
    return c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()
               ? QChar::surrogateToUcs4(c, text[i + 1])
               : c.unicode();
}

int unitsOf(char32_t c)
{
    return QChar::requiresSurrogates(c) ? 2 : 1;
}

} // namespace

std::optional<PlainText> PlainText::of(const QString &written)
{
    if (std::ranges::none_of(written, [](QChar c) { return mayFold(c.unicode()); }))
        return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *compatible = icu::Normalizer2::getNFKCInstance(status);
    const auto size = static_cast<int>(written.size());
    PlainText plain;
    plain.m_text.reserve(size);
    for (int i = 0; i < size;) {
        const char32_t c = codePointAt(written, i);
        int end = i + unitsOf(c);
        const char32_t next = end < size ? codePointAt(written, end) : 0;
        if (isInvisible(c) &&
            (c != ZeroWidthJoiner || next == 0 || QChar::isLetterOrNumber(next) || QChar::isSpace(next))) {
            i = end;
            continue;
        }
        if (const QChar one = plainOf(c); !one.isNull()) {
            plain.add(QStringView(&one, 1), i, end);
        } else if (U_SUCCESS(status) && isVariant(c)) {
            while (end < size && !compatible->hasBoundaryBefore(static_cast<UChar32>(codePointAt(written, end))))
                end += unitsOf(codePointAt(written, end));
            const icu::UnicodeString folded =
                compatible->normalize(icu::UnicodeString(false, written.utf16() + i, end - i), status);
            plain.add(QStringView(folded.getBuffer(), folded.length()), i, end);
        } else {
            for (int unit = i; unit < end; ++unit)
                plain.add(QStringView(written).sliced(unit, 1), unit, unit + 1);
        }
        i = end;
    }
    return plain.m_text == written ? std::nullopt : std::optional(std::move(plain));
}

void PlainText::add(QStringView plain, int start, int end)
{
    m_text += plain;
    m_starts.resize(static_cast<size_t>(m_text.size()), start);
    m_ends.resize(static_cast<size_t>(m_text.size()), end);
}

TextSpan PlainText::written(TextSpan plain) const
{
    const auto at = [](const std::vector<int> &places, int i) { return places[static_cast<size_t>(i)]; };
    if (plain.start >= m_text.size())
        return {m_ends.empty() ? 0 : m_ends.back(), 0};
    const int start = at(m_starts, plain.start);
    return TextSpan::between(start, plain.isEmpty() ? start : at(m_ends, plain.end() - 1));
}

} // namespace parallax
