// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A file may be named "report\u202Egpj.txt": everything behind the override, our own words too, would be shown
//! backwards ("report" and then the rest of the line mirrored). Taking all such controls out would be simpler, and
//! would spoil right-to-left articles that use them as they are meant. So they are paired as UAX #9 pairs them: an
//! embedding or override ends with U+202C, an isolate with U+2069, which also ends embeddings opened inside it.
//!
//! Tested by tst_foreigntext.cpp.

#include "report/foreigntext.h"

#include <algorithm>
#include <vector>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t PopEmbedding = u'\u202c';
constexpr char16_t FirstStrongIsolate = u'\u2068';
constexpr char16_t PopIsolate = u'\u2069';

bool opensEmbedding(QChar c)
{
    const char16_t code = c.unicode();
    return code == u'\u202a' || code == u'\u202b' || code == u'\u202d' || code == u'\u202e';
}

bool opensIsolate(QChar c)
{
    return c.unicode() >= u'\u2066' && c.unicode() <= FirstStrongIsolate;
}

bool isControl(QChar c)
{
    return opensEmbedding(c) || opensIsolate(c) || c == PopEmbedding || c == PopIsolate;
}

} // namespace

QString balanced(const QString &text)
{
    if (std::ranges::none_of(text, isControl))
        return text;
    QString made;
    std::vector<char16_t> closers; // of what is open, innermost last
    for (const QChar c : text) {
        if (opensEmbedding(c)) {
            closers.push_back(PopEmbedding);
        } else if (opensIsolate(c)) {
            closers.push_back(PopIsolate);
        } else if (c == PopEmbedding) {
            if (closers.empty() || closers.back() != PopEmbedding)
                continue;
            closers.pop_back();
        } else if (c == PopIsolate) {
            if (!std::ranges::contains(closers, PopIsolate))
                continue;
            while (closers.back() != PopIsolate)
                closers.pop_back();
            closers.pop_back();
        }
        made += c;
    }
    for (; !closers.empty(); closers.pop_back())
        made += QChar(closers.back());
    return made;
}

QString isolated(const QString &text)
{
    if (std::ranges::none_of(text, isControl))
        return text;
    return QChar(FirstStrongIsolate) + balanced(text) + QChar(PopIsolate);
}

QString withoutControls(const QString &text)
{
    QString made = text;
    for (qsizetype i = 0; i < made.size(); ++i) {
        const QChar c = made[i];
        if (c.isHighSurrogate() && i + 1 < made.size() && made[i + 1].isLowSurrogate()) {
            if (QChar::isNonCharacter(QChar::surrogateToUcs4(c, made[i + 1])))
                made.replace(i, 2, QChar::ReplacementCharacter);
            else
                ++i;
        } else if (c.isSurrogate() || QChar::isNonCharacter(c.unicode()) ||
                   (c.category() == QChar::Other_Control && c != u'\t' && c != u'\n')) {
            made[i] = QChar::ReplacementCharacter;
        }
    }
    return made;
}

} // namespace parallax
