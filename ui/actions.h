// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything the window can be told to do, with its words, icon and keys.
#pragma once

#include <QAction>
#include <QList>
#include <QString>

#include <array>

class QActionGroup;

namespace parallax {

/// The actions, each with an object name, belonging to the window. What they do is connected by the window; the menus
/// and the help are made from them.
struct Actions {
    explicit Actions(QWidget *window);

    QAction *openFolder, *openArticles, *openBeside, *reload, *exportReport, *closeStory, *quit;
    QAction *find, *findNext, *findPrevious;
    QAction *zoomIn, *zoomOut, *zoomReset;
    QAction *proseColours, *scrollTogether, *overview, *fullScreen; ///< checkable
    QAction *readingSettings, *keySettings;
    QAction *columnsMode, *rowsMode; ///< checkable, one of them
    QActionGroup *modes;
    QAction *coloursSystem, *coloursLight, *coloursDark;
    QAction *coloursContrast, *coloursContrastDark; ///< these five checkable, one of them, data ColourChoice
    QActionGroup *colours;
    QAction *linksSure, *linksBalanced, *linksMore; ///< checkable, one of them, data Sureness
    QActionGroup *links;
    QAction *nextDivergence, *previousDivergence, *firstDivergence, *lastDivergence;
    QAction *nextEvent, *previousEvent;
    QAction *moveColumnLeft, *moveColumnRight, *pinColumn, *hideColumn, *showAllColumns;
    QAction *foldSilent; ///< checkable
    QAction *nextInPassage, *previousInPassage;
    QAction *nextColumn;
    std::array<QAction *, 9> column; ///< to the first nine articles
    QAction *help, *whatsThis, *about;

    /// Those that need an open comparison, an event in it, a divergence that is shown.
    QList<QAction *> needComparison() const;
    QList<QAction *> needEvents() const;
    QList<QAction *> needDivergences() const;
};

/// The keys an action came with, whatever the reader made of them.
QList<QKeySequence> usualKeys(const QAction &action);
/// Gives an action other keys; its tool tip names them.
void setKeys(QAction *action, const QList<QKeySequence> &keys);
/// What an action does, for its tool tip, which also names its keys.
void setTip(QAction *action, const QString &tip);

/// "Alt+Down, F8": an action's keys as the user reads them.
QString keysOf(const QAction &action);

} // namespace parallax
