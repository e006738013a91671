// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A strip over the columns that says why a comparison shows less than one expects.
#pragma once

#include "comparison/comparison.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;

namespace parallax {

/// What a reader has to be told of a comparison: one article only, no common event, something simplified.
/// Empty where all is as expected.
QString noticeText(const Comparison &comparison);

class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    explicit NoticeBar(QWidget *parent = nullptr);

    /// Hides itself for an empty text.
    void setText(const QString &text);
    QString text() const;
    /// Offers an action as a button.
    void offer(QAction *action);
    void setActionsShown(bool areShown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QWidget *m_buttons = nullptr;
    QHBoxLayout *m_buttonRow = nullptr;
    bool m_isDressing = false;
};

} // namespace parallax
