// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Collects what passages share. A thing counts once an article, and weighs with the number of articles that have it
//! and with what its stems say; the kinds are told apart by what the language step found there. Tested by
//! tst_alignment.cpp.

#include "alignment/evidence.h"

#include <algorithm>
#include <map>
#include <set>

namespace parallax {

namespace {

constexpr std::size_t MostEvidence = 6;
constexpr int LeastQuotedWords = 4; // shorter shared quotations are terms

/// A thing found in passages: which articles have it, how it is written first, how much its words weigh.
struct Found {
    EvidenceKind kind = EvidenceKind::Term;
    QString text;
    double weight = 0;
    std::set<int> articles;
};

class Collector
{
public:
    Collector(const Story &story, const std::vector<ArticleLanguage> &language, const Vocabulary &vocabulary)
        : m_story(story)
        , m_language(language)
        , m_vocabulary(vocabulary)
    {
    }

    void add(PassageRef ref)
    {
        const PassageLanguage &passage =
            m_language[static_cast<std::size_t>(ref.article)].passages[static_cast<std::size_t>(ref.passage)];
        const QString &text = m_story.passage(ref).text;
        addQuotations(ref, passage, text);
        for (const NameMention &name : passage.names) {
            const TextSpan span = name.core.isEmpty() ? name.span : name.core;
            note(EvidenceKind::Name, span.of(text).toString().toCaseFolded(), span.of(text),
                 weightOf(passage, name.firstWord, name.wordCount), ref);
        }
        for (const Figure &figure : passage.figures) {
            if (figure.value.precision != Precision::Vague)
                note(EvidenceKind::Figure, QString::number(figure.value.number) + figure.value.unit,
                     figure.span.of(text), weightOf(passage, figure.span), ref);
        }
        for (const DateMention &date : passage.dates)
            note(EvidenceKind::Date, date.span.of(text).toString().toCaseFolded(), date.span.of(text),
                 weightOf(passage, date.span), ref);
        addTerms(ref, passage, text);
    }

    std::vector<Evidence> shared() const
    {
        std::vector<const Found *> found;
        for (const Found &thing : m_found) {
            if (thing.articles.size() > 1)
                found.push_back(&thing);
        }
        std::ranges::stable_sort(found, [](const Found *a, const Found *b) {
            return a->weight * static_cast<double>(a->articles.size()) >
                   b->weight * static_cast<double>(b->articles.size());
        });
        std::vector<Evidence> evidence;
        for (const Found *thing : found) {
            const bool isSaid = std::ranges::any_of(evidence, [thing](const Evidence &said) {
                return said.text.contains(thing->text, Qt::CaseInsensitive) ||
                       thing->text.contains(said.text, Qt::CaseInsensitive);
            });
            if (!isSaid && evidence.size() < MostEvidence)
                evidence.push_back({thing->kind, thing->text});
        }
        return evidence;
    }

private:
    void note(EvidenceKind kind, const QString &key, QStringView written, double weight, PassageRef ref)
    {
        const auto [entry, isNew] = m_places.try_emplace({kind, key}, m_found.size());
        if (isNew)
            m_found.push_back({kind, written.toString(), weight, {}});
        m_found[entry->second].articles.insert(ref.article);
    }

    double weightOf(const PassageLanguage &passage, int first, int count) const
    {
        double weight = 0;
        for (const int stem : m_vocabulary.stems(passage, first, count))
            weight += m_vocabulary.weight(stem);
        return weight;
    }

    double weightOf(const PassageLanguage &passage, TextSpan span) const
    {
        double weight = 0;
        for (std::size_t w = 0; w < passage.words.size(); ++w) {
            if (span.contains(passage.words[w].span))
                weight += weightOf(passage, static_cast<int>(w), 1);
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
                 weightOf(passage, quotation.firstWord, quotation.wordCount), ref);
        }
    }

    void addTerms(PassageRef ref, const PassageLanguage &passage, const QString &text)
    {
        for (std::size_t w = 0; w < passage.words.size(); ++w) {
            const Word &word = passage.words[w];
            if (const auto stems = m_vocabulary.stems(passage, static_cast<int>(w), 1); !stems.empty())
                note(EvidenceKind::Term, word.stem, word.isCapital ? word.span.of(text) : QStringView(word.folded),
                     m_vocabulary.weight(stems.front()), ref);
        }
    }

    const Story &m_story;
    const std::vector<ArticleLanguage> &m_language;
    const Vocabulary &m_vocabulary;
    std::vector<Found> m_found;
    std::map<std::pair<EvidenceKind, QString>, std::size_t> m_places;
};

} // namespace

std::vector<Evidence> sharedEvidence(const Story &story, const std::vector<ArticleLanguage> &language,
                                     const Vocabulary &vocabulary, std::span<const PassageRef> passages)
{
    Collector collector(story, language, vocabulary);
    for (const PassageRef ref : passages)
        collector.add(ref);
    return collector.shared();
}

} // namespace parallax
