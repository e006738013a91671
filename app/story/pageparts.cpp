// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! One table of patterns a role, tried in order. Each pattern must take the whole line, so that a sentence that merely
//! begins like a prompt ("Share prices fell …", "Photos show …", "By Monday, all …") is left alone.
//!
//! English wordings; addresses, file names, signs and numbers hold for any language. Tested by tst_roles.cpp.
#include "story/pageparts.h"

#include "story/publicationdate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parallax
{
namespace
{

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
const QString agency =
    uR"((?:The\s+)?(?:Reuters|AP|AFP|PA|PTI|ANI|IANS|UPI|DPA|dpa|EFE|ANSA|AAP|CP|TASS|RIA Novosti|Interfax|Xinhua|Kyodo|Yonhap|)"
    uR"(Bloomberg|Anadolu|Associated Press|Canadian Press|Press Association|Press Trust of India|)"
    uR"(Agence France-Presse|Thomson Reuters|Getty Images|Agencies|agencies|Staff|Wires))"_s;

// ------------------------------------------------------------------------------------------------------- furniture

/// Lines that are nothing else.
const QRegularExpression &fixedPrompt()
{
    static const QRegularExpression pattern = line(
        uR"((?i:you are here(?: ?[:»>].*)?|home|skip to (?:the )?(?:main )?(?:content|navigation)|(?:main )?menu|navigation|search|log ?in|sign ?in)"
        uR"(|log ?out|register|my account|subscribe(?: now| today)?|advertise?ments?|ads?|ad feedback|sponsored(?: content)?|promoted(?: content)?)"
        uR"(|paid (?:content|post)|(?:story|article|text) continues(?: below)?(?: (?:the )?advertisement)?|continue reading(?: below)?|keep reading)"
        uR"(|scroll (?:down )?to continue|(?:back )?to (?:the )?top|top of page|print(?: this)?(?: page| article| story)?|e-?mail(?: this)?(?: page| article| story)?)"
        uR"(|share(?: this| article| story| page| on| via| with friends)?(?: article| story| page| post)?(?: (?:on|via|by|to) (?:facebook|twitter|whatsapp|e-?mail|linkedin|x|reddit))?)"
        uR"(|tweet(?: this)?|like this|save(?: article| for later)?|bookmark|copy (?:the )?link|link copied|gift (?:this )?article|reprints?(?: (?:and|&) permissions)?)"
        uR"(|facebook|twitter|whatsapp|linkedin|instagram|pinterest|reddit|telegram|flipboard|youtube|rss(?: feed)?)"
        uR"(|(?:(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|e-?mail|print|x|share|messenger|telegram|copy link)[\s|,/•·]*){2,})"
        uR"(|(?:view |read |show |see |load |leave |add |post |write |all |a |more |the |join )*(?:comments?|conversation|discussion)(?: are closed| \(\d+\)| section)?(?: ?: ?\d+)?)"
        uR"(|[\d.,]+ ?[km]? (?:comments?|shares?|views?|likes?|retweets?|replies|reactions)|\d+ ?-?min(?:ute)?s? read|reading time:? .*|estimated read(?:ing)? time.*)"
        uR"(|next(?: article| story| post| page)?|prev(?:ious)?(?: article| story| post| page)?|page \d+(?: of \d+)?|\d+ of \d+|\d+/\d+)"
        uR"(|all rights reserved|terms (?:of (?:use|service)|and conditions|& conditions)|privacy policy|cookies?(?: policy| settings| preferences)?|contact us|about us)"
        uR"(|breaking(?: news)?|live(?: updates| blog)?|exclusive|live now|developing(?: story)?|opinion|analysis|play(?: video)?|watch(?: video| now| live)?|listen(?: now| live)?)"
        uR"(|video|videos|audio|gallery|photo gallery|photos?|pictures?|images?|file (?:photo|pic|picture|image)|representat(?:ive|ional) (?:image|photo|picture)|stock image)"
        uR"(|image (?:copyright|source|caption)|media caption|media playback is unsupported on your device|close|loading|click to enlarge|enlarge(?: image)?|expand|hide caption|toggle caption))"_s);
    return pattern;
}

/// Titles of boxes; with more text behind them ("Related: …") they are one-line boxes.
const QRegularExpression &boxTitle()
{
    static const QRegularExpression pattern = line(
        uR"((?i:(?:read|see|find out|learn|watch|discover) (?:more|also|next|full (?:story|article))(?: (?:on|about|at|from|here|stories|news|articles?).{0,60})?)"
        uR"(|also (?:read|see|on .{1,40})|related(?: (?:articles?|stories|story|content|topics?|coverage|links?|news|videos?|posts?|reading|items?))?(?: to this)?)"
        uR"(|more (?:stories|news|articles|coverage|headlines|videos?|top stories|like this)(?: (?:on|about|from|in|like) .{1,40})?|more (?:on|from|about) (?:this|.{1,40}))"
        uR"(|recommended(?: (?:for you|stories|reading|articles?|videos?))?|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|(?:what )?others? (?:are|also) (?:reading|read))"
        uR"(|don['’]t miss(?: (?:this|it|out))?|must[ -](?:read|see|watch)s?|most (?:read|popular|viewed|shared|commented|recent|watched)(?: (?:stories|articles|news|on|in).{0,40})?)"
        uR"(|trending(?: (?:now|stories|news|topics?))?|popular (?:now|stories|posts)|top (?:stories|news|headlines|videos?)(?: (?:of|from|in|today|right now).{0,30})?)"
        uR"(|latest(?: (?:news|stories|headlines|updates|videos?))?|editor['’]?s?['’]? (?:picks?|choice)|in (?:this|other|case you missed) (?:story|article|news|it)|elsewhere on .{1,40})"
        uR"(|from (?:the|our) (?:web|archives?|partners|network|sponsors?)|around the web|promoted stories|(?:external|useful|internet) links|market voices on|next up|up next|coming up|on this (?:story|topic)))"_s);
    return pattern;
}

/// Prompts with a text of their own behind them.
const QRegularExpression &openPrompt()
{
    static const QRegularExpression pattern = line(
        uR"((?i:(?:read (?:more|also|next|on|full story)|see (?:also|more)|also read|related(?: \p{L}+)?|more|watch(?: more| live| now)?|listen|video|don['’]t miss|must read|recommended|next|up next)"
        uR"(|in pictures|in photos|photos|gallery|live updates?|live blog|explained|tags?|topics?|keywords?|filed under|categor(?:y|ies)|section|labels?|source link|via|url|link|original(?: article)?) ?[:|»>–—] ?.{1,160}))"
        uR"(|(?i:click|tap) (?i:here|to|on|through)\b.{0,120}|(?i:sign up|subscribe|register) (?i:to|for|here|now|today|by)\b.{0,160}|(?i:log in|sign in) (?i:to|or|here)\b.{0,80})"
        uR"(|(?i:follow|like|join|find|connect with) (?i:us|our)\b.{0,120}|(?i:follow) .{1,60} (?i:on) (?i:twitter|facebook|instagram|x|youtube|linkedin|telegram|whatsapp|threads)\b.{0,60}|(?i:follow) @.{1,80})"
        uR"(|(?i:get|download) (?i:the|our) .{1,60} (?i:app|newsletter|updates|alerts|briefing)\b.{0,100}|(?i:get|have) .{1,80} (?i:(?:delivered|sent|straight) .{0,30}inbox)\b.{0,60})"
        uR"(|(?i:support|help us|donate to|become a) .{0,40}(?i:journalism|member|supporter|subscriber)\b.{0,80}|(?i:already (?:a|have an?)) (?i:subscriber|member|account)\b.{0,60})"
        uR"(|(?i:this|the) (?i:story|article|report|page|post|piece) (?i:has been|was|is being|will be|will) (?i:updated|corrected|amended|published|originally published|first published|update|produced|syndicated)\b.{0,160})"
        uR"(|(?i:first|originally) (?i:published|appeared|posted) (?i:on|in|at|by|as)\b.{0,100}|(?i:\(?with) (?:(?i:files|inputs|additional reporting|reporting|agency inputs|input) (?i:from|by)) .{1,100})"
        uR"(|(?i:do you have|have you|are you|were you|got) .{1,80}\? .{0,120}(?i:e-?mail|contact|get in touch|let us know|tell us|share)\b.{0,120}|(?i:contact (?:us|the (?:author|writer|reporter|newsroom))|get in touch|e-?mail us|send us|write to us)\b.{0,120})"
        uR"(|(?i:we use|this (?:web)?site uses|by (?:using|continuing)) .{0,60}(?i:cookies|site)\b.{0,160}|(?i:please) (?i:enable|disable|turn o[nf]f?|sign|log|subscribe|whitelist)\b.{0,120}|(?i:your browser) .{1,100})"
        uR"(|(?:©|\((?i:c)\)|(?i:copyright)\b).{0,200}|.{0,60}(?i:all rights reserved)\b.{0,60}|(?i:this material may not be published)\b.{0,120}|(?i:the views expressed)\b.{0,160})"
        uR"(|(?:[@#][\p{L}\d_]+[\s,]*)+|(?i:image|photo|picture) (?i:source|copyright),? ?.{1,60}|(?i:getty images|shutterstock|istock|alamy|afp via getty images|reuters pictures))"_s);
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
            uR"((?i:(?:(?:written|posted|published|reported|compiled|story|text|words|report|edited|authored|analysis|opinion|review|photographs?) )?by|authors?|reporters?|writers?|correspondents?|editors?) ?:? ?(?:)"_s +
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
            uR"((?:(?i:associated press|ap|reuters|afp|bloomberg|staff|special)\s+)?(?:(?i:writers?|reporters?|correspondents?|journalists?)\s+)?\p{Lu}[\p{L}\p{M}'’.-]+(?:[\s,]+(?:\p{Lu}[\p{L}\p{M}'’.-]+|and|in|de|van|von|al|el)){0,16}\s+(?i:reported from|contributed from|reported and wrote from) .{1,100})"_s),
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
