// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The head of a column: which article this is.
#pragma once

#include "comparison/comparison.h"

#include <QFont>
#include <QWidget>

namespace parallax {

/// Bar in the article's colour, number badge, outlet, headline, facts. The tool tip has all of it uncut.
class ArticleHead : public QWidget
{
    Q_OBJECT

public:
    ArticleHead(const Comparison &comparison, int article, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont sized(double factor, QFont::Weight weight) const;

    const int m_article;
    QString m_name;     ///< outlet, else the headline
    QString m_headline; ///< headline, else the file
    QString m_facts;    ///< day · words · encoding
};

} // namespace parallax
