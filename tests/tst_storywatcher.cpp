// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! What counts as a change of the files of a story.
#include "session/storywatcher.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace parallax {

class TestStoryWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"a.txt"_s, "one");
        write(u"b.txt"_s, "two");
        m_watcher = std::make_unique<StoryWatcher>();
    }

    void nothingHappensUntilAFileChanges()
    {
        const QSignalSpy changed(m_watcher.get(), &StoryWatcher::changedChanged);
        m_watcher->watch({m_folder->path()});
        m_watcher->look();
        QVERIFY(m_watcher->changed().isEmpty());
        QCOMPARE(changed.count(), 0);
    }

    void changedNewAndGoneFilesAreNamed()
    {
        m_watcher->watch({m_folder->path()});
        write(u"c.txt"_s, "three");
        write(u"a.txt"_s, "one more");
        QVERIFY(QFile::remove(m_folder->filePath(u"b.txt"_s)));
        m_watcher->look();
        QCOMPARE(m_watcher->changed(), (QStringList{u"a.txt"_s, u"b.txt"_s, u"c.txt"_s}));
    }

    void theFileSystemTellsByItself()
    {
        m_watcher->watch({m_folder->path()});
        write(u"a.txt"_s, "one more");
        QTRY_COMPARE(m_watcher->changed(), QStringList{u"a.txt"_s});
    }

    void aFileThatIsReplacedTwiceIsStillWatched()
    {
        m_watcher->watch({m_folder->filePath(u"a.txt"_s)});
        for (const QByteArray &text : {QByteArray("first"), QByteArray("second one")}) {
            write(u"new"_s, text);
            QVERIFY(QFile::remove(m_folder->filePath(u"a.txt"_s)));
            QVERIFY(QFile::rename(m_folder->filePath(u"new"_s), m_folder->filePath(u"a.txt"_s)));
            QTRY_COMPARE(m_watcher->changed(), QStringList{u"a.txt"_s});
        }
    }

    void changedBackIsUnchanged()
    {
        const QString b = m_folder->filePath(u"b.txt"_s);
        m_watcher->watch({m_folder->path()});
        QVERIFY(QFile::rename(b, b + u"~"_s));
        m_watcher->look();
        QVERIFY(!m_watcher->changed().isEmpty());
        QVERIFY(QFile::rename(b + u"~"_s, b));
        m_watcher->look();
        QVERIFY(m_watcher->changed().isEmpty());
    }

    void filesNamedOneByOneDoNotBringTheirNeighbours()
    {
        m_watcher->watch({m_folder->filePath(u"a.txt"_s)});
        write(u"c.txt"_s, "three");
        m_watcher->look();
        QVERIFY(m_watcher->changed().isEmpty());
    }

    void watchingAnewTakesTheFilesAsTheyAre()
    {
        m_watcher->watch({m_folder->path()});
        write(u"c.txt"_s, "three");
        m_watcher->look();
        QVERIFY(!m_watcher->changed().isEmpty());
        const QSignalSpy changed(m_watcher.get(), &StoryWatcher::changedChanged);
        m_watcher->watch({m_folder->path()});
        QVERIFY(m_watcher->changed().isEmpty());
        QCOMPARE(changed.count(), 1);
    }

private:
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StoryWatcher> m_watcher;
};

} // namespace parallax

QTEST_GUILESS_MAIN(parallax::TestStoryWatcher)
#include "tst_storywatcher.moc"
