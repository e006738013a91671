// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One table of patterns a role, tried in order. Each pattern must take the whole line, so that a sentence that merely
//! begins like a prompt ("Share prices fell …", "Photos show …", "By Monday, all …") is left alone.
//!
//! English wordings; addresses, file names, signs and numbers hold for any language. Tested by tst_roles.cpp.
#include "story/pageparts.h"

#include "story/publicationdate.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// A pattern for a whole line, with signs around it ("» Read more", "[Advertisement]").
QRegularExpression line(const QString &pattern)
{
    return QRegularExpression(uR"(^[^\p{L}\p{N}@#(©]*(?:)"_s + pattern + uR"()[^\p{L}\p{N})]*$)"_s,
                              QRegularExpression::UseUnicodePropertiesOption);
}

template <size_t N>
bool matchesAny(const std::array<QRegularExpression, N> &patterns, QStringView text)
{
    return std::ranges::any_of(patterns, [&](const QRegularExpression &p) { return p.matchView(text).hasMatch(); });
}

// A capitalised word, initials included; small words inside names.
const QString nameWord = uR"((?:\p{Lu}[\p{L}\p{M}'’.-]*))"_s;
const QString personName = nameWord + uR"((?:\s+(?:)"_s + nameWord +
                           uR"(|de|da|di|du|del|della|dos|la|le|van|von|der|den|ten|bin|bint|ben|al|el)){1,4})"_s;
const QString capitalised = nameWord + uR"((?:,? (?:)"_s + nameWord + uR"(|of|in|de|la|the(?= \p{Lu})))*)"_s;
const QString agency =
    uR"((?:The\s+)?(?:Reuters|AP|AFP|PA|PTI|ANI|IANS|UPI|DPA|dpa|EFE|ANSA|AAP|CP|TASS|RIA Novosti|Interfax|Xinhua|Kyodo|Yonhap|)"
    uR"(Bloomberg|Anadolu|Associated Press|Canadian Press|Press Association|Press Trust of India|)"
    uR"(Agence France-Presse|Thomson Reuters|Getty Images|Agencies|agencies|Staff|Wires))"_s;

// ------------------------------------------------------------------------------------------------------- furniture

/// Whole lines, upper and lower case alike.
QRegularExpression anyOf(const QStringList &alternatives)
{
    QRegularExpression pattern = line(alternatives.join(u'|'));
    pattern.setPatternOptions(pattern.patternOptions() | QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// Lines that are nothing else.
const QRegularExpression &fixedPrompt()
{
    static const QString network = u"facebook|twitter|whatsapp|linkedin|instagram|pinterest|reddit|telegram|messenger|"
                                   "flipboard|youtube|e-?mail|print|x|share|copy link"_s;
    static const QRegularExpression pattern = anyOf({
        // where one is, and where one could go
        uR"(you are here(?: ?[:»>].*)?|home(?: ?page)?|skip to (?:the )?(?:main )?(?:content|navigation)|(?:main )?menu|navigation)"_s,
        uR"((?:back )?to (?:the )?top|top of page|(?:next|prev(?:ious)?)(?: (?:article|story|post|page))?|page \d+(?: of \d+)?|\d+ of \d+)"_s,
        uR"(search|log ?in|sign ?in|log ?out|register|my account|about us|contact us|terms (?:of (?:use|service)|(?:and|&) conditions))"_s,
        uR"(privacy policy|cookies?(?: (?:policy|settings|preferences))?|close|loading|expand|all rights reserved)"_s,
        // advertising
        uR"(subscribe(?: (?:now|today))?|advertise?ments?|ads?|ad feedback|(?:sponsored|promoted|paid)(?: (?:content|post))?)"_s,
        uR"((?:story|article|text) continues(?: below)?(?: (?:the )?advertisement)?|continue reading(?: below)?|keep reading|scroll (?:down )?to continue)"_s,
        // passing on
        uR"((?:print|e-?mail|like|share|save|bookmark|gift|tweet)(?: (?:this|the|an?))?(?: (?:page|article|story|post|link))?(?: (?:on|via|by|to|with|for) (?:later|friends|)"_s +
            network + uR"())?)"_s,
        uR"(share (?:on|via)|copy (?:the )?link|link copied|reprints?(?: (?:and|&) permissions)?|rss(?: feed)?|(?:(?:)"_s +
            network + uR"()[\s|,/•·]*)+)"_s,
        // numbers about the page
        uR"((?:(?:view|read|show|see|load|leave|add|post|write|all|a|more|the|join) )*(?:comments?|conversation|discussion)(?: are closed| \(\d+\)| section)?(?: ?: ?\d+)?)"_s,
        uR"([\d.,]+ ?[km]? (?:comments?|shares?|views?|likes?|retweets?|replies|reactions)|\d+ ?-?min(?:ute)?s? read|(?:estimated )?read(?:ing)? time\b.*)"_s,
        // labels of sections, pictures and players
        uR"(breaking(?: news)?|live(?: (?:updates|blog|now))?|exclusive|developing(?: story)?|opinion|analysis|(?:play|watch|listen)(?: (?:video|now|live))?)"_s,
        uR"(videos?|audio|(?:photo )?gallery|photos?|pictures?|images?|(?:file|stock|representat(?:ive|ional)|illustrative) (?:photo|pic|picture|image))"_s,
        uR"(image (?:copyright|source|caption)|media caption|media playback is unsupported on your device|(?:click to )?enlarge(?: image)?|(?:hide|toggle) caption)"_s,
        uR"((?:via )?(?:getty images|shutterstock|istock|alamy|afp via getty images|reuters pictures|wikimedia(?: commons)?))"_s,
    });
    return pattern;
}

/// Titles of boxes, whose lines below are links.
const QRegularExpression &boxTitle()
{
    static const QRegularExpression pattern = anyOf({
        uR"((?:read|see|find out|learn|watch|discover) (?:more|also|next|full (?:story|article))(?: (?:on|about|at|from|here|stories|news|articles?)\b.{0,60})?)"_s,
        uR"(also (?:read|see|on .{1,40})|related(?: (?:articles?|stories|story|content|topics?|coverage|links?|news|videos?|posts?|reading|items?))?(?: to this)?)"_s,
        uR"(more (?:stories|news|articles|coverage|headlines|videos?|top stories|like this)(?: (?:on|about|from|in|like) .{1,40})?|more (?:on|from|about) .{1,40})"_s,
        uR"(recommended(?: (?:for you|stories|reading|articles?|videos?))?|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|(?:what )?others? (?:are|also) (?:reading|read))"_s,
        uR"(don['’]t miss(?: (?:this|it|out))?|must[ -](?:read|see|watch)s?|most (?:read|popular|viewed|shared|commented|recent|watched)(?: (?:stories|articles|news|on|in)\b.{0,40})?)"_s,
        uR"(trending(?: (?:now|stories|news|topics?))?|popular (?:now|stories|posts)|top (?:stories|news|headlines|videos?)(?: (?:of|from|in|today|right now)\b.{0,30})?)"_s,
        uR"(latest(?: (?:news|stories|headlines|updates|videos?))?|editor['’]?s?['’]? (?:picks?|choice)|in (?:other news|this (?:story|article)|case you missed it)|elsewhere on .{1,40})"_s,
        uR"(from (?:the|our) (?:web|archives?|partners|network|sponsors?)|around the web|promoted stories|(?:external|useful|internet) links|(?:next|coming) up|up next|on this (?:story|topic))"_s,
    });
    return pattern;
}

/// Prompts and notices with a text of their own behind them.
const QRegularExpression &openPrompt()
{
    static const QString outlets = u"twitter|facebook|instagram|x|youtube|linkedin|telegram|whatsapp|threads|tiktok"_s;
    static const QRegularExpression pattern = anyOf({
        // Related: Minister promises radar
        uR"((?:read (?:more|also|next|on|full story)|see (?:also|more)|also read|related(?: \p{L}+)?|more|watch(?: (?:more|live|now))?|listen|video|don['’]t miss|must read|recommended|next|up next|in (?:pictures|photos)|photos|gallery|live (?:updates?|blog)|explained) ?[:|»>–—] ?.{1,160})"_s,
        uR"((?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|section|labels?|source(?: link)?|publication|publisher|outlet|url|link|original(?: article)?) ?: ?.{1,160})"_s,
        // fields of a press database
        uR"((?:length|section|load-date|language|(?:publication|document|source)[- ](?:type|date|subject|info|year|id|url|title)|geographic|ticker|edition|issn|isbn|database|last updated|place of publication|word count) ?: ?.{1,200})"_s,
        // do something
        uR"((?:click|tap) (?:here|to|on|through)\b.{0,120}|(?:sign up|subscribe|register) (?:to|for|here|now|today|by)\b.{0,160}|(?:log in|sign in) (?:to|or|here)\b.{0,80})"_s,
        uR"((?:follow|like|join|find|connect with) (?:us|our)\b.{0,120}|follow .{1,60} on (?:)"_s + outlets +
            uR"()\b.{0,60}|follow @.{1,80})"_s,
        uR"((?:get|download) (?:the|our) .{1,60} (?:app|newsletter|updates|alerts|briefing)\b.{0,100}|(?:get|have) .{1,80} (?:delivered|sent|straight) .{0,30}inbox\b.{0,60})"_s,
        uR"((?:support|help us|donate to|become a) .{0,40}(?:journalism|member|supporter|subscriber)\b.{0,80}|already (?:a|have an?) (?:subscriber|member|account)\b.{0,60})"_s,
        uR"((?:do you have|have you|are you|were you|got) .{1,80}\? .{0,120}(?:e-?mail|contact|get in touch|let us know|tell us|share)\b.{0,120})"_s,
        uR"((?:contact (?:us|the (?:author|writer|reporter|newsroom))|get in touch|e-?mail us|send us|write to us)\b.{0,120})"_s,
        uR"(please (?:enable|disable|turn o(?:n|ff)|sign|log|subscribe|whitelist)\b.{0,120}|your browser .{1,100}|(?:we use|this (?:web)?site uses|by (?:using|continuing)) .{0,60}(?:cookies|site)\b.{0,160})"_s,
        // about the page itself
        uR"((?:this|the) (?:story|article|report|page|post|piece) (?:(?:has been|was|is being|will be) )?(?:first |originally )?(?:updated|corrected|amended|published|appeared|produced|syndicated)\b.{0,160})"_s,
        uR"((?:first|originally) (?:published|appeared|posted) (?:on|in|at|by|as)\b.{0,100}|\(?with (?:files|inputs?|reporting|reports|additional reporting|agency inputs?) (?:from|by) .{1,100})"_s,
        uR"((?:©|\(c\)|copyright\b).{0,200}|.{0,60}\ball rights reserved\b.{0,60}|this material may not be published\b.{0,160}|the views expressed\b.{0,200})"_s,
        uR"((?:[@#][\p{L}\d_]+[\s,]*)+|(?:image|photo|picture) (?:source|copyright),? ?.{1,60})"_s,
    });
    return pattern;
}

bool isAddress(QStringView text)
{
    static const QRegularExpression pattern(
        uR"(^\W{0,3}(?:(?i:(?:https?|ftp)://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+(?i:com|org|net|co\.uk|gov|edu|info|news|tv|io)(?:/\S*)?|.{1,200}\.(?i:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|mp4|mov|avi|mp3|pdf|docx?))\W{0,3}$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern.matchView(text).hasMatch();
}

/// "Home > News > Regions", "World | Sport | Culture": two signs or more between a few words each.
bool isTrail(QStringView text)
{
    static const QRegularExpression pattern(uR"(^[^>›»|.!?]{1,40}(?:[>›»|][^>›»|.!?]{1,40}){2,}$)"_s);
    return pattern.matchView(text).hasMatch();
}

bool isWithoutWords(QStringView text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isLetter() || c.isSurrogate(); });
}

// ------------------------------------------------------------------------------------------------- bylines, captions

bool isByline(QStringView text)
{
    static const QString andMore =
        uR"((?:\s*(?:,|\band\b|&|\bin\b|\bfor\b|\bat\b|\bof\b|\bwith\b|[|/•·–—-])\s*.{1,80})?)"_s;
    static const std::array patterns{
        // By JANE DOE, Associated Press
        line(
            uR"((?i:(?:(?:written|posted|published|reported|compiled|story|text|words|report|edited|authored|analysis|opinion|review|photographs?) )?by|bylines?|authors?|reporters?|writers?|correspondents?|editors?) ?:? ?(?:)"_s +
            personName + u"|"_s + agency +
            uR"(|(?i:(?:our |a |the )?(?:staff|special|foreign|own|political|diplomatic|news)? ?(?:correspondents?|reporters?|writers?|staff|desk|bureau|agencies|newsroom|web desk)))(?:\s*(?:,|\band\b|&|\bin\b|\bfor\b|\bat\b|\bof\b|\bwith\b|[|/•·–—-])\s*.{1,80})?)"_s),
        // By Madonna: one name alone
        line(uR"((?i:by):? ?\p{Lu}[\p{L}'’.-]+)"_s),
        // Jane Doe, Diplomatic Editor
        line(
            personName +
            uR"(,?\s*(?:[|,–—-]\s*)?(?:in \p{Lu}[\p{L} ]+|.{0,40}\b(?i:correspondent|reporter|editor|staff writer|writer|columnist|bureau chief|in-chief|contributor|producer|photographer|analyst at large)s?)\b.{0,50})"_s),
        // Jane Doe | Associated Press
        line(personName + uR"(\s*(?:[|/,–—-])\s*)"_s + agency),
        line(uR"(\(?)"_s + agency + uR"((?:\s*(?:[|/,&–—-]|and|with)\s*)"_s + agency + uR"()*\)?)"_s),
        // Doe reported from London; Roe from Paris.
        line(
            uR"((?:(?i:associated press|ap|reuters|afp|bloomberg|staff|special)\s+)?(?:(?i:writers?|reporters?|correspondents?|journalists?)\s+)?(?:)"_s +
            capitalised + uR"()(?: and (?:)"_s + capitalised + uR"())?,? (?i:reported(?: and wrote)? from) (?:)"_s +
            capitalised + uR"()(?:(?:[;,]| and|, and) (?:(?:)"_s + capitalised + uR"() (?:reported )?from )?(?:)"_s +
            capitalised + uR"())*)"_s),
        line(
            uR"(.{0,160}\b(?i:contributed(?: \w+)? to this (?:report|story|article|dispatch|piece)|contributed reporting|contributed to this)\b.{0,60})"_s),
        line(
            uR"(\(?(?i:(?:additional |extra )?(?:reporting|writing|editing|compiled|translation|translated|research|graphics|production)(?: and (?:writing|editing|reporting))? by):? .{1,220}\)?)"_s),
        line(
            uR"((?i:with (?:agencies|agency inputs|wires|wire reports|(?:inputs|reports?|files) from agencies)|(?:from|by) (?:our )?(?:staff and )?(?:wire|news) (?:services?|reports|agencies)|staff (?:writers?|reporters?)(?: and agencies)?|our (?:own |special |foreign |staff )?(?:correspondent|reporter)|agency reports?))"_s),
        // The writer is a lecturer at …
        line(
            uR"((?i:the (?:writer|author) (?:is|was|can be)|)"_s + personName +
            uR"( is (?:a|an|the) (?:[\w-]+ ){0,4}(?:reporter|correspondent|columnist|editor|staff writer|freelance \w+) (?:for|at|with|of|based|in|covering))\b.{0,160})"_s),
    };
    return matchesAny(patterns, text);
}

/// The words of a picture; a credit alone tells nothing.
std::optional<Role> pictureLine(QStringView text)
{
    static const QRegularExpression label(
        uR"(^[\[(]?\s*(?i:(?:file |handout )?(?:photo|photograph|picture|image|pic|caption|image caption|media caption|photo caption|figure)s?(?: (?:by|credit|courtesy(?: of)?|taken|caption))?|credit|courtesy)\s*(?::|,|\bby\b|\bcourtesy\b)\s*(?<rest>.+)$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression credit(
        uR"((?<told>.*?)\s*(?:[\[(](?:(?:(?:AP|AFP|REUTERS|EPA|PA|Reuters|Getty(?: Images)?|Associated Press)\b.{0,80})|(?i:(?:file|handout|courtesy|photo|picture|image|credit)\b.{0,80})|.{0,60}(?:/|\bvia |, )(?:AP|AFP|REUTERS|Reuters|EPA|PA|Getty(?: Images)?|Associated Press|Bloomberg|Shutterstock).{0,40})[\])]|(?:REUTERS|AFP|EPA|AP(?: Photo)?)/[\p{Lu}].{0,60}|\b(?i:photo(?:graph)?|picture|image|credit):\s.{1,80})\W*$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto told = [](QStringView rest) { return rest.count(u' ') >= 5 ? Role::Caption : Role::Furniture; };
    if (const auto m = label.matchView(text); m.hasMatch()) {
        const QStringView rest = m.capturedView(u"rest");
        const auto c =
            credit.matchView(rest, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        return told(c.hasMatch() ? c.capturedView(u"told") : rest);
    }
    const auto m =
        credit.matchView(text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    return m.hasMatch() ? std::optional(told(m.capturedView(u"told"))) : std::nullopt;
}

} // namespace

std::optional<Role> pagePart(QStringView text)
{
    // Page parts are short; the longest are the legal line and the newsletter's.
    constexpr qsizetype longest = 320;
    if (isWithoutWords(text))
        return isDateLine(text) ? Role::Dateline : Role::Furniture;
    if (text.size() > longest)
        return std::nullopt;
    if (isDateLine(text))
        return Role::Dateline;
    if (isAddress(text) || isTrail(text) || fixedPrompt().matchView(text).hasMatch() || isBoxTitle(text) ||
        openPrompt().matchView(text).hasMatch())
        return Role::Furniture;
    if (isByline(text))
        return Role::Byline;
    return pictureLine(text);
}

bool isBoxTitle(QStringView text)
{
    constexpr qsizetype longest = 80;
    return text.size() <= longest && boxTitle().matchView(text).hasMatch();
}

bool isPersonName(QStringView text)
{
    static const QRegularExpression pattern = line(personName);
    return pattern.matchView(text).hasMatch();
}

} // namespace parallax
