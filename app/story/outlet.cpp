// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Newspapers are called what they do: Times, Post, Herald, News, Radio. A name with such a word at a place where pages
//! put their own name is believed; a name without one only where a label says "source" or where a file is called so.
//!
//! The wrong alternative is to look for known outlets anywhere: articles quote each other ("the New York Times
//! reports"), and a list of outlets knows the large ones only.
//!
//! Tested by tst_storyreader.cpp.
#include "story/outlet.h"

#include "story/publicationdate.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr auto unicode = QRegularExpression::UseUnicodePropertiesOption;
constexpr int longestName = 6; ///< words: "The Times of the Northern Isles"

QStringList wordsOf(QStringView text)
{
    static const QRegularExpression separator(uR"([^\p{L}\p{N}'’&]+)"_s, unicode);
    return text.toString().split(separator, Qt::SkipEmptyParts);
}

bool isMediaNoun(const QString &word)
{
    static const QSet<QString> nouns{
        u"news"_s,     u"times"_s,       u"post"_s,       u"herald"_s,       u"guardian"_s, u"journal"_s,
        u"tribune"_s,  u"gazette"_s,     u"chronicle"_s,  u"telegraph"_s,    u"observer"_s, u"examiner"_s,
        u"courier"_s,  u"dispatch"_s,    u"globe"_s,      u"mail"_s,         u"express"_s,  u"star"_s,
        u"standard"_s, u"independent"_s, u"inquirer"_s,   u"enquirer"_s,     u"sentinel"_s, u"monitor"_s,
        u"mirror"_s,   u"echo"_s,        u"record"_s,     u"press"_s,        u"daily"_s,    u"weekly"_s,
        u"bulletin"_s, u"ledger"_s,      u"argus"_s,      u"advertiser"_s,   u"citizen"_s,  u"sun"_s,
        u"radio"_s,    u"tv"_s,          u"television"_s, u"broadcasting"_s, u"magazine"_s, u"agency"_s,
        u"zeitung"_s,  u"presse"_s,      u"tagblatt"_s,   u"tageblatt"_s,    u"jornal"_s,   u"diario"_s,
        u"giornale"_s, u"wire"_s,        u"reuters"_s,    u"bloomberg"_s,    u"afp"_s,      u"ap"_s,
        u"bbc"_s,      u"cnn"_s,         u"npr"_s,        u"tass"_s,         u"xinhua"_s,   u"upi"_s};
    return nouns.contains(word.toLower());
}

/// Words that stand before "News" in the names of a site's sections.
bool isSectionWord(const QString &word)
{
    static const QSet<QString> words{
        u"news"_s,     u"world"_s,     u"breaking"_s,   u"latest"_s,        u"top"_s,       u"sports"_s,
        u"sport"_s,    u"business"_s,  u"local"_s,      u"politics"_s,      u"national"_s,  u"international"_s,
        u"video"_s,    u"live"_s,      u"more"_s,       u"related"_s,       u"all"_s,       u"home"_s,
        u"press"_s,    u"release"_s,   u"health"_s,     u"science"_s,       u"in"_s,        u"other"_s,
        u"the"_s,      u"us"_s,        u"uk"_s,         u"and"_s,           u"good"_s,      u"bad"_s,
        u"fake"_s,     u"updates"_s,   u"story"_s,      u"stories"_s,       u"feed"_s,      u"previous"_s,
        u"next"_s,     u"newer"_s,     u"older"_s,      u"post"_s,          u"mail"_s,      u"email"_s,
        u"tv"_s,       u"radio"_s,     u"showbiz"_s,    u"entertainment"_s, u"opinion"_s,   u"weather"_s,
        u"travel"_s,   u"tech"_s,      u"technology"_s, u"money"_s,         u"lifestyle"_s, u"culture"_s,
        u"strange"_s,  u"market"_s,    u"markets"_s,    u"crime"_s,         u"education"_s, u"environment"_s,
        u"regional"_s, u"community"_s, u"your"_s,       u"our"_s,           u"this"_s,      u"from"_s,
        u"about"_s,    u"contact"_s};
    return words.contains(word.toLower());
}

bool isCapitalised(const QString &word)
{
    static const QSet<QString> small{u"of"_s, u"the"_s, u"and"_s, u"on"_s,  u"for"_s,
                                     u"de"_s, u"la"_s,  u"le"_s,  u"del"_s, u"&"_s};
    return !word.front().isLower() || small.contains(word);
}

QString tidied(QStringView name)
{
    static const QRegularExpression company(
        uR"([\s,]+(?:Ltd|Limited|Inc|LLC|PLC|plc|Corp|Corporation|GmbH|Pty|Pvt|Company|Co)\.?(?=\s|,|$).*$)"_s);
    static const QRegularExpression edges(uR"(^[\s"'“”‘’(\[.,:;|–—-]+|[\s"'“”‘’)\].,:;|–—-]+$)"_s);
    return name.toString().remove(company).remove(edges).simplified();
}

/// What a label or a copyright line gives may be any name, as long as it is one.
QString nameOrNothing(QStringView text)
{
    const QString name = tidied(text);
    const QStringList words = wordsOf(name);
    const bool isName = !words.isEmpty() && words.size() <= longestName && std::ranges::all_of(words, isCapitalised) &&
                        name.front().isLetter();
    return isName ? name : QString();
}

QString labelled(QStringView line)
{
    static const QRegularExpression label(
        uR"(^\W*(?i:source|publication|outlet|publisher|newspaper|site|website|journal)\s*:\s*(?<name>[^:|/]{2,80})$)"_s,
        unicode);
    const auto m = label.matchView(line);
    return m.hasMatch() ? nameOrNothing(m.capturedView(u"name")) : QString();
}

QString copyrightHolder(QStringView line)
{
    static const QRegularExpression notice(
        uR"(^\W*(?:(?:©|\((?i:c)\)|(?i:copyrights?))[\s,]*)+(?<year>(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,:]*(?i:by\s+)?(?<name>[^.©|]{2,80}?)[\s,]*(?<year2>(?:19|20)\d\d)?[\s,]*(?:[.|].*|(?i:all rights reserved).*)?$)"_s,
        unicode);
    const auto m = notice.matchView(line);
    if (!m.hasMatch() || (!m.hasCaptured(u"year") && !m.hasCaptured(u"year2") &&
                          !line.contains(u"rights reserved"_s, Qt::CaseInsensitive)))
        return {};
    return nameOrNothing(m.capturedView(u"name"));
}

/// What stands behind the last separator of a headline or a byline, where it is an outlet's name.
QStringView trailingOutlet(QStringView line)
{
    static const QRegularExpression tail(
        uR"((?:\s[|–—-]\s|\s[»•·/]\s|,\s|\|\s?|\b(?:for|of|at)\s)(?<name>[^|–—»•·,]{2,60}?)\W*$)"_s, unicode);
    const auto m = tail.matchView(line);
    return m.hasMatch() && isOutletName(m.capturedView(u"name")) ? m.capturedView(u"name") : QStringView();
}

QString siteOf(QStringView line)
{
    static const QRegularExpression address(
        uR"(^\W{0,3}https?://(?:www\.|m\.|amp\.|edition\.)?(?<site>[\w-]+(?:\.[\w-]+)+)(?::\d+)?/\S*$)"_s);
    static const QRegularExpression elsewhere(
        uR"((?:^|\.)(?:t\.co|twitter|x|facebook|youtube|youtu|instagram|bit|reddit|google|archive)\.\w+$|\.(?:jpe?g|png|gif|webp|mp4|pdf)\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto m = address.matchView(line);
    if (!m.hasMatch() || elsewhere.matchView(m.capturedView(u"site")).hasMatch() ||
        elsewhere.matchView(line).hasMatch())
        return {};
    return m.captured(u"site").toLower();
}

using LineReader = QString (*)(const Passage &);

/// The places in which a page names its outlet, the most explicit first.
constexpr LineReader readers[]{
    [](const Passage &p) { return isTold(p.role) && p.role != Role::Headline ? QString() : labelled(p.text); },
    [](const Passage &p) { return p.role == Role::Furniture ? copyrightHolder(p.text) : QString(); },
    [](const Passage &p) { return p.role == Role::Furniture && isOutletName(p.text) ? tidied(p.text) : QString(); },
    [](const Passage &p) {
        return p.role == Role::Headline ? tidied(p.text.sliced(withoutOutlet(p.text).size())) : QString();
    },
    [](const Passage &p) { return p.role == Role::Byline ? tidied(trailingOutlet(p.text)) : QString(); },
    [](const Passage &p) { return p.role == Role::Furniture ? siteOf(p.text) : QString(); },
};

/// Names that are initials, which file names write small.
bool isInitials(const QString &word)
{
    static const QSet<QString> initials{
        u"bbc"_s, u"cnn"_s, u"afp"_s, u"ap"_s,  u"rt"_s,  u"nyt"_s, u"abc"_s, u"nbc"_s, u"cbs"_s, u"npr"_s, u"pbs"_s,
        u"upi"_s, u"dpa"_s, u"pti"_s, u"ani"_s, u"itv"_s, u"rte"_s, u"cbc"_s, u"sbs"_s, u"aap"_s, u"efe"_s, u"msnbc"_s,
        u"usa"_s, u"uk"_s,  u"us"_s,  u"tv"_s,  u"ft"_s,  u"wsj"_s, u"ard"_s, u"zdf"_s, u"faz"_s, u"ndr"_s, u"wdr"_s,
        u"orf"_s, u"srf"_s, u"rfi"_s, u"voa"_s, u"dw"_s,  u"nhk"_s, u"gmt"_s, u"ny"_s};
    return initials.contains(word.toLower());
}

QString asWritten(const QString &word)
{
    if (word.toLower() != word)
        return word;
    return isInitials(word) ? word.toUpper() : word.front().toUpper() + word.sliced(1);
}

bool isGeneric(const QString &word)
{
    static const QSet<QString> words{
        u"article"_s,  u"articles"_s, u"story"_s,    u"stories"_s,   u"text"_s,      u"txt"_s,     u"file"_s,
        u"files"_s,    u"untitled"_s, u"document"_s, u"doc"_s,       u"new"_s,       u"copy"_s,    u"page"_s,
        u"report"_s,   u"draft"_s,    u"final"_s,    u"version"_s,   u"test"_s,      u"sample"_s,  u"part"_s,
        u"readme"_s,   u"notes"_s,    u"note"_s,     u"download"_s,  u"downloads"_s, u"saved"_s,   u"index"_s,
        u"output"_s,   u"input"_s,    u"data"_s,     u"content"_s,   u"body"_s,      u"full"_s,    u"clean"_s,
        u"original"_s, u"source"_s,   u"item"_s,     u"export"_s,    u"first"_s,     u"second"_s,  u"third"_s,
        u"fourth"_s,   u"one"_s,      u"two"_s,      u"three"_s,     u"four"_s,      u"five"_s,    u"left"_s,
        u"right"_s,    u"old"_s,      u"edited"_s,   u"before"_s,    u"after"_s,     u"early"_s,   u"earlier"_s,
        u"late"_s,     u"later"_s,    u"next"_s,     u"last"_s,      u"previous"_s,  u"day"_s,     u"date"_s,
        u"week"_s,     u"weekday"_s,  u"weekend"_s,  u"month"_s,     u"year"_s,      u"today"_s,   u"yesterday"_s,
        u"morning"_s,  u"evening"_s,  u"night"_s,    u"update"_s,    u"updated"_s,   u"updates"_s, u"plain"_s,
        u"wrapped"_s,  u"flowing"_s,  u"only"_s,     u"single"_s,    u"short"_s,     u"long"_s,    u"longer"_s,
        u"shorter"_s,  u"same"_s,     u"other"_s,    u"another"_s,   u"more"_s,      u"less"_s,    u"big"_s,
        u"small"_s,    u"good"_s,     u"bad"_s,      u"wrong"_s,     u"correct"_s,   u"empty"_s,   u"word"_s,
        u"words"_s,    u"line"_s,     u"lines"_s,    u"paragraph"_s, u"headline"_s,  u"title"_s,   u"titles"_s,
        u"list"_s,     u"lists"_s,    u"windows"_s,  u"latin"_s,     u"ascii"_s,     u"unicode"_s, u"utf"_s,
        u"mac"_s,      u"linux"_s,    u"english"_s,  u"german"_s,    u"french"_s,    u"spanish"_s, u"russian"_s,
        u"chinese"_s,  u"japanese"_s};
    return words.contains(word.toLower());
}

/// The words of a part of a file name, nothing where they can't be an outlet's name.
QStringList nameWords(QStringView part)
{
    static const QRegularExpression number(uR"(^\d{1,4}$)"_s);
    static const QRegularExpression withNumber(uR"(^\p{L}{4,}\d{1,2}$)"_s); // "france24", unlike a checksum
    QStringList out;
    for (const QString &word : wordsOf(part)) {
        if (number.match(word).hasMatch())
            continue;
        const bool hasDigit = std::ranges::any_of(word, [](QChar c) { return c.isDigit(); });
        QString letters = word;
        letters.remove(QRegularExpression(u"\\d+$"_s));
        if ((hasDigit && !withNumber.match(word).hasMatch()) || word.size() < 2 || isGeneric(letters))
            return {};
        out.append(asWritten(word));
    }
    // Two letters alone are a language or a part's letter, unless they are known to be initials.
    if (out.size() == 1 && out.front().size() < 3 && out.front().front().script() == QChar::Script_Latin &&
        !isInitials(out.front()))
        return {};
    return out.size() <= 4 ? out : QStringList();
}

} // namespace

bool isOutletName(QStringView text)
{
    const QStringList words = wordsOf(text);
    if (words.isEmpty() || words.size() > longestName || !std::ranges::all_of(words, isCapitalised))
        return false;
    const bool isSection = words.front() != "The"_L1 && std::ranges::all_of(words, isSectionWord);
    return !isSection && std::ranges::any_of(words, isMediaNoun);
}

QString outletInText(const std::vector<Passage> &passages)
{
    for (const LineReader read : readers) {
        for (const Passage &p : passages) {
            if (const QString name = read(p); !name.isEmpty())
                return name;
        }
    }
    return {};
}

QString outletInFileName(const QString &file, QStringView title)
{
    static const QRegularExpression date(
        uR"((?<!\d)(?:\d{4}[-._]\d{1,2}[-._]\d{1,2}|\d{1,2}[-._]\d{1,2}[-._]\d{4}|(?:19|20)\d{6})(?!\d))"_s);
    static const QRegularExpression spacedDash(uR"(\s[-–—|]\s|__)"_s);
    static const QRegularExpression camel(uR"((?<=\p{Ll})(?=\p{Lu}))"_s);
    QString stem = file.section(u'/', -1);
    if (const qsizetype dot = stem.lastIndexOf(u'.'); dot > 0)
        stem.truncate(dot);
    stem.replace(date, u" "_s);
    stem.replace(camel, u" "_s);
    const QStringList parts = stem.split(spacedDash, Qt::SkipEmptyParts);
    const QStringList titleWords = wordsOf(title.toString().toLower());
    for (const QString &part : parts) {
        const QStringList words = nameWords(part);
        if (words.isEmpty())
            continue;
        const bool tellsStory =
            std::ranges::any_of(words, [&](const QString &w) { return titleWords.contains(w.toLower()); });
        if (!tellsStory || std::ranges::any_of(words, isMediaNoun))
            return words.join(u' ');
    }
    return {};
}

QString agencyCredit(const std::vector<Passage> &passages)
{
    static const QRegularExpression credit(
        uR"(^.{0,60}?[(\[/]\s*(?<name>Reuters|REUTERS|AP|AFP|UPI|Xinhua|TASS|Tass|Interfax|Kyodo|Yonhap|Bloomberg|PTI|ANI|DPA|dpa|EFE|ANSA|AAP|CNN|PA|Associated Press|Thomson Reuters)\s*[)\]/])"_s);
    static const QRegularExpression alone(
        uR"(\b(?<name>Reuters|REUTERS|AP|AFP|UPI|Xinhua|TASS|Kyodo|Yonhap|Bloomberg|PTI|Associated Press)\W*$)"_s);
    constexpr int opening = 3; // told passages: a caption or standfirst may stand before the dateline
    int told = 0;
    for (const Passage &p : passages) {
        const bool isByline = p.role == Role::Byline;
        if (!isByline && (!isTold(p.role) || ++told > opening))
            continue;
        const auto m = isByline ? alone.match(p.text) : credit.match(p.text);
        if (!m.hasMatch())
            continue;
        const QString name = m.captured(u"name");
        return name == "AP"_L1 ? u"Associated Press"_s : name == "REUTERS"_L1 ? u"Reuters"_s : name;
    }
    return {};
}

QStringView withoutOutlet(QStringView headline)
{
    static const QRegularExpression tail(uR"(\s+(?:[|–—»•-]|::)\s+(?<name>[^|–—»•]{2,60})$)"_s, unicode);
    const auto m = tail.matchView(headline);
    return m.hasMatch() && isOutletName(m.capturedView(u"name")) ? headline.first(m.capturedStart()) : headline;
}

} // namespace parallax
