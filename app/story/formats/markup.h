// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The source of a web page → the same page, in a form that no parser can choke on.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace parallax {

// No page that people write comes near: the largest live pages have some 30 000 elements, the deepest nest 60.
constexpr int mostElements = 400'000;
constexpr int deepestNesting = 256;

struct SafeMarkup {
    QByteArray html;              ///< UTF-8; the page's text, in elements that close in the order they open
    QList<QByteArray> linkedData; ///< what its JSON-LD scripts hold, unread
    bool tooMany = false;         ///< the page went on behind mostElements
};

/// Takes out what tells nothing (scripts, styles, pictures' data, comments, embedded pages, forms' controls, unused
/// attributes), closes what was left open, and lets elements that nest deeper than deepestNesting go (their text
/// stays). `utf8` may be anything; XML pages, with CDATA sections and empty elements written `<p/>`, are known by
/// their first line. Linear, whatever the nesting.
SafeMarkup safeMarkup(QByteArrayView utf8);

} // namespace parallax
