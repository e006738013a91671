// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Facts → words. The window and the PDF speak the user's language; the JSON report always English.
#pragma once

#include "alignment/alignment.h"
#include "divergence/divergence.h"
#include "story/story.h"
#include "story/storyreader.h"

namespace parallax {

enum class Tongue { English, User };

/// `text`, marked with QT_TRANSLATE_NOOP("parallax", …), in the wanted tongue.
QString say(const char *text, Tongue tongue = Tongue::User);

/// Letter of a reading group: A, B, … Z, then A2, B2, …: what readings that agree share.
QString groupLetter(int group);
QString kindName(DivergenceKind kind, Tongue tongue = Tongue::User);
/// What a kind is, in one line of a legend.
QString kindMeaning(DivergenceKind kind, Tongue tongue = Tongue::User);
/// What differs, in a few words: "dead in the attack", "day of the vote".
QString whatDiffers(const Divergence &divergence, Tongue tongue = Tongue::User);
QString roleName(Role role, Tongue tongue = Tongue::User);
/// Why a file was skipped, as a sentence for the reader.
QString skipText(const SkippedFile &skipped);
/// Which articles seem to report another event than most, a sentence a group (Alignment::apart).
std::vector<QString> apartTexts(const Story &story, const std::vector<std::vector<int>> &apart);
/// What went wrong and what to do, as one or two sentences.
QString failureText(const ReadFailure &failure);
/// "quotation “…”", "names Putin, Tillerson", … joined.
QString evidenceText(const std::vector<Evidence> &evidence, Tongue tongue = Tongue::User);
/// "UTF-8", "windows-1252 (guessed)", with the count of broken bytes where there are any.
QString encodingText(const TextEncoding &encoding);
/// Articles by their numbers: 0-based indexes, ascending, as "1, 3–6"; three and more in a row become a range.
QString articleNumbers(const std::vector<int> &articles);
/// A share of 0…1 as "12%"; "<1%" for the least trace.
QString percentText(double share);
/// The language `say` speaks, BCP 47.
QString tongueCode();

} // namespace parallax
