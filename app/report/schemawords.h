// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The stable words of the machine-readable reports: never translated, never changed.
#pragma once

#include "divergence/divergence.h"
#include "story/story.h"

#include <QString>

#include <optional>

namespace parallax {

/// "figure", "date", "status", "quote", "attribution", "name", "wording", "detail".
QString kindWord(DivergenceKind kind);
/// The kind that a word names, in any case.
std::optional<DivergenceKind> kindOfWord(const QString &word);
/// "exact", "about", "atLeast", "atMost", "vague".
QString precisionWord(Precision precision);
/// "body", "headline", "caption", "dateline", "byline", "furniture".
QString roleWord(Role role);
/// "sure", "balanced", "more".
QString surenessWord(Sureness sureness);
/// The sureness that a word names, in any case.
std::optional<Sureness> surenessOfWord(const QString &word);
/// "unreadable", "empty", "binary", "too-large", "unsupported", "damaged".
QString reasonWord(SkipReason reason);

} // namespace parallax
