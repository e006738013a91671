// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The paragraphs of a word processor's or typeset document on their way to passages.
#pragma once

#include "story/formats/format.h"

#include <QString>

#include <vector>

namespace parallax {

/// Collects paragraphs in reading order; notes and running heads go behind the text.
class DocumentText
{
public:
    /// A paragraph as the document has it; "\n" inside stands for a forced line break. Where writers break lines
    /// instead of paragraphs (two breaks, or one behind a full stop) it becomes several passages. Blank ones are left
    /// out.
    void append(QStringView paragraph, Role role = Role::Body);
    /// A foot- or endnote.
    void appendNote(QStringView paragraph);
    /// A head or foot that the pages repeat; each text is kept once, as Role::Furniture.
    void appendRunning(QStringView paragraph);

    /// Whether there is more text than an article may have; a reader stops then.
    bool isTooLarge() const { return m_size > largestText; }
    qsizetype size() const { return m_size; }

    /// The article with what was collected; refuses what has no text and what has too much of it.
    ReadResult toArticle(TextEncoding encoding = {}) &&;

private:
    void appendTo(std::vector<Passage> &out, QStringView paragraph, Role role);

    std::vector<Passage> m_text;
    std::vector<Passage> m_notes;
    std::vector<Passage> m_running;
    qsizetype m_size = 0; ///< bytes, about
    int m_broken = 0;
};

/// The role that the name of a paragraph style says ("heading 1", "Title", "Image Caption", "Byline"), any case; Body
/// where it says none.
Role roleOfStyle(QStringView name);

} // namespace parallax
