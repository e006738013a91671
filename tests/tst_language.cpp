// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What an article says does not depend on what was read before it: the finders keep what they learn of words, and
//! that must never show.
#include "language/language.h"
#include "progress.h"
#include "story/storyreader.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <ranges>
#include <thread>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

bool areSame(const PassageLanguage &a, const PassageLanguage &b)
{
    return a.sentences == b.sentences && a.words == b.words && a.figures == b.figures && a.dates == b.dates &&
           a.quotations == b.quotations && a.attributions == b.attributions && a.names == b.names;
}

bool areSame(const ArticleLanguage &a, const ArticleLanguage &b)
{
    return std::ranges::equal(a.passages, b.passages,
                              [](const PassageLanguage &x, const PassageLanguage &y) { return areSame(x, y); });
}

/// Every article of the corpus, and each once more as if it were in another language: one word is then several.
std::vector<Article> corpus()
{
    std::vector<Article> articles;
    NoProgress progress;
    const QDir folder(QStringLiteral(PARALLAX_SOURCE_DIR "/tests/corpus"));
    for (const QFileInfo &story : folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (const auto read = readStory({story.filePath() + u"/articles"_s}, progress))
            articles.insert(articles.end(), read->articles.begin(), read->articles.end());
    }
    const std::vector<Article> told = articles;
    for (const QString &language : {u"en-GB"_s, u"de"_s, u"fr"_s, QString()}) {
        for (Article article : told) {
            article.language = language;
            articles.push_back(std::move(article));
        }
    }
    return articles;
}

} // namespace

class tst_Language : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void againGivesTheSame();
    void anotherOrderGivesTheSame();
    void twoThreadsAtOnceGiveTheSame();
    void finderByFinderGivesTheSame();

private:
    std::vector<Article> m_articles;
    std::vector<ArticleLanguage> m_expected;
};

void tst_Language::initTestCase()
{
    m_articles = corpus();
    QVERIFY(m_articles.size() > 100);
    for (const Article &article : m_articles)
        m_expected.push_back(analyse(article));
}

void tst_Language::againGivesTheSame()
{
    for (size_t i = 0; i < m_articles.size(); ++i)
        QVERIFY2(areSame(analyse(m_articles[i]), m_expected[i]), qPrintable(m_articles[i].file));
}

void tst_Language::anotherOrderGivesTheSame()
{
    // in a thread of its own, where nothing has been read before
    std::vector<QString> different;
    std::thread([&] {
        for (size_t i = m_articles.size(); i-- > 0;) {
            if (!areSame(analyse(m_articles[i]), m_expected[i]))
                different.push_back(m_articles[i].file);
        }
    }).join();
    QCOMPARE(different, std::vector<QString>());
}

void tst_Language::twoThreadsAtOnceGiveTheSame()
{
    std::vector<ArticleLanguage> found(m_articles.size());
    const auto every = [&](size_t first) {
        for (size_t i = first; i < m_articles.size(); i += 2)
            found[i] = analyse(m_articles[i]);
    };
    std::thread other(every, 1);
    every(0);
    other.join();
    for (size_t i = 0; i < found.size(); ++i)
        QVERIFY2(areSame(found[i], m_expected[i]), qPrintable(m_articles[i].file));
}

/// The finders called one by one, as tests and the divergences of dates do, read the words for themselves.
void tst_Language::finderByFinderGivesTheSame()
{
    for (size_t i = 0; i < m_articles.size(); ++i) {
        const Article &article = m_articles[i];
        for (size_t p = 0; p < article.passages.size(); ++p) {
            const PassageLanguage &expected = m_expected[i].passages[p];
            const QString &text = article.passages[p].text;
            if (!isTold(article.passages[p].role))
                continue;
            const std::vector<Word> words = findWords(text, article.language);
            const std::vector<Sentence> sentences = findSentences(text, words, article.language);
            QCOMPARE(findFigures(text, words, sentences, article.language) == expected.figures, true);
            QCOMPARE(findDates(text, words, sentences, article.published, article.language) == expected.dates, true);
            QCOMPARE(findNames(text, words, sentences, article.language) == expected.names, true);
        }
    }
}

QTEST_GUILESS_MAIN(tst_Language)
#include "tst_language.moc"
