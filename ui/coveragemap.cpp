// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coveragemap.h"

#include "report/markstyle.h"
#include "ui/eventdelegate.h"
#include "ui/surfaces.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int Grid = 21; // design tokens, section 7
constexpr int CellSize = 17;
constexpr int RowHeight = 23;
constexpr int BadgeSize = 18;
constexpr int LabelWidth = 190;
constexpr int PairWidth = 42;
constexpr int Margin = 10;
constexpr int MostPairs = 100; // articles; more pairs than these nobody reads, and they take time

// Shares of shared words from which a pair's cell is a step darker. Two reports of one speech share a tenth; a fifth
// and more is common wire copy, half a reprint.
constexpr std::array ShareSteps{0.02, 0.08, 0.2, 0.5};

size_t heatOfShare(double share)
{
    return static_cast<size_t>(std::ranges::upper_bound(ShareSteps, share) - ShareSteps.begin());
}

void paintBadgeAt(QPainter &painter, const QRect &rect, int article, const QPalette &palette)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintArticleBadge(
        painter, article, schemeOf(palette),
        QPointF(rect.left() + (rect.width() - BadgeSize) / 2.0, rect.top() + (rect.height() - BadgeSize) / 2.0),
        BadgeSize);
}

void paintFocus(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter.setPen(QPen(surfacesOf(option.palette).accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
}

/// Badges instead of names: the columns are as narrow as a cell.
class BadgeHeader final : public QHeaderView
{
public:
    BadgeHeader(Qt::Orientation orientation, int firstArticle, QWidget *parent)
        : QHeaderView(orientation, parent)
        , m_firstArticle(firstArticle)
    {
        setMinimumSectionSize(Grid);
        setSectionResizeMode(QHeaderView::Fixed);
    }

    QSize sizeHint() const override
    {
        return orientation() == Qt::Horizontal ? QSize(0, std::max(28, fontMetrics().height() + 8)) : QSize(30, 0);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Surfaces colours = surfacesOf(palette());
        painter->save();
        painter->fillRect(rect, colours.win);
        painter->setPen(colours.hair);
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        if (section >= m_firstArticle) {
            paintBadgeAt(*painter, rect, section - m_firstArticle, palette());
        } else {
            painter->setPen(colours.text);
            painter->drawText(rect.adjusted(Margin, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              model()->headerData(section, Qt::Horizontal).toString());
        }
        painter->restore();
    }

private:
    const int m_firstArticle;
};

class MapDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Surfaces colours = surfacesOf(option.palette);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setLayoutDirection(Qt::LayoutDirectionAuto); // labels may be Arabic
        if (isSelected)
            painter->fillRect(option.rect, colours.sel);
        if (index.column() == CoverageModel::LabelColumn) {
            if (isSelected)
                painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accent);
            QFont font = option.font;
            font.setWeight(isSelected ? QFont::DemiBold : QFont::Normal);
            painter->setFont(font);
            painter->setPen(option.palette.color(QPalette::Text));
            const QRect words = option.rect.adjusted(Margin, 0, -4, 0);
            painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                              QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        } else {
            const int count = index.data(CoverageModel::DivergencesRole).toInt();
            const QRect cell(option.rect.left() + (option.rect.width() - CellSize) / 2,
                             option.rect.top() + (option.rect.height() - CellSize) / 2, CellSize, CellSize);
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(count < 0 ? QPen(colours.border) : Qt::NoPen);
            painter->setBrush(count < 0 ? QBrush(colours.view)
                                        : QBrush(colours.heat[static_cast<size_t>(std::clamp(count, 0, 4))]));
            painter->drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
            painter->setRenderHint(QPainter::Antialiasing, false);
        }
        paintFocus(*painter, option);
        painter->restore();
    }
};

/// The share as a number on a fill, under it in small the events both tell.
class PairDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Surfaces colours = surfacesOf(option.palette);
        const QVariant share = index.data(SharingModel::ShareRole);
        painter->save();
        painter->fillRect(option.rect, colours.view); // over the style's own selection: a frame marks the cell
        const QRect cell = option.rect.adjusted(1, 1, -1, -1);
        if (share.isValid()) {
            const QColor fill = colours.heat[heatOfShare(share.toDouble())];
            painter->fillRect(cell, fill);
            painter->setPen(contrast(colours.text, fill) >= contrast(colours.view, fill) ? colours.text : colours.view);
            const int half = cell.height() / 2;
            QFont bold = option.font;
            bold.setBold(true);
            painter->setFont(bold);
            painter->drawText(cell.adjusted(0, 2, 0, -half), Qt::AlignHCenter | Qt::AlignVCenter,
                              index.data().toString());
            QFont small = option.font;
            small.setPointSizeF(small.pointSizeF() * 0.85);
            painter->setFont(small);
            painter->drawText(cell.adjusted(0, half, 0, -2), Qt::AlignHCenter | Qt::AlignVCenter,
                              index.data(SharingModel::EventsRole).toString());
        }
        paintFocus(*painter, option);
        painter->restore();
    }
};

QTableView *plainTable(QWidget *parent)
{
    auto *view = new QTableView(parent);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    return view;
}

/// The steps of the map's fills, with what they stand for.
class HeatKey final : public QWidget
{
public:
    explicit HeatKey(const QString &silent, const QString &told, QWidget *parent)
        : QWidget(parent)
        , m_silent(silent)
        , m_told(told)
    {
        setAccessibleName(u"%1; %2"_s.arg(silent, told));
        setMinimumHeight(std::max(26, fontMetrics().height() + 10));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Surfaces colours = surfacesOf(palette());
        const int size = 11;
        const int top = (height() - size) / 2;
        int x = Margin;
        const auto word = [&](const QString &text) {
            painter.setPen(colours.muted);
            painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
            x += fontMetrics().horizontalAdvance(text) + 14;
        };
        painter.setPen(colours.border);
        painter.drawRect(x, top, size - 1, size - 1);
        x += size + 6;
        word(m_silent);
        for (const QColor &heat : colours.heat) {
            painter.fillRect(x, top, size, size, heat);
            x += size + 2;
        }
        x += 4;
        word(m_told);
    }

private:
    const QString m_silent;
    const QString m_told;
};

} // namespace

CoverageMap::CoverageMap(Current *current, QWidget *parent)
    : QWidget(parent)
    , m_current(current)
    , m_mapModel(new CoverageModel(this))
    , m_pairModel(new SharingModel(this))
{
    makeMap();
    makePairs();
    auto *upper = new QWidget(this);
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(0);
    upperLayout->addWidget(m_map, 1);
    upperLayout->addWidget(new HeatKey(tr("silent"), tr("told, with 0 · 1 · 2 · 3 · 4+ divergences"), upper));
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(upper);
    splitter->addWidget(m_pairArea);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_current, &Current::comparisonChanged, this, &CoverageMap::refresh);
    connect(m_current, &Current::eventChanged, this, &CoverageMap::followCurrent);
}

void CoverageMap::makeMap()
{
    m_map = plainTable(this);
    m_map->setObjectName("coverageMap"_L1);
    m_map->setAccessibleName(tr("Coverage map: events by articles"));
    m_map->setWhatsThis(tr("One row an event, one cell an article: empty where it is silent, the darker the more "
                           "divergences it takes part in. A click goes to its passage."));
    m_map->setHorizontalHeader(new BadgeHeader(Qt::Horizontal, CoverageModel::FirstArticleColumn, m_map));
    m_map->setModel(m_mapModel);
    m_map->setItemDelegate(new MapDelegate(m_map));
    m_map->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_map->setSelectionMode(QAbstractItemView::SingleSelection);
    m_map->verticalHeader()->hide();
    m_map->verticalHeader()->setDefaultSectionSize(std::max(RowHeight, fontMetrics().height() + 5));
    connect(m_map->selectionModel(), &QItemSelectionModel::currentChanged, this, &CoverageMap::takeCell);
    connect(m_map, &QTableView::clicked, this, &CoverageMap::takeCell);
}

void CoverageMap::makePairs()
{
    m_pairArea = new QWidget(this);
    m_pairTitle = new QLabel(m_pairArea);
    m_pairTitle->setContentsMargins(Margin, 7, Margin, 7);
    m_pairTitle->setWordWrap(true);
    m_pairs = plainTable(m_pairArea);
    m_pairs->setObjectName("sharedText"_L1);
    m_pairs->setAccessibleName(tr("Text that two articles share word for word, and events both tell"));
    m_pairs->setWhatsThis(
        tr("How much of the row's article stands word for word in the column's, and under it how many "
           "events both tell. Dark cells are common agency text or a reprint."));
    m_pairs->setHorizontalHeader(new BadgeHeader(Qt::Horizontal, 0, m_pairs));
    m_pairs->setVerticalHeader(new BadgeHeader(Qt::Vertical, 0, m_pairs));
    m_pairs->horizontalHeader()->setDefaultSectionSize(PairWidth);
    m_pairs->verticalHeader()->setDefaultSectionSize(std::max(36, 2 * fontMetrics().height() + 6));
    m_pairs->setModel(m_pairModel);
    m_pairs->setItemDelegate(new PairDelegate(m_pairs));
    m_pairs->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_pairs, &QTableView::clicked, this,
            [this](const QModelIndex &cell) { Q_EMIT articleRequested(cell.column()); });
    connect(m_pairs, &QTableView::activated, this,
            [this](const QModelIndex &cell) { Q_EMIT articleRequested(cell.column()); });
    auto *layout = new QVBoxLayout(m_pairArea);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pairTitle);
    layout->addWidget(m_pairs, 1);
}

void CoverageMap::refresh()
{
    m_isStale = !isVisible();
    if (m_isStale)
        return;
    const ComparisonPtr comparison = m_current->comparison();
    const QScopedValueRollback guard(m_isFollowing, true);
    m_mapModel->setComparison(comparison);
    auto *header = m_map->horizontalHeader();
    header->setDefaultSectionSize(Grid);
    header->resizeSection(CoverageModel::LabelColumn, LabelWidth);
    header->setSectionResizeMode(CoverageModel::LabelColumn, comparison && comparison->story.articles.size() <= 12
                                                                 ? QHeaderView::Stretch
                                                                 : QHeaderView::Interactive);
    const auto articles = comparison ? comparison->story.articles.size() : 0;
    const bool hasPairs = articles >= 2 && articles <= MostPairs;
    m_pairModel->setComparison(comparison, {});
    m_pairs->setVisible(hasPairs);
    m_pairTitle->setText(u"<b>%1</b> · %2"_s.arg(
        tr("Shared word for word"),
        hasPairs               ? tr("share of the row’s words that the column has too; below, events both tell")
        : articles > MostPairs ? tr("left out in stories of more than %1 articles").arg(MostPairs)
                               : tr("needs two articles")));
    followCurrent();
    if (hasPairs)
        Q_EMIT sharingWanted();
}

void CoverageMap::showSharing(const Sharing &sharing)
{
    m_pairModel->setComparison(m_current->comparison(), sharing);
}

void CoverageMap::followCurrent()
{
    if (m_isStale)
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    if (m_map->currentIndex().row() == m_current->event())
        return;
    const int column = std::max(0, m_map->currentIndex().column());
    m_map->setCurrentIndex(m_mapModel->index(m_current->event(), column));
    if (m_current->event() < 0)
        m_map->selectionModel()->clear();
}

void CoverageMap::takeCell(const QModelIndex &cell)
{
    if (m_isFollowing || !cell.isValid())
        return;
    m_current->setEvent(cell.row());
    const QVariant passage = cell.data(CoverageModel::PassageRole);
    if (passage.isValid())
        Q_EMIT passageRequested(passage.value<PassageRef>());
}

void CoverageMap::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
    // Once it has its size.
    QMetaObject::invokeMethod(
        this, [this] { m_map->scrollTo(m_map->currentIndex(), QAbstractItemView::PositionAtCenter); },
        Qt::QueuedConnection);
}

void CoverageMap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_map->verticalHeader()->setDefaultSectionSize(std::max(RowHeight, fontMetrics().height() + 5));
        m_pairs->verticalHeader()->setDefaultSectionSize(std::max(36, 2 * fontMetrics().height() + 6));
    }
}

} // namespace parallax
