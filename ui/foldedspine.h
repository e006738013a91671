// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What stands for columns whose articles are silent on the current event.
#pragma once

#include "comparison/comparison.h"

#include <QAbstractButton>

#include <vector>

namespace parallax {

/// Their badges one under the other and, upright, how many they are. Clicked, they unfold. Curves between the columns
/// at its sides are seen through it.
class FoldedSpine : public QAbstractButton
{
    Q_OBJECT

public:
    FoldedSpine(const Comparison &comparison, std::vector<int> articles, QWidget *parent = nullptr);

    const std::vector<int> &articles() const { return m_articles; }
    QSize sizeHint() const override { return {24, 100}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const std::vector<int> m_articles;
};

} // namespace parallax
