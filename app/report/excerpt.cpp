// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One value (the report of a single event) said in three notations. What differs between them stands in Notation;
//! what is said, and in which order, stands once below it.
//!
//! Tested by tst_excerpt.cpp.

#include "report/excerpt.h"

#include "report/foreigntext.h"
#include "report/htmltext.h"
#include "report/markstyle.h"
#include "report/report.h"
#include "report/wording.h"

#include <QRegularExpression>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

/// How a format writes what an excerpt is made of. Every text given to it is raw; it escapes.
class Notation
{
public:
    explicit Notation(ExcerptFormat format)
        : m_format(format)
    {
    }

    QString words(const QString &text) const
    {
        switch (m_format) {
        case ExcerptFormat::Text:
            return withoutControls(balanced(text));
        case ExcerptFormat::Markdown: {
            // All punctuation that can begin or end markup anywhere; a backslash before any of it is always read away.
            static const QRegularExpression markup(uR"(([\\`*_{}\[\]<>#+\-!|~=&]))"_s);
            static const QRegularExpression numbering(uR"(^(\s*\d+)([.)]))"_s);
            return withoutControls(balanced(text)).replace(markup, uR"(\\1)"_s).replace(numbering, uR"(\1\\2)"_s);
        }
        case ExcerptFormat::Html:
            return escaped(text);
        }
        Q_UNREACHABLE_RETURN({});
    }
    QString heading(const QString &text) const { return block(words(text), u"### "_s, u"h3"_s); }
    QString paragraph(const QString &text) const { return block(words(text), {}, u"p"_s); }
    /// `inner` is written in this notation already.
    QString quotation(const QString &inner, const QString &source) const
    {
        if (m_format == ExcerptFormat::Html)
            return u"<blockquote dir=\"auto\"><p>%1</p><p>— %2</p></blockquote>\n"_s.arg(inner, words(source));
        const QString margin = m_format == ExcerptFormat::Markdown ? u"> "_s : QString();
        QString quoted = inner;
        quoted.replace(u'\n', u'\n' + margin);
        return margin + quoted + u'\n' + margin.trimmed() + (margin.isEmpty() ? QString() : u"\n"_s) + margin +
               u"— "_s + words(source) + u"\n\n"_s;
    }
    QString marked(const MarkedText &text) const
    {
        QString made;
        for (const MarkPiece &piece : piecesOf(text)) {
            switch (piece.place) {
            case MarkPiece::Place::Text:
                made += words(piece.text);
                break;
            case MarkPiece::Place::Begin:
                made += m_format == ExcerptFormat::Html ? u"<u>"_s : emphasis();
                break;
            case MarkPiece::Place::End:
                made += m_format == ExcerptFormat::Html ? u"</u>"_s : emphasis();
                break;
            case MarkPiece::Place::Badge:
                made += badge(*piece.mark);
                break;
            }
        }
        return made;
    }
    /// A row of cells; the first row of a table is its head.
    QString table(const std::vector<QStringList> &rows) const
    {
        QString made = m_format == ExcerptFormat::Html ? u"<table border=\"1\">\n"_s : QString();
        for (size_t i = 0; i < rows.size(); ++i) {
            made += row(rows[i], i == 0);
            if (i == 0 && m_format == ExcerptFormat::Markdown)
                made += u'|' + u" --- |"_s.repeated(rows[i].size()) + u'\n';
        }
        return made + (m_format == ExcerptFormat::Html ? u"</table>\n"_s : u"\n"_s);
    }

private:
    QString emphasis() const { return m_format == ExcerptFormat::Markdown ? u"**"_s : QString(); }

    QString badge(const Mark &mark) const
    {
        QString letters(markStyle(mark.kind, Scheme::Light).letter);
        if (mark.group >= 0)
            letters += u' ' + groupLetter(mark.group);
        if (m_format == ExcerptFormat::Html)
            return u"<sup>%1</sup>"_s.arg(letters.toHtmlEscaped());
        return u' ' + words(u'[' + letters + u']');
    }

    QString block(const QString &inner, const QString &before, const QString &element) const
    {
        if (m_format == ExcerptFormat::Html)
            return u"<%1 dir=\"auto\">%2</%1>\n"_s.arg(element, inner);
        return (m_format == ExcerptFormat::Markdown ? before : QString()) + inner + u"\n\n"_s;
    }

    QString row(const QStringList &cells, bool isHead) const
    {
        QStringList written;
        for (const QString &cell : cells)
            written.append(words(cell.simplified()));
        switch (m_format) {
        case ExcerptFormat::Text:
            return written.join(u'\t') + u'\n';
        case ExcerptFormat::Markdown:
            return u"| "_s + written.join(u" | "_s) + u" |\n"_s;
        case ExcerptFormat::Html:
            break;
        }
        const QString open = isHead ? u"<th scope=\"col\">"_s : u"<td dir=\"auto\">"_s;
        const QString close = isHead ? u"</th>"_s : u"</td>"_s;
        return u"<tr>"_s + open + written.join(close + open) + close + u"</tr>\n"_s;
    }

    const ExcerptFormat m_format;
};

QString sourceOf(const Report &report, int article, const ReportPassage &passage)
{
    const ReportArticle &from = report.articles[static_cast<size_t>(article)];
    QStringList parts{from.name};
    if (!from.published.isEmpty())
        parts.append(from.published);
    parts.append(u'¶' + QString::number(passage.number));
    return parts.join(u", "_s);
}

/// A row a divergence, a column a teller.
std::vector<QStringList> readingsOf(const Report &report, const ReportEvent &event)
{
    std::vector<QStringList> rows{{say(QT_TRANSLATE_NOOP("parallax", "What differs"))}};
    for (const ReportTelling &telling : event.tellings)
        rows.front().append(report.articles[static_cast<size_t>(telling.article)].name);
    for (const ReportRow &row : event.rows) {
        QStringList cells{kindName(row.kind) + u": "_s + row.what};
        for (const ReportCell &cell : row.cells) {
            QStringList entries;
            for (const ReportCell::Entry &entry : cell.entries)
                entries.append(groupLetter(entry.group) + u": "_s + entry.text);
            const QString day = cell.day.isEmpty() ? QString() : u" (%1)"_s.arg(cell.day);
            cells.append(entries.isEmpty() ? u"–"_s : entries.join(u"; "_s) + day);
        }
        rows.push_back(cells);
    }
    return rows;
}

} // namespace

QString eventExcerpt(const Comparison &comparison, int event, ExcerptFormat format)
{
    const Report report = buildReport(comparison, {.events = {event}});
    if (report.events.empty())
        return {};
    const ReportEvent &told = report.events.front();
    const Notation notation(format);
    QString made = notation.heading(QString::number(told.number) + u' ' + told.label);
    made += notation.paragraph(told.told);
    if (!told.silent.isEmpty())
        made += notation.paragraph(told.silent);
    if (!told.rows.empty())
        made += notation.table(readingsOf(report, told));
    for (const ReportTelling &telling : told.tellings) {
        for (const ReportPassage &passage : telling.passages)
            made += notation.quotation(notation.marked(passage.text), sourceOf(report, telling.article, passage));
    }
    return made.trimmed() + u'\n';
}

QString passageExcerpt(const Comparison &comparison, PassageRef ref, ExcerptFormat format)
{
    const Report report = buildReport(comparison, {.keyDivergences = 0, .isDivergencesOnly = true});
    const ReportPassage passage{ref.passage + 1, {}, {comparison.story.passage(ref).text, {}}};
    const Notation notation(format);
    return notation.quotation(notation.marked(passage.text), sourceOf(report, ref.article, passage)).trimmed() + u'\n';
}

} // namespace parallax
