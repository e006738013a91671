// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/eventmodel.h"

#include "report/wording.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

KindCounts countKinds(const std::vector<Divergence> &divergences)
{
    KindCounts counts = {};
    for (const Divergence &divergence : divergences)
        ++counts[static_cast<size_t>(divergence.kind)];
    return counts;
}

EventModel::EventModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void EventModel::setComparison(ComparisonPtr comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_rows.clear();
    if (m_comparison) {
        for (const Event &event : m_comparison->alignment.events) {
            Row row;
            row.told.resize(static_cast<qsizetype>(m_comparison->story.articles.size()), false);
            for (const EventMember &member : event.members)
                row.told[member.passage.article] = true;
            m_rows.push_back(std::move(row));
        }
        for (const Divergence &divergence : m_comparison->divergences) {
            Row &row = m_rows[static_cast<size_t>(divergence.event)];
            for (const Reading &reading : divergence.readings) // it need not be in a linked passage
                row.told[reading.passage.article] = true;
            ++row.kinds[static_cast<size_t>(divergence.kind)];
            row.disagreement += divergence.weight;
        }
        for (Row &row : m_rows)
            row.toldCount = static_cast<int>(row.told.count(true));
    }
    endResetModel();
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const Event &event = m_comparison->alignment.events[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return event.label;
    case Qt::ToolTipRole:
        return u"%1\n%2\n%3"_s.arg(event.label, tr("Told by %1 of %2 articles").arg(row.toldCount).arg(row.told.size()),
                                   tr("Linked by: %1").arg(evidenceText(event.evidence)));
    case Qt::AccessibleTextRole:
        return spoken(event, row);
    case KindCountsRole:
        return QVariant::fromValue(row.kinds);
    case CoverageRole:
        return QVariant::fromValue(row.told);
    case ToldCountRole:
        return row.toldCount;
    case DisagreementRole:
        return row.disagreement;
    case SearchTextRole:
        return searchText(event);
    default:
        return {};
    }
}

QString EventModel::spoken(const Event &event, const Row &row) const
{
    QStringList parts{event.label, tr("told by %1 of %2 articles").arg(row.toldCount).arg(row.told.size())};
    for (int kind = 0; kind < DivergenceKindCount; ++kind) {
        if (const int count = row.kinds[static_cast<size_t>(kind)]; count > 0)
            parts << u"%1 %2"_s.arg(kindName(static_cast<DivergenceKind>(kind))).arg(count);
    }
    return parts.join(u", "_s);
}

QString EventModel::searchText(const Event &event) const
{
    QString text = event.label;
    for (const EventMember &member : event.members)
        text += u'\n' + m_comparison->story.passage(member.passage).text;
    return text;
}

EventSieve::EventSieve(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    sort(0);
}

void EventSieve::setOrder(EventOrder order)
{
    m_order = order;
    invalidate();
}

void EventSieve::setText(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void EventSieve::setKind(std::optional<DivergenceKind> kind)
{
    m_kind = kind;
    invalidateFilter();
}

bool EventSieve::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_kind && index.data(EventModel::KindCountsRole).value<KindCounts>()[static_cast<size_t>(*m_kind)] == 0)
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(EventModel::SearchTextRole).toString();
    return std::ranges::all_of(m_words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool EventSieve::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto falling = [&](int role) {
        const double a = left.data(role).toDouble();
        const double b = right.data(role).toDouble();
        return std::pair(-a, left.row()) < std::pair(-b, right.row());
    };
    switch (m_order) {
    case EventOrder::Disagreement:
        return falling(EventModel::DisagreementRole);
    case EventOrder::Coverage:
        return falling(EventModel::ToldCountRole);
    case EventOrder::Story:
        break;
    }
    return left.row() < right.row();
}

} // namespace parallax
