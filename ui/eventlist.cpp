// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/eventlist.h"

#include "report/wording.h"
#include "ui/eventdelegate.h"
#include "ui/icons.h"
#include "ui/singlesource.h"
#include "ui/surfaces.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostMeasured = 500; // events that each have the height of their label
constexpr int ArticlesShown = 6;  // rows of the lower list before it scrolls

QString headText(const QString &title, const QString &count, const QPalette &palette)
{
    return u"<b>%1</b>&nbsp; <span style='color:%2'>%3</span>"_s.arg(title, surfacesOf(palette).muted.name(), count);
}

QListView *plainList(QWidget *parent)
{
    auto *view = new QListView(parent);
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformItemSizes(true);
    view->setMouseTracking(true);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return view;
}

} // namespace

EventList::EventList(Current *current, QWidget *parent)
    : QWidget(parent)
    , m_current(current)
    , m_model(new EventModel(this))
    , m_sieve(new EventSieve(this))
{
    m_sieve->setSourceModel(m_model);
    makeHead();
    makeEvents();
    makeSingleSource();
    layOut();
    connect(m_current, &Current::comparisonChanged, this, &EventList::showComparison);
    connect(m_current, &Current::eventChanged, this, &EventList::showCurrent);
    showComparison();
}

void EventList::makeHead()
{
    m_head = new QLabel(this);
    m_head->setContentsMargins(8, 8, 8, 6);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName("eventFilter"_L1);
    m_filter->setPlaceholderText(tr("Filter events"));
    m_filter->setAccessibleName(tr("Filter events by words"));
    m_filter->setToolTip(tr("Shows the events whose label or passages hold these words"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(breezeIcon(u"view-filter"_s), QLineEdit::LeadingPosition);

    m_order = new QComboBox(this);
    m_order->setObjectName("eventOrder"_L1);
    m_order->setAccessibleName(tr("Order of the events"));
    m_order->addItem(tr("Most disagreement"), QVariant::fromValue(EventOrder::Disagreement));
    m_order->addItem(tr("Order of the story"), QVariant::fromValue(EventOrder::Story));
    m_order->addItem(tr("Most articles"), QVariant::fromValue(EventOrder::Coverage));
    m_kind = new QComboBox(this);
    m_kind->setObjectName("eventKind"_L1);
    m_kind->setAccessibleName(tr("Kind of divergence"));
    m_kind->addItem(tr("All kinds"));
    for (int kind = 0; kind < DivergenceKindCount; ++kind)
        m_kind->addItem(kindName(static_cast<DivergenceKind>(kind)), kind);
    for (QComboBox *box : {m_order, m_kind})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    connect(m_filter, &QLineEdit::textChanged, this, &EventList::sieve);
    connect(m_order, &QComboBox::currentIndexChanged, this, &EventList::sieve);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EventList::sieve);
}

void EventList::makeEvents()
{
    m_view = plainList(this);
    m_view->setObjectName("events"_L1);
    m_view->setAccessibleName(tr("Events"));
    m_view->setModel(m_sieve);
    m_view->setItemDelegate(new EventDelegate(m_view));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setResizeMode(QListView::Adjust); // labels wrap
    m_view->setWhatsThis(
        tr("One row an event: what it is, a cell for every article (filled: tells it), and the letters "
           "of its divergences with their counts. Choose one to level its passages."));
    m_nothing = new QWidget(this);
    m_nothingText = new QLabel(m_nothing);
    m_nothingText->setWordWrap(true);
    m_clearFilter = new QPushButton(tr("Show All Events"), m_nothing);
    m_clearFilter->setObjectName("clearEventFilter"_L1);
    connect(m_clearFilter, &QPushButton::clicked, this, &EventList::clearFilter);
    auto *nothing = new QVBoxLayout(m_nothing);
    nothing->setContentsMargins(16, 12, 16, 12);
    nothing->addWidget(m_nothingText);
    nothing->addWidget(m_clearFilter, 0, Qt::AlignLeft);
    nothing->addStretch(1);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!m_isSieving && index.isValid())
            m_current->setEvent(m_sieve->mapToSource(index).row());
    });
}

void EventList::makeSingleSource()
{
    m_singleArea = new QWidget(this);
    m_singleHead = new QLabel(m_singleArea);
    m_singleHead->setContentsMargins(12, 7, 12, 7);
    m_singleView = new SingleSourceView(m_singleArea);
    connect(m_singleView, &SingleSourceView::passageRequested, this, &EventList::passageRequested);
    auto *layout = new QVBoxLayout(m_singleArea);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_singleHead);
    layout->addWidget(m_singleView, 1);
}

void EventList::layOut()
{
    auto *boxes = new QHBoxLayout;
    boxes->setSpacing(8);
    boxes->addWidget(m_order, 3);
    boxes->addWidget(m_kind, 2);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 2, 8, 8);
    head->setSpacing(6);
    head->addWidget(m_filter);
    head->addLayout(boxes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    auto *upper = new QWidget(this);
    auto *events = new QVBoxLayout(upper);
    events->setContentsMargins(0, 0, 0, 0);
    events->addWidget(m_view, 1);
    events->addWidget(m_nothing, 1);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->addWidget(upper);
    m_splitter->addWidget(m_singleArea);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSplit = true; });
    layout->addWidget(m_splitter, 1);
}

void EventList::showComparison()
{
    {
        const QScopedValueRollback guard(m_isSieving, true);
        m_model->setComparison(m_current->comparison());
        m_view->setUniformItemSizes(m_model->rowCount() > MostMeasured);
    }
    showSingleSource();
    sieve();
}

void EventList::showSingleSource()
{
    const ComparisonPtr comparison = m_current->comparison();
    m_singleView->setComparison(comparison);
    const bool isAny = comparison && !comparison->alignment.singleSource.empty();
    m_singleArea->setVisible(isAny);
    if (!isAny || m_isSplit)
        return;
    const int articles = static_cast<int>(comparison->story.articles.size());
    const int closed = m_singleView->closedHeight() * std::min(articles, ArticlesShown) / articles;
    const int wanted = closed + m_singleHead->sizeHint().height() + 6;
    m_splitter->setSizes({std::max(m_splitter->height() - wanted, wanted), wanted});
}

void EventList::clearFilter()
{
    m_filter->clear();
    m_kind->setCurrentIndex(0);
}

void EventList::save(QSettings &settings) const
{
    settings.setValue("events/order", m_order->currentIndex());
    if (m_isSplit)
        settings.setValue("events/room", m_splitter->saveState());
}

void EventList::restore(const QSettings &settings)
{
    m_order->setCurrentIndex(std::clamp(settings.value("events/order", 0).toInt(), 0, m_order->count() - 1));
    m_isSplit = m_splitter->restoreState(settings.value("events/room").toByteArray());
}

void EventList::sieve()
{
    {
        // Rows come and go here without the reader having chosen one.
        const QScopedValueRollback guard(m_isSieving, true);
        m_sieve->setText(m_filter->text());
        m_sieve->setOrder(m_order->currentData().value<EventOrder>());
        const QVariant kind = m_kind->currentData();
        m_sieve->setKind(kind.isValid() ? std::optional(static_cast<DivergenceKind>(kind.toInt())) : std::nullopt);
    }
    const int all = m_model->rowCount();
    const int shown = m_sieve->rowCount();
    showHeads();
    const ComparisonPtr comparison = m_current->comparison();
    const bool isAlone = comparison && comparison->story.articles.size() == 1;
    m_nothingText->setText(all > 0   ? tr("None of the %1 events matches the filter.").arg(all)
                           : isAlone ? tr("Events are what at least two articles report. This story has one.")
                                     : tr("No two articles report a common event."));
    m_clearFilter->setVisible(all > 0);
    m_view->setVisible(shown > 0);
    m_nothing->setVisible(shown == 0);
    showCurrent();
}

void EventList::showHeads()
{
    const int all = m_model->rowCount();
    const int shown = m_sieve->rowCount();
    m_head->setText(
        headText(tr("Events"), shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all), palette()));
    const auto single = m_current->comparison() ? m_current->comparison()->alignment.singleSource.size() : 0;
    m_singleHead->setText(headText(tr("Told by one article only"), QString::number(single), palette()));
}

void EventList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_singleHead)
        showHeads();
}

void EventList::showCurrent()
{
    const QScopedValueRollback guard(m_isSieving, true);
    const QModelIndex index = m_sieve->mapFromSource(m_model->index(m_current->event(), 0));
    if (index == m_view->currentIndex() && m_view->selectionModel()->isSelected(index))
        return;
    if (index.isValid()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    } else {
        m_view->selectionModel()->clear();
    }
}

} // namespace parallax
