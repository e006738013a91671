// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What holds for any story whatever it says, tried on every corpus case.
#include "storyfolders.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <set>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// Counts the steps and says stop at the given one (counted from 0; negative: never).
class StoppingProgress final : public Progress
{
public:
    explicit StoppingProgress(int stopAt)
        : m_stopAt(stopAt)
    {
    }
    [[nodiscard]] bool step(Stage, int done, int total) override
    {
        m_isSound = m_isSound && done >= 0 && done <= total;
        m_stepsAfterStop += m_hasStopped ? 1 : 0;
        m_hasStopped = m_hasStopped || m_steps == m_stopAt;
        ++m_steps;
        return !m_hasStopped;
    }
    int steps() const { return m_steps; }
    int stepsAfterStop() const { return m_stepsAfterStop; }
    bool isSound() const { return m_isSound; }

private:
    int m_stopAt;
    int m_steps = 0;
    int m_stepsAfterStop = 0;
    bool m_hasStopped = false;
    bool m_isSound = true;
};

/// By article: the number that another story gives it.
using Numbering = std::vector<int>;

Numbering ownNumbers(const Story &story)
{
    Numbering numbers(story.articles.size());
    std::ranges::iota(numbers, 0);
    return numbers;
}

QString placeText(PassageRef ref, const Numbering &numbers)
{
    return u"%1:%2"_s.arg(numbers[static_cast<size_t>(ref.article)]).arg(ref.passage);
}

QString eventText(const Event &event, const Numbering &numbers)
{
    QStringList members;
    for (const EventMember &member : event.members)
        members << placeText(member.passage, numbers) + u" "_s + QString::number(member.score, 'f', 6);
    members.sort();
    return u"event “%1” "_s.arg(event.label) + members.join(u", "_s);
}

/// A divergence without the numbers that name it: which readings agree, not under which letter.
QString divergenceText(const Comparison &comparison, const Divergence &divergence, const Numbering &numbers)
{
    std::map<int, QStringList> groups;
    for (const Reading &reading : divergence.readings) {
        groups[reading.group] << u"%1 “%2”"_s.arg(placeText(reading.passage, numbers),
                                                  reading.span.of(comparison.story.passage(reading.passage).text));
    }
    QStringList lines;
    for (auto &[group, readings] : groups) {
        readings.sort();
        lines << readings.join(u" = "_s);
    }
    lines.sort();
    return u"divergence %1/%2 “%3” %4 in %5: "_s.arg(static_cast<int>(divergence.kind))
               .arg(static_cast<int>(divergence.aspect))
               .arg(divergence.subject)
               .arg(divergence.weight, 0, 'f', 6)
               .arg(eventText(comparison.alignment.events[static_cast<size_t>(divergence.event)], numbers)) +
           lines.join(u" | "_s);
}

/// Everything found, in words that do not depend on the order of the articles.
QStringList findings(const Comparison &comparison, const Numbering &numbers)
{
    QStringList lines;
    for (const Event &event : comparison.alignment.events)
        lines << eventText(event, numbers);
    for (const Link &link : comparison.alignment.links) {
        QStringList ends{placeText(link.a, numbers), placeText(link.b, numbers)};
        ends.sort();
        lines << u"link %1 %2"_s.arg(ends.join(u" "_s)).arg(link.score, 0, 'f', 6);
    }
    for (const PassageRef ref : comparison.alignment.singleSource)
        lines << u"single source "_s + placeText(ref, numbers);
    for (const Divergence &divergence : comparison.divergences)
        lines << divergenceText(comparison, divergence, numbers);
    lines.sort();
    return lines;
}

/// The first line that only one of two sorted lists has, with its neighbour in the other.
QString firstDifference(const QStringList &before, const QStringList &after)
{
    const auto [a, b] = std::ranges::mismatch(before, after);
    if (a == before.end() && b == after.end())
        return {};
    return u"\n  in order: "_s + (a == before.end() ? u"(nothing)"_s : *a) + u"\n  reversed: "_s +
           (b == after.end() ? u"(nothing)"_s : *b);
}

} // namespace

class tst_Properties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everySpanLiesInItsPassage_data() { folders(); }
    void everySpanLiesInItsPassage();
    void everyPairThatSharesAnEventIsLinked_data() { folders(); }
    void everyPairThatSharesAnEventIsLinked();
    void divergencesAreSound_data() { folders(); }
    void divergencesAreSound();
    void orderOfTheArticlesChangesNothing_data() { folders(); }
    void orderOfTheArticlesChangesNothing();
    void anArticleAgainstItsCopyHasNoDivergence_data() { folders(); }
    void anArticleAgainstItsCopyHasNoDivergence();
    void stopsWhenTold_data() { folders(); }
    void stopsWhenTold();

private:
    static void folders();
};

void tst_Properties::folders()
{
    QTest::addColumn<QString>("articles");
    for (const StoryFolder &folder : corpusFolders())
        QTest::newRow(qPrintable(folder.name)) << folder.articles;
}

void tst_Properties::everySpanLiesInItsPassage()
{
    QFETCH(QString, articles);
    const ComparisonPtr comparison = comparisonOf(articles);
    QVERIFY(comparison);
    for (size_t a = 0; a < comparison->story.articles.size(); ++a) {
        const Article &article = comparison->story.articles[a];
        QCOMPARE(comparison->language[a].passages.size(), article.passages.size());
        for (size_t p = 0; p < article.passages.size(); ++p) {
            const TextSpan whole{0, static_cast<int>(article.passages[p].text.size())};
            const PassageLanguage &language = comparison->language[a].passages[p];
            const auto areInside = [&](const auto &things) {
                return std::ranges::all_of(
                    things, [&](const auto &thing) { return !thing.span.isEmpty() && whole.contains(thing.span); });
            };
            QVERIFY(areInside(language.sentences));
            QVERIFY(areInside(language.words));
            QVERIFY(areInside(language.figures));
            QVERIFY(areInside(language.dates));
            QVERIFY(areInside(language.quotations));
            QVERIFY(areInside(language.attributions));
            QVERIFY(areInside(language.names));
        }
    }
    for (const Divergence &divergence : comparison->divergences) {
        for (const Reading &reading : divergence.readings) {
            const TextSpan whole{0, static_cast<int>(comparison->story.passage(reading.passage).text.size())};
            QVERIFY(!reading.span.isEmpty() && whole.contains(reading.span));
        }
    }
}

void tst_Properties::everyPairThatSharesAnEventIsLinked()
{
    QFETCH(QString, articles);
    const ComparisonPtr comparison = comparisonOf(articles);
    QVERIFY(comparison);
    std::set<std::pair<PassageRef, PassageRef>> fromEvents;
    std::set<PassageRef> told;
    for (const Event &event : comparison->alignment.events) {
        std::set<int> tellers;
        for (const EventMember &a : event.members) {
            QVERIFY(isTold(comparison->story.passage(a.passage).role));
            QVERIFY(a.score >= 0 && a.score <= 1);
            tellers.insert(a.passage.article);
            told.insert(a.passage);
            for (const EventMember &b : event.members) {
                if (a.passage.article < b.passage.article)
                    fromEvents.insert({a.passage, b.passage});
            }
        }
        QVERIFY2(tellers.size() >= 2, qPrintable(event.label));
        QVERIFY(!event.label.isEmpty());
    }
    std::set<std::pair<PassageRef, PassageRef>> fromLinks;
    for (const Link &link : comparison->alignment.links) {
        QVERIFY(link.a.article < link.b.article);
        QVERIFY(link.score >= 0 && link.score <= 1);
        QVERIFY2(fromLinks.insert({link.a, link.b}).second, "a pair is listed twice");
    }
    QVERIFY(std::ranges::includes(fromLinks, fromEvents));
    for (const auto &[a, b] : fromLinks)
        QVERIFY2(told.contains(a) && told.contains(b), "a link leads to a passage that no event holds");

    std::vector<PassageRef> alone;
    for (int a = 0; a < static_cast<int>(comparison->story.articles.size()); ++a) {
        const auto &passages = comparison->story.articles[static_cast<size_t>(a)].passages;
        for (int p = 0; p < static_cast<int>(passages.size()); ++p) {
            if (passages[static_cast<size_t>(p)].role == Role::Body && !told.contains({a, p}))
                alone.push_back({a, p});
        }
    }
    QVERIFY2(comparison->alignment.singleSource == alone, "single source is not: every body passage in no event");
}

void tst_Properties::divergencesAreSound()
{
    QFETCH(QString, articles);
    const ComparisonPtr comparison = comparisonOf(articles);
    QVERIFY(comparison);
    for (const Divergence &divergence : comparison->divergences) {
        QVERIFY(divergence.event >= 0 && divergence.event < static_cast<int>(comparison->alignment.events.size()));
        QVERIFY(divergence.weight >= 0 && divergence.weight <= 1);
        std::set<int> articlesRead;
        std::map<int, int> sizes;
        for (const Reading &reading : divergence.readings) {
            articlesRead.insert(reading.passage.article);
            ++sizes[reading.group];
        }
        const QByteArray what = divergenceText(*comparison, divergence, ownNumbers(comparison->story)).toUtf8();
        QVERIFY2(articlesRead.size() >= 2, what.constData());
        QVERIFY2(sizes.size() >= 2, what.constData());
        QCOMPARE(sizes.begin()->first, 0);
        QCOMPARE(sizes.rbegin()->first, static_cast<int>(sizes.size()) - 1);
        QVERIFY2(
            std::ranges::is_sorted(divergence.readings, {},
                                   [](const Reading &reading) { return std::pair(reading.passage, reading.span); }),
            what.constData());
    }
}

void tst_Properties::orderOfTheArticlesChangesNothing()
{
    QFETCH(QString, articles);
    const ComparisonPtr comparison = comparisonOf(articles);
    QVERIFY(comparison);
    const auto count = static_cast<int>(comparison->story.articles.size());

    QTemporaryDir reversed;
    for (int i = 0; i < count; ++i) {
        const QString file = comparison->story.articles[static_cast<size_t>(i)].file;
        QVERIFY(QFile::copy(articles + u'/' + file,
                            reversed.filePath(u"%1-%2"_s.arg(count - i, 3, 10, QChar(u'0')).arg(file))));
    }
    NoProgress progress;
    const auto again = compare({reversed.path()}, progress);
    QVERIFY(again);
    QCOMPARE(static_cast<int>(again->story.articles.size()), count);

    const Numbering straight = ownNumbers(comparison->story);
    const Numbering mirrored(straight.rbegin(), straight.rend());
    for (int i = 0; i < count; ++i) {
        const auto here = static_cast<size_t>(i);
        QCOMPARE(again->story.articles[here].passages,
                 comparison->story.articles[static_cast<size_t>(mirrored[here])].passages);
    }
    const QString difference = firstDifference(findings(*comparison, straight), findings(*again, mirrored));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void tst_Properties::anArticleAgainstItsCopyHasNoDivergence()
{
    QFETCH(QString, articles);
    const ComparisonPtr comparison = comparisonOf(articles);
    QVERIFY(comparison);
    for (const Article &article : comparison->story.articles) {
        QTemporaryDir pair;
        QVERIFY(QFile::copy(articles + u'/' + article.file, pair.filePath(u"a-"_s + article.file)));
        QVERIFY(QFile::copy(articles + u'/' + article.file, pair.filePath(u"b-"_s + article.file)));
        NoProgress progress;
        const auto twice = compare({pair.path()}, progress);
        QVERIFY(twice);
        QStringList found;
        for (const Divergence &divergence : twice->divergences)
            found << divergenceText(*twice, divergence, {0, 1});
        QVERIFY2(found.isEmpty(), qPrintable(article.file + u"\n"_s + found.join(u"\n"_s)));
    }
}

void tst_Properties::stopsWhenTold()
{
    QFETCH(QString, articles);
    StoppingProgress whole(-1);
    QVERIFY(compare({articles}, whole));
    QVERIFY(whole.isSound());
    QVERIFY(whole.steps() > 0);
    const std::set<int> stops{0, 1, 2, whole.steps() / 4, whole.steps() / 2, 3 * whole.steps() / 4, whole.steps() - 1};
    for (const int stop : stops) {
        if (stop >= whole.steps())
            continue;
        StoppingProgress stopping(stop);
        const auto stopped = compare({articles}, stopping);
        QVERIFY2(!stopped, qPrintable(u"ran on after stop at step %1 of %2"_s.arg(stop).arg(whole.steps())));
        QCOMPARE(stopped.error().error, ReadError::Cancelled);
        QCOMPARE(stopping.stepsAfterStop(), 0);
    }
}

QTEST_GUILESS_MAIN(tst_Properties)
#include "tst_properties.moc"
