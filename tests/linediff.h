// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What a failed golden shows: the lines that went ("-") and came ("+"), each run under the last line that stayed.
#pragma once

#include <QStringList>

#include <algorithm>
#include <vector>

namespace parallax {

/// Longest common subsequence of lines; empty where the texts are equal. At most `most` lines are shown. Quadratic
/// in the lines that differ.
inline QString lineDiff(QStringList before, QStringList after, int most = 60)
{
    QString anchor; // the last line both have
    while (!before.isEmpty() && !after.isEmpty() && before.constFirst() == after.constFirst()) {
        anchor = before.takeFirst();
        after.removeFirst();
    }
    while (!before.isEmpty() && !after.isEmpty() && before.constLast() == after.constLast()) {
        before.removeLast();
        after.removeLast();
    }
    const auto rows = static_cast<size_t>(before.size());
    const auto columns = static_cast<size_t>(after.size());
    std::vector<std::vector<int>> common(rows + 1, std::vector<int>(columns + 1, 0));
    for (size_t i = rows; i-- > 0;) {
        for (size_t j = columns; j-- > 0;) {
            const bool isSame = before[static_cast<qsizetype>(i)] == after[static_cast<qsizetype>(j)];
            common[i][j] = isSame ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
        }
    }
    QStringList shown;
    bool hasAnchor = false;
    const auto show = [&](QChar sign, const QString &line) {
        if (!hasAnchor && !anchor.isEmpty())
            shown << QStringLiteral("  ") + anchor;
        hasAnchor = true;
        shown << sign + QStringLiteral(" ") + line;
    };
    for (size_t i = 0, j = 0; i < rows || j < columns;) {
        const QString *gone = i < rows ? &before[static_cast<qsizetype>(i)] : nullptr;
        const QString *come = j < columns ? &after[static_cast<qsizetype>(j)] : nullptr;
        if (gone && come && *gone == *come) {
            anchor = *gone;
            hasAnchor = false;
            ++i, ++j;
        } else if (!come || (gone && common[i + 1][j] >= common[i][j + 1])) {
            show(u'-', *gone);
            ++i;
        } else {
            show(u'+', *come);
            ++j;
        }
    }
    if (shown.size() > most) {
        const auto left = shown.size() - most;
        shown.resize(most);
        shown << QStringLiteral("… and %1 lines more").arg(left);
    }
    return shown.join(u'\n');
}

} // namespace parallax
