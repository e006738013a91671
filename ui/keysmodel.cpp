// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_settings.cpp.
#include "ui/keysmodel.h"

#include "ui/actions.h"

#include <QCollator>
#include <QFont>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr auto Group = "keys"_L1;

QString textOf(const QList<QKeySequence> &keys, QKeySequence::SequenceFormat format)
{
    return QKeySequence::listToString(keys, format);
}

QList<QKeySequence> cleaned(const QList<QKeySequence> &keys)
{
    QList<QKeySequence> clean;
    for (const QKeySequence &sequence : keys) {
        if (!sequence.isEmpty() && !clean.contains(sequence))
            clean << sequence;
    }
    return clean.mid(0, MostKeys);
}

} // namespace

QString plainName(const QAction &action)
{
    QString name = action.text();
    return name.remove(u'&').remove(u'…');
}

void loadKeys(const QList<QAction *> &actions)
{
    QSettings settings;
    settings.beginGroup(Group);
    for (QAction *action : actions) {
        if (settings.contains(action->objectName()))
            setKeys(action, cleaned(QKeySequence::listFromString(settings.value(action->objectName()).toString(),
                                                                 QKeySequence::PortableText)));
    }
}

KeysModel::KeysModel(const QList<QAction *> &actions, QObject *parent)
    : QAbstractTableModel(parent)
{
    for (QAction *action : actions)
        m_rows.push_back({action, plainName(*action), action->icon(), usualKeys(*action), action->shortcuts()});
    const QCollator collator;
    std::ranges::stable_sort(m_rows, [&](const Row &a, const Row &b) { return collator.compare(a.name, b.name) < 0; });
}

void KeysModel::announce()
{
    // A change of one row may make or end a conflict in another.
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void KeysModel::setKeys(int row, const QList<QKeySequence> &keys)
{
    m_rows[static_cast<size_t>(row)].keys = cleaned(keys);
    announce();
}

void KeysModel::restore(int row)
{
    setKeys(row, m_rows[static_cast<size_t>(row)].usual);
}

void KeysModel::restoreAll()
{
    for (Row &row : m_rows)
        row.keys = row.usual;
    announce();
}

int KeysModel::conflict(int row) const
{
    for (int other = 0; other < rowCount(); ++other) {
        const bool shares = std::ranges::any_of(keys(row), [&](const QKeySequence &sequence) {
            // A key that begins another sequence would never let it be finished.
            return std::ranges::any_of(keys(other), [&](const QKeySequence &taken) {
                return taken.matches(sequence) != QKeySequence::NoMatch ||
                       sequence.matches(taken) != QKeySequence::NoMatch;
            });
        });
        if (other != row && shares)
            return other;
    }
    return -1;
}

bool KeysModel::hasConflicts() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (conflict(row) >= 0)
            return true;
    }
    return false;
}

void KeysModel::takeFromOthers(int row)
{
    for (int other = conflict(row); other >= 0; other = conflict(row)) {
        m_rows[static_cast<size_t>(other)].keys.removeIf([&](const QKeySequence &taken) {
            return std::ranges::any_of(keys(row), [&](const QKeySequence &sequence) {
                return taken.matches(sequence) != QKeySequence::NoMatch ||
                       sequence.matches(taken) != QKeySequence::NoMatch;
            });
        });
    }
    announce();
}

void KeysModel::apply()
{
    QSettings settings;
    settings.beginGroup(Group);
    for (const Row &row : m_rows) {
        if (!row.action)
            continue;
        parallax::setKeys(row.action, row.keys);
        if (row.keys == row.usual)
            settings.remove(row.action->objectName());
        else
            settings.setValue(row.action->objectName(), textOf(row.keys, QKeySequence::PortableText));
    }
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int KeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const bool isChanged = row.keys != row.usual;
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == NameColumn ? row.name : textOf(row.keys, QKeySequence::NativeText);
    case Qt::DecorationRole:
        return index.column() == NameColumn ? QVariant(row.icon) : QVariant();
    case Qt::FontRole: {
        QFont bold;
        bold.setBold(isChanged && index.column() == KeysColumn);
        return bold;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        if (const int other = conflict(index.row()); other >= 0)
            return tr("Also the key of “%1”").arg(m_rows[static_cast<size_t>(other)].name);
        return isChanged ? tr("Usually %1").arg(textOf(row.usual, QKeySequence::NativeText)) : QString();
    case IsChangedRole:
        return isChanged;
    case IsConflictRole:
        return conflict(index.row()) >= 0;
    default:
        return {};
    }
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Action") : section == KeysColumn ? tr("Keys") : QVariant();
}

} // namespace parallax
