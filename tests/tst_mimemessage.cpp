// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/formats/mailformat.h"
#include "story/formats/mimemessage.h"

#include "report/schemawords.h"

#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

const QByteArray first = "The lighthouse at Cape Orrin, dark since the spring storms, was lit again on Thursday night.";
const QByteArray second = "Some forty people stood on the mole in the rain, among them Ines Falk, who kept the lamp.";
const QByteArray page = "<html><body><p>" + first + "</p><p>" + second + "</p></body></html>";
const QByteArray head = "From: Orrin Gazette <news@orrin.example>\r\nSubject: Lamp lit again\r\n"
                        "Date: Thu, 16 May 2024 23:30:00 -0500\r\nMIME-Version: 1.0\r\n";

QStringList passagesOf(const ReadResult &read)
{
    QStringList out;
    if (!read)
        return {u"refused: "_s + reasonWord(read.error().reason)};
    for (const Passage &p : read->front().passages)
        out.append(roleWord(p.role) + u": "_s + p.text);
    return out;
}

QStringList mail(const QByteArray &message)
{
    return passagesOf(readMail({message, {}}));
}

QString body(const QByteArray &text)
{
    return u"body: "_s + QString::fromUtf8(text);
}

const QString headline = u"headline: Lamp lit again"_s;

/// A part of a multipart body with the boundary "b".
QByteArray part(const QByteArray &fields, const QByteArray &content)
{
    return "--b\r\n" + fields + "\r\n\r\n" + content + "\r\n";
}

} // namespace

class TestMimeMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void readsMail_data();
    void readsMail();
    void takesTheFactsFromTheHeader_data();
    void takesTheFactsFromTheHeader();
    void readsWebArchives();
    void survivesBrokenMessages_data();
    void survivesBrokenMessages();
    void readsEveryLengthOfACutOffMessage();
};

void TestMimeMessage::readsMail_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QStringList>("passages");
    const auto row = [](const char *name, const QByteArray &message, const QStringList &passages) {
        QTest::newRow(name) << message << passages;
    };
    const QByteArray multi = "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n";
    const QByteArray alternative =
        "Content-Type: multipart/alternative;\r\n boundary=b\r\n\r\nThis is a message in many parts.\r\n";
    const QByteArray both = first + "\r\n\r\n" + second;
    row("plain", head + "\r\n" + both, {headline, body(first), body(second)});
    row("line feeds alone", QByteArray(head + "\r\n" + both).replace("\r\n", "\n"),
        {headline, body(first), body(second)});
    row("quoted-printable in another encoding",
        head + "Content-Type: text/plain; charset=\"ISO-8859-1\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
               "The caf=E9 at the mole, open since May, gave out tea =\r\nand blankets.",
        {headline, body("The café at the mole, open since May, gave out tea and blankets.")});
    row("base64",
        head + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: BASE64\r\n\r\n" + page.toBase64(),
        {headline, body(first), body(second)});
    row("the page of two kinds",
        head + alternative + part("Content-Type: text/plain", "In short: the lamp is lit, and all are glad of it.") +
            part("Content-Type: text/html", page) + "--b--\r\n",
        {headline, body(first), body(second)});
    row("the plain text where the page is a teaser",
        head + alternative + part("Content-Type: text/plain", both) +
            part("Content-Type: text/html", "<p>The lamp is lit: see our site.</p>") + "--b--\r\n",
        {headline, body(first), body(second)});
    row("attachments are named",
        head + multi + part("Content-Type: text/plain", both) +
            part("Content-Type: application/pdf; name=\"report.pdf\"\r\nContent-Disposition: attachment; "
                 "filename=\"report.pdf\"\r\nContent-Transfer-Encoding: base64",
                 "JVBERi0=") +
            part("Content-Type: text/plain\r\nContent-Disposition: attachment; filename*=UTF-8''caf%C3%A9.txt",
                 "SECRET text of the attachment, which is not opened.") +
            "--b--\r\n",
        {headline, body(first), body(second), u"furniture: report.pdf"_s, u"furniture: café.txt"_s});
    row("text around a picture",
        head + multi + part("Content-Type: text/plain", first) + part("Content-Type: image/jpeg", "xx") +
            part("Content-Type: text/plain", second) + "--b--",
        {headline, body(first), body(second)});
    row("end of the parts missing", head + multi + part("Content-Type: text/plain", both),
        {headline, body(first), body(second)});
    row("flowed lines",
        head +
            "Content-Type: text/plain; format=flowed\r\n\r\nThe lighthouse at Cape Orrin, dark since the spring "
            "\r\nstorms, was lit again on Thursday night.\r\n\r\n" +
            second,
        {headline, body(first), body(second)});
    row("signature and quoted mail",
        head + "\r\n" + both + "\r\n\r\n> What was it that you saw, and when?\r\n\r\n-- \r\nOrrin Gazette, Mole 1",
        {headline, body(first), body(second), u"furniture: > What was it that you saw, and when?"_s,
         u"furniture: Orrin Gazette, Mole 1"_s});
    row("no text at all", head + "Content-Type: image/png\r\n\r\nxx", {u"refused: empty"_s});
    row("an encoding that does not exist", head + "Content-Type: text/plain; charset=x-none\r\n\r\n" + both,
        {headline, body(first), body(second)});
}

void TestMimeMessage::readsMail()
{
    QFETCH(QByteArray, message);
    QFETCH(QStringList, passages);
    QCOMPARE(mail(message), passages);
}

void TestMimeMessage::takesTheFactsFromTheHeader_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("facts");
    const auto row = [](const char *name, const QByteArray &fields, const char *facts) {
        QTest::newRow(name) << fields << QString::fromUtf8(facts);
    };
    row("all of them", head, "Lamp lit again/Orrin Gazette/2024-05-16");
    row("encoded words",
        "Subject: =?UTF-8?Q?L=C3=A4mp_?=\r\n =?utf-8?B?bGl0?=\r\nFrom: =?iso-8859-1?Q?Die_Orriner_Zeitung?= "
        "<a@b.example>\r\n",
        "Lämp lit/Die Orriner Zeitung/");
    row("answered and forwarded", "Subject: Re: Fwd: WG: Lamp lit\r\n", "Lamp lit//");
    row("a person is no outlet", "Subject: Lamp lit\r\nFrom: Jane Doe <jane@doe.example>\r\n", "Lamp lit//");
    row("a date that is none", "Subject: Lamp lit\r\nDate: yesterday\r\n", "Lamp lit//");
}

void TestMimeMessage::takesTheFactsFromTheHeader()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, facts);
    const auto read = readMail({fields + "\r\n" + first + "\r\n\r\n" + second, {}});
    QVERIFY(read);
    const Article &a = read->front();
    QCOMPARE(a.title + u'/' + a.outlet + u'/' + (a.published ? a.published->toString(Qt::ISODate) : QString()), facts);
}

void TestMimeMessage::readsWebArchives()
{
    const QByteArray archive =
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.orrin.example/2024/lamp\r\nSubject: "
        "=?utf-8?Q?Lamp=20lit?=\r\n"
        "Date: Wed, 1 Jan 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: "
        "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n" +
        part("Content-Type: text/css", "p { color: red }") +
        part("Content-Type: text/html\r\nContent-ID: <frame-1>\r\nContent-Transfer-Encoding: quoted-printable",
             QByteArray(page).replace("=", "=3D")) +
        part("Content-Type: image/png\r\nContent-Location: https://www.orrin.example/a.png", "xx") +
        part("Content-Type: text/html\r\nContent-ID: <frame-2>",
             "<p>FOREIGN advert in a frame, long enough to be a paragraph.</p>") +
        "--b--\r\n";
    const auto read = readWebArchive({archive, {}});
    QCOMPARE(passagesOf(read), (QStringList{body(first), body(second)}));
    QCOMPARE(read->front().title, u"Lamp lit"_s);
    QCOMPARE(read->front().outlet, u"orrin.example"_s);
    QVERIFY(!read->front().published); // the Date is the day it was saved
    QByteArray other = archive;
    other.replace("boundary=\"b\"", "boundary=\"b\"; start=\"<frame-2>\"");
    QVERIFY(
        passagesOf(readWebArchive({other, {}})).front().contains("FOREIGN"_L1)); // the root is the part that is named
}

void TestMimeMessage::survivesBrokenMessages_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("nothing") << QByteArray("\r\n");
    QTest::newRow("header without end") << QByteArray("Subject: x\r\n").repeated(100'000);
    QTest::newRow("a field of a megabyte") << "Subject: " + QByteArray("x").repeated(1'000'000) + "\r\n\r\nx";
    QTest::newRow("a field folded without end")
        << "Subject: a\r\n" + QByteArray(" =?utf-8?Q?x?=\r\n").repeated(100'000);
    QTest::newRow("boundary that is the empty word")
        << QByteArray("Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n\r\nx\r\n--");
    QTest::newRow("parts in parts in parts") << [] {
        QByteArray out = "MIME-Version: 1.0\r\n";
        for (int i = 0; i < 20'000; ++i)
            out += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "\r\n\r\n--b" +
                   QByteArray::number(i) + "\r\n";
        return out;
    }();
    QTest::newRow("a part that holds itself")
        << "Content-Type: multipart/mixed; boundary=b\r\n\r\n" +
               QByteArray("--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n").repeated(20'000);
    QTest::newRow("a hundred thousand parts")
        << "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + QByteArray("--b\r\n\r\nx\r\n").repeated(100'000);
    QTest::newRow("base64 that is none") << QByteArray("Content-Transfer-Encoding: base64\r\n\r\n\xff\xfe?!===");
    QTest::newRow("quoted-printable that is none")
        << QByteArray("Content-Transfer-Encoding: quoted-printable\r\n\r\n=ZZ=\r=\n==4");
}

void TestMimeMessage::survivesBrokenMessages()
{
    QFETCH(QByteArray, message);
    std::ignore = readMail({message, {}});
    std::ignore = readWebArchive({message, {}});
    QVERIFY(parseMessage(message).parts.size() <= mostParts);
}

void TestMimeMessage::readsEveryLengthOfACutOffMessage()
{
    const QByteArray message = head + "Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n" +
                               part("Content-Type: text/plain; charset=utf-8", first) +
                               part("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", page.toBase64()) +
                               "--b--\r\n";
    for (qsizetype n = 1; n <= message.size(); n += 3)
        std::ignore = readMail({message.first(n), {}});
}

QTEST_GUILESS_MAIN(TestMimeMessage)
#include "tst_mimemessage.moc"
