// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Puts the evidence and the scores of a comparison into sentences.
//!
//! The alignment answers "0.72, name Marrow Bridge, term span". A reader wants to know whether to believe it, so the
//! number is said in a word first ("sure"), its tie in the words of the text, and the doubtful ones say what to do:
//! read both. The numbers stay beside the words: a bare "likely" could not be checked or quoted.
//!
//! Tested by tst_why.cpp.

#include "ui/whytext.h"

#include "report/markstyle.h"
#include "report/readingdays.h"
#include "report/wording.h"
#include "ui/articlename.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

// Of the links that careful readers confirm, three in four lie above Likely, and hardly any other above VerySure.
constexpr double VerySure = 0.75;
constexpr double Sure = 0.5;
constexpr double Likely = 0.3;

constexpr qsizetype LongestName = 28; // of an article without an outlet, named by its headline

// Of an event of hundreds of articles nobody reads more lines than these, and setting them would take a second.
constexpr size_t MostPassages = 24;
constexpr qsizetype MostOfReading = 12; // articles named for one reading

constexpr double Heavy = 0.6; // a toll, a day, whether it happened
constexpr double Middling = 0.25;

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("parallax::WhyText", text, nullptr, count);
}

QString number(double value)
{
    return QLocale().toString(value, 'f', 2);
}

QString passageLink(const Comparison &comparison, PassageRef ref)
{
    QString name = articleName(comparison.story.articles[static_cast<size_t>(ref.article)]);
    if (name.size() > LongestName)
        name = name.left(LongestName - 1).trimmed() + u'…';
    return u"<a href='passage:%1/%2'>%3&nbsp;%4 ¶%5</a>"_s.arg(ref.article)
        .arg(ref.passage)
        .arg(articleNumber(ref.article), name.toHtmlEscaped())
        .arg(ref.passage + 1);
}

QString paragraph(const QString &html)
{
    return u"<p style='margin-top:0; margin-bottom:6px'>%1</p>"_s.arg(html);
}

QString row(const QString &first, const QString &second)
{
    return u"<tr><td style='padding-right:10px'>%1</td><td>%2</td></tr>"_s.arg(first, second);
}

QString sureness(double score)
{
    return tr("%1 (%2)").arg(surenessWord(score), number(score));
}

QString furtherText(size_t count)
{
    return tr("and %n more", static_cast<int>(count)).toHtmlEscaped();
}

/// What ties a passage to each other passage of its event, surest first.
QString tiesOf(const Comparison &comparison, const Event &event, PassageRef passage)
{
    std::vector<const Link *> own;
    for (const Link &link : comparison.alignment.links) {
        if ((link.a == passage && event.holds(link.b)) || (link.b == passage && event.holds(link.a)))
            own.push_back(&link);
    }
    std::ranges::stable_sort(own, std::greater(), &Link::score);
    if (own.empty())
        return {};
    QString rows;
    for (const Link *link : own | std::views::take(MostPassages)) {
        const PassageRef other = link->a == passage ? link->b : link->a;
        const QString evidence = link->evidence.empty()
                                     ? tr("through what both share with the other passages of the event")
                                     : evidenceText(link->evidence);
        rows += row(passageLink(comparison, other),
                    u"%1<br>%2"_s.arg(sureness(link->score).toHtmlEscaped(), evidence.toHtmlEscaped()));
    }
    return paragraph(tr("What ties %1 to:").arg(passageLink(comparison, passage))) + u"<table>%1</table>"_s.arg(rows) +
           (own.size() > MostPassages ? paragraph(furtherText(own.size() - MostPassages)) : QString());
}

QString membersOf(const Comparison &comparison, const Event &event)
{
    const bool isCrowd = event.members.size() > MostPassages;
    std::vector<EventMember> members = event.members;
    if (isCrowd) { // the ones to look at are those that may not belong
        std::ranges::stable_sort(members, std::less(), &EventMember::score);
        members.resize(MostPassages);
    }
    QString rows;
    for (const EventMember &member : members)
        rows += row(passageLink(comparison, member.passage), sureness(member.score).toHtmlEscaped());
    const QString title =
        isCrowd ? tr("How sure the passages belong that are least sure:") : tr("How sure each passage belongs:");
    return paragraph(title) + u"<table>%1</table>"_s.arg(rows);
}

/// What was compared, and why that counts as a divergence.
QString reason(Aspect aspect)
{
    switch (aspect) {
    case Aspect::Count:
    case Aspect::Age:
    case Aspect::Result:
    case Aspect::Amount:
        return tr("Linked sentences give figures of the same thing, and the figures are not equal.");
    case Aspect::Ordinal:
        return tr("Linked sentences count the same thing to another place in its row.");
    case Aspect::Day:
        return tr("Linked sentences put the same thing on different days, counted from each article's own date.");
    case Aspect::Time:
        return tr("Linked sentences put the same thing at different times of day.");
    case Aspect::Happened:
        return tr("One sentence has it as done, another as expected, possible or failed.");
    case Aspect::Outcome:
        return tr("The sentences tell another state of the same thing: missing, sunk; sought, found; held, charged.");
    case Aspect::Certainty:
        return tr("The sentences vouch for it to different degrees: stated, alleged, suspected or denied.");
    case Aspect::Quotation:
        return tr("The same words are quoted, and the quotations are not the same: reworded, cut or extended.");
    case Aspect::Speaker:
        return tr("The same statement is given to different speakers.");
    case Aspect::SpeakerRole:
        return tr("The same speaker is introduced in different ways.");
    case Aspect::SourceGiven:
        return tr("One article names a source for it, another states it without one.");
    case Aspect::Venue:
        return tr("The same statement of one speaker is put in different places, or told to different people.");
    case Aspect::Spelling:
        return tr("The same name is spelt differently.");
    case Aspect::Naming:
        return tr("The same person, place or thing is called by different names.");
    case Aspect::WordChoice:
        return tr("Sentences that otherwise agree use different words in the same place.");
    case Aspect::LoadedChoice:
        return tr("Sentences that otherwise agree use words that judge differently.");
    case Aspect::OnlyHere:
        return tr("A concrete fact stands in one article; the linked sentences of the others do not have it.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString precisionWord(Precision precision)
{
    switch (precision) {
    case Precision::Exact:
        return {};
    case Precision::About:
        return tr("about");
    case Precision::AtLeast:
        return tr("at least");
    case Precision::AtMost:
        return tr("at most");
    case Precision::Vague:
        break;
    }
    Q_UNREACHABLE_RETURN({});
}

/// What a reading comes to: "at least 6 injured", "Tuesday, 5 March 2024"; empty where nothing was worked out.
QString valueText(const ReadingValue &value)
{
    const QLocale locale;
    if (const auto *figure = std::get_if<FigureValue>(&value)) {
        if (figure->precision == Precision::Vague)
            return tr("no number given");
        QString text = locale.toString(figure->number, 'g', 12);
        if (figure->upper)
            text += u'–' + locale.toString(*figure->upper, 'g', 12);
        return QStringList{precisionWord(figure->precision), text, figure->unit}.join(u' ').simplified();
    }
    if (const auto *text = std::get_if<QString>(&value)) {
        const QDate day = QDate::fromString(*text, Qt::ISODate);
        return day.isValid() ? locale.toString(day, QLocale::LongFormat) : *text;
    }
    return {};
}

QString readingsOf(const Comparison &comparison, const Divergence &divergence, const ReadingDays &days)
{
    std::map<int, QStringList> groups;
    for (const Reading &reading : divergence.readings) {
        const QString words =
            reading.span.of(comparison.story.passage(reading.passage).text).toString().simplified().toHtmlEscaped();
        const QString value = valueText(reading.value);
        QString line = u"%1: “%2”"_s.arg(passageLink(comparison, reading.passage), words);
        if (!value.isEmpty() && value != words)
            line += u" → %1"_s.arg(value.toHtmlEscaped());
        line = days.beside(line, reading.passage.article);
        groups[reading.group] << line;
    }
    QString rows;
    for (const auto &[group, lines] : groups) {
        QStringList shown = lines.mid(0, MostOfReading);
        if (lines.size() > MostOfReading)
            shown << furtherText(static_cast<size_t>(lines.size() - MostOfReading));
        rows += row(u"<b>%1</b>"_s.arg(groupLetter(group)), shown.join(u"<br>"_s));
    }
    return u"<table>%1</table>"_s.arg(rows);
}

QString weightText(double weight)
{
    const QString word = weight >= Heavy      ? tr("Weighs heavily: check it first")
                         : weight >= Middling ? tr("Weighs something: worth a look")
                                              : tr("Weighs little");
    return tr("%1 (%2 of 1).").arg(word, number(weight));
}

} // namespace

QString surenessWord(double score)
{
    return score >= VerySure ? tr("very sure")
           : score >= Sure   ? tr("sure")
           : score >= Likely ? tr("likely")
                             : tr("doubtful, read both");
}

QString whyTogether(const Comparison &comparison, int event, std::optional<PassageRef> passage)
{
    if (event < 0)
        return {};
    const Event &value = comparison.alignment.events[static_cast<size_t>(event)];
    std::set<int> tellers;
    for (const EventMember &member : value.members)
        tellers.insert(member.passage.article);
    for (const int divergence : comparison.divergencesOf(event)) {
        for (const Reading &reading : comparison.divergences[static_cast<size_t>(divergence)].readings)
            tellers.insert(reading.passage.article); // it need not be in a linked passage
    }
    QString html = paragraph(u"<b>%1</b>"_s.arg(value.label.toHtmlEscaped()));
    html += paragraph(tr("Told by %1 of %2 articles in %3 passages.")
                          .arg(tellers.size())
                          .arg(comparison.story.articles.size())
                          .arg(value.members.size()));
    html += paragraph(value.evidence.empty()
                          ? tr("No single name, figure or quotation ties them together, but the run of their words.")
                          : tr("Tied together by %1.").arg(evidenceText(value.evidence)).toHtmlEscaped());
    return html + (passage ? tiesOf(comparison, value, *passage) : QString()) + membersOf(comparison, value);
}

QString whyDivergent(const Comparison &comparison, int divergence)
{
    if (divergence < 0)
        return {};
    const Divergence &value = comparison.divergences[static_cast<size_t>(divergence)];
    const ReadingDays days(comparison.story, value);
    QString why = reason(value.aspect);
    if (days.areShown())
        why += u' ' + tr("The articles are not of one day: a later count may know more.");
    return paragraph(u"<b>%1: %2</b>"_s.arg(kindName(value.kind).toHtmlEscaped(), whatDiffers(value).toHtmlEscaped())) +
           paragraph(why.toHtmlEscaped()) + readingsOf(comparison, value, days) +
           paragraph(weightText(value.weight).toHtmlEscaped());
}

std::optional<PassageRef> passageOfLink(const QString &link)
{
    const QStringList parts = link.startsWith("passage:"_L1) ? link.sliced(8).split(u'/') : QStringList();
    bool isArticle = false;
    bool isPassage = false;
    const PassageRef ref{parts.value(0).toInt(&isArticle), parts.value(1).toInt(&isPassage)};
    return parts.size() == 2 && isArticle && isPassage ? std::optional(ref) : std::nullopt;
}

} // namespace parallax
