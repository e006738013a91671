// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What is seen before a story is open.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QPushButton;

namespace parallax {

class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// The page's buttons trigger the two actions of the window.
    StartPage(QAction *openFolder, QAction *openArticles, QWidget *parent = nullptr);

    /// Shows the recent stories as they are in the settings now.
    void refresh();

    QListWidget *recent() const { return m_recent; }
    QPushButton *sampleButton() const { return m_sample; }

Q_SIGNALS:
    void storyRequested(const QStringList &paths);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeDropArea(QAction *openFolder, QAction *openArticles);
    QWidget *makeSample();
    QWidget *makeRecent();
    void dress();

    QListWidget *m_recent = nullptr;
    QWidget *m_recentArea = nullptr;
    QLabel *m_firstSteps = nullptr; ///< in place of the recent stories while there are none
    QPushButton *m_sample = nullptr;
    QLabel *m_dropPicture = nullptr;
    QList<QLabel *> m_muted; // captions in the muted colour
    bool m_isDressing = false;
};

/// Puts the sample story that is part of the program into a folder of the user's and answers that folder; the reader
/// takes files of a disk only. Empty where it cannot be written.
QStringList sampleStory();

} // namespace parallax
