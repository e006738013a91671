// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The days beside figures that grow: 87 dead on Wednesday is no contradiction of 72 on Monday.
#pragma once

#include "divergence/divergence.h"
#include "story/story.h"

#include <QDate>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace parallax {

/// The days of publication of the articles that a divergence has readings of, where they help to judge it: of counts,
/// amounts and places in a row, if the known days are not all one. Everything is empty for other divergences.
class ReadingDays
{
public:
    ReadingDays(const Story &story, const Divergence &divergence);

    bool areShown() const { return !m_days.empty(); }
    /// Empty where the article's day is not known.
    std::optional<QDate> day(int article) const;
    /// "5 April", with the year where the days are of several; empty where it is not known.
    QString text(int article) const;
    /// `words` with the day, in which no line breaks: "87 dead (5 April)".
    QString beside(const QString &words, int article) const;
    /// 0-based articles, ascending, as "1, 3–6"; with days as "5 April: 1, 2; 13 April: 3; 4", earliest first.
    QString numbers(const std::vector<int> &articles) const;

private:
    std::map<int, QDate> m_days; ///< by article
    bool m_areOfOneYear = true;
};

} // namespace parallax
