// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One compound written with other joints: "airbase", "air base", "air-base". Words and runs of up to three words meet
//! by their letters. Nearly all compounds of a story are written in one way, so a first pass over bare numbers finds
//! those that are not, and only these are looked at with their words.
//! Wrong alternative: edit distance, which also makes one of "manned" and "man Ned".
//! Tested by tst_divergence.cpp.
#include "divergence/jointdivergences.h"

#include "divergence/nameforms.h"
#include "divergence/phrases.h"
#include "language/lexicon.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int FewestJointLetters = 7; ///< letters of a compound whose joints are compared
constexpr double JointWeight = 0.08;

/// Letters and digits alone, folded: what remains of a name when its joints are dropped.
QString lettersOf(QStringView text)
{
    QString letters;
    for (const QChar c : text.toString().toCaseFolded()) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

/// Every run of up to three words that can be one compound, its genitive ending left out.
void forCompounds(const DivergenceContext &context, const std::function<void(PassageRef, TextSpan)> &visit)
{
    for (const PassageRef &ref : context.passages()) {
        const QString &text = context.textOf(ref);
        const PassageLanguage &passage = context.languageOf(ref);
        for (const Sentence &sentence : passage.sentences) {
            const int end = sentence.firstWord + sentence.wordCount;
            for (int i = sentence.firstWord; i < end; ++i) {
                for (int n = 1; n <= 3 && i + n <= end; ++n) {
                    if (n > 1 && !isJoined(text, passage, i + n - 1))
                        break;
                    const Word &last = passage.words[static_cast<size_t>(i + n - 1)];
                    if (passage.words[static_cast<size_t>(i)].isStop || last.isStop ||
                        passage.words[static_cast<size_t>(i)].isNumber || last.isNumber)
                        continue;
                    TextSpan span = spanOf(passage, {i, n});
                    if (span.of(text).endsWith(u"'s") || span.of(text).endsWith(u"\u2019s"))
                        span.length -= 2;
                    visit(ref, span);
                }
            }
        }
    }
}

/// Some number of a compound's letters (high half) and of how it is written (low half), folded: equal for equal ones.
/// nullopt for too few letters.
std::optional<quint64> numberOf(QStringView compound)
{
    quint32 letters = 2166136261U; // FNV-1a
    quint32 written = letters;
    int count = 0;
    for (QChar c : compound) {
        c = c == u'\u2019' ? u'\'' : c == u'\u2011' ? u'-' : c == u'\u00A0' ? u' ' : c.toCaseFolded();
        written = (written ^ c.unicode()) * 16777619U;
        if (c.isLetterOrNumber()) {
            letters = (letters ^ c.unicode()) * 16777619U;
            ++count;
        }
    }
    return count < FewestJointLetters ? std::nullopt : std::optional(static_cast<quint64>(letters) << 32 | written);
}

/// The high halves of numberOf() that stand before more than one low half: letters that may be joined in two ways.
std::vector<quint32> contestedLetters(const DivergenceContext &context)
{
    std::vector<quint64> numbers;
    forCompounds(context, [&](PassageRef ref, TextSpan span) {
        if (const auto number = numberOf(span.of(context.textOf(ref))))
            numbers.push_back(*number);
    });
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    std::vector<quint32> contested;
    for (size_t k = 1; k < numbers.size(); ++k) {
        const auto letters = static_cast<quint32>(numbers[k] >> 32);
        if (letters == static_cast<quint32>(numbers[k - 1] >> 32) && (contested.empty() || contested.back() != letters))
            contested.push_back(letters);
    }
    return contested;
}

/// "managed" is no "man aged": a form of a verb has no joints.
bool isVerbForm(const QString &letters)
{
    const std::vector<Lemma> lemmas = Lexicon::english().lemmas(letters);
    return !lemmas.empty() && std::ranges::all_of(lemmas, [&](const Lemma &lemma) {
        return lemma.wordClass == WordClass::Verb && lemma.text != letters;
    });
}

} // namespace

void addJoints(const DivergenceContext &context, std::vector<Divergence> &found)
{
    const std::vector<quint32> contested = contestedLetters(context);
    std::map<QString, std::vector<Form>> compounds;
    forCompounds(context, [&](PassageRef ref, TextSpan span) {
        const QStringView written = span.of(context.textOf(ref));
        const auto number = numberOf(written);
        if (!number || !std::ranges::binary_search(contested, static_cast<quint32>(*number >> 32)))
            return;
        QString form = written.toString().toCaseFolded();
        form.replace(u'\u2019', u'\'').replace(u'\u2011', u'-').replace(u'\u00A0', u' ');
        static const QRegularExpression possessive(u"' ?s\\b|'(?= |$)"_s); // "guards' mess" is no other name
        form.remove(possessive);
        const std::vector<Figure> &figures = context.languageOf(ref).figures;
        if (std::ranges::any_of(figures, [&](const Figure &figure) { return figure.span.overlaps(span); }))
            return; // "a 16-year-old" is a figure
        compounds[lettersOf(written)].push_back({ref, span, form});
    });
    std::vector<Divergence> joints;
    for (const auto &[letters, forms] : compounds) {
        const bool isOneForm =
            std::ranges::all_of(forms, [&](const Form &form) { return form.form == forms.front().form; });
        if (!isOneForm && !isVerbForm(letters))
            addEntity(context, forms, Aspect::Spelling,
                      forms.front().span.of(context.textOf(forms.front().passage)).toString(), JointWeight, joints,
                      Reach::Story);
    }
    // "Omar al Hadi" and "al Hadi" are one finding: the shorter lies inside the longer's readings.
    std::ranges::stable_sort(
        joints, [](const Divergence &x, const Divergence &y) { return x.readings.size() > y.readings.size(); });
    for (Divergence &joint : joints) {
        const bool isKnown = std::ranges::any_of(found, [&](const Divergence &other) {
            return other.aspect == Aspect::Spelling && std::ranges::any_of(other.readings, [&](const Reading &x) {
                       return std::ranges::any_of(joint.readings, [&](const Reading &y) {
                           return x.passage == y.passage && x.span.overlaps(y.span);
                       });
                   });
        });
        if (!isKnown)
            found.push_back(std::move(joint));
    }
}

} // namespace parallax
