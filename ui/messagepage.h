// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What is seen when a story could not be opened, and the list of files that were left out.
#pragma once

#include "story/storyreader.h"

#include <QDialog>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace parallax {

/// A table of files and why each was left out.
QTreeWidget *skippedTable(const std::vector<SkippedFile> &skipped, QWidget *parent);

class MessagePage : public QWidget
{
    Q_OBJECT

public:
    MessagePage(QAction *openFolder, QAction *openArticles, QAction *reload, QWidget *parent = nullptr);

    /// `formerStory`: the story that is still open and can be gone back to; empty for none.
    void show(const ReadFailure &failure, const QString &formerStory);

    QPushButton *backButton() const { return m_back; }
    QString text() const;

private:
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QWidget *m_skippedArea = nullptr;
    QPushButton *m_back = nullptr;
};

/// The files that were left out, in a window of their own.
class SkippedFilesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SkippedFilesDialog(const std::vector<SkippedFile> &skipped, QWidget *parent = nullptr);
};

} // namespace parallax
