// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A saved page reads: navigation, headline, standfirst, date, byline, *text*, signature, links to other stories.
//!
//! Words first: pagePart() knows lines that give themselves away, wherever they stand, and a line that stands twice is
//! the page's, not the writer's. Then place: the text runs from the first to the last line that has a full sentence's
//! shape, and short lines before, between and after it mean different things:
//!
//!     World                                           before the headline: navigation
//!     Ferry with 214 aboard runs aground              the headline: first short line with a title's length
//!     Twelve hurt as ship hits sandbank in fog        standfirst
//!     Mara Dunne                                      byline
//!     A passenger ferry carrying 214 people … said.   text
//!     How the rescue went                             between paragraphs: a cross-head
//!     The last passengers reached land at two.        text
//!     Minister promises new radar                     after the text: a link
//!
//! The wrong alternative is to take every short line for furniture: cross-heads, quotations of one line and lists of
//! telephone numbers or names are told. Where an article has no sentences at all, nothing is judged by place.
//!
//! Tested by tst_roles.cpp.
#include "story/roles.h"

#include "story/outlet.h"
#include "story/pageparts.h"
#include "story/publicationdate.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr int shortestSentence = 6;  ///< words; "He said no." is text only between other text
constexpr int longestTitle = 22;     ///< words; longer lines without a stop are paragraphs that lost it
constexpr int shortestTitle = 4;     ///< words; shorter ones above the headline are a section's name
constexpr int longestCrossHead = 10; ///< words
constexpr int longestLink = 16;      ///< words of a headline that only links to its story
constexpr int shortLineCost = 2;     ///< words of sentences that make up for one line of navigation
constexpr size_t longestHead = 8;    ///< lines in which headline, standfirst, byline and date stand above the text

struct Line {
    QStringView text;
    int words = 0;
    bool stop = false;     ///< ends like a sentence
    bool question = false; ///< … with a question mark
    bool leadsOn = false;  ///< ends with a colon, comma or dash: what follows belongs to it
    bool bullet = false;
    bool aside = false;   ///< its role is decided: not told
    bool caption = false; ///< its role is decided: told, but no part of the running text
    bool given = false;   ///< its role is decided: its format said so
    QString key;          ///< letters and digits, to find repetitions

    /// Has the shape of running text.
    bool isDecided() const { return aside || caption || given; }
    bool isParagraph() const { return !isDecided() && (words > longestTitle || (stop && words >= shortestSentence)); }
    bool isTitleLike(int longest) const
    {
        return !isDecided() && !stop && !leadsOn && !bullet && words <= longest && !text.front().isLower();
    }
};

QString keyOf(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            out += c;
    }
    return out.toCaseFolded();
}

bool isBullet(QStringView text)
{
    static const QRegularExpression bullet(uR"(^\s*(?:[*•·▪‣◦–—-]\s|\d{1,2}[.)]\s))"_s);
    return bullet.matchView(text).hasMatch();
}

Line lineOf(QStringView text)
{
    Line out;
    out.text = text;
    out.words = wordCount(text);
    out.stop = endsWithStop(text);
    out.question = out.stop && text.last(std::min<qsizetype>(3, text.size())).contains(u'?');
    out.leadsOn = QStringView(u":,;–—").contains(text.back());
    out.bullet = isBullet(text);
    out.key = keyOf(text);
    return out;
}

class Judge
{
public:
    explicit Judge(std::vector<Passage> &passages)
        : m_passages(passages)
    {
        m_lines.reserve(passages.size());
        for (const Passage &p : passages)
            m_lines.push_back(lineOf(p.text));
    }

    void judge()
    {
        judgeWords();
        judgeRepetitions();
        const auto [begin, end] = textBlock();
        if (begin == end) {
            judgeWithoutText();
            return;
        }
        judgeHead(begin);
        judgeMiddle(begin, end);
        judgeTail(end);
    }

private:
    std::vector<Passage> &m_passages;
    std::vector<Line> m_lines;
    size_t m_firstText = 0;

    /// The lines [first, second) from the first to the last paragraph of the text. A notice with a sentence's shape
    /// that stands apart, beyond many lines of navigation, is left out: the block is the one in which the words of the
    /// paragraphs outweigh the lines between them by most.
    std::pair<size_t, size_t> textBlock() const
    {
        std::pair<size_t, size_t> best{0, 0};
        int bestWeight = 0, weight = 0;
        size_t start = 0;
        for (size_t i = 0; i < m_lines.size(); ++i) {
            const bool isText = m_lines[i].isParagraph() && !(m_lines[i].question && weight <= 0);
            if (weight <= 0 && isText)
                start = i;
            weight = std::max(0, weight + (isText ? m_lines[i].words : m_lines[i].caption ? 0 : -shortLineCost));
            if (isText && weight > bestWeight) {
                bestWeight = weight;
                best = {start, i + 1};
            }
        }
        return best;
    }

    void set(size_t i, Role role)
    {
        m_passages[i].role = role;
        m_lines[i].aside = !isTold(role);
        m_lines[i].caption = role == Role::Caption;
    }

    void judgeWords()
    {
        for (size_t i = 0; i < m_lines.size(); ++i) {
            if (m_passages[i].role != Role::Body) {
                set(i, m_passages[i].role);
                m_lines[i].given = true;
                continue;
            }
            // A list's items may look like anything.
            if (m_lines[i].bullet && i > 0 && m_lines[i - 1].leadsOn)
                m_lines[i].leadsOn = true;
            else if (const auto role = pagePart(m_lines[i].text))
                set(i, *role);
        }
        judgeBoxes();
    }

    /// The lines under "Related stories" are links as long as they look like it.
    void judgeBoxes()
    {
        bool inBox = false;
        for (size_t i = 0; i < m_lines.size(); ++i) {
            Line &line = m_lines[i];
            if (line.aside)
                inBox = isBoxTitle(line.text) || inBox;
            else if (inBox && !line.stop && line.words <= longestLink && i > 0 && hasTextBefore(i))
                set(i, Role::Furniture);
            else
                inBox = false;
        }
    }

    /// The first line of text moves down only, as lines are set aside: no line is asked twice.
    bool hasTextBefore(size_t i)
    {
        while (m_firstText < m_lines.size() && !m_lines[m_firstText].isParagraph())
            ++m_firstText;
        return m_firstText < i;
    }

    /// A line that stands twice is the page's, unless lists repeat their items.
    void judgeRepetitions()
    {
        QSet<QString> seen;
        std::vector<size_t> repeated;
        for (size_t i = 0; i < m_lines.size(); ++i) {
            const Line &line = m_lines[i];
            if (line.isDecided() || line.key.isEmpty() || line.bullet)
                continue;
            const bool isAlone = i > 0 && isTextOrAside(i - 1) && (i + 1 == m_lines.size() || isTextOrAside(i + 1));
            if (seen.contains(line.key) && (line.isParagraph() || isAlone || !hasTextBefore(i)))
                repeated.push_back(i);
            seen.insert(line.key);
        }
        for (const size_t i : repeated)
            set(i, Role::Furniture);
    }

    /// No sentence anywhere: a list, verse, or a language whose sentences show no end. Only the title can be told.
    void judgeWithoutText()
    {
        const auto told = std::ranges::count_if(m_lines, [](const Line &l) { return !l.aside; });
        const auto first = std::ranges::find_if(m_lines, [](const Line &l) { return !l.aside; });
        const bool isTitle = first != m_lines.end() && first->isTitleLike(longestTitle);
        if (isTitle && (told > 1 || first->words >= shortestTitle))
            m_passages[static_cast<size_t>(first - m_lines.begin())].role = Role::Headline;
    }

    /// Everything before the first paragraph.
    void judgeHead(size_t end)
    {
        const size_t title = titleBefore(end);
        for (size_t i = 0; i < end; ++i) {
            const Line &line = m_lines[i];
            if (line.isDecided())
                continue;
            if (i == title)
                set(i, Role::Headline);
            else if (i < title)
                set(i, Role::Furniture);
            else
                set(i, roleUnderTitle(line, m_lines[title]));
        }
    }

    /// The headline among the lines before the first paragraph; `end` where all of them are decided.
    size_t titleBefore(size_t end) const
    {
        for (size_t i = 0; i < end; ++i) {
            if (m_lines[i].given && m_passages[i].role == Role::Headline)
                return i;
        }
        size_t begin = end; // above the head there is only navigation
        for (size_t undecided = 0; begin > 0 && undecided < longestHead; --begin)
            undecided += !m_lines[begin - 1].isDecided();
        const auto find = [&](auto &&isTitle) {
            size_t i = begin;
            while (i < end && (m_lines[i].isDecided() || !isTitle(m_lines[i])))
                ++i;
            return i;
        };
        const auto isLong = [](const Line &l) { return l.words >= shortestTitle && !isPersonName(l.text); };
        size_t title = find([&](const Line &l) { return isLong(l) && !isOutletName(l.text); });
        if (title == end)
            title = find(isLong); // a headline may be written Like A Name
        return title < end ? title : find([](const Line &) { return true; });
    }

    static Role roleUnderTitle(const Line &line, const Line &title)
    {
        const bool isShouted = line.text.toString().toUpper() == line.text && line.words <= shortestTitle;
        if (title.key.startsWith(line.key) || line.key.startsWith(title.key))
            return Role::Furniture; // the headline again, with or without the site's name
        if (!beforeTrailingDate(line.text).isEmpty() && wordCount(beforeTrailingDate(line.text)) <= shortestTitle)
            return Role::Dateline;
        if (isOutletName(line.text))
            return Role::Furniture;
        if (isPersonName(line.text) && !isShouted)
            return Role::Byline;
        if (line.bullet || line.stop || line.leadsOn)
            return Role::Body;
        return line.words > shortestTitle ? Role::Headline : isShouted ? Role::Dateline : Role::Furniture;
    }

    /// Between the first and the last paragraph everything is told, except what its words gave away.
    void judgeMiddle(size_t begin, size_t end)
    {
        std::vector<size_t> questions;
        for (size_t i = begin; i < end; ++i) {
            const Line &line = m_lines[i];
            if (line.isDecided() || (line.isParagraph() && !isOpenQuestion(line)))
                continue;
            const bool afterList = i > 0 && m_lines[i - 1].leadsOn;
            const bool aloneInText =
                i > 0 && i + 1 < m_lines.size() && isTextOrAside(i - 1) && isTextOrAside(i + 1) && !afterList;
            if (aloneInText && line.bullet && isPersonName(line.text))
                set(i, Role::Byline);
            else if (aloneInText && line.isTitleLike(longestCrossHead))
                set(i, Role::Headline);
            else if (isEmptyLabel(line))
                set(i, Role::Furniture);
            else if (aloneInText && isOpenQuestion(line))
                questions.push_back(i);
        }
        // Explainers ask and answer; a lone question between paragraphs is a link to one.
        for (const size_t i : questions)
            set(i, questions.size() > 1 ? Role::Headline : Role::Furniture);
    }

    bool isTextOrAside(size_t i) const { return m_lines[i].isDecided() || m_lines[i].isParagraph(); }

    static bool isOpenQuestion(const Line &line)
    {
        static const QRegularExpression start(uR"(^(?:Who|What|Why|When|Where|How|Which)\b[^"“”«»]*\?$)"_s);
        return line.question && line.words <= longestCrossHead && start.matchView(line.text).hasMatch();
    }

    /// "More voices on:": the title of a box whose links are not in the text. "He said:" and "The vote in full:" lead
    /// on.
    static bool isEmptyLabel(const Line &line)
    {
        static const QRegularExpression label(uR"(^\p{Lu}\P{Lu}*\b(?:on|from|about|for|in)\s?:$)"_s,
                                              QRegularExpression::UseUnicodePropertiesOption);
        return line.words < shortestTitle + 1 && !line.bullet && label.matchView(line.text).hasMatch();
    }

    /// Everything after the last paragraph: links and signatures, unless a list goes on.
    void judgeTail(size_t begin)
    {
        bool inList = (begin > 0 && m_lines[begin - 1].leadsOn) || isListFrom(begin);
        for (size_t i = begin; i < m_lines.size(); ++i) {
            const Line &line = m_lines[i];
            if (line.isDecided())
                continue;
            if (!inList && isPersonName(line.text))
                set(i, Role::Byline);
            else if (!inList && line.isTitleLike(longestLink))
                set(i, Role::Furniture);
            inList = inList || line.leadsOn;
        }
    }

    /// Whether what follows the text is told in a list: days of a tour, results, the names of the dead.
    bool isListFrom(size_t begin) const
    {
        constexpr int shortestList = 3;
        int lines = 0, items = 0, names = 0;
        for (size_t i = begin; i < m_lines.size(); ++i) {
            if (m_lines[i].isDecided() || m_lines[i].isParagraph())
                continue;
            ++lines;
            items += m_lines[i].bullet || std::ranges::any_of(m_lines[i].text, [](QChar c) { return c.isDigit(); });
            names += isPersonName(m_lines[i].text);
        }
        return lines >= shortestList && (items * 2 > lines || names * 2 > lines);
    }
};

} // namespace

int wordCount(QStringView text)
{
    // Han and kana write a word with about two letters, the scripts of South-East Asia with about five.
    int words = 0, ideographs = 0, unspaced = 0;
    bool inWord = false;
    for (const QChar c : text) {
        const QChar::Script script = c.script();
        const bool isIdeograph =
            script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
        const bool isUnspaced = script == QChar::Script_Thai || script == QChar::Script_Lao ||
                                script == QChar::Script_Khmer || script == QChar::Script_Myanmar;
        ideographs += isIdeograph;
        unspaced += isUnspaced;
        const bool isPart = !isIdeograph && !isUnspaced &&
                            (c.isLetterOrNumber() || c.isMark() || c.isSurrogate() ||
                             (inWord && (c == u'\'' || c == u'’' || c == u'.' || c == u'-')));
        words += isPart && !inWord;
        inWord = isPart;
    }
    return words + (ideographs + 1) / 2 + (unspaced + 4) / 5;
}

bool endsWithStop(QStringView text)
{
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        const QChar c = text[i];
        if (QStringView(u".!?…。！？؟।։").contains(c))
            return true;
        // Closing marks stand behind the stop, or before it in some houses.
        const bool closing = c.category() == QChar::Punctuation_Close ||
                             c.category() == QChar::Punctuation_FinalQuote ||
                             c.category() == QChar::Punctuation_InitialQuote || c == u'"' || c == u'\'' || c.isSpace();
        if (!closing)
            return false;
    }
    return false;
}

void assignRoles(std::vector<Passage> &passages)
{
    if (!passages.empty())
        Judge(passages).judge();
}

} // namespace parallax
