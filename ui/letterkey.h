// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Explains the letters of the divergence table in a line: A agree, B C differ, hatched is silent.
#pragma once

#include <QWidget>

namespace parallax {

class LetterKey : public QWidget
{
    Q_OBJECT

public:
    explicit LetterKey(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace parallax
