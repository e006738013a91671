// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Writes the JSON report by hand rather than through QJsonObject, for three reasons: the keys stand in the order of
//! the schema (QJsonObject sorts them), each item stands on a line of its own (so that two reports can be compared
//! with `diff`), and the hundred thousand links of a big story cost one string append each.
//!
//! Spans change their unit here and nowhere else. In "😀 87 dead" the figure starts at UTF-16 unit 3 and at code
//! point 2; a consumer in Python or Rust counts the latter. Writing the UTF-16 number would be wrong only after the
//! first emoji or rare Han character, the kind of error that nobody finds.
//!
//! Tested by tst_jsonwriter.cpp.

#include "report/jsonwriter.h"

#include "report/jsontext.h"
#include "report/readingdays.h"
#include "report/schemawords.h"
#include "report/wording.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <type_traits>
#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int ItemsPerStep = 512; // how often progress is asked

qsizetype codePoints(QStringView text)
{
    qsizetype count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i].isLowSurrogate() && text[i - 1].isHighSurrogate())
            --count;
    }
    return count;
}

/// Article files are relative already; a file that was opened by its absolute path keeps its name only.
QString relativeFile(const QString &file)
{
    return QDir::isAbsolutePath(file) ? QFileInfo(file).fileName() : file;
}

/// System messages name the file in full; the reader of a report must not learn whose machine it was made on.
QString withoutFolder(QString detail, const QString &folder)
{
    if (folder.isEmpty())
        return detail;
    const QString base = QDir::cleanPath(folder);
    return detail.replace(base + u'/', QString()).replace(base, QDir(base).dirName());
}

/// Writes one part of the report after the other into `json`.
class Writer
{
public:
    Writer(const Comparison &comparison, const ReportOptions &options, Progress &progress)
        : m_comparison(comparison)
        , m_options(options)
        , m_selection(selectForReport(comparison, options))
        , m_progress(progress)
    {
        const Alignment &alignment = comparison.alignment;
        m_total = static_cast<int>(comparison.story.articles.size() + alignment.events.size() + alignment.links.size() +
                                   comparison.divergences.size());
    }

    std::optional<QByteArray> write()
    {
        m_json.beginObject();
        writeHead();
        writeOptions(m_options);
        writeList("articles", m_comparison.story.articles, &Writer::writeArticle);
        writeList("skipped", m_comparison.story.skipped, &Writer::writeSkipped);
        const Alignment &alignment = m_comparison.alignment;
        writeList("events", alignment.events, &Writer::writeEvent,
                  [this](int id, const Event &) { return m_selection.holdsEvent(id); });
        writeList("single_source", alignment.singleSource, &Writer::writeSingleSource,
                  [this](int, PassageRef) { return m_selection.hasSoleTellings; });
        writeLinks();
        writeList("divergences", m_comparison.divergences, &Writer::writeDivergence,
                  [this](int id, const Divergence &) { return m_selection.holdsDivergence(id); });
        writeList("fallbacks", m_comparison.fallbacks, &Writer::writeFallback);
        if (!alignment.apart.empty())
            writeList("apart", alignment.apart, &Writer::writeArticleNumbers);
        if (m_stopped || !m_progress.step(Stage::Export, m_total, m_total))
            return std::nullopt;
        m_json.endLines();
        m_json.endObject();
        return m_json.take() + '\n';
    }

private:
    template <typename Item>
    void writeList(const char *name, const std::vector<Item> &items,
                   void (Writer::*writeItem)(int id, const Item &item),
                   const std::function<bool(int id, const std::type_identity_t<Item> &item)> &isWanted = {})
    {
        beginLine(name);
        m_json.beginArray();
        for (size_t i = 0; i < items.size() && !m_stopped; ++i) {
            const int id = static_cast<int>(i);
            if (!isWanted || isWanted(id, items[i])) {
                m_json.breakLine();
                (this->*writeItem)(id, items[i]);
            }
            advance();
        }
        m_json.endArray();
    }

    /// Links of the events that are left; all of them, unasked, where nothing is left out.
    void writeLinks()
    {
        const Alignment &alignment = m_comparison.alignment;
        if (m_selection.events.size() == alignment.events.size()) {
            writeList("links", alignment.links, &Writer::writeLink);
            return;
        }
        std::vector<std::pair<PassageRef, int>> events; // of each passage, those that are left
        for (const int event : m_selection.events) {
            for (const EventMember &member : alignment.events[static_cast<size_t>(event)].members)
                events.emplace_back(member.passage, event);
        }
        std::ranges::sort(events);
        const auto isTold = [&events](PassageRef passage, int event) {
            return std::ranges::binary_search(events, std::pair(passage, event));
        };
        writeList("links", alignment.links, &Writer::writeLink, [&](int, const Link &link) {
            const auto ofA = std::ranges::equal_range(events, link.a, {}, &std::pair<PassageRef, int>::first);
            return std::ranges::any_of(ofA, [&](const auto &entry) { return isTold(link.b, entry.second); });
        });
    }

    void advance()
    {
        m_done = std::min(m_done + 1, m_total);
        if (m_done % ItemsPerStep == 0)
            m_stopped = !m_progress.step(Stage::Export, m_done, m_total);
    }

    void beginLine(const char *name)
    {
        m_json.breakLine();
        m_json.key(name);
    }
    void writeString(const char *name, const QString &value)
    {
        m_json.key(name);
        m_json.string(value);
    }
    void writeKnown(const char *name, const QString &value)
    {
        m_json.key(name);
        m_json.stringOrNull(value);
    }
    void writeNumber(const char *name, qint64 value)
    {
        m_json.key(name);
        m_json.number(value);
    }
    void writeScore(const char *name, double value)
    {
        m_json.key(name);
        m_json.score(value);
    }
    void writeRef(PassageRef ref)
    {
        writeNumber("article", ref.article);
        writeNumber("passage", ref.passage + 1);
    }

    void writeHead()
    {
        const Story &story = m_comparison.story;
        beginLine("schema");
        m_json.string(u"parallax-report/1");
        beginLine("generator");
        m_json.string(u"Parallax " PARALLAX_VERSION);
        beginLine("story");
        m_json.beginObject();
        writeString("title", story.title);
        writeString("folder", story.folder.isEmpty() ? QString() : QDir(QDir::cleanPath(story.folder)).dirName());
        if (!story.split.empty()) {
            m_json.key("split");
            m_json.beginArray();
            for (const SplitFile &split : story.split) {
                m_json.beginObject();
                writeString("file", relativeFile(split.file));
                writeNumber("articles", split.articles);
                m_json.endObject();
            }
            m_json.endArray();
        }
        m_json.endObject();
        beginLine("sureness");
        m_json.string(surenessWord(m_comparison.sureness));
    }

    /// What was asked for, where that leaves anything out: a consumer must not take a part for the whole.
    void writeOptions(const ReportOptions &options)
    {
        if (!options.isDivergencesOnly && options.kinds.empty() && options.events.empty())
            return;
        beginLine("selection");
        m_json.beginObject();
        m_json.key("only");
        options.isDivergencesOnly ? m_json.string(u"divergences") : m_json.null();
        m_json.key("kinds");
        m_json.beginArray();
        for (const DivergenceKind kind : options.kinds)
            m_json.string(kindWord(kind));
        m_json.endArray();
        m_json.key("events");
        m_json.beginArray();
        for (const int event : options.events)
            m_json.number(event);
        m_json.endArray();
        m_json.endObject();
    }

    void writeArticle(int id, const Article &article)
    {
        m_json.beginObject();
        writeNumber("id", id);
        writeString("file", relativeFile(article.file));
        if (article.part > 0)
            writeNumber("part", article.part);
        writeString("title", article.title);
        writeKnown("outlet", article.outlet);
        writeKnown("published", article.published ? article.published->toString(Qt::ISODate) : QString());
        writeString("encoding", article.encoding.name);
        writeKnown("language", article.language);
        m_json.key("passages");
        m_json.beginArray();
        for (size_t i = 0; i < article.passages.size(); ++i) {
            m_json.breakLine();
            m_json.beginObject();
            writeNumber("index", static_cast<qint64>(i) + 1);
            writeString("role", roleWord(article.passages[i].role));
            writeString("text", article.passages[i].text);
            m_json.endObject();
        }
        m_json.endArray();
        m_json.endObject();
    }

    void writeSkipped(int, const SkippedFile &skipped)
    {
        m_json.beginObject();
        writeString("file", relativeFile(skipped.file));
        writeString("reason", reasonWord(skipped.reason));
        writeString("detail", withoutFolder(skipped.detail, m_comparison.story.folder));
        m_json.endObject();
    }

    void writeEvent(int id, const Event &event)
    {
        m_json.beginObject();
        writeNumber("id", id);
        writeString("label", event.label);
        m_json.key("passages");
        m_json.beginArray();
        for (const EventMember &member : event.members) {
            m_json.beginObject();
            writeRef(member.passage);
            writeScore("score", member.score);
            m_json.endObject();
        }
        m_json.endArray();
        m_json.key("evidence");
        m_json.beginArray();
        for (const Evidence &evidence : event.evidence)
            m_json.string(evidenceText({evidence}, Tongue::English));
        m_json.endArray();
        m_json.endObject();
    }

    void writeSingleSource(int, const PassageRef &ref)
    {
        m_json.beginObject();
        writeRef(ref);
        m_json.endObject();
    }

    void writeLink(int, const Link &link)
    {
        m_json.beginObject();
        m_json.key("a");
        m_json.beginObject();
        writeRef(link.a);
        m_json.endObject();
        m_json.key("b");
        m_json.beginObject();
        writeRef(link.b);
        m_json.endObject();
        writeScore("score", link.score);
        m_json.endObject();
    }

    void writeDivergence(int id, const Divergence &divergence)
    {
        m_json.beginObject();
        writeNumber("id", id);
        writeNumber("event", divergence.event);
        writeString("kind", kindWord(divergence.kind));
        writeString("what", whatDiffers(divergence, Tongue::English));
        writeScore("weight", divergence.weight);
        m_json.key("readings");
        m_json.beginArray();
        const ReadingDays days(m_comparison.story, divergence);
        for (const Reading &reading : divergence.readings) {
            m_json.breakLine();
            writeReading(reading, days);
        }
        m_json.endArray();
        m_json.endObject();
    }

    void writeReading(const Reading &reading, const ReadingDays &days)
    {
        const QStringView text = m_comparison.story.passage(reading.passage).text;
        m_json.beginObject();
        writeRef(reading.passage);
        writeNumber("start", codePoints(text.first(reading.span.start)));
        writeNumber("length", codePoints(reading.span.of(text)));
        writeString("text", reading.span.of(text).toString());
        writeValue(reading.value);
        writeString("group", groupLetter(reading.group));
        if (const auto day = days.day(reading.passage.article))
            writeString("published", day->toString(Qt::ISODate));
        m_json.endObject();
    }

    void writeValue(const ReadingValue &value)
    {
        m_json.key("value");
        if (const auto *figure = std::get_if<FigureValue>(&value)) {
            m_json.beginObject();
            m_json.key("number");
            m_json.figure(figure->number);
            if (figure->upper) {
                m_json.key("upper");
                m_json.figure(*figure->upper);
            }
            writeKnown("unit", figure->unit);
            writeString("precision", precisionWord(figure->precision));
            m_json.endObject();
        } else if (const auto *text = std::get_if<QString>(&value)) {
            m_json.stringOrNull(*text);
        } else {
            m_json.null();
        }
    }

    void writeArticleNumbers(int, const std::vector<int> &articles)
    {
        m_json.beginArray();
        for (const int article : articles)
            m_json.number(article);
        m_json.endArray();
    }

    void writeFallback(int, const QString &fallback) { m_json.string(fallback); }

    const Comparison &m_comparison;
    const ReportOptions &m_options;
    const ReportSelection m_selection;
    Progress &m_progress;
    JsonText m_json;
    int m_done = 0;
    int m_total = 0;
    bool m_stopped = false;
};

} // namespace

QByteArray jsonReport(const Comparison &comparison)
{
    NoProgress progress;
    return jsonReport(comparison, {}, progress).value_or(QByteArray());
}

std::optional<QByteArray> jsonReport(const Comparison &comparison, const ReportOptions &options, Progress &progress)
{
    return Writer(comparison, options, progress).write();
}

} // namespace parallax
