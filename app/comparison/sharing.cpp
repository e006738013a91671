// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Shared text is found by naming every run of six words of the whole story. "The ferry sank off the cape" gets one
//! number wherever it stands, however it is capitalised; an article and another share the words of every run whose
//! number both have. Runs overlap, so a shared sentence of thirty words is twenty-five numbers in a row, and each
//! word counts once.
//!
//! A number must not stand for two different runs, or articles would share what they do not. So runs are not hashed
//! but named step by step: two words by the pair of their numbers, four by the pair of twos, six by four and two.
//! (A longest common subsequence of every pair of articles would be exact too and cost words × words a pair; it would
//! also count single words that happen to follow in the same order.)
//!
//! Words of an article follow one another over the ends of passages: outlets that print the same copy cut it into
//! paragraphs where they like.
//!
//! Tested by tst_sharing.cpp.

#include "comparison/sharing.h"

#include <QString>

#include <algorithm>
#include <unordered_map>

namespace parallax {

namespace {

/// Gives equal pairs the same number.
class Names
{
public:
    int of(int first, int second)
    {
        const auto key = static_cast<quint64>(static_cast<quint32>(first)) << 32 | static_cast<quint32>(second);
        return m_names.try_emplace(key, static_cast<int>(m_names.size())).first->second;
    }

private:
    std::unordered_map<quint64, int> m_names; // asked, never walked through: its order shows nowhere
};

/// The words of every article as numbers, equal words as equal numbers.
std::vector<std::vector<int>> numberedWords(const std::vector<ArticleLanguage> &language)
{
    std::unordered_map<QString, int> numbers;
    std::vector<std::vector<int>> words(language.size());
    for (size_t a = 0; a < language.size(); ++a) {
        for (const PassageLanguage &passage : language[a].passages) {
            for (const Word &word : passage.words)
                words[a].push_back(numbers.try_emplace(word.folded, static_cast<int>(numbers.size())).first->second);
        }
    }
    return words;
}

/// The name of the run that begins at every word of an article, as far as runs go.
std::vector<int> nameRuns(const std::vector<int> &words, Names &twos, Names &fours, Names &sixes)
{
    static_assert(SharedRunLength == 6, "runs are named as two, four and six words");
    std::vector<int> two;
    for (size_t i = 0; i + 1 < words.size(); ++i)
        two.push_back(twos.of(words[i], words[i + 1]));
    std::vector<int> runs;
    for (size_t i = 0; i + SharedRunLength <= words.size(); ++i)
        runs.push_back(sixes.of(fours.of(two[i], two[i + 2]), two[i + 4]));
    return runs;
}

} // namespace

Sharing::Sharing(int articleCount)
    : m_articleCount(articleCount)
    , m_words(static_cast<size_t>(articleCount) * static_cast<size_t>(articleCount))
    , m_events(m_words.size())
{
}

double Sharing::sharedShare(int article, int other) const
{
    return words(article) > 0 ? static_cast<double>(sharedWords(article, other)) / words(article) : 0;
}

Sharing findSharing(const Comparison &comparison)
{
    const int articles = static_cast<int>(comparison.story.articles.size());
    Sharing sharing(articles);
    for (const Event &event : comparison.alignment.events) {
        std::vector<int> tellers;
        for (const EventMember &member : event.members) {
            if (!std::ranges::contains(tellers, member.passage.article))
                tellers.push_back(member.passage.article);
        }
        for (const int a : tellers) {
            for (const int b : tellers)
                ++sharing.m_events[sharing.index(a, b)];
        }
    }

    const std::vector<std::vector<int>> words = numberedWords(comparison.language);
    std::vector<std::vector<int>> runs;
    Names twos;
    Names fours;
    Names sixes;
    for (const std::vector<int> &article : words)
        runs.push_back(nameRuns(article, twos, fours, sixes));
    std::vector<std::vector<int>> holders; // of each run: articles, ascending
    for (int a = 0; a < static_cast<int>(runs.size()); ++a) {
        for (const int run : runs[static_cast<size_t>(a)]) {
            if (run >= static_cast<int>(holders.size()))
                holders.resize(static_cast<size_t>(run) + 1);
            std::vector<int> &known = holders[static_cast<size_t>(run)];
            if (known.empty() || known.back() != a)
                known.push_back(a);
        }
    }
    for (int a = 0; a < static_cast<int>(runs.size()); ++a) {
        sharing.m_words[sharing.index(a, a)] = static_cast<int>(words[static_cast<size_t>(a)].size());
        std::vector<int> counted(runs.size(), 0); // with each other article: the end of the words counted so far
        int begin = 0;
        for (const int run : runs[static_cast<size_t>(a)]) {
            for (const int b : holders[static_cast<size_t>(run)]) {
                if (b == a)
                    continue;
                int &until = counted[static_cast<size_t>(b)];
                sharing.m_words[sharing.index(a, b)] += begin + SharedRunLength - std::max(begin, until);
                until = begin + SharedRunLength;
            }
            ++begin;
        }
    }
    return sharing;
}

} // namespace parallax
