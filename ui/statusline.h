// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The status bar: what was read, what was found, why the current event's passages belong together.
#pragma once

#include "ui/current.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace parallax {

class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Current *current, QWidget *parent = nullptr);

    void setZoom(double factor);
    QToolButton *skippedButton() const { return m_skipped; }
    QString evidence() const;

Q_SIGNALS:
    void skippedRequested(); ///< the reader wants to know which files were left out

private:
    void showComparison();
    void showEvent();

    Current *const m_current;
    QLabel *m_articles = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_evidence = nullptr;
    QLabel *m_allRead = nullptr;
    QToolButton *m_skipped = nullptr;
    QLabel *m_zoom = nullptr;
};

} // namespace parallax
