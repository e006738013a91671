// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/textdecoder.h"

#include <QTest>

#include <random>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

const QByteArray utf8Mark = "\xef\xbb\xbf";

QByteArray utf16(QStringView text, bool bigEndian)
{
    QByteArray out;
    for (const QChar c : text) {
        const char high = static_cast<char>(c.unicode() >> 8), low = static_cast<char>(c.unicode() & 0xff);
        out.append(bigEndian ? high : low).append(bigEndian ? low : high);
    }
    return out;
}

QByteArray utf32(QStringView text, bool bigEndian)
{
    QByteArray out;
    for (const uint c : text.toUcs4()) {
        for (int byte = 0; byte < 4; ++byte)
            out.append(static_cast<char>(c >> (bigEndian ? 24 - 8 * byte : 8 * byte) & 0xff));
    }
    return out;
}

} // namespace

class TestTextDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void decodes_data();
    void decodes();
    void countsWhatIsBroken_data();
    void countsWhatIsBroken();
    void bringsLinesAndLettersToOneForm_data();
    void bringsLinesAndLettersToOneForm();
    void guessesReadably_data();
    void guessesReadably();
    void refusesWhatIsNoText_data();
    void refusesWhatIsNoText();
    void readsEveryLengthOfACutOffFile();
    void composesAnyNumberOfMarksInTime();
};

void TestTextDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<EncodingOrigin>("origin");

    const QString news = u"Zwölf Tote – „Wir hörten nichts“, sagt sie. 🚢\n"_s;
    const QString plain = u"Ferry runs aground. Twelve people were hurt.\n"_s;
    const QString russian = u"Паром сел на мель в тумане\nПострадали люди\n"_s;
    const auto valid = EncodingOrigin::Valid, mark = EncodingOrigin::ByteOrderMark, guessed = EncodingOrigin::Guessed;

    QTest::newRow("nothing at all") << QByteArray() << QString() << u"UTF-8"_s << valid;
    QTest::newRow("plain ASCII counts as UTF-8") << plain.toUtf8() << plain << u"UTF-8"_s << valid;
    QTest::newRow("UTF-8 with accents and an emoji") << news.toUtf8() << news << u"UTF-8"_s << valid;
    QTest::newRow("UTF-8 with its mark, which is no part of the text")
        << utf8Mark + news.toUtf8() << news << u"UTF-8"_s << mark;
    QTest::newRow("a mark and nothing else") << utf8Mark << QString() << u"UTF-8"_s << mark;
    QTest::newRow("UTF-16, little end first") << "\xff\xfe" + utf16(news, false) << news << u"UTF-16LE"_s << mark;
    QTest::newRow("UTF-16, big end first") << "\xfe\xff" + utf16(news, true) << news << u"UTF-16BE"_s << mark;
    QTest::newRow("UTF-32, little end first")
        << QByteArray("\xff\xfe\0\0", 4) + utf32(news, false) << news << u"UTF-32LE"_s << mark;
    QTest::newRow("UTF-32, big end first")
        << QByteArray("\0\0\xfe\xff", 4) + utf32(news, true) << news << u"UTF-32BE"_s << mark;
    QTest::newRow("UTF-16 without a mark is a guess") << utf16(plain, false) << plain << u"UTF-16LE"_s << guessed;
    QTest::newRow("the other UTF-16 without a mark") << utf16(plain, true) << plain << u"UTF-16BE"_s << guessed;
    QTest::newRow("Russian in UTF-16 without a mark") << utf16(russian, false) << russian << u"UTF-16LE"_s << guessed;
    QTest::newRow("curly quotes of windows-1252 in English")
        << QByteArray("\x93It is over,\x94 she said \x96 and it\x92s true\x85\n")
        << u"“It is over,” she said – and it’s true…\n"_s << u"windows-1252"_s << guessed;
    QTest::newRow("one lonely apostrophe of windows-1252")
        << QByteArray("It\x92s over.\n") << u"It’s over.\n"_s << u"windows-1252"_s << guessed;
    QTest::newRow("a euro sign of windows-1252") << QByteArray("The bill was \x80"
                                                               "500.\n")
                                                 << u"The bill was €500.\n"_s << u"windows-1252"_s << guessed;
}

void TestTextDecoder::decodes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QFETCH(const QString, encoding);
    QFETCH(const EncodingOrigin, origin);
    const auto decoded = decodeText(bytes);
    QVERIFY(decoded);
    QCOMPARE(decoded->text, text);
    QCOMPARE(decoded->encoding.name, encoding);
    QCOMPARE(decoded->encoding.origin, origin);
    QCOMPARE(decoded->encoding.brokenCount, 0);
}

void TestTextDecoder::countsWhatIsBroken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<int>("broken");

    QTest::newRow("a stray byte in UTF-8")
        << QByteArray("Caf\xc3\xa9 Zo\xc3\xab \xff Ren\xc3\xa9") << u"Café Zoë \uFFFD René"_s << u"UTF-8"_s << 1;
    QTest::newRow("UTF-8 cut off inside a character")
        << QByteArray("The caf\xc3") << u"The caf\uFFFD"_s << u"UTF-8"_s << 1;
    QTest::newRow("UTF-16 cut off inside a unit") << QByteArray("\xff\xfe"
                                                                "A\0b\0c",
                                                                7)
                                                  << u"Ab\uFFFD"_s << u"UTF-16LE"_s << 1;
    QTest::newRow("half a surrogate pair") << QByteArray("\xff\xfe"
                                                         "A\0\x3d\xd8"
                                                         "b\0",
                                                         8)
                                           << u"A\uFFFDb"_s << u"UTF-16LE"_s << 1;
    QTest::newRow("NULs in a text show and count")
        << QByteArray("The fer\0ry left the harbour at noon and struck a bank of sand.", 62)
        << u"The fer\uFFFDry left the harbour at noon and struck a bank of sand."_s << u"UTF-8"_s << 1;
    QTest::newRow("a bell shows and counts") << QByteArray("Ding\x07 dong") << u"Ding\uFFFD dong"_s << u"UTF-8"_s << 1;
    QTest::newRow("a replacement mark of the writer does not count")
        << u"Was \uFFFD here"_s.toUtf8() << u"Was \uFFFD here"_s << u"UTF-8"_s << 0;
}

void TestTextDecoder::countsWhatIsBroken()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QFETCH(const QString, encoding);
    QFETCH(const int, broken);
    const auto decoded = decodeText(bytes);
    QVERIFY(decoded);
    QCOMPARE(decoded->text, text);
    QCOMPARE(decoded->encoding.name, encoding);
    QCOMPARE(decoded->encoding.brokenCount, broken);
}

void TestTextDecoder::bringsLinesAndLettersToOneForm_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("read");

    QTest::newRow("line feeds") << u"a\n\nb\n"_s << u"a\n\nb\n"_s;
    QTest::newRow("carriage return and line feed") << u"a\r\n\r\nb\r\n"_s << u"a\n\nb\n"_s;
    QTest::newRow("carriage returns alone, as Macs once wrote") << u"a\r\rb\r"_s << u"a\n\nb\n"_s;
    QTest::newRow("two carriage returns before a line feed are one end") << u"a\r\r\nb"_s << u"a\nb"_s;
    QTest::newRow("next line, line separator, paragraph separator") << u"a\u0085b\u2028c\u2029d"_s << u"a\nb\nc\nd"_s;
    QTest::newRow("form feed and vertical tab") << u"a\fb\vc"_s << u"a\nb\nc"_s;
    QTest::newRow("a tab stays for the format to judge") << u"a\tb"_s << u"a\tb"_s;
    QTest::newRow("letters and accents written apart become one") << u"Cafe\u0301 Zu\u0308rich"_s << u"Café Zürich"_s;
    QTest::newRow("soft hyphens and zero-width spaces stay")
        << u"fer\u00ADry har\u200Bbour"_s << u"fer\u00ADry har\u200Bbour"_s;
    QTest::newRow("ligatures stay as they were shown") << u"of\uFB01ce"_s << u"of\uFB01ce"_s;
    QTest::newRow("right to left marks stay") << u"\u200Fخبر\u200E"_s << u"\u200Fخبر\u200E"_s;
}

void TestTextDecoder::bringsLinesAndLettersToOneForm()
{
    QFETCH(const QString, written);
    QFETCH(const QString, read);
    for (const QByteArray &bytes :
         {written.toUtf8(), utf8Mark + written.toUtf8(), "\xff\xfe" + utf16(written, false)}) {
        const auto decoded = decodeText(bytes);
        QVERIFY(decoded);
        QCOMPARE(decoded->text, read);
        QCOMPARE(decoded->encoding.brokenCount, 0);
    }
}

void TestTextDecoder::guessesReadably_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part");

    QTest::newRow("German in windows-1252")
        << QByteArray("Eine F\xe4hre ist am Dienstagabend im Nebel auf eine Sandbank gelaufen, zw\xf6lf Menschen "
                      "wurden verletzt. "
                      "Der Kapit\xe4n schwieg, w\xe4hrend die G\xe4ste \xfc"
                      "ber Bord gingen.\n")
        << u"Fähre ist am Dienstagabend im Nebel auf eine Sandbank gelaufen, zwölf"_s;
    QTest::newRow("Russian in KOI8-R")
        << QByteArray("\xf0\xc1\xd2\xcf\xcd, \xce\xc1 \xc2\xcf\xd2\xd4\xd5 \xcb\xcf\xd4\xcf\xd2\xcf\xc7\xcf "
                      "\xce\xc1\xc8\xcf\xc4\xc9\xcc\xc9\xd3\xd8 "
                      "\xcc\xc0\xc4\xc9, \xd3\xc5\xcc \xce\xc1 \xcd\xc5\xcc\xd8 \xd7 \xd4\xd5\xcd\xc1\xce\xc5.\n")
        << u"Паром, на борту которого находились люди"_s;
    QTest::newRow("Russian in windows-1251")
        << QByteArray("\xcf\xe0\xf0\xee\xec, \xed\xe0 \xe1\xee\xf0\xf2\xf3 \xea\xee\xf2\xee\xf0\xee\xe3\xee "
                      "\xed\xe0\xf5\xee\xe4\xe8\xeb\xe8\xf1\xfc "
                      "\xeb\xfe\xe4\xe8, \xf1\xe5\xeb \xed\xe0 \xec\xe5\xeb\xfc \xe2 \xf2\xf3\xec\xe0\xed\xe5.\n")
        << u"Паром, на борту которого находились люди"_s;
    QTest::newRow("Japanese in Shift-JIS") << QByteArray("\x89\xce\x97\x6a\x93\xfa\x82\xcc\x96\xe9\x81\x41\x83\x74\x83"
                                                         "\x46\x83\x8a\x81\x5b\x82\xaa\x94\x5a\x96\xb6\x82\xcc\x92\x86"
                                                         "\x82\xc5\x8d\xc0\x8f\xca\x82\xb5\x82\xbd\x81\x42\n")
                                           << u"火曜日の夜、フェリーが濃霧の中で座礁した。"_s;
    QTest::newRow("Japanese in ISO-2022-JP, which hides in ASCII")
        << QByteArray("\x1b$B2PMKF|$NLk!\"%U%'%j!<$,G;L8$NCf$G:B>L$7$?!#\x1b(B\n") << u"火曜日の夜、フェリーが"_s;
}

void TestTextDecoder::guessesReadably()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, part);
    const auto decoded = decodeText(bytes);
    QVERIFY(decoded);
    QVERIFY2(decoded->text.contains(part), qPrintable(decoded->encoding.name + u": "_s + decoded->text));
    QCOMPARE(decoded->encoding.origin, EncodingOrigin::Guessed);
    QCOMPARE(decoded->encoding.brokenCount, 0);
}

void TestTextDecoder::refusesWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("detail");

    std::mt19937 random(7); // NOLINT: the same bytes in every run
    QByteArray noise(20000, '\0'), controls(3000, '\0');
    for (char &c : noise)
        c = static_cast<char>(random() & 0xff);
    for (char &c : controls)
        c = static_cast<char>(1 + random() % 8);
    QTest::newRow("nothing but NULs") << QByteArray(4096, '\0') << QString();
    QTest::newRow("random bytes") << noise << QString();
    QTest::newRow("control characters") << controls << QString();
    QTest::newRow("a PNG picture") << "\x89PNG\r\n\x1a\n" + noise << u"image/png"_s;
    QTest::newRow("a PDF, which might pass for text")
        << QByteArray("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n") << u"application/pdf"_s;
    QTest::newRow("a program") << "\x7f\x45LF" + noise << u"application/x-elf"_s;
    QTest::newRow("a zip, as Word documents are") << "PK\x03\x04" + noise << u"application/zip"_s;
}

void TestTextDecoder::refusesWhatIsNoText()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, detail);
    const auto decoded = decodeText(bytes);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().reason, SkipReason::Binary);
    QCOMPARE(decoded.error().detail, detail);
}

/// A file that is still being written, or was cut by a full disk, may end anywhere: in whichever encoding it was begun,
/// what is there is read.
void TestTextDecoder::readsEveryLengthOfACutOffFile()
{
    const QString text = u"Fähre läuft auf Grund – zwölf Verletzte, „keiner schrie“ 🚢"_s;
    for (const QByteArray &whole : {text.toUtf8(), utf8Mark + text.toUtf8(), "\xff\xfe" + utf16(text, false)}) {
        for (qsizetype length = 3; length < whole.size(); ++length) {
            const auto decoded = decodeText(whole.first(length));
            QVERIFY(decoded);
            QVERIFY2(decoded->encoding.name.startsWith(u"UTF-"), qPrintable(decoded->encoding.name));
            QVERIFY(decoded->encoding.brokenCount <= 1);
            const QString sound =
                decoded->encoding.brokenCount ? decoded->text.section(u'\uFFFD', 0, 0) : decoded->text;
            QVERIFY2(text.startsWith(sound), qPrintable(sound));
        }
    }
}

/// A letter with two hundred thousand marks in no order would keep an ordinary NFC busy for minutes.
void TestTextDecoder::composesAnyNumberOfMarksInTime()
{
    QString text = u"e"_s;
    for (int i = 0; i < 100'000; ++i)
        text += i % 2 ? u'\u0316' : u'\u0301';
    text += u" e\u0301"_s;
    const auto decoded = decodeText(text.toUtf8());
    QVERIFY(decoded);
    QVERIFY(decoded->text.startsWith(u'é'));
    QVERIFY(decoded->text.endsWith(u" é"_s));
    QCOMPARE(decoded->text.size(), text.size() - 2);
}

QTEST_GUILESS_MAIN(TestTextDecoder)
#include "tst_textdecoder.moc"
