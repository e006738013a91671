// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The table of divergences: what each article has where the tellings differ.
#pragma once

#include "ui/current.h"
#include "ui/divergencemodel.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QKeySequence;
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
    /// Shows a checkable action as a button at the head's right end.
    void addHeadAction(QAction *action);

Q_SIGNALS:
    /// The reader asks to see a reading.
    void readingRequested(parallax::PassageRef ref, parallax::TextSpan span);
    /// The same, and to go on reading there: double-clicked, or Enter.
    void readingActivated(parallax::PassageRef ref, parallax::TextSpan span);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeHead();
    void makeTable();
    void showComparison();
    void showRows();
    void showHead();
    void followCurrent();
    void fitColumns();
    void fitRows();
    void hideSilentArticles();
    void takeCell(const QModelIndex &cell);
    void activateCell(const QModelIndex &cell);
    std::vector<int> selectedRows() const;
    void copyRows(const std::vector<int> &rows) const;
    void copyReading() const;
    QAction *addTableAction(const QString &text, const QKeySequence &key);

    Current *const m_current;
    DivergenceModel *const m_model;
    QWidget *m_head = nullptr;
    QLabel *m_title = nullptr; ///< what and how many
    QLabel *m_where = nullptr; ///< of which event
    QToolButton *m_wholeStory = nullptr;
    QTableView *m_view = nullptr;
    QLabel *m_nothing = nullptr;
    int m_silentCount = 0; ///< articles left out because they are silent on the event
    QTimer m_fitRows;
    bool m_isFitting = false;
    bool m_isSubjectSized = false; ///< the reader chose the width of "What differs"
    bool m_isFollowing = false;
};

} // namespace parallax
