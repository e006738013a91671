// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The bar under the columns in which the reader types what to find in all of them.
#pragma once

#include "ui/finder.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace parallax {

/// Hidden until open(). Finds while one types; Enter and Shift+Enter go on and back, Escape closes and forgets.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    /// The buttons for next and previous are those of the actions.
    FindBar(Finder *finder, QAction *next, QAction *previous, QWidget *parent = nullptr);

    QLineEdit *field() const { return m_field; }
    QToolButton *caseButton() const { return m_case; }
    QToolButton *wordsButton() const { return m_words; }
    QToolButton *expressionButton() const { return m_expression; }
    /// What was found, in words: "3 of 41 in 5 articles".
    QString found() const;

    /// Shows the bar with the keyboard in it. A seed (the words that are selected) replaces what is there; searching
    /// begins at `from`.
    void open(const QString &seed, PassageRef from);
    void close();

Q_SIGNALS:
    void closed();
    /// The reader went on to a match, or back.
    void walked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *makeSwitch(const QString &name, const QString &text, const QString &tip);
    void takeTerms();
    void go(int step);
    void showFound();

    Finder *const m_finder;
    QLineEdit *m_field = nullptr;
    QToolButton *m_case = nullptr;
    QToolButton *m_words = nullptr;
    QToolButton *m_expression = nullptr;
    QLabel *m_found = nullptr;
    QTimer m_typing;
    PassageRef m_from;
};

} // namespace parallax
