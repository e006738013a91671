// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Words by ICU's word boundaries (UAX #29), sentences by its sentence boundaries with CLDR's abbreviations, stems by
//! Snowball. A number word and its digits get one stem, so that "two officers" and "2 officers" share it; ICU's
//! spell-out rules say which words are numbers.
//! What UAX #29 alone would do wrong: "Mr. Lee" would end a sentence, and "the end.The next" would not.
//! Tested by tst_words.cpp.

#include "language/words.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar TypographicApostrophe(0x2019);

/// The function words of English, and the courtesy and reporting words that stand in every article.
constexpr std::array EnglishStopWords{
    "a",       "about",     "above",     "after",    "again",    "against",    "all",     "also",    "am",
    "an",      "and",       "any",       "are",      "aren't",   "as",         "at",      "be",      "because",
    "been",    "before",    "being",     "below",    "between",  "both",       "but",     "by",      "can",
    "can't",   "cannot",    "could",     "couldn't", "d",        "did",        "didn't",  "do",      "does",
    "doesn't", "doing",     "don't",     "down",     "dr",       "during",     "each",    "few",     "for",
    "from",    "further",   "had",       "hadn't",   "has",      "hasn't",     "have",    "haven't", "having",
    "he",      "he'd",      "he'll",     "her",      "here",     "hers",       "herself", "him",     "himself",
    "his",     "how",       "i",         "i'd",      "i'll",     "i'm",        "i've",    "if",      "in",
    "into",    "is",        "isn't",     "it",       "its",      "itself",     "just",    "let",     "ll",
    "m",       "may",       "me",        "might",    "more",     "most",       "mr",      "mrs",     "ms",
    "must",    "mustn't",   "my",        "myself",   "n't",      "no",         "nor",     "not",     "now",
    "of",      "off",       "on",        "once",     "one",      "only",       "or",      "other",   "ought",
    "our",     "ours",      "ourselves", "out",      "over",     "own",        "re",      "s",       "said",
    "same",    "saying",    "says",      "say",      "shall",    "shan't",     "she",     "she'd",   "she'll",
    "should",  "shouldn't", "so",        "some",     "such",     "t",          "tell",    "tells",   "than",
    "that",    "the",       "their",     "theirs",   "them",     "themselves", "then",    "there",   "these",
    "they",    "they'd",    "they'll",   "they're",  "they've",  "this",       "those",   "through", "to",
    "told",    "too",       "under",     "until",    "up",       "upon",       "us",      "ve",      "very",
    "was",     "wasn't",    "we",        "we'd",     "we'll",    "we're",      "we've",   "were",    "weren't",
    "what",    "when",      "where",     "which",    "while",    "who",        "whom",    "whose",   "why",
    "will",    "with",      "won't",     "would",    "wouldn't", "yet",        "you",     "you'd",   "you'll",
    "you're",  "you've",    "your",      "yours",    "yourself", "yourselves",
};

/// Abbreviations before a name that CLDR's list leaves out (they may end a sentence in other uses, rarely in news).
constexpr std::array EnglishTitles{"Dr.", "St.",  "Gen.", "Col.", "Gov.",  "Sen.",  "Rep.", "Sgt.",
                                   "Lt.", "Cpl.", "Rev.", "Hon.", "Insp.", "Supt.", "No."};

/// The tools of one language. ICU iterators and Snowball stemmers carry state, so each thread keeps its own.
struct Tools {
    explicit Tools(const QString &language);
    QString stemOf(const QString &folded) const;

    std::unique_ptr<icu::BreakIterator> words;
    std::unique_ptr<icu::BreakIterator> sentences;
    std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer{nullptr, &sb_stemmer_delete};
    QSet<QString> stopWords;
    QHash<QString, QString> digitsOf; // number words of one word
};

/// ICU's names of 0…20, the tens, and the powers a newspaper writes out.
QHash<QString, QString> numberWords(const icu::Locale &locale)
{
    QHash<QString, QString> digits;
    UErrorCode status = U_ZERO_ERROR;
    const icu::RuleBasedNumberFormat speller(icu::URBNF_SPELLOUT, locale, status);
    if (U_FAILURE(status))
        return digits;
    std::vector<int> numbers;
    for (int n = 0; n <= 20; ++n)
        numbers.push_back(n);
    for (int n = 30; n < 100; n += 10)
        numbers.push_back(n);
    for (const int n : numbers) {
        icu::UnicodeString spelt;
        speller.format(n, spelt);
        const QString word = QString::fromUtf16(spelt.getBuffer(), spelt.length()).toCaseFolded();
        if (!word.contains(u' '))
            digits.insert(word, QString::number(n));
    }
    return digits;
}

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
    stemmer.reset(sb_stemmer_new(language.section(u'-', 0, 0).toLatin1().constData(), nullptr));
    if (language.startsWith("en"_L1)) {
        for (const char *word : EnglishStopWords)
            stopWords.insert(QString::fromLatin1(word));
    }
    if (!language.isEmpty())
        digitsOf = numberWords(locale);
}

QString Tools::stemOf(const QString &folded) const
{
    if (const auto digits = digitsOf.constFind(folded); digits != digitsOf.cend())
        return *digits;
    if (folded.front().isDigit())
        return QString(folded).remove(u',');
    if (!stemmer)
        return folded;
    const QByteArray utf8 = folded.toUtf8();
    const sb_symbol *stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol *>(utf8.constData()),
                                            static_cast<int>(utf8.size()));
    return stem ? QString::fromUtf8(reinterpret_cast<const char *>(stem), sb_stemmer_length(stemmer.get())) : folded;
}

Tools &toolsFor(const QString &language)
{
    static thread_local QHash<QString, std::shared_ptr<Tools>> all;
    std::shared_ptr<Tools> &tools = all[language];
    if (!tools)
        tools = std::make_shared<Tools>(language);
    return *tools;
}

QString fold(QStringView written)
{
    QString folded = written.toString().toCaseFolded();
    folded.replace(TypographicApostrophe, u'\'');
    if (folded.size() > 2 && folded.endsWith("'s"_L1))
        folded.chop(2);
    return folded;
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
bool isInsideInitials(const QString &text, int at, const QSet<QString> &stopWords)
{
    static const QRegularExpression initials(uR"((?:^|[\s("“‘'\[])(?:\p{Lu}\.)+\s*$)"_s);
    static const QRegularExpression firstWord(uR"(\p{L}+)"_s);
    constexpr int reach = 16; // UTF-16 units: the longest run of initials worth looking back for
    if (!initials.matchView(QStringView(text).mid(std::max(0, at - reach), std::min(at, reach))).hasMatch())
        return false;
    return !stopWords.contains(firstWord.matchView(QStringView(text).mid(at)).captured().toCaseFolded());
}

std::vector<int> sentenceStarts(const QString &text, const Tools &tools)
{
    icu::BreakIterator &iterator = *tools.sentences;
    std::vector<int> starts{0};
    const icu::UnicodeString source = view(text); // the iterator keeps a reference
    iterator.setText(source);
    for (int32_t at = iterator.first(); at != icu::BreakIterator::DONE; at = iterator.next()) {
        if (at > 0 && at < text.size() && !isInsideInitials(text, at, tools.stopWords))
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
    const icu::UnicodeString source = view(text); // the iterator keeps a reference
    tools.words->setText(source);
    int32_t start = tools.words->first();
    for (int32_t end = tools.words->next(); end != icu::BreakIterator::DONE; start = end, end = tools.words->next()) {
        if (tools.words->getRuleStatus() < UBRK_WORD_NONE_LIMIT)
            continue; // space or punctuation
        Word word;
        word.span = TextSpan::between(start, end);
        const QStringView written = word.span.of(text);
        word.folded = fold(written);
        word.stem = tools.stemOf(word.folded);
        word.isStop = tools.stopWords.contains(word.folded);
        word.isCapital = written.front().isUpper();
        word.isNumber = written.front().isDigit();
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
    std::vector<int> starts = sentenceStarts(text, toolsFor(language));
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
