// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The values that everything else is about: a story, its articles, their passages, and places in their text.
#pragma once

#include <QDate>
#include <QString>

#include <compare>
#include <optional>
#include <vector>

namespace parallax {

/// A part of the text of *one* passage: half-open [start, start + length), in UTF-16 code units, so that it is a
/// QString index and a QTextCursor position without conversion. (The JSON writer alone converts to code points.)
struct TextSpan {
    int start = 0;
    int length = 0;

    int end() const { return start + length; }
    bool isEmpty() const { return length <= 0; }
    bool overlaps(TextSpan other) const { return start < other.end() && other.start < end(); }
    bool contains(TextSpan other) const { return start <= other.start && other.end() <= end(); }
    QStringView of(QStringView text) const { return text.mid(start, length); }
    static TextSpan between(int start, int end) { return {start, end - start}; }

    friend auto operator<=>(const TextSpan &, const TextSpan &) = default;
};

/// Which passage: 0-based indexes into Story::articles and Article::passages. Reports count passages from 1.
struct PassageRef {
    int article = 0;
    int passage = 0;

    friend auto operator<=>(const PassageRef &, const PassageRef &) = default;
};

/// What a passage is in its article. REPORT_SCHEMA words: body, headline, caption, dateline, byline, furniture.
enum class Role {
    Body,      ///< a paragraph of the telling
    Headline,  ///< headline, standfirst or cross-head
    Caption,   ///< the text under a picture
    Dateline,  ///< a line with nothing but place or day
    Byline,    ///< a line that names the writer
    Furniture, ///< page parts that tell nothing: navigation, related links, image file names, a repeated headline
};

/// Told passages are aligned and compared; the others are set aside, shown greyed.
constexpr bool isTold(Role role)
{
    return role == Role::Body || role == Role::Headline || role == Role::Caption;
}

struct Passage {
    QString text; ///< as shown and reported; normalised once by the reader (NFC, line ends), never changed later
    Role role = Role::Body;

    friend bool operator==(const Passage &, const Passage &) = default;
};

/// How the reader came to the encoding it decoded a file with.
enum class EncodingOrigin {
    ByteOrderMark, ///< certain: the file says so
    Valid,         ///< certain for all practical purposes: the bytes are well-formed UTF-8
    Declared,      ///< a declaration inside the file (a meta element, a header)
    Guessed,       ///< detection: may be wrong and is shown as a guess
    Chosen,        ///< the user's choice
};

struct TextEncoding {
    QString name = QStringLiteral("UTF-8"); ///< IANA name
    EncodingOrigin origin = EncodingOrigin::Valid;
    int brokenCount = 0; ///< byte sequences that could not be decoded and show as U+FFFD

    friend bool operator==(const TextEncoding &, const TextEncoding &) = default;
};

struct Article {
    QString file;   ///< relative to the folder, "/" as separator; the file name where files were opened one by one
    int part = 0;   ///< which article of a file that holds several, counted from 1; 0 where it holds this one alone
    QString title;  ///< the headline, else the opening words; never empty for an article with a passage
    QString outlet; ///< who published it; empty where unknown
    std::optional<QDate> published; ///< day of publication where the text or the file name says it
    TextEncoding encoding;
    QString language;              ///< BCP 47 ("en"); empty where not told
    std::vector<Passage> passages; ///< every non-blank paragraph of the file, in its order

    /// What tells this article from all others of the story: its file, and "#2" behind it for the second of several.
    QString source() const { return part > 0 ? file + u'#' + QString::number(part) : file; }

    friend bool operator==(const Article &, const Article &) = default;
};

/// Why a file could not become an article. The stable words of REPORT_SCHEMA.md.
enum class SkipReason {
    Unreadable,  ///< could not be opened or read
    Empty,       ///< no text in it
    Binary,      ///< not text
    TooLarge,    ///< beyond a stated limit
    Unsupported, ///< a kind of file that Parallax does not read
    Damaged,     ///< claims a format and breaks it
};

struct SkippedFile {
    QString file;
    SkipReason reason = SkipReason::Unreadable;
    QString detail; ///< facts, not a sentence: a system message, a limit, a suffix

    friend bool operator==(const SkippedFile &, const SkippedFile &) = default;
};

/// A file that holds several articles, as press databases export them; each became an article of its own.
struct SplitFile {
    QString file;
    int articles = 0; ///< at least two

    friend bool operator==(const SplitFile &, const SplitFile &) = default;
};

struct Story {
    QString title;                 ///< the folder's name, or the first file's where files were opened one by one
    QString folder;                ///< absolute path, for reloading; never written into a report
    std::vector<Article> articles; ///< in the order shown: by file name, numbers by value, then by place in the file
    std::vector<SkippedFile> skipped;
    std::vector<SplitFile> split; ///< in the order shown

    const Passage &passage(PassageRef ref) const
    {
        return articles[static_cast<size_t>(ref.article)].passages[static_cast<size_t>(ref.passage)];
    }

    friend bool operator==(const Story &, const Story &) = default;
};

} // namespace parallax
