// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A badge stands *in* the line, behind the words it belongs to, and the text must make room for it. Its place is held
//! by a no-break space, widened by letter spacing to the badge's width: the badge never goes to the next line without
//! its last word, needs no document object (QTextLayout alone has none), leaves ligatures and Arabic joins of the words
//! alone because no letter's format changes, and copied text stays readable.
//!
//! Lines and tints come from cursor positions, except in text with right-to-left letters: there the words of a mark
//! may be drawn in pieces and in another order, and the glyphs themselves are asked where they are.
//!
//! Tested by tst_pdfwriter.cpp.

#include "report/pdftext.h"

#include "report/markstyle.h"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>

#include <algorithm>
#include <cmath>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

// Points on paper (design tokens, section 10).
constexpr double PassageSize = 8;
constexpr double PassageLine = 12.3;
constexpr double PassageLineTall = 13.6; // scripts that stand higher than Latin
constexpr double NumberSize = 7;
constexpr double BadgeHeight = 7.6;
constexpr double BadgeRise = 6.7; // top of a badge over the baseline
constexpr double BadgeGap = 1.5;
constexpr double MarkScale = 0.75; // 1 px = 0.75 pt

constexpr QChar PlaceHolder(u'\u00a0');
constexpr QChar BreakHere(u'\u200b');

bool isWide(QChar::Script script)
{
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

bool hasRightToLeft(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) {
        const QChar::Direction direction = c.direction();
        return direction == QChar::DirR || direction == QChar::DirAL;
    });
}

bool isTallScript(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() > QChar::Script_Cyrillic; });
}

QTextOption optionsFor(const QString &text, Qt::Alignment alignment)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const bool isRightToLeft = text.isRightToLeft();
    option.setTextDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(alignment ? alignment : isRightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    return option;
}

/// The wanted family where it is installed. A list of both would do, were it not for the scripts that stand between.
QString firstOf(const QString &wanted, const QString &otherwise)
{
    return QFontDatabase::hasFamily(wanted) ? wanted : otherwise;
}

QFont sized(QFont font, double units)
{
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(units))));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setFeature("liga", 0); // a reader who searches for "official" would not find "oﬃcial"
    return font;
}

} // namespace

QFont PrintMeasure::sans(double size, QFont::Weight weight) const
{
    static const QString latin = firstOf(u"Noto Sans"_s, u"sans-serif"_s);
    QFont font(QStringList{latin, u"Noto Sans Arabic"_s, u"Noto Sans Hebrew"_s});
    font.setStyleHint(QFont::SansSerif);
    font.setWeight(weight);
    return sized(font, points(size));
}

QFont PrintMeasure::serif(double size) const
{
    static const QString latin = firstOf(u"Noto Serif"_s, u"serif"_s);
    QFont font(QStringList{latin, u"Noto Naskh Arabic"_s, u"Noto Serif Hebrew"_s});
    font.setStyleHint(QFont::Serif);
    return sized(font, points(size));
}

TextBlock::TextBlock(const QString &text, const QFont &font, const QColor &colour, double width,
                     Qt::Alignment alignment)
    : m_colour(colour)
{
    if (text.isEmpty())
        return;
    const auto layout = std::make_shared<QTextLayout>(text, font);
    layout->setTextOption(optionsFor(text, alignment ? alignment : Qt::AlignLeft));
    layout->setCacheEnabled(true);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition(QPointF(0, m_height));
        m_height += line.height();
        m_naturalWidth = std::max(m_naturalWidth, line.naturalTextWidth());
    }
    layout->endLayout();
    const QTextLine last = layout->lineAt(layout->lineCount() - 1);
    const bool isFlushRight = !alignment && text.isRightToLeft();
    m_lastLineEnd = {isFlushRight ? m_naturalWidth : last.naturalTextWidth(), last.position().y()};
    if (isFlushRight) {
        for (int i = 0; i < layout->lineCount(); ++i) {
            QTextLine line = layout->lineAt(i);
            line.setPosition(QPointF(m_naturalWidth - line.naturalTextWidth(), line.position().y()));
        }
    }
    m_layout = layout;
}

void TextBlock::paint(QPainter &painter, QPointF topLeft) const
{
    if (!m_layout)
        return;
    painter.setPen(m_colour);
    m_layout->draw(&painter, topLeft);
}

MarkedBlock::MarkedBlock(const PrintMeasure &measure, const ReportPassage &passage, double width)
    : m_lineHeight(measure.points(isTallScript(passage.text.text) ? PassageLineTall : PassageLine))
    , m_unit(measure.points(1))
{
    const QString number = u"¶\u00a0"_s + QString::number(passage.number);
    QString prefix = number + u"  "_s;
    if (!passage.role.isEmpty())
        prefix += passage.role.toLower() + u"  "_s;

    const QFont font = measure.serif(PassageSize);
    m_layout = std::make_shared<QTextLayout>(QString(), font);
    m_layout->setTextOption(optionsFor(passage.text.text, {}));
    m_layout->setCacheEnabled(true);

    QTextCharFormat muted;
    muted.setFont(measure.sans(NumberSize));
    muted.setForeground(printcolour::Muted);
    QTextCharFormat bold = muted;
    bold.setFont(measure.sans(NumberSize, QFont::Bold));
    m_layout->setFormats({{0, static_cast<int>(number.size()), bold},
                          {static_cast<int>(number.size()), static_cast<int>(prefix.size() - number.size()), muted}});
    m_layout->setText(prefix);
    place(measure, passage.text, prefix.size());

    const QFontMetricsF metrics(font);
    m_descent = metrics.descent();
    m_baseline = metrics.ascent();
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition(QPointF(0, 0));
    }
    m_layout->endLayout();
}

/// Appends the passage to the layout's text with a place holder behind every mark.
void MarkedBlock::place(const PrintMeasure &measure, const MarkedText &text, qsizetype prefixLength)
{
    QString shown = m_layout->text();
    QList<QTextLayout::FormatRange> formats = m_layout->formats();
    const double spaceWidth = QFontMetricsF(m_layout->font()).horizontalAdvance(PlaceHolder);
    std::vector<int> placed(static_cast<size_t>(text.text.size()) + 1); // place of each character of the passage
    size_t next = 0;
    for (int i = 0; i <= text.text.size(); ++i) {
        for (; next < text.marks.size() && text.marks[next].badgeAt <= i; ++next) {
            const Mark &mark = text.marks[next];
            QTextCharFormat wide;
            wide.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            wide.setFontLetterSpacing(badgeWidth(mark.group, measure.points(BadgeHeight)) +
                                      measure.points(BadgeGap * 1.6) - spaceWidth);
            formats.append({static_cast<int>(shown.size()), 1, wide});
            m_marks.push_back({mark, {}, static_cast<int>(shown.size())});
            shown += PlaceHolder;
            if (i < text.text.size() && isWide(text.text[i].script()))
                shown += BreakHere;
        }
        placed[static_cast<size_t>(i)] = static_cast<int>(shown.size());
        if (i < text.text.size())
            shown += text.text[i];
    }
    Q_UNUSED(prefixLength)
    for (PlacedMark &mark : m_marks) {
        if (!mark.mark.line.isEmpty())
            mark.line = TextSpan::between(placed[static_cast<size_t>(mark.mark.line.start)],
                                          placed[static_cast<size_t>(mark.mark.line.end() - 1)] + 1);
    }
    m_layout->setText(shown);
    m_layout->setFormats(formats);
}

int MarkedBlock::lineCount() const
{
    return m_layout->lineCount();
}

void MarkedBlock::paintLine(QPainter &painter, int index, QPointF topLeft) const
{
    const QTextLine line = m_layout->lineAt(index);
    const QPointF baseline = topLeft + QPointF(0, m_baseline);
    paintUnderlines(painter, line, baseline, true);
    painter.setPen(printcolour::Prose);
    line.draw(&painter, baseline - QPointF(0, line.ascent()));
    paintUnderlines(painter, line, baseline, false);
    paintBadges(painter, line, baseline);
}

/// Where words of a line stand, left to right; several pieces where writing directions mix.
static std::vector<std::pair<double, double>> extentsOf(const QTextLine &line, TextSpan span, bool isMixed)
{
    if (!isMixed)
        return {{line.cursorToX(span.start), line.cursorToX(span.end())}};
    std::vector<std::pair<double, double>> extents;
    const QList<QGlyphRun> runs = line.glyphRuns(span.start, span.length);
    for (const QGlyphRun &run : runs) {
        const QRectF bounds = run.boundingRect();
        if (!bounds.isEmpty())
            extents.emplace_back(bounds.left(), bounds.right());
    }
    return extents;
}

void MarkedBlock::paintUnderlines(QPainter &painter, const QTextLine &line, QPointF baseline, bool isTint) const
{
    const TextSpan shown{line.textStart(), line.textLength()};
    for (const PlacedMark &placed : m_marks) {
        if (!placed.line.overlaps(shown) || (isTint && !placed.mark.isTinted))
            continue;
        int start = std::max(placed.line.start, shown.start);
        int end = std::min(placed.line.end(), shown.end());
        while (end > start && m_layout->text()[end - 1].isSpace()) // hangs past the line's end
            --end;
        const MarkStyle style = markStyle(placed.mark.kind, Scheme::Light);
        const bool isMixed = hasRightToLeft(m_layout->text());
        for (const auto &[left, right] : extentsOf(line, TextSpan::between(start, end), isMixed)) {
            const double x = baseline.x() + std::min(left, right);
            const double width = std::abs(right - left);
            const double band = baseline.y() + m_descent * 0.8;
            if (isTint)
                painter.fillRect(
                    QRectF(x, baseline.y() - m_baseline * 0.85, width,
                           band - baseline.y() + m_baseline * 0.85 + MarkBandHeight / 2 * MarkScale * m_unit),
                    style.tint);
            else
                paintMarkLine(painter, style.shape, style.colour, {x, band}, width, MarkScale * m_unit);
        }
    }
}

void MarkedBlock::paintBadges(QPainter &painter, const QTextLine &line, QPointF baseline) const
{
    const TextSpan shown{line.textStart(), line.textLength()};
    for (const PlacedMark &placed : m_marks) {
        if (!shown.contains(TextSpan{placed.badgeAt, 1}))
            continue;
        const double x = std::min(line.cursorToX(placed.badgeAt), line.cursorToX(placed.badgeAt + 1));
        paintBadge(painter, placed.mark.kind, placed.mark.group, Scheme::Light,
                   baseline + QPointF(x + BadgeGap * m_unit, -BadgeRise * m_unit), BadgeHeight * m_unit);
    }
}

} // namespace parallax
