// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The events of the story, to choose from; under them what only one article tells.
#pragma once

#include "ui/current.h"
#include "ui/eventmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSettings;
class QSplitter;

namespace parallax {

class SingleSourceView;

class EventList : public QWidget
{
    Q_OBJECT

public:
    explicit EventList(Current *current, QWidget *parent = nullptr);

    QListView *events() const { return m_view; }
    SingleSourceView *singleSource() const { return m_singleView; }
    /// What stands over the list: how many events. For the dock's title.
    QLabel *head() const { return m_head; }
    QLineEdit *filter() const { return m_filter; }
    /// Takes words and kind out of the filter.
    void clearFilter();

    /// Order of the events and how the room is shared.
    void save(QSettings &settings) const;
    void restore(const QSettings &settings);

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

    Current *const m_current;
    EventModel *const m_model;
    EventSieve *const m_sieve;
    QLabel *m_head = nullptr;
    QLineEdit *m_filter = nullptr;
    QComboBox *m_order = nullptr;
    QComboBox *m_kind = nullptr;
    QListView *m_view = nullptr;
    QWidget *m_nothing = nullptr; ///< in place of the list while no event is to be seen
    QLabel *m_nothingText = nullptr;
    QPushButton *m_clearFilter = nullptr;
    QSplitter *m_splitter = nullptr;
    QWidget *m_singleArea = nullptr;
    QLabel *m_singleHead = nullptr;
    SingleSourceView *m_singleView = nullptr;
    bool m_isSplit = false; ///< the reader has shared out the room
    bool m_isSieving = false;
};

} // namespace parallax
