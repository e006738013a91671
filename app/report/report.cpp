// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Walks the comparison once and says it. Nothing here knows about paper: how many columns fit and where a page ends
//! is the writer's business.
//!
//! Tested by tst_report.cpp.

#include "report/report.h"

#include "report/foreigntext.h"
#include "report/readingdays.h"
#include "report/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <map>
#include <ranges>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MostSilentNames = 12; // of an event's silent articles; more are named by number alone

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

class ReportBuilder
{
public:
    ReportBuilder(const Comparison &comparison, const ReportOptions &options)
        : m_comparison(comparison)
        , m_options(options)
        , m_selection(selectForReport(comparison, options))
    {
    }

    Report build()
    {
        groupByEvent();
        describeStory();
        describeSelection();
        describeArticles();
        m_report.eventCount = static_cast<int>(m_comparison.alignment.events.size());
        for (const int event : m_selection.events)
            m_report.events.push_back(eventOf(event));
        chooseKey();
        mapCoverage();
        m_report.sharing = findSharing(m_comparison);
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
        for (const int number : m_selection.divergences)
            m_divergences[static_cast<size_t>(divergence(number).event)].push_back(number);
    }

    void describeStory()
    {
        m_report.title = story().title;
        m_report.folder = story().folder.isEmpty() ? QString() : QDir(QDir::cleanPath(story().folder)).dirName();
        m_report.generator = QStringLiteral("Parallax " PARALLAX_VERSION);
        m_report.time = m_options.time.isValid() ? m_options.time : timeOfMaking();
        m_report.made = QLocale().toString(m_report.time, say(QT_TRANSLATE_NOOP("parallax", "d MMMM yyyy, HH:mm")));
        QStringList counts{
            articlesCounted(story().articles.size()),
            counted(m_selection.events.size(), QT_TRANSLATE_NOOP("parallax", "1 event"),
                    QT_TRANSLATE_NOOP("parallax", "%n events")),
            divergencesCounted(m_selection.divergences.size()),
        };
        if (m_selection.hasSoleTellings)
            counts.append(counted(m_comparison.alignment.singleSource.size(),
                                  QT_TRANSLATE_NOOP("parallax", "1 passage told by one article only"),
                                  QT_TRANSLATE_NOOP("parallax", "%n passages told by one article only")));
        m_report.summary = joined(counts);
    }

    void describeSelection()
    {
        QStringList sentences;
        if (!m_options.kinds.empty()) {
            QStringList names;
            for (int i = 0; i < DivergenceKindCount; ++i) {
                if (std::ranges::contains(m_options.kinds, static_cast<DivergenceKind>(i)))
                    names.append(kindName(static_cast<DivergenceKind>(i)).toLower());
            }
            sentences.append(say(QT_TRANSLATE_NOOP("parallax", "Divergences of other kinds than %1 are left out."))
                                 .arg(names.join(u", "_s)));
        }
        if (!m_options.events.empty() || m_options.isDivergencesOnly) {
            sentences.append(
                say(QT_TRANSLATE_NOOP("parallax", "%1 of the story’s %2 are in this report."))
                    .arg(m_selection.events.size())
                    .arg(counted(m_comparison.alignment.events.size(), QT_TRANSLATE_NOOP("parallax", "1 event"),
                                 QT_TRANSLATE_NOOP("parallax", "%n events"))));
        }
        if (m_options.isSentencesOnly)
            sentences.append(
                say(QT_TRANSLATE_NOOP("parallax", "Of the passages, the sentences that hold a divergence are shown.")));
        m_report.selection = sentences.join(u' ');
    }

    void describeArticles()
    {
        for (size_t i = 0; i < story().articles.size(); ++i) {
            const Article &from = story().articles[i];
            ReportArticle to;
            to.file = QFileInfo(from.source()).fileName();
            to.outlet = from.outlet;
            to.language = from.language;
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
        to.number = index + 1;
        to.label = sentenceCase(from.label);
        for (const EventMember &member : from.members) {
            const PassageRef ref = member.passage;
            if (to.tellings.empty() || to.tellings.back().article != ref.article)
                to.tellings.push_back({ref.article, {}});
            to.tellings.back().passages.push_back(
                passageOf(ref, markedPassage(m_comparison, index, ref, &m_selection)));
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
        if (m_options.isSentencesOnly)
            text = inSentences(text, m_comparison.language[static_cast<size_t>(ref.article)]
                                         .passages[static_cast<size_t>(ref.passage)]
                                         .sentences);
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
            to.evidence = say(QT_TRANSLATE_NOOP("parallax", "Linked by %1")).arg(isolated(evidenceText(from.evidence)));
        std::vector<int> silent;
        QStringList names;
        for (int i = 0; i < static_cast<int>(all); ++i) {
            if (std::ranges::contains(to.tellings, i, &ReportTelling::article))
                continue;
            silent.push_back(i);
            names.append(QString::number(i + 1) + u'\u00a0' + isolated(m_report.articles[static_cast<size_t>(i)].name));
        }
        if (!silent.empty())
            to.silent = say(QT_TRANSLATE_NOOP("parallax", "Silent: %1"))
                            .arg(silent.size() > MostSilentNames ? articleNumbers(silent) : names.join(u", "_s));
    }

    ReportRow rowOf(int number, const std::vector<ReportTelling> &tellings) const
    {
        const Divergence &from = divergence(number);
        ReportRow row;
        row.divergence = number;
        row.kind = from.kind;
        row.what = sentenceCase(whatDiffers(from));
        row.event =
            static_cast<int>(std::ranges::lower_bound(m_selection.events, from.event) - m_selection.events.begin());
        row.cells.resize(tellings.size());
        const ReadingDays days(story(), from);
        std::map<int, LetteredReading> letters;
        for (const Reading &reading : from.readings) {
            const QString text = reading.span.of(story().passage(reading.passage).text).toString().simplified();
            LetteredReading &letter = letters[reading.group];
            if (letter.articles.empty())
                letter = {reading.group, text, {}, {}};
            letter.articles.push_back(reading.passage.article);
            const auto column = std::ranges::find(tellings, reading.passage.article, &ReportTelling::article);
            if (column == tellings.end())
                continue;
            auto &[entries, day] = row.cells[static_cast<size_t>(column - tellings.begin())];
            day = days.text(reading.passage.article);
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
            letter.who = days.numbers(letter.articles);
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
        if (!m_selection.hasSoleTellings)
            return;
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
        m_report.apart = apartTexts(story(), m_comparison.alignment.apart);
        m_report.fallbacks = m_comparison.fallbacks;
        m_report.sharingNote =
            say(QT_TRANSLATE_NOOP("parallax",
                                  "Share of the row’s words that stand in the column’s article too, in runs "
                                  "of %1 words or more, quotations among them; below it, events both tell."))
                .arg(SharedRunLength);
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
    const ReportSelection m_selection;
    std::vector<std::vector<int>> m_divergences; ///< indexes, an event
    Report m_report;
};

} // namespace

int shareStep(double share)
{
    constexpr std::array Least{0.02, 0.1, 0.25, 0.5}; // a line; a passage or two; wire copy among own text; one copy
    return static_cast<int>(std::ranges::upper_bound(Least, share) - Least.begin());
}

QDateTime timeOfMaking()
{
    bool isSet = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isSet);
    return isSet ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC) : QDateTime::currentDateTime();
}

Report buildReport(const Comparison &comparison, const ReportOptions &options)
{
    return ReportBuilder(comparison, options).build();
}

} // namespace parallax
