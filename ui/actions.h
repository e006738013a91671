// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything the window can be told to do, with its words, icon and keys.
#pragma once

#include <QAction>
#include <QList>
#include <QString>

class QActionGroup;

namespace parallax {

/// The actions, each with an object name, belonging to the window. What they do is connected by the window; the menus
/// and the help are made from them.
struct Actions {
    explicit Actions(QWidget *window);

    QAction *openFolder, *openArticles, *openBeside, *reload, *exportReport, *closeStory, *quit;
    QAction *find, *findNext, *findPrevious;
    QAction *zoomIn, *zoomOut, *zoomReset;
    QAction *proseColours, *scrollTogether, *fullScreen; ///< checkable
    QAction *coloursSystem, *coloursLight, *coloursDark;
    QAction *coloursContrast, *coloursContrastDark; ///< these five checkable, one of them, data ColourChoice
    QActionGroup *colours;
    QAction *nextDivergence, *previousDivergence, *firstDivergence, *lastDivergence;
    QAction *nextEvent, *previousEvent;
    QAction *nextColumn;
    QAction *help, *whatsThis, *about;

    /// Those that need an open comparison, an event in it, a divergence that is shown.
    QList<QAction *> needComparison() const;
    QList<QAction *> needEvents() const;
    QList<QAction *> needDivergences() const;
};

/// "Alt+Down, F8": an action's keys as the user reads them.
QString keysOf(const QAction &action);

} // namespace parallax
