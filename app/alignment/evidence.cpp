// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Collects what passages share. A thing counts once an article, and weighs with the number of articles that have it
//! and with what its stems say; the kinds are told apart by what the language step found there. Tested by
//! tst_alignment.cpp.

#include "alignment/evidence.h"

#include <QHash>

#include <algorithm>

namespace parallax {

namespace {

constexpr std::size_t MostEvidence = 6;
constexpr int LeastQuotedWords = 4; // shorter shared quotations are terms

} // namespace

/// Fills the things of one passage after the other.
class SharedEvidence::Collector
{
public:
    explicit Collector(const Vocabulary &vocabulary)
        : m_vocabulary(vocabulary)
    {
    }

    std::vector<Thing> things(PassageRef ref, const PassageLanguage &passage, const QString &text)
    {
        m_things.clear();
        addQuotations(ref, passage, text);
        for (const NameMention &name : passage.names) {
            const TextSpan span = name.core.isEmpty() ? name.span : name.core;
            note(EvidenceKind::Name, span.of(text).toString().toCaseFolded(), span.of(text),
                 weightOf(ref, name.firstWord, name.wordCount));
        }
        for (const Figure &figure : passage.figures) {
            if (figure.value.precision != Precision::Vague)
                note(EvidenceKind::Figure, QString::number(figure.value.number) + figure.value.unit,
                     figure.span.of(text), weightOf(ref, passage, figure.span));
        }
        for (const DateMention &date : passage.dates)
            note(EvidenceKind::Date, date.span.of(text).toString().toCaseFolded(), date.span.of(text),
                 weightOf(ref, passage, date.span));
        addTerms(ref, passage, text);
        return std::move(m_things);
    }

private:
    /// A story says the same few thousand things over and over, and its links repeat them: each is kept once.
    QString kept(QStringView written)
    {
        const auto known = m_written.constFind(written);
        if (known != m_written.cend())
            return *known;
        const QString text = written.toString();
        m_written.insert(text, text); // the key looks at the letters of the value
        return text;
    }

    void note(EvidenceKind kind, const QString &key, QStringView written, double weight)
    {
        const std::pair place(static_cast<int>(kind), key);
        auto number = m_keys.constFind(place);
        if (number == m_keys.cend())
            number = m_keys.insert(place, static_cast<int>(m_keys.size()));
        if (std::ranges::find(m_things, *number, &Thing::key) == m_things.end())
            m_things.push_back({*number, kind, kept(written), weight});
    }

    double weightOf(PassageRef ref, int first, int count) const
    {
        double weight = 0;
        for (const int stem : m_vocabulary.stems(ref, first, count))
            weight += m_vocabulary.weight(stem);
        return weight;
    }

    double weightOf(PassageRef ref, const PassageLanguage &passage, TextSpan span) const
    {
        double weight = 0;
        for (std::size_t w = 0; w < passage.words.size(); ++w) {
            if (span.contains(passage.words[w].span))
                weight += weightOf(ref, static_cast<int>(w), 1);
        }
        return weight;
    }

    void addQuotations(PassageRef ref, const PassageLanguage &passage, const QString &text)
    {
        for (const Quotation &quotation : passage.quotations) {
            if (quotation.wordCount < LeastQuotedWords)
                continue;
            QString key;
            for (int w = quotation.firstWord; w < quotation.firstWord + std::min(quotation.wordCount, 6); ++w)
                key += passage.words[static_cast<std::size_t>(w)].stem + u' ';
            note(EvidenceKind::Quotation, key, quotation.inner.of(text),
                 weightOf(ref, quotation.firstWord, quotation.wordCount));
        }
    }

    void addTerms(PassageRef ref, const PassageLanguage &passage, const QString &text)
    {
        const std::span<const int> numbers = m_vocabulary.numbers(ref);
        for (std::size_t w = 0; w < numbers.size(); ++w) {
            const Word &word = passage.words[w];
            if (numbers[w] >= 0)
                note(EvidenceKind::Term, word.stem, word.isCapital ? word.span.of(text) : QStringView(word.folded),
                     m_vocabulary.weight(numbers[w]));
        }
    }

    const Vocabulary &m_vocabulary;
    QHash<std::pair<int, QString>, int> m_keys; ///< kind and what makes two things of it equal
    QHash<QStringView, QString> m_written;
    std::vector<Thing> m_things;
};

SharedEvidence::SharedEvidence(const Story &story, const std::vector<ArticleLanguage> &language,
                               const Vocabulary &vocabulary)
{
    Collector collector(vocabulary);
    for (int a = 0; a < static_cast<int>(language.size()); ++a) {
        const ArticleLanguage &article = language[static_cast<std::size_t>(a)];
        auto &things = m_things.emplace_back();
        for (int p = 0; p < static_cast<int>(article.passages.size()); ++p)
            things.push_back(
                collector.things({a, p}, article.passages[static_cast<std::size_t>(p)], story.passage({a, p}).text));
    }
}

std::vector<Evidence> SharedEvidence::of(std::span<const PassageRef> passages) const
{
    struct Holder {
        const Thing *thing = nullptr;
        int order = 0;
        int article = 0;
    };
    std::vector<Holder> holders;
    for (const PassageRef ref : passages) {
        for (const Thing &thing :
             m_things[static_cast<std::size_t>(ref.article)][static_cast<std::size_t>(ref.passage)])
            holders.push_back({&thing, static_cast<int>(holders.size()), ref.article});
    }
    std::ranges::sort(holders, {}, [](const Holder &holder) { return std::pair(holder.thing->key, holder.order); });

    struct Shared {
        const Thing *thing = nullptr; ///< of the first passage that has it
        int order = 0;
        double weight = 0; ///< the more articles, the more
    };
    std::vector<Shared> shared;
    std::vector<int> articles; // that hold one thing
    for (auto first = holders.begin(); first != holders.end();) {
        const auto last = std::find_if(first, holders.end(),
                                       [&](const Holder &other) { return other.thing->key != first->thing->key; });
        articles.clear();
        for (auto holder = first; holder != last; ++holder)
            articles.push_back(holder->article);
        std::ranges::sort(articles);
        const auto repeated = std::ranges::unique(articles);
        if (const auto tellings = repeated.begin() - articles.begin(); tellings > 1)
            shared.push_back({first->thing, first->order, first->thing->weight * static_cast<double>(tellings)});
        first = last;
    }
    std::ranges::sort(shared, {}, [](const Shared &one) { return std::pair(-one.weight, one.order); });

    std::vector<Evidence> evidence;
    for (const Shared &one : shared) {
        if (evidence.size() == MostEvidence)
            break;
        const bool isSaid = std::ranges::any_of(evidence, [&](const Evidence &said) {
            return said.text.contains(one.thing->written, Qt::CaseInsensitive) ||
                   one.thing->written.contains(said.text, Qt::CaseInsensitive);
        });
        if (!isSaid)
            evidence.push_back({one.thing->kind, one.thing->written});
    }
    return evidence;
}

} // namespace parallax
