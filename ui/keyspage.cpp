// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_settings.cpp.
#include "ui/keyspage.h"

#include "ui/actions.h"
#include "ui/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parallax {

KeysPage::KeysPage(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
    , m_model(new KeysModel(actions, this))
    , m_sieve(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeView(this))
{
    m_filter->setPlaceholderText(tr("Filter actions and keys"));
    m_filter->setAccessibleName(tr("Filter actions and keys"));
    m_filter->setClearButtonEnabled(true);
    m_sieve->setSourceModel(m_model);
    m_sieve->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sieve->setFilterKeyColumn(-1);
    m_list->setModel(m_sieve);
    m_list->setObjectName(u"keysList"_s);
    m_list->setAccessibleName(tr("Actions and their keys"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setSectionResizeMode(KeysModel::NameColumn, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(KeysModel::KeysColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionsMovable(false);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    makeEditors(layout);
    connect(m_filter, &QLineEdit::textChanged, m_sieve, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeysPage::showRow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        showRow();
        Q_EMIT changed();
    });
    m_list->setCurrentIndex(m_sieve->index(0, 0));
    showRow();
}

void KeysPage::makeEditors(QVBoxLayout *layout)
{
    auto *keys = new QHBoxLayout;
    const QString names[] = {tr("Key"), tr("Or"), tr("Or")};
    for (int place = 0; place < MostKeys; ++place) {
        auto *editor = new QKeySequenceEdit(this);
        editor->setObjectName(u"key%1"_s.arg(place + 1));
        editor->setClearButtonEnabled(true);
        editor->setMaximumSequenceLength(1);
        editor->setAccessibleName(tr("Key %1 of the chosen action").arg(place + 1));
        auto *name = new QLabel(names[place], this);
        name->setBuddy(editor);
        keys->addWidget(name);
        keys->addWidget(editor, 1);
        m_editors[static_cast<size_t>(place)] = editor;
        connect(editor, &QKeySequenceEdit::editingFinished, this, &KeysPage::takeKeys);
        connect(editor, &QKeySequenceEdit::keySequenceChanged, this, [this](const QKeySequence &sequence) {
            if (sequence.isEmpty() && !m_isShowing)
                m_clearing.start();
        });
    }
    m_restore = new QPushButton(tr("&Usual Keys"), this);
    m_restore->setToolTip(tr("Gives the chosen action the keys it came with"));
    keys->addWidget(m_restore);
    layout->addLayout(keys);

    // Every recording begins with an empty sequence; it counts only where no key follows.
    m_clearing.setSingleShot(true);
    m_clearing.setInterval(400);
    connect(&m_clearing, &QTimer::timeout, this, &KeysPage::takeKeys);

    m_warning = new QLabel(this);
    m_warning->setObjectName(u"keyWarning"_s);
    m_warning->setWordWrap(true);
    m_take = new QPushButton(tr("&Take It"), this);
    m_restoreAll = new QPushButton(tr("Restore &All Keys"), this);
    m_restoreAll->setToolTip(tr("Gives every action the keys it came with"));
    auto *last = new QHBoxLayout;
    last->addWidget(m_warning, 1);
    last->addWidget(m_take);
    last->addStretch();
    last->addWidget(m_restoreAll);
    layout->addLayout(last);
    connect(m_restore, &QPushButton::clicked, this, [this] { m_model->restore(row()); });
    connect(m_restoreAll, &QPushButton::clicked, m_model, &KeysModel::restoreAll);
    connect(m_take, &QPushButton::clicked, this, [this] { m_model->takeFromOthers(row()); });
}

int KeysPage::row() const
{
    return m_sieve->mapToSource(m_list->currentIndex()).row();
}

void KeysPage::choose(const QString &actionName)
{
    for (int i = 0; i < m_sieve->rowCount(); ++i) {
        if (m_model->action(m_sieve->mapToSource(m_sieve->index(i, 0)).row())->objectName() == actionName)
            m_list->setCurrentIndex(m_sieve->index(i, 0));
    }
}

void KeysPage::showRow()
{
    const QScopedValueRollback showing(m_isShowing, true);
    const int chosen = row();
    for (int place = 0; place < MostKeys; ++place) {
        const QKeySequence sequence = chosen < 0 ? QKeySequence() : m_model->keys(chosen).value(place);
        QKeySequenceEdit *editor = m_editors[static_cast<size_t>(place)];
        editor->setEnabled(chosen >= 0);
        if (editor->keySequence() != sequence)
            editor->setKeySequence(sequence);
    }
    const int other = chosen < 0 ? -1 : m_model->conflict(chosen);
    m_restore->setEnabled(chosen >= 0 && m_model->keys(chosen) != usualKeys(*m_model->action(chosen)));
    m_take->setVisible(other >= 0);
    if (other >= 0)
        m_warning->setText(tr("⚠ This is the key of “%1”, too.").arg(plainName(*m_model->action(other))));
    else
        m_warning->setText(m_model->hasConflicts() ? tr("⚠ Two actions have the same key.") : QString());
}

void KeysPage::takeKeys()
{
    m_clearing.stop();
    if (m_isShowing || row() < 0)
        return;
    QList<QKeySequence> keys;
    for (const QKeySequenceEdit *editor : m_editors)
        keys << editor->keySequence();
    m_model->setKeys(row(), keys);
}

} // namespace parallax
