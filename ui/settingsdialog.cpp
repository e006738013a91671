// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Tested by tst_settings.cpp.
#include "ui/settingsdialog.h"

#include "ui/keyspage.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parallax {

SettingsDialog::SettingsDialog(const QList<QAction *> &actions, const ReadingType &type, QWidget *parent)
    : QDialog(parent)
    , m_before(type)
    , m_pages(new QTabWidget(this))
    , m_keys(new KeysPage(actions, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    m_pages->addTab(makeReading(type), tr("&Reading"));
    m_pages->addTab(m_keys, tr("&Keys"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_pages);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(m_keys, &KeysPage::changed, this,
            [this] { m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_keys->model()->hasConflicts()); });
    resize(640, 560);
}

QWidget *SettingsDialog::makeReading(const ReadingType &type)
{
    auto *page = new QWidget(this);
    m_typeface = new QComboBox(page);
    m_typeface->addItems({tr("The program's own serif"), tr("Another typeface")});
    m_family = new QFontComboBox(page);
    m_family->setEditable(false);
    m_size = new QSpinBox(page);
    m_size->setRange(50, 300);
    m_size->setSingleStep(10);
    m_size->setSuffix(tr(" %"));
    m_spacing = new QDoubleSpinBox(page);
    m_spacing->setRange(1, 2);
    m_spacing->setSingleStep(0.1);
    m_spacing->setDecimals(1);
    m_spacing->setPrefix(u"× "_s);
    auto *usual = new QPushButton(tr("&Usual Setting"), page);
    auto *hint = new QLabel(tr("Scripts that a typeface does not have are set in the program's own."), page);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);

    auto *form = new QFormLayout(page);
    form->addRow(tr("&Typeface of the articles:"), m_typeface);
    form->addRow(QString(), m_family);
    form->addRow(QString(), hint);
    form->addRow(tr("&Size, of the system's text:"), m_size);
    form->addRow(tr("&Line distance, of the usual:"), m_spacing);
    form->addRow(QString(), usual);
    m_family->setAccessibleName(tr("Typeface"));
    showType(type);
    connect(m_typeface, &QComboBox::currentIndexChanged, this, &SettingsDialog::takeType);
    connect(m_family, &QFontComboBox::currentFontChanged, this, &SettingsDialog::takeType);
    connect(m_size, &QSpinBox::valueChanged, this, &SettingsDialog::takeType);
    connect(m_spacing, &QDoubleSpinBox::valueChanged, this, &SettingsDialog::takeType);
    connect(usual, &QPushButton::clicked, this, [this] {
        showType({});
        takeType();
    });
    return page;
}

void SettingsDialog::showType(const ReadingType &type)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_typeface->setCurrentIndex(type.family.isEmpty() ? 0 : 1);
    m_family->setEnabled(!type.family.isEmpty());
    if (!type.family.isEmpty())
        m_family->setCurrentFont(QFont(type.family));
    m_size->setValue(qRound(type.zoom * 100));
    m_spacing->setValue(type.spacing);
}

ReadingType SettingsDialog::chosenType() const
{
    return {.family = m_typeface->currentIndex() == 0 ? QString() : m_family->currentFont().family(),
            .zoom = m_size->value() / 100.0,
            .spacing = m_spacing->value()};
}

void SettingsDialog::takeType()
{
    if (m_isShowing)
        return;
    m_family->setEnabled(m_typeface->currentIndex() == 1);
    Q_EMIT typeChosen(chosenType());
}

void SettingsDialog::showKeys()
{
    m_pages->setCurrentWidget(m_keys);
}

void SettingsDialog::showReading()
{
    m_pages->setCurrentIndex(0);
}

void SettingsDialog::accept()
{
    m_keys->model()->apply();
    QDialog::accept();
}

void SettingsDialog::reject()
{
    if (chosenType() != m_before)
        Q_EMIT typeChosen(m_before);
    QDialog::reject();
}

} // namespace parallax
