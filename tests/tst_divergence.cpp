// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "divergence/context.h"
#include "divergence/divergence.h"
#include "divergence/grouping.h"
#include "divergence/phrases.h"
#include "divergence/statusdivergences.h"
#include "divergence/wordingdivergences.h"
#include "story/storyreader.h"
#include "tellings.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// What can be said of any divergence, whatever it is about.
void verifySound(const Compared &result)
{
    for (const Divergence &divergence : result.divergences) {
        std::set<int> articles;
        std::set<int> groups;
        std::map<int, int> sizes;
        QVERIFY(divergence.event >= 0 && divergence.event < static_cast<int>(result.alignment.events.size()));
        QVERIFY(divergence.weight >= 0 && divergence.weight <= 1);
        QVERIFY(std::ranges::is_sorted(divergence.readings, {},
                                       [](const Reading &r) { return std::pair(r.passage, r.span); }));
        for (size_t i = 0; i < divergence.readings.size(); ++i) {
            const Reading &reading = divergence.readings[i];
            QVERIFY(!reading.span.isEmpty());
            QVERIFY(reading.span.start >= 0 && reading.span.end() <= result.story.passage(reading.passage).text.size());
            QVERIFY(i == 0 || divergence.readings[i - 1].passage != reading.passage ||
                    !divergence.readings[i - 1].span.overlaps(reading.span));
            articles.insert(reading.passage.article);
            groups.insert(reading.group);
            ++sizes[reading.group];
        }
        QVERIFY(articles.size() >= 2);
        QVERIFY(groups.size() >= 2);
        QCOMPARE(*groups.rbegin(), static_cast<int>(groups.size()) - 1);
        QVERIFY(std::ranges::all_of(sizes, [&](const auto &size) { return size.second <= sizes[0]; }));
    }
    QVERIFY(std::ranges::is_sorted(result.divergences, {},
                                   [](const Divergence &d) { return std::pair(d.event, -d.weight); }));
}

class StopsAt final : public Progress
{
public:
    explicit StopsAt(int calls)
        : m_left(calls)
    {
    }
    [[nodiscard]] bool step(Stage, int, int) override { return --m_left > 0; }

private:
    int m_left;
};

/// Nobody waits for the work any more, though no step has said so yet.
class GivenUp final : public Progress
{
public:
    [[nodiscard]] bool step(Stage, int, int) override { return true; }
    bool isStopped() const override { return isGivenUp; }
    bool isGivenUp = false;
};

/// Four events in three tellings that differ in nearly everything they can.
QList<QStringList> threeTellings()
{
    return {
        {u"Norway's deputy envoy Jan Lund is expected to veto the harbour treaty at the council on Friday, diplomats said."_s,
         u"\"We will never again accept such an unlawful seizure of our trawlers in these waters,\" Mr Lund told reporters."_s,
         u"The alleged seizure of the trawler Havfrue near the port of Sandvik killed 12 sailors, the coastguard said."_s,
         u"The United Kingdom sent the frigate Beaumont-2 to the air base at Sandvik."_s},
        {u"Norwegian ambassador Jan Lund vetoed the harbour treaty at the council on Friday."_s,
         u"\"We will not accept such an illegal seizure of our trawlers in these waters\", said Lund."_s,
         u"The seizure of the trawler Havfrue near the port of Sandvik killed 14 sailors."_s,
         u"Britain sent the frigate Beaumont to the airbase at Sandvik."_s},
        {u"Jan Lund, the envoy of Norway, vetoed the harbour treaty at the council on Friday."_s,
         u"Mr Lund spoke of an \"illegal seizure of our trawlers\"."_s,
         u"The reported seizure of the trawler Havfrue near the port of Sandvick killed more than ten sailors, officials said."_s,
         u"The UK sent the frigate Beaumont to the airbase at Sandvick."_s},
    };
}

} // namespace

/// Rules of every kind but figure and date, grouping, and what holds of all divergences.
class TestDivergence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void differs_data();
    void differs();
    void agrees_data();
    void agrees();
    void vetoIsOneVariable();
    void everyDivergenceIsSound();
    void copyOfAnArticleDiffersInNothing();
    void orderOfArticlesChangesNothing();
    void stopsWhenTold();
    void rulesLeaveOffWhenNobodyWaits_data();
    void rulesLeaveOffWhenNobodyWaits();
    void nothingToCompare();
    void unlinkedPassagesAreNotCompared();
    void groupsJoinOnlyWhenHalfOfTheirPassagesAreLinked();
    void largestGroupIsA();
    void clausesCoverTheSentence();
    void sharedStoriesAreSound();
};

void TestDivergence::differs_data()
{
    QTest::addColumn<DivergenceKind>("kind");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("line"); // one divergence of the kind reads so

    using enum DivergenceKind;
    const auto row = [](const char *name, DivergenceKind kind, const QString &first, const QString &second,
                        const QString &line) { QTest::newRow(name) << kind << first << second << line; };
    row("expected and happened", Status, u"The senate is expected to ratify the fisheries treaty in Oslo."_s,
        u"The senate ratified the fisheries treaty in Oslo."_s,
        u"A is expected to ratify the fisheries treaty | B ratified the fisheries treaty"_s);
    row("what would be and what is said to be", Status,
        u"If it sinks, the loss of the Lomvi would be the worst ferry disaster of the coast since 1931."_s,
        u"The loss of the Lomvi is said to be the coast's worst ferry disaster since 1931."_s,
        u"A would be the worst ferry disaster | B is said to be the coast's worst ferry disaster"_s);
    row("alleged and asserted", Status, u"Police examined the alleged attack on the reservoir near Tunstall."_s,
        u"Police examined the attack on the reservoir near Tunstall."_s, u"A alleged attack | B attack"_s);
    row("failed and done", Status, u"Rescuers failed to reach the stranded miners in the Corvo shaft."_s,
        u"Rescuers reached the stranded miners in the Corvo shaft."_s,
        u"A failed to reach the stranded miners | B reached the stranded miners"_s);
    row("whether and will", Status, u"It is unclear whether the minister will resign over the ferry disaster."_s,
        u"The minister will resign over the ferry disaster."_s,
        u"A whether the minister will resign over the ferry disaster | B will resign over the ferry disaster"_s);

    row("a promise and its fulfilment", Status,
        u"The mayor promised a public inquiry into the ferry fire at Sandvik."_s,
        u"The mayor opened a public inquiry into the ferry fire at Sandvik."_s,
        u"A promised a public inquiry | B opened a public inquiry"_s);
    row("feared and told", Status, u"Nine miners were feared trapped in the flooded tunnel at Sandvik."_s,
        u"Nine miners were trapped in the flooded tunnel at Sandvik."_s,
        u"A were feared trapped in the flooded tunnel | B were trapped in the flooded tunnel"_s);
    row("something considered", Status, u"The bakers said they would appeal against the harbour ruling."_s,
        u"The bakers said they were considering an appeal against the harbour ruling."_s,
        u"A would appeal against the harbour ruling | B were considering an appeal"_s);
    row("no contact, and contact again", Status, u"There was no contact with the island of Sandvik after the storm."_s,
        u"Contact with the island of Sandvik after the storm was made at dawn."_s,
        u"A was no contact with the island | B Contact"_s);
    row("closed and open again", Status, u"The airport at Sandvik remains closed after the storm."_s,
        u"The airport at Sandvik reopened after the storm."_s,
        u"A closed after the storm | B reopened after the storm"_s);
    row("held for questions and set free", Status, u"Police were questioning the skipper Lund in Sandvik."_s,
        u"The skipper Lund was released in Sandvik on Friday."_s,
        u"A were questioning the skipper Lund | B was released in Sandvik on Friday"_s);
    row("a doubted thing in an act still to come", Status,
        u"The council was expected to condemn the reported use of poison in the moat."_s,
        u"The council condemned the keeper's use of poison in the moat."_s, u"A reported use | B keeper's use"_s);
    row("a quotation remembered in other words", Quote,
        u"\"I heard them crying for their mothers. Then one by one they went quiet,\" he said."_s,
        u"\"I could hear my friends calling for their mothers, then one after the other they kept quiet,\" he said."_s,
        u"A \"I heard them crying for their mothers. Then one by one they went quiet,\" | B \"I could hear my friends calling for their mothers, then one after the other they kept quiet,\""_s);
    row("a quotation cut", Quote, u"\"The bridge was inspected twice and the engineers found nothing,\" she said."_s,
        u"\"The engineers found nothing,\" she said."_s,
        u"A \"The bridge was inspected twice and the engineers found nothing,\" | B \"The engineers found nothing,\""_s);
    row("a quotation translated twice", Quote,
        u"He said: “The level of trust between our navies has not improved but rather worsened.”"_s,
        u"He said: “The level of trust between our navies has not become better but has degraded.”"_s,
        u"A “The level of trust between our navies has not improved but rather worsened.” | B “The level of trust between our navies has not become better but has degraded.”"_s);
    row("a short quotation in a frame filled otherwise", Quote,
        u"The chances of finding survivors are \"very small\", he said."_s,
        u"The chances of finding survivors are extremely slim, he said."_s, u"A \"very small\" | B extremely slim"_s);

    row("a quotation that two articles quote and one tells", Quote,
        u"\"The bridge was inspected and the engineers found nothing,\" she said."_s,
        u"She said that the bridge was inspected and the engineers found nothing."_s,
        u"A \"The bridge was inspected and the engineers found nothing,\" | B bridge was inspected and the engineers found nothing"_s);

    row("another speaker", Attribution, u"The tunnel flooded after the pumps lost power overnight, the mayor said."_s,
        u"The tunnel flooded after the pumps lost power overnight, an engineer said."_s,
        u"A the mayor said | B an engineer said"_s);
    row("another role", Attribution, u"Deputy ambassador Jan Lund left the harbour talks in Sandvik."_s,
        u"Ambassador Jan Lund left the harbour talks in Sandvik."_s,
        u"A Deputy ambassador Jan Lund | B Ambassador Jan Lund"_s);

    row("a country by two names", Name, u"The ferry was built in the yard for Britain."_s,
        u"The ferry was built in the yard for the United Kingdom."_s, u"A Britain | B United Kingdom"_s);
    row("a capital for its country", Name, u"The treaty was rejected because Moscow objected."_s,
        u"The treaty was rejected because Russia objected."_s, u"A Moscow | B Russia"_s);
    row("two spellings", Name, u"The ferry belongs to Ludmila Petrovna."_s,
        u"The ferry belongs to Lyudmila Petrovna."_s, u"A Ludmila Petrovna | B Lyudmila Petrovna"_s);
    row("a surname is spelt like its full name", Name,
        u"The ferry belongs to Ludmila Petrovna. Petrovna paid in gold."_s,
        u"The ferry belongs to Lyudmila Petrowna. Petrowna paid in gold."_s,
        u"A Ludmila Petrovna | B Lyudmila Petrowna"_s);
    row("a title where another gives the first name", Name, u"President Tarrow opened the canal near Sandvik."_s,
        u"Canals are her passion: president Edda Tarrow opened the one near Sandvik."_s,
        u"A President Tarrow | B Edda Tarrow"_s);
    row("two names that one article explains by each other", Name,
        u"Divers of the navy sought the seismic arrays for days off Sandvik."_s,
        u"Off Sandvik divers sought the \"big ear\". A seismic array, or \"big ear\", listens for quakes."_s,
        u"A seismic arrays | B big ear | A seismic array"_s);
    row("two joints", Name, u"The jets left the airbase at noon."_s, u"The jets left the air base at noon."_s,
        u"A airbase | B air base"_s);
    row("a designation with its suffix", Name, u"The plane was a Fokker F27-500 of the navy."_s,
        u"The plane was a Fokker F27 of the navy."_s, u"A Fokker F27-500 | B Fokker F27"_s);

    row("other verbs before the same quoted words", Wording,
        u"The envoy wanted to know the fleet's \"true destination\" that night."_s,
        u"Norway was hoping to understand that night the trawlers' \"true destination\"."_s,
        u"A wanted to know | B was hoping to understand"_s);
    row("one verb in two manners", Wording,
        u"The harbour minister flatly refused the fishing treaty of Sandvik on Friday."_s,
        u"The harbour minister angrily refused the fishing treaty of Sandvik on Friday."_s,
        u"A flatly refused | B angrily refused"_s);
    row("a synonym in one frame", Wording, u"The council called the demolition of the theatre unlawful yesterday."_s,
        u"The council called the demolition of the theatre illegal yesterday."_s, u"A unlawful | B illegal"_s);
}

void TestDivergence::differs()
{
    QFETCH(DivergenceKind, kind);
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, line);
    const Compared result = compared(storyOf({{first}, {second}}));
    verifySound(result);
    QStringList lines;
    for (const Divergence &divergence : result.divergences) {
        if (divergence.kind == kind)
            lines << lineOf(result.story, divergence);
    }
    QVERIFY2(lines.contains(line), qPrintable(u"found: "_s + lines.join(u" // "_s)));
}

void TestDivergence::agrees_data()
{
    QTest::addColumn<DivergenceKind>("kind");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");

    using enum DivergenceKind;
    const auto row = [](const char *name, DivergenceKind kind, const QString &first, const QString &second) {
        QTest::newRow(name) << kind << first << second;
    };
    row("two cues for one expectation", Status, u"The senate is expected to ratify the fisheries treaty in Oslo."_s,
        u"The senate is set to ratify the fisheries treaty in Oslo."_s);
    row("a promise in two tenses", Status, u"The mayor promised a public inquiry into the ferry fire at Sandvik."_s,
        u"The mayor has promised a public inquiry into the ferry fire at Sandvik."_s);
    row("papers are questioned too", Status, u"Lund questioned the figures of the Sandvik ferry inquiry."_s,
        u"The Sandvik ferry inquiry released its figures, Lund said."_s);
    row("a doubted thing is no choice of words", Wording,
        u"The guards spoke of the alleged raid on the moat in Sandvik."_s,
        u"The guards spoke of the raid on the moat in Sandvik."_s);
    row("declared and to come", Status, u"Friday will be a day of mourning for the crew of the Lomvi."_s,
        u"The premier declared Friday a day of mourning for the crew of the Lomvi."_s);
    row("papers are released too", Status, u"The skipper Lund was arrested over the ferry inquiry in Sandvik."_s,
        u"The findings of the ferry inquiry were released in Sandvik."_s);
    row("the cue governs another verb", Status, u"The senate ratified the treaty, which may anger the fleet."_s,
        u"The senate ratified the treaty."_s);
    row("active and passive", Status, u"The senate has ratified the fisheries treaty."_s,
        u"The fisheries treaty was ratified by the senate."_s);
    row("marks and commas are the editor's", Quote, u"“The bridge was safe – the engineers found nothing,” she said."_s,
        u"\"The bridge was safe, the engineers found nothing\", she said."_s);
    row("an interrupted quotation is not cut", Quote,
        u"\"The bridge was inspected twice,\" she said, \"and the engineers found nothing.\""_s,
        u"\"The bridge was inspected twice and the engineers found nothing,\" she said."_s);
    row("a nickname inside a name", Quote, u"They buried Anna 'Ant' Berg in Sandvik."_s,
        u"They buried Anna Berg in Sandvik."_s);
    row("an age is nobody's words", Quote, u"\"He's 16 years old,\" she said of the drowned boy."_s,
        u"The 16-year-old boy drowned."_s);
    row("two quotations of one speech", Quote, u"\"The bridge was inspected in the spring,\" she said."_s,
        u"\"Nobody will lose a job over this,\" she said."_s);
    row("a title and a full name are one speaker", Attribution,
        u"The tunnel flooded after the pumps lost power, Mr Lund said."_s,
        u"The tunnel flooded after the pumps lost power, said Jan Lund."_s);
    row("a pronoun for the speaker named before", Attribution,
        u"Jan Lund said it rained. He said the tunnel flooded after the pumps lost power."_s,
        u"The tunnel flooded after the pumps lost power, Jan Lund said."_s);
    row("an agency and its initials are one speaker", Attribution,
        u"The tunnel flooded after the pumps lost power, the National Harbour Authority said."_s,
        u"The tunnel flooded after the pumps lost power, the NHA said."_s);
    row("a short title is the long one", Attribution, u"Lieutenant Jan Lund left the harbour talks."_s,
        u"Lt. Jan Lund left the harbour talks."_s);
    row("what is done to a person is no role", Attribution, u"Colleagues backed ambassador Jan Lund at the talks."_s,
        u"Colleagues mourned the murder of Ambassador Jan Lund at the talks."_s);
    row("the end of a sentence is no role", Attribution, u"They shot a poacher. Jan Lund left the talks."_s,
        u"Jan Lund, a poet, left the talks. They shot a poacher."_s);
    row("two bearers of a surname", Attribution, u"The poet Jan Lund left the talks. The baker Ada Lund wept."_s,
        u"The baker Lund wept. The poet Jan Lund left the talks."_s);
    row("what stands beside a name in a list is no role", Attribution,
        u"The fleet follows Jan Lund, a young engine and two tugs."_s, u"The fleet follows skipper Jan Lund."_s);
    row("what befell one is no role", Attribution, u"Jan Lund, who was wounded, left the talks."_s,
        u"The poet Jan Lund left the talks."_s);
    row("who points a gun says nothing", Attribution, u"Lund pointed a rifle at the harbour guards in Sandvik."_s,
        u"A rifle was aimed at the harbour guards in Sandvik."_s);
    row("a nationality more is no other role", Attribution, u"Norwegian ambassador Jan Lund left the talks."_s,
        u"Ambassador Jan Lund left the talks."_s);
    row("a capital as a place", Name, u"The ministers met in Moscow to discuss the treaty with Russia."_s,
        u"The ministers met to discuss the treaty with Russia."_s);
    row("a first name given elsewhere in the article", Name, u"President Tarrow opened the canal. Edda Tarrow wept."_s,
        u"President Edda Tarrow opened the canal and wept."_s);
    row("a dateline shouts", Name, u"BRITAIN — The minister opened the canal in Kent."_s,
        u"In Britain the minister opened the canal in Kent."_s);
    row("two countries of like names", Name, u"The ferry was sold to Iran by the yard."_s,
        u"The ferry was sold to Iraq by the yard."_s);
    row("a place inside a name", Name, u"The yard is in Britain, the Kent Herald wrote."_s,
        u"The yard is in Britain, the Bank of England wrote."_s);
    row("two ways to write a genitive", Name, u"They met in the guards' mess at noon."_s,
        u"They met in the guards mess at noon."_s);
    row("two things joined by or", Name, u"Divers sought a rubber boat, or \"driftwood\" as they said, off Sandvik."_s,
        u"Divers sought rubber off Sandvik."_s);
    row("a verb of the same letters", Name, u"A man aged forty reached the Sandvik harbour."_s,
        u"He managed to reach the Sandvik harbour."_s);
    row("a joint over the end of a sentence", Name, u"They left Sandvik. Harbour guards slept."_s,
        u"They left. Sandvik harbour guards slept."_s);
    row("two bearers that one article tells apart", Name, u"The ferry belongs to Petrow and Petrov."_s,
        u"The ferry belongs to Petrov."_s);
    row("one verb before the same quoted words", Wording,
        u"The envoy wanted to know the fleet's \"true destination\"."_s,
        u"He wants to know the fleet's \"true destination\"."_s);
    row("two forms of one word", Wording, u"The ministers meet in the harbour."_s,
        u"The ministers met in the harbour."_s);
}

void TestDivergence::agrees()
{
    QFETCH(DivergenceKind, kind);
    QFETCH(QString, first);
    QFETCH(QString, second);
    const Compared result = compared(storyOf({{first}, {second}}));
    for (const Divergence &divergence : result.divergences)
        QVERIFY2(divergence.kind != kind, qPrintable(lineOf(result.story, divergence)));
}

void TestDivergence::vetoIsOneVariable()
{
    const Compared result = compared(storyOf(threeTellings()));
    QStringList lines;
    for (const Divergence &divergence : result.divergences) {
        if (divergence.kind == DivergenceKind::Status && divergence.event == 0)
            lines << lineOf(result.story, divergence);
    }
    QCOMPARE(
        lines,
        QStringList{
            u"B is expected to veto the harbour treaty | A vetoed the harbour treaty | A vetoed the harbour treaty"_s});
}

void TestDivergence::everyDivergenceIsSound()
{
    const Compared result = compared(storyOf(threeTellings()));
    QVERIFY(result.divergences.size() > 4);
    verifySound(result);
}

void TestDivergence::copyOfAnArticleDiffersInNothing()
{
    for (const QStringList &article : threeTellings()) {
        const Compared result = compared(storyOf({article, article, article}));
        for (const Divergence &divergence : result.divergences)
            QFAIL(qPrintable(lineOf(result.story, divergence)));
    }
}

void TestDivergence::orderOfArticlesChangesNothing()
{
    const QList<QStringList> articles = threeTellings();
    const auto described = [&](const QList<int> &order) {
        QList<QStringList> arranged;
        for (const int a : order)
            arranged << articles[a];
        const Compared result = compared(storyOf(arranged));
        QStringList all;
        for (const Divergence &divergence : result.divergences) {
            QStringList parts;
            for (const Reading &reading : divergence.readings)
                parts << u"%1.%2 %3"_s.arg(order[reading.passage.article])
                             .arg(reading.passage.passage)
                             .arg(textOf(result.story, reading));
            parts.sort();
            all << u"%1: %2"_s.arg(static_cast<int>(divergence.kind)).arg(parts.join(u" | "_s));
        }
        all.sort();
        return all;
    };
    const QStringList first = described({0, 1, 2});
    QCOMPARE(described({2, 0, 1}), first);
    QCOMPARE(described({1, 0, 2}), first);
}

void TestDivergence::stopsWhenTold()
{
    const Story story = storyOf(threeTellings());
    std::vector<ArticleLanguage> language;
    for (const Article &article : story.articles)
        language.push_back(analyse(article));
    const Alignment alignment = alignmentOf(story);
    for (int calls = 1; calls <= DivergenceKindCount + 1; ++calls) {
        StopsAt progress(calls);
        QVERIFY(!findDivergences(story, language, alignment, Vocabulary(story, language), progress));
    }
}

void TestDivergence::rulesLeaveOffWhenNobodyWaits_data()
{
    using Rule = std::vector<Divergence> (*)(const DivergenceContext &);
    QTest::addColumn<Rule>("rule");
    QTest::newRow("status") << Rule(findStatusDivergences);
    QTest::newRow("wording") << Rule(findWordingDivergences);
}

/// A rule takes seconds in a long story, and no step is reported meanwhile.
void TestDivergence::rulesLeaveOffWhenNobodyWaits()
{
    using Rule = std::vector<Divergence> (*)(const DivergenceContext &);
    QFETCH(const Rule, rule);
    const Story story = storyOf(threeTellings());
    std::vector<ArticleLanguage> language;
    for (const Article &article : story.articles)
        language.push_back(analyse(article));
    const Vocabulary vocabulary(story, language);
    const Alignment alignment = alignmentOf(story);
    GivenUp progress;
    const DivergenceContext context(story, language, alignment, vocabulary, progress);
    QVERIFY(!rule(context).empty());
    progress.isGivenUp = true;
    QVERIFY(rule(context).empty());
}

void TestDivergence::nothingToCompare()
{
    QVERIFY(compared(Story{}).divergences.empty());
    QVERIFY(compared(storyOf({{u"Only one article says that it rained."_s}})).divergences.empty());
    QVERIFY(compared(storyOf({{u""_s}, {u"…"_s}})).divergences.empty());
}

void TestDivergence::unlinkedPassagesAreNotCompared()
{
    const Story story =
        storyOf({{u"The senate is expected to ratify the treaty."_s}, {u"The senate ratified the treaty."_s}});
    std::vector<ArticleLanguage> language;
    for (const Article &article : story.articles)
        language.push_back(analyse(article));
    NoProgress progress;
    QVERIFY(findDivergences(story, language, Alignment{}, Vocabulary(story, language), progress)->empty());
}

void TestDivergence::groupsJoinOnlyWhenHalfOfTheirPassagesAreLinked()
{
    // A chain of events: each passage shares one with the next article only.
    const Story story = storyOf({{u"a"_s}, {u"b"_s}, {u"c"_s}, {u"d"_s}});
    Alignment chain;
    for (int a = 0; a < 3; ++a) {
        chain.events.push_back({u"link"_s, {{{a, 0}, 1}, {{a + 1, 0}, 1}}, {}});
        chain.links.push_back({{a, 0}, {a + 1, 0}, 1, {}});
    }
    const std::vector<ArticleLanguage> language(4, ArticleLanguage{{PassageLanguage{}}});
    const Vocabulary vocabulary(story, language);
    const DivergenceContext context(story, language, chain, vocabulary);
    const std::vector<PassageRef> passages{{0, 0}, {1, 0}, {2, 0}, {3, 0}};
    const std::vector<std::vector<int>> groups = groupMentions(context, passages, {{0, 1, 3}, {2, 3, 2}, {1, 2, 1}});
    QCOMPARE(groups, (std::vector<std::vector<int>>{{0, 1}, {2, 3}}));
}

void TestDivergence::largestGroupIsA()
{
    const Story story = storyOf({{u"one word"_s}, {u"two word"_s}, {u"two word"_s}});
    const Alignment alignment = alignmentOf(story);
    const std::vector<ArticleLanguage> language(3, ArticleLanguage{{PassageLanguage{}}});
    const Vocabulary vocabulary(story, language);
    const DivergenceContext context(story, language, alignment, vocabulary);
    const TextSpan span{0, 3};
    const auto made = makeDivergence(context, DivergenceKind::Wording, Aspect::WordChoice, u"word"_s, 2.0,
                                     {{{0, 0}, span, 7, {}}, {{1, 0}, span, 3, {}}, {{2, 0}, span, 3, {}}});
    QVERIFY(made.has_value());
    QCOMPARE(made->readings[0].group, 1);
    QCOMPARE(made->readings[1].group, 0);
    QCOMPARE(made->weight, 1.0);
    QVERIFY(!makeDivergence(context, DivergenceKind::Wording, Aspect::WordChoice, u"word"_s, 1.0,
                            {{{0, 0}, span, 1, {}}, {{1, 0}, span, 1, {}}}));
}

void TestDivergence::clausesCoverTheSentence()
{
    const Story story = storyOf({{u"The senate, which met late, said that it will vote (again) while it rains."_s}});
    const ArticleLanguage language = analyse(story.articles[0]);
    const PassageLanguage &passage = language.passages[0];
    const QString &text = story.articles[0].passages[0].text;
    int next = 0;
    QStringList clauses;
    for (const WordRange &clause : clausesOf(text, passage, passage.sentences[0])) {
        QCOMPARE(clause.first, next);
        next = clause.end();
        clauses << spanOf(passage, clause).of(text).toString();
    }
    QCOMPARE(next, static_cast<int>(passage.words.size()));
    QCOMPARE(clauses, (QStringList{u"The senate"_s, u"which met late"_s, u"said"_s, u"that it will vote"_s, u"again"_s,
                                   u"while it rains"_s}));
}

void TestDivergence::sharedStoriesAreSound()
{
    const QString folder = QStringLiteral(PARALLAX_SHARED_DIR "/stories/kremlin-2017/articles");
    NoProgress progress;
    const auto story = readStory({folder}, progress);
    if (!story)
        QSKIP("the shared stories are not here");
    std::vector<ArticleLanguage> language;
    for (const Article &article : story->articles)
        language.push_back(analyse(article));
    const auto alignment = align(*story, language, Vocabulary(*story, language), Sureness::Balanced, progress);
    QVERIFY(alignment.has_value());
    const auto found = findDivergences(*story, language, *alignment, Vocabulary(*story, language), progress);
    QVERIFY(found.has_value());
    const Compared result{*story, *alignment, *found};
    verifySound(result);
    const bool hasVeto = std::ranges::any_of(result.divergences, [&](const Divergence &divergence) {
        const QString line = lineOf(result.story, divergence);
        return divergence.kind == DivergenceKind::Status && line.contains(u"expected to veto"_s) &&
               line.contains(u" vetoed"_s);
    });
    QVERIFY2(hasVeto, "expected to veto / vetoed");
}

QTEST_GUILESS_MAIN(TestDivergence)
#include "tst_divergence.moc"
