// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storyfolders.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <array>
#include <set>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// Kinds the gold lists completely: a divergence reported beyond it counts against precision.
constexpr std::array Kinds = {u"figure", u"date", u"status", u"quote", u"attribution", u"name"};

struct Place {
    PassageRef passage;
    TextSpan span;
};

/// One divergence of the gold; a reading stands wherever its words stand in its passage.
struct Marked {
    QString kind;
    QString what;
    bool isRequired = true;
    std::vector<std::vector<Place>> readings;
};

struct Gold {
    std::vector<Marked> divergences;
    std::vector<Marked> sameValues;
};

/// How the reported divergences stand to a gold.
struct Score {
    int required = 0;
    int found = 0;
    int reported = 0;
    int right = 0;
    double belonging = 0; ///< Σ share of a right divergence's readings that are of one of the gold
    QStringList toldApart;
    QStringList missed;

    double recall() const { return 1.0 * found / required; }
    double precision() const { return 1.0 * right / reported; }
    double share() const { return belonging / right; }
};

Marked markedOf(const QJsonObject &object, const Story &story, const QJsonObject &files)
{
    Marked marked{object["kind"_L1].toString(), object["what"_L1].toString(), object["required"_L1].toBool(true), {}};
    for (const QJsonValue &value : object["readings"_L1].toArray()) {
        const QStringList passage = value["passage"_L1].toString().split(u'.');
        const QString file = files[passage[0]].toString();
        const auto article = std::ranges::find(story.articles, file, &Article::file);
        const PassageRef ref{static_cast<int>(article - story.articles.begin()), passage[1].toInt() - 1};
        const QString &text = story.passage(ref).text;
        const QString words = value["text"_L1].toString();
        std::vector<Place> places;
        for (qsizetype at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
            places.push_back({ref, {static_cast<int>(at), static_cast<int>(words.size())}});
        marked.readings.push_back(std::move(places));
    }
    return marked;
}

Gold goldOf(const QString &path, const Story &story)
{
    QFile file(path);
    Gold gold;
    if (!file.open(QIODevice::ReadOnly))
        return gold;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject files = object["articles"_L1].toObject();
    for (const QJsonValue &value : object["divergences"_L1].toArray())
        gold.divergences.push_back(markedOf(value.toObject(), story, files));
    for (const QJsonValue &value : object["same_value"_L1].toArray())
        gold.sameValues.push_back(markedOf(value.toObject(), story, files));
    return gold;
}

/// Half of the shorter is common, and neither is far longer than the other.
bool meet(TextSpan a, TextSpan b)
{
    const int shorter = std::min(a.length, b.length);
    const int longer = std::max(a.length, b.length);
    const int common = std::min(a.end(), b.end()) - std::max(a.start, b.start);
    return longer <= 6 * shorter + 12 && 2 * common >= shorter;
}

std::vector<Reading> metReadings(const Marked &marked, const Divergence &divergence)
{
    std::vector<Reading> met;
    std::ranges::copy_if(divergence.readings, std::back_inserter(met), [&](const Reading &reading) {
        return std::ranges::any_of(marked.readings, [&](const std::vector<Place> &places) {
            return std::ranges::any_of(places, [&](const Place &place) {
                return place.passage == reading.passage && meet(place.span, reading.span);
            });
        });
    });
    return met;
}

bool areOfTwoArticles(const std::vector<Reading> &readings)
{
    return std::ranges::any_of(
        readings, [&](const Reading &reading) { return reading.passage.article != readings.front().passage.article; });
}

QString kindOf(const Divergence &divergence)
{
    static constexpr std::array names = {u"figure",      u"date", u"status",  u"quote",
                                         u"attribution", u"name", u"wording", u"detail"};
    return QString(names[static_cast<size_t>(divergence.kind)]);
}

bool isCounted(const QString &kind)
{
    return std::ranges::any_of(Kinds, [&](const char16_t *one) { return kind == QStringView(one); });
}

Score scoreOf(const Comparison &comparison, const Gold &gold)
{
    Score score;
    const auto matches = [](const Marked &marked, const Divergence &divergence) {
        return areOfTwoArticles(metReadings(marked, divergence));
    };
    for (const Marked &marked : gold.divergences) {
        if (!marked.isRequired || !isCounted(marked.kind))
            continue;
        ++score.required;
        const bool isFound = std::ranges::any_of(comparison.divergences, [&](const Divergence &divergence) {
            const bool isQuoted = marked.kind == u"quote" && divergence.kind == DivergenceKind::Wording;
            return (isQuoted || kindOf(divergence) == marked.kind) && matches(marked, divergence);
        });
        score.found += isFound ? 1 : 0;
        if (!isFound)
            score.missed << marked.kind + u": "_s + marked.what;
    }
    for (const Divergence &divergence : comparison.divergences) {
        if (!isCounted(kindOf(divergence)))
            continue;
        ++score.reported;
        size_t most = 0;
        for (const Marked &marked : gold.divergences) {
            if (matches(marked, divergence))
                most = std::max(most, metReadings(marked, divergence).size());
        }
        score.right += most > 0 ? 1 : 0;
        score.belonging += static_cast<double>(most) / static_cast<double>(divergence.readings.size());
    }
    for (const Marked &same : gold.sameValues) {
        for (const Divergence &divergence : comparison.divergences) {
            const std::vector<Reading> met = metReadings(same, divergence);
            const bool isApart = divergence.kind == DivergenceKind::Figure && areOfTwoArticles(met) &&
                                 std::ranges::any_of(met, [&](const Reading &r) { return r.group != met[0].group; });
            if (isApart)
                score.toldApart << same.what;
        }
    }
    return score;
}

} // namespace

/// Whole stories that a reader marked: how much is found, how much cries wolf. See tests/stories/README.md.
class tst_Stories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldStandsInTheTexts_data() { stories(); }
    void goldStandsInTheTexts();
    void divergences_data();
    void divergences();

private:
    static QString folder(const QString &name)
    {
        return QStringLiteral(PARALLAX_SOURCE_DIR "/tests/stories/%1/").arg(name);
    }
    static void stories()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : QDir(folder({})).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            QTest::newRow(qPrintable(name)) << name;
    }
};

void tst_Stories::goldStandsInTheTexts()
{
    QFETCH(QString, name);
    const ComparisonPtr comparison = comparisonOf(folder(name) + u"articles"_s);
    QVERIFY(comparison);
    const Gold gold = goldOf(folder(name) + u"gold.json"_s, comparison->story);
    QVERIFY(gold.divergences.size() > 60);
    for (const Marked &marked : gold.divergences) {
        QVERIFY2(marked.readings.size() >= 2, qPrintable(marked.what));
        for (const std::vector<Place> &places : marked.readings)
            QVERIFY2(!places.empty(), qPrintable(marked.what));
    }
}

void tst_Stories::divergences_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("recall"); // at least, of the required ones
    QTest::newRow("a cyclone") << u"cyclone"_s << 0.45;
    QTest::newRow("a verdict of fraud") << u"fraud-verdict"_s << 0.38;
    QTest::newRow("a mine that fell in") << u"mine-collapse"_s << 0.44;
    QTest::newRow("a quarrel over a trawler") << u"trawler-dispute"_s << 0.36;
}

void tst_Stories::divergences()
{
    constexpr double leastPrecision = 0.68;
    constexpr double leastShare = 0.75;
    QFETCH(QString, name);
    QFETCH(double, recall);
    const ComparisonPtr comparison = comparisonOf(folder(name) + u"articles"_s);
    QVERIFY(comparison);
    const Score score = scoreOf(*comparison, goldOf(folder(name) + u"gold.json"_s, comparison->story));
    const QString said = u"recall %1 of %2, precision %3 of %4, share %5; missed: %6"_s.arg(score.recall(), 0, 'f', 3)
                             .arg(score.required)
                             .arg(score.precision(), 0, 'f', 3)
                             .arg(score.reported)
                             .arg(score.share(), 0, 'f', 3)
                             .arg(score.missed.join(u"; "_s));
    qInfo().noquote() << said; // for whoever tries a rule
    QVERIFY2(score.recall() >= recall, qPrintable(said));
    QVERIFY2(score.precision() >= leastPrecision, qPrintable(said));
    QVERIFY2(score.share() >= leastShare, qPrintable(said));
    QCOMPARE(score.toldApart, QStringList());
}

QTEST_APPLESS_MAIN(tst_Stories)
#include "tst_stories.moc"
