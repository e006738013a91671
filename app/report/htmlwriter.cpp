// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The page holds what the PDF holds, arranged for a screen: the coverage map stands upright, a row an event, so that
//! it is the table of contents too and twelve articles need no sideways scrolling.
//!
//! Tested by tst_htmlwriter.cpp.

#include "report/htmlwriter.h"

#include "report/htmltext.h"
#include "report/markstyle.h"
#include "report/wording.h"

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MostColumns = 12; // articles that get a column each in a table; more are listed by number
constexpr int DarkestCell = 4;     // divergences from which on the map grows no darker

QString shown(const char *text)
{
    return escaped(say(text));
}

/// An element that holds text of an article: with its own direction.
QString foreign(const QString &text)
{
    return u"<bdi>"_s + escaped(text) + u"</bdi>"_s;
}

QString disc(int group)
{
    return u"<span class=\"d d%1\">%2</span>"_s.arg(QString::number(std::min(group, 4)), groupLetter(group));
}

QString headCell(const QString &html, const QString &attributes = {})
{
    return u"<th scope=\"col\""_s + attributes + u'>' + html + u"</th>"_s;
}

QString rowHead(const QString &html)
{
    return u"<th scope=\"row\">"_s + html + u"</th>"_s;
}

class Page
{
public:
    explicit Page(const Report &report)
        : m_report(report)
    {
    }

    std::optional<QByteArray> make(Progress &progress)
    {
        putHead();
        putArticles();
        putKey();
        putCoverage();
        putSharing();
        put(u"<section aria-labelledby=\"events\">\n<h2 id=\"events\">%1</h2>\n"_s.arg(
            shown(QT_TRANSLATE_NOOP("parallax", "Events"))));
        const int count = static_cast<int>(m_report.events.size());
        for (int i = 0; i < count; ++i) {
            if (!progress.step(Stage::Export, i, count))
                return std::nullopt;
            putEvent(m_report.events[static_cast<size_t>(i)]);
        }
        put(u"</section>\n"_s);
        putSoleTellings();
        putAppendix();
        if (!progress.step(Stage::Export, count, count))
            return std::nullopt;
        return m_html.toUtf8();
    }

private:
    void put(const QString &html) { m_html += html; }
    const ReportArticle &article(int index) const { return m_report.articles[static_cast<size_t>(index)]; }

    /// Number and name.
    QString nameOf(int index) const
    {
        return u"<span class=\"a a%2\">%1</span>"_s.arg(articleNumber(index)).arg(index % AccentCount) +
               foreign(article(index).name);
    }
    QString badgeOf(int index) const
    {
        return u"<abbr class=\"a a%3\" title=\"%2\">%1</abbr>"_s.arg(articleNumber(index), escaped(article(index).name),
                                                                     QString::number(index % AccentCount));
    }
    QString eventLink(const ReportEvent &event) const
    {
        return u"<a href=\"#event-%1\"><span class=\"no\">%1</span> %2</a>"_s.arg(QString::number(event.number),
                                                                                  foreign(event.label));
    }
    void beginSection(const QString &id, const QString &title)
    {
        put(u"<section aria-labelledby=\"%1\">\n<h2 id=\"%1\">%2</h2>\n"_s.arg(id, title));
    }
    void beginWide(const QString &title)
    {
        put(u"<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%1\">\n"_s.arg(title));
    }

    void putHead()
    {
        put(u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
            "img-src data:\">\n<meta name=\"generator\" content=\"%2\">\n<title>%3</title>\n<style>\n"_s.arg(
                tongueCode(), escaped(m_report.generator), escaped(m_report.title)));
        put(htmlStyle());
        put(u"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#events\">%1</a>\n<header>\n<h1 dir=\"auto\">%2</h1>\n"_s
                .arg(shown(QT_TRANSLATE_NOOP("parallax", "Skip to the events")), escaped(m_report.title)));
        put(u"<p>%1</p>\n"_s.arg(escaped(m_report.summary)));
        if (!m_report.selection.isEmpty())
            put(u"<p><strong>%1</strong></p>\n"_s.arg(escaped(m_report.selection)));
        put(u"<p class=\"muted\">%1</p>\n"_s.arg(
            escaped(say(QT_TRANSLATE_NOOP("parallax", "Parallax diff report, made %1")).arg(m_report.made))));
        put(u"</header>\n<nav aria-label=\"%1\"><ul>\n"_s.arg(shown(QT_TRANSLATE_NOOP("parallax", "Contents"))));
        const auto entry = [this](const char *id, const char *title) {
            put(u"<li><a href=\"#%1\">%2</a></li>\n"_s.arg(QLatin1StringView(id), shown(title)));
        };
        entry("articles", QT_TRANSLATE_NOOP("parallax", "Articles"));
        if (!m_report.key.empty())
            entry("key", QT_TRANSLATE_NOOP("parallax", "Key divergences"));
        entry("coverage", QT_TRANSLATE_NOOP("parallax", "Coverage map"));
        if (m_report.sharing.articleCount() > 1)
            entry("shared", QT_TRANSLATE_NOOP("parallax", "Shared text and events"));
        entry("events", QT_TRANSLATE_NOOP("parallax", "Events"));
        if (!m_report.soleTellings.empty())
            entry("only", QT_TRANSLATE_NOOP("parallax", "Told by one article only"));
        entry("kinds", QT_TRANSLATE_NOOP("parallax", "Kinds of divergence"));
        put(u"</ul></nav>\n<main>\n"_s);
    }

    void putArticles()
    {
        const QString title = shown(QT_TRANSLATE_NOOP("parallax", "Articles"));
        beginSection(u"articles"_s, title);
        beginWide(title);
        put(u"<table class=\"full\">\n<thead><tr>"_s +
            headCell(shown(QT_TRANSLATE_NOOP("parallax", "Outlet and file"))) +
            headCell(shown(QT_TRANSLATE_NOOP("parallax", "Headline or opening words"))) +
            headCell(shown(QT_TRANSLATE_NOOP("parallax", "Published"))));
        const QString number = u" class=\"num\""_s;
        put(headCell(shown(QT_TRANSLATE_NOOP("parallax", "Words")), number) +
            headCell(shown(QT_TRANSLATE_NOOP("parallax", "Passages")), number) +
            headCell(shown(QT_TRANSLATE_NOOP("parallax", "Only here")), number) + u"</tr></thead>\n<tbody>\n"_s);
        for (int i = 0; i < static_cast<int>(m_report.articles.size()); ++i) {
            const ReportArticle &from = article(i);
            const QString day =
                from.published.isEmpty() ? shown(QT_TRANSLATE_NOOP("parallax", "not given")) : escaped(from.published);
            put(u"<tr>"_s + rowHead(nameOf(i) + u"<br><span class=\"muted\">"_s + foreign(from.file) + u" · "_s +
                                    escaped(from.encoding) + u"</span>"_s));
            put(u"<td dir=\"auto\"%1>%2</td><td>%3</td><td class=\"num\">%4</td><td class=\"num\">%5</td>"
                "<td class=\"num\">%6</td></tr>\n"_s.arg(languageOf(i), escaped(from.title), day,
                                                         QString::number(from.words), QString::number(from.passages),
                                                         QString::number(from.onlyHere)));
        }
        put(u"</tbody></table>\n</div>\n</section>\n"_s);
    }

    QString languageOf(int index) const
    {
        const QString &code = article(index).language;
        const bool isPlain =
            std::ranges::all_of(code, [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-'); });
        return code.isEmpty() || !isPlain ? QString() : u" lang=\"%1\""_s.arg(code);
    }

    QString readingList(const std::vector<LetteredReading> &readings) const
    {
        QString html;
        for (const LetteredReading &reading : readings) {
            html += u"<span class=\"r\">%1%2 <span class=\"muted\">(%3)</span></span> "_s.arg(
                disc(reading.group), foreign(reading.text), escaped(reading.who));
        }
        return html;
    }

    QString whatCell(const ReportRow &row) const { return rowHead(badgeHtml(row.kind, -1) + u' ' + foreign(row.what)); }

    /// The weightiest divergences: a row each, a column an article with the letters of its readings.
    void putKey()
    {
        if (m_report.key.empty())
            return;
        const QString title = shown(QT_TRANSLATE_NOOP("parallax", "Key divergences"));
        const bool hasColumns = m_report.articles.size() <= MostColumns;
        beginSection(u"key"_s, title);
        beginWide(title);
        put(u"<table class=\"full\">\n<thead><tr>"_s + headCell(shown(QT_TRANSLATE_NOOP("parallax", "What differs"))) +
            headCell(shown(QT_TRANSLATE_NOOP("parallax", "Event"))));
        for (int i = 0; hasColumns && i < static_cast<int>(m_report.articles.size()); ++i)
            put(headCell(badgeOf(i)));
        put(headCell(shown(QT_TRANSLATE_NOOP("parallax", "Readings (articles)"))) + u"</tr></thead>\n<tbody>\n"_s);
        for (const ReportRow &row : m_report.key) {
            put(u"<tr>"_s + whatCell(row) + u"<td>"_s + eventLink(m_report.events[static_cast<size_t>(row.event)]) +
                u"</td>"_s);
            for (int i = 0; hasColumns && i < static_cast<int>(m_report.articles.size()); ++i) {
                QString letters;
                for (const LetteredReading &reading : row.readings) {
                    if (std::ranges::contains(reading.articles, i))
                        letters += disc(reading.group);
                }
                put(u"<td>"_s + (letters.isEmpty() ? u"–"_s : letters) + u"</td>"_s);
            }
            put(u"<td>"_s + readingList(row.readings) + u"</td></tr>\n"_s);
        }
        put(u"</tbody></table>\n</div>\n"_s);
        if (!m_report.keyNote.isEmpty())
            put(u"<p class=\"muted\">%1</p>\n"_s.arg(escaped(m_report.keyNote)));
        put(u"</section>\n"_s);
    }

    void putCoverage()
    {
        const QString title = shown(QT_TRANSLATE_NOOP("parallax", "Coverage map"));
        beginSection(u"coverage"_s, title);
        beginWide(title);
        put(u"<table class=\"map\">\n<caption>%1</caption>\n<thead><tr>"_s.arg(shown(QT_TRANSLATE_NOOP(
                "parallax", "A cell holds the divergences in which the article takes part; an empty one says that it "
                            "is silent on the event."))) +
            headCell(shown(QT_TRANSLATE_NOOP("parallax", "Event")), u" style=\"text-align:start\""_s));
        for (int i = 0; i < static_cast<int>(m_report.articles.size()); ++i)
            put(headCell(badgeOf(i)));
        put(u"</tr></thead>\n<tbody>\n"_s);
        const QString silent = shown(QT_TRANSLATE_NOOP("parallax", "silent"));
        for (size_t event = 0; event < m_report.events.size(); ++event) {
            put(u"<tr>"_s + rowHead(eventLink(m_report.events[event])));
            for (const auto &row : m_report.coverage) {
                const std::optional<int> count = row[event];
                put(count ? u"<td class=\"h%1\">%2</td>"_s.arg(std::min(*count, DarkestCell)).arg(*count)
                          : u"<td class=\"silent\" aria-label=\"%1\"></td>"_s.arg(silent));
            }
            put(u"</tr>\n"_s);
        }
        put(u"</tbody></table>\n</div>\n</section>\n"_s);
    }

    void putSharing()
    {
        const int count = m_report.sharing.articleCount();
        if (count < 2)
            return;
        const QString title = shown(QT_TRANSLATE_NOOP("parallax", "Shared text and events"));
        beginSection(u"shared"_s, title);
        beginWide(title);
        put(u"<table class=\"map\">\n<caption>%1</caption>\n<thead><tr>"_s.arg(escaped(m_report.sharingNote)) +
            headCell(shown(QT_TRANSLATE_NOOP("parallax", "Article")), u" style=\"text-align:start\""_s));
        for (int i = 0; i < count; ++i)
            put(headCell(badgeOf(i)));
        put(u"</tr></thead>\n<tbody>\n"_s);
        for (int i = 0; i < count; ++i) {
            put(u"<tr>"_s + rowHead(nameOf(i)));
            for (int k = 0; k < count; ++k) {
                if (i == k) {
                    put(u"<td>–</td>"_s);
                    continue;
                }
                const double share = m_report.sharing.sharedShare(i, k);
                put(u"<td class=\"h%1\">%2<br>%3</td>"_s.arg(QString::number(shareStep(share)), percentText(share),
                                                             QString::number(m_report.sharing.events(i, k))));
            }
            put(u"</tr>\n"_s);
        }
        put(u"</tbody></table>\n</div>\n</section>\n"_s);
    }

    void putEvent(const ReportEvent &event)
    {
        const QString id = QString::number(event.number);
        put(u"<article class=\"event\" aria-labelledby=\"event-%1\">\n<h3 id=\"event-%1\">"
            "<span class=\"no\">%1</span> %2</h3>\n"_s.arg(id, foreign(event.label)));
        for (const QString &line : {event.told, event.silent, event.evidence}) {
            if (!line.isEmpty())
                put(u"<p class=\"told\" dir=\"auto\">%1</p>\n"_s.arg(escaped(line)));
        }
        if (!event.rows.empty())
            putReadings(event);
        put(u"<h4>%1</h4>\n<div class=\"tellings\">\n"_s.arg(shown(QT_TRANSLATE_NOOP("parallax", "Passages"))));
        for (const ReportTelling &telling : event.tellings)
            putTelling(telling.article, telling.passages, 5);
        put(u"</div>\n</article>\n"_s);
    }

    void putReadings(const ReportEvent &event)
    {
        const QString title = shown(QT_TRANSLATE_NOOP("parallax", "Readings"));
        const bool hasColumns = event.tellings.size() <= MostColumns;
        put(u"<h4>%1</h4>\n"_s.arg(title));
        beginWide(title);
        put(u"<table class=\"full\">\n<thead><tr>"_s + headCell(shown(QT_TRANSLATE_NOOP("parallax", "What differs"))));
        if (hasColumns) {
            for (const ReportTelling &telling : event.tellings)
                put(headCell(nameOf(telling.article)));
        } else {
            put(headCell(shown(QT_TRANSLATE_NOOP("parallax", "Readings (articles)"))));
        }
        put(u"</tr></thead>\n<tbody>\n"_s);
        for (const ReportRow &row : event.rows) {
            put(u"<tr>"_s + whatCell(row));
            for (size_t i = 0; hasColumns && i < row.cells.size(); ++i) {
                QStringList entries;
                for (const ReportCell::Entry &entry : row.cells[i].entries)
                    entries.append(disc(entry.group) + foreign(entry.text));
                if (!row.cells[i].day.isEmpty())
                    entries.append(u"<span class=\"muted\">%1</span>"_s.arg(escaped(row.cells[i].day)));
                put(u"<td>"_s + (entries.isEmpty() ? u"–"_s : entries.join(u"<br>"_s)) + u"</td>"_s);
            }
            put(hasColumns ? u"</tr>\n"_s : u"<td>"_s + readingList(row.readings) + u"</td></tr>\n"_s);
        }
        put(u"</tbody></table>\n</div>\n"_s);
    }

    void putTelling(int index, const std::vector<ReportPassage> &passages, int level)
    {
        const ReportArticle &from = article(index);
        put(u"<section>\n<h%1>%2</h%1>\n"_s.arg(QString::number(level), nameOf(index)));
        if (!from.published.isEmpty())
            put(u"<p class=\"muted\">%1</p>\n"_s.arg(escaped(from.published)));
        for (const ReportPassage &passage : passages) {
            const QString role = passage.role.isEmpty() ? QString() : u' ' + escaped(passage.role.toLower());
            put(u"<p class=\"text\" dir=\"auto\"%1><span class=\"n\">¶ %2%3</span>%4</p>\n"_s.arg(
                languageOf(index), QString::number(passage.number), role, markedHtml(passage.text)));
        }
        put(u"</section>\n"_s);
    }

    void putSoleTellings()
    {
        if (m_report.soleTellings.empty())
            return;
        beginSection(u"only"_s, shown(QT_TRANSLATE_NOOP("parallax", "Told by one article only")));
        put(u"<div class=\"tellings\">\n"_s);
        for (const ReportSoleTelling &telling : m_report.soleTellings)
            putTelling(telling.article, telling.passages, 3);
        put(u"</div>\n</section>\n"_s);
    }

    void putSentences(const QString &id, const QString &title, const std::vector<QString> &sentences)
    {
        if (sentences.empty())
            return;
        beginSection(id, title);
        for (const QString &sentence : sentences)
            put(u"<p dir=\"auto\">%1</p>\n"_s.arg(escaped(sentence)));
        put(u"</section>\n"_s);
    }

    void putAppendix()
    {
        putSentences(u"apart"_s, shown(QT_TRANSLATE_NOOP("parallax", "Articles of another event")), m_report.apart);
        putSentences(u"skipped"_s, shown(QT_TRANSLATE_NOOP("parallax", "Files left out")), m_report.skipped);
        putSentences(u"simplified"_s, shown(QT_TRANSLATE_NOOP("parallax", "Simplified because of the story's size")),
                     m_report.fallbacks);
        beginSection(u"kinds"_s, shown(QT_TRANSLATE_NOOP("parallax", "Kinds of divergence")));
        put(u"<dl class=\"kinds\">\n"_s);
        for (int i = 0; i < DivergenceKindCount; ++i) {
            const auto kind = static_cast<DivergenceKind>(i);
            put(u"<dt>%1 <span class=\"m m%2\">%3</span></dt><dd>%4</dd>\n"_s.arg(
                badgeHtml(kind, -1), QString(kindClass(kind)), escaped(kindName(kind)), escaped(kindMeaning(kind))));
        }
        put(u"</dl>\n<p class=\"muted\">%1%2 %3%4 %5</p>\n</section>\n"_s.arg(
            disc(0), shown(QT_TRANSLATE_NOOP("parallax", "readings that share a letter agree")), disc(1) + disc(2),
            shown(QT_TRANSLATE_NOOP("parallax", "other readings")),
            shown(QT_TRANSLATE_NOOP("parallax", "– the article is silent"))));
        putSentences(u"method"_s, shown(QT_TRANSLATE_NOOP("parallax", "How this report was made, and its limits")),
                     m_report.method);
        put(u"</main>\n<footer><p class=\"muted\">%1</p></footer>\n</body>\n</html>\n"_s.arg(
            escaped(say(QT_TRANSLATE_NOOP("parallax", "Made by %1 on %2 from the folder “%3”."))
                        .arg(m_report.generator, m_report.made, m_report.folder))));
    }

    const Report &m_report;
    QString m_html;
};

} // namespace

std::optional<QByteArray> htmlReport(const Report &report, Progress &progress)
{
    return Page(report).make(progress);
}

} // namespace parallax
