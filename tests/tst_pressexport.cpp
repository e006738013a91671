// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/pressexport.h"
#include "story/storyreader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

const QByteArray nexis =
    "User name: desk\nTotal documents: 2\n\n"
    "Document 1 of 2\n\nThe Harbour Times\n\nMay 14, 2024 Tuesday\n\nFerry runs aground in thick fog\n\n"
    "BYLINE: Mara Dunne\n\nSECTION: NEWS; Pg. 1\n\nLENGTH: 51 words\n\n"
    "A passenger ferry carrying 214 people ran aground on Tuesday night, the coast guard said.\n\n"
    "All passengers were ashore by two in the morning.\n\nLOAD-DATE: May 15, 2024\n\n"
    "Copyright 2024 The Harbour Times\nAll Rights Reserved\n\n"
    "Document 2 of 2\n\nThe Island Post\n\nMay 15, 2024 Wednesday\n\nAt least 15 hurt as ferry hits sandbank\n\n"
    "LENGTH: 38 words\n\nAt least 15 people were hurt when a ferry hit a sandbank, officials said.\n\n"
    "The last of 2 of 3 groups reached land shortly after two.\n\nLOAD-DATE: May 16, 2024\n";

const QByteArray factiva =
    "Ferry runs aground in thick fog\n\nBy Mara Dunne\n\n51 words\n\n14 May 2024\n\nThe Harbour "
    "Times\n\nHARTIM\n\nEnglish\n\n"
    "A passenger ferry carrying 214 people ran aground on Tuesday night, the coast guard said.\n\n"
    "Document HARTIM0020240514ek5e0003x\n\n"
    "At least 15 hurt as ferry hits sandbank\n\n38 words\n\n15 May 2024\n\nThe Island Post\n\n"
    "At least 15 people were hurt when a ferry hit a sandbank, officials said.\n\nDocument ISLPST0020240515ek5f0001a\n";

const QByteArray fields =
    "Ferry runs aground in thick fog\n\nThe Harbour Times\n\nLength: 51 words\n\n"
    "A passenger ferry carrying 214 people ran aground on Tuesday night, the coast guard said.\n\n"
    "Load-Date: May 15, 2024\n\nCopyright 2024 The Harbour Times. All Rights Reserved\n\n"
    "At least 15 hurt as ferry hits sandbank\n\nThe Island Post\n\nLength: 38 words\n\n"
    "At least 15 people were hurt when a ferry hit a sandbank, officials said.\n\nLoad-Date: May 16, 2024\n";

Story storyOf(const QByteArray &text)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"export.txt"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(text);
    file.close();
    NoProgress progress;
    auto story = readStory({folder.path()}, progress);
    return story ? std::move(*story) : Story();
}

QStringList bodyOf(const Article &article)
{
    QStringList out;
    for (const Passage &p : article.passages) {
        if (p.role == Role::Body)
            out.append(p.text);
    }
    return out;
}

} // namespace

class TestPressExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsArticles_data();
    void partsArticles();
    void leavesArticlesWhole_data();
    void leavesArticlesWhole();
};

void TestPressExport::partsArticles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("firstBody");
    QTest::newRow("a count before each") << nexis
                                         << QStringList{
                                                u"A passenger ferry carrying 214 people ran aground on Tuesday night, "
                                                "the coast guard said."_s,
                                                u"All passengers were ashore by two in the morning."_s};
    const QStringList one{
        u"A passenger ferry carrying 214 people ran aground on Tuesday night, the coast guard said."_s};
    QTest::newRow("a document number behind each") << factiva << one;
    QTest::newRow("fields below each") << fields << one;
}

void TestPressExport::partsArticles()
{
    QFETCH(QByteArray, text);
    const Story story = storyOf(text);
    QCOMPARE(story.articles.size(), 2u);
    QCOMPARE(story.split, (std::vector<SplitFile>{{u"export.txt"_s, 2}}));
    const Article &first = story.articles[0], &second = story.articles[1];
    QTEST(bodyOf(first), "firstBody");
    QCOMPARE(first.source(), u"export.txt#1"_s);
    QCOMPARE(second.source(), u"export.txt#2"_s);
    QCOMPARE(first.title, u"Ferry runs aground in thick fog"_s);
    QCOMPARE(second.title, u"At least 15 hurt as ferry hits sandbank"_s);
    QVERIFY(bodyOf(second).contains(u"At least 15 people were hurt when a ferry hit a sandbank, officials said."_s));
    QVERIFY(first.outlet.isEmpty() || first.outlet == "The Harbour Times"_L1);
    QVERIFY(second.outlet.isEmpty() || second.outlet == "The Island Post"_L1);
}

void TestPressExport::leavesArticlesWhole_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one article with a length")
        << QByteArray("Ferry aground\n\nLength: 51 words\n\nIt sank.\n\nLoad-Date: May 15\n");
    QTest::newRow("pictures that are counted")
        << QByteArray("Ferry aground\n\n2 of 3\n\nIt sank.\n\n3 of 3\n\nAll are safe.\n");
    QTest::newRow("one picture of many") << QByteArray(
        "Ferry aground\n\n1 of 3\n\nIt sank in the night, and all are safe.\n");
    QTest::newRow("copyright lines alone")
        << QByteArray("Ferry aground\n\nIt sank.\n\nCopyright 2024 X. All rights reserved.\n\nMore.\n\nCopyright 2024 "
                      "X. All rights reserved.\n");
}

void TestPressExport::leavesArticlesWhole()
{
    QFETCH(QByteArray, text);
    const Story story = storyOf(text);
    QCOMPARE(story.articles.size(), 1u);
    QCOMPARE(story.articles[0].part, 0);
    QVERIFY(story.split.empty());
}

QTEST_GUILESS_MAIN(TestPressExport)
#include "tst_pressexport.moc"
