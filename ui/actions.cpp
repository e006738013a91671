// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"
#include "ui/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QIcon>
#include <QWidget>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr auto UsualKeys = "usualKeys";
constexpr auto Tip = "tip";

QString tr(const char *text)
{
    return QCoreApplication::translate("parallax::Actions", text);
}

QAction *make(QWidget *window, QLatin1StringView name, const QString &text, QLatin1StringView icon = {},
              const QList<QKeySequence> &keys = {})
{
    auto *action = new QAction(text, window);
    action->setObjectName(name);
    if (!icon.isEmpty())
        action->setIcon(breezeIcon(icon));
    action->setProperty(UsualKeys, QVariant::fromValue(keys));
    action->setShortcuts(keys);
    QString plain = text;
    setTip(action, plain.remove(u'&').remove(u'…'));
    window->addAction(action); // keys work while the menus are hidden, too
    return action;
}

QAction *makeSwitch(QWidget *window, QLatin1StringView name, const QString &text, QLatin1StringView icon, bool isOn,
                    const QList<QKeySequence> &keys = {})
{
    QAction *action = make(window, name, text, icon, keys);
    action->setCheckable(true);
    action->setChecked(isOn);
    return action;
}

std::array<QAction *, 9> makeColumns(QWidget *window)
{
    std::array<QAction *, 9> actions;
    for (int i = 0; i < 9; ++i) {
        const QString name = u"column%1"_s.arg(i + 1);
        const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i));
        actions[static_cast<size_t>(i)] =
            make(window, QLatin1StringView(name.toLatin1()), tr("Article %1").arg(i + 1), {}, {key});
    }
    return actions;
}

} // namespace

Actions::Actions(QWidget *w)
    : openFolder(make(w, "openFolder"_L1, tr("Open &Folder…"), "folder-open"_L1, {QKeySequence(Qt::CTRL | Qt::Key_O)}))
    , openArticles(make(w, "openArticles"_L1, tr("Open &Articles…"), "document-open"_L1,
                        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}))
    , openBeside(make(w, "openBeside"_L1, tr("Open &Beside…"), "list-add"_L1,
                      {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)}))
    , reload(make(w, "reload"_L1, tr("&Reload"), "view-refresh"_L1, {QKeySequence(Qt::Key_F5)}))
    , exportReport(
          make(w, "exportReport"_L1, tr("&Export Report…"), "document-export"_L1, {QKeySequence(Qt::CTRL | Qt::Key_E)}))
    , closeStory(
          make(w, "closeStory"_L1, tr("&Close Story"), "document-close"_L1, {QKeySequence(Qt::CTRL | Qt::Key_W)}))
    , quit(make(w, "quit"_L1, tr("&Quit"), "application-exit"_L1, {QKeySequence(Qt::CTRL | Qt::Key_Q)}))
    , find(make(w, "find"_L1, tr("&Find…"), "edit-find"_L1, {QKeySequence(Qt::CTRL | Qt::Key_F)}))
    , findNext(make(w, "findNext"_L1, tr("Find &Next"), "go-down-search"_L1, {QKeySequence(Qt::Key_F3)}))
    , findPrevious(
          make(w, "findPrevious"_L1, tr("Find &Previous"), "go-up-search"_L1, {QKeySequence(Qt::SHIFT | Qt::Key_F3)}))
    , zoomIn(make(w, "zoomIn"_L1, tr("Zoom &In"), "zoom-in"_L1,
                  {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}))
    , zoomOut(make(w, "zoomOut"_L1, tr("Zoom &Out"), "zoom-out"_L1, {QKeySequence(Qt::CTRL | Qt::Key_Minus)}))
    , zoomReset(make(w, "zoomReset"_L1, tr("&Usual Size"), "zoom-original"_L1, {QKeySequence(Qt::CTRL | Qt::Key_0)}))
    , proseColours(makeSwitch(w, "proseColours"_L1, tr("&Prose Colours"), "view-visible"_L1, true))
    , scrollTogether(makeSwitch(w, "scrollTogether"_L1, tr("&Scroll Together"), "lock"_L1, true))
    , overview(makeSwitch(w, "overview"_L1, tr("&Overview Strips"), {}, true, {QKeySequence(Qt::Key_F9)}))
    , fullScreen(
          makeSwitch(w, "fullScreen"_L1, tr("&Full Screen"), "view-fullscreen"_L1, false, {QKeySequence(Qt::Key_F11)}))
    , readingSettings(make(w, "readingSettings"_L1, tr("&Reading…"), "dialog-text-and-font"_L1))
    , keySettings(make(w, "keySettings"_L1, tr("&Keys…"), "configure-shortcuts"_L1))
    , columnsMode(makeSwitch(w, "columnsMode"_L1, tr("&Columns"), "view-file-columns"_L1, true,
                             {QKeySequence(Qt::ALT | Qt::Key_1)}))
    , rowsMode(
          makeSwitch(w, "rowsMode"_L1, tr("&Rows"), "view-list-details"_L1, false, {QKeySequence(Qt::ALT | Qt::Key_2)}))
    , modes(new QActionGroup(w))
    , coloursSystem(makeSwitch(w, "coloursSystem"_L1, tr("As the &System"), {}, true))
    , coloursLight(makeSwitch(w, "coloursLight"_L1, tr("&Light"), {}, false))
    , coloursDark(makeSwitch(w, "coloursDark"_L1, tr("&Dark"), {}, false))
    , coloursContrast(makeSwitch(w, "coloursContrast"_L1, tr("&High Contrast, Light"), {}, false))
    , coloursContrastDark(makeSwitch(w, "coloursContrastDark"_L1, tr("High &Contrast, Dark"), {}, false))
    , colours(new QActionGroup(w))
    , linksSure(makeSwitch(w, "linksSure"_L1, tr("&Only Sure Ones"), {}, false))
    , linksBalanced(makeSwitch(w, "linksBalanced"_L1, tr("&Balanced"), {}, true))
    , linksMore(makeSwitch(w, "linksMore"_L1, tr("Show &More"), {}, false))
    , links(new QActionGroup(w))
    , nextDivergence(
          make(w, "nextDivergence"_L1, tr("&Next Divergence"), "go-down"_L1,
               {QKeySequence(Qt::ALT | Qt::Key_Down), QKeySequence(Qt::Key_F8), QKeySequence(Qt::CTRL | Qt::Key_Down)}))
    , previousDivergence(
          make(w, "previousDivergence"_L1, tr("&Previous Divergence"), "go-up"_L1,
               {QKeySequence(Qt::ALT | Qt::Key_Up), QKeySequence(Qt::Key_F7), QKeySequence(Qt::CTRL | Qt::Key_Up)}))
    , firstDivergence(
          make(w, "firstDivergence"_L1, tr("&First Divergence"), "go-top"_L1, {QKeySequence(Qt::ALT | Qt::Key_Home)}))
    , lastDivergence(
          make(w, "lastDivergence"_L1, tr("&Last Divergence"), "go-bottom"_L1, {QKeySequence(Qt::ALT | Qt::Key_End)}))
    , nextEvent(make(w, "nextEvent"_L1, tr("Next &Event"), "go-next"_L1, {QKeySequence(Qt::ALT | Qt::Key_PageDown)}))
    , previousEvent(make(w, "previousEvent"_L1, tr("Previous E&vent"), "go-previous"_L1,
                         {QKeySequence(Qt::ALT | Qt::Key_PageUp)}))
    , moveColumnLeft(make(w, "moveColumnLeft"_L1, tr("Move &Left"), "go-previous"_L1,
                          {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Left)}))
    , moveColumnRight(make(w, "moveColumnRight"_L1, tr("Move &Right"), "go-next"_L1,
                           {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Right)}))
    , pinColumn(make(w, "pinColumn"_L1, tr("&Pin as Base"), "window-pin"_L1, {QKeySequence(Qt::CTRL | Qt::Key_B)}))
    , hideColumn(make(w, "hideColumn"_L1, tr("&Hide Article"), "view-hidden"_L1, {QKeySequence(Qt::CTRL | Qt::Key_H)}))
    , showAllColumns(make(w, "showAllColumns"_L1, tr("Show &All Articles"), "view-visible"_L1,
                          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)}))
    , foldSilent(makeSwitch(w, "foldSilent"_L1, tr("&Fold Silent Articles"), {}, true))
    , nextInPassage(make(w, "nextInPassage"_L1, tr("Next in &Passage"), "go-next"_L1, {QKeySequence(Qt::Key_F4)}))
    , previousInPassage(make(w, "previousInPassage"_L1, tr("Previous in Pa&ssage"), "go-previous"_L1,
                             {QKeySequence(Qt::SHIFT | Qt::Key_F4)}))
    , nextColumn(make(w, "nextColumn"_L1, tr("Next &Column"), {}, {QKeySequence(Qt::Key_F6)}))
    , column(makeColumns(w))
    , help(make(w, "help"_L1, tr("Parallax &Help"), "help-contents"_L1, {QKeySequence(Qt::Key_F1)}))
    , whatsThis(
          make(w, "whatsThis"_L1, tr("&What’s This?"), "help-whatsthis"_L1, {QKeySequence(Qt::SHIFT | Qt::Key_F1)}))
    , about(make(w, "about"_L1, tr("&About Parallax"), "help-about"_L1))
{
    int choice = 0; // in the order of ColourChoice
    for (QAction *action : {coloursSystem, coloursLight, coloursDark, coloursContrast, coloursContrastDark}) {
        action->setData(choice++);
        colours->addAction(action);
    }
    modes->addAction(columnsMode);
    modes->addAction(rowsMode);
    setTip(columnsMode, tr("Every article whole, in a column of its own"));
    setTip(rowsMode, tr("One row an event, one cell an article"));
    setTip(foldSilent, tr("Columns of articles that do not tell the current event fold where room is short"));
    choice = 0; // in the order of Sureness
    for (QAction *action : {linksSure, linksBalanced, linksMore}) {
        action->setData(choice++);
        links->addAction(action);
    }
    setTip(linksSure, tr("Links passages only where it is all but certain that they report a common event"));
    setTip(linksMore, tr("Links passages also where that is doubtful"));
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    setTip(openBeside, tr("Adds articles to the story that is open"));
    setTip(proseColours, tr("Colours figures, dates, quotations and who says what in the articles"));
    setTip(scrollTogether, tr("Scrolling one column brings the same events into view in the others"));
}

QList<QAction *> Actions::needComparison() const
{
    return {openBeside,  reload,    exportReport,   closeStory,      find,           findNext,   findPrevious,
            zoomIn,      zoomOut,   zoomReset,      proseColours,    scrollTogether, overview,   nextColumn,
            columnsMode, rowsMode,  moveColumnLeft, moveColumnRight, pinColumn,      hideColumn, showAllColumns,
            foldSilent,  linksSure, linksBalanced,  linksMore};
}

QList<QAction *> Actions::needEvents() const
{
    return {nextEvent, previousEvent};
}

QList<QAction *> Actions::needDivergences() const
{
    return {nextDivergence, previousDivergence, firstDivergence, lastDivergence, nextInPassage, previousInPassage};
}

QList<QKeySequence> usualKeys(const QAction &action)
{
    const QVariant usual = action.property(UsualKeys);
    return usual.isValid() ? usual.value<QList<QKeySequence>>() : action.shortcuts();
}

void setTip(QAction *action, const QString &tip)
{
    action->setProperty(Tip, tip);
    action->setToolTip(action->shortcuts().isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keysOf(*action)));
}

void setKeys(QAction *action, const QList<QKeySequence> &keys)
{
    if (!action->property(UsualKeys).isValid()) // not made here
        action->setProperty(UsualKeys, QVariant::fromValue(action->shortcuts()));
    action->setShortcuts(keys);
    if (action->property(Tip).isValid())
        setTip(action, action->property(Tip).toString());
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

} // namespace parallax
