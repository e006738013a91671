// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The heads of the rows (which event) and of their columns (which article).
#pragma once

#include "ui/rowsmodel.h"

#include <QHeaderView>

namespace parallax {

/// An event's label in as many lines as it takes, its coverage, its kinds of divergence.
class EventHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit EventHeader(RowsModel *model, QWidget *parent = nullptr);

    /// Row that is painted as current; -1 for none.
    void setCurrentRow(int row);
    /// Height that the head of a row needs.
    int heightOf(int row) const;
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    QFont labelFont(bool isCurrent) const;

    RowsModel *const m_rows;
    int m_currentRow = -1;
};

/// An article's bar, badge, name and facts.
class ArticleHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ArticleHeader(RowsModel *model, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    RowsModel *const m_rows;
};

} // namespace parallax
