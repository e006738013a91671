// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowsheader.h"

#include "report/markstyle.h"
#include "ui/articlename.h"
#include "ui/surfaces.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int HeadWidth = 212;
constexpr int Margin = 12;
constexpr int CellHeight = 7;
constexpr int CellGap = 2;
constexpr int BarHeight = 3;
constexpr int BadgeSize = 18;
constexpr int Gap = 6;

QFont sized(const QFont &base, double factor, QFont::Weight weight)
{
    QFont font = base;
    font.setPixelSize(std::max(9, qRound(QFontInfo(base).pixelSize() * factor)));
    font.setWeight(weight);
    return font;
}

/// In as many rows as the width takes; answers the height used.
int paintCoverage(QPainter &painter, QPoint at, int width, const RowsModel &rows, int event, const Surfaces &colours,
                  bool isCurrent)
{
    const int count = rows.columnCount();
    const int cell = std::clamp((width + CellGap) / std::max(1, count) - CellGap, 4, 13);
    const int perLine = std::max(1, (width + CellGap) / (cell + CellGap));
    for (int article = 0; article < count; ++article) {
        const QRect box(at + QPoint(article % perLine * (cell + CellGap), article / perLine * (CellHeight + CellGap)),
                        QSize(cell, CellHeight));
        if (rows.isTold(event, article)) {
            painter.fillRect(box, isCurrent ? colours.curline : colours.told);
        } else {
            painter.setPen(isCurrent ? colours.link : colours.border);
            painter.drawRect(box.adjusted(0, 0, -1, -1));
        }
    }
    return ((count + perLine - 1) / perLine) * (CellHeight + CellGap);
}

void paintKinds(QPainter &painter, QPoint at, const KindCounts &counts, const QFont &font, const Surfaces &colours,
                Scheme scheme, bool isCurrent)
{
    painter.setFont(font);
    const QFontMetrics metrics(font);
    int x = at.x();
    for (int kind = 0; kind < DivergenceKindCount; ++kind) {
        const int count = counts[static_cast<size_t>(kind)];
        if (count == 0)
            continue;
        const MarkStyle style = markStyle(static_cast<DivergenceKind>(kind), scheme);
        painter.setPen(isCurrent ? colours.text : style.colour);
        painter.drawText(x, at.y() + metrics.ascent(), QString(style.letter));
        x += metrics.horizontalAdvance(style.letter) + 1;
        if (count > 1) {
            painter.setPen(isCurrent ? colours.text : colours.muted);
            painter.drawText(x, at.y() + metrics.ascent(), QString::number(count));
            x += metrics.horizontalAdvance(QString::number(count));
        }
        x += Gap;
    }
}

} // namespace

EventHeader::EventHeader(RowsModel *model, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_rows(model)
{
    setObjectName(u"rowHeads"_s);
    setAccessibleName(tr("Events"));
    setSectionResizeMode(QHeaderView::Fixed);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(24);
    setFixedWidth(HeadWidth);
}

QSize EventHeader::sizeHint() const
{
    return {HeadWidth, 100};
}

QFont EventHeader::labelFont(bool isCurrent) const
{
    return sized(font(), 1, isCurrent ? QFont::DemiBold : QFont::Medium);
}

void EventHeader::setCurrentRow(int row)
{
    if (row == m_currentRow)
        return;
    m_currentRow = row;
    viewport()->update();
}

int EventHeader::heightOf(int row) const
{
    const QString label = m_rows->headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    const QRect text =
        QFontMetrics(labelFont(true)).boundingRect(QRect(0, 0, HeadWidth - 2 * Margin, 10000), Qt::TextWordWrap, label);
    const int cells = m_rows->columnCount();
    const int perLine = (HeadWidth - 2 * Margin + CellGap) / (4 + CellGap);
    const int lines = (cells + perLine - 1) / perLine;
    return 10 + text.height() + 6 + lines * (CellHeight + CellGap) + 5 +
           QFontMetrics(sized(font(), 0.85, QFont::Bold)).height() + 8;
}

void EventHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (section < 0 || section >= m_rows->rowCount())
        return;
    const Surfaces colours = surfacesOf(palette());
    const bool isCurrent = section == m_currentRow;
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, isCurrent ? colours.sel : colours.win);
    if (isCurrent)
        painter->fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), colours.accent);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border);
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), colours.border);

    const int event = m_rows->event(section);
    // The head of a row taller than the window stays in sight while the row does.
    const int shift = std::clamp(-rect.top(), 0, std::max(0, rect.height() - heightOf(section)));
    const QRect inner = rect.adjusted(Margin, 10 + shift, -Margin, 0);
    const QString label = m_rows->headerData(section, Qt::Vertical, Qt::DisplayRole).toString();
    painter->setFont(labelFont(isCurrent));
    painter->setPen(colours.text);
    QRect used;
    painter->drawText(QRect(inner.topLeft(), QSize(inner.width(), 10000)), Qt::TextWordWrap, label, &used);
    int y = used.bottom() + 7;
    y += paintCoverage(*painter, {inner.left(), y}, inner.width(), *m_rows, event, colours, isCurrent) + 4;
    paintKinds(*painter, {inner.left(), y}, m_rows->kinds(event), sized(font(), 0.85, QFont::Bold), colours,
               schemeOf(palette()), isCurrent);
    painter->restore();
}

ArticleHeader::ArticleHeader(RowsModel *model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_rows(model)
{
    setObjectName(u"rowArticles"_s);
    setAccessibleName(tr("Articles"));
    setSectionResizeMode(QHeaderView::Interactive);
    setHighlightSections(false);
    setMinimumSectionSize(140);
    setSectionsMovable(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

QSize ArticleHeader::sizeHint() const
{
    const int first = std::max(BadgeSize, QFontMetrics(sized(font(), 1, QFont::DemiBold)).height());
    return {200, BarHeight + 4 + first + QFontMetrics(sized(font(), 0.85, QFont::Normal)).height() + 5};
}

void ArticleHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    if (section < 0 || section >= m_rows->columnCount())
        return;
    const Surfaces colours = surfacesOf(palette());
    const Scheme scheme = schemeOf(palette());
    const ArticleFacts facts = factsOf(*m_rows->comparison(), section);
    painter->save();
    painter->fillRect(rect, colours.win);
    painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), BarHeight), articleColour(section, scheme));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border);
    painter->fillRect(QRect(rect.right(), rect.top() + BarHeight, 1, rect.height()), colours.hair);
    const QFont bold = sized(font(), 1, QFont::DemiBold);
    const int first = std::max(BadgeSize, QFontMetrics(bold).height());
    const int left = rect.left() + 9;
    int y = rect.top() + BarHeight + 4;
    painter->setRenderHint(QPainter::Antialiasing);
    paintArticleBadge(*painter, section, scheme, QPointF(left, y + (first - BadgeSize) / 2.0), BadgeSize);
    const auto line = [&](const QString &text, const QFont &type, const QColor &ink, int x, int height) {
        painter->setFont(type);
        painter->setPen(ink);
        const int space = rect.right() - 8 - x;
        painter->drawText(QRect(x, y, space, height), Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, space));
    };
    line(facts.name, bold, colours.text, left + BadgeSize + Gap, first);
    y += first;
    const QFont small = sized(font(), 0.85, QFont::Normal);
    line(facts.words.isEmpty() ? facts.day : facts.day + u" · "_s + facts.words, small, colours.muted, left,
         QFontMetrics(small).height());
    painter->restore();
}

} // namespace parallax
