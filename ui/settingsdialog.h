// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the reader can set once and for all: how articles are set, and which keys do what.
#pragma once

#include "ui/prosetype.h"

#include <QAction>
#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFontComboBox;
class QSpinBox;
class QTabWidget;

namespace parallax {

class KeysPage;

/// The type is shown at once, and taken back by Cancel; keys count from OK on. With two actions on one key there is
/// no OK.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const QList<QAction *> &actions, const ReadingType &type, QWidget *parent = nullptr);

    KeysPage *keys() const { return m_keys; }
    QComboBox *typeface() const { return m_typeface; }
    QFontComboBox *family() const { return m_family; }
    QSpinBox *size() const { return m_size; }
    QDoubleSpinBox *spacing() const { return m_spacing; }
    QDialogButtonBox *buttons() const { return m_buttons; }
    void showKeys();
    void showReading();

    void accept() override;
    void reject() override;

Q_SIGNALS:
    void typeChosen(const parallax::ReadingType &type);

private:
    QWidget *makeReading(const ReadingType &type);
    ReadingType chosenType() const;
    void takeType();
    void showType(const ReadingType &type);

    const ReadingType m_before;
    QTabWidget *m_pages = nullptr;
    KeysPage *m_keys = nullptr;
    QComboBox *m_typeface = nullptr;
    QFontComboBox *m_family = nullptr;
    QSpinBox *m_size = nullptr;
    QDoubleSpinBox *m_spacing = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    bool m_isShowing = false;
};

} // namespace parallax
