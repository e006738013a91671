// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Divergences as a table: one row a divergence, one column an article.
#pragma once

#include "comparison/comparison.h"

#include <QAbstractTableModel>
#include <QSet>

namespace parallax {

/// The sentence around a reading, with « » around the reading itself; long sentences are cut at words.
QString contextOf(const Comparison &comparison, const Reading &reading);

/// A letter of a row, in words: "vetoed (1, 4)".
struct GroupReading {
    int group = 0;
    QString text;
};

class DivergenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// ReadingsColumn has all readings of the row in one cell, for tables of more articles than one sees at a time.
    enum Column { KindColumn, SubjectColumn, EventColumn, ReadingsColumn, FirstArticleColumn };
    enum Role {
        DivergenceRole = Qt::UserRole, ///< int: index into Comparison::divergences
        KindRole,                      ///< DivergenceKind
        GroupRole,                     ///< int: group of the cell's (first) reading; -1 where the article is silent
        PassageRole,                   ///< PassageRef of the cell's first reading; invalid where silent
        SpanRole,                      ///< TextSpan of it
        GroupsRole,                    ///< QList<GroupReading>: all readings of the row, of ReadingsColumn alone
    };

    explicit DivergenceModel(QObject *parent = nullptr);

    void setComparison(ComparisonPtr comparison);
    /// Shows the divergences of one event, or of the whole story for -1, heaviest first.
    void setEvent(int event);
    void setShownKinds(const QSet<DivergenceKind> &kinds);

    /// Row of a divergence; -1 where it is not shown.
    int rowOf(int divergence) const;
    /// Index of a row's divergence.
    int divergenceAt(int row) const { return m_rows[static_cast<size_t>(row)]; }
    /// Columns of articles that no row has a reading of.
    std::vector<int> silentColumns() const;
    /// Rows for the clipboard, with a line of headings: cells by column, an article's as "reading (letter)",
    /// or "reading (letter, day)" where days matter.
    std::vector<QStringList> cells(const std::vector<int> &rows) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const Divergence &at(int row) const;
    std::vector<Reading> readings(const QModelIndex &index) const;
    static int articleOf(const QModelIndex &index) { return index.column() - FirstArticleColumn; }
    QString cellText(const QModelIndex &index) const;
    QStringList cellWords(const QModelIndex &index) const;
    QString wordsOf(const Reading &reading) const;
    QList<GroupReading> groupReadings(const Divergence &divergence) const;
    QString readingsTip(const Divergence &divergence) const;
    QString toolTip(const QModelIndex &index) const;
    QString spoken(const QModelIndex &index) const;
    std::vector<int> chosenRows() const;
    void refill();

    ComparisonPtr m_comparison;
    QSet<DivergenceKind> m_kinds;
    std::vector<int> m_rows; // indexes into Comparison::divergences
    int m_event = -1;
};

} // namespace parallax

Q_DECLARE_METATYPE(parallax::PassageRef)
Q_DECLARE_METATYPE(parallax::TextSpan)
Q_DECLARE_METATYPE(parallax::DivergenceKind)
