// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Who tells what, and who shares how much with whom, as tables.
#pragma once

#include "comparison/sharing.h"

#include <QAbstractTableModel>

#include <optional>

namespace parallax {

/// One row an event in story order, one column an article behind the label's.
class CoverageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { LabelColumn, FirstArticleColumn };
    enum Role {
        DivergencesRole = Qt::UserRole, ///< int: divergences of the event that the article takes part in; -1 silent
        PassageRole, ///< PassageRef of the article's first passage of the event; invalid where silent
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(ComparisonPtr comparison);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString spoken(const QModelIndex &index) const;

    ComparisonPtr m_comparison;
    std::vector<std::vector<int>> m_counts; ///< [event][article], as DivergencesRole
};

/// Cell (row, column): how much of the row's article stands word for word in the column's, and how many events both
/// tell. The cells of an article with itself are empty.
class SharingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ShareRole = Qt::UserRole, ///< double 0…1; invalid for an article with itself
        EventsRole,               ///< int
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(ComparisonPtr comparison, Sharing sharing);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ComparisonPtr m_comparison;
    Sharing m_sharing;
};

} // namespace parallax
