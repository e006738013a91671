// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/formats/format.h"
#include "story/formats/textformat.h"
#include "story/metadata.h"
#include "story/outlet.h"
#include "story/publicationdate.h"
#include "story/roles.h"
#include "story/sourcefile.h"
#include "story/storyreader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

#include <sys/stat.h>
#include <unistd.h>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

const QByteArray article =
    "Ferry runs aground in fog\n\n"
    "A passenger ferry carrying 214 people ran aground on Tuesday night, the coast guard said.\n\n"
    "All passengers were ashore by two in the morning.\n";

/// A folder of a test's own.
class Folder
{
public:
    QString path(const QString &name = {}) const { return name.isEmpty() ? m_dir.path() : m_dir.filePath(name); }
    void write(const QString &name, const QByteArray &bytes = article) const
    {
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
        file.write(bytes);
    }
    void link(const QString &target, const QString &name) const { QVERIFY(QFile::link(target, path(name))); }

private:
    QTemporaryDir m_dir;
};

Story readWhole(const QStringList &paths)
{
    NoProgress progress;
    auto story = readStory(paths, progress);
    return story ? std::move(*story) : Story();
}

QStringList filesOf(const Story &story)
{
    QStringList out;
    for (const Article &a : story.articles)
        out.append(a.file);
    return out;
}

QStringList skippedOf(const Story &story)
{
    static const QStringList reasons{u"unreadable"_s, u"empty"_s,       u"binary"_s,
                                     u"too large"_s,  u"unsupported"_s, u"damaged"_s};
    QStringList out;
    for (const SkippedFile &s : story.skipped)
        out.append(s.file + u": "_s + reasons.at(static_cast<int>(s.reason)) +
                   (s.detail.isEmpty() ? QString() : u", "_s + s.detail));
    return out;
}

class StopAt final : public Progress
{
public:
    explicit StopAt(int step)
        : m_left(step)
    {
    }
    bool step(Stage stage, int done, int total) override
    {
        wellFormed = wellFormed && stage == Stage::Read && done >= 0 && done <= total;
        return m_left-- > 0;
    }
    bool wellFormed = true;

private:
    int m_left;
};

} // namespace

class TestStoryReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void findsParagraphs_data();
    void findsParagraphs();
    void readsOnePassageALineInRealStories_data();
    void readsOnePassageALineInRealStories();

    void describes_data();
    void describes();
    void findsDays_data();
    void findsDays();
    void namesOutletsAfterFiles_data();
    void namesOutletsAfterFiles();

    void ordersNames_data();
    void ordersNames();
    void opensAFolder();
    void namesWhatItSkips();
    void neverOpensWhatIsNoFile();
    void readsALinkedFileOnce();
    void saysWhyAFileIsUnreadable();
    void refusesWhatIsTooLarge();
    void layoutsGiveTheSamePassages_data();
    void layoutsGiveTheSamePassages();
    void opensFilesWhoseNamesAreNotUtf8();
    void givesTheSameStoryInAnyOrder();
    void opensFilesOfSeveralFolders();
    void saysWhyNothingCouldBeRead();
    void stopsWhenTold();
    void readsOneHugeLine();
};

// ------------------------------------------------------------------------------------------------------------ layout

void TestStoryReader::findsParagraphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("paragraphs");

    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("blanks of every kind") << u" \n\t\n\u00a0\u200b\u3000\n\ufeff\n"_s << QStringList();
    QTest::newRow("one word") << u"Ferry"_s << QStringList{u"Ferry"_s};
    QTest::newRow("a paragraph a line") << u"One fell.\nTwo ran away.\nThree stayed."_s
                                        << QStringList{u"One fell."_s, u"Two ran away."_s, u"Three stayed."_s};
    QTest::newRow("blanks around and between")
        << u"\n\n  One fell.  \n\n\n\tTwo ran.\n"_s << QStringList{u"One fell."_s, u"Two ran."_s};
    QTest::newRow("inside, a tab becomes a space and the rest stays")
        << u"One\tfell  here\u00a0now."_s << QStringList{u"One fell  here\u00a0now."_s};
    QTest::newRow("a mark in front is no text") << u"\ufeffOne fell."_s << QStringList{u"One fell."_s};
    QTest::newRow("hard-wrapped blocks")
        << u"Ferry runs aground\n\n"
           "A passenger ferry carrying 214 people ran aground in fog on Tuesday\n"
           "night, injuring twelve of them, the coast guard said. The vessel had\n"
           "left Port Halden at half past seven and struck a sandbank.\n\n"
           "All passengers were ashore by two in the morning, and the operator\n"
           "promised to pay for their hotels.\n"_s
        << QStringList{
               u"Ferry runs aground"_s,
               u"A passenger ferry carrying 214 people ran aground in fog on Tuesday night, injuring twelve of them, the coast guard said. The vessel had left Port Halden at half past seven and struck a sandbank."_s,
               u"All passengers were ashore by two in the morning, and the operator promised to pay for their hotels."_s};
    QTest::newRow("hard-wrapped, paragraphs parted by an indent only")
        << u"  A passenger ferry carrying 214 people ran aground in fog on Tuesday\n"
           "night, injuring twelve of them, the coast guard said. The vessel had\n"
           "left Port Halden at half past seven.\n"
           "  All passengers were ashore by two in the morning, and the operator\n"
           "promised to pay for their hotels and for the journey home of each of\n"
           "the families.\n"_s
        << QStringList{
               u"A passenger ferry carrying 214 people ran aground in fog on Tuesday night, injuring twelve of them, the coast guard said. The vessel had left Port Halden at half past seven."_s,
               u"All passengers were ashore by two in the morning, and the operator promised to pay for their hotels and for the journey home of each of the families."_s};
    QTest::newRow("hard-wrapped with a list")
        << u"The coast guard has named three places where families of those aboard\n"
           "can wait for news of the rescue, which may take until the morning:\n"
           "- the old town hall of Port Halden, which is open all night and has\n"
           "  beds for sixty\n"
           "- the school\n"
           "Anyone else is asked to stay at home and to leave the coast road free\n"
           "for the ambulances.\n"_s
        << QStringList{
               u"The coast guard has named three places where families of those aboard can wait for news of the rescue, which may take until the morning:"_s,
               u"- the old town hall of Port Halden, which is open all night and has beds for sixty"_s,
               u"- the school"_s,
               u"Anyone else is asked to stay at home and to leave the coast road free for the ambulances."_s};
    QTest::newRow("a byline and a date in the block of a wrapped text stay apart")
        << u"Ferry runs aground\nBy Mara Dunne\nMay 4, 2021\n"
           "A passenger ferry carrying 214 people ran aground in fog on Tuesday\n"
           "night, injuring twelve of them, the coast guard said. The vessel had\n"
           "left Port Halden at half past seven and struck a sandbank which no\n"
           "chart of the bay shows.\n"_s
        << QStringList{
               u"Ferry runs aground"_s, u"By Mara Dunne"_s, u"May 4, 2021"_s,
               u"A passenger ferry carrying 214 people ran aground in fog on Tuesday night, injuring twelve of them, the coast guard said. The vessel had left Port Halden at half past seven and struck a sandbank which no chart of the bay shows."_s};
    QTest::newRow("short paragraphs on lines that follow each other are not wrapped text")
        << u"The ferry left at half past seven.\nIt struck a sandbank near the point.\nTwelve people were hurt, two badly.\nThe captain has said nothing yet.\n"_s
        << QStringList{u"The ferry left at half past seven."_s, u"It struck a sandbank near the point."_s,
                       u"Twelve people were hurt, two badly."_s, u"The captain has said nothing yet."_s};
    QTest::newRow("verse and lists of names are not wrapped text")
        << u"Mara Dunne, 34\nTomas Reyl, 52\nJana Belik, 38\nKlara Stoll, 61\nand two children\n"_s
        << QStringList{u"Mara Dunne, 34"_s, u"Tomas Reyl, 52"_s, u"Jana Belik, 38"_s, u"Klara Stoll, 61"_s,
                       u"and two children"_s};
    QTest::newRow("wrapped Japanese joins without spaces")
        << u"火曜日の夜、乗客乗員214人を乗せたフェリーが濃霧の中で座礁し、\n"
           "12人が負傷した。海上保安庁によると、船は午後7時40分に港を出\n"
           "て、約三海里沖の砂州に乗り上げた。乗客は全員救助され、午前二\n"
           "時までに陸に上がったという。船長は何も話していない。\n"_s
        << QStringList{
               u"火曜日の夜、乗客乗員214人を乗せたフェリーが濃霧の中で座礁し、12人が負傷した。海上保安庁によると、船は午後7時40分に港を出て、約三海里沖の砂州に乗り上げた。乗客は全員救助され、午前二時までに陸に上がったという。船長は何も話していない。"_s};
}

void TestStoryReader::findsParagraphs()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, paragraphs);
    QCOMPARE(paragraphsOf(text), paragraphs);
}

void TestStoryReader::readsOnePassageALineInRealStories_data()
{
    QTest::addColumn<QString>("path");
    const QDir stories(QStringLiteral(PARALLAX_SHARED_DIR "/stories"));
    for (const QString &story : stories.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir articles(stories.filePath(story + u"/articles"_s));
        for (const QString &file : articles.entryList({u"*.txt"_s}, QDir::Files))
            QTest::newRow(qPrintable(story + u'/' + file)) << articles.filePath(file);
    }
    if (!stories.exists())
        QSKIP("the annotated stories are not here");
}

void TestStoryReader::readsOnePassageALineInRealStories()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (QString &line : lines)
        line = line.trimmed().normalized(QString::NormalizationForm_C);
    lines.removeAll(QString());
    const Story story = readWhole({path});
    QCOMPARE(story.articles.size(), 1u);
    QStringList passages;
    for (const Passage &p : story.articles.front().passages)
        passages.append(p.text);
    QCOMPARE(passages, lines);
}

// ---------------------------------------------------------------------------------------------------------- metadata

void TestStoryReader::describes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("outlet");
    QTest::addColumn<QString>("published");

    const QString lead =
        u"A passenger ferry carrying 214 people ran aground in fog on Tuesday night, the coast guard said."_s;
    const QString none;
    const QString number = u"004_04800dc24e6c99a6.txt"_s;
    const auto row = [](const char *name, const QString &file, const QStringList &lines, const QString &title,
                        const QString &outlet, const QString &published) {
        QTest::newRow(name) << file << lines << title << outlet << published;
    };
    row("headline and date line", number, {u"Ferry runs aground"_s, u"Tuesday, June 2, 2009"_s, lead},
        u"Ferry runs aground"_s, none, u"2009-06-02"_s);
    row("no headline: the opening words", number, {lead},
        u"A passenger ferry carrying 214 people ran aground in fog on Tuesday…"_s, none, none);
    row("opening words without the dateline", number,
        {u"PORT HALDEN (Reuters) - A ferry ran aground on Tuesday night."_s},
        u"A ferry ran aground on Tuesday night."_s, u"Reuters"_s, none);
    row("a date label that opens the text", number,
        {u"date 2017-04-13 HALDEN/OSLO - A ferry ran aground on Tuesday night."_s},
        u"A ferry ran aground on Tuesday night."_s, none, u"2017-04-13"_s);
    row("published counts, updated does not", number,
        {u"Ferry runs aground"_s, u"Updated: 5 May 2021"_s, u"Published: 3 May 2021"_s, lead}, u"Ferry runs aground"_s,
        none, u"2021-05-03"_s);
    row("updated is better than nothing", number, {u"Ferry runs aground"_s, u"Last updated 5 May 2021"_s, lead},
        u"Ferry runs aground"_s, none, u"2021-05-05"_s);
    row("a day in a sentence is the story's", number,
        {u"Ferry runs aground"_s, u"The last such accident in the bay was on May 3, 1998, officials said."_s},
        u"Ferry runs aground"_s, none, none);
    row("a date in a picture's name is the picture's", number,
        {u"Ferry runs aground"_s, u"4222 - 2017_04_30 - FERRY.jpg"_s, lead}, u"Ferry runs aground"_s, none, none);
    row("day and month that could be either way", number, {u"Ferry runs aground"_s, u"Published 03/04/2021"_s, lead},
        u"Ferry runs aground"_s, none, none);
    row("copyright line", number, {u"Ferry runs aground"_s, lead, u"© 2020 The Harbour Times. All rights reserved."_s},
        u"Ferry runs aground"_s, u"The Harbour Times"_s, none);
    row("copyright of a company", number, {u"Ferry runs aground"_s, lead, u"Copyright 2020 Halden Bay Media Ltd."_s},
        u"Ferry runs aground"_s, u"Halden Bay Media"_s, none);
    row("source field", number, {u"Ferry runs aground"_s, u"Source: Halden Bladet"_s, lead}, u"Ferry runs aground"_s,
        u"Halden Bladet"_s, none);
    row("masthead", number, {u"The Harbour Times"_s, u"Ferry runs aground in fog"_s, lead},
        u"Ferry runs aground in fog"_s, u"The Harbour Times"_s, none);
    row("a section of a section", number, {u"News"_s, u"Sports News"_s, u"Ferry runs aground in fog"_s, lead},
        u"Ferry runs aground in fog"_s, none, none);
    row("a section is no outlet", number, {u"World News"_s, u"Ferry runs aground in fog"_s, lead},
        u"Ferry runs aground in fog"_s, none, none);
    row("headline with the site's name", number, {u"Ferry runs aground in fog | The Harbour Times"_s, lead},
        u"Ferry runs aground in fog"_s, u"The Harbour Times"_s, none);
    row("headline with a dash of its own", number, {u"Ferry runs aground - twelve hurt"_s, lead},
        u"Ferry runs aground - twelve hurt"_s, none, none);
    row("byline with the outlet", number, {u"Ferry runs aground"_s, u"By JANE DOE, Halden Herald"_s, lead},
        u"Ferry runs aground"_s, u"Halden Herald"_s, none);
    row("byline with a day", number, {u"Ferry runs aground"_s, u"By Jane Doe, May 3, 2021"_s, lead},
        u"Ferry runs aground"_s, none, u"2021-05-03"_s);
    row("an outlet quoted in the text is not the publisher", number,
        {u"Ferry runs aground"_s, lead, u"The captain had been drinking, the Harbour Times reported on Friday."_s},
        u"Ferry runs aground"_s, none, none);
    row("file name for outlet and day", u"2019-05-04 Guardian - ferry.txt"_s, {u"Ferry runs aground"_s, lead},
        u"Ferry runs aground"_s, u"Guardian"_s, u"2019-05-04"_s);
    row("the text is believed before the file name", u"2019-05-04 Guardian.txt"_s,
        {u"Ferry runs aground"_s, u"May 3, 2019"_s, lead, u"© 2019 The Harbour Times"_s}, u"Ferry runs aground"_s,
        u"The Harbour Times"_s, u"2019-05-03"_s);
    row("the paper that printed it stands before the agency that wrote it", u"harbour-times.txt"_s,
        {u"Ferry runs aground"_s, u"HALDEN (AP) — A ferry ran aground on Tuesday night."_s}, u"Ferry runs aground"_s,
        u"Harbour Times"_s, none);
    row("an agency where nothing else is known", number,
        {u"Ferry runs aground"_s, u"HALDEN (AP) — A ferry ran aground on Tuesday night."_s}, u"Ferry runs aground"_s,
        u"Associated Press"_s, none);
    row("page furniture alone still has a title", number, {u"You are here"_s}, u"You are here"_s, none, none);
    row("the article's own address", number,
        {u"https://www.haldenbladet.no/news/2021/05/03/ferry"_s, u"Ferry runs aground"_s, lead},
        u"Ferry runs aground"_s, u"haldenbladet.no"_s, u"2021-05-03"_s);
}

void TestStoryReader::describes()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, lines);
    QFETCH(const QString, title);
    QFETCH(const QString, outlet);
    QFETCH(const QString, published);
    Article a;
    a.file = file;
    for (const QString &line : lines)
        a.passages.push_back({line, Role::Body});
    assignRoles(a.passages);
    describe(a);
    QCOMPARE(a.title, title);
    QCOMPARE(a.outlet, outlet);
    QCOMPARE(a.published ? a.published->toString(Qt::ISODate) : QString(), published);
}

void TestStoryReader::findsDays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("day");
    const auto rows = [](const QString &day, const QStringList &texts) {
        for (const QString &text : texts)
            QTest::newRow(qPrintable(text)) << text << day;
    };
    rows(u"2009-06-01"_s,
         {u"Monday, June 1, 2009"_s, u"1 June 2009"_s, u"1st of June 2009"_s, u"Jun. 1, 2009"_s, u"2009-06-01"_s,
          u"2009/6/1"_s, u"20090601"_s, u"01.06.2009"_s, u"1.6.2009"_s, u"paper_2009_06_01.txt"_s, u"01-Jun-2009"_s});
    rows(u"2017-04-30"_s, {u"30/04/2017"_s, u"04/30/2017"_s, u"30-04-2017"_s, u"30_04_2017"_s});
    rows(u"2017-04-04"_s, {u"04/04/2017"_s});
    rows(u"2004-02-29"_s, {u"February 29, 2004"_s});
    rows(QString(), {u""_s, u"03/04/2017"_s, u"12_04_2017"_s, u"June 2009"_s, u"1 June"_s, u"2009"_s, u"31 June 2009"_s,
                     u"February 29, 2005"_s, u"2009-13-01"_s, u"1 June 1066"_s, u"2150-01-01"_s, u"42225711"_s,
                     u"8535afbfc5f06bd5"_s, u"1234567890"_s, u"+33 1 57 02 10 55"_s, u"1 Foobar 2009"_s});
}

void TestStoryReader::findsDays()
{
    QFETCH(const QString, text);
    QFETCH(const QString, day);
    const auto found = fullDateIn(text);
    QCOMPARE(found ? found->toString(Qt::ISODate) : QString(), day);
}

void TestStoryReader::namesOutletsAfterFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("outlet");
    const auto row = [](const QString &file, const QString &outlet) {
        QTest::newRow(qPrintable(file)) << file << outlet;
    };
    row(u"harbour-times.txt"_s, u"Harbour Times"_s);
    row(u"The Harbour Times.txt"_s, u"The Harbour Times"_s);
    row(u"HarbourTimes.txt"_s, u"Harbour Times"_s);
    row(u"bbc-2019-05-04.txt"_s, u"BBC"_s);
    row(u"2019-05-04 Guardian - Ferry runs aground.txt"_s, u"Guardian"_s);
    row(u"2019-05-04_guardian.txt"_s, u"Guardian"_s);
    row(u"01 - Le Monde.txt"_s, u"Le Monde"_s);
    row(u"3. politico.txt"_s, u"Politico"_s);
    row(u"france24.txt"_s, u"France24"_s);
    row(u"bbc_news.txt"_s, u"BBC News"_s);
    for (const QString &file :
         {u"000_8535afbfc5f06bd5.txt"_s, u"M0080.txt"_s, u"17.txt"_s, u"article.txt"_s, u"article 2.txt"_s,
          u"untitled.txt"_s, u"a.txt"_s, u"ferry-runs-aground.txt"_s, u"2019-05-04.txt"_s, u"deadbeef0badf00d.txt"_s,
          u"good-a.txt"_s, u"text"_s, u"...txt"_s, u"five words that tell a story.txt"_s})
        row(file, QString());
}

void TestStoryReader::namesOutletsAfterFiles()
{
    QFETCH(const QString, file);
    QFETCH(const QString, outlet);
    QCOMPARE(outletInFileName(file, u"Ferry runs aground"_s), outlet);
}

// ----------------------------------------------------------------------------------------------------------- folders

void TestStoryReader::ordersNames_data()
{
    QTest::addColumn<QStringList>("ordered");
    QTest::newRow("numbers by value") << QStringList{u"page 2"_s, u"page 9"_s, u"page 10"_s, u"page 0011"_s};
    QTest::newRow("case does not part names") << QStringList{u"Alpha"_s, u"beta"_s, u"Gamma"_s};
    QTest::newRow("names that differ in case only") << QStringList{u"Story"_s, u"story"_s};
    QTest::newRow("a name before its continuation") << QStringList{u"bbc"_s, u"bbc-2"_s, u"bbc-10"_s};
    QTest::newRow("leading zeros") << QStringList{u"01"_s, u"1"_s, u"02"_s};
    QTest::newRow("numbers of many digits") << QStringList{u"9999999999999999999999"_s, u"10000000000000000000000"_s};
}

void TestStoryReader::ordersNames()
{
    QFETCH(const QStringList, ordered);
    QStringList names = ordered;
    std::ranges::sort(names);
    do {
        QStringList sorted = names;
        std::ranges::sort(sorted, [](const QString &a, const QString &b) { return isNaturallyLess(a, b); });
        QCOMPARE(sorted, ordered);
    } while (std::ranges::next_permutation(names).found);
}

void TestStoryReader::opensAFolder()
{
    const Folder folder;
    folder.write(u"page 10.txt"_s);
    folder.write(u"page 9.TXT"_s);
    folder.write(u"Abc.text"_s);
    folder.write(u"no suffix"_s);
    folder.write(u".hidden.txt"_s);
    const Story story = readWhole({folder.path()});
    QCOMPARE(filesOf(story), (QStringList{u"Abc.text"_s, u"no suffix"_s, u"page 9.TXT"_s, u"page 10.txt"_s}));
    QCOMPARE(story.title, QDir(folder.path()).dirName());
    QCOMPARE(story.folder, QDir(folder.path()).canonicalPath());
    QCOMPARE(story.skipped.size(), 0u);
    const Article &first = story.articles.front();
    QCOMPARE(first.title, u"Ferry runs aground in fog"_s);
    QCOMPARE(first.language, u"en"_s);
    QCOMPARE(first.passages.size(), 3u);
    QCOMPARE(first.passages[0].role, Role::Headline);
    QCOMPARE(first.passages[2].text, u"All passengers were ashore by two in the morning."_s);
    QCOMPARE(readWhole({folder.path() + u"/"_s}), story);
}

void TestStoryReader::namesWhatItSkips()
{
    const Folder folder;
    folder.write(u"a.txt"_s);
    folder.write(u"blank.txt"_s, " \r\n\t\n\xe2\x80\x8b\n");
    folder.write(u"empty.txt"_s, "");
    folder.write(u"noise.txt"_s, QByteArray(500, '\x02'));
    folder.write(u"page.html"_s, "<p>&nbsp;</p>");
    folder.write(u"photo.JPG"_s, "\xff\xd8\xff");
    folder.write(u"picture.txt"_s, "\x89PNG\r\n\x1a\n....");
    folder.write(u"a.txt~"_s);
    QVERIFY(QDir(folder.path()).mkdir(u"more.txt"_s));
    const Story story = readWhole({folder.path()});
    QCOMPARE(filesOf(story), QStringList{u"a.txt"_s});
    QCOMPARE(skippedOf(story),
             (QStringList{u"a.txt~: unsupported, editor's copy"_s, u"blank.txt: empty"_s, u"empty.txt: empty"_s,
                          u"more.txt: unsupported, folder"_s, u"noise.txt: binary"_s, u"page.html: empty"_s,
                          u"photo.JPG: unsupported, JPEG image"_s, u"picture.txt: binary, image/png"_s}));
}

void TestStoryReader::neverOpensWhatIsNoFile()
{
    const Folder folder;
    folder.write(u"a.txt"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(folder.path(u"pipe.txt"_s)).constData(), 0600), 0);
    folder.link(u"/dev/zero"_s, u"zero.txt"_s);
    const Story story = readWhole({folder.path()}); // would wait here for ever
    QCOMPARE(filesOf(story), QStringList{u"a.txt"_s});
    QCOMPARE(skippedOf(story),
             (QStringList{u"pipe.txt: unsupported, named pipe"_s, u"zero.txt: unsupported, device"_s}));
}

void TestStoryReader::readsALinkedFileOnce()
{
    const Folder folder, elsewhere;
    elsewhere.write(u"far.txt"_s);
    folder.write(u"m.txt"_s);
    folder.link(folder.path(u"m.txt"_s), u"a.txt"_s);
    folder.link(elsewhere.path(u"far.txt"_s), u"x.txt"_s);
    folder.link(elsewhere.path(u"far.txt"_s), u"y.txt"_s);
    folder.link(folder.path(u"gone"_s), u"broken.txt"_s);
    folder.link(folder.path(u"loop.txt"_s), u"loop.txt"_s);
    folder.link(folder.path(), u"self.txt"_s);
    const Story story = readWhole({folder.path()});
    QCOMPARE(filesOf(story), (QStringList{u"m.txt"_s, u"x.txt"_s}));
    QCOMPARE(
        skippedOf(story),
        (QStringList{u"a.txt: unsupported, link to m.txt"_s, u"broken.txt: unreadable, No such file or directory"_s,
                     u"loop.txt: unreadable, Too many levels of symbolic links"_s, u"self.txt: unsupported, folder"_s,
                     u"y.txt: unsupported, link to far.txt"_s}));
}

void TestStoryReader::saysWhyAFileIsUnreadable()
{
    if (::geteuid() == 0)
        QSKIP("root may read everything");
    const Folder folder;
    folder.write(u"a.txt"_s);
    folder.write(u"secret.txt"_s);
    QVERIFY(QFile::setPermissions(folder.path(u"secret.txt"_s), {}));
    const Story story = readWhole({folder.path()});
    QCOMPARE(filesOf(story), QStringList{u"a.txt"_s});
    QCOMPARE(skippedOf(story), QStringList{u"secret.txt: unreadable, Permission denied"_s});
}

void TestStoryReader::layoutsGiveTheSamePassages_data()
{
    QTest::addColumn<int>("margin");      // of wrapping, 0: none
    QTest::addColumn<QString>("between"); // paragraphs
    QTest::addColumn<QString>("indent");  // of first lines
    QTest::addColumn<QString>("lines");   // how they end
    QTest::newRow("blank lines") << 0 << u"\n"_s << QString() << u"\n"_s;
    QTest::newRow("a paragraph a line") << 0 << QString() << QString() << u"\n"_s;
    QTest::newRow("indented, a paragraph a line") << 0 << QString() << u"    "_s << u"\n"_s;
    QTest::newRow("indented by a tab, blank lines") << 0 << u"\n"_s << u"\t"_s << u"\n"_s;
    QTest::newRow("indented by ideographic spaces") << 0 << QString() << u"\u3000\u3000"_s << u"\n"_s;
    QTest::newRow("wrapped at 72, blank lines") << 72 << u"\n"_s << QString() << u"\n"_s;
    QTest::newRow("wrapped at 60, blank lines, CR LF") << 60 << u"\n"_s << QString() << u"\r\n"_s;
    QTest::newRow("wrapped at 65, indented") << 65 << QString() << u"   "_s << u"\n"_s;
    QTest::newRow("wrapped at 80, indented, two blank lines") << 80 << u"\n\n"_s << u"  "_s << u"\n"_s;
    QTest::newRow("wrapped at 50, old Mac line ends") << 50 << u"\n"_s << QString() << u"\r"_s;
}

void TestStoryReader::layoutsGiveTheSamePassages()
{
    QFETCH(const int, margin);
    QFETCH(const QString, between);
    QFETCH(const QString, indent);
    QFETCH(const QString, lines);
    QFile sample(QStringLiteral(PARALLAX_SOURCE_DIR "/resources/samples/radva-dam/marlowe-courier.txt"));
    QVERIFY(sample.open(QIODevice::ReadOnly));
    const QStringList paragraphs = QString::fromUtf8(sample.readAll()).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(paragraphs.size() > 8);
    QString text;
    for (const QString &paragraph : paragraphs) {
        QString line = indent;
        for (const QString &word : paragraph.split(u' ')) {
            if (margin > 0 && line.size() > indent.size() && line.size() + 1 + word.size() > margin) {
                text += line + u'\n';
                line.clear();
            }
            line += (line.trimmed().isEmpty() ? QString() : u" "_s) + word;
        }
        text += line + u'\n' + between;
    }
    const Folder folder;
    folder.write(u"a.txt"_s, text.replace(u'\n', lines).toUtf8());
    const Story story = readWhole({folder.path()});
    QStringList told;
    for (const Passage &passage : story.articles.front().passages)
        told << passage.text;
    QCOMPARE(told, paragraphs);
}

void TestStoryReader::refusesWhatIsTooLarge()
{
    const Folder folder;
    folder.write(u"a.txt"_s);
    folder.write(u"large.txt"_s);
    QVERIFY(QFile::resize(folder.path(u"large.txt"_s), largestFile + 1));
    QCOMPARE(skippedOf(readWhole({folder.path()})), QStringList{u"large.txt: too large, 64 MiB"_s});
    QVERIFY(QFile::resize(folder.path(u"large.txt"_s), largestText + 1));
    QCOMPARE(skippedOf(readWhole({folder.path()})), QStringList{u"large.txt: too large, 16 MiB"_s});
    folder.write(u"large.txt"_s, QByteArray("Told in one line. ").repeated(250'000));
    QCOMPARE(skippedOf(readWhole({folder.path()})), QStringList{u"large.txt: too large, 4000000 characters"_s});
    folder.write(u"large.txt"_s, QByteArray("Told.\n\n").repeated(50'001));
    QCOMPARE(skippedOf(readWhole({folder.path()})), QStringList{u"large.txt: too large, 50000 passages"_s});
    folder.write(u"exact"_s, "12345");
    const std::filesystem::path exact = toPath(folder.path(u"exact"_s));
    QVERIFY(readRegularFile(exact, 5));
    QCOMPARE(readRegularFile(exact, 4).error().reason, SkipReason::TooLarge);
}

void TestStoryReader::opensFilesWhoseNamesAreNotUtf8()
{
    const Folder folder;
    folder.write(u"a.txt"_s);
    const QByteArray name = QFile::encodeName(folder.path()) + "/caf\xe9.txt";
    FILE *file = std::fopen(name.constData(), "w");
    if (!file)
        QSKIP("this file system takes UTF-8 names only");
    std::fputs(article.constData(), file);
    std::fclose(file);
    const Story story = readWhole({folder.path()});
    QCOMPARE(filesOf(story), (QStringList{u"a.txt"_s, u"caf\uFFFD.txt"_s}));
    QCOMPARE(story.articles[1].passages.size(), 3u);
    QCOMPARE(std::remove(name.constData()), 0); // QTemporaryDir can't
}

void TestStoryReader::givesTheSameStoryInAnyOrder()
{
    const Folder folder;
    QStringList paths;
    for (const QString &name : {u"b.txt"_s, u"a 10.txt"_s, u"a 9.txt"_s, u"c.bin"_s}) {
        folder.write(name, article + name.toUtf8());
        paths.append(folder.path(name));
    }
    const Story whole = readWhole({folder.path()});
    QCOMPARE(filesOf(whole), (QStringList{u"a 9.txt"_s, u"a 10.txt"_s, u"b.txt"_s}));
    std::ranges::sort(paths);
    do {
        QCOMPARE(readWhole(paths), whole);
    } while (std::ranges::next_permutation(paths).found);
    QStringList twice = paths + paths;
    twice.append(folder.path(u"../"_s + QDir(folder.path()).dirName() + u"/b.txt"_s));
    QCOMPARE(readWhole(twice), whole);
}

void TestStoryReader::opensFilesOfSeveralFolders()
{
    const Folder folder;
    QVERIFY(QDir(folder.path()).mkdir(u"one"_s) && QDir(folder.path()).mkdir(u"two"_s));
    folder.write(u"one/ferry.txt"_s);
    folder.write(u"two/ferry.txt"_s);
    const Story story = readWhole({folder.path(u"two/ferry.txt"_s), folder.path(u"one/ferry.txt"_s)});
    QCOMPARE(filesOf(story), (QStringList{u"one/ferry.txt"_s, u"two/ferry.txt"_s}));
    QCOMPARE(story.title, u"ferry"_s);
    QCOMPARE(story.folder, QDir(folder.path()).canonicalPath());
    const Story single = readWhole({folder.path(u"one/ferry.txt"_s)});
    QCOMPARE(filesOf(single), QStringList{u"ferry.txt"_s});
    QCOMPARE(single.title, u"one"_s);
}

void TestStoryReader::saysWhyNothingCouldBeRead()
{
    NoProgress progress;
    const Folder folder;
    QCOMPARE(readStory({}, progress).error().error, ReadError::NotFound);
    const auto missing = readStory({folder.path(u"nowhere"_s)}, progress);
    QCOMPARE(missing.error().error, ReadError::NotFound);
    QCOMPARE(missing.error().path, folder.path(u"nowhere"_s));
    QCOMPARE(readStory({folder.path()}, progress).error().error, ReadError::NothingToRead);
    folder.write(u"photo.jpg"_s);
    const auto onlyPictures = readStory({folder.path()}, progress);
    QCOMPARE(onlyPictures.error().error, ReadError::NothingToRead);
    QCOMPARE(onlyPictures.error().path, folder.path());
    QCOMPARE(onlyPictures.error().skipped,
             (std::vector<SkippedFile>{{u"photo.jpg"_s, SkipReason::Unsupported, u"JPEG image"_s}}));
    folder.write(u"a.txt"_s);
    const auto oneMissing = readStory({folder.path(u"a.txt"_s), folder.path(u"gone.txt"_s)}, progress);
    QVERIFY(oneMissing);
    QCOMPARE(skippedOf(*oneMissing), QStringList{u"gone.txt: unreadable, No such file or directory"_s});
    if (::geteuid() != 0) {
        QVERIFY(QFile::setPermissions(folder.path(), {}));
        QCOMPARE(readStory({folder.path()}, progress).error().error, ReadError::NotReadable);
        QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
}

void TestStoryReader::stopsWhenTold()
{
    const Folder folder;
    for (const QString &name : {u"a.txt"_s, u"b.txt"_s, u"c.jpg"_s})
        folder.write(name);
    constexpr int steps = 5; // at the start, before each file, and at the end
    for (int step = 0; step < steps; ++step) {
        StopAt progress(step);
        const auto story = readStory({folder.path()}, progress);
        QVERIFY(!story);
        QCOMPARE(story.error().error, ReadError::Cancelled);
        QVERIFY(progress.wellFormed);
    }
    StopAt never(steps);
    QVERIFY(readStory({folder.path()}, never));
}

/// Patterns and layout are judged line by line: a line of megabytes must not cost more than its length.
void TestStoryReader::readsOneHugeLine()
{
    const Folder folder;
    QByteArray line;
    while (line.size() < 3 * 1024 * 1024)
        line += "By (Reuters) - a, b | c: Photo by, and in the Read more ";
    folder.write(u"wall.txt"_s, line);
    folder.write(u"dots.txt"_s, QByteArray(1024 * 1024, '.'));
    folder.write(u"names.txt"_s, QByteArray("Abc De ").repeated(100'000));
    const Story story = readWhole({folder.path()});
    QCOMPARE(story.articles.size(), 3u);
    for (const Article &a : story.articles)
        QCOMPARE(a.passages.size(), 1u);
}

QTEST_GUILESS_MAIN(TestStoryReader)
#include "tst_storyreader.moc"
