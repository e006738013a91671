// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The story at a glance: articles × events, and what each pair of articles shares.
#pragma once

#include "ui/coveragemodel.h"
#include "ui/current.h"
#include "ui/divergencemodel.h" // PassageRef as a metatype

#include <QWidget>

class QLabel;
class QTableView;

namespace parallax {

class CoverageMap : public QWidget
{
    Q_OBJECT

public:
    explicit CoverageMap(Current *current, QWidget *parent = nullptr);

    QTableView *map() const { return m_map; }
    QTableView *pairs() const { return m_pairs; }

    QSize sizeHint() const override { return {420, 500}; }

    /// What sharingWanted() asked for.
    void showSharing(const Sharing &sharing);

Q_SIGNALS:
    /// Another comparison is shown: what its articles have in common must be counted.
    void sharingWanted();
    void passageRequested(parallax::PassageRef ref);
    void articleRequested(int article);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeMap();
    void makePairs();
    void refresh();
    void followCurrent();
    void takeCell(const QModelIndex &cell);

    Current *const m_current;
    CoverageModel *const m_mapModel;
    SharingModel *const m_pairModel;
    QTableView *m_map = nullptr;
    QTableView *m_pairs = nullptr;
    QLabel *m_pairTitle = nullptr;
    QWidget *m_pairArea = nullptr;
    bool m_isStale = true; ///< hidden when the comparison changed
    bool m_isFollowing = false;
};

} // namespace parallax
