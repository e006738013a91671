// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The window.
#pragma once

#include "session/session.h"

#include <QMainWindow>

namespace parallax
{

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Session *session, QWidget *parent = nullptr);

private:
    Session *const m_session;
};

} // namespace parallax
