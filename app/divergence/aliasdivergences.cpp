// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A thing with two names that no dictionary knows, but an article says so itself: "the seismic array, or 'big ear'",
//! "the harbour relief fund, also known as the Lomvi fund". From there on both stand for one thing in the whole story.
//! A name of one word is left alone: half of all sentences could say "the ship, known as the Lomvi".
//! Wrong alternative: every "or" behind a comma; most join two things. Tested by tst_divergence.cpp.
#include "divergence/aliasdivergences.h"

#include "divergence/nameforms.h"
#include "divergence/phrases.h"
#include "language/english.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestName = 4;   ///< words of either name
constexpr int FewestWords = 2;   ///< of the name that is explained
constexpr int ModifierReach = 4; ///< words before a head among which one of its modifiers stands
constexpr double AliasWeight = 0.16;

/// The stems of a name: its head, and what stands before it.
struct AliasName {
    int head = -1;
    std::set<int> modifiers;
    QString written;

    friend auto operator<=>(const AliasName &, const AliasName &) = default;
};

struct Alias {
    std::vector<AliasName> names; ///< that are explained: "data recorder" and "voice recorder"
    AliasName other;
};

const Word &wordAt(const DivergenceContext &context, PassageRef ref, int i)
{
    return context.languageOf(ref).words[static_cast<size_t>(i)];
}

std::optional<AliasName> nameOf(const DivergenceContext &context, PassageRef ref, WordRange words)
{
    AliasName name;
    for (int i = words.first; i < words.end(); ++i) {
        const std::vector<int> stem = context.stemsOf(ref, i, 1);
        if (stem.empty())
            return std::nullopt;
        if (i + 1 == words.end())
            name.head = stem.front();
        else
            name.modifiers.insert(stem.front());
    }
    name.written = spanOf(context.languageOf(ref), words).of(context.textOf(ref)).toString();
    return words.count > 0 ? std::optional(name) : std::nullopt;
}

/// The names that end before word `end`: one, or two that "and" joins.
std::vector<AliasName> namesBefore(const DivergenceContext &context, PassageRef ref, int end, int begin)
{
    const QString &text = context.textOf(ref);
    const PassageLanguage &passage = context.languageOf(ref);
    std::vector<AliasName> names;
    while (end > begin) {
        int first = end;
        while (first > begin && end - first < LongestName && (first == end || isJoined(text, passage, first)) &&
               !wordAt(context, ref, first - 1).isStop && !wordAt(context, ref, first - 1).isNumber &&
               (context.facts(ref, first - 1).has(WordClass::Noun) ||
                context.facts(ref, first - 1).has(WordClass::Adjective) || wordAt(context, ref, first - 1).isCapital))
            --first;
        const auto name = nameOf(context, ref, {first, end - first});
        if (!name || end - first < FewestWords)
            break;
        names.push_back(*name);
        if (first - 1 <= begin || wordAt(context, ref, first - 1).folded != u"and")
            break;
        end = first - 1;
    }
    return names;
}

/// Where the second name begins if words at `i` say that one follows; -1 where they don't.
int otherStart(const DivergenceContext &context, PassageRef ref, int i, int end)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const auto quoted = [&](int word) {
        return std::ranges::any_of(
            passage.quotations, [&](const Quotation &q) { return q.firstWord == word && q.wordCount <= LongestName; });
    };
    if (wordAt(context, ref, i).folded == u"or")
        return i + 1 < end && quoted(i + 1) ? i + 1 : -1;
    const QString &adverb = wordAt(context, ref, i).folded;
    const bool isAdverb = adverb == u"also" || adverb == u"better" || adverb == u"commonly" || adverb == u"widely";
    if (!isAdverb || i + 3 >= end || wordAt(context, ref, i + 1).folded != u"known" ||
        wordAt(context, ref, i + 2).folded != u"as")
        return -1;
    return english::isDeterminer(wordAt(context, ref, i + 3).folded) ? i + 4 : i + 3;
}

std::optional<Alias> aliasAt(const DivergenceContext &context, PassageRef ref, int i, WordRange sentence)
{
    const QString &text = context.textOf(ref);
    const PassageLanguage &passage = context.languageOf(ref);
    const TextSpan gap = TextSpan::between(wordAt(context, ref, i - 1).span.end(), wordAt(context, ref, i).span.start);
    const int start = gap.of(text).contains(u',') ? otherStart(context, ref, i, sentence.end()) : -1;
    if (start < 0 || start >= sentence.end())
        return std::nullopt;
    int end = start + 1;
    while (end < sentence.end() && end - start < LongestName && isJoined(text, passage, end) &&
           !wordAt(context, ref, end).isStop)
        ++end;
    const auto other = nameOf(context, ref, {start, end - start});
    Alias alias{namesBefore(context, ref, i, sentence.first), other.value_or(AliasName{})};
    return other && !alias.names.empty() ? std::optional(alias) : std::nullopt;
}

/// The words of a passage that end with word `i` and are a name: all of its words, or its head with one of them near.
std::optional<WordRange> mentionAt(const DivergenceContext &context, PassageRef ref, int i, const AliasName &name,
                                   bool isWhole)
{
    const std::vector<int> head = context.stemsOf(ref, i, 1);
    if (head.empty() || head.front() != name.head)
        return std::nullopt;
    std::set<int> missing = name.modifiers;
    int first = i;
    for (int k = i - 1; k >= std::max(0, i - ModifierReach); --k) {
        const std::vector<int> stem = context.stemsOf(ref, k, 1);
        if (!stem.empty() && missing.erase(stem.front()) > 0)
            first = k;
        else if (stem.empty() && wordAt(context, ref, k).folded != u"and")
            break;
    }
    const bool isNamed = isWhole ? missing.empty() : missing.size() < name.modifiers.size();
    return isNamed ? std::optional(WordRange{first, i - first + 1}) : std::nullopt;
}

/// What articles explain, each pair of heads once.
std::vector<Alias> aliasesOf(const DivergenceContext &context)
{
    std::vector<Alias> aliases;
    std::set<std::pair<int, int>> known;
    for (const PassageRef &ref : context.passages()) {
        if (!english::isEnglish(context.story.articles[static_cast<size_t>(ref.article)].language))
            continue;
        for (const Sentence &sentence : context.languageOf(ref).sentences) {
            for (int i = sentence.firstWord + 1; i < sentence.firstWord + sentence.wordCount; ++i) {
                auto alias = aliasAt(context, ref, i, wordsOf(sentence));
                if (alias && known.emplace(alias->names.front().head, alias->other.head).second)
                    aliases.push_back(std::move(*alias));
            }
        }
    }
    return aliases;
}

/// Adds the mentions of an alias that end with one word.
void addMentions(const DivergenceContext &context, PassageRef ref, int word, const Alias &alias,
                 std::vector<Form> &forms)
{
    const PassageLanguage &passage = context.languageOf(ref);
    if (const auto words = mentionAt(context, ref, word, alias.other, true))
        forms.push_back({ref, spanOf(passage, *words), alias.other.written.toCaseFolded()});
    for (const AliasName &name : alias.names) {
        if (const auto words = mentionAt(context, ref, word, name, false))
            forms.push_back({ref, spanOf(passage, *words), alias.names.front().written.toCaseFolded()});
    }
}

} // namespace

std::vector<Divergence> findAliasDivergences(const DivergenceContext &context)
{
    const std::vector<Alias> aliases = aliasesOf(context);
    std::map<int, std::set<size_t>> byHead;
    for (size_t k = 0; k < aliases.size(); ++k) {
        byHead[aliases[k].other.head].insert(k);
        for (const AliasName &name : aliases[k].names)
            byHead[name.head].insert(k);
    }
    std::vector<std::vector<Form>> forms(aliases.size());
    for (const PassageRef &ref : context.passages()) {
        const std::vector<Word> &words = context.languageOf(ref).words;
        for (size_t i = 0; i < words.size() && !aliases.empty(); ++i) {
            const auto told = words[i].isStop ? byHead.end() : byHead.find(context.vocabulary.id(words[i].stem));
            if (told == byHead.end())
                continue;
            for (const size_t k : told->second)
                addMentions(context, ref, static_cast<int>(i), aliases[k], forms[k]);
        }
    }
    std::vector<Divergence> found;
    for (size_t k = 0; k < aliases.size(); ++k)
        addEntity(context, forms[k], Aspect::Naming, aliases[k].names.front().written, AliasWeight, found,
                  Reach::Story);
    return found;
}

} // namespace parallax
