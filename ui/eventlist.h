// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The events of the story, to choose from; under them what only one article tells.
#pragma once

#include "ui/current.h"
#include "ui/eventmodel.h"

#include <QWidget>

#include <map>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace parallax {

class EventList : public QWidget
{
    Q_OBJECT

public:
    explicit EventList(Current *current, QWidget *parent = nullptr);

    QListView *events() const { return m_view; }
    QListView *singleSource() const { return m_singleView; }
    /// What stands over the list: how many events. For the dock's title.
    QLabel *head() const { return m_head; }
    QLineEdit *filter() const { return m_filter; }

Q_SIGNALS:
    /// The reader asks to see a passage that only one article tells.
    void passageRequested(parallax::PassageRef ref);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeHead();
    void makeEvents();
    void makeSingleSource();
    void layOut();

    void showComparison();
    void showSingleSource();
    void showCurrent();
    void showHeads();
    void sieve();
    void goToSingleSource(int article);

    Current *const m_current;
    EventModel *const m_model;
    EventSieve *const m_sieve;
    QLabel *m_head = nullptr;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_order = nullptr;
    QComboBox *m_kind = nullptr;
    QListView *m_view = nullptr;
    QLabel *m_nothing = nullptr;
    QLabel *m_singleHead = nullptr;
    QListView *m_singleView = nullptr;
    QStandardItemModel *m_singleModel = nullptr;
    std::map<int, size_t> m_lastShown; // article → which of its single-source passages was shown last
    bool m_isSieving = false;
};

} // namespace parallax
