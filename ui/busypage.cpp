// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/busypage.h"
#include "ui/icons.h"

#include <QGridLayout>
#include <QIcon>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarSteps = 1000;
constexpr std::array StageShare{0.05, 0.25, 0.45, 0.25}; // of the time, in the order of Stage

} // namespace

double shareDone(const Step &step)
{
    const auto stage = std::min(static_cast<size_t>(step.stage), StageShare.size());
    double share = 0;
    for (size_t i = 0; i < stage; ++i)
        share += StageShare[i];
    if (stage < StageShare.size() && step.total > 0)
        share += StageShare[stage] * step.done / step.total;
    return std::min(share, 1.0);
}

BusyPage::BusyPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(breezeIcon(u"dialog-cancel"_s), tr("Cancel"), this))
{
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.3);
    big.setWeight(QFont::DemiBold);
    m_title->setFont(big);
    m_bar->setRange(0, BarSteps);
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(320);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setObjectName("cancelWork"_L1);
    m_cancel->setShortcut(Qt::Key_Escape);
    m_cancel->setToolTip(tr("Stops the work and goes back (Esc)"));

    auto *box = new QGridLayout;
    box->setHorizontalSpacing(12);
    box->setVerticalSpacing(8);
    box->addWidget(m_title, 0, 0, 1, 4);
    box->addWidget(m_bar, 1, 0, 1, 3);
    box->addWidget(m_cancel, 1, 3);
    box->setRowMinimumHeight(2, 8);
    for (int stage = 0; stage < StageCount; ++stage) {
        Line &line = m_lines[static_cast<size_t>(stage)];
        line = {.icon = new QLabel(this),
                .name = new QLabel(stageName(static_cast<Stage>(stage)), this),
                .count = new QLabel(this)};
        box->addWidget(line.icon, 3 + stage, 0);
        box->addWidget(line.name, 3 + stage, 1);
        box->addWidget(line.count, 3 + stage, 2, Qt::AlignRight);
        line.icon->setFixedSize(16, 16);
    }
    box->setColumnStretch(1, 1);
    auto *layout = new QGridLayout(this);
    layout->addLayout(box, 1, 1);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(2, 1);
    layout->setColumnMinimumWidth(1, 560);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(2, 3);
}

void BusyPage::begin(const QString &title)
{
    m_title->setText(tr("Comparing %1").arg(title));
    show(Step{});
}

void BusyPage::show(const Step &step)
{
    m_bar->setValue(qRound(shareDone(step) * BarSteps));
    const int now = static_cast<int>(step.stage);
    for (int stage = 0; stage < StageCount; ++stage) {
        Line &line = m_lines[static_cast<size_t>(stage)];
        QFont font = this->font();
        font.setWeight(stage == now ? QFont::DemiBold : QFont::Normal);
        line.name->setFont(font);
        line.name->setEnabled(stage <= now);
        line.icon->setPixmap(stage < now    ? breezeIcon(u"checkmark"_s).pixmap(16, 16)
                             : stage == now ? breezeIcon(u"arrow-right"_s).pixmap(16, 16)
                                            : QPixmap());
        if (stage >= now)
            line.total = stage == now ? step.total : 0;
        line.count->setText(line.total > 0 ? tr("%1 of %2").arg(stage == now ? step.done : line.total).arg(line.total)
                                           : QString());
    }
}

} // namespace parallax
