// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/formats/recognise.h"

#include <QTest>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// "WebPage", or "Unsupported: spreadsheet".
QString answer(const QByteArray &bytes, const QString &name)
{
    static const QStringList formats{u"PlainText"_s,    u"Markdown"_s,     u"WebPage"_s,  u"WebArchive"_s, u"Mail"_s,
                                     u"WordDocument"_s, u"OpenDocument"_s, u"RichText"_s, u"Pdf"_s};
    static const QStringList reasons{u"Unreadable"_s, u"Empty"_s,       u"Binary"_s,
                                     u"TooLarge"_s,   u"Unsupported"_s, u"Damaged"_s};
    const auto refused = refusedByName(name);
    const auto kind = refused ? std::unexpected(*refused) : recognise(bytes, name);
    if (kind)
        return formats.at(static_cast<int>(*kind));
    return reasons.at(static_cast<int>(kind.error().reason)) + u": "_s + kind.error().detail;
}

QByteArray utf16(const QString &text)
{
    return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

const QByteArray prose = "A ferry ran aground on Tuesday, the coast guard said.\n";
const QByteArray zip("PK\x03\x04\x14\0\0\0\0\0", 10);

} // namespace

class TestRecognise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsKinds_data();
    void tellsKinds();
};

void TestRecognise::tellsKinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *tag, const QByteArray &bytes, const QString &name, const QString &expected) {
        QTest::newRow(tag) << bytes << name << expected;
    };
    row("prose under a text's name", prose, u"a.txt"_s, u"PlainText"_s);
    row("prose without a suffix", prose, u"README"_s, u"PlainText"_s);
    row("a name with a full stop is no suffix", prose, u"Mr. Smith goes"_s, u"PlainText"_s);
    row("a date is no suffix", prose, u"times 2024.05.14"_s, u"PlainText"_s);
    row("upper case suffix", prose, u"A.TXT"_s, u"PlainText"_s);
    row("Markdown by its name alone", prose, u"a.md"_s, u"Markdown"_s);

    row("a page under a text's name", "\xef\xbb\xbf\n<!DOCTYPE html><p>x", u"a.txt"_s, u"WebPage"_s);
    row("a page without a suffix", "<HTML><body>", u"page"_s, u"WebPage"_s);
    row("a page under a script's name", "<!doctype HTML><p>x", u"story.php"_s, u"WebPage"_s);
    row("a page behind a declaration and comments", "<?xml version='1.0'?><!-- a --><!-- b > -->\n<html xmlns=''>",
        u"a.doc"_s, u"WebPage"_s);
    row("a page in UTF-16", "\xff\xfe" + utf16(u"<html><p>x</p>"_s), u"a.txt"_s, u"WebPage"_s);
    row("a page without head or body", "<p>One<p>Two", u"a.html"_s, u"WebPage"_s);
    row("a page of entities", "The harbour&rsquo;s quiet night", u"a.htm"_s, u"WebPage"_s);
    row("markup that a writer typed", "<b>Ferry</b> aground", u"a.txt"_s, u"PlainText"_s);
    row("plain text under a page's name", prose + "It rose by 3 < 4 & fell.", u"a.html"_s, u"PlainText"_s);
    row("a comment that never ends", "<!-- <html>", u"a.txt"_s, u"PlainText"_s);

    const QByteArray sent = "Received: by x\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n";
    row("a message by its name", "From: a@b.example\nSubject: Ferry\n\nHello", u"a.eml"_s, u"Mail"_s);
    row("a message under a text's name", sent + "\r\nHello", u"a.txt"_s, u"Mail"_s);
    row("a message with its envelope line", "From a@b Tue May  1\n" + sent + "\nHello", u"mail"_s, u"Mail"_s);
    row("a press release is no message", "From: the office\nDate: today\nSubject: Ferry\n\nHello", u"a.txt"_s,
        u"PlainText"_s);
    row("a web archive",
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n",
        u"a.mhtml"_s, u"WebArchive"_s);
    row("a web archive under a page's name",
        "MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=\"x\"\n\n--x", u"a.html"_s, u"WebArchive"_s);
    row("a forwarded message with pictures", sent + "Content-Type: multipart/related; boundary=x\r\n\r\n", u"a.eml"_s,
        u"Mail"_s);
    row("a page under a message's name", "<p>Ferry</p>", u"a.eml"_s, u"WebPage"_s);

    row("a Word document", zip + "[Content_Types].xml word/document.xml", u"a.docx"_s, u"WordDocument"_s);
    row("a Word document under an old name", zip + "[Content_Types].xml word/document2.xml", u"a.doc"_s,
        u"WordDocument"_s);
    row("OpenDocument text",
        QByteArray("PK\x03\x04") + QByteArray(26, '\0') + "mimetypeapplication/vnd.oasis.opendocument.text", u"a.odt"_s,
        u"OpenDocument"_s);
    row("an OpenDocument spreadsheet",
        QByteArray("PK\x03\x04") + QByteArray(26, '\0') + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        u"a.odt"_s, u"Unsupported: spreadsheet, presentation or drawing"_s);
    row("a spreadsheet under a document's name", zip + "[Content_Types].xml xl/workbook.xml", u"a.docx"_s,
        u"Unsupported: spreadsheet"_s);
    row("an archive under a document's name", zip + "a.txt", u"a.docx"_s, u"Binary: application/zip"_s);
    row("macros", zip + "[Content_Types].xml word/document.xml word/vbaProject.bin", u"a.docx"_s,
        u"Unsupported: Word document with macros"_s);
    row("rich text under a document's name", "{\\rtf1\\ansi Ferry}", u"a.doc"_s, u"RichText"_s);
    row("an old Word document", "\xd0\xcf\x11\xe0" + utf16(u"..WordDocument.."_s), u"a.doc"_s,
        u"Unsupported: Word document of 1997 to 2003"_s);
    row("a document behind a password", "\xd0\xcf\x11\xe0" + utf16(u"EncryptedPackage"_s), u"a.docx"_s,
        u"Unsupported: protected by a password"_s);
    row("PDF under a text's name", "%PDF-1.7\n", u"a.txt"_s, u"Pdf"_s);
    row("PDF behind junk", "\n\n%PDF-1.7\n%%EOF", u"a.pdf"_s, u"Pdf"_s);

    row("a picture by its name", prose, u"photo.JPG"_s, u"Unsupported: JPEG image"_s);
    row("a picture under a text's name", "\x89PNG\r\n\x1a\n", u"a.txt"_s, u"Binary: image/png"_s);
    row("a text under a document's name", prose, u"a.docx"_s, u"Damaged: no Word document"_s);
    row("a text under PDF's name", prose, u"a.pdf"_s, u"Damaged: no PDF document"_s);
    row("a lock file", "\x05user", u"~$report.docx"_s, u"Unsupported: lock file of a word processor"_s);
    row("an editor's copy", prose, u"#a.txt#"_s, u"Unsupported: editor's copy"_s);
    row("another editor's copy", prose, u"a.txt~"_s, u"Unsupported: editor's copy"_s);
    row("data", "{}", u"meta.json"_s, u"Unsupported: data"_s);
    row("an unknown suffix", prose, u"a.xyz"_s, u"Unsupported: xyz"_s);
    row("a tilde for a name", prose, u"~.txt"_s, u"PlainText"_s);
}

void TestRecognise::tellsKinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QTEST(answer(bytes, name), "expected");
}

QTEST_GUILESS_MAIN(TestRecognise)
#include "tst_recognise.moc"
