// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/eventlist.h"

#include "report/wording.h"
#include "ui/articlename.h"
#include "ui/eventdelegate.h"
#include "ui/icons.h"
#include "ui/surfaces.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int ArticlesShown = 6; // rows of the lower list before it scrolls

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
    m_nothing = new QLabel(this);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_nothing->setContentsMargins(16, 12, 16, 12);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!m_isSieving && index.isValid())
            m_current->setEvent(m_sieve->mapToSource(index).row());
    });
}

void EventList::makeSingleSource()
{
    m_singleHead = new QLabel(this);
    m_singleModel = new QStandardItemModel(this);
    m_singleView = plainList(this);
    m_singleView->setObjectName("singleSource"_L1);
    m_singleView->setAccessibleName(tr("Told by one article only"));
    m_singleView->setModel(m_singleModel);
    m_singleView->setItemDelegate(new SingleSourceDelegate(m_singleView));
    const auto go = [this](const QModelIndex &index) { goToSingleSource(index.row()); };
    connect(m_singleView, &QListView::clicked, this, go);
    auto *enter = new QAction(m_singleView);
    enter->setShortcuts({Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space});
    enter->setShortcutContext(Qt::WidgetShortcut);
    m_singleView->addAction(enter);
    connect(enter, &QAction::triggered, this, [this, go] {
        if (m_singleView->currentIndex().isValid())
            go(m_singleView->currentIndex());
    });
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
    layout->addWidget(m_view, 1);
    layout->addWidget(m_nothing, 1);
    m_singleHead->setContentsMargins(12, 7, 12, 7);
    layout->addWidget(m_singleHead);
    layout->addWidget(m_singleView);
}

void EventList::showComparison()
{
    {
        const QScopedValueRollback guard(m_isSieving, true);
        m_model->setComparison(m_current->comparison());
    }
    showSingleSource();
    sieve();
}

void EventList::showSingleSource()
{
    m_lastShown.clear();
    m_singleModel->clear();
    const ComparisonPtr comparison = m_current->comparison();
    const bool isAny = comparison && !comparison->alignment.singleSource.empty();
    m_singleHead->setVisible(isAny);
    m_singleView->setVisible(isAny);
    if (!isAny)
        return;
    std::vector<int> counts(comparison->story.articles.size(), 0);
    for (const PassageRef &ref : comparison->alignment.singleSource)
        ++counts[static_cast<size_t>(ref.article)];
    const int most = std::ranges::max(counts);
    for (size_t i = 0; i < counts.size(); ++i) {
        auto *item = new QStandardItem(articleName(comparison->story.articles[i]));
        item->setData(counts[i], SingleSourceDelegate::CountRole);
        item->setData(most, SingleSourceDelegate::MostRole);
        const QString passages = counts[i] == 1 ? tr("1 passage that no other article reports")
                                                : tr("%n passages that no other article reports", nullptr, counts[i]);
        item->setData(passages + (counts[i] > 0 ? u"\n"_s + tr("Click to walk through them") : QString()),
                      Qt::ToolTipRole);
        item->setData(u"%1: %2"_s.arg(item->text(), passages), Qt::AccessibleTextRole);
        m_singleModel->appendRow(item);
    }
    const int rows = std::min(static_cast<int>(counts.size()), ArticlesShown);
    m_singleView->setFixedHeight(rows * m_singleView->sizeHintForRow(0) + 6);
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
    m_nothing->setText(all > 0 ? tr("No event matches. Clear the filter to see all %1.").arg(all)
                               : tr("No two articles report a common event."));
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

void EventList::goToSingleSource(int article)
{
    std::vector<PassageRef> own;
    std::ranges::copy_if(m_current->comparison()->alignment.singleSource, std::back_inserter(own),
                         [article](const PassageRef &ref) { return ref.article == article; });
    if (own.empty())
        return;
    const auto last = m_lastShown.find(article);
    const size_t next = last == m_lastShown.end() ? 0 : (last->second + 1) % own.size();
    m_lastShown[article] = next;
    Q_EMIT passageRequested(own[next]);
}

} // namespace parallax
