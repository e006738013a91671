// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Class names are split into words first ("relatedLinks--wide" → "related links wide"), so that "shared" in a word
//! does not look like "share", and "ad" not like the start of "address". A hint alone decides nothing: pages call
//! their outermost frame "has-sidebar" or "with-comments", and maintext.cpp asks what an element holds before it
//! follows a hint. Tested by tst_webpage.cpp.
#include "story/formats/pagehints.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

/// "postBody entry-content_2" → " post body entry content 2 "
QString wordsOfNames(const QString &names)
{
    QString out = u" "_s;
    QChar previous = u' ';
    for (const QChar c : names) {
        if (c.isUpper() && previous.isLower())
            out += u' ';
        if (c.isLetterOrNumber())
            out += c.toLower();
        else if (out.back() != u' ')
            out += u' ';
        previous = c;
    }
    return out.back() == u' ' ? out : out + u' ';
}

QRegularExpression words(const QString &alternatives)
{
    return QRegularExpression(u" (?:"_s + alternatives + u") "_s);
}

const QRegularExpression &commentWords()
{
    static const QRegularExpression pattern = words(
        uR"(comments?(?:s?(?:list|form|box|area|section|wrap\w*|thread|container|body))?|commentlist|disqus\w*|livefyre|hyvercomments?|replies|respond|reply|discussions?|reader (?:comments|reviews)|kommentare?|comentarios?|commentaires|komentar\w*)"_s);
    return pattern;
}

const QRegularExpression &asideWords()
{
    static const QRegularExpression pattern = words(
        // passing on
        uR"(share\w*|sharing|social(?!ist|ism)\w*|addthis\w*|addtoany|a2a|tweet button|follow(?: us)?|)"
        // other stories
        uR"(related\w*|recirc\w*|recommend\w*|more (?:from|stories|news|on|articles|posts|like|top)|morestories|also (?:like|read|see)|)"
        uR"(read (?:more|next|also)|readmore|readnext|up next|next (?:up|story|article|post)|prev(?:ious)? (?:story|article|post|next)|prevnext|)"
        uR"(most (?:read|popular|viewed|shared|recent|commented)|mostread|mostpopular|popular\w*|trending\w*|latest(?: \w+)?|top stories|)"
        uR"(suggest(?:ed|ions)|similar|see also|seealso|internal links?|outbrain|ob widget|taboola\w*|zergnet|revcontent|mgid|around the web|teaser list|yarpp\w*|jp relatedposts|)"
        // letters and money
        uR"(newsletter\w*|signup\w*|sign up|subscri\w*|paywall\w*|regwall|piano|email (?:capture|form|signup|alert)|emailcapture|optin\w*|mailing list|mc embed signup|donat\w*|support us|call to action|cta|)"
        uR"(ad|ads|adv|advert\w*|ad(?:slot|unit|box|wrap\w*|container|block|space|sense|zone|holder)|adsbygoogle|dfp\w*|gpt ad|sponsor\w*|promo|promos|promot\w*|promobox|banners?|affiliate\w*|commercial|disclosure|shopping|buy (?:now|button|box)|)"
        // the page itself
        uR"(sidebar\w*|side bar|rail|right (?:rail|col|column|bar)|left (?:rail|bar|nav)|skyscraper|widget area|cookies?\w*|consent\w*|gdpr|ccpa|onetrust\w*|)"
        uR"(breadcrumbs?\w*|crumbs?|nav|navs|navbar|navigation|navigate|menus?|submenu|megamenu|pagination|pager|paging|page numbers?|toolbar|toolbox|tools|utility|utilities|actions|)"
        uR"(footer\w*|foot|colophon|masthead|site header|page header top|top bar|topbar|skip (?:link|to content|nav)|back to top|jump to|toc|table of contents|index list|)"
        uR"(popup\w*|pop up|modal\w*|overlay|lightbox|tooltip\w*|toast|interstitial|notice|notifications?|alert bar|)"
        uR"(login|log in|signin|sign in|register|account|search ?(?:form|box|bar|results)?|poll|polls|voting|ratings?|stars|rating stars|reactions|)"
        uR"(tags?|taglist|tagcloud|tags links|topics?|keywords|taxonomy|categories|cat links|entry (?:meta|footer|utility|info)|post (?:meta|footer|info|tags|nav\w*)|article (?:meta|footer|tags|info|tools|actions)|story (?:meta|footer|tools|tags|links)|meta|metadata|postmeta|postmetadata|)"
        uR"((?:about )?(?:the )?authors?(?: (?:bio|box|card|info|profile|about|desc\w*|details|block|area|footer))|about (?:the )?(?:author|writer)|author bio\w*|authorbox|authorbio|bio|biography|profile card|contributors?|)"
        uR"(carousel\w*|slick\w*|swiper\w*|owl carousel|ticker|weather|market data|stock (?:quote|ticker)|)"
        uR"(player|jwplayer\w*|jw player|video (?:player|js|controls|meta|list|playlist)|vjs|audio player|playlist|transcript toggle|)"
        uR"(sr only|sronly|screen reader(?: text)?|visually ?hidden|visuallyhidden|assistive text|offscreen|hidden accessible|print only|printonly|no print|noprint|)"
        uR"(copyright\w*|disclaimers?|legal|terms|feedback|error (?:message|report)|report (?:error|typo)|correct(?:ion)? form|print(?: (?:link|button|this))?|rss|qr code|app (?:banner|download|promo)|download app|credits?)"_s);
    return pattern;
}

const QRegularExpression &textWords()
{
    static const QRegularExpression pattern = words(
        uR"((?:article|story|post|entry|news|blog|single|detail|content|page|main) ?(?:body|text|copy|bodycopy|bodytext|maintext)|)"
        uR"((?:article|story|post|entry|news|blog|single|detail)s? ?(?:content|contents|inner content|full text)|article (?:main|body) (?:content|text)|)"
        uR"(body (?:copy|text|content)|bodycopy|bodytext|text content|rich ?text|td post content|articulo cuerpo|artikel ?(?:text|inhalt)|texto? (?:noticia|nota))"_s);
    return pattern;
}

struct Names {
    QRegularExpression pattern;
    Hint hint;
};

/// Parts of the telling itself, and of its head; asked first.
const QList<Names> &namedParts()
{
    static const QList<Names> parts{
        {words(uR"(pull ?quotes?|quote pull|pq|article quote|blockquote pull|embedded quote)"_s), Hint::PullQuote},
        {words(
             uR"(captions?|wp caption(?: text)?|fig ?captions?|media caption|image caption|photo ?caption|cutline|(?:photo|image|picture|media|img) (?:credit|source|copyright|description|desc|info|title|legend)s?|legend)"_s),
         Hint::Caption},
        {words(
             uR"(stand ?first|dek|deck|sub ?(?:head(?:line|ing)?|title)|sub ?hed|strap ?line|(?:article|story|post|news) (?:summary|intro|introduction|lead|lede|excerpt|description|abstract|teaser|chapeau|sapo)|chapeau|kicker text|leadtext|lead text|intro text|introtext|vorspann|bajada|entradilla|copete|sottotitolo|occhiello)"_s),
         Hint::Standfirst},
        {words(
             uR"(by ?lines?|(?:article|story|post|entry|content|news) ?authors?|authors?(?: (?:name|names|link|byline|list|meta))?|byauthor|by author|writer|written by|posted by|vcard|reporter|contributor name|credit line)"_s),
         Hint::Byline},
        {words(
             uR"((?:article|story|post|entry|content|news|publish(?:ed)?|publication|pub|update|updated|posted|created|display) ?(?:date|time|on|at|datetime)s?|date ?lines?|time ?stamps?|date ?time|date (?:published|posted|display|header|updated)|time published|published|dtstamp|dates?|time|last (?:updated|modified)|posted on|read(?:ing)? time|min read)"_s),
         Hint::Date},
    };
    return parts;
}

Hint hintOfWords(const QString &names)
{
    for (const Names &part : namedParts()) {
        if (part.pattern.match(names).hasMatch())
            return part.hint;
    }
    if (textWords().match(names).hasMatch())
        return Hint::Text;
    if (commentWords().match(names).hasMatch())
        return Hint::Comments;
    return asideWords().match(names).hasMatch() ? Hint::Aside : Hint::None;
}

Hint hintOfRole(const QString &role)
{
    static const QSet<QString> asides{u"navigation"_s, u"complementary"_s, u"banner"_s,       u"contentinfo"_s,
                                      u"search"_s,     u"dialog"_s,        u"alertdialog"_s,  u"menu"_s,
                                      u"menubar"_s,    u"toolbar"_s,       u"tablist"_s,      u"tooltip"_s,
                                      u"status"_s,     u"alert"_s,         u"doc-pullquote"_s};
    if (role == "doc-pullquote"_L1)
        return Hint::PullQuote;
    return asides.contains(role) ? Hint::Aside : Hint::None;
}

Hint hintOfProperty(const QString &property)
{
    static const QHash<QString, Hint> properties{
        {u"articlebody"_s, Hint::Text},      {u"reviewbody"_s, Hint::Text},
        {u"liveblogupdate"_s, Hint::None},   {u"author"_s, Hint::Byline},
        {u"creator"_s, Hint::Byline},        {u"datepublished"_s, Hint::Date},
        {u"datemodified"_s, Hint::Date},     {u"datecreated"_s, Hint::Date},
        {u"headline"_s, Hint::Headline},     {u"alternativeheadline"_s, Hint::Standfirst},
        {u"caption"_s, Hint::Caption},       {u"comment"_s, Hint::Comments},
        {u"keywords"_s, Hint::Aside},        {u"breadcrumb"_s, Hint::Aside},
        {u"copyrightholder"_s, Hint::Aside}, {u"isrelatedto"_s, Hint::Aside},
        {u"relatedlink"_s, Hint::Aside},     {u"publisher"_s, Hint::Aside}};
    return properties.value(property.section(u':', -1).toLower(), Hint::None);
}

Hint hintOfTag(const QString &tag)
{
    static const QHash<QString, Hint> tags{{u"nav"_s, Hint::Aside},    {u"footer"_s, Hint::Aside},
                                           {u"aside"_s, Hint::Aside},  {u"menu"_s, Hint::Aside},
                                           {u"search"_s, Hint::Aside}, {u"figcaption"_s, Hint::Caption},
                                           {u"time"_s, Hint::Date},    {u"address"_s, Hint::Byline}};
    return tags.value(tag, Hint::None);
}

} // namespace

Hint hintOf(const PageNode &node)
{
    static const QString nothing;
    if (node.isText())
        return Hint::None;
    for (const auto &[name, value] : node.attributes) {
        if (name == "itemprop"_L1 || name == "property"_L1) {
            if (const Hint hint = hintOfProperty(value); hint != Hint::None)
                return hint;
        }
    }
    // An entry of a blog carries its tags, its author and its categories as classes: "post tag-weather author-doe".
    static const QRegularExpression post(u"(?:^|\\s)(?:type-post|hentry|post-\\d+)(?:\\s|$)"_s);
    if (post.match(node.value("class"_L1)).hasMatch())
        return Hint::None;
    QString names;
    for (const auto &[name, value] : node.attributes) {
        if (name == "class"_L1 || name == "id"_L1 || name == "data-testid"_L1 || name == "data-component"_L1)
            names += value + u' ';
    }
    const Hint named =
        names.isEmpty() ? Hint::None : hintOfWords(wordsOfNames(names.first(std::min<qsizetype>(names.size(), 400))));
    const Hint tag = hintOfTag(node.tag);
    if (named == Hint::PullQuote || named == Hint::Caption || named == Hint::Comments || tag == Hint::None)
        return named != Hint::None ? named : hintOfRole(node.value("role"_L1).toLower());
    return tag;
}

} // namespace parallax
