// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_divergence.cpp.
#include "divergence/statements.h"

#include <algorithm>
#include <cstdlib>

namespace parallax {

namespace {

constexpr double SameHead = 0.8; ///< similarity of two heads from which they can be one source

} // namespace

const Sentence &sentenceAt(const DivergenceContext &context, SentenceRef ref)
{
    return context.languageOf(ref.passage).sentences[static_cast<size_t>(ref.sentence)];
}

namespace {

/// The last word of a source as the text names it, folded.
QString headOf(const DivergenceContext &context, PassageRef ref, const Attribution &attribution)
{
    QString head = attribution.isPronoun && !attribution.resolved.isEmpty()
                       ? attribution.resolved.section(u' ', -1)
                       : attribution.head.of(context.textOf(ref)).toString();
    head = head.toCaseFolded();
    if (head.endsWith(u"'s") || head.endsWith(u"\u2019s"))
        head.chop(2);
    return head.remove(u'.');
}

/// What an attribution speaks for: the words behind it up to the next one, or where it ends its sentence those before.
WordRange regionOf(const DivergenceContext &context, SentenceRef ref, const Attribution &attribution)
{
    constexpr int fewest = 3;
    const PassageLanguage &passage = context.languageOf(ref.passage);
    const WordRange sentence = wordsOf(sentenceAt(context, ref));
    const WordRange own = wordsOf(passage, attribution.span);
    int from = sentence.first;
    int to = sentence.end();
    for (const Attribution &other : passage.attributions) {
        const WordRange words = wordsOf(passage, other.span);
        if (other.sentence != ref.sentence || other.span.overlaps(attribution.span))
            continue;
        if (words.end() <= own.first)
            from = std::max(from, words.end());
        else if (words.first >= own.end())
            to = std::min(to, words.first);
    }
    const QString &text = context.textOf(ref.passage);
    const auto endOf = [&](int i) { return passage.words[static_cast<size_t>(i)].span.end(); };
    // "The dam held, officials said on Monday": the comma and what is longer tell which side it speaks for
    const bool isBehindComma =
        own.first > from &&
        QStringView(text).mid(endOf(own.first - 1), attribution.span.start - endOf(own.first - 1)).contains(u',');
    if (isBehindComma && own.first - from > to - own.end() && own.first - from >= fewest)
        return {from, own.first - from};
    if (attribution.verb.start < attribution.source.start && to - own.end() >= fewest)
        return {from, to - from}; // "was confirmed by", "according to": it may speak for both sides
    return to - own.end() >= fewest ? WordRange{own.end(), to - own.end()} : WordRange{from, own.first - from};
}

} // namespace

std::vector<Statement> statementsOf(const DivergenceContext &context, SentenceRef ref)
{
    std::vector<Statement> found;
    for (const Attribution &attribution : context.languageOf(ref.passage).attributions) {
        if (attribution.sentence == ref.sentence)
            found.push_back(
                {ref, &attribution, headOf(context, ref.passage, attribution), regionOf(context, ref, attribution)});
    }
    return found;
}

bool isQuoted(const DivergenceContext &context, SentenceRef ref)
{
    const TextSpan sentence = sentenceAt(context, ref).span;
    int quoted = 0;
    for (const Quotation &quotation : context.languageOf(ref.passage).quotations) {
        const int from = std::max(sentence.start, quotation.span.start);
        quoted += std::max(0, std::min(sentence.end(), quotation.span.end()) - from);
    }
    return 2 * quoted > sentence.length;
}

std::vector<Statement> spokenStatementsOf(const DivergenceContext &context, SentenceRef ref)
{
    std::vector<Statement> found = statementsOf(context, ref);
    if (!found.empty() || !isQuoted(context, ref))
        return found;
    const Attribution *nearest = nullptr;
    for (const Attribution &attribution : context.languageOf(ref.passage).attributions) {
        if (!nearest || std::abs(attribution.sentence - ref.sentence) < std::abs(nearest->sentence - ref.sentence))
            nearest = &attribution;
    }
    if (nearest)
        found.push_back({{ref.passage, nearest->sentence},
                         nearest,
                         headOf(context, ref.passage, *nearest),
                         wordsOf(sentenceAt(context, ref))});
    return found;
}

namespace {

/// "nha" of "the National Harbour Authority"; empty for fewer than three.
QString initialsOf(const QString &source)
{
    constexpr qsizetype fewest = 3;
    QString initials;
    for (const QString &word : source.split(u' ', Qt::SkipEmptyParts)) {
        if (word[0].isUpper())
            initials += word[0].toLower();
    }
    return initials.size() >= fewest ? initials : QString();
}

} // namespace

bool areOneSource(const DivergenceContext &context, const Statement &a, const Statement &b)
{
    if (a.key == b.key)
        return true;
    const QString &textA = context.textOf(a.sentence.passage);
    const QString &textB = context.textOf(b.sentence.passage);
    // "Foreign Minister Lund" and "the minister": the one's head among the other's words.
    const QString sourceA = a.attribution->resolved.toCaseFolded();
    const QString sourceB = b.attribution->resolved.toCaseFolded();
    const auto holds = [](const QString &source, const QString &word) {
        const QStringList words = source.split(u' ', Qt::SkipEmptyParts);
        return std::ranges::any_of(words,
                                   [&](const QString &w) { return w.startsWith(word) && w.size() <= word.size() + 2; });
    };
    if (holds(sourceA, b.key) || holds(sourceB, a.key) || initialsOf(a.attribution->resolved) == b.key ||
        initialsOf(b.attribution->resolved) == a.key)
        return true;
    const bool isNamed = a.attribution->head.of(textA)[0].isUpper() || b.attribution->head.of(textB)[0].isUpper();
    if (isNamed)
        return false;
    const auto stem = [&](const Statement &statement) {
        const PassageLanguage &passage = context.languageOf(statement.sentence.passage);
        const WordRange words = wordsOf(passage, statement.attribution->head);
        return words.count > 0 ? context.vocabulary.id(passage.words[static_cast<size_t>(words.first)].stem) : -1;
    };
    const int x = stem(a);
    const int y = stem(b);
    return x >= 0 && y >= 0 && context.vocabulary.similarity(x, y) >= SameHead;
}

std::vector<int> saidOf(const DivergenceContext &context, PassageRef ref, WordRange words)
{
    const PassageLanguage &passage = context.languageOf(ref);
    std::vector<int> stems;
    for (int i = words.first; i < words.end(); ++i) {
        const bool isSource = std::ranges::any_of(passage.attributions, [&](const Attribution &attribution) {
            return attribution.span.contains(passage.words[static_cast<size_t>(i)].span);
        });
        const bool isName = std::ranges::any_of(passage.names, [&](const NameMention &name) {
            return name.span.contains(passage.words[static_cast<size_t>(i)].span);
        });
        if (isSource || isName)
            continue;
        const std::vector<int> one = context.stemsOf(ref, i, 1);
        stems.insert(stems.end(), one.begin(), one.end());
    }
    return stems;
}

} // namespace parallax
