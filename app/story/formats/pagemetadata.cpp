// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Pages state the same fact in up to six ways for six readers: search engines (JSON-LD, microdata), networks
//! (OpenGraph, Twitter), libraries (Dublin Core), analytics (Parse.ly, Sailthru, Chartbeat), browsers (<title>). Each
//! fact is asked of them in the order in which editors care for them; the first sensible answer stands.
//!
//! JSON-LD may be one object, an array, or a @graph, with the article inside of a WebPage's mainEntity; dates and names
//! may be strings or objects. So all objects are walked, and those whose @type is an article's are asked first.
//!
//! A title carries the site's name, before or behind a separator ("Ferry aground | Harbour Times"); it goes where it is
//! the site's, by its metadata or its address, or has an outlet's shape. The wrong alternative is to cut at the last
//! dash: headlines have dashes.
//!
//! Tested by tst_webpage.cpp.
#include "story/formats/pagemetadata.h"

#include "story/outlet.h"
#include "story/publicationdate.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr int deepestJson = 8; ///< objects within objects; articles lie at most four deep
constexpr size_t mostObjects = 2000;

bool isSensibleYear(QDate day)
{
    return day.isValid() && day.year() >= 1900 && day.year() <= 2100;
}

/// Character references that were escaped twice ("Don&amp;#039;t"), as templates do in metadata.
QString unescaped(QString text)
{
    static const QRegularExpression reference(
        u"&(?:#(\\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|(amp|quot|apos|lt|gt|nbsp|rsquo|lsquo|rdquo|ldquo|ndash|mdash|hellip));"_s);
    static const QHash<QString, char16_t> named{
        {u"amp"_s, u'&'},       {u"quot"_s, u'"'},  {u"apos"_s, u'\''}, {u"lt"_s, u'<'},    {u"gt"_s, u'>'},
        {u"nbsp"_s, u'\u00a0'}, {u"rsquo"_s, u'’'}, {u"lsquo"_s, u'‘'}, {u"rdquo"_s, u'”'}, {u"ldquo"_s, u'“'},
        {u"ndash"_s, u'–'},     {u"mdash"_s, u'—'}, {u"hellip"_s, u'…'}};
    int again = 3; // "&amp;amp;" is a reference still when one is taken out
    for (auto m = reference.match(text); m.hasMatch();
         m = reference.match(text, text[m.capturedStart()] == u'&' && --again > 0 ? m.capturedStart()
                                                                                  : m.capturedStart() + 1)) {
        const char32_t c = m.hasCaptured(1)   ? m.captured(1).toUInt()
                           : m.hasCaptured(2) ? m.captured(2).toUInt(nullptr, 16)
                                              : named.value(m.captured(3));
        const bool isCharacter = c >= 0x20 && c <= 0x10ffff && !QChar::isSurrogate(c);
        text.replace(m.capturedStart(), m.capturedLength(), isCharacter ? QString::fromUcs4(&c, 1) : u"\ufffd"_s);
    }
    return text;
}

QString tidy(const QString &text)
{
    static const QRegularExpression tags(u"</?[a-zA-Z][^<>]{0,200}>"_s); // "<em>" in a JSON headline
    static const QRegularExpression control(u"[\\x00-\\x1f\\x7f-\\x9f]"_s);
    QString out = unescaped(text).remove(tags);
    static const QRegularExpression space(u"[ \\t\\r\\n\\f]+"_s);
    return out.replace(space, u" "_s).remove(control).trimmed().normalized(QString::NormalizationForm_C);
}

// ------------------------------------------------------------------------------------------------------- JSON-LD

class LinkedData
{
public:
    explicit LinkedData(const QList<QByteArray> &scripts)
    {
        for (const QByteArray &script : scripts)
            add(QJsonDocument::fromJson(repaired(script)));
        std::ranges::stable_sort(m_objects, std::ranges::greater(), &rank);
    }

    /// The articles, the likeliest first.
    std::vector<QJsonObject> articles() const
    {
        std::vector<QJsonObject> out;
        std::ranges::copy_if(m_objects, std::back_inserter(out), [](const QJsonObject &o) { return rank(o) > 1; });
        return out;
    }

    /// Objects of this kind ("WebSite").
    std::vector<QJsonObject> ofType(const QString &type) const
    {
        std::vector<QJsonObject> out;
        std::ranges::copy_if(m_objects, std::back_inserter(out),
                             [&](const QJsonObject &o) { return typesOf(o).contains(type); });
        return out;
    }

    /// A reference ({"@id": …}) followed to its object.
    QJsonObject resolved(const QJsonObject &object) const
    {
        if (object.contains("name"_L1) || !object.contains("@id"_L1))
            return object;
        const auto found = std::ranges::find_if(m_objects, [&](const QJsonObject &o) {
            return o.contains("name"_L1) && o.value("@id"_L1) == object.value("@id"_L1);
        });
        return found == m_objects.end() ? object : *found;
    }

private:
    std::vector<QJsonObject> m_objects;

    /// Without what editors' systems wrap or leave in: comments, CDATA, raw line ends inside of strings.
    static QByteArray repaired(const QByteArray &script)
    {
        QByteArray out = script.trimmed();
        for (const QByteArrayView wrapping :
             {"<!--", "//-->", "-->", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>", "/*", "*/"}) {
            if (out.startsWith(wrapping))
                out = out.sliced(wrapping.size()).trimmed();
            if (out.endsWith(wrapping))
                out = out.chopped(wrapping.size()).trimmed();
        }
        for (char &c : out) {
            if (static_cast<uchar>(c) < 0x20)
                c = ' ';
        }
        while (out.endsWith(';'))
            out.chop(1);
        return out;
    }

    static QStringList typesOf(const QJsonObject &object)
    {
        const QJsonValue type = object.value("@type"_L1);
        if (!type.isArray())
            return {type.toString().section(u'/', -1)};
        QStringList out;
        for (const QJsonValue &t : type.toArray())
            out.append(t.toString().section(u'/', -1));
        return out;
    }

    static int rank(const QJsonObject &object)
    {
        int best = 0;
        for (const QString &type : typesOf(object)) {
            const int r =
                type.endsWith("NewsArticle"_L1) || type == "ReportageNewsArticle"_L1 || type == "LiveBlogPosting"_L1 ? 4
                : type.endsWith("Article"_L1) || type.endsWith("BlogPosting"_L1) || type == "Report"_L1              ? 3
                : type.endsWith("Review"_L1) && object.contains("headline"_L1)                                       ? 2
                : type == "WebPage"_L1                                                                               ? 1
                                       : 0;
            best = std::max(best, r);
        }
        return best;
    }

    void add(const QJsonDocument &document)
    {
        struct Pending {
            QJsonValue value;
            int depth;
        };
        std::vector<Pending> pending{
            {document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), 0}};
        while (!pending.empty() && m_objects.size() < mostObjects) {
            const Pending next = pending.back();
            pending.pop_back();
            if (next.depth > deepestJson)
                continue;
            std::vector<Pending> inner;
            if (next.value.isArray()) {
                for (const QJsonValue &v : next.value.toArray())
                    inner.push_back({v, next.depth + 1});
            } else if (next.value.isObject()) {
                const QJsonObject object = next.value.toObject();
                if (object.contains("@type"_L1))
                    m_objects.push_back(object);
                for (const QString &key : object.keys()) {
                    const QJsonValue v = object.value(key);
                    // Lists of other articles are no news of this one.
                    if ((v.isArray() || v.isObject()) && key != "itemListElement"_L1 && key != "hasPart"_L1 &&
                        key != "isPartOf"_L1 && key != "mentions"_L1 && key != "citation"_L1 && key != "comment"_L1 &&
                        key != "relatedLink"_L1 && key != "blogPost"_L1 && key != "liveBlogUpdate"_L1)
                        inner.push_back({v, next.depth + 1});
                }
            }
            std::ranges::reverse(inner);
            std::ranges::move(inner, std::back_inserter(pending));
        }
    }
};

QString textOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray().isEmpty() ? QString() : textOf(value.toArray().first());
    if (value.isObject())
        return textOf(value.toObject().value("@value"_L1));
    return tidy(value.toString());
}

QStringList namesOf(const QJsonValue &value, const LinkedData &data)
{
    QStringList out;
    if (value.isArray()) {
        for (const QJsonValue &v : value.toArray())
            out += namesOf(v, data);
    } else if (value.isObject()) {
        out.append(textOf(data.resolved(value.toObject()).value("name"_L1)));
    } else {
        out.append(tidy(value.toString()));
    }
    out.removeAll(QString());
    out.removeDuplicates();
    return out;
}

// ------------------------------------------------------------------------------------------------------- the page's
// head

class Head
{
public:
    explicit Head(const PageTree &page)
        : m_page(page)
    {
        for (int i = 0; i < page.size(); ++i) {
            const PageNode &node = page[i];
            if (node.is("meta"_L1))
                addMeta(node);
            else if (node.is("link"_L1) && node.value("rel"_L1).toLower() == "canonical"_L1 && m_canonical.isEmpty())
                m_canonical = node.value("href"_L1).trimmed();
        }
    }

    /// The first of these that the page has and that says something.
    QString meta(std::initializer_list<QLatin1StringView> names) const
    {
        for (const QLatin1StringView name : names) {
            if (const QString value = m_metas.value(name); !value.isEmpty())
                return value;
        }
        return {};
    }

    QString title() const
    {
        const int title = m_page.firstOf("title"_L1);
        return title < 0 ? QString() : tidy(m_page.textOf(title));
    }

    QUrl address() const
    {
        for (const QString &text : {m_canonical, m_metas.value(u"og:url"_s), m_metas.value(u"twitter:url"_s)}) {
            const QUrl url(text, QUrl::StrictMode);
            if (url.isValid() && !url.host().isEmpty())
                return url;
        }
        return {};
    }

private:
    const PageTree &m_page;
    QHash<QString, QString> m_metas;
    QString m_canonical;

    void addMeta(const PageNode &node)
    {
        const QString content = tidy(node.value("content"_L1));
        if (content.isEmpty())
            return;
        for (const QLatin1StringView attribute : {"property"_L1, "name"_L1, "itemprop"_L1}) {
            const QString name = node.value(attribute).trimmed().toLower();
            if (!name.isEmpty() && !m_metas.contains(name))
                m_metas.insert(name, content);
        }
    }
};

/// The text or date of the first element with this microdata property; inside of an article before elsewhere.
QString microdata(const PageTree &page, QLatin1StringView property)
{
    for (int i = 0; i < page.size(); ++i) {
        if (page[i].isText() || page[i].value("itemprop"_L1).toLower() != property)
            continue;
        for (const QLatin1StringView attribute : {"datetime"_L1, "content"_L1}) {
            if (const QString value = tidy(page[i].value(attribute)); !value.isEmpty())
                return value;
        }
        if (const QString text = tidy(page.textOf(i)); !text.isEmpty() && text.size() < 300)
            return text;
    }
    return {};
}

// ------------------------------------------------------------------------------------------------------- single facts

void append(QStringList &list, const QString &value)
{
    if (!value.isEmpty() && !list.contains(value))
        list.append(value);
}

QString lettersOf(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            out += c.toCaseFolded();
    }
    return out;
}

/// Whether `part` of a title is the site: its name, its address without dots, or an outlet's name by its shape.
bool isSiteName(QStringView part, const QString &site, const QString &host)
{
    const QString letters = lettersOf(part);
    if (letters.isEmpty())
        return true;
    const QString siteLetters = lettersOf(site), hostLetters = lettersOf(host);
    const bool isSite = !siteLetters.isEmpty() && (letters == siteLetters || siteLetters.contains(letters) ||
                                                   (letters.contains(siteLetters) && part.size() < 60));
    return isSite || (letters.size() >= 3 && hostLetters.contains(letters)) || isOutletName(part);
}

QString withoutSite(const QString &title, const QString &site, const QString &host)
{
    static const QRegularExpression separator(u"\\s+[|–—·•»«:/~-]+\\s+|\\s*[|»]\\s*"_s);
    QString out = title;
    for (int cuts = 0; cuts < 3; ++cuts) {
        qsizetype firstEnd = -1, firstStart = -1, lastStart = -1, lastEnd = -1;
        for (auto it = separator.globalMatch(out); it.hasNext();) {
            const auto m = it.next();
            if (firstStart < 0) {
                firstStart = m.capturedStart();
                firstEnd = m.capturedEnd();
            }
            lastStart = m.capturedStart();
            lastEnd = m.capturedEnd();
        }
        if (lastStart < 0)
            break;
        if (lastStart > 0 && isSiteName(QStringView(out).sliced(lastEnd), site, host))
            out.truncate(lastStart);
        else if (firstStart > 0 && isSiteName(QStringView(out).first(firstStart), site, host))
            out = out.sliced(firstEnd);
        else
            break;
    }
    return out;
}

/// "Harbour Times - breaking news, sport and weather" → "Harbour Times"; "harbourtimes.example" and "@harbour" stay.
QString outletName(const QString &name)
{
    static const QRegularExpression slogan(uR"(\s+(?:[|–—:-])\s+.*$|\s*\|.*$)"_s);
    const QString shortened = QString(name).remove(slogan).trimmed();
    static const QRegularExpression address(u"^https?://"_s);
    return shortened.size() > 60 || address.match(shortened).hasMatch() ? QString() : shortened;
}

/// Whether a name is the site's for sure: an outlet's by its shape, or that of the address. Sites put sections
/// ("U.S."), codes ("harbourtimes") and their owners into these fields.
bool isNameOfSite(const QString &name, const QString &host)
{
    const QString letters = lettersOf(name);
    const bool isCode = name == name.toLower() && !name.contains(u'.');
    return isOutletName(name) || (!isCode && letters.size() >= 3 && lettersOf(host).contains(letters));
}

/// "Site: headline - part" → "Site: headline", "headline - part".
QStringList titleParts(const QString &title)
{
    static const QRegularExpression separator(u"\\s*(?:\\s[|–—·•»«:/~-]+|[|»:])\\s+"_s);
    QStringList out;
    qsizetype lastStart = -1;
    for (auto it = separator.globalMatch(title); it.hasNext();) {
        const auto m = it.next();
        if (lastStart < 0)
            append(out, title.sliced(m.capturedEnd()));
        lastStart = m.capturedStart();
    }
    if (lastStart > 0)
        append(out, title.first(lastStart));
    return out;
}

QString outletOfHost(const QUrl &url)
{
    static const QRegularExpression prefix(u"^(?:www\\d?|m|mobile|amp|edition|news|en)\\."_s);
    QString host = url.host().toLower();
    if (const QString shorter = QString(host).remove(prefix); shorter.contains(u'.'))
        host = shorter;
    return host;
}

QString languageOf(const PageTree &page, const Head &head)
{
    static const QRegularExpression tag(u"^[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*$"_s);
    const int html = page.firstOf("html"_L1);
    const QString declared[]{html < 0 ? QString() : page[html].value("lang"_L1),
                             html < 0 ? QString() : page[html].value("xml:lang"_L1), head.meta({"og:locale"_L1}),
                             head.meta({"content-language"_L1, "dc.language"_L1, "language"_L1, "inlanguage"_L1})};
    for (const QString &language : declared) {
        const QString first = language.section(u',', 0, 0).trimmed();
        if (tag.match(first).hasMatch() && QLocale(first).language() != QLocale::C)
            return QString(first).replace(u'_', u'-').section(u'-', 0, 0).toLower();
    }
    return {};
}

std::optional<QDate> firstDay(std::initializer_list<QString> texts)
{
    for (const QString &text : texts) {
        if (const auto day = dayIn(text))
            return day;
    }
    return std::nullopt;
}

/// The first <time> that names a day, before any that stands in a list of other stories.
std::optional<QDate> dayOfTimeElement(const PageTree &page)
{
    for (int i = 0; i < page.size(); ++i) {
        if (!page[i].is("time"_L1))
            continue;
        bool inList = false;
        for (int n = page[i].parent; n > 0; n = page[n].parent)
            inList = inList || page[n].is("aside"_L1) || page[n].is("nav"_L1) || page[n].is("li"_L1) ||
                     page[n].is("footer"_L1);
        if (const auto day = inList ? std::nullopt : firstDay({page[i].value("datetime"_L1), page.textOf(i)}))
            return day;
    }
    return std::nullopt;
}

std::optional<QDate> dayInAddress(const QUrl &url)
{
    static const QRegularExpression day(uR"((?<!\d)((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?!\d))"_s);
    const auto m = day.match(url.path());
    const QDate date(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    return m.hasMatch() && isSensibleYear(date) ? std::optional(date) : std::nullopt;
}

} // namespace

std::optional<QDate> dayIn(QStringView text)
{
    static const QRegularExpression iso(uR"(^\s*((?:19|20|21)\d\d)-(\d{1,2})-(\d{1,2})(?!\d))"_s);
    if (const auto m = iso.matchView(text); m.hasMatch()) {
        const QDate day(m.capturedView(1).toInt(), m.capturedView(2).toInt(), m.capturedView(3).toInt());
        return isSensibleYear(day) ? std::optional(day) : std::nullopt;
    }
    static const QRegularExpression seconds(uR"(^\s*(\d{10})(\d{3})?\s*$)"_s);
    if (const auto m = seconds.matchView(text); m.hasMatch()) {
        const QDate day = QDateTime::fromSecsSinceEpoch(m.capturedView(1).toLongLong(), QTimeZone::UTC).date();
        return isSensibleYear(day) ? std::optional(day) : std::nullopt;
    }
    return text.size() <= 200 ? fullDateIn(text) : std::nullopt;
}

PageMetadata pageMetadata(const PageTree &page, const QList<QByteArray> &linkedData)
{
    PageMetadata out;
    if (page.nodes.empty())
        return out;
    const Head head(page);
    const LinkedData data(linkedData);
    const std::vector<QJsonObject> articles = data.articles();
    const QUrl address = head.address();
    const auto ask = [&](QLatin1StringView key) {
        for (const QJsonObject &article : articles) {
            if (const QString text = textOf(article.value(key)); !text.isEmpty())
                return text;
        }
        return QString();
    };

    // Outlet
    const QString host = outletOfHost(address);
    QStringList sites;
    append(sites, outletName(head.meta({"og:site_name"_L1})));
    for (const QJsonObject &article : articles) {
        for (const QString &name : namesOf(article.value("publisher"_L1), data))
            append(sites, outletName(name));
    }
    for (const QJsonObject &webSite : data.ofType(u"WebSite"_s))
        append(sites, outletName(textOf(webSite.value("name"_L1))));
    append(sites,
           outletName(head.meta({"application-name"_L1, "apple-mobile-web-app-title"_L1, "dc.publisher"_L1,
                                 "dcterms.publisher"_L1, "citation_journal_title"_L1, "publisher"_L1, "source"_L1})));
    const auto named = std::ranges::find_if(sites, [&](const QString &name) { return isNameOfSite(name, host); });
    const QString site = named != sites.end() ? *named : sites.value(0);
    out.outlet = !site.isEmpty() ? site : host;

    // Headline
    for (const QString &title :
         {ask("headline"_L1), head.meta({"og:title"_L1}), head.meta({"twitter:title"_L1}),
          microdata(page, "headline"_L1),
          head.meta({"parsely-title"_L1, "sailthru.title"_L1, "dc.title"_L1, "dcterms.title"_L1, "citation_title"_L1}),
          head.title()})
        append(out.titles, withoutSite(title, site, host));
    out.titleParts = titleParts(head.title());

    // Author
    QStringList authors;
    for (const QJsonObject &article : articles) {
        if (authors.isEmpty())
            authors = namesOf(article.value("author"_L1), data);
    }
    out.author = authors.join(u", "_s);
    if (out.author.isEmpty())
        out.author = head.meta({"author"_L1, "parsely-author"_L1, "sailthru.author"_L1, "article:author_name"_L1,
                                "dc.creator"_L1, "dcterms.creator"_L1, "byl"_L1});

    // Day
    out.published = firstDay({ask("datePublished"_L1), head.meta({"article:published_time"_L1}),
                              head.meta({"og:article:published_time"_L1, "og:published_time"_L1}),
                              microdata(page, "datepublished"_L1),
                              head.meta({"parsely-pub-date"_L1,
                                         "sailthru.date"_L1,
                                         "article.published"_L1,
                                         "cxenseparse:recs:publishtime"_L1,
                                         "publish-date"_L1,
                                         "publish_date"_L1,
                                         "publishdate"_L1,
                                         "pubdate"_L1,
                                         "publication_date"_L1,
                                         "publicationdate"_L1,
                                         "date.issued"_L1,
                                         "dc.date.issued"_L1,
                                         "dcterms.issued"_L1,
                                         "dcterms.created"_L1,
                                         "dc.date.created"_L1,
                                         "dc.date"_L1,
                                         "dcterms.date"_L1,
                                         "citation_publication_date"_L1,
                                         "originalpublicationdate"_L1,
                                         "article_date_original"_L1,
                                         "displaydate"_L1,
                                         "pdate"_L1,
                                         "ptime"_L1,
                                         "date"_L1,
                                         "bt:pubdate"_L1,
                                         "rnews:datepublished"_L1}),
                              ask("dateCreated"_L1), ask("uploadDate"_L1)});
    if (!out.published)
        out.published = dayOfTimeElement(page);
    if (!out.published)
        out.published = dayInAddress(address);
    if (!out.published)
        out.published =
            firstDay({ask("dateModified"_L1), head.meta({"article:modified_time"_L1, "og:updated_time"_L1})});

    out.language = languageOf(page, head);
    for (const QJsonObject &article : articles) {
        const QString body = unescaped(article.value("articleBody"_L1).toString());
        if (body.size() > out.body.size())
            out.body = body;
    }
    return out;
}

} // namespace parallax
