// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Times of day: "22:30", "7.30pm", "21.30 local time (00.30 GMT)", "noon", "fourteen minutes later".
//! A time in brackets that names its zone says the same as the one before it, and says it for every reader: it is
//! taken. Reading the two as two times would make an article contradict itself. Tested by tst_dates.cpp.
#include "language/datefinder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

/// "22:30", "7.30pm", "2 a.m.", "21.30 local time (00.30 GMT)", "noon".
std::optional<DateFinder::Draft> DateFinder::clock(int first) const
{
    const QStringView here = written(first);
    if (m_isEnglish && (here == "noon"_L1 || here == "midnight"_L1)) {
        Draft draft{{}, first, first};
        draft.mention.grain = DateGrain::Clock;
        draft.mention.time = here == "noon"_L1 ? QTime(12, 0) : QTime(0, 0);
        return draft;
    }
    if (!word(first).isNumber)
        return std::nullopt;
    const int start = word(first).span.start;
    if (start > 0 && (m_text[start - 1].isLetterOrNumber() || m_text[start - 1] == u'-' || m_text[start - 1] == u':' ||
                      m_text[start - 1] == u'$'))
        return std::nullopt;
    int at = start;
    const auto digits = [&] {
        const int begin = at;
        while (at < m_text.size() && m_text[at].isDigit())
            ++at;
        return QStringView(m_text).mid(begin, at - begin);
    };
    QStringView hours = digits();
    int minutes = 0;
    const bool isOneNumber = hours.size() == 4; // "0930 GMT"
    if (isOneNumber) {
        minutes = hours.sliced(2).toInt();
        hours = hours.first(2);
    }
    if (hours.size() > 2 || hours.toInt() > 23 || minutes > 59)
        return std::nullopt;
    bool isColon = false;
    if (!isOneNumber && at + 2 < m_text.size() + 0 && (m_text[at] == u':' || m_text[at] == u'.') &&
        m_text[at + 1].isDigit()) {
        isColon = m_text[at] == u':';
        ++at;
        const QStringView rest = digits();
        if (rest.size() != 2 || rest.toInt() > 59)
            return std::nullopt;
        minutes = rest.toInt();
        if (at + 1 < m_text.size() && m_text[at] == u':' && m_text[at + 1].isDigit()) { // seconds
            ++at;
            digits();
        }
    } else if (at + 1 < m_text.size() && m_text[at] == u':') {
        return std::nullopt;
    }
    Draft draft{{}, first, first, at};
    draft.mention.grain = DateGrain::Clock;
    while (draft.last + 1 < count() && word(draft.last + 1).span.start < at)
        ++draft.last;
    draft.mention.time = QTime(hours.toInt(), minutes);
    const int before = draft.end;
    takeClockTail(draft, at);
    // "23.00" and "7" are clock times only with am, pm or a zone
    if (!isColon && draft.end == before)
        return std::nullopt;
    if (isOneNumber && !draft.mention.utcOffset) // else a year or a count: "2000 local people"
        return std::nullopt;
    return draft;
}

/// am and pm, "local time", zones, and a second time in brackets, which counts where it names its zone.
void DateFinder::takeClockTail(Draft &draft, int next) const
{
    const auto skipSpace = [this](int at) {
        while (at < m_text.size() && m_text[at].isSpace())
            ++at;
        return at;
    };
    const auto lettersAt = [this](int at) {
        int end = at;
        while (end < m_text.size() && (m_text[end].isLetter() ||
                                       (m_text[end] == u'.' && end + 1 < m_text.size() && m_text[end + 1].isLetter())))
            ++end;
        return QStringView(m_text).mid(at, end - at);
    };
    int at = skipSpace(next);
    const QString half = lettersAt(at).toString().toLower().remove(u'.');
    if (half == "am"_L1 || half == "pm"_L1) {
        const int hour = draft.mention.time->hour() % 12 + (half == "pm"_L1 ? 12 : 0);
        draft.mention.time = QTime(hour, draft.mention.time->minute());
        at += static_cast<int>(lettersAt(at).size());
        if (at < m_text.size() && m_text[at] == u'.' && m_text[at - 1].isLetter() && m_text[at - 2] == u'.')
            ++at;
        draft.end = at;
        at = skipSpace(at);
    }
    const QStringView zone = lettersAt(at);
    if (const auto offset = zoneOffset(zone)) {
        draft.mention.utcOffset = offset;
        draft.end = at + static_cast<int>(zone.size());
    } else if (zone.compare(u"local", Qt::CaseInsensitive) == 0) {
        const int time = skipSpace(at + static_cast<int>(zone.size()));
        if (lettersAt(time).compare(u"time", Qt::CaseInsensitive) == 0)
            draft.end = time + 4;
    }
    at = skipSpace(draft.end);
    if (at < m_text.size() && (m_text[at] == u'(' || m_text[at] == u'[')) {
        const auto inner =
            std::ranges::upper_bound(m_passage.words(), at, {}, [](const Word &w) { return w.span.start; });
        if (inner != m_passage.words().end() && inner->span.start == at + 1) {
            const auto other = clock(static_cast<int>(inner - m_passage.words().begin()));
            const QChar close = m_text[at] == u'(' ? u')' : u']';
            if (other && other->mention.utcOffset && other->end < m_text.size() && m_text[other->end] == close) {
                draft.mention.time = other->mention.time;
                draft.mention.utcOffset = other->mention.utcOffset;
                draft.end = other->end + 1;
            }
        }
    }
    while (draft.last + 1 < count() && word(draft.last + 1).span.start < draft.end)
        ++draft.last;
}

/// The clock time before, and so many minutes on.
void DateFinder::countOnFrom(DateMention &mention, double minutes, const std::vector<DateMention> &before) const
{
    mention.time.reset();
    for (auto earlier = before.rbegin(); earlier != before.rend(); ++earlier) {
        if (!earlier->time)
            continue;
        mention.grain = DateGrain::Clock;
        mention.time = earlier->time->addSecs(static_cast<int>(minutes * 60));
        mention.utcOffset = earlier->utcOffset;
        return;
    }
}

} // namespace parallax
