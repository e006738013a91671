// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Walks the comparison once and says it. Nothing here knows about paper: how many columns fit and where a page ends
//! is the writer's business.
//!
//! The one thing with an algorithm is the marks of a passage. Take "It will be Moscow’s eighth veto": `eighth veto` is
//! a figure (weight .8) and `veto` a wording (.3). The figure underlines both words; the wording, drawn the same way,
//! would put a second line through the first. So it keeps its badge only: "eighth veto [F B][W]". Heaviest first, each
//! mark takes what is left of its words. The badge stays at the end of its own words: where the line went does not
//! change what is marked.
//!
//! Tested by tst_report.cpp.

#include "report/report.h"

#include "report/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <ranges>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double TintedWeight = 0.3; // below it a mark has its line only: a page of tints would tell nothing

/// "1 article", "5 articles": `one` and `several` marked with QT_TRANSLATE_NOOP, the latter with %n.
QString counted(size_t count, const char *one, const char *several)
{
    if (count == 1)
        return say(one);
    return QCoreApplication::translate("parallax", several, nullptr, static_cast<int>(count));
}

QString articlesCounted(size_t count)
{
    return counted(count, QT_TRANSLATE_NOOP("parallax", "1 article"), QT_TRANSLATE_NOOP("parallax", "%n articles"));
}

QString passagesCounted(size_t count)
{
    return counted(count, QT_TRANSLATE_NOOP("parallax", "1 passage"), QT_TRANSLATE_NOOP("parallax", "%n passages"));
}

QString divergencesCounted(size_t count)
{
    return counted(count, QT_TRANSLATE_NOOP("parallax", "1 divergence"),
                   QT_TRANSLATE_NOOP("parallax", "%n divergences"));
}

QString joined(const QStringList &parts)
{
    return parts.join(u" · "_s);
}

QString sentenceCase(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

/// What stays of `span` when `taken` (disjoint, any order) is cut away from it: its longest free piece, so that a mark
/// has one line.
TextSpan freePart(TextSpan span, std::vector<TextSpan> taken)
{
    std::ranges::sort(taken);
    TextSpan best;
    int from = span.start;
    const auto offer = [&](int to) {
        if (to - from > best.length)
            best = TextSpan::between(from, to);
    };
    for (const TextSpan &other : taken) {
        if (!other.overlaps(span))
            continue;
        offer(std::min(other.start, span.end()));
        from = std::max(from, other.end());
    }
    offer(span.end());
    return best;
}

/// Cuts spaces off both ends: a line under a space looks like a slip.
TextSpan withoutSpaces(TextSpan span, QStringView text)
{
    while (span.length > 0 && text[span.start].isSpace())
        span = TextSpan::between(span.start + 1, span.end());
    while (span.length > 0 && text[span.end() - 1].isSpace())
        --span.length;
    return span;
}

class ReportBuilder
{
public:
    ReportBuilder(const Comparison &comparison, const ReportOptions &options)
        : m_comparison(comparison)
        , m_options(options)
    {
    }

    Report build()
    {
        groupByEvent();
        describeStory();
        describeArticles();
        for (size_t i = 0; i < m_comparison.alignment.events.size(); ++i)
            m_report.events.push_back(eventOf(static_cast<int>(i)));
        chooseKey();
        mapCoverage();
        collectSoleTellings();
        describeMaking();
        return std::move(m_report);
    }

private:
    const Story &story() const { return m_comparison.story; }
    const Article &article(int index) const { return story().articles[static_cast<size_t>(index)]; }
    const Divergence &divergence(int index) const { return m_comparison.divergences[static_cast<size_t>(index)]; }

    void groupByEvent()
    {
        m_divergences.resize(m_comparison.alignment.events.size());
        for (size_t i = 0; i < m_comparison.divergences.size(); ++i)
            m_divergences[static_cast<size_t>(m_comparison.divergences[i].event)].push_back(static_cast<int>(i));
    }

    void describeStory()
    {
        const Alignment &alignment = m_comparison.alignment;
        m_report.title = story().title;
        m_report.folder = story().folder.isEmpty() ? QString() : QDir(QDir::cleanPath(story().folder)).dirName();
        m_report.generator = QStringLiteral("Parallax " PARALLAX_VERSION);
        m_report.time = m_options.time.isValid() ? m_options.time : timeOfMaking();
        m_report.made = QLocale().toString(m_report.time, say(QT_TRANSLATE_NOOP("parallax", "d MMMM yyyy, HH:mm")));
        m_report.summary = joined(
            {articlesCounted(story().articles.size()),
             counted(alignment.events.size(), QT_TRANSLATE_NOOP("parallax", "1 event"),
                     QT_TRANSLATE_NOOP("parallax", "%n events")),
             divergencesCounted(m_comparison.divergences.size()),
             counted(alignment.singleSource.size(), QT_TRANSLATE_NOOP("parallax", "1 passage told by one article only"),
                     QT_TRANSLATE_NOOP("parallax", "%n passages told by one article only"))});
    }

    void describeArticles()
    {
        for (size_t i = 0; i < story().articles.size(); ++i) {
            const Article &from = story().articles[i];
            ReportArticle to;
            to.file = QFileInfo(from.file).fileName();
            to.outlet = from.outlet;
            to.name = from.outlet.isEmpty() ? QFileInfo(from.file).completeBaseName() : from.outlet;
            to.title = from.title;
            if (from.published)
                to.published = QLocale().toString(*from.published, say(QT_TRANSLATE_NOOP("parallax", "d MMM yyyy")));
            to.encoding = encodingText(from.encoding);
            to.passages = static_cast<int>(
                std::ranges::count_if(from.passages, [](const Passage &passage) { return isTold(passage.role); }));
            for (const PassageLanguage &passage : m_comparison.language[i].passages)
                to.words += static_cast<int>(passage.words.size());
            to.onlyHere = static_cast<int>(
                std::ranges::count(m_comparison.alignment.singleSource, static_cast<int>(i), &PassageRef::article));
            m_report.articles.push_back(std::move(to));
        }
    }

    ReportEvent eventOf(int index) const
    {
        const Event &from = m_comparison.alignment.events[static_cast<size_t>(index)];
        ReportEvent to;
        to.label = sentenceCase(from.label);
        for (const EventMember &member : from.members) {
            const PassageRef ref = member.passage;
            if (to.tellings.empty() || to.tellings.back().article != ref.article)
                to.tellings.push_back({ref.article, {}});
            to.tellings.back().passages.push_back(passageOf(ref, markedPassage(m_comparison, index, ref)));
        }
        for (const int number : m_divergences[static_cast<size_t>(index)])
            to.rows.push_back(rowOf(number, to.tellings));
        std::ranges::stable_sort(to.rows, std::ranges::greater(),
                                 [this](const ReportRow &row) { return divergence(row.divergence).weight; });
        describeTelling(to, from);
        return to;
    }

    ReportPassage passageOf(PassageRef ref, MarkedText text) const
    {
        const Role role = story().passage(ref).role;
        return {ref.passage + 1, role == Role::Body ? QString() : roleName(role), std::move(text)};
    }

    void describeTelling(ReportEvent &to, const Event &from) const
    {
        const size_t tellers = to.tellings.size();
        const size_t all = story().articles.size();
        const QString who =
            tellers == all
                ? say(QT_TRANSLATE_NOOP("parallax", "Told by all %1")).arg(articlesCounted(all))
                : say(QT_TRANSLATE_NOOP("parallax", "Told by %1 of %2")).arg(tellers).arg(articlesCounted(all));
        to.told = joined({say(QT_TRANSLATE_NOOP("parallax", "%1 in %2")).arg(who, passagesCounted(from.members.size())),
                          divergencesCounted(to.rows.size())});
        if (!from.evidence.empty())
            to.evidence = say(QT_TRANSLATE_NOOP("parallax", "Linked by %1")).arg(evidenceText(from.evidence));
        QStringList silent;
        for (int i = 0; i < static_cast<int>(all); ++i) {
            if (!std::ranges::contains(to.tellings, i, &ReportTelling::article))
                silent.append(QString::number(i + 1) + u'\u00a0' + m_report.articles[static_cast<size_t>(i)].name);
        }
        if (!silent.isEmpty())
            to.silent = say(QT_TRANSLATE_NOOP("parallax", "Silent: %1")).arg(silent.join(u", "_s));
    }

    ReportRow rowOf(int number, const std::vector<ReportTelling> &tellings) const
    {
        const Divergence &from = divergence(number);
        ReportRow row;
        row.divergence = number;
        row.kind = from.kind;
        row.what = sentenceCase(whatDiffers(from));
        row.event = from.event;
        row.cells.resize(tellings.size());
        std::map<int, LetteredReading> letters;
        for (const Reading &reading : from.readings) {
            const QString text = reading.span.of(story().passage(reading.passage).text).toString().simplified();
            LetteredReading &letter = letters[reading.group];
            if (letter.articles.empty())
                letter = {reading.group, text, {}};
            letter.articles.push_back(reading.passage.article);
            const auto column = std::ranges::find(tellings, reading.passage.article, &ReportTelling::article);
            if (column == tellings.end())
                continue;
            auto &entries = row.cells[static_cast<size_t>(column - tellings.begin())].entries;
            const auto isSame = [&](const ReportCell::Entry &entry) {
                return entry.group == reading.group && entry.text == text;
            };
            if (std::ranges::none_of(entries, isSame))
                entries.push_back({reading.group, text});
        }
        for (LetteredReading &letter : letters | std::views::values) {
            std::ranges::sort(letter.articles);
            const auto repeated = std::ranges::unique(letter.articles);
            letter.articles.erase(repeated.begin(), repeated.end());
            row.readings.push_back(std::move(letter));
        }
        return row;
    }

    void chooseKey()
    {
        std::vector<const ReportRow *> rows;
        for (const ReportEvent &event : m_report.events) {
            for (const ReportRow &row : event.rows)
                rows.push_back(&row);
        }
        std::ranges::stable_sort(rows, std::ranges::greater(),
                                 [this](const ReportRow *row) { return divergence(row->divergence).weight; });
        const size_t all = rows.size();
        rows.resize(std::min(all, static_cast<size_t>(std::max(0, m_options.keyDivergences))));
        for (const ReportRow *row : rows)
            m_report.key.push_back(*row);
        if (rows.size() < all)
            m_report.keyNote =
                say(QT_TRANSLATE_NOOP("parallax", "The %1 weightiest of %2; all are listed under their events."))
                    .arg(rows.size())
                    .arg(all);
    }

    void mapCoverage()
    {
        m_report.coverage.assign(story().articles.size(),
                                 std::vector<std::optional<int>>(m_report.events.size(), std::nullopt));
        for (size_t event = 0; event < m_report.events.size(); ++event) {
            const ReportEvent &told = m_report.events[event];
            for (size_t column = 0; column < told.tellings.size(); ++column) {
                m_report.coverage[static_cast<size_t>(told.tellings[column].article)][event] =
                    static_cast<int>(std::ranges::count_if(
                        told.rows, [&](const ReportRow &row) { return !row.cells[column].entries.empty(); }));
            }
        }
    }

    void collectSoleTellings()
    {
        for (const PassageRef ref : m_comparison.alignment.singleSource) {
            auto &tellings = m_report.soleTellings;
            if (tellings.empty() || tellings.back().article != ref.article)
                tellings.push_back({ref.article, {}});
            tellings.back().passages.push_back(passageOf(ref, {story().passage(ref).text, {}}));
        }
    }

    void describeMaking()
    {
        for (const SkippedFile &skipped : story().skipped) {
            SkippedFile shown = skipped;
            if (!story().folder.isEmpty())
                shown.detail.replace(QDir::cleanPath(story().folder) + u'/', QString());
            m_report.skipped.push_back(skipText(shown));
        }
        m_report.fallbacks = m_comparison.fallbacks;
        m_report.method = {
            say(QT_TRANSLATE_NOOP("parallax",
                                  "Parallax read the files named above on one computer and sent nothing anywhere. It "
                                  "split each article into passages, set aside what is not told text (navigation, "
                                  "bylines, repeated headlines), and compared every sentence with those of the other "
                                  "articles. Passages that share quotations, names, figures, dates and rare words "
                                  "report a common event; within an event it looked for places where the tellings "
                                  "differ.")),
            say(QT_TRANSLATE_NOOP("parallax",
                                  "Readings with the same letter agree; A is the reading of most articles, which does "
                                  "not make it the right one. A dash says that an article is silent on the point. A "
                                  "later count may differ because more was known by then: compare the days of "
                                  "publication.")),
            say(QT_TRANSLATE_NOOP("parallax",
                                  "The comparison is made by rules and word statistics, not by a person. It misses "
                                  "divergences, above all those that take knowledge of the world to see, and it lists "
                                  "some that are none. Check every reading against the article before you rely on "
                                  "it.")),
        };
    }

    const Comparison &m_comparison;
    const ReportOptions &m_options;
    std::vector<std::vector<int>> m_divergences; ///< indexes, an event
    Report m_report;
};

} // namespace

QDateTime timeOfMaking()
{
    bool isSet = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isSet);
    return isSet ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC) : QDateTime::currentDateTime();
}

MarkedText markedPassage(const Comparison &comparison, int event, PassageRef ref)
{
    struct Candidate {
        const Divergence *divergence;
        const Reading *reading;
    };
    MarkedText marked{comparison.story.passage(ref).text, {}};
    std::vector<Candidate> candidates;
    const auto ofEvent = std::ranges::equal_range(comparison.divergences, event, {}, &Divergence::event);
    for (const Divergence &divergence : ofEvent) {
        for (const Reading &reading : divergence.readings) {
            if (reading.passage == ref)
                candidates.push_back({&divergence, &reading});
        }
    }
    std::ranges::stable_sort(candidates, std::ranges::greater(),
                             [](const Candidate &candidate) { return candidate.divergence->weight; });
    std::vector<TextSpan> taken;
    for (const auto &[divergence, reading] : candidates) {
        const TextSpan span = withoutSpaces(reading->span, marked.text);
        if (span.isEmpty())
            continue;
        const auto looksAlike = [&](const Mark &mark) {
            return mark.kind == divergence->kind && mark.group == reading->group && mark.badgeAt == span.end();
        };
        if (std::ranges::any_of(marked.marks, looksAlike))
            continue; // two divergences of one kind that end on the same words
        const Mark mark{divergence->kind, reading->group, withoutSpaces(freePart(span, taken), marked.text), span.end(),
                        divergence->weight >= TintedWeight && divergence->kind != DivergenceKind::Name};
        if (!mark.line.isEmpty())
            taken.push_back(mark.line);
        marked.marks.push_back(mark);
    }
    std::ranges::stable_sort(marked.marks, {}, &Mark::badgeAt);
    return marked;
}

Report buildReport(const Comparison &comparison, const ReportOptions &options)
{
    return ReportBuilder(comparison, options).build();
}

} // namespace parallax
