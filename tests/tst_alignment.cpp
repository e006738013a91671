// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "alignment/alignment.h"
#include "alignment/articlekinship.h"
#include "alignment/vocabulary.h"
#include "comparison/comparison.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

Story storyOf(const QList<QStringList> &articles)
{
    Story story;
    story.title = u"made up"_s;
    for (qsizetype a = 0; a < articles.size(); ++a) {
        Article article;
        article.file = u"%1.txt"_s.arg(a);
        article.title = articles[a].value(0);
        article.language = u"en"_s;
        for (const QString &text : articles[a])
            article.passages.push_back({text, Role::Body});
        story.articles.push_back(article);
    }
    return story;
}

std::vector<ArticleLanguage> analysed(const Story &story)
{
    std::vector<ArticleLanguage> language;
    for (const Article &article : story.articles)
        language.push_back(analyse(article));
    return language;
}

Alignment aligned(const Story &story)
{
    NoProgress progress;
    const std::vector<ArticleLanguage> language = analysed(story);
    const auto alignment = align(story, language, Vocabulary(story, language), Sureness::Balanced, progress);
    return alignment.value_or(Alignment{});
}

/// Of every told passage, in order.
std::vector<Unit> unitsOf(const Story &story, const std::vector<ArticleLanguage> &language,
                          const Vocabulary &vocabulary)
{
    std::vector<Unit> units;
    for (int a = 0; a < static_cast<int>(story.articles.size()); ++a) {
        const Article &article = story.articles[static_cast<std::size_t>(a)];
        for (int p = 0; p < static_cast<int>(article.passages.size()); ++p) {
            if (!isTold(article.passages[static_cast<std::size_t>(p)].role))
                continue;
            units.push_back(unitOf({a, p}, language[static_cast<std::size_t>(a)].passages[static_cast<std::size_t>(p)],
                                   vocabulary));
            units.back().article = a;
        }
    }
    return units;
}

/// One invented story in three tellings, in different order: a dam, a vote, a rescue.
QList<QStringList> threeTellings()
{
    return {
        {u"The Orrin dam gave way shortly before dawn on Monday and flooded the lower town."_s,
         u"Firefighters rescued forty schoolchildren from the roof of the Orrin grammar school by boat."_s,
         u"The regional council voted by nine to four to reject an inquiry into the dam's upkeep."_s,
         u"Markets in the capital opened slightly higher on Monday."_s},
        {u"Councillors rejected calls for an inquiry into how the dam was maintained, by nine votes to four."_s,
         u"A brass band had been due to play in the park that evening."_s,
         u"Before dawn on Monday the dam at Orrin burst, flooding streets in the lower part of town."_s},
        {u"Forty children were taken by boat from the roof of a school in Orrin, firefighters said."_s,
         u"The flood began when the Orrin dam collapsed before dawn on Monday."_s,
         u"Farmers in the south complain about the price of seed."_s},
    };
}

/// Counts steps and says stop at one of them.
class StopAt final : public Progress
{
public:
    explicit StopAt(int last)
        : m_last(last)
    {
    }
    [[nodiscard]] bool step(Stage, int, int) override { return ++steps <= m_last; }
    int steps = 0;

private:
    int m_last;
};

/// Events as sets of passage texts, which no renumbering touches.
std::multiset<std::pair<QString, std::set<QString>>> byText(const Story &story, const Alignment &alignment)
{
    std::multiset<std::pair<QString, std::set<QString>>> events;
    for (const Event &event : alignment.events) {
        std::set<QString> texts;
        for (const EventMember &member : event.members)
            texts.insert(story.passage(member.passage).text + u' ' + QString::number(member.score, 'g', 17));
        events.insert({event.label, texts});
    }
    return events;
}

} // namespace

class tst_Alignment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingToAlign_data();
    void nothingToAlign();
    void findsTheSameEventInAnyOrder();
    void oneParagraphCopiedByTwo();
    void unrelatedArticlesShareNothing();
    void everyPairThatSharesAnEventIsLinked();
    void orderOfArticlesAndParagraphsChangesNothing();
    void everyLinkSaysWhy();
    void labelsComeFromTheText();
    void labelsHaveNoDateline();
    void stopsAtAnyStep();
    void sharedStory_data();
    void sharedStory();
    void indexScoresEveryPairAsOneByOne_data();
    void indexScoresEveryPairAsOneByOne();
    void twoHappeningsInOneFolderAreKeptApart();
    void moreAndSurerLinksAreNested();
    void articlesOfOneHappeningAreKin();
    void articlesOfAnotherHappeningAreSaidSo();
    void kinOfStems();
    void hugeStoryIsAlignedMoreSimplyAndSaysSo();
};

void tst_Alignment::nothingToAlign_data()
{
    QTest::addColumn<QList<QStringList>>("articles");
    QTest::newRow("no article") << QList<QStringList>{};
    QTest::newRow("one article") << QList<QStringList>{{u"The dam burst before dawn."_s}};
    QTest::newRow("an empty article beside another") << QList<QStringList>{{u"The dam burst before dawn."_s}, {}};
    QTest::newRow("a passage without a word") << QList<QStringList>{{u"***"_s}, {u"***"_s}};
}

void tst_Alignment::nothingToAlign()
{
    QFETCH(QList<QStringList>, articles);
    const Alignment alignment = aligned(storyOf(articles));
    QVERIFY(alignment.events.empty());
    QVERIFY(alignment.links.empty());
}

void tst_Alignment::findsTheSameEventInAnyOrder()
{
    const Alignment alignment = aligned(storyOf(threeTellings()));
    const auto together = [&](const std::vector<PassageRef> &refs) {
        return std::ranges::any_of(alignment.events, [&](const Event &event) {
            return std::ranges::all_of(refs, [&](PassageRef ref) { return event.holds(ref); });
        });
    };
    QVERIFY2(together({{0, 0}, {1, 2}, {2, 1}}), "the burst dam");
    QVERIFY2(together({{0, 1}, {2, 0}}), "the rescue");
    QVERIFY2(together({{0, 2}, {1, 0}}), "the vote");
    for (const PassageRef alone : {PassageRef{0, 3}, PassageRef{1, 1}, PassageRef{2, 2}})
        QVERIFY(std::ranges::contains(alignment.singleSource, alone));
}

void tst_Alignment::oneParagraphCopiedByTwo()
{
    const QString wire = u"The Orrin dam gave way shortly before dawn on Monday and flooded the lower town."_s;
    const Alignment alignment = aligned(storyOf({{wire}, {wire}}));
    QCOMPARE(alignment.links.size(), 1);
    QVERIFY(alignment.links.front().score > 0.9);
}

void tst_Alignment::unrelatedArticlesShareNothing()
{
    const Alignment alignment = aligned(storyOf({{u"The Orrin dam gave way shortly before dawn on Monday."_s,
                                                  u"Firefighters rescued forty schoolchildren by boat."_s},
                                                 {u"Shares in the brewery fell after its profit warning."_s,
                                                  u"A violinist won the competition with a concerto."_s}}));
    QVERIFY(alignment.links.empty());
    QCOMPARE(alignment.singleSource.size(), 4);
}

void tst_Alignment::everyPairThatSharesAnEventIsLinked()
{
    const Alignment alignment = aligned(storyOf(threeTellings()));
    std::set<std::pair<PassageRef, PassageRef>> pairs;
    for (const Event &event : alignment.events) {
        for (const EventMember &a : event.members) {
            QVERIFY(a.score > 0 && a.score <= 1);
            for (const EventMember &b : event.members) {
                if (a.passage.article < b.passage.article)
                    pairs.insert({a.passage, b.passage});
            }
        }
    }
    std::set<std::pair<PassageRef, PassageRef>> links;
    for (const Link &link : alignment.links) {
        QVERIFY(link.a.article < link.b.article);
        links.insert({link.a, link.b});
    }
    QCOMPARE(links.size(), alignment.links.size());
    QVERIFY(std::ranges::includes(links, pairs));
    // A link that no event joins is one a reader can still reach: both its passages are in some event.
    for (const auto &[a, b] : links) {
        const auto isHeld = [&](PassageRef ref) {
            return std::ranges::any_of(alignment.events, [ref](const Event &event) { return event.holds(ref); });
        };
        QVERIFY(isHeld(a) && isHeld(b));
    }
    QVERIFY(std::ranges::is_sorted(alignment.links, {}, [](const Link &link) { return std::pair(link.a, link.b); }));
}

void tst_Alignment::orderOfArticlesAndParagraphsChangesNothing()
{
    QList<QStringList> articles = threeTellings();
    const Story story = storyOf(articles);
    const auto expected = byText(story, aligned(story));
    QVERIFY(!expected.empty());
    std::ranges::reverse(articles);
    const Story reversed = storyOf(articles);
    QVERIFY(byText(reversed, aligned(reversed)) == expected);
    for (QStringList &article : articles)
        std::ranges::reverse(article);
    const Story turned = storyOf(articles);
    QVERIFY(byText(turned, aligned(turned)) == expected);
}

void tst_Alignment::everyLinkSaysWhy()
{
    const Story story = storyOf(threeTellings());
    for (const Link &link : aligned(story).links) {
        QVERIFY(!link.evidence.empty());
        QVERIFY(link.evidence.size() <= 6);
        for (const Evidence &evidence : link.evidence) {
            const bool isThere = story.passage(link.a).text.contains(evidence.text, Qt::CaseInsensitive) ||
                                 story.passage(link.b).text.contains(evidence.text, Qt::CaseInsensitive);
            QVERIFY2(isThere, qPrintable(evidence.text));
        }
    }
}

void tst_Alignment::labelsComeFromTheText()
{
    const Story story = storyOf(threeTellings());
    QSet<QString> labels;
    for (const Event &event : aligned(story).events) {
        const bool isThere = std::ranges::any_of(event.members, [&](const EventMember &member) {
            return story.passage(member.passage).text.contains(event.label, Qt::CaseInsensitive);
        });
        QVERIFY2(isThere, qPrintable(event.label));
        QVERIFY(event.label.front().isUpper());
        QVERIFY2(!labels.contains(event.label), qPrintable(event.label));
        labels.insert(event.label);
    }
}

void tst_Alignment::labelsHaveNoDateline()
{
    for (const QString &dateline :
         {u"ORRIN, Norland — "_s, u"ORRIN (NPA) - "_s, u"Orrin, Norland (Norland Press) – "_s, u"NEW ORRIN -- "_s}) {
        QList<QStringList> articles = threeTellings();
        for (QStringList &article : articles)
            article.front().prepend(dateline);
        for (const Event &event : aligned(storyOf(articles)).events)
            QVERIFY2(!event.label.contains(dateline.section(u' ', 0, 0), Qt::CaseSensitive) ||
                         !event.label.contains(dateline.trimmed().back()),
                     qPrintable(event.label));
    }
}

void tst_Alignment::stopsAtAnyStep()
{
    const Story story = storyOf(threeTellings());
    const std::vector<ArticleLanguage> language = analysed(story);
    StopAt never(1'000'000);
    QVERIFY(align(story, language, Vocabulary(story, language), Sureness::Balanced, never).has_value());
    for (int step = 0; step < never.steps; ++step) {
        StopAt progress(step);
        QVERIFY2(!align(story, language, Vocabulary(story, language), Sureness::Balanced, progress).has_value(),
                 qPrintable(QString::number(step)));
        QCOMPARE(progress.steps, step + 1); // nothing is asked again after the stop
    }
}

void tst_Alignment::sharedStory_data()
{
    QTest::addColumn<double>("leastF1");
    QTest::newRow("kremlin-2017") << 0.57;
    QTest::newRow("air-france-447") << 0.59;
}

/// Link F1 as the annotators' gold counts it: what both marked is required, what one marked is accepted.
void tst_Alignment::sharedStory()
{
    QFETCH(double, leastF1);
    const QString folder =
        QStringLiteral(PARALLAX_SHARED_DIR) + u"/stories/"_s + QString::fromLatin1(QTest::currentDataTag());
    QFile goldFile(folder + u"/gold.json"_s);
    if (!goldFile.open(QIODevice::ReadOnly))
        QSKIP("the annotated stories are not beside this checkout");
    const QJsonObject gold = QJsonDocument::fromJson(goldFile.readAll()).object();
    NoProgress progress;
    const auto comparison = compare({folder + u"/articles"_s}, progress);
    QVERIFY(comparison.has_value());

    std::map<QString, QString> keyOf; // file → the gold's name of the article
    const QJsonObject articles = gold[u"articles"].toObject();
    for (auto it = articles.begin(); it != articles.end(); ++it)
        keyOf[it.value().toString()] = it.key();
    const auto linksOf = [&](QStringView key) {
        std::set<std::set<QString>> links;
        for (const auto &link : gold[key].toArray())
            links.insert({link[0].toString(), link[1].toString()});
        return links;
    };
    const auto name = [&](PassageRef ref) {
        return keyOf[comparison->story.articles[static_cast<std::size_t>(ref.article)].file] + u'.' +
               QString::number(ref.passage + 1);
    };
    const auto required = linksOf(u"links");
    auto accepted = linksOf(u"links_optional");
    accepted.insert(required.begin(), required.end());
    double found = 0;
    double right = 0;
    for (const Link &link : comparison->alignment.links) {
        found += static_cast<double>(required.count({name(link.a), name(link.b)}));
        right += static_cast<double>(accepted.count({name(link.a), name(link.b)}));
    }
    const double precision = right / std::max<double>(1, static_cast<double>(comparison->alignment.links.size()));
    const double recall = found / static_cast<double>(required.size());
    const double f1 = 2 * precision * recall / (precision + recall);
    QVERIFY2(f1 >= leastF1, qPrintable(u"link F1 %1"_s.arg(f1)));
}

void tst_Alignment::indexScoresEveryPairAsOneByOne_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("our sample") << QStringLiteral(PARALLAX_SOURCE_DIR "/resources/samples/radva-dam");
    for (const char *story : {"kremlin-2017", "air-france-447"})
        QTest::newRow(story) << QStringLiteral(PARALLAX_SHARED_DIR "/stories/%1/articles").arg(QLatin1String(story));
}

/// The measures go through inverted indexes and kin lists, which pass over most pairs: what they pass over must be
/// worth nothing, and what they find must be what a comparison of every pair finds.
void tst_Alignment::indexScoresEveryPairAsOneByOne()
{
    QFETCH(QString, folder);
    if (!QDir(folder).exists())
        QSKIP("the annotated stories are not beside this checkout");
    NoProgress progress;
    const auto story = readStory({folder}, progress);
    QVERIFY(story.has_value());
    const std::vector<ArticleLanguage> language = analysed(*story);
    const Vocabulary vocabulary(*story, language);
    const std::vector<Unit> units = unitsOf(*story, language, vocabulary);
    const auto measures = measure(units, vocabulary, progress);
    QVERIFY(measures.has_value());

    const auto vectorOf = [&](const Unit &unit) { // TF-IDF, of unit length
        std::map<int, double> vector;
        for (const int stem : unit.stems)
            ++vector[stem];
        double squares = 0;
        for (auto &[stem, value] : vector) {
            value = (1 + std::log(value)) * vocabulary.idf(stem);
            squares += value * value;
        }
        for (auto &[stem, value] : vector)
            value /= std::max(1e-9, std::sqrt(squares));
        return vector;
    };
    std::vector<std::map<int, double>> vectors;
    std::ranges::transform(units, std::back_inserter(vectors), vectorOf);
    const auto isNear = [](float found, double right) { return std::abs(static_cast<double>(found) - right) < 1e-4; };
    size_t across = 0;
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        for (int k = i + 1; k < static_cast<int>(units.size()); ++k) {
            const Unit &a = units[static_cast<std::size_t>(i)];
            const Unit &b = units[static_cast<std::size_t>(k)];
            across += a.ref.article != b.ref.article ? 1 : 0;
            double cosine = 0;
            double information = 0;
            for (const auto &[stem, value] : vectors[static_cast<std::size_t>(i)]) {
                const auto &other = vectors[static_cast<std::size_t>(k)];
                if (const auto held = other.find(stem); held != other.end()) {
                    cosine += value * held->second;
                    information += vocabulary.idf(stem);
                }
            }
            double sentenceCover = 0;
            for (const auto &x : a.sentences) {
                for (const auto &y : b.sentences)
                    sentenceCover = std::max(sentenceCover, std::min(vocabulary.cover(x, y), vocabulary.cover(y, x)));
            }
            const bool isRight = isNear(measures->wordCosine.at(i, k), cosine) &&
                                 isNear(measures->information.at(i, k), std::log1p(information)) &&
                                 isNear(measures->softCover.at(i, k), vocabulary.similarityOf(a.stems, b.stems)) &&
                                 isNear(measures->sentenceCover.at(i, k), sentenceCover);
            QVERIFY2(
                isRight,
                qPrintable(
                    u"%1.%2 and %3.%4"_s.arg(a.ref.article).arg(a.ref.passage).arg(b.ref.article).arg(b.ref.passage)));
        }
    }
    const auto pairs = measurePairs(*story, language, vocabulary, progress);
    QVERIFY(pairs.has_value());
    QCOMPARE(pairs->size(), across);
}

/// Two dams burst, in two places: the same words, another event.
QList<QStringList> twoHappenings()
{
    return {
        {u"The Orrin dam gave way shortly before dawn on Monday and flooded the lower town of Hask."_s,
         u"Governor Pell said the Orrin reservoir had been full since the April rains."_s,
         u"Boats carried forty schoolchildren from the roof of the Hask school."_s},
        {u"Shortly before dawn on Monday the Orrin dam burst above Hask, and water filled the lower town."_s,
         u"Forty pupils were taken off the school roof in Hask by boat."_s,
         u"The reservoir at Orrin was full after rain in April, Governor Pell said."_s},
        {u"Hask lies under water since the dam at Orrin failed before dawn on Monday."_s,
         u"Rescuers in boats saved forty children from a school in Hask."_s},
        {u"A dam near Villar in the south broke on a Thursday evening ten years ago, drowning the mill quarter."_s,
         u"Minister Canto blamed a faulty gate at the Villar works for the disaster."_s,
         u"Soldiers dug out the mill workers of Villar with their hands."_s},
        {u"Ten years ago, on a Thursday evening, the Villar dam broke and the mill quarter drowned."_s,
         u"A faulty gate at the Villar works was to blame, according to Minister Canto."_s,
         u"Mill workers in Villar were dug out by soldiers using bare hands."_s},
        {u"The mill quarter of Villar was drowned one Thursday evening when the dam gave way, ten years ago."_s,
         u"Soldiers dug mill workers out of the mud with their hands."_s},
    };
}

void tst_Alignment::twoHappeningsInOneFolderAreKeptApart()
{
    constexpr int firstOfSecond = 3;
    int within = 0;
    for (const Link &link : aligned(storyOf(twoHappenings())).links) {
        const bool isAcross = (link.a.article < firstOfSecond) != (link.b.article < firstOfSecond);
        QVERIFY2(
            !isAcross,
            qPrintable(
                u"%1.%2 and %3.%4"_s.arg(link.a.article).arg(link.a.passage).arg(link.b.article).arg(link.b.passage)));
        ++within;
    }
    QVERIFY(within >= 10);
}

void tst_Alignment::articlesOfOneHappeningAreKin()
{
    const Story story = storyOf(twoHappenings());
    const std::vector<ArticleLanguage> language = analysed(story);
    const Vocabulary vocabulary(story, language);
    const std::vector<Unit> units = unitsOf(story, language, vocabulary);
    const PairMatrix kinship = articleKinship(units, vocabulary);
    QCOMPARE(kinship.size(), 6);
    for (int a = 0; a < 6; ++a) {
        QCOMPARE(kinship.at(a, a), 1.0F);
        for (int b = 0; b < 6; ++b) {
            QCOMPARE(kinship.at(a, b), kinship.at(b, a));
            if (a != b)
                QVERIFY((kinship.at(a, b) > kinship.at(0, 5)) == ((a < 3) == (b < 3)));
        }
    }
}

void tst_Alignment::articlesOfAnotherHappeningAreSaidSo()
{
    using Groups = std::vector<std::vector<int>>;
    QCOMPARE(aligned(storyOf(threeTellings())).apart, Groups{});
    QList<QStringList> articles = twoHappenings();
    articles.removeAt(4); // three of one, two of the other
    QCOMPARE(aligned(storyOf(articles)).apart, (Groups{{3, 4}}));
    articles.move(3, 0);
    QCOMPARE(aligned(storyOf(articles)).apart, (Groups{{0, 4}}));
    articles.removeAt(4);
    QCOMPARE(aligned(storyOf(articles)).apart, (Groups{{0}}));

    Story foreign = storyOf(articles); // what it shares with the others says nothing of what it reports
    foreign.articles.front().language = u"pt"_s;
    QCOMPARE(aligned(foreign).apart, Groups{});
}

void tst_Alignment::moreAndSurerLinksAreNested()
{
    const Story story = storyOf(threeTellings());
    const std::vector<ArticleLanguage> language = analysed(story);
    const auto count = [&](Sureness sureness) {
        NoProgress progress;
        return align(story, language, Vocabulary(story, language), sureness, progress)->links.size();
    };
    QVERIFY(count(Sureness::OnlySure) > 0);
    QVERIFY(count(Sureness::OnlySure) <= count(Sureness::Balanced));
    QVERIFY(count(Sureness::Balanced) <= count(Sureness::ShowMore));
}

void tst_Alignment::kinOfStems()
{
    const Story story =
        storyOf({{u"The ferry sank with 12 aboard."_s, u"The vessel sank."_s, u"The minister resigned."_s},
                 {u"A ship went down with 13."_s}});
    const Vocabulary vocabulary(story, analysed(story));
    const auto stem = [&](const QString &word) { return vocabulary.id(findWords(word, u"en"_s).front().stem); };
    QCOMPARE(vocabulary.similarity(stem(u"ferry"_s), stem(u"ferry"_s)), 1.0);
    QVERIFY(vocabulary.similarity(stem(u"ship"_s), stem(u"vessel"_s)) > 0.4);
    QVERIFY(vocabulary.similarity(stem(u"ship"_s), stem(u"vessel"_s)) >
            vocabulary.similarity(stem(u"ship"_s), stem(u"minister"_s)) + 0.3);
    QCOMPARE(vocabulary.similarity(stem(u"12"_s), stem(u"13"_s)), 0.0);
    QCOMPARE(vocabulary.similarity(stem(u"ship"_s), stem(u"vessel"_s)),
             vocabulary.similarity(stem(u"vessel"_s), stem(u"ship"_s)));
    QCOMPARE(vocabulary.id(u"the"_s), -1); // a function word has no number
    QVERIFY(vocabulary.weight(stem(u"sank"_s)) < vocabulary.weight(stem(u"vessel"_s)));
}

void tst_Alignment::hugeStoryIsAlignedMoreSimplyAndSaysSo()
{
    QList<QStringList> articles(2);
    for (int k = 0; k < MostPassages; ++k)
        articles[k % 2] << u"Notice %1 concerns parcel %2 of the registry."_s.arg(k).arg(k * 7);
    articles[0] << threeTellings()[0][0];
    articles[1] << threeTellings()[0][0];
    const Story story = storyOf(articles);
    const Alignment alignment = aligned(story);
    QVERIFY(alignment.isSimplified);
    const PassageRef copies[]{{0, static_cast<int>(articles[0].size()) - 1},
                              {1, static_cast<int>(articles[1].size()) - 1}};
    QVERIFY(std::ranges::any_of(alignment.links, [&](const Link &link) {
        return link.a == copies[0] && link.b == copies[1] && link.score > 0.99;
    }));
    QVERIFY(!aligned(storyOf(threeTellings())).isSimplified);
}

QTEST_GUILESS_MAIN(tst_Alignment)
#include "tst_alignment.moc"
