// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/surfaces.h"

#include <QApplication>
#include <QStyle>
#include <QStyleHints>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

/// KDE and other desktops with a style of their own colour their programs; a bare window manager does not.
bool bringsColours()
{
    return QApplication::style()->name() != "fusion"_L1 ||
           qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1);
}

} // namespace

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
    const bool isSystem = m_choice == ColourChoice::System;
    const bool wantsDark = isSystem ? QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark
                                    : m_choice == ColourChoice::Dark;
    if (isSystem && m_hasSystemColours)
        QApplication::setPalette(QPalette()); // follows the desktop again
    else
        QApplication::setPalette(breezePalette(wantsDark ? Scheme::Dark : Scheme::Light));
}

} // namespace parallax
