// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! PDF → paragraphs, rebuilt from the words on its pages.
#pragma once

#include "story/formats/format.h"

#include <QRectF>

namespace parallax {

/// Articles have a few, a printed newspaper a hundred.
constexpr int mostPages = 500;
/// Words on one page; a newspaper's broadsheet has some three thousand.
constexpr int mostWordsOnPage = 50'000;

/// One word as it stands on a page, in points from the page's upper left corner.
struct PageWord {
    QString text;
    QRectF box;
    double size = 0; ///< of the font
    bool spaceAfter = true;
};

struct PageOfWords {
    double height = 0;
    std::vector<PageWord> words; ///< in reading order, column by column
};

/// The paragraphs of a text that stands on pages, in order: lines joined, words that a line's end parted put together,
/// also across columns and pages; large type is a headline. Heads and feet that pages repeat, and page numbers, are
/// furniture behind the text. Linear in the words.
std::vector<Passage> paragraphsOfPages(const std::vector<PageOfWords> &pages);

/// Reads a PDF that has text. Scans have none (Empty); refuses what is protected by a password (Unsupported), damaged
/// or beyond the limits above, and the reports that Parallax writes itself.
ReadResult readPdf(const FormatInput &input);

} // namespace parallax
