// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_rows.cpp.
#include "ui/rowsmodel.h"

#include "ui/articlename.h"
#include "ui/celltext.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace parallax {

RowsModel::RowsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RowsModel::setComparison(ComparisonPtr comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    const size_t count = m_comparison ? m_comparison->alignment.events.size() : 0;
    m_events.resize(count);
    std::iota(m_events.begin(), m_events.end(), 0);
    m_rows = m_events;
    m_kinds.assign(count, {});
    m_told.assign(count, {});
    if (m_comparison) {
        for (size_t event = 0; event < count; ++event) {
            m_told[event].resize(m_comparison->story.articles.size());
            for (const EventMember &member : m_comparison->alignment.events[event].members)
                m_told[event][static_cast<size_t>(member.passage.article)] = true;
        }
        for (const Divergence &divergence : m_comparison->divergences) {
            const auto event = static_cast<size_t>(divergence.event);
            ++m_kinds[event][static_cast<size_t>(divergence.kind)];
            for (const Reading &reading : divergence.readings)
                m_told[event][static_cast<size_t>(reading.passage.article)] = true;
        }
    }
    endResetModel();
}

void RowsModel::setEvents(std::vector<int> events)
{
    const int count = static_cast<int>(m_kinds.size());
    std::erase_if(events, [count](int event) { return event < 0 || event >= count; });
    if (events == m_events)
        return;
    beginResetModel();
    m_events = std::move(events);
    m_rows.assign(static_cast<size_t>(count), -1);
    for (int row = 0; const int event : m_events)
        m_rows[static_cast<size_t>(event)] = row++;
    endResetModel();
}

int RowsModel::rowOf(int event) const
{
    return event >= 0 && event < static_cast<int>(m_rows.size()) ? m_rows[static_cast<size_t>(event)] : -1;
}

bool RowsModel::isTold(int event, int article) const
{
    return m_told[static_cast<size_t>(event)][static_cast<size_t>(article)];
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_comparison ? 0 : static_cast<int>(m_comparison->story.articles.size());
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int told = event(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QStringList texts;
        for (const PassageRef ref : cellPassages(*m_comparison, told, index.column()))
            texts << m_comparison->story.passage(ref).text;
        if (texts.isEmpty() && role == Qt::AccessibleTextRole)
            return tr("silent");
        return texts.join(u'\n');
    }
    case Qt::AccessibleDescriptionRole:
        return tr("%1, on: %2")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 headerData(index.row(), Qt::Vertical, Qt::DisplayRole).toString());
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const int count = orientation == Qt::Horizontal ? columnCount() : rowCount();
    if (section < 0 || section >= count || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    if (orientation == Qt::Horizontal)
        return articleName(m_comparison->story.articles[static_cast<size_t>(section)]);
    return m_comparison->alignment.events[static_cast<size_t>(event(section))].label;
}

} // namespace parallax
