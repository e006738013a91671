// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What one article alone reports: the articles, and under each its passages.
#pragma once

#include "comparison/comparison.h"

#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <optional>

namespace parallax {

/// One row an article, under it one row a passage.
class SingleSourceModel : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole, ///< int, of an article: its single-source passages
        MostRole,                 ///< int, of an article: the greatest count of any article
        PassageRole,              ///< PassageRef, of a passage; invalid for an article
    };

    using QStandardItemModel::QStandardItemModel;

    void setComparison(const ComparisonPtr &comparison);
};

/// An article: badge, name, a bar, a count. A passage: its number and how it begins.
class SingleSourceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A click on an article opens or closes it, one on a passage (or walking there) shows it.
class SingleSourceView : public QTreeView
{
    Q_OBJECT

public:
    explicit SingleSourceView(QWidget *parent = nullptr);

    void setComparison(const ComparisonPtr &comparison);
    /// Height of its articles while none is open.
    int closedHeight() const;

Q_SIGNALS:
    void passageRequested(parallax::PassageRef ref);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void show(const QModelIndex &index);

    SingleSourceModel *const m_model;
};

} // namespace parallax
