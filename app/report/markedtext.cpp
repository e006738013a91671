// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Take "It will be Moscow’s eighth veto": `eighth veto` is
//! a figure (weight .8) and `veto` a wording (.3). The figure underlines both words; the wording, drawn the same way,
//! would put a second line through the first. So it keeps its badge only: "eighth veto [F B][W]". Heaviest first, each
//! mark takes what is left of its words. The badge stays at the end of its own words: where the line went does not
//! change what is marked.
//!
//! Lines and badges of a passage need not nest: a light mark's badge may stand inside a heavy mark's words. Lines never
//! overlap, though, so one walk over the text that opens, closes and drops badges where they are due is enough for
//! every notation.
//!
//! Tested by tst_report.cpp and tst_htmlwriter.cpp.

#include "report/markedtext.h"

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr double TintedWeight = 0.3; // below it a mark has its line only: a page of tints would tell nothing

/// What stays of `span` when `taken` (disjoint, any order) is cut away from it: its longest free piece, so that a mark
/// has one line.
TextSpan freePart(TextSpan span, std::vector<TextSpan> taken)
{
    std::ranges::sort(taken);
    TextSpan best;
    int from = span.start;
    const auto offer = [&](int to) {
        if (to - from > best.length)
            best = TextSpan::between(from, to);
    };
    for (const TextSpan &other : taken) {
        if (!other.overlaps(span))
            continue;
        offer(std::min(other.start, span.end()));
        from = std::max(from, other.end());
    }
    offer(span.end());
    return best;
}

/// Cuts spaces off both ends: a line under a space looks like a slip.
TextSpan withoutSpaces(TextSpan span, QStringView text)
{
    while (span.length > 0 && text[span.start].isSpace())
        span = TextSpan::between(span.start + 1, span.end());
    while (span.length > 0 && text[span.end() - 1].isSpace())
        --span.length;
    return span;
}

} // namespace

MarkedText markedPassage(const Comparison &comparison, int event, PassageRef ref, const ReportSelection *selection)
{
    struct Candidate {
        const Divergence *divergence;
        const Reading *reading;
    };
    MarkedText marked{comparison.story.passage(ref).text, {}};
    std::vector<Candidate> candidates;
    const auto ofEvent = std::ranges::equal_range(comparison.divergences, event, {}, &Divergence::event);
    for (const Divergence &divergence : ofEvent) {
        if (selection && !selection->holdsDivergence(static_cast<int>(&divergence - comparison.divergences.data())))
            continue;
        for (const Reading &reading : divergence.readings) {
            if (reading.passage == ref)
                candidates.push_back({&divergence, &reading});
        }
    }
    std::ranges::stable_sort(candidates, std::ranges::greater(),
                             [](const Candidate &candidate) { return candidate.divergence->weight; });
    std::vector<TextSpan> taken;
    for (const auto &[divergence, reading] : candidates) {
        const TextSpan span = withoutSpaces(reading->span, marked.text);
        if (span.isEmpty())
            continue;
        const auto looksAlike = [&](const Mark &mark) {
            return mark.kind == divergence->kind && mark.group == reading->group && mark.badgeAt == span.end();
        };
        if (std::ranges::any_of(marked.marks, looksAlike))
            continue; // two divergences of one kind that end on the same words
        const Mark mark{divergence->kind, reading->group, withoutSpaces(freePart(span, taken), marked.text), span.end(),
                        divergence->weight >= TintedWeight && divergence->kind != DivergenceKind::Name};
        if (!mark.line.isEmpty())
            taken.push_back(mark.line);
        marked.marks.push_back(mark);
    }
    std::ranges::stable_sort(marked.marks, {}, &Mark::badgeAt);
    return marked;
}

std::vector<MarkPiece> piecesOf(const MarkedText &marked)
{
    std::vector<const Mark *> lines; // by place
    for (const Mark &mark : marked.marks) {
        if (!mark.line.isEmpty())
            lines.push_back(&mark);
    }
    std::ranges::sort(lines, {}, [](const Mark *mark) { return mark->line.start; });
    std::vector<int> cuts{0, static_cast<int>(marked.text.size())};
    for (const Mark &mark : marked.marks)
        cuts.insert(cuts.end(), {mark.line.start, mark.line.end(), mark.badgeAt});
    std::ranges::sort(cuts);
    const auto repeated = std::ranges::unique(cuts);
    cuts.erase(repeated.begin(), repeated.end());

    using Place = MarkPiece::Place;
    std::vector<MarkPiece> pieces;
    auto line = lines.cbegin();
    auto badge = marked.marks.cbegin(); // by badgeAt
    bool isOpen = false;
    for (size_t i = 0; i < cuts.size(); ++i) {
        const int at = cuts[i];
        if (isOpen && at >= (*line)->line.end()) {
            pieces.push_back({Place::End, {}, *line++});
            isOpen = false;
        }
        for (; badge != marked.marks.cend() && badge->badgeAt <= at; ++badge)
            pieces.push_back({Place::Badge, {}, &*badge});
        if (!isOpen && line != lines.cend() && (*line)->line.start == at) {
            pieces.push_back({Place::Begin, {}, *line});
            isOpen = true;
        }
        if (i + 1 < cuts.size())
            pieces.push_back({Place::Text, marked.text.sliced(at, cuts[i + 1] - at), nullptr});
    }
    return pieces;
}

MarkedText inSentences(const MarkedText &marked, const std::vector<Sentence> &sentences)
{
    const auto holds = [&marked](TextSpan sentence) {
        return std::ranges::any_of(marked.marks, [sentence](const Mark &mark) {
            return sentence.overlaps(mark.line) || sentence.overlaps({mark.badgeAt - 1, 1});
        });
    };
    MarkedText cut;
    int end = 0; // of what is taken already, in the whole text
    bool isGap = false;
    for (size_t i = 0; i < sentences.size(); ++i) {
        const TextSpan span = sentences[i].span;
        if (!holds(span) && (i > 0 || !marked.marks.empty())) {
            isGap = true;
            continue;
        }
        if (isGap)
            cut.text += cut.text.isEmpty() ? u"… "_s : u" … "_s;
        else if (!cut.text.isEmpty())
            cut.text += QStringView(marked.text).sliced(end, span.start - end);
        const int shift = static_cast<int>(cut.text.size()) - span.start;
        cut.text += span.of(marked.text);
        for (Mark mark : marked.marks) {
            if (mark.badgeAt <= span.start || mark.badgeAt > span.end())
                continue;
            // A line that began in the sentence before is that sentence's; only what stands here goes along.
            mark.line = mark.line.isEmpty() ? TextSpan{0, 0}
                                            : TextSpan::between(std::max(mark.line.start, span.start) + shift,
                                                                std::min(mark.line.end(), span.end()) + shift);
            if (mark.line.length <= 0)
                mark.line = {};
            mark.badgeAt += shift;
            cut.marks.push_back(mark);
        }
        end = span.end();
        isGap = false;
    }
    if (isGap)
        cut.text += u" …"_s;
    return sentences.empty() ? marked : cut;
}

} // namespace parallax
