// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Who published an article: what its page says, what its file is called, whose wire it runs.
#pragma once

#include "story/story.h"

namespace parallax {

/// Whether `text` is nothing but a name that calls itself an outlet: "The Harbour Times", "BBC News"; not "World News".
bool isOutletName(QStringView text);

/// The outlet that the passages (with their roles) name: a press database's field, a copyright line, a masthead, a
/// headline's or byline's ending, the article's own address; empty where none does.
QString outletInText(const std::vector<Passage> &passages);

/// The outlet that a file name gives: "2019-05-04 Guardian - title.txt", "bbc-2019-05-04.txt", "harbour-times.txt".
/// Empty for numbers, checksums, names like "article.txt", and names that repeat words of `title`.
QString outletInFileName(const QString &file, QStringView title);

/// The agency that the opening paragraphs or a byline credit ("LONDON (Reuters) -"): who wrote, not who published.
QString agencyCredit(const std::vector<Passage> &passages);

/// The headline without the outlet's name behind it ("Ferry aground | The Harbour Times" → "Ferry aground").
QStringView withoutOutlet(QStringView headline);

} // namespace parallax
