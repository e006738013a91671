// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The page of the settings where the reader changes keys.
#pragma once

#include "ui/keysmodel.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;
class QVBoxLayout;

namespace parallax {

/// All actions with their keys, to be filtered; under them the keys of the chosen one. A key that another action has
/// is said to be so, and can be taken from it.
class KeysPage : public QWidget
{
    Q_OBJECT

public:
    explicit KeysPage(const QList<QAction *> &actions, QWidget *parent = nullptr);

    KeysModel *model() const { return m_model; }
    QTreeView *list() const { return m_list; }
    QLineEdit *filter() const { return m_filter; }
    QKeySequenceEdit *editor(int place) const { return m_editors[static_cast<size_t>(place)]; }
    QLabel *warning() const { return m_warning; }
    QPushButton *takeButton() const { return m_take; }
    QPushButton *restoreAllButton() const { return m_restoreAll; }
    void choose(const QString &actionName);

Q_SIGNALS:
    void changed();

private:
    int row() const; ///< of the model; -1 for none
    void makeEditors(QVBoxLayout *layout);
    void showRow();
    void takeKeys();

    KeysModel *const m_model;
    QSortFilterProxyModel *m_sieve = nullptr;
    QLineEdit *m_filter = nullptr;
    QTreeView *m_list = nullptr;
    std::array<QKeySequenceEdit *, MostKeys> m_editors = {};
    QLabel *m_warning = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_restoreAll = nullptr;
    QTimer m_clearing;
    bool m_isShowing = false;
};

} // namespace parallax
