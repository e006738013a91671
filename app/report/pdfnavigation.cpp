// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! QPdfWriter paints pages and knows nothing of where they lead. libqpdf opens its result and adds objects to it;
//! writing PDF objects into the bytes by hand would mean keeping every offset of the file right.
//!
//! Character maps: a font that draws 八 (eight) and ⼋ (the radical "eight") with one glyph makes QPdfWriter name the
//! glyph by the lower code, the radical, and nobody finds 八 again. In the maps from glyphs to characters every radical
//! and compatibility ideograph is therefore replaced by the ordinary character it stands for.
//!
//! Tested by tst_pdfwriter.cpp.

#include "report/pdfnavigation.h"

#include "report/reportpages.h"
#include "report/wording.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

constexpr double PointsPerUnit = 72.0 / ReportPages::Resolution;

Object textOf(const QString &text)
{
    return Object::newUnicodeString(text.toStdString());
}

class Navigation
{
public:
    Navigation(QPDF &document, const ReportPages &pages)
        : m_document(document)
        , m_pages(pages)
        , m_height(pages.pageLayout().fullRectPoints().height())
    {
        for (const QPDFPageObjectHelper &page : QPDFPageDocumentHelper(document).getAllPages())
            m_objects.push_back(page.getObjectHandle());
        for (const Bookmark &bookmark : pages.bookmarks()) {
            if (bookmark.event > 0)
                m_events.emplace(bookmark.event, &bookmark);
        }
    }

    void add()
    {
        Object root = m_document.getRoot();
        root.replaceKey("/Lang", textOf(tongueCode()));
        root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
        addOutline(root);
        for (int page = 0; page < m_pages.count(); ++page)
            addLinks(page);
    }

private:
    /// The place of a bookmark, at the top of the window, the zoom as the reader has it.
    Object destination(const Bookmark &bookmark) const
    {
        Object place = Object::newArray();
        place.appendItem(m_objects.at(static_cast<size_t>(bookmark.page)));
        place.appendItem(Object::newName("/XYZ"));
        place.appendItem(Object::newInteger(0));
        place.appendItem(Object::newReal(m_height - bookmark.top * PointsPerUnit + 6, 1)); // some air above the words
        place.appendItem(Object::newNull());
        return place;
    }

    Object entry(const QString &title, const Bookmark &bookmark)
    {
        Object item = m_document.makeIndirectObject(Object::newDictionary());
        item.replaceKey("/Title", textOf(title));
        item.replaceKey("/Dest", destination(bookmark));
        return item;
    }

    /// Makes `items` the children of `parent`, shown where `isOpen`.
    static void adopt(Object parent, std::vector<Object> &items, bool isOpen)
    {
        if (items.empty())
            return;
        for (size_t i = 0; i < items.size(); ++i) {
            items[i].replaceKey("/Parent", parent);
            if (i > 0)
                items[i].replaceKey("/Prev", items[i - 1]);
            if (i + 1 < items.size())
                items[i].replaceKey("/Next", items[i + 1]);
        }
        const int count = static_cast<int>(items.size());
        parent.replaceKey("/First", items.front());
        parent.replaceKey("/Last", items.back());
        parent.replaceKey("/Count", Object::newInteger(isOpen ? count : -count));
    }

    /// Sections on the first level, events under one heading of theirs.
    void addOutline(Object root)
    {
        std::vector<Object> sections;
        std::vector<Object> events;
        Object eventsHead = Object::newNull();
        for (const Bookmark &bookmark : m_pages.bookmarks()) {
            if (bookmark.event == 0) {
                sections.push_back(entry(bookmark.title, bookmark));
                continue;
            }
            if (eventsHead.isNull()) {
                eventsHead = entry(say(QT_TRANSLATE_NOOP("parallax", "Events")), bookmark);
                sections.push_back(eventsHead);
            }
            events.push_back(entry(QString::number(bookmark.event) + u' ' + bookmark.title, bookmark));
        }
        if (sections.empty())
            return;
        Object outline = m_document.makeIndirectObject(Object::newDictionary());
        outline.replaceKey("/Type", Object::newName("/Outlines"));
        adopt(outline, sections, true);
        if (!eventsHead.isNull()) {
            adopt(eventsHead, events, true);
            outline.replaceKey("/Count", Object::newInteger(static_cast<int>(sections.size() + events.size())));
        }
        root.replaceKey("/Outlines", outline);
        root.replaceKey("/PageMode", Object::newName("/UseOutlines"));
    }

    void addLinks(int page)
    {
        Object annotations = Object::newArray();
        for (const EventLink &link : m_pages.links(page)) {
            const auto target = m_events.find(link.event);
            if (target == m_events.end())
                continue;
            Object rectangle = Object::newArray();
            const QRectF area(link.area.topLeft() * PointsPerUnit, link.area.size() * PointsPerUnit);
            for (const double edge : {area.left(), m_height - area.bottom(), area.right(), m_height - area.top()})
                rectangle.appendItem(Object::newReal(edge, 2));
            Object annotation = m_document.makeIndirectObject(Object::newDictionary());
            annotation.replaceKey("/Type", Object::newName("/Annot"));
            annotation.replaceKey("/Subtype", Object::newName("/Link"));
            annotation.replaceKey("/Rect", rectangle);
            annotation.replaceKey("/Border", Object::parse("[0 0 0]"));
            annotation.replaceKey("/F", Object::newInteger(4)); // belongs to the page when it is printed
            annotation.replaceKey("/Contents", textOf(say(QT_TRANSLATE_NOOP("parallax", "Event %1")).arg(link.event) +
                                                      u": "_s + target->second->title));
            annotation.replaceKey("/Dest", destination(*target->second));
            annotations.appendItem(annotation);
        }
        if (annotations.getArrayNItems() > 0)
            m_objects.at(static_cast<size_t>(page)).replaceKey("/Annots", annotations);
    }

    QPDF &m_document;
    const ReportPages &m_pages;
    const double m_height;
    std::vector<Object> m_objects;            // of the pages
    std::map<int, const Bookmark *> m_events; // by number
};

QByteArray dataOf(Object stream)
{
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    return QByteArray(reinterpret_cast<const char *>(data->getBuffer()), static_cast<qsizetype>(data->getSize()));
}

void setData(Object stream, const QByteArray &data)
{
    stream.replaceStreamData(data.toStdString(), Object::newNull(), Object::newNull());
}

/// QPdfWriter knows the present moment only; reproducible output needs the given one.
void setTimeOfMaking(QPDF &document, const QDateTime &time)
{
    Object info = document.getTrailer().getKey("/Info");
    const std::string stamp = time.toUTC().toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toStdString();
    for (const char *key : {"/CreationDate", "/ModDate"}) {
        if (info.isDictionary())
            info.replaceKey(key, Object::newString(stamp));
    }
    Object metadata = document.getRoot().getKey("/Metadata");
    if (!metadata.isStream())
        return;
    static const QRegularExpression dates(u"(xmp:(?:Create|Modify|Metadata)Date=\")[^\"]*"_s);
    QString text = QString::fromUtf8(dataOf(metadata));
    text.replace(dates, u"\\1"_s + time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss'+00:00'"_s));
    setData(metadata, text.toUtf8());
}

/// Radicals of the CJK Radicals Supplement that have no compatibility mapping, each before the ideograph it stands for
/// (EquivalentUnifiedIdeograph.txt of the Unicode Character Database).
constexpr char16_t Radicals[] =
    u"⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母"
    u"⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎"
    u"⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马"
    u"⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

/// The character a reader would type for one that only a glyph map uses.
QString plainCharacter(QChar character)
{
    const auto *known = std::ranges::find(Radicals, character.unicode());
    if (known != std::ranges::end(Radicals) && (known - Radicals) % 2 == 0)
        return QString(QChar(*(known + 1)));
    return QString(character).normalized(QString::NormalizationForm_KC);
}

/// Names characters in a glyph map by what a reader would type.
QByteArray plainMap(const QByteArray &map)
{
    // <2F0B> among the targets of a range, [<…> <…>]; sources are glyph numbers and stand before the bracket.
    static const QRegularExpression targets(u"\\[[^\\]]*\\]"_s);
    static const QRegularExpression radical(u"<((?:2[EF]|F[9A])[0-9A-F]{2})>"_s);
    const QString text = QString::fromLatin1(map);
    QString made;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &list : targets.globalMatch(text)) {
        for (const QRegularExpressionMatch &match :
             radical.globalMatch(text, list.capturedStart(), QRegularExpression::NormalMatch)) {
            if (match.capturedStart() >= list.capturedEnd())
                break;
            const QString plain = plainCharacter(QChar(match.captured(1).toUShort(nullptr, 16)));
            made += QStringView(text).sliced(done, match.capturedStart(1) - done);
            for (const QChar c : plain)
                made += QString::number(c.unicode(), 16).rightJustified(4, u'0').toUpper();
            done = match.capturedEnd(1);
        }
    }
    made += QStringView(text).sliced(done);
    return made.toLatin1();
}

void makeMapsPlain(QPDF &document)
{
    std::set<QPDFObjGen> seen;
    for (Object object : document.getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/ToUnicode"))
            continue;
        Object stream = object.getKey("/ToUnicode");
        if (!stream.isStream() || !seen.insert(stream.getObjGen()).second)
            continue;
        const QByteArray map = dataOf(stream);
        if (const QByteArray plain = plainMap(map); plain != map)
            setData(stream, plain);
    }
}

} // namespace

QByteArray withNavigation(const QByteArray &pdf, const ReportPages &pages)
{
    try { // libqpdf says by exceptions what it cannot do
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("report", pdf.constData(), static_cast<size_t>(pdf.size()));
        Navigation(document, pages).add();
        setTimeOfMaking(document, pages.report().time);
        makeMapsPlain(document);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        const auto written = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(written->getBuffer()),
                          static_cast<qsizetype>(written->getSize()));
    } catch (const std::exception &error) {
        qWarning("The report has no bookmarks and links: %s", error.what());
        return pdf;
    }
}

} // namespace parallax
