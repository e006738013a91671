// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The wordings of page parts: what a line is when nothing but its own words are known.
#pragma once

#include "story/story.h"

#include <optional>

namespace parallax {

/// The role of a line whose words give it away ("Read more: …", "By JANE DOE", "Updated 3:15 p.m.", "photo.jpg"),
/// nothing for all others, which its place must decide. Never Headline or Body. Linear in the line.
std::optional<Role> pagePart(QStringView line);

/// "Related stories", "More on this", "Read more:": titles of boxes, whose lines below are links.
bool isBoxTitle(QStringView line);

/// Two to five words that can be a person's name and nothing else ("Julie Sanders", "JANE VAN DER BERG").
bool isPersonName(QStringView line);

} // namespace parallax
