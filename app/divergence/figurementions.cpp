// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_divergence_figures.cpp.
#include "divergence/figurementions.h"

#include "divergence/phrases.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parallax {

bool isDuration(const FigureValue &value)
{
    return value.kind == FigureKind::Measure && value.unit == "s"_L1;
}

bool isCounting(const FigureValue &value)
{
    return value.kind == FigureKind::Count || value.kind == FigureKind::Ordinal;
}

bool isNumberedName(const Figure &figure)
{
    return figure.value.kind == FigureKind::Ordinal && figure.headWord >= 0 && figure.headWord < figure.firstWord;
}

namespace {

constexpr int ContextWords = 10; ///< to each side of a count

std::vector<int> stemsAround(const DivergenceContext &context, PassageRef ref, const Figure &figure)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const WordRange own = wordsOf(passage, figure.span);
    // a length or a duration is often named at the other end of the sentence
    const bool isWide = figure.value.kind == FigureKind::Measure;
    const WordRange near =
        isWide ? wordsOf(passage.sentences[static_cast<size_t>(figure.sentence)]) : around(passage, own, ContextWords);
    std::vector<int> stems;
    for (int i = near.first; i < near.end(); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        const bool isOwn = own.holds(i) && i != figure.headWord;
        const bool isNumber = word.isNumber || (!word.stem.isEmpty() && word.stem.front().isDigit());
        const int stem = isOwn || isNumber || word.isStop ? -1 : context.vocabulary.id(word.stem);
        if (stem >= 0)
            stems.push_back(stem);
    }
    return stems;
}

/// "two weeks ago" and "two weeks later" reckon from a day, "a two-week trial" lasts.
int sideOf(const PassageLanguage &passage, const Figure &figure)
{
    static constexpr std::array<QStringView, 5> before = {u"ago", u"earlier", u"before", u"prior", u"previously"};
    static constexpr std::array<QStringView, 3> behind = {u"later", u"after", u"afterwards"};
    const WordRange own = wordsOf(passage, figure.span);
    const auto word = [&](int i) {
        const bool isThere = i >= 0 && i < static_cast<int>(passage.words.size());
        return isThere ? QStringView(passage.words[static_cast<size_t>(i)].folded) : QStringView();
    };
    if (!isDuration(figure.value))
        return 0;
    const auto isAmong = [](const auto &words, QStringView one) {
        return std::ranges::find(words, one) != words.end();
    };
    if (isAmong(before, word(own.end())))
        return -1;
    return isAmong(behind, word(own.end())) || word(own.first - 1) == u"after" ? 1 : 0;
}

bool isAttributive(const QString &text, const Figure &figure)
{
    const int behind = figure.numberSpan.end();
    return isDuration(figure.value) && behind < text.size() && text[behind] == u'-';
}

} // namespace

std::vector<FigureMention> figureMentions(const DivergenceContext &context)
{
    std::vector<FigureMention> mentions;
    const Occasions occasions(context);
    for (size_t a = 0; a < context.language.size(); ++a) {
        for (size_t p = 0; p < context.language[a].passages.size(); ++p) {
            const PassageRef ref{static_cast<int>(a), static_cast<int>(p)};
            const PassageLanguage &passage = context.languageOf(ref);
            for (const Figure &figure : passage.figures) {
                const int head = figure.headWord < 0
                                     ? -1
                                     : context.vocabulary.id(passage.words[static_cast<size_t>(figure.headWord)].stem);
                const bool isOfOccasion = !figure.state.isEmpty() || figure.value.unit == "magnitude"_L1;
                auto occasion = isOfOccasion ? occasions.recalledBy(ref, figure) : std::nullopt;
                mentions.push_back({ref, &figure, head, isAttributive(context.textOf(ref), figure),
                                    sideOf(passage, figure), stemsAround(context, ref, figure), std::move(occasion)});
            }
        }
    }
    return mentions;
}

} // namespace parallax
