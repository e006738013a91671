// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Stemmers are made for the words of their language and maim the names of others: the mayor Colas is "col" in French
//! and "cola" in English, 1,2 million and 1.2 million share no digit sequence, and May is mai. So in a story of several
//! languages, and in no other, such words get a stem that does not depend on the language.
//!
//! Only names that two languages write alike: a Russian name keeps its stem, which its cases need. The wrong
//! alternative is to leave all names unstemmed everywhere; "Путина" and "Путин" would be two men.
//! Tested by tst_otherlanguages.cpp.
#include "comparison/sharedstems.h"

#include <QLocale>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr qsizetype shortestName = 3; ///< letters; what is shorter is alike by chance

QString primaryOf(const Article &article)
{
    return article.language.section(u'-', 0, 0);
}

bool mayBeName(const Word &word)
{
    return word.isCapital && !word.isStop && word.folded.size() >= shortestName;
}

/// Calls `visit(article, passage)` for every passage of every article.
template <typename Visit>
void forPassages(std::vector<ArticleLanguage> &language, Visit visit)
{
    for (size_t a = 0; a < language.size(); ++a) {
        for (PassageLanguage &passage : language[a].passages)
            visit(a, passage);
    }
}

void shareNumbers(PassageLanguage &passage)
{
    for (const Figure &figure : passage.figures) {
        if (figure.firstWord < static_cast<int>(passage.words.size()))
            passage.words[static_cast<size_t>(figure.firstWord)].stem = QString::number(figure.value.number, 'g', 12);
    }
    for (const DateMention &date : passage.dates) {
        if (date.month == 0)
            continue;
        for (Word &word : passage.words) { // the one word of the date that is no number is the month, or the weekday
            if (date.span.contains(word.span) && !word.isNumber && !word.isStop)
                word.stem = u"month "_s + QString::number(date.month);
        }
    }
}

} // namespace

QString languagesOf(const Story &story)
{
    std::map<QString, int> articles;
    for (const Article &article : story.articles) {
        if (!article.language.isEmpty())
            ++articles[QLocale::languageToString(QLocale(article.language).language())];
    }
    QStringList languages;
    for (const auto &[name, count] : articles)
        languages << u"%1 (%2)"_s.arg(name, QString::number(count));
    return languages.size() < 2 ? QString() : languages.join(u", "_s);
}

void shareStems(const Story &story, std::vector<ArticleLanguage> &language)
{
    if (languagesOf(story).isEmpty())
        return;
    std::map<QString, std::set<QString>> writtenIn; // by folded name: the languages that have it
    forPassages(language, [&](size_t article, PassageLanguage &passage) {
        for (const Word &word : passage.words) {
            if (mayBeName(word))
                writtenIn[word.folded].insert(primaryOf(story.articles[article]));
        }
    });
    forPassages(language, [&](size_t, PassageLanguage &passage) {
        for (Word &word : passage.words) {
            if (!mayBeName(word))
                continue;
            const auto found = writtenIn.find(word.folded);
            if (found != writtenIn.end() && found->second.size() > 1)
                word.stem = word.folded;
        }
        shareNumbers(passage);
    });
}

} // namespace parallax
