// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Events × articles as a table of texts, for the rows and for whoever reads them out.
#pragma once

#include "comparison/comparison.h"
#include "ui/eventmodel.h"

#include <QAbstractTableModel>

namespace parallax {

/// One row an event, one column an article. A cell's text is what the article says of the event: its passages, a line
/// each; empty where it is silent. The head of a row is the event's label, that of a column the article's name.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RowsModel(QObject *parent = nullptr);

    /// Every event in story order.
    void setComparison(ComparisonPtr comparison);
    ComparisonPtr comparison() const { return m_comparison; }
    /// Which events are rows, and in which order; indexes into Alignment::events, those out of range left out.
    void setEvents(std::vector<int> events);

    int event(int row) const { return m_events[static_cast<size_t>(row)]; }
    /// Row of an event; -1 where it has none.
    int rowOf(int event) const;
    KindCounts kinds(int event) const { return m_kinds[static_cast<size_t>(event)]; }
    bool isTold(int event, int article) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ComparisonPtr m_comparison;
    std::vector<int> m_events;
    std::vector<int> m_rows; ///< by event
    std::vector<KindCounts> m_kinds;
    std::vector<std::vector<bool>> m_told;
};

} // namespace parallax
