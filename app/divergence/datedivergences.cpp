// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A date belongs to an act: "the raid on May 4", "a visit last week". Two dates are compared if one of the two
//! event words nearest each is the same or a synonym, and enough else around them is; clock times only with clock
//! times. Where the very words next to both dates are the same ("since she took office in March" / "in the two months
//! that she has been in office") no event word is needed. Without the event word every weekday of a long report would
//! meet every other. Tuesday and June 2 in an article of June 2 are one day and silent; "May 4" and "last week" agree
//! and differ in how much they tell, which is listed with little weight. Tested by tst_divergence_figures.cpp.
#include "divergence/datedivergences.h"

#include "divergence/agreement.h"
#include "divergence/grouping.h"
#include "divergence/phrases.h"
#include "language/dates.h"
#include "language/english.h"
#include "language/lexicon.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int ContextWords = 12;       ///< to each side of a date
constexpr int NearestEventWords = 2;   ///< so many event words a day may belong to
constexpr int NearestClockWords = 4;   ///< so many a clock time: several stand in one sentence, the nearest wins
constexpr double SameAct = 0.8;        ///< similarity from which two words are one act
constexpr double NearAct = 0.5;        ///< nearness of a shared act: the nearest of one date, the second of the other
constexpr double FarAct = 0.01;        ///< of clock times, which are paired by this nearness
constexpr double LeastInformation = 8; ///< weight that the surroundings of two dates share
constexpr int FrameWords = 6; ///< to each side: "since she took office in" / "months that she has been in office"
constexpr double LeastNearInformation = 2; ///< the same of the only dates of two passages, near each other
constexpr int NearDays = 3;                ///< days of which one is most likely a slip for the other
constexpr int NearMonths = 2;
constexpr double LeastFrame = 7.5; ///< weight so near by that no event word is asked for
constexpr double DayWeight = 0.75;
constexpr double TimeWeight = 0.65;
constexpr double GrainWeight = 0.2; ///< nothing contradicts, one tells more

struct DatedAct {
    int stem = -1;
    int word = 0;
};

struct MentionOfDate {
    PassageRef passage;
    const DateMention *date = nullptr;
    DateMention meant;          ///< the same, resolved by the story's days where its article has none
    std::vector<DatedAct> acts; ///< nearest first
    std::vector<int> around;    ///< stems near the date, without its own
    std::vector<int> frame;     ///< those next to it
    bool isAlone = false;       ///< the only day its passage gives
};

/// The middle of the days of publication where all that are known lie within a week: what an article without one was
/// most likely written on.
std::optional<QDate> likelyDay(const Story &story)
{
    constexpr int week = 7;
    std::vector<QDate> days;
    for (const Article &article : story.articles) {
        if (article.published)
            days.push_back(*article.published);
    }
    std::ranges::sort(days);
    if (days.empty() || days.front().daysTo(days.back()) > week)
        return std::nullopt;
    return days[days.size() / 2];
}

/// "on Wednesday", without a month, "last" or "next".
bool isBareWeekday(const QString &text, const DateMention &date)
{
    const QString written = date.span.of(text).toString().toCaseFolded();
    return date.weekday != 0 && date.month == 0 && !written.contains(u"last ") && !written.contains(u"next ");
}

/// The weekday nearest to a likely day: it may be that of the article or one beside it.
void setNearestWeekday(DateMention &mention, QDate likely)
{
    const int back = (likely.dayOfWeek() - mention.weekday + 7) % 7;
    mention.first = likely.addDays(back <= 3 ? -back : 7 - back);
    mention.last = mention.first;
}

/// A day that stands before the dash of a dateline dates the article, not an act.
bool isInDateline(const QString &text, const DateMention &date)
{
    constexpr int longest = 60;
    if (date.span.start > longest)
        return false;
    for (const QString &dash : {u" - "_s, u" — "_s, u" – "_s}) {
        const qsizetype at = text.indexOf(dash);
        if (at >= date.span.end() && at <= 2 * longest)
            return text.left(date.span.start).count(u' ') <= 6 && date.day != 0;
    }
    return false;
}

/// "at 2 a.m. (1400 GMT)": the same time once more, for readers elsewhere.
bool isRestated(const QString &text, const PassageLanguage &passage, const DateMention &date)
{
    const bool isBracketed = QStringView(text).first(date.span.start).trimmed().endsWith(u'(');
    return date.grain == DateGrain::Clock && isBracketed &&
           std::ranges::any_of(passage.dates, [&](const DateMention &other) {
               return other.grain == DateGrain::Clock && other.sentence == date.sentence &&
                      other.span.start < date.span.start;
           });
}

/// "Last updated at 11:11", "PUBLISHED: 12 March": says when the page was made.
bool isOfThePage(const PassageLanguage &passage, const DateMention &date)
{
    constexpr int reach = 4;
    static constexpr std::array<QStringView, 4> words = {u"updated", u"published", u"posted", u"modified"};
    const int first = wordsOf(passage, date.span).first;
    for (int i = first - 1; i >= std::max(0, first - reach); --i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        if (word.isCapital && std::ranges::find(words, QStringView(word.folded)) != words.end())
            return true;
        if (word.folded == u"updated" && i > 0 && passage.words[static_cast<size_t>(i - 1)].folded == u"last")
            return true;
        const bool isDate = word.isNumber || word.isCapital || word.folded == u"at" || word.folded == u"last" ||
                            std::ranges::any_of(passage.dates, [&](const DateMention &other) {
                                return other.span.overlaps(word.span);
                            });
        if (!isDate)
            return false;
    }
    return false;
}

/// The one act a day is plainly of, among all that stand near: the saying it follows ("said on Tuesday that the bridge
/// fell"), the noun it stands before ("the June 20 shooting"), the verb of saying of the sentence it opens.
std::optional<DatedAct> plainAct(const PassageLanguage &passage, const DateMention &date,
                                 const std::vector<DatedAct> &acts)
{
    const WordRange own = wordsOf(passage, date.span);
    const Sentence &sentence = passage.sentences[static_cast<size_t>(date.sentence)];
    const auto said = [&](int i) {
        return std::ranges::any_of(passage.attributions, [&](const Attribution &attribution) {
            return attribution.verb.contains(passage.words[static_cast<size_t>(i)].span);
        });
    };
    const auto isNounAct = [&](int i) {
        return i < sentence.firstWord + sentence.wordCount &&
               Lexicon::english().hasClass(passage.words[static_cast<size_t>(i)].folded, WordClass::Noun);
    };
    const bool hasPreposition = english::isPreposition(passage.words[static_cast<size_t>(own.first)].folded);
    std::optional<DatedAct> opening;
    for (const DatedAct &act : acts) {
        const QString &verb = passage.words[static_cast<size_t>(act.word)].folded;
        const bool isNaming = verb.startsWith(u"declar") || verb.startsWith(u"proclaim"); // "declared Friday a holiday"
        if (act.word == own.first - 1 && said(act.word) && !isNaming)
            return act;
        if (act.word == own.end() && !hasPreposition && date.month != 0 && isNounAct(act.word))
            return act;
        const bool isFirst = !opening || act.word < opening->word;
        if (own.first == sentence.firstWord && act.word > own.first && isFirst)
            opening = act;
    }
    return opening && said(opening->word) ? opening : std::nullopt;
}

MentionOfDate mentionOf(const DivergenceContext &context, PassageRef ref, const DateMention &date)
{
    const PassageLanguage &passage = context.languageOf(ref);
    const WordRange sentence = wordsOf(passage.sentences[static_cast<size_t>(date.sentence)]);
    const WordRange own = wordsOf(passage, date.span);
    MentionOfDate mention{ref, &date, date, {}, {}, {}};
    const auto distance = [&](int i) { return i < own.first ? own.first - i : i - own.end() + 1; };
    for (int i = sentence.first; i < sentence.end(); ++i) {
        const Word &word = passage.words[static_cast<size_t>(i)];
        const int stem = own.holds(i) || word.isStop ? -1 : context.vocabulary.id(word.stem);
        if (stem < 0)
            continue;
        if (date.grain == DateGrain::Clock || distance(i) <= ContextWords)
            mention.around.push_back(stem);
        if (distance(i) <= FrameWords && !(word.isNumber || word.stem.front().isDigit()))
            mention.frame.push_back(stem);
        const bool isName = word.isCapital && i != sentence.first; // "United" is no uniting
        if (!isName && Lexicon::english().isEventWord(word.folded))
            mention.acts.push_back({stem, i});
    }
    std::ranges::stable_sort(mention.acts, {}, [&](const DatedAct &act) { return distance(act.word); });
    if (const auto act = plainAct(passage, date, mention.acts); act && date.grain != DateGrain::Clock)
        mention.acts.assign(1, *act);
    const size_t most = date.grain == DateGrain::Clock ? NearestClockWords : NearestEventWords;
    if (mention.acts.size() > most)
        mention.acts.resize(most);
    return mention;
}

/// Whether the mention says when: "hours after" alone and "weeks ago" don't say enough to be held against a day.
bool saysWhen(const DateMention &date)
{
    return date.first || date.time || date.weekday != 0 || date.month != 0 || date.year != 0 || !date.isInterval;
}

/// How near to both dates an act stands that they share: 1 where it is the nearest of each, less further off; 0 where
/// they share none.
double sharedAct(const DivergenceContext &context, const MentionOfDate &a, const MentionOfDate &b)
{
    double best = 0;
    for (size_t i = 0; i < a.acts.size(); ++i) {
        for (size_t k = 0; k < b.acts.size(); ++k) {
            if (context.vocabulary.similarity(a.acts[i].stem, b.acts[k].stem) >= SameAct)
                best = std::max(best, 1.0 / static_cast<double>(1 + i + k));
        }
    }
    return best;
}

/// Whether two written dates are so near each other that they hardly date two things: 14 and 15 June, November and
/// December. Weekdays are not meant: all news is of a few days.
bool areNear(const MentionOfDate &a, const MentionOfDate &b)
{
    const DateMention &x = a.meant;
    const DateMention &y = b.meant;
    if (!a.isAlone || !b.isAlone || !x.first || !y.first || (x.month == 0 && x.year == 0) ||
        (y.month == 0 && y.year == 0) || x.isInterval != y.isInterval)
        return false;
    if (x.day != 0 && y.day != 0 && x.month != 0 && y.month != 0) {
        const bool haveYears =
            x.year != 0 && y.year != 0; // else one may be taken for last June's, the other for the next
        constexpr int anyLeapYear = 2000;
        const QDate one(haveYears ? x.year : anyLeapYear, x.month, x.day);
        const QDate other(haveYears ? y.year : anyLeapYear, y.month, y.day);
        return std::abs(one.daysTo(other)) <= NearDays;
    }
    const auto months = [](const DateMention &date) { return date.first->year() * 12 + date.first->month(); };
    return x.day == 0 && y.day == 0 && x.month != 0 && y.month != 0 && std::abs(months(x) - months(y)) <= NearMonths;
}

/// The pair of two dates of linked passages; nothing where they date different things.
std::optional<ComparablePair> compared(const DivergenceContext &context, const std::vector<MentionOfDate> &mentions,
                                       int i, int k)
{
    const MentionOfDate &a = mentions[static_cast<size_t>(i)];
    const MentionOfDate &b = mentions[static_cast<size_t>(k)];
    const bool isClock = a.date->grain == DateGrain::Clock;
    if (isClock != (b.date->grain == DateGrain::Clock))
        return std::nullopt;
    const double act = sharedAct(context, a, b);
    const double shared = context.vocabulary.sharedInformation(a.around, b.around);
    const bool isReckoned = a.date->isInterval != b.date->isInterval;
    const bool isFramed =
        isReckoned && !isClock && context.vocabulary.sharedInformation(a.frame, b.frame) >= LeastFrame;
    const bool isNear = !isClock && shared >= LeastNearInformation && areNear(a, b);
    if (!isFramed && !isNear && (act < (isClock ? FarAct : NearAct) || shared < LeastInformation))
        return std::nullopt;
    // Several clock times of one sentence tell several acts: there the act decides, not that the values are equal.
    return isClock ? ComparablePair{i, k, act, false} : ComparablePair{i, k, shared, agree(a.meant, b.meant)};
}

/// The act most of the mentions share, as the first of them writes it.
QString subjectOf(const DivergenceContext &context, const std::vector<MentionOfDate> &mentions,
                  const std::vector<int> &group)
{
    std::map<int, int> counts;
    for (const int i : group) {
        for (const DatedAct &act : mentions[static_cast<size_t>(i)].acts)
            ++counts[act.stem];
    }
    QString best;
    std::pair<int, bool> most{0, false}; // how many share it; of a day, a verb form tells more than a thing
    for (const int i : group) {
        const MentionOfDate &mention = mentions[static_cast<size_t>(i)];
        for (const DatedAct &act : mention.acts) { // nearest first
            const QString &word = context.languageOf(mention.passage).words[static_cast<size_t>(act.word)].folded;
            const std::pair here{counts[act.stem], mention.date->grain != DateGrain::Clock &&
                                                       !Lexicon::english().hasClass(word, WordClass::Noun)};
            if (here <= most)
                continue;
            most = here;
            best = word;
        }
    }
    return best;
}

/// "day of raid, attack", "time of takeoff, meaning 2024-03-05": what a date was compared as.
QString slotOf(const DivergenceContext &context, const MentionOfDate &mention)
{
    QStringList acts;
    for (const DatedAct &act : mention.acts)
        acts << context.languageOf(mention.passage).words[static_cast<size_t>(act.word)].folded;
    const QString what = mention.date->grain == DateGrain::Clock ? u"time of "_s : u"day of "_s;
    const QString meant = isoOf(mention.meant);
    const bool isResolved = meant != isoOf(*mention.date);
    return what + (acts.isEmpty() ? u"the same frame"_s : acts.join(u", "_s)) +
           (isResolved ? u"; by the story's days "_s + meant : QString());
}

std::optional<Divergence> divergenceOf(const DivergenceContext &context, const std::vector<MentionOfDate> &mentions,
                                       const std::vector<int> &group)
{
    const auto date = [&](int i) -> const DateMention & {
        return mentions[static_cast<size_t>(group[static_cast<size_t>(i)])].meant;
    };
    const int count = static_cast<int>(group.size());
    const Agreement agreement = groupByAgreement(
        count, [&](int i) { return static_cast<int>(date(i).grain); },
        [&](int i, int k) { return agree(date(i), date(k)); },
        [&](int i, int k) { return date(i).grain == date(k).grain && date(i).isInterval == date(k).isInterval; });
    if (agreement.isUniform)
        return std::nullopt;
    const bool isTime = date(0).grain == DateGrain::Clock;
    std::vector<Reading> readings;
    for (int i = 0; i < count; ++i) {
        const MentionOfDate &mention = mentions[static_cast<size_t>(group[static_cast<size_t>(i)])];
        const QString iso = isoOf(*mention.date);
        readings.push_back({mention.passage, mention.date->span, agreement.groups[static_cast<size_t>(i)],
                            iso.isEmpty() ? ReadingValue() : ReadingValue(iso), slotOf(context, mention)});
    }
    const double weight = !agreement.isContradiction ? GrainWeight : isTime ? TimeWeight : DayWeight;
    return makeDivergence(context, DivergenceKind::Date, isTime ? Aspect::Time : Aspect::Day,
                          subjectOf(context, mentions, group), weight, readings, agreement.isContradiction);
}

} // namespace

std::vector<Divergence> findDateDivergences(const DivergenceContext &context)
{
    std::vector<MentionOfDate> mentions;
    std::map<PassageRef, std::vector<int>> byPassage;
    const std::optional<QDate> likely = likelyDay(context.story);
    for (const PassageRef &ref : context.passages()) {
        const PassageLanguage &passage = context.languageOf(ref);
        const Article &article = context.story.articles[static_cast<size_t>(ref.article)];
        std::vector<DateMention> resolved = passage.dates;
        if (likely && !article.published && !resolved.empty())
            resolved = findDates(context.textOf(ref), passage.words, passage.sentences, likely, article.language);
        for (size_t i = 0; i < passage.dates.size(); ++i) {
            const DateMention &date = passage.dates[i];
            if (!saysWhen(date) || isInDateline(context.textOf(ref), date) || isOfThePage(passage, date) ||
                isRestated(context.textOf(ref), passage, date))
                continue;
            byPassage[ref].push_back(static_cast<int>(mentions.size()));
            mentions.push_back(mentionOf(context, ref, date));
            if (resolved.size() == passage.dates.size())
                mentions.back().meant = resolved[i];
            mentions.back().isAlone = std::ranges::count_if(passage.dates, [](const DateMention &other) {
                                          return other.grain != DateGrain::Clock;
                                      }) == 1;
            if (likely && !article.published && isBareWeekday(context.textOf(ref), date))
                setNearestWeekday(mentions.back().meant, *likely);
        }
    }
    std::vector<MentionEdge> edges;
    for (const Link &link : context.alignment.links) {
        const auto a = byPassage.find(link.a);
        const auto b = byPassage.find(link.b);
        if (a == byPassage.end() || b == byPassage.end())
            continue;
        std::vector<ComparablePair> pairs;
        for (const int i : a->second) {
            for (const int k : b->second) {
                if (const auto pair = compared(context, mentions, i, k))
                    pairs.push_back(*pair);
            }
        }
        std::ranges::move(chooseOneToOne(std::move(pairs)), std::back_inserter(edges));
    }
    std::vector<PassageRef> passages;
    for (const MentionOfDate &mention : mentions)
        passages.push_back(mention.passage);
    std::vector<Divergence> divergences;
    for (const std::vector<int> &group : groupMentions(context, passages, std::move(edges))) {
        if (auto divergence = divergenceOf(context, mentions, group))
            divergences.push_back(std::move(*divergence));
    }
    return divergences;
}

} // namespace parallax
