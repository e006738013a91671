// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The events of a comparison as rows, and their order and choice.
#pragma once

#include "comparison/comparison.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace parallax {

/// Divergences of an event by kind.
using KindCounts = std::array<int, DivergenceKindCount>;

/// How many divergences of each kind a comparison has.
KindCounts countKinds(const std::vector<Divergence> &divergences);

/// One row an event, in story order; row = index into Alignment::events.
class EventModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindCountsRole = Qt::UserRole, ///< KindCounts
        CoverageRole,                  ///< QList<bool>, one an article: told or silent
        ToldCountRole,                 ///< int: articles that tell it
        DisagreementRole,              ///< double: sum of the weights of its divergences
        SearchTextRole,                ///< QString: label and passages
    };

    explicit EventModel(QObject *parent = nullptr);

    void setComparison(ComparisonPtr comparison);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        KindCounts kinds = {};
        QList<bool> told;
        int toldCount = 0;
        double disagreement = 0;
    };
    QString spoken(const Event &event, const Row &row) const;
    QString searchText(const Event &event) const;

    ComparisonPtr m_comparison;
    std::vector<Row> m_rows;
};

enum class EventOrder { Story, Disagreement, Coverage };

/// Orders and chooses the rows of an EventModel; ties keep the order of the story.
class EventSieve : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit EventSieve(QObject *parent = nullptr);

    void setOrder(EventOrder order);
    /// Rows whose label or passages hold every word of `text`, in any case.
    void setText(const QString &text);
    /// Rows with a divergence of that kind; all rows for none.
    void setKind(std::optional<DivergenceKind> kind);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    EventOrder m_order = EventOrder::Disagreement;
    QStringList m_words;
    std::optional<DivergenceKind> m_kind;
};

} // namespace parallax

Q_DECLARE_METATYPE(parallax::KindCounts)
