// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articlehead.h"

#include "report/markstyle.h"
#include "report/wording.h"
#include "ui/surfaces.h"

#include <QLocale>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

constexpr int BarHeight = 3;
constexpr int BadgeSize = 18;
constexpr int Margin = 9;
constexpr int Gap = 6;

qsizetype wordCount(const ArticleLanguage &language)
{
    return std::accumulate(language.passages.begin(), language.passages.end(), qsizetype(0),
                           [](qsizetype sum, const PassageLanguage &p) { return sum + std::ssize(p.words); });
}

} // namespace

ArticleHead::ArticleHead(const Comparison &comparison, int article, QWidget *parent)
    : QWidget(parent)
    , m_article(article)
{
    const Article &value = comparison.story.articles[static_cast<size_t>(article)];
    m_name = value.outlet.isEmpty() ? value.title : value.outlet;
    m_headline = value.outlet.isEmpty() ? value.file : value.title;
    const int words = static_cast<int>(static_cast<size_t>(article) < comparison.language.size()
                                           ? wordCount(comparison.language[static_cast<size_t>(article)])
                                           : 0);
    QStringList facts{value.published ? QLocale().toString(*value.published, u"d MMM yyyy"_s) : tr("undated")};
    if (words > 0)
        facts << (words == 1 ? tr("1 word") : tr("%Ln words", nullptr, words));
    facts << encodingText(value.encoding);
    m_facts = facts.join(u" · "_s);

    setObjectName(u"articleHead%1"_s.arg(article + 1));
    setAccessibleName(tr("Article %1: %2. %3. %4").arg(articleNumber(article), m_name, m_headline, m_facts));
    setToolTip(u"<p><b>%1</b></p><p>%2</p><p>%3<br>%4</p>"_s.arg(m_name.toHtmlEscaped(), value.title.toHtmlEscaped(),
                                                                 m_facts.toHtmlEscaped(), value.file.toHtmlEscaped()));
}

QFont ArticleHead::sized(double factor, QFont::Weight weight) const
{
    QFont result = font();
    result.setPixelSize(std::max(9, qRound(QFontInfo(font()).pixelSize() * factor)));
    result.setWeight(weight);
    return result;
}

QSize ArticleHead::sizeHint() const
{
    const int first = std::max(BadgeSize, QFontMetrics(sized(1, QFont::DemiBold)).height());
    const int rest =
        QFontMetrics(sized(0.92, QFont::Normal)).height() + QFontMetrics(sized(0.85, QFont::Normal)).height();
    return QSize(230, BarHeight + 4 + first + rest + 4);
}

void ArticleHead::paintEvent(QPaintEvent *)
{
    const Surfaces surfaces = surfacesOf(palette());
    const Scheme scheme = schemeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), surfaces.win);
    painter.fillRect(QRect(0, 0, width(), BarHeight), articleColour(m_article, scheme));
    painter.fillRect(QRect(0, height() - 1, width(), 1), surfaces.border);

    const int space = width() - 2 * Margin;
    const auto line = [&](const QString &text, double factor, QFont::Weight weight, const QColor &colour, int x, int y,
                          int height) {
        painter.setFont(sized(factor, weight));
        painter.setPen(colour);
        const QString cut = painter.fontMetrics().elidedText(text, Qt::ElideRight, space - (x - Margin));
        painter.drawText(QRect(x, y, space - (x - Margin), height), Qt::AlignVCenter | Qt::AlignLeft, cut);
    };
    int y = BarHeight + 4;
    const int first = std::max(BadgeSize, QFontMetrics(sized(1, QFont::DemiBold)).height());
    painter.setRenderHint(QPainter::Antialiasing);
    paintArticleBadge(painter, m_article, scheme, QPointF(Margin, y + (first - BadgeSize) / 2.0), BadgeSize);
    line(m_name, 1, QFont::DemiBold, surfaces.text, Margin + BadgeSize + Gap, y, first);
    y += first;
    const int second = QFontMetrics(sized(0.92, QFont::Normal)).height();
    line(m_headline, 0.92, QFont::Normal, surfaces.text, Margin, y, second);
    y += second;
    line(m_facts, 0.85, QFont::Normal, surfaces.muted, Margin, y, QFontMetrics(sized(0.85, QFont::Normal)).height());
}

} // namespace parallax
