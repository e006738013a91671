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
        for (const char c : utf8) {
            if (c == '"' || c == '\\')
                m_text.append('\\').append(c);
            else if (c == '\n')
                m_text += "\\n";
            else if (c == '\t')
                m_text += "\\t";
            else if (const auto code = static_cast<unsigned char>(c); code < 0x20 || code == 0x7f)
                m_text += "\\u" + QByteArray::number(code, 16).rightJustified(4, '0');
            else
                m_text += c;
        }
        m_text += '"';
    }

    QByteArray m_text;
    bool m_needsComma = false;
};

} // namespace parallax
