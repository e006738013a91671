// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A multipart body is cut at the lines that begin with "--" and its boundary; a part may be multipart again. The parts
//! still to be cut wait on a stack, so that nesting costs no recursion, and their number and depth are bounded:
//! a message of two megabytes can nest a hundred thousand parts.
//!
//! KCodecs undoes the encodings of words and bodies. (KMime would give the whole tree; it copies every level of it and
//! recurses as deep as the message says.) Tested by tst_mimemessage.cpp.
#include "story/formats/mimemessage.h"

#include "story/textdecoder.h"

#include <KCodecs>

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace parallax {
namespace {

constexpr qsizetype longestHeader = 256 * 1024; ///< bytes of all fields of a part
constexpr qsizetype longestField = 16 * 1024;

struct Field {
    QByteArray name;  ///< lower case
    QByteArray value; ///< unfolded
};

struct Entity {
    std::vector<Field> fields;
    QByteArrayView body;

    QByteArray field(QByteArrayView name) const
    {
        for (const Field &f : fields) {
            if (f.name == name)
                return f.value;
        }
        return {};
    }
};

QByteArrayView lineAt(QByteArrayView bytes, qsizetype from, qsizetype &next)
{
    const qsizetype end = bytes.indexOf('\n', from);
    next = end < 0 ? bytes.size() : end + 1;
    QByteArrayView line = bytes.sliced(from, (end < 0 ? bytes.size() : end) - from);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// Fields up to the blank line. A body without a header at all is one whose first line is no field.
Entity entityOf(QByteArrayView bytes)
{
    Entity out;
    qsizetype at = 0;
    while (at < bytes.size() && at < longestHeader) {
        qsizetype next = at;
        const QByteArrayView line = lineAt(bytes, at, next);
        if (line.isEmpty()) {
            at = next;
            break;
        }
        const bool isFolded = line.front() == ' ' || line.front() == '\t';
        const qsizetype colon = line.indexOf(':');
        if (isFolded && !out.fields.empty()) {
            QByteArray &value = out.fields.back().value;
            if (value.size() < longestField)
                value += ' ' + line.trimmed().toByteArray();
        } else if (colon > 0 && !line.first(colon).contains(' ')) {
            out.fields.push_back(
                {line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray()});
        } else if (!line.startsWith("From ")) { // the envelope line of mailboxes
            break;
        }
        at = next;
    }
    out.body = bytes.sliced(at);
    return out;
}

/// The words of "text/html; charset=utf-8; name*=UTF-8''a%20b": the value first under "", then the parameters.
QHash<QByteArray, QByteArray> parameters(const QByteArray &field)
{
    static const QRegularExpression parameter(uR"re(;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*)))re"_s);
    QHash<QByteArray, QByteArray> out;
    out.insert({}, field.left(field.indexOf(';') < 0 ? field.size() : field.indexOf(';')).trimmed().toLower());
    const QString text = QString::fromLatin1(field);
    for (auto it = parameter.globalMatch(text); it.hasNext();) {
        const auto m = it.next();
        QByteArray name = m.captured(1).toLower().toLatin1();
        QByteArray value = (m.hasCaptured(2) ? m.captured(2) : m.captured(3)).toLatin1();
        if (name.endsWith('*')) { // RFC 2231: charset'language'percent-encoded; nearly always UTF-8
            name.chop(1);
            value = QByteArray::fromPercentEncoding(value.mid(value.lastIndexOf('\'') + 1));
        }
        if (!out.contains(name))
            out.insert(name, value);
    }
    return out;
}

QString decodedWords(const QByteArray &value)
{
    QByteArray charset;
    int broken = 0; // a control character in a header shows as what it is: a mark
    return normalised(KCodecs::decodeRFC2047String(value, &charset, "UTF-8"), broken).simplified();
}

QByteArray decodedBody(QByteArrayView body, const QByteArray &encoding)
{
    if (encoding == "base64")
        return QByteArray::fromBase64(body.toByteArray());
    if (encoding == "quoted-printable")
        return KCodecs::quotedPrintableDecode(body);
    return body.toByteArray();
}

/// The display name of "Orrin Gazette <news@orrin.example>", else the address.
QString senderOf(const QByteArray &field)
{
    static const QRegularExpression form(uR"re(^\s*"?([^"<]*?)"?\s*<([^<>]*)>)re"_s);
    const QString text = decodedWords(field);
    const auto m = form.match(text);
    return !m.hasMatch() ? text : m.captured(1).isEmpty() ? m.captured(2) : m.captured(1);
}

class Parser
{
public:
    MimeMessage parse(QByteArrayView bytes)
    {
        const Entity message = entityOf(bytes);
        m_out.subject = decodedWords(message.field("subject"));
        m_out.from = senderOf(message.field("from"));
        const QDateTime sent = QDateTime::fromString(QString::fromLatin1(message.field("date")), Qt::RFC2822Date);
        if (sent.isValid() && sent.date().year() >= 1970)
            m_out.day = sent.date();
        m_out.location = message.field("snapshot-content-location");
        if (m_out.location.isEmpty())
            m_out.location = message.field("content-location");
        add(message, -1, 0);
        while (!m_pending.empty() && m_out.parts.size() < mostParts) {
            const Pending next = m_pending.back();
            m_pending.pop_back();
            add(entityOf(next.bytes), next.alternative, next.depth);
        }
        return std::move(m_out);
    }

private:
    struct Pending {
        QByteArrayView bytes;
        int alternative;
        int depth;
    };
    MimeMessage m_out;
    std::vector<Pending> m_pending; ///< the next on top
    int m_alternatives = 0;

    void add(const Entity &entity, int alternative, int depth)
    {
        const auto type = parameters(entity.field("content-type"));
        const QByteArray boundary = type.value("boundary");
        if (type.value({}).startsWith("multipart/") && !boundary.isEmpty()) {
            if (depth >= deepestParts)
                return;
            if (m_out.start.isEmpty())
                m_out.start = type.value("start").replace('<', "").replace('>', "");
            // Parts within an alternative's part belong to it.
            const bool isAlternative = type.value({}) == "multipart/alternative" && alternative < 0;
            cut(entity.body, boundary, isAlternative ? m_alternatives++ : alternative, depth + 1);
            return;
        }
        const auto disposition = parameters(entity.field("content-disposition"));
        MimePart part;
        if (!type.value({}).isEmpty())
            part.mediaType = type.value({});
        part.charset = type.value("charset");
        part.fileName =
            decodedWords(disposition.value("filename", type.value("name"))).section(u'/', -1).section(u'\\', -1);
        part.contentId = entity.field("content-id").replace('<', "").replace('>', "");
        const bool isText = part.mediaType.startsWith("text/") || part.mediaType == "application/xhtml+xml";
        part.isAttachment = disposition.value({}) == "attachment" || !isText;
        part.isFlowed = type.value("format").toLower() == "flowed";
        part.isDelSp = type.value("delsp").toLower() == "yes";
        part.alternative = alternative;
        if (!part.isAttachment)
            part.body = decodedBody(entity.body, entity.field("content-transfer-encoding").toLower());
        m_out.parts.push_back(std::move(part));
    }

    /// Puts the parts between the lines of this boundary onto the stack, so that the first comes next.
    void cut(QByteArrayView body, const QByteArray &boundary, int alternative, int depth)
    {
        const QByteArray mark = "--" + boundary;
        std::vector<Pending> found;
        qsizetype start = -1;
        const auto close = [&](qsizetype end) {
            if (start >= 0)
                found.push_back({body.sliced(start, std::max(end, start) - start), alternative, depth});
        };
        bool isOver = false;
        for (qsizetype at = 0; at < body.size() && !isOver && found.size() < mostParts;) {
            const qsizetype hit = body.indexOf(mark, at);
            if (hit < 0)
                break;
            qsizetype next = hit;
            const QByteArrayView line = lineAt(body, hit, next).trimmed();
            const bool isAtLineStart = hit == 0 || body[hit - 1] == '\n';
            if (isAtLineStart && (line == mark || line == mark + "--")) {
                const qsizetype lineEnd = hit >= 2 && body[hit - 2] == '\r' ? hit - 2 : hit - 1;
                close(lineEnd);
                isOver = line.size() > mark.size();
                start = isOver ? -1 : next;
            }
            at = std::max(next, hit + 1);
        }
        if (!isOver)
            close(body.size());
        m_pending.insert(m_pending.end(), found.rbegin(), found.rend());
    }
};

} // namespace

MimeMessage parseMessage(QByteArrayView bytes)
{
    return Parser().parse(bytes);
}

} // namespace parallax
