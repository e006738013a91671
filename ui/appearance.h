// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Light or dark for the whole program: style and palette.
#pragma once

#include <QObject>
#include <QString>

namespace parallax {

enum class ColourChoice { System, Light, Dark, Contrast, ContrastDark };

/// "light", "contrastDark", …: the choice in the settings.
QString settingOf(ColourChoice choice);
/// System where the setting is none of them.
ColourChoice colourChoiceOf(const QString &setting);

/// Dresses the QApplication. With System, a desktop that brings its own palette (KDE) keeps it; elsewhere Fusion wears
/// Breeze's colours, light or dark as the desktop says, also when it changes its mind.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Needs the QApplication, once, before any widget.
    explicit Appearance(QObject *parent = nullptr);

    ColourChoice choice() const { return m_choice; }
    void setChoice(ColourChoice choice);

private:
    void apply();

    const bool m_hasSystemColours;
    ColourChoice m_choice = ColourChoice::System;
};

} // namespace parallax
