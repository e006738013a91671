// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messagepage.h"

#include "report/wording.h"
#include "ui/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), action->text(), parent);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

QString titleOf(const ReadFailure &failure)
{
    const QString name = QFileInfo(failure.path).fileName();
    return failure.error == ReadError::NothingToRead
               ? QCoreApplication::translate("parallax::MessagePage", "No article in %1").arg(name)
               : QCoreApplication::translate("parallax::MessagePage", "%1 could not be opened").arg(name);
}

} // namespace

QTreeWidget *skippedTable(const std::vector<SkippedFile> &skipped, QWidget *parent)
{
    auto *table = new QTreeWidget(parent);
    table->setObjectName("skippedFiles"_L1);
    table->setAccessibleName(QCoreApplication::translate("parallax::MessagePage", "Files left out"));
    table->setHeaderLabels({QCoreApplication::translate("parallax::MessagePage", "File"),
                            QCoreApplication::translate("parallax::MessagePage", "Why it was left out")});
    table->setRootIsDecorated(false);
    table->setAlternatingRowColors(true);
    for (const SkippedFile &file : skipped) {
        auto *item = new QTreeWidgetItem(table, {file.file, skipText(file)});
        item->setToolTip(1, item->text(1));
    }
    table->resizeColumnToContents(0);
    table->header()->setStretchLastSection(true);
    return table;
}

MessagePage::MessagePage(QAction *openFolder, QAction *openArticles, QAction *reload, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_skippedArea(new QWidget(this))
    , m_back(new QPushButton(breezeIcon(u"go-previous"_s), {}, this))
{
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.5);
    big.setWeight(QFont::DemiBold);
    m_title->setFont(big);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_back->setObjectName("back"_L1);
    auto *skippedLayout = new QVBoxLayout(m_skippedArea);
    skippedLayout->setContentsMargins(0, 8, 0, 0);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(buttonFor(openFolder, this));
    buttons->addWidget(buttonFor(openArticles, this));
    buttons->addWidget(buttonFor(reload, this));
    buttons->addStretch(1);
    auto *icon = new QLabel(this);
    icon->setPixmap(breezeIcon(u"dialog-warning"_s).pixmap(48, 48));
    auto *words = new QVBoxLayout;
    words->setSpacing(10);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_skippedArea);
    words->addSpacing(6);
    words->addLayout(buttons);
    auto *row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    auto *page = new QWidget(this);
    page->setMaximumWidth(760);
    page->setLayout(row);
    auto *layout = new QGridLayout(this);
    layout->addWidget(page, 1, 1);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 20);
    layout->setColumnStretch(2, 1);
    layout->setRowStretch(0, 2);
    layout->setRowStretch(2, 3);
}

void MessagePage::show(const ReadFailure &failure, const QString &formerStory)
{
    m_title->setText(titleOf(failure));
    m_text->setText(failureText(failure));
    qDeleteAll(m_skippedArea->findChildren<QTreeWidget *>(Qt::FindDirectChildrenOnly));
    m_skippedArea->setVisible(!failure.skipped.empty());
    if (!failure.skipped.empty())
        m_skippedArea->layout()->addWidget(skippedTable(failure.skipped, m_skippedArea));
    m_back->setVisible(!formerStory.isEmpty());
    m_back->setText(tr("Back to %1").arg(formerStory));
}

QString MessagePage::text() const
{
    return m_text->text();
}

SkippedFilesDialog::SkippedFilesDialog(const std::vector<SkippedFile> &skipped, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Files left out"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    auto *what = new QLabel(tr("These files lie in the folder and are not part of the comparison:"), this);
    what->setWordWrap(true);
    layout->addWidget(what);
    layout->addWidget(skippedTable(skipped, this));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(640, 320);
}

} // namespace parallax
