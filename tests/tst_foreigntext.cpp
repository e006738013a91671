// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! Text of strangers among our own.
#include "report/foreigntext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace parallax {

class TestForeignText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void writingDirectionEndsWhereTheTextEnds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("text without controls") << u"87 dead, שמונים"_s << u"87 dead, שמונים"_s;
        QTest::newRow("a mark is no control that opens") << u"a\u200fb"_s << u"a\u200fb"_s;
        QTest::newRow("an override left open") << u"a\u202egpj"_s << u"a\u202egpj\u202c"_s;
        QTest::newRow("an isolate left open") << u"\u2067a"_s << u"\u2067a\u2069"_s;
        QTest::newRow("rightly used") << u"\u2067a\u202bb\u202c\u2069 c"_s << u"\u2067a\u202bb\u202c\u2069 c"_s;
        QTest::newRow("closed without being opened") << u"a\u202c\u2069b"_s << u"ab"_s;
        QTest::newRow("an isolate ends what was opened in it")
            << u"\u2066\u202ea\u2069b"_s << u"\u2066\u202ea\u2069b"_s;
        QTest::newRow("an embedding does not end an isolate around it")
            << u"\u2066a\u202cb\u2069"_s << u"\u2066ab\u2069"_s;
        QTest::newRow("several left open close from the inside")
            << u"\u202a\u2068a"_s << u"\u202a\u2068a\u2069\u202c"_s;
    }
    void writingDirectionEndsWhereTheTextEnds()
    {
        QFETCH(QString, text);
        QTEST(balanced(text), "wanted");
        QCOMPARE(balanced(balanced(text)), balanced(text));
    }

    void onlyTextWithControlsIsIsolated()
    {
        QCOMPARE(isolated(u"plain"_s), u"plain"_s);
        QCOMPARE(isolated(u"a\u202eb"_s), u"\u2068a\u202eb\u202c\u2069"_s);
    }

    void whatIsNoCharacterBecomesVisible()
    {
        const QString lone = u"x"_s + QChar(u'\xd800') + u"y"_s;
        QCOMPARE(withoutControls(lone), u"x\ufffdy"_s);
        QCOMPARE(withoutControls(u"a\tb\nc"_s), u"a\tb\nc"_s);
        QCOMPARE(withoutControls(u"a\u0000b\u0007c\u0085d\uffff"_s), u"a\ufffdb\ufffdc\ufffdd\ufffd"_s);
        QCOMPARE(withoutControls(u"\U0001F309"_s), u"\U0001F309"_s);
        QCOMPARE(withoutControls(u"\U0001FFFF!"_s), u"\ufffd!"_s);
    }
};

} // namespace parallax

QTEST_GUILESS_MAIN(parallax::TestForeignText)
#include "tst_foreigntext.moc"
