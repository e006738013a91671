// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_documents.cpp.
#include "story/formats/documenttext.h"

#include "story/roles.h"
#include "story/textdecoder.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

QStringView trimmed(QStringView text)
{
    const auto outer = [](QChar c) { return c.isSpace() || c == u'\u200B' || c == u'\u2060' || c == u'\uFEFF'; };
    while (!text.isEmpty() && outer(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && outer(text.back()))
        text.chop(1);
    return text;
}

bool isBlank(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format; });
}

/// The paragraphs that a writer made with line breaks: a blank line parts them, and so does the end of a sentence.
QStringList brokenUp(const QString &text)
{
    QStringList out;
    bool starts = true;
    for (const QStringView raw : qTokenize(text, u'\n')) {
        const QStringView line = trimmed(raw);
        if (line.isEmpty()) {
            starts = true;
            continue;
        }
        if (starts || endsWithStop(out.back()))
            out.append(line.toString());
        else
            out.back() += u' ' + line.toString();
        starts = false;
    }
    return out;
}

} // namespace

void DocumentText::appendTo(std::vector<Passage> &out, QStringView paragraph, Role role)
{
    m_size += paragraph.size() * 2;
    if (isTooLarge() || isBlank(paragraph))
        return;
    QString text = normalised(paragraph, m_broken);
    text.replace(u'\t', u' ');
    for (QString &part : brokenUp(text)) {
        if (!isBlank(part))
            out.push_back({std::move(part), role});
    }
}

void DocumentText::append(QStringView paragraph, Role role)
{
    appendTo(m_text, paragraph, role);
}

void DocumentText::appendNote(QStringView paragraph)
{
    appendTo(m_notes, paragraph, Role::Body);
}

void DocumentText::appendRunning(QStringView paragraph)
{
    std::vector<Passage> found;
    appendTo(found, paragraph, Role::Furniture);
    for (Passage &passage : found) {
        if (std::ranges::find(m_running, passage) == m_running.end())
            m_running.push_back(std::move(passage));
    }
}

ReadResult DocumentText::toArticle(TextEncoding encoding) &&
{
    if (isTooLarge())
        return std::unexpected(tooMuchText());
    if (m_text.empty() && m_notes.empty())
        return std::unexpected(Refusal{SkipReason::Empty, {}});
    Article article;
    article.encoding = std::move(encoding);
    article.encoding.brokenCount += m_broken;
    article.passages = std::move(m_text);
    std::ranges::move(m_notes, std::back_inserter(article.passages));
    std::ranges::move(m_running, std::back_inserter(article.passages));
    return oneArticle(std::move(article));
}

Role roleOfStyle(QStringView name)
{
    struct Style {
        QRegularExpression name;
        Role role;
    };
    static const auto style = [](const QString &pattern, Role role) {
        return Style{QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption), role};
    };
    static const std::vector styles{
        style(uR"(^(?:title|subtitle|heading(?:\s*\d+)?|headline|kicker|standfirst|deck)$)"_s, Role::Headline),
        style(uR"(\b(?:caption|cutline|illustration|figure)$)"_s, Role::Caption),
        style(uR"(^(?:by-?line|author)$)"_s, Role::Byline),
        style(uR"(^(?:date-?line|date)$)"_s, Role::Dateline),
        style(uR"(^(?:header|footer|page number)(?:\s+(?:left|right))?$)"_s, Role::Furniture),
    };
    const auto found = std::ranges::find_if(styles, [&](const Style &s) { return s.name.matchView(name).hasMatch(); });
    return found == styles.end() ? Role::Body : found->role;
}

} // namespace parallax
