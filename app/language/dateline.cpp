// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_words.cpp.
#include "language/dateline.h"

#include <QRegularExpression>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

int tellingStart(const QString &text)
{
    static const QRegularExpression dateline(
        uR"(^(?:\p{Lu}[\p{Lu}'’.-]+(?:[ ,/]+(?:\p{Lu}[\p{L}.'’-]*|\d{1,2}\b)){0,6}\s*(?:\([^()]{2,30}\)\s*)?|\p{Lu}[\p{L}\d'’., -]{1,40}\([^()]{2,30}\)\s*)(?:—|–|--?)\s*(?=["“'‘]?[\p{Lu}\d]))"_s);
    return std::max(0, static_cast<int>(dateline.match(text).capturedEnd()));
}

} // namespace parallax
