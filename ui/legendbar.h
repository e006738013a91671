// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The legend over the columns, which is the kind filter too.
#pragma once

#include "ui/current.h"

#include <QAbstractButton>
#include <QWidget>

#include <vector>

class QAction;
class QToolButton;

namespace parallax {

/// A pill with the kind's badge, its name over its line, and how many divergences of it there are. Down: shown.
class KindChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit KindChip(DivergenceKind kind, QWidget *parent = nullptr);

    DivergenceKind kind() const { return m_kind; }
    void setCount(int count);
    /// Without names the letter and the count stay.
    void setNameShown(bool isShown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const DivergenceKind m_kind;
    int m_count = 0;
    bool m_isNameShown = true;
};

class LegendBar : public QWidget
{
    Q_OBJECT

public:
    explicit LegendBar(Current *current, QWidget *parent = nullptr);

    const std::vector<KindChip *> &chips() const { return m_chips; }
    /// Shows a checkable action as a button at the right end.
    void addAction(QAction *action);

    QSize minimumSizeHint() const override { return {0, QWidget::minimumSizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showCounts();
    void showKinds();
    void takeKinds();
    void fit();

    Current *const m_current;
    std::vector<KindChip *> m_chips;
    std::vector<QToolButton *> m_buttons;
};

} // namespace parallax
