// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Why the current passages stand together, how sure that is, and why the current divergence is one.
#pragma once

#include "ui/current.h"

#include <QTextBrowser>
#include <QTimer>

namespace parallax {

/// Text that can be read with the keyboard, selected and copied. Its links lead to passages.
class WhyPanel : public QTextBrowser
{
    Q_OBJECT

public:
    explicit WhyPanel(Current *current, QWidget *parent = nullptr);

    /// What stands over the text, with a button that copies all of it. For the dock's title.
    QWidget *head() const { return m_head; }

    QSize sizeHint() const override { return {300, 200}; }

Q_SIGNALS:
    /// The reader asks to see a passage.
    void passageRequested(parallax::PassageRef ref);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeHead();
    /// Once for all that changes in one go: a click changes event, passage and divergence.
    void refreshSoon();
    void refresh();
    void copyAll() const;

    Current *const m_current;
    QWidget *m_head = nullptr;
    QTimer m_soon;
    bool m_isStale = true; ///< hidden when what is current changed
};

} // namespace parallax
