// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Feeds the files of tests/fuzz/corpus to what they are for: where fuzzing begins, and what it has found.
#include "fuzztargets.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace parallax;
using namespace Qt::StringLiterals;

class tst_FuzzCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replay_data();
    void replay();
    void cutOff_data() { replay_data(); }
    void cutOff();
    void everyTargetHasFiles();

private:
    static QDir corpus() { return QDir(QStringLiteral(PARALLAX_SOURCE_DIR "/tests/fuzz/corpus")); }
};

void tst_FuzzCorpus::replay_data()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<QByteArray>("bytes");
    for (int i = 0; i < static_cast<int>(fuzzTargets().size()); ++i) {
        const QDir folder(corpus().filePath(fuzzTargets()[static_cast<size_t>(i)].name));
        for (const QFileInfo &entry : folder.entryInfoList(QDir::Files, QDir::Name)) {
            QFile file(entry.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(folder.dirName() + u'/' + entry.fileName())) << i << file.readAll();
        }
    }
}

void tst_FuzzCorpus::replay()
{
    QFETCH(int, target);
    QFETCH(QByteArray, bytes);
    const QString fault = fuzzTargets()[static_cast<size_t>(target)].run(bytes);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

/// The same, broken off at eight places and with a byte changed: what a failed download or a bad disk leaves.
void tst_FuzzCorpus::cutOff()
{
    QFETCH(int, target);
    QFETCH(QByteArray, bytes);
    constexpr qsizetype places = 8;
    const FuzzTarget &fed = fuzzTargets()[static_cast<size_t>(target)];
    for (qsizetype i = 1; i < places; ++i) {
        const qsizetype at = bytes.size() * i / places;
        QByteArray changed = bytes;
        if (at < changed.size())
            changed[at] = static_cast<char>(changed[at] ^ 0xA5);
        for (const QByteArray &broken : {bytes.first(at), changed}) {
            const QString fault = fed.run(broken);
            QVERIFY2(fault.isEmpty(), qPrintable(fault + u" at byte "_s + QString::number(at)));
        }
    }
}

void tst_FuzzCorpus::everyTargetHasFiles()
{
    QStringList names;
    for (const FuzzTarget &target : fuzzTargets())
        names << target.name;
    QCOMPARE(names, corpus().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name));
}

QTEST_GUILESS_MAIN(tst_FuzzCorpus)
#include "tst_fuzzcorpus.moc"
