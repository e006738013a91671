// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Help inside the program: how to read the window, its keys, its words.
#pragma once

#include "ui/actions.h"

#include <QDialog>

namespace parallax {

class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    /// `further` are named with their keys beside `actions`, where they have some.
    HelpWindow(const Actions &actions, const QList<QAction *> &further, QWidget *parent = nullptr);
};

} // namespace parallax
