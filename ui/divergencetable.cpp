// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/divergencetable.h"

#include "report/markstyle.h"
#include "ui/celltransfer.h"
#include "ui/cutlabel.h"
#include "ui/divergencedelegate.h"
#include "ui/letterkey.h"
#include "ui/surfaces.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSet>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int KindWidth = 112;
constexpr int SubjectWidth = 180;
constexpr int WideSubject = 300;
constexpr int EventWidth = 200;
constexpr int ReadingsWidth = 320;
constexpr int MinArticleWidth = 120;
constexpr int FewArticles = 6; // up to these, silent ones keep their column: its place says who is silent
constexpr int HeaderHeight = 28;
constexpr int BadgeSize = 18;
constexpr int Margin = 8;
constexpr int MostFitted = 300; // rows that each have the height they need; measuring more takes too long

/// Names over the columns, an article's with its badge.
class Header final : public QHeaderView
{
public:
    explicit Header(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
    }

    QSize sizeHint() const override { return {0, qMax(HeaderHeight, fontMetrics().height() + 10)}; }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Surfaces colours = surfacesOf(palette());
        painter->save();
        painter->setLayoutDirection(Qt::LayoutDirectionAuto); // names may be Arabic
        painter->fillRect(rect, colours.win);
        painter->setPen(colours.hair);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->drawLine(rect.topRight(), rect.bottomRight());
        int left = rect.left() + Margin;
        if (const int article = section - DivergenceModel::FirstArticleColumn; article >= 0) {
            painter->setRenderHint(QPainter::Antialiasing);
            paintArticleBadge(*painter, article, schemeOf(palette()),
                              QPointF(left, rect.top() + (rect.height() - BadgeSize) / 2), BadgeSize);
            left += BadgeSize + 7;
        }
        painter->setPen(colours.text);
        const QRect name(left, rect.top(), rect.right() - 6 - left, rect.height());
        painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                          fontMetrics().elidedText(model()->headerData(section, Qt::Horizontal).toString(),
                                                   Qt::ElideRight, name.width()));
        painter->restore();
    }
};

} // namespace

DivergenceTable::DivergenceTable(Current *current, QWidget *parent)
    : QWidget(parent)
    , m_current(current)
    , m_model(new DivergenceModel(this))
{
    makeHead();
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view);
    layout->addWidget(m_nothing);
    m_model->setShownKinds(m_current->shownKinds());
    connect(m_current, &Current::comparisonChanged, this, &DivergenceTable::showComparison);
    connect(m_current, &Current::eventChanged, this, &DivergenceTable::showRows);
    connect(m_current, &Current::divergenceChanged, this, &DivergenceTable::followCurrent);
    connect(m_current, &Current::shownKindsChanged, this, &DivergenceTable::showRows);
    showComparison();
}

void DivergenceTable::makeHead()
{
    m_head = new QWidget(this);
    m_title = new QLabel(m_head);
    m_title->setTextFormat(Qt::RichText);
    m_where = new CutLabel(m_head);
    m_where->setMinimumWidth(40);
    m_wholeStory = new QToolButton(m_head);
    m_wholeStory->setObjectName("wholeStory"_L1);
    m_wholeStory->setText(tr("Whole story"));
    m_wholeStory->setCheckable(true);
    m_wholeStory->setAutoRaise(true);
    m_wholeStory->setToolTip(tr("Lists the divergences of every event, heaviest first"));
    connect(m_wholeStory, &QToolButton::toggled, this, &DivergenceTable::showRows);
    auto *layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_where, 1);
    layout->addWidget(new LetterKey(m_head));
    layout->addWidget(m_wholeStory);
}

void DivergenceTable::addHeadAction(QAction *action)
{
    auto *button = new QToolButton(m_head);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    m_head->layout()->addWidget(button);
}

void DivergenceTable::makeTable()
{
    m_view = new QTableView(this);
    m_view->setObjectName("divergences"_L1);
    m_view->setAccessibleName(tr("Divergences"));
    m_view->setHorizontalHeader(new Header(m_view));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new DivergenceDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false); // Tab leaves the table; arrows walk in it
    m_view->setWordWrap(true);          // rows are measured for the width of their columns
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(26);
    m_fitRows.setSingleShot(true);
    m_fitRows.setInterval(0);
    connect(&m_fitRows, &QTimer::timeout, this, &DivergenceTable::fitRows);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, &m_fitRows, qOverload<>(&QTimer::start));
    connect(m_model, &QAbstractItemModel::modelReset, &m_fitRows, qOverload<>(&QTimer::start));
    m_view->horizontalHeader()->setMinimumSectionSize(70);
    m_nothing = new QLabel(this);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setContentsMargins(16, 8, 16, 8);

    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        if (!m_isFitting && section == DivergenceModel::SubjectColumn)
            m_isSubjectSized = true; // by the reader
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &DivergenceTable::takeCell);
    connect(m_view, &QTableView::clicked, this,
            &DivergenceTable::takeCell); // again on the cell that is current already
    connect(m_view, &QTableView::doubleClicked, this, &DivergenceTable::activateCell);
    m_view->setWhatsThis(tr("One row a divergence, heaviest first, one column an article. Readings that share a letter "
                            "agree; a hatched cell is silent. A click shows the words in the article, a double click "
                            "goes on reading there. Ctrl+C copies the selected rows for a spreadsheet or a text."));
    QAction *read = addTableAction(tr("&Go on Reading There"), {Qt::Key_Return});
    read->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    connect(read, &QAction::triggered, this, [this] { activateCell(m_view->currentIndex()); });
    connect(addTableAction(tr("&Copy Rows"), QKeySequence::Copy), &QAction::triggered, this,
            [this] { copyRows(selectedRows()); });
    connect(addTableAction(tr("Copy &Reading"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C}), &QAction::triggered, this,
            &DivergenceTable::copyReading);
    connect(addTableAction(tr("Copy &Table"), {}), &QAction::triggered, this, [this] {
        std::vector<int> all(static_cast<size_t>(m_model->rowCount()));
        std::iota(all.begin(), all.end(), 0);
        copyRows(all);
    });
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QAction *DivergenceTable::addTableAction(const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, m_view);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(action);
    return action;
}

void DivergenceTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_fitRows.start();
    if (event->type() == QEvent::PaletteChange && m_nothing)
        showHead();
    QWidget::changeEvent(event);
}

void DivergenceTable::showComparison()
{
    const QScopedValueRollback guard(m_isFollowing, true);
    m_model->setComparison(m_current->comparison());
    auto *header = m_view->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->resizeSection(DivergenceModel::KindColumn, KindWidth);
    header->resizeSection(DivergenceModel::EventColumn, EventWidth);
    showRows();
}

void DivergenceTable::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

/// The articles' columns fill the width where it is enough for all, and scroll sideways where it is not.
void DivergenceTable::fitColumns()
{
    auto *header = m_view->horizontalHeader();
    std::vector<int> shown;
    for (int column = DivergenceModel::FirstArticleColumn; column < m_model->columnCount(); ++column) {
        if (!header->isSectionHidden(column))
            shown.push_back(column);
    }
    if (!m_isSubjectSized) {
        const QScopedValueRollback guard(m_isFitting, true);
        header->resizeSection(DivergenceModel::SubjectColumn, std::clamp(width() / 5, SubjectWidth, WideSubject));
    }
    int room = width();
    for (int column = 0; column < DivergenceModel::ReadingsColumn; ++column)
        room -= header->isSectionHidden(column) ? 0 : header->sectionSize(column);
    const bool isFitting = static_cast<int>(shown.size()) * MinArticleWidth <= room;
    // Where one would have to scroll to find who has which reading, one cell has them all.
    header->setSectionHidden(DivergenceModel::ReadingsColumn, isFitting);
    if (!isFitting && header->sectionSize(DivergenceModel::ReadingsColumn) == header->defaultSectionSize())
        header->resizeSection(DivergenceModel::ReadingsColumn, std::max(ReadingsWidth, room / 2));
    for (const int column : shown) {
        const auto mode = isFitting ? QHeaderView::Stretch : QHeaderView::Interactive;
        const bool isOther = header->sectionResizeMode(column) != mode;
        if (isOther)
            header->setSectionResizeMode(column, mode);
        if (!isFitting && (isOther || header->sectionSize(column) == header->defaultSectionSize()))
            header->resizeSection(column, MinArticleWidth + 40);
    }
}

/// Rows are as high as their longest text needs, which has two lines at most.
void DivergenceTable::fitRows()
{
    QHeaderView *rows = m_view->verticalHeader();
    const int line = std::max(26, fontMetrics().height() + 8);
    const bool isLong = m_model->rowCount() > MostFitted;
    rows->setDefaultSectionSize(isLong ? line + fontMetrics().lineSpacing() : line);
    if (!isLong)
        m_view->resizeRowsToContents();
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        m_view->scrollTo(current);
}

void DivergenceTable::hideSilentArticles()
{
    const bool isWholeStory = m_wholeStory->isChecked();
    const int articles = m_model->columnCount() - DivergenceModel::FirstArticleColumn;
    std::vector<int> silent;
    if (!isWholeStory && m_model->rowCount() > 0 && articles > FewArticles)
        silent = m_model->silentColumns();
    m_silentCount = static_cast<int>(silent.size());
    m_view->setColumnHidden(DivergenceModel::EventColumn, !isWholeStory);
    for (int column = DivergenceModel::FirstArticleColumn; column < m_model->columnCount(); ++column)
        m_view->setColumnHidden(column, std::ranges::binary_search(silent, column));
    fitColumns();
}

void DivergenceTable::showRows()
{
    {
        const QScopedValueRollback guard(m_isFollowing, true);
        m_model->setShownKinds(m_current->shownKinds());
        m_model->setEvent(m_wholeStory->isChecked() ? -1 : m_current->event());
        hideSilentArticles();
    }
    showHead();
    followCurrent();
}

void DivergenceTable::showHead()
{
    const ComparisonPtr comparison = m_current->comparison();
    const int rows = m_model->rowCount();
    const bool isOfEvent = comparison && m_current->event() >= 0 && !m_wholeStory->isChecked();
    QString where = tr("in the whole story");
    if (isOfEvent)
        where = tr("in “%1”").arg(comparison->alignment.events[static_cast<size_t>(m_current->event())].label);
    if (m_silentCount > 0)
        where += u" · "_s + tr("%n silent articles are left out", nullptr, m_silentCount);
    const QString muted = surfacesOf(palette()).muted.name();
    m_title->setText(u"<b>%1</b> &nbsp;<span style='color:%2'>%3</span>"_s.arg(tr("Divergences"), muted).arg(rows));
    QPalette quiet = m_where->palette();
    quiet.setColor(QPalette::WindowText, surfacesOf(palette()).muted);
    m_where->setPalette(quiet);
    m_where->setText(where);
    m_where->setToolTip(where);
    const bool hasEvents = comparison && !comparison->alignment.events.empty();
    m_nothing->setText(!hasEvents  ? tr("Nothing to compare: no two articles report a common event.")
                       : isOfEvent ? tr("The articles agree on this event in every kind that is shown.")
                                   : tr("No divergence of the kinds that are shown."));
    m_view->setVisible(rows > 0);
    m_nothing->setVisible(rows == 0);
}

void DivergenceTable::followCurrent()
{
    const QScopedValueRollback guard(m_isFollowing, true);
    const int row = m_model->rowOf(m_current->divergence());
    if (row < 0) {
        m_view->selectionModel()->clear();
        m_view->viewport()->update();
        return;
    }
    if (m_view->currentIndex().row() == row)
        return;
    const int column = m_view->currentIndex().isValid() ? m_view->currentIndex().column() : DivergenceModel::KindColumn;
    m_view->setCurrentIndex(m_model->index(row, column));
    m_view->scrollTo(m_model->index(row, column));
    m_view->viewport()->update(); // the lines of the current row cross all its cells
}

void DivergenceTable::takeCell(const QModelIndex &cell)
{
    if (m_isFollowing || !cell.isValid())
        return;
    const int chosen = cell.data(DivergenceModel::DivergenceRole).toInt();
    const QVariant passage = cell.data(DivergenceModel::PassageRole);
    const QVariant span = cell.data(DivergenceModel::SpanRole);
    m_current->setDivergence(chosen);
    m_view->viewport()->update();
    if (passage.isValid()) {
        Q_EMIT readingRequested(passage.value<PassageRef>(), span.value<TextSpan>());
    } else if (const auto &readings = m_current->comparison()->divergences[static_cast<size_t>(chosen)].readings;
               !readings.empty()) {
        Q_EMIT readingRequested(readings.front().passage, readings.front().span);
    }
}

void DivergenceTable::activateCell(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    takeCell(cell);
    const auto &readings = m_current->comparison()
                               ->divergences[static_cast<size_t>(cell.data(DivergenceModel::DivergenceRole).toInt())]
                               .readings;
    const QVariant passage = cell.data(DivergenceModel::PassageRole);
    if (passage.isValid())
        Q_EMIT readingActivated(passage.value<PassageRef>(), cell.data(DivergenceModel::SpanRole).value<TextSpan>());
    else if (!readings.empty())
        Q_EMIT readingActivated(readings.front().passage, readings.front().span);
}

std::vector<int> DivergenceTable::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &cell : m_view->selectionModel()->selectedIndexes())
        rows.push_back(cell.row());
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    return rows;
}

void DivergenceTable::copyRows(const std::vector<int> &rows) const
{
    if (!rows.empty())
        QGuiApplication::clipboard()->setMimeData(cellTransfer(m_model->cells(rows)).release());
}

void DivergenceTable::copyReading() const
{
    if (m_view->currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_view->currentIndex().data().toString());
}

} // namespace parallax
