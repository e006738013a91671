// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything between reading and showing works on plain texts (language/plaintext.cpp says why); what it found is led
//! back here, once, when all is found.
//! Tested by tst_plaintext.cpp.
#include "comparison/plainstory.h"

#include <algorithm>
#include <utility>

namespace parallax {

namespace {

void restoreSpans(PassageLanguage &language, const PlainText &plain)
{
    const auto restore = [&](TextSpan &span) { span = plain.written(span); };
    for (Word &word : language.words)
        restore(word.span);
    for (Sentence &sentence : language.sentences)
        restore(sentence.span);
    for (Figure &figure : language.figures) {
        restore(figure.span);
        restore(figure.numberSpan);
    }
    for (DateMention &date : language.dates)
        restore(date.span);
    for (Quotation &quotation : language.quotations) {
        restore(quotation.span);
        restore(quotation.inner);
    }
    for (Attribution &attribution : language.attributions) {
        for (TextSpan *span : {&attribution.span, &attribution.source, &attribution.head, &attribution.verb})
            restore(*span);
    }
    for (NameMention &name : language.names) {
        restore(name.span);
        restore(name.core);
    }
}

} // namespace

std::vector<WrittenPassage> makePlain(Story &story)
{
    std::vector<WrittenPassage> written;
    for (size_t a = 0; a < story.articles.size(); ++a) {
        std::vector<Passage> &passages = story.articles[a].passages;
        for (size_t p = 0; p < passages.size(); ++p) {
            std::optional<PlainText> plain = isTold(passages[p].role) ? PlainText::of(passages[p].text) : std::nullopt;
            if (!plain)
                continue;
            QString text = std::exchange(passages[p].text, plain->text());
            written.push_back({{static_cast<int>(a), static_cast<int>(p)}, std::move(text), std::move(*plain)});
        }
    }
    return written;
}

void restoreWritten(Comparison &comparison, const std::vector<WrittenPassage> &written)
{
    for (const WrittenPassage &one : written) {
        const auto article = static_cast<size_t>(one.passage.article);
        const auto passage = static_cast<size_t>(one.passage.passage);
        comparison.story.articles[article].passages[passage].text = one.text;
        restoreSpans(comparison.language[article].passages[passage], one.plain);
    }
    for (Divergence &divergence : comparison.divergences) {
        for (Reading &reading : divergence.readings) {
            const auto at = std::ranges::lower_bound(written, reading.passage, {}, &WrittenPassage::passage);
            if (at != written.end() && at->passage == reading.passage)
                reading.span = at->plain.written(reading.span);
        }
    }
}

} // namespace parallax
