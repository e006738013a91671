// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The part of MainWindow that lets the reader arrange the articles, in columns and in rows.
#include "ui/articlename.h"
#include "ui/columnmemory.h"
#include "ui/comparisonview.h"
#include "ui/encodingmenu.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/rowsview.h"

#include "report/markstyle.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

void MainWindow::connectColumns()
{
    connect(m_actions.moveColumnLeft, &QAction::triggered, this, [this] { m_view->moveColumn(articleInHand(), -1); });
    connect(m_actions.moveColumnRight, &QAction::triggered, this, [this] { m_view->moveColumn(articleInHand(), 1); });
    connect(m_actions.hideColumn, &QAction::triggered, this, [this] {
        if (const int article = articleInHand(); article >= 0)
            m_view->setHidden(article, true);
    });
    connect(m_actions.pinColumn, &QAction::triggered, this, [this] {
        if (const int article = articleInHand(); article >= 0)
            m_view->setBase(m_view->choice().base == article ? -1 : article);
    });
    connect(m_actions.showAllColumns, &QAction::triggered, this, [this] {
        ColumnChoice choice = m_view->choice();
        choice.hidden.clear();
        m_view->setChoice(choice);
    });
    connect(m_actions.foldSilent, &QAction::toggled, m_view, &ComparisonView::setFoldsSilent);
    connect(m_articlesMenu, &QMenu::aboutToShow, this, &MainWindow::fillArticlesMenu);
    connect(m_articlesMenu, &QMenu::aboutToHide, this, &MainWindow::updateActions, Qt::QueuedConnection);
    fillArticlesMenu(); // its keys stand in a menu before it was ever opened

    connect(m_view, &ComparisonView::articleMenuRequested, this, &MainWindow::showArticleMenu);
    connect(m_rows, &RowsView::articleMenuRequested, this, &MainWindow::showArticleMenu);
    connect(m_rows, &RowsView::orderRequested, this, [this](const std::vector<int> &articles) {
        ColumnChoice choice = m_view->choice();
        choice.order = articles; // the hidden ones come after
        m_view->setChoice(choice);
    });
    connect(m_view, &ComparisonView::columnsChanged, this, &MainWindow::rememberChoice);
    connect(&m_current, &Current::comparisonChanged, this, [this] {
        const ComparisonPtr comparison = m_current.comparison();
        if (const auto choice = comparison ? rememberedColumns(comparison->story) : std::nullopt)
            m_view->setChoice(*choice);
    });
}

void MainWindow::rememberChoice()
{
    m_rows->setColumns(m_view->choice().shown());
    if (const ComparisonPtr comparison = m_current.comparison())
        rememberColumns(comparison->story, m_view->choice());
}

int MainWindow::articleInHand() const
{
    if (m_menuArticle >= 0)
        return m_menuArticle;
    return isInRows() ? m_rows->focusedColumn() : m_view->focusedColumn();
}

void MainWindow::updateColumnActions()
{
    const int article = articleInHand();
    const std::vector<int> shown = m_view->choice().shown();
    const bool isBase = article >= 0 && article == m_view->choice().base;
    const bool isShown = std::ranges::contains(shown, article);
    m_actions.pinColumn->setText(isBase ? tr("Un&pin Base") : tr("&Pin as Base"));
    m_actions.pinColumn->setEnabled(isShown);
    m_actions.hideColumn->setEnabled(isShown && shown.size() > 1);
    ColumnChoice tried = m_view->choice();
    m_actions.moveColumnLeft->setEnabled(isShown && tried.moveBy(article, -1));
    tried = m_view->choice();
    m_actions.moveColumnRight->setEnabled(isShown && tried.moveBy(article, 1));
    m_actions.showAllColumns->setEnabled(!m_view->choice().hidden.empty());
}

void MainWindow::fillArticlesMenu()
{
    m_articlesMenu->clear();
    m_articlesMenu->addActions(
        {m_actions.moveColumnLeft, m_actions.moveColumnRight, m_actions.pinColumn, m_actions.hideColumn});
    m_articlesMenu->addSeparator();
    m_articlesMenu->addActions({m_actions.showAllColumns, m_actions.foldSilent});
    const ComparisonPtr comparison = m_current.comparison();
    if (!comparison)
        return;
    updateColumnActions();
    m_articlesMenu->addSeparator();
    const ColumnChoice &choice = m_view->choice();
    for (const int article : choice.order) {
        const QString name = articleName(comparison->story.articles[static_cast<size_t>(article)]);
        QAction *action =
            m_articlesMenu->addAction(u"%1  %2"_s.arg(articleNumber(article), QString(name).replace(u'&', "&&"_L1)));
        action->setCheckable(true);
        action->setChecked(!choice.hidden.contains(article));
        action->setEnabled(choice.hidden.contains(article) || choice.shown().size() > 1);
        connect(action, &QAction::toggled, this,
                [this, article](bool isShown) { m_view->setHidden(article, !isShown); });
    }
}

void MainWindow::showArticleMenu(int article, QPoint at)
{
    m_menuArticle = article;
    updateColumnActions();
    const Story &story = m_current.comparison()->story;
    auto *menu = new QMenu(this);
    menu->setObjectName("articleMenu"_L1);
    menu->addActions({m_actions.moveColumnLeft, m_actions.moveColumnRight, m_actions.pinColumn, m_actions.hideColumn});
    QAction *width = menu->addAction(tr("&Usual Width"));
    width->setEnabled(m_view->choice().widths.contains(article));
    connect(width, &QAction::triggered, this, [this, article] {
        ColumnChoice choice = m_view->choice();
        choice.widths.erase(article);
        m_view->setChoice(choice);
    });
    menu->addSeparator();
    menu->addAction(m_actions.showAllColumns);
    menu->addSeparator();
    const Article &about = story.articles[static_cast<size_t>(article)];
    addEncodingMenu(menu, about.encoding, [this, name = about.file](const QByteArray &encoding) {
        Request request = m_session->request();
        if (encoding.isEmpty())
            request.encodings.remove(name);
        else
            request.encodings[name] = encoding;
        m_session->open(std::move(request));
    });
    const QString file = QDir(story.folder).filePath(about.file);
    QAction *open = menu->addAction(breezeIcon(u"document-open-folder"_s), tr("&Open the File Itself"));
    open->setEnabled(QFileInfo::exists(file) && !file.startsWith(u':'));
    connect(open, &QAction::triggered, this, [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); });
    // Keys are for the focused column again, and never greyed by what a menu was about.
    connect(menu, &QMenu::aboutToHide, this, [this, menu] {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_menuArticle = -1;
                updateActions();
            },
            Qt::QueuedConnection);
        menu->deleteLater();
    });
    menu->popup(at);
}

} // namespace parallax
