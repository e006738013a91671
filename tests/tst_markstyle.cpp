// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! The look of the marks: the measured values row by row, and that what is painted is there and where it should be.
#include "report/markstyle.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace parallax {

class TestMarkStyle : public QObject
{
    Q_OBJECT

private:
    static QImage canvas(int width, int height)
    {
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::white);
        return image;
    }
    static QRect inkBounds(const QImage &image)
    {
        QRect bounds;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) != 0xffffffff)
                    bounds |= QRect(x, y, 1, 1);
            }
        }
        return bounds;
    }
    /// WCAG 2 contrast.
    static double contrast(const QColor &a, const QColor &b)
    {
        const auto luminance = [](const QColor &colour) {
            const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
        };
        const double high = std::max(luminance(a), luminance(b));
        const double low = std::min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyKindHasItsLetterShapeAndColours_data()
    {
        QTest::addColumn<DivergenceKind>("kind");
        QTest::addColumn<QChar>("letter");
        QTest::addColumn<LineShape>("shape");
        QTest::addColumn<QString>("light");
        QTest::addColumn<QString>("dark");
        using enum DivergenceKind;
        QTest::newRow("figure") << Figure << QChar(u'F') << LineShape::Thick << u"#860005"_s << u"#feaf83"_s;
        QTest::newRow("date") << Date << QChar(u'D') << LineShape::Double << u"#2a7a8c"_s << u"#70e9f7"_s;
        QTest::newRow("status") << Status << QChar(u'S') << LineShape::Dashed << u"#6b5fca"_s << u"#a38dbb"_s;
        QTest::newRow("quote") << Quote << QChar(u'Q') << LineShape::Sine << u"#172889"_s << u"#90b4fb"_s;
        QTest::newRow("attribution") << Attribution << QChar(u'@') << LineShape::DashDot << u"#225a39"_s
                                     << u"#b0e2c0"_s;
        QTest::newRow("name") << Name << QChar(u'N') << LineShape::Thin << u"#36383d"_s << u"#b5b7be"_s;
        QTest::newRow("wording") << Wording << QChar(u'W') << LineShape::Square << u"#a7336b"_s << u"#d27a8b"_s;
        QTest::newRow("detail") << Detail << QChar(u'+') << LineShape::Dotted << u"#866b1b"_s << u"#aa943d"_s;
    }

    void everyKindHasItsLetterShapeAndColours()
    {
        QFETCH(DivergenceKind, kind);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const MarkStyle style = markStyle(kind, scheme);
            QTEST(style.letter, "letter");
            QTEST(style.shape, "shape");
            QTEST(style.colour.name(), scheme == Scheme::Light ? "light" : "dark");
            QCOMPARE(style.tint.isValid(), kind != DivergenceKind::Name);
            const QColor paper = paperColour(scheme);
            QVERIFY(contrast(style.colour, paper) >= 4.5); // the letter on the badge
            if (style.tint.isValid()) {
                QVERIFY(contrast(style.colour, style.tint) >= 3.0);
                QVERIFY(contrast(inkColour(scheme), style.tint) >= 4.5);
            }
            for (int group = 1; group < 6; ++group)
                QVERIFY(contrast(inkColour(scheme), cellFill(kind, group, scheme)) >= 7.0);
        }
        QVERIFY(!markStyle(kind, Scheme::HighContrast).tint.isValid());
    }

    void tintsAreTheColourAtThirteenPercentOverPaper()
    {
        QCOMPARE(markStyle(DivergenceKind::Figure, Scheme::Light).tint.name(), u"#efdedf"_s);
        QVERIFY(!cellFill(DivergenceKind::Figure, 0, Scheme::Light).isValid());
        QCOMPARE(cellFill(DivergenceKind::Figure, 3, Scheme::Light),
                 cellFill(DivergenceKind::Figure, 1, Scheme::Light));
        QVERIFY(isCellHatched(3) && !isCellHatched(2));
    }

    void readingLettersGoOnAfterZ_data()
    {
        QTest::addColumn<int>("group");
        QTest::addColumn<QString>("letter");
        QTest::newRow("first") << 0 << u"A"_s;
        QTest::newRow("last of the alphabet") << 25 << u"Z"_s;
        QTest::newRow("second round") << 26 << u"A2"_s;
        QTest::newRow("third round") << 53 << u"B3"_s;
    }
    void readingLettersGoOnAfterZ()
    {
        QFETCH(int, group);
        QTEST(groupLetter(group), "letter");
    }

    void articleNumbersTellTheRoundsApart_data()
    {
        QTest::addColumn<int>("article");
        QTest::addColumn<QString>("number");
        QTest::newRow("first") << 0 << u"1"_s;
        QTest::newRow("twelfth") << 11 << u"12"_s;
        QTest::newRow("thirteenth takes the first colour again") << 12 << u"13b"_s;
        QTest::newRow("end of the second round") << 23 << u"24b"_s;
        QTest::newRow("third round") << 24 << u"25c"_s;
    }
    void articleNumbersTellTheRoundsApart()
    {
        QFETCH(int, article);
        QTEST(articleNumber(article), "number");
        QCOMPARE(articleColour(article, Scheme::Light), articleColour(article + 12, Scheme::Light));
        QVERIFY(articleColour(article, Scheme::Light) != articleColour(article + 1, Scheme::Light));
    }

    void everyLineStaysInItsBandAndItsWidth_data()
    {
        QTest::addColumn<LineShape>("shape");
        for (int i = 0; i < DivergenceKindCount; ++i) {
            const MarkStyle style = markStyle(static_cast<DivergenceKind>(i), Scheme::Light);
            QTest::newRow(QByteArray(1, style.letter.toLatin1()).constData()) << style.shape;
        }
    }
    void everyLineStaysInItsBandAndItsWidth()
    {
        QFETCH(LineShape, shape);
        for (const int width : {3, 10, 97}) {
            QImage image = canvas(width + 20, 40);
            QPainter painter(&image);
            paintMarkLine(painter, shape, Qt::black, QPointF(10, 10), width, 2.0);
            painter.end();
            const QRect ink = inkBounds(image);
            QVERIFY(!ink.isEmpty());
            QVERIFY(
                QRect(8, 9, width + 4, 10).contains(ink)); // 4 px band at double size, a pixel of antialiasing around
        }
    }

    void shapesAreToldApartWithoutColour()
    {
        std::set<QByteArray> pictures;
        for (int i = 0; i < DivergenceKindCount; ++i) {
            QImage image = canvas(60, 10);
            QPainter painter(&image);
            paintMarkLine(painter, markStyle(static_cast<DivergenceKind>(i), Scheme::Light).shape, Qt::black, {2, 2},
                          56, 1);
            painter.end();
            pictures.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(pictures.size(), static_cast<size_t>(DivergenceKindCount));
    }

    void badgesFillTheWidthTheyAnswer_data()
    {
        QTest::addColumn<int>("group");
        QTest::newRow("kind alone") << -1;
        QTest::newRow("largest group") << 0;
        QTest::newRow("second group") << 1;
        QTest::newRow("group with two letters") << 30;
    }
    void badgesFillTheWidthTheyAnswer()
    {
        QFETCH(int, group);
        constexpr int Height = 24;
        QImage image = canvas(120, 40);
        QPainter painter(&image);
        const qreal width = paintBadge(painter, DivergenceKind::Status, group, Scheme::Light, {10, 8}, Height);
        painter.end();
        QCOMPARE(width, badgeWidth(group, Height));
        const QRect ink = inkBounds(image);
        QCOMPARE(ink.top(), 8);
        QCOMPARE(ink.height(), Height);
        QCOMPARE(ink.left(), 10);
        QVERIFY(qAbs(ink.width() - width) <= 1);
    }

    void dissentStandsOut()
    {
        // The filled badge and disc of a second reading carry more ink than the outlined ones of the first.
        const auto ink = [](int group, bool isDisc) {
            QImage image = canvas(60, 40);
            QPainter painter(&image);
            if (isDisc)
                paintGroupDisc(painter, group, Scheme::Light, {4, 4}, 32);
            else
                paintBadge(painter, DivergenceKind::Figure, group, Scheme::Light, {4, 4}, 24);
            painter.end();
            int dark = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < 28; ++x)
                    dark += qGray(image.pixel(x, y)) < 160 ? 1 : 0;
            }
            return dark;
        };
        QVERIFY(ink(1, false) > 2 * ink(0, false));
        QVERIFY(ink(1, true) > 2 * ink(0, true));
    }

    void discsOfTheFirstFiveGroupsDiffer()
    {
        std::set<QByteArray> pictures;
        for (int group = 0; group < 5; ++group) {
            QImage image = canvas(40, 40);
            QPainter painter(&image);
            paintGroupDisc(painter, group, Scheme::Light, {4, 4}, 32);
            painter.end();
            QVERIFY(QRect(3, 3, 34, 34).contains(inkBounds(image)));
            pictures.insert(QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(pictures.size(), 5u);
    }

    void anArticleBadgeShowsItsRim()
    {
        QImage image = canvas(40, 40);
        QPainter painter(&image);
        paintArticleBadge(painter, 12, Scheme::Light, {2, 2}, 36);
        painter.end();
        QCOMPARE(inkBounds(image), QRect(2, 2, 36, 36));
        QCOMPARE(image.pixelColor(3, 20).name(), articleColour(0, Scheme::Light).name());
    }

    void paintingLeavesThePainterAsItWas()
    {
        QImage image = canvas(40, 40);
        QPainter painter(&image);
        painter.setPen(Qt::red);
        const QFont font = painter.font();
        paintBadge(painter, DivergenceKind::Date, 1, Scheme::Dark, {0, 0}, 12);
        paintMarkLine(painter, LineShape::Sine, Qt::black, {0, 0}, 20, 1);
        paintGroupDisc(painter, 4, Scheme::Dark, {0, 0}, 16);
        paintArticleBadge(painter, 0, Scheme::Dark, {0, 0}, 18);
        QCOMPARE(painter.pen().color(), QColor(Qt::red));
        QCOMPARE(painter.font(), font);
        QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
    }
};

} // namespace parallax

QTEST_MAIN(parallax::TestMarkStyle)
#include "tst_markstyle.moc"
