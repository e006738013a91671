// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportdialog.h"

#include "report/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int KindColumns = 4;

Paper usualPaper()
{
    return QLocale().measurementSystem() == QLocale::ImperialUSSystem ? Paper::Letter : Paper::A4;
}

} // namespace

ExportDialog::ExportDialog(int event, QWidget *parent)
    : QDialog(parent)
    , m_event(event)
{
    setWindowTitle(tr("Export report"));
    const QSettings settings;

    auto *content = new QGroupBox(tr("The report holds"), this);
    auto *contentLayout = new QVBoxLayout(content);
    m_whole = new QRadioButton(tr("&Everything"), content);
    m_divergences = new QRadioButton(tr("Only what &differs"), content);
    m_divergences->setToolTip(tr("Leaves out events without a divergence and passages that only one article tells"));
    m_current = new QRadioButton(
        event < 0 ? tr("Only the c&urrent event") : tr("Only the c&urrent event (number %1)").arg(event + 1), content);
    m_current->setEnabled(event >= 0);
    (settings.value("export/onlyDivergences").toBool() ? m_divergences : m_whole)->setChecked(true);
    m_sentences = new QCheckBox(tr("Of passages, only the &sentences that differ"), content);
    m_sentences->setChecked(settings.value("export/onlySentences").toBool());
    for (QWidget *choice : std::initializer_list<QWidget *>{m_whole, m_divergences, m_current, m_sentences})
        contentLayout->addWidget(choice);

    auto *kinds = new QGroupBox(tr("Kinds of divergence"), this);
    auto *kindsLayout = new QGridLayout(kinds);
    for (int i = 0; i < DivergenceKindCount; ++i) {
        auto *box = new QCheckBox(kindName(static_cast<DivergenceKind>(i)), kinds);
        box->setObjectName(u"kind%1"_s.arg(i));
        box->setToolTip(kindMeaning(static_cast<DivergenceKind>(i)));
        box->setChecked(true);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::updateButtons);
        kindsLayout->addWidget(box, i / KindColumns, i % KindColumns);
        m_kinds[static_cast<size_t>(i)] = box;
    }

    auto *paper = new QGroupBox(tr("Paper of a PDF"), this);
    auto *paperLayout = new QFormLayout(paper);
    m_paper = new QComboBox(paper);
    m_paper->addItems({tr("A4"), tr("US Letter")});
    m_paper->setCurrentIndex(settings.value("export/paper", static_cast<int>(usualPaper())).toInt());
    m_orientation = new QComboBox(paper);
    m_orientation->addItems({tr("As the articles need"), tr("Upright"), tr("Across")});
    m_orientation->setCurrentIndex(settings.value("export/orientation", 0).toInt());
    paperLayout->addRow(tr("&Size:"), m_paper);
    paperLayout->addRow(tr("&Orientation:"), m_orientation);

    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Save &As…"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{content, kinds, paper, m_buttons})
        layout->addWidget(part);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    m_buttons->button(QDialogButtonBox::Save)->setFocus();
}

ReportOptions ExportDialog::options() const
{
    ReportOptions options;
    options.isDivergencesOnly = m_divergences->isChecked();
    options.isSentencesOnly = m_sentences->isChecked();
    if (m_current->isChecked())
        options.events = {m_event};
    const auto isChosen = [](const QCheckBox *box) { return box->isChecked(); };
    if (!std::ranges::all_of(m_kinds, isChosen)) {
        for (int i = 0; i < DivergenceKindCount; ++i) {
            if (isChosen(m_kinds[static_cast<size_t>(i)]))
                options.kinds.push_back(static_cast<DivergenceKind>(i));
        }
    }
    options.page = {m_paper->currentIndex() == 1 ? Paper::Letter : Paper::A4,
                    static_cast<Orientation>(std::clamp(m_orientation->currentIndex(), 0, 2))};
    return options;
}

void ExportDialog::remember() const
{
    QSettings settings;
    settings.setValue("export/onlyDivergences", m_divergences->isChecked());
    settings.setValue("export/onlySentences", m_sentences->isChecked());
    settings.setValue("export/paper", m_paper->currentIndex());
    settings.setValue("export/orientation", m_orientation->currentIndex());
}

/// No kind at all would be a report of nothing.
void ExportDialog::updateButtons()
{
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(std::ranges::any_of(m_kinds, &QCheckBox::isChecked));
}

} // namespace parallax
