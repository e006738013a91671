// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What is seen while a story is being compared: how far it is, and a way out.
#pragma once

#include "session/session.h"

#include <QWidget>

#include <array>

class QLabel;
class QProgressBar;
class QPushButton;

namespace parallax {

/// How far the whole work is, 0…1, when a stage has come so far. Stages weigh what they take of a usual story's time.
double shareDone(const Step &step);

class BusyPage : public QWidget
{
    Q_OBJECT

public:
    explicit BusyPage(QWidget *parent = nullptr);

    /// Begins anew for a story of that name.
    void begin(const QString &title);
    void show(const Step &step);

    QPushButton *cancelButton() const { return m_cancel; }

private:
    struct Line {
        QLabel *icon = nullptr;
        QLabel *name = nullptr;
        QLabel *count = nullptr;
        int total = 0;
    };
    static constexpr int StageCount = 4;

    QLabel *m_title = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
    std::array<Line, StageCount> m_lines;
};

} // namespace parallax
