// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/singlesource.h"

#include "report/markstyle.h"
#include "ui/articlename.h"
#include "ui/divergencemodel.h" // PassageRef in a QVariant
#include "ui/eventdelegate.h"
#include "ui/surfaces.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace parallax {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 27;
constexpr int Margin = 12;
constexpr int BadgeSize = 18;
constexpr int BarWidth = 60;
constexpr int Arrow = 16;
constexpr int NumberWidth = 26; // of a passage's number
constexpr qsizetype LongestStart = 160;

void paintArrow(QPainter &painter, QPointF middle, bool isOpen, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.3));
    painter.translate(middle);
    painter.rotate(isOpen ? 90 : 0);
    painter.drawPolyline(QPolygonF{{-1.8, -3.6}, {1.8, 0}, {-1.8, 3.6}});
    painter.resetTransform();
}

} // namespace

void SingleSourceModel::setComparison(const ComparisonPtr &comparison)
{
    clear();
    if (!comparison || comparison->alignment.singleSource.empty())
        return;
    std::vector<std::vector<PassageRef>> own(comparison->story.articles.size());
    for (const PassageRef &ref : comparison->alignment.singleSource)
        own[static_cast<size_t>(ref.article)].push_back(ref);
    const size_t most = std::ranges::max(own, {}, &std::vector<PassageRef>::size).size();
    for (size_t article = 0; article < own.size(); ++article) {
        const int count = static_cast<int>(own[article].size());
        auto *item = new QStandardItem(articleName(comparison->story.articles[article]));
        item->setData(count, CountRole);
        item->setData(static_cast<int>(most), MostRole);
        const QString passages = count == 1 ? tr("1 passage that no other article reports")
                                            : tr("%n passages that no other article reports", nullptr, count);
        item->setToolTip(passages);
        item->setAccessibleText(u"%1: %2"_s.arg(item->text(), passages));
        for (const PassageRef &ref : own[article]) {
            const QString &text = comparison->story.passage(ref).text;
            auto *passage = new QStandardItem(text.left(LongestStart).simplified());
            passage->setData(QVariant::fromValue(ref), PassageRole);
            passage->setToolTip(u"<p>%1</p>"_s.arg(text.toHtmlEscaped()));
            passage->setAccessibleText(tr("Passage %1: %2").arg(ref.passage + 1).arg(text));
            item->appendRow(passage);
        }
        appendRow(item);
    }
}

namespace {

void paintArticle(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Surfaces colours = surfacesOf(option.palette);
    const int count = index.data(SingleSourceModel::CountRole).toInt();
    const int most = std::max(1, index.data(SingleSourceModel::MostRole).toInt());
    const QRect inner = option.rect.adjusted(4, 0, -Margin, 0);
    const int middle = inner.center().y();
    if (count > 0)
        paintArrow(painter, QPointF(inner.left() + Arrow / 2.0 - 1, middle + 0.5),
                   option.state.testFlag(QStyle::State_Open), colours.muted);
    const int left = inner.left() + Arrow;
    paintArticleBadge(painter, index.row(), schemeOf(option.palette),
                      QPointF(left, option.rect.top() + (option.rect.height() - BadgeSize) / 2), BadgeSize);

    painter.setFont(option.font);
    painter.setPen(count > 0 ? option.palette.color(QPalette::Text) : colours.muted);
    const QString number = QString::number(count);
    const int numberWidth = std::max(option.fontMetrics.horizontalAdvance(number),
                                     option.fontMetrics.horizontalAdvance(QStringLiteral("00")));
    painter.drawText(inner.adjusted(inner.width() - numberWidth, 0, 0, 0), Qt::AlignRight | Qt::AlignVCenter, number);

    const QRect bar(inner.right() - numberWidth - 12 - BarWidth, middle - 2, BarWidth, 4);
    painter.fillRect(bar, colours.hair);
    painter.fillRect(QRect(bar.topLeft(), QSize(BarWidth * count / most, bar.height())), colours.told);

    const QRect name(left + BadgeSize + 8, inner.top(), bar.left() - 10 - left - BadgeSize - 8, inner.height());
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, name.width()));
}

void paintPassage(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRect inner = option.rect.adjusted(4 + Arrow, 0, -Margin, 0);
    const auto ref = index.data(SingleSourceModel::PassageRole).value<PassageRef>();
    painter.setFont(option.font);
    painter.setPen(surfacesOf(option.palette).muted);
    painter.drawText(QRect(inner.topLeft(), QSize(NumberWidth - 6, inner.height())), Qt::AlignRight | Qt::AlignVCenter,
                     QString::number(ref.passage + 1));
    painter.setPen(option.palette.color(QPalette::Text));
    const QRect words = inner.adjusted(NumberWidth, 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

} // namespace

void SingleSourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // names may be Arabic
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, surfacesOf(option.palette));
    if (index.parent().isValid())
        paintPassage(*painter, option, index);
    else
        paintArticle(*painter, option, index);
    painter->restore();
}

QSize SingleSourceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, std::max(RowHeight, option.fontMetrics.height() + 8)};
}

SingleSourceView::SingleSourceView(QWidget *parent)
    : QTreeView(parent)
    , m_model(new SingleSourceModel(this))
{
    setObjectName("singleSource"_L1);
    setAccessibleName(tr("Told by one article only"));
    setWhatsThis(tr("The paragraphs that no other article reports, by article. Open an article to see them; choose one "
                    "to read it in its place."));
    setModel(m_model);
    setItemDelegate(new SingleSourceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(0); // the delegate draws arrows and steps
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.parent().isValid())
            show(index); // again where it is current already
        else
            setExpanded(index, !isExpanded(index));
    });
}

void SingleSourceView::setComparison(const ComparisonPtr &comparison)
{
    m_model->setComparison(comparison);
}

int SingleSourceView::closedHeight() const
{
    return m_model->rowCount() * sizeHintForRow(0);
}

void SingleSourceView::show(const QModelIndex &index)
{
    const QVariant passage = index.data(SingleSourceModel::PassageRole);
    if (passage.isValid())
        Q_EMIT passageRequested(passage.value<PassageRef>());
}

void SingleSourceView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (hasFocus())
        show(current);
}

void SingleSourceView::keyPressEvent(QKeyEvent *event)
{
    const bool isChoice =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    const QModelIndex index = currentIndex();
    if (!isChoice || !index.isValid()) {
        QTreeView::keyPressEvent(event);
        return;
    }
    if (index.parent().isValid())
        show(index);
    else
        setExpanded(index, !isExpanded(index));
}

} // namespace parallax
