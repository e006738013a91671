// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! JSON text written from top to bottom, with commas where they are due.
#pragma once

#include <QByteArray>
#include <QStringView>

#include <cmath>

namespace parallax {

/// JSON text that grows; knows where a comma is due.
class JsonText
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }

    /// A line of its own for what follows.
    void breakLine()
    {
        if (m_needsComma)
            m_text += ',';
        m_needsComma = false;
        m_text += '\n';
    }
    /// A line break after the last of them.
    void endLines()
    {
        m_needsComma = false;
        m_text += '\n';
    }
    void key(const char *name)
    {
        separate();
        m_text.append('"').append(name).append("\": ");
    }
    void string(QStringView value)
    {
        separate();
        appendQuoted(value);
        m_needsComma = true;
    }
    void stringOrNull(QStringView value) { value.isEmpty() ? raw("null") : string(value); }
    void number(qint64 value) { raw(QByteArray::number(value)); }
    void score(double value)
    {
        raw(std::isfinite(value) ? QByteArray::number(value, 'f', ScoreDecimals) : QByteArrayLiteral("null"));
    }
    void figure(double value)
    {
        raw(std::isfinite(value) ? QByteArray::number(value, 'g', FigureDigits) : QByteArrayLiteral("null"));
    }
    void null() { raw("null"); }

    QByteArray take() { return std::move(m_text); }

private:
    static constexpr int ScoreDecimals = 4; // finer differences are noise of the machine's arithmetic
    static constexpr int FigureDigits = 12; // hides the last bits of unit conversions: 306 km is 306000 m

    void separate()
    {
        if (m_needsComma)
            m_text += ", ";
        m_needsComma = false;
    }
    void raw(QByteArrayView value)
    {
        separate();
        m_text += value;
        m_needsComma = true;
    }
    void open(char bracket)
    {
        separate();
        m_text += bracket;
    }
    void close(char bracket)
    {
        m_text += bracket;
        m_needsComma = true;
    }
    void appendQuoted(QStringView value)
    {
        m_text += '"';
        const QByteArray utf8 = value.toUtf8(); // a lone surrogate is replaced: the result is always valid
        qsizetype plain = 0;                    // behind the last character that was escaped
        for (qsizetype i = 0; i < utf8.size(); ++i) {
            const auto code = static_cast<unsigned char>(utf8[i]);
            if (code >= 0x20 && code != 0x7f && code != '"' && code != '\\')
                continue;
            m_text.append(utf8.constData() + plain, i - plain);
            plain = i + 1;
            appendEscaped(code);
        }
        m_text.append(utf8.constData() + plain, utf8.size() - plain);
        m_text += '"';
    }

    void appendEscaped(unsigned char code)
    {
        if (code == '"' || code == '\\')
            m_text.append('\\').append(static_cast<char>(code));
        else if (code == '\n')
            m_text += "\\n";
        else if (code == '\t')
            m_text += "\\t";
        else
            m_text += "\\u" + QByteArray::number(code, 16).rightJustified(4, '0');
    }

    QByteArray m_text;
    bool m_needsComma = false;
};

} // namespace parallax
