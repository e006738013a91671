// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a web page says of itself for machines: headline, outlet, day, language, author.
#pragma once

#include "story/formats/pagetree.h"

#include <QByteArray>
#include <QDate>
#include <QStringList>

#include <optional>

namespace parallax {

struct PageMetadata {
    QStringList titles;     ///< candidates for the headline, the surest first, without the site's name
    QStringList titleParts; ///< <title> without its last or first part: the headline, if the page has it elsewhere
    QString outlet;         ///< empty where the page names none
    QString author;         ///< names, ", " between them; empty where it names none
    QString language;       ///< BCP 47, as declared; empty where it is not, or makes no sense
    QString body;           ///< the article's text by JSON-LD
    std::optional<QDate> published; ///< the day at the place the time is given for

    friend bool operator==(const PageMetadata &, const PageMetadata &) = default;
};

/// Reads JSON-LD (`linkedData`: its scripts, broken ones are passed over), OpenGraph, microdata, meta elements, <time>,
/// <title> and the page's own address, in this order of trust. Where two disagree the first stands. Fetches nothing.
PageMetadata pageMetadata(const PageTree &page, const QList<QByteArray> &linkedData);

/// "2019-11-19T02:30:00-05:00", "Tue, 19 Nov 2019 02:30:00 GMT", "20191119", "November 19, 2019" → the day it names,
/// as written: newsrooms write their own day. Nothing for years outside 1900…2100 and for what can be read two ways.
std::optional<QDate> dayIn(QStringView text);

} // namespace parallax
