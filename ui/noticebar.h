// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A strip over the columns that says why a comparison shows less than one expects.
#pragma once

#include "comparison/comparison.h"

#include <QFrame>

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

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    bool m_isDressing = false;
};

} // namespace parallax
