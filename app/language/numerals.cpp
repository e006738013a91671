// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers as written.
//!
//! "1,200", "1.200", "1 200" and "1'200" are one number; "1.2 million" has a decimal mark where "1.200 visitors" has
//! none. A single mark before exactly three digits separates thousands, unless it is the language's decimal mark and
//! a magnitude, a unit or a currency says that the number is measured ("1.234 km"). Reading the mark by locale alone
//! would turn a Swiss agency's 1.200 visitors into one and a bit.
//!
//! Tested by tst_figures.cpp.
#include "language/numerals.h"

#include "language/passagewords.h"
#include "language/speller.h"
#include "language/units.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// Nominal values of English quantities without a number. "several" stands before a noun, the others before "of".
const QHash<QString, double> &vagueNouns()
{
    static const QHash<QString, double> nouns = {{u"tens"_s, 30},      {u"dozens"_s, 36},      {u"scores"_s, 60},
                                                 {u"hundreds"_s, 300}, {u"thousands"_s, 3000}, {u"millions"_s, 3e6},
                                                 {u"billions"_s, 3e9}};
    return nouns;
}

/// "a … of": nominal values.
const QHash<QString, double> &vaguePhrases()
{
    static const QHash<QString, double> phrases = {{u"couple"_s, 2}, {u"handful"_s, 5}, {u"series"_s, 5},
                                                   {u"string"_s, 5}, {u"score"_s, 20},  {u"spate"_s, 5}};
    return phrases;
}

const QHash<QString, double> &fractionWords()
{
    static const QHash<QString, double> words = {
        {u"half"_s, 2},     {u"halves"_s, 2}, {u"third"_s, 3},   {u"thirds"_s, 3},   {u"quarter"_s, 4},
        {u"quarters"_s, 4}, {u"fourth"_s, 4}, {u"fourths"_s, 4}, {u"fifth"_s, 5},    {u"fifths"_s, 5},
        {u"sixth"_s, 6},    {u"sixths"_s, 6}, {u"seventh"_s, 7}, {u"sevenths"_s, 7}, {u"eighth"_s, 8},
        {u"eighths"_s, 8},  {u"ninth"_s, 9},  {u"ninths"_s, 9},  {u"tenth"_s, 10},   {u"tenths"_s, 10}};
    return words;
}

/// Magnitudes as headlines shorten them, right after digits.
double shortMagnitude(QStringView letters)
{
    static const QHash<QString, double> magnitudes = {
        {u"k"_s, 1e3},   {u"m"_s, 1e6},    {u"mn"_s, 1e6},    {u"mln"_s, 1e6},   {u"bn"_s, 1e9},
        {u"tn"_s, 1e12}, {u"lakh"_s, 1e5}, {u"lakhs"_s, 1e5}, {u"crore"_s, 1e7}, {u"crores"_s, 1e7}};
    return magnitudes.value(letters.toString().toCaseFolded(), 0);
}

bool isDigit(QChar character)
{
    return u_charDigitValue(character.unicode()) >= 0;
}

bool isSpaceMark(QChar character)
{
    return character == u' ' || character == QChar(0x00A0) || character == QChar(0x202F) || character == QChar(0x2009);
}

/// A mark that may stand between digits, in one form; null for other characters.
QChar digitMark(QChar character)
{
    switch (character.unicode()) {
    case u',':
    case 0xFF0C: // fullwidth comma
        return u',';
    case u'.':
    case 0xFF0E: // fullwidth stop
        return u'.';
    case u'\'':
    case 0x2019: // apostrophe, as in Switzerland
    case 0x066C: // Arabic thousands mark
        return u'\'';
    case 0x066B: // Arabic decimal mark
        return QChar(0x066B);
    default:
        return isSpaceMark(character) ? u' ' : QChar();
    }
}

/// Digits with marks, as they stand.
struct DigitRun {
    int end = 0;
    std::vector<QString> groups; ///< ASCII digits
    std::vector<QChar> marks;    ///< between them
};

QString asciiDigits(QStringView digits)
{
    QString ascii;
    for (const QChar digit : digits)
        ascii += QChar(u'0' + u_charDigitValue(digit.unicode()));
    return ascii;
}

DigitRun readDigits(const QString &text, int start)
{
    DigitRun run;
    int at = start;
    while (true) {
        int end = at;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        const QString group = asciiDigits(QStringView(text).mid(at, end - at));
        if (!run.marks.empty() && run.marks.back() == u' ') {
            // a space joins groups of three only, and only after one to three digits
            const bool isGroup = group.size() == 3 && run.groups.front().size() <= 3 && run.groups.front() != "0"_L1 &&
                                 (end >= text.size() || !text[end].isLetterOrNumber());
            if (!isGroup) {
                run.marks.pop_back();
                break;
            }
        }
        run.groups.push_back(group);
        run.end = end;
        const QChar mark = end + 1 < text.size() ? digitMark(text[end]) : QChar();
        if (mark.isNull() || !isDigit(text[end + 1]))
            break;
        run.marks.push_back(mark);
        at = end + 1;
    }
    return run;
}

bool areThousands(const std::vector<QString> &groups, size_t count)
{
    if (groups[0].size() > 3 || groups[0].startsWith(u'0'))
        return false;
    for (size_t i = 1; i < count; ++i) {
        const bool isIndian = groups[i].size() == 2 && i + 1 < count; // 1,20,000
        if (groups[i].size() != 3 && !isIndian)
            return false;
    }
    return groups[count - 1].size() == 3;
}

/// The value of digits with marks; nothing where they are no number ("4.5.2017"). `isMeasured`: a magnitude, a unit or
/// a currency stands beside them; asked only where that decides.
template <typename IsMeasured>
std::optional<double> valueOf(const DigitRun &run, QChar decimalMark, IsMeasured isMeasured)
{
    const auto join = [&](size_t whole) {
        QString number;
        for (size_t i = 0; i < run.groups.size(); ++i)
            number += (i == whole ? u"."_s : QString()) + run.groups[i];
        return number.toDouble();
    };
    const size_t count = run.groups.size();
    if (count == 1)
        return join(count);
    const QChar last = run.marks.back();
    const bool isMixed = std::ranges::any_of(run.marks, [&](QChar mark) { return mark != last; });
    if (isMixed) {
        const bool isPlain = std::ranges::count(run.marks, last) == 1 && areThousands(run.groups, count - 1);
        return isPlain ? std::optional(join(count - 1)) : std::nullopt;
    }
    if (last == QChar(0x066B))
        return count == 2 ? std::optional(join(1)) : std::nullopt;
    const bool mayBeThousands = areThousands(run.groups, count);
    if (last == u'\'' || last == u' ' || count > 2)
        return mayBeThousands ? std::optional(join(count)) : std::nullopt;
    if (mayBeThousands && !(last == decimalMark && isMeasured()))
        return join(count);
    return join(1);
}

class NumeralFinder
{
public:
    explicit NumeralFinder(const PassageWords &passage)
        : m_passage(passage)
        , m_text(passage.text())
        , m_speller(Speller::of(passage.language()))
        , m_units(UnitNames::of(passage.language()))
        , m_isEnglish(passage.isEnglish())
    {
    }

    std::vector<Numeral> find();

private:
    int count() const { return m_passage.count(); }
    const Word &word(int i) const { return m_passage.word(i); }
    const QString &folded(int i) const { return m_passage.folded(i); }
    double magnitude(int i) const { return m_passage.has(i) ? m_passage.form(i).magnitude : 0; }
    QStringView gapAfter(int i) const { return m_passage.gapAfter(i); }
    /// Whether word i + 1 follows word i with nothing but a space or a hyphen between.
    bool isJoined(int i) const;
    int wordEndingAt(int position, int from) const;

    int skipTelephone(int first) const;
    bool isGluedBefore(int start) const;
    std::optional<Numeral> numeralAt(int first) const;
    std::optional<Numeral> digitsAt(int first) const;
    std::optional<Numeral> wordsAt(int first) const;
    std::optional<Numeral> vagueAt(int first) const;
    std::optional<Numeral> fractionAt(int first) const;
    bool isMeasuredAt(int start, int end) const;
    void takeMagnitude(Numeral &numeral) const;
    void takeHalf(Numeral &numeral) const;
    void takeSign(Numeral &numeral) const;
    Numeral numeralOf(int first, int last, double number, NumeralForm form) const;

    const PassageWords &m_passage;
    const QString &m_text;
    const Speller &m_speller;
    const UnitNames &m_units;
    bool m_isEnglish;
};

bool NumeralFinder::isJoined(int i) const
{
    const QStringView gap = gapAfter(i);
    return gap.size() == 1 &&
           (isSpaceMark(gap[0]) || gap[0] == u'-' || gap[0] == QChar(0x2010) || gap[0] == QChar(0x2011));
}

int NumeralFinder::wordEndingAt(int position, int from) const
{
    int last = from;
    while (last + 1 < count() && word(last + 1).span.start < position)
        ++last;
    return last;
}

Numeral NumeralFinder::numeralOf(int first, int last, double number, NumeralForm form) const
{
    return {TextSpan::between(word(first).span.start, word(last).span.end()), first, last, form, number, false, false};
}

/// The word after a telephone number that begins at word `first`; `first` where none does. Three or more groups of
/// digits that are no thousands, or two that begin with + or 0.
int NumeralFinder::skipTelephone(int first) const
{
    int last = first;
    while (last + 1 < count() && word(last + 1).isNumber) {
        const QStringView gap = gapAfter(last);
        if (!(gap.size() == 1 && (isSpaceMark(gap[0]) || gap[0] == u'-' || gap[0] == u'/')))
            break;
        ++last;
    }
    const int start = word(first).span.start;
    const QString &digits = word(first).folded;
    const bool isDialled =
        (start > 0 && m_text[start - 1] == u'+') || (digits.size() > 1 && digits[0] == u'0' && digits[1].isDigit());
    const int groups = last - first + 1;
    if (isDialled)
        return last + 1;
    if (groups < 3)
        return first;
    const DigitRun run = readDigits(m_text, start);
    return run.end >= word(last).span.end() ? first : last + 1;
}

/// Whether what stands right before makes digits part of something else: a letter, a slash, a colon, a number sign.
bool NumeralFinder::isGluedBefore(int start) const
{
    if (start == 0)
        return false;
    const QChar before = m_text[start - 1];
    if (before.isLetterOrNumber() || before == u'#' || before == u'_' || before == u'@')
        return true;
    const bool isAfterWord = start > 1 && m_text[start - 2].isLetterOrNumber();
    if (!isAfterWord)
        return false;
    if (before == u'/' || before == u':' || before == u'.' || before == u',')
        return true;
    // "F27-500", "mid-2003", but "9-11", "10m-12m" and "nine-11" are ranges
    if (before == u'-') {
        int at = start - 2;
        while (at > 0 && m_text[at - 1].isLetterOrNumber())
            --at;
        const QString previous = m_text.mid(at, start - 1 - at).toCaseFolded();
        return !isDigit(previous[0]) && !m_speller.isNumberWord(previous);
    }
    return false;
}

bool NumeralFinder::isMeasuredAt(int start, int end) const
{
    if (m_units.currencyBefore(m_text, start))
        return true;
    int at = end;
    while (at < m_text.size() && isSpaceMark(m_text[at]))
        ++at;
    if (at < m_text.size() && m_text[at] == u'%')
        return true;
    if (m_units.unitAt(m_text, at) || m_units.currencyAt(m_text, at))
        return true;
    int letters = at;
    while (letters < m_text.size() && m_text[letters].isLetter())
        ++letters;
    const QString next = m_text.mid(at, letters - at).toCaseFolded();
    return m_speller.magnitude(next) >= 1e3 || shortMagnitude(next) > 0 || next == "percent"_L1 || next == "per"_L1;
}

void NumeralFinder::takeSign(Numeral &numeral) const
{
    const int start = numeral.span.start;
    const auto isFree = [&](int at) { return at == 0 || m_text[at - 1].isSpace() || m_text[at - 1] == u'('; };
    if (start > 0 && (m_text[start - 1] == QChar(0x2212) || m_text[start - 1] == u'-') && isFree(start - 1)) {
        numeral.number = -numeral.number;
        numeral.isPlain = false;
        numeral.span = TextSpan::between(start - 1, numeral.span.end());
    } else if (m_isEnglish && folded(numeral.firstWord - 1) == "minus"_L1 && isJoined(numeral.firstWord - 1)) {
        numeral.number = -numeral.number;
        numeral.isPlain = false;
        --numeral.firstWord;
        numeral.span = TextSpan::between(word(numeral.firstWord).span.start, numeral.span.end());
    }
}

/// "million", "dozen", "bn" after the number, as often as they follow ("3 hundred thousand").
void NumeralFinder::takeMagnitude(Numeral &numeral) const
{
    while (isJoined(numeral.lastWord)) {
        const QString &next = folded(numeral.lastWord + 1);
        double factor = magnitude(numeral.lastWord + 1);
        if (m_isEnglish && next == "dozen"_L1)
            factor = 12;
        if (factor == 0 && next.size() > 1 && numeral.form == NumeralForm::Digits)
            factor = shortMagnitude(next);
        if (factor == 0)
            return;
        numeral.number *= factor;
        numeral.hasMagnitude = true;
        numeral.isPlain = false;
        ++numeral.lastWord;
        numeral.span = TextSpan::between(numeral.span.start, word(numeral.lastWord).span.end());
    }
}

/// "and a half" after the number.
void NumeralFinder::takeHalf(Numeral &numeral) const
{
    const int last = numeral.lastWord;
    if (!m_isEnglish || !isJoined(last) || !isJoined(last + 1) || !isJoined(last + 2))
        return;
    if (folded(last + 1) != "and"_L1 || folded(last + 2) != "a"_L1 || folded(last + 3) != "half"_L1)
        return;
    numeral.number += 0.5;
    numeral.lastWord += 3;
    numeral.isPlain = false;
    numeral.span = TextSpan::between(numeral.span.start, word(numeral.lastWord).span.end());
}

std::optional<Numeral> NumeralFinder::digitsAt(int first) const
{
    const int start = word(first).span.start;
    if (isGluedBefore(start))
        return std::nullopt;
    const DigitRun run = readDigits(m_text, start);
    int end = run.end;
    const auto value = valueOf(run, m_speller.decimalMark(), [&] { return isMeasuredAt(start, end); });
    if (!value)
        return std::nullopt;
    Numeral numeral = numeralOf(first, first, *value, NumeralForm::Digits);
    numeral.isPlain = run.groups.size() == 1;

    if (end < m_text.size()) {
        const double fraction = u_getNumericValue(m_text[end].unicode());
        if (fraction > 0 && fraction < 1) { // "3½"
            numeral.number += fraction;
            numeral.isPlain = false;
            ++end;
        }
    }
    int letters = end;
    while (letters < m_text.size() && m_text[letters].isLetter() && m_text[letters].script() == QChar::Script_Latin)
        ++letters;
    if (letters > end) {
        const QStringView suffix = QStringView(m_text).mid(end, letters - end);
        const auto unit = m_units.unitAt(m_text, end);
        const bool isMetre = suffix == "m"_L1;
        const bool isExponent =
            (suffix == "e"_L1 || suffix == "E"_L1) && letters < m_text.size() && isDigit(m_text[letters]);
        if (isExponent) {
            const DigitRun exponent = readDigits(m_text, letters);
            numeral.number *= std::pow(10, exponent.groups.front().toInt());
            end = exponent.end;
        } else if (run.groups.size() == 1 &&
                   m_speller.isDigitOrdinal(run.groups[0].toLongLong(),
                                            QStringView(m_text).mid(start, letters - start))) {
            numeral.form = NumeralForm::Ordinal;
            end = letters;
        } else if (const double factor = shortMagnitude(suffix); factor > 0 && (!unit || isMetre)) {
            // "$1.2m", "1.2m dollars" and "3m people" are millions, "3,000m" and "10 m" metres
            int next = letters;
            while (next < m_text.size() && isSpaceMark(m_text[next]))
                ++next;
            const bool isMoney = m_units.currencyBefore(m_text, start) || m_units.currencyAt(m_text, next);
            if (!isMetre || isMoney) {
                numeral.number *= factor;
                numeral.hasMagnitude = true;
                end = letters;
            }
        } else if (!unit && !m_units.currencyAt(m_text, end)) {
            return std::nullopt; // "747s", "4x4", "1980s"
        }
        numeral.isPlain = false;
    }
    if (end < m_text.size() && (m_text[end] == u'/' || m_text[end] == u':') && end + 1 < m_text.size() &&
        isDigit(m_text[end + 1]))
        return std::nullopt; // "24/7", "22:30"
    numeral.lastWord = wordEndingAt(end, first);
    numeral.span = TextSpan::between(start, end);
    takeSign(numeral);
    if (numeral.form == NumeralForm::Digits) {
        takeMagnitude(numeral);
        takeHalf(numeral);
    }
    return numeral;
}

std::optional<Numeral> NumeralFinder::wordsAt(int first) const
{
    // "a hundred" is spelt "one hundred"; "half a million" is half of it
    int start = first;
    double share = 1;
    if (m_isEnglish && folded(start) == "half"_L1 && isJoined(start) &&
        (folded(start + 1) == "a"_L1 || folded(start + 1) == "one"_L1)) {
        share = 0.5;
        ++start;
    }
    QStringList run;
    int at = start;
    const bool isArticle = m_isEnglish && (folded(start) == "a"_L1 || folded(start) == "an"_L1) && isJoined(start);
    if (isArticle) {
        const QString &next = folded(start + 1);
        if (next == "dozen"_L1) {
            Numeral dozen = numeralOf(first, start + 1, 12 * share, NumeralForm::Words);
            dozen.hasMagnitude = true;
            return dozen;
        }
        if (magnitude(start + 1) == 0 || next.endsWith(u's'))
            return std::nullopt;
        run += u"one"_s;
        ++at;
    } else if (share != 1) {
        return std::nullopt;
    }
    constexpr int longest = 14;
    for (; at < count() && run.size() < longest; ++at) {
        const bool isInside = !run.isEmpty() && m_speller.isJoiner(folded(at));
        if (!m_passage.form(at).isNumberWord && !isInside)
            break;
        run += folded(at);
        if (!isJoined(at)) {
            ++at;
            break;
        }
    }
    while (!run.isEmpty()) {
        if (!m_speller.isJoiner(run.back())) {
            if (const auto spelt = m_speller.read(run)) {
                const int last = start + static_cast<int>(run.size()) - 1;
                Numeral numeral = numeralOf(first, last, spelt->number * share,
                                            spelt->isOrdinal ? NumeralForm::Ordinal : NumeralForm::Words);
                numeral.hasMagnitude = run.size() > 1 && m_speller.magnitude(run.back()) > 0;
                if (!spelt->isOrdinal) {
                    takeSign(numeral);
                    takeMagnitude(numeral);
                    takeHalf(numeral);
                    if (numeral.lastWord > last && numeral.number != std::floor(numeral.number))
                        takeMagnitude(numeral); // "one and a half million"
                }
                return numeral;
            }
        }
        run.removeLast();
    }
    return std::nullopt;
}

std::optional<Numeral> NumeralFinder::fractionAt(int first) const
{
    if (!m_isEnglish)
        return std::nullopt;
    const auto isOf = [this](int i) {
        return folded(i) == "of"_L1 || folded(i) == "the"_L1 || folded(i) == "its"_L1 || folded(i) == "their"_L1;
    };
    const QString &word0 = folded(first);
    if (word0 == "half"_L1 && isOf(first + 1) && isJoined(first))
        return numeralOf(first, first, 0.5, NumeralForm::Fraction);
    if (!isJoined(first))
        return std::nullopt;
    double top = 0;
    if (word0 == "a"_L1 || word0 == "one"_L1)
        top = 1;
    else if (!m_passage.form(first).isNumberWord)
        return std::nullopt;
    else if (const auto spelt = m_speller.read({word0}); spelt && !spelt->isOrdinal && spelt->number < 10)
        top = spelt->number;
    const double bottom = fractionWords().value(folded(first + 1), 0);
    if (top == 0 || bottom <= top)
        return std::nullopt;
    const bool isPlural = folded(first + 1).endsWith(u's');
    if ((top > 1) != isPlural || folded(first + 2) != "of"_L1 || !isJoined(first + 1))
        return std::nullopt;
    return numeralOf(first, first + 1, top / bottom, NumeralForm::Fraction);
}

std::optional<Numeral> NumeralFinder::vagueAt(int first) const
{
    if (!m_isEnglish)
        return std::nullopt;
    const QString &word0 = folded(first);
    const QString word1 = isJoined(first) ? folded(first + 1) : QString();
    int last = first;
    double number = vagueNouns().value(word0, 0);
    if (word0 == "several"_L1) {
        number = 5;
    } else if (word0 == "a"_L1 && word1 == "few"_L1) {
        number = 4;
        last = first + 1;
    } else if (word0 == "a"_L1 && vaguePhrases().contains(word1) && isJoined(first + 1) &&
               folded(first + 2) == "of"_L1) {
        number = vaguePhrases().value(word1);
        last = first + 1;
    } else if (word0 == "tens"_L1 && word1 != "of"_L1) {
        return std::nullopt;
    } else if (word0 == "scores"_L1 && word1 != "of"_L1 && word1 != "more"_L1) {
        return std::nullopt; // "the scores were level"
    }
    if (number == 0)
        return std::nullopt;
    // "tens of thousands of", "several hundred", "a few dozen"
    if (isJoined(last) && isJoined(last + 1) && folded(last + 1) == "of"_L1 && magnitude(last + 2) > 0 &&
        folded(last + 2).endsWith(u's')) {
        number *= magnitude(last + 2);
        last += 2;
    }
    Numeral numeral = numeralOf(first, last, number, NumeralForm::Vague);
    takeMagnitude(numeral);
    return numeral;
}

std::optional<Numeral> NumeralFinder::numeralAt(int first) const
{
    if (word(first).isNumber)
        return digitsAt(first);
    std::optional<Numeral> numeral = fractionAt(first);
    if (!numeral)
        numeral = vagueAt(first);
    return numeral ? numeral : wordsAt(first);
}

std::vector<Numeral> NumeralFinder::find()
{
    std::vector<Numeral> numerals;
    for (int i = 0; i < count();) {
        if (!m_passage.form(i).opensNumeral) {
            Q_ASSERT(!numeralAt(i));
            ++i;
            continue;
        }
        if (word(i).isNumber) {
            if (const int after = skipTelephone(i); after > i) {
                i = after;
                continue;
            }
        }
        const std::optional<Numeral> numeral = numeralAt(i);
        if (numeral)
            numerals.push_back(*numeral);
        i = numeral ? numeral->lastWord + 1 : i + 1;
    }
    return numerals;
}

} // namespace

bool opensEnglishNumeral(const QString &folded)
{
    return folded == "a"_L1 || folded == "an"_L1 || folded == "half"_L1 || folded == "several"_L1 ||
           vagueNouns().contains(folded);
}

std::vector<Numeral> findNumerals(const PassageWords &passage)
{
    return NumeralFinder(passage).find();
}

} // namespace parallax
