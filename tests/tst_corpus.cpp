// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a reader would state about each case of tests/corpus, and the golden of each case. Rows come from the folders:
//! tests/corpus/README.md says how to add one and what every fact means.
#include "comparison/dump.h"
#include "linediff.h"
#include "storyfolders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView KindWords[] = {"figure"_L1,      "date"_L1, "status"_L1,  "quote"_L1,
                                           "attribution"_L1, "name"_L1, "wording"_L1, "detail"_L1};
constexpr QLatin1StringView RoleWords[] = {"body"_L1,     "headline"_L1, "caption"_L1,
                                           "dateline"_L1, "byline"_L1,   "furniture"_L1};
constexpr QLatin1StringView ReasonWords[] = {"unreadable"_L1, "empty"_L1,       "binary"_L1,
                                             "too-large"_L1,  "unsupported"_L1, "damaged"_L1};

const QString goldenFolder = QStringLiteral(PARALLAX_SOURCE_DIR "/tests/golden/");

QLatin1StringView wordOf(DivergenceKind kind)
{
    return KindWords[static_cast<size_t>(kind)];
}
QLatin1StringView wordOf(Role role)
{
    return RoleWords[static_cast<size_t>(role)];
}
QLatin1StringView wordOf(SkipReason reason)
{
    return ReasonWords[static_cast<size_t>(reason)];
}

QStringList stringsOf(const QJsonValue &array)
{
    QStringList strings;
    for (const QJsonValue &value : array.toArray())
        strings << value.toString();
    return strings;
}

const Article *articleNamed(const Story &story, const QString &file)
{
    const auto found = std::ranges::find(story.articles, file, &Article::file);
    return found == story.articles.end() ? nullptr : &*found;
}

/// "a.txt 3" → where that is; nothing where the file or the passage does not exist.
std::optional<PassageRef> placeOf(const Story &story, const QString &place)
{
    const Article *article = articleNamed(story, place.section(u' ', 0, -2));
    const int passage = place.section(u' ', -1).toInt() - 1;
    if (!article || passage < 0 || passage >= static_cast<int>(article->passages.size()))
        return std::nullopt;
    return PassageRef{static_cast<int>(article - story.articles.data()), passage};
}

QString textOf(const Story &story, const Reading &reading)
{
    return reading.span.of(story.passage(reading.passage).text).toString();
}

/// Whether a reading is the one meant by `wanted`: it holds those words, or is at least half of them.
bool isMeant(const QString &reading, const QString &wanted)
{
    const auto holds = [](const QString &whole, const QString &part) {
        const QRegularExpression words(u"(?<!\\w)"_s + QRegularExpression::escape(part) + u"(?!\\w|[,.]\\d)"_s,
                                       QRegularExpression::CaseInsensitiveOption);
        return words.match(whole).hasMatch();
    };
    return holds(reading, wanted) || (2 * reading.size() >= wanted.size() && holds(wanted, reading));
}

std::vector<const Reading *> readingsMeant(const Story &story, const Divergence &divergence, const QString &wanted)
{
    std::vector<const Reading *> meant;
    for (const Reading &reading : divergence.readings) {
        if (isMeant(textOf(story, reading), wanted))
            meant.push_back(&reading);
    }
    return meant;
}

/// Whether the divergence sets the two texts against each other (or, of one text, has it).
bool setsApart(const Story &story, const Divergence &divergence, const QStringList &texts)
{
    const auto first = readingsMeant(story, divergence, texts.constFirst());
    if (texts.size() == 1)
        return !first.empty();
    const auto second = readingsMeant(story, divergence, texts.constLast());
    for (const Reading *a : first) {
        for (const Reading *b : second) {
            if (a->group != b->group && a->passage.article != b->passage.article)
                return true;
        }
    }
    return false;
}

/// The divergences of a kind in one line each, for failure messages.
QString listed(const Comparison &comparison, const QString &kind)
{
    QString list;
    for (const Divergence &divergence : comparison.divergences) {
        if (kind != "any"_L1 && wordOf(divergence.kind) != kind)
            continue;
        list += u"\n    "_s + wordOf(divergence.kind) + u":"_s;
        for (const Reading &reading : divergence.readings) {
            list += u" %1 %2 %3 “%4”"_s.arg(QChar(u'A' + reading.group))
                        .arg(comparison.story.articles[static_cast<size_t>(reading.passage.article)].file)
                        .arg(reading.passage.passage + 1)
                        .arg(textOf(comparison.story, reading));
        }
    }
    return list.isEmpty() ? u"\n    (none)"_s : list;
}

/// Each check answers what is wrong, or an empty string.

QString checkDivergence(const Comparison &comparison, const QString &kind, const QStringList &texts)
{
    for (const Divergence &divergence : comparison.divergences) {
        if (wordOf(divergence.kind) == kind && setsApart(comparison.story, divergence, texts))
            return {};
    }
    return u"not found; of this kind there is:"_s + listed(comparison, kind);
}

QString checkNone(const Comparison &comparison, const QString &kind, const QStringList &between)
{
    for (const Divergence &divergence : comparison.divergences) {
        const bool isKind = kind == "any"_L1 || wordOf(divergence.kind) == kind;
        if (isKind && (between.isEmpty() || setsApart(comparison.story, divergence, between)))
            return u"there is:"_s + listed(comparison, kind);
    }
    return {};
}

QString checkLink(const Comparison &comparison, const QStringList &places, bool isWanted)
{
    auto a = placeOf(comparison.story, places.value(0));
    auto b = placeOf(comparison.story, places.value(1));
    if (!a || !b)
        return u"no such passage"_s;
    if (*b < *a)
        std::swap(a, b);
    const bool isLinked =
        std::ranges::any_of(comparison.alignment.links, [&](const Link &link) { return link.a == *a && link.b == *b; });
    return isLinked == isWanted ? QString() : isLinked ? u"they are linked"_s : u"they are not linked"_s;
}

QString checkPassage(const Story &story, const QJsonObject &fact)
{
    const auto place = placeOf(story, fact["passage"_L1].toString());
    if (!place)
        return u"no such passage"_s;
    const Passage &passage = story.passage(*place);
    if (fact.contains("text"_L1))
        return passage.text == fact["text"_L1].toString() ? QString() : u"it reads “%1”"_s.arg(passage.text);
    return wordOf(passage.role) == fact["role"_L1].toString()
               ? QString()
               : u"“%1” is %2"_s.arg(passage.text.left(60), wordOf(passage.role));
}

QString checkArticle(const Story &story, const QJsonObject &fact)
{
    const Article *article = articleNamed(story, fact["article"_L1].toString());
    if (!article)
        return u"no such article"_s;
    const bool isDay = fact.contains("published"_L1);
    const QString found = !isDay               ? article->outlet
                          : article->published ? article->published->toString(Qt::ISODate)
                                               : QString();
    return found == fact[isDay ? "published"_L1 : "outlet"_L1].toString() ? QString() : u"it is “%1”"_s.arg(found);
}

QString checkSkipped(const Story &story, const QString &file, const QString &reason)
{
    for (const SkippedFile &skipped : story.skipped) {
        if (skipped.file == file)
            return wordOf(skipped.reason) == reason ? QString() : u"skipped as "_s + wordOf(skipped.reason);
    }
    return u"not skipped"_s;
}

QString check(const Comparison &comparison, const QJsonObject &fact)
{
    if (fact.contains("linked"_L1))
        return checkLink(comparison, stringsOf(fact["linked"_L1]), true);
    if (fact.contains("apart"_L1))
        return checkLink(comparison, stringsOf(fact["apart"_L1]), false);
    if (fact.contains("links"_L1)) {
        const auto count = static_cast<int>(comparison.alignment.links.size());
        const QJsonArray range = fact["links"_L1].toArray();
        return count >= range.at(0).toInt() && count <= range.at(1).toInt() ? QString() : u"there are %1"_s.arg(count);
    }
    if (fact.contains("divergence"_L1))
        return checkDivergence(comparison, fact["divergence"_L1].toString(), stringsOf(fact["readings"_L1]));
    if (fact.contains("none"_L1))
        return checkNone(comparison, fact["none"_L1].toString(), stringsOf(fact["between"_L1]));
    if (fact.contains("passage"_L1))
        return checkPassage(comparison.story, fact);
    if (fact.contains("skipped"_L1))
        return checkSkipped(comparison.story, fact["skipped"_L1].toString(), fact["reason"_L1].toString());
    if (fact.contains("article"_L1))
        return checkArticle(comparison.story, fact);
    return u"an unknown fact"_s;
}

/// The fact in a few words, for the row's name.
QString nameOf(QJsonObject fact)
{
    fact.remove("known_gap"_L1);
    return QString::fromUtf8(QJsonDocument(fact).toJson(QJsonDocument::Compact));
}

} // namespace

class tst_Corpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void everyCaseHasFacts_data() { folders(); }
    void everyCaseHasFacts();
    void facts_data();
    void facts();
    void golden_data() { folders(); }
    void golden();
    void everyGoldenHasItsCase();

private:
    static void folders();
    static QJsonObject expectationsOf(const QString &articles);
};

void tst_Corpus::folders()
{
    QTest::addColumn<QString>("articles");
    for (const StoryFolder &folder : corpusFolders())
        QTest::newRow(qPrintable(folder.name)) << folder.articles;
}

QJsonObject tst_Corpus::expectationsOf(const QString &articles)
{
    QFile file(articles.section(u'/', 0, -2) + u"/expect.json"_s); // not "..": the sample's articles are a link
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void tst_Corpus::everyCaseHasFacts()
{
    QFETCH(QString, articles);
    const QJsonObject expectations = expectationsOf(articles);
    QVERIFY2(!expectations["says"_L1].toString().isEmpty(), "expect.json is missing, damaged, or says nothing");
    QVERIFY(!expectations["facts"_L1].toArray().isEmpty());
}

void tst_Corpus::facts_data()
{
    QTest::addColumn<QString>("articles");
    QTest::addColumn<QJsonObject>("fact");
    for (const StoryFolder &folder : corpusFolders()) {
        const QJsonArray facts = expectationsOf(folder.articles)["facts"_L1].toArray();
        for (const QJsonValue &fact : facts)
            QTest::newRow(qPrintable(folder.name + u": "_s + nameOf(fact.toObject())))
                << folder.articles << fact.toObject();
    }
}

void tst_Corpus::facts()
{
    QFETCH(QString, articles);
    QFETCH(QJsonObject, fact);
    const ComparisonPtr comparison = comparisonOf(articles);
    QVERIFY2(comparison, "the folder could not be compared");
    const QString problem = check(*comparison, fact);
    const QByteArray gap = fact["known_gap"_L1].toString().toUtf8();
    if (!gap.isEmpty())
        QEXPECT_FAIL("", gap.constData(), Continue);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

/// PARALLAX_UPDATE_GOLDEN=1 (the target update-golden) accepts what is found. Read the change before committing it.
void tst_Corpus::golden()
{
    QFETCH(QString, articles);
    const ComparisonPtr comparison = comparisonOf(articles);
    QVERIFY2(comparison, "the folder could not be compared");
    const QString found = dump(*comparison, DumpStage::Alignment) + dump(*comparison, DumpStage::Divergences);
    QFile file(goldenFolder + QString::fromUtf8(QTest::currentDataTag()) + u".txt"_s);
    if (qEnvironmentVariableIsSet("PARALLAX_UPDATE_GOLDEN")) {
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
        QCOMPARE(file.write(found.toUtf8()), found.toUtf8().size());
        return;
    }
    if (!file.exists())
        QFAIL("no golden yet: build the target update-golden, and read what it wrote");
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    const QString accepted = QString::fromUtf8(file.readAll());
    const QString difference = lineDiff(accepted.split(u'\n'), found.split(u'\n'));
    QVERIFY2(difference.isEmpty(), qPrintable(u"\n"_s + difference + u"\nIf this is right: target update-golden."_s));
}

void tst_Corpus::everyGoldenHasItsCase()
{
    QStringList names;
    for (const StoryFolder &folder : corpusFolders())
        names << folder.name + u".txt"_s;
    const QStringList goldens = QDir(goldenFolder).entryList(QDir::Files);
    for (const QString &golden : goldens)
        QVERIFY2(names.contains(golden), qPrintable(golden));
}

QTEST_GUILESS_MAIN(tst_Corpus)
#include "tst_corpus.moc"
