// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Quotes alone do not make a table safe: a spreadsheet evaluates the field "=HYPERLINK(…)" whether it is quoted or
//! not, and articles are written by strangers. The apostrophe is what spreadsheets themselves put before text that
//! looks like a formula. A tab or a space would hide as well, and be lost when someone trims the column.
//!
//! Tested by tst_csvwriter.cpp.

#include "report/csvwriter.h"

#include "report/schemawords.h"
#include "report/wording.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int FigureDigits = 12; // as in the JSON report
constexpr int RowsPerStep = 256; // how often progress is asked

constexpr std::array Columns{"event",   "event_label", "divergence", "kind", "what",      "weight",
                             "group",   "article",     "outlet",     "file", "published", "passage",
                             "reading", "value",       "upper",      "unit", "precision", "sentence"};

bool looksLikeFormula(const QString &text)
{
    const qsizetype first = std::ranges::find_if_not(text, [](QChar c) { return c.isSpace(); }) - text.cbegin();
    if (first == text.size())
        return false;
    return u"=+-@\uff1d\uff0b\uff0d\uff20\u2212"_s.contains(text[first]) || text[0] == u'\t' || text[0] == u'\r';
}

class Row
{
public:
    void number(double value) { field(QString::number(value, 'g', FigureDigits)); }
    void text(const QString &text) { field(looksLikeFormula(text) ? u'\'' + text : text); }
    void blank() { field({}); }
    QByteArray end() { return std::exchange(m_row, {}).toUtf8() + "\r\n"; }

private:
    void field(QString value)
    {
        const bool isQuoted = std::ranges::any_of(value, [](QChar c) {
            return c == u',' || c == u'"' || c == u'\r' || c == u'\n' || c == u';' || c == u'\t';
        });
        if (isQuoted)
            value = u'"' + value.replace(u'"', u"\"\""_s) + u'"';
        if (!m_isFirst)
            m_row += u',';
        m_isFirst = false;
        m_row += value;
    }

    QString m_row;
    bool m_isFirst = true;
};

/// The sentence that holds a reading, or the whole passage where sentences are not known.
QString sentenceAround(const Comparison &comparison, const Reading &reading)
{
    const QString &text = comparison.story.passage(reading.passage).text;
    int start = -1;
    int end = 0;
    for (const Sentence &sentence : comparison.language[static_cast<size_t>(reading.passage.article)]
                                        .passages[static_cast<size_t>(reading.passage.passage)]
                                        .sentences) {
        if (!sentence.span.overlaps(reading.span))
            continue;
        start = start < 0 ? sentence.span.start : start;
        end = sentence.span.end();
    }
    return start < 0 ? text : text.sliced(start, end - start);
}

void putValue(Row &row, const ReadingValue &value)
{
    if (const auto *figure = std::get_if<FigureValue>(&value)) {
        row.number(figure->number);
        figure->upper ? row.number(*figure->upper) : row.blank();
        row.text(figure->unit);
        row.text(precisionWord(figure->precision));
        return;
    }
    const auto *text = std::get_if<QString>(&value);
    row.text(text ? *text : QString());
    row.blank();
    row.blank();
    row.blank();
}

QByteArray rowOf(const Comparison &comparison, int number, const Reading &reading)
{
    const Divergence &divergence = comparison.divergences[static_cast<size_t>(number)];
    const Article &article = comparison.story.articles[static_cast<size_t>(reading.passage.article)];
    Row row;
    row.number(divergence.event + 1);
    row.text(comparison.alignment.events[static_cast<size_t>(divergence.event)].label);
    row.number(number + 1);
    row.text(kindWord(divergence.kind));
    row.text(whatDiffers(divergence, Tongue::English));
    row.text(QString::number(divergence.weight, 'f', 2));
    row.text(groupLetter(reading.group));
    row.number(reading.passage.article + 1);
    row.text(article.outlet);
    row.text(QDir::isAbsolutePath(article.file) ? QFileInfo(article.source()).fileName() : article.source());
    row.text(article.published ? article.published->toString(Qt::ISODate) : QString());
    row.number(reading.passage.passage + 1);
    row.text(reading.span.of(comparison.story.passage(reading.passage).text).toString().simplified());
    putValue(row, reading.value);
    row.text(sentenceAround(comparison, reading).simplified());
    return row.end();
}

} // namespace

std::optional<QByteArray> csvReport(const Comparison &comparison, const ReportOptions &options, Progress &progress)
{
    const ReportSelection selection = selectForReport(comparison, options);
    const int total = static_cast<int>(selection.divergences.size());
    Row head;
    for (const char *name : Columns)
        head.text(QLatin1StringView(name).toString());
    QByteArray table = "\xef\xbb\xbf" + head.end();
    for (int i = 0; i < total; ++i) {
        if (i % RowsPerStep == 0 && !progress.step(Stage::Export, i, total))
            return std::nullopt;
        const int number = selection.divergences[static_cast<size_t>(i)];
        for (const Reading &reading : comparison.divergences[static_cast<size_t>(number)].readings)
            table += rowOf(comparison, number, reading);
    }
    if (!progress.step(Stage::Export, total, total))
        return std::nullopt;
    return table;
}

} // namespace parallax
