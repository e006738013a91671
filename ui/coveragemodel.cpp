// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coveragemodel.h"

#include "ui/articlename.h"
#include "ui/celltext.h"
#include "ui/counts.h"
#include "ui/divergencemodel.h" // PassageRef in a QVariant

#include <QLocale>

#include <algorithm>
#include <set>
#include <utility>

namespace parallax {

using namespace Qt::StringLiterals;

void CoverageModel::setComparison(ComparisonPtr comparison)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_counts.clear();
    if (m_comparison) {
        const auto &events = m_comparison->alignment.events;
        m_counts.assign(events.size(), std::vector<int>(m_comparison->story.articles.size(), -1));
        for (size_t event = 0; event < events.size(); ++event) {
            for (const EventMember &member : events[event].members)
                m_counts[event][static_cast<size_t>(member.passage.article)] = 0;
        }
        for (const Divergence &divergence : m_comparison->divergences) {
            std::set<int> articles;
            for (const Reading &reading : divergence.readings)
                articles.insert(reading.passage.article);
            for (const int article : articles) {
                int &count = m_counts[static_cast<size_t>(divergence.event)][static_cast<size_t>(article)];
                count = std::max(count, 0) + 1;
            }
        }
    }
    endResetModel();
}

int CoverageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_counts.size());
}

int CoverageModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return FirstArticleColumn + (m_comparison ? static_cast<int>(m_comparison->story.articles.size()) : 0);
}

QString CoverageModel::spoken(const QModelIndex &index) const
{
    const Event &event = m_comparison->alignment.events[static_cast<size_t>(index.row())];
    if (index.column() == LabelColumn)
        return event.label;
    const QString name =
        articleName(m_comparison->story.articles[static_cast<size_t>(index.column() - FirstArticleColumn)]);
    const int count = index.data(DivergencesRole).toInt();
    if (count < 0)
        return tr("%1 is silent on: %2").arg(name, event.label);
    return count == 0 ? tr("%1 tells: %2").arg(name, event.label)
                      : tr("%1 tells, with %2: %3").arg(name, divergenceCount(count), event.label);
}

QVariant CoverageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event &event = m_comparison->alignment.events[static_cast<size_t>(index.row())];
    const int article = index.column() - FirstArticleColumn;
    switch (role) {
    case Qt::DisplayRole:
        return article < 0 ? event.label : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(index);
    case DivergencesRole:
        return article < 0 ? QVariant() : m_counts[static_cast<size_t>(index.row())][static_cast<size_t>(article)];
    case PassageRole: {
        const std::vector<PassageRef> passages = cellPassages(*m_comparison, index.row(), article);
        return passages.empty() ? QVariant() : QVariant::fromValue(passages.front());
    }
    default:
        return {};
    }
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool isName = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!isName)
        return {};
    return section == LabelColumn
               ? tr("Event")
               : articleName(m_comparison->story.articles[static_cast<size_t>(section - FirstArticleColumn)]);
}

void SharingModel::setComparison(ComparisonPtr comparison, Sharing sharing)
{
    beginResetModel();
    m_comparison = std::move(comparison);
    m_sharing = std::move(sharing);
    endResetModel();
}

int SharingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_sharing.articleCount();
}

int SharingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_sharing.articleCount();
}

QVariant SharingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.row() == index.column())
        return {};
    const int own = index.row();
    const int other = index.column();
    const double share = m_sharing.sharedShare(own, other);
    const int events = m_sharing.events(own, other);
    switch (role) {
    case ShareRole:
        return share;
    case EventsRole:
        return events;
    case Qt::DisplayRole:
        return tr("%1 %").arg(qRound(share * 100));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1 % of the words of %2 stand word for word in %3 (%4 of %5); both tell %6")
            .arg(qRound(share * 100))
            .arg(articleName(m_comparison->story.articles[static_cast<size_t>(own)]),
                 articleName(m_comparison->story.articles[static_cast<size_t>(other)]))
            .arg(QLocale().toString(m_sharing.sharedWords(own, other)), QLocale().toString(m_sharing.words(own)),
                 eventCount(events));
    default:
        return {};
    }
}

QVariant SharingModel::headerData(int section, Qt::Orientation, int role) const
{
    const bool isName = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!isName || section < 0 || section >= m_sharing.articleCount())
        return {};
    return articleName(m_comparison->story.articles[static_cast<size_t>(section)]);
}

} // namespace parallax
