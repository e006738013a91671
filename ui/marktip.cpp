// SPDX-FileCopyrightText: 2026 The Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/marktip.h"

#include "report/markstyle.h"
#include "report/readingdays.h"
#include "report/wording.h"
#include "ui/articlepane.h"

using namespace Qt::StringLiterals;

namespace parallax {

namespace {

QString readingRow(const Comparison &comparison, const ReadingDays &days, const Reading &reading)
{
    const Article &article = comparison.story.articles[static_cast<size_t>(reading.passage.article)];
    const QString words = reading.span.of(comparison.story.passage(reading.passage).text).toString();
    const QString name = article.outlet.isEmpty() ? article.title : article.outlet;
    return u"<tr><td><b>%1</b>&nbsp;</td><td>%2&nbsp;%3:&nbsp;</td><td>%4</td></tr>"_s.arg(
        groupLetter(reading.group), articleNumber(reading.passage.article), name.toHtmlEscaped(),
        days.beside(words, reading.passage.article).toHtmlEscaped());
}

} // namespace

QString markTip(const Comparison &comparison, int divergence)
{
    const Divergence &d = comparison.divergences[static_cast<size_t>(divergence)];
    const Event &event = comparison.alignment.events[static_cast<size_t>(d.event)];
    QString tip = u"<p style='white-space:pre'><b>%1</b>: %2</p><table>"_s.arg(kindName(d.kind).toHtmlEscaped(),
                                                                               whatDiffers(d).toHtmlEscaped());
    const ReadingDays days(comparison.story, d);
    for (const Reading &reading : d.readings)
        tip += readingRow(comparison, days, reading);
    tip += u"</table>"_s;
    if (!event.evidence.empty())
        tip += u"<p>%1</p>"_s.arg(ArticlePane::tr("Linked by: %1").arg(evidenceText(event.evidence)).toHtmlEscaped());
    return tip;
}

} // namespace parallax
