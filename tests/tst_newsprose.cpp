// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The prose layer through the library itself: our definition, our themes, real documents.
#include "ui/proselayer.h"
#include "ui/surfaces.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace parallax;
using namespace Qt::StringLiterals;

namespace {

/// Writes what is coloured as "words/Style", in order.
class Lister : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    explicit Lister(const KSyntaxHighlighting::Definition &definition) { setDefinition(definition); }

    QStringList list(const QString &line)
    {
        m_line = line;
        m_found.clear();
        m_lastEnd = -1;
        highlightLine(line, KSyntaxHighlighting::State());
        return m_found;
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const QString style = format.name();
        if (style == "Normal Text"_L1 || length == 0)
            return;
        const QString words = m_line.mid(offset, length);
        if (offset == m_lastEnd && m_lastStyle == style) {
            QString &last = m_found.last();
            last.insert(last.size() - style.size() - 1, words);
        } else {
            m_found << words + u'/' + style;
        }
        m_lastEnd = offset + length;
        m_lastStyle = style;
    }

private:
    QString m_line;
    QStringList m_found;
    QString m_lastStyle;
    int m_lastEnd = -1;
};

const KSyntaxHighlighting::Repository &repository()
{
    static const KSyntaxHighlighting::Repository instance;
    return instance;
}

const char *const styles[] = {"Figure", "Date", "Quotation", "Attribution", "Hedge"};

} // namespace

class TestNewsProse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void definitionAndThemesAreFoundInTheResources()
    {
        const auto definition = repository().definitionForName(u"News Prose"_s);
        QVERIFY(definition.isValid());
        QVERIFY(definition.isHidden());
        QVERIFY(repository().theme(u"News Prose Light"_s).isValid());
        QVERIFY(repository().theme(u"News Prose Dark"_s).isValid());
        QCOMPARE(repository().theme(u"News Prose Dark"_s).name(), u"News Prose Dark"_s);
    }

    void colours_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, const char16_t *line, const QStringList &expected) {
            QTest::newRow(name) << QString::fromUtf16(line) << expected;
        };
        row("an empty paragraph has nothing", u"", {});
        row("plain words have nothing", u"The bridge fell into the river.", {});
        row("digits with separators are one figure", u"It cost 1,250.50 to mend.", {u"1,250.50/Figure"_s});
        row("money and its multiple are one figure", u"A bill of $3.5 million came.", {u"$3.5 million/Figure"_s});
        row("per cent belongs to the figure", u"Up 12 per cent, down 7%.", {u"12 per cent/Figure"_s, u"7%/Figure"_s});
        row("number words, also joined", u"Twenty-one boats and seven cars",
            {u"Twenty-one/Figure"_s, u"seven/Figure"_s});
        row("a number word inside another word is none", u"They often lighten the attention.", {});
        row("an ordinal", u"The eighth time, the 3rd place", {u"eighth/Figure"_s, u"3rd/Figure"_s});
        row("a date with day first", u"On 5 April 2017 it rained.", {u"5 April 2017/Date"_s});
        row("a date with month first", u"On April 5, 2017 it rained.", {u"April 5, 2017/Date"_s});
        row("a weekday", u"It met on Wednesday again.", {u"Wednesday/Date"_s});
        row("a clock time", u"At 10:30 and at 6 p.m. they rang.", {u"10:30/Date"_s, u"6 p.m./Date"_s});
        row("a relative day", u"It fell last week and yesterday.", {u"last week/Date"_s, u"yesterday/Date"_s});
        row("an ISO day", u"Filed 2017-04-05 in print", {u"2017-04-05/Date"_s});
        row("a straight quotation with its verb", u"\"We left,\" he said.",
            {u"\"We left,\"/Quotation"_s, u"said/Attribution"_s});
        row("a curly quotation", u"She replied: “Not now.”", {u"replied/Attribution"_s, u"“Not now.”/Quotation"_s});
        row("facts inside a quotation keep their colour", u"“All 40 left”",
            {u"“All /Quotation"_s, u"40/Figure"_s, u" left”/Quotation"_s});
        row("a quotation left open ends with its paragraph", u"“We stay", {u"“We stay/Quotation"_s});
        row("single curly quotes", u"It was ‘a farce’ to all", {u"‘a farce’/Quotation"_s});
        row("an apostrophe opens no quotation", u"The mayor’s men don’t go", {});
        row("a straight apostrophe opens no quotation", u"The mayor's men don't go", {});
        row("hedges", u"It may perhaps fall, reportedly.", {u"may/Hedge"_s, u"perhaps/Hedge"_s, u"reportedly/Hedge"_s});
        row("about is a hedge before a number only", u"He spoke about the weather for about 40 minutes",
            {u"about/Hedge"_s, u"40/Figure"_s});
        row("May is a name or a month before it is a hedge", u"Mrs May left in May 2017", {u"May 2017/Date"_s});
        row("an attribution verb inside another word is none", u"The essay was unsaid", {});
    }
    void colours()
    {
        QFETCH(QString, line);
        QFETCH(QStringList, expected);
        QCOMPARE(Lister(repository().definitionForName(u"News Prose"_s)).list(line), expected);
    }

    void themesColourEveryStyleAndNoBackground_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<int>("scheme");
        QTest::newRow("light") << u"News Prose Light"_s << int(Scheme::Light);
        QTest::newRow("dark") << u"News Prose Dark"_s << int(Scheme::Dark);
    }
    void themesColourEveryStyleAndNoBackground()
    {
        QFETCH(QString, theme);
        QFETCH(int, scheme);
        const auto chosen = repository().theme(theme);
        const auto look = static_cast<Scheme>(scheme);
        const Surfaces surfaces = surfacesOf(breezePalette(look));
        const auto definition = repository().definitionForName(u"News Prose"_s);
        int found = 0;
        for (const auto &format : definition.formats()) {
            if (!std::ranges::contains(styles, format.name(), [](const char *s) { return QString::fromLatin1(s); }))
                continue;
            ++found;
            QVERIFY2(!format.hasBackgroundColor(chosen), qPrintable(format.name()));
            QVERIFY2(!format.isBold(chosen) && !format.isItalic(chosen) && !format.isUnderline(chosen),
                     "words must not change width");
            const QColor ink = format.textColor(chosen);
            for (const QColor &paper : {surfaces.view, surfaces.curfill}) {
                QVERIFY2(contrast(ink, paper) >= 4.5, qPrintable(format.name()));
                for (int kind = 0; kind < DivergenceKindCount; ++kind) {
                    const QColor tint = markStyle(static_cast<DivergenceKind>(kind), look).tint;
                    if (tint.isValid())
                        QVERIFY2(contrast(ink, tint) >= 4.5, qPrintable(format.name() + QString::number(kind)));
                }
            }
        }
        QCOMPARE(found, 5);
    }

    void theLayerColoursADocumentAndReservesRoom()
    {
        QTextDocument document;
        PassageDress dress{false, {{4, 20}}};
        ProseLayer layer(&document, [&](int) { return dress; });
        document.documentLayout();
        document.setPlainText(u"Some 40 left on Monday"_s);
        const auto formats = [&] { return document.firstBlock().layout()->formats(); };
        const auto spaced = [&] {
            return std::ranges::count_if(
                formats(), [](const QTextLayout::FormatRange &f) { return f.format.fontLetterSpacing() == 20; });
        };
        QVERIFY(std::ranges::any_of(formats(), [](const QTextLayout::FormatRange &f) {
            return f.format.hasProperty(QTextFormat::ForegroundBrush) && f.start <= 5 && f.start + f.length >= 7;
        }));
        QCOMPARE(spaced(), 1);
        layer.setColoursShown(false);
        QVERIFY(std::ranges::none_of(formats(), [](const QTextLayout::FormatRange &f) {
            return f.format.hasProperty(QTextFormat::ForegroundBrush);
        }));
        QCOMPARE(spaced(), 1);
        dress.rooms.clear();
        layer.rehighlightBlock(document.firstBlock());
        QCOMPARE(spaced(), 0);
    }
};

QTEST_MAIN(TestNewsProse)
#include "tst_newsprose.moc"
