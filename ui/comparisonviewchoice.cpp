// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What the reader makes of the columns: another order (by key, menu or dragging the head), hidden, wider, one as base.
#include "ui/comparisonview.h"

#include "ui/articlehead.h"
#include "ui/articlepane.h"

#include <QGraphicsOpacityEffect>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace parallax {

namespace {

constexpr int NarrowestColumn = 120; ///< that one can drag a column to, at 100 %
constexpr int DragScroll = 24;       ///< pixels a move, at the edges of the view

} // namespace

ArticleHead *ComparisonView::head(int article)
{
    if (!isArticle(article))
        return nullptr;
    makeColumn(article);
    return columnOf(article).head;
}

void ComparisonView::setChoice(const ColumnChoice &choice)
{
    ColumnChoice mended = ColumnChoice::ofStory(columnCount());
    std::vector<int> order;
    for (const int article : choice.order) {
        if (isArticle(article) && !std::ranges::contains(order, article))
            order.push_back(article);
    }
    for (const int article : mended.order) {
        if (!std::ranges::contains(order, article))
            order.push_back(article);
    }
    mended.order = order;
    for (const int article : choice.hidden) {
        if (isArticle(article))
            mended.hide(article);
    }
    mended.base = isArticle(choice.base) && !mended.hidden.contains(choice.base) ? choice.base : -1;
    mended.widths = choice.widths;
    if (mended == m_choice)
        return;
    m_choice = mended;
    place();
    level();
    Q_EMIT columnsChanged();
}

void ComparisonView::moveColumn(int article, int step)
{
    ColumnChoice choice = m_choice;
    if (!choice.moveBy(article, step))
        return;
    setChoice(choice);
    showSideways(*pane(article));
}

void ComparisonView::setHidden(int article, bool hidden)
{
    ColumnChoice choice = m_choice;
    if (hidden)
        choice.hide(article);
    else
        choice.hidden.erase(article);
    const bool hadFocus = focusedColumn() == article;
    setChoice(choice);
    if (hadFocus && hidden && !m_plan.columns.empty())
        focusColumn(m_plan.columns.front().article);
}

void ComparisonView::setBase(int article)
{
    ColumnChoice choice = m_choice;
    choice.base = article;
    choice.hidden.erase(article);
    setChoice(choice);
}

void ComparisonView::setFoldsSilent(bool folds)
{
    if (folds == m_foldsSilent)
        return;
    m_foldsSilent = folds;
    place();
}

void ComparisonView::reveal(int article)
{
    if (!isArticle(article) || slotOf(article))
        return;
    m_unfolded.insert(article);
    if (m_choice.hidden.contains(article))
        setHidden(article, false);
    else
        place();
}

// ---- dragging a head

void ComparisonView::connectHead(ArticleHead *head)
{
    const int article = head->article();
    connect(head, &ArticleHead::activated, this, [this, article] { focusColumn(article); });
    connect(head, &ArticleHead::menuRequested, this,
            [this, article](QPoint at) { Q_EMIT articleMenuRequested(article, at); });
    connect(head, &ArticleHead::dragged, this, [this, head](QPoint at) { showDrag(head, at); });
    connect(head, &ArticleHead::dragCancelled, this, &ComparisonView::endDrag);
    connect(head, &ArticleHead::dropped, this, [this, article](QPoint at) {
        endDrag();
        ColumnChoice choice = m_choice;
        choice.moveTo(article, placeAt(at, article));
        setChoice(choice);
    });
    connect(head, &ArticleHead::widthRequested, this, [this, article](int width) {
        ColumnChoice choice = m_choice;
        if (width > 0)
            choice.widths[article] = std::max(NarrowestColumn, qRound(width / std::max(1.0, m_type.zoom)));
        else
            choice.widths.erase(article);
        setChoice(choice);
    });
}

int ComparisonView::placeAt(QPoint global, int article) const
{
    const std::vector<int> shown = m_choice.shown();
    int place = 0;
    for (const int other : shown) {
        if (other == article)
            continue;
        const ColumnSlot *slot = slotOf(other); // none for a folded one: it goes with the one before it
        const bool isBase = m_plan.hasBase && other == m_choice.base;
        const QWidget *ground = isBase ? static_cast<const QWidget *>(this) : m_host;
        if (slot && ground->mapToGlobal(QPoint(slot->x + slot->width / 2, 0)).x() > global.x())
            break;
        ++place;
    }
    return place;
}

void ComparisonView::showDrag(ArticleHead *head, QPoint global)
{
    if (!m_dragged) {
        auto *picture = new QLabel(this);
        picture->setPixmap(head->grab());
        picture->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto *faint = new QGraphicsOpacityEffect(picture);
        faint->setOpacity(0.75);
        picture->setGraphicsEffect(faint);
        m_dragged = picture;
        m_dragged->resize(head->size());
        m_dropLine = new QWidget(this);
        m_dropLine->setAutoFillBackground(true);
        m_dropLine->setBackgroundRole(QPalette::Highlight);
        m_dropLine->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    const QPoint at = mapFromGlobal(global);
    QScrollBar *bar = m_scroller->horizontalScrollBar();
    if (at.x() > width() - DragScroll)
        bar->setValue(bar->value() + DragScroll);
    else if (at.x() < m_plan.fixedWidth + DragScroll)
        bar->setValue(bar->value() - DragScroll);
    m_dragged->move(at.x() - m_dragged->width() / 2, 6);
    // The line stands before the column that the dragged one would push on, or after the last.
    std::vector<int> others = m_choice.shown();
    std::erase(others, head->article());
    const auto place = static_cast<size_t>(placeAt(global, head->article()));
    const bool isLast = place >= others.size();
    const ArticlePane *mark = others.empty() ? pane(head->article()) : pane(others[isLast ? others.size() - 1 : place]);
    const int x = mark->mapTo(this, QPoint(isLast ? mark->width() + 4 : -5, 0)).x();
    m_dropLine->setGeometry(x - 1, 0, 3, height());
    for (QWidget *shown : {m_dropLine, m_dragged}) {
        shown->show();
        shown->raise();
    }
}

void ComparisonView::endDrag()
{
    delete m_dragged;
    delete m_dropLine;
    m_dragged = nullptr;
    m_dropLine = nullptr;
}

} // namespace parallax
