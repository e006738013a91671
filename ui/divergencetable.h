// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The table of divergences: what each article has where the tellings differ.
#pragma once

#include "ui/current.h"
#include "ui/divergencemodel.h"

#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace parallax {

class DivergenceTable : public QWidget
{
    Q_OBJECT

public:
    explicit DivergenceTable(Current *current, QWidget *parent = nullptr);

    QTableView *table() const { return m_view; }
    QToolButton *wholeStoryButton() const { return m_wholeStory; }
    /// What stands over the table: of which event, how many, the letters explained. For the dock's title.
    QWidget *head() const { return m_head; }

Q_SIGNALS:
    /// The reader asks to see a reading.
    void readingRequested(parallax::PassageRef ref, parallax::TextSpan span);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeHead();
    void makeTable();
    void showComparison();
    void showRows();
    void showHead();
    void followCurrent();
    void takeCell(const QModelIndex &cell);
    void copyRow() const;

    Current *const m_current;
    DivergenceModel *const m_model;
    QWidget *m_head = nullptr;
    QLabel *m_title = nullptr;
    QToolButton *m_wholeStory = nullptr;
    QTableView *m_view = nullptr;
    QLabel *m_nothing = nullptr;
    bool m_isFollowing = false;
};

} // namespace parallax
