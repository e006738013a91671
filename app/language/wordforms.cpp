// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A story has a hundred times as many words as spellings. So whatever depends on the spelling alone — the folded form,
//! Snowball's stem, whether it is a number word, what the dictionary calls it — is worked out once and kept: "said"
//! stands in every other sentence, and its base form takes a dozen searches in WordNet.
//!
//! A number word and its digits get one stem, so that "two officers" and "2 officers" share it; ICU's spell-out rules
//! say which words are numbers. Stemmers carry state, and what is kept grows while it is read: so each thread has its
//! own. Wrong alternative: keeping it in the words themselves, which outlive the analysis and are copied to and fro.
//! Tested by tst_words.cpp, tst_quotations.cpp and tst_figures.cpp.
#include "language/wordforms.h"

#include "language/english.h"
#include "language/finders.h"
#include "language/lexicon.h"
#include "language/numberednames.h"
#include "language/numerals.h"

#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar TypographicApostrophe(0x2019);
constexpr std::size_t MostForms = 60'000; ///< some 30 MiB; 500 articles of a thousand words have half of it
constexpr int PersonCategory = 18;        ///< WordNet's lexicographer files
constexpr int GroupCategory = 14;

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

QString fold(QStringView written)
{
    QString folded = written.toString().toCaseFolded();
    folded.replace(TypographicApostrophe, u'\'');
    if (folded.size() > 2 && folded.endsWith("'s"_L1))
        folded.chop(2);
    return folded;
}

} // namespace

WordForms &WordForms::of(const QString &language)
{
    static thread_local std::unordered_map<QString, std::unique_ptr<WordForms>> all;
    std::unique_ptr<WordForms> &forms = all[language];
    if (!forms)
        forms = std::make_unique<WordForms>(language);
    return *forms;
}

WordForms::WordForms(const QString &language)
    : m_speller(Speller::of(language))
    , m_calendar(CalendarWords::of(language))
    , m_isEnglish(language.startsWith("en"_L1))
{
    m_stemmer.reset(sb_stemmer_new(language.section(u'-', 0, 0).toLatin1().constData(), nullptr));
    if (m_isEnglish) {
        for (const char *word : EnglishStopWords)
            m_stopWords.insert(QString::fromLatin1(word));
    }
    if (!language.isEmpty())
        m_digitsOf = numberWords(icu::Locale(language.toLatin1().constData()));
}

QString WordForms::stemOf(const QString &folded) const
{
    if (const auto digits = m_digitsOf.constFind(folded); digits != m_digitsOf.cend())
        return *digits;
    if (folded.front().isDigit())
        return QString(folded).remove(u',');
    if (!m_stemmer)
        return folded;
    const QByteArray utf8 = folded.toUtf8();
    const sb_symbol *stem = sb_stemmer_stem(m_stemmer.get(), reinterpret_cast<const sb_symbol *>(utf8.constData()),
                                            static_cast<int>(utf8.size()));
    return stem ? QString::fromUtf8(reinterpret_cast<const char *>(stem), sb_stemmer_length(m_stemmer.get())) : folded;
}

const WordForm &WordForms::form(QStringView written)
{
    if (const auto known = m_forms.find(written); known != m_forms.end())
        return known->second;
    return m_forms.emplace(written.toString(), made(written)).first->second;
}

void WordForms::forgetIfMany()
{
    if (m_forms.size() > MostForms)
        m_forms.clear();
}

WordForm WordForms::made(QStringView written) const
{
    WordForm form;
    form.folded = fold(written);
    form.stem = stemOf(form.folded);
    form.isStop = isStop(form.folded);
    form.isCapital = written.front().isUpper();
    form.isNumber = written.front().isDigit();
    form.isPossessive = (written.endsWith(u"'s") || written.endsWith(u"\u2019s")) && !form.folded.endsWith(u"'s");

    form.isNumberWord = m_speller.isNumberWord(form.folded);
    form.opensNumeral = form.isNumber || form.isNumberWord || (m_isEnglish && opensEnglishNumeral(form.folded)) ||
                        opensIdeographicNumeral(form.folded) || (m_isEnglish && romanNumeral(written));
    form.magnitude = m_speller.magnitude(form.folded);
    QString name = form.folded;
    while (name.endsWith(u'.'))
        name.chop(1);
    form.month = m_calendar.month(name);
    if (form.month == 0 && name.contains(u'\'')) // Turkish hangs its endings behind an apostrophe
        form.month = m_calendar.month(name.section(u'\'', 0, 0));
    if (form.month == 0 && name.size() > 2 && name.front().script() == QChar::Script_Hebrew)
        form.month = m_calendar.month(name.sliced(1)); // "in", "to" and "from" are a letter before the month
    form.weekday = m_calendar.weekday(form.folded);
    form.anchorsDate =
        form.isNumber || form.month != 0 || form.weekday != 0 || (m_isEnglish && anchorsEnglishDate(form.folded));
    return form;
}

const WordForm::Classes &WordForm::classes() const
{
    if (m_classes)
        return *m_classes;
    Classes &classes = m_classes.emplace(Classes{}); // clang knows no default of a nested class here
    for (const Lemma &lemma : Lexicon::english().lemmas(folded)) {
        classes.bits |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(lemma.wordClass));
        if (lemma.wordClass == WordClass::Noun)
            classes.noun = lemma.text;
        if (lemma.wordClass == WordClass::Verb) {
            classes.isSayVerb = english::isSayVerb(lemma.text);
            classes.isFindingVerb = english::isFindingVerb(lemma.text);
            classes.isInvertedVerb = english::isInvertedVerb(lemma.text);
        }
    }
    return classes;
}

bool WordForm::hasClass(WordClass wordClass) const
{
    return (classes().bits >> static_cast<unsigned>(wordClass) & 1U) != 0;
}

bool WordForm::isKnown() const
{
    return classes().bits != 0;
}

bool WordForm::isSayVerb() const
{
    return classes().isSayVerb;
}

bool WordForm::isFindingVerb() const
{
    return classes().isFindingVerb;
}

bool WordForm::isInvertedVerb() const
{
    return classes().isInvertedVerb;
}

bool WordForm::isPerson() const
{
    if (!m_isPerson)
        m_isPerson = Lexicon::english().isPerson(folded);
    return *m_isPerson;
}

bool WordForm::isPersonOrGroup() const
{
    if (!m_isPersonOrGroup) {
        const Lexicon &lexicon = Lexicon::english();
        m_isPersonOrGroup = false;
        if (hasClass(WordClass::Noun)) {
            const std::vector<Concept> senses = lexicon.senses(classes().noun, WordClass::Noun);
            const int category = senses.empty() ? 0 : lexicon.category(senses.front());
            m_isPersonOrGroup = category == GroupCategory || category == PersonCategory;
        }
    }
    return *m_isPersonOrGroup;
}

/// A proper noun is one of a concept that WordNet writes with a capital.
bool WordForm::isProper() const
{
    if (m_isProper)
        return *m_isProper;
    m_isProper = !isKnown();
    if (classes().bits == 1U << static_cast<unsigned>(WordClass::Noun)) {
        const Lexicon &lexicon = Lexicon::english();
        const std::vector<Concept> senses = lexicon.senses(classes().noun, WordClass::Noun);
        m_isProper = !senses.empty() && std::ranges::any_of(lexicon.members(senses.front()), [](const QString &member) {
            return !member.isEmpty() && member[0].isUpper();
        });
    }
    return *m_isProper;
}

bool WordForm::isPluralAsIs() const
{
    static const QSet<QString> words = {u"people"_s,  u"police"_s, u"dead"_s,      u"injured"_s,
                                        u"wounded"_s, u"cattle"_s, u"personnel"_s, u"troops"_s};
    if (!m_isPluralAsIs)
        m_isPluralAsIs = words.contains(folded);
    return *m_isPluralAsIs;
}

bool WordForm::isPlural() const
{
    return isPluralAsIs() || (!isStop && singular() != folded); // "was" is no plural of "wa"
}

/// "letters" and "eggs" are nouns of their own in WordNet: the singular is meant.
const QString &WordForm::singular() const
{
    if (m_singular)
        return *m_singular;
    const QString &own = classes().noun;
    m_singular = own.isEmpty() ? folded : own;
    const bool mayBePlural = own == folded && folded.size() > 3 && folded.endsWith(u's') && !folded.endsWith("ss"_L1) &&
                             !folded.endsWith("us"_L1);
    if (mayBePlural) {
        const QString chopped = folded.chopped(1);
        const std::vector<Lemma> lemmas = Lexicon::english().lemmas(chopped);
        if (std::ranges::contains(lemmas, Lemma{chopped, WordClass::Noun}))
            m_singular = chopped;
    }
    return *m_singular;
}

bool WordForm::isCountedPerson() const
{
    if (!m_isCountedPerson)
        m_isCountedPerson = isPluralAsIs() || isPerson() || Lexicon::english().isPerson(singular());
    return *m_isCountedPerson;
}

} // namespace parallax
