// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Words by ICU's word boundaries (UAX #29), sentences by its sentence boundaries with CLDR's abbreviations.
//! What UAX #29 alone would do wrong: "Mr. Lee" would end a sentence, and "the end.The next" would not.
//! Tested by tst_words.cpp.

#include "language/words.h"

#include "language/wordforms.h"

#include <QHash>
#include <QRegularExpression>

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

/// Abbreviations before a name that CLDR's list leaves out (they may end a sentence in other uses, rarely in news).
constexpr std::array EnglishTitles{"Dr.", "St.",  "Gen.", "Col.", "Gov.",  "Sen.",  "Rep.", "Sgt.",
                                   "Lt.", "Cpl.", "Rev.", "Hon.", "Insp.", "Supt.", "No."};

/// The tools of one language. ICU's iterators carry state, so each thread keeps its own.
struct Tools {
    explicit Tools(const QString &language);

    std::unique_ptr<icu::BreakIterator> words;
    std::unique_ptr<icu::BreakIterator> sentences;
};

Tools::Tools(const QString &language)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(language.isEmpty() ? "und" : language.toLatin1().constData());
    words.reset(icu::BreakIterator::createWordInstance(locale, status));
    std::unique_ptr<icu::BreakIterator> plain(icu::BreakIterator::createSentenceInstance(locale, status));
    const std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
        icu::FilteredBreakIteratorBuilder::createInstance(locale, status));
    if (builder && language.startsWith("en"_L1)) {
        for (const char *title : EnglishTitles)
            builder->suppressBreakAfter(icu::UnicodeString(title, -1, US_INV), status);
    }
    if (builder && U_SUCCESS(status))
        sentences.reset(builder->build(plain.release(), status));
    else
        sentences = std::move(plain);
    Q_ASSERT(words && sentences);
}

Tools &toolsFor(const QString &language)
{
    static thread_local QHash<QString, std::shared_ptr<Tools>> all;
    std::shared_ptr<Tools> &tools = all[language];
    if (!tools)
        tools = std::make_shared<Tools>(language);
    return *tools;
}

/// Read-only view for ICU; the text must outlive it.
icu::UnicodeString view(const QString &text)
{
    return icu::UnicodeString(false, text.utf16(), static_cast<int32_t>(text.size()));
}

bool endsSentenceWithoutSpace(const QString &text, int at)
{
    // "the end.The next": three lower-case letters, a stop, a capital with a small letter after it.
    return at >= 4 && at + 1 < text.size() && text[at].isUpper() && text[at + 1].isLower() &&
           (text[at - 1] == u'.' || text[at - 1] == u'?' || text[at - 1] == u'!') && text[at - 2].isLower() &&
           text[at - 3].isLower() && text[at - 4].isLower();
}

/// "met U.S. Secretary Lee": initials end no sentence unless a function word opens the next one ("… in the U.S. The
/// …").
bool isInsideInitials(const QString &text, int at, const WordForms &forms)
{
    static const QRegularExpression initials(uR"((?:^|[\s("“‘'\[])(?:\p{Lu}\.)+\s*$)"_s);
    static const QRegularExpression firstWord(uR"(\p{L}+)"_s);
    constexpr int reach = 16; // UTF-16 units: the longest run of initials worth looking back for
    int end = at;
    while (end > 0 && text[end - 1].isSpace())
        --end;
    if (end < 2 || text[end - 1] != u'.' || !(text[end - 2].isUpper() || text[end - 2].isLowSurrogate()))
        return false; // nearly always, and without asking the expression
    if (!initials.matchView(QStringView(text).mid(std::max(0, at - reach), std::min(at, reach))).hasMatch())
        return false;
    return !forms.isStop(firstWord.matchView(QStringView(text).mid(at)).captured().toCaseFolded());
}

std::vector<int> sentenceStarts(const QString &text, const QString &language)
{
    icu::BreakIterator &iterator = *toolsFor(language).sentences;
    const WordForms &forms = WordForms::of(language);
    std::vector<int> starts{0};
    const icu::UnicodeString source = view(text); // the iterator keeps a reference
    iterator.setText(source);
    for (int32_t at = iterator.first(); at != icu::BreakIterator::DONE; at = iterator.next()) {
        if (at > 0 && at < text.size() && !isInsideInitials(text, at, forms))
            starts.push_back(at);
    }
    for (int at = 1; at < text.size(); ++at) {
        if (endsSentenceWithoutSpace(text, at))
            starts.push_back(at);
    }
    std::ranges::sort(starts);
    starts.erase(std::ranges::unique(starts).begin(), starts.end());
    return starts;
}

TextSpan trimmed(const QString &text, int start, int end)
{
    while (start < end && text[start].isSpace())
        ++start;
    while (end > start && text[end - 1].isSpace())
        --end;
    return TextSpan::between(start, end);
}

} // namespace

std::vector<Word> findWords(const QString &text, const QString &language)
{
    std::vector<Word> words;
    const Tools &tools = toolsFor(language);
    WordForms &forms = WordForms::of(language);
    constexpr qsizetype usualLength = 6; // of a word with its space
    words.reserve(static_cast<size_t>(text.size() / usualLength + 1));
    const icu::UnicodeString source = view(text); // the iterator keeps a reference
    tools.words->setText(source);
    int32_t start = tools.words->first();
    for (int32_t end = tools.words->next(); end != icu::BreakIterator::DONE; start = end, end = tools.words->next()) {
        if (tools.words->getRuleStatus() < UBRK_WORD_NONE_LIMIT)
            continue; // space or punctuation
        Word word;
        word.span = TextSpan::between(start, end);
        const WordForm &form = forms.form(word.span.of(text));
        word.folded = form.folded;
        word.stem = form.stem;
        word.isStop = form.isStop;
        word.isCapital = form.isCapital;
        word.isNumber = form.isNumber;
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<Sentence> findSentences(const QString &text, const std::vector<Word> &words, const QString &language)
{
    constexpr int fewestWords = 3; // "No." or a stray initial is no sentence to compare: it joins the one before
    std::vector<Sentence> sentences;
    if (words.empty())
        return sentences;
    std::vector<int> starts = sentenceStarts(text, language);
    starts.push_back(static_cast<int>(text.size()));
    std::size_t word = 0;
    for (std::size_t k = 0; k + 1 < starts.size(); ++k) {
        const std::size_t first = word;
        while (word < words.size() && words[word].span.start < starts[k + 1])
            ++word;
        const int count = static_cast<int>(word - first);
        const TextSpan span = trimmed(text, starts[k], starts[k + 1]);
        if (!sentences.empty() && count < fewestWords) {
            sentences.back().span =
                TextSpan::between(sentences.back().span.start, std::max(sentences.back().span.end(), span.end()));
            sentences.back().wordCount += count;
        } else if (count > 0) {
            sentences.push_back({span, static_cast<int>(first), count});
        }
    }
    return sentences;
}

} // namespace parallax
