// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The keys of every action as a table that the reader can change.
#pragma once

#include <QAbstractTableModel>
#include <QAction>
#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QPointer>

#include <vector>

namespace parallax {

constexpr int MostKeys = 3; ///< an action can have

/// A working copy: nothing is changed before apply(). One row an action, ordered by name.
class KeysModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, KeysColumn, ColumnCount };
    enum Role { IsChangedRole = Qt::UserRole, IsConflictRole };

    explicit KeysModel(const QList<QAction *> &actions, QObject *parent = nullptr);

    QAction *action(int row) const { return m_rows[static_cast<size_t>(row)].action; }
    const QList<QKeySequence> &keys(int row) const { return m_rows[static_cast<size_t>(row)].keys; }
    /// Empty and repeated sequences are left out.
    void setKeys(int row, const QList<QKeySequence> &keys);
    /// Gives one action the keys it came with; taken by another one meanwhile they are in conflict.
    void restore(int row);
    void restoreAll();

    /// The other row that has one of a row's keys; -1 for none. Linear.
    int conflict(int row) const;
    bool hasConflicts() const;
    /// Leaves a row's keys to it alone.
    void takeFromOthers(int row);
    /// Gives the actions their keys and saves those that are not the usual ones.
    void apply();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QPointer<QAction> action; ///< the window's; the rest is a copy
        QString name;
        QIcon icon;
        QList<QKeySequence> usual;
        QList<QKeySequence> keys;
    };
    void announce();

    std::vector<Row> m_rows;
};

/// "Next Divergence" of "&Next Divergence…".
QString plainName(const QAction &action);
/// Gives the actions the keys that the reader chose in an earlier session.
void loadKeys(const QList<QAction *> &actions);

} // namespace parallax
