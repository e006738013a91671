// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks what a report is to hold, before the file is chosen.
#pragma once

#include "report/reportoptions.h"

#include <QDialog>

#include <array>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QRadioButton;

namespace parallax {

class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `event`: the current one, 0-based; -1 for none. Begins with what was chosen last time.
    explicit ExportDialog(int event, QWidget *parent = nullptr);

    ReportOptions options() const;
    /// Keeps the choice for the next time; kinds and events are chosen anew each time.
    void remember() const;

private:
    void updateButtons();

    const int m_event;
    QRadioButton *m_whole = nullptr;
    QRadioButton *m_divergences = nullptr;
    QRadioButton *m_current = nullptr;
    QCheckBox *m_sentences = nullptr;
    std::array<QCheckBox *, DivergenceKindCount> m_kinds{};
    QComboBox *m_paper = nullptr;
    QComboBox *m_orientation = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace parallax
