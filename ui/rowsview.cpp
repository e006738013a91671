// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_rows.cpp.
#include "ui/rowsview.h"

#include "ui/marktip.h"
#include "ui/rowsheader.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parallax {

namespace {

constexpr double LevelShare = 0.22; ///< of the viewport's height, as in the columns
constexpr auto FlashTime = 1600ms;

} // namespace

class RowsView::Delegate : public QStyledItemDelegate
{
public:
    explicit Delegate(RowsView *view)
        : QStyledItemDelegate(view)
        , m_view(view)
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        m_view->paintCell(*painter, option.rect, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {210, 80}; }

private:
    RowsView *const m_view;
};

RowsView::RowsView(Current *current, QWidget *parent)
    : QTableView(parent)
    , m_current(current)
    , m_model(new RowsModel(this))
    , m_index(std::make_shared<MarkIndex>())
{
    setObjectName(u"rowsView"_s);
    setAccessibleName(tr("Events in rows, articles in columns"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setAutoScroll(false);
    setWordWrap(false);
    setItemDelegate(new Delegate(this));
    setHorizontalHeader(new ArticleHeader(m_model, this));
    setVerticalHeader(new EventHeader(m_model, this));
    setModel(m_model);
    verticalScrollBar()->setSingleStep(40);
    m_flashTimer.setSingleShot(true);
    connect(&m_flashTimer, &QTimer::timeout, this, [this] {
        m_flashed = {-1, -1};
        viewport()->update();
    });
    connect(verticalHeader(), &QHeaderView::sectionClicked, this,
            [this](int row) { m_current->setEvent(m_model->event(row)); });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!m_isMeasuring)
            relayout();
    });
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, [this] {
        if (m_isMeasuring)
            return;
        std::vector<int> articles;
        for (int place = 0; place < m_model->columnCount(); ++place) {
            const int article = horizontalHeader()->logicalIndex(place);
            if (!isColumnHidden(article))
                articles.push_back(article);
        }
        Q_EMIT orderRequested(articles);
    });
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        if (const int article = horizontalHeader()->logicalIndexAt(at); article >= 0)
            Q_EMIT articleMenuRequested(article, horizontalHeader()->mapToGlobal(at));
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_isMeasured.assign(static_cast<size_t>(m_model->rowCount()), false);
        showColumns();
        estimateHeights();
        followEvent();
    });
    connect(m_current, &Current::comparisonChanged, this, &RowsView::showComparison);
    connect(m_current, &Current::eventChanged, this, &RowsView::followEvent);
    connect(m_current, &Current::divergenceChanged, this, &RowsView::followDivergence);
    connect(m_current, &Current::shownKindsChanged, this, &RowsView::relayout);
    showComparison();
}

void RowsView::showComparison()
{
    m_cells.clear();
    m_columns.clear();
    const ComparisonPtr comparison = m_current->comparison();
    m_index = comparison ? std::make_shared<MarkIndex>(*comparison) : std::make_shared<MarkIndex>();
    m_model->setComparison(comparison);
}

// ---- what is current

void RowsView::followEvent()
{
    const int row = m_model->rowOf(m_current->event());
    static_cast<EventHeader *>(verticalHeader())->setCurrentRow(row);
    {
        const QScopedValueRollback following(m_isFollowing, true);
        const int column = currentIndex().isValid() ? currentIndex().column() : horizontalHeader()->logicalIndex(0);
        setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row, std::max(0, column)));
    }
    viewport()->update();
    if (row < 0 || !isVisible())
        return;
    measureVisible();
    const int top = rowViewportPosition(row);
    if (top < 0 || top + std::min(rowHeight(row), viewport()->height()) > viewport()->height())
        scrollRowTo(row, qRound(viewport()->height() * LevelShare));
}

void RowsView::followDivergence()
{
    viewport()->update();
    if (m_current->divergence() < 0 || !isVisible())
        return;
    const Divergence &divergence = m_current->comparison()->divergences[static_cast<size_t>(m_current->divergence())];
    for (const Reading &reading : divergence.readings) {
        const std::vector<QRectF> rows = wordRows(reading.passage, reading.span);
        if (rows.empty())
            continue;
        const QRectF &words = rows.front();
        if (words.top() < 0 || rows.back().bottom() > viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                          qRound(words.top() - viewport()->height() * LevelShare));
        return;
    }
}

void RowsView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (current.isValid() && !m_isFollowing)
        m_current->setEvent(m_model->event(current.row()));
}

bool RowsView::goTo(PassageRef passage, TextSpan span)
{
    const std::vector<int> &events = m_index->events(passage);
    int event = m_current->event();
    if (!std::ranges::contains(events, event) || m_model->rowOf(event) < 0) {
        const auto shown = std::ranges::find_if(events, [this](int e) { return m_model->rowOf(e) >= 0; });
        if (shown == events.end())
            return false;
        event = *shown;
    }
    if (isColumnHidden(passage.article))
        return false;
    m_current->setEvent(event);
    const int row = m_model->rowOf(event);
    {
        const QScopedValueRollback following(m_isFollowing, true);
        setCurrentIndex(m_model->index(row, passage.article));
    }
    const int left = columnViewportPosition(passage.article);
    QScrollBar *sideways = horizontalScrollBar();
    if (left < 0 || left + columnWidth(passage.article) > viewport()->width())
        sideways->setValue(sideways->value() + left -
                           std::max(0, viewport()->width() - columnWidth(passage.article)) / 2);
    measureVisible();
    const std::vector<QRectF> words = wordRows(passage, span.isEmpty() ? TextSpan{0, 1} : span);
    if (words.empty())
        scrollRowTo(row, qRound(viewport()->height() * LevelShare));
    else if (words.front().top() < 0 || words.back().bottom() + 8 > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      qRound(words.front().top() - viewport()->height() * LevelShare));
    m_flashed = passage;
    m_flashedSpan = span;
    m_flashTimer.start(FlashTime);
    viewport()->update();
    return true;
}

std::optional<PassageRef> RowsView::readingPlace() const
{
    const int event = m_current->event();
    if (event < 0 || !m_current->comparison())
        return std::nullopt;
    const int article = currentIndex().isValid() ? currentIndex().column() : 0;
    std::vector<PassageRef> passages = cellPassages(*m_current->comparison(), event, article);
    if (!passages.empty())
        return passages.front();
    return m_current->comparison()->alignment.events[static_cast<size_t>(event)].members.front().passage;
}

void RowsView::focusColumn(int article)
{
    if (article < 0 || article >= m_model->columnCount() || isColumnHidden(article))
        return;
    setFocus(Qt::ShortcutFocusReason);
    const int row = std::max(0, currentIndex().row());
    setCurrentIndex(m_model->index(row, article));
    const int left = columnViewportPosition(article);
    const int right = left + columnWidth(article) - viewport()->width();
    if (left < 0 || right > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + (left < 0 ? left : std::min(left, right)));
}

int RowsView::focusedColumn() const
{
    return hasFocus() && currentIndex().isValid() ? currentIndex().column() : -1;
}

// ---- the reader's choices

void RowsView::setFinder(const Finder *finder)
{
    m_finder = finder;
    connect(finder, &Finder::matchesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(finder, &Finder::currentChanged, viewport(), qOverload<>(&QWidget::update));
}

void RowsView::setProseColoursShown(bool shown)
{
    m_hasProseColours = shown;
    viewport()->update();
}

void RowsView::setType(const ReadingType &type)
{
    if (type == m_type)
        return;
    m_type = type;
    shareWidths();
    relayout();
}

void RowsView::setCornerAction(QAction *action)
{
    m_corner = new QWidget(this);
    m_corner->setAutoFillBackground(true);
    m_corner->setBackgroundRole(QPalette::Window);
    auto *button = new QToolButton(m_corner);
    button->setObjectName(u"rowsCorner"_s);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(m_corner);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(button);
    layout->addStretch();
    placeCorner();
}

void RowsView::placeCorner()
{
    if (m_corner)
        m_corner->setGeometry(0, 0, verticalHeader()->width(), horizontalHeader()->height());
}

// ---- painting

CellText::Look RowsView::look(int article) const
{
    return {.width = columnWidth(article),
            .type = m_type,
            .hasProseColours = m_hasProseColours,
            .scheme = schemeOf(palette()),
            .divergence = m_current->divergence(),
            .kinds = m_current->shownKinds()};
}

CellText &RowsView::cell(int event, int article)
{
    std::unique_ptr<CellText> &text = m_cells[{event, article}];
    if (text)
        text->setLook(look(article));
    else
        text = std::make_unique<CellText>(m_current->comparison(), m_index, event, article, look(article));
    return *text;
}

void RowsView::paintCell(QPainter &painter, const QRect &area, const QModelIndex &index)
{
    const Surfaces colours = surfacesOf(palette());
    const int event = m_model->event(index.row());
    const bool isCurrent = event == m_current->event();
    const bool isTold = m_model->isTold(event, index.column());
    painter.save();
    painter.setClipRect(area);
    painter.fillRect(area, !isTold ? colours.win : isCurrent ? colours.curfill : colours.view);
    if (isTold) {
        CellText &text = cell(event, index.column());
        painter.translate(area.topLeft());
        text.paint(painter, colours, isCurrent, m_finder);
        if (m_flashTimer.isActive()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(colours.accent, 2));
            painter.setBrush(Qt::NoBrush);
            for (const QRectF &row : text.rows(m_flashed, m_flashedSpan))
                painter.drawRoundedRect(row.adjusted(-2, -1, 2, 5), 2, 2);
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
        painter.translate(-area.topLeft());
    } else {
        painter.setFont(font());
        painter.setPen(colours.muted);
        const QRect seen = area.intersected(viewport()->rect()); // in the middle of what one sees of a tall row
        painter.drawText(QRect(area.left(), seen.top(), area.width(), seen.height()), Qt::AlignCenter, tr("silent"));
    }
    painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), colours.hair);
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), isCurrent ? colours.curline : colours.border);
    if (isCurrent)
        painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), colours.curline);
    if (hasFocus() && index == currentIndex()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(area.adjusted(1, 1, -1, -1));
    }
    painter.restore();
}

void RowsView::paintEvent(QPaintEvent *event)
{
    measureVisible();
    QPainter(viewport()).fillRect(event->rect(), surfacesOf(palette()).win);
    QTableView::paintEvent(event);
}

void RowsView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeCorner();
    shareWidths();
    if (event->size().width() != event->oldSize().width())
        relayout();
}

void RowsView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    shareWidths();
    relayout();
    followEvent();
}

void RowsView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        verticalHeader()->viewport()->update(); // the labels of tall rows move inside them
    measureVisible();
}

void RowsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        relayout();
    else if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

} // namespace parallax
