// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/surfaces.h"

#include <QApplication>
#include <QStyle>
#include <QStyleHints>

#include <algorithm>
#include <array>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

/// KDE and other desktops with a style of their own colour their programs; a bare window manager does not.
bool bringsColours()
{
    return QApplication::style()->name() != "fusion"_L1 ||
           qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1);
}

/// Fusion draws the frames of its controls darker than the window, which black on black does not show.
QString contrastFrames()
{
    return u"QLineEdit, QPushButton, QComboBox { border: 1px solid palette(text); padding: 3px 6px; }"
           "QLineEdit:focus, QPushButton:focus, QComboBox:focus { border: 2px solid palette(highlight); padding: 2px "
           "5px; }"
           "QPushButton:disabled { border-color: palette(mid); }"
           "QMenu, QToolTip { border: 1px solid palette(text); }"_s;
}

constexpr std::array Settings{"system"_L1, "light"_L1, "dark"_L1, "contrast"_L1, "contrastDark"_L1};

} // namespace

QString settingOf(ColourChoice choice)
{
    return Settings[static_cast<size_t>(choice)];
}

ColourChoice colourChoiceOf(const QString &setting)
{
    const auto found = std::ranges::find(Settings, setting);
    return found == Settings.end() ? ColourChoice::System : static_cast<ColourChoice>(found - Settings.begin());
}

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_hasSystemColours(bringsColours())
{
    if (!m_hasSystemColours)
        QApplication::setStyle(u"fusion"_s);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Appearance::apply);
    apply();
}

void Appearance::setChoice(ColourChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Appearance::apply()
{
    if (m_choice == ColourChoice::Contrast || m_choice == ColourChoice::ContrastDark) {
        QApplication::setPalette(contrastPalette(m_choice == ColourChoice::ContrastDark));
        qApp->setStyleSheet(contrastFrames());
        return;
    }
    const bool isSystem = m_choice == ColourChoice::System;
    const bool wantsDark = isSystem ? QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark
                                    : m_choice == ColourChoice::Dark;
    if (isSystem && m_hasSystemColours)
        QApplication::setPalette(QPalette()); // follows the desktop again
    else
        QApplication::setPalette(breezePalette(wantsDark ? Scheme::Dark : Scheme::Light));
    if (!qApp->styleSheet().isEmpty())
        qApp->setStyleSheet({});
}

} // namespace parallax
